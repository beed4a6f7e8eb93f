use crate::ast::{BinaryLogStatus, ChangeSource, ChannelOption, ReplicationStatement, ResetWhat, Spelling, Statement};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, Feature, ServerSet};
use crate::source::Span;

declare_rule! {
    /// A statement has the words MASTER or SLAVE, which a later version does not know.
    ///
    /// ## What the server does
    ///
    /// It warns (1287): SLAVE from MySQL 8.0.22 on, CHANGE MASTER and the MASTER_ options from 8.0.23, RESET MASTER and SHOW MASTER STATUS from
    /// 8.2. MySQL 8.4 knows none of them: error 1064. MariaDB keeps them.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 1;
    /// ```
    ///
    /// ```sql
    /// STOP SLAVE;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1;
    /// ```
    ///
    /// ```sql
    /// STOP REPLICA;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 8.0.22, 8.0.23, 8.2.0 and 8.4.0 release notes.
    DeprecatedReplicationWords { name: "deprecated-replication-words", area: Upgrade, severity: Advice, group: Upgrade, since: "0.1.0", statement: check }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let Statement::Replication(it) = statement else { return };
    match it {
        ReplicationStatement::ChangeSource(it) => change(it, cx),
        ReplicationStatement::Start(it) => slave(it.span, it.spelling, "START REPLICA", cx),
        ReplicationStatement::Stop(it) => slave(it.span, it.spelling, "STOP REPLICA", cx),
        ReplicationStatement::ShowReplicaStatus(it) => slave(it.span, it.spelling, "SHOW REPLICA STATUS", cx),
        ReplicationStatement::Reset(it) => {
            for item in &it.items {
                match &item.what {
                    ResetWhat::Replica { spelling, .. } => slave(item.span, *spelling, "RESET REPLICA", cx),
                    ResetWhat::BinaryLogs { spelling: Spelling::Legacy, .. } => {
                        let known = Feature::ResetBinaryLogs.servers();
                        master(item.span, "RESET BINARY LOGS AND GTIDS", known, cx);
                    }
                    _ => {}
                }
            }
        }
        ReplicationStatement::ShowBinaryLogStatus(it) if it.form == BinaryLogStatus::Master => {
            master(it.span, "SHOW BINARY LOG STATUS", Feature::ShowBinaryLogStatus.servers(), cx);
        }
        _ => {}
    }
}

fn slave(span: Span, spelling: Spelling, instead: &str, cx: &mut Context<'_>) {
    let warning = cx.servers() & Behaviour::DeprecatesSlave.servers();
    if spelling == Spelling::Legacy && !warning.is_empty() {
        cx.report(span, "the word SLAVE is gone in a later version").on(warning).help(format!("write {instead}"));
    }
}

fn master(span: Span, instead: &str, known: ServerSet, cx: &mut Context<'_>) {
    let warning = cx.servers() & Behaviour::DeprecatesResetMaster.servers() & known;
    if !warning.is_empty() {
        cx.report(span, "the word MASTER is gone in a later version").on(warning).help(format!("write {instead}"));
    }
}

fn change(it: &ChangeSource<'_>, cx: &mut Context<'_>) {
    let legacy: Vec<_> = it.options.iter().filter(|option| option.spelling == Spelling::Legacy).collect();
    let is_renamed = |option: &&&ChannelOption<'_>| option.name.legacy() != Some(option.name.current());
    let renamed: Vec<_> = legacy.iter().filter(is_renamed).collect();
    let warning = cx.servers() & Behaviour::DeprecatesChangeMaster.servers();
    if warning.is_empty() || (it.spelling == Spelling::Current && renamed.is_empty()) {
        return;
    }
    let edits = renamed.iter().map(|option| (option.name_span, option.name.current().to_owned())).collect();
    let at = renamed.first().filter(|_| it.spelling == Spelling::Current).map_or(it.span, |option| option.name_span);
    let finding = cx.report(at, "CHANGE MASTER and the MASTER_ options are gone in a later version").on(warning);
    match it.spelling {
        Spelling::Legacy => _ = finding.help("write CHANGE REPLICATION SOURCE TO, and SOURCE_ for MASTER_"),
        Spelling::Current => _ = finding.help("write SOURCE_ for MASTER_").safe_fix(edits),
    }
}
