//! Whether two runs mean the same, wherever it was said and in which words.

use super::channels::key_of;
use super::{Account, AccountKey, Beginning, Channel, Credential, Known, Run, Thread};
use crate::ast::Granted;
use crate::server::Behaviour;

/// What a credential without a plugin is taken for, as a hash and before MySQL 8.0.4 as a password.
const NATIVE: &str = "mysql_native_password";

impl Run {
    /// Whether an account means the same in both, or is in neither: how it is identified, what it requires and has. What is not said and what is
    /// said to be as new are the same: a statement that creates the account only if it is not there says nothing for sure.
    ///
    /// Of what it was granted the number and the last are looked at: enough behind a statement before which all was the same.
    pub(crate) fn has_same_account(&self, other: &Run, key: &AccountKey) -> bool {
        match (self.accounts.get(key), other.accounts.get(key)) {
            (None, None) => true,
            (Some(one), Some(two)) => one.means(two, [self, other].map(Run::has_native_passwords)),
            _ => false,
        }
    }

    /// Whether a channel, by its name in lower case, means the same in both, or is in neither.
    pub(crate) fn has_same_channel(&self, other: &Run, name: &str) -> bool {
        match (self.channels.of(name), other.channels.of(name)) {
            (None, None) => true,
            (Some(one), Some(two)) => one.means(two),
            _ => false,
        }
    }

    /// Whether all accounts and channels mean the same in both.
    pub fn means(&self, other: &Run) -> bool {
        let mut accounts = self.accounts.all().chain(other.accounts.all()).map(Account::key);
        let mut channels = self.channels.all().chain(other.channels.all());
        accounts.all(|key| self.has_same_account(other, key) && granted(self, key).eq(granted(other, key)))
            && channels.all(|channel| self.has_same_channel(other, &key_of(channel.name())))
    }

    /// Takes over from the other run what it knows of accounts, and of channels by their names in lower case.
    pub(crate) fn take_over<'k>(
        &mut self,
        other: &Run,
        accounts: impl IntoIterator<Item = &'k AccountKey>,
        channels: impl IntoIterator<Item = &'k str>,
    ) {
        for key in accounts {
            match other.accounts.get(key) {
                Some(account) => _ = self.accounts.insert(account.clone()),
                None => _ = self.accounts.remove(key),
            }
            match other.dropped.get(key) {
                Some(place) => _ = self.dropped.insert(key.clone(), place.clone()),
                None => _ = self.dropped.remove(key),
            }
        }
        for name in channels {
            match other.channels.of(name) {
                Some(channel) => _ = self.channels.replace(name, |_| channel.clone()),
                None => _ = self.channels.remove(name),
            }
        }
    }

    fn has_native_passwords(&self) -> bool {
        !self.servers.intersects(Behaviour::Sha2ByDefault.servers())
    }
}

impl Account {
    fn means(&self, other: &Account, native_passwords: [bool; 2]) -> bool {
        let is_expired = |account: &Account| matches!(account.expired, Known::Given(true, _));
        same_credential([&self.credential, &other.credential], native_passwords)
            && said(&self.require) == said(&other.require)
            && said(&self.locked) == said(&other.locked)
            && is_expired(self) == is_expired(other)
            && said(&self.replicates) == said(&other.replicates)
            && self.grants.len() == other.grants.len()
            && last_grant(self) == last_grant(other)
    }
}

fn granted<'r>(run: &'r Run, key: &AccountKey) -> impl Iterator<Item = &'r Granted<'static>> {
    run.accounts.get(key).into_iter().flat_map(|account| account.grants.iter()).map(|grant| &grant.what)
}

fn last_grant(account: &Account) -> Option<&Granted<'static>> {
    account.grants.iter().next_back().map(|grant| &grant.what)
}

fn said<T>(known: &Known<T>) -> Option<&T> {
    known.given().map(|(what, _)| what)
}

fn same_credential(credentials: [&Known<Credential>; 2], native_passwords: [bool; 2]) -> bool {
    let [Some(one), Some(two)] = credentials.map(said) else {
        return credentials.map(said).iter().all(Option::is_none);
    };
    // By default the plugin changes with the server: that is none of the words.
    let plugin = |it: &Credential, native: bool| match &it.plugin {
        None if native || it.hash.is_some() => NATIVE.to_owned(),
        plugin => plugin.clone().unwrap_or_default(),
    };
    let neither_is_named = one.plugin.is_none() && two.plugin.is_none();
    (neither_is_named || plugin(one, native_passwords[0]) == plugin(two, native_passwords[1]))
        && (one.alternatives, one.random, &one.password, &one.hash)
            == (two.alternatives, two.random, &two.password, &two.hash)
}

impl Channel {
    fn means(&self, other: &Channel) -> bool {
        let beginning = |channel: &Channel| match channel.beginning {
            Beginning::Unknown => 0,
            Beginning::Host(_) => 1,
            Beginning::Reset(_) => 2,
        };
        let thread = |thread: &Thread| match thread {
            Thread::Unknown => 0,
            Thread::Running(_) => 1,
            Thread::Stopped => 2,
        };
        let settings =
            |channel: &'_ Channel| channel.settings().map(|it| (it.option, it.value.clone())).collect::<Vec<_>>();
        let of = |channel: &Channel| {
            let threads = [&channel.receiver, &channel.applier].map(thread);
            (beginning(channel), threads, channel.start_credentials, channel.gtid_off.is_some())
        };
        of(self) == of(other) && settings(self) == settings(other)
    }
}
