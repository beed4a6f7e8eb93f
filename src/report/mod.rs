//! Diagnostics for a reader or a program: one file a format.

mod concise;
mod page;
mod rules;
mod snippet;
mod summary;
mod text;
mod tree;

use std::io::{self, Write};

pub use page::write_page;
pub use rules::RulesFormat;
pub use summary::Summary;
pub use text::Style;
pub use tree::{TreeFormat, TreeWriter};

use crate::diagnostic::Diagnostic;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With the lines they are about, for people.
    Text(Style),
    /// One line each: `path:line:column: severity[rule] message`.
    Concise,
}

impl Format {
    /// Writes findings in the order given.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(self, out: &mut impl Write, diagnostics: &[Diagnostic]) -> io::Result<()> {
        match self {
            Format::Text(style) => text::write(out, style, diagnostics),
            Format::Concise => concise::write(out, diagnostics),
        }
    }
}
