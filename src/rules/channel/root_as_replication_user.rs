use crate::ast::{ChannelValue, ReplicationStatement, Statement};
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A channel connects as root or as an account of the server itself.
    ///
    /// ## What happens
    ///
    /// It hands the replica, its metadata and everybody who can read them the rights of the administrator of the source. A replica needs
    /// REPLICATION SLAVE. The accounts `mysql.sys`, `mysql.session` and `mysql.infoschema` are locked.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'root';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Creating a User for Replication.
    RootAsReplicationUser {
        name: "root-as-replication-user", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        statement: check, parts: [Administrator]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let user = match statement {
        Statement::Replication(ReplicationStatement::ChangeSource(it)) => {
            match it.last(Name::User).map(|option| &option.value) {
                Some(ChannelValue::Text(text)) => text,
                _ => return,
            }
        }
        Statement::Replication(ReplicationStatement::Start(it)) => match &it.user {
            Some(user) => user,
            None => return,
        },
        _ => return,
    };
    if user.value().is_some_and(|name| name == "root" || name.starts_with("mysql.")) {
        cx.report(user.span(), "the channel connects as an administrator")
            .help("give a replication account REPLICATION SLAVE, and nothing else");
    }
}
