use crate::rules::declare_rule;

declare_rule! {
    /// A comment speaks to replint and is not understood.
    ///
    /// ## What happens
    ///
    /// Nothing. replint knows `ignore[rule] reason`, about the statement that the comment stands in, behind or before, and `ignore-file[rule] reason`
    /// before the first statement.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// -- replint: disable tls
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// -- replint: ignore-file[clear-text-channel] the test network
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com';
    /// ```
    ///
    /// ## Source
    ///
    /// replint.
    UnknownDirective { name: "unknown-directive", area: Directive, severity: Warning, group: Default, since: "0.1.0", reading }
}
