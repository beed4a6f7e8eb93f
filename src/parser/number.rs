//! Numbers: which kinds of literal the servers take differs from option to option.

use super::input::{Input, Parsed};
use super::trace::Expected;
use crate::ast::Number;
use crate::lexer::TokenKind;
use crate::server::Feature;

/// Cut to an integer by the server.
///
/// ```ebnf
/// number = [ <number-plus> "+" ] ( INTEGER | DECIMAL | FLOAT ) | HEX | <hextext-number> HEXTEXT ;
/// ```
pub(super) fn number<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    match i.token().kind {
        TokenKind::Hex => take(i),
        TokenKind::HexText => hex_text(i),
        _ => {
            let i = plus(i, Feature::NumberPlus)?;
            match i.token().kind {
                TokenKind::Integer | TokenKind::Decimal | TokenKind::Float | TokenKind::Placeholder => take(i),
                _ => i.fail(Expected::Number),
            }
        }
    }
}

/// As [`number`], but no hexadecimal one.
///
/// ```ebnf
/// position = [ <number-plus> "+" ] ( INTEGER | DECIMAL | FLOAT ) ;
/// ```
pub(super) fn position<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    decimal(Feature::NumberPlus)(i)
}

/// Kept with its decimals.
///
/// ```ebnf
/// seconds = [ <seconds-plus> "+" ] ( INTEGER | DECIMAL | FLOAT ) ;
/// ```
pub(super) fn seconds<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    decimal(Feature::SecondsPlus)(i)
}

fn decimal<'a, 's: 'a>(plus_feature: Feature) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    move |i| {
        let i = plus(i, plus_feature)?;
        match i.token().kind {
            TokenKind::Integer | TokenKind::Decimal | TokenKind::Float | TokenKind::Placeholder => take(i),
            _ => i.fail(Expected::Number),
        }
    }
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

/// Digits only.
pub(super) fn digits<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    match i.token().kind {
        TokenKind::Integer | TokenKind::Placeholder => take(i),
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
