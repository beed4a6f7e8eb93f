//! Sections of migration tools: `-- +goose StatementBegin` to `-- +goose StatementEnd`, and sql-migrate's.

use super::splitter::AHEAD;

/// Whether a comment of this line opens a section.
pub(super) fn begins(line: &[u8]) -> bool {
    is_directive(line, b"StatementBegin")
}

/// Whether a comment of this line ends a section.
pub(super) fn ends(line: &[u8]) -> bool {
    is_directive(line, b"StatementEnd")
}

fn is_directive(line: &[u8], name: &[u8]) -> bool {
    let line = line.get(..AHEAD).unwrap_or(line);
    let Some(comment) = line.strip_prefix(b"--") else { return false };
    let comment = comment.trim_ascii_start();
    let Some(directive) = comment.strip_prefix(b"+goose").or_else(|| comment.strip_prefix(b"+migrate")) else {
        return false;
    };
    directive.trim_ascii_start().get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
}
