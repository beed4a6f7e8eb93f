use std::collections::{BTreeMap, BTreeSet};

use super::{Channel, Setting, Thread};
use crate::server::ChannelOptionName;

/// The channels of a run, by their names in lower case; and what is looked for among them, so that no statement goes through all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Channels {
    by_name: BTreeMap<String, Channel>,
    by_user: BTreeMap<String, BTreeSet<String>>,
    by_source: BTreeMap<(String, u64), BTreeSet<String>>,
    /// Those of which a thread may run.
    may_run: BTreeSet<String>,
    /// Those of which a thread is known to run.
    running: BTreeSet<String>,
    /// Those of which a thread may stand.
    may_stand: BTreeSet<String>,
    /// Those that may be of MySQL.
    may_be_mysql: BTreeSet<String>,
}

impl Channels {
    pub(super) fn of(&self, key: &str) -> Option<&Channel> {
        self.by_name.get(key)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Channel> {
        self.by_name.values()
    }

    pub(super) fn of_user(&self, user: &str) -> impl Iterator<Item = &Channel> {
        self.by_user.get(user).into_iter().flatten().filter_map(|key| self.by_name.get(key))
    }

    pub(super) fn running(&self) -> impl Iterator<Item = &Channel> {
        self.running.iter().filter_map(|key| self.by_name.get(key))
    }

    pub(super) fn to_source(&self, source: &(String, u64)) -> impl Iterator<Item = &Channel> {
        self.by_source.get(source).into_iter().flatten().filter_map(|key| self.by_name.get(key))
    }

    /// Changes a channel, if there is one of the name.
    pub(super) fn change(&mut self, key: &str, change: impl FnOnce(&mut Channel)) {
        if let Some(mut channel) = self.remove(key) {
            change(&mut channel);
            self.insert(key.to_owned(), channel);
        }
    }

    /// Changes all channels but those that are started already.
    pub(super) fn start(&mut self, change: impl Fn(&mut Channel)) {
        self.may_stand.clone().iter().for_each(|key| self.change(key, &change));
    }

    /// Changes all channels but those that are stopped already.
    pub(super) fn stop(&mut self, change: impl Fn(&mut Channel)) {
        self.may_run.clone().iter().for_each(|key| self.change(key, &change));
    }

    /// Removes what may be a channel of MySQL.
    pub(super) fn forget_mysql(&mut self) {
        self.may_be_mysql.clone().iter().for_each(|key| _ = self.remove(key));
    }

    pub(super) fn insert(&mut self, key: String, channel: Channel) {
        self.remove(&key);
        if let Some(user) = user(&channel) {
            self.by_user.entry(user).or_default().insert(key.clone());
        }
        if let Some(source) = channel.source() {
            self.by_source.entry(source).or_default().insert(key.clone());
        }
        let threads = [&channel.receiver, &channel.applier];
        if threads.iter().any(|thread| **thread != Thread::Stopped) {
            self.may_run.insert(key.clone());
        }
        if threads.iter().any(|thread| matches!(thread, Thread::Running(_))) {
            self.running.insert(key.clone());
        }
        if threads.iter().any(|thread| !matches!(thread, Thread::Running(_))) {
            self.may_stand.insert(key.clone());
        }
        if !channel.servers.is_mariadb() {
            self.may_be_mysql.insert(key.clone());
        }
        self.by_name.insert(key, channel);
    }

    pub(super) fn remove(&mut self, key: &str) -> Option<Channel> {
        let channel = self.by_name.remove(key)?;
        if let Some(user) = user(&channel) {
            take(&mut self.by_user, &user, key);
        }
        if let Some(source) = channel.source() {
            take(&mut self.by_source, &source, key);
        }
        for keys in [&mut self.may_run, &mut self.running, &mut self.may_stand, &mut self.may_be_mysql] {
            keys.remove(key);
        }
        Some(channel)
    }
}

fn take<K: Ord>(keys: &mut BTreeMap<K, BTreeSet<String>>, of: &K, key: &str) {
    if let Some(set) = keys.get_mut(of) {
        set.remove(key);
        if set.is_empty() {
            keys.remove(of);
        }
    }
}

fn user(channel: &Channel) -> Option<String> {
    channel.setting(ChannelOptionName::User).and_then(Setting::text).map(|user| user.into_owned())
}
