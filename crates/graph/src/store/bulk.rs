//! Putting in many documents: one is made ready while another is indexed.
//!
//! It must not know what a document is. Invariant: the documents go in in the order in which they came, and
//! what is said to be done is on disk.

use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread;

use super::state::State;
use super::write::Prepared;
use crate::{GraphError, Ingest, Ingested};

/// How many documents may be ready and wait: they are held in memory.
const READY: usize = 1;

/// Puts documents in until one fails. The calling thread checks and packs them; another indexes.
pub(super) fn ingest<E: From<GraphError>>(
    state: &mut State,
    ingests: impl IntoIterator<Item = Result<Ingest, E>>,
    mut done: impl FnMut(Ingested),
) -> Result<(), E> {
    let journal = state.journal.path().to_owned();
    thread::scope(|scope| {
        let (ready, waiting) = sync_channel(READY);
        let (report, settled) = channel();
        let indexing = scope.spawn(move || index(state, &waiting, &report));
        let mut failed = None;
        for ingest in ingests {
            let prepared = ingest.and_then(|ingest| Ok(Prepared::alone(ingest, &journal)?));
            settled.try_iter().for_each(&mut done);
            let sent = match prepared {
                Ok(prepared) => ready.send(prepared).is_ok(),
                Err(error) => {
                    failed = Some(error);
                    false
                }
            };
            // Where the other thread does not take it, it has failed, and says why below.
            if !sent {
                break;
            }
        }
        drop(ready);
        settled.iter().for_each(&mut done);
        match indexing.join() {
            Ok(indexed) => indexed?,
            Err(panic) => std::panic::resume_unwind(panic),
        }
        failed.map_or(Ok(()), Err)
    })
}

/// Indexes what is ready, and reports what is on disk.
fn index(
    state: &mut State,
    waiting: &Receiver<Prepared>,
    report: &Sender<Ingested>,
) -> Result<(), GraphError> {
    let mut failed = None;
    for prepared in waiting {
        if let Err(error) = state.put(vec![prepared]) {
            failed = Some(error);
            break;
        }
        if state.index.is_full() {
            // Nobody listens only where the other thread panics.
            state.settle()?.into_iter().for_each(|done| drop(report.send(done)));
        }
    }
    // Of what came before a document that was refused, what the journal did not take back stays.
    let settled = state.settle();
    if let Ok(done) = settled {
        done.into_iter().for_each(|done| drop(report.send(done)));
        return failed.map_or(Ok(()), Err);
    }
    failed.map_or(settled.map(drop), Err)
}
