//! Diagnostics for a reader or a program: one file a format.

mod azure;
mod checkstyle;
mod command;
mod concise;
mod document;
mod fixable;
mod github;
mod gitlab;
mod json;
mod jsonl;
mod junit;
mod lines;
mod page;
mod rules;
mod sarif;
mod snippet;
mod statistics;
mod summary;
mod text;
mod topology;
mod tree;

use std::io::{self, Write};
use std::path::Path;

pub use command::without_commands;
pub use document::CheckDocument;
pub use fixable::Fixable;
pub use page::write_page;
pub use rules::RulesFormat;
pub use statistics::Statistics;
pub use summary::Summary;
pub use text::Style;
pub use topology::{
    AccountDocument, ChannelDocument, FindingCounts, OutcomeDocument, ReasonDocument, TlsDocument, TopologyDocument,
    TopologyFormat,
};
pub use tree::{TreeFormat, TreeWriter};

use crate::diagnostic::Diagnostic;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With the lines they are about, for people.
    Text,
    /// One line each: `path:line:column: severity[rule] message`.
    Concise,
    /// One [`CheckDocument`].
    Json,
    /// One object a line: the findings of a [`CheckDocument`].
    Jsonl,
    /// SARIF 2.1.0, which code scanning reads.
    Sarif,
    /// Workflow commands, which GitHub Actions shows at the changed lines.
    Github,
    /// A code quality report of GitLab.
    Gitlab,
    /// A file is a test suite, a finding a test that failed.
    Junit,
    /// The XML of Checkstyle, which many build servers read.
    Checkstyle,
    /// Logging commands of Azure Pipelines.
    Azure,
}

impl Format {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Format; 10] = [
        Format::Text,
        Format::Concise,
        Format::Json,
        Format::Jsonl,
        Format::Sarif,
        Format::Github,
        Format::Gitlab,
        Format::Junit,
        Format::Checkstyle,
        Format::Azure,
    ];

    /// As it is asked for.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
            Self::Checkstyle => "checkstyle",
            Self::Azure => "azure",
        }
    }

    /// Starts a report. The style is that of [`Format::Text`].
    ///
    /// # Errors
    /// Those of `out`.
    pub fn report<'w>(self, out: impl Write + 'w, style: Style) -> io::Result<Box<dyn Report + 'w>> {
        Ok(match self {
            Self::Text => Box::new(lines::Lines::new(out, move |out, found| text::write(out, style, found))),
            Self::Concise => Box::new(lines::Lines::new(out, concise::write)),
            Self::Json => Box::new(json::Json::new(out)?),
            Self::Jsonl => Box::new(lines::Lines::new(out, jsonl::write)),
            Self::Sarif => Box::new(sarif::Sarif::new(out)?),
            Self::Github => Box::new(lines::Lines::new(out, github::write)),
            Self::Gitlab => Box::new(gitlab::Gitlab::new(out)?),
            Self::Junit => Box::new(junit::Junit::new(out)),
            Self::Checkstyle => Box::new(checkstyle::Checkstyle::new(out)?),
            Self::Azure => Box::new(lines::Lines::new(out, azure::write)),
        })
    }

    /// Writes a whole report of findings that are sorted by file.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(self, out: &mut impl Write, style: Style, diagnostics: &[Diagnostic]) -> io::Result<()> {
        let mut report = self.report(out, style)?;
        for of_file in diagnostics.chunk_by(|one, next| one.path == next.path) {
            report.file(&of_file[0].path, of_file)?;
        }
        report.finish(&Summary::default(), &[])
    }
}

/// Takes what was found, file by file.
pub trait Report {
    /// The findings in a file, in its order; none: it was read, and is clean.
    ///
    /// # Errors
    /// Those of the writer.
    fn file(&mut self, path: &Path, diagnostics: &[Diagnostic]) -> io::Result<()>;

    /// The end: what it came to, and what could not be read.
    ///
    /// # Errors
    /// Those of the writer.
    fn finish(&mut self, summary: &Summary, troubles: &[String]) -> io::Result<()>;
}
