//! The blocks of texts, by the looks of their lines.

use super::*;
use BlockKind::*;

fn kinds(source: &str) -> Vec<(BlockKind, usize, &str)> {
    blocks(source).iter().map(|b| (b.kind, b.section, &source[b.range.clone()])).collect()
}

#[test]
fn posts_of_a_live_blog_are_sections() {
    let source =
        "Talks live\n\n18.41\nA deal at last\nThe envoys signed.\n\n17.20\nNo deal yet\nThey sat down.\n";
    assert_eq!(
        kinds(source),
        [
            (Title, 0, "Talks live"),
            (Timestamp, 0, "18.41"),
            (Heading, 1, "A deal at last"),
            (Paragraph, 1, "The envoys signed."),
            (Timestamp, 2, "17.20"),
            (Heading, 2, "No deal yet"),
            (Paragraph, 2, "They sat down."),
        ]
    );
}

#[test]
fn lines_wrapped_by_hand_are_one_paragraph() {
    let source = "The foreign ministers of Peru and Chile met on Friday in the\r\n\
        town of Tacna, where they talked for two hours about the border and\r\n\
        the fishing grounds. They will meet again.\r\n\
        \r\n\
        A second paragraph is here, and it is also long enough to be put on\r\n\
        two lines.\r\n";
    let found = kinds(source);
    assert_eq!(found.len(), 2);
    assert!(found[0].2.ends_with("meet again."));
    assert!(found.iter().all(|block| block.0 == Paragraph));
}

#[test]
fn lines_of_a_list_are_items() {
    let source = "Minutes\n\nPresent:\nDr. A. Obi (Peru), Chairman\nFor Chile: Mr. J. Lund\n\n1. The Chairman opened.\n";
    let found: Vec<_> = kinds(source).into_iter().map(|block| block.0).collect();
    assert_eq!(found, [Title, Heading, Item, Item, Item]);
}

#[test]
fn lines_that_break_off_go_on() {
    let source = "JOINT COMMUNIQUÉ\non the visit of the Minister\n\nLima, 3 May 1977\n\nThe Minister came.";
    assert_eq!(kinds(source)[0], (Title, 0, "JOINT COMMUNIQUÉ\non the visit of the Minister"));
    assert_eq!(kinds(source)[1].0, Timestamp);
}

#[test]
fn transcripts_stay_paragraphs() {
    let source =
        "Daily briefing, Friday\n\nQUESTION: Is it still on?\n\nSPOKESPERSON: It is.\n\nQ: Sure?\n\nA: Yes.";
    let found: Vec<_> = kinds(source).into_iter().map(|block| block.0).collect();
    assert_eq!(found, [Title, Paragraph, Paragraph, Paragraph, Paragraph]);
}

#[test]
fn a_wire_story_has_no_title() {
    assert_eq!(kinds("LIMA, June 3 (Agency) - The envoys met on Friday.")[0].0, Paragraph);
}

#[test]
fn white_space_is_all_that_stands_between_blocks() {
    for source in ["", " \n\n ", "\u{feff}A\r\n\r\nB.", "x\n\n\n-\n\n• \n1.\ny\u{85}z\u{2028}w"] {
        let mut at = 0;
        for block in blocks(source) {
            assert!(source[at..block.range.start].chars().all(crate::token::is_blank), "{source:?}");
            assert!(!block.range.is_empty());
            at = block.range.end;
        }
        assert!(source[at..].chars().all(crate::token::is_blank), "{source:?}");
    }
}
