use std::borrow::Cow;
use std::collections::HashMap;
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
        let mut channels = Vec::new();
        // Of the users of channels whether all channels have one host, and their only account.
        let mut users: HashMap<Cow<'_, str>, User<'_>> = HashMap::new();
        for run in &self.runs {
            for channel in run.channels() {
                let text = |option| channel.setting(option).and_then(Setting::text);
                let Some(name) = text(ChannelOptionName::User) else { continue };
                let host = text(ChannelOptionName::Host);
                match users.get_mut(&name) {
                    Some(user) => user.has_one_host &= user.host == host,
                    None => _ = users.insert(name.clone(), User { host, has_one_host: true, only: None, accounts: 0 }),
                }
                channels.push((run, channel, name));
            }
        }
        if users.is_empty() {
            return Vec::new();
        }
        for run in &self.runs {
            let has_anonymous = has_anonymous(run);
            for account in run.accounts() {
                if let Some(user) = users.get_mut(&*account.key().user) {
                    user.accounts += 1;
                    user.only = Some((run, account)).filter(|_| user.accounts == 1 && !has_anonymous);
                }
            }
        }
        let mut logins = Vec::new();
        for (run, channel, name) in channels {
            let Some(user) = users.get(&name).filter(|user| user.accounts > 0) else { continue };
            let mut own = run.accounts_of(&name);
            let own = (own.next(), own.next());
            match (own, user.only) {
                ((Some(account), None), only) if !has_anonymous(run) => {
                    let is_only = only.is_some();
                    logins.push(Login { channel, account, run, source: run, is_only });
                }
                ((None, None), Some((source, account)))
                    if user.has_one_host && channel.last_change().is_some_and(|it| is_near(it, account.named())) =>
                {
                    logins.push(Login { channel, account, run, source, is_only: true });
                }
                _ => {}
            }
        }
        logins
    }
}

/// A user of channels.
struct User<'t> {
    /// The host of the first of them.
    host: Option<Cow<'t, str>>,
    has_one_host: bool,
    accounts: usize,
    /// The account, if there is one, and none that is anonymous beside it.
    only: Option<(&'t Run, &'t Account)>,
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
