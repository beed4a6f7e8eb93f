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
    hidden_of_tokens(text, statement, tokens)
}

/// [`hidden`], where the tokens are known.
pub(super) fn hidden_of_tokens(text: &[u8], statement: Option<&Statement<'_>>, tokens: &[Token]) -> Vec<Span> {
    let comments = comments(text, tokens);
    let refused = RefusedTokens::new(text, tokens);
    let turned = statement.is_none() && refused.are_turned(comments.iter().any(|comment| comment.has_quote));
    let mut spans = match statement {
        Some(statement) => accepted(text, statement, tokens),
        None => refused.hidden(turned),
    };
    let hides = |comment: &&Comment| turned || comment.has_quote || comment.announces;
    spans.extend(comments.iter().filter(hides).map(|comment| comment.span));
    disjoint(spans)
}

fn accepted(text: &[u8], statement: &Statement<'_>, tokens: &[Token]) -> Vec<Span> {
    let mut leaves = Leaves { public: Vec::with_capacity(tokens.len() / 2), secret: Vec::new() };
    statement.walk(&mut leaves);
    let public = disjoint(leaves.public);
    let is_public = |span: Span| {
        let next = public.partition_point(|known| known.end <= span.start);
        public.get(next).is_some_and(|known| known.start <= span.start && known.end >= span.end)
    };
    let literals = tokens.iter().filter_map(|token| literal(text, *token).filter(|_| !is_public(token.span())));
    leaves.secret.iter().map(|span| inside(text, *span)).chain(literals).collect()
}

/// The leaves of a tree, told apart.
struct Leaves {
    public: Vec<Span>,
    secret: Vec<Span>,
}

impl Visit for Leaves {
    fn text(&mut self, text: &Text<'_>) {
        self.public.push(text.span());
    }

    fn number(&mut self, number: &Number<'_>) {
        self.public.push(number.span());
    }

    fn secret(&mut self, secret: &Secret<'_>) {
        self.secret.push(secret.span());
    }
}

/// What of a token is a literal's value; `None` if it is no literal.
pub(super) fn literal(text: &[u8], token: Token) -> Option<Span> {
    use TokenKind as Kind;
    match token.kind {
        Kind::QuotedName
        | Kind::Text
        | Kind::NationalText
        | Kind::DollarText
        | Kind::HexText
        | Kind::BinText
        | Kind::Hex
        | Kind::Bin => Some(inside(text, token.span())),
        Kind::Integer | Kind::Decimal | Kind::Float => Some(token.span()),
        Kind::UnclosedQuote | Kind::Bad => Some(Span::new(token.start + 1, token.span().end)),
        _ => None,
    }
}

/// A literal without its quotes and what stands before them.
fn inside(text: &[u8], span: Span) -> Span {
    match span.of(text) {
        [open @ (b'\'' | b'"' | b'`'), .., close] if open == close => Span::new(span.start + 1, span.end - 1),
        [_, b'\'', .., b'\''] => Span::new(span.start + 2, span.end - 1),
        [b'0', b'x' | b'b', _, ..] => Span::new(span.start + 2, span.end),
        _ => span,
    }
}

/// Words that announce a secret in a comment.
const ANNOUNCING: [&[u8]; 6] = [b"pass", b"pwd", b"secret", b"token", b"credential", b"identified"];

/// Whether a comment speaks of a secret.
pub(super) fn announces(comment: &[u8]) -> bool {
    let lower = comment.to_ascii_lowercase();
    ANNOUNCING.iter().any(|word| memchr::memmem::find(&lower, word).is_some())
}

/// What stands between two tokens, if it is more than white space.
struct Comment {
    span: Span,
    has_quote: bool,
    /// It speaks of a secret, or stands where one should: `PASSWORD = #secret`.
    announces: bool,
}

fn comments(text: &[u8], tokens: &[Token]) -> Vec<Comment> {
    let refused = RefusedTokens::new(text, tokens);
    let mut start = 0;
    let mut comments = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let end = if token.kind == TokenKind::UnclosedComment { token.span().end } else { token.start };
        let span = Span::new(start, end.max(start));
        start = token.span().end.max(start);
        // Mostly it is nothing, or a blank.
        let bytes = match span.of(text) {
            [] | [b' '] => continue,
            more => more.trim_ascii(),
        };
        if bytes.is_empty() {
            continue;
        }
        comments.push(Comment {
            span,
            has_quote: memchr::memchr3(b'\'', b'"', b'`', bytes).is_some(),
            announces: at > 0 && refused.announces(at - 1) || announces(bytes),
        });
    }
    comments
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
