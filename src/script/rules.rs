//! How the text at hand is to be cut: what changes from statement to statement.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::lexer::SqlMode;
use crate::server::{Feature, Flavor, ServerSet};

/// The clients keep no more of a delimiter.
const LONGEST: usize = 15;

/// What ends a statement.
#[derive(Clone, Copy)]
pub(super) struct Delimiter {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Delimiter {
    pub(super) const SEMICOLON: Self = Self { bytes: [b';', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], len: 1 };

    /// The first fifteen bytes of the argument; `None` if there are none.
    pub(super) fn new(argument: &[u8]) -> Option<Self> {
        let mut delimiter = Self { bytes: [0; LONGEST], len: 0 };
        for (slot, byte) in delimiter.bytes.iter_mut().zip(argument) {
            *slot = *byte;
            delimiter.len += 1;
        }
        (delimiter.len > 0).then_some(delimiter)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// Where `$tag$` opens a quote.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DollarQuotes {
    /// No server knows it.
    Never,
    /// Some know it: only where a routine's text is expected, since `$` is a letter for the others.
    BehindAs,
    /// All know it.
    Always,
}

/// The rules in force.
pub(super) struct Rules {
    delimiter: Delimiter,
    pub(super) sql_mode: SqlMode,
    /// Between `StatementBegin` and `StatementEnd` of a migration tool nothing else ends a statement.
    pub(super) section: bool,
    /// Whether `/*M!` opens code: for MariaDB's client, not for MySQL's.
    pub(super) mariadb: bool,
    pub(super) dollar_quotes: DollarQuotes,
    /// The bytes that may mean something outside quotes and comments.
    pub(super) stops: [bool; 256],
}

impl Rules {
    pub(super) fn new(servers: ServerSet, sql_mode: SqlMode) -> Self {
        let quoting = Feature::DollarQuotedText.servers();
        let dollar_quotes = match (servers.is_subset(quoting), servers.intersects(quoting)) {
            (true, _) => DollarQuotes::Always,
            (_, true) => DollarQuotes::BehindAs,
            _ => DollarQuotes::Never,
        };
        let mut rules = Self {
            delimiter: Delimiter::SEMICOLON,
            sql_mode,
            section: false,
            mariadb: servers.intersects(ServerSet::of_flavor(Flavor::MariaDb)),
            dollar_quotes,
            stops: [false; 256],
        };
        rules.set_delimiter(Delimiter::SEMICOLON);
        rules
    }

    pub(super) fn delimiter(&self) -> &[u8] {
        self.delimiter.bytes()
    }

    pub(super) fn set_delimiter(&mut self, delimiter: Delimiter) {
        self.delimiter = delimiter;
        self.stops = [false; 256];
        let first = delimiter.bytes().first().copied();
        for byte in b"'\"`\\#-/*>$;".iter().copied().chain(first) {
            if let Some(stop) = self.stops.get_mut(usize::from(byte)) {
                *stop = true;
            }
        }
    }

    /// Whether the delimiter stands here.
    pub(super) fn ends(&self, rest: &[u8]) -> bool {
        let delimiter = self.delimiter();
        !self.section && rest.first() == delimiter.first() && rest.starts_with(delimiter)
    }

    /// Whether a semicolon here ends a statement for the server, though not for the client: under another delimiter, the client sends both
    /// as one text, and the server takes them one by one.
    pub(super) fn ends_for_server(&self, rest: &[u8]) -> bool {
        !self.section && rest.first() == Some(&b';')
    }

    /// Whether a backslash escapes the next byte inside this quote.
    pub(super) fn escapes(&self, quote: u8) -> bool {
        match quote {
            b'`' => false,
            b'"' if self.sql_mode.ansi_quotes => false,
            _ => !self.sql_mode.no_backslash_escapes,
        }
    }

    /// Whether a comment opens here that holds no code.
    pub(super) fn opens_comment(&self, rest: &[u8]) -> bool {
        match rest {
            [b'/', b'*', b'!', ..] => false,
            [b'/', b'*', b'M', b'!', ..] => !self.mariadb,
            [b'/', b'*', ..] => true,
            _ => false,
        }
    }
}

/// Behind the mark that closes a plain comment.
pub(super) fn comment_end(rest: &[u8]) -> Option<usize> {
    static CLOSE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"*/"));
    CLOSE.find(rest).map(|at| at + 2)
}

/// Whether `--` opens a comment: the clients want white space or the end of the line behind it.
pub(super) fn opens_dash_comment(rest: &[u8]) -> bool {
    rest.starts_with(b"--") && rest.get(2).copied().is_none_or(crate::lexer::is_space)
}
