//! The macros that a rule's file and its area's list are made of.

/// Declares the rule of a file: its doc comment is the page.
///
/// `name`, `area`, `severity`, `group`, `since`, then the check: `statement`, `replication`, `accounts`, `grant`, `change`, `channel`, `account`, `denied`, `run` or `option_file` with a
/// function, or `reading` where the finding is raised by what reads the statement. Behind it `parts` and `options`: the rule is asked only about a
/// statement that has one of these parts, or a statement or channel with one of these options; without both it is asked about each.
macro_rules! declare_rule {
    (
        $(#[doc = $line:literal])+
        $type:ident {
            name: $name:literal, area: $area:ident, severity: $severity:ident, group: $group:ident, since: $since:literal,
            $hook:ident $(: $check:expr)?
            $(, parts: [$($part:ident),+ $(,)?])? $(, options: [$($option:ident),+ $(,)?])? $(,)?
        }
    ) => {
        /// The rule, for the area's list.
        pub(super) static RULE: $crate::rules::Entry = $crate::rules::Entry {
            rule: $crate::diagnostic::Rule {
                name: $name,
                area: $crate::diagnostic::Area::$area,
                severity: $crate::diagnostic::Severity::$severity,
                group: $crate::diagnostic::Group::$group,
            },
            since: $since,
            page: &[$($line),+],
            check: $crate::rules::declare::hook!($hook $(, $check)?),
            looks_at: $crate::ast::Content::any_of(
                &[$($($crate::ast::Part::$part),+)?],
                &[$($($crate::server::ChannelOptionName::$option),+)?],
            ),
        };
    };
}

macro_rules! hook {
    (reading) => {
        $crate::rules::Check::Reading
    };
    (statement, $check:expr) => {
        $crate::rules::Check::Statement($check)
    };
    (replication, $check:expr) => {
        $crate::rules::Check::Replication($check)
    };
    (accounts, $check:expr) => {
        $crate::rules::Check::Accounts($check)
    };
    (grant, $check:expr) => {
        $crate::rules::Check::Grant($check)
    };
    (change, $check:expr) => {
        $crate::rules::Check::Change($check)
    };
    (channel, $check:expr) => {
        $crate::rules::Check::Channel($check)
    };
    (account, $check:expr) => {
        $crate::rules::Check::Account($check)
    };
    (denied, $check:expr) => {
        $crate::rules::Check::Denied($check)
    };
    (run, $check:expr) => {
        $crate::rules::Check::Topology($check)
    };
    (tls_files, $check:expr) => {
        $crate::rules::Check::TlsFiles($check)
    };
    (option_file, $check:expr) => {
        $crate::rules::Check::OptionFile($check)
    };
}

/// The rules of an area, a line each: the name of the file.
macro_rules! rules {
    ($($file:ident),* $(,)?) => {
        $(pub(super) mod $file;)*
        pub(super) const RULES: &[&super::Entry] = &[$(&$file::RULE),*];
    };
}

pub(super) use {declare_rule, hook, rules};
