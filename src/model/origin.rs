use std::cmp::Ordering;
use std::fmt;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::lexer::SqlMode;
use crate::source::{Base, LineIndex, Lines, Span};

/// A statement that shaped the state, kept as text for reports about it.
///
/// `Debug` leaves the text out: it may hold secrets.
#[derive(Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file, as the user named it.
    pub path: Arc<Path>,
    /// Where the statement starts in it.
    pub base: Base,
    /// The statement.
    pub text: Box<[u8]>,
    /// The session's mode when it runs.
    pub sql_mode: SqlMode,
    /// Whether it is no statement but a whole option file.
    pub is_option_file: bool,
    /// Read when they are first asked for.
    lines: OnceLock<Arc<Lines>>,
}

impl Origin {
    /// A text that is the whole of its file.
    pub fn of_text(path: impl AsRef<Path>, text: impl AsRef<[u8]>) -> Arc<Self> {
        let (path, text) = (Arc::from(path.as_ref()), text.as_ref().into());
        Arc::new(Self::new(path, Base::default(), text, SqlMode::default()))
    }

    /// A statement of a file.
    pub fn new(path: Arc<Path>, base: Base, text: Box<[u8]>, sql_mode: SqlMode) -> Self {
        Self { path, base, text, sql_mode, is_option_file: false, lines: OnceLock::new() }
    }

    /// A whole option file.
    pub fn of_option_file(path: Arc<Path>, text: &[u8]) -> Self {
        Self { is_option_file: true, ..Self::new(path, Base::default(), text.into(), SqlMode::default()) }
    }

    /// The statement's lines: they are read once, however many places in it are asked for.
    pub fn index(&self) -> LineIndex<'_> {
        let lines = self.lines.get_or_init(|| Arc::new(Lines::of(&self.text)));
        LineIndex::with_lines(&self.text, self.base, Arc::clone(lines))
    }

    /// Whether both are the same statement of the same file.
    pub fn is(&self, other: &Self) -> bool {
        self.base == other.base && self.is_in_file_of(other)
    }

    /// By file, then by place.
    pub(crate) fn in_order(&self, other: &Self) -> Ordering {
        let files = if self.is_in_file_of(other) { Ordering::Equal } else { self.path.cmp(&other.path) };
        files.then_with(|| self.base.cmp(&other.base))
    }

    fn is_in_file_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.path, &other.path) || self.path == other.path
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path.display(), self.base.line, self.base.column)
    }
}

/// A span of a statement of the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The statement.
    pub origin: Arc<Origin>,
    /// In it.
    pub span: Span,
}

impl Place {
    /// A place in a statement.
    pub fn new(origin: &Arc<Origin>, span: Span) -> Self {
        Self { origin: Arc::clone(origin), span }
    }
}
