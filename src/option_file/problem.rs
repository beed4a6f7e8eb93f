use crate::source::Span;

/// Something in an option file that its reader stumbles over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub kind: ProblemKind,
    /// Where in its file.
    pub span: Span,
}

/// What is wrong; the texts never quote the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// The reader stops.
    #[error("option before the first group")]
    OptionBeforeGroup,
    /// The reader stops.
    #[error("group without a closing bracket")]
    UnclosedGroup,
    /// The reader stops.
    #[error("include without a path")]
    IncludeWithoutPath,
    /// The reader stops.
    #[error("cannot read the directory that is included")]
    UnreadableDirectory,
    /// The reader goes on without it, silently.
    #[error("cannot read the file that is included")]
    UnreadableFile,
    /// Read up to ten times by the reader; here once.
    #[error("the file includes itself")]
    IncludesItself,
    /// The reader skips the directive.
    #[error("more than 10 files include one another")]
    TooDeep,
    /// Nothing more is included.
    #[error("more than 1000 files are included")]
    TooMany,
    /// The reader takes off the last character of the path.
    #[error("the last line has no end: the last character of its path is lost")]
    PathCutOff,
    /// Silently nothing happens.
    #[error("unknown directive")]
    UnknownDirective,
    /// The reader takes the rest for another line.
    #[error("line longer than 4094 bytes: what is behind them is read as another line")]
    LineTooLong,
    /// The reader's `FILE` ends the line there.
    #[error("NUL byte: the rest of the line is not read")]
    Nul,
    /// No program has an option without a name.
    #[error("value without a name")]
    NoName,
    /// It is not looked at.
    #[error("larger than 16 MiB")]
    TooLarge,
}

impl ProblemKind {
    /// Whether the reader stops at it: what follows in the file is not read, and if no other file includes it, the program does not start.
    pub fn is_fatal(self) -> bool {
        use ProblemKind::*;
        matches!(self, OptionBeforeGroup | UnclosedGroup | IncludeWithoutPath | UnreadableDirectory | TooLarge)
    }
}
