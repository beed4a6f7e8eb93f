//! Reads the notation of `grammar/*.ebnf` (`grammar/README.md` describes it) into a tree.

use std::fmt;

/// `name.P = expression ;`
#[derive(Clone, Debug)]
pub struct Production {
    pub name: String,
    /// What stands for a place in the expression: the `P` of `account.P`.
    pub parameter: Option<String>,
    pub expression: Expression,
}

/// The right side of a production, or a part of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// One after the other.
    Sequence(Vec<Expression>),
    /// `a | b`
    Alternatives(Vec<Expression>),
    /// `[ a ]`
    Optional(Box<Expression>),
    /// `{ a }`
    Repeat(Box<Expression>),
    /// `a - b`: the first without the second
    Except(Box<(Expression, Expression)>),
    /// `"WORD"` or punctuation
    Quoted(String),
    /// `<feature>`
    Feature(String),
    /// `NAME.place`, `TEXT`: a lexical class
    Class { name: String, place: Option<String> },
    /// `production`, `production.place`
    Reference { name: String, place: Option<String> },
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined =
            |parts: &[Expression], with: &str| parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(with);
        match self {
            Expression::Sequence(parts) => f.write_str(&joined(parts, " ")),
            Expression::Alternatives(parts) => write!(f, "( {} )", joined(parts, " | ")),
            Expression::Optional(part) => write!(f, "[ {part} ]"),
            Expression::Repeat(part) => write!(f, "{{ {part} }}"),
            Expression::Except(parts) => write!(f, "{} - {}", parts.0, parts.1),
            Expression::Quoted(text) => write!(f, "\"{text}\""),
            Expression::Feature(name) => write!(f, "<{name}>"),
            Expression::Class { name, place } | Expression::Reference { name, place } => match place {
                Some(place) => write!(f, "{name}.{place}"),
                None => f.write_str(name),
            },
        }
    }
}

/// All productions of a text.
///
/// # Errors
/// What is wrong, with the text behind it.
pub fn read(text: &str) -> Result<Vec<Production>, String> {
    let mut reader = Reader { rest: text };
    let mut productions = Vec::new();
    while !reader.peek()?.is_empty() {
        productions.push(reader.production()?);
    }
    Ok(productions)
}

struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    /// The next symbol: a name, a quoted text with its quotes, a `<feature>`, or one character; empty at the end.
    fn peek(&mut self) -> Result<&'t str, String> {
        loop {
            self.rest = self.rest.trim_start();
            let Some(comment) = self.rest.strip_prefix("(*") else { break };
            let end = comment.find("*)").ok_or_else(|| self.error("a comment without its end"))?;
            self.rest = &comment[end + 2..];
        }
        let length = match self.rest.chars().next() {
            None => 0,
            Some('"') => self.closed_by('"')?,
            Some('<') => self.closed_by('>')?,
            Some(c) if is_name(c) => self.rest.find(|c| !is_name(c)).unwrap_or(self.rest.len()),
            Some(c) => c.len_utf8(),
        };
        Ok(&self.rest[..length])
    }

    fn closed_by(&self, end: char) -> Result<usize, String> {
        let inner = self.rest[1..].find(end).ok_or_else(|| self.error("not closed"))?;
        if inner == 0 { Err(self.error("nothing in it")) } else { Ok(inner + 2) }
    }

    fn next(&mut self) -> Result<&'t str, String> {
        let symbol = self.peek()?;
        self.rest = &self.rest[symbol.len()..];
        Ok(symbol)
    }

    fn expect(&mut self, wanted: &str) -> Result<(), String> {
        if self.peek()? == wanted { self.next().map(|_| ()) } else { Err(self.error(&format!("{wanted:?} expected"))) }
    }

    fn error(&self, what: &str) -> String {
        format!("{what} at {:?}", self.rest.chars().take(60).collect::<String>())
    }

    fn production(&mut self) -> Result<Production, String> {
        let name = self.next()?;
        if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
            return Err(self.error(&format!("{name:?} is no name of a production")));
        }
        let parameter = self.place()?;
        self.expect("=")?;
        let expression = self.alternatives()?;
        self.expect(";")?;
        Ok(Production { name: name.to_owned(), parameter, expression })
    }

    /// What stands behind the dot of `account.user`; the dot follows at once.
    fn place(&mut self) -> Result<Option<String>, String> {
        if !self.rest.starts_with('.') {
            return Ok(None);
        }
        self.next()?;
        let length = self.rest.find(|c| !is_name(c) && c != '-').unwrap_or(self.rest.len());
        let (place, rest) = self.rest.split_at(length);
        self.rest = rest;
        if place.is_empty() { Err(self.error("a place expected")) } else { Ok(Some(place.to_owned())) }
    }

    fn alternatives(&mut self) -> Result<Expression, String> {
        let mut alternatives = vec![self.sequence()?];
        while self.peek()? == "|" {
            self.next()?;
            alternatives.push(self.sequence()?);
        }
        Ok(if alternatives.len() == 1 { alternatives.remove(0) } else { Expression::Alternatives(alternatives) })
    }

    fn sequence(&mut self) -> Result<Expression, String> {
        let mut parts = Vec::new();
        while !matches!(self.peek()?, "" | "|" | ")" | "]" | "}" | ";") {
            let part = self.part()?;
            parts.push(if self.peek()? == "-" {
                self.next()?;
                Expression::Except(Box::new((part, self.part()?)))
            } else {
                part
            });
        }
        match parts.len() {
            0 => Err(self.error("an empty alternative")),
            1 => Ok(parts.remove(0)),
            _ => Ok(Expression::Sequence(parts)),
        }
    }

    fn part(&mut self) -> Result<Expression, String> {
        let symbol = self.next()?;
        let (first, inner) = (symbol.chars().next().unwrap_or(' '), symbol.get(1..symbol.len().max(2) - 1));
        match (first, inner) {
            ('[', _) => self.closing("]").map(|part| Expression::Optional(Box::new(part))),
            ('{', _) => self.closing("}").map(|part| Expression::Repeat(Box::new(part))),
            ('(', _) => self.closing(")"),
            ('"', Some(text)) => Ok(Expression::Quoted(text.to_owned())),
            ('<', Some(feature)) => Ok(Expression::Feature(feature.to_owned())),
            _ if first.is_ascii_uppercase() => Ok(Expression::Class { name: symbol.to_owned(), place: self.place()? }),
            _ if first.is_ascii_lowercase() => {
                Ok(Expression::Reference { name: symbol.to_owned(), place: self.place()? })
            }
            _ => Err(self.error(&format!("{symbol:?} is nothing of the notation"))),
        }
    }

    fn closing(&mut self, end: &str) -> Result<Expression, String> {
        let inner = self.alternatives()?;
        self.expect(end)?;
        Ok(inner)
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
