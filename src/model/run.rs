use std::collections::BTreeMap;

use super::accounts::Accounts;
use super::channels::{Channels, key_of};
use super::{Account, AccountKey, Channel, Known, NameInText, Place};
use crate::ast::AccountName;
use crate::server::ServerSet;

/// The state that the statements of a run add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub(super) servers: ServerSet,
    pub(super) channels: Channels,
    pub(super) accounts: Accounts,
    /// Accounts that it dropped or renamed and did not make anew.
    pub(super) dropped: BTreeMap<AccountKey, Place>,
    /// Accounts that it made and dropped, as they were.
    pub(super) former: Vec<Account>,
    /// Accounts of which something is certain by nothing having been said.
    pub(super) certain: Vec<AccountKey>,
    pub(super) roles: BTreeMap<AccountKey, Place>,
    /// RESET … ALL without a name stood in it, or SET default_master_connection: which channel is meant is not known.
    pub(super) default_is_elsewhere: bool,
}

impl Run {
    /// Nothing is known yet; the statements are for these servers.
    pub fn new(servers: ServerSet) -> Self {
        Self {
            servers,
            channels: Channels::new(servers),
            accounts: Accounts::default(),
            dropped: BTreeMap::new(),
            former: Vec::new(),
            certain: Vec::new(),
            roles: BTreeMap::new(),
            default_is_elsewhere: false,
        }
    }

    /// Notes a statement of which it is not known what it does: what was never said of an account is no longer certain.
    pub fn not_understood(&mut self) {
        self.dropped.clear();
        for key in std::mem::take(&mut self.certain) {
            let Some(account) = self.accounts.get_mut(&key) else { continue };
            account.factors = None;
            account.wholly_known = false;
            if account.credential == Known::Unset {
                account.credential = Known::Unknown;
            }
            if account.replicates == Known::Unset {
                account.replicates = Known::Unknown;
            }
        }
    }

    /// The servers of the run.
    pub fn servers(&self) -> ServerSet {
        self.servers
    }

    /// A channel that the run named; `''` is the default one. Names are compared without letter case.
    pub fn channel(&self, name: &str) -> Option<&Channel> {
        self.channels.of(&key_of(name))
    }

    /// A channel, by its name in lower case.
    pub(crate) fn channel_of_key(&self, key: &str) -> Option<&Channel> {
        self.channels.of(key)
    }

    /// The channels that the run named, by name.
    pub fn channels(&self) -> impl Iterator<Item = &Channel> {
        self.channels.all()
    }

    /// The channels of a user, by name.
    pub fn channels_of<'r>(&'r self, user: &str) -> impl Iterator<Item = &'r Channel> {
        self.channels.of_user(user)
    }

    /// Whether a user has channels.
    pub(crate) fn has_channels_of(&self, user: &str) -> bool {
        self.channels.has_user(user)
    }

    /// The channels of which a thread is known to run, by name.
    pub(crate) fn running_channels(&self) -> impl Iterator<Item = &Channel> {
        self.channels.running()
    }

    /// The channels that read from a host and port, by name.
    pub(crate) fn channels_to<'r>(&'r self, source: &(String, u64)) -> impl Iterator<Item = &'r Channel> {
        self.channels.to_source(source)
    }

    /// An account that the run named.
    pub fn account(&self, key: &AccountKey) -> Option<&Account> {
        self.accounts.get(key)
    }

    /// The account that a statement names, if the run did before.
    pub(crate) fn account_of(&self, name: &AccountName<'_>) -> Option<&Account> {
        self.accounts.of(&NameInText::of(name)?)
    }

    /// The accounts that the run made and dropped, as they were then: what a script undoes at its end was still there, and often the end is
    /// another migration.
    pub fn former(&self) -> impl Iterator<Item = &Account> {
        self.former.iter()
    }

    /// Where the run dropped or renamed an account that it did not make anew.
    pub fn dropped(&self, key: &AccountKey) -> Option<&Place> {
        self.dropped.get(key)
    }

    /// Whether it dropped or renamed any account that it did not make anew.
    pub(crate) fn has_dropped(&self) -> bool {
        !self.dropped.is_empty()
    }

    /// Where the run created a role.
    pub fn role(&self, key: &AccountKey) -> Option<&Place> {
        self.roles.get(key)
    }

    /// The accounts that the run named, by name.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.all()
    }

    /// The accounts of a user, whatever their host.
    pub fn accounts_of<'r, 'u>(&'r self, user: &'u str) -> impl Iterator<Item = &'r Account> + use<'r, 'u> {
        self.accounts.of_user(user)
    }
}
