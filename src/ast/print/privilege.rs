//! GRANT, REVOKE and SHOW GRANTS.

use super::Print;
use super::printer::Printer;
use crate::ast::{
    Grant, GrantAs, GrantObject, Granted, ObjectKind, Privilege, PrivilegeLevel, PrivilegeName, Privileges, Revoke,
    ShowGrants,
};
use crate::server::Place;

impl Print for Grant<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("GRANT");
        self.what.print(to);
        to.words("TO");
        to.list(&self.grantees, |to, user| to.user_specification(user, Place::Grantee));
        if let Some(require) = &self.require {
            require.print(to);
        }
        let roles = matches!(self.what, Granted::Roles(_));
        if self.with_option.is_some() || !self.limits.is_empty() {
            to.words("WITH");
            to.flag(self.with_option, if roles { "ADMIN OPTION" } else { "GRANT OPTION" });
            to.sequence(&self.limits);
        }
        if let Some(user) = &self.as_user {
            user.print(to);
        }
    }
}

impl Print for ShowGrants<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("SHOW GRANTS");
        if let Some(account) = &self.account {
            to.words("FOR");
            to.account(account, Place::User);
        }
        if !self.roles.is_empty() {
            to.words("USING");
            to.accounts(&self.roles, Place::User);
        }
    }
}

impl Print for Revoke<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("REVOKE");
        to.flag(self.if_exists, "IF EXISTS");
        to.flag(self.admin_option_for, "ADMIN OPTION FOR");
        self.what.print(to);
        to.words("FROM");
        to.accounts(&self.accounts, Place::Grantee);
        to.flag(self.ignore_unknown_user, "IGNORE UNKNOWN USER");
    }
}

impl Print for Granted<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            Granted::Privileges { privileges, on } => {
                privileges.print(to);
                on.print(to);
            }
            Granted::Roles(roles) => to.roles(roles, Place::Granted),
            Granted::Proxy(account) => {
                to.words("PROXY ON");
                to.account(account, Place::User);
            }
            Granted::AllAndGrantOption => to.words("ALL PRIVILEGES, GRANT OPTION"),
        }
    }
}

impl Print for Privileges<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            Privileges::All => to.words("ALL PRIVILEGES"),
            Privileges::List(privileges) => to.nodes(privileges),
        }
    }
}

impl Print for Privilege<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match &self.name {
            PrivilegeName::Static(privilege) => to.words(privilege.phrase()),
            PrivilegeName::Dynamic(name) => to.name_or_text(name, Place::Granted),
        }
        if !self.columns.is_empty() {
            to.parenthesized(&self.columns, |to, column| to.name(column, Place::Column));
        }
    }
}

impl Print for GrantObject<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("ON");
        match self.kind {
            None => {}
            Some(ObjectKind::Table) => to.words("TABLE"),
            Some(ObjectKind::Function) => to.words("FUNCTION"),
            Some(ObjectKind::Procedure) => to.words("PROCEDURE"),
            Some(ObjectKind::Library) => to.words("LIBRARY"),
            Some(ObjectKind::Package) => to.words("PACKAGE"),
            Some(ObjectKind::PackageBody) => to.words("PACKAGE BODY"),
        }
        // Behind a kind, FUNCTION and PACKAGE are names.
        to.level(&self.level, if self.kind.is_some() { Place::Table } else { Place::Db });
    }
}

impl Printer<'_> {
    fn level(&mut self, level: &PrivilegeLevel<'_>, first: Place) {
        match level {
            PrivilegeLevel::Global => self.words("*.*"),
            PrivilegeLevel::DefaultDatabase => self.words("*"),
            PrivilegeLevel::Database(database) => {
                self.name(database, first);
                self.join(b'.');
                self.words("*");
            }
            PrivilegeLevel::Object(object) => self.name(object, first),
            PrivilegeLevel::QualifiedObject { database, object } => {
                self.name(database, first);
                self.join(b'.');
                self.name(object, Place::Table);
            }
        }
    }
}

impl Print for GrantAs<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("AS");
        to.account(&self.account, Place::User);
        if let Some(roles) = &self.roles {
            to.words("WITH ROLE");
            to.role_selection(roles, Place::Role);
        }
    }
}
