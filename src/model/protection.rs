use std::fmt;

use super::{Channel, Place, Setting, Value};
use crate::server::{Behaviour, ChannelOptionName as Name, ServerSet};

/// How a channel is protected on one server: what its settings and the server's defaults add up to.
///
/// ```
/// use replint::model::{Checks, Mode, Origin, Run};
/// use replint::server::Targets;
///
/// let server = "mysql-8.4".parse::<Targets>().unwrap().servers();
/// let mut run = Run::new(server);
/// let text = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_SSL_CA = '/ca.pem'";
/// let parsed = replint::parse_statement(text, &Default::default());
/// run.apply(&parsed.statement.unwrap(), server, &Origin::of_text("a.sql", text));
/// let tls = run.channel("").unwrap().tls(server).unwrap();
/// assert_eq!((tls.checks, tls.mode()), (Checks::Chain, Some(Mode::VerifyCa)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Tls {
    /// The replica uses TLS if the source has it.
    pub offered: bool,
    /// It does not connect without.
    pub enforced: bool,
    /// What of the source's certificate is checked.
    pub checks: Checks,
    /// Why it is so, in that order.
    pub why: Vec<Reason>,
}

/// What a replica checks of the certificate of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Checks {
    /// Nothing.
    None,
    /// Who signed it.
    Chain,
    /// That, and the name of the host in it.
    Identity,
}

/// The manual's names for the protection of a connection. MySQL's PREFERRED is not among them: where TLS is offered and not enforced, a channel has none of the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// No TLS.
    Disabled,
    /// TLS with whoever answers.
    Required,
    /// TLS, with a certificate that is signed by an authority of the channel.
    VerifyCa,
    /// That, and for this host.
    VerifyIdentity,
}

/// Why a channel is protected as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What is so, in words.
    pub what: &'static str,
    /// Where it was set; none: it is the servers' default, or their way.
    pub place: Option<Place>,
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Disabled => "DISABLED",
            Self::Required => "REQUIRED",
            Self::VerifyCa => "VERIFY_CA",
            Self::VerifyIdentity => "VERIFY_IDENTITY",
        })
    }
}

impl Tls {
    /// The manual's name for it.
    pub fn mode(&self) -> Option<Mode> {
        match self.checks {
            _ if !self.offered => Some(Mode::Disabled),
            _ if !self.enforced => None,
            Checks::None => Some(Mode::Required),
            Checks::Chain => Some(Mode::VerifyCa),
            Checks::Identity => Some(Mode::VerifyIdentity),
        }
    }

    fn clear(why: Vec<Reason>) -> Self {
        Self { offered: false, enforced: false, checks: Checks::None, why }
    }

    fn is(&self, other: &Self) -> bool {
        (self.offered, self.enforced, self.checks) == (other.offered, other.enforced, other.checks)
    }
}

/// Whether something holds on all of some servers, or on none; `None` where it differs.
pub(super) fn holds(servers: ServerSet, on: ServerSet) -> Option<bool> {
    match (servers.is_subset(on), servers.intersects(on)) {
        (true, _) => Some(true),
        (_, false) => Some(false),
        _ => None,
    }
}

impl Channel {
    /// How it is protected on a server; of several only what all of them agree on. `None` where the run does not say.
    pub fn tls(&self, servers: ServerSet) -> Option<Tls> {
        let reason = |what, setting: Option<&Setting>| Reason { what, place: setting.map(|it| it.place.clone()) };
        let ssl = self.switch(Name::Ssl);
        if servers.is_empty() || servers.is_subset(ssl.off) {
            return (!servers.is_empty()).then(|| Tls::clear(vec![reason("TLS is off", ssl.setting)]));
        }
        if !servers.is_subset(ssl.on) {
            return None;
        }
        let mut why = vec![reason("TLS is on", ssl.setting)];
        if holds(servers, Behaviour::TlsNeedsOption.servers())? {
            let options = [Name::SslCa, Name::SslCapath, Name::SslCert, Name::SslKey, Name::SslCipher];
            let values = options.map(|option| self.value(option));
            match values.iter().find_map(|value| value.given()) {
                Some(setting) => why.push(reason("an option turns it on", Some(setting))),
                None if values.iter().all(|value| value.is_unset()) => {
                    why.push(reason("these servers do not use it without another option of TLS", None));
                    return Some(Tls::clear(why));
                }
                None => return None,
            }
        }
        let verify = self.switch(Name::SslVerifyServerCert);
        let verifies = match (servers.is_subset(verify.on), servers.is_subset(verify.off)) {
            (false, false) => return None,
            (verifies, _) => verifies,
        };
        let authority = [Name::SslCa, Name::SslCapath].map(|option| self.value(option));
        let checks = match authority.iter().find_map(|value| value.given()) {
            _ if verifies => Checks::Identity,
            Some(_) => Checks::Chain,
            None if authority.contains(&Value::Unknown) => return None,
            None => Checks::None,
        };
        why.push(match (checks, authority.iter().find_map(|value| value.given())) {
            (Checks::Identity, _) => reason("the host is verified", verify.setting),
            (_, Some(setting)) => reason("the certificate authority is verified", Some(setting)),
            _ => reason("no certificate authority is given, and nothing verified", None),
        });
        let enforced = holds(servers, Behaviour::TlsEnforced.servers())?
            || verifies && holds(servers, Behaviour::VerificationEnforcesTls.servers())?;
        why.push(if enforced {
            reason("these servers do without the connection rather than without TLS", None)
        } else {
            reason("these servers do without TLS where the source has none", None)
        });
        Some(Tls { offered: true, enforced, checks, why })
    }

    /// How it is protected, by server: those that protect it alike together, oldest first; `None` where the run does not say.
    pub fn tls_by_servers(&self) -> Vec<(ServerSet, Option<Tls>)> {
        let mut groups: Vec<(ServerSet, Option<Tls>)> = Vec::new();
        let releases = self.servers.iter().filter_map(|(flavor, version)| ServerSet::of_version(flavor, version));
        for server in releases {
            let tls = self.tls(server);
            let same = |group: &&mut (ServerSet, Option<Tls>)| match (&group.1, &tls) {
                (Some(one), Some(other)) => one.is(other),
                (one, other) => one.is_none() && other.is_none(),
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.0 |= server,
                None => groups.push((server, tls)),
            }
        }
        groups
    }
}
