//! Every rule's page is its test: Bad raises the rule under the page's target, Good raises nothing, a fix cures Bad.

use std::collections::BTreeSet;
use std::sync::Arc;

use replint::SyntaxRule;
use replint::certificate::FileRoot;
use replint::diagnostic::{Area, Diagnostic, Edit, Severity};
use replint::lint::{Settings, lint, option_file};
use replint::model::{PemFiles, ServerOptions};
use replint::rules::{self, Entry};
use replint::script::ScriptRule;

/// Rules about what no block of SQL on a page can be, and the tests that raise them instead.
const WITHOUT_EXAMPLES: [(&str, &str, &str); 15] = [
    ("replica-starts-itself", "tests/rules/channel_over_files.md", "The replica starts it with itself"),
    ("no-common-protocol", "tests/certificate_rules.rs", "a_channel_is_compared_with_the_option_file_of_its_source"),
    ("no-common-cipher", "tests/certificate_rules.rs", "a_channel_is_compared_with_the_option_file_of_its_source"),
    ("source-without-tls", "tests/certificate_rules.rs", "a_channel_is_compared_with_the_option_file_of_its_source"),
    ("source-requires-tls", "tests/certificate_rules.rs", "a_channel_is_compared_with_the_option_file_of_its_source"),
    ("replica-not-trusted", "tests/certificate_rules.rs", "a_channel_is_compared_with_the_option_file_of_its_source"),
    ("client-group-not-read", "tests/option_file_rules.rs", "a_channel_does_not_read_the_clients_group"),
    ("unreadable-tls-file", "tests/certificate_rules.rs", "a_large_file_is_not_read"),
    ("revocation-list-expired", "tests/certificate_rules.rs", "time_is_what_the_caller_says"),
    ("key-readable-by-all", "tests/certificate_rules.rs", "modes_of_keys_are_looked_at"),
    ("certificate-for-other-host", "tests/certificate_rules.rs", "the_source_is_compared_with_the_channel"),
    ("source-not-trusted", "tests/certificate_rules.rs", "the_source_is_compared_with_the_channel"),
    ("unreadable-include", "tests/option_file_rules.rs", "what_is_included_is_looked_up"),
    ("statement-too-long", "tests/script/bad_input.rs", "a_statement_of_ours_has_a_limit"),
    ("utf16-encoding", "tests/script/bad_input.rs", "utf16_is_one_problem"),
];

/// A page, cut at its headings.
struct Page {
    entry: &'static Entry,
    sections: Vec<(String, String)>,
}

impl Page {
    fn of(entry: &'static Entry) -> Self {
        let mut sections = vec![(String::new(), String::new())];
        for line in entry.page {
            let line = line.strip_prefix(' ').unwrap_or(line);
            match line.strip_prefix("## ") {
                Some(heading) => sections.push((heading.to_owned(), String::new())),
                None => {
                    let text = &mut sections.last_mut().unwrap().1;
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
        Self { entry, sections }
    }

    fn name(&self) -> &'static str {
        self.entry.rule.name
    }

    fn has_examples(&self) -> bool {
        WITHOUT_EXAMPLES.iter().all(|(rule, ..)| *rule != self.name())
    }

    fn section(&self, heading: &str) -> Option<&str> {
        self.sections.iter().find(|(known, _)| known == heading).map(|(_, text)| text.trim())
    }

    /// The SQL blocks under a heading, or those of option files.
    fn blocks(&self, heading: &str) -> Vec<&str> {
        let text = self.section(heading).unwrap_or_default();
        let fence = if self.is_about_option_files() { "```cnf\n" } else { "```sql\n" };
        text.split(fence).skip(1).map(|block| block.split("```").next().unwrap()).collect()
    }

    fn is_about_option_files(&self) -> bool {
        self.entry.page.iter().any(|line| line.ends_with("```cnf"))
    }

    /// Under the page's target, and whether it is SQL at all. Comments that ignore something are judged among all rules.
    fn lint(&self, sql: &str) -> Vec<Diagnostic> {
        let target = self.section("Target").unwrap_or_default();
        let mut settings = Settings { targets: target.parse().expect("a target"), ..Settings::default() };
        settings.selection.select = [self.name(), "syntax"].map(|name| name.parse().expect("a selector")).to_vec();
        if self.entry.rule.area == Area::Directive {
            settings.selection.select.push("default".parse().expect("a group"));
        }
        if self.entry.rule.area == Area::Certificate {
            settings.files = Some(fixtures());
        }
        if self.is_about_option_files() {
            return option_file(&ServerOptions::read("my.cnf", sql.as_bytes(), &()), &settings);
        }
        let mut found = Vec::new();
        lint("page.sql", sql.as_bytes(), &settings, |diagnostic| found.push(diagnostic)).unwrap();
        if self.entry.rule.area == Area::Directive {
            found.retain(|finding| finding.area == Area::Directive);
        }
        found
    }
}

/// The files that the pages about certificates name.
fn fixtures() -> Arc<PemFiles> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/certificates");
    Arc::new(PemFiles::new(FileRoot::new(root), "2030-01-01".parse().expect("a date")))
}

fn pages() -> Vec<Page> {
    rules::all().iter().map(|entry| Page::of(entry)).collect()
}

#[test]
fn pages_have_the_same_parts() {
    for page in pages() {
        let headings: Vec<&str> = page.sections.iter().skip(1).map(|(heading, _)| heading.as_str()).collect();
        let has_what = headings.first().is_some_and(|first| ["What the server does", "What happens"].contains(first));
        assert!(has_what, "{}: the first heading says what happens: {headings:?}", page.name());
        let has_examples = page.has_examples();
        let others = if has_examples { &["Target", "Bad", "Good", "Source"][..] } else { &["Source"] };
        assert_eq!(headings[1..], *others, "{}", page.name());
        let summary = page.entry.summary();
        assert!(summary.ends_with('.') && summary.len() <= 100, "{}: a sentence of a line: {summary}", page.name());
        let examples = ["Bad", "Good"].map(|heading| page.blocks(heading).len());
        assert!(!has_examples || !examples.contains(&0), "{}", page.name());
    }
}

#[test]
fn rules_without_examples_are_tested_elsewhere() {
    for (rule, path, test) in WITHOUT_EXAMPLES {
        let text = std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let (head, end) =
            if path.ends_with(".md") { (format!("\n## {test}\n"), "\n## ") } else { (format!("fn {test}()"), "\n}\n") };
        let (_, body) = text.split_once(&head).unwrap_or_else(|| panic!("{path} has no {test}"));
        let body = body.split(end).next().unwrap();
        assert!(body.contains(rule), "{test} does not raise {rule}");
    }
}

#[test]
fn whatever_a_script_or_statement_is_refused_for_has_a_page() {
    // A placeholder in the way of a verdict is told nobody: the statement is counted as not analysed.
    let told = SyntaxRule::ALL.iter().filter(|rule| **rule != SyntaxRule::PlaceholderInTheWay).map(|rule| rule.name());
    let raised: BTreeSet<&str> = told.chain(ScriptRule::ALL.iter().map(|rule| rule.name())).collect();
    let without_page: Vec<_> = raised.iter().filter(|rule| rules::by_name(rule).is_none()).collect();
    assert!(without_page.is_empty(), "no page in src/rules: {without_page:?}");
    let pages: BTreeSet<&str> = rules::of_area(Area::Syntax).map(|entry| entry.rule.name).collect();
    let never_raised: Vec<_> = pages.difference(&raised).collect();
    assert!(never_raised.is_empty(), "neither a SyntaxRule nor a ScriptRule: {never_raised:?}");
}

#[test]
fn names_are_kebab_case_and_unique() {
    let mut names: Vec<&str> = rules::all().iter().map(|entry| entry.rule.name).collect();
    for name in &names {
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()), "{name}");
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), rules::all().len());
}

#[test]
fn bad_examples_raise_their_rule_and_nothing_is_refused() {
    for page in pages() {
        for sql in page.blocks("Bad") {
            let found = page.lint(sql);
            assert!(found.iter().any(|finding| finding.rule == page.name()), "{}: silent on\n{sql}", page.name());
            assert!(found.iter().all(|finding| finding.rule == page.name()), "{}: {found:#?}", page.name());
            for finding in found {
                let word = finding.message.split(' ').next().unwrap();
                let is_sentence = word.starts_with(char::is_uppercase) && !word.chars().skip(1).any(char::is_uppercase);
                assert!(!is_sentence, "{}: a message starts in lower case", finding.message);
                assert!(!finding.message.ends_with('.') && !finding.message.contains('\n'), "{}", finding.message);
            }
        }
    }
}

#[test]
fn good_examples_raise_nothing() {
    for page in pages() {
        for sql in page.blocks("Good") {
            let found = page.lint(sql);
            assert!(found.is_empty(), "{}: {found:#?}", page.name());
        }
    }
}

/// The edits of the first fix, made.
fn applied(sql: &str, edits: &[Edit]) -> String {
    let mut fixed = sql.to_owned();
    for edit in edits.iter().rev() {
        fixed.replace_range(edit.start as usize..edit.end as usize, &edit.text);
    }
    fixed
}

#[test]
fn fixes_cure_keep_comments_and_settle() {
    for page in pages() {
        for sql in page.blocks("Bad") {
            let commented =
                if page.is_about_option_files() { sql.to_owned() } else { sql.replace(';', " /* kept */;") };
            let mut text = commented.clone();
            for round in 0.. {
                let found = page.lint(&text);
                let Some(fix) = found.iter().find_map(|finding| finding.fix.as_ref()) else { break };
                assert!(round < 10, "{}: the fix does not settle:\n{text}", page.name());
                let before = found.len();
                text = applied(&text, &fix.edits);
                let after = page.lint(&text);
                assert!(after.len() < before, "{}: the fix does not cure:\n{text}\n{after:#?}", page.name());
                assert!(
                    after.iter().all(|finding| finding.severity != Severity::Error || finding.rule == page.name()),
                    "{}: the fix breaks:\n{text}",
                    page.name()
                );
                let kept = |text: &str| text.matches("/* kept */").count();
                assert_eq!(kept(&text), kept(&commented), "{}: the fix loses a comment:\n{text}", page.name());
            }
        }
    }
}
