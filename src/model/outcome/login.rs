//! The replica's account on the source.

use super::{Attempt, Step, all, fails, unknown};
use crate::ast::{Requirement, Secret, TlsOption, TlsOptionName};
use crate::model::outcome::handshake::Session;
use crate::model::{Account, Credential, Known, Place, Run, Value};
use crate::server::{Behaviour, ChannelOptionName as Name, ServerSet};

/// Access denied: no such account, another password, or not what it requires.
const DENIED: u16 = 1045;

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
        let Some(run) = self.source.accounts else { return unknown("the accounts of the source", None) };
        let Some(account) = self.account(run, &user)? else {
            // The source does not tell: it goes on as if there were one.
            let pretended = Credential::of_nothing();
            self.key_exchange(&pretended, session.is_some(), false)?;
            return fails(DENIED, "the source has no such account", self.place(Name::User));
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
        let refused =
            |place| fails(NOT_SECRET, "caching_sha2_password without TLS or the public key of the source", place);
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
    account.created().is_some() || by_grant && !account.grants().is_empty()
}

/// An account that a replica logs in to.
struct Login<'l> {
    attempt: &'l Attempt<'l>,
    account: &'l Account,
    session: Option<&'l Session>,
}

impl Login<'_> {
    /// In the order of the servers: the password, what is required, the lock, its age, and last whether it may replicate.
    fn attempt(&self) -> Step {
        self.password()?;
        self.requirement()?;
        let is_mariadb = self.attempt.source.server.is_mariadb();
        let (locked, expired) = if is_mariadb { (4151, 1820) } else { (3118, 1862) };
        self.flag(self.account.locked(), locked, "the account is locked", "whether the account is locked")?;
        let expiry = self.account.expired();
        self.flag(expiry, expired, "the password of the account has expired", "whether the password has expired")?;
        let errno = self.attempt.errno(1597, 13120);
        let named = [self.account.named().clone()];
        match self.account.replicates() {
            Known::Given(true, _) => Ok(()),
            _ if self.account.has_roles() => unknown("the privileges of the account's roles", named),
            Known::Given(false, revoked) => {
                fails(errno, "REPLICATION SLAVE was taken from the account", [revoked.clone()])
            }
            Known::Unknown if !self.attempt.is_complete() => unknown("the privileges of the account", named),
            _ => fails(errno, "the account has no REPLICATION SLAVE", named),
        }
    }

    fn flag(&self, flag: &Known<bool>, errno: u16, what: &'static str, missing: &'static str) -> Step {
        match flag {
            Known::Given(true, place) => fails(errno, what, [place.clone()]),
            Known::Unknown if !self.attempt.is_complete() => unknown(missing, [self.account.named().clone()]),
            _ => Ok(()),
        }
    }

    fn password(&self) -> Step {
        let nothing = Credential::of_nothing();
        let (credential, place) = match self.account.credential() {
            Known::Given(credential, place) => (credential, place.clone()),
            Known::Unknown if !self.attempt.is_complete() => {
                return unknown("how the account is identified", [self.account.named().clone()]);
            }
            _ => (&nothing, self.account.named().clone()),
        };
        let given = match self.attempt.channel.value(Name::Password).given() {
            Some(setting) => setting.secret(),
            None => None,
        };
        let plugin = credential.plugin.as_deref();
        const BY_PASSWORD: [&str; 3] = ["mysql_native_password", "caching_sha2_password", "sha256_password"];
        if credential.alternatives || plugin.is_some_and(|plugin| !BY_PASSWORD.contains(&plugin)) {
            return unknown("what the account's plugin wants", [place]);
        }
        if self.account.factors().is_some_and(|factors| factors > 1) {
            return unknown("how a channel would show a second factor", [place]);
        }
        let sent = self.attempt.text(Name::Password);
        let is_empty = sent.as_ref().is_ok_and(Option::is_none);
        self.attempt.key_exchange(credential, self.session.is_some(), is_empty)?;
        let wrong = || {
            let given = self.attempt.place(Name::Password).or(self.attempt.place(Name::User));
            fails(DENIED, "the channel's password is not the account's", given.into_iter().chain([place.clone()]))
        };
        match (given, &credential.password) {
            _ if credential.hash.is_some() || credential.random => unknown("the account's password", [place.clone()]),
            // A template puts the same in at both places.
            (Some(given), Some(wanted)) if is_later(given) && given == wanted => Ok(()),
            (_, Some(wanted)) if is_later(wanted) => unknown("the account's password", [place.clone()]),
            (_, wanted) => {
                let wanted = wanted.as_ref().and_then(|wanted| wanted.expose().value()).unwrap_or_default();
                if sent?.unwrap_or_default() == wanted { Ok(()) } else { wrong() }
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
        let denied = |what| fails(DENIED, what, [place.clone()]);
        let needs_tls = *require != Requirement::Nothing;
        let Some(session) = self.session else {
            return if needs_tls { denied("the account requires TLS") } else { Ok(()) };
        };
        match require {
            Requirement::Nothing | Requirement::Ssl => Ok(()),
            Requirement::X509 if session.client.is_some() => Ok(()),
            Requirement::X509 => denied("the account requires a certificate of the replica"),
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
        if session.client.is_none() && kept.iter().any(|option| needs_client(option)) {
            return fails(DENIED, "the account requires a certificate of the replica", [place.clone()]);
        }
        all(kept.into_iter().map(|option| {
            let client = session.client.as_ref();
            let (shown, what) = match option.name {
                TlsOptionName::Cipher => {
                    (session.agreed.cipher.map(|it| it.name()), "the account requires another cipher")
                }
                TlsOptionName::Issuer => {
                    (client.map(|it| it.issuer.as_str()), "the account requires a certificate of another issuer")
                }
                TlsOptionName::Subject => {
                    (client.map(|it| it.subject.as_str()), "the account requires a certificate of another subject")
                }
            };
            let wanted = option.value.value();
            match (shown, wanted) {
                (Some(shown), Some(wanted)) if shown == wanted => Ok(()),
                (Some(_), Some(_)) => fails(DENIED, what, [place.clone()]),
                (_, Some(wanted)) if wanted.is_empty() => fails(DENIED, what, [place.clone()]),
                _ => unknown("whether the connection is what the account requires", [place.clone()]),
            }
        }))
    }
}

/// Whether a template puts it in later.
fn is_later(secret: &Secret<'_>) -> bool {
    secret.expose().is_placeholder()
}
