use crate::rules::declare_rule;

declare_rule! {
    /// A name stands in the quotes of a string.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 at the quote. Databases, tables and columns are names: they stand in backquotes, or without quotes.
    /// Under `sql_mode` ANSI_QUOTES double quotes are those of a name too.
    ///
    /// The fix puts backquotes in their place.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// GRANT SELECT ON 'app'.* TO 'report'@'10.0.0.5';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION FILTER REPLICATE_DO_DB = ('app');
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// GRANT SELECT ON `app`.* TO 'report'@'10.0.0.5';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION FILTER REPLICATE_DO_DB = (app);
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    NameInQuotes { name: "name-in-quotes", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
