//! SARIF 2.1.0: results as they are found, then the rules that found them.

mod result;
mod rule;
mod uri;

use std::io::{self, Write};
use std::path::Path;

use serde_json::json;

use super::{Report, Summary};
use crate::diagnostic::Diagnostic;

pub(super) struct Sarif<W> {
    out: W,
    /// In the order of their first finding.
    rules: Vec<&'static str>,
    is_first: bool,
}

impl<W: Write> Sarif<W> {
    pub(super) fn new(mut out: W) -> io::Result<Self> {
        out.write_all(
            b"{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\
            \"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":[",
        )?;
        Ok(Self { out, rules: Vec::new(), is_first: true })
    }

    fn index(&mut self, rule: &'static str) -> usize {
        self.rules.iter().position(|known| *known == rule).unwrap_or_else(|| {
            self.rules.push(rule);
            self.rules.len() - 1
        })
    }
}

impl<W: Write> Report for Sarif<W> {
    fn file(&mut self, _: &Path, diagnostics: &[Diagnostic]) -> io::Result<()> {
        for diagnostic in diagnostics {
            self.out.write_all(if self.is_first { b"\n" } else { b",\n" })?;
            self.is_first = false;
            let rule = self.index(diagnostic.rule);
            serde_json::to_writer(&mut self.out, &result::of(diagnostic, rule))?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &Summary, troubles: &[String]) -> io::Result<()> {
        let mut driver = json!({
            "name": "replint",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": self.rules.iter().map(|name| rule::of(name)).collect::<Vec<_>>(),
        });
        if let Some(home) = rule::home() {
            driver["informationUri"] = home.into();
        }
        let trouble = |text: &String| json!({ "level": "error", "message": { "text": text } });
        let invocation = json!({
            "executionSuccessful": troubles.is_empty(),
            "toolExecutionNotifications": troubles.iter().map(trouble).collect::<Vec<_>>(),
        });
        self.out.write_all(b"\n],\"tool\":")?;
        serde_json::to_writer(&mut self.out, &json!({ "driver": driver }))?;
        self.out.write_all(b",\"invocations\":")?;
        serde_json::to_writer(&mut self.out, &[invocation])?;
        self.out.write_all(b"}]}\n")?;
        self.out.flush()
    }
}
