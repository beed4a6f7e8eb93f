//! From the model to the document.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::document::{
    AccountDocument, ChannelDocument, FindingCounts, OutcomeDocument, ReasonDocument, TlsDocument, TopologyDocument,
};
use crate::ast::Requirement;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::Settings;
use crate::model::{
    Account, Cause, Channel, Files, Known, Login, Mode, NoFiles, Outcome, Place, Replica, Run, Setting, Source, Tls,
    Topology,
};
use crate::server::{ChannelOptionName as Name, Flavor, ServerSet};

/// Findings by the statements that they are in: file and offset.
type Findings<'d> = BTreeMap<(&'d Path, u64), FindingCounts>;

impl TopologyDocument {
    /// The channels and accounts of a topology, and how many of the findings each has; `settings` are what each script was asked.
    pub fn new<'s>(
        topology: &Topology,
        findings: &[Diagnostic],
        settings: impl Fn(&Path) -> Option<&'s Settings>,
        troubles: Vec<String>,
    ) -> Self {
        let mut by_statement = Findings::new();
        for finding in findings {
            let counts = by_statement.entry((&finding.path, finding.base.offset)).or_default();
            *match finding.severity {
                Severity::Error => &mut counts.errors,
                Severity::Warning => &mut counts.warnings,
                Severity::Advice => &mut counts.advice,
            } += 1;
        }
        let runs = || topology.runs.iter();
        let logins: Vec<Login> = topology.logins().into_iter().filter(|login| login.is_only).collect();
        let sources: BTreeMap<*const Channel, &Run> =
            logins.iter().map(|login| (std::ptr::from_ref(login.channel), login.source)).collect();
        let channels = runs().flat_map(|run| run.channels()).filter_map(|it| {
            let settings = settings(&it.last_change()?.origin.path);
            Some(channel(it, sources.get(&std::ptr::from_ref(it)).copied(), settings, &by_statement))
        });
        Self {
            version: Self::VERSION,
            replint: env!("CARGO_PKG_VERSION"),
            channels: channels.collect(),
            accounts: runs().flat_map(|run| run.accounts()).map(|it| account(it, &by_statement)).collect(),
            troubles,
        }
    }
}

/// `accounts`: the state that the only account of its user is in.
fn channel(
    it: &Channel,
    accounts: Option<&Run>,
    settings: Option<&Settings>,
    findings: &Findings<'_>,
) -> ChannelDocument {
    let text = |option| it.setting(option).and_then(Setting::text).map(|text| text.into_owned());
    let server = newest(it.servers());
    let groups = it.tls_by_servers();
    let mine = groups.iter().position(|(servers, _)| servers.intersects(server));
    let others = groups.iter().enumerate().filter(|(at, _)| Some(*at) != mine).map(|(_, group)| group);
    let of_same_flavour = |servers: &ServerSet| server.is_empty() || servers.is_mariadb() == server.is_mariadb();
    let elsewhere =
        others.filter(|(servers, _)| of_same_flavour(servers) && it.servers().is_mariadb() == server.is_mariadb());
    let outcome = if server.is_empty() {
        OutcomeDocument::Unknown { missing: "which server it is".to_owned() }
    } else {
        let files = settings.and_then(|settings| settings.files.as_deref());
        let known = settings.and_then(|settings| settings.sources.iter().find(|source| source.is_of(it)));
        let its = known.map_or(server, |known| named(known.servers(), server));
        let tls = known.zip(files).map(|(known, files)| known.tls(its, files));
        let source = Source { accounts, ..tls.as_ref().map_or(Source::of(its), |tls| tls.source(its)) };
        let files = files.map_or(&NoFiles as &dyn Files, |files| files);
        it.start(Replica { server, library: None }, &source, files).into()
    };
    let places = it.settings().map(|setting| &setting.place).chain(it.last_change());
    ChannelDocument {
        name: it.name().to_owned(),
        replica: it.last_change().map_or_else(String::new, |place| place.origin.path.display().to_string()),
        place: it.last_change().map(shown),
        host: text(Name::Host),
        port: it.setting(Name::Port).and_then(Setting::integer),
        user: text(Name::User),
        server: name(server),
        tls: it.tls(server).map(TlsDocument::from),
        elsewhere: elsewhere.map(|(servers, tls)| (servers.to_string(), tls.clone().map(TlsDocument::from))).collect(),
        outcome,
        findings: count(places, findings),
    }
}

/// `MySQL 8.4`, `MySQL 8.0.35`: a release of the tables; the newest of a series stands for the series.
fn name(server: ServerSet) -> Option<String> {
    let (_, release) = server.releases().next()?;
    let (flavor, version) = (release.flavor, release.version);
    Some(match version.patch {
        patch if patch == 0 || release.stands_for.is_some() => format!("{flavor} {}.{}", version.major, version.minor),
        _ => format!("{flavor} {version}"),
    })
}

/// The newest of the releases that a configuration names for a source; it names none: that of the replica.
fn named(source: ServerSet, replica: ServerSet) -> ServerSet {
    if source == ServerSet::ALL { replica } else { newest(source) }
}

/// The newest server of a set: of MySQL, if it has one.
fn newest(servers: ServerSet) -> ServerSet {
    let newest = servers.newest(Flavor::MySql);
    if newest.is_empty() { servers.newest(Flavor::MariaDb) } else { newest }
}

fn account(it: &Account, findings: &Findings<'_>) -> AccountDocument {
    let credential = it.credential().given().map(|(credential, _)| credential);
    let flag = |known: &Known<bool>| match known {
        Known::Unknown => None,
        Known::Unset => Some(false),
        Known::Given(flag, _) => Some(*flag),
    };
    let places = [it.credential().given().map(|(_, place)| place), it.require().given().map(|(_, place)| place)];
    let grants = it.grants().map(|grant| &grant.place);
    let places = places.into_iter().flatten().chain(grants).chain([it.named()]).chain(it.created());
    AccountDocument {
        user: it.key().user.to_string(),
        host: it.key().host.to_string(),
        place: shown(it.named()),
        plugin: credential.and_then(|credential| credential.plugin.clone()),
        credential: match (it.credential(), credential) {
            (Known::Unset, _) => Some("none"),
            (_, Some(it)) if it.hash.is_some() => Some("hash"),
            (_, Some(it)) if it.random => Some("random"),
            (_, Some(it)) if it.password.is_some() => Some("password"),
            _ => None,
        },
        require: match it.require() {
            Known::Unknown => None,
            Known::Unset | Known::Given(Requirement::Nothing, _) => Some("NONE".to_owned()),
            Known::Given(Requirement::Ssl, _) => Some("SSL".to_owned()),
            Known::Given(Requirement::X509, _) => Some("X509".to_owned()),
            Known::Given(Requirement::Options(options), _) => {
                let names: Vec<String> =
                    options.iter().map(|option| format!("{:?}", option.name).to_uppercase()).collect();
                Some(names.join(" AND "))
            }
        },
        locked: flag(it.locked()),
        expired: flag(it.expired()),
        replicates: flag(it.replicates()),
        findings: count(places, findings),
    }
}

/// What was found in the statements that places are in.
fn count<'p>(places: impl Iterator<Item = &'p Place>, findings: &Findings<'_>) -> FindingCounts {
    let statements: BTreeSet<(&Path, u64)> =
        places.map(|place| (&*place.origin.path, place.origin.base.offset)).collect();
    let counts = statements.iter().filter_map(|statement| findings.get(statement));
    counts.fold(FindingCounts::default(), |all, it| FindingCounts {
        errors: all.errors + it.errors,
        warnings: all.warnings + it.warnings,
        advice: all.advice + it.advice,
    })
}

/// `path:line`
fn shown(place: &Place) -> String {
    let line = place.origin.index().position(place.span.start).line;
    format!("{}:{line}", place.origin.path.display())
}

impl From<Tls> for TlsDocument {
    fn from(tls: Tls) -> Self {
        let mode = tls.mode().map(|mode| match mode {
            Mode::Disabled => "DISABLED",
            Mode::Required => "REQUIRED",
            Mode::VerifyCa => "VERIFY_CA",
            Mode::VerifyIdentity => "VERIFY_IDENTITY",
        });
        let reason = |reason: &crate::model::Reason| ReasonDocument {
            what: reason.what.to_owned(),
            place: reason.place.as_ref().map(shown),
        };
        Self { mode, offered: tls.offered, enforced: tls.enforced, why: tls.why.iter().map(reason).collect() }
    }
}

impl From<Outcome> for OutcomeDocument {
    fn from(outcome: Outcome) -> Self {
        let parts = |why: &Cause| (why.what.clone().into_owned(), why.places.iter().map(shown).collect());
        match outcome {
            Outcome::Connects { tls, protocol, cipher } => Self::Connects {
                tls,
                protocol: protocol.map(|protocol| protocol.to_string()),
                cipher: cipher.map(|cipher| cipher.name().to_owned()),
            },
            Outcome::Fails { errno, why } => {
                let (what, places) = parts(&why);
                Self::Fails { errno, what, places }
            }
            Outcome::Rejected { errno, why } => {
                let (what, places) = parts(&why);
                Self::Rejected { errno, what, places }
            }
            Outcome::Unknown { missing } => Self::Unknown { missing: missing.what.into_owned() },
        }
    }
}
