use crate::ast::{ReplicaThread, ReplicationStatement};
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// START REPLICA gives credentials and does not start the receiver.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1763: only the receiver connects to the source.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// START REPLICA SQL_THREAD USER = 'repl' PASSWORD = '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// START REPLICA IO_THREAD USER = 'repl' PASSWORD = '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    StartCredentialsWithoutReceiver {
        name: "start-credentials-without-receiver", area: Channel, severity: Error, group: Default, since: "0.1.0",
        replication: check, parts: [StartCredentials]
    }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let ReplicationStatement::Start(start) = statement else { return };
    let texts = [&start.user, &start.default_auth, &start.plugin_dir].into_iter().flatten().map(|text| text.span());
    let given = texts.chain(start.password.as_ref().map(|secret| secret.span())).min();
    let threads = &start.threads;
    let is_applier_only = !threads.is_empty() && threads.iter().all(|thread| thread.thread == ReplicaThread::Applier);
    if let (Some(span), Some(thread), true) = (given, threads.first(), is_applier_only) {
        cx.report(span, "credentials are of use only to the receiver")
            .label("error 1763")
            .also(thread.span, "only this is started");
    }
}
