use std::borrow::Cow;
use std::collections::BTreeMap;

use smol_str::SmolStr;

use super::{Account, AccountKey};
use crate::ast::{AccountName, Text};

/// The accounts of a run, by name. Most statements are about the account of the one before: it is found without a search.
#[derive(Clone, Debug, Default)]
pub(super) struct Accounts {
    by_key: BTreeMap<AccountKey, usize>,
    /// `None` where an account was removed.
    slots: Vec<Option<Account>>,
    free: Vec<usize>,
    /// The slot that was filled or looked up for a change last.
    last: usize,
}

impl PartialEq for Accounts {
    fn eq(&self, other: &Self) -> bool {
        self.by_key.len() == other.by_key.len() && self.all().eq(other.all())
    }
}

impl Accounts {
    pub(super) fn get(&self, key: &AccountKey) -> Option<&Account> {
        self.at(*self.by_key.get(key)?)
    }

    /// That of a name in a statement.
    pub(super) fn of(&self, name: &NameInText<'_>) -> Option<&Account> {
        self.at(self.slot(name)?)
    }

    fn slot(&self, name: &NameInText<'_>) -> Option<usize> {
        match self.slots.get(self.last) {
            Some(Some(account)) if name.is(&account.key) => Some(self.last),
            _ => self.by_key.get(&name.to_key()).copied(),
        }
    }

    fn at(&self, slot: usize) -> Option<&Account> {
        self.slots.get(slot)?.as_ref()
    }

    /// The account of a name, to be changed; made if there is none.
    pub(super) fn of_mut(&mut self, name: &NameInText<'_>, make: impl FnOnce(AccountKey) -> Account) -> &mut Account {
        let at = match self.slot(name) {
            Some(at) => at,
            None => self.insert(make(name.to_key())),
        };
        self.last = at;
        self.slots[at].as_mut().expect("a slot that has a name has an account")
    }

    pub(super) fn get_mut(&mut self, key: &AccountKey) -> Option<&mut Account> {
        self.slots.get_mut(*self.by_key.get(key)?)?.as_mut()
    }

    /// Adds an account, in the place of the one of its name; where it is.
    pub(super) fn insert(&mut self, account: Account) -> usize {
        let new = self.free.last().copied().unwrap_or(self.slots.len());
        let at = *self.by_key.entry(account.key.clone()).or_insert(new);
        if at == self.slots.len() {
            self.slots.push(None);
        } else if self.slots[at].is_none() {
            self.free.pop();
        }
        self.slots[at] = Some(account);
        self.last = at;
        at
    }

    pub(super) fn remove(&mut self, key: &AccountKey) -> Option<Account> {
        let at = self.by_key.remove(key)?;
        self.free.push(at);
        self.slots.get_mut(at)?.take()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Account> {
        self.by_key.values().filter_map(|at| self.at(*at))
    }

    /// Those of a user, by host.
    pub(super) fn of_user<'r, 'u>(&'r self, user: &'u str) -> impl Iterator<Item = &'r Account> + use<'r, 'u> {
        let first = AccountKey { user: user.into(), host: SmolStr::default() };
        let known = self.by_key.range(first..).take_while(move |(key, _)| key.user == user);
        known.filter_map(|(_, at)| self.at(*at))
    }
}

/// What [`AccountKey`] keeps of a name, still in its text.
pub(crate) struct NameInText<'n> {
    user: Cow<'n, str>,
    host: Cow<'n, str>,
}

impl<'n> NameInText<'n> {
    /// `None` where the name is not in the text: CURRENT_USER, a placeholder.
    pub(crate) fn of(name: &'n AccountName<'_>) -> Option<Self> {
        let AccountName::Named { user, host } = name else { return None };
        Self::of_texts(user, host.as_ref())
    }

    pub(super) fn of_texts(user: &'n Text<'_>, host: Option<&'n Text<'_>>) -> Option<Self> {
        let host = match host {
            None => Cow::Borrowed("%"),
            Some(host) => lower_case(trimmed(host.value()?)),
        };
        Some(Self { user: trimmed(user.value()?), host })
    }

    fn is(&self, key: &AccountKey) -> bool {
        *self.user == *key.user && *self.host == *key.host
    }

    pub(crate) fn to_key(&self) -> AccountKey {
        AccountKey { user: SmolStr::new(&self.user), host: SmolStr::new(&self.host) }
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_ascii()),
        Cow::Owned(text) => Cow::Owned(text.trim_ascii().to_owned()),
    }
}

fn lower_case(mut text: Cow<'_, str>) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        text.to_mut().make_ascii_lowercase();
    }
    text
}
