use crate::rules::declare_rule;

declare_rule! {
    /// The sixth digit of a version in an executable comment is read as code.
    ///
    /// ## What the server does
    ///
    /// MySQL up to 8.0 takes five digits behind `/*!`. Of `/*!080014` it takes 08001, a version that it has, and reads `4` as the start of the
    /// code: error 1064. Newer releases take six digits if a blank follows, MariaDB takes six always.
    ///
    /// The fix writes the version with five digits, which all servers read the same; or `/*M!` where the six digits can only be a version of
    /// MariaDB; or a blank behind the digits.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// ALTER USER 'app'@'10.0.0.5' /*!080019 FAILED_LOGIN_ATTEMPTS 3 */;
    /// ```
    ///
    /// ```sql
    /// /*!100500 STOP ALL SLAVES */;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// ALTER USER 'app'@'10.0.0.5' /*!80019 FAILED_LOGIN_ATTEMPTS 3 */;
    /// ```
    ///
    /// ```sql
    /// /*M!100500 STOP ALL SLAVES */;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers; consume_comment in sql/sql_lex.cc.
    VersionCommentDigits { name: "version-comment-digits", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
