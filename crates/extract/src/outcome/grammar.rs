//! Outcomes by the grammar of their sentence, whatever the words are: what several say they will do, what a
//! paper provides, what is to be held, what was not reached.
//!
//! It knows words, tenses and syntax, not parties. Invariant: what is only supposed gives none.

use rapporteur_syntax::{FineTag, Parse};

pub(super) use self::assurance::{is_at_home, promises_on};
pub(super) use self::list::{Lead, agreed_sentence, item, leads};
pub(super) use self::provided::is_paper;
pub(super) use self::pullback::TROOPS;
pub(super) use self::swap::HELD;
pub(super) use self::terms::terms;

use self::agreed::{agreed_on, it_was_settled, signed};
use self::assurance::assured;
use self::decided::decided;
use self::failure::{apart, broke, not_found, not_reached, without};
use self::gift::given;
use self::membership::membership;
use self::paper::{papers, truce_holds};
use self::proposal::proposed;
use self::provided::provided;
use self::pullback::pulled_back;
use self::recognition::recognised;
use self::refusal::refused;
use self::reported::reported;
use self::statement::joint_statement;
use self::swap::swapped;
use self::talks::{called, goes_to_talk, referred, to_come};
use self::way::stays;
use self::will::{joint_will, said_it_would};
use super::find::Find;

mod agreed;
mod assurance;
mod decided;
mod failure;
mod gift;
mod list;
mod membership;
mod paper;
mod proposal;
mod provided;
mod pullback;
mod recognition;
mod refusal;
mod reported;
mod statement;
mod swap;
mod talks;
mod terms;
mod way;
mod will;

/// The finds that begin at a token.
pub(super) fn finds(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Vec<Find> {
    let single = refused(words, parse, at)
        .or_else(|| to_come(words, parse, at))
        .or_else(|| goes_to_talk(words, parse, at))
        .or_else(|| called(words, parse, at))
        .or_else(|| referred(words, parse, at))
        .or_else(|| not_reached(words, parse, at))
        .or_else(|| not_found(words, parse, at))
        .or_else(|| without(words, parse, at))
        .or_else(|| apart(words, parse, at))
        .or_else(|| broke(words, parse, at))
        .or_else(|| given(words, parse, at, is_state))
        .or_else(|| said_it_would(words, parse, at, is_state))
        .or_else(|| agreed_on(words, parse, at))
        .or_else(|| it_was_settled(words, parse, at))
        .or_else(|| stays(words, parse, at))
        .or_else(|| recognised(words, parse, at, is_state))
        .or_else(|| proposed(words, parse, at, is_state))
        .or_else(|| decided(words, parse, at))
        .or_else(|| signed(words, parse, at, is_state))
        .or_else(|| assured(words, parse, at))
        .or_else(|| pulled_back(words, parse, at, is_state))
        .or_else(|| swapped(words, parse, at))
        .or_else(|| reported(words, parse, at))
        .or_else(|| truce_holds(words, parse, at))
        .or_else(|| joint_statement(words, parse, at))
        .or_else(|| membership(words, parse, at, is_state))
        .or_else(|| papers(words, parse, at));
    if let Some(single) = single {
        return vec![single];
    }
    let joint = joint_will(words, parse, at, is_state);
    if joint.is_empty() { provided(words, parse, at, is_state) } else { joint }
}

fn is_plural(parse: &Parse, at: usize) -> bool {
    matches!(parse.tokens[at].tag, FineTag::Nns | FineTag::Nnps)
}

fn lemma(parse: &Parse, at: usize) -> String {
    parse.tokens[at].lemma.to_lowercase()
}

/// Whether a noun is a gathering of some who talk.
pub(super) fn is_gathering(lemma: &str) -> bool {
    matches!(
        lemma,
        "meeting"
            | "session"
            | "round"
            | "talk"
            | "talks"
            | "summit"
            | "conference"
            | "negotiation"
            | "consultation"
            | "gathering"
            | "discussion"
            | "dialogue"
            | "sitting"
            | "assembly"
            | "plenary"
            | "follow-up"
            | "encounter"
            | "reunion"
            | "ministerial"
            | "bilateral"
            | "contact"
            | "parley"
            | "sit-down"
            | "get-together"
            | "retreat"
            | "round-table"
            | "roundtable"
            | "tête-à-tête"
    )
}
