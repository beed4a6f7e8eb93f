//! A hundred findings in five megabytes: from the statement to the text on the terminal.

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use divan::Bencher;
use replint::diagnostic::{Diagnostic, Rule, View};
use replint::lint::{Settings, lint};
use replint::report::{Format, Style};
use replint::server::ServerSet;
use replint::source::{Base, LineIndex, Span};

const SIZE: usize = 5 << 20;
const FINDINGS: u32 = 100;

fn main() {
    divan::main();
}

/// One statement; a line an account, or all on one line.
fn statement(line_end: &str) -> String {
    let mut text = "CREATE USER 'first'@'%' IDENTIFIED BY 'secret'".to_owned();
    while text.len() < SIZE {
        let _ = write!(text, ",{line_end}'üser{}'@'10.0.0.%' IDENTIFIED BY 'secret'", text.len());
    }
    text
}

/// Many statements, so many of them wrong.
fn script(findings: usize) -> String {
    const LINE: &str = "ALTER USER 'user'@'10.0.0.%' IDENTIFIED BY 'secret'";
    let lines = SIZE / LINE.len();
    let mut text = String::new();
    for line in 0..lines {
        let is_wrong = (line * findings) % lines < findings;
        let slip = if is_wrong { " ACOUNT LOCK" } else { "" };
        let _ = writeln!(text, "{LINE}{slip};");
    }
    text
}

fn report(text: &str) -> Vec<u8> {
    let index = LineIndex::new(text.as_bytes(), Base::default());
    let hidden =
        text.match_indices("secret").map(|(at, found)| Span::new(at as u32, (at + found.len()) as u32)).collect();
    let view = View::new(Arc::from(Path::new("a.sql")), index, hidden);
    let step = text.len() as u32 / FINDINGS;
    let findings: Vec<Diagnostic> = (0..FINDINGS)
        .map(|n| {
            let at = Span::new(n * step, n * step + 5);
            view.diagnostic(Rule::syntax("unexpected-token"), at, "something is wrong", ServerSet::ALL).finish()
        })
        .collect();
    let mut out = Vec::new();
    Format::Text.write(&mut out, Style { color: true, unicode: true }, &findings).unwrap();
    out
}

#[divan::bench(args = ["\n", " "])]
fn one_statement(bencher: Bencher<'_, '_>, line_end: &str) {
    let text = statement(line_end);
    bencher.bench(|| report(&text));
}

/// With splitting and parsing: the difference is what the findings cost.
#[divan::bench(args = [0, FINDINGS as usize])]
fn many_statements(bencher: Bencher<'_, '_>, wrong: usize) {
    let text = script(wrong);
    let settings = Settings::default();
    bencher.bench(|| {
        let mut findings = Vec::new();
        lint("a.sql", text.as_bytes(), &settings, |finding| findings.push(finding)).unwrap();
        assert_eq!(findings.len(), wrong);
        let mut out = Vec::new();
        Format::Text.write(&mut out, Style { color: true, unicode: true }, &findings).unwrap();
        out
    });
}
