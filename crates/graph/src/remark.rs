//! What opening a store found worth saying; nothing here is an error.

use std::fmt;

/// Something that was noticed, and set right where it could be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Remark {
    /// The index was made again from the journal.
    IndexRebuilt {
        /// Why.
        reason: String,
    },
    /// The index was behind the journal and was brought up to it.
    FramesReplayed {
        /// How many frames it had not read.
        frames: u64,
    },
    /// The last frame was not written whole: an ingest that never was reported done.
    TornFrameCut {
        /// Where it began.
        offset: u64,
        /// How many bytes were cut off.
        bytes: u64,
    },
    /// The last frame is not whole, and was left where it is because the store is open for reading.
    TornFrameIgnored {
        /// Where it begins.
        offset: u64,
    },
    /// The journal ends before the place up to which the index had read it: frames that were reported done
    /// are gone, unless the index is another store's.
    JournalCutShort {
        /// Where the journal ends.
        length: u64,
        /// Up to where the index had read it.
        read: u64,
    },
    /// A frame is damaged; what it held is lost unless a later one tells it again. All others are read.
    DamagedFrame {
        /// Where it begins.
        offset: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// The disk would not take what opening for writing writes: answers come from the journal.
    Unwritable {
        /// What it said.
        reason: String,
    },
    /// Another process has the store: answers come from the journal as it was when it was opened.
    BesideAWriter,
    /// The folder cannot be written to: answers come from the journal.
    ReadOnlyFolder,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IndexRebuilt { reason } => write!(f, "the index was made again from the journal: {reason}"),
            Self::FramesReplayed { frames: 1 } => {
                f.write_str("the index had not read the journal's last frame, and has now")
            }
            Self::FramesReplayed { frames } => {
                write!(f, "the index had not read the journal's last {frames} frames, and has now")
            }
            Self::TornFrameCut { offset, bytes } => write!(
                f,
                "the journal's last frame, at byte {offset}, is not whole and was cut off ({bytes} bytes): nothing that was reported done, unless the journal was cut short"
            ),
            Self::JournalCutShort { length, read } => write!(
                f,
                "the journal has {length} bytes and the index had read {read}: it was cut short, or the index was made from another; restore the journal from a copy, or ingest again what is missing"
            ),
            Self::TornFrameIgnored { offset } => {
                write!(f, "the journal's last frame, at byte {offset}, is not written whole and was left out")
            }
            Self::DamagedFrame { offset, reason } => write!(
                f,
                "the journal is damaged in the frame at byte {offset} ({reason}); all others were read: ingest its document again"
            ),
            Self::Unwritable { reason } => write!(
                f,
                "the store cannot be written to ({reason}): answering from the journal, for reading only"
            ),
            Self::BesideAWriter => f.write_str(
                "another process has the store open: answering from the journal, for reading only",
            ),
            Self::ReadOnlyFolder => f.write_str(
                "the store's folder cannot be written to: answering from the journal, for reading only",
            ),
        }
    }
}

/// Whether a store can be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// This process has the store.
    Write,
    /// Answers come from the journal, and every write is refused.
    Read,
}
