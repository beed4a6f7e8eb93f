use crate::rules::declare_rule;

declare_rule! {
    /// Something else should stand there.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064. The message names what could have followed.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.5' IDENTIFIED WITH 5;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.5' IDENTIFIED WITH caching_sha2_password;
    /// ```
    ///
    /// ## Source
    ///
    /// The servers' grammars.
    UnexpectedToken { name: "unexpected-token", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
