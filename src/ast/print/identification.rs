//! IDENTIFIED …

use super::Print;
use super::printer::Printer;
use crate::ast::{Identification, IdentifiedBy, PluginAuthentication, PluginCredential, UserSpecification};
use crate::server::{Feature, Place};

impl Print for Identification<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("IDENTIFIED");
        match &self.by {
            IdentifiedBy::Password(password) => {
                to.words("BY");
                to.secret(password);
            }
            IdentifiedBy::PasswordHash(hash) => {
                to.words("BY PASSWORD");
                to.secret(hash);
            }
            IdentifiedBy::RandomPassword => to.words("BY RANDOM PASSWORD"),
            IdentifiedBy::Plugins(plugins) => {
                to.words(if to.only(Feature::Via.servers()) { "VIA" } else { "WITH" });
                for (index, plugin) in plugins.iter().enumerate() {
                    if index > 0 {
                        to.words("OR");
                    }
                    plugin.print(to);
                }
            }
        }
    }
}

impl Print for PluginAuthentication<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.name_or_text(&self.plugin, Place::Plugin);
        let given = if to.only(Feature::Via.servers()) { "USING" } else { "AS" };
        match &self.credential {
            None => {}
            Some(PluginCredential::Password(password)) => {
                to.words("BY");
                to.secret(password);
            }
            Some(PluginCredential::Hash(hash)) => {
                to.words(given);
                to.secret(hash);
            }
            Some(PluginCredential::PasswordFunction(password)) => {
                to.words(given);
                to.function("PASSWORD", password);
            }
            Some(PluginCredential::RandomPassword) => to.words("BY RANDOM PASSWORD"),
        }
    }
}

impl Printer<'_> {
    pub(super) fn user_specification(&mut self, user: &UserSpecification<'_>, place: Place) {
        self.account(&user.account, place);
        if let Some(identification) = &user.identification {
            identification.print(self);
        }
        if let Some(initial) = &user.initial_authentication {
            self.words("INITIAL AUTHENTICATION");
            initial.print(self);
        }
        for factor in &user.more_factors {
            self.words("AND");
            factor.print(self);
        }
    }
}
