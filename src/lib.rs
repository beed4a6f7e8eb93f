//! The parser and linter for the MySQL and MariaDB statements that set up replication and accounts.
//!
//! Three ways in:
//!
//! - [`parse_statement`] judges one text as a server would that receives it, for every server at once, and gives its typed tree ([`ast`]);
//! - [`parse()`] reads a script and shows the tree of every statement in it;
//! - [`lint()`] reads a script and shows what is wrong in it, as [`diagnostic::Diagnostic`]s.
//!
//! ```
//! use replint::lint::Settings;
//!
//! let settings = Settings { targets: "mysql-8.4, mariadb-11.4".parse()?, ..Settings::default() };
//! let script = "USE app;\nCREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY 'example' ACCOUNT LOKC;\n";
//! let mut findings = Vec::new();
//! replint::lint("setup.sql", script.as_bytes(), &settings, |finding| findings.push(finding))?;
//!
//! assert_eq!(findings[0].rule, "misspelled-keyword");
//! assert_eq!((findings[0].primary.start.line, findings[0].primary.start.column), (2, 63));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Secrets ([`ast::Secret`]) are in no `Debug`, `Display` or JSON, and in no report.
#![warn(missing_docs)]

pub mod ast;
#[cfg(feature = "certificates")]
pub mod certificate;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "cli")]
pub mod config;
pub mod diagnostic;
pub mod fix;
pub mod lexer;
pub mod lint;
pub mod model;
pub mod option_file;
mod parser;
#[cfg(feature = "cli")]
pub mod report;
pub mod rules;
pub mod script;
pub mod server;
pub mod source;
pub mod tls;
pub mod upgrade;

pub use lint::{lint, parse};
pub use parser::{ParseOptions, Parsed, Rejection, SyntaxError, SyntaxRule, parse_statement};
