//! The version of an executable comment, where its sixth digit is read as code.

use super::{SyntaxError, SyntaxRule};
use crate::lexer::{Token, is_space};
use crate::server::{Feature, ServerSet};
use crate::source::Span;

/// The digits that are taken.
const TAKEN: u32 = 5;

/// The token is the sixth digit of `/*!NNNNNN`, or starts with it.
pub(super) fn explain(text: &[u8], token: Token, part: ServerSet) -> Option<SyntaxError> {
    let sixth = token.start;
    let first = sixth.checked_sub(TAKEN)?;
    let is_opened = text.get(..first as usize)?.ends_with(b"/*!");
    let digits = Span::new(first, sixth + 1);
    let written = std::str::from_utf8(digits.of(text)).ok()?;
    if !is_opened || !written.bytes().all(|byte| byte.is_ascii_digit()) || written.len() != digits.len() as usize {
        return None;
    }
    let six = Feature::SixDigitVersionComment;
    let error = |why: String| SyntaxError::new(SyntaxRule::VersionCommentDigits, digits, why);
    let behind = text.get(digits.end as usize);
    if part.is_subset(six.servers()) && !behind.copied().is_some_and(is_space) {
        let error = error("a version of six digits needs a blank behind it: the sixth is read as code".to_owned());
        return Some(error.help("put a blank behind it").edit(Span::new(digits.end, digits.end), " "));
    }
    let error = error(format!("a version of six digits needs {}: the sixth is read as code", six.servers()));
    Some(match written.strip_prefix('0') {
        Some(five) => error.help(format!("write {five}")).edit(digits, five),
        None => error.help(format!("write /*M!{written} for MariaDB")).edit(Span::new(first - 1, first - 1), "M"),
    })
}
