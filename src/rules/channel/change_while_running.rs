use crate::ast::{ReplicationStatement, ResetWhat};
use crate::model::{Channel, Place, Thread};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ChangedThread, ServerSet};
use crate::source::Span;

declare_rule! {
    /// A channel is changed or reset while it runs.
    ///
    /// ## What the server does
    ///
    /// It refuses that. MySQL before 5.7.4 and MariaDB want both threads stopped (error 1198). Since MySQL 5.7.4 the receiver must be
    /// stopped for options of the connection (3021), the applier for those about applying and for filters (3085), both for
    /// SOURCE_AUTO_POSITION and the like and for RESET REPLICA (3081).
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 60 FOR CHANNEL 'east';
    /// START REPLICA FOR CHANNEL 'east';
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl' FOR CHANNEL 'east';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 60 FOR CHANNEL 'east';
    /// START REPLICA FOR CHANNEL 'east';
    /// STOP REPLICA FOR CHANNEL 'east';
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl' FOR CHANNEL 'east';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    ChangeWhileRunning {
        name: "change-while-running", area: Channel, severity: Error, group: Default, since: "0.1.0",
        replication: check, parts: [Change, Filter, Reset]
    }
}

fn check(statement: &ReplicationStatement<'_>, cx: &mut Context<'_>) {
    let run = cx.run();
    match statement {
        ReplicationStatement::ChangeSource(it) => {
            let Some(channel) = run.channel_of(it.connection.as_ref(), it.channel.as_ref()) else { return };
            let about = |thread| it.options.iter().any(|option| option.name.facts().thread == thread);
            let both = about(ChangedThread::Both);
            let needs = (both || about(ChangedThread::Receiver), both || about(ChangedThread::Applier));
            report(it.span, channel, needs, cx);
        }
        ReplicationStatement::ChangeFilter(it) => {
            let is_meant = |channel: &&Channel| match &it.channel {
                None => true,
                Some(name) => name.value().is_some_and(|name| name.eq_ignore_ascii_case(channel.name())),
            };
            let running =
                run.running_channels().filter(is_meant).find(|channel| matches!(channel.applier(), Thread::Running(_)));
            running.into_iter().for_each(|channel| report(it.span, channel, (false, true), cx));
        }
        ReplicationStatement::Reset(it) => {
            for item in &it.items {
                let ResetWhat::Replica { connection, channel, .. } = &item.what else { continue };
                let named = run.channel_of(connection.as_ref(), channel.as_ref());
                // Without a name MySQL resets all of them.
                let is_any = connection.is_none() && channel.is_none() && !cx.servers().is_mariadb();
                let any = run.running_channels().find(|_| is_any);
                any.or(named).into_iter().for_each(|channel| report(item.span, channel, (true, true), cx));
            }
        }
        _ => {}
    }
}

/// The threads that must not run: the receiver, the applier.
fn report(span: Span, channel: &Channel, (receiver, applier): (bool, bool), cx: &mut Context<'_>) {
    let running = |thread: &Thread| if let Thread::Running(place) = thread { Some(place.clone()) } else { None };
    let (reads, applies) = (running(channel.receiver()), running(channel.applier()));
    let meant: Option<Place> = reads.clone().filter(|_| receiver).or(applies.clone().filter(|_| applier));
    let (place, servers) = match (meant, reads.or(applies)) {
        (Some(place), _) => (place, ServerSet::ALL),
        (None, Some(place)) => (place, ServerSet::ALL - Behaviour::OneThreadMayRun.servers()),
        (None, None) => return,
    };
    if servers.intersects(cx.servers()) {
        let first = Span::new(span.start, span.start + 6.min(span.end - span.start));
        cx.report(first, "the channel is running here")
            .on(servers)
            .label("refused: error 1198, 3021, 3081 or 3085")
            .also(&place, "it was started here")
            .help("stop it before, and start it again behind");
    }
}
