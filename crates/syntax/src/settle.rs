//! What a tree that the parser found cannot be, mended by what the sentence must have: a verb its object, its subject,
//! itself.
//!
//! It must not know words, but for the full stop, the semicolon, "each other", "one another" and the ending "-ing".
//! Invariant: a tree stays one; each step is linear.

use crate::parse::ParsedToken;
use crate::{FineTag, Relation, Upos};

/// Mends the tree.
pub(crate) fn settle(tokens: &mut [ParsedToken]) {
    free_late_objects(tokens);
    raise_only_verb(tokens);
    raise_main_verb(tokens);
    free_listed_subjects(tokens);
    free_reciprocals(tokens);
    free_possessed_objects(tokens);
    wake_verbal_nouns(tokens);
    complement_extraposed(tokens);
}

/// "It was agreed that they would meet": the clause behind is what was agreed, whether or not "it" holds its place.
fn complement_extraposed(tokens: &mut [ParsedToken]) {
    let held = heads_of(tokens, |relation| relation == Relation::Expletive);
    for (at, token) in tokens.iter_mut().enumerate() {
        let clause = matches!(token.relation, Relation::ClausalSubject | Relation::PassiveClausalSubject);
        if clause && token.head.is_some_and(|head| head < at && held[head]) {
            token.relation = Relation::ClausalComplement;
        }
    }
}

/// "Accused her of meeting the envoy": a noun has no object.
fn wake_verbal_nouns(tokens: &mut [ParsedToken]) {
    let mut wakes = heads_of(tokens, |relation| relation == Relation::Object);
    for (token, wakes) in tokens.iter_mut().zip(&mut wakes) {
        *wakes &= token.tag == FineTag::Nn && token.lemma.ends_with("ing");
        if *wakes {
            token.tag = FineTag::Vbg;
            token.upos = Upos::Verb;
            token.relation = match token.relation {
                Relation::Oblique => Relation::AdverbialClause,
                Relation::NominalModifier => Relation::AdnominalClause,
                relation => relation,
            };
        }
    }
    for token in tokens.iter_mut().filter(|token| token.relation == Relation::Case) {
        if token.head.is_some_and(|head| wakes[head]) {
            token.relation = Relation::Marker;
        }
    }
}

/// Which tokens have one below them that stands in a relation of a kind to them.
fn heads_of(tokens: &[ParsedToken], is_of_kind: impl Fn(Relation) -> bool) -> Vec<bool> {
    let mut heads = vec![false; tokens.len()];
    for token in tokens.iter().filter(|token| is_of_kind(token.relation)) {
        heads[token.head.unwrap_or_default()] = true;
    }
    heads
}

/// "Received this morning the Vice-Minister of Peru": what stands behind a time without a comma is no other name
/// of it, but what the verb was waiting for. The tree keeps its form: a token moves to the head of its head.
fn free_late_objects(tokens: &mut [ParsedToken]) {
    let mut served = heads_of(tokens, Relation::is_object);
    let titled = heads_of(tokens, |relation| relation == Relation::Description);
    for at in 0..tokens.len() {
        if tokens[at].relation != Relation::Apposition {
            continue;
        }
        let Some(adjunct) = tokens[at].head.filter(|&adjunct| adjunct < at) else { continue };
        let Some(verb) = tokens[adjunct].head else { continue };
        // "Received at the Ministry President X": nor is a place called so.
        let is_place = tokens[adjunct].relation == Relation::Oblique && titled[at];
        let is_adjunct = (tokens[adjunct].relation == Relation::ObliqueTime || is_place)
            && tokens[verb].upos == Upos::Verb
            && verb < adjunct;
        let set_off = tokens[adjunct + 1..at].iter().any(|token| token.upos == Upos::Punctuation);
        if is_adjunct && !set_off && !served[verb] {
            served[verb] = true;
            tokens[at].head = Some(verb);
            tokens[at].relation = Relation::Object;
        }
    }
}

/// "Ministers of ten states gathered in Riga.": of a whole sentence without another verb the participle behind its noun is
/// what they did.
fn raise_only_verb(tokens: &mut [ParsedToken]) {
    /// How many nouns above the verb the one is looked for that acts.
    const UP: usize = 3;
    let Some(noun) = tokens.iter().position(|token| token.head.is_none()) else { return };
    let nominal = matches!(tokens[noun].upos, Upos::Noun | Upos::ProperNoun);
    let whole = tokens.last().is_some_and(|token| token.lemma == ".");
    let finite = |token: &ParsedToken| {
        matches!(token.tag, FineTag::Vbz | FineTag::Vbp | FineTag::Md)
            || token.tag == FineTag::Vbd && token.relation != Relation::AdnominalClause
    };
    if !nominal || !whole || tokens.iter().any(finite) {
        return;
    }
    let hangs = |at: usize| {
        let up = |at: &usize| tokens[*at].head.filter(|_| tokens[*at].relation == Relation::NominalModifier);
        std::iter::successors(Some(at), up).take(UP).any(|at| at == noun)
    };
    let of_noun = |token: &ParsedToken| {
        token.relation == Relation::AdnominalClause
            && matches!(token.tag, FineTag::Vbn | FineTag::Vbd)
            && token.head.is_some_and(hangs)
    };
    let Some(verb) = tokens.iter().position(of_noun).filter(|&verb| verb > noun) else { return };
    // What hangs on the noun behind the verb is the verb's.
    for token in tokens.iter_mut().skip(verb + 1).filter(|token| token.head == Some(noun)) {
        token.head = Some(verb);
    }
    tokens[verb].head = None;
    tokens[verb].relation = Relation::Root;
    tokens[verb].tag = FineTag::Vbd;
    tokens[noun].head = Some(verb);
    tokens[noun].relation = Relation::Subject;
}

/// "A visit by Ada, announced for Monday, has been put off": the participle between commas is not what the sentence says,
/// where a finite verb behind them has no subject.
fn raise_main_verb(tokens: &mut [ParsedToken]) {
    let Some(participle) = tokens.iter().position(|token| token.head.is_none()) else { return };
    let comma = |at: usize| tokens[at].upos == Upos::Punctuation;
    let set_off = participle > 0
        && comma(participle - 1)
        && tokens[participle].upos == Upos::Verb
        && matches!(tokens[participle].tag, FineTag::Vbd | FineTag::Vbn);
    let of = |head: usize| move |token: &ParsedToken| token.head == Some(head);
    let subject =
        tokens[..participle].iter().position(|token| of(participle)(token) && token.relation.is_subject());
    let Some(subject) = subject.filter(|_| set_off) else { return };
    let verb = (participle + 1..tokens.len()).find(|&verb| {
        let first = |at: usize| of(verb)(&tokens[at]) && tokens[at].upos == Upos::Auxiliary;
        let auxiliary = (participle + 1..verb).find(|&at| first(at));
        tokens[verb].relation == Relation::Parataxis
            && tokens[verb].head == Some(participle)
            && auxiliary.is_some_and(|at| comma(at - 1))
            && !tokens.iter().any(|token| of(verb)(token) && token.relation.is_subject())
    });
    let Some(verb) = verb else { return };
    let passive = tokens.iter().any(|token| of(verb)(token) && token.relation == Relation::PassiveAuxiliary);
    tokens[verb].head = None;
    tokens[verb].relation = Relation::Root;
    tokens[subject].head = Some(verb);
    tokens[subject].relation = if passive { Relation::PassiveSubject } else { Relation::Subject };
    tokens[participle].head = Some(subject);
    tokens[participle].relation = Relation::AdnominalClause;
    tokens[participle].tag = FineTag::Vbn;
}

/// "At a base in Ohio, Ada, Bo and Cy shake hands": of a verb before which a place is joined to others behind a comma,
/// and which has no subject, the others are that.
fn free_listed_subjects(tokens: &mut [ParsedToken]) {
    /// How many tokens above the first of a list the verb is looked for.
    const UP: usize = 3;
    let mut has_subject = heads_of(tokens, Relation::is_subject);
    let finite = |token: &ParsedToken| {
        // Of "shake hands" the tagger may see the bare form only.
        let bare = token.tag == FineTag::Vb && token.relation == Relation::Root;
        token.upos == Upos::Verb && (bare || matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp))
    };
    for first in 1..tokens.len() {
        let Some(place) = tokens[first].head.filter(|&place| place + 1 < first) else { continue };
        let joined =
            tokens[first].relation == Relation::Conjunct && tokens[first - 1].upos == Upos::Punctuation;
        let listed = tokens[place + 1..first].iter().any(|token| token.relation == Relation::Coordination);
        if !joined || listed || !matches!(tokens[first].upos, Upos::ProperNoun | Upos::Noun | Upos::Pronoun) {
            continue;
        }
        let path: Vec<usize> =
            std::iter::successors(Some(place), |&at| tokens[at].head).take(UP + 1).collect();
        // "was led by Ada; Bo and Cy took part"
        let apart = tokens[first - 1].lemma == ";";
        let Some(verb) = path.windows(2).find_map(|pair| {
            (tokens[pair[0]].relation.is_oblique() || apart).then_some(pair[1]).filter(|&verb| verb > first)
        }) else {
            continue;
        };
        if has_subject[verb] || !finite(&tokens[verb]) {
            continue;
        }
        has_subject[verb] = true;
        let joined =
            |token: &&mut ParsedToken| token.head == Some(place) && token.relation == Relation::Conjunct;
        for token in tokens.iter_mut().take(verb).skip(first + 1).filter(joined) {
            token.head = Some(first);
        }
        tokens[first].head = Some(verb);
        tokens[first].relation = Relation::Subject;
    }
}

/// "They last saw each other in Nairobi": the two words are whom the verb acts on, and belong to no noun behind them.
fn free_reciprocals(tokens: &mut [ParsedToken]) {
    for each in 1..tokens.len().saturating_sub(1) {
        let (verb, other) = (each - 1, each + 1);
        let pair = matches!(
            (tokens[each].lemma.as_str(), tokens[other].lemma.as_str()),
            ("each", "other") | ("one", "another")
        );
        if !pair || tokens[verb].upos != Upos::Verb || tokens[each].head == Some(verb) {
            continue;
        }
        // Neither may hold up what stands above them.
        let below = |token: &ParsedToken| token.head == Some(each) || token.head == Some(other);
        if tokens.iter().enumerate().any(|(at, token)| at != each && at != other && below(token)) {
            continue;
        }
        let noun = tokens[each].head.filter(|&noun| noun > other);
        tokens[each].head = Some(verb);
        tokens[each].relation = Relation::Object;
        tokens[other].head = Some(each);
        tokens[other].relation = Relation::Fixed;
        if let Some(noun) = noun.filter(|&noun| tokens[noun].relation.is_object()) {
            tokens[noun].relation = Relation::Oblique;
        }
    }
}

/// "Received at the Ministry His Excellency Dr. Rao": a noun that has its article has no possessive behind it; what the
/// possessive begins is what the verb was waiting for.
fn free_possessed_objects(tokens: &mut [ParsedToken]) {
    let mut served = heads_of(tokens, Relation::is_object);
    for own in 1..tokens.len() {
        let noun = own - 1;
        let Some(object) = tokens[own].head.filter(|&head| head > own) else { continue };
        let Some(verb) = tokens[object].head else { continue };
        let of_noun = tokens[own].tag == FineTag::PrpPossessive
            && tokens[noun].head == Some(object)
            && matches!(tokens[noun].upos, Upos::Noun | Upos::ProperNoun)
            && tokens[object].relation.is_oblique()
            && tokens[verb].upos == Upos::Verb
            && !served[verb];
        let has_article = tokens[..noun]
            .iter()
            .any(|token| token.head == Some(object) && token.relation == Relation::Determiner);
        if !of_noun || !has_article {
            continue;
        }
        for token in tokens[..noun].iter_mut().filter(|token| token.head == Some(object)) {
            token.head = Some(noun);
        }
        tokens[noun].head = Some(verb);
        tokens[noun].relation = tokens[object].relation;
        tokens[object].relation = Relation::Object;
        served[verb] = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Parse;

    /// A token: its head, counted from 1 and 0 for none, its part of speech, its tag, its relation.
    type Row = (usize, Upos, FineTag, Relation);

    fn settled(rows: &[Row]) -> Parse {
        let token = |&(head, upos, tag, relation): &Row| ParsedToken {
            upos,
            tag,
            lemma: if upos == Upos::Punctuation { ".".to_owned() } else { "word".to_owned() },
            head: head.checked_sub(1),
            relation,
        };
        Parse::new(rows.iter().map(token).collect())
    }

    #[test]
    fn what_stands_behind_a_time_is_the_object() {
        // "received yesterday ministers"
        let parse = settled(&[
            (0, Upos::Verb, FineTag::Vbd, Relation::Root),
            (1, Upos::Noun, FineTag::Nn, Relation::ObliqueTime),
            (2, Upos::Noun, FineTag::Nns, Relation::Apposition),
        ]);
        assert_eq!(parse.objects(0).collect::<Vec<_>>(), [2]);
        // "met ministers yesterday envoys": it has one.
        let parse = settled(&[
            (0, Upos::Verb, FineTag::Vbd, Relation::Root),
            (1, Upos::Noun, FineTag::Nns, Relation::Object),
            (1, Upos::Noun, FineTag::Nn, Relation::ObliqueTime),
            (3, Upos::Noun, FineTag::Nns, Relation::Apposition),
        ]);
        assert_eq!(parse.objects(0).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn a_list_behind_a_place_is_the_subject() {
        // "Ohio, Ada Bo met"
        let rows = [
            (5, Upos::ProperNoun, FineTag::Nnp, Relation::Oblique),
            (3, Upos::Punctuation, FineTag::Comma, Relation::Punctuation),
            (1, Upos::ProperNoun, FineTag::Nnp, Relation::Conjunct),
            (1, Upos::ProperNoun, FineTag::Nnp, Relation::Conjunct),
            (0, Upos::Verb, FineTag::Vbd, Relation::Root),
        ];
        let parse = settled(&rows);
        assert_eq!(parse.subjects(4).collect::<Vec<_>>(), [2]);
        assert_eq!(parse.conjuncts(2).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn the_only_verb_of_a_sentence_is_its_root() {
        // "ministers gathered here."
        let rows = [
            (0, Upos::Noun, FineTag::Nns, Relation::Root),
            (1, Upos::Verb, FineTag::Vbn, Relation::AdnominalClause),
            (2, Upos::Adverb, FineTag::Rb, Relation::AdverbialModifier),
            (1, Upos::Punctuation, FineTag::Comma, Relation::Punctuation),
        ];
        let parse = settled(&rows);
        assert_eq!(parse.root(), Some(1));
        assert_eq!(parse.subjects(1).collect::<Vec<_>>(), [0]);
        assert_eq!(parse.head(3), Some(1));
    }

    #[test]
    fn a_noun_with_an_object_is_a_verb() {
        // "accused ministers of meeting envoys"
        let rows = [
            (0, Upos::Verb, FineTag::Vbd, Relation::Root),
            (1, Upos::Noun, FineTag::Nns, Relation::Object),
            (4, Upos::Adposition, FineTag::In, Relation::Case),
            (1, Upos::Noun, FineTag::Nn, Relation::Oblique),
            (4, Upos::Noun, FineTag::Nns, Relation::Object),
        ];
        let token = |(at, &(head, upos, tag, relation)): (usize, &Row)| ParsedToken {
            upos,
            tag,
            lemma: ["word", "word", "of", "meeting", "word"][at].to_owned(),
            head: head.checked_sub(1),
            relation,
        };
        let parse = Parse::new(rows.iter().enumerate().map(token).collect());
        assert_eq!(parse.tokens[3].tag, FineTag::Vbg);
        assert_eq!(parse.tokens[3].relation, Relation::AdverbialClause);
        // Whom one accuses of it, and not who accuses.
        assert_eq!(parse.understood_subject(3), Some(1));
    }
}
