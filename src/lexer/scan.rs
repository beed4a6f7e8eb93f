//! The scanner: a byte decides what follows, as in the servers' `lex_one_token`.

use super::{Disagree, LexContext, Token, TokenKind, comment, is_name, is_space, placeholder, run};
use crate::server::{Feature, Word};
use comment::Opening;
use run::BLOCK;

/// A number of fewer digits fits 64 bits.
const DIGITS_OF_64_BITS: usize = 20;

pub(super) struct Scanner<'a, 't> {
    source: &'a [u8],
    context: LexContext<'t>,
    tokens: &'a mut Vec<Token>,
    at: usize,
    /// Inside an executable comment whose content is code.
    in_comment: Option<usize>,
}

/// What the first byte of a token says.
#[derive(Clone, Copy)]
enum Class {
    Space,
    /// Starts a word.
    Letter,
    /// Starts a word, or a text if a quote is behind it.
    Prefix,
    /// Starts a text.
    Quote,
    Digit,
    /// Stands alone.
    Symbol,
    /// Stands alone, if it does not end a comment.
    Star,
    At,
    Other,
}

static CLASS: [Class; 256] = {
    let mut class = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        class[byte] = match byte as u8 {
            ascii if is_space(ascii) => Class::Space,
            b'\'' => Class::Quote,
            b'0'..=b'9' => Class::Digit,
            b'n' | b'N' | b'x' | b'X' | b'b' | b'B' => Class::Prefix,
            b'$' => Class::Other,
            ascii if is_name(ascii) => Class::Letter,
            b',' | b'=' | b'(' | b')' | b';' => Class::Symbol,
            b'*' => Class::Star,
            b'@' => Class::At,
            _ => Class::Other,
        };
        byte += 1;
    }
    class
};

/// What a byte is behind letters, digits and `_`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// The name goes on.
    Name,
    Dot,
    Other,
}

static BEHIND: [Behind; 256] = {
    let mut behind = [Behind::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        if is_name(byte as u8) {
            behind[byte] = Behind::Name;
        }
        byte += 1;
    }
    behind[b'.' as usize] = Behind::Dot;
    behind
};

impl<'a, 't> Scanner<'a, 't> {
    pub(super) fn new(source: &'a [u8], context: LexContext<'t>, tokens: &'a mut Vec<Token>) -> Self {
        Self { source, context, tokens, at: 0, in_comment: None }
    }

    pub(super) fn run(mut self) -> Result<(), Disagree> {
        while let Some(&byte) = self.source.get(self.at) {
            match CLASS[byte as usize] {
                Class::Space => self.at += 1,
                Class::Letter => self.word(),
                Class::Prefix if self.peek(1) != b'\'' => self.word(),
                Class::Quote => self.plain_text(),
                Class::Digit => self.plain_integer(),
                Class::Symbol => self.symbol(byte),
                Class::Star if self.in_comment.is_none() => self.symbol(byte),
                Class::At if self.peek(1) == b'\'' && !self.context.placeholders => {
                    self.push(TokenKind::At, self.at, self.at + 1);
                }
                _ => self.other(byte)?,
            }
            // Most tokens have a blank behind them.
            if self.source.get(self.at) == Some(&b' ') {
                self.at += 1;
            }
        }
        let end = self.source.len();
        if let Some(start) = self.in_comment {
            self.tokens.push(Token::new(TokenKind::UnclosedComment, start, end));
        }
        self.tokens.push(Token::new(TokenKind::End, end, end));
        Ok(())
    }

    /// A word, if what is behind it does not belong to it.
    #[inline(always)]
    fn word(&mut self) {
        let start = self.at;
        let block: Option<&[u8; BLOCK]> = self.source.get(start..).and_then(|rest| rest.first_chunk());
        let len = match block.map(run::unusual) {
            Some(others) if others != 0 => others.trailing_zeros() as usize,
            _ => self.name_end(start) - start,
        };
        let end = start + len;
        if self.source.get(end).is_some_and(|byte| BEHIND[*byte as usize] != Behind::Other) {
            return self.word_until(start, end);
        }
        let word = match block.and_then(|block| block.first_chunk()) {
            Some(first) if len <= first.len() => Word::of_short_name(*first, len),
            _ => Word::of_name(&self.source[start..end]),
        };
        self.tokens.push(Token::new(TokenKind::Word, start, end).with_word(word));
        self.at = end;
    }

    /// A text in single quotes without an escape, if it is short.
    #[inline(always)]
    fn plain_text(&mut self) {
        let (start, quote) = (self.at, b'\'');
        let stop = if self.context.sql_mode.no_backslash_escapes { quote } else { b'\\' };
        match run::find(self.source, start + 1, quote, stop) {
            Some(close)
                if self.source[close] == quote
                    && self.source.get(close + 1) != Some(&quote)
                    && !self.context.placeholders =>
            {
                self.tokens.push(Token::new(TokenKind::Text, start, close + 1).known_as_plain(true));
                self.at = close + 1;
            }
            _ => self.text(TokenKind::Text, start, quote),
        }
    }

    /// Digits, if nothing else of a number or a name is behind them.
    #[inline(always)]
    fn plain_integer(&mut self) {
        let start = self.at;
        let end = start + self.digits(start);
        match self.source.get(end) {
            Some(&byte) if BEHIND[byte as usize] == Behind::Other && end - start < DIGITS_OF_64_BITS => {
                self.push(TokenKind::Integer, start, end);
            }
            _ => self.number(),
        }
    }

    /// What the first byte does not tell alone.
    #[inline(never)]
    fn other(&mut self, byte: u8) -> Result<(), Disagree> {
        match byte {
            b'$' | b'{' | b'<' | b'%' | b':' | b'@' | b'#' if self.context.placeholders && self.placeholder() => {}
            b'"' if !self.context.sql_mode.ansi_quotes => self.text(TokenKind::Text, self.at, byte),
            b'"' | b'`' => self.quoted_name(byte),
            b'n' | b'N' if self.peek(1) == b'\'' => self.prefixed(TokenKind::NationalText),
            b'x' | b'X' if self.peek(1) == b'\'' => self.digits_text(TokenKind::HexText),
            b'b' | b'B' if self.peek(1) == b'\'' => self.digits_text(TokenKind::BinText),
            b'$' => self.dollar()?,
            _ if is_name(byte) => self.any_word(),
            b'@' => self.user_end(),
            b'.' => self.dot(),
            b'#' => self.at = comment::line_end(self.source, self.at),
            b'-' if comment::is_dash_comment(&self.source[self.at..]) => {
                self.at = comment::line_end(self.source, self.at);
            }
            b'/' if self.peek(1) == b'*' => self.comment()?,
            b'*' if self.in_comment.is_some() && self.peek(1) == b'/' => {
                self.in_comment = None;
                self.at += 2;
            }
            b':' if self.peek(1) == b'=' => self.push(TokenKind::Assign, self.at, self.at + 2),
            _ => self.symbol(byte),
        }
        Ok(())
    }

    fn symbol(&mut self, byte: u8) {
        self.tokens.push(Token::new(TokenKind::Symbol, self.at, self.at + 1).with_symbol(byte));
        self.at += 1;
    }

    fn peek(&self, ahead: usize) -> u8 {
        self.source.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn push(&mut self, kind: TokenKind, start: usize, end: usize) {
        self.tokens.push(Token::new(kind, start, end));
        self.at = end;
    }

    fn name_end(&self, from: usize) -> usize {
        run::name_end(self.source, from)
    }

    fn placeholder(&mut self) -> bool {
        // An `@` right behind a name opens a host, `'u'@host`, unless it closes again: `@HOST@`.
        match placeholder::outside_quotes(&self.source[self.at..]) {
            Some(len) => {
                // `${db}_name`: the name goes on.
                let end = self.name_end(self.at + len);
                self.push(TokenKind::Placeholder, self.at, end);
                true
            }
            None => false,
        }
    }

    fn any_word(&mut self) {
        self.word_until(self.at, self.at);
    }

    /// A word that starts at `start` and has name bytes up to `end`, perhaps more.
    #[inline(never)]
    fn word_until(&mut self, start: usize, end: usize) {
        let end = match self.source.get(end) {
            Some(b'.') => end,
            _ => self.name_end(end),
        };
        let dotted = self.source.get(end) == Some(&b'.') && self.source.get(end + 1).copied().is_some_and(is_name);
        if dotted {
            self.push(TokenKind::Name, start, end);
            self.dot_and_name();
        } else {
            let word = Word::of_name(&self.source[start..end]);
            self.tokens.push(Token::new(TokenKind::Word, start, end).with_word(word));
            self.at = end;
        }
    }

    /// A dot, and behind it a name that is never a keyword and may start with a digit.
    fn dot_and_name(&mut self) {
        self.symbol(b'.');
        if is_name(self.peek(0)) {
            self.bare_name(self.at);
        }
    }

    fn bare_name(&mut self, start: usize) {
        let end = self.name_end(start);
        self.push(TokenKind::Name, start, end);
        if self.peek(0) == b'.' && is_name(self.peek(1)) {
            self.dot_and_name();
        }
    }

    fn dot(&mut self) {
        if self.peek(1).is_ascii_digit() {
            self.fraction(self.at, self.at + 1);
        } else {
            self.dot_and_name();
        }
    }

    /// A number, or a name that starts with a digit: `12abc`, `1e`, `0x`.
    #[inline(never)]
    fn number(&mut self) {
        let start = self.at;
        if self.peek(0) == b'0' {
            let digits =
                |from: usize, keep: fn(&u8) -> bool| from + self.source[from..].iter().take_while(|b| keep(b)).count();
            let (kind, end) = match self.peek(1) {
                b'x' => (TokenKind::Hex, digits(start + 2, u8::is_ascii_hexdigit)),
                b'b' => (TokenKind::Bin, digits(start + 2, |b| matches!(b, b'0' | b'1'))),
                _ => (TokenKind::Integer, 0),
            };
            if end > start + 2 && !self.source.get(end).copied().is_some_and(is_name) {
                return self.push(kind, start, end);
            }
        }
        let end = start + self.digits(start);
        match self.source.get(end).copied().unwrap_or(0) {
            b'.' => self.fraction(start, end + 1),
            byte if !is_name(byte) => self.push(integer(&self.source[start..end]), start, end),
            b'e' | b'E' if self.exponent(end).is_some() => {
                let end = self.exponent(end).unwrap_or(end);
                self.push(TokenKind::Float, start, end);
            }
            _ => self.bare_name(start),
        }
    }

    /// How many digits stand at `from`.
    #[inline]
    fn digits(&self, from: usize) -> usize {
        let rest = &self.source[from..];
        rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len())
    }

    /// Behind the exponent whose `e` stands at `from`.
    fn exponent(&self, from: usize) -> Option<usize> {
        let sign = usize::from(matches!(self.source.get(from + 1), Some(b'+' | b'-')));
        let first = from + 1 + sign;
        (first <= self.source.len() && self.digits(first) > 0).then(|| first + self.digits(first))
    }

    /// The digits behind the point, which stands before `from`.
    fn fraction(&mut self, start: usize, from: usize) {
        let end = from + self.digits(from);
        match self.source.get(end) {
            Some(b'e' | b'E') => match self.exponent(end) {
                Some(end) => self.push(TokenKind::Float, start, end),
                None => self.push(TokenKind::Bad, start, end + 1),
            },
            _ => self.push(TokenKind::Decimal, start, end),
        }
    }

    /// A string; `open` is where its quote stands.
    #[inline(never)]
    fn text(&mut self, kind: TokenKind, start: usize, quote: u8) {
        let open = if kind == TokenKind::NationalText { start + 1 } else { start };
        match self.text_end(open, quote) {
            Some((end, plain)) => {
                self.tokens.push(Token::new(kind, start, end).known_as_plain(plain));
                self.at = end;
            }
            None => self.push(TokenKind::UnclosedQuote, open, self.source.len()),
        }
    }

    /// Behind the quote that ends a string, and whether there is nothing in it to decode; expressions of templates may have quotes of their own in it.
    fn text_end(&self, open: usize, quote: u8) -> Option<(usize, bool)> {
        let escapes = !self.context.sql_mode.no_backslash_escapes;
        let (mut end, plain) = quoted(self.source, open, quote, escapes)?;
        let mut from = open + 1;
        while self.context.placeholders
            && let Some(behind) = placeholder::reaches_over(self.source, from, end - 1)
        {
            (from, end) = (behind, quoted(self.source, behind - 1, quote, escapes)?.0);
        }
        Some((end, plain && from == open + 1))
    }

    fn prefixed(&mut self, kind: TokenKind) {
        self.text(kind, self.at, b'\'');
    }

    /// A quoted name: no escapes, and a NUL ends the statement.
    fn quoted_name(&mut self, quote: u8) {
        let start = self.at;
        match quoted(self.source, start, quote, false) {
            Some((end, plain)) if memchr::memchr(0, &self.source[start..end]).is_none() => {
                self.tokens.push(Token::new(TokenKind::QuotedName, start, end).known_as_plain(plain));
                self.at = end;
            }
            _ => self.push(TokenKind::UnclosedQuote, start, self.source.len()),
        }
    }

    /// `x'0a'`, an even number of digits, and `b'01'`.
    fn digits_text(&mut self, kind: TokenKind) {
        let start = self.at;
        let hex = kind == TokenKind::HexText;
        let keep = |b: &u8| if hex { b.is_ascii_hexdigit() } else { matches!(b, b'0' | b'1') };
        let digits = self.source[start + 2..].iter().take_while(|b| keep(b)).count();
        let end = start + 2 + digits;
        if self.source.get(end) == Some(&b'\'') && !(hex && digits % 2 == 1) {
            self.push(kind, start, end + 1);
        } else {
            self.push(TokenKind::Bad, start, end);
        }
    }

    /// `$$text$$`, `$tag$text$tag$` on the servers that know it; a name on the others.
    fn dollar(&mut self) -> Result<(), Disagree> {
        let start = self.at;
        let tag = self.source[start + 1..].iter().take_while(|b| is_name(**b) && **b != b'$').count();
        if self.source.get(start + 1 + tag) != Some(&b'$') {
            self.any_word();
            return Ok(());
        }
        let (servers, quoting) = (self.context.servers, Feature::DollarQuotedText.servers());
        if !servers.intersects(quoting) {
            self.any_word();
            return Ok(());
        }
        if !servers.is_subset(quoting) {
            return Err(Disagree(servers & quoting));
        }
        let body = start + tag + 2;
        match memchr::memmem::find(&self.source[body..], &self.source[start..body]) {
            Some(at) => self.push(TokenKind::DollarText, start, body + at + tag + 2),
            None => self.push(TokenKind::UnclosedQuote, start, self.source.len()),
        }
        Ok(())
    }

    /// `@`, and what stands right behind it: a quote, another `@`, or an unquoted host that may be empty.
    fn user_end(&mut self) {
        match self.peek(1) {
            b'\'' | b'"' | b'`' => self.push(TokenKind::At, self.at, self.at + 1),
            b'@' => {
                self.push(TokenKind::AtAt, self.at, self.at + 2);
            }
            _ => {
                self.push(TokenKind::At, self.at, self.at + 1);
                if self.context.placeholders && placeholder::outside_quotes(&self.source[self.at..]).is_some() {
                    return;
                }
                let host = self.source[self.at..].iter().take_while(|b| is_name(**b) || **b == b'.').count();
                self.push(TokenKind::Host, self.at, self.at + host);
            }
        }
    }

    fn comment(&mut self) -> Result<(), Disagree> {
        let (start, servers) = (self.at, self.context.servers);
        let end = match comment::opening(&self.source[start..], servers, self.context.targets) {
            Some((_, agreeing)) if agreeing != servers => return Err(Disagree(agreeing)),
            Some((Opening::Code(len), _)) => {
                self.in_comment = Some(start);
                self.at = start + len;
                return Ok(());
            }
            Some((Opening::Skipped, _)) => comment::skipped_end(self.source, start + 2),
            Some((Opening::Plain, _)) | None => comment::plain_end(self.source, start + 2),
        };
        match end {
            Some(end) => self.at = end,
            None => self.push(TokenKind::UnclosedComment, start, self.source.len()),
        }
        Ok(())
    }
}

fn integer(digits: &[u8]) -> TokenKind {
    let significant = digits.iter().skip_while(|b| **b == b'0').count();
    let fits =
        significant < DIGITS_OF_64_BITS || std::str::from_utf8(digits).is_ok_and(|text| text.parse::<u64>().is_ok());
    if fits { TokenKind::Integer } else { TokenKind::Decimal }
}

/// Behind the quote that ends the one at `open`; a doubled quote does not end it, nor an escaped one.
pub(crate) fn quote_end(source: &[u8], open: usize, quote: u8, escapes: bool) -> Option<usize> {
    quoted(source, open, quote, escapes).map(|(end, _)| end)
}

/// [`quote_end`], and whether neither a doubled quote stands before it nor an escaped byte.
fn quoted(source: &[u8], open: usize, quote: u8, escapes: bool) -> Option<(usize, bool)> {
    let (mut at, mut plain) = (open + 1, true);
    loop {
        at = run::find(source, at, quote, if escapes { b'\\' } else { quote })?;
        match source[at] {
            b'\\' if escapes => at += 2,
            _ if source.get(at + 1) == Some(&quote) => at += 2,
            _ => return Some((at + 1, plain)),
        }
        plain = false;
    }
}
