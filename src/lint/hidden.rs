//! What of a statement a reader must not see.
//!
//! Every literal is hidden that is not known to be public. The tree of an accepted statement tells secrets from values; of a refused one only
//! literals are shown that stand where no password can: behind the name of an option, next to the `@` of an account.

use super::hidden_tokens::RefusedTokens;
use crate::ast::{Node, Number, Secret, Statement, Text, Visit};
use crate::lexer::{self, Disagree, LexContext, Token, TokenKind};
use crate::parser::ParseOptions;
use crate::server::ServerSet;
use crate::source::Span;

/// The spans of `text` to mask, sorted, none overlapping another. The statement is that of `text` as some of `servers` read it; `None` if
/// nobody accepts it. The tokens are a buffer.
pub(crate) fn hidden(
    text: &[u8],
    statement: Option<&Statement<'_>>,
    options: &ParseOptions,
    mut servers: ServerSet,
    tokens: &mut Vec<Token>,
) -> Vec<Span> {
    let context = |servers| LexContext {
        servers,
        targets: &options.targets,
        sql_mode: options.sql_mode,
        placeholders: options.placeholders,
    };
    while let Err(Disagree(some)) = lexer::lex(text, context(servers), tokens) {
        servers = some;
    }
    let mut spans = match statement {
        Some(statement) => accepted(text, statement, tokens),
        None => RefusedTokens::new(text, tokens).hidden(),
    };
    comments(text, tokens, &mut spans);
    disjoint(spans)
}

fn accepted(text: &[u8], statement: &Statement<'_>, tokens: &[Token]) -> Vec<Span> {
    let mut leaves = Leaves::default();
    statement.walk(&mut leaves);
    let public = disjoint(leaves.public);
    let is_public = |span: Span| {
        let next = public.partition_point(|known| known.end <= span.start);
        public.get(next).is_some_and(|known| known.start <= span.start && known.end >= span.end)
    };
    let literals = tokens.iter().filter(|token| !is_public(token.span())).filter_map(|token| literal(text, *token));
    leaves.secret.iter().map(|span| inside(text, *span)).chain(literals).collect()
}

/// The leaves of a tree, told apart.
#[derive(Default)]
struct Leaves {
    public: Vec<Span>,
    secret: Vec<Span>,
    /// The name of the variable whose value comes next. Variables may hold anything, a password too.
    assigned: Option<String>,
    in_value: bool,
}

impl Leaves {
    fn leaf(&mut self, span: Span) {
        let hides = self.in_value && !self.assigned.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("sql_mode"));
        let leaves = if hides { &mut self.secret } else { &mut self.public };
        leaves.push(span);
    }
}

impl Visit for Leaves {
    fn enter(&mut self, name: &'static str, _: Option<Span>) {
        match name {
            "Assignment" => (self.assigned, self.in_value) = (None, false),
            "SetValue" => self.in_value = true,
            _ => {}
        }
    }

    fn text(&mut self, text: &Text<'_>) {
        self.leaf(text.span());
        if !self.in_value {
            self.assigned = Some(text.to_string());
        }
    }

    fn number(&mut self, number: &Number<'_>) {
        self.leaf(number.span());
    }

    fn secret(&mut self, secret: &Secret<'_>) {
        self.secret.push(secret.span());
    }
}

/// What of a token is a literal's value; `None` if it is no literal.
pub(super) fn literal(text: &[u8], token: Token) -> Option<Span> {
    use TokenKind as Kind;
    match token.kind {
        Kind::QuotedName | Kind::Text | Kind::NationalText | Kind::DollarText | Kind::HexText | Kind::BinText | Kind::Hex | Kind::Bin => {
            Some(inside(text, token.span()))
        }
        Kind::Integer | Kind::Decimal | Kind::Float => Some(token.span()),
        Kind::UnclosedQuote | Kind::Bad => Some(Span::new(token.start + 1, token.span().end)),
        _ => None,
    }
}

/// A literal without its quotes and what stands before them.
fn inside(text: &[u8], span: Span) -> Span {
    match span.of(text) {
        [b'\'' | b'"' | b'`', .., _] => Span::new(span.start + 1, span.end - 1),
        [_, b'\'', .., _] => Span::new(span.start + 2, span.end - 1),
        [b'0', b'x' | b'b', _, ..] => Span::new(span.start + 2, span.end),
        _ => span,
    }
}

/// Words that announce a secret in a comment.
const ANNOUNCING: [&[u8]; 6] = [b"pass", b"pwd", b"secret", b"token", b"credential", b"identified"];

/// Comments stand between tokens: from the first quote or announcing word on they are hidden.
fn comments(text: &[u8], tokens: &[Token], spans: &mut Vec<Span>) {
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        let end = if token.kind == TokenKind::UnclosedComment { token.span().end } else { token.start };
        let between = Span::new(start, end.max(start));
        start = token.span().end.max(start);
        if between.of(text).iter().all(|byte| lexer::is_space(*byte)) {
            continue;
        }
        let bytes = between.of(text).to_ascii_lowercase();
        let word = ANNOUNCING.iter().filter_map(|word| memchr::memmem::find(&bytes, word).map(|at| at + word.len())).min();
        let quote = memchr::memchr3(b'\'', b'"', b'`', &bytes);
        // `PASSWORD = #secret`
        let behind = at.checked_sub(1).filter(|before| RefusedTokens::new(text, tokens).announces(*before)).map(|_| 0);
        if let Some(from) = [word, quote, behind].into_iter().flatten().min() {
            spans.push(Span::new(between.start + from as u32, between.end));
        }
    }
}

/// Sorted and joined.
fn disjoint(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ if span.is_empty() => {}
            _ => joined.push(span),
        }
    }
    joined
}
