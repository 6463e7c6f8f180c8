//! The extractor that reads by grammar and lexicon: text, mentions, cast, meetings, records.

use std::ops::Range;
use std::sync::Arc;

use rapporteur_schema::Edtf;

use crate::affiliation::Affiliations;
use crate::cast::Cast;
use crate::casting::cast;
use crate::date::{self, Dates};
use crate::decision::Draft;
use crate::input::{self, Input};
use crate::meeting::Clock;
use crate::models::Models;
use crate::nearest::{due, going_on, nearest};
use crate::record::Assembly;
use crate::text::Text;
use crate::trace::{Note, Trace};
use crate::user_lexicon::UserLexicon;
use crate::{Extraction, Extractor, Source, describe, letter, meeting, outcome, statement};

/// Reads by rules over the words and the syntax of each sentence; needs no network, no model server
/// and no training.
#[derive(Debug, Clone, Default)]
pub struct RuleExtractor {
    lexicon: Arc<UserLexicon>,
}

/// An extraction, and what the rules did to come to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What was read.
    pub extraction: Extraction,
    /// The bytes of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// What the rules did, by sentence.
    pub notes: Vec<Note>,
}

/// What the forests are asked about a text.
#[derive(Debug, Clone)]
pub struct Drafts {
    /// The names of each actor, by its number.
    pub actors: Vec<Vec<String>>,
    /// The names of each mention.
    pub places: Vec<Vec<String>>,
    /// The first byte and the word of each token of each sentence.
    pub tokens: Vec<Vec<(usize, String)>>,
    /// The first byte of each word that a network sees telling of a meeting, and how likely.
    pub events: Vec<(usize, f32)>,
    /// The meetings before each decision, and what is asked of them.
    pub drafts: Vec<Draft>,
}

impl RuleExtractor {
    /// One with the lexicons that the program carries.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One that also knows a user's words.
    #[must_use]
    pub fn with_lexicon(lexicon: UserLexicon) -> Self {
        Self { lexicon: Arc::new(lexicon) }
    }

    /// Extracts, and tells sentence by sentence which rules fired and what they dropped.
    ///
    /// ```
    /// use rapporteur_extract::{RuleExtractor, Source};
    ///
    /// let text = "Ana Duarte of Portugal met the deadline.";
    /// let explained = RuleExtractor::new().explain(text.as_bytes(), &Source::default());
    /// assert!(explained.notes.iter().any(|note| note.what.contains("Ana Duarte")));
    /// ```
    #[must_use]
    pub fn explain(&self, bytes: &[u8], source: &Source) -> Explanation {
        self.read(bytes, source, Trace::listening())
    }

    /// What the forests that look at the meetings once more are asked about a text: what they are trained on.
    #[must_use]
    pub fn drafts(&self, bytes: &[u8], source: &Source, models: Models<'_>) -> Drafts {
        let Input { text, metadata, .. } = input::read(bytes, None);
        let document = describe(&text, &metadata.complete(source));
        let published = document.published.as_ref().and_then(Edtf::as_day);
        let text = Text::read_with(&text, &self.lexicon, models, Trace::questioning());
        let cast = cast(&text);
        let dates = date::timeline(&text, published);
        found(&text, &cast, &dates, published);
        Drafts {
            actors: cast
                .members
                .iter()
                .map(|member| std::iter::once(&member.name).chain(&member.aliases).cloned().collect())
                .collect(),
            places: cast
                .mentions
                .iter()
                .map(|mention| {
                    let known = mention.known.as_deref().map(str::to_owned);
                    known.into_iter().chain([mention.name(&text).to_owned()]).collect()
                })
                .collect(),
            tokens: (0..text.sentences.len())
                .map(|sentence| {
                    let starts = text.sentences[sentence].tokens.iter().map(|token| token.start);
                    starts.zip(text.words(sentence).into_iter().map(str::to_owned)).collect()
                })
                .collect(),
            events: text
                .sentences
                .iter()
                .flat_map(|s| s.events.iter().map(|e| (s.tokens[e.token].start, e.score)))
                .collect(),
            drafts: text.trace.take_drafts(),
        }
    }

    fn read(&self, bytes: &[u8], source: &Source, trace: Trace) -> Explanation {
        let Input { text, metadata, diagnostics, .. } = input::read(bytes, None);
        let document = describe(&text, &metadata.complete(source));
        let published = document.published.as_ref().and_then(Edtf::as_day);
        let (records, sentences, notes) = {
            let text = Text::read_with(&text, &self.lexicon, Models::bundled(), trace);
            let cast = cast(&text);
            let dates = date::timeline(&text, published);
            let found = found(&text, &cast, &dates, published);
            let outcomes = outcomes(&text, &cast, &found);
            let Found { affiliations, statements, meetings } = found;
            let when = |sentence: usize| nearest(&text, &dates, sentence, 0).map(|found| found.when.clone());
            let said = |sentence: usize| when(sentence).or_else(|| dates.reference_of(sentence).cloned());
            let due = |found: &outcome::FoundOutcome| due(&text, &dates, found);
            let assembly = Assembly::new(&text, &cast, &affiliations, &document.id);
            let records = assembly.records(&meetings, &statements, &outcomes, &said, &due);
            let sentences = text.sentences.iter().map(|sentence| sentence.range.clone()).collect();
            (records, sentences, text.trace.into_notes())
        };
        let extraction = Extraction { document, text, records, diagnostics };
        Explanation { extraction, sentences, notes }
    }
}

/// What is read of a text before its outcomes.
struct Found {
    affiliations: Affiliations,
    statements: Vec<statement::FoundStatement>,
    meetings: Vec<meeting::FoundMeeting>,
}

fn found(text: &Text<'_>, cast: &Cast, dates: &Dates, published: Option<jiff::civil::Date>) -> Found {
    let affiliations = Affiliations::new(text, cast);
    let day = |sentence: usize, token: usize| nearest(text, dates, sentence, token);
    let when = |sentence: usize, token: usize| day(sentence, token).map(|found| found.when.clone());
    let former = |sentence: usize, token: usize| {
        let Some(day) = day(sentence, token) else { return Vec::new() };
        let changes = dates.changes_in(sentence).iter().filter(|change| change.to == day.tokens);
        changes.map(|change| change.former.clone()).collect()
    };
    let passage = |sentence: usize| dates.reference_of(sentence).cloned();
    let going_on = |sentence: usize| going_on(dates, sentence, published);
    let named = |sentence: usize| {
        let named = dates.expressions_in(sentence).iter();
        named.map(|date| (date.tokens.start, date.when.clone(), f32::from(date.kind as u8))).collect()
    };
    let clock = Clock {
        when: &when,
        former: &former,
        passage: &passage,
        going_on: &going_on,
        named: &named,
        published,
    };
    // Whose words are in nobody's quotation marks: the writer of a letter, the orator of a speech.
    let writer = letter::writer(text, cast)
        .or_else(|| letter::sender(text, cast))
        .or_else(|| letter::own_name(text, cast))
        .or_else(|| letter::orator(text, cast))
        .or_else(|| letter::memoirist(text, cast));
    let statements = statement::statements(text, cast, writer);
    let quoted = statements.iter().filter(|statement| statement.quoted);
    let mut voices: Vec<meeting::Voice> =
        quoted.map(|statement| (statement.words.clone(), statement.speaker)).collect();
    voices.extend(writer.map(|writer| (0..text.source.len(), writer)));
    let meetings = meeting::meetings(text, cast, &affiliations, &clock, &voices);
    Found { affiliations, statements, meetings }
}

/// The outcomes of a text whose meetings are read.
fn outcomes(text: &Text<'_>, cast: &Cast, found: &Found) -> Vec<outcome::FoundOutcome> {
    let Found { affiliations, statements, meetings } = found;
    let mut outcomes = outcome::outcomes(text, cast, affiliations, statements);
    outcome::meeting::complete(cast, affiliations, meetings, &mut outcomes);
    outcomes
}

impl Extractor for RuleExtractor {
    fn extract(&self, bytes: &[u8], source: &Source) -> Extraction {
        self.read(bytes, source, Trace::default()).extraction
    }
}
