use crate::rules::declare_rule;

declare_rule! {
    /// The statement uses something that the target does not have yet.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 where the new word stands.
    ///
    /// The message names the word and the first release that has it, the help an older way to say the same if there is one. Of several targets
    /// those are named that refuse the statement.
    ///
    /// ## Target
    ///
    /// mysql-5.7
    ///
    /// ## Bad
    ///
    /// ```sql
    /// START REPLICA;
    /// ```
    ///
    /// ```sql
    /// ALTER USER 'app'@'10.0.0.5' PASSWORD REQUIRE CURRENT;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// START SLAVE;
    /// ```
    ///
    /// ```sql
    /// ALTER USER 'app'@'10.0.0.5' PASSWORD EXPIRE;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers; the releases stand in `grammar/features.tsv`.
    NeedsNewerServer { name: "needs-newer-server", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
