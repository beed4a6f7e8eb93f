//! Accounts and roles.

use super::printer::Printer;
use crate::ast::{Account, AccountName, Role, RoleName, Text};
use crate::server::Place;

impl Printer<'_> {
    pub(super) fn account(&mut self, account: &Account<'_>, place: Place) {
        match &account.name {
            AccountName::Named { user, host } => self.with_host(user, host.as_ref(), place),
            AccountName::CurrentUser => self.words("CURRENT_USER"),
            AccountName::CurrentRole => self.words("CURRENT_ROLE"),
            AccountName::Placeholder(text) => self.name_or_text(text, place),
        }
    }

    pub(super) fn accounts(&mut self, accounts: &[Account<'_>], place: Place) {
        self.list(accounts, |to, account| to.account(account, place));
    }

    pub(super) fn role(&mut self, role: &Role<'_>, place: Place) {
        match &role.name {
            RoleName::Named { name, host } => self.with_host(name, host.as_ref(), place),
            RoleName::CurrentRole => self.words("CURRENT_ROLE"),
        }
    }

    pub(super) fn roles(&mut self, roles: &[Role<'_>], place: Place) {
        self.list(roles, |to, role| to.role(role, place));
    }

    fn with_host(&mut self, name: &Text<'_>, host: Option<&Text<'_>>, place: Place) {
        self.name_or_text(name, place);
        if let Some(host) = host {
            self.join(b'@');
            self.text(host);
        }
    }
}
