//! What a statement is, by its first words and for the servers at hand.

use super::words::{Piece, Readers, Upper, Words};
use crate::lexer::{self, SqlMode};
use crate::server::{ServerSet, Targets};

/// What a statement may be; the greater one wins where servers read it differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Head {
    Other,
    /// An INSERT, UPDATE, DELETE or REPLACE of a table that the server keeps accounts in.
    GrantTable,
    /// An UPDATE or DELETE of a table that has the name of one; dumps of the schema have INSERTs.
    GrantTableName,
    /// `SET`, of variables: of ours if one of them is `sql_mode`.
    Set,
    /// `PREPARE`, `EXECUTE IMMEDIATE`: the text may hold a statement of ours.
    Prepare,
    /// `SET STATEMENT … FOR` a statement.
    SetStatement,
    /// A stored program or compound statement: semicolons do not end it.
    Body,
    Ours,
}

/// Why words tell nothing more.
pub(super) enum Stop {
    NoWord,
    Cut,
    Split(ServerSet),
}

/// Reads the first words of `text` for each group of servers that agree on its comments. `whole` tells whether the statement ends with it;
/// `None` if more of the statement is needed.
pub(super) fn of(text: &[u8], whole: bool, targets: &Targets, sql_mode: SqlMode) -> Option<Head> {
    if is_plainly_other(text) {
        return Some(Head::Other);
    }
    let text = strip_invisible(text);
    let (mut left, mut found, mut undecided) = (targets.servers(), Head::Other, false);
    while !left.is_empty() {
        let mut part = left;
        let head = loop {
            match read(&mut Words::new(text, whole, Readers::Servers(part, targets), sql_mode)) {
                Err(Stop::Split(agreeing)) if !agreeing.is_empty() => part = part & agreeing,
                Ok(head) => break Some(head),
                Err(Stop::Cut) => break None,
                Err(_) => break Some(Head::Other),
            }
        };
        undecided |= head.is_none();
        found = found.max(head.unwrap_or(Head::Other));
        left = left - part;
    }
    if undecided && found != Head::Ours { None } else { Some(found) }
}

/// Whether one look tells that it is none of ours: what most statements of migrations start with.
fn is_plainly_other(text: &[u8]) -> bool {
    let starts = |words: &[u8]| {
        let (start, behind) = (text.get(..words.len()), text.get(words.len()));
        start.is_some_and(|start| start.eq_ignore_ascii_case(words))
            && behind.is_some_and(|byte| lexer::is_space(*byte))
    };
    starts(b"CREATE TABLE") || starts(b"ALTER TABLE") || starts(b"DROP TABLE") || starts(b"CREATE INDEX")
}

/// Invisible characters before the first word spoil a statement for the servers; it is still one of ours.
fn strip_invisible(mut text: &[u8]) -> &[u8] {
    if text.first().is_none_or(u8::is_ascii) {
        return text;
    }
    const INVISIBLE: [&str; 4] = ["\u{a0}", "\u{feff}", "\u{200b}", "\u{3000}"];
    while let Some(rest) = INVISIBLE.iter().find_map(|mark| text.strip_prefix(mark.as_bytes())) {
        text = rest.trim_ascii_start();
    }
    text
}

/// The next piece, which should be a word.
fn word(words: &mut Words<'_, '_>) -> Result<Upper, Stop> {
    upper(words.next_word())
}

#[inline]
fn upper(piece: Piece<'_>) -> Result<Upper, Stop> {
    match piece {
        Piece::Word(word) => Ok(Upper::of(word)),
        Piece::Cut => Err(Stop::Cut),
        Piece::Split(servers) => Err(Stop::Split(servers)),
        Piece::Quoted(_) | Piece::Symbol(_) | Piece::End => Err(Stop::NoWord),
    }
}

fn ours_if(it_is: bool) -> Head {
    if it_is { Head::Ours } else { Head::Other }
}

/// With these no statement starts; who marks a comment with one of them spoils the statement behind it.
const SPOIL: &[u8] = b"%*=+|>.,)";

/// The first word, behind lines that spoil the statement; they must not hide one of ours.
fn first_word(words: &mut Words<'_, '_>) -> Result<(Upper, bool), Stop> {
    let mut spoilt = false;
    loop {
        match words.next_word() {
            Piece::Symbol(symbol) if SPOIL.contains(&symbol) => {
                words.pass_line();
                spoilt = true;
            }
            piece => return Ok((upper(piece)?, spoilt)),
        }
    }
}

/// Reads the head of the statement that starts at the reader's place.
pub(super) fn read(words: &mut Words<'_, '_>) -> Result<Head, Stop> {
    match first_word(words)? {
        (first, false) => read_behind(first, words),
        (first, true) => Ok(ours_if(read_behind(first, words)? == Head::Ours)),
    }
}

fn read_behind(first: Upper, words: &mut Words<'_, '_>) -> Result<Head, Stop> {
    Ok(match first.text() {
        // Nobody else has a CHANGE or PURGE statement.
        b"GRANT" | b"REVOKE" | b"CHANGE" | b"PURGE" => Head::Ours,
        b"CREATE" => create(words)?,
        b"ALTER" => match word(words)?.text() {
            b"USER" => Head::Ours,
            b"EVENT" | b"DEFINER" => Head::Body,
            _ => Head::Other,
        },
        b"DROP" => ours_if(matches!(word(words)?.text(), b"USER" | b"ROLE")),
        b"RENAME" => ours_if(word(words)?.text() == b"USER"),
        b"SET" => set(words)?,
        b"START" | b"STOP" => {
            let second = word(words)?;
            ours_if(matches!(second.text(), b"ALL" | b"GROUP_REPLICATION") || is_replica(second.text()))
        }
        // The order of words of MySQL 3.23.
        b"SLAVE" | b"REPLICA" => ours_if(matches!(word(words)?.text(), b"START" | b"STOP")),
        b"RESET" => reset(words)?,
        b"SHOW" => show(words)?,
        b"INSERT" | b"REPLACE" => changed_table(words, false)?,
        b"UPDATE" | b"DELETE" => changed_table(words, true)?,
        b"PREPARE" => Head::Prepare,
        b"EXECUTE" if word(words)?.text() == b"IMMEDIATE" => Head::Prepare,
        b"BEGIN" => begin(words)?,
        b"IF" | b"ELSE" | b"ELSEIF" | b"CASE" | b"WHILE" | b"LOOP" | b"REPEAT" | b"FOR" | b"DECLARE" => Head::Body,
        _ => match words.is_next(b':') {
            // A label.
            Some(true) => Head::Body,
            Some(false) => Head::Other,
            None => return Err(Stop::Cut),
        },
    })
}

/// `SLAVE`, `REPLICA`, and what somebody wrote who meant them.
fn is_replica(word: &[u8]) -> bool {
    word.starts_with(b"SLAV") || word.starts_with(b"REPLIC")
}

fn create(words: &mut Words<'_, '_>) -> Result<Head, Stop> {
    loop {
        match word(words)?.text() {
            b"OR" | b"REPLACE" => {}
            b"USER" | b"ROLE" => return Ok(Head::Ours),
            b"DEFINER" | b"AGGREGATE" | b"PROCEDURE" | b"FUNCTION" | b"TRIGGER" | b"EVENT" | b"PACKAGE" => {
                return Ok(Head::Body);
            }
            _ => return Ok(Head::Other),
        }
    }
}

fn set(words: &mut Words<'_, '_>) -> Result<Head, Stop> {
    let second = match word(words) {
        Err(Stop::NoWord) => return Ok(Head::Set),
        second => second?,
    };
    Ok(match second.text() {
        b"PASSWORD" | b"ROLE" => Head::Ours,
        b"DEFAULT" => ours_if(word(words)?.text() == b"ROLE"),
        b"STATEMENT" => Head::SetStatement,
        _ => Head::Set,
    })
}

/// The tables of the schema `mysql` that accounts and privileges are in.
const GRANT_TABLES: [&[u8]; 11] = [
    b"user",
    b"db",
    b"host",
    b"global_priv",
    b"tables_priv",
    b"columns_priv",
    b"procs_priv",
    b"proxies_priv",
    b"roles_mapping",
    b"role_edges",
    b"default_roles",
];

/// `INSERT INTO mysql.user`; without the schema only if it `may_be_unqualified`.
fn changed_table(words: &mut Words<'_, '_>, may_be_unqualified: bool) -> Result<Head, Stop> {
    const BEFORE: [&[u8]; 7] = [b"INTO", b"FROM", b"IGNORE", b"LOW_PRIORITY", b"HIGH_PRIORITY", b"DELAYED", b"QUICK"];
    let name = |piece| match piece {
        Piece::Word(name) | Piece::Quoted(name) => Ok(name),
        Piece::Cut => Err(Stop::Cut),
        Piece::Split(servers) => Err(Stop::Split(servers)),
        Piece::Symbol(_) | Piece::End => Err(Stop::NoWord),
    };
    let mut schema = name(words.next())?;
    while BEFORE.iter().any(|word| schema.eq_ignore_ascii_case(word)) {
        schema = name(words.next())?;
    }
    let is_one = |table: &[u8]| GRANT_TABLES.iter().any(|known| table.eq_ignore_ascii_case(known));
    let is_named = may_be_unqualified && is_one(schema);
    if !is_named && !schema.eq_ignore_ascii_case(b"mysql") {
        return Ok(Head::Other);
    }
    match words.next_word() {
        Piece::Symbol(b'.') if is_named => Ok(Head::Other),
        Piece::Symbol(b'.') => Ok(if is_one(name(words.next())?) { Head::GrantTable } else { Head::Other }),
        Piece::Cut => Err(Stop::Cut),
        _ if is_named => Ok(Head::GrantTableName),
        _ => Ok(Head::Other),
    }
}

/// `RESET QUERY CACHE, MASTER`: any item of the list.
fn reset(words: &mut Words<'_, '_>) -> Result<Head, Stop> {
    loop {
        let item = word(words)?;
        if matches!(item.text(), b"MASTER" | b"BINARY") || is_replica(item.text()) {
            return Ok(Head::Ours);
        }
        loop {
            match words.next_word() {
                Piece::Word(_) => {}
                Piece::Symbol(b',') => break,
                Piece::Cut => return Err(Stop::Cut),
                Piece::Split(servers) => return Err(Stop::Split(servers)),
                _ => return Ok(Head::Other),
            }
        }
    }
}

fn show(words: &mut Words<'_, '_>) -> Result<Head, Stop> {
    let second = word(words)?;
    Ok(match second.text() {
        b"GRANTS" => Head::Ours,
        b"CREATE" => ours_if(word(words)?.text() == b"USER"),
        b"ALL" => ours_if(is_replica(word(words)?.text())),
        b"BINARY" => ours_if(matches!(word(words)?.text(), b"LOG" | b"LOGS")),
        b"MASTER" => ours_if(matches!(word(words)?.text(), b"STATUS" | b"LOGS")),
        b"BINLOG" => ours_if(word(words)?.text() == b"STATUS"),
        second => ours_if(is_replica(second)),
    })
}

/// `BEGIN` alone starts a transaction, with something behind it a block.
fn begin(words: &mut Words<'_, '_>) -> Result<Head, Stop> {
    match words.next_word() {
        Piece::End | Piece::Symbol(b';') => Ok(Head::Other),
        Piece::Word(word) if Upper::of(word).text() == b"WORK" => Ok(Head::Other),
        Piece::Cut => Err(Stop::Cut),
        Piece::Split(servers) => Err(Stop::Split(servers)),
        _ => Ok(Head::Body),
    }
}
