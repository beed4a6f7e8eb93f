//! PURGE BINARY LOGS.

use crate::ast::{PurgeBinaryLogs, PurgeUpTo, Spelling};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, text};
use crate::parser::set::expression;
use crate::server::{Feature, word};

/// ```ebnf
/// purge_binary_logs = "PURGE" ( "BINARY" | <purge-master-logs> "MASTER" ) "LOGS" ( "TO" TEXT | "BEFORE" expression ) ;
/// ```
pub(super) fn purge_binary_logs<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, PurgeBinaryLogs<'s>> {
    let (i, _) = keyword(word::PURGE)(start)?;
    let (i, (spelling, word)) = match keyword_of(Feature::PurgeMasterLogs, word::MASTER)(i) {
        Ok((i, word)) => (i, (Spelling::Legacy, word)),
        Err(_) => keyword(word::BINARY)(i).map(|(i, word)| (i, (Spelling::Current, word)))?,
    };
    let (i, _) = keyword(word::LOGS)(i)?;
    let (i, up_to) = match keyword(word::TO)(i) {
        Ok((i, _)) => text(i).map(|(i, file)| (i, PurgeUpTo::File(file)))?,
        Err(_) => {
            let (i, _) = keyword(word::BEFORE)(i)?;
            expression(i).map(|(i, time)| (i, PurgeUpTo::Time(time)))?
        }
    };
    Ok((i, PurgeBinaryLogs { span: start.span_to(i), spelling, word, up_to }))
}
