//! PURGE BINARY LOGS and SHOW BINARY LOGS.

use crate::ast::{PurgeBinaryLogs, PurgeUpTo, ShowBinaryLogs, Spelling};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, text};
use crate::parser::set::expression;
use crate::server::{Feature, word};
use crate::source::Span;

/// ```ebnf
/// purge_binary_logs = "PURGE" ( "BINARY" | <purge-master-logs> "MASTER" ) "LOGS" ( "TO" TEXT | "BEFORE" expression ) ;
/// ```
pub(super) fn purge_binary_logs<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, PurgeBinaryLogs<'s>> {
    let (i, _) = keyword(word::PURGE)(start)?;
    let (i, (spelling, word)) = binary_logs(Feature::PurgeMasterLogs)(i)?;
    let (i, up_to) = match keyword(word::TO)(i) {
        Ok((i, _)) => text(i).map(|(i, file)| (i, PurgeUpTo::File(file)))?,
        Err(_) => {
            let (i, _) = keyword(word::BEFORE)(i)?;
            expression(i).map(|(i, time)| (i, PurgeUpTo::Time(time)))?
        }
    };
    Ok((i, PurgeBinaryLogs { span: start.span_to(i), spelling, word, up_to }))
}

/// ```ebnf
/// show_binary_logs = "SHOW" ( "BINARY" | <show-master-logs> "MASTER" ) "LOGS" ;
/// ```
pub(super) fn show_binary_logs<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ShowBinaryLogs> {
    let (i, _) = keyword(word::SHOW)(start)?;
    let (i, (spelling, word)) = binary_logs(Feature::ShowMasterLogs)(i)?;
    Ok((i, ShowBinaryLogs { span: start.span_to(i), spelling, word }))
}

/// `BINARY LOGS`, or `MASTER LOGS` for the servers that know the statement by it; and where the first word stands.
fn binary_logs<'a, 's: 'a>(master: Feature) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, (Spelling, Span)> {
    move |i| {
        let (i, spelled) = match keyword_of(master, word::MASTER)(i) {
            Ok((i, word)) => (i, (Spelling::Legacy, word)),
            Err(_) => keyword(word::BINARY)(i).map(|(i, word)| (i, (Spelling::Current, word)))?,
        };
        keyword(word::LOGS)(i).map(|(i, _)| (i, spelled))
    }
}
