//! Statements of ours inside others: stored programs, `PREPARE … FROM '…'`, `SET @text = '…'`, `SET STATEMENT … FOR`.

use super::head::{self, Head};
use super::words::{Piece, Readers, Upper, Words};
use crate::lexer::SqlMode;

/// Whether a statement of this head, whose text is complete, holds one of ours.
pub(super) fn holds_ours(head: Head, text: &[u8], sql_mode: SqlMode) -> bool {
    let words = Words::new(text, true, Readers::All, sql_mode);
    match head {
        Head::Body => program(words),
        Head::Prepare => prepared(words, sql_mode),
        Head::SetStatement => behind_for(words),
        Head::Set => in_a_text(words, sql_mode),
        Head::Other | Head::GrantTable | Head::GrantTableName | Head::Ours => false,
    }
}

/// Looks at each place of a stored program where a statement may start.
fn program(mut words: Words<'_, '_>) -> bool {
    let mut at_start = false;
    loop {
        let here = words;
        let piece = words.next();
        if at_start && is_ours(here) {
            return true;
        }
        at_start = match piece {
            Piece::Word(word) => opens_statement(Upper::of(word).text()),
            Piece::Symbol(symbol) => matches!(symbol, b';' | b')' | b':'),
            Piece::Quoted(_) => false,
            Piece::End | Piece::Cut | Piece::Split(_) => return false,
        };
    }
}

/// Words behind which a statement may start: of blocks, and the last ones of a routine's, trigger's or event's head.
fn opens_statement(word: &[u8]) -> bool {
    let block: &[&[u8]] = &[b"BEGIN", b"ATOMIC", b"THEN", b"ELSE", b"DO", b"LOOP", b"REPEAT", b"AS", b"IS"];
    let head: &[&[u8]] = &[b"ROW", b"DETERMINISTIC", b"SQL", b"DATA", b"INVOKER", b"DEFINER"];
    block.contains(&word) || head.contains(&word)
}

fn is_ours(mut words: Words<'_, '_>) -> bool {
    let start = words;
    match head::read(&mut words) {
        Ok(Head::Ours) => true,
        Ok(Head::Prepare) => prepared(start, start.sql_mode()),
        _ => false,
    }
}

/// `PREPARE name FROM 'text'`, `EXECUTE IMMEDIATE 'text'`.
fn prepared(mut words: Words<'_, '_>, sql_mode: SqlMode) -> bool {
    let mut behind = false;
    loop {
        match words.next() {
            Piece::Quoted(text) if behind => {
                let inner = &mut Words::new(text, true, Readers::All, sql_mode);
                return matches!(head::read(inner), Ok(Head::Ours));
            }
            Piece::Word(word) if !behind => behind = matches!(Upper::of(word).text(), b"FROM" | b"IMMEDIATE"),
            Piece::Quoted(_) => {}
            _ => return false,
        }
    }
}

/// `SET @statement = CONCAT('CREATE USER ', …)`, to be prepared later.
fn in_a_text(mut words: Words<'_, '_>, sql_mode: SqlMode) -> bool {
    loop {
        match words.next() {
            Piece::Quoted(text) => {
                let inner = &mut Words::new(text, true, Readers::All, sql_mode);
                // A word alone is none: `SET @action = 'grant'`.
                if text.trim_ascii().contains(&b' ') && matches!(head::read(inner), Ok(Head::Ours)) {
                    return true;
                }
            }
            Piece::End | Piece::Cut | Piece::Split(_) => return false,
            _ => {}
        }
    }
}

/// `SET STATEMENT name = value FOR statement`.
fn behind_for(mut words: Words<'_, '_>) -> bool {
    loop {
        match words.next() {
            Piece::Word(word) if word.eq_ignore_ascii_case(b"FOR") => return is_ours(words),
            Piece::End | Piece::Cut | Piece::Split(_) => return false,
            _ => {}
        }
    }
}
