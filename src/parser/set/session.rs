//! SET NAMES, SET CHARACTER SET, SET TRANSACTION.

use crate::ast::{SetCharacterSet, SetItem, SetNames, Text, TransactionCharacteristic, VariableScope};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, keywords, name_or_text, one_of, symbol};
use crate::server::{Feature, Place, word};

/// ```ebnf
/// names = "NAMES" ( charset [ "COLLATE" collation ] | "DEFAULT" [ <default-collation> "COLLATE" collation ] ) ;
/// charset = NAME.column | TEXT | "BINARY" ;
/// collation = NAME.column | TEXT | <binary-collation> "BINARY" | <default-collation> "DEFAULT" ;
/// ```
pub(super) fn names<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, SetNames<'s>> {
    let (i, _) = keyword(word::NAMES)(start)?;
    let (i, charset) = charset_or_default(i)?;
    let collate = match charset {
        Some(_) => keyword(word::COLLATE)(i),
        None => keyword_of(Feature::DefaultCollation, word::COLLATE)(i),
    };
    let (i, collation) = match collate {
        Ok((i, _)) => collation(i)?,
        Err(_) => (i, None),
    };
    Ok((i, SetNames { span: start.span_to(i), charset, collation }))
}

fn collation<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Option<Text<'s>>> {
    match i.word() {
        word::DEFAULT => keyword_of(Feature::DefaultCollation, word::DEFAULT)(i).map(|(i, _)| (i, None)),
        word::BINARY => {
            let (next, _) = keyword_of(Feature::BinaryCollation, word::BINARY)(i)?;
            Ok((next, Some(i.text_here())))
        }
        _ => charset(i).map(|(i, collation)| (i, Some(collation))),
    }
}

/// ```ebnf
/// character_set = ( "CHARACTER" "SET" | "CHAR" "SET" | "CHARSET" ) ( charset | "DEFAULT" ) ;
/// ```
pub(super) fn character_set<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, SetCharacterSet<'s>> {
    let i = start.advance(1);
    let i = if start.word() == word::CHARSET { i } else { keyword(word::SET)(i)?.0 };
    let (i, charset) = charset_or_default(i)?;
    Ok((i, SetCharacterSet { span: start.span_to(i), charset }))
}

fn charset_or_default<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Option<Text<'s>>> {
    match keyword(word::DEFAULT)(i) {
        Ok((i, _)) => Ok((i, None)),
        Err(_) => charset(i).map(|(i, charset)| (i, Some(charset))),
    }
}

fn charset<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Text<'s>> {
    match keyword(word::BINARY)(i) {
        Ok((next, _)) => Ok((next, i.text_here())),
        Err(_) => name_or_text(Place::Column)(i),
    }
}

/// ```ebnf
/// transaction = "TRANSACTION" ( access_mode [ "," isolation_level ] | isolation_level [ "," access_mode ] ) ;
/// ```
pub(super) fn transaction<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, SetItem<'s>> {
    let (i, scope) = match start.word() {
        word::GLOBAL => (start.advance(1), VariableScope::Global),
        word::SESSION | word::LOCAL => (start.advance(1), VariableScope::Session),
        _ => (start, VariableScope::Unwritten),
    };
    let (i, _) = keyword(word::TRANSACTION)(i)?;
    let access_mode_is_first = i.word() == word::READ;
    let (mut i, first) = if access_mode_is_first { access_mode(i)? } else { isolation_level(i)? };
    let mut characteristics = vec![first];
    if let Ok((behind, _)) = symbol(b',')(i) {
        let (next, second) = if access_mode_is_first { isolation_level(behind)? } else { access_mode(behind)? };
        characteristics.push(second);
        i = next;
    }
    Ok((i, SetItem::Transaction { span: start.span_to(i), scope, characteristics }))
}

/// ```ebnf
/// access_mode = <access-mode> "READ" ( "ONLY" | "WRITE" ) ;
/// ```
fn access_mode<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, TransactionCharacteristic> {
    let (i, _) = keyword_of(Feature::AccessMode, word::READ)(i)?;
    let (i, mode) = one_of(&[word::ONLY, word::WRITE])(i)?;
    let mode =
        if mode == word::ONLY { TransactionCharacteristic::ReadOnly } else { TransactionCharacteristic::ReadWrite };
    Ok((i, mode))
}

/// ```ebnf
/// isolation_level = "ISOLATION" "LEVEL" ( "READ" ( "UNCOMMITTED" | "COMMITTED" ) | "REPEATABLE" "READ" | "SERIALIZABLE" ) ;
/// ```
fn isolation_level<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, TransactionCharacteristic> {
    let (i, _) = keywords(&[word::ISOLATION, word::LEVEL])(i)?;
    let (i, level) = one_of(&[word::READ, word::REPEATABLE, word::SERIALIZABLE])(i)?;
    match level {
        word::READ => one_of(&[word::UNCOMMITTED, word::COMMITTED])(i).map(|(i, level)| {
            let is_committed = level == word::COMMITTED;
            (
                i,
                if is_committed {
                    TransactionCharacteristic::ReadCommitted
                } else {
                    TransactionCharacteristic::ReadUncommitted
                },
            )
        }),
        word::REPEATABLE => keyword(word::READ)(i).map(|(i, _)| (i, TransactionCharacteristic::RepeatableRead)),
        _ => Ok((i, TransactionCharacteristic::Serializable)),
    }
}
