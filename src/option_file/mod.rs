//! Option files (`my.cnf`), read as the servers' and the clients' own reader reads them.
//!
//! [`OptionFile::parse`] reads one file; [`Options::load`] follows its `!include` and `!includedir` through [`Files`]. What a program then
//! takes from them is what stands in its [`groups`], later places winning:
//!
//! ```
//! use std::collections::BTreeMap;
//! use replint::option_file::{Options, Program, groups};
//! use replint::server::{Flavor, Version};
//!
//! let files = BTreeMap::from([
//!     ("/etc/my.cnf", "[mysqld]\nssl_ca = /etc/old.pem # until May\n!includedir /etc/my.cnf.d\n"),
//!     ("/etc/my.cnf.d/tls.cnf", "[mysqld-8.4]\nloose-ssl-ca = \"/etc/ca.pem\"\n[client]\npassword = example\n"),
//! ]);
//! let options = Options::load("/etc/my.cnf", &files);
//!
//! let groups = groups(Program::Server, Flavor::MySql, Version::new(8, 4, 0));
//! let ca = options.find(&groups, "ssl-ca").unwrap();
//! assert_eq!(ca.entry.text().unwrap(), "/etc/ca.pem");
//! assert_eq!((ca.file.path.as_str(), ca.entry.name_span.start), ("/etc/my.cnf.d/tls.cnf", 13));
//! assert!(options.options_for(&["client"])[0].entry.text().is_none(), "a password is shown to nobody");
//! ```
//!
//! Values of passwords are in no `Debug` and no message; [`Value::expose`] is the only way to them.
//!
//! Sources: mysys/my_default.cc and mysys/my_getopt.cc of MySQL 9.7, mysys/my_default.c of MariaDB 10.11. `tests/option_file.rs` holds the answers
//! against those of `my_print_defaults`.

mod entry;
mod files;
mod groups;
mod line;
mod name;
mod options;
mod parse;
mod problem;
mod value;

pub(crate) use entry::is_template;
pub use entry::{Entry, Group, Include, IncludeKind, Item};
pub use files::{FileError, Files};
pub use groups::{Program, groups};
pub use line::comments;
pub use name::{Name, Prefix};
pub use options::{Options, Placed, SourceFile};
pub use parse::{MAX_SIZE, OptionFile};
pub use problem::{Problem, ProblemKind};
pub use value::Value;
