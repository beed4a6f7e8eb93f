use crate::rules::declare_rule;

declare_rule! {
    /// The prompt of a client stands before a statement.
    ///
    /// ## What the server does
    ///
    /// It gets the prompt with the statement, and refuses both with error 1064. The text was copied from a session.
    ///
    /// The statement behind the prompt is still read. The fix removes the prompts; what the client printed between two statements is passed over.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// mysql> STOP REPLICA;
    /// ```
    ///
    /// ```sql
    /// MariaDB [(none)]> DROP USER 'app'@'10.0.0.5';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// STOP REPLICA;
    /// ```
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers and clients.
    PromptInScript { name: "prompt-in-script", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
