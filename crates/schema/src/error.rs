//! What can be wrong with the form of a record; whether it is true is not known here.

/// An error of form in a record's field, with the offending text inside.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SchemaError {
    /// An id that is not `kind/slug`, or whose kind is not the one wanted.
    #[error("`{id}` is not an id of the kind `{expected}` (wanted `{expected}/lower-case-slug`)")]
    Id {
        /// The text that was given.
        id: String,
        /// The kind that was wanted.
        expected: &'static str,
    },
    /// A date that is not EDTF Level 0 or 1 as this crate reads it.
    #[error("`{text}` is not an EDTF date: {reason}")]
    Date {
        /// The text that was given.
        text: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// An instant that is not an RFC 3339 date-time with its zone.
    #[error("`{0}` is not an RFC 3339 date-time with a zone (`2025-05-16T14:20:00Z`)")]
    Timestamp(String),
    /// A code that its vocabulary does not hold.
    #[error("`{code}` is not in the vocabulary `{vocabulary}`")]
    Code {
        /// The text that was given.
        code: String,
        /// The vocabulary's name.
        vocabulary: &'static str,
    },
    /// A duration that is not ISO 8601.
    #[error("`{0}` is not an ISO 8601 duration (`PT2H`)")]
    Duration(String),
    /// A Wikidata item that is not `Q` and a number.
    #[error("`{0}` is not a Wikidata item (`Q43`)")]
    Wikidata(String),
    /// A confidence outside 0 to 1.
    #[error("confidence {0} is not between 0 and 1")]
    Confidence(String),
    /// A hash that is not 64 lower-case hexadecimal digits.
    #[error("`{0}` is not a SHA-256 in lower-case hexadecimal")]
    Sha256(String),
    /// A span whose end lies before its start or whose length differs from its text's.
    #[error("the span {start}..{end} of `{document}` does not have the length of its text ({length} bytes)")]
    Span {
        /// The document the span points into.
        document: String,
        /// First byte.
        start: u64,
        /// One past the last byte.
        end: u64,
        /// Bytes in the span's text.
        length: usize,
    },
    /// A span without words proves nothing.
    #[error("the span at {start} of `{document}` has no words")]
    EmptySpan {
        /// The document the span points into.
        document: String,
        /// First byte.
        start: u64,
    },
    /// A record of a kind that needs evidence has none.
    #[error("`{0}` has no evidence")]
    NoEvidence(String),
    /// A field that must hold something is empty.
    #[error("`{id}` has an empty `{field}`")]
    Empty {
        /// The record's id.
        id: String,
        /// The field's name.
        field: &'static str,
    },
    /// A number that is not finite or lies outside its range.
    #[error("`{id}` has the `{field}` {value}, which is out of range")]
    Number {
        /// The record's id.
        id: String,
        /// The field's name.
        field: &'static str,
        /// The number that was given.
        value: String,
    },
    /// A language that has not the form of a BCP 47 tag.
    #[error("`{id}` has the language `{tag}`, which is not a BCP 47 tag (`en-GB`)")]
    Language {
        /// The record's id.
        id: String,
        /// The text that was given.
        tag: String,
    },
    /// A record that names itself where only another makes sense.
    #[error("`{id}` names itself in `{field}`")]
    SelfReference {
        /// The record's id.
        id: String,
        /// The field's name.
        field: &'static str,
    },
    /// A line that is not the JSON of a record.
    #[error("{}{reason}", path.as_ref().map(|path| format!("in `{path}`: ")).unwrap_or_default())]
    Json {
        /// The field, with those around it (`participants[3].role`), where it is known.
        path: Option<String>,
        /// What is wrong, with line and column.
        reason: String,
    },
}
