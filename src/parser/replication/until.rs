//! UNTIL of START REPLICA.

use super::channel_option::channel_option;
use crate::ast::{ChannelOption, ChannelValue, Spelling, UntilCondition, UntilKind};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, symbol, text};
use crate::parser::trace::Expected;
use crate::server::{ChannelOptionName, Feature, Word, word};

/// ```ebnf
/// until = "UNTIL" ( until_position { "," until_position }
///     | ( <until-gtids> ( "SQL_BEFORE_GTIDS" | "SQL_AFTER_GTIDS" ) "=" TEXT | <until-after-gaps> "SQL_AFTER_MTS_GAPS" )
///         { <until-mixed> "," until_position }
///     | <until-gtid-pos> "MASTER_GTID_POS" "=" TEXT ) ;
/// ```
pub(super) fn until<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Vec<UntilCondition<'s>>> {
    let Ok((i, _)) = keyword(word::UNTIL)(i) else { return Ok((i, Vec::new())) };
    let (mut i, first) = first_condition(i)?;
    let kind = first.kind;
    let mut conditions = vec![first];
    while kind != UntilKind::MasterGtidPos
        && let Ok((behind, _)) = symbol(b',')(i)
    {
        let is_position =
            !matches!(kind, UntilKind::SqlBeforeGtids | UntilKind::SqlAfterGtids | UntilKind::SqlAfterMtsGaps);
        let (behind, ()) = if is_position { (behind, ()) } else { behind.gate(Feature::UntilMixed, i)? };
        let (next, another) = until_position(behind)?;
        conditions.push(another);
        i = next;
    }
    Ok((i, conditions))
}

fn first_condition<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, UntilCondition<'s>> {
    const WORDS: [(Word, UntilKind, Feature); 4] = [
        (word::SQL_BEFORE_GTIDS, UntilKind::SqlBeforeGtids, Feature::UntilGtids),
        (word::SQL_AFTER_GTIDS, UntilKind::SqlAfterGtids, Feature::UntilGtids),
        (word::SQL_AFTER_MTS_GAPS, UntilKind::SqlAfterMtsGaps, Feature::UntilAfterGaps),
        (word::MASTER_GTID_POS, UntilKind::MasterGtidPos, Feature::UntilGtidPos),
    ];
    for (word, kind, feature) in WORDS {
        let Ok((next, _)) = keyword_of(feature, word)(i) else { continue };
        let (next, value) = if kind == UntilKind::SqlAfterMtsGaps {
            (next, None)
        } else {
            let (next, _) = symbol(b'=')(next)?;
            text(next).map(|(next, value)| (next, Some(ChannelValue::Text(value))))?
        };
        let spelling = if kind == UntilKind::MasterGtidPos { Spelling::Legacy } else { Spelling::Current };
        let name_span = i.span();
        return Ok((next, UntilCondition { span: i.span_to(next), name_span, kind, spelling, value }));
    }
    until_position(i)
}

/// An option of CHANGE MASTER TO that says where the channel stands.
///
/// ```ebnf
/// until_position = ( OPTION.LOG_FILE | OPTION.RELAY_LOG_FILE ) "=" TEXT | OPTION.LOG_POS "=" position | OPTION.RELAY_LOG_POS "=" number
///     | OPTION.USE_GTID "=" ( use_gtid | <option-default> "DEFAULT" ) | OPTION.DEMOTE_TO_REPLICA "=" demote ;
/// ```
fn until_position<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, UntilCondition<'s>> {
    let Some(kind) = ChannelOptionName::of_word(i.word()).and_then(|(name, _)| kind_of(name)) else {
        return i.fail(Expected::UntilCondition);
    };
    let (i, ChannelOption { span, name_span, spelling, value, .. }) = channel_option(i)?;
    Ok((i, UntilCondition { span, name_span, kind, spelling, value: Some(value) }))
}

fn kind_of(name: ChannelOptionName) -> Option<UntilKind> {
    Some(match name {
        ChannelOptionName::LogFile => UntilKind::SourceLogFile,
        ChannelOptionName::LogPos => UntilKind::SourceLogPos,
        ChannelOptionName::RelayLogFile => UntilKind::RelayLogFile,
        ChannelOptionName::RelayLogPos => UntilKind::RelayLogPos,
        ChannelOptionName::UseGtid => UntilKind::UseGtid,
        ChannelOptionName::DemoteToReplica => UntilKind::DemoteToReplica,
        _ => return None,
    })
}
