//! What the servers accept and their users will regret: one file a rule, one line to register it.
//!
//! A rule is a page (its doc comment, shown by `replint explain`, whose examples run as tests), a line of metadata and a check. It asks the
//! tree, the model and the tables, never the text; it says for which servers a finding holds, and [`crate::lint()`] decides whether to show it.

mod context;
mod declare;
mod finding;
mod redacted;

mod account;
#[cfg(feature = "certificates")]
mod certificate;
mod channel;
mod directive;
mod option_file;
mod secret;
mod style;
mod syntax;
mod tls;
mod upgrade;

use std::sync::LazyLock;

pub use context::Context;
pub(crate) use context::{Known, Scope};
use declare::{declare_rule, rules};
pub use finding::{At, Finding};

use crate::ast::{ChangeSource, Content, Grant, PrivilegeStatement, ReplicationStatement, Statement, mention};
use crate::diagnostic::{Area, Rule};
use crate::model::{Account, Channel, Denied, Login, ServerOptions, Topology};

/// A rule: its page, its metadata, its check.
///
/// A program asks rules of its own beside replint's by [`Settings::rules`](crate::lint::Settings::rules):
///
/// ```
/// use replint::ast::{Content, ReplicationStatement, Statement};
/// use replint::diagnostic::{Area, Group, Rule, Severity};
/// use replint::lint::{Settings, lint};
/// use replint::rules::{Check, Context, Entry};
///
/// static NO_RESET: Entry = Entry {
///     rule: Rule { name: "no-reset", area: Area::Channel, severity: Severity::Warning, group: Group::Default },
///     since: "1.0.0",
///     page: &["A replica is reset by a script."],
///     check: Check::Statement(no_reset),
///     looks_at: Content::ANYTHING,
/// };
///
/// fn no_reset(statement: &Statement<'_>, context: &mut Context<'_>) {
///     if let Statement::Replication(ReplicationStatement::Reset(reset)) = statement {
///         context.report(reset.span, "replicas are reset by hand").help("see the runbook");
///     }
/// }
///
/// let settings = Settings { rules: vec![&NO_RESET], ..Settings::default() };
/// let mut found = Vec::new();
/// lint("a.sql", &b"RESET REPLICA ALL;"[..], &settings, |finding| found.push(finding))?;
/// assert_eq!(found[0].rule, "no-reset");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Entry {
    /// Name, area, severity and group.
    pub rule: Rule,
    /// The release that first had it.
    pub since: &'static str,
    /// The lines of its page, in Markdown.
    pub page: &'static [&'static str],
    /// When it looks, and at what.
    pub check: Check,
    /// What of it: it is not asked about a statement or a channel that has nothing of that.
    pub looks_at: Content,
}

/// Rules are told apart by their names.
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.rule.name == other.rule.name
    }
}

impl Eq for Entry {}

/// When a rule looks, and at what.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Check {
    /// At every statement, before it is applied to the state.
    Statement(fn(&Statement<'_>, &mut Context<'_>)),
    /// So, at one about channels, groups or binary logs.
    Replication(fn(&ReplicationStatement<'_>, &mut Context<'_>)),
    /// So, at one about accounts, roles, privileges or variables.
    Accounts(fn(&Statement<'_>, &mut Context<'_>)),
    /// So, at a GRANT.
    Grant(fn(&Grant<'_>, &mut Context<'_>)),
    /// At a CHANGE of a channel, and at what the channel was before and is behind it.
    Change(fn(&ChannelChange<'_>, &mut Context<'_>)),
    /// At a channel when it is started, and at the end of the run.
    Channel(fn(&Channel, &mut Context<'_>)),
    /// At an account at the end of the run.
    Account(fn(&Account, &mut Context<'_>)),
    /// At a channel that the source would turn away, at the end of all scripts, and at one reason for that.
    Denied(fn(&Login<'_>, &Denied, &mut Context<'_>)),
    /// At what all scripts add up to, at the end.
    #[allow(dead_code)]
    Topology(fn(&Topology, &mut Context<'_>)),
    /// At an option file.
    OptionFile(fn(&ServerOptions, &mut Context<'_>)),
    /// At the files that a channel or an option file names, at the end of the run.
    #[cfg(feature = "certificates")]
    TlsFiles(fn(&certificate::TlsFiles, &mut Context<'_>)),
    /// Never: it is raised where the script or the statement is read.
    Reading,
}

impl Check {
    /// Looks at a statement, if it does that.
    pub(crate) fn of_statement(self, statement: &Statement<'_>, cx: &mut Context<'_>) {
        match (self, statement) {
            (Check::Replication(check), Statement::Replication(it)) => check(it, cx),
            (Check::Grant(check), Statement::Privilege(PrivilegeStatement::Grant(it))) => check(it, cx),
            (Check::Accounts(_), Statement::Replication(_)) => {}
            (Check::Statement(check) | Check::Accounts(check), _) => check(statement, cx),
            _ => {}
        }
    }

    /// Looks at what a CHANGE does, if it does that.
    pub(crate) fn of_change(self, change: &ChannelChange<'_>, cx: &mut Context<'_>) {
        if let Check::Change(check) = self {
            check(change, cx);
        }
    }

    /// Looks at a channel, if it does that.
    pub(crate) fn of_channel(self, channel: &Channel, cx: &mut Context<'_>) {
        match self {
            Check::Channel(check) => check(channel, cx),
            #[cfg(feature = "certificates")]
            Check::TlsFiles(check) => check(&certificate::TlsFiles::of_channel(channel, cx), cx),
            _ => {}
        }
    }

    /// Looks at an option file, if it does that.
    pub(crate) fn of_option_file(self, file: &ServerOptions, cx: &mut Context<'_>) {
        match self {
            Check::OptionFile(check) => check(file, cx),
            #[cfg(feature = "certificates")]
            Check::TlsFiles(check) => {
                certificate::TlsFiles::of_option_file(file, cx).iter().for_each(|it| check(it, cx))
            }
            _ => {}
        }
    }
}

/// A CHANGE and what it does to its channel.
pub struct ChannelChange<'a> {
    /// The statement.
    pub statement: &'a ChangeSource<'a>,
    /// The channel as it was; none: the run did not name it before.
    pub before: Option<&'a Channel>,
    /// The channel behind it.
    pub after: &'a Channel,
}

impl ChannelChange<'_> {
    /// A bit for each option that the channel has, before or behind it.
    pub(crate) fn options(&self) -> u64 {
        self.after.given_options() | self.before.map_or(0, Channel::given_options)
    }
}

/// Every rule, by area and name.
static ALL: LazyLock<Vec<&'static Entry>> = LazyLock::new(|| {
    let areas = [
        account::RULES,
        #[cfg(feature = "certificates")]
        certificate::RULES,
        channel::RULES,
        directive::RULES,
        option_file::RULES,
        secret::RULES,
        style::RULES,
        syntax::RULES,
        tls::RULES,
        upgrade::RULES,
    ];
    let mut all: Vec<&'static Entry> = areas.concat();
    all.sort_by_key(|entry| (entry.rule.area, entry.rule.name));
    all
});

/// Every rule, by area and name.
///
/// ```
/// let names: Vec<&str> = replint::rules::all().iter().map(|entry| entry.rule.name).collect();
/// assert!(names.contains(&"tls-options-without-ssl"));
/// ```
pub fn all() -> &'static [&'static Entry] {
    &ALL
}

/// The rule of a name.
pub fn by_name(name: &str) -> Option<&'static Entry> {
    static BY_NAME: LazyLock<Vec<&'static Entry>> = LazyLock::new(|| {
        let mut all = all().to_vec();
        all.sort_by_key(|entry| entry.rule.name);
        all
    });
    BY_NAME.binary_search_by_key(&name, |entry| entry.rule.name).ok().map(|at| BY_NAME[at])
}

/// The name of a rule that is closest to a misspelt one, if one is close.
pub fn nearest(name: &str) -> Option<&'static str> {
    closest(name, names())
}

pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    all().iter().map(|entry| entry.rule.name)
}

/// The name that is closest to a misspelt one: two slips away, or more in a long name.
pub(crate) fn closest(name: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let distance = |known: &str| strsim::damerau_levenshtein(name, known);
    let close = names.map(|known| (distance(known), known)).filter(|(far, known)| *far <= 2.max(known.len() / 4));
    close.min().map(|(_, known)| known)
}

/// The rule of a name that the reader of statements or scripts gives: each has a page, a test says.
pub(crate) fn rule_of(name: &'static str) -> Rule {
    by_name(name).map_or(Rule::syntax(name), |entry| entry.rule)
}

/// The rules of an area, by name.
pub fn of_area(area: Area) -> impl Iterator<Item = &'static Entry> {
    all().iter().copied().filter(move |entry| entry.rule.area == area)
}

impl Entry {
    /// The first line of the page: what is wrong, in a sentence.
    pub fn summary(&self) -> &'static str {
        self.page.first().map_or("", |line| line.trim())
    }
}
