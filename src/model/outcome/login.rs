//! The replica's account on the source.

use std::borrow::Cow;

use super::{Attempt, Denial, Step, all, denied, fails, unknown};
use crate::ast::{Requirement, Secret, TlsOption, TlsOptionName};
use crate::model::outcome::handshake::{Client, Session};
use crate::model::{Account, Credential, Known, Place, Run, Value};
use crate::server::{Behaviour, ChannelOptionName as Name, ServerSet};

/// Access denied: no such account, another password, or not what it requires.
pub(super) const DENIED: u16 = 1045;

/// An authentication plugin wants a secure connection.
const NOT_SECRET: u16 = 2061;

impl Attempt<'_> {
    pub(super) fn log_in(&self, session: Option<&Session>) -> Step {
        if self.channel.has_start_credentials() {
            return unknown("the user and the password that START was given", None);
        }
        let Some(user) = self.text(Name::User)? else {
            return fails(self.errno(1593, 13117), "the channel has no user", self.place(Name::Host));
        };
        // MariaDB asks for it before the password, MySQL behind the lock.
        if self.source.server.is_mariadb() || self.source.accounts.is_none() {
            self.secure_transport(session)?;
        }
        let Some(run) = self.source.accounts else { return unknown("the accounts of the source", None) };
        let Some(account) = self.account(run, &user)? else {
            // The source does not tell: it goes on as if there were one.
            let pretended = Credential::of_nothing();
            self.key_exchange(&pretended, session.is_some(), false)?;
            return denied(DENIED, Denial::Account, self.place(Name::User));
        };
        let login = Login { attempt: self, account, session };
        let denied = login.attempt();
        match denied {
            Err(super::Outcome::Fails { .. }) if account.is_perhaps_there_before() && !self.is_complete() => {
                unknown("whether the account was there before", [account.named().clone()])
            }
            denied => denied,
        }
    }

    fn secure_transport(&self, session: Option<&Session>) -> Step {
        if session.is_some() || !self.source.requires_tls {
            return Ok(());
        }
        let errno = if self.source.server.is_mariadb() { DENIED } else { 3159 };
        denied(errno, Denial::SecureTransport, self.place(Name::Ssl).or(self.place(Name::Host)))
    }

    fn is_complete(&self) -> bool {
        self.source.has_no_other_accounts
    }

    /// The account that the source takes; none if it has none.
    fn account<'r>(&self, run: &'r Run, user: &'r str) -> Step<Option<&'r Account>> {
        let server = self.source.server;
        let is_there = |account: &&Account| !self.is_complete() || exists(account, server);
        let place = || self.place(Name::User);
        if run.accounts_of("").any(|account| is_there(&account)) {
            return unknown("whether the anonymous account comes first", place());
        }
        let mut accounts: Vec<&Account> = run.accounts_of(user).filter(is_there).collect();
        if !self.source.replica_hosts.is_empty() {
            let takes =
                |account: &&Account| self.source.replica_hosts.iter().any(|host| account.key().takes(host, server));
            accounts.retain(takes);
            accounts.sort_by_key(|account| std::cmp::Reverse(account.key().specificity()));
        } else if accounts.len() > 1 {
            return unknown("from which host the replica comes", place());
        }
        match accounts.first() {
            None if !self.is_complete() => unknown("whether the source has an account of this name", place()),
            first => Ok(first.copied()),
        }
    }

    /// Whether the password can go to the source.
    fn key_exchange(&self, credential: &Credential, is_tls: bool, is_empty: bool) -> Step {
        let by_default = self.source.server.is_subset(Behaviour::Sha2ByDefault.servers());
        let is_sha2 = match credential.plugin.as_deref() {
            Some(plugin) => plugin == "caching_sha2_password",
            None => by_default,
        };
        if !is_sha2 || is_tls || is_empty || self.replica.server.is_subset(self.channel.switch(Name::GetPublicKey).on) {
            return Ok(());
        }
        let refused = |place| denied(NOT_SECRET, Denial::KeyExchange, place);
        match self.text(Name::PublicKeyPath)? {
            None if self.channel.value(Name::GetPublicKey) == Value::Unknown => {
                unknown("whether the channel asks for the public key", None)
            }
            None => refused(self.place(Name::Ssl)),
            Some(path) => match self.files.public_key(&path) {
                Some(true) => Ok(()),
                Some(false) => refused(self.place(Name::PublicKeyPath)),
                None => unknown("the file of the public key", self.place(Name::PublicKeyPath)),
            },
        }
    }
}

/// Whether statements made an account that was not there before them.
fn exists(account: &Account, server: ServerSet) -> bool {
    let by_grant = if server.is_subset(Behaviour::GrantNeedsAccount.servers()) {
        // MariaDB makes one where it is identified.
        server.is_mariadb() && account.credential().given().is_some()
    } else {
        true
    };
    account.created().is_some() || by_grant && account.grants().next().is_some()
}

/// An account that a replica logs in to.
pub(super) struct Login<'l> {
    pub(super) attempt: &'l Attempt<'l>,
    pub(super) account: &'l Account,
    pub(super) session: Option<&'l Session>,
}

impl Login<'_> {
    /// In the order of the servers: how the password is sent, the password, what is required, the lock, whether clear text is taken at all, the age of the
    /// password, and last whether it may replicate.
    pub(super) const STEPS: [fn(&Self) -> Step; 7] = [
        Self::key_exchange,
        Self::password,
        Self::requirement,
        Self::locked,
        Self::secure_transport,
        Self::expired,
        Self::privilege,
    ];

    fn attempt(&self) -> Step {
        Self::STEPS.iter().try_for_each(|step| step(self))
    }

    fn secure_transport(&self) -> Step {
        self.attempt.secure_transport(self.session)
    }

    fn locked(&self) -> Step {
        let errno = if self.attempt.source.server.is_mariadb() { 4151 } else { 3118 };
        self.flag(self.account.locked(), errno, Denial::Locked, "whether the account is locked")
    }

    fn expired(&self) -> Step {
        let errno = if self.attempt.source.server.is_mariadb() { 1820 } else { 1862 };
        self.flag(self.account.expired(), errno, Denial::Expired, "whether the password has expired")
    }

    fn privilege(&self) -> Step {
        let errno = self.attempt.errno(1597, 13120);
        let named = [self.account.named().clone()];
        match self.account.replicates() {
            Known::Given(true, _) => Ok(()),
            _ if self.account.has_roles() => unknown("the privileges of the account's roles", named),
            Known::Given(false, revoked) => denied(errno, Denial::Revoked, [revoked.clone()]),
            Known::Unknown if !self.attempt.is_complete() => unknown("the privileges of the account", named),
            _ => denied(errno, Denial::Privilege, named),
        }
    }

    fn flag(&self, flag: &Known<bool>, errno: u16, denial: Denial, missing: &'static str) -> Step {
        match flag {
            Known::Given(true, place) => denied(errno, denial, [place.clone()]),
            Known::Unknown if !self.attempt.is_complete() => unknown(missing, [self.account.named().clone()]),
            _ => Ok(()),
        }
    }

    /// How the account is identified, and where that is said.
    fn credential(&self) -> Step<(Cow<'_, Credential>, Place)> {
        let (credential, place) = match self.account.credential() {
            Known::Given(credential, place) => (Cow::Borrowed(credential), place.clone()),
            Known::Unknown if !self.attempt.is_complete() => {
                return unknown("how the account is identified", [self.account.named().clone()]);
            }
            _ => (Cow::Owned(Credential::of_nothing()), self.account.named().clone()),
        };
        let plugin = credential.plugin.as_deref();
        const BY_PASSWORD: [&str; 3] = ["mysql_native_password", "caching_sha2_password", "sha256_password"];
        if credential.alternatives || plugin.is_some_and(|plugin| !BY_PASSWORD.contains(&plugin)) {
            return unknown("what the account's plugin wants", [place]);
        }
        if self.account.factors().is_some_and(|factors| factors > 1) {
            return unknown("how a channel would show a second factor", [place]);
        }
        Ok((credential, place))
    }

    fn key_exchange(&self) -> Step {
        let (credential, _) = self.credential()?;
        let is_empty = self.attempt.text(Name::Password).is_ok_and(|sent| sent.is_none());
        self.attempt.key_exchange(&credential, self.session.is_some(), is_empty)
    }

    fn password(&self) -> Step {
        let (credential, place) = self.credential()?;
        let given = self.attempt.channel.value(Name::Password).given().and_then(|setting| setting.secret());
        let wrong = || {
            let given = self.attempt.place(Name::Password).or(self.attempt.place(Name::User));
            denied(DENIED, Denial::Password, given.into_iter().chain([place.clone()]))
        };
        match (given, &credential.password) {
            _ if credential.hash.is_some() || credential.random => unknown("the account's password", [place.clone()]),
            // A template puts the same in at both places.
            (Some(given), Some(wanted)) if is_later(given) && given == wanted => Ok(()),
            (_, Some(wanted)) if is_later(wanted) => unknown("the account's password", [place.clone()]),
            (_, wanted) => {
                let wanted = wanted.as_ref().and_then(|wanted| wanted.expose().value()).unwrap_or_default();
                let sent = self.attempt.text(Name::Password)?.unwrap_or_default();
                if sent == wanted { Ok(()) } else { wrong() }
            }
        }
    }

    fn requirement(&self) -> Step {
        let (require, place) = match self.account.require() {
            Known::Given(require, place) => (require, place.clone()),
            Known::Unknown if !self.attempt.is_complete() => {
                return unknown("what the account requires", [self.account.named().clone()]);
            }
            _ => return Ok(()),
        };
        let needs_tls = *require != Requirement::Nothing;
        let Some(session) = self.session else {
            return if needs_tls { denied(DENIED, Denial::Tls, [place]) } else { Ok(()) };
        };
        match require {
            Requirement::Nothing | Requirement::Ssl => Ok(()),
            Requirement::X509 if session.client != Client::Nobody => Ok(()),
            Requirement::X509 => denied(DENIED, Denial::Certificate, [place]),
            Requirement::Options(options) => self.options(options, session, &place),
        }
    }

    fn options(&self, options: &[TlsOption<'_>], session: &Session, place: &Place) -> Step {
        let server = self.attempt.source.server;
        // MariaDB keeps no empty ones, from its next start on.
        let keeps_empty = server.is_subset(Behaviour::EmptyCipherMatchesNone.servers());
        let is_kept = |option: &&TlsOption<'_>| keeps_empty || option.value.value().is_none_or(|it| !it.is_empty());
        let by_cipher = server.is_subset(Behaviour::CipherNeedsCertificate.servers());
        let needs_client = |option: &TlsOption<'_>| by_cipher || option.name != TlsOptionName::Cipher;
        let kept: Vec<_> = options.iter().filter(is_kept).collect();
        if session.client == Client::Nobody && kept.iter().any(|option| needs_client(option)) {
            return denied(DENIED, Denial::Certificate, [place.clone()]);
        }
        all(kept.into_iter().map(|option| {
            let client = match &session.client {
                Client::Known(certificate) => Some(certificate),
                Client::Nobody | Client::Somebody => None,
            };
            let (shown, denial) = match option.name {
                TlsOptionName::Cipher => (session.agreed.cipher.map(|it| it.name()), Denial::Cipher),
                TlsOptionName::Issuer => (client.map(|it| it.issuer.as_str()), Denial::Issuer),
                TlsOptionName::Subject => (client.map(|it| it.subject.as_str()), Denial::Subject),
            };
            let wanted = option.value.value();
            match (shown, wanted) {
                (Some(shown), Some(wanted)) if shown == wanted => Ok(()),
                (Some(_), Some(_)) => denied(DENIED, denial, [place.clone()]),
                (_, Some(wanted)) if wanted.is_empty() => denied(DENIED, denial, [place.clone()]),
                _ => unknown("whether the connection is what the account requires", [place.clone()]),
            }
        }))
    }
}

/// Whether a template puts it in later.
fn is_later(secret: &Secret<'_>) -> bool {
    secret.expose().is_placeholder()
}
