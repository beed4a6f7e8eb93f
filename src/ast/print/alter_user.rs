//! ALTER USER.

use super::Print;
use super::printer::Printer;
use crate::ast::{AccountChange, AlterUser, AlterUserAction, AlterUserSpecification, Factor, RegistrationStep};
use crate::server::Place;

impl Print for AlterUser<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("ALTER USER");
        to.flag(self.if_exists, "IF EXISTS");
        self.action.print(to);
    }
}

impl Print for AlterUserAction<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            AlterUserAction::Users { users, options } => {
                to.nodes(users);
                options.print(to);
            }
            AlterUserAction::OwnAccount(change) => {
                to.words("USER()");
                change.print(to);
            }
            AlterUserAction::DefaultRole { account, roles } => {
                to.account(account, Place::User);
                to.words("DEFAULT ROLE");
                to.role_selection(roles, Place::Role);
            }
            AlterUserAction::Registration { account, factor, step } => {
                match account {
                    Some(account) => to.account(account, Place::User),
                    None => to.words("USER()"),
                }
                to.number(factor);
                to.words("FACTOR");
                step.print(to);
            }
        }
    }
}

impl Print for RegistrationStep<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            RegistrationStep::Initiate => to.words("INITIATE REGISTRATION"),
            RegistrationStep::Unregister => to.words("UNREGISTER"),
            RegistrationStep::Finish(response) => {
                to.words("FINISH REGISTRATION SET CHALLENGE_RESPONSE AS");
                to.secret(response);
            }
        }
    }
}

impl Print for AlterUserSpecification<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.account(&self.account, Place::User);
        self.change.print(to);
    }
}

impl Print for AccountChange<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            AccountChange::Nothing => {}
            AccountChange::Authentication { identification, replace, retain_current } => {
                identification.print(to);
                to.replace_and_retain(replace.as_ref(), *retain_current);
            }
            AccountChange::DiscardOldPassword => to.words("DISCARD OLD PASSWORD"),
            AccountChange::PasswordExpire => to.words("PASSWORD EXPIRE"),
            AccountChange::AddFactors(factors) => to.factors("ADD", factors),
            AccountChange::ModifyFactors(factors) => to.factors("MODIFY", factors),
            AccountChange::DropFactors(factors) => to.factors("DROP", factors),
        }
    }
}

impl Printer<'_> {
    fn factors(&mut self, verb: &str, factors: &[Factor<'_>]) {
        for factor in factors {
            self.words(verb);
            self.number(&factor.number);
            self.words("FACTOR");
            if let Some(identification) = &factor.identification {
                identification.print(self);
            }
        }
    }
}
