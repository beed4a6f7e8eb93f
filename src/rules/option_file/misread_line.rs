use crate::model::ServerOptions;
use crate::option_file::ProblemKind;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A line of an option file is not read as it is written.
    ///
    /// ## What the server does
    ///
    /// Nothing: a directive that it does not know is skipped without a word, a NUL byte ends its line, a line goes on as another one behind 4094 bytes.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [mysqld]
    /// !includedirs /etc/mysql/conf.d
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// !includedir /etc/mysql/conf.d
    /// ```
    ///
    /// ## Source
    ///
    /// mysys/my_default of MySQL 9.7 and MariaDB 10.11; my_print_defaults of MariaDB.
    MisreadLine { name: "misread-line", area: OptionFile, severity: Warning, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    use ProblemKind::{LineTooLong, NoName, Nul, PathCutOff, UnknownDirective};
    let is_told = |kind| matches!(kind, LineTooLong | NoName | Nul | PathCutOff | UnknownDirective);
    let help = "the directives are `!include` and `!includedir`, everything else is `name = value` on one line";
    super::problems(file, cx, is_told, help);
}
