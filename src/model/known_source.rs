use std::sync::Arc;

use super::{Channel, PemFiles, ServerOptions, Setting, Source, SourceTls, Trust};
use crate::server::{Behaviour, ChannelOptionName, ServerSet, Targets};
use crate::tls::Wishes;

/// A source of which something is known besides what scripts say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownSource {
    /// The names and addresses that channels know it by.
    pub hosts: Vec<String>,
    /// Its port; none: any.
    pub port: Option<u16>,
    /// Its release, if it is known.
    pub server: Targets,
    /// The file of its certificate.
    pub certificate: Option<String>,
    /// Its option file, which names its certificate otherwise.
    pub option_file: Option<String>,
}

impl KnownSource {
    /// Whether a channel connects to it, as far as the run shows.
    pub fn is_of(&self, channel: &Channel) -> bool {
        let host = channel.value(ChannelOptionName::Host).given().and_then(Setting::text);
        let port = match channel.setting(ChannelOptionName::Port) {
            None if channel.is_complete() => Some(3306),
            None => None,
            Some(setting) => setting.integer().and_then(|port| u16::try_from(port).ok()),
        };
        host.is_some_and(|host| self.hosts.iter().any(|known| known.eq_ignore_ascii_case(&host)))
            && (self.port.is_none() || self.port == port)
    }

    /// Its releases, as far as they are known.
    pub fn servers(&self) -> ServerSet {
        self.server.servers()
    }

    /// What is known of its TLS if it is of this release.
    pub fn tls(&self, server: ServerSet, files: &PemFiles) -> KnownTls {
        let options = self.option_file.as_deref().and_then(|path| files.option_file(path));
        let text = |known| options.as_ref().and_then(|options| options.text(server, known));
        let path = |known| text(known).filter(|path| !path.is_empty());
        let switch = |known| options.as_ref().and_then(|options| options.switch(server, known));
        let certificate = self.certificate.clone().or_else(|| path("ssl-cert"));
        let authorities = [path("ssl-ca"), path("ssl-capath")];
        let has_files = certificate.is_some() || path("ssl-key").is_some() || authorities.iter().any(Option::is_some);
        let is_whole = options.as_ref().is_some_and(|options| !options.is_partial());
        let is_default = server.is_subset(Behaviour::OffersTlsByDefault.servers());
        let is_off = switch("ssl") == Some(false) || text("tls-version").is_some_and(|version| version.is_empty());
        let offered = match is_off {
            true if is_whole => Some(false),
            _ if has_files => Some(true),
            _ if is_whole && !server.intersects(Behaviour::MayOfferTlsByDefault.servers()) => Some(false),
            _ => is_default.then_some(true),
        };
        let (version, ciphers, suites) = if is_whole {
            (text("tls-version"), text("ssl-cipher"), text("tls-ciphersuites"))
        } else {
            (None, None, None)
        };
        KnownTls {
            offered,
            version,
            ciphers,
            suites,
            certificate,
            authorities,
            revocations: [path("ssl-crl"), path("ssl-crlpath")],
            is_required: is_whole && switch("require-secure-transport") == Some(true),
            options,
        }
    }
}

/// What is known of the TLS of a source.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownTls {
    offered: Option<bool>,
    version: Option<String>,
    ciphers: Option<String>,
    suites: Option<String>,
    certificate: Option<String>,
    /// In a file, in a directory.
    authorities: [Option<String>; 2],
    /// In a file, in a directory.
    revocations: [Option<String>; 2],
    is_required: bool,
    options: Option<Arc<ServerOptions>>,
}

impl KnownTls {
    /// The option file that says it, if that could be read.
    pub fn options(&self) -> Option<&ServerOptions> {
        self.options.as_deref()
    }

    /// The file of its certificate, if it is known.
    pub fn certificate(&self) -> Option<&str> {
        self.certificate.as_deref()
    }

    /// The source, if it is of this release, its accounts left out.
    pub fn source(&self, server: ServerSet) -> Source<'_> {
        let ([ca, capath], [crl, crlpath]) = (&self.authorities, &self.revocations);
        let trust =
            Trust { ca: ca.as_deref(), capath: capath.as_deref(), crl: crl.as_deref(), crlpath: crlpath.as_deref() };
        let wishes = Wishes {
            version: self.version.as_deref(),
            ciphers: self.ciphers.as_deref(),
            suites: self.suites.as_deref(),
        };
        let tls = match self.offered {
            None => SourceTls::Unknown,
            Some(false) => SourceTls::Off,
            Some(true) => {
                SourceTls::On { wishes, certificate: self.certificate(), trust: trust.has_authority().then_some(trust) }
            }
        };
        Source { tls, requires_tls: self.is_required, ..Source::of(server) }
    }
}
