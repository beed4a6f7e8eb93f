//! Control blocks of templates: what a tool takes out of the file before a client sees it.

use crate::lexer;

/// The longest control block that is looked for, in bytes.
const LONGEST: usize = 4096;

const BLOCKS: [(&[u8], &[u8]); 4] = [(b"{%", b"%}"), (b"{{", b"}}"), (b"{#", b"#}"), (b"<%", b"%>")];

/// So many bytes must be at hand to tell.
pub(super) fn wanted(rest: &[u8]) -> usize {
    let may_open = matches!(rest.first(), Some(b'{' | b'<'));
    if may_open && BLOCKS.iter().any(|(open, _)| rest.starts_with(open)) { LONGEST } else { 0 }
}

/// The length of the control block that stands where a statement could start. One that puts text there is none, unless it has its line for
/// itself.
pub(super) fn block(rest: &[u8], line_start: bool) -> Option<usize> {
    if !matches!(rest.first(), Some(b'{' | b'<')) {
        return None;
    }
    let (open, close) = BLOCKS.iter().find(|(open, _)| rest.starts_with(open))?;
    let rest = rest.get(..LONGEST).unwrap_or(rest);
    let end = open.len() + memchr::memmem::find(rest.get(open.len()..)?, close)? + close.len();
    let (block, behind) = rest.split_at_checked(end)?;
    let line = behind.get(..memchr::memchr(b'\n', behind).unwrap_or(behind.len()))?;
    (!puts_text(block) || (line_start && line.trim_ascii().is_empty())).then_some(end)
}

/// `<%= x %>`, `{{ x }}`, but not `{{- if x }}`.
fn puts_text(block: &[u8]) -> bool {
    const CONTROL: [&[u8]; 10] =
        [b"if", b"else", b"end", b"range", b"with", b"define", b"block", b"break", b"continue", b"/*"];
    let Some(inner) = block.strip_prefix(b"{{") else { return block.starts_with(b"<%=") };
    let inner = inner.strip_prefix(b"-").unwrap_or(inner).trim_ascii_start();
    let word = inner.iter().take_while(|byte| lexer::is_name(**byte)).count();
    let first = inner.get(..word.max(2)).unwrap_or(inner);
    let is_assignment = first.starts_with(b"$") && memchr::memmem::find(inner, b"=").is_some();
    !is_assignment && !CONTROL.contains(&first)
}
