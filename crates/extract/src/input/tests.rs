//! What is read of odd and hostile input: encodings, pages, bounds.

use super::*;

fn html(page: &str) -> Input {
    read(page.as_bytes(), None)
}

#[test]
fn utf_8_stays_as_it_is() {
    for text in ["Çavuşoğlu", "\u{feff}Ana", "a\r\nb", " x", "a < b and <c>"] {
        let input = read(text.as_bytes(), None);
        assert_eq!((input.text.as_str(), input.format, input.diagnostics.len()), (text, Format::Plain, 0));
    }
}

#[test]
fn other_encodings_are_named() {
    let utf_16: Vec<u8> = "\u{feff}Søren met Ana.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let without_mark: Vec<u8> = "Søren met Ana in Lima.".encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, name, text) in [
        (utf_16, "UTF-16LE", "Søren met Ana."),
        (without_mark, "UTF-16BE", "Søren met Ana in Lima."),
        (
            b"Le ministre S\xe9gol\xe8ne a rencontr\xe9 son homologue \xe0 Bogot\xe1.".to_vec(),
            "windows-1252",
            "Ségolène",
        ),
    ] {
        let input = read(&bytes, None);
        assert_eq!(input.encoding, name);
        assert!(input.text.contains(text), "{}", input.text);
        assert_eq!(input.diagnostics.len(), 1);
    }
    let broken = read("Çavuşoğlu, Lukašenka und Kālnoky \u{fffd}".replace('\u{fffd}', "?").as_bytes(), None);
    assert_eq!(broken.encoding, "UTF-8");
    let mut bytes = "Çavuşoğlu met Lukašenka ".as_bytes().to_vec();
    bytes.push(0xFF);
    assert!(read(&bytes, None).text.starts_with("Çavuşoğlu met Lukašenka \u{fffd}"));
}

#[test]
fn what_is_no_text_is_said() {
    for bytes in [&b"\x7fELF\0\0\0\0\0\0\0\0\x01\x02\x03\0\0"[..], b"%PDF-1.7 text", b"PK\x03\x04abc", b""] {
        let input = read(bytes, None);
        assert_eq!((input.text.as_str(), input.diagnostics.len()), ("", 1));
    }
    assert_eq!(read(b" \n", None).diagnostics.len(), 1);
}

#[test]
fn a_page_becomes_its_readable_part() {
    let input = html(
        r#"<!DOCTYPE html><html lang="en"><head><title>Truce signed | The Courier</title>
        <meta property="article:published_time" content="2017-05-24T10:00:00Z">
        <link rel="canonical" href="https://courier.example/1"><script>var x = "<p>no</p>";</script></head>
        <body><div class="cookie">We use cookies <button>Accept</button></div>
        <nav><ul><li><a href="/">Home</a></li></ul></nav>
        <article><h1>Truce  signed</h1><p class="byline">By Ada Obi, Lima</p>
        <p>The envoys of <b>Peru</b> met in&nbsp;Lima.</p>
        <figure><img src="a.jpg"><figcaption>Two envoys at the table.</figcaption></figure>
        <ul><li><b>Chair:</b> Ada Obi</li><li>Jon Lund</li></ul><ol><li>to meet</li><li>to talk</li></ol>
        <p>First line<br>second line</p><p>They said <q>yes</q>.</p>
        <table><tr><th>Host</th><td>Peru</td></tr></table>
        <aside class="related"><p>Another story of another day that is not for us.</p></aside>
        <div class="ad">Buy a bus.</div></article>
        <section id="comments"><p>I saw them at lunch, and nobody wrote about it.</p></section>
        <footer>Meet the team</footer></body></html>"#,
    );
    assert_eq!(
        input.text,
        "Truce signed\n\nBy Ada Obi, Lima\n\nThe envoys of Peru met in Lima.\n\n[Photo] Two envoys at the table.\n\n\
         • Chair: Ada Obi\n\n• Jon Lund\n\n1. to meet\n\n2. to talk\n\nFirst line\nsecond line\n\nThey said “yes”.\n\n\
         Host; Peru\n"
    );
    let metadata = &input.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Truce signed"));
    assert_eq!(metadata.publisher.as_deref(), Some("The Courier"));
    assert_eq!(metadata.published.as_ref().map(ToString::to_string).as_deref(), Some("2017-05-24"));
    assert_eq!(metadata.url.as_deref(), Some("https://courier.example/1"));
    assert_eq!(metadata.language.as_deref(), Some("en"));
    assert!(input.diagnostics.is_empty());
}

#[test]
fn what_is_known_wins_over_what_the_page_says() {
    let page =
        Metadata { title: Some("Page".into()), url: Some("https://a.example".into()), ..Metadata::default() };
    let known = Source { title: Some("Known".into()), name: Some("file".into()), ..Source::default() };
    let source = page.complete(&known);
    assert_eq!((source.title.as_deref(), source.url.as_deref()), (Some("Known"), Some("https://a.example")));
    assert_eq!(source.name.as_deref(), Some("file"));
}

#[test]
fn json_ld_gives_the_day() {
    let input = html(
        r#"<html><script type="application/ld+json">[{"@type":"NewsArticle","datePublished": "2024-02-03T00:00:00Z"}]</script>
        <p>The envoys met for an hour and parted without a word.</p></html>"#,
    );
    assert_eq!(input.metadata.published.map(|date| date.to_string()).as_deref(), Some("2024-02-03"));
}

#[test]
fn every_post_of_a_live_blog_survives() {
    let posts: String = (0..40)
        .map(|post| {
            format!(
                r#"<article class="post"><time>{}.{:02}</time><h2>Post {post}</h2><div><p>The envoys met for the {post}th time today, and then they parted again.</p></div></article>"#,
                8 + post / 4, post % 4 * 15
            )
        })
        .collect();
    for page in [
        format!("<html><body><main><h1>Live</h1>{posts}</main></body></html>"),
        format!("<html><body><div class='wrap'><h1>Live</h1><div>{posts}</div></div></body></html>"),
        format!("<html><body><h1>Live</h1>{}</body></html>", posts.replace("article", "div")),
    ] {
        let text = html(&page).text;
        assert!((0..40).all(|post| text.contains(&format!("the {post}th time"))), "{text}");
        assert!(text.contains("8.15\n\nPost 1\n\n"), "{text}");
    }
}

#[test]
fn a_page_without_marks_loses_its_frame_and_keeps_its_story() {
    let story: String =
        (0..8).map(|n| format!("<p>Envoy number {n} said, after the long talks, that nothing at all was signed, and left the hall.</p>")).collect();
    let links: String =
        (0..20).map(|n| format!("<li><a href='/{n}'>Some other story number {n}</a></li>")).collect();
    let text = html(&format!(
        "<html><body><div id='top'><ul>{links}</ul></div><div class='story'><h1>Talks end</h1>{story}</div><div><ul>{links}</ul></div></body></html>"
    ))
    .text;
    assert!((0..8).all(|n| text.contains(&format!("Envoy number {n}"))));
    assert!(text.starts_with("Talks end") && !text.contains("Some other story"), "{text}");
}

#[test]
fn classes_that_lie_lose_nothing() {
    let page = "<html><body><div class='share'><p>The envoys met for an hour, and nothing was signed.</p></div></body></html>";
    assert_eq!(html(page).text, "The envoys met for an hour, and nothing was signed.\n");
    let times = html("<html><body><p>18.41</p><p>18.41</p><p>They met.</p></body></html>");
    assert_eq!(times.text, "18.41\n\n18.41\n\nThey met.\n");
}

#[test]
fn pages_beyond_the_bounds_are_stripped() {
    let deep = format!(
        "<html><body>{}<p>They met &amp; left.</p><script>if (a < b) {{}}</script>",
        "<div>".repeat(100_000)
    );
    let attributes = format!("<html><p {}>They met &amp; left.</p>", "a=1 ".repeat(1000));
    let marks = format!("<html><p>They met &amp; left.</p>{}", "<br>".repeat(500_001));
    for page in [deep, attributes, marks] {
        let input = html(&page);
        assert_eq!(input.text, "They met & left.\n");
        assert_eq!(input.diagnostics.len(), 1);
    }
    let long = format!("<html><p>{}</p>", "They met. ".repeat(2_000_000));
    let input = html(&long);
    assert!(input.text.len() > 19_000_000 && input.diagnostics.len() == 1);
}

#[test]
fn broken_pages_are_read() {
    for page in [
        "<html>",
        "<p><p>",
        "<html><p>a</b></div><li>b",
        "<!doctype html><!-- a",
        "<html><b><i><a href=",
        "<div>&#xZZ;</div></div><p>",
    ] {
        let _ = html(page);
        let _ = read(page.as_bytes(), Some(Format::Html));
        let _ = html::is_html(page);
    }
}
