use crate::rules::declare_rule;

declare_rule! {
    /// A comment is never closed.
    ///
    /// ## What happens
    ///
    /// The client takes everything to the end of the file for the comment. MySQL's sends it, and the server refuses it with error 1064 near the
    /// `/*`. MariaDB's leaves the comment out, sends the rest, and says nothing: the statements in the comment are lost.
    ///
    /// What follows is counted as not analysed.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5' /* no longer used;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5' /* no longer used */;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers and clients.
    UnclosedComment { name: "unclosed-comment", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
