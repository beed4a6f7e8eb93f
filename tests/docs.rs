//! `docs/rules.md` is what the rules' pages say (UPDATE=1 rewrites it).

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
