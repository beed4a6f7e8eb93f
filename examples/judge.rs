//! Judges statements as a server would: JSON lines in, JSON lines out.
//!
//! `judge --target mysql-8.4` reads `{"id", "sql", "sql_mode"?, "setup"?: [sql]}` and writes `{"id", "accepted", "errors": [{"rule", "message",
//! "start", "end"}], "findings": [{"rule", "severity", "message"}]}` for each, in order; offsets count characters; an error starts where the server's own message does; findings are
//! those of the rules on the statement itself. Every text is one text sent to the server, `;` inside and all; `setup` was sent before it in the same session.

use std::io::{self, BufRead, BufWriter, Write};

use std::path::Path;

use replint::diagnostic::{Area, Diagnostic};
use replint::lexer::SqlMode;
use replint::lint::{Session, Settings};
use replint::{ParseOptions, parse_statement};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [flag, target] = &arguments[..] else { return Err("usage: judge --target mysql-8.4".into()) };
    if flag != "--target" {
        return Err(format!("unknown option {flag}").into());
    }
    let mut options = ParseOptions { targets: target.parse()?, ..ParseOptions::default() };
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let ask: Value = serde_json::from_str(&line?)?;
        let sql = ask["sql"].as_str().unwrap_or_default();
        options.sql_mode = SqlMode::parse(ask["sql_mode"].as_str().unwrap_or_default());
        let parsed = parse_statement(sql, &options);
        let characters = |byte: u32| sql.get(..byte as usize).map_or(0, |before| before.chars().count());
        let errors: Vec<Value> = parsed
            .rejections
            .iter()
            .map(|rejection| {
                let error = &rejection.error;
                let (start, end) = (characters(error.near), characters(error.span.end.max(error.near)));
                json!({ "rule": error.rule.name(), "message": error.message, "start": start, "end": end })
            })
            .collect();
        let findings: Vec<Value> = findings(&ask, sql, &options)
            .iter()
            .map(|finding| json!({ "rule": finding.rule, "severity": finding.severity, "message": finding.message }))
            .collect();
        let answer = json!({ "id": ask["id"], "accepted": errors.is_empty(), "errors": errors, "findings": findings });
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

/// What the rules find in the statement, now or in what it and its setup add up to.
fn findings(ask: &Value, sql: &str, options: &ParseOptions) -> Vec<Diagnostic> {
    let (targets, sql_mode) = (options.targets.clone(), options.sql_mode);
    let settings = Settings { targets, sql_mode, placeholders: false, ..Settings::default() };
    let mut session = Session::new(&settings);
    for setup in ask["setup"].as_array().into_iter().flatten() {
        session.statement("setup", setup.as_str().unwrap_or_default());
    }
    let mut found = session.statement("statement", sql);
    found.extend(session.finish());
    found.retain(|finding| finding.area != Area::Syntax && *finding.path == *Path::new("statement"));
    found
}
