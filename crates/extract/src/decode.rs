//! From bytes to text: which encoding they are in, said aloud where it is not UTF-8.
//!
//! It must not know what the text is about. Invariant: UTF-8 comes out byte for byte, a byte order mark
//! included; whatever else comes out is accompanied by a diagnostic.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Diagnostic;

/// A text, and what there is to say of how it was read. Empty where the bytes are no text.
pub fn decode(bytes: &[u8]) -> (String, Vec<Diagnostic>) {
    if bytes.is_empty() {
        return (String::new(), vec![Diagnostic::of_document("the file is empty")]);
    }
    if let Some(encoding) = utf_16(bytes) {
        return through(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        if is_binary(bytes) {
            return no_text();
        }
        return (text.to_owned(), Vec::new());
    }
    if is_binary(bytes) { no_text() } else { through(WINDOWS_1252, bytes) }
}

fn no_text() -> (String, Vec<Diagnostic>) {
    (String::new(), vec![Diagnostic::of_document("the file is binary, not text")])
}

fn through(encoding: &'static Encoding, bytes: &[u8]) -> (String, Vec<Diagnostic>) {
    let (text, used, replaced) = encoding.decode(bytes);
    let lost = if replaced { ", and what it cannot hold was replaced" } else { "" };
    let said = format!("not UTF-8: read as {}{lost}; offsets count the text as UTF-8", used.name());
    (text.into_owned(), vec![Diagnostic::of_document(said)])
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
    if pairs < 8 || (first > 0 && second > 0) {
        None
    } else if second * 10 > pairs * 7 {
        Some(UTF_16LE)
    } else if first * 10 > pairs * 7 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether the beginning holds a NUL or many control characters, which no text does.
fn is_binary(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(64 * 1024)];
    let control = start.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t'..=b'\r' | 0x1B)).count();
    start.contains(&0) || control * 20 > start.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_stays_as_it_is() {
        for text in ["Çavuşoğlu", "\u{feff}Ana", "a\r\nb", " "] {
            assert_eq!(decode(text.as_bytes()), (text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn other_encodings_are_named() {
        let utf_16: Vec<u8> = "\u{feff}Søren met Ana.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (text, said) = decode(&utf_16);
        assert!(text.ends_with("Søren met Ana."), "{text}");
        assert!(said[0].message.contains("UTF-16LE"), "{said:?}");
        let bare: Vec<u8> = "Soren met Ana.".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&bare).0, "Soren met Ana.");
        let (text, said) = decode(b"S\xf8ren met Ana.");
        assert_eq!(text, "Søren met Ana.");
        assert!(said[0].message.contains("windows-1252"), "{said:?}");
    }

    #[test]
    fn what_is_no_text_is_empty_and_said() {
        for bytes in [&b""[..], b"\x7fELF\x00\x01\x02", &[1, 2, 3, 4, 5, 250, 251]] {
            let (text, said) = decode(bytes);
            assert!(text.is_empty() && said.len() == 1, "{said:?}");
        }
    }
}
