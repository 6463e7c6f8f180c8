//! The rules of form that the types do not hold.
//!
//! It must not know other records or the documents: whether a reference leads somewhere and a span is
//! true is seen at the store's door. Invariant: a record that passes is valid under its JSON Schema.

use crate::{Document, Meeting, Place, Record, RecordKind, SchemaError, Span};

impl Record {
    /// Checks that evidence is there and every span as long as its text, that no name or text is empty,
    /// that numbers are finite and coordinates on the globe, and that nothing refers to itself.
    ///
    /// # Errors
    /// The first rule broken, as a [`SchemaError`].
    pub fn check(&self) -> Result<(), SchemaError> {
        if self.evidence().is_empty() && self.kind() != RecordKind::Document {
            return Err(SchemaError::NoEvidence(self.id().to_string()));
        }
        self.spans().try_for_each(Span::check)?;
        let form = Form(self);
        match self {
            Self::Document(document) => form.document(document),
            Self::Actor(actor) => {
                form.filled("name", &actor.name)?;
                form.all_filled("aliases", &actor.aliases)?;
                actor.offices.iter().try_for_each(|office| form.filled("offices.title", &office.title))
            }
            Self::Place(place) => form.place(place),
            Self::Meeting(meeting) => form.meeting(meeting),
            Self::Statement(statement) => {
                form.filled("text", &statement.text)?;
                form.not_itself("about", statement.about.iter().any(|about| *about == self.id()))
            }
            Self::Outcome(outcome) => {
                form.filled("text", &outcome.text)?;
                let Some(quantity) = &outcome.quantity else { return Ok(()) };
                form.in_range("quantity.value", quantity.value, f64::MAX)?;
                form.filled_if_there("quantity.unit", quantity.unit.as_ref())
            }
        }
    }
}

struct Form<'a>(&'a Record);

impl Form<'_> {
    fn id(&self) -> String {
        self.0.id().to_string()
    }

    fn document(&self, document: &Document) -> Result<(), SchemaError> {
        self.filled_if_there("title", document.title.as_ref())?;
        self.filled_if_there("publisher", document.publisher.as_ref())?;
        self.filled_if_there("url", document.url.as_ref())?;
        match &document.language {
            Some(tag) if !is_language_tag(tag) => {
                Err(SchemaError::Language { id: self.id(), tag: tag.clone() })
            }
            _ => Ok(()),
        }
    }

    fn place(&self, place: &Place) -> Result<(), SchemaError> {
        self.filled("name", &place.name)?;
        self.all_filled("aliases", &place.aliases)?;
        self.not_itself("within", place.within.as_ref() == Some(&place.id))?;
        match (place.latitude, place.longitude) {
            (None, None) => Ok(()),
            (Some(latitude), Some(longitude)) => {
                self.in_range("latitude", latitude, 90.0)?;
                self.in_range("longitude", longitude, 180.0)
            }
            (Some(_), None) => Err(SchemaError::Empty { id: self.id(), field: "longitude" }),
            (None, Some(_)) => Err(SchemaError::Empty { id: self.id(), field: "latitude" }),
        }
    }

    fn meeting(&self, meeting: &Meeting) -> Result<(), SchemaError> {
        self.filled_if_there("name", meeting.name.as_ref())?;
        self.all_filled("topics", &meeting.topics)?;
        self.not_itself("part_of", meeting.part_of.as_ref() == Some(&meeting.id))?;
        self.not_itself("follows", meeting.follows.contains(&meeting.id))
    }

    fn filled(&self, field: &'static str, text: &str) -> Result<(), SchemaError> {
        if text.trim().is_empty() { Err(SchemaError::Empty { id: self.id(), field }) } else { Ok(()) }
    }

    fn filled_if_there(&self, field: &'static str, text: Option<&String>) -> Result<(), SchemaError> {
        text.map_or(Ok(()), |text| self.filled(field, text))
    }

    fn all_filled(&self, field: &'static str, texts: &[String]) -> Result<(), SchemaError> {
        texts.iter().try_for_each(|text| self.filled(field, text))
    }

    fn in_range(&self, field: &'static str, value: f64, most: f64) -> Result<(), SchemaError> {
        // NaN is in no range.
        if (-most..=most).contains(&value) {
            return Ok(());
        }
        Err(SchemaError::Number { id: self.id(), field, value: value.to_string() })
    }

    fn not_itself(&self, field: &'static str, itself: bool) -> Result<(), SchemaError> {
        if itself { Err(SchemaError::SelfReference { id: self.id(), field }) } else { Ok(()) }
    }
}

/// Whether a text has the form of a BCP 47 tag; the registry of subtags is not asked.
fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
