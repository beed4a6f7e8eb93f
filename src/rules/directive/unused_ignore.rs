use crate::rules::declare_rule;

declare_rule! {
    /// An ignore comment leaves nothing out.
    ///
    /// ## What happens
    ///
    /// Nothing. The finding is gone, or the comment belongs to another statement. A rule that is not asked in this run is not called unused.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// -- replint: ignore[clear-text-channel]
    /// STOP REPLICA;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// STOP REPLICA;
    /// ```
    ///
    /// ## Source
    ///
    /// replint.
    UnusedIgnore { name: "unused-ignore", area: Directive, severity: Advice, group: Default, since: "0.1.0", reading }
}
