//! What a page says of itself: title, site, day of publication, address, language.

use dom_query::Document;
use dom_smoothie::Readability;
use rapporteur_schema::Edtf;

use crate::input::Metadata;

/// The names a page gives its day of publication, best first.
const PUBLISHED: [&str; 7] = [
    r#"meta[property="article:published_time"]"#,
    r#"meta[itemprop="datePublished"]"#,
    r#"meta[name="date"]"#,
    r#"meta[name="pubdate"]"#,
    r#"meta[name="publish-date"]"#,
    r#"meta[name="DC.date.issued"]"#,
    r#"meta[name="dcterms.created"]"#,
];

/// Reads the head of the page.
pub(super) fn metadata(page: &Readability) -> Metadata {
    let document = &page.doc;
    let found = page.get_article_metadata(None);
    let head_title = document.select_single("title").text().trim().to_owned();
    let publisher = found.site_name.or_else(|| site_of_title(&head_title));
    Metadata {
        title: filled(Some(found.title)).or_else(|| filled(Some(head_title))),
        publisher: filled(publisher),
        published: published(document),
        url: filled(address(document)).filter(|url| url.starts_with("http")),
        language: filled(document.select_single("html").attr("lang").map(|lang| lang.to_string()))
            .filter(|tag| tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')),
    }
}

fn filled(field: Option<String>) -> Option<String> {
    field.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
}

/// The name behind the last stroke of a title: `Talks end | The Courier`.
fn site_of_title(title: &str) -> Option<String> {
    let (_, site) = title.rsplit_once(" | ")?;
    (site.split_whitespace().count() <= 6).then(|| site.to_owned())
}

fn address(document: &Document) -> Option<String> {
    let canonical = document.select_single("link[rel=canonical]").attr("href");
    let address =
        canonical.or_else(|| document.select_single(r#"meta[property="og:url"]"#).attr("content"))?;
    Some(address.to_string())
}

fn published(document: &Document) -> Option<Edtf> {
    PUBLISHED
        .iter()
        .find_map(|name| document.select_single(name).attr("content").and_then(|date| day(&date)))
        .or_else(|| linked_data(document))
        .or_else(|| {
            let time =
                document.select("article time[datetime], main time[datetime], [itemprop=datePublished]");
            time.nodes().first().and_then(|node| node.attr("datetime")).and_then(|date| day(&date))
        })
}

/// `datePublished` in the page's JSON-LD, found as text: its nesting is the page's and may be of any depth.
fn linked_data(document: &Document) -> Option<Edtf> {
    document.select(r#"script[type="application/ld+json"]"#).nodes().iter().take(20).find_map(|node| {
        let text = node.text();
        let (_, rest) = text.split_once("\"datePublished\"")?;
        let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        day(value)
    })
}

/// The day that begins an ISO 8601 date.
fn day(date: &str) -> Option<Edtf> {
    date.trim().get(..10)?.parse::<Edtf>().ok().filter(|date| date.as_day().is_some())
}
