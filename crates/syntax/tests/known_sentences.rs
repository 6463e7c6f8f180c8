//! Sentences of the kind the extractor reads, and what it asks of them.

use rapporteur_syntax::{FineTag, Parse, Parser, Relation, Upos};

struct Sentence {
    words: Vec<&'static str>,
    parse: Parse,
}

fn parse(text: &'static str) -> Sentence {
    let words: Vec<&str> = text.split(' ').collect();
    Sentence { parse: Parser::bundled().parse(&words), words }
}

impl Sentence {
    fn at(&self, word: &str) -> usize {
        self.words.iter().position(|&found| found == word).expect("the tests ask for words of the sentence")
    }

    fn words(&self, places: impl Iterator<Item = usize>) -> Vec<&str> {
        places.map(|at| self.words[at]).collect()
    }

    fn phrase(&self, at: usize) -> String {
        self.words[self.parse.subtree(at)].join(" ")
    }

    fn relation(&self, word: &str) -> Relation {
        self.parse.tokens[self.at(word)].relation
    }

    fn head(&self, word: &str) -> &str {
        self.parse.head(self.at(word)).map_or("", |head| self.words[head])
    }
}

#[test]
fn who_met_whom_where_and_when() {
    let sentence = parse(
        "Foreign Minister Sergei Orlov of Russia met his Turkish counterpart , Kerem Demir , in Ankara on Friday .",
    );
    let met = sentence.at("met");
    assert_eq!(sentence.parse.root(), Some(met));
    assert_eq!(sentence.parse.tokens[met].tag, FineTag::Vbd);
    assert_eq!(sentence.parse.tokens[met].lemma, "meet");
    let subject = sentence.parse.subjects(met).next().unwrap();
    assert_eq!(sentence.phrase(subject), "Foreign Minister Sergei Orlov of Russia");
    assert_eq!(sentence.words(sentence.parse.objects(met)), ["counterpart"]);
    assert_eq!(sentence.relation("Kerem"), Relation::Apposition);
    assert_eq!(sentence.head("Kerem"), "counterpart");
    assert_eq!(sentence.relation("Demir"), Relation::Flat);
    assert_eq!(sentence.words(sentence.parse.obliques(met)), ["Ankara", "Friday"]);
    assert_eq!(sentence.words(sentence.parse.case(sentence.at("Ankara")).into_iter()), ["in"]);
}

#[test]
fn the_passive_and_its_agent() {
    let sentence = parse("The delegation was received by President Tariq Bello in Abuja .");
    let received = sentence.at("received");
    assert!(sentence.parse.is_passive(received));
    assert_eq!(sentence.parse.tokens[received].tag, FineTag::Vbn);
    assert_eq!(sentence.words(sentence.parse.subjects(received)), ["delegation"]);
    let agent = sentence.parse.child(received, Relation::ObliqueAgent).unwrap();
    assert_eq!(sentence.phrase(agent), "by President Tariq Bello");
    assert_eq!(sentence.words(sentence.parse.auxiliaries(received)), ["was"]);
}

#[test]
fn negation_in_its_several_places() {
    for text in [
        "The minister did not attend the talks .",
        "She never met the envoy .",
        "No delegate attended the session .",
        "They did n’t see the president .",
    ] {
        let sentence = parse(text);
        assert!(sentence.parse.negated(sentence.parse.root().unwrap()), "{text}");
    }
    let sentence = parse("The minister attended the talks .");
    assert!(!sentence.parse.negated(sentence.parse.root().unwrap()));
}

#[test]
fn coordination_of_people_and_of_verbs() {
    let sentence = parse("Anna Lindqvist and Tariq Bello met in Oslo and signed a treaty .");
    let subject = sentence.parse.subjects(sentence.at("met")).next().unwrap();
    assert_eq!(sentence.words(sentence.parse.conjuncts(subject)), ["Tariq"]);
    let signed = sentence.at("signed");
    assert_eq!(sentence.relation("signed"), Relation::Conjunct);
    assert_eq!(sentence.parse.subjects(signed).count(), 0);
    assert_eq!(sentence.parse.understood_subject(signed), Some(subject));
}

#[test]
fn subjects_left_unsaid() {
    let sentence = parse("The president urged the envoy to sign the agreement .");
    assert_eq!(sentence.parse.understood_subject(sentence.at("sign")), Some(sentence.at("envoy")));
    let sentence = parse("The president refused to sign the agreement .");
    assert_eq!(sentence.parse.understood_subject(sentence.at("sign")), Some(sentence.at("president")));
}

#[test]
fn speech_reported_and_quoted() {
    let sentence = parse("The minister said that the talks had ended without agreement .");
    assert_eq!(sentence.relation("ended"), Relation::ClausalComplement);
    assert_eq!(sentence.head("ended"), "said");
    assert_eq!(sentence.relation("that"), Relation::Marker);
    let sentence = parse("“ We will not sign , ” the minister told reporters .");
    assert_eq!(sentence.relation("told"), Relation::Root);
    assert_eq!(sentence.relation("sign"), Relation::ClausalComplement);
    let sentence = parse("According to the agency , the ministers met in Geneva .");
    assert_eq!(sentence.relation("agency"), Relation::Oblique);
    assert_eq!(sentence.head("agency"), "met");
}

#[test]
fn relative_clauses() {
    let sentence = parse("The envoy , who chaired the meeting , left on Monday .");
    assert_eq!(sentence.relation("chaired"), Relation::RelativeClause);
    assert_eq!(sentence.head("chaired"), "envoy");
    assert_eq!(sentence.relation("left"), Relation::Root);
}

#[test]
fn compounds_with_a_hyphen_are_one_word() {
    let sentence = parse("The vice-president welcomed the cease-fire .");
    assert_eq!(sentence.relation("vice-president"), Relation::Subject);
    assert_eq!(sentence.parse.tokens[sentence.at("cease-fire")].upos, Upos::Noun);
    assert_eq!(sentence.relation("cease-fire"), Relation::Object);
}

#[test]
fn typography_makes_no_difference() {
    let plain = parse("The king 's envoy said : \" We did n't meet . \"");
    let set = parse("The king ’s envoy said : “ We did n’t meet . ”");
    let arcs = |parse: &Parse| {
        parse.tokens.iter().map(|token| (token.tag, token.head, token.relation)).collect::<Vec<_>>()
    };
    assert_eq!(arcs(&plain.parse), arcs(&set.parse));
}
