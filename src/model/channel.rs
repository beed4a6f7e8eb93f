use smol_str::SmolStr;

use super::setting::GivenOptions;
use super::{Place, Refusal, Setting, Switch, Value};
use crate::ast::{ChannelOption, ChannelValue, Content, Node, Part, Spelling};
use crate::server::{Behaviour, ChannelOptionName, ServerSet};

/// A channel of a replica (a connection of MariaDB) as far as the run shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Channel {
    pub(super) name: SmolStr,
    pub(super) servers: ServerSet,
    pub(super) beginning: Beginning,
    pub(super) settings: GivenOptions,
    pub(super) last_change: Option<Place>,
    /// In which words it was changed last.
    pub(super) spelling: Spelling,
    pub(super) receiver: Thread,
    pub(super) applier: Thread,
    pub(super) start_credentials: bool,
    pub(super) gtid_off: Option<Place>,
    pub(super) refusals: Vec<Refusal>,
}

/// How a channel comes into the run.
#[derive(Clone, Debug, PartialEq)]
pub enum Beginning {
    /// It is only altered: the rest of it is unknown.
    Unknown,
    /// A CHANGE that names the host: what was not said by then is at its default.
    Host(Place),
    /// RESET … ALL: nothing is set.
    Reset(Place),
}

/// A thread of a channel.
#[derive(Clone, Debug, PartialEq)]
pub enum Thread {
    /// The run does not say.
    Unknown,
    /// Started here, and not stopped since.
    Running(Place),
    /// Stopped.
    Stopped,
}

impl Channel {
    pub(super) fn new(name: &str, servers: ServerSet) -> Self {
        Self {
            name: name.into(),
            servers,
            beginning: Beginning::Unknown,
            settings: GivenOptions::default(),
            last_change: None,
            spelling: Spelling::Current,
            receiver: Thread::Unknown,
            applier: Thread::Unknown,
            start_credentials: false,
            gtid_off: None,
            refusals: Vec::new(),
        }
    }

    /// The name as it was first written; empty for the default channel.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The servers of the run that accepted every statement about it.
    pub fn servers(&self) -> ServerSet {
        self.servers
    }

    /// The host in lower case and the port, where both are known.
    pub fn source(&self) -> Option<(String, u64)> {
        let host = self.setting(ChannelOptionName::Host)?.text()?.to_ascii_lowercase();
        let port = match self.setting(ChannelOptionName::Port) {
            Some(port) => port.integer()?,
            None if self.is_complete() => 3306,
            None => return None,
        };
        Some((host, port)).filter(|(host, _)| !host.is_empty())
    }

    /// Whether its host is the machine itself.
    pub fn is_local(&self) -> bool {
        let host = self.setting(ChannelOptionName::Host).and_then(Setting::text);
        host.is_some_and(|host| host.eq_ignore_ascii_case("localhost") || *host == *"::1" || host.starts_with("127."))
    }

    /// An option in the word that its servers know; where they know both, in that of the last CHANGE.
    pub(crate) fn word(&self, option: ChannelOptionName) -> &'static str {
        let facts = option.facts();
        let having = self.servers & (facts.current_servers | facts.legacy_servers);
        let written =
            option.legacy().filter(|_| self.spelling == Spelling::Legacy && having.is_subset(facts.legacy_servers));
        written.or(option.word_for(having)).unwrap_or(option.current())
    }

    /// How it came into the run.
    pub fn beginning(&self) -> &Beginning {
        &self.beginning
    }

    /// Whether it is set up in the run, so that what was not said is at its default.
    pub fn is_complete(&self) -> bool {
        self.beginning != Beginning::Unknown
    }

    /// The last CHANGE of it: from its first word to its last.
    pub fn last_change(&self) -> Option<&Place> {
        self.last_change.as_ref()
    }

    /// The thread that reads from the source.
    pub fn receiver(&self) -> &Thread {
        &self.receiver
    }

    /// The thread that applies what was read.
    pub fn applier(&self) -> &Thread {
        &self.applier
    }

    /// Whether START REPLICA gave it a user or a password of its own.
    pub fn has_start_credentials(&self) -> bool {
        self.start_credentials
    }

    /// What servers refuse of the statements about it: of each server the first.
    pub fn refusals(&self) -> impl Iterator<Item = &Refusal> {
        self.refusals.iter()
    }

    /// The coordinates with which a statement turned MASTER_USE_GTID off on MariaDB, without naming it.
    pub fn gtid_turned_off(&self) -> Option<&Place> {
        self.gtid_off.as_ref()
    }

    /// The value that an option was given last.
    pub fn setting(&self, option: ChannelOptionName) -> Option<&Setting> {
        self.settings.get(option)
    }

    /// Everything that was set and not cleared, by option.
    pub fn settings(&self) -> impl Iterator<Item = &Setting> {
        self.settings.iter()
    }

    /// A bit for each option that is set.
    pub(crate) fn given_options(&self) -> u64 {
        self.settings.given()
    }

    /// What is known of an option that holds a text, an account or a list.
    pub fn value(&self, option: ChannelOptionName) -> Value<'_> {
        match self.setting(option) {
            Some(setting) if is_empty(&setting.value) => Value::Unset,
            Some(setting) => Value::Given(setting),
            None if self.is_complete() => Value::Unset,
            None => Value::Unknown,
        }
    }

    /// Where a switch is on and off.
    pub fn switch(&self, option: ChannelOptionName) -> Switch<'_> {
        let on_by_default = match option {
            ChannelOptionName::Ssl => Behaviour::TlsByDefault.servers(),
            ChannelOptionName::SslVerifyServerCert => Behaviour::VerifyByDefault.servers(),
            _ => ServerSet::EMPTY,
        };
        let setting = self.setting(option);
        let on = match setting.map(|setting| &setting.value) {
            None if self.is_complete() => on_by_default,
            Some(ChannelValue::Number(number)) => match number.integer() {
                Some(0) => ServerSet::EMPTY,
                Some(_) => ServerSet::ALL,
                None => return Switch { on: ServerSet::EMPTY, off: ServerSet::EMPTY, setting },
            },
            _ => return Switch { on: ServerSet::EMPTY, off: ServerSet::EMPTY, setting },
        };
        Switch { on: self.servers & on, off: self.servers - on, setting }
    }

    /// Takes over what servers keep of a channel that they reset: all that has to do with TLS but for verification.
    pub(super) fn keep_tls(&mut self, before: &Channel) {
        use ChannelOptionName::{Ssl, SslCa, SslCapath, SslCert, SslCipher, SslCrl, SslCrlpath, SslKey};
        for name in [Ssl, SslCa, SslCapath, SslCert, SslKey, SslCipher, SslCrl, SslCrlpath] {
            if let Some(setting) = before.settings.get(name) {
                self.settings.insert(setting.clone());
            }
        }
    }

    /// What a statement does to its options, in their order.
    pub(super) fn change(
        &mut self,
        options: &[ChannelOption<'_>],
        content: Content,
        place: impl Fn(&ChannelOption<'_>) -> Place,
    ) {
        let names = |wanted: &[ChannelOptionName]| {
            let is_there = wanted.iter().any(|name| content.has_option(*name));
            options.iter().rfind(|option| is_there && wanted.contains(&option.name))
        };
        let coordinates = names(&COORDINATES);
        let moves = |option: &&ChannelOption<'_>| match option.name {
            ChannelOptionName::Host => true,
            ChannelOptionName::Port => !is_zero(&option.value),
            _ => false,
        };
        if options.iter().any(|option| moves(&option)) && names(&COORDINATES[..2]).is_none() {
            COORDINATES[..2].iter().for_each(|name| _ = self.settings.remove(*name));
        }
        if content.has(Part::Ids) {
            options.iter().filter(|option| is_list(option)).for_each(|it| _ = self.settings.remove(it.name));
        }
        self.settings.reserve(options.len());
        for option in options {
            self.set(option, place(option));
        }
        match (names(&[ChannelOptionName::UseGtid]), coordinates) {
            (Some(_), _) => self.gtid_off = None,
            (None, Some(option)) => self.gtid_off = Some(place(option)),
            (None, None) => {}
        }
    }

    fn set(&mut self, option: &ChannelOption<'_>, place: Place) {
        use ChannelOptionName::{Port, ZstdCompressionLevel};
        let mut value = option.value.clone().into_owned();
        if matches!(option.name, Port | ZstdCompressionLevel) && is_zero(&value) {
            return;
        }
        // Lists of one statement add up.
        if let (ChannelValue::Ids(ids), Some(before)) = (&mut value, self.settings.remove(option.name))
            && let ChannelValue::Ids(mut all) = before.value
        {
            all.append(ids);
            *ids = all;
        }
        self.settings.insert(Setting { option: option.name, value, place });
    }
}

/// Where a channel reads on: in the source's binary log, in its own relay log.
pub(crate) const COORDINATES: [ChannelOptionName; 4] = [
    ChannelOptionName::LogFile,
    ChannelOptionName::LogPos,
    ChannelOptionName::RelayLogFile,
    ChannelOptionName::RelayLogPos,
];

fn is_list(option: &ChannelOption<'_>) -> bool {
    matches!(option.value, ChannelValue::Ids(_))
}

fn is_zero(value: &ChannelValue<'_>) -> bool {
    matches!(value, ChannelValue::Number(number) if number.integer() == Some(0))
}

/// `''`, NULL, `()`: what clears an option.
fn is_empty(value: &ChannelValue<'_>) -> bool {
    match value {
        ChannelValue::Text(text) => text.is_empty(),
        ChannelValue::Secret(secret) => secret.expose().is_empty(),
        ChannelValue::Null(_) => true,
        ChannelValue::Ids(ids) => ids.is_empty(),
        _ => false,
    }
}
