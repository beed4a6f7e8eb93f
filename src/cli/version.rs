//! `replint --version`.

use std::io::{self, Write};

use super::{Status, unwritten};
use crate::rules;
use crate::server::{Flavor, ServerSet, TABLES_OF, Target};

/// Shows the version; verbosely also what it knows.
pub(super) fn show(is_verbose: bool) -> Status {
    let mut text = concat!("replint ", env!("CARGO_PKG_VERSION"), "\n").to_owned();
    if is_verbose {
        text += &format!("tables of servers: {TABLES_OF}\n");
        for flavor in [Flavor::MySql, Flavor::MariaDb] {
            let oldest = ServerSet::of_flavor(flavor).iter().next();
            if let (Some((_, oldest)), Some(newest)) = (oldest, Target::newest(flavor)) {
                text += &format!("{flavor}: {}.{} to {newest}\n", oldest.major, oldest.minor);
            }
        }
        text += &format!("rules: {}\n", rules::all().len());
    }
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Status::Clean,
        Err(error) => unwritten(&error, Status::Clean),
    }
}
