//! All rules: a table for people, their pages for programs and for the manual.

use std::io::{self, Write};

use serde::Serialize;

use super::Style;
use crate::diagnostic::{Area, Group, Severity};
use crate::rules::{self, Entry};

/// How the rules are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesFormat {
    /// A line for each, by area.
    Text(Style),
    /// One document, with the pages in Markdown.
    Json,
    /// A section for each: what `docs/rules.md` holds.
    Markdown,
}

impl RulesFormat {
    /// Writes all rules.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(self, out: &mut impl Write) -> io::Result<()> {
        match self {
            RulesFormat::Text(style) => text(out, style),
            RulesFormat::Json => json(out),
            RulesFormat::Markdown => markdown(out),
        }
    }
}

/// The areas that have rules.
fn areas() -> impl Iterator<Item = (Area, Vec<&'static Entry>)> {
    let of = |area| (area, rules::of_area(area).collect::<Vec<_>>());
    Area::ALL.into_iter().map(of).filter(|(_, rules)| !rules.is_empty())
}

fn text(out: &mut impl Write, style: Style) -> io::Result<()> {
    let (bold, plain) = if style.color { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    let width = rules::all().iter().map(|entry| entry.rule.name.len()).max().unwrap_or_default();
    for (at, (area, rules)) in areas().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{bold}{}{plain}", area.name())?;
        for entry in rules {
            let (rule, summary) = (&entry.rule, entry.summary());
            let (severity, group) = (rule.severity.name(), rule.group.name());
            writeln!(out, "  {:width$}  {severity:7}  {group:7}  {summary}", rule.name)?;
        }
    }
    Ok(())
}

/// A document of [`RulesFormat::Json`].
#[derive(Serialize)]
struct Document {
    /// Raised when a field goes or changes its meaning.
    version: u32,
    rules: Vec<Described>,
}

#[derive(Serialize)]
struct Described {
    name: &'static str,
    area: Area,
    severity: Severity,
    group: Group,
    since: &'static str,
    summary: &'static str,
    page: String,
}

fn json(out: &mut impl Write) -> io::Result<()> {
    let described = |entry: &&'static Entry| Described {
        name: entry.rule.name,
        area: entry.rule.area,
        severity: entry.rule.severity,
        group: entry.rule.group,
        since: entry.since,
        summary: entry.summary(),
        page: page(entry, ""),
    };
    let document = Document { version: 1, rules: rules::all().iter().map(described).collect() };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

const INTRODUCTION: &str = "\
# Rules

What replint looks for. `replint explain RULE` shows a page in the terminal, `replint rules` lists them all. Which ones are asked is said with
`--select` and `--ignore`, by the name of a rule, an area (the headings below) or a group:

- `default`: what a DBA would stop a merge for, or want to see there;
- `upgrade`: what breaks on a later version; on where a target deprecates it, or `--upgrade-to` names that version;
- `strict`: policy that not everybody has.

An *error*: the server refuses it, or it can never do what it says. A *warning*: it works and is unsafe, or surprises. *Advice*: it is needless, or
will stop working after an upgrade.
";

fn markdown(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<!-- Written by `replint rules --format markdown`; do not edit. -->\n\n{INTRODUCTION}")?;
    for (area, rules) in areas() {
        writeln!(out, "## {}\n\n| rule | severity | group | what is wrong |\n| --- | --- | --- | --- |", area.name())?;
        for entry in &rules {
            let (rule, summary) = (&entry.rule, entry.summary().replace('|', "\\|"));
            let (name, severity, group) = (rule.name, rule.severity.name(), rule.group.name());
            writeln!(out, "| [{name}](#{name}) | {severity} | {group} | {summary} |")?;
        }
        for entry in &rules {
            let rule = &entry.rule;
            let about = format!("*{}*, group `{}`, since {}", rule.severity.name(), rule.group.name(), entry.since);
            writeln!(out, "\n### {}\n\n{about}\n\n{}", rule.name, page(entry, "##").trim_end())?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The page in Markdown, with `deeper` before the marks of its headings.
fn page(entry: &Entry, deeper: &str) -> String {
    let (mut page, mut in_code) = (String::new(), false);
    for line in entry.page {
        let line = line.strip_prefix(' ').unwrap_or(line);
        in_code ^= line.starts_with("```");
        if !in_code && line.starts_with("## ") {
            page.push_str(deeper);
        }
        page.push_str(line);
        page.push('\n');
    }
    page
}
