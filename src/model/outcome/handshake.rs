//! TLS between replica and source.

use super::{Attempt, Denial, Outcome, Step, all, denied, fails, unknown};
use crate::model::{Checks, ClientCertificate, Place, Shown, Tls, Trust};
use crate::server::{Behaviour, ChannelOptionName as Name};
use crate::tls::{Agreed, Library, NoAgreement, Offer, Protocol, Wishes, negotiate};

/// What the two ends agreed on.
pub(super) struct Session {
    pub(super) agreed: Agreed,
    pub(super) client: Client,
}

/// Who the replica showed itself to be, to a source that believed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Client {
    /// It showed no certificate.
    Nobody,
    /// It showed one of which nothing else is known.
    Somebody,
    /// It showed this one.
    Known(ClientCertificate),
}

/// Every error of a replica that cannot set up TLS.
const NO_TLS: u16 = 2026;

impl Attempt<'_> {
    pub(super) fn handshake(&self, tls: &Tls) -> Step<Session> {
        let mut texts = Vec::new();
        for path in [Name::SslCa, Name::SslCapath, Name::SslCrl, Name::SslCrlpath] {
            texts.push(self.text(path)?);
        }
        let path = |at: usize| texts.get(at).and_then(Option::as_deref);
        let trust = Trust { ca: path(0), capath: path(1), crl: path(2), crlpath: path(3) };
        let (offer, client) = (self.offer(), self.client_certificate());
        let agreed = offer.as_ref().map_err(Outcome::clone).and_then(|offer| self.agree(offer));
        let level = offer.as_ref().map_or(0, |offer| offer.security_level);
        let protocol = agreed.as_ref().ok().and_then(|agreed| agreed.protocol);
        all([
            agreed.as_ref().map(|_| ()).map_err(Outcome::clone),
            self.authorities(tls, &trust),
            client.as_ref().map(|_| ()).map_err(Outcome::clone),
            self.verify(tls, &trust, level),
        ])?;
        let client = client?;
        if let Some((path, _)) = &client {
            self.show(path, protocol)?;
        }
        let client = client.map_or(Client::Nobody, |(_, certificate)| Client::Known(certificate));
        Ok(Session { agreed: agreed?, client })
    }

    /// What the replica offers.
    pub(super) fn offer(&self) -> Step<Offer> {
        let (version, ciphers) = (self.text(Name::TlsVersion)?, self.text(Name::SslCipher)?);
        // NULL is not set, '' is a list of none.
        let suites = match self.channel.setting(Name::TlsCiphersuites) {
            Some(setting) if !setting.is_null() => Some(self.text(Name::TlsCiphersuites)?.unwrap_or_default()),
            _ => None,
        };
        let wishes = Wishes { version: version.as_deref(), ciphers: ciphers.as_deref(), suites: suites.as_deref() };
        Offer::of_channel(wishes, self.libraries.0, self.replica.server).or_else(|none| {
            let option = match none {
                NoAgreement::Version | NoAgreement::NoProtocol => Name::TlsVersion,
                NoAgreement::Suites => Name::TlsCiphersuites,
                NoAgreement::NothingOffered if suites.is_some() => Name::TlsCiphersuites,
                _ => Name::SslCipher,
            };
            fails(NO_TLS, none.to_string(), self.place(option))
        })
    }

    /// The protocol and the cipher.
    fn agree(&self, offer: &Offer) -> Step<Agreed> {
        let Ok(source) = Offer::of_source(self.source.wishes(), self.libraries.1, self.source.server) else {
            return unknown("what the source makes of its TLS variables", None);
        };
        let key = self.source.certificate().and_then(|path| self.files.authentication(path));
        negotiate(offer, &source, key, self.source.server).or_else(|none| {
            let (option, denial) = match none {
                NoAgreement::NoProtocol => (Name::TlsVersion, Denial::Protocol),
                _ => (Name::SslCipher, Denial::CommonCipher),
            };
            denied(NO_TLS, denial, self.place(option).or(self.place(Name::TlsCiphersuites)))
        })
    }

    /// Whether the replica can read whom it is to trust.
    fn authorities(&self, tls: &Tls, trust: &Trust<'_>) -> Step {
        let is_yassl = self.libraries.0 == Library::YaSsl;
        let place = self.place(Name::SslCa);
        let ca = match trust.ca.map(|path| self.files.authorities(path)) {
            Some(Some(false)) => fails(NO_TLS, "the file of the certificate authority cannot be read", place),
            Some(None) => unknown("the file of the certificate authority", place),
            // It reads the folder only behind a file that was read.
            None if is_yassl && trust.capath.is_some() => {
                fails(NO_TLS, "yaSSL reads SSL_CAPATH only beside SSL_CA", self.place(Name::SslCapath))
            }
            _ => Ok(()),
        };
        let place = self.place(Name::SslCrl);
        let crl = match trust.crl.filter(|_| !is_yassl).map(|path| self.files.revocations(path)) {
            Some(Some(false)) => fails(NO_TLS, "the file of the revocation list cannot be read", place),
            Some(None) => unknown("the file of the revocation list", place),
            _ => Ok(()),
        };
        let needs_ca = self.replica.server.is_subset(Behaviour::VerificationNeedsCa.servers());
        let given = if tls.checks == Checks::Identity && !trust.has_authority() && needs_ca {
            fails(NO_TLS, "verification needs a certificate authority", self.place(Name::SslVerifyServerCert))
        } else {
            Ok(())
        };
        all([given, ca, crl])
    }

    /// The file of the replica's own certificate, and what is in it.
    fn client_certificate(&self) -> Step<Option<(String, ClientCertificate)>> {
        let (certificate, key) = (self.text(Name::SslCert)?, self.text(Name::SslKey)?);
        // Each stands for the other where that is not given.
        let Some(path) = certificate.as_ref().or(key.as_ref()) else { return Ok(None) };
        let key = key.as_ref().unwrap_or(path);
        let places = || self.place(Name::SslCert).into_iter().chain(self.place(Name::SslKey));
        let found = match self.files.client_certificate(path, key) {
            None => return unknown("the replica's certificate", places()),
            Some(Err(unusable)) => return fails(NO_TLS, unusable.to_string(), places()),
            Some(Ok(found)) => found,
        };
        if !found.is_strong_enough(self.libraries.0.security_level()) {
            return fails(NO_TLS, "the key of the replica's certificate is too short for its TLS library", places());
        }
        if self.libraries.0 == Library::YaSsl && found.key_is_pkcs8 {
            return unknown("whether the key was converted for yaSSL, which reads no `BEGIN PRIVATE KEY`", places());
        }
        Ok(Some((path.clone(), found)))
    }

    /// Whether the replica believes the source.
    fn verify(&self, tls: &Tls, trust: &Trust<'_>, level: u8) -> Step {
        let server = self.replica.server;
        if tls.checks == Checks::None {
            return Ok(());
        }
        let certificate = self.source.certificate();
        let place = self.place(Name::SslCa).or(self.place(Name::SslCapath)).or(self.place(Name::SslVerifyServerCert));
        let trusted = if trust.has_authority() {
            // yaSSL leaves the lists of revoked certificates out.
            let is_yassl = self.libraries.0 == Library::YaSsl;
            let trust = if is_yassl { Trust { crl: None, crlpath: None, ..*trust } } else { *trust };
            certificate.and_then(|path| self.files.is_trusted(path, &trust, Shown::BySource, level))
        } else if server.is_subset(Behaviour::PasswordProvesSource.servers()) {
            // Then the name is not looked at: who knows the password is the source.
            if self.text(Name::Password).is_ok_and(|password| password.is_some()) {
                return Ok(());
            }
            return unknown("how the source proves who it is to an account without a password", place);
        } else if server.is_subset(Behaviour::SystemAuthorities.servers()) {
            certificate.and_then(|path| self.files.is_publicly_trusted(path))
        } else {
            // Before 5.7.18 only the name is verified then.
            Some(true)
        };
        let trusted = match trusted {
            Some(true) => Ok(()),
            Some(false) => fails(NO_TLS, "the source's certificate is not trusted", place.clone()),
            None => unknown("whether the source's certificate is trusted", place.clone()),
        };
        let named = if tls.checks == Checks::Identity { self.verify_name(certificate, place) } else { Ok(()) };
        all([trusted, named])
    }

    fn verify_name(&self, certificate: Option<&str>, place: Option<Place>) -> Step {
        let host = self.text(Name::Host)?.unwrap_or_default();
        let named = certificate.and_then(|path| {
            if self.replica.server.is_subset(Behaviour::CnOnly.servers()) {
                self.files.common_name(path).map(|name| name == host)
            } else {
                self.files.names_host(path, &host)
            }
        });
        let places = self.place(Name::Host).into_iter().chain(place);
        match named {
            Some(true) => Ok(()),
            Some(false) => fails(NO_TLS, "the source's certificate is not for this host", places),
            None => unknown("for which hosts the source's certificate is", places),
        }
    }

    /// Whether the source believes the replica.
    fn show(&self, path: &str, protocol: Option<Protocol>) -> Step {
        let place = self.place(Name::SslCert).or(self.place(Name::SslKey));
        let level = self.libraries.1.security_level();
        match self.source.trust().and_then(|trust| self.files.is_trusted(path, &trust, Shown::ByReplica, level)) {
            Some(true) => Ok(()),
            // Over TLS 1.3 the replica is done before the source has looked, and finds the connection gone.
            Some(false) => {
                let errno = if protocol == Some(Protocol::TlsV13) { 2013 } else { NO_TLS };
                denied(errno, Denial::Untrusted, place)
            }
            None => unknown("whether the source trusts the replica's certificate", place),
        }
    }
}
