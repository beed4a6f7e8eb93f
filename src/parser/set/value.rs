//! The values of variables. Literals, words and variables alone become values of the tree; an expression is only followed to its end, by
//! a grammar somewhat wider than the servers' own.

use super::primary::primary;
use crate::ast::{Secret, SetValue, Text};
use crate::lexer::TokenKind;
use crate::parser::input::{Fail, Input, Parsed, one_of};
use crate::server::{Word, word};

/// ```ebnf
/// set_value = "DEFAULT" | "ON" | "ALL" | "BINARY" | "ROW" | "SYSTEM" | expression ;
/// ```
pub(super) fn set_value<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, SetValue<'s>> {
    let ends = i.advance(1).symbol() == b',' || i.advance(1).token().kind == TokenKind::End;
    match i.word() {
        word::DEFAULT if i.advance(1).symbol() != b'(' => Ok((i.advance(1), SetValue::Default(i.span()))),
        word::ON | word::ALL => Ok((i.advance(1), SetValue::Word(i.text_here()))),
        word::BINARY | word::ROW | word::SYSTEM if ends => Ok((i.advance(1), SetValue::Word(i.text_here()))),
        _ => expression(i),
    }
}

/// What a user variable holds may become a password.
///
/// ```ebnf
/// user_value = expression ;
/// ```
pub(super) fn user_value<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, SetValue<'s>> {
    Ok(hidden(i, expression(i)?))
}

/// The value that stands from `start` on, kept secret if it may be one: a literal, or a word that the grammar does not know.
pub(super) fn hidden<'a, 's: 'a>(
    start: Input<'a, 's>,
    (i, value): (Input<'a, 's>, SetValue<'s>),
) -> (Input<'a, 's>, SetValue<'s>) {
    let is_known = |word: &Text<'_>| !Word::find(word.raw()).is_none();
    let value = match value {
        SetValue::Word(word) if is_known(&word) => SetValue::Word(word),
        SetValue::Text(_) | SetValue::Number(_) | SetValue::Word(_) => SetValue::Secret(Secret::new(start.text_here())),
        value => value,
    };
    (i, value)
}

/// ```ebnf
/// expression = operand { operator operand } ;
/// ```
pub(in crate::parser) fn expression<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, SetValue<'s>> {
    let (mut i, mut value) = operand(start)?;
    while let Ok((behind, ())) = operator(i) {
        (i, _) = operand(behind)?;
        value = None;
    }
    Ok((i, value.unwrap_or_else(|| SetValue::Expression(Secret::new(start.text_to(i))))))
}

/// ```ebnf
/// operator = OPERATOR | "AND" | "OR" | "XOR" | "DIV" | "MOD" | "COLLATE" | "ESCAPE" | "IS" [ "NOT" ] | "SOUNDS" "LIKE"
///     | [ "NOT" ] ( "LIKE" | "REGEXP" | "RLIKE" | "IN" | "BETWEEN" ) ;
/// ```
fn operator<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ()> {
    let next = i.word_ahead(1);
    let tokens = match i.word() {
        word::IS if next == word::NOT => 2,
        word::NOT if MATCHES.contains(&next) => 2,
        word::SOUNDS if next == word::LIKE => 2,
        word if BINARY_WORDS.contains(&word) || MATCHES.contains(&word) => 1,
        _ if i.token().kind == TokenKind::Assign => 1,
        _ => symbols(i),
    };
    if tokens == 0 { Err(nom::Err::Error(Fail)) } else { Ok((i.advance(tokens), ())) }
}

const BINARY_WORDS: [Word; 8] =
    [word::AND, word::OR, word::XOR, word::DIV, word::MOD, word::COLLATE, word::ESCAPE, word::IS];
const MATCHES: [Word; 5] = [word::LIKE, word::REGEXP, word::RLIKE, word::IN, word::BETWEEN];

/// The longest first.
const SYMBOLS: [&str; 22] = [
    "->>", "<=>", "->", "<=", ">=", "<>", "!=", "<<", ">>", "&&", "||", "+", "-", "*", "/", "%", "^", "&", "|", "=",
    "<", ">",
];

/// How many tokens the operator of symbols takes that stands here.
fn symbols(i: Input<'_, '_>) -> usize {
    if i.symbol() == 0 {
        return 0;
    }
    let rest = i.shared.source.get(i.token().start as usize..).unwrap_or_default();
    SYMBOLS.iter().find(|operator| rest.starts_with(operator.as_bytes())).map_or(0, |operator| operator.len())
}

/// ```ebnf
/// operand = { prefix } ( primary | "INTERVAL" { prefix } primary unit ) ;
/// prefix = "+" | "-" | "!" | "~" | "NOT" | "BINARY" ;
/// ```
fn operand<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Option<SetValue<'s>>> {
    let i = behind_prefixes(start);
    if i.word() == word::INTERVAL {
        let (end, _) = primary(behind_prefixes(i.advance(1)))?;
        return match unit(end) {
            Ok((end, _)) => Ok((end, None)),
            Err(_) if i.advance(1).symbol() == b'(' => Ok((end, None)),
            Err(error) => Err(error),
        };
    }
    let (end, value) = primary(i)?;
    Ok((end, if i.at == start.at { value } else { None }))
}

fn behind_prefixes<'a, 's>(mut i: Input<'a, 's>) -> Input<'a, 's> {
    while matches!(i.symbol(), b'+' | b'-' | b'!' | b'~') || matches!(i.word(), word::NOT | word::BINARY) {
        i = i.advance(1);
    }
    i
}

/// ```ebnf
/// unit = "MICROSECOND" | "SECOND" | "MINUTE" | "HOUR" | "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR"
///     | "SECOND_MICROSECOND" | "MINUTE_MICROSECOND" | "MINUTE_SECOND" | "HOUR_MICROSECOND" | "HOUR_SECOND" | "HOUR_MINUTE"
///     | "DAY_MICROSECOND" | "DAY_SECOND" | "DAY_MINUTE" | "DAY_HOUR" | "YEAR_MONTH" ;
/// ```
fn unit<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Word> {
    one_of(&[
        word::MICROSECOND,
        word::SECOND,
        word::MINUTE,
        word::HOUR,
        word::DAY,
        word::WEEK,
        word::MONTH,
        word::QUARTER,
        word::YEAR,
        word::SECOND_MICROSECOND,
        word::MINUTE_MICROSECOND,
        word::MINUTE_SECOND,
        word::HOUR_MICROSECOND,
        word::HOUR_SECOND,
        word::HOUR_MINUTE,
        word::DAY_MICROSECOND,
        word::DAY_SECOND,
        word::DAY_MINUTE,
        word::DAY_HOUR,
        word::YEAR_MONTH,
    ])(i)
}
