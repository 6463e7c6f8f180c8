//! The part of a page that is the article.
//!
//! What the page marks as article or main part is taken if it holds nearly all the prose of the body;
//! failing that, the readability library says where the article begins and ends, and all between is
//! kept, so that its cleaning cannot lose a heading, a time stamp or a post. Else the whole body is read.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};
use dom_smoothie::Readability;

use super::piece::{Piece, prose};
use super::walk::blocks;

/// The library is asked on pages up to as many nodes; its scoring is not linear.
const MOST_NODES: usize = 30_000;
/// Articles of a page that are compared.
const MOST_ARTICLES: usize = 200;

/// The blocks of the article.
pub(super) fn main_part(page: &mut Readability) -> Vec<Piece> {
    let (body, marked, nodes) = {
        let document = &page.doc;
        let root = document.body().unwrap_or_else(|| document.root());
        let whole = root.text().len();
        let mut body = blocks(&root, whole);
        if body.is_empty() {
            // All of it looked like furniture: then none of it is.
            body = blocks(&root, 0);
        }
        let marked = marked(document, &body, whole);
        (body, marked, root.descendants_it().take(MOST_NODES + 1).count())
    };
    let part = match marked {
        Some(part) => part,
        None if nodes <= MOST_NODES => found_by_readability(page, &body).unwrap_or_else(|| body.clone()),
        None => body.clone(),
    };
    with_headline(part, &body)
}

/// Whether a part holds nearly all the prose.
fn is_enough(part: &[Piece], body: &[Piece]) -> bool {
    !part.is_empty() && prose(part) * 10 >= prose(body) * 9
}

/// What the page marks as its article, or as its main part.
fn marked(document: &Document, body: &[Piece], whole: usize) -> Option<Vec<Piece>> {
    let articles = document.select("article");
    let article = articles.nodes().iter().take(MOST_ARTICLES).max_by_key(|node| node.text().len());
    let main = document.select("main, [role=main]");
    let main = main.nodes().iter().take(MOST_ARTICLES).max_by_key(|node| node.text().len());
    [article, main].into_iter().flatten().find_map(|node: &NodeRef<'_>| {
        let part = blocks(node, whole);
        is_enough(&part, body).then_some(part)
    })
}

fn found_by_readability(page: &mut Readability, body: &[Piece]) -> Option<Vec<Piece>> {
    let article = page.parse().ok()?;
    let content = Document::from(article.content);
    let root = content.root();
    let kept: HashSet<String> = blocks(&root, usize::MAX / 8).into_iter().map(|piece| piece.text).collect();
    let is_kept = |piece: &Piece| piece.prose() > 0 && kept.contains(&piece.text);
    let (first, last) = (body.iter().position(is_kept)?, body.iter().rposition(is_kept)?);
    let first = body[..first].iter().rposition(Piece::is_headline).unwrap_or(first);
    let part = &body[first..=last];
    is_enough(part, body).then(|| part.to_vec())
}

/// Puts the headline of the page before a part that lacks one.
fn with_headline(mut part: Vec<Piece>, body: &[Piece]) -> Vec<Piece> {
    if !part.iter().any(Piece::is_headline)
        && let Some(headline) = body.iter().find(|piece| piece.is_headline())
    {
        part.insert(0, headline.clone());
    }
    part
}
