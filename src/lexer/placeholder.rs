//! Placeholders of templates: what stands in a file for text that a tool puts there later.

use memchr::memmem;

/// The pairs that enclose an expression.
const PAIRS: [(&[u8], &[u8]); 6] =
    [(b"{{", b"}}"), (b"${", b"}"), (b"<%", b"%>"), (b"#{", b"}"), (b"{%", b"%}"), (b"{#", b"#}")];

/// The longest expression between such a pair, in bytes: openers that never close are not looked for to the end of the text each.
const LONGEST: usize = 1024;

/// The length of the placeholder that starts `text`, outside quotes: `${x}`, `{{ x }}`, `<%= x %>`, `%(x)s`, `:x`, `@x@`, `<x>`, `#{x}`.
/// `__X__` needs no rule: it is a word.
pub(crate) fn outside_quotes(text: &[u8]) -> Option<usize> {
    match text.first()? {
        b'$' | b'{' | b'#' => pair(text),
        b'<' => pair(text).or_else(|| enclosed(text, b">")),
        b'%' => named_format(text),
        b':' => name(&text[1..]).map(|len| len + 1),
        b'@' => enclosed(text, b"@"),
        _ => None,
    }
}

/// Behind the expression that starts before `end` and ends behind it, on the same line: `'{{ hosts['db1'] }}'` is one text.
pub(crate) fn reaches_over(source: &[u8], from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    while let Some(len) = source.get(at..end).and_then(|text| memchr::memchr2(b'{', b'<', text)) {
        at += len;
        let rest = &source[at..];
        let is_expression = rest.starts_with(b"{{") || rest.starts_with(b"<%");
        let len = pair(rest).filter(|len| is_expression && !rest[..*len].contains(&b'\n'));
        at += len.unwrap_or(1);
        if at > end {
            return Some(at);
        }
    }
    None
}

/// The bytes that a placeholder inside quotes has one of, first or anywhere.
static MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut at = 0;
    while at < b"$<{%#@:_".len() {
        marks[b"$<{%#@:_"[at] as usize] = true;
        at += 1;
    }
    marks
};

/// Whether a quoted value holds a placeholder, so that its value is not known.
pub(crate) fn inside_quotes(value: &[u8]) -> bool {
    // Most values hold none.
    match value.iter().position(|byte| MARKS[usize::from(*byte)]) {
        Some(first) => inside_from(value, first),
        None => false,
    }
}

#[inline(never)]
fn inside_from(value: &[u8], first: usize) -> bool {
    let mut marks = (first..value.len()).filter(|at| MARKS[usize::from(value[*at])]);
    marks.any(|at| starts_inside(value, at)) || whole_name(value)
}

fn starts_inside(value: &[u8], at: usize) -> bool {
    match value[at] {
        b':' | b'_' => false,
        b'@' => enclosed(&value[at..], b"@").is_some(),
        b'%' => named_format(&value[at..]).is_some() || is_bare_format(value, at),
        b'$' => pair(&value[at..]).is_some() || (at == 0 && name(&value[1..]) == Some(value.len() - 1)),
        b'<' => pair(&value[at..]).is_some() || (at == 0 && enclosed(value, b">") == Some(value.len())),
        _ => pair(&value[at..]).is_some(),
    }
}

/// `:name`, `__NAME__`, `%s` as the whole value.
fn whole_name(value: &[u8]) -> bool {
    let rest = value.strip_prefix(b":");
    rest.is_some_and(|rest| name(rest) == Some(rest.len())) || (is_word(value) && name(value) == Some(value.len()))
}

/// `%s`, `%d`, `%q`, `%v` as the whole value.
fn is_bare_format(value: &[u8], at: usize) -> bool {
    at == 0 && matches!(value, [b'%', b's' | b'd' | b'q' | b'v'])
}

fn pair(text: &[u8]) -> Option<usize> {
    let (open, close) = PAIRS.iter().find(|(open, _)| text.starts_with(open))?;
    let text = &text[..text.len().min(LONGEST)];
    let text = &text[..memchr::memchr(b';', text).filter(|_| text[0] == b'$').unwrap_or(text.len())];
    Some(open.len() + memmem::find(text.get(open.len()..)?, close)? + close.len())
}

/// `%(name)s`.
fn named_format(text: &[u8]) -> Option<usize> {
    let rest = text.strip_prefix(b"%(")?;
    let len = name(rest)?;
    matches!(rest[len..], [b')', b's' | b'd', ..]).then_some(len + 4)
}

/// `@name@`, `<name>`.
fn enclosed(text: &[u8], close: &[u8]) -> Option<usize> {
    let len = name(&text[1..])?;
    text[1 + len..].starts_with(close).then_some(len + 2)
}

/// The length of a name of letters, digits, `_`, `-` and `.` that starts with a letter or `_`.
fn name(text: &[u8]) -> Option<usize> {
    let starts = text.first().is_some_and(|b| b.is_ascii_alphabetic() || *b == b'_');
    let len = text.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.')).count();
    (starts && len > 0).then_some(len)
}

/// `__NAME__` without quotes.
pub(crate) fn is_word(word: &[u8]) -> bool {
    word.len() > 4 && word.starts_with(b"__") && word.ends_with(b"__")
}
