//! CREATE, DROP and RENAME USER, SHOW CREATE USER, SET PASSWORD.

use super::Print;
use super::printer::Printer;
use crate::ast::{CreateUser, DropUser, NewPassword, RenameUser, Secret, SetPassword, ShowCreateUser};
use crate::server::Place;
use crate::source::Span;

impl Print for CreateUser<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("CREATE");
        to.flag(self.or_replace, "OR REPLACE");
        to.words("USER");
        to.flag(self.if_not_exists, "IF NOT EXISTS");
        to.list(&self.users, |to, user| to.user_specification(user, Place::User));
        if !self.default_roles.is_empty() {
            to.words("DEFAULT ROLE");
            to.roles(&self.default_roles, Place::Role);
        }
        self.options.print(to);
    }
}

impl Print for DropUser<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("DROP USER");
        to.flag(self.if_exists, "IF EXISTS");
        to.accounts(&self.users, Place::User);
    }
}

impl Print for RenameUser<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("RENAME USER");
        to.list(&self.renames, |to, rename| {
            to.account(&rename.from, Place::Rename);
            to.words("TO");
            to.account(&rename.to, Place::Rename);
        });
    }
}

impl Print for ShowCreateUser<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("SHOW CREATE USER");
        if let Some(account) = &self.account {
            to.account(account, Place::User);
        }
    }
}

impl Print for SetPassword<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("PASSWORD");
        if let Some(account) = &self.account {
            to.words("FOR");
            to.account(account, Place::User);
        }
        match &self.password {
            NewPassword::Text(password) => {
                to.words("=");
                to.secret(password);
            }
            NewPassword::PasswordFunction(password) => {
                to.words("=");
                to.function("PASSWORD", password);
            }
            NewPassword::OldPasswordFunction(password) => {
                to.words("=");
                to.function("OLD_PASSWORD", password);
            }
            NewPassword::Random => to.words("TO RANDOM"),
        }
        to.replace_and_retain(self.replace.as_ref(), self.retain_current);
    }
}

impl Printer<'_> {
    /// `PASSWORD('text')`
    pub(super) fn function(&mut self, name: &str, password: &Secret<'_>) {
        self.words(name);
        self.join(b'(');
        self.secret(password);
        self.close();
    }

    /// `[REPLACE 'current password'] [RETAIN CURRENT PASSWORD]`
    pub(super) fn replace_and_retain(&mut self, replace: Option<&Secret<'_>>, retain_current: Option<Span>) {
        if let Some(current) = replace {
            self.words("REPLACE");
            self.secret(current);
        }
        self.flag(retain_current, "RETAIN CURRENT PASSWORD");
    }
}
