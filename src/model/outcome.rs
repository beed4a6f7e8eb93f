//! What starting a channel would come to.

mod denial;
mod handshake;
mod login;

use std::borrow::Cow;

pub use denial::{Denial, Denied};

use super::{Channel, Files, Place, Replica, Setting, Source, Value};
use crate::ast::ChannelValue;
use crate::server::{Behaviour, ChannelOptionName as Name, Excess, Unit};
use crate::tls::{Cipher, Library, Protocol};

/// What starting a channel would come to.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The replica reads the source's binary log.
    Connects {
        /// Whether over TLS.
        tls: bool,
        /// By which protocol, where that is known.
        protocol: Option<Protocol>,
        /// With which cipher, where that is known.
        cipher: Option<Cipher>,
    },
    /// It stops with an error.
    Fails {
        /// `Last_IO_Errno`.
        errno: u16,
        /// Why.
        why: Cause,
    },
    /// A statement is refused: a CHANGE, or the START.
    Rejected {
        /// The error of the statement.
        errno: u16,
        /// Why.
        why: Cause,
    },
    /// It depends on what is not known.
    Unknown {
        /// What that is.
        missing: Cause,
    },
}

/// Why something is so, in words that hold no value of a statement, and the places that it depends on, most telling first.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// In words.
    pub what: Cow<'static, str>,
    /// In the run of the replica or of the source.
    pub places: Vec<Place>,
    /// What the source turns the replica away for, if it does.
    pub denial: Option<Denial>,
}

impl Cause {
    fn new(what: impl Into<Cow<'static, str>>, places: impl IntoIterator<Item = Place>) -> Self {
        Self { what: what.into(), places: places.into_iter().collect(), denial: None }
    }
}

/// Nothing, or what the attempt comes to at this point.
type Step<T = ()> = Result<T, Outcome>;

fn fails<T>(errno: u16, what: impl Into<Cow<'static, str>>, places: impl IntoIterator<Item = Place>) -> Step<T> {
    Err(Outcome::Fails { errno, why: Cause::new(what, places) })
}

fn denied<T>(errno: u16, denial: Denial, places: impl IntoIterator<Item = Place>) -> Step<T> {
    let why = Cause { denial: Some(denial), ..Cause::new(denial.what(), places) };
    Err(Outcome::Fails { errno, why })
}

fn unknown<T>(what: impl Into<Cow<'static, str>>, places: impl IntoIterator<Item = Place>) -> Step<T> {
    Err(Outcome::Unknown { missing: Cause::new(what, places) })
}

/// The first of several steps that fails, or else the first that is not known.
fn all(steps: impl IntoIterator<Item = Step>) -> Step {
    let mut first = Ok(());
    for step in steps {
        match step {
            Err(Outcome::Unknown { .. }) => first = first.and(step),
            Err(_) => return step,
            Ok(()) => {}
        }
    }
    first
}

/// A channel that is started, with TLS libraries at both ends.
struct Attempt<'a> {
    channel: &'a Channel,
    replica: Replica,
    source: &'a Source<'a>,
    files: &'a dyn Files,
    libraries: (Library, Library),
}

impl Channel {
    /// What starting it on a replica would come to. The source is taken to answer under the channel's host.
    ///
    /// ```
    /// use replint::model::{NoFiles, Origin, Outcome, Replica, Run, Source};
    /// use replint::server::Targets;
    ///
    /// let server = "mysql-9.7".parse::<Targets>().unwrap().servers();
    /// let run = |texts: &[&str]| {
    ///     let mut run = Run::new(server);
    ///     for text in texts {
    ///         let parsed = replint::parse_statement(*text, &Default::default());
    ///         run.apply(&parsed.statement.unwrap(), server, &Origin::of_text("a.sql", text));
    ///     }
    ///     run
    /// };
    /// let accounts = run(&["CREATE USER repl IDENTIFIED BY 'example' REQUIRE X509", "GRANT REPLICATION SLAVE ON *.* TO repl"]);
    /// let replica = run(&["CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_USER = 'repl', SOURCE_PASSWORD = 'example'"]);
    /// let source = Source { accounts: Some(&accounts), ..Source::of(server) };
    /// let outcome = replica.channel("").unwrap().start(Replica { server, library: None }, &source, &NoFiles);
    /// assert!(matches!(outcome, Outcome::Fails { errno: 1045, .. }));
    /// ```
    pub fn start(&self, replica: Replica, source: &Source<'_>, files: &dyn Files) -> Outcome {
        let built = |server, library: Option<Library>| {
            let may_be = |it: &Library| library.map_or(it.servers().intersects(server), |library| library == *it);
            Library::all().filter(may_be).collect::<Vec<_>>()
        };
        let mut common: Option<Outcome> = None;
        for mine in built(replica.server, replica.library) {
            for theirs in built(source.server, source.library) {
                let attempt = Attempt { channel: self, replica, source, files, libraries: (mine, theirs) };
                let outcome = attempt.outcome().unwrap_or_else(|outcome| outcome);
                common = Some(common.map_or(outcome.clone(), |before| before.common(outcome)));
            }
        }
        let no_server = || Outcome::Unknown { missing: Cause::new("the releases of replica and source", None) };
        common.unwrap_or_else(no_server)
    }
}

impl Outcome {
    /// What two possible outcomes have in common.
    fn common(self, other: Self) -> Self {
        match (self, other) {
            (Outcome::Connects { tls, protocol, cipher }, Outcome::Connects { tls: other, protocol: p, cipher: c })
                if tls == other =>
            {
                Outcome::Connects {
                    tls,
                    protocol: protocol.filter(|it| Some(*it) == p),
                    cipher: cipher.filter(|it| c.is_some_and(|c| c.name() == it.name())),
                }
            }
            (Outcome::Fails { errno, why }, Outcome::Fails { errno: other, .. }) if errno == other => {
                Outcome::Fails { errno, why }
            }
            (Outcome::Rejected { errno, why }, _) | (_, Outcome::Rejected { errno, why }) => {
                Outcome::Rejected { errno, why }
            }
            (unknown @ Outcome::Unknown { .. }, _) | (_, unknown @ Outcome::Unknown { .. }) => unknown,
            _ => Outcome::Unknown { missing: Cause::new("the TLS library", None) },
        }
    }
}

impl Attempt<'_> {
    fn outcome(&self) -> Step<Outcome> {
        let (channel, server) = (self.channel, self.replica.server);
        if let Some(refusal) = channel.refusals().find(|refusal| server.is_subset(refusal.servers)) {
            let why = Cause::new(refusal.what, [refusal.place.clone()]);
            return Ok(Outcome::Rejected { errno: refusal.errno, why });
        }
        if !server.is_subset(channel.servers()) {
            return unknown("whether the replica takes the statements", None);
        }
        match self.text(Name::Host)? {
            Some(host) if self.is_cut(Name::Host, &host) => {
                return unknown("whether there is a host by the part of the name that is kept", self.place(Name::Host));
            }
            Some(_) => {}
            None if channel.is_complete() => {
                let why = Cause::new("the channel has no host", None);
                return Ok(Outcome::Rejected { errno: 1200, why });
            }
            None => return unknown("what was set before", None),
        }
        let Some(tls) = channel.tls(server) else { return unknown("how TLS was set before", None) };
        let session = match (tls.offered, self.source.offers_tls()) {
            (false, _) => None,
            (true, Some(true)) => Some(self.handshake(&tls)?),
            (true, Some(false)) if tls.enforced => {
                return denied(2026, Denial::NoTls, self.place(Name::Ssl));
            }
            (true, Some(false)) => None,
            (true, None) => {
                if tls.enforced {
                    self.handshake(&tls)?;
                }
                return unknown("whether the source has TLS", None);
            }
        };
        self.log_in(session.as_ref())?;
        Ok(match session {
            None => Outcome::Connects { tls: false, protocol: None, cipher: None },
            Some(session) => {
                Outcome::Connects { tls: true, protocol: session.agreed.protocol, cipher: session.agreed.cipher }
            }
        })
    }

    /// What the server keeps of the text of an option; none if it is not set.
    fn text(&self, option: Name) -> Step<Option<String>> {
        let setting = match self.channel.value(option) {
            Value::Unset => return Ok(None),
            Value::Unknown => return unknown("what was set before", None),
            Value::Given(setting) => setting,
        };
        let text = match &setting.value {
            ChannelValue::Secret(secret) => secret.expose().value(),
            _ => setting.text(),
        };
        let Some(mut text) = text.map(Cow::into_owned) else {
            return unknown("a value that is put in later", [setting.value_place()]);
        };
        if let Some(most) = self.most(option) {
            text.truncate(text.floor_char_boundary(most));
        }
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// How many bytes of a text the server keeps; the rest is cut off.
    fn most(&self, option: Name) -> Option<usize> {
        let cuts = |limit: &&crate::server::OptionLimit| {
            limit.then == Excess::Cut && limit.unit == Unit::Bytes && self.replica.server.is_subset(limit.servers)
        };
        match option.limits().find(cuts) {
            Some(limit) => usize::try_from(limit.most).ok(),
            None => Some(Setting::KEPT).filter(|_| !matches!(option, Name::Host | Name::User | Name::Password)),
        }
    }

    fn is_cut(&self, option: Name, kept: &str) -> bool {
        let whole = self.channel.setting(option).and_then(Setting::text);
        whole.is_some_and(|whole| whole.len() > kept.len())
    }

    /// Where an option was set.
    fn place(&self, option: Name) -> Option<Place> {
        self.channel.setting(option).map(|setting| setting.place.clone())
    }

    /// What stands for an error of a connection that is already made.
    fn errno(&self, old: u16, new: u16) -> u16 {
        if self.replica.server.is_subset(Behaviour::TellsSourceErrorsApart.servers()) { new } else { old }
    }
}
