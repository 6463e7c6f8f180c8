//! A sentence as it is read for triggers: its words and tree, and who stands where.
//!
//! Finds no trigger. Invariant: it tells of tokens only; what they make of a meeting is for those who ask.

use rapporteur_schema::Medium;
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::Trigger;
use super::words::NOUNS;
use crate::cast::Cast;
use crate::mention::MentionKind;
use crate::text::{Text, word};

/// A sentence and what stands about it.
pub(super) struct Reader<'r> {
    pub(super) text: &'r Text<'r>,
    pub(super) cast: &'r Cast,
    pub(super) sentence: usize,
    pub(super) parse: &'r Parse,
    /// The words, lower case.
    pub(super) lower: &'r [String],
    /// Whether the sentence tells of a telephone.
    pub(super) by_phone: bool,
    /// Whether it tells of a video link.
    pub(super) by_video: bool,
}

impl<'r> Reader<'r> {
    pub(super) fn new(text: &'r Text<'r>, cast: &'r Cast, sentence: usize) -> Self {
        let lower = text.lower(sentence);
        let is_phone = |word: &str| matches!(word, "phone" | "telephone");
        let by_phone = lower
            .windows(2)
            .any(|w| matches!(w[0].as_str(), "by" | "on" | "over") && is_phone(&w[1]))
            || lower.windows(3).any(|w| w[0] == "on" && w[1] == "the" && (is_phone(&w[2]) || w[2] == "line"));
        let by_video = lower
            .iter()
            .any(|w| matches!(w.as_str(), "video" | "videoconference" | "video-conference" | "video-link"));
        Self { text, cast, sentence, parse: &text.sentences[sentence].parse, lower, by_phone, by_video }
    }

    /// The word at a token, lower case; empty beyond the sentence.
    pub(super) fn word(&self, at: usize) -> &str {
        word(self.lower, at)
    }

    /// The word before a token; empty before the first.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    pub(super) fn lemma(&self, at: usize) -> &'r str {
        self.parse.tokens[at].lemma.as_str()
    }

    /// Whether one of some words is an oblique of a verb: "by telephone".
    pub(super) fn word_of(&self, verb: usize, words: &[&str]) -> bool {
        self.parse.obliques(verb).any(|at| words.contains(&self.word(at)))
    }

    /// How they met, as far as the sentence tells.
    pub(super) fn medium(&self) -> Medium {
        if self.by_phone {
            Medium::Phone
        } else if self.by_video {
            Medium::Video
        } else {
            Medium::InPerson
        }
    }

    /// Whether somebody stands at a token, by a name, an office or a pronoun.
    pub(super) fn person_at(&self, token: usize) -> bool {
        self.cast.mention_at(self.sentence, token).is_some_and(|(_, mention)| {
            matches!(
                mention.kind,
                MentionKind::Person
                    | MentionKind::Described
                    | MentionKind::DescribedGroup
                    | MentionKind::Unnamed
            )
        }) || matches!(self.word(token), "him" | "her" | "them" | "me" | "us")
    }

    /// Whether a person is the object, and not a thing of theirs: "received X", not "received a letter from X".
    pub(super) fn person_object(&self, verb: usize) -> bool {
        self.parse.objects(verb).any(|object| {
            self.person_at(object)
                || self.word(object) == "other" && self.before(object) == "each"
                || matches!(
                    (self.word(object), self.word(object + 1)),
                    ("each", "other") | ("one", "another")
                )
                || self.parse.children_by(object, Relation::Apposition).any(|name| self.person_at(name))
        })
    }

    /// Whether a verb has a city or a house as its place: "told him in Geneva", "flew to Geneva, where she told him".
    pub(super) fn placed(&self, verb: usize) -> bool {
        let is_place = |at: usize| {
            self.cast.mention_at(self.sentence, at).is_some_and(|(_, mention)| {
                matches!(mention.kind, MentionKind::City | MentionKind::Venue | MentionKind::Seat)
            })
        };
        let place = self.parse.children(verb).find(|&at| self.word(at) == "where");
        let behind =
            place.and_then(|at| (0..at).rev().find(|&at| self.parse.tokens[at].upos != Upos::Punctuation));
        if behind.is_some_and(is_place) {
            return true;
        }
        self.parse.obliques(verb).any(|place| {
            self.parse.case(place).is_some_and(|case| matches!(self.word(case), "in" | "at"))
                && is_place(place)
        })
    }

    /// Whether a meeting is the object of a verb: "called his meeting with her a success".
    pub(super) fn meeting_object(&self, verb: usize) -> bool {
        self.parse.objects(verb).any(|what| NOUNS.contains(&self.word(what)))
    }

    /// Whether the subject of a verb is more than one: "they had spoken", "the two spoke".
    pub(super) fn is_several(&self, verb: usize) -> bool {
        let Self { parse, cast, sentence, .. } = *self;
        parse.subjects(verb).any(|subject| {
            // "officers who sat for four hours": those of whom the clause is told
            let relative = matches!(self.lemma(subject), "who" | "that" | "which");
            let subject = if relative { parse.head(verb).unwrap_or(subject) } else { subject };
            parse.conjuncts(subject).next().is_some()
                || parse.tokens[subject].tag == FineTag::Nns
                || matches!(self.lemma(subject), "they" | "two" | "both" | "pair")
                || cast
                    .mention_at(sentence, subject)
                    .is_some_and(|(_, mention)| mention.kind == MentionKind::DescribedGroup)
        })
    }

    /// A trigger of one word that is enough by itself.
    pub(super) fn trigger(&self, token: usize, noun: Option<&'static str>, medium: Medium) -> Trigger {
        Trigger {
            token,
            length: 1,
            noun,
            medium,
            subject_hosts: false,
            object_hosts: false,
            weak: false,
            together: false,
            sits: false,
            event: None,
        }
    }
}
