//! The tree to SQL: canonical spelling, quotes only where they are needed.

mod account;
mod account_options;
mod alter_user;
mod change;
mod group;
mod identification;
mod name;
mod printer;
mod privilege;
mod purge;
mod quote;
mod replica;
mod role;
mod set;
mod spelling;

use super::{AccountStatement, PrivilegeStatement, ReplicationStatement, Statement};
use crate::lexer::SqlMode;
use crate::server::ServerSet;
use printer::Printer;

/// How [`print()`] writes a tree: for whom, under which `sql_mode`, and whether secrets may be seen.
///
/// ```
/// use replint::ast::{PrintOptions, print};
/// use replint::{ParseOptions, parse_statement};
///
/// let parsed = parse_statement("create user `repl`@\"%\" identified by 'example'", &ParseOptions::default());
/// let statement = parsed.statement.unwrap();
/// assert_eq!(print(&statement, &PrintOptions::masked(parsed.accepted)), b"CREATE USER repl@'%' IDENTIFIED BY <secret>");
/// assert_eq!(print(&statement, &PrintOptions::exposed(parsed.accepted)), b"CREATE USER repl@'%' IDENTIFIED BY 'example'");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintOptions {
    /// The servers that are to read the text. Words and quotes are chosen so that all of them know them, where there are such.
    pub servers: ServerSet,
    /// The `sql_mode` under which they read it.
    pub sql_mode: SqlMode,
    /// What becomes of passwords, hashes and challenges.
    pub secrets: Secrets,
}

/// What [`print()`] makes of a [`Secret`](super::Secret).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrets {
    /// `<secret>` stands for each: good for reading, no server takes it.
    Masked,
    /// They are in the text. Write it only to where the secrets came from, or to a server.
    Exposed,
}

impl PrintOptions {
    /// With `<secret>` for every secret.
    pub const fn masked(servers: ServerSet) -> Self {
        Self::new(servers, Secrets::Masked)
    }

    /// With the secrets themselves.
    pub const fn exposed(servers: ServerSet) -> Self {
        Self::new(servers, Secrets::Exposed)
    }

    const fn new(servers: ServerSet, secrets: Secrets) -> Self {
        let sql_mode = SqlMode { ansi_quotes: false, no_backslash_escapes: false, ignore_space: false };
        Self { servers, sql_mode, secrets }
    }
}

/// A statement as SQL, without a `;`: keywords in upper case, one space between words, names quoted only where that is needed or may matter, every value and host
/// between single quotes. Numbers and placeholders stay as they were written.
///
/// Parsed again by one of the servers that accepted it, the text gives an equal tree. Where a thing has two words, the one that was written stays if
/// all of the servers know it; otherwise it is the one that they know. The text is bytes because values need not be UTF-8.
pub fn print(statement: &Statement<'_>, options: &PrintOptions) -> Vec<u8> {
    let mut printer = Printer::new(options);
    statement.print(&mut printer);
    printer.finish()
}

/// A node that can be written as SQL.
trait Print {
    fn print(&self, to: &mut Printer<'_>);
}

impl Print for Statement<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            Statement::Replication(it) => it.print(to),
            Statement::Account(it) => it.print(to),
            Statement::Privilege(it) => it.print(to),
            Statement::Set(it) => it.print(to),
        }
    }
}

impl Print for ReplicationStatement<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            ReplicationStatement::ChangeSource(it) => it.print(to),
            ReplicationStatement::ChangeFilter(it) => it.print(to),
            ReplicationStatement::Start(it) => it.print(to),
            ReplicationStatement::Stop(it) => it.print(to),
            ReplicationStatement::StartGroup(it) => it.print(to),
            ReplicationStatement::StopGroup(it) => it.print(to),
            ReplicationStatement::Reset(it) => it.print(to),
            ReplicationStatement::PurgeBinaryLogs(it) => it.print(to),
            ReplicationStatement::ShowBinaryLogs(it) => it.print(to),
            ReplicationStatement::ShowReplicaStatus(it) => it.print(to),
            ReplicationStatement::ShowReplicas(it) => it.print(to),
            ReplicationStatement::ShowBinaryLogStatus(it) => it.print(to),
        }
    }
}

impl Print for AccountStatement<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            AccountStatement::CreateUser(it) => it.print(to),
            AccountStatement::AlterUser(it) => it.print(to),
            AccountStatement::DropUser(it) => it.print(to),
            AccountStatement::RenameUser(it) => it.print(to),
            AccountStatement::ShowCreateUser(it) => it.print(to),
            AccountStatement::SetPassword(it) => set(it, to),
            AccountStatement::CreateRole(it) => it.print(to),
            AccountStatement::DropRole(it) => it.print(to),
            AccountStatement::SetRole(it) => set(it, to),
            AccountStatement::SetDefaultRole(it) => set(it, to),
        }
    }
}

/// What may also be an element of SET among others.
fn set(item: &impl Print, to: &mut Printer<'_>) {
    to.words("SET");
    item.print(to);
}

impl Print for PrivilegeStatement<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            PrivilegeStatement::Grant(it) => it.print(to),
            PrivilegeStatement::Revoke(it) => it.print(to),
            PrivilegeStatement::ShowGrants(it) => it.print(to),
        }
    }
}
