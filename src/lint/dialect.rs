//! Statements of other databases, in files that share the suffix `.sql`.
//!
//! Evidence is what only another database has, in a statement that none of ours accepts and that holds nothing that only ours have. A file with
//! such statements, and without one that only ours can read, is another database's as a whole: what else is refused in it, and what
//! happens to be right for ours, raises nothing either. All of it is counted.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::lexer::{self, LexContext, Token, TokenKind};
use crate::script::RawStatement;
use crate::server::{ServerSet, Targets};

/// What only another database has: the first words of a statement, a phrase somewhere behind them. `|` separates words that may stand there.
const EVIDENCE: [(&str, &str); 45] = [
    // PostgreSQL, and what speaks its language
    ("CREATE|ALTER USER|ROLE|GROUP", "WITH PASSWORD|ENCRYPTED|UNENCRYPTED|LOGIN|NOLOGIN|SUPERUSER|NOSUPERUSER"),
    ("CREATE|ALTER USER|ROLE|GROUP", "WITH CREATEDB|NOCREATEDB|CREATEROLE|NOCREATEROLE|INHERIT|NOINHERIT|REPLICATION"),
    ("CREATE|ALTER USER|ROLE|GROUP", "WITH CONNECTION|VALID|BYPASSRLS|NOBYPASSRLS|IN|ADMIN|ROLE|SYSID"),
    ("CREATE|ALTER USER|ROLE", "LOGIN|NOLOGIN|SUPERUSER|NOSUPERUSER|CREATEDB|NOCREATEDB|CREATEROLE|NOCREATEROLE"),
    ("CREATE|ALTER USER|ROLE", "INHERIT|NOINHERIT|BYPASSRLS|NOBYPASSRLS|NOREPLICATION"),
    ("CREATE|ALTER USER|ROLE", "CONNECTION LIMIT"),
    ("CREATE|ALTER USER|ROLE", "VALID UNTIL"),
    ("CREATE|ALTER USER|ROLE", "IN ROLE|GROUP"),
    ("CREATE|ALTER USER|ROLE", "ENCRYPTED PASSWORD"),
    ("CREATE|ALTER USER|ROLE", "PASSWORD 'text'|NULL"),
    ("ALTER USER|ROLE", "OWNER|RENAME TO"),
    ("ALTER USER|ROLE", "SET|RESET word"),
    ("ALTER USER|ROLE", "IN DATABASE"),
    ("GRANT|REVOKE", "ON SCHEMA|ALL|SEQUENCE|DATABASE|LANGUAGE|FOREIGN|DOMAIN|TYPE|TABLESPACE|LARGE|PARAMETER|ROUTINE"),
    ("GRANT|REVOKE", "ON TABLES|SEQUENCES|FUNCTIONS|SCHEMAS|TYPES TO|FROM"),
    ("GRANT|REVOKE", "ON FUNCTION|PROCEDURE word ("),
    ("GRANT|REVOKE", "ON FUNCTION|PROCEDURE word . word ("),
    ("GRANT|REVOKE", "GRANTED BY"),
    ("GRANT|REVOKE", "TO|FROM GROUP|SESSION_USER|PUBLIC"),
    ("GRANT|REVOKE", "WITH ADMIN|INHERIT|SET TRUE|FALSE"),
    ("REVOKE", "GRANT OPTION FOR"),
    ("REVOKE", "CASCADE|RESTRICT"),
    ("GRANT|REVOKE", "CONNECT|TEMP|TEMPORARY|TRUNCATE|MAINTAIN ON"),
    ("GRANT|REVOKE", "CONNECT|TEMP|TEMPORARY|TRUNCATE|MAINTAIN ,"),
    ("SET", "ROLE|SESSION TO|AUTHORIZATION"),
    ("DROP USER|ROLE", "CASCADE|RESTRICT"),
    // psql's variables and casts
    ("CREATE|ALTER|DROP|GRANT|REVOKE|SET", ": 'text'"),
    ("CREATE|ALTER|DROP|GRANT|REVOKE|SET", ": :"),
    // Oracle
    ("CREATE|ALTER USER", "DEFAULT|TEMPORARY TABLESPACE"),
    ("CREATE|ALTER USER", "QUOTA UNLIMITED|number"),
    ("CREATE|ALTER USER", "PROFILE word"),
    ("CREATE|ALTER USER|ROLE", "IDENTIFIED EXTERNALLY|GLOBALLY"),
    ("CREATE|ALTER USER|ROLE", "NOT IDENTIFIED"),
    ("GRANT|REVOKE", "CREATE|ALTER SESSION"),
    ("GRANT|REVOKE", "CREATE|ALTER|DROP|SELECT|INSERT|UPDATE|DELETE|EXECUTE ANY"),
    ("GRANT|REVOKE", "UNLIMITED TABLESPACE"),
    ("GRANT|REVOKE", "CONNECT|RESOURCE|DBA ,|TO|FROM"),
    // SQL Server
    ("CREATE|ALTER USER", "FOR|FROM|WITHOUT LOGIN"),
    ("CREATE|ALTER USER", "WITH DEFAULT_SCHEMA|LOGIN|NAME"),
    ("CREATE|ALTER|DROP|GRANT|REVOKE", "[ word"),
    // ClickHouse
    ("CREATE|ALTER|DROP|GRANT|REVOKE", "ON CLUSTER"),
    ("CREATE|ALTER USER", "HOST ANY|IP|LOCAL|NAME|REGEXP|LIKE|NONE"),
    (
        "CREATE|ALTER USER",
        "WITH plaintext_password|sha256_hash|double_sha1_password|double_sha1_hash|no_password BY|HOST|SETTINGS",
    ),
    ("CREATE|ALTER USER|ROLE", "SETTINGS word"),
    // Snowflake
    ("GRANT|REVOKE", "TO|FROM ROLE|SHARE"),
];

/// What is known of a statement's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    /// Only ours have it.
    Ours,
    /// Only another has it.
    Another,
    /// It says nothing.
    Unknown,
}

/// The language of a statement, by its tokens. `accepted`: one of our servers takes it.
fn language(text: &[u8], tokens: &[Token], accepted: bool) -> Language {
    let is_another = |(head, phrase): &(&str, &str)| stands_at(text, tokens, head) && holds(text, tokens, phrase);
    if has_ours(text, tokens) {
        Language::Ours
    } else if !accepted && EVIDENCE.iter().any(is_another) {
        Language::Another
    } else if holds(text, tokens, "IDENTIFIED BY 'text'") {
        Language::Ours
    } else {
        Language::Unknown
    }
}

/// An account with a host, backquotes, `*.*`, a statement about replication.
fn has_ours(text: &[u8], tokens: &[Token]) -> bool {
    let is_ours = |at: usize, token: &Token| match token.kind {
        TokenKind::At => true,
        TokenKind::QuotedName => token.span().of(text).starts_with(b"`"),
        TokenKind::Symbol => token.symbol() == b'*' && at > 0,
        _ => false,
    };
    let is_replication = ["CHANGE", "START", "STOP", "RESET|SHOW|PURGE MASTER|SLAVE|REPLICA|BINARY|ALL"];
    is_replication.iter().any(|head| stands_at(text, tokens, head))
        || tokens.iter().enumerate().any(|(at, token)| is_ours(at, token))
}

fn holds(text: &[u8], tokens: &[Token], phrase: &str) -> bool {
    (1..tokens.len()).any(|at| stands_at(text, &tokens[at..], phrase))
}

/// Whether the tokens begin with a phrase.
fn stands_at(text: &[u8], tokens: &[Token], phrase: &str) -> bool {
    let mut tokens = tokens.iter();
    phrase.split(' ').all(|place| tokens.next().is_some_and(|token| place.split('|').any(|word| is(text, token, word))))
}

fn is(text: &[u8], token: &Token, word: &str) -> bool {
    let bytes = token.span().of(text);
    match (word, token.kind) {
        ("'text'", kind) => kind == TokenKind::Text,
        ("number", kind) => kind == TokenKind::Integer,
        ("word", TokenKind::Word | TokenKind::Name) => true,
        ("word", _) => false,
        (_, TokenKind::Word | TokenKind::Name) => bytes.eq_ignore_ascii_case(word.as_bytes()),
        (_, TokenKind::Symbol) => bytes == word.as_bytes(),
        // `:dbo` of `::dbo` is read as a placeholder.
        (":", TokenKind::Placeholder) => bytes.starts_with(b":"),
        _ => false,
    }
}

/// The languages of a script's statements.
#[derive(Default)]
pub(super) struct Languages {
    another: BTreeSet<u64>,
    unknown: Vec<u64>,
    ours: bool,
}

impl Languages {
    /// A statement that one of our servers takes, or none.
    pub(super) fn statement(&mut self, raw: &RawStatement<'_>, accepted: bool) {
        let offset = raw.base.offset;
        let may_be_ours = || memchr::memchr3(b'@', b'`', b'*', raw.text).is_some() || raw.text.contains(&b'\'');
        if accepted && (self.ours || !may_be_ours()) {
            self.unknown.push(offset);
            return;
        }
        let (servers, targets, sql_mode) = (ServerSet::ALL, &Targets::any(), raw.sql_mode);
        let tokens = lexer::agreed(raw.text, LexContext { servers, targets, sql_mode, placeholders: true });
        match language(raw.text, &tokens, accepted) {
            Language::Ours => self.ours = true,
            Language::Another => _ = self.another.insert(offset),
            Language::Unknown => self.unknown.push(offset),
        }
    }

    /// A problem of the script, in the statement that starts at an offset.
    pub(super) fn problem(&mut self, offset: u64) {
        self.unknown.push(offset);
    }

    /// Takes out what is found in statements of another language, and tells where these start.
    pub(super) fn apply(mut self, found: &mut Vec<Diagnostic>) -> BTreeSet<u64> {
        if !self.another.is_empty() && !self.ours {
            self.another.extend(self.unknown);
        }
        found.retain(|finding| !self.another.contains(&finding.base.offset));
        self.another
    }
}
