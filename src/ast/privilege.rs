//! Privileges: GRANT, REVOKE and SHOW GRANTS.

use super::node::{node, word_node};
use super::{Account, Require, ResourceLimit, Role, RoleSelection, Text, UserSpecification};
use crate::server::StaticPrivilege;
use crate::source::Span;

node! {
    /// `GRANT`
    pub struct Grant<'s> {
        /// All of it.
        span: Span,
        /// What is granted.
        what: Granted<'s>,
        /// To whom.
        grantees: Vec<UserSpecification<'s>>,
        /// `REQUIRE …`: MySQL before 8.0, MariaDB
        require: Option<Require<'s>>,
        /// `WITH GRANT OPTION`, `WITH ADMIN OPTION`
        with_option: Option<Span>,
        /// `WITH MAX_… n`: MySQL before 8.0, MariaDB
        limits: Vec<ResourceLimit<'s>>,
        /// `AS user WITH ROLE …`
        as_user: Option<Box<GrantAs<'s>>>,
    }
}

node! {
    /// What GRANT grants and REVOKE revokes.
    pub enum Granted<'s> {
        /// Privileges on an object.
        Privileges {
            /// Which ones.
            privileges: Privileges<'s>,
            /// Where.
            on: GrantObject<'s>,
        },
        /// Roles.
        Roles(Vec<Role<'s>>),
        /// `PROXY ON user`
        Proxy(Account<'s>),
        /// `ALL PRIVILEGES, GRANT OPTION`, of REVOKE only
        AllAndGrantOption,
    }
}

node! {
    /// A list of privileges.
    pub enum Privileges<'s> {
        /// `ALL [PRIVILEGES]`
        All,
        /// One by one.
        List(Vec<Privilege<'s>>),
    }
}

node! {
    /// One privilege, perhaps on columns.
    pub struct Privilege<'s> {
        /// All of it.
        span: Span,
        /// Which one.
        name: PrivilegeName<'s>,
        /// Its columns.
        columns: Vec<Text<'s>>,
    }
}

node! {
    /// The name of a privilege.
    pub enum PrivilegeName<'s> {
        /// One that the grammar has.
        Static(StaticPrivilege),
        /// MySQL's dynamic privileges, known by name at execution.
        Dynamic(Text<'s>),
    }
}

node! {
    /// `TABLE db.name`
    pub struct GrantObject<'s> {
        /// All of it.
        span: Span,
        /// The kind of object, if written.
        kind: Option<ObjectKind>,
        /// Its name.
        level: PrivilegeLevel<'s>,
    }
}

word_node! {
    /// A kind of object.
    pub enum ObjectKind {
        /// `TABLE`
        Table,
        /// `FUNCTION`
        Function,
        /// `PROCEDURE`
        Procedure,
        /// `LIBRARY`: MySQL 9.2
        Library,
        /// `PACKAGE`: MariaDB
        Package,
        /// `PACKAGE BODY`: MariaDB
        PackageBody,
    }
}

node! {
    /// The level of a grant.
    pub enum PrivilegeLevel<'s> {
        /// `*.*`
        Global,
        /// `db.*`
        Database(Text<'s>),
        /// `*`: all of the default database
        DefaultDatabase,
        /// `name`: in the default database
        Object(Text<'s>),
        /// `db.name`
        QualifiedObject {
            /// The database.
            database: Text<'s>,
            /// The object.
            object: Text<'s>,
        },
    }
}

node! {
    /// `AS user [WITH ROLE …]`
    pub struct GrantAs<'s> {
        /// All of it.
        span: Span,
        /// The account whose privileges the grant is checked with.
        account: Account<'s>,
        /// Its roles.
        roles: Option<RoleSelection<'s>>,
    }
}

node! {
    /// `REVOKE`
    pub struct Revoke<'s> {
        /// All of it.
        span: Span,
        /// `IF EXISTS`
        if_exists: Option<Span>,
        /// MariaDB's `ADMIN OPTION FOR`
        admin_option_for: Option<Span>,
        /// What is revoked.
        what: Granted<'s>,
        /// From whom.
        accounts: Vec<Account<'s>>,
        /// `IGNORE UNKNOWN USER`
        ignore_unknown_user: Option<Span>,
    }
}

impl super::Node for StaticPrivilege {
    type Owned = Self;
    fn into_owned(self) -> Self {
        self
    }
    fn same(&self, other: &Self) -> bool {
        self == other
    }
    fn walk<V: super::Visit + ?Sized>(&self, _: &mut V) {}
}

impl GrantObject<'_> {
    /// Whether the text says which place it is: not the default database's, and no template puts a name in.
    pub(crate) fn is_placed(&self) -> bool {
        match &self.level {
            PrivilegeLevel::Global => true,
            PrivilegeLevel::Database(name) => !name.is_placeholder(),
            PrivilegeLevel::QualifiedObject { database, object } => {
                !database.is_placeholder() && !object.is_placeholder()
            }
            PrivilegeLevel::DefaultDatabase | PrivilegeLevel::Object(_) => false,
        }
    }
}

impl Granted<'_> {
    /// Whether it is all a replica's account needs: REPLICATION SLAVE, or ALL, on `*.*`.
    pub fn gives_replication(&self) -> bool {
        self.is_everything() || self.names_replication()
    }

    /// Whether it is ALL on `*.*`.
    pub fn is_everything(&self) -> bool {
        matches!(self, Granted::Privileges { privileges: Privileges::All, on } if on.level == PrivilegeLevel::Global)
    }

    /// Whether REPLICATION SLAVE on `*.*` is in it by name.
    pub fn names_replication(&self) -> bool {
        self.names(StaticPrivilege::ReplicationSlave) || self.names(StaticPrivilege::ReplicationReplica)
    }

    /// Whether a privilege on `*.*` is in it by name.
    pub fn names(&self, wanted: StaticPrivilege) -> bool {
        let Granted::Privileges { privileges: Privileges::List(list), on } = self else { return false };
        let is_wanted = |privilege: &Privilege<'_>| privilege.name == PrivilegeName::Static(wanted);
        on.level == PrivilegeLevel::Global && list.iter().any(is_wanted)
    }

    /// Whether a REVOKE of `other` leaves nothing of it.
    pub fn is_taken_by(&self, other: &Granted<'_>) -> bool {
        match (self, other) {
            (_, Granted::AllAndGrantOption) => true,
            (Granted::Privileges { on, .. }, Granted::Privileges { privileges: Privileges::All, on: from }) => {
                on == from
            }
            (
                Granted::Privileges { privileges: Privileges::List(had), on },
                Granted::Privileges { privileges: Privileges::List(taken), on: from },
            ) => on == from && had.iter().all(|privilege| taken.contains(privilege)),
            (Granted::Roles(had), Granted::Roles(taken)) => had.iter().all(|role| taken.contains(role)),
            (Granted::Proxy(had), Granted::Proxy(taken)) => had == taken,
            _ => false,
        }
    }
}

node! {
    /// `SHOW GRANTS`
    pub struct ShowGrants<'s> {
        /// All of it.
        span: Span,
        /// `FOR account`; absent means the own account.
        account: Option<Account<'s>>,
        /// `USING role, …`: MySQL 8.0
        roles: Vec<Account<'s>>,
    }
}
