use crate::model::ServerOptions;
use crate::option_file::ProblemKind;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A line of an option file stops its reader, and the server does not start.
    ///
    /// ## What the server does
    ///
    /// It says "Fatal error in defaults handling. Program aborted" and ends, as every client does that reads the file. If another file includes this
    /// one, only the rest of it is not read. With --file-root it is known which directories are there.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// server_id = 1
    /// [mysqld]
    /// log_bin = binlog
    /// ```
    ///
    /// ```cnf
    /// [mysqld
    /// server_id = 1
    /// [client]
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// server_id = 1
    /// log_bin = binlog
    /// ```
    ///
    /// ## Source
    ///
    /// mysys/my_default of MySQL 9.7 and MariaDB 10.11; my_print_defaults of MariaDB.
    OptionFileStops { name: "option-file-stops", area: OptionFile, severity: Error, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    use ProblemKind::{IncludeWithoutPath, OptionBeforeGroup, UnclosedGroup, UnreadableDirectory};
    let help = "the reader stops here: every option needs a `[group]` above it, every `!include` a path, every `!includedir` a directory";
    let is_told = |kind| matches!(kind, IncludeWithoutPath | OptionBeforeGroup | UnclosedGroup | UnreadableDirectory);
    super::problems(file, cx, is_told, help);
}
