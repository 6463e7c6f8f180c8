//! Putting in many documents: one is made ready while another is indexed.
//!
//! It must not know what a document is. Invariant: the documents go in in the order in which they came, and
//! what is said to be done is on disk.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::state::State;
use super::write::Prepared;
use crate::{GraphError, Ingest, Ingested};

/// How many documents may be ready and wait: they are held in memory.
const READY: usize = 1;

/// Puts documents in until one fails. Another thread checks and packs them; the calling one indexes, as it
/// also closes the index, and what one thread lets go of the system's allocator does not give to another.
pub(super) fn ingest<E: From<GraphError> + Send>(
    state: &mut State,
    ingests: impl Iterator<Item = Result<Ingest, E>> + Send,
    mut done: impl FnMut(Ingested),
) -> Result<(), E> {
    let (journal, clock) = (state.journal.path().to_owned(), state.clock.clone());
    thread::scope(|scope| {
        let (ready, waiting) = sync_channel(READY);
        let preparing = scope.spawn(move || {
            prepare(ingests.map(|ingest| Ok(Prepared::alone(ingest?, &clock, &journal)?)), &ready)
        });
        let indexed = index(state, waiting, &mut done);
        let prepared = preparing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        // Where indexing failed it was the earlier document.
        indexed?;
        prepared
    })
}

/// Sends documents until one fails or nobody takes them.
fn prepare<E>(
    documents: impl Iterator<Item = Result<Prepared, E>>,
    ready: &SyncSender<Prepared>,
) -> Result<(), E> {
    for prepared in documents {
        if ready.send(prepared?).is_err() {
            break;
        }
    }
    Ok(())
}

/// Indexes what is ready, and reports what is on disk.
fn index(
    state: &mut State,
    waiting: Receiver<Prepared>,
    done: &mut impl FnMut(Ingested),
) -> Result<(), GraphError> {
    let mut failed = None;
    for prepared in waiting {
        if let Err(error) = state.put(vec![prepared]) {
            failed = Some(error);
            break;
        }
        if state.index.is_full() {
            state.settle()?.into_iter().for_each(&mut *done);
        }
    }
    // Of what came before a document that was refused, what the journal did not take back stays.
    let settled = state.settle();
    match (settled, failed) {
        (Ok(settled), failed) => {
            settled.into_iter().for_each(done);
            failed.map_or(Ok(()), Err)
        }
        (Err(_), Some(failed)) => Err(failed),
        (Err(error), None) => Err(error),
    }
}
