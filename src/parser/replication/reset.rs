//! RESET.

use super::{connection_name, for_channel, replica};
use crate::ast::{Number, Reset, ResetItem, ResetWhat, Spelling, VariableName};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, keywords, list, name, phrase_of, symbol};
use crate::parser::number::{integer, number};
use crate::server::{Feature, Place, word};

/// ```ebnf
/// reset = "RESET" reset_item { "," reset_item }
///     | <reset-persist> "RESET" "PERSIST" [ [ "IF" "EXISTS" ] persisted_name ] ;
/// ```
pub(super) fn reset<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Reset<'s>> {
    let (i, _) = keyword(word::RESET)(start)?;
    let (i, items) = match keyword_of(Feature::ResetPersist, word::PERSIST)(i) {
        Ok((behind, _)) => {
            let (end, what) = persist(behind)?;
            (end, vec![ResetItem { span: i.span_to(end), what }])
        }
        Err(_) => list(reset_item)(i)?,
    };
    Ok((i, Reset { span: start.span_to(i), items }))
}

fn persist<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ResetWhat<'s>> {
    let (i, if_exists) = match keyword(word::IF)(i) {
        Ok(_) => keywords(&[word::IF, word::EXISTS])(i).map(|(i, span)| (i, Some(span)))?,
        Err(_) => (i, None),
    };
    match persisted_name(i) {
        Ok((i, name)) => Ok((i, ResetWhat::Persist { if_exists, variable: Some(name) })),
        Err(error) if if_exists.is_some() => Err(error),
        Err(_) => Ok((i, ResetWhat::Persist { if_exists, variable: None })),
    }
}

/// Unlike SET it takes the words for scopes as names.
///
/// ```ebnf
/// persisted_name = NAME.column [ "." NAME.column ] | "DEFAULT" "." NAME.column ;
/// ```
fn persisted_name<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, VariableName<'s>> {
    let is_default = start.word() == word::DEFAULT && start.advance(1).symbol() == b'.';
    let (i, first) = if is_default { (start.advance(1), start.text_here()) } else { name(Place::Column)(start)? };
    match symbol(b'.')(i) {
        Ok((i, _)) => {
            let (i, second) = name(Place::Column)(i)?;
            Ok((i, VariableName { span: start.span_to(i), prefix: Some(first), name: second }))
        }
        Err(_) => Ok((i, VariableName { span: start.span_to(i), prefix: None, name: first })),
    }
}

/// ```ebnf
/// reset_item = ( <reset-slave> "SLAVE" | <reset-replica> "REPLICA" ) [ connection_name ] [ <reset-all> "ALL" ] [ <for-channel> for_channel ]
///     | <reset-master> "MASTER" [ reset_to ]
///     | <reset-binary-logs> "BINARY" "LOGS" "AND" "GTIDS" [ reset_to ]
///     | <query-cache> "QUERY" "CACHE" ;
/// reset_to = <reset-to-integer> "TO" integer | <reset-to-number> "TO" number ;
/// ```
fn reset_item<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ResetItem<'s>> {
    let (i, what) = match start.word() {
        word::MASTER => {
            let (i, _) = keyword_of(Feature::ResetMaster, word::MASTER)(start)?;
            let word = start.span_to(i);
            reset_to(i).map(|(i, to)| (i, ResetWhat::BinaryLogs { spelling: Spelling::Legacy, word, to }))?
        }
        word::BINARY => {
            let (i, _) =
                phrase_of(Feature::ResetBinaryLogs, &[word::BINARY, word::LOGS, word::AND, word::GTIDS])(start)?;
            let word = start.span_to(i);
            reset_to(i).map(|(i, to)| (i, ResetWhat::BinaryLogs { spelling: Spelling::Current, word, to }))?
        }
        word::QUERY => {
            let (i, _) = phrase_of(Feature::QueryCache, &[word::QUERY, word::CACHE])(start)?;
            (i, ResetWhat::QueryCache)
        }
        _ => {
            let _ = keyword_of(Feature::ResetMaster, word::MASTER)(start);
            let _ = keyword_of(Feature::ResetBinaryLogs, word::BINARY)(start);
            reset_replica(start)?
        }
    };
    Ok((i, ResetItem { span: start.span_to(i), what }))
}

fn reset_replica<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ResetWhat<'s>> {
    let (i, spelling) = replica(Feature::ResetSlave, Feature::ResetReplica)(start)?;
    let word = start.span_to(i);
    let (i, connection) = connection_name(i)?;
    let (i, all) = match keyword_of(Feature::ResetAll, word::ALL)(i) {
        Ok((i, span)) => (i, Some(span)),
        Err(_) => (i, None),
    };
    let (i, channel) = for_channel(Feature::ForChannel)(i)?;
    Ok((i, ResetWhat::Replica { spelling, word, connection, all, channel }))
}

/// The number of the first binary log, which may be missing.
fn reset_to<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Option<Number<'s>>> {
    if let Ok((i, _)) = keyword_of(Feature::ResetToInteger, word::TO)(start) {
        return integer(i).map(|(i, to)| (i, Some(to)));
    }
    match keyword_of(Feature::ResetToNumber, word::TO)(start) {
        Ok((i, _)) => number(i).map(|(i, to)| (i, Some(to))),
        Err(_) => Ok((start, None)),
    }
}
