//! The places that the rows name, each found once for a whole run.
//!
//! It must not know formats. Invariant: two places of one name in different countries are two; the first
//! has the id of its name, which the extractor gives it too, the others have their country before it.

use foldhash::HashMap;
use rapporteur_schema::{Confidence, Country, Evidence, Place, PlaceId, PlaceKind, RecordKind};

use crate::slug;

/// Machine-coded places are often those of the newspaper.
const CONFIDENCE: Confidence = Confidence::from_thousandths(700);

/// A place by its number.
pub(crate) type Number = u32;

/// What a row says of a place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Situation<'a> {
    pub kind: PlaceKind,
    pub name: &'a str,
    pub country: Option<Country>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub geonames: Option<u32>,
}

#[derive(Debug, Default)]
pub(crate) struct Gazetteer {
    known: Vec<Known>,
    by_key: HashMap<(String, Option<Country>), Number>,
    by_id: HashMap<PlaceId, Number>,
    key: (String, Option<Country>),
}

#[derive(Debug)]
struct Known {
    place: Place,
    told: u64,
}

impl Gazetteer {
    /// The place that a row speaks of.
    pub(crate) fn situated(&mut self, situation: &Situation<'_>) -> Number {
        self.key.0.clear();
        self.key.0.push_str(situation.name);
        self.key.1 = situation.country;
        if let Some(&number) = self.by_key.get(&self.key) {
            return number;
        }
        let place = place(situation);
        let taken = self.by_id.get(&place.id).copied();
        let number = match taken.filter(|&number| self.known[number as usize].place.country == place.country)
        {
            Some(number) => number,
            None => self.add(place, taken.is_some()),
        };
        self.by_key.insert(self.key.clone(), number);
        number
    }

    fn add(&mut self, mut place: Place, taken: bool) -> Number {
        if taken {
            let country = place.country.map_or_else(|| "unknown".to_owned(), |country| country.to_string());
            place.id = PlaceId::from_text(&format!("{country} {}", place.id.slug()));
        }
        let number = Number::try_from(self.known.len()).unwrap_or(Number::MAX);
        let number = *self.by_id.entry(place.id.clone()).or_insert(number);
        if number as usize == self.known.len() {
            self.known.push(Known { place, told: 0 });
        }
        number
    }

    pub(crate) fn id(&self, number: Number) -> &PlaceId {
        &self.known[number as usize].place.id
    }

    /// Whether a chunk has not told of the place yet; from now on it has.
    pub(crate) fn is_new_in(&mut self, number: Number, chunk: u64) -> bool {
        std::mem::replace(&mut self.known[number as usize].told, chunk) != chunk
    }

    /// The place's record.
    pub(crate) fn record(&self, number: Number, evidence: Evidence) -> Place {
        Place { evidence, ..self.known[number as usize].place.clone() }
    }
}

fn place(situation: &Situation<'_>) -> Place {
    let text = format!("{}/{}", RecordKind::Place, slug::of_name(situation.name));
    let on_globe =
        |degrees: Option<f64>, most: f64| degrees.filter(|degrees| (-most..=most).contains(degrees));
    let coordinates = on_globe(situation.latitude, 90.0).zip(on_globe(situation.longitude, 180.0));
    Place {
        id: text.parse().unwrap_or_else(|_| PlaceId::from_text(situation.name)),
        kind: situation.kind,
        name: situation.name.to_owned(),
        aliases: Vec::new(),
        country: situation.country,
        latitude: coordinates.map(|(latitude, _)| latitude),
        longitude: coordinates.map(|(_, longitude)| longitude),
        within: None,
        geonames: situation.geonames,
        evidence: Evidence::new(),
        confidence: CONFIDENCE,
    }
}
