//! Numbers: which kinds of literal the servers take differs from option to option.

use super::input::{Input, Parsed};
use super::trace::Expected;
use crate::ast::Number;
use crate::lexer::TokenKind;
use crate::server::Feature;

/// Cut to an integer by the server.
///
/// ```ebnf
/// number = [ <number-plus> "+" ] decimal | HEX | <hextext-number> HEXTEXT ;
/// ```
pub(super) fn number<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    match i.token().kind {
        TokenKind::Hex => take(i),
        TokenKind::HexText => hex_text(i),
        _ => decimal(plus(i, Feature::NumberPlus)?),
    }
}

/// As [`number`], but no hexadecimal one.
///
/// ```ebnf
/// position = [ <number-plus> "+" ] decimal ;
/// ```
pub(super) fn position<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    signed(Feature::NumberPlus)(i)
}

/// Kept with its decimals.
///
/// ```ebnf
/// seconds = [ <seconds-plus> "+" ] decimal ;
/// ```
pub(super) fn seconds<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    signed(Feature::SecondsPlus)(i)
}

/// ```ebnf
/// decimal = INTEGER | DECIMAL | FLOAT ;
/// ```
pub(super) fn decimal<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    match i.token().kind {
        TokenKind::Integer | TokenKind::Decimal | TokenKind::Float | TokenKind::Placeholder => take(i),
        _ => i.fail(Expected::Number),
    }
}

fn signed<'a, 's: 'a>(plus_feature: Feature) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    move |i| decimal(plus(i, plus_feature)?)
}

/// Decimals are refused.
///
/// ```ebnf
/// integer = INTEGER | HEX | <hextext-number> HEXTEXT ;
/// ```
pub(super) fn integer<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    match i.token().kind {
        TokenKind::Integer | TokenKind::Hex | TokenKind::Placeholder => take(i),
        TokenKind::HexText => hex_text(i),
        TokenKind::Decimal | TokenKind::Float => i.fail(Expected::Rule("an integer")),
        _ => i.fail(Expected::Number),
    }
}

/// A number of days.
///
/// ```ebnf
/// days = num | <integer-days> integer ;
/// ```
pub(super) fn days<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    if start.lacks(Feature::IntegerDays) || num(start).is_ok() {
        return num(start);
    }
    let (i, days) = integer(start)?;
    let (i, ()) = i.gate(Feature::IntegerDays, start)?;
    Ok((i, days))
}

/// Digits only, up to 2147483647: the servers' token NUM.
///
/// ```ebnf
/// num = NUM ;
/// ```
pub(super) fn num<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    match i.token().kind {
        TokenKind::Integer if i.number_here().integer().is_some_and(|n| n <= i32::MAX as u64) => take(i),
        TokenKind::Placeholder => take(i),
        _ => i.fail(Expected::Number),
    }
}

fn take<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    Ok((i.advance(1), i.number_here()))
}

fn hex_text<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    let (i, number) = take(start)?;
    let (i, ()) = i.gate(Feature::HextextNumber, start)?;
    Ok((i, number))
}

fn plus<'a, 's: 'a>(i: Input<'a, 's>, feature: Feature) -> Result<Input<'a, 's>, nom::Err<super::input::Fail>> {
    if i.symbol() != b'+' || i.lacks(feature) {
        return Ok(i);
    }
    let (behind, ()) = i.advance(1).gate(feature, i)?;
    Ok(behind)
}
