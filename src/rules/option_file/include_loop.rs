use crate::model::ServerOptions;
use crate::option_file::ProblemKind;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// An option file includes itself, or too many others.
    ///
    /// ## What the server does
    ///
    /// It reads the file again and again, up to ten times inside one another, and skips what would be deeper with a warning.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [mysqld]
    /// server_id = 1
    /// !include my.cnf
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// server_id = 1
    /// !include /etc/mysql/replica.cnf
    /// ```
    ///
    /// ## Source
    ///
    /// mysys/my_default of MySQL 9.7 and MariaDB 10.11; my_print_defaults of MariaDB.
    IncludeLoop { name: "include-loop", area: OptionFile, severity: Warning, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    use ProblemKind::{IncludesItself, TooDeep, TooMany};
    let is_told = |kind| matches!(kind, IncludesItself | TooDeep | TooMany);
    super::problems(file, cx, is_told, "remove the directive");
}
