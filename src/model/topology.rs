use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{Account, Channel, Run, Setting};
use crate::server::ChannelOptionName;

/// What a whole repository adds up to: the state that each sequence of scripts leaves behind, on servers of which it is not known which is which.
///
/// A script that stands for itself is a sequence; the migrations of a directory are another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topology {
    /// One for each sequence, in the order of the paths of their first scripts.
    pub runs: Vec<Run>,
}

/// A channel, and the only account that there is anywhere for its user.
#[derive(Clone, Copy, Debug)]
pub struct Login<'t> {
    /// The channel.
    pub channel: &'t Channel,
    /// The account: the source's, if nothing that is not in the scripts has been done to it.
    pub account: &'t Account,
    /// The state that the channel is in.
    pub run: &'t Run,
}

impl Topology {
    /// The only account of a user that there is anywhere, and the state that it is in; `None` if there are several, or none.
    pub fn only_account<'t>(&'t self, user: &'t str) -> Option<(&'t Run, &'t Account)> {
        let mut found = self.runs.iter().flat_map(|run| run.accounts_of(user).map(move |account| (run, account)));
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }

    /// The channels whose user has one account in all the scripts, by state and name. A server with an anonymous account may let a replica in by that
    /// one: its accounts are no channel's.
    pub fn logins<'t>(&'t self) -> Vec<Login<'t>> {
        let mut only: BTreeMap<&str, Option<&Account>> = BTreeMap::new();
        for run in self.runs.iter().filter(|run| run.accounts_of("").next().is_none()) {
            for account in run.accounts() {
                match only.entry(&account.key().user) {
                    Entry::Vacant(entry) => _ = entry.insert(Some(account)),
                    Entry::Occupied(mut entry) => _ = entry.insert(None),
                }
            }
        }
        let channels = self.runs.iter().flat_map(|run| run.channels().map(move |channel| (run, channel)));
        let login = |(run, channel): (_, &'t Channel)| {
            let user = channel.setting(ChannelOptionName::User).and_then(Setting::text)?;
            let account = (*only.get(&*user)?)?;
            Some(Login { channel, account, run })
        };
        channels.filter_map(login).collect()
    }
}
