//! Trees and errors of single statements. A case is one `.sql` file; `-- target: …` on its first line names the servers.
//! The snapshots are read before they are accepted: `cargo insta review`.

use std::fmt::Write as _;
use std::path::Path;

use replint::{ParseOptions, Parsed, parse_statement};

/// The statement of a case without its target line, and what it is parsed with.
fn case(path: &Path) -> (String, ParseOptions) {
    let text = std::fs::read_to_string(path).expect("the case can be read");
    match text.strip_prefix("-- target: ").and_then(|rest| rest.split_once('\n')) {
        Some((target, sql)) => {
            let targets = target.trim().parse().expect("the target of the case");
            (sql.to_owned(), ParseOptions { targets, ..ParseOptions::default() })
        }
        None => (text, ParseOptions::default()),
    }
}

#[test]
fn accepted_statements_have_these_trees() {
    insta::glob!("parse/ok/*.sql", |path| {
        let (sql, options) = case(path);
        let parsed = parse_statement(&sql, &options);
        assert!(parsed.statement.is_some(), "{}: {:?}", path.display(), parsed.rejections);
        insta::assert_snapshot!(format!("accepted by {}\n{:#?}", parsed.accepted, parsed.statement.unwrap()));
    });
}

#[test]
fn rejected_statements_have_these_errors() {
    insta::glob!("parse/err/*.sql", |path| {
        let (sql, options) = case(path);
        let parsed = parse_statement(&sql, &options);
        assert!(!parsed.rejections.is_empty(), "{}: accepted by {}", path.display(), parsed.accepted);
        insta::assert_snapshot!(errors(sql.trim_end(), &parsed, &options));
    });
}

/// Each error under the line that it is about, with its help and the line as its edits leave it.
fn errors(sql: &str, parsed: &Parsed<'_>, options: &ParseOptions) -> String {
    let mut shown = String::new();
    for rejection in &parsed.rejections {
        let error = &rejection.error;
        let (start, end) = (error.span.start as usize, error.span.end as usize);
        let line_start = sql[..start.min(sql.len())].rfind('\n').map_or(0, |at| at + 1);
        let line = sql[line_start..].lines().next().unwrap_or_default();
        let before = sql[line_start..start.min(sql.len())].chars().count();
        let marked = sql.get(start..end).unwrap_or_default().chars().count().max(1);
        let (blank, marks) = (" ".repeat(before), "^".repeat(marked));
        let named = options.targets.named().iter().filter(|target| target.servers.is_subset(rejection.servers));
        let named: Vec<String> = named.map(ToString::to_string).collect();
        let servers = if named.is_empty() { rejection.servers.to_string() } else { named.join(", ") };
        writeln!(shown, "{line}\n{blank}{marks}\n{}: {}\non {servers}", error.rule.name(), error.message).unwrap();
        if let Some(help) = &error.help {
            writeln!(shown, "help: {help}").unwrap();
        }
        if !error.edits.is_empty() {
            let mut mended = sql.to_owned();
            let mut edits = error.edits.clone();
            edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
            for (span, text) in edits {
                mended.replace_range(span.start as usize..span.end as usize, &text);
            }
            writeln!(shown, "mended: {mended}").unwrap();
        }
        shown.push('\n');
    }
    shown
}
