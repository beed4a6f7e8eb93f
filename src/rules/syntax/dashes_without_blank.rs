use crate::rules::declare_rule;

declare_rule! {
    /// A line starts with two dashes and no blank behind them.
    ///
    /// ## What happens
    ///
    /// For MySQL that is no comment: `--5` is minus minus five. The client of MySQL 8.0 and later sends the line together with the statement behind
    /// it, and the server refuses both with error 1064. Older clients, and MariaDB's, leave the line out.
    ///
    /// Reported where all targets have such a client. The fix puts the blank there.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// --old accounts
    /// DROP USER 'app'@'10.0.0.5';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// -- old accounts
    /// DROP USER 'app'@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 clients; client/mysql.cc.
    DashesWithoutBlank { name: "dashes-without-blank", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
