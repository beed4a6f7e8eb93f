use crate::rules::declare_rule;

declare_rule! {
    /// A command that the client of MySQL 9.7 does not take from a file.
    ///
    /// ## What happens
    ///
    /// The client of MySQL 9.7 takes commands from a terminal only, unless it is called with `--commands`. In a file it knows `DELIMITER` and `\C`.
    /// At `\G`, `\.` or `\!` it stops with "Unknown command", and what stands before it in the statement is not sent. `source`, `exit` and `use`
    /// without a semicolon go to the server together with the next statement: error 1064.
    ///
    /// Reported where a target is MySQL 9.7 or later. The fix puts a semicolon in place of `\G`; the rows then come in columns.
    ///
    /// ## Target
    ///
    /// mysql-9.7
    ///
    /// ## Bad
    ///
    /// ```sql
    /// SHOW REPLICA STATUS\G
    /// ```
    ///
    /// ```sql
    /// use app
    /// STOP REPLICA;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// SHOW REPLICA STATUS;
    /// ```
    ///
    /// ```sql
    /// use app;
    /// STOP REPLICA;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 clients; it is not known which 9.x release was the first.
    ClientCommandInBatch { name: "client-command-in-batch", area: Syntax, severity: Warning, group: Default, since: "0.1.0", reading }
}
