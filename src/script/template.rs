//! Control blocks of templates: what a tool takes out of the file before a client sees it.

/// The longest control block that is looked for, in bytes.
const LONGEST: usize = 4096;

const BLOCKS: [(&[u8], &[u8]); 4] = [(b"{%", b"%}"), (b"{{", b"}}"), (b"{#", b"#}"), (b"<%", b"%>")];

/// So many bytes must be at hand to tell.
pub(super) fn wanted(rest: &[u8]) -> usize {
    if BLOCKS.iter().any(|(open, _)| rest.starts_with(open)) { LONGEST } else { 0 }
}

/// The length of the control block that starts a line and has it for itself.
pub(super) fn block(rest: &[u8]) -> Option<usize> {
    let (open, close) = BLOCKS.iter().find(|(open, _)| rest.starts_with(open))?;
    let rest = rest.get(..LONGEST).unwrap_or(rest);
    let end = open.len() + memchr::memmem::find(rest.get(open.len()..)?, close)? + close.len();
    let behind = rest.get(end..)?;
    let line = behind.get(..memchr::memchr(b'\n', behind).unwrap_or(behind.len()))?;
    line.trim_ascii().is_empty().then_some(end)
}
