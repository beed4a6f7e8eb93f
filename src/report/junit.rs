//! JUnit's XML: a file is a suite, a finding a test that failed. A clean file is a test that passed, since build servers take no tests for a mistake.

use std::io::{self, Write};
use std::path::Path;

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::{Report, Summary, concise};
use crate::diagnostic::{Diagnostic, slashed};
use crate::source::visible;

pub(super) struct Junit<W> {
    out: W,
    report: quick_junit::Report,
}

impl<W: Write> Junit<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, report: quick_junit::Report::new("replint") }
    }
}

impl<W: Write> Report for Junit<W> {
    fn file(&mut self, path: &Path, diagnostics: &[Diagnostic]) -> io::Result<()> {
        let path = visible(&slashed(path)).into_owned();
        let mut suite = TestSuite::new(&*path);
        if diagnostics.is_empty() {
            let mut passed = TestCase::new("no findings", TestCaseStatus::success());
            passed.set_classname(&*path);
            suite.add_test_case(passed);
        }
        for diagnostic in diagnostics {
            let mut line = Vec::new();
            concise::write(&mut line, std::slice::from_ref(diagnostic))?;
            let help = diagnostic.help.as_ref().map(|help| format!("help: {help}")).unwrap_or_default();
            let description = format!("{}{}", String::from_utf8_lossy(&line), visible(&help));
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status
                .set_type(diagnostic.severity.name())
                .set_message(&*visible(&diagnostic.message))
                .set_description(description.trim_end());
            let start = diagnostic.primary.start;
            let name = format!("{} at {}:{}", diagnostic.rule, start.line, start.column);
            let mut failed = TestCase::new(name, status);
            failed.set_classname(&*path);
            suite.add_test_case(failed);
        }
        self.report.add_test_suite(suite);
        Ok(())
    }

    fn finish(&mut self, _: &Summary, troubles: &[String]) -> io::Result<()> {
        if !troubles.is_empty() {
            let mut suite = TestSuite::new("replint");
            for trouble in troubles {
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
                status.set_message(&*visible(trouble));
                let mut unread = TestCase::new("input", status);
                // Jenkins takes no test without one.
                unread.set_classname("replint");
                suite.add_test_case(unread);
            }
            self.report.add_test_suite(suite);
        }
        // Written at once: the crate does not tell a closed pipe from another failure.
        let text = self.report.to_string().map_err(io::Error::other)?;
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }
}
