//! Characters that look like SQL and are none.

use super::{SyntaxError, SyntaxRule};
use crate::lexer::{Token, TokenKind};
use crate::source::Span;

/// The characters, what they are, and what to write instead.
const LOOK_ALIKES: [LookAlike; 30] = {
    use SyntaxRule::{FullWidthPunctuation as Wide, InvisibleCharacter as Hidden, TypographicQuote as Quote};
    [
        ('\u{2018}', Quote, "a typographic quote", "'"),
        ('\u{2019}', Quote, "a typographic quote", "'"),
        ('\u{201a}', Quote, "a typographic quote", "'"),
        ('\u{201b}', Quote, "a typographic quote", "'"),
        ('\u{201c}', Quote, "a typographic quote", "\""),
        ('\u{201d}', Quote, "a typographic quote", "\""),
        ('\u{201e}', Quote, "a typographic quote", "\""),
        ('\u{2032}', Quote, "a prime", "'"),
        ('\u{2033}', Quote, "a double prime", "\""),
        ('\u{00b4}', Quote, "an acute accent", "'"),
        ('\u{ff07}', Quote, "a full-width quote", "'"),
        ('\u{ff02}', Quote, "a full-width quote", "\""),
        ('\u{ff0c}', Wide, "a full-width comma", ","),
        ('\u{3001}', Wide, "an ideographic comma", ","),
        ('\u{ff1b}', Wide, "a full-width semicolon", ";"),
        ('\u{ff1d}', Wide, "a full-width equals sign", "="),
        ('\u{ff08}', Wide, "a full-width parenthesis", "("),
        ('\u{ff09}', Wide, "a full-width parenthesis", ")"),
        ('\u{ff20}', Wide, "a full-width at sign", "@"),
        ('\u{ff0e}', Wide, "a full-width full stop", "."),
        ('\u{ff0a}', Wide, "a full-width asterisk", "*"),
        ('\u{ff1a}', Wide, "a full-width colon", ":"),
        ('\u{00a0}', Hidden, "a no-break space", " "),
        ('\u{3000}', Hidden, "an ideographic space", " "),
        ('\u{2003}', Hidden, "an em space", " "),
        ('\u{2009}', Hidden, "a thin space", " "),
        ('\u{202f}', Hidden, "a narrow no-break space", " "),
        ('\u{200b}', Hidden, "a zero-width space", ""),
        ('\u{2060}', Hidden, "a word joiner", ""),
        ('\u{feff}', Hidden, "a byte order mark", ""),
    ]
};

/// How many tokens before the error are looked at: `‘repl’@‘%’` goes wrong at the `%`.
const LOOK_BACK: usize = 3;

/// The look-alike nearest to the error; its edits mend all of them in the statement.
pub(super) fn explain(text: &[u8], tokens: &[Token], at: usize) -> Option<SyntaxError> {
    let near = &tokens[at.saturating_sub(LOOK_BACK)..=at];
    let (span, (character, rule, what, instead)) = near.iter().flat_map(|token| look_alikes(text, *token)).next()?;
    let message = format!("{what} (U+{:04X}) is no punctuation to a server", u32::from(*character));
    let help = if instead.trim().is_empty() {
        "put a plain space there, or nothing".to_owned()
    } else {
        format!("write {instead}")
    };
    let error = SyntaxError::new(*rule, span, message).help(help);
    let all = tokens.iter().flat_map(|token| look_alikes(text, *token));
    Some(all.fold(error, |error, (span, (_, _, _, instead))| error.edit(span, *instead)))
}

type LookAlike = (char, SyntaxRule, &'static str, &'static str);

/// Those in a token that is not quoted.
fn look_alikes(text: &[u8], token: Token) -> impl Iterator<Item = (Span, &'static LookAlike)> {
    let bare = matches!(token.kind, TokenKind::Word | TokenKind::Name | TokenKind::Host);
    let word =
        std::str::from_utf8(token.span().of(text)).ok().filter(|word| bare && !word.is_ascii()).unwrap_or_default();
    word.char_indices().filter_map(move |(offset, character)| {
        let found = LOOK_ALIKES.iter().find(|(look_alike, ..)| *look_alike == character)?;
        let start = token.start + offset as u32;
        Some((Span::new(start, start + character.len_utf8() as u32), found))
    })
}
