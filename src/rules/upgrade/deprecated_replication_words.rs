use crate::ast::{
    BinaryLogStatus, ChangeSource, ChannelOption, ReplicaHosts, ReplicationStatement, ResetWhat, Spelling, Statement,
    UntilKind,
};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name, ServerSet};
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
    /// START SLAVE UNTIL MASTER_LOG_FILE = 'binlog.000007', MASTER_LOG_POS = 4;
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
    let span = statement.span();
    if cx.is_refused_somewhere() {
        return;
    }
    match it {
        ReplicationStatement::ChangeSource(it) => change(it, cx),
        ReplicationStatement::Start(it) => {
            let conditions = it.until.iter().filter(|it| it.spelling == Spelling::Legacy);
            let renamed = conditions.filter_map(|it| Some((it.name_span, current(it.kind)?.to_owned()))).collect();
            slave(span, it.spelling, it.word, "REPLICA", renamed, cx);
        }
        ReplicationStatement::Stop(it) => slave(span, it.spelling, it.word, "REPLICA", Vec::new(), cx),
        ReplicationStatement::ShowReplicaStatus(it) => slave(span, it.spelling, it.word, "REPLICA", Vec::new(), cx),
        ReplicationStatement::ShowReplicas(it) if it.form == ReplicaHosts::SlaveHosts => {
            slave(span, Spelling::Legacy, it.word, "REPLICAS", Vec::new(), cx);
        }
        ReplicationStatement::Reset(it) => {
            for item in &it.items {
                match &item.what {
                    ResetWhat::Replica { spelling, word, .. } => {
                        slave(item.span, *spelling, *word, "REPLICA", Vec::new(), cx);
                    }
                    ResetWhat::BinaryLogs { spelling: Spelling::Legacy, word, .. } => {
                        master(item.span, *word, "BINARY LOGS AND GTIDS", cx);
                    }
                    _ => {}
                }
            }
        }
        ReplicationStatement::ShowBinaryLogStatus(it) if it.form == BinaryLogStatus::Master => {
            master(span, it.word, "BINARY LOG", cx);
        }
        _ => {}
    }
}

/// The name of a condition of UNTIL that took the place of another.
fn current(kind: UntilKind) -> Option<&'static str> {
    match kind {
        UntilKind::SourceLogFile => Some(Name::LogFile.current()),
        UntilKind::SourceLogPos => Some(Name::LogPos.current()),
        _ => None,
    }
}

fn slave(
    span: Span,
    spelling: Spelling,
    word: Span,
    instead: &str,
    mut edits: Vec<(Span, String)>,
    cx: &mut Context<'_>,
) {
    let warning = cx.servers() & Behaviour::DeprecatesSlave.servers();
    if spelling == Spelling::Legacy {
        edits.insert(0, (word, instead.to_owned()));
    }
    if edits.is_empty() || warning.is_empty() {
        return;
    }
    let message = if spelling == Spelling::Legacy {
        "the word SLAVE is gone in a later version"
    } else {
        "the MASTER_ options are gone in a later version"
    };
    let help = format!("write {}", edits[0].1);
    report(span, message, &help, (warning, edits), cx);
}

fn master(span: Span, word: Span, instead: &str, cx: &mut Context<'_>) {
    let warning = cx.servers() & Behaviour::DeprecatesResetMaster.servers();
    if !warning.is_empty() {
        let edits = vec![(word, instead.to_owned())];
        report(span, "the word MASTER is gone in a later version", &format!("write {instead}"), (warning, edits), cx);
    }
}

fn change(it: &ChangeSource<'_>, cx: &mut Context<'_>) {
    let is_renamed = |option: &&ChannelOption<'_>| {
        option.spelling == Spelling::Legacy && option.name.legacy() != Some(option.name.current())
    };
    let renamed = it.options.iter().filter(is_renamed);
    let mut edits: Vec<_> = renamed.map(|option| (option.name_span, option.name.current().to_owned())).collect();
    let warning = cx.servers() & Behaviour::DeprecatesChangeMaster.servers();
    if it.spelling == Spelling::Legacy {
        edits.insert(0, (it.word, "REPLICATION SOURCE".to_owned()));
    }
    if edits.is_empty() || warning.is_empty() {
        return;
    }
    let at = if it.spelling == Spelling::Legacy { it.span } else { edits[0].0 };
    let help = "write CHANGE REPLICATION SOURCE TO, and SOURCE_ for MASTER_";
    report(at, "CHANGE MASTER and the MASTER_ options are gone in a later version", help, (warning, edits), cx);
}

/// Reports it, with the edits if every server at hand knows the new words.
fn report(
    at: Span,
    message: &str,
    help: &str,
    (warning, edits): (ServerSet, Vec<(Span, String)>),
    cx: &mut Context<'_>,
) {
    let all_know = cx.servers().is_subset(warning);
    let finding = cx.report(at, message).on(warning).help(help);
    if all_know {
        finding.safe_fix(edits);
    }
}
