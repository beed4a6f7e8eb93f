//! The operands of expressions.

use super::variable::{system_variable, user_variable};
use crate::ast::SetValue;
use crate::lexer::TokenKind;
use crate::parser::input::{Input, Parsed, keyword_of, name, symbol};
use crate::parser::trace::Expected;
use crate::server::{Feature, Place, Word, word};

/// The value is that of a literal, a word or a variable, where the operand is nothing more.
///
/// ```ebnf
/// primary = TEXT { TEXT } | NATIONALTEXT { TEXT } | INTRODUCER ( TEXT { TEXT } | HEX | HEXTEXT | BIN | BINTEXT )
///     | INTEGER | DECIMAL | FLOAT | HEX | HEXTEXT | BIN | BINTEXT | "NULL" | "TRUE" | "FALSE"
///     | ( "DATE" | "TIME" | "TIMESTAMP" ) TEXT | user_variable | system_variable
///     | "(" BALANCED ")" | "CASE" BALANCED.case "END" | current
///     | ( FUNCTION | QUOTED | <password-function> "PASSWORD" ) "(" BALANCED ")"
///     | NAME.column | NAME.column "." NAME.column [ "." NAME.column ] [ "(" BALANCED ")" ] ;
/// current = "CURRENT_DATE" | "CURRENT_TIME" | "CURRENT_TIMESTAMP" | "CURRENT_USER" | "LOCALTIME" | "LOCALTIMESTAMP"
///     | "UTC_DATE" | "UTC_TIME" | "UTC_TIMESTAMP" ;
/// ```
pub(super) fn primary<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Option<SetValue<'s>>> {
    use TokenKind as K;
    match i.token().kind {
        K::Text | K::Placeholder => {
            let end = behind_texts(i.advance(1));
            Ok((end, (end.at == i.at + 1).then(|| SetValue::Text(i.text_here()))))
        }
        K::NationalText => Ok((behind_texts(i.advance(1)), None)),
        K::Integer | K::Decimal | K::Float | K::Hex | K::HexText => {
            Ok((i.advance(1), Some(SetValue::Number(i.number_here()))))
        }
        K::Bin | K::BinText => Ok((i.advance(1), None)),
        K::At => user_variable(i).map(|(i, name)| (i, Some(SetValue::UserVariable(name)))),
        K::AtAt => system_variable(i).map(|(i, (scope, name))| (i, Some(SetValue::SystemVariable { scope, name }))),
        K::Symbol if i.symbol() == b'(' => enclosed(i).map(|(i, ())| (i, None)),
        K::Word => word(i),
        K::Name | K::QuotedName => column(i),
        _ => i.fail(Expected::Value),
    }
}

fn behind_texts<'a, 's>(mut i: Input<'a, 's>) -> Input<'a, 's> {
    while i.token().kind == TokenKind::Text {
        i = i.advance(1);
    }
    i
}

fn word<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Option<SetValue<'s>>> {
    let next = i.advance(1);
    match i.word() {
        word::NULL | word::TRUE | word::FALSE => Ok((next, Some(SetValue::Word(i.text_here())))),
        word::CASE => enclosed(i).map(|(i, ())| (i, None)),
        word::DATE | word::TIME | word::TIMESTAMP if next.token().kind == TokenKind::Text => {
            Ok((next.advance(1), None))
        }
        word::PASSWORD if next.symbol() == b'(' => {
            let (next, _) = keyword_of(Feature::PasswordFunction, word::PASSWORD)(i)?;
            enclosed(next).map(|(i, ())| (i, None))
        }
        _ if next.symbol() == b'(' && is_function(i) => enclosed(next).map(|(i, ())| (i, None)),
        word::CURRENT_DATE
        | word::CURRENT_TIME
        | word::CURRENT_TIMESTAMP
        | word::CURRENT_USER
        | word::LOCALTIME
        | word::LOCALTIMESTAMP
        | word::UTC_DATE
        | word::UTC_TIME
        | word::UTC_TIMESTAMP => Ok((next, None)),
        introducer if introducer.text().starts_with('_') && i.alive.intersects(introducer.reserved(Place::Column)) => {
            // Where the server does not know the character set it is a name.
            let (next, ()) = next.gate_servers(introducer.reserved(Place::Column), Expected::Value, i)?;
            introduced(next)
        }
        _ => column(i),
    }
}

/// Whether the word before a parenthesis may name a function; reserved words do too.
fn is_function(i: Input<'_, '_>) -> bool {
    !matches!(
        i.word(),
        word::AND
            | word::OR
            | word::XOR
            | word::DIV
            | word::IS
            | word::IN
            | word::LIKE
            | word::REGEXP
            | word::RLIKE
            | word::BETWEEN
            | word::COLLATE
            | word::SELECT
    )
}

/// The literal behind `_utf8mb4`.
fn introduced<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Option<SetValue<'s>>> {
    match i.token().kind {
        TokenKind::Text => Ok((behind_texts(i), None)),
        TokenKind::Hex | TokenKind::HexText | TokenKind::Bin | TokenKind::BinText => Ok((i.advance(1), None)),
        _ => i.fail(Expected::Text),
    }
}

/// A bare word, a column, a function with its schema.
fn column<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Option<SetValue<'s>>> {
    let Ok((mut i, first)) = name(Place::Column)(start) else { return start.fail(Expected::Value) };
    for _ in 0..2 {
        let Ok((behind, _)) = symbol(b'.')(i) else { break };
        (i, _) = name(Place::Column)(behind)?;
    }
    if i.symbol() == b'(' {
        return enclosed(i).map(|(i, ())| (i, None));
    }
    Ok((i, (i.at == start.at + 1).then_some(SetValue::Word(first))))
}

/// From a `(` to its `)`, from a CASE to its END, whatever stands between.
fn enclosed<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ()> {
    let (mut i, mut open) = (start, Vec::new());
    loop {
        let innermost = open.last().copied();
        match i.token().kind {
            TokenKind::Word if i.word() == word::CASE => open.push(word::CASE),
            TokenKind::Word if i.word() == word::END && innermost == Some(word::CASE) => {
                open.pop();
            }
            TokenKind::Symbol if i.symbol() == b'(' => open.push(Word::NONE),
            TokenKind::Symbol if i.symbol() == b')' && innermost != Some(word::CASE) => {
                open.pop();
            }
            TokenKind::Symbol if !matches!(i.symbol(), b')' | b';') => {}
            TokenKind::Symbol
            | TokenKind::End
            | TokenKind::UnclosedQuote
            | TokenKind::UnclosedComment
            | TokenKind::Bad => {
                let closing =
                    if innermost == Some(word::CASE) { Expected::Word(word::END) } else { Expected::Symbol(b')') };
                return i.fail(closing);
            }
            _ => {}
        }
        i = i.advance(1);
        if open.is_empty() {
            return Ok((i, ()));
        }
    }
}
