use crate::rules::declare_rule;

declare_rule! {
    /// The statement has the right form, and what it says is refused all the same.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 while it reads it, though each word stands where it may: the grammar is wider than what the server
    /// does with it.
    ///
    /// The message says what does not fit together.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// GRANT SELECT TO 'app'@'10.0.0.5';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// GRANT SELECT ON app.* TO 'app'@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; sql/sql_yacc.yy.
    RefusedBehindGrammar { name: "refused-behind-grammar", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
