//! A parsed sentence and the ways about in it.
//!
//! It knows the tree and nothing of how it was found. The invariant: exactly one token has no
//! head, every other reaches it, and there is no cycle; [`Parse::new`] makes it so whatever heads
//! it is given. Tokens are numbered from 0 in the order of the words.

use crate::{FineTag, Relation, Upos, settle};

/// One word of a parsed sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedToken {
    /// The universal part of speech.
    pub upos: Upos,
    /// The Penn Treebank tag.
    pub tag: FineTag,
    /// The dictionary form, in lower case but for proper nouns.
    pub lemma: String,
    /// The token this one depends on; `None` for the head of the sentence.
    pub head: Option<usize>,
    /// What it is to its head.
    pub relation: Relation,
}

/// A sentence's dependency tree.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Parse {
    /// The tokens, one for each word given.
    pub tokens: Vec<ParsedToken>,
    /// `children[starts[i]..starts[i + 1]]` are the dependents of token `i`, in order.
    children: Vec<u32>,
    starts: Vec<u32>,
    /// First and last token of each subtree.
    spans: Vec<(u32, u32)>,
}

impl Parse {
    /// Makes a tree of tokens, mending heads that do not form one: a head out of range, a second
    /// root or a cycle is replaced by the first root.
    #[must_use]
    pub fn new(mut tokens: Vec<ParsedToken>) -> Self {
        mend(&mut tokens);
        settle::settle(&mut tokens);
        let count = tokens.len();
        let mut starts = vec![0u32; count + 1];
        for token in &tokens {
            if let Some(head) = token.head {
                starts[head + 1] += 1;
            }
        }
        for index in 0..count {
            starts[index + 1] += starts[index];
        }
        let mut next = starts.clone();
        let mut children = vec![0u32; count.saturating_sub(1)];
        for (index, token) in tokens.iter().enumerate() {
            if let Some(head) = token.head {
                children[next[head] as usize] = index as u32;
                next[head] += 1;
            }
        }
        let mut parse = Self { tokens, children, starts, spans: Vec::new() };
        parse.spans = parse.measure();
        parse
    }

    /// The number of tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the sentence has no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The head of the sentence; `None` only where there is no token.
    #[must_use]
    pub fn root(&self) -> Option<usize> {
        self.tokens.iter().position(|token| token.head.is_none())
    }

    /// The token that `index` depends on.
    #[must_use]
    pub fn head(&self, index: usize) -> Option<usize> {
        self.tokens.get(index).and_then(|token| token.head)
    }

    /// The direct dependents of `index`, from left to right.
    pub fn children(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        let range = match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(&from), Some(&to)) => from as usize..to as usize,
            _ => 0..0,
        };
        self.children[range].iter().map(|&child| child as usize)
    }

    /// The direct dependents of `index` that bear this relation.
    pub fn children_by(
        &self,
        index: usize,
        relation: Relation,
    ) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        self.children(index).filter(move |&child| self.tokens[child].relation == relation)
    }

    /// The first dependent of `index` that bears this relation.
    #[must_use]
    pub fn child(&self, index: usize, relation: Relation) -> Option<usize> {
        self.children_by(index, relation).next()
    }

    /// The first and the last token of all that hangs from `index`, itself included.
    #[must_use]
    pub fn subtree(&self, index: usize) -> std::ops::RangeInclusive<usize> {
        match self.spans.get(index) {
            Some(&(first, last)) => first as usize..=last as usize,
            None => std::ops::RangeInclusive::new(1, 0),
        }
    }

    /// The heads above `index`, nearest first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(index), |&above| self.head(above))
    }

    /// Subtrees' first and last tokens, children before their heads.
    fn measure(&self) -> Vec<(u32, u32)> {
        let mut spans: Vec<(u32, u32)> = (0..self.len() as u32).map(|at| (at, at)).collect();
        let mut order: Vec<usize> = self.root().into_iter().collect();
        let mut done = 0;
        while let Some(&index) = order.get(done) {
            order.extend(self.children(index));
            done += 1;
        }
        for &index in order.iter().rev() {
            if let Some(head) = self.tokens[index].head {
                let (first, last) = spans[index];
                spans[head].0 = spans[head].0.min(first);
                spans[head].1 = spans[head].1.max(last);
            }
        }
        spans
    }
}

/// Gives the tokens one root that all reach.
fn mend(tokens: &mut [ParsedToken]) {
    let count = tokens.len();
    for (index, token) in tokens.iter_mut().enumerate() {
        if token.head.is_some_and(|head| head >= count || head == index) {
            token.head = None;
        }
    }
    let Some(root) = tokens.iter().position(|token| token.head.is_none()).or((count > 0).then_some(0)) else {
        return;
    };
    tokens[root].head = None;
    tokens[root].relation = Relation::Root;
    // The round in which a token was first walked over: meeting one's own round again is a cycle.
    let mut walked = vec![usize::MAX; count];
    walked[root] = 0;
    for start in 0..count {
        let mut at = start;
        while walked[at] == usize::MAX {
            walked[at] = start + 1;
            match tokens[at].head {
                Some(head) if walked[head] == start + 1 => tokens[at].head = None,
                Some(head) => at = head,
                None => {}
            }
            if tokens[at].head.is_none() && at != root {
                tokens[at].head = Some(root);
                if tokens[at].relation == Relation::Root {
                    tokens[at].relation = Relation::Parataxis;
                }
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(heads: &[Option<usize>]) -> Vec<ParsedToken> {
        heads
            .iter()
            .map(|&head| ParsedToken {
                upos: Upos::Noun,
                tag: FineTag::Nn,
                lemma: String::new(),
                head,
                relation: if head.is_none() { Relation::Root } else { Relation::Compound },
            })
            .collect()
    }

    fn is_tree(parse: &Parse) -> bool {
        parse.tokens.iter().filter(|token| token.head.is_none()).count() == 1
            && (0..parse.len()).all(|at| {
                at == parse.root().unwrap_or(usize::MAX)
                    || parse.ancestors(at).take(parse.len()).last() == parse.root()
            })
    }

    #[test]
    fn whatever_the_heads_a_tree_comes_out() {
        let numbers = [None, Some(0), Some(1), Some(2), Some(3), Some(9)];
        for a in numbers {
            for b in numbers {
                for c in numbers {
                    for d in numbers {
                        let parse = Parse::new(tokens(&[a, b, c, d]));
                        assert!(is_tree(&parse), "{a:?} {b:?} {c:?} {d:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn good_trees_are_left_alone() {
        let heads = [Some(1), None, Some(4), Some(4), Some(1)];
        let parse = Parse::new(tokens(&heads));
        assert!(parse.tokens.iter().map(|token| token.head).eq(heads));
        assert_eq!(parse.children(1).collect::<Vec<_>>(), [0, 4]);
        assert_eq!(parse.subtree(4), 2..=4);
        assert_eq!(parse.subtree(1), 0..=4);
        assert_eq!(parse.ancestors(2).collect::<Vec<_>>(), [4, 1]);
        assert_eq!(parse.child(1, Relation::Compound), Some(0));
    }

    #[test]
    fn out_of_range_asks_for_nothing() {
        let parse = Parse::new(tokens(&[None]));
        assert_eq!(parse.children(5).count(), 0);
        assert_eq!(parse.head(5), None);
        assert!(parse.subtree(5).is_empty());
        let empty = Parse::new(Vec::new());
        assert_eq!((empty.root(), empty.is_empty()), (None, true));
    }
}
