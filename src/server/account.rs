//! What the tables say of accounts: plugins, limits, privileges that are names.

use super::account_tables::{ACCOUNT_LIMITS, AUTH_PLUGINS, AccountLimit, DYNAMIC_PRIVILEGES};
use super::{HashFormat, ServerSet, StaticPrivilege};

/// One line of `grammar/auth_plugins.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AuthPlugin {
    pub(crate) name: &'static str,
    pub(super) aliases: &'static [&'static str],
    /// The releases for which there is a build that can load it.
    pub(crate) servers: ServerSet,
    /// Those of them that load it only if told to.
    pub(crate) off: ServerSet,
    /// Those of them that announce its end.
    pub(crate) deprecated: ServerSet,
    /// What it stores; none: it has no password of its own.
    pub(crate) hash: Option<HashFormat>,
    /// Whether it may be the second or third factor.
    pub(crate) further_factor: bool,
}

impl AuthPlugin {
    /// The plugin of a name, in any letter case.
    pub(crate) fn of_name(name: &str) -> Option<&'static Self> {
        let is = |known: &&str| known.eq_ignore_ascii_case(name);
        let plugins = || AUTH_PLUGINS.iter();
        plugins().find(|plugin| is(&plugin.name)).or_else(|| plugins().find(|plugin| plugin.aliases.iter().any(is)))
    }

    /// The plugin that a misspelt name is closest to.
    pub(crate) fn near(name: &str) -> Option<&'static str> {
        nearest(name, AUTH_PLUGINS.iter().map(|plugin| plugin.name))
    }
}

/// One line of `grammar/account_limits.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LimitFacts {
    pub(super) limit: AccountLimit,
    pub(crate) unit: &'static str,
    pub(crate) least: u64,
    pub(crate) most: u64,
    pub(crate) servers: ServerSet,
}

impl AccountLimit {
    /// What holds, release by release.
    pub(crate) fn facts(self) -> impl Iterator<Item = &'static LimitFacts> {
        ACCOUNT_LIMITS.iter().filter(move |facts| facts.limit == self)
    }

    /// The releases that refuse a value, and what the strictest of them allows.
    pub(crate) fn refusing(self, value: u64, servers: ServerSet) -> Option<(ServerSet, &'static LimitFacts)> {
        let refuses =
            |facts: &&LimitFacts| !(facts.least..=facts.most).contains(&value) && facts.servers.intersects(servers);
        let strictest = self.facts().filter(refuses).min_by_key(|facts| facts.most)?;
        let refusing = self.facts().filter(refuses).fold(ServerSet::EMPTY, |set, facts| set | facts.servers);
        Some((refusing, strictest))
    }
}

/// One line of `grammar/dynamic_privileges.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DynamicPrivilege {
    pub(crate) name: &'static str,
    /// The releases that know it.
    pub(crate) servers: ServerSet,
}

impl DynamicPrivilege {
    /// The privilege of a name, in any letter case.
    pub(crate) fn of_name(name: &str) -> Option<&'static Self> {
        DYNAMIC_PRIVILEGES.iter().find(|privilege| privilege.name.eq_ignore_ascii_case(name))
    }

    /// What was probably meant by a name that is none: a privilege of words, or another name.
    pub(crate) fn near(name: &str) -> Option<&'static str> {
        let spaced = name.replace(['_', '-'], " ");
        let of_words = StaticPrivilege::all().map(StaticPrivilege::phrase).find(|it| it.eq_ignore_ascii_case(&spaced));
        of_words.or_else(|| nearest(name, DYNAMIC_PRIVILEGES.iter().map(|privilege| privilege.name)))
    }
}

/// The name that a misspelt one is closest to: one edit in six letters.
fn nearest(name: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    const LONGEST: usize = 64;
    if name.len() > LONGEST {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let far = known.map(|known| (strsim::damerau_levenshtein(&name, &known.to_ascii_lowercase()), known));
    far.filter(|(edits, known)| *edits > 0 && edits * 6 <= known.len().max(6)).min().map(|(_, known)| known)
}
