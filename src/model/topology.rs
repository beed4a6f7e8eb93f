use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
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

/// A channel, and the account that is most likely its own.
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
    /// No script has another account of the user: what is not said of this one is said nowhere.
    pub is_only: bool,
}

impl Topology {
    /// The channels whose user has one account in all the scripts, or at least in the same ones, by state and name.
    ///
    /// An account of another state counts if it is made in the same folder or the next one to it, and if all channels of the user have the same host:
    /// else they may be of different networks. A server with an anonymous account may let a replica in by that one: its accounts are no channel's.
    pub fn logins(&self) -> Vec<Login<'_>> {
        let mut only: HashMap<&str, Option<(&Run, &Account)>> = HashMap::new();
        for run in &self.runs {
            let has_anonymous = has_anonymous(run);
            for account in run.accounts() {
                match only.entry(&account.key().user) {
                    Entry::Vacant(entry) => _ = entry.insert(Some((run, account)).filter(|_| !has_anonymous)),
                    Entry::Occupied(mut entry) => _ = entry.insert(None),
                }
            }
        }
        let mut channels = Vec::new();
        let mut hosts: HashMap<Cow<'_, str>, BTreeSet<Option<Cow<'_, str>>>> = HashMap::new();
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
            let mut own = run.accounts_of(&user);
            let own = (own.next(), own.next());
            match (own, only.get(&*user)) {
                ((Some(account), None), only) if !has_anonymous(run) => {
                    let is_only = only.is_some_and(|only| only.is_some());
                    logins.push(Login { channel, account, run, source: run, is_only });
                }
                ((None, None), Some(Some((source, account)))) => {
                    let has_one_host = hosts.get(&user).is_some_and(|hosts| hosts.len() == 1);
                    if has_one_host && channel.last_change().is_some_and(|it| is_near(it, account.named())) {
                        logins.push(Login { channel, account, run, source, is_only: true });
                    }
                }
                _ => {}
            }
        }
        logins
    }
}

fn has_anonymous(run: &Run) -> bool {
    run.accounts_of("").next().is_some()
}

/// Whether two statements stand in the same folder, or in two of the same parent.
fn is_near(one: &Place, other: &Place) -> bool {
    let folder = |place: &Place| place.origin.path.parent().unwrap_or(Path::new("")).to_owned();
    let (one, other) = (folder(one), folder(other));
    one == other || one.parent() == other.parent() || one.parent() == Some(&other) || other.parent() == Some(&one)
}
