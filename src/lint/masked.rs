//! A whole script with its secrets masked, for a reader who sees what changes in it.

use std::io;

use super::hidden::hidden;
use super::{Settings, script_options};
use crate::lexer::Token;
use crate::parser::{self, Effort, ParseOptions};
use crate::script::{Event, Kind, Script};

/// A script's text as it may be shown: of our statements every literal that is not known to be public becomes stars; of everything else, where no
/// literal is known to be public, each line becomes `…`. Lines stay lines.
///
/// ```
/// use replint::lint::{Settings, masked};
///
/// let text = b"INSERT INTO t VALUES ('x');\nCREATE USER u IDENTIFIED BY 'x';\n";
/// assert_eq!(masked(text, &Settings::default()), "\u{2026};\nCREATE USER u IDENTIFIED BY '*';\n");
/// ```
pub fn masked(text: &[u8], settings: &Settings) -> String {
    let mut script = Script::new(text, &script_options(settings));
    let (targets, sql_mode, placeholders) = (settings.targets.clone(), settings.sql_mode, settings.placeholders);
    let mut options = ParseOptions { targets, sql_mode, placeholders };
    let mut tokens: Vec<Token> = Vec::new();
    let (mut shown, mut at) = (String::new(), 0);
    let mut event = || -> io::Result<Option<(usize, usize, Vec<crate::source::Span>)>> {
        while let Some(event) = script.next_event()? {
            let Event::Statement(raw) = event else { continue };
            if raw.kind != Kind::Ours {
                continue;
            }
            options.sql_mode = raw.sql_mode;
            let servers = options.targets.servers();
            let parsed = parser::parse_with(raw.text, &options, servers, Effort::Accepting, &mut tokens);
            let readers = if parsed.statement.is_some() { parsed.accepted } else { servers };
            let spans = hidden(raw.text, parsed.statement.as_ref(), &options, readers, &mut tokens);
            let start = raw.base.offset as usize;
            return Ok(Some((start, start + raw.text.len(), spans)));
        }
        Ok(None)
    };
    // Reading from memory does not fail.
    while let Ok(Some((start, end, spans))) = event() {
        between(&mut shown, text.get(at..start).unwrap_or_default());
        let statement = text.get(start..end).unwrap_or_default();
        let mut from = 0;
        for span in spans {
            shown.push_str(&String::from_utf8_lossy(&statement[from..span.start as usize]));
            let secret = String::from_utf8_lossy(span.of(statement));
            shown.extend(secret.chars().map(|character| if character == '\n' { '\n' } else { '*' }));
            from = span.end as usize;
        }
        shown.push_str(&String::from_utf8_lossy(&statement[from..]));
        at = end;
    }
    between(&mut shown, text.get(at..).unwrap_or_default());
    shown
}

/// What stands between our statements: blanks, delimiters, and what is not shown.
fn between(shown: &mut String, text: &[u8]) {
    for line in String::from_utf8_lossy(text).split_inclusive('\n') {
        let is_public = |character: char| character.is_whitespace() || character == ';';
        let inside = line.trim_matches(is_public);
        if inside.is_empty() {
            shown.push_str(line);
            continue;
        }
        let before = line.len() - line.trim_start_matches(is_public).len();
        shown.push_str(&line[..before]);
        let vertical = if inside.starts_with("\\G") || inside.starts_with("\\g") { 2 } else { 0 };
        shown.push_str(&inside[..vertical]);
        if inside.len() > vertical {
            shown.push('…');
        }
        shown.push_str(&line[before + inside.len()..]);
    }
}
