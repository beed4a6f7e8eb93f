//! A rule's page, for a terminal.

use std::io::{self, Write};

use super::Style;
use crate::rules::Entry;

/// Characters of a line.
const WIDTH: usize = 80;

/// A piece of a page: what its Markdown needs, and no more.
enum Block<'p> {
    Heading(&'p str),
    /// A line as it is.
    Code(&'p str),
    /// The cells of a row.
    Row(Vec<&'p str>),
    Item(String),
    Paragraph(String),
    Break,
}

/// Writes the page of a rule: what it is in a line, then its sections, text wrapped and examples as they are.
///
/// # Errors
/// Those of `out`.
pub fn write_page(out: &mut impl Write, entry: &Entry, style: Style) -> io::Result<()> {
    let (bold, plain) = if style.color { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    let rule = &entry.rule;
    let about = format!("{}, {}, group {}", rule.area.name(), rule.severity.name(), rule.group.name());
    writeln!(out, "{bold}{}{plain} ({about}, since {})\n", rule.name, entry.since)?;
    let blocks = blocks(entry);
    let widths = widths(&blocks);
    for block in &blocks {
        match block {
            Block::Heading(heading) => writeln!(out, "{bold}{heading}{plain}")?,
            Block::Code("") => writeln!(out)?,
            Block::Code(line) => writeln!(out, "    {line}")?,
            Block::Row(cells) => {
                let padded = cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
                writeln!(out, "    {}", padded.collect::<Vec<_>>().join("  ").trim_end())?;
            }
            Block::Item(text) => writeln!(out, "{}", wrapped(text, "  - ", "    "))?,
            Block::Paragraph(text) => writeln!(out, "{}", wrapped(text, "  ", "  "))?,
            Block::Break => writeln!(out)?,
        }
    }
    Ok(())
}

fn blocks(entry: &Entry) -> Vec<Block<'static>> {
    let (mut blocks, mut in_code) = (Vec::new(), false);
    for line in entry.page.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
        if line.starts_with("```") {
            in_code = !in_code;
        } else if in_code {
            blocks.push(Block::Code(line));
        } else if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading));
        } else if let Some(row) = line.strip_prefix('|') {
            let cells: Vec<&str> = row.trim_end().trim_end_matches('|').split('|').map(str::trim).collect();
            if !cells.iter().all(|cell| cell.bytes().all(|byte| byte == b'-')) {
                blocks.push(Block::Row(cells));
            }
        } else if let Some(item) = line.strip_prefix("- ") {
            blocks.push(Block::Item(item.to_owned()));
        } else if line.is_empty() {
            // A heading stands on its section.
            if !matches!(blocks.last(), None | Some(Block::Heading(_) | Block::Break)) {
                blocks.push(Block::Break);
            }
        } else if let Some(Block::Paragraph(text) | Block::Item(text)) = blocks.last_mut() {
            text.push(' ');
            text.push_str(line.trim_start());
        } else {
            blocks.push(Block::Paragraph(line.to_owned()));
        }
    }
    blocks
}

/// The widths of the columns of all tables.
fn widths(blocks: &[Block<'_>]) -> Vec<usize> {
    let mut widths = Vec::new();
    for block in blocks {
        let Block::Row(cells) = block else { continue };
        widths.resize(widths.len().max(cells.len()), 0);
        for (width, cell) in widths.iter_mut().zip(cells) {
            *width = (*width).max(cell.chars().count());
        }
    }
    widths
}

/// The text over several lines, with what the first one and all others start with.
fn wrapped(text: &str, first: &str, others: &str) -> String {
    let (mut lines, mut column) = (first.to_owned(), first.len());
    for (at, word) in words(text).enumerate() {
        let len = word.chars().count();
        if at > 0 && column + 1 + len > WIDTH {
            lines.push('\n');
            lines.push_str(others);
            column = others.len();
        } else if at > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += len;
    }
    lines
}

/// What stays on one line: a word, and what stands in backquotes with what touches it.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    text.split(move |c| {
        in_code ^= c == '`';
        c == ' ' && !in_code
    })
}
