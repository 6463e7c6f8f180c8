//! The extractor that reads by grammar and lexicon: text, mentions, cast, meetings, records.

use std::ops::Range;
use std::sync::Arc;

use rapporteur_schema::{Edtf, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use crate::affiliation::Affiliations;
use crate::cast::Cast;
use crate::date::{self, Dates, TimeExpression};
use crate::decision::Draft;
use crate::input::{self, Input};
use crate::interview;
use crate::lexicon;
use crate::meeting::Clock;
use crate::mention::capitals::is_all_upper;
use crate::mention::{Mention, MentionKind, described, handle, scan, venue};
use crate::models::Models;
use crate::record::Assembly;
use crate::text::{BlockKind, Text};
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
            let Found { affiliations, statements, meetings } = found(&text, &cast, &dates, published);
            let mut outcomes = outcome::outcomes(&text, &cast, &affiliations, &statements);
            outcome::meeting::complete(&cast, &meetings, &mut outcomes);
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
    let statements = statement::statements(text, cast);
    let quoted = statements.iter().filter(|statement| statement.quoted);
    let mut voices: Vec<meeting::Voice> =
        quoted.map(|statement| (statement.words.clone(), statement.speaker)).collect();
    // Of who quotes nobody: the writer of a letter, the orator of a speech.
    let alone = letter::writer(text, cast)
        .or_else(|| letter::sender(text, cast))
        .or_else(|| letter::own_name(text, cast))
        .or_else(|| letter::orator(text, cast))
        .or_else(|| letter::memoirist(text, cast));
    voices.extend(alone.map(|writer| (0..text.source.len(), writer)));
    let meetings = meeting::meetings(text, cast, &affiliations, &clock, &voices);
    Found { affiliations, statements, meetings }
}

impl Extractor for RuleExtractor {
    fn extract(&self, bytes: &[u8], source: &Source) -> Extraction {
        self.read(bytes, source, Trace::default()).extraction
    }
}

fn cast(text: &Text<'_>) -> Cast {
    let mut mentions = Vec::new();
    let turns = interview::turns(text);
    for sentence in 0..text.sentences.len() {
        let kind = text.block_of(sentence).kind;
        if kind == BlockKind::Byline {
            mentions.extend(written_in(text, sentence));
            continue;
        }
        let label = text.label_words(sentence);
        let spoken =
            if is_letter(&label) { Vec::new() } else { scan::named(sentence, &label, false, text.lexicon) };
        mentions.extend(spoken.into_iter().map(|mention| {
            // "GETACHEW REDA, head of delegation:" is somebody who speaks, whatever the shouting.
            let shouted = mention.name.start == 0
                && mention.name.len() > 1
                && label[mention.name.clone()].iter().all(|word| !word.chars().any(char::is_lowercase));
            let asks = turns.as_ref().is_some_and(|turns| turns[sentence] == Some(interview::Turn::Question));
            let kind = match mention.kind {
                // "KHARTOUM, April 22 (Nile Wire) -": an agency.
                MentionKind::Person | MentionKind::Organization | MentionKind::Other
                    if is_agency(&label, &mention) =>
                {
                    MentionKind::Outlet
                }
                MentionKind::Other if shouted => MentionKind::Person,
                // "Novo Jornal: Minister, what next?": it is a newspaper that asks.
                MentionKind::Person if asks && mention.offices.is_empty() => MentionKind::Outlet,
                kind => kind,
            };
            Mention { in_label: true, kind, ..mention }
        }));
        let words = text.words(sentence);
        let headline = matches!(kind, BlockKind::Title | BlockKind::Heading);
        let named = scan::named(sentence, &words, headline, text.lexicon);
        let mut named: Vec<Mention> = named.into_iter().map(|mention| listed(&words, mention)).collect();
        if let Some(author) = author(sentence, &words)
            && named.iter().all(|mention| mention.kind == MentionKind::Other)
        {
            named = vec![author];
        }
        let mut all = described::described(sentence, &words, &named);
        all.extend(named);
        all.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
        // "The delegate of Japan, Mr Kenji Mori": described, and then named.
        for at in 0..all.len() {
            let end = all[at].tokens.end;
            let named = all[at + 1..].iter().take(3).any(|other| {
                other.kind == MentionKind::Person
                    && other.tokens.start == end + 1
                    && words.get(end) == Some(&",")
            });
            let one = all[at].offices.first().is_some_and(|office| !office.ends_with('s'));
            if all[at].kind == MentionKind::Unnamed && one && named {
                all[at].kind = MentionKind::Described;
            }
        }
        if !headline {
            venue::venues(sentence, &words, &text.sentences[sentence].parse, &mut all);
        }
        mentions.extend(all);
    }
    own_bodies(text, &mut mentions);
    let unnamed = described::in_labels(text, &mentions);
    mentions.extend(unnamed);
    let handles = handle::handles(text, &mentions);
    mentions.retain(|mention| !handles.iter().any(|handle| is_within(mention, handle)));
    mentions.extend(handles);
    mentions.sort_by_key(|mention| {
        (mention.sentence, !mention.in_label, mention.tokens.start, mention.tokens.end)
    });
    let cast = Cast::new(text, mentions);
    for (index, mention) in cast.mentions.iter().enumerate() {
        let words = || mention.name(text);
        match cast.actor[index] {
            Some(actor) => text.trace.kept(mention.sentence, "mention", || {
                format!("{:?} `{}` means {}", mention.kind, words(), cast.members[actor].name)
            }),
            None => text.trace.dropped(mention.sentence, "mention", || {
                format!("{:?} `{}` means no actor", mention.kind, words())
            }),
        }
    }
    cast
}

/// The city from which a byline says that the text comes: "By ANA DUARTE in Addis Ababa"; who wrote it is no actor.
fn written_in(text: &Text<'_>, sentence: usize) -> Option<Mention> {
    let words = text.words(sentence);
    let before = |mention: &Mention| mention.tokens.start.checked_sub(1).map_or(",", |at| words[at]);
    scan::named(sentence, &words, false, text.lexicon).into_iter().find(|mention| {
        mention.kind == MentionKind::City && matches!(before(mention), "in" | "," | "·" | "|" | "from")
    })
}

/// Whether a mention stands within the name of an organisation that posts: "Peru" in `Peru MFA @PeruMFA`.
fn is_within(mention: &Mention, poster: &Mention) -> bool {
    poster.kind == MentionKind::Organization
        && mention.sentence == poster.sentence
        && mention.in_label == poster.in_label
        && mention.tokens.start < poster.tokens.end
}

/// A name in capitals that opens a sentence with its state behind it is a delegate's: "ADA OBI (Peru) said".
fn listed(words: &[&str], mention: Mention) -> Mention {
    let end = mention.tokens.end;
    let state = |at: usize| {
        let close = (at..words.len()).take(6).find(|&at| words[at] == ")")?;
        let article = usize::from(words[at].eq_ignore_ascii_case("the"));
        lexicon::longest(&words[at + article..close])
    };
    let delegate = mention.kind == MentionKind::Other
        && mention.tokens.start == 0
        && mention.tokens.len() > 1
        && words[mention.tokens.clone()].iter().all(|word| !word.chars().any(char::is_lowercase))
        && words.get(end) == Some(&"(")
        && state(end + 1).is_some_and(|known| matches!(known.kind, lexicon::KnownKind::State));
    if delegate { Mention { kind: MentionKind::Person, ..mention } } else { mention }
}

/// A body that a text calls by a common word alone is the text's own: "the Commission" of a Joint Commission
/// is not the one in Brussels, nor "the House" that in Washington.
fn own_bodies(text: &Text<'_>, mentions: &mut [Mention]) {
    const COMMON: &[&str] = &[
        "Commission",
        "House",
        "Senate",
        "Council",
        "Assembly",
        "Congress",
        "Parliament",
        "Committee",
        "Court",
        "Bank",
        "Union",
        "Fund",
        "League",
        "Board",
        "Conference",
        "Press",
        "Conversation",
        "Observer",
        "Mission",
        "Alliance",
        "Secretariat",
        "Community",
        "Group",
        "Front",
        "Federation",
        "Agency",
        "Authority",
        "Summit",
        "Organization",
        "Organisation",
    ];
    let bare = |mention: &Mention| {
        let name = mention.name(text);
        name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name).to_owned()
    };
    let bodies = |mention: &&Mention| matches!(mention.kind, MentionKind::Organization | MentionKind::Outlet);
    let full: Vec<(String, Option<String>)> = mentions
        .iter()
        .filter(bodies)
        .map(|mention| (bare(mention), mention.known.as_deref().map(str::to_owned)))
        .filter(|(name, _)| name.contains(' ') || name.len() < 5 && !COMMON.contains(&name.as_str()))
        .collect();
    let united = mentions
        .iter()
        .any(|mention| mention.kind == MentionKind::State && mention.name(text).ends_with("United States"));
    for mention in mentions.iter_mut() {
        let before = |back: usize| {
            let words = text.words(mention.sentence);
            mention
                .tokens
                .start
                .checked_sub(back)
                .filter(|_| !mention.in_label)
                .map_or(String::new(), |at| words[at].to_lowercase())
        };
        // "neighbouring States", "the Ministers of Foreign Affairs"
        let name = mention.name(text);
        if name == "States" && (before(1) != "the" || !united)
            || name == "Foreign Affairs" && matches!(before(1).as_str(), "of" | "for" | "and")
        {
            mention.kind = MentionKind::Other;
            (mention.known, mention.country) = (None, None);
        }
    }
    for mention in mentions.iter_mut().filter(|mention| bodies(&&**mention)) {
        let name = bare(mention);
        let Some(known) = mention.known.as_deref().filter(|_| COMMON.contains(&name.as_str())) else {
            continue;
        };
        if full.iter().any(|(_, other)| other.as_deref() == Some(known)) {
            continue;
        }
        let longer = full.iter().any(|(other, _)| other.split(' ').next_back() == Some(name.as_str()));
        let outlet = mention.kind == MentionKind::Outlet;
        if outlet && mention.name(text) != name {
            continue;
        }
        (mention.known, mention.country) = (None, None);
        mention.kind = if longer || outlet { MentionKind::Other } else { MentionKind::Organization };
    }
}

/// Who stands alone and shouted above a text: "TORLEIF AASGAARD", over his recollections.
fn author(sentence: usize, words: &[&str]) -> Option<Mention> {
    const HEAD: usize = 3;
    let shouted = |word: &&str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
        letters && is_all_upper(word) && word.chars().count() > 2 && !lexicon::is_common(&word.to_lowercase())
    };
    let alone = sentence < HEAD && (2..=3).contains(&words.len()) && words.iter().all(shouted);
    let tokens = 0..words.len();
    (alone && lexicon::longest(words).is_none()).then(|| Mention {
        sentence,
        in_label: false,
        tokens: tokens.clone(),
        name: tokens,
        kind: MentionKind::Person,
        known: None,
        country: None,
        offices: Vec::new(),
        of: None,
    })
}

/// Whether a name stands in brackets before the dash of a dateline.
fn is_agency(label: &[&str], mention: &Mention) -> bool {
    let before = mention.tokens.start.checked_sub(1).map(|at| label[at]);
    before == Some("(")
        && label.get(mention.tokens.end) == Some(&")")
        && matches!(label.get(mention.tokens.end + 1), Some(&("-" | "–" | "—" | "--")))
        && mention.tokens.end + 2 == label.len()
        && mention.offices.is_empty()
}

/// Whether a label is a letter for who speaks: "Q:", "A."
fn is_letter(label: &[&str]) -> bool {
    matches!(label.first(), Some(&("Q" | "A" | "Q." | "A."))) && label.len() <= 2
}

/// The day that a sentence goes on with: the one named last in its paragraph, where that is over, else
/// that of its entry or of the publication.
fn going_on(dates: &Dates, sentence: usize, published: Option<jiff::civil::Date>) -> Option<Edtf> {
    let named = dates.named_before(sentence).filter(|named| {
        named.as_day().is_some_and(|day| {
            published.is_some_and(|published| {
                day <= published && published.since(day).is_ok_and(|span| span.get_days() <= 14)
            })
        })
    });
    named.or_else(|| dates.reference_of(sentence)).cloned()
}

/// The date by which an outcome is to be done: "will be freed by 25 March".
fn due(text: &Text<'_>, dates: &Dates, found: &outcome::FoundOutcome) -> Option<Edtf> {
    let within = |at: usize| {
        let range = text.bytes(found.sentence, at..at + 1);
        found.words.start <= range.start && range.start < found.words.end
    };
    let open =
        !matches!(found.status, OutcomeStatus::Implemented | OutcomeStatus::Rejected | OutcomeStatus::Failed);
    let named = dates.expressions_in(found.sentence).iter();
    named
        .filter(|date| matches!(date.kind, date::Kind::By | date::Kind::Before))
        .find(|date| open && within(date.tokens.start))
        .map(|date| date.when.clone())
}

/// Whether a month is that of somebody's office: "Council President for October".
fn is_term(words: &[&str], date: usize) -> bool {
    let before = |back: usize| date.checked_sub(back).map_or(String::new(), |at| words[at].to_lowercase());
    before(1) == "for"
        && matches!(
            before(2).as_str(),
            "president" | "chair" | "chairman" | "chairwoman" | "presidency" | "chairmanship"
        )
}

/// How many verbs joined to others stand between a date and a token: of "called on her on the 5th and spoke with him
/// on the 9th" the second was on the 9th.
fn clauses_between(parse: &Parse, date: usize, token: usize) -> usize {
    let verbs = |at: usize| -> Vec<usize> {
        let path = std::iter::once(at).chain(parse.ancestors(at));
        path.filter(|&at| parse.tokens[at].upos == Upos::Verb).collect()
    };
    let (own, other) = (verbs(token), verbs(date));
    let joined = |at: &usize| parse.tokens[*at].relation == Relation::Conjunct;
    let only = |these: &[usize], those: &[usize]| {
        these.iter().filter(|at| !those.contains(at)).filter(|at| joined(at)).count()
    };
    only(&own, &other) + only(&other, &own)
}

/// The date that a sentence names nearest to a token. One in the token's own clause goes before one of the clause
/// around it: of "denied on Monday that he had met her on 5 April" the meeting was on the 5th.
fn nearest<'d>(
    text: &Text<'_>,
    dates: &'d Dates,
    sentence: usize,
    token: usize,
) -> Option<&'d TimeExpression> {
    let parse = &text.sentences[sentence].parse;
    let clause = parse
        .tokens
        .get(token)
        .filter(|verb| matches!(verb.relation, Relation::ClausalComplement))
        .map(|_| parse.subtree(token));
    let outside = |at: usize| clause.as_ref().is_some_and(|clause| !clause.contains(&at));
    // "They met for the first time since fighting broke out last October": the day of another thing.
    let beneath = |at: usize| {
        let path = parse.ancestors(at).take_while(|&above| above != token);
        parse.ancestors(at).any(|above| above == token)
            && path.into_iter().any(|above| {
                parse.tokens[above].relation == Relation::AdverbialClause
                    && parse.subjects(above).any(|subject| parse.tokens[subject].upos != Upos::Pronoun)
            })
    };
    // "The leaders who have been in session here went home yesterday": what the clause around it did.
    let relative = std::iter::once(token)
        .chain(parse.ancestors(token))
        .find(|&at| matches!(parse.tokens[at].relation, Relation::RelativeClause))
        .map(|clause| *parse.subtree(clause).end());
    let verb =
        |at: usize| matches!(parse.tokens[at].tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md);
    let around = |at: usize| relative.is_some_and(|end| end < at && (end..at).any(verb));
    // "A project that was agreed on in 2012", "she recalled that she had been there in April": of what else is told.
    let elsewhere = |at: usize| {
        let above: Vec<usize> = std::iter::once(token).chain(parse.ancestors(token)).collect();
        std::iter::once(at).chain(parse.ancestors(at)).take_while(|node| !above.contains(node)).any(|node| {
            // "The first meeting since the enlargement on 1 May": the day of that.
            if node != at && parse.case(node).is_some_and(|case| parse.tokens[case].lemma == "since") {
                return true;
            }
            match parse.tokens[node].relation {
                // "In Peking, which she visited in May, she was received": of the same place.
                Relation::RelativeClause => {
                    node > token && parse.head(node).is_some_and(|noun| !above.contains(&noun))
                }
                Relation::ClausalComplement => true,
                // "X, expected on Monday, did not come"
                Relation::AdnominalClause => {
                    matches!(parse.tokens[node].tag, FineTag::Vbn | FineTag::Vbd)
                        && node < token
                        && parse.head(node).is_some_and(|noun| !above.contains(&noun))
                }
                _ => false,
            }
        })
    };
    // "The round, set for the 19th, was put back and will be held on the 20th": the day that no longer holds.
    let changes = dates.changes_in(sentence);
    let verb_of = |at: usize| parse.ancestors(at).find(|&above| parse.tokens[above].upos == Upos::Verb);
    let former = |found: &TimeExpression| {
        // "They were to have met on the 11th but will now meet on the 20th": of the first verb it is the day.
        let own = |change: &date::Change| {
            verb_of(change.from.start) == Some(token) && verb_of(change.to.start) != Some(token)
        };
        changes.iter().any(|change| change.from == found.tokens && !own(change))
    };
    let holds = |found: &TimeExpression| changes.iter().any(|change| change.to == found.tokens);
    let words = text.words(sentence);
    dates
        .expressions_in(sentence)
        .iter()
        .filter(|found| matches!(found.kind, date::Kind::Point) || holds(found))
        .filter(|found| !former(found))
        .filter(|found| !beneath(found.tokens.start) && !elsewhere(found.tokens.start))
        .filter(|found| !around(found.tokens.start))
        .filter(|found| !is_term(&words, found.tokens.start))
        .min_by_key(|found| {
            let at = found.tokens.start;
            let beneath = parse.ancestors(at).any(|above| above == token);
            (outside(at), !beneath, clauses_between(parse, at, token), at.abs_diff(token))
        })
}
