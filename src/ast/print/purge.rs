//! PURGE BINARY LOGS.

use super::Print;
use super::printer::Printer;
use super::spelling::PURGE_LOGS;
use crate::ast::{PurgeBinaryLogs, PurgeUpTo};

impl Print for PurgeBinaryLogs<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("PURGE");
        to.spelled(&PURGE_LOGS, self.spelling);
        match &self.up_to {
            PurgeUpTo::File(file) => to.clause("TO", Some(file)),
            PurgeUpTo::Time(time) => {
                to.words("BEFORE");
                time.print(to);
            }
        }
    }
}
