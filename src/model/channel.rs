use std::collections::BTreeMap;

use super::{Place, Setting, Switch, Value};
use crate::ast::{ChannelOption, ChannelValue, Node};
use crate::server::{Behaviour, ChannelOptionName, ServerSet};

/// A channel of a replica (a connection of MariaDB) as far as the run shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Channel {
    pub(super) name: String,
    pub(super) servers: ServerSet,
    pub(super) beginning: Beginning,
    pub(super) settings: BTreeMap<ChannelOptionName, Setting>,
    pub(super) last_change: Option<Place>,
    pub(super) receiver: Thread,
    pub(super) applier: Thread,
    pub(super) start_credentials: bool,
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
            name: name.to_owned(),
            servers,
            beginning: Beginning::Unknown,
            settings: BTreeMap::new(),
            last_change: None,
            receiver: Thread::Unknown,
            applier: Thread::Unknown,
            start_credentials: false,
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

    /// The value that an option was given last.
    pub fn setting(&self, option: ChannelOptionName) -> Option<&Setting> {
        self.settings.get(&option)
    }

    /// Everything that was set and not cleared, by option.
    pub fn settings(&self) -> impl Iterator<Item = &Setting> {
        self.settings.values()
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

    pub(super) fn set(&mut self, option: &ChannelOption<'_>, place: Place) {
        let value = option.value.clone().into_owned();
        self.settings.insert(option.name, Setting { option: option.name, value, place });
    }
}

/// `''`, NULL, `()`: what clears an option.
fn is_empty(value: &ChannelValue<'_>) -> bool {
    match value {
        ChannelValue::Text(text) => text.value().is_some_and(|value| value.is_empty()),
        ChannelValue::Secret(secret) => secret.expose().value().is_some_and(|value| value.is_empty()),
        ChannelValue::Null(_) => true,
        ChannelValue::Ids(ids) => ids.is_empty(),
        _ => false,
    }
}
