//! `SET sql_mode = …`, followed through a script; and lists of SET with a password or a role among the variables.

use crate::lexer::{self, Disagree, LexContext, SqlMode, Token, TokenKind};
use crate::server::Targets;

/// So many user variables that hold a mode are remembered.
const SAVED: usize = 64;
/// The bits of the modes that matter, where a mode is written as a number.
const ANSI_QUOTES: u64 = 4;
const IGNORE_SPACE: u64 = 8;
const NO_BACKSLASH_ESCAPES: u64 = 1 << 20;

/// The modes of a session that are not in force.
pub(super) struct Modes {
    /// What `DEFAULT` stands for.
    start: SqlMode,
    /// `SET @old = @@sql_mode`: the variable, in lower case, and what it holds.
    saved: Vec<(Vec<u8>, SqlMode)>,
    tokens: Vec<Token>,
}

impl Modes {
    pub(super) fn new(start: SqlMode) -> Self {
        Self { start, saved: Vec::new(), tokens: Vec::new() }
    }

    /// Runs a `SET` for the first servers that execute it, and tells whether it sets `sql_mode`, a password or a role.
    pub(super) fn follow(&mut self, text: &[u8], current: &mut SqlMode, targets: &Targets) -> bool {
        if !mentions_ours(text) {
            return false;
        }
        let mut tokens = std::mem::take(&mut self.tokens);
        let mut parts = vec![targets.servers()];
        let mut sets = false;
        while let Some(servers) = parts.pop().filter(|_| !sets) {
            let context = LexContext { servers, targets, sql_mode: *current, placeholders: false };
            match lexer::lex(text, context, &mut tokens) {
                Err(Disagree(some)) if !some.is_empty() => parts.extend([servers - some, some]),
                Err(_) => {}
                Ok(()) => sets = self.run(text, &tokens, current),
            }
        }
        self.tokens = tokens;
        sets
    }

    /// Every expression sees the mode from before the statement.
    fn run(&mut self, text: &[u8], tokens: &[Token], current: &mut SqlMode) -> bool {
        let Some((set, list)) = tokens.split_first() else { return false };
        if !set.span().of(text).eq_ignore_ascii_case(b"SET") {
            return false;
        }
        let (before, mut scope) = (*current, Scope::Session);
        let mut sets = items(list).any(|item| is_of_account(item, text));
        for item in items(list) {
            let Some((target, value)) = assignment(item, text, &mut scope) else { continue };
            let value = self.value(value, text, before);
            match target {
                Target::Mode(Scope::Session) => {
                    *current = value.unwrap_or(*current);
                    sets = true;
                }
                Target::Mode(Scope::Global) => sets = true,
                Target::User(name) => self.save(name, value),
            }
        }
        sets
    }

    fn save(&mut self, name: &[u8], value: Option<SqlMode>) {
        let Some(value) = value else { return };
        let name = name.to_ascii_lowercase();
        if let Some((_, saved)) = self.saved.iter_mut().find(|(saved, _)| *saved == name) {
            *saved = value;
        } else if self.saved.len() < SAVED {
            self.saved.push((name, value));
        }
    }

    /// What an expression gives; `None` if that is not known.
    fn value(&self, tokens: &[Token], text: &[u8], before: SqlMode) -> Option<SqlMode> {
        if let [token] = tokens {
            return self.word(*token, text);
        }
        let base = self.base(tokens, text, before);
        let texts = tokens.iter().filter(|token| token.kind == TokenKind::Text);
        let named = texts.fold(SqlMode::default(), |mode, token| union(mode, parse(unquoted(*token, text))));
        let replaces = tokens.iter().any(|token| token.span().of(text).eq_ignore_ascii_case(b"REPLACE"));
        match base {
            Some(base) if replaces => Some(without(base, named)),
            Some(base) => Some(union(base, named)),
            None if tokens.iter().any(|token| matches!(token.kind, TokenKind::At | TokenKind::AtAt)) => None,
            None => Some(named),
        }
    }

    /// A name, a text, a number.
    fn word(&self, token: Token, text: &[u8]) -> Option<SqlMode> {
        let word = token.span().of(text);
        match token.kind {
            TokenKind::Word if word.eq_ignore_ascii_case(b"DEFAULT") => Some(self.start),
            TokenKind::Word | TokenKind::Name => Some(parse(word)),
            TokenKind::Text | TokenKind::QuotedName => Some(parse(unquoted(token, text))),
            TokenKind::Integer => std::str::from_utf8(word).ok()?.parse().ok().map(from_bits),
            _ => None,
        }
    }

    /// The mode that an expression starts from: `@@sql_mode`, or a variable that holds one.
    fn base(&self, tokens: &[Token], text: &[u8], before: SqlMode) -> Option<SqlMode> {
        let mut pairs = tokens.windows(2);
        pairs.find_map(|pair| match pair {
            [at, name] if at.kind == TokenKind::At => {
                let name = variable(*name, text).to_ascii_lowercase();
                self.saved.iter().find(|(saved, _)| *saved == name).map(|(_, mode)| *mode)
            }
            [at, name] if at.kind == TokenKind::AtAt && name.span().of(text).eq_ignore_ascii_case(b"GLOBAL") => {
                Some(self.start)
            }
            [_, name] => is_mode(*name, text).then_some(before),
            _ => None,
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Session,
    Global,
}

enum Target<'t> {
    Mode(Scope),
    User(&'t [u8]),
}

/// The assignments of a list: what stands between commas outside parentheses.
fn items(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let mut depth = 0_usize;
    tokens.split(move |token| {
        match token.symbol() {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        token.kind == TokenKind::End || token.symbol() == b';' || (depth == 0 && token.symbol() == b',')
    })
}

/// Target and value. A scope's word before a name holds for the names behind it too; one behind `@@` does not.
fn assignment<'t>(item: &'t [Token], text: &'t [u8], scope: &mut Scope) -> Option<(Target<'t>, &'t [Token])> {
    let equals = item.iter().position(|token| token.symbol() == b'=' || token.kind == TokenKind::Assign)?;
    let (target, value) = (item.get(..equals)?, item.get(equals + 1..)?);
    let target = match target {
        [at, name] if at.kind == TokenKind::At => Target::User(variable(*name, text)),
        [at, rest @ ..] if at.kind == TokenKind::AtAt => {
            let own = rest.first().filter(|_| rest.len() > 1).and_then(|word| scope_of(*word, text));
            Target::Mode(own.unwrap_or(Scope::Session)).of(rest, text)?
        }
        [word, rest @ ..] => {
            if !rest.is_empty() {
                *scope = scope_of(*word, text).unwrap_or(*scope);
            }
            Target::Mode(*scope).of(target, text)?
        }
        [] => return None,
    };
    Some((target, value))
}

impl Target<'_> {
    /// This, if the last name is that of the mode.
    fn of(self, name: &[Token], text: &[u8]) -> Option<Self> {
        name.last().is_some_and(|name| is_mode(*name, text)).then_some(self)
    }
}

/// `PASSWORD = …`, `PASSWORD FOR …`, `ROLE …`, `DEFAULT ROLE …`; behind a comma some servers take them for variables.
fn is_of_account(item: &[Token], text: &[u8]) -> bool {
    let is = |at: usize, word: &str| {
        item.get(at).is_some_and(|token| token.span().of(text).eq_ignore_ascii_case(word.as_bytes()))
    };
    let is_variable =
        item.get(1).is_some_and(|next| matches!(next.symbol(), b'.' | b'=') || next.kind == TokenKind::Assign);
    let is_prefix = item.get(1).is_some_and(|next| next.symbol() == b'.');
    is(0, "PASSWORD") && !is_prefix || is(0, "ROLE") && !is_variable || is(0, "DEFAULT") && is(1, "ROLE")
}

fn scope_of(word: Token, text: &[u8]) -> Option<Scope> {
    let word = word.span().of(text);
    let is = |names: &[&str]| names.iter().any(|name| word.eq_ignore_ascii_case(name.as_bytes()));
    if is(&["SESSION", "LOCAL"]) {
        Some(Scope::Session)
    } else {
        is(&["GLOBAL", "PERSIST", "PERSIST_ONLY"]).then_some(Scope::Global)
    }
}

fn is_mode(name: Token, text: &[u8]) -> bool {
    let quoted = name.kind == TokenKind::QuotedName;
    let name = if quoted { unquoted(name, text) } else { name.span().of(text) };
    name.eq_ignore_ascii_case(b"sql_mode")
}

/// The name of a user variable, quotes left out.
fn variable(name: Token, text: &[u8]) -> &[u8] {
    if matches!(name.kind, TokenKind::Text | TokenKind::QuotedName) {
        unquoted(name, text)
    } else {
        name.span().of(text)
    }
}

fn unquoted(token: Token, text: &[u8]) -> &[u8] {
    let quoted = token.span().of(text);
    quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default()
}

fn parse(value: &[u8]) -> SqlMode {
    std::str::from_utf8(value).map(SqlMode::parse).unwrap_or_default()
}

fn from_bits(bits: u64) -> SqlMode {
    SqlMode {
        ansi_quotes: bits & ANSI_QUOTES != 0,
        no_backslash_escapes: bits & NO_BACKSLASH_ESCAPES != 0,
        ignore_space: bits & IGNORE_SPACE != 0,
    }
}

fn union(one: SqlMode, other: SqlMode) -> SqlMode {
    SqlMode {
        ansi_quotes: one.ansi_quotes || other.ansi_quotes,
        no_backslash_escapes: one.no_backslash_escapes || other.no_backslash_escapes,
        ignore_space: one.ignore_space || other.ignore_space,
    }
}

fn without(one: SqlMode, other: SqlMode) -> SqlMode {
    SqlMode {
        ansi_quotes: one.ansi_quotes && !other.ansi_quotes,
        no_backslash_escapes: one.no_backslash_escapes && !other.no_backslash_escapes,
        ignore_space: one.ignore_space && !other.ignore_space,
    }
}

/// Whether the text names the mode at all, or a password or role behind a comma.
fn mentions_ours(text: &[u8]) -> bool {
    let has_list = || memchr::memchr(b',', text).is_some();
    mentions(text, b"sql_mode", 3) || has_list() && (mentions(text, b"password", 4) || mentions(text, b"role", 2))
}

/// Whether the word stands in the text, in any letter case; one of its bytes is looked for.
fn mentions(text: &[u8], word: &[u8], byte: usize) -> bool {
    let wanted = word[byte];
    memchr::memchr2_iter(wanted, wanted.to_ascii_uppercase(), text).any(|at| {
        let start = at.saturating_sub(byte);
        text.get(start..start + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word))
    })
}
