//! Servers: flavours, versions, sets of releases, the targets that a user names, and the facts that differ between releases.

mod account;
mod account_tables;
mod option;
mod option_tables;
mod password_hash;
mod set;
pub(crate) mod tables;
mod target;
mod version;
mod words;

pub(crate) use account::{AuthPlugin, DynamicPrivilege};
pub(crate) use account_tables::AccountLimit;
pub(crate) use option::ServerOption;
pub(crate) use password_hash::HashFormat;
pub use set::ServerSet;
pub(crate) use tables::word;
pub use tables::{Behaviour, ChannelOptionName, Feature, StaticPrivilege};
pub use target::{Target, TargetError, Targets};
pub use version::{Flavor, Version};
pub use words::{Place, Word};

/// The month in which the tables were last held against released servers: `grammar/servers.tsv` names the newest of each series.
pub const TABLES_OF: &str = "2026-11";

/// One release at which a fact of the tables changes; it stands for those up to the next one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Release {
    pub(crate) flavor: Flavor,
    pub(crate) version: Version,
    /// The last known release of the series, where this one is the newest of the series in the tables.
    pub(crate) stands_for: Option<Version>,
    pub(crate) supported: bool,
}

/// What the tables say of a gated alternative.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FeatureFacts {
    pub(crate) feature: Feature,
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    pub(crate) servers: ServerSet,
    pub(crate) instead: Option<&'static str>,
}

impl Feature {
    pub(crate) const fn facts(self) -> &'static FeatureFacts {
        &tables::FEATURES[self as usize]
    }

    /// The name in `grammar/features.tsv`, as the productions write it.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }

    /// The releases that have it.
    pub const fn servers(self) -> ServerSet {
        self.facts().servers
    }

    /// The words that a message uses for it.
    pub const fn what(self) -> &'static str {
        self.facts().what
    }

    /// What to write on servers that lack it: the first that all of them have, or else some.
    pub fn instead(self, on: ServerSet) -> Option<&'static str> {
        let servers = |what: &str| Self::all().find(|it| it.what() == what).map_or(ServerSet::ALL, Self::servers);
        let mut all = self.facts().instead?.split(" | ");
        all.clone().find(|what| on.is_subset(servers(what))).or_else(|| all.find(|what| on.intersects(servers(what))))
    }

    /// All of them, in the order of the table.
    pub fn all() -> impl Iterator<Item = Feature> {
        tables::FEATURES.iter().map(|facts| facts.feature)
    }
}

/// One line of `grammar/behaviours.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BehaviourFacts {
    pub(crate) behaviour: Behaviour,
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    pub(crate) servers: ServerSet,
}

impl Behaviour {
    const fn facts(self) -> &'static BehaviourFacts {
        &tables::BEHAVIOURS[self as usize]
    }

    /// The name in `grammar/behaviours.tsv`.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }

    /// The releases that behave so.
    pub const fn servers(self) -> ServerSet {
        self.facts().servers
    }

    /// What they do, in words that fit behind "servers that".
    pub const fn what(self) -> &'static str {
        self.facts().what
    }

    /// All of them, in the order of the table.
    pub fn all() -> impl Iterator<Item = Behaviour> {
        tables::BEHAVIOURS.iter().map(|facts| facts.behaviour)
    }
}

/// What may stand behind the `=` of a channel option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ValueKind {
    Text,
    Secret,
    TextOrNull,
    AccountOrNull,
    /// Any number; decimals are cut at the point, `1e3` at the letter.
    Number,
    /// A number, but no hexadecimal one.
    Position,
    /// A number: 0 is off, everything else on.
    Switch,
    /// The integer 0 or 1.
    StrictSwitch,
    /// A number of seconds with decimals.
    Seconds,
    PrimaryKeyCheck,
    AnonymousGtids,
    Ids,
    UseGtid,
    Demote,
}

/// One line of `grammar/channel_options.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChannelOptionFacts {
    pub(crate) name: ChannelOptionName,
    pub(crate) legacy: Word,
    pub(crate) legacy_servers: ServerSet,
    pub(crate) current: Word,
    pub(crate) current_servers: ServerSet,
    pub(crate) value: ValueKind,
    pub(crate) default_servers: ServerSet,
    pub(crate) thread: ChangedThread,
}

/// Which thread of a channel must not run when an option is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangedThread {
    Receiver,
    Applier,
    Both,
}

/// One line of `grammar/option_limits.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OptionLimit {
    pub(crate) option: ChannelOptionName,
    pub(crate) unit: Unit,
    pub(crate) most: u64,
    pub(crate) servers: ServerSet,
    pub(crate) then: Excess,
}

/// What is counted of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Bytes,
    Characters,
    Number,
}

/// What becomes of a value that is larger than the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Excess {
    /// With this errno.
    Refused(u16),
    Cut,
    Useless,
}

impl ChannelOptionName {
    /// How much it holds, by server.
    pub(crate) fn limits(self) -> impl Iterator<Item = &'static OptionLimit> {
        let limits = &tables::OPTION_LIMITS[FIRST_LIMIT[self as usize] as usize..];
        limits.iter().take_while(move |limit| limit.option == self)
    }

    /// The least that any of them holds of a text.
    pub(crate) const SHORTEST_LIMIT: u64 = {
        let (mut least, mut line) = (u64::MAX, 0);
        while line < tables::OPTION_LIMITS.len() {
            let limit = &tables::OPTION_LIMITS[line];
            if !matches!(limit.unit, Unit::Number) && limit.most < least {
                least = limit.most;
            }
            line += 1;
        }
        least
    };

    /// Whether a number may be too large for it.
    pub(crate) const fn has_largest_number(self) -> bool {
        const LIMITED: u64 = {
            let (mut limited, mut line) = (0, 0);
            while line < tables::OPTION_LIMITS.len() {
                let limit = &tables::OPTION_LIMITS[line];
                if matches!(limit.unit, Unit::Number) {
                    limited |= limit.option.bit();
                }
                line += 1;
            }
            limited
        };
        LIMITED & self.bit() != 0
    }

    /// A bit of its own.
    pub(crate) const fn bit(self) -> u64 {
        const { assert!(tables::CHANNEL_OPTIONS.len() <= 64) };
        1 << self as u32
    }

    pub(crate) const fn facts(self) -> &'static ChannelOptionFacts {
        &tables::CHANNEL_OPTIONS[self as usize]
    }

    /// All of them, in the order of the table.
    pub fn all() -> impl Iterator<Item = ChannelOptionName> {
        tables::CHANNEL_OPTIONS.iter().map(|facts| facts.name)
    }

    /// The `SOURCE_` name, or the only one.
    pub const fn current(self) -> &'static str {
        self.facts().current.text()
    }

    /// The `MASTER_` name, where there is one.
    pub const fn legacy(self) -> Option<&'static str> {
        let word = self.facts().legacy;
        if word.is_none() { None } else { Some(word.text()) }
    }

    /// The name that a server knows: the current one before the legacy one; `None` if it has not the option.
    pub fn word_for(self, servers: ServerSet) -> Option<&'static str> {
        let facts = self.facts();
        if servers.is_subset(facts.current_servers) {
            Some(facts.current.text())
        } else if servers.is_subset(facts.legacy_servers) {
            self.legacy()
        } else {
            None
        }
    }

    /// The option that a word names, and whether it is the legacy spelling.
    pub(crate) fn of_word(word: Word) -> Option<(ChannelOptionName, bool)> {
        let facts = tables::CHANNEL_OPTIONS.get(OPTION_OF_WORD[word.0 as usize] as usize)?;
        Some((facts.name, facts.legacy == word))
    }
}

/// The first of the limits of each option, which stand together; a number of no line for others.
static FIRST_LIMIT: [u8; tables::CHANNEL_OPTIONS.len()] = {
    let mut lines = [tables::OPTION_LIMITS.len() as u8; tables::CHANNEL_OPTIONS.len()];
    let mut line = tables::OPTION_LIMITS.len();
    while line > 0 {
        line -= 1;
        let option = tables::OPTION_LIMITS[line].option as usize;
        let behind = line + 1;
        assert!(lines[option] as usize == behind || lines[option] as usize == tables::OPTION_LIMITS.len());
        lines[option] = line as u8;
    }
    lines
};

/// The line of the option that a word names; a number of no line for other words.
static OPTION_OF_WORD: [u8; tables::WORDS.len()] = {
    let mut lines = [u8::MAX; tables::WORDS.len()];
    let mut line = tables::CHANNEL_OPTIONS.len();
    while line > 0 {
        line -= 1;
        let facts = &tables::CHANNEL_OPTIONS[line];
        lines[facts.current.0 as usize] = line as u8;
        lines[facts.legacy.0 as usize] = line as u8;
    }
    lines[Word::NONE.0 as usize] = u8::MAX;
    lines
};

/// One line of `grammar/privileges.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PrivilegeFacts {
    pub(crate) privilege: StaticPrivilege,
    pub(crate) phrase: &'static str,
    /// The phrase, and other ways to write it.
    pub(crate) spellings: &'static [&'static [Word]],
    pub(crate) columns: bool,
    /// Where it may be granted, besides `*.*`.
    pub(crate) database: bool,
    pub(crate) table: bool,
    pub(crate) routine: bool,
    pub(crate) servers: ServerSet,
}

/// For every word a bit for each line of the table that has a spelling which starts with it.
static PRIVILEGES_OF_WORD: [u64; tables::WORDS.len()] = {
    let mut lines = [0; tables::WORDS.len()];
    let mut line = 0;
    while line < tables::PRIVILEGES.len() {
        let spellings = tables::PRIVILEGES[line].spellings;
        let mut at = 0;
        while at < spellings.len() {
            lines[spellings[at][0].0 as usize] |= 1 << line;
            at += 1;
        }
        line += 1;
    }
    lines
};

/// For every word the line of the table that has it as a spelling; a number of no line for others.
static PRIVILEGE_OF_ONE_WORD: [u8; tables::WORDS.len()] = {
    let mut lines = [u8::MAX; tables::WORDS.len()];
    let mut line = 0;
    while line < tables::PRIVILEGES.len() {
        let spellings = tables::PRIVILEGES[line].spellings;
        let mut at = 0;
        while at < spellings.len() {
            if spellings[at].len() == 1 {
                let word = spellings[at][0].0 as usize;
                assert!(lines[word] == u8::MAX, "a word is two privileges");
                lines[word] = line as u8;
            }
            at += 1;
        }
        line += 1;
    }
    lines
};

impl StaticPrivilege {
    /// The one that is written as this word alone.
    pub(crate) fn of_one_word(word: Word) -> Option<&'static PrivilegeFacts> {
        tables::PRIVILEGES.get(PRIVILEGE_OF_ONE_WORD[word.0 as usize] as usize)
    }

    pub(crate) const fn facts(self) -> &'static PrivilegeFacts {
        &tables::PRIVILEGES[self as usize]
    }

    /// All of them, in the order of the table.
    pub fn all() -> impl Iterator<Item = StaticPrivilege> {
        tables::PRIVILEGES.iter().map(|facts| facts.privilege)
    }

    /// Those of which a spelling starts with the word, in the order of the table.
    pub(crate) fn starting_with(word: Word) -> impl Iterator<Item = &'static PrivilegeFacts> {
        let mut lines = PRIVILEGES_OF_WORD[word.0 as usize];
        std::iter::from_fn(move || {
            let line = (lines != 0).then(|| lines.trailing_zeros() as usize)?;
            lines &= lines - 1;
            Some(&tables::PRIVILEGES[line])
        })
    }

    /// As it is written: `REPLICATION SLAVE`.
    pub const fn phrase(self) -> &'static str {
        self.facts().phrase
    }
}
