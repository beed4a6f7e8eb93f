//! The parser and linter for the MySQL and MariaDB statements that set up replication and accounts.
#![warn(missing_docs)]

pub mod ast;
pub mod lexer;
mod parser;
pub mod script;
pub mod server;
pub mod source;
pub mod tls;

pub use parser::{ParseOptions, Parsed, Rejection, SyntaxError, SyntaxRule, parse_statement};
