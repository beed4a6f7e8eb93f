//! Tokens of a sentence by the rules of `src/lexer/mod.rs`, written a second time and only as far as sentences of the specification need them: no
//! comments, no escapes, no `$`.

/// One token.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    pub kind: Kind,
    /// As written.
    pub text: String,
    /// Whether it follows the one before it at once.
    pub glued: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An unquoted word.
    Word,
    /// An unquoted name next to a dot: never a keyword.
    Name,
    Quoted,
    Text,
    NationalText,
    Host,
    Integer,
    Decimal,
    Float,
    Hex,
    HexText,
    Bin,
    BinText,
    /// Punctuation.
    Symbol,
}

impl Token {
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), glued: false }
    }
}

/// The text of a sentence. What follows `@` and `@@` follows at once: a blank would have a meaning.
pub fn render(tokens: &[Token]) -> String {
    let mut sentence = String::new();
    for (at, token) in tokens.iter().enumerate() {
        let behind_at = at > 0 && matches!(tokens[at - 1].text.as_str(), "@" | "@@");
        if at > 0 && !token.glued && !behind_at {
            sentence.push(' ');
        }
        sentence.push_str(&token.text);
    }
    sentence
}

/// The tokens of a sentence; `None` if it is empty, or there is something in it that is not understood here.
pub fn tokens(sentence: &str) -> Option<Vec<Token>> {
    if sentence.contains('\0') {
        return None;
    }
    let is_space = |c: char| matches!(c, ' ' | '\t'..='\r');
    let text = sentence.trim_end_matches(|c| c == ';' || is_space(c));
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    let mut blank = true;
    while let Some(first) = text[at..].chars().next() {
        if is_space(first) {
            at += 1;
            blank = true;
            continue;
        }
        let (kind, length) = token(&text[at..], tokens.last().filter(|_| !blank))?;
        tokens.push(Token { kind, text: text[at..at + length].to_owned(), glued: !blank });
        at += length;
        blank = false;
        if tokens.last().is_some_and(|token| token.text == "@") && !text[at..].starts_with(['\'', '"', '`']) {
            let host = text[at..].find(|c: char| !is_name(c) && c != '.').unwrap_or(text.len() - at);
            tokens.push(Token { kind: Kind::Host, text: text[at..at + host].to_owned(), glued: true });
            at += host;
        }
    }
    if tokens.is_empty() { None } else { Some(tokens) }
}

/// Kind and length of the first token; `before` is the token right before it, if nothing lies between.
fn token(text: &str, before: Option<&Token>) -> Option<(Kind, usize)> {
    let behind_dot = before.is_some_and(|token| token.text == ".");
    let behind_word = before.is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Name));
    let end = |keep: fn(char) -> bool| text.find(|c| !keep(c)).unwrap_or(text.len());
    let first = text.chars().next()?;
    let name = end(is_name);
    if text[..name].contains('$') || ["/*", "--", "#", "$"].iter().any(|other| text.starts_with(other)) {
        return None;
    }
    let prefix = text.as_bytes().get(1) == Some(&b'\'');
    match first {
        'x' | 'X' if prefix => digits_text(text, 16).map(|length| (Kind::HexText, length)),
        'b' | 'B' if prefix => digits_text(text, 2).map(|length| (Kind::BinText, length)),
        'n' | 'N' if prefix => closed(&text[1..], '\'').map(|length| (Kind::NationalText, length + 1)),
        '0'..='9' if !behind_dot => number(text, name),
        '.' if !behind_word && text[1..].starts_with(|c: char| c.is_ascii_digit()) => number(text, 0),
        _ if is_name(first) => {
            let dotted = text[name..].strip_prefix('.').is_some_and(|rest| rest.starts_with(is_name));
            Some((if dotted || behind_dot { Kind::Name } else { Kind::Word }, name))
        }
        '\'' | '"' => closed(text, first).map(|length| (Kind::Text, length)),
        '`' => closed(text, first).map(|length| (Kind::Quoted, length)),
        ':' if text.starts_with(":=") => Some((Kind::Symbol, 2)),
        '@' if text.starts_with("@@") => text[2..].starts_with(|c| is_name(c) || c == '`').then_some((Kind::Symbol, 2)),
        _ if first.is_ascii() => Some((Kind::Symbol, 1)),
        _ => None,
    }
}

/// Behind the quote that closes the text; a doubled one does not.
fn closed(text: &str, quote: char) -> Option<usize> {
    let mut at = 1;
    loop {
        at += text[at..].find([quote, '\\'])?;
        match text[at..].chars().next()? {
            '\\' if quote != '`' => return None,
            c if c == quote && !text[at + 1..].starts_with(quote) => return Some(at + 1),
            c => at += if c == quote { 2 } else { 1 },
        }
    }
}

/// The length of `x'0a'`, with an even number of digits, or `b'01'`.
fn digits_text(text: &str, radix: u32) -> Option<usize> {
    let length = closed(text.get(1..)?, '\'')? + 1;
    let digits = &text[2..length - 1];
    ((radix == 2 || digits.len().is_multiple_of(2)) && digits.chars().all(|c| c.is_digit(radix))).then_some(length)
}

/// A number; names that begin with a digit are not understood. `name` is the length of the text as a name.
fn number(text: &str, name: usize) -> Option<(Kind, usize)> {
    let word = &text[..name];
    for (prefix, kind, radix) in [("0x", Kind::Hex, 16), ("0b", Kind::Bin, 2)] {
        if let Some(digits) = word.strip_prefix(prefix) {
            return (!digits.is_empty() && digits.chars().all(|c| c.is_digit(radix))).then_some((kind, name));
        }
    }
    let digits = |from: usize| text[from..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - from);
    let mut length = digits(0);
    let mut kind = if text[..length].parse::<u64>().is_ok() { Kind::Integer } else { Kind::Decimal };
    if text[length..].starts_with('.') {
        length += 1 + digits(length + 1);
        kind = Kind::Decimal;
    }
    if text[length..].starts_with(['e', 'E']) {
        let sign = usize::from(text[length + 1..].starts_with(['+', '-']));
        let exponent = digits(length + 1 + sign);
        length += 1 + sign + exponent;
        kind = Kind::Float;
        if exponent == 0 {
            return None;
        }
    }
    (!text[length..].starts_with(is_name)).then_some((kind, length))
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$' || !c.is_ascii()
}
