use crate::ast::{ReplicaThread, ReplicationStatement, Text};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name};
use crate::source::Span;

declare_rule! {
    /// A channel of group replication is changed or started by hand.
    ///
    /// ## What the server does
    ///
    /// It refuses that with error 3139. `group_replication_recovery` takes SOURCE_USER and SOURCE_PASSWORD, both channels take
    /// PRIVILEGE_CHECKS_USER, REQUIRE_TABLE_PRIMARY_KEY_CHECK and NETWORK_NAMESPACE; they start and stop with the plugin. TLS is set by
    /// group_replication_recovery_use_ssl.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl', SOURCE_SSL = 1 FOR CHANNEL 'group_replication_recovery';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl' FOR CHANNEL 'group_replication_recovery';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    ReservedChannel {
        name: "reserved-channel", area: Channel, severity: Error, group: Default, since: "0.1.0",
        replication: check, parts: [OddChannelName]
    }
}

/// The channel that new members read from.
const RECOVERY: &str = "group_replication_recovery";
/// The channel that applies what the group sends.
const APPLIER: &str = "group_replication_applier";

/// Whether a channel belongs to group replication.
pub(super) fn is_reserved(name: &str) -> bool {
    [RECOVERY, APPLIER].iter().any(|reserved| name.eq_ignore_ascii_case(reserved))
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let is = |channel: &Option<Text<'_>>, reserved: &str| {
        channel.as_ref().and_then(|name| name.value()).is_some_and(|name| name.eq_ignore_ascii_case(reserved))
    };
    let mut report = |span: Span, message: String| {
        let servers = Behaviour::ReservedChannels.servers();
        if servers.intersects(cx.servers()) {
            cx.report(span, message).on(servers).label("error 3139");
        }
    };
    match statement {
        ReplicationStatement::ChangeSource(it) => {
            let (recovery, applier) = (is(&it.channel, RECOVERY), is(&it.channel, APPLIER));
            let is_taken = |name: Name| match name {
                Name::PrivilegeChecksUser | Name::RequireTablePrimaryKeyCheck | Name::NetworkNamespace => true,
                Name::User | Name::Password => recovery,
                Name::TlsCiphersuites => applier,
                _ => false,
            };
            let refused = it.options.iter().find(|option| (recovery || applier) && !is_taken(option.name));
            if let Some(option) = refused {
                report(option.span, format!("{} cannot be set on a channel of group replication", option.word()));
            }
        }
        ReplicationStatement::Start(it) => {
            let applies_only =
                !it.threads.is_empty() && it.threads.iter().all(|thread| thread.thread == ReplicaThread::Applier);
            if is(&it.channel, RECOVERY) || (is(&it.channel, APPLIER) && !applies_only) {
                report(it.span, "a channel of group replication starts with the plugin".to_owned());
            }
        }
        _ => {}
    }
}
