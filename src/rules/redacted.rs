//! Secrets that say that they are none: `****`, `<secret>`, `CHANGE_ME`.

use super::style::redacted_secret::is_masked;
use crate::ast::Secret;

/// Of fewer characters a password may be.
const SHORTEST: usize = 3;

/// Whether the text is masked, or says that it is to be replaced.
pub(super) fn is_redacted(secret: &Secret<'_>) -> bool {
    let bytes = secret.expose().decode_bytes();
    let is_of_one = bytes.iter().all(|byte| matches!(byte, b'*' | b'x' | b'X' | b'.'));
    let is_bracketed = bytes.starts_with(b"<") && bytes.ends_with(b">");
    let letters: Vec<u8> =
        bytes.iter().filter(|byte| byte.is_ascii_alphanumeric()).map(u8::to_ascii_lowercase).collect();
    let says_so = letters.starts_with(b"changeme") || letters.starts_with(b"your") || letters == b"redacted";
    is_masked(secret.expose()) || bytes.len() >= SHORTEST && (is_of_one || is_bracketed || says_so)
}
