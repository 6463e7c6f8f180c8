//! A timeline as a picture: an axis of time, a lane for each subject, and a mark for every event.
//!
//! Shapes tell the marks apart, never colour alone; the colours are those of Okabe and Ito. Invariant: every event is
//! in every lane that it belongs to, with its day, its words and its id in a tooltip; what has no date stands behind
//! the axis. The picture is well-formed XML whatever the names hold, and the same events give the same bytes.

mod axis;
mod lane;
mod shape;
mod xml;

use std::collections::BTreeSet;
use std::fmt;

use self::axis::Axis;
use self::lane::{Lane, Spot};
use self::xml::{Escaped, short};
use super::event::Mark;
use super::word::shown;
use crate::Timeline;

/// All lengths are pixels.
const WIDTH: f64 = 1100.0;
const LEFT: f64 = 170.0;
const RIGHT: f64 = 24.0;
/// Room behind the axis for what has no date.
const UNDATED: f64 = 120.0;
const TOP: f64 = 34.0;
/// From row to row of marks.
const ROW: f64 = 16.0;
/// Around the rows of a lane.
const PAD: f64 = 14.0;
/// More events than these have no words beside their marks.
const MOST_LABELS: usize = 40;
/// Letters of a label.
const LABEL: usize = 34;

/// A timeline as an SVG 1.1 document; print it with `to_string`.
///
/// ```
/// use rapporteur::{Timeline, render::Svg};
/// assert!(Svg::new(&Timeline::default()).to_string().ends_with("</svg>\n"));
/// ```
#[derive(Debug)]
pub struct Svg<'a> {
    timeline: &'a Timeline,
    axis: Axis,
    /// Where the axis ends.
    end: f64,
    lanes: Vec<Lane>,
}

impl<'a> Svg<'a> {
    /// The picture of a timeline.
    pub fn new(timeline: &'a Timeline) -> Self {
        let dates = || timeline.events.iter().map(|event| event.when.as_ref());
        let undated = dates().any(|when| when.is_none());
        let end = WIDTH - RIGHT - if undated { UNDATED } else { 0.0 };
        let axis = Axis::over(dates().flatten(), LEFT, end);
        let labelled = timeline.events.len() <= MOST_LABELS;
        let count = timeline.lanes.len();
        // Of a pair, what both were in is nearest to the other's lane, so that the line between is short.
        let mut lanes: Vec<Lane> = (0..count).map(|lane| Lane::new(count == 2 && lane == 0)).collect();
        let mut order: Vec<usize> = (0..timeline.events.len()).collect();
        let joins = |at: &usize| timeline.events[*at].parts.iter().flatten().count() > 1;
        order.sort_by_key(|at| (!joins(at), timeline.events[*at].mark()));
        for at in order {
            let event = &timeline.events[at];
            for (lane, part) in lanes.iter_mut().zip(&event.parts) {
                let Some(part) = part else { continue };
                let spot = match &event.when {
                    Some(when) => Spot::of(at, event.mark_in(*part), axis.extent(when)),
                    None => Spot::undated(at, event.mark_in(*part), end),
                };
                let label = if labelled { short(&label(event), LABEL) } else { String::new() };
                lane.put(spot, label, WIDTH - RIGHT);
            }
        }
        Self { timeline, axis, end, lanes }
    }

    fn lane_top(&self, lane: usize) -> f64 {
        TOP + self.lanes[..lane].iter().map(Lane::height).sum::<f64>()
    }

    fn bottom(&self) -> f64 {
        self.lane_top(self.lanes.len())
    }

    fn lanes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, (lane, name)) in self.lanes.iter().zip(&self.timeline.lanes).enumerate() {
            let (top, height) = (self.lane_top(number), lane.height());
            let fill = if number % 2 == 0 { "#F6F6F6" } else { "#FFFFFF" };
            writeln!(
                f,
                r##"<rect x="0" y="{top:.1}" width="{WIDTH:.1}" height="{height:.1}" fill="{fill}"/>"##
            )?;
            writeln!(
                f,
                r##"<text x="10" y="{:.1}" font-weight="bold">{}<title>{}</title></text>"##,
                top + height / 2.0 + 4.0,
                Escaped(&short(name, 22)),
                Escaped(name)
            )?;
        }
        Ok(())
    }

    /// The lines between the lanes, from mark to mark of one event.
    fn joints(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, other] = self.lanes.as_slice() else { return Ok(()) };
        for spot in one.spots() {
            let Some(there) = other.spots().iter().find(|there| there.event == spot.event) else { continue };
            let from = (spot.x, self.lane_top(0) + one.y(spot));
            joint(f, from, (there.x, self.lane_top(1) + other.y(there)))?;
        }
        Ok(())
    }

    fn marks(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, lane) in self.lanes.iter().enumerate() {
            let top = self.lane_top(number);
            for spot in lane.spots() {
                let y = top + lane.y(spot);
                let event = &self.timeline.events[spot.event];
                writeln!(f, "<g><title>{}</title>", Escaped(&tooltip(event)))?;
                if let Some((first, last)) = spot.extent {
                    writeln!(
                        f,
                        r##"<line x1="{first:.1}" y1="{y:.1}" x2="{last:.1}" y2="{y:.1}" stroke="#AAAAAA" stroke-width="3"/>"##
                    )?;
                }
                shape::draw(f, spot.mark, spot.x, y)?;
                if !spot.label.is_empty() {
                    let label = Escaped(&spot.label);
                    writeln!(
                        f,
                        r##"<text x="{:.1}" y="{:.1}" text-anchor="{}" font-size="10">{label}</text>"##,
                        spot.label_x(),
                        y + 3.5,
                        spot.anchor()
                    )?;
                }
                writeln!(f, "</g>")?;
            }
        }
        Ok(())
    }

    fn legend(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let marks: BTreeSet<Mark> = self.lanes.iter().flat_map(Lane::spots).map(|spot| spot.mark).collect();
        let y = self.bottom() + 24.0;
        let mut x = LEFT;
        for mark in marks {
            shape::draw(f, mark, x, y)?;
            let words = mark.legend();
            writeln!(f, r##"<text x="{:.1}" y="{:.1}" font-size="11">{words}</text>"##, x + 11.0, y + 4.0)?;
            x += 30.0 + words.len() as f64 * 5.6;
        }
        if self.lanes.len() == 2
            && self.timeline.events.iter().any(|event| event.parts.iter().all(Option::is_some))
        {
            joint(f, (x, y - 8.0), (x, y + 8.0))?;
            writeln!(f, r##"<text x="{:.1}" y="{:.1}" font-size="11">both</text>"##, x + 8.0, y + 4.0)?;
        }
        Ok(())
    }
}

impl fmt::Display for Svg<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let height = self.bottom() + 44.0;
        let title = self.timeline.lanes.join(" – ");
        writeln!(f, r##"<?xml version="1.0" encoding="UTF-8"?>"##)?;
        writeln!(
            f,
            r##"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:.0}" height="{height:.0}" viewBox="0 0 {WIDTH:.0} {height:.0}" font-family="Helvetica, Arial, sans-serif" font-size="12">"##
        )?;
        writeln!(f, "<title>{}</title>", Escaped(&format!("Timeline: {title}")))?;
        writeln!(f, r##"<rect width="{WIDTH:.0}" height="{height:.0}" fill="#FFFFFF"/>"##)?;
        self.lanes(f)?;
        self.axis.draw(f, TOP, self.bottom())?;
        if self.end < WIDTH - RIGHT {
            writeln!(
                f,
                r##"<text x="{:.1}" y="{:.1}" font-size="11">no date</text>"##,
                self.end + 20.0,
                TOP - 10.0
            )?;
        }
        self.joints(f)?;
        self.marks(f)?;
        self.legend(f)?;
        writeln!(f, "</svg>")
    }
}

/// The line between two marks of one event.
fn joint(f: &mut fmt::Formatter<'_>, from: (f64, f64), to: (f64, f64)) -> fmt::Result {
    writeln!(
        f,
        r##"<line x1="{:.1}" y1="{:.1}" x2="{:.1}" y2="{:.1}" stroke="#888888" stroke-width="1.5"/>"##,
        from.0, from.1, to.0, to.1
    )
}

/// `2025-05-16 Istanbul`: the day, and where it was or what it was.
fn label(event: &crate::EventRow) -> String {
    let place = event.place.as_ref().map(|place| place.name.clone());
    let what = place.unwrap_or_else(|| event.what());
    format!("{} {what}", shown(event.when.as_ref()))
}

fn tooltip(event: &crate::EventRow) -> String {
    let parts =
        [shown(event.when.as_ref()), event.what(), event.who().join(", "), event.location(), event.words()];
    let mut parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.push(event.id.as_str());
    parts.join("\n")
}
