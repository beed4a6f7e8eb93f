//! What CREATE USER and ALTER USER say of all their accounts, and the clauses that the legacy GRANT shares with them.

use super::Print;
use super::printer::Printer;
use crate::ast::{
    AccountOptions, Number, PasswordOrLock, PasswordOrLockOption, Require, Requirement, Resource, ResourceLimit,
    TlsOption, TlsOptionName,
};

impl Print for AccountOptions<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        if let Some(require) = &self.require {
            require.print(to);
        }
        if !self.limits.is_empty() {
            to.words("WITH");
            to.sequence(&self.limits);
        }
        to.sequence(&self.password_and_lock);
        if let Some(attribute) = &self.attribute {
            to.clause(if attribute.is_json { "ATTRIBUTE" } else { "COMMENT" }, Some(&attribute.value));
        }
    }
}

impl Print for Require<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("REQUIRE");
        match &self.what {
            Requirement::Nothing => to.words("NONE"),
            Requirement::Ssl => to.words("SSL"),
            Requirement::X509 => to.words("X509"),
            Requirement::Options(options) => {
                for (index, option) in options.iter().enumerate() {
                    if index > 0 {
                        to.words("AND");
                    }
                    option.print(to);
                }
            }
        }
    }
}

impl Print for TlsOption<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words(match self.name {
            TlsOptionName::Cipher => "CIPHER",
            TlsOptionName::Issuer => "ISSUER",
            TlsOptionName::Subject => "SUBJECT",
        });
        to.text(&self.value);
    }
}

impl Print for ResourceLimit<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words(match self.resource {
            Resource::QueriesPerHour => "MAX_QUERIES_PER_HOUR",
            Resource::UpdatesPerHour => "MAX_UPDATES_PER_HOUR",
            Resource::ConnectionsPerHour => "MAX_CONNECTIONS_PER_HOUR",
            Resource::UserConnections => "MAX_USER_CONNECTIONS",
            Resource::StatementTime => "MAX_STATEMENT_TIME",
        });
        if self.negative {
            to.words("-");
            to.joined();
        }
        to.number(&self.value);
    }
}

impl Print for PasswordOrLockOption<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match &self.what {
            PasswordOrLock::AccountLock => to.words("ACCOUNT LOCK"),
            PasswordOrLock::AccountUnlock => to.words("ACCOUNT UNLOCK"),
            PasswordOrLock::PasswordExpire => to.words("PASSWORD EXPIRE"),
            PasswordOrLock::PasswordExpireDefault => to.words("PASSWORD EXPIRE DEFAULT"),
            PasswordOrLock::PasswordExpireNever => to.words("PASSWORD EXPIRE NEVER"),
            PasswordOrLock::PasswordExpireInterval(days) => to.days("PASSWORD EXPIRE INTERVAL", Some(days)),
            PasswordOrLock::PasswordHistory(count) => to.number_or("PASSWORD HISTORY", count.as_ref(), "DEFAULT"),
            PasswordOrLock::PasswordReuseInterval(days) => to.days("PASSWORD REUSE INTERVAL", days.as_ref()),
            PasswordOrLock::PasswordRequireCurrent => to.words("PASSWORD REQUIRE CURRENT"),
            PasswordOrLock::PasswordRequireCurrentDefault => to.words("PASSWORD REQUIRE CURRENT DEFAULT"),
            PasswordOrLock::PasswordRequireCurrentOptional => to.words("PASSWORD REQUIRE CURRENT OPTIONAL"),
            PasswordOrLock::FailedLoginAttempts(count) => to.number_or("FAILED_LOGIN_ATTEMPTS", Some(count), ""),
            PasswordOrLock::PasswordLockTime(days) => to.number_or("PASSWORD_LOCK_TIME", days.as_ref(), "UNBOUNDED"),
        }
    }
}

impl Printer<'_> {
    fn number_or(&mut self, words: &str, number: Option<&Number<'_>>, absent: &str) {
        self.words(words);
        match number {
            Some(number) => self.number(number),
            None => self.words(absent),
        }
    }

    fn days(&mut self, words: &str, days: Option<&Number<'_>>) {
        self.number_or(words, days, "DEFAULT");
        if days.is_some() {
            self.words("DAY");
        }
    }
}
