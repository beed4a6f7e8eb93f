//! CREATE ROLE, DROP ROLE, SET ROLE, SET DEFAULT ROLE.

use super::Print;
use super::printer::Printer;
use crate::ast::{CreateRole, DropRole, RoleAdmin, RoleSelection, SetDefaultRole, SetRole};
use crate::server::{Feature, Place};

impl Print for CreateRole<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("CREATE");
        to.flag(self.or_replace, "OR REPLACE");
        to.words("ROLE");
        to.flag(self.if_not_exists, "IF NOT EXISTS");
        to.roles(&self.roles, Place::Role);
        match &self.admin {
            None => {}
            Some(RoleAdmin::Account(account)) => {
                to.words("WITH ADMIN");
                to.account(account, Place::User);
            }
            Some(RoleAdmin::CurrentRole) => to.words("WITH ADMIN CURRENT_ROLE"),
        }
    }
}

impl Print for DropRole<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("DROP ROLE");
        to.flag(self.if_exists, "IF EXISTS");
        to.roles(&self.roles, Place::DropRole);
    }
}

impl Print for SetRole<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("ROLE");
        to.role_selection(&self.roles, Place::Role);
    }
}

impl Print for SetDefaultRole<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("DEFAULT ROLE");
        to.role_selection(&self.roles, Place::SetDefault);
        if !self.accounts.is_empty() {
            to.words(if to.only(Feature::OneRole.servers()) { "FOR" } else { "TO" });
            to.accounts(&self.accounts, Place::User);
        }
    }
}

impl Printer<'_> {
    pub(super) fn role_selection(&mut self, roles: &RoleSelection<'_>, place: Place) {
        match roles {
            RoleSelection::Nothing => self.words("NONE"),
            RoleSelection::Default => self.words("DEFAULT"),
            RoleSelection::All { except } => {
                self.words("ALL");
                if !except.is_empty() {
                    self.words("EXCEPT");
                    self.roles(except, place);
                }
            }
            RoleSelection::Roles(roles) => self.roles(roles, place),
        }
    }
}
