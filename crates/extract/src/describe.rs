//! From a text and what is known of it to its document record, the id above all.
//!
//! It must not know how bytes became text. Invariant: the id depends on what a reader would call the
//! same document (its url, else publisher, day and file), so that a revised version keeps it; never on
//! the time, the folder or the order of reading.

use rapporteur_schema::id::slug;
use rapporteur_schema::{Document, DocumentId, Sha256};
use sha2::{Digest, Sha256 as Hasher};

use crate::Source;

/// Letters of an id after which a hash takes the place of the rest.
const READABLE: usize = 96;

/// The document record of a text.
///
/// ```
/// use rapporteur_extract::{Source, describe};
/// let source = Source { publisher: Some("CNN".into()), name: Some("talks".into()), ..Source::default() };
/// assert_eq!(describe("They met.", &source).id.as_str(), "document/cnn-talks");
/// ```
pub fn describe(text: &str, source: &Source) -> Document {
    let sha256 = sha256(text);
    let filled = |field: &Option<String>| field.clone().filter(|text| !text.trim().is_empty());
    Document {
        id: source.id.clone().unwrap_or_else(|| identify(source, sha256)),
        title: filled(&source.title),
        publisher: filled(&source.publisher),
        url: filled(&source.url),
        published: source.published.clone(),
        retrieved: source.retrieved,
        language: filled(&source.language),
        sha256,
        bytes: text.len() as u64,
    }
}

fn sha256(text: &str) -> Sha256 {
    Sha256(Hasher::digest(text).into())
}

/// The url without its scheme; else day, publisher and file name; where there is no file name, the
/// title and the first digits of the text's hash.
fn identify(source: &Source, text: Sha256) -> DocumentId {
    if let Some(url) = source.url.as_deref().filter(|url| !url.trim().is_empty()) {
        let url = url.trim();
        let url = url.split_once("://").map_or(url, |(_, rest)| rest);
        let url = url.split_once('#').map_or(url, |(page, _)| page).trim_end_matches('/');
        return readable(url.strip_prefix("www.").unwrap_or(url));
    }
    let day = source.published.as_ref().map(ToString::to_string);
    let hash = text.to_string();
    let last = match (&source.name, &source.title) {
        (Some(name), _) => name.clone(),
        (None, Some(title)) => format!("{title} {}", &hash[..8]),
        (None, None) => hash[..8].to_owned(),
    };
    let parts: Vec<&str> = [day.as_deref(), source.publisher.as_deref(), Some(last.as_str())]
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    readable(&parts.join(" "))
}

/// The id of a key; a long or wordless one keeps its beginning and a hash of the whole.
fn readable(key: &str) -> DocumentId {
    let whole = slug(key);
    if whole.len() <= READABLE && key.chars().any(char::is_alphanumeric) {
        return DocumentId::from_text(&whole);
    }
    let beginning: String = whole.chars().take(READABLE / 4).collect();
    DocumentId::from_text(&format!("{beginning} {}", &sha256(key).to_string()[..16]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(source: &Source, text: &str) -> String {
        describe(text, source).id.to_string()
    }

    #[test]
    fn a_revised_document_keeps_its_id() {
        let at_url = Source { url: Some("https://www.news.example/a/b#top".into()), ..Source::default() };
        assert_eq!(id(&at_url, "old"), id(&at_url, "new"));
        assert_eq!(id(&at_url, "old"), "document/news-example-a-b");
        let in_file = Source {
            published: Some("2025-05-16".parse().unwrap()),
            publisher: Some("The Courier".into()),
            name: Some("talks".into()),
            title: Some("Talks open".into()),
            ..Source::default()
        };
        assert_eq!(id(&in_file, "old"), "document/2025-05-16-the-courier-talks");
        let retitled = Source { title: Some("Talks end".into()), ..in_file.clone() };
        assert_eq!(id(&in_file, "old"), id(&retitled, "new"));
    }

    #[test]
    fn nothing_known_leaves_the_hash() {
        assert_eq!(id(&Source::default(), ""), "document/e3b0c442");
        assert_ne!(id(&Source::default(), "a"), id(&Source::default(), "b"));
    }

    #[test]
    fn long_and_strange_keys_stay_apart() {
        let at = |url: &str| id(&Source { url: Some(url.into()), ..Source::default() }, "");
        let long = "x".repeat(500);
        assert_ne!(at(&format!("{long}a")), at(&format!("{long}b")));
        assert_ne!(at("://???"), at("://!!!"));
        at(&"習".repeat(500));
    }
}
