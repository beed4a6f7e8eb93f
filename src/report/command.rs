//! Texts in the commands that a build server reads from a log.

use crate::source::visible;

/// The text with these characters written in another way, and without others that a terminal would obey.
pub(super) fn escaped(text: &str, escapes: &[(char, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match escapes.iter().find(|(special, _)| *special == character) {
            Some((_, escape)) => out.push_str(escape),
            None => out.push_str(&visible(character.encode_utf8(&mut [0; 4]))),
        }
    }
    out
}
