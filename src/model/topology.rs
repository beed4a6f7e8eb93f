use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Account, Channel, Place, Run, ServerOptions, Setting};
use crate::server::ChannelOptionName;

/// What a whole repository adds up to: the state that each sequence of scripts leaves behind, on servers of which it is not known which is which.
///
/// A script that stands for itself is a sequence; the migrations of a directory are another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topology {
    /// One for each sequence, in the order of the paths of their first scripts.
    pub runs: Vec<Run>,
    /// The option files of the repository, in the order of their paths.
    pub option_files: Vec<ServerOptions>,
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
    /// The state that the account is in.
    pub source: &'t Run,
}

impl Topology {
    /// The channels whose user has one account in all the scripts, by state and name.
    ///
    /// An account of another state counts if it is made in the same folder or the next one to it, and if all channels of the user have the same host:
    /// else they may be of different networks. A server with an anonymous account may let a replica in by that one: its accounts are no channel's.
    pub fn logins(&self) -> Vec<Login<'_>> {
        let mut only: BTreeMap<&str, Option<(&Run, &Account)>> = BTreeMap::new();
        for run in &self.runs {
            let has_anonymous = run.accounts_of("").next().is_some();
            for account in run.accounts() {
                match only.entry(&account.key().user) {
                    Entry::Vacant(entry) => _ = entry.insert(Some((run, account)).filter(|_| !has_anonymous)),
                    Entry::Occupied(mut entry) => _ = entry.insert(None),
                }
            }
        }
        let mut channels = Vec::new();
        let mut hosts: BTreeMap<Cow<'_, str>, BTreeSet<Option<Cow<'_, str>>>> = BTreeMap::new();
        for run in &self.runs {
            for channel in run.channels() {
                let text = |option| channel.setting(option).and_then(Setting::text);
                if let Some(user) = text(ChannelOptionName::User) {
                    hosts.entry(user.clone()).or_default().insert(text(ChannelOptionName::Host));
                    channels.push((run, channel, user));
                }
            }
        }
        let mut logins = Vec::new();
        for (run, channel, user) in channels {
            let Some(Some((of, account))) = only.get(&*user) else { continue };
            let has_one_host = || hosts.get(&user).is_some_and(|hosts| hosts.len() == 1);
            if std::ptr::eq(run, *of)
                || has_one_host() && channel.last_change().is_some_and(|it| is_near(it, account.named()))
            {
                logins.push(Login { channel, account, run, source: of });
            }
        }
        logins
    }
}

/// Whether two statements stand in the same folder, or in two of the same parent.
fn is_near(one: &Place, other: &Place) -> bool {
    let folder = |place: &Place| place.origin.path.parent().unwrap_or(Path::new("")).to_owned();
    let (one, other) = (folder(one), folder(other));
    one == other || one.parent() == other.parent() || one.parent() == Some(&other) || other.parent() == Some(&one)
}
