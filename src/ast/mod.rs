//! The typed tree: what was written, and what it means.
//!
//! One struct a statement, one enum a family; every node and every leaf has the [`Span`] of its text, in bytes of the statement.

mod account;
mod content;
mod group;
#[cfg(feature = "serde")]
mod json;
pub(crate) mod mention;
mod node;
mod print;
mod privilege;
mod purge;
mod replication;
mod role;
mod set;
mod text;

pub use account::*;
pub use content::{Content, Part};
pub use group::*;
#[cfg(feature = "serde")]
pub use json::{ParseDocument, ServerRange, StatementEntry};
pub use node::{Node, Visit};
pub use print::{PrintOptions, Secrets, print};
pub use privilege::*;
pub use purge::*;
pub use replication::*;
pub use role::*;
pub use set::*;
pub(crate) use text::Raw;
pub use text::{Number, Quote, Secret, Text};

use crate::source::Span;
use node::node;

node! {
    /// A statement that sets up replication or accounts.
    pub enum Statement<'s> {
        /// Channels, groups, binary logs.
        Replication(ReplicationStatement<'s>),
        /// Accounts and roles.
        Account(AccountStatement<'s>),
        /// Privileges.
        Privilege(PrivilegeStatement<'s>),
        /// Variables.
        Set(SetVariables<'s>),
    }
}

node! {
    /// The statements about channels, groups and binary logs.
    pub enum ReplicationStatement<'s> {
        /// CHANGE MASTER TO, CHANGE REPLICATION SOURCE TO
        ChangeSource(ChangeSource<'s>),
        /// CHANGE REPLICATION FILTER
        ChangeFilter(ChangeReplicationFilter<'s>),
        /// START REPLICA
        Start(Box<StartReplica<'s>>),
        /// STOP REPLICA
        Stop(StopReplica<'s>),
        /// START GROUP_REPLICATION
        StartGroup(StartGroupReplication<'s>),
        /// STOP GROUP_REPLICATION
        StopGroup(StopGroupReplication),
        /// RESET
        Reset(Reset<'s>),
        /// PURGE BINARY LOGS
        PurgeBinaryLogs(PurgeBinaryLogs<'s>),
        /// SHOW BINARY LOGS
        ShowBinaryLogs(ShowBinaryLogs),
        /// SHOW REPLICA STATUS
        ShowReplicaStatus(ShowReplicaStatus<'s>),
        /// SHOW REPLICAS
        ShowReplicas(ShowReplicas),
        /// SHOW BINARY LOG STATUS
        ShowBinaryLogStatus(ShowBinaryLogStatus),
    }
}

node! {
    /// The statements about accounts and roles.
    pub enum AccountStatement<'s> {
        /// CREATE USER
        CreateUser(CreateUser<'s>),
        /// ALTER USER
        AlterUser(AlterUser<'s>),
        /// DROP USER
        DropUser(DropUser<'s>),
        /// RENAME USER
        RenameUser(RenameUser<'s>),
        /// SHOW CREATE USER
        ShowCreateUser(ShowCreateUser<'s>),
        /// SET PASSWORD
        SetPassword(SetPassword<'s>),
        /// CREATE ROLE
        CreateRole(CreateRole<'s>),
        /// DROP ROLE
        DropRole(DropRole<'s>),
        /// SET ROLE
        SetRole(SetRole<'s>),
        /// SET DEFAULT ROLE
        SetDefaultRole(SetDefaultRole<'s>),
    }
}

node! {
    /// The statements about privileges.
    pub enum PrivilegeStatement<'s> {
        /// GRANT
        Grant(Grant<'s>),
        /// REVOKE
        Revoke(Revoke<'s>),
        /// SHOW GRANTS
        ShowGrants(ShowGrants<'s>),
    }
}

impl Statement<'_> {
    /// Where it stands in its text.
    pub fn span(&self) -> Span {
        match self {
            Statement::Replication(statement) => match statement {
                ReplicationStatement::ChangeSource(it) => it.span,
                ReplicationStatement::ChangeFilter(it) => it.span,
                ReplicationStatement::Start(it) => it.span,
                ReplicationStatement::Stop(it) => it.span,
                ReplicationStatement::StartGroup(it) => it.span,
                ReplicationStatement::StopGroup(it) => it.span,
                ReplicationStatement::Reset(it) => it.span,
                ReplicationStatement::PurgeBinaryLogs(it) => it.span,
                ReplicationStatement::ShowBinaryLogs(it) => it.span,
                ReplicationStatement::ShowReplicaStatus(it) => it.span,
                ReplicationStatement::ShowReplicas(it) => it.span,
                ReplicationStatement::ShowBinaryLogStatus(it) => it.span,
            },
            Statement::Account(statement) => match statement {
                AccountStatement::CreateUser(it) => it.span,
                AccountStatement::AlterUser(it) => it.span,
                AccountStatement::DropUser(it) => it.span,
                AccountStatement::RenameUser(it) => it.span,
                AccountStatement::ShowCreateUser(it) => it.span,
                AccountStatement::SetPassword(it) => it.span,
                AccountStatement::CreateRole(it) => it.span,
                AccountStatement::DropRole(it) => it.span,
                AccountStatement::SetRole(it) => it.span,
                AccountStatement::SetDefaultRole(it) => it.span,
            },
            Statement::Privilege(PrivilegeStatement::Grant(it)) => it.span,
            Statement::Privilege(PrivilegeStatement::Revoke(it)) => it.span,
            Statement::Privilege(PrivilegeStatement::ShowGrants(it)) => it.span,
            Statement::Set(it) => it.span,
        }
    }
}
