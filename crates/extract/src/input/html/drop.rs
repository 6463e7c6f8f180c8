//! Which elements of a page are not read: what is never text, and what is there for the site.
//!
//! An element dropped for its name, role or class must be a small part of the page, as classes lie.

use dom_query::NodeRef;

/// Never text.
const UNREAD: [&str; 24] = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "video", "audio",
    "canvas", "button", "select", "option", "input", "textarea", "head", "map", "meter", "progress",
    "dialog", "datalist", "link",
];
/// For the site.
const ASIDE: [&str; 4] = ["nav", "aside", "footer", "menu"];
const ROLES: [&str; 8] =
    ["navigation", "complementary", "contentinfo", "dialog", "alertdialog", "search", "toolbar", "menu"];
/// Words of a class or id, as parted by anything but letters and digits.
const WORDS: [&str; 44] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "sponsored",
    "promo",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "newsletter",
    "subscribe",
    "subscription",
    "signup",
    "paywall",
    "related",
    "recommended",
    "recommendations",
    "readmore",
    "share",
    "sharing",
    "social",
    "comments",
    "disqus",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "navigation",
    "nav",
    "navbar",
    "menu",
    "footer",
    "popup",
    "modal",
    "overlay",
    "toolbar",
    "pagination",
    "mostread",
    "trending",
    "outbrain",
    "taboola",
    "skiplink",
    "player",
];

/// Whether nothing of the element is read. `whole` is the bytes of text of the page.
pub(super) fn is_dropped(node: &NodeRef<'_>, name: &str, whole: usize) -> bool {
    if UNREAD.contains(&name) || is_hidden(node) {
        return true;
    }
    if matches!(name, "html" | "body" | "main" | "article" | "h1" | "p") {
        return false;
    }
    let aside = ASIDE.contains(&name)
        || node.attr("role").is_some_and(|role| ROLES.contains(&role.trim()))
        || ["class", "id"]
            .iter()
            .any(|attribute| node.attr(attribute).is_some_and(|value| is_site_word(&value)));
    aside && node.text().len() * 5 < whole * 2
}

fn is_site_word(value: &str) -> bool {
    value.len() < 1000
        && value
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| WORDS.contains(&word.to_ascii_lowercase().as_str()))
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    node.has_attr("hidden")
        || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
        || node.attr("style").is_some_and(|style| {
            let style = style.replace(' ', "").to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}
