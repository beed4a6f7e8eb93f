//! START GROUP_REPLICATION and STOP GROUP_REPLICATION.

use crate::ast::{GroupReplicationOption, Secret, StartGroupReplication, StopGroupReplication};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, list, one_of, symbol, text};
use crate::server::{Feature, Word, word};

/// ```ebnf
/// start_group_replication = <group-replication> "START" "GROUP_REPLICATION"
///     [ <group-replication-credentials> group_replication_option { "," group_replication_option } ] ;
/// ```
pub(super) fn start_group_replication<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, StartGroupReplication<'s>> {
    let (i, _) = keyword(word::START)(start)?;
    let (i, _) = keyword_of(Feature::GroupReplication, word::GROUP_REPLICATION)(i)?;
    let (i, options) = match option_name(i) {
        Ok(_) => {
            let (i, ()) = i.gate(Feature::GroupReplicationCredentials, i)?;
            list(group_replication_option)(i)?
        }
        Err(_) => (i, Vec::new()),
    };
    Ok((i, StartGroupReplication { span: start.span_to(i), options }))
}

/// Any order, any number of times: the last of them counts.
///
/// ```ebnf
/// group_replication_option = ( "USER" | "PASSWORD" | "DEFAULT_AUTH" ) "=" TEXT ;
/// ```
fn group_replication_option<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, GroupReplicationOption<'s>> {
    let (i, name) = option_name(i)?;
    let (i, _) = symbol(b'=')(i)?;
    let (i, value) = text(i)?;
    let option = match name {
        word::USER => GroupReplicationOption::User(value),
        word::PASSWORD => GroupReplicationOption::Password(Secret::new(value)),
        _ => GroupReplicationOption::DefaultAuth(value),
    };
    Ok((i, option))
}

fn option_name<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Word> {
    one_of(&[word::USER, word::PASSWORD, word::DEFAULT_AUTH])(i)
}

/// ```ebnf
/// stop_group_replication = <group-replication> "STOP" "GROUP_REPLICATION" ;
/// ```
pub(super) fn stop_group_replication<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, StopGroupReplication> {
    let (i, _) = keyword(word::STOP)(start)?;
    let (i, _) = keyword_of(Feature::GroupReplication, word::GROUP_REPLICATION)(i)?;
    Ok((i, StopGroupReplication { span: start.span_to(i) }))
}
