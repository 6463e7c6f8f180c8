//! The shapes of the marks, each in one place, for the lanes and the legend. The colours are those of
//! [`dot`](crate::render::dot).

use std::fmt;

use crate::render::event::Mark;

/// From the middle of a mark to its edge.
pub(super) const RADIUS: f64 = 5.5;

pub(super) fn draw(f: &mut fmt::Formatter<'_>, mark: Mark, x: f64, y: f64) -> fmt::Result {
    let circle = |f: &mut fmt::Formatter<'_>, style: &str| {
        writeln!(f, r##"<circle cx="{x:.1}" cy="{y:.1}" r="{RADIUS}" {style}/>"##)
    };
    let line = |f: &mut fmt::Formatter<'_>, rise: f64, style: &str| {
        let (up, down) = (y - rise, y + rise);
        let (left, right) = (x - RADIUS + 1.0, x + RADIUS - 1.0);
        writeln!(f, r##"<line x1="{left:.1}" y1="{down:.1}" x2="{right:.1}" y2="{up:.1}" {style}/>"##)
    };
    let diamond = |f: &mut fmt::Formatter<'_>, style: &str| {
        let reach = RADIUS + 0.5;
        writeln!(
            f,
            r##"<path d="M{x:.1} {:.1}L{:.1} {y:.1}L{x:.1} {:.1}L{:.1} {y:.1}Z" {style}/>"##,
            y - reach,
            x + reach,
            y + reach,
            x - reach
        )
    };
    let slope = RADIUS - 1.0;
    match mark {
        Mark::Held => circle(f, r##"fill="#E69F00" stroke="#000000""##),
        Mark::Planned => circle(f, r##"fill="#FFFFFF" stroke="#000000" stroke-dasharray="3 2""##),
        Mark::CalledOff => {
            circle(f, r##"fill="#DDDDDD" stroke="#000000""##)?;
            line(f, slope, r##"stroke="#000000""##)
        }
        Mark::Absent => {
            line(f, slope, r##"stroke="#D55E00" stroke-width="2.5""##)?;
            line(f, -slope, r##"stroke="#D55E00" stroke-width="2.5""##)
        }
        Mark::Outcome => diamond(f, r##"fill="#009E73" stroke="#000000""##),
        Mark::NotReached => diamond(f, r##"fill="#FFFFFF" stroke="#009E73" stroke-width="1.5""##),
        Mark::Said => {
            writeln!(f, r##"<circle cx="{x:.1}" cy="{y:.1}" r="3" fill="#0072B2"/>"##)
        }
    }
}
