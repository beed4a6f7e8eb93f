use crate::rules::declare_rule;

declare_rule! {
    /// The statement uses something that only MySQL, or only MariaDB, has.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 where the foreign word stands. No later release is going to take it.
    ///
    /// The message names the flavour that has it.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_AUTO_POSITION = 1;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_USE_GTID = slave_pos;
    /// ```
    ///
    /// ## Source
    ///
    /// MariaDB 10.11.19 and MySQL 9.7.4 servers.
    OtherFlavour { name: "other-flavour", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
