use crate::rules::declare_rule;

declare_rule! {
    /// An ignore comment names a rule that does not exist.
    ///
    /// ## What happens
    ///
    /// Nothing is ignored. A name may be mistyped, or the rule was renamed.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// -- replint: ignore[clear-text-chanel] a tunnel protects it
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// -- replint: ignore[clear-text-channel] a tunnel protects it
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com';
    /// ```
    ///
    /// ## Source
    ///
    /// replint.
    UnknownIgnoredRule { name: "unknown-ignored-rule", area: Directive, severity: Warning, group: Default, since: "0.1.0", reading }
}
