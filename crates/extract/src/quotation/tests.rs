//! What stands in quotation marks, over sentences and paragraphs.

use super::*;

fn told(source: &str) -> Vec<String> {
    quotations(&Text::read(source)).iter().map(|q| source[q.range.clone()].to_owned()).collect()
}

#[test]
fn every_kind_of_mark() {
    assert_eq!(told("He said “we came” and \"we left\" and left."), ["we came", "we left"]);
    assert_eq!(told("Il dit « oui » ou «non» et part."), [" oui ", "non"]);
    assert_eq!(told("Er sagte „ja“ und ging. »Nein«, sagte sie."), ["ja", "Nein"]);
    assert_eq!(told("‘It is yours,’ Obi told them. ‘Look.’"), ["It is yours,", "Look."]);
    assert_eq!(told("'It isn't yours,' Obi told them."), ["It isn't yours,"]);
}

#[test]
fn apostrophes_are_no_marks() {
    assert!(told("The ministers' talks in N'Djamena didn't end; Obi's aide left in the '90s.").is_empty());
    assert!(told("The ministers’ talks didn’t end.").is_empty());
    assert_eq!(told("‘The ministers’ talks are over,’ he said."), ["The ministers’ talks are over,"]);
    assert!(told("He is 5' 10\" tall.").is_empty());
}

#[test]
fn nesting() {
    let source = "“He told me, ‘Change the restaurant.’ We did,” she said.";
    let found = quotations(&Text::read(source));
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].nested, Some(0));
    assert_eq!(&source[found[1].range.clone()], "Change the restaurant.");
    assert_eq!(&source[found[1].outer.clone()], "‘Change the restaurant.’");
}

#[test]
fn several_sentences_and_paragraphs() {
    let source = "“We came. We saw,” he said. “And\n\n“we left again. Then it rained.”\n\n“New,” she said.";
    let text = Text::read(source);
    let found = quotations(&text);
    assert_eq!(found[0].sentences, 0..2);
    assert!(!found[1].closed && found[2].closed);
    assert_eq!(found[2].follows, Some(1));
    assert_eq!(found[3].follows, None);
}

#[test]
fn a_quotation_that_goes_on_without_a_mark() {
    let source = "“We came to the town and saw nobody.\n\nThen we left,” he said.";
    let found = quotations(&Text::read(source));
    assert_eq!(found.len(), 2);
    assert!(!found[1].opened && found[1].closed);
    assert_eq!(&source[found[1].range.clone()], "Then we left,");
    assert_eq!(found[1].follows, Some(0));
}

#[test]
fn a_missing_close_swallows_little() {
    assert_eq!(told("He spoke of “peace at last. The envoy left.\n\nNothing more."), ["peace at last."]);
    assert_eq!(told("“We came. We left.\n\nThe envoy slept."), ["We came. We left."]);
    assert_eq!(told("“We came and “we left” he said."), ["We came and ", "we left"]);
    assert_eq!(told("“We do so,” he said,” Obi said."), ["We do so,"]);
}

#[test]
fn scare_quotes_stand_within_a_clause() {
    let scare = |source: &str| quotations(&Text::read(source))[0].scare;
    assert!(scare("He called it “unacceptable.”"));
    assert!(scare("The “frozen” talks went on."));
    assert!(!scare("“Yes,” he said."));
    assert!(!scare("He said: “No.”"));
    assert!(!scare("He called it “a very good day indeed”."));
    assert!(!scare("The source said “yes”."));
}

#[test]
fn mixed_marks_pair_by_family() {
    assert_eq!(told("He said \"we came” and left."), ["we came"]);
    assert_eq!(told("He said “we came\" and left."), ["we came"]);
}

#[test]
fn any_marks_give_ordered_quotations() {
    for source in ["\"\"\"\"\"", "“”’‘'", "'\"'\"'", "„„„““", "«»«»", "“", "a\"b\"c", "‘‘‘‘‘‘‘‘a’"]
    {
        let text = Text::read(source);
        let found = quotations(&text);
        for pair in found.windows(2) {
            assert!(pair[0].outer.start <= pair[1].outer.start, "{source}");
        }
        assert!(found.iter().all(|q| source.get(q.range.clone()).is_some()), "{source}");
    }
}
