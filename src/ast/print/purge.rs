//! PURGE BINARY LOGS and SHOW BINARY LOGS.

use super::Print;
use super::printer::Printer;
use super::spelling::{PURGE_LOGS, SHOW_LOGS};
use crate::ast::{PurgeBinaryLogs, PurgeUpTo, ShowBinaryLogs};

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

impl Print for ShowBinaryLogs {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("SHOW");
        to.spelled(&SHOW_LOGS, self.spelling);
    }
}
