//! Posts: whose each is, and which sentences are of it.
//!
//! Invariant: a handle that a name explained once is that person's everywhere.

use std::collections::HashMap;
use std::ops::Range;

use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

/// Whether a sentence belongs to the post that another heads: in its block, or below a block that is but the
/// head.
pub(super) fn is_of_post(text: &Text<'_>, head: usize, at: usize) -> bool {
    let block = |at: usize| text.sentences[at].block;
    let section = |at: usize| text.block_of(at).section;
    let alone = block(head) != block(head + 1) && (head == 0 || block(head) != block(head - 1));
    block(head) == block(at) || alone && section(head) == section(at)
}

/// Who posts by a handle: the person named behind it, here or at an earlier post, else nobody but the handle.
pub(super) fn poster<'t>(
    text: &'t Text<'_>,
    cast: &Cast,
    posters: &mut HashMap<&'t str, ActorNumber>,
    sentence: usize,
    handle: Range<usize>,
) -> Option<ActorNumber> {
    let (start, end) = (handle.start, handle.end);
    let handle = text.slice(sentence, handle);
    let named = cast
        .in_sentence(sentence)
        .find(|(_, mention)| match mention.kind {
            MentionKind::Person => mention.tokens.start > end - 1 || mention.tokens.end == start,
            MentionKind::Organization => mention.tokens.end == start,
            _ => false,
        })
        .and_then(|(index, _)| cast.actor[index]);
    if let Some(named) = named {
        posters.insert(handle, named);
        return Some(named);
    }
    let alone = || {
        let (index, _) =
            cast.in_sentence(sentence).find(|(_, mention)| mention.kind == MentionKind::Unnamed)?;
        cast.actor[index]
    };
    posters.get(handle).copied().or_else(alone)
}
