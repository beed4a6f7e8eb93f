//! Judges statements as a server would: JSON lines in, JSON lines out.
//!
//! `judge --target mysql-8.4` reads `{"id", "sql", "sql_mode"?, "setup"?: [sql]}` and writes `{"id", "accepted", "errors": [{"rule", "message",
//! "start", "end"}]}` for each, in order; offsets count characters; an error starts where the server's own message does. Every text is one text sent to the server, `;` inside and all; `setup`
//! was sent before it in the same session.

use std::io::{self, BufRead, BufWriter, Write};

use replint::lexer::SqlMode;
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
        writeln!(out, "{}", json!({ "id": ask["id"], "accepted": errors.is_empty(), "errors": errors }))?;
    }
    Ok(())
}
