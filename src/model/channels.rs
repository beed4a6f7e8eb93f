use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Channel, Setting, Thread};
use crate::server::ChannelOptionName;

/// The channels of a run, by their names in lower case; and what is looked for among them, so that no statement goes through all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Channels {
    by_name: BTreeMap<Arc<str>, Channel>,
    by_user: BTreeMap<String, BTreeSet<Arc<str>>>,
    by_source: BTreeMap<(String, u64), BTreeSet<Arc<str>>>,
    /// Those that each [`Mark`] is true of.
    marked: [BTreeSet<Arc<str>>; 4],
}

/// Whether each [`Mark`] is true of a channel.
type Marked = [bool; 4];

/// What may be true of a channel.
#[derive(Clone, Copy)]
enum Mark {
    /// A thread may run.
    MayRun,
    /// A thread is known to run.
    Runs,
    /// A thread may stand.
    MayStand,
    /// It may be of MySQL.
    MayBeMySql,
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
        self.marked[Mark::Runs as usize].iter().filter_map(|key| self.by_name.get(key))
    }

    pub(super) fn to_source(&self, source: &(String, u64)) -> impl Iterator<Item = &Channel> {
        self.by_source.get(source).into_iter().flatten().filter_map(|key| self.by_name.get(key))
    }

    /// Changes the threads or the servers of a channel, if there is one of the name.
    pub(super) fn change(&mut self, key: &str, change: impl FnOnce(&mut Channel)) {
        let Some(channel) = self.by_name.get_mut(key) else { return };
        let before = marked(channel);
        change(channel);
        let after = marked(channel);
        if before != after
            && let Some((key, _)) = self.by_name.get_key_value(key)
        {
            let key = Arc::clone(key);
            self.mark(&key, before, after);
        }
    }

    /// Changes all channels but those that are started already.
    pub(super) fn start(&mut self, change: impl Fn(&mut Channel)) {
        self.marked[Mark::MayStand as usize].clone().iter().for_each(|key| self.change(key, &change));
    }

    /// Changes all channels but those that are stopped already.
    pub(super) fn stop(&mut self, change: impl Fn(&mut Channel)) {
        self.marked[Mark::MayRun as usize].clone().iter().for_each(|key| self.change(key, &change));
    }

    /// Removes what may be a channel of MySQL.
    pub(super) fn forget_mysql(&mut self) {
        self.marked[Mark::MayBeMySql as usize].clone().iter().for_each(|key| _ = self.remove(key));
    }

    /// Adds a channel that is not there.
    pub(super) fn insert(&mut self, key: String, channel: Channel) {
        let key: Arc<str> = key.into();
        if let Some(user) = user(&channel) {
            self.by_user.entry(user).or_default().insert(Arc::clone(&key));
        }
        if let Some(source) = channel.source() {
            self.by_source.entry(source).or_default().insert(Arc::clone(&key));
        }
        self.mark(&key, [false; 4], marked(&channel));
        self.by_name.insert(key, channel);
    }

    pub(super) fn remove(&mut self, key: &str) -> Option<Channel> {
        let (key, channel) = self.by_name.remove_entry(key)?;
        if let Some(user) = user(&channel) {
            take(&mut self.by_user, &user, &key);
        }
        if let Some(source) = channel.source() {
            take(&mut self.by_source, &source, &key);
        }
        self.mark(&key, marked(&channel), [false; 4]);
        Some(channel)
    }

    fn mark(&mut self, key: &Arc<str>, before: Marked, after: Marked) {
        for (at, keys) in self.marked.iter_mut().enumerate() {
            match (before[at], after[at]) {
                (false, true) => _ = keys.insert(Arc::clone(key)),
                (true, false) => _ = keys.remove(key),
                _ => {}
            }
        }
    }
}

fn marked(channel: &Channel) -> Marked {
    let threads = [&channel.receiver, &channel.applier];
    [Mark::MayRun, Mark::Runs, Mark::MayStand, Mark::MayBeMySql].map(|mark| match mark {
        Mark::MayRun => threads.iter().any(|thread| !matches!(thread, Thread::Stopped)),
        Mark::Runs => threads.iter().any(|thread| matches!(thread, Thread::Running(_))),
        Mark::MayStand => threads.iter().any(|thread| !matches!(thread, Thread::Running(_))),
        Mark::MayBeMySql => !channel.servers.is_mariadb(),
    })
}

fn take<K: Ord>(keys: &mut BTreeMap<K, BTreeSet<Arc<str>>>, of: &K, key: &str) {
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
