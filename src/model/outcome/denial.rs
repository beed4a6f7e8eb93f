//! Why a source turns a replica away, however the connection is made: what is not known of it is taken to be well.

use super::handshake::{Client, Session};
use super::login::Login;
use super::{Attempt, Cause, Outcome, Replica, Source};
use crate::ast::{Requirement, TlsOptionName};
use crate::model::{Account, Channel, Known, NoFiles, Place, Setting};
use crate::server::{ChannelOptionName as Name, ServerSet};
use crate::tls::{Agreed, Library, Protocol};

/// What a source turns a replica away for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Denial {
    /// It offers no TLS, and the replica insists on it.
    NoTls,
    /// The two have no protocol in common.
    Protocol,
    /// The two have no cipher in common.
    CommonCipher,
    /// It does not believe the certificate of the replica.
    Untrusted,
    /// `require_secure_transport`, and the channel uses no TLS.
    SecureTransport,
    /// There is no such account.
    Account,
    /// The plugin wants TLS or the public key.
    KeyExchange,
    /// The password is another.
    Password,
    /// REQUIRE SSL, or more, and the channel uses no TLS.
    Tls,
    /// REQUIRE X509, SUBJECT, ISSUER, and the channel shows no certificate.
    Certificate,
    /// REQUIRE CIPHER, and another one is agreed on.
    Cipher,
    /// REQUIRE ISSUER names another.
    Issuer,
    /// REQUIRE SUBJECT names another.
    Subject,
    /// ACCOUNT LOCK.
    Locked,
    /// PASSWORD EXPIRE.
    Expired,
    /// REPLICATION SLAVE was taken away.
    Revoked,
    /// REPLICATION SLAVE was never given.
    Privilege,
}

impl Denial {
    /// In words.
    pub const fn what(self) -> &'static str {
        match self {
            Self::NoTls => "the source has no TLS, and the replica insists on it",
            Self::Protocol => "replica and source have no protocol in common",
            Self::CommonCipher => "replica and source have no cipher in common",
            Self::Untrusted => "the source does not trust the replica's certificate",
            Self::SecureTransport => "the source takes no connection in clear text",
            Self::Account => "the source has no such account",
            Self::KeyExchange => "caching_sha2_password without TLS or the public key of the source",
            Self::Password => "the channel's password is not the account's",
            Self::Tls => "the account requires TLS",
            Self::Certificate => "the account requires a certificate of the replica",
            Self::Cipher => "the account requires another cipher",
            Self::Issuer => "the account requires a certificate of another issuer",
            Self::Subject => "the account requires a certificate of another subject",
            Self::Locked => "the account is locked",
            Self::Expired => "the password of the account has expired",
            Self::Revoked => "REPLICATION SLAVE was taken from the account",
            Self::Privilege => "the account has no REPLICATION SLAVE",
        }
    }
}

/// One reason for which a source turns a channel away.
#[derive(Clone, Debug, PartialEq)]
pub struct Denied {
    /// What for.
    pub denial: Denial,
    /// The error of the replica, on the oldest of the servers.
    pub errno: u16,
    /// The servers on which it is so, if source and replica have the same release.
    pub servers: ServerSet,
    /// What of the channel and of the account it depends on, most telling first.
    pub places: Vec<Place>,
}

impl Channel {
    /// Every reason for which sources turn the channel away that have this account for it, and no other of the user.
    ///
    /// ```
    /// use replint::model::{Denial, Origin, Run};
    /// use replint::server::Targets;
    ///
    /// let server = "mysql-8.4".parse::<Targets>().unwrap().servers();
    /// let mut run = Run::new(server);
    /// for text in [
    ///     "CREATE USER repl IDENTIFIED BY 'example' REQUIRE X509",
    ///     "GRANT REPLICATION SLAVE ON *.* TO repl",
    ///     "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_USER = 'repl', SOURCE_PASSWORD = 'example', SOURCE_SSL = 1",
    /// ] {
    ///     let parsed = replint::parse_statement(text, &Default::default());
    ///     run.apply(&parsed.statement.unwrap(), server, &Origin::of_text("a.sql", text));
    /// }
    /// let denied = run.channel("").unwrap().denied(run.accounts_of("repl").next().unwrap());
    /// assert_eq!(denied[0].denial, Denial::Certificate);
    /// ```
    pub fn denied(&self, account: &Account) -> Vec<Denied> {
        let mut found: Vec<Denied> = Vec::new();
        // Another one lets it in then.
        let is_elsewhere = account.key().is_local() && !self.is_local();
        if self.has_start_credentials() || is_elsewhere {
            return found;
        }
        let servers = self.servers() & account.servers();
        for server in servers.iter().filter_map(|(flavor, version)| ServerSet::of_version(flavor, version)) {
            if self.refusals().any(|refusal| server.is_subset(refusal.servers)) {
                continue;
            }
            for (errno, why) in self.denied_by(account, server) {
                let Some(denial) = why.denial else { continue };
                match found.iter_mut().find(|denied| denied.denial == denial) {
                    Some(known) => known.servers |= server,
                    None => found.push(Denied { denial, errno, servers: server, places: why.places }),
                }
            }
        }
        found
    }

    /// On one release.
    fn denied_by(&self, account: &Account, server: ServerSet) -> Vec<(u16, Cause)> {
        let tls = self.tls(server);
        let source = Source::of(server);
        let certificate = [Name::SslCert, Name::SslKey].iter().any(|option| !self.value(*option).is_unset());
        let session =
            Session { agreed: Agreed::default(), client: if certificate { Client::Somebody } else { Client::Nobody } };
        // No step asks for the library.
        let Some(library) = Library::all().next() else { return Vec::new() };
        let attempt = Attempt {
            channel: self,
            replica: Replica { server, library: None },
            source: &source,
            files: &NoFiles,
            libraries: (library, library),
        };
        // Where it is not known how TLS is set, it is taken to be on.
        let is_clear = tls.is_some_and(|tls| !tls.offered);
        let login = Login { attempt: &attempt, account, session: (!is_clear).then_some(&session) };
        let mut found = Vec::new();
        for step in Login::STEPS {
            if let Err(Outcome::Fails { errno, why }) = step(&login) {
                // One that is not given may be given at START, one that is cut is told by itself.
                if why.denial != Some(Denial::Password) || self.has_whole_password(&attempt) {
                    found.push((errno, why));
                }
            }
        }
        if let (false, Known::Given(Requirement::Options(options), place)) = (is_clear, account.require()) {
            let wanted = options.iter().filter(|option| option.name == TlsOptionName::Cipher);
            let wanted = wanted.filter_map(|option| option.value.value()).find(|name| !name.is_empty());
            if let Some(option) = wanted.and_then(|name| self.chosen_without(&name, server, &source)) {
                let why = Cause {
                    denial: Some(Denial::Cipher),
                    ..Cause::new(Denial::Cipher.what(), [place.clone(), option])
                };
                found.push((super::login::DENIED, why));
            }
        }
        found
    }

    /// What of the channel chooses its ciphers, if that leaves this one out with every library that the server may be built with.
    fn chosen_without(&self, cipher: &str, server: ServerSet, source: &Source<'_>) -> Option<Place> {
        let choosing = [Name::SslCipher, Name::TlsCiphersuites, Name::TlsVersion];
        let chosen = choosing.iter().find_map(|option| self.value(*option).given())?;
        let mut libraries = Library::all().filter(|library| library.servers().intersects(server)).peekable();
        libraries.peek()?;
        let leaves_out = |library: Library| {
            let replica = Replica { server, library: Some(library) };
            let attempt = Attempt { channel: self, replica, source, files: &NoFiles, libraries: (library, library) };
            let Ok(offer) = attempt.offer() else { return false };
            let (new, old): (Vec<_>, Vec<_>) =
                offer.protocols.unwrap_or(vec![Protocol::TlsV12]).into_iter().partition(|it| *it == Protocol::TlsV13);
            let suites = if new.is_empty() { &[][..] } else { &offer.suites };
            let ciphers = if old.is_empty() { &[][..] } else { &offer.ciphers };
            !suites.iter().chain(ciphers).any(|known| known.name() == cipher)
        };
        libraries.all(leaves_out).then(|| chosen.place.clone())
    }

    /// Whether the channel was given a password, and the server keeps all of it.
    fn has_whole_password(&self, attempt: &Attempt<'_>) -> bool {
        let given = self.value(Name::Password).given().and_then(Setting::secret);
        let given = given.and_then(|secret| secret.expose().value());
        given.is_some_and(|given| attempt.text(Name::Password).is_ok_and(|sent| sent.unwrap_or_default() == given))
    }
}
