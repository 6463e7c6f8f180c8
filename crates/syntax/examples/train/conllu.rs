//! Reads CoNLL-U and brings its sentences into the shape our tokenizer gives.
//!
//! Compounds written with a hyphen become one token, relations too rare to learn become their
//! plain ones, and bare adverbials of time get a relation of their own. What comes out is a list
//! of sentences, each a well-formed tree over words.

use std::path::Path;

use rapporteur_syntax::{FineTag, Relation, Upos};

/// A word of the treebank.
#[derive(Clone, Debug)]
pub struct GoldToken {
    pub form: String,
    #[allow(dead_code, reason = "the evaluation reads no lemmas in some programs")]
    pub lemma: String,
    pub upos: Upos,
    pub tag: FineTag,
    /// `None` for the head of the sentence.
    pub head: Option<usize>,
    pub relation: Relation,
}

pub type Sentence = Vec<GoldToken>;

/// Reads a file, merging hyphenated compounds.
pub fn read(path: &Path) -> Result<Vec<Sentence>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(parse(&text))
}

/// Reads the text of a file.
pub fn parse(text: &str) -> Vec<Sentence> {
    text.split("\n\n").map(sentence).filter(|sentence| !sentence.is_empty()).collect()
}

struct Row {
    token: GoldToken,
    glued: bool,
}

fn sentence(block: &str) -> Sentence {
    let mut rows = Vec::new();
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, tag, _, head, relation, _, misc] = fields[..] else { continue };
        if id.parse::<usize>().is_err() {
            continue;
        }
        let head = head.parse::<usize>().unwrap_or(0).checked_sub(1);
        let upos = Upos::from_name(upos).unwrap_or(Upos::Other);
        rows.push(Row {
            token: GoldToken {
                form: form.to_owned(),
                lemma: lemma.to_owned(),
                upos,
                tag: FineTag::from_name(tag).unwrap_or(FineTag::Xx),
                head,
                relation: relation_of(relation, form),
            },
            glued: misc.contains("SpaceAfter=No"),
        });
    }
    merge_hyphens(rows)
}

fn relation_of(name: &str, form: &str) -> Relation {
    if name == "obl:unmarked" && is_time(form) {
        return Relation::ObliqueTime;
    }
    Relation::from_name(name)
        .or_else(|| Relation::from_name(name.split(':').next().unwrap_or(name)))
        .unwrap_or(Relation::Unspecified)
}

/// Whether a bare adverbial headed by this word is one of time.
fn is_time(form: &str) -> bool {
    let form = form.to_lowercase();
    let form = form.trim_end_matches('.');
    const TIMES: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "today",
        "tomorrow",
        "yesterday",
        "tonight",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "time",
        "times",
        "morning",
        "afternoon",
        "evening",
        "night",
        "hour",
        "hours",
        "minute",
        "minutes",
        "moment",
        "noon",
        "weekend",
        "summer",
        "winter",
        "spring",
        "autumn",
        "fall",
        "decade",
        "decades",
        "century",
        "mondays",
        "fridays",
        "pm",
        "am",
        "date",
        "while",
        "minutes",
        "seconds",
        "second",
        "nights",
        "mornings",
    ];
    TIMES.contains(&form) || (form.len() == 4 && form.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Joins `cease` `-` `fire` into one token that hangs where its outermost part hung.
fn merge_hyphens(rows: Vec<Row>) -> Sentence {
    // `group[i]` is the first token of the compound that token i belongs to.
    let mut group: Vec<usize> = (0..rows.len()).collect();
    for at in 1..rows.len().saturating_sub(1) {
        let hyphen = &rows[at].token;
        if hyphen.tag == FineTag::Hyphen && hyphen.form == "-" && rows[at].glued && rows[at - 1].glued {
            group[at] = group[at - 1];
            group[at + 1] = group[at - 1];
        }
    }
    let mut new_index = vec![0; rows.len()];
    let mut starts: Vec<usize> = Vec::new();
    for at in 0..rows.len() {
        if group[at] == at {
            starts.push(at);
        }
        new_index[at] = starts.len() - 1;
    }
    let mut merged = Vec::with_capacity(starts.len());
    for (index, &start) in starts.iter().enumerate() {
        let members = start..starts.get(index + 1).copied().unwrap_or(rows.len());
        let form: String = rows[members.clone()].iter().map(|row| row.token.form.as_str()).collect();
        let lemma: String = rows[members.clone()].iter().map(|row| row.token.lemma.as_str()).collect();
        let outer = |at: &usize| match rows[*at].token.head {
            None => true,
            Some(head) => !members.contains(&head),
        };
        let is_word = |at: &usize| rows[*at].token.upos != Upos::Punctuation;
        let at = members
            .clone()
            .rev()
            .filter(is_word)
            .find(outer)
            .or_else(|| members.clone().rev().find(outer))
            .unwrap_or(start);
        let token = &rows[at].token;
        merged.push(GoldToken {
            form,
            lemma,
            upos: token.upos,
            tag: token.tag,
            head: token.head.map(|head| new_index[head]),
            relation: token.relation,
        });
    }
    let root = merged.iter().position(|token| token.head.is_none());
    for (index, token) in merged.iter_mut().enumerate() {
        if token.head == Some(index) || (token.head.is_none() && Some(index) != root) {
            token.head = root;
        }
    }
    merged
}
