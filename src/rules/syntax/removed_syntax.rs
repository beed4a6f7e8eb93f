use crate::rules::declare_rule;

declare_rule! {
    /// The statement or a clause of it is gone from the target.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 where the removed word stands. MySQL 8.4 no longer has `CHANGE MASTER TO`, `START SLAVE`, `SHOW
    /// MASTER STATUS` and their kin, MySQL 8.0.11 no longer `GRANT … IDENTIFIED BY`.
    ///
    /// The message names the release that removed it. The help gives the words that took its place.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// STOP SLAVE;
    /// ```
    ///
    /// ```sql
    /// RESET MASTER;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// STOP REPLICA;
    /// ```
    ///
    /// ```sql
    /// RESET BINARY LOGS AND GTIDS;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; MySQL 8.4 Release Notes.
    RemovedSyntax { name: "removed-syntax", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
