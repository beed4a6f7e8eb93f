use crate::rules::declare_rule;

declare_rule! {
    /// An ignore comment does not say which rule it is about.
    ///
    /// ## What happens
    ///
    /// Nothing is ignored: a comment that leaves out everything would also leave out what is found tomorrow.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com'; -- replint: ignore
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com'; -- replint: ignore[clear-text-channel]
    /// ```
    ///
    /// ## Source
    ///
    /// replint.
    IgnoreWithoutRule { name: "ignore-without-rule", area: Directive, severity: Warning, group: Default, since: "0.1.0", reading }
}
