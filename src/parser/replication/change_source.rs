//! CHANGE MASTER TO and CHANGE REPLICATION SOURCE TO.

use super::channel_option::channel_option;
use super::{connection_name, for_channel};
use crate::ast::{ChangeSource, Spelling};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, list_of};
use crate::parser::trace::Expected;
use crate::server::{Feature, word};

/// `MASTER_HOST = 'db1',`
const OPTION_TOKENS: usize = 4;

/// ```ebnf
/// change_source = "CHANGE" ( <change-master> "MASTER" [ connection_name ] | "REPLICATION" <change-replication-source> "SOURCE" ) "TO"
///     channel_option { "," channel_option } [ <for-channel> for_channel ] ;
/// ```
pub(super) fn change_source<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ChangeSource<'s>> {
    let (i, _) = keyword(word::CHANGE)(start)?;
    let named = i;
    let (i, (spelling, word), connection) = if i.word() == word::REPLICATION {
        // The servers with filters, more than those with sources, go on to the next word.
        let missing = Expected::Feature(Feature::ChangeReplicationSource);
        let (i, ()) = i.advance(1).gate_servers(Feature::ChangeFilter.servers(), missing, i)?;
        let _ = keyword(word::FILTER)(i);
        let (i, _) = keyword_of(Feature::ChangeReplicationSource, word::SOURCE)(i)?;
        (i, (Spelling::Current, named.span_to(i)), None)
    } else {
        let _ = keyword_of(Feature::ChangeReplicationSource, word::REPLICATION)(i);
        let (i, _) = keyword_of(Feature::ChangeMaster, word::MASTER)(i)?;
        let word = named.span_to(i);
        let (i, connection) = connection_name(i)?;
        (i, (Spelling::Legacy, word), connection)
    };
    let (i, _) = keyword(word::TO)(i)?;
    let (i, options) = list_of(OPTION_TOKENS, channel_option)(i)?;
    let (i, channel) = for_channel(Feature::ForChannel)(i)?;
    Ok((i, ChangeSource { span: start.span_to(i), spelling, word, connection, options, channel }))
}
