use crate::rules::declare_rule;

declare_rule! {
    /// A channel option stands under a name that the target no longer knows.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 at the option. MySQL 8.4 removed all names that start with `MASTER_`, also from `CHANGE REPLICATION
    /// SOURCE TO`.
    ///
    /// The message names the release that removed it. The help gives the new name.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO MASTER_HOST = 'db1.example.com';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; MySQL 8.4 Release Notes.
    RemovedOption { name: "removed-option", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
