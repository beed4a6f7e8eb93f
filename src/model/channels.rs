use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use smol_str::SmolStr;

use super::{Channel, Setting, Thread};
use crate::server::{Behaviour, ChannelOptionName, ServerSet};

/// The channels of a run, by their names in lower case; and what is looked for among them, so that no statement goes through all of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Channels {
    by_name: BTreeMap<SmolStr, usize>,
    slots: Vec<Slot>,
    /// Slots whose channel was removed.
    free: Vec<usize>,
    /// The slot that was changed last: most statements are about the channel of the one before.
    last: usize,
    by_user: HashMap<Box<str>, BTreeSet<usize>>,
    /// Filled only for servers that refuse two channels of one source.
    by_source: BTreeMap<(String, u64), BTreeSet<SmolStr>>,
    /// Those of which a thread is known to run.
    running: BTreeSet<SmolStr>,
    minds_sources: bool,
    /// Slots that each [`Mark`] may be true of; of all that it is true of.
    marked: [Vec<usize>; 3],
}

#[derive(Clone, Debug)]
struct Slot {
    key: SmolStr,
    channel: Option<Channel>,
    /// Whether it stands in each list of `marked`.
    listed: Marked,
}

/// Whether each [`Mark`] is true of a channel.
type Marked = [bool; 3];

/// What may be true of a channel.
#[derive(Clone, Copy)]
enum Mark {
    /// A thread runs.
    Running,
    /// A thread stands.
    Standing,
    /// It is one of MySQL.
    OfMySql,
}

impl PartialEq for Channels {
    fn eq(&self, other: &Self) -> bool {
        self.by_name.len() == other.by_name.len() && self.all().eq(other.all())
    }
}

impl Channels {
    pub(super) fn new(servers: ServerSet) -> Self {
        Self { minds_sources: servers.intersects(Behaviour::OneConnectionASource.servers()), ..Self::default() }
    }

    fn slot(&self, key: &str) -> Option<usize> {
        match self.slots.get(self.last) {
            Some(slot) if *slot.key == *key && slot.channel.is_some() => Some(self.last),
            _ => self.by_name.get(key).copied(),
        }
    }

    fn at(&self, slot: usize) -> Option<&Channel> {
        self.slots.get(slot)?.channel.as_ref()
    }

    pub(super) fn of(&self, key: &str) -> Option<&Channel> {
        self.at(self.slot(key)?)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Channel> {
        self.by_name.values().filter_map(|slot| self.at(*slot))
    }

    /// Those of a user, by name.
    pub(super) fn of_user(&self, user: &str) -> impl Iterator<Item = &Channel> {
        let slots = self.by_user.get(user).into_iter().flatten();
        let mut slots: Vec<&Slot> = slots.filter_map(|slot| self.slots.get(*slot)).collect();
        slots.sort_by(|one, other| one.key.cmp(&other.key));
        slots.into_iter().filter_map(|slot| slot.channel.as_ref())
    }

    /// Whether a user has any.
    pub(super) fn has_user(&self, user: &str) -> bool {
        self.by_user.contains_key(user)
    }

    pub(super) fn running(&self) -> impl Iterator<Item = &Channel> {
        self.running.iter().filter_map(|key| self.of(key))
    }

    pub(super) fn to_source(&self, source: &(String, u64)) -> impl Iterator<Item = &Channel> {
        self.by_source.get(source).into_iter().flatten().filter_map(|key| self.of(key))
    }

    /// Changes the threads or the servers of a channel, if there is one of the name; its key.
    pub(super) fn change(&mut self, key: &str, change: impl FnOnce(&mut Channel)) -> Option<SmolStr> {
        let slot = self.slot(key)?;
        self.change_slot(slot, change);
        Some(self.slots[slot].key.clone())
    }

    fn change_slot(&mut self, at: usize, change: impl FnOnce(&mut Channel)) {
        let Some(Slot { key, channel: Some(channel), listed }) = self.slots.get_mut(at) else { return };
        let ran = runs(channel);
        change(channel);
        run(&mut self.running, key, ran, channel);
        list(&mut self.marked, at, listed, channel);
        self.last = at;
    }

    /// Changes all channels but those that are started already.
    pub(super) fn start(&mut self, change: impl Fn(&mut Channel)) {
        self.of_mark(Mark::Standing).into_iter().for_each(|slot| self.change_slot(slot, &change));
    }

    /// Changes all channels but those that are stopped already.
    pub(super) fn stop(&mut self, change: impl Fn(&mut Channel)) {
        self.of_mark(Mark::Running).into_iter().for_each(|slot| self.change_slot(slot, &change));
    }

    /// Removes what may be a channel of MySQL.
    pub(super) fn forget_mysql(&mut self) {
        self.of_mark(Mark::OfMySql).into_iter().for_each(|slot| _ = self.remove_slot(slot));
    }

    /// The slots that a mark is true of; they are no longer listed.
    fn of_mark(&mut self, mark: Mark) -> Vec<usize> {
        let mut slots = std::mem::take(&mut self.marked[mark as usize]);
        slots.retain(|at| {
            let Slot { channel, listed, .. } = &mut self.slots[*at];
            listed[mark as usize] = false;
            channel.as_ref().is_some_and(|channel| marked(channel)[mark as usize])
        });
        slots
    }

    /// Puts what is made of a channel into its place; of none, if there is none of the name. Its key, and the channel as it was.
    pub(super) fn replace(
        &mut self,
        key: &str,
        make: impl FnOnce(Option<&Channel>) -> Channel,
    ) -> (SmolStr, Option<Channel>) {
        let there = self.slot(key).and_then(|at| Some((at, self.slots[at].channel.take()?)));
        let Some((at, before)) = there else { return (self.insert(key, make(None)), None) };
        let key = self.slots[at].key.clone();
        let channel = make(Some(&before));
        if user(&before) != user(&channel) {
            self.take_user(at, &before);
            self.add_user(at, &channel);
        }
        if self.minds_sources {
            self.take_source(&key, &before);
            self.add_source(&key, &channel);
        }
        run(&mut self.running, &key, runs(&before), &channel);
        list(&mut self.marked, at, &mut self.slots[at].listed, &channel);
        self.slots[at].channel = Some(channel);
        self.last = at;
        (key, Some(before))
    }

    /// Adds a channel that is not there; its key.
    pub(super) fn insert(&mut self, key: &str, channel: Channel) -> SmolStr {
        let key: SmolStr = key.into();
        let at = self.free.pop().unwrap_or(self.slots.len());
        if at == self.slots.len() {
            self.slots.push(Slot { key: key.clone(), channel: None, listed: [false; 3] });
        }
        self.add_user(at, &channel);
        self.add_source(&key, &channel);
        run(&mut self.running, &key, false, &channel);
        list(&mut self.marked, at, &mut self.slots[at].listed, &channel);
        let slot = &mut self.slots[at];
        (slot.key, slot.channel) = (key.clone(), Some(channel));
        self.by_name.insert(key.clone(), at);
        self.last = at;
        key
    }

    pub(super) fn remove(&mut self, key: &str) -> Option<Channel> {
        self.remove_slot(self.slot(key)?)
    }

    fn remove_slot(&mut self, at: usize) -> Option<Channel> {
        let slot = self.slots.get_mut(at)?;
        let (key, channel) = (slot.key.clone(), slot.channel.take()?);
        self.free.push(at);
        self.by_name.remove(&key);
        self.take_user(at, &channel);
        self.take_source(&key, &channel);
        self.running.remove(&key);
        Some(channel)
    }

    fn add_user(&mut self, at: usize, channel: &Channel) {
        let Some(user) = user(channel) else { return };
        match self.by_user.get_mut(&*user) {
            Some(slots) => _ = slots.insert(at),
            None => _ = self.by_user.insert(user.into(), BTreeSet::from([at])),
        }
    }

    fn take_user(&mut self, at: usize, channel: &Channel) {
        if let Some(user) = user(channel)
            && let Some(slots) = self.by_user.get_mut(&*user)
        {
            slots.remove(&at);
            if slots.is_empty() {
                self.by_user.remove(&*user);
            }
        }
    }

    fn add_source(&mut self, key: &SmolStr, channel: &Channel) {
        if let Some(source) = Some(channel).filter(|_| self.minds_sources).and_then(Channel::source) {
            self.by_source.entry(source).or_default().insert(key.clone());
        }
    }

    fn take_source(&mut self, key: &str, channel: &Channel) {
        if let Some(source) = Some(channel).filter(|_| self.minds_sources).and_then(Channel::source)
            && let Some(keys) = self.by_source.get_mut(&source)
        {
            keys.remove(key);
            if keys.is_empty() {
                self.by_source.remove(&source);
            }
        }
    }
}

/// A name as the key of a channel. Names are seldom written with capitals.
pub(super) fn key_of(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(name.to_lowercase())
    }
}

/// Keeps the set of running channels.
fn run(running: &mut BTreeSet<SmolStr>, key: &SmolStr, ran: bool, channel: &Channel) {
    match (ran, runs(channel)) {
        (false, true) => _ = running.insert(key.clone()),
        (true, false) => _ = running.remove(key),
        _ => {}
    }
}

/// Lists a slot wherever a mark is true of its channel.
fn list(lists: &mut [Vec<usize>; 3], at: usize, listed: &mut Marked, channel: &Channel) {
    for ((list, is_listed), is_true) in lists.iter_mut().zip(listed).zip(marked(channel)) {
        if is_true && !*is_listed {
            list.push(at);
            *is_listed = true;
        }
    }
}

fn marked(channel: &Channel) -> Marked {
    let threads = [&channel.receiver, &channel.applier];
    [Mark::Running, Mark::Standing, Mark::OfMySql].map(|mark| match mark {
        Mark::Running => threads.iter().any(|thread| !matches!(thread, Thread::Stopped)),
        Mark::Standing => threads.iter().any(|thread| !matches!(thread, Thread::Running(_))),
        Mark::OfMySql => !channel.servers.is_mariadb(),
    })
}

fn runs(channel: &Channel) -> bool {
    [&channel.receiver, &channel.applier].iter().any(|thread| matches!(thread, Thread::Running(_)))
}

fn user(channel: &Channel) -> Option<Cow<'_, str>> {
    channel.setting(ChannelOptionName::User).and_then(Setting::text)
}
