//! Commands that a build server reads from a log: texts in them, and texts that must not be taken for them.

use std::borrow::Cow;

use crate::source::visible;

/// What starts a command wherever it stands in a line: on Azure Pipelines, and on the older runners of GitHub.
const ANYWHERE: [&str; 2] = ["##vso[", "##["];

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

/// Lines for people in which a build server finds no command: files that are checked must not give it any. Columns stay.
///
/// ```
/// use replint::report::without_commands;
///
/// assert_eq!(without_commands(" ::error::a\nb ::c"), " \u{fffd}:error::a\nb ::c");
/// assert_eq!(without_commands("x ##vso[task.complete]"), "x #\u{fffd}vso[task.complete]");
/// ```
pub fn without_commands(text: &str) -> Cow<'_, str> {
    let starts_one = |line: &&str| line.trim_start().starts_with("::");
    if !text.contains("##") && !text.lines().any(|line| starts_one(&line)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive('\n') {
        let line = match line.find("::").filter(|_| starts_one(&line)) {
            Some(at) => format!("{}\u{fffd}{}", &line[..at], &line[at + 1..]),
            None => line.to_owned(),
        };
        out += &ANYWHERE.iter().fold(line, |line, start| line.replace(start, &start.replacen("##", "#\u{fffd}", 1)));
    }
    Cow::Owned(out)
}
