//! The parser and linter for the MySQL and MariaDB statements that set up replication and accounts.
#![warn(missing_docs)]

pub mod ast;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
pub mod diagnostic;
pub mod lexer;
pub mod lint;
mod parser;
#[cfg(feature = "cli")]
pub mod report;
pub mod script;
pub mod server;
pub mod source;
pub mod tls;

pub use parser::{ParseOptions, Parsed, Rejection, SyntaxError, SyntaxRule, parse_statement};
