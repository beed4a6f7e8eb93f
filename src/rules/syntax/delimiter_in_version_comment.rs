use crate::rules::declare_rule;

declare_rule! {
    /// A semicolon stands before the end of an executable comment.
    ///
    /// ## What happens
    ///
    /// The clients cut the statement at the semicolon. The server gets a comment without its end, and refuses it with error 1064; the `*/` then
    /// spoils the statement behind it.
    ///
    /// Reported in statements about replication and accounts. The fix puts the semicolon behind the `*/`. A semicolon in quotes is none, nor is one
    /// under another delimiter.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// /*!50706 DROP USER IF EXISTS 'app'@'10.0.0.5'; */
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// /*!50706 DROP USER IF EXISTS 'app'@'10.0.0.5' */;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 clients, MySQL 5.6.24 server; add_line in client/mysql.cc.
    DelimiterInVersionComment { name: "delimiter-in-version-comment", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
