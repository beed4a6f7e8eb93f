use crate::rules::declare_rule;

declare_rule! {
    /// `DELIMITER` stands alone in its line.
    ///
    /// ## What happens
    ///
    /// The client says so and goes on with the old delimiter, with status 0. Where the line was to bring the semicolon back, all that follows is
    /// sent as one statement.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// DELIMITER
    /// STOP REPLICA;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DELIMITER //
    /// STOP REPLICA//
    /// DELIMITER ;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 clients.
    DelimiterWithoutArgument { name: "delimiter-without-argument", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
