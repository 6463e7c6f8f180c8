//! Every page is in the summary, once, and every link of the documentation leads to a file, and to a heading of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::docs;

/// Every Markdown page under a folder.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The text without what stands in fences and code, where brackets are no links.
fn prose(page: &str) -> String {
    let mut fenced = false;
    let mut prose = String::new();
    for line in page.lines() {
        fenced ^= line.trim_start().starts_with("```");
        if !fenced && !line.starts_with("    ") {
            let outside = line.split('`').step_by(2);
            prose += &format!("{}\n", outside.collect::<Vec<_>>().join("`"));
        }
    }
    prose
}

/// Where the links of a page lead, those out of the repository left out.
fn targets(page: &str) -> Vec<String> {
    let prose = prose(page);
    let targets = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains("://")).map(str::to_owned).collect()
}

/// The anchors of a page's headings, as mdBook and code hosts make them.
fn anchors(page: &str) -> BTreeSet<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    let slug = |heading: &str| {
        let heading = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = heading.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    headings.map(slug).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let workspace = docs().join("..");
    let mut all = pages(&docs());
    all.extend(
        ["README.md", "CHANGELOG.md", "schemas/README.md", "fixtures/README.md"]
            .map(|name| workspace.join(name)),
    );
    let mut links = 0;
    for page in all {
        for target in targets(&fs::read_to_string(&page).unwrap()) {
            let (file, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let led_to = if file.is_empty() { page.clone() } else { page.parent().unwrap().join(file) };
            assert!(led_to.exists(), "{}: `{target}` leads nowhere", page.display());
            if !anchor.is_empty() {
                let anchors = anchors(&fs::read_to_string(&led_to).unwrap());
                assert!(anchors.contains(anchor), "{}: `{target}` has no such heading", page.display());
            }
            links += 1;
        }
    }
    assert!(links > 50, "only {links} links were looked at");
}

#[test]
fn every_page_is_in_the_summary_once() {
    let summary = fs::read_to_string(docs().join("SUMMARY.md")).unwrap();
    let mut listed = targets(&summary);
    listed.sort();
    let files = pages(&docs()).into_iter().filter(|path| !path.ends_with("SUMMARY.md"));
    let name = |path: PathBuf| path.strip_prefix(docs()).unwrap().to_str().unwrap().replace('\\', "/");
    let mut there: Vec<String> = files.map(name).collect();
    there.sort();
    assert_eq!(listed, there);
}
