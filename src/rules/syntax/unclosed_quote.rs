use crate::rules::declare_rule;

declare_rule! {
    /// A quote is never closed.
    ///
    /// ## What happens
    ///
    /// The client takes everything to the end of the file for the text, and sends it as one statement. The server refuses that with error 1064 near
    /// the quote; no statement behind it runs.
    ///
    /// The message stands where the quote opens, and names a typographic quote behind it that was meant to close it. The quote to blame may be an
    /// earlier one: where one is missing, the texts behind it are turned inside out. What follows is counted as not analysed.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers and clients.
    UnclosedQuote { name: "unclosed-quote", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
