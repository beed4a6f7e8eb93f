//! `docs/rules.md` is what the rules' pages say (UPDATE=1 rewrites it); the book is whole, and what it shows can be used.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use replint::config::Loaded;
use replint::report::RulesFormat;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");

#[test]
fn the_manual_of_rules_is_current() {
    let mut text = Vec::new();
    RulesFormat::Markdown.write(&mut text).unwrap();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PATH, &text).unwrap();
    }
    let file = std::fs::read(PATH).unwrap_or_default();
    assert!(
        file == text,
        "docs/rules.md is not what the pages in src/rules say: a rule was added, changed or merged; \
         UPDATE=1 cargo test --test docs writes it"
    );
}

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn pages() -> BTreeSet<String> {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/docs")).unwrap();
    folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).filter(|name| name.ends_with(".md")).collect()
}

/// What `](` leads to: a file, and behind `#` a heading in it.
fn links(text: &str) -> BTreeSet<(&str, &str)> {
    let all = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    all.filter(|link| !link.contains("://") && !link.contains(' '))
        .map(|link| link.split_once('#').unwrap_or((link, "")))
        .collect()
}

/// The anchors of a page's headings, as mdBook and GitHub make them: letters, digits, `-` and `_`, a blank is `-`.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut is_code = false;
    let headings = text.lines().filter(|line| {
        is_code ^= line.starts_with("```");
        !is_code && line.starts_with('#')
    });
    let plain = |heading: &str| heading.to_lowercase().replace(' ', "-");
    let is_kept = |c: &char| c.is_alphanumeric() || "-_".contains(*c);
    headings.map(|line| plain(line.trim_start_matches('#').trim()).chars().filter(is_kept).collect()).collect()
}

#[test]
fn the_summary_names_every_page() {
    let summary = read("docs/SUMMARY.md");
    let named: BTreeSet<String> = links(&summary).into_iter().map(|(page, _)| page.to_owned()).collect();
    let pages: BTreeSet<String> = pages().into_iter().filter(|page| page != "SUMMARY.md").collect();
    assert_eq!(named, pages);
}

#[test]
fn links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut lost = Vec::new();
    let pages = pages().into_iter().map(|page| format!("docs/{page}"));
    for page in pages.chain(["README.md".into(), "CONTRIBUTING.md".into(), "grammar/README.md".into()]) {
        for (file, heading) in links(&read(&page)) {
            let target = match file {
                "" => root.join(&page),
                file => root.join(&page).with_file_name(file),
            };
            let has = || anchors(&fs::read_to_string(&target).unwrap_or_default()).contains(heading);
            if !target.exists() || !heading.is_empty() && !has() {
                lost.push(format!("{page}: {file}#{heading}"));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn configurations_that_are_shown_can_be_read() {
    for page in ["docs/configuration.md", "README.md"] {
        let text = read(page);
        let examples: Vec<&str> = text.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
        assert!(!examples.is_empty(), "{page}");
        for example in examples {
            Loaded::parse(Path::new("replint.toml"), example).unwrap_or_else(|error| panic!("{page}: {error}"));
        }
    }
}

/// Every key is shown in the page about them.
#[test]
fn every_key_of_the_configuration_is_explained() {
    let schema: serde_json::Value = serde_json::from_str(&read("docs/replint.schema.json")).unwrap();
    let page = read("docs/configuration.md");
    for key in schema["properties"].as_object().unwrap().keys() {
        let is_shown =
            [format!("\n{key} = "), format!("\n[{key}]"), format!("\n[[{key}]]")].iter().any(|it| page.contains(it));
        assert!(is_shown, "docs/configuration.md does not show `{key}`");
    }
}
