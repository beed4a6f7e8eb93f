use super::{Channel, PemFiles, ServerOptions, Setting};
use crate::option_file::{Files as _, Program};
use crate::server::{ChannelOptionName, ServerSet, Targets};

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

    /// Its option file, if it can be read.
    pub fn options(&self, files: &PemFiles) -> Option<ServerOptions> {
        let path = self.option_file.as_deref()?;
        Some(ServerOptions::read(path, &files.root().read(path).ok()?, files.root()))
    }

    /// Its releases, as far as they are known.
    pub fn servers(&self) -> ServerSet {
        self.server.servers()
    }

    /// The file of its certificate, if it is known.
    pub fn certificate(&self, files: &PemFiles) -> Option<String> {
        if self.certificate.is_some() {
            return self.certificate.clone();
        }
        let options = self.options(files)?;
        Some(options.find(Program::Server, self.servers(), "ssl-cert")?.entry.text()?.into_owned())
    }
}
