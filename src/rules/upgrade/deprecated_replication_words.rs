use crate::ast::{ReplicationStatement, ResetWhat, Spelling, Statement};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ServerSet};
use crate::source::Span;
use crate::upgrade::replication_words;

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
    let deprecating = [Behaviour::DeprecatesChangeMaster, Behaviour::DeprecatesSlave, Behaviour::DeprecatesResetMaster];
    if cx.is_refused_somewhere() || !deprecating.iter().any(|it| it.servers().intersects(cx.servers())) {
        return;
    }
    let span = statement.span();
    let words = replication_words(it, cx.servers());
    match it {
        ReplicationStatement::ChangeSource(it) => {
            let warning = cx.servers() & Behaviour::DeprecatesChangeMaster.servers();
            let at =
                if it.spelling == Spelling::Legacy { it.span } else { words.first().map_or(it.span, |word| word.0) };
            let message = "CHANGE MASTER and the MASTER_ options are gone in a later version";
            report(at, message, "write CHANGE REPLICATION SOURCE TO, and SOURCE_ for MASTER_", warning, &words, cx);
        }
        ReplicationStatement::Reset(it) => {
            for item in &it.items {
                let inside = |span: &Span| item.span.start <= span.start && span.end <= item.span.end;
                let words: Vec<_> = words.iter().copied().filter(|(span, _)| inside(span)).collect();
                match &item.what {
                    ResetWhat::Replica { .. } => slave(item.span, &words, cx),
                    ResetWhat::BinaryLogs { .. } => master(item.span, &words, cx),
                    _ => {}
                }
            }
        }
        ReplicationStatement::ShowBinaryLogStatus(_) => master(span, &words, cx),
        ReplicationStatement::Start(_)
        | ReplicationStatement::Stop(_)
        | ReplicationStatement::ShowReplicaStatus(_)
        | ReplicationStatement::ShowReplicas(_) => slave(span, &words, cx),
        _ => {}
    }
}

fn slave(span: Span, words: &[(Span, &'static str)], cx: &mut Context<'_>) {
    let warning = cx.servers() & Behaviour::DeprecatesSlave.servers();
    let Some((_, first)) = words.first() else { return };
    let message = match *first {
        word if word.starts_with("REPLICA") => "the word SLAVE is gone in a later version",
        _ => "the MASTER_ options are gone in a later version",
    };
    report(span, message, &format!("write {first}"), warning, words, cx);
}

fn master(span: Span, words: &[(Span, &'static str)], cx: &mut Context<'_>) {
    let warning = cx.servers() & Behaviour::DeprecatesResetMaster.servers();
    let Some((_, first)) = words.first() else { return };
    report(span, "the word MASTER is gone in a later version", &format!("write {first}"), warning, words, cx);
}

/// Reports it, with the edits if every server at hand warns.
fn report(
    at: Span,
    message: &str,
    help: &str,
    warning: ServerSet,
    words: &[(Span, &'static str)],
    cx: &mut Context<'_>,
) {
    if words.is_empty() || warning.is_empty() {
        return;
    }
    let all_warn = cx.servers().is_subset(warning);
    let finding = cx.report(at, message).on(warning).help(help);
    if all_warn {
        finding.safe_fix(words.iter().map(|(span, word)| (*span, (*word).to_owned())).collect());
    }
}
