//! The SHA-256 of a text, by which a document is known to be the same.

use rapporteur_schema::Sha256;
use sha2::Digest;

/// The SHA-256 of a text, as a document's record carries it.
pub fn sha256(text: &str) -> Sha256 {
    Sha256(sha2::Sha256::digest(text.as_bytes()).into())
}
