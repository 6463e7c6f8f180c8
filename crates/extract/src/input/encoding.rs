//! From bytes to text: which encoding they are in, said aloud where it is not UTF-8.
//!
//! It looks at bytes only. Invariant: UTF-8 comes out byte for byte, a byte order mark included; what
//! else comes out is accompanied by a diagnostic.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::Diagnostic;

/// As many bytes are looked at to tell text from other things, and one encoding from another.
const SAMPLE: usize = 256 * 1024;

/// Beginnings of files that are no text though they may hold some.
const SIGNATURES: [(&[u8], &str); 8] = [
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or an office document in one)"),
    (b"\xD0\xCF\x11\xE0", "an office document in the old binary format"),
    (b"\x1F\x8B", "gzip-compressed"),
    (b"\x28\xB5\x2F\xFD", "zstd-compressed"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
];

/// A text and what it was written in.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The text of some bytes.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if bytes.is_empty() {
        return no_text("the file is empty".to_owned());
    }
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return no_text(format!("the file is {what}, not text"));
    }
    if let Some(encoding) = utf_16(bytes) {
        return through(encoding, bytes);
    }
    if is_binary(bytes) {
        return no_text("the file is binary, not text".to_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), encoding: UTF_8.name(), diagnostics: Vec::new() },
        Err(_) => through(legacy(bytes), bytes),
    }
}

fn no_text(message: String) -> Decoded {
    Decoded { text: String::new(), encoding: "binary", diagnostics: vec![Diagnostic::of_document(message)] }
}

fn through(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, used, replaced) = encoding.decode(bytes);
    let lost = if replaced { "; what it cannot hold was replaced by U+FFFD" } else { "" };
    let said = if used == UTF_8 {
        "not quite UTF-8: bytes that are none were replaced by U+FFFD; offsets count the repaired text"
            .to_owned()
    } else {
        format!("not UTF-8: read as {}{lost}; offsets count the text as UTF-8", used.name())
    };
    Decoded {
        text: text.into_owned(),
        encoding: used.name(),
        diagnostics: vec![Diagnostic::of_document(said)],
    }
}

/// The encoding of text that is not UTF-8: what a page declares, broken UTF-8 where most of it is sound,
/// or else the detector's guess.
fn legacy(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some(encoding) = declared(sample).filter(|&encoding| encoding != UTF_8) {
        return encoding;
    }
    let (mut sound, mut broken) = (0, 0);
    for chunk in sample.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if sound > broken * 2 {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

/// The `charset=` of the first bytes of a page.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(2048)].to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=")? + b"charset=".len();
    let label: Vec<u8> = head[at..]
        .iter()
        .copied()
        .skip_while(|b| matches!(b, b'"' | b'\''))
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        .collect();
    Encoding::for_label(&label)
}

/// UTF-16 by its byte order mark, or by a NUL in nearly every second byte as Latin letters have.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let start = &bytes[..bytes.len().min(4096)];
    let pairs = start.len() / 2;
    let zeros = |odd: usize| start.chunks_exact(2).filter(|pair| pair[odd] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    match (first * 10 > pairs * 7, second * 10 > pairs * 7) {
        _ if pairs < 8 => None,
        (false, true) if first == 0 => Some(UTF_16LE),
        (true, false) if second == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether many bytes are NUL or control characters, as no text has them.
fn is_binary(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(SAMPLE)];
    let control = start.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t'..=b'\r' | 0x1B)).count();
    let nul = start.iter().filter(|&&byte| byte == 0).count();
    control * 20 > start.len() || nul * 100 > start.len()
}
