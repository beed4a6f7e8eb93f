//! Generated from `grammar/*.tsv` and the parser's productions by `grammar/generate.rs`; do not edit.

// Tables: the rows are documented where they are written, in `grammar/`.
#![allow(missing_docs, dead_code, clippy::unreadable_literal)]
#![cfg_attr(rustfmt, rustfmt_skip)]

use super::{BehaviourFacts, ChangedThread, ChannelOptionFacts, Excess, FeatureFacts, Flavor, OptionLimit, PrivilegeFacts, Release, ServerSet, Unit, ValueKind, Version, Word};

pub(crate) const RELEASES: [Release; 97] = [
    Release { flavor: Flavor::MySql, version: Version::new(5, 5, 0), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 5, 16), stands_for: Some(Version::new(5, 5, 62)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 6, 0), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 6, 1), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 6, 2), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 6, 3), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 6, 4), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 6, 5), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 6, 6), stands_for: Some(Version::new(5, 6, 51)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 0), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 3), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 4), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 5), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 6), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 7), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 8), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 10), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 17), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 18), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 28), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(5, 7, 35), stands_for: Some(Version::new(5, 7, 44)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 0), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 1), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 2), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 3), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 4), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 11), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 13), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 14), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 16), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 17), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 18), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 19), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 20), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 21), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 22), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 23), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 26), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 27), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 28), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 30), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 31), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 32), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 34), stands_for: None, supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 0, 35), stands_for: Some(Version::new(8, 0, 46)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 1, 0), stands_for: Some(Version::new(8, 1, 0)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 2, 0), stands_for: Some(Version::new(8, 2, 0)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 3, 0), stands_for: Some(Version::new(8, 3, 0)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(8, 4, 0), stands_for: Some(Version::new(8, 4, 8)), supported: true },
    Release { flavor: Flavor::MySql, version: Version::new(9, 0, 0), stands_for: Some(Version::new(9, 0, 1)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(9, 1, 0), stands_for: Some(Version::new(9, 1, 0)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(9, 2, 0), stands_for: Some(Version::new(9, 2, 0)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(9, 3, 0), stands_for: Some(Version::new(9, 3, 0)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(9, 4, 0), stands_for: Some(Version::new(9, 4, 0)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(9, 5, 0), stands_for: Some(Version::new(9, 5, 0)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(9, 6, 0), stands_for: Some(Version::new(9, 6, 0)), supported: false },
    Release { flavor: Flavor::MySql, version: Version::new(9, 7, 0), stands_for: Some(Version::new(9, 7, 4)), supported: true },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 0, 0), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 0, 1), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 0, 2), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 0, 5), stands_for: Some(Version::new(10, 0, 38)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 1, 0), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 1, 1), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 1, 2), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 1, 3), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 1, 6), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 1, 7), stands_for: Some(Version::new(10, 1, 48)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 2, 0), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 2, 3), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 2, 4), stands_for: Some(Version::new(10, 2, 44)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 3, 0), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 3, 4), stands_for: Some(Version::new(10, 3, 39)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 4, 0), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 4, 3), stands_for: Some(Version::new(10, 4, 34)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 5, 0), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 5, 1), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 5, 2), stands_for: None, supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 5, 9), stands_for: Some(Version::new(10, 5, 29)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 6, 0), stands_for: Some(Version::new(10, 6, 25)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 7, 0), stands_for: Some(Version::new(10, 7, 8)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 8, 0), stands_for: Some(Version::new(10, 8, 8)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 9, 0), stands_for: Some(Version::new(10, 9, 8)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 10, 0), stands_for: Some(Version::new(10, 10, 7)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(10, 11, 0), stands_for: Some(Version::new(10, 11, 19)), supported: true },
    Release { flavor: Flavor::MariaDb, version: Version::new(11, 0, 0), stands_for: Some(Version::new(11, 0, 6)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(11, 1, 0), stands_for: Some(Version::new(11, 1, 6)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(11, 2, 0), stands_for: Some(Version::new(11, 2, 6)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(11, 3, 0), stands_for: Some(Version::new(11, 3, 2)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(11, 4, 0), stands_for: Some(Version::new(11, 4, 12)), supported: true },
    Release { flavor: Flavor::MariaDb, version: Version::new(11, 5, 0), stands_for: Some(Version::new(11, 5, 2)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(11, 6, 0), stands_for: Some(Version::new(11, 6, 2)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(11, 7, 0), stands_for: Some(Version::new(11, 7, 2)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(11, 8, 0), stands_for: Some(Version::new(11, 8, 9)), supported: true },
    Release { flavor: Flavor::MariaDb, version: Version::new(12, 0, 0), stands_for: Some(Version::new(12, 0, 2)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(12, 1, 0), stands_for: Some(Version::new(12, 1, 2)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(12, 2, 0), stands_for: Some(Version::new(12, 2, 2)), supported: false },
    Release { flavor: Flavor::MariaDb, version: Version::new(12, 3, 0), stands_for: Some(Version::new(12, 3, 1)), supported: true },
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Feature {
    ChangeMaster,
    ChangeReplicationSource,
    SixDigitVersionComment,
    DollarQuotedText,
    CurrentRoleAccount,
    RoleHost,
    NumberPlus,
    SecondsPlus,
    HextextNumber,
    HexHash,
    CreateUser,
    RandomPassword,
    PasswordHash,
    Via,
    Plugin,
    PluginBy,
    ViaOr,
    ViaPassword,
    Factors,
    DualPassword,
    ReplacePassword,
    AccountRequire,
    AccountLock,
    RepeatedAccountOptions,
    AccountOptionsOnce,
    UnsignedLimit,
    SignedLimit,
    StatementTime,
    PasswordHistory,
    PasswordRequireCurrent,
    FailedLogins,
    UserAttribute,
    OrReplace,
    CreateIfNotExists,
    DropIfExists,
    AlterIfExists,
    DefaultRole,
    AlterUser,
    ExpireOnly,
    AlterOwnAccount,
    AlterPasswordHash,
    PasswordFunction,
    OldPasswordFunction,
    SetRandomPassword,
    Roles,
    RoleAdmin,
    ManyRoles,
    OneRole,
    IntegerDays,
    RoleOrPrivilege,
    SingleRole,
    GrantIdentified,
    GrantAs,
    Library,
    Package,
    LeadingDot,
    RevokeIfExists,
    NearBehindComma,
    NearBehindWith,
    NamedConnections,
    ForChannel,
    PrimaryKeyGenerate,
    ReplicaPos,
    ChangeFilter,
    FilterChannel,
    StartSlave,
    StartReplica,
    StopSlave,
    StopReplica,
    ResetSlave,
    ResetReplica,
    AllReplicas,
    ThreadList,
    EmptyThreads,
    ChannelBeforeUntil,
    ChannelLast,
    StartCredentials,
    UntilGtids,
    UntilAfterGaps,
    UntilMixed,
    UntilGtidPos,
    ResetAll,
    ResetMaster,
    ResetBinaryLogs,
    ResetToInteger,
    ResetToNumber,
    QueryCache,
    ResetPersist,
    ShowNonblocking,
    ShowSlaveStatus,
    ShowReplicaStatus,
    ShowSlaveHosts,
    ShowReplicaHosts,
    ShowReplicas,
    ShowMasterStatus,
    ShowBinaryLogStatus,
    ShowBinlogStatus,
    PurgeMasterLogs,
    ShowMasterLogs,
    GroupReplication,
    GroupReplicationCredentials,
    ShowGrantsUsing,
    ShowCreateUser,
    ShowCreateOwnUser,
    OptionDefault,
    PasswordInList,
    PasswordVariable,
    RoleInList,
    Persist,
    ScopePrefix,
    DefaultCollation,
    BinaryCollation,
    AccessMode,
    EmptyUserVariable,
}

pub(crate) const FEATURES: [FeatureFacts; 114] = [
    FeatureFacts { feature: Feature::ChangeMaster, name: "change-master", what: "CHANGE MASTER TO", servers: ServerSet(0x1fffffffffe00ffffffffffff), instead: Some("CHANGE REPLICATION SOURCE TO") },
    FeatureFacts { feature: Feature::ChangeReplicationSource, name: "change-replication-source", what: "CHANGE REPLICATION SOURCE TO", servers: ServerSet(0x1fffff000000000), instead: Some("CHANGE MASTER TO") },
    FeatureFacts { feature: Feature::SixDigitVersionComment, name: "six-digit-version-comment", what: "/*!NNNNNN with six digits", servers: ServerSet(0x1ffe00000000000), instead: None },
    FeatureFacts { feature: Feature::DollarQuotedText, name: "dollar-quoted-text", what: "$$text$$", servers: ServerSet(0x1ffe00000000000), instead: None },
    FeatureFacts { feature: Feature::CurrentRoleAccount, name: "current-role-account", what: "CURRENT_ROLE as an account", servers: ServerSet(0x1fffffffff000000000000000), instead: None },
    FeatureFacts { feature: Feature::RoleHost, name: "role-host", what: "a role with a host", servers: ServerSet(0x1ffffffffe00000), instead: Some("the role's name alone") },
    FeatureFacts { feature: Feature::NumberPlus, name: "number-plus", what: "a plus sign before a number", servers: ServerSet(0x1fffffffffe00000000000000), instead: Some("the number alone") },
    FeatureFacts { feature: Feature::SecondsPlus, name: "seconds-plus", what: "a plus sign before a number of seconds", servers: ServerSet(0x1ffffc0000000000000000000), instead: Some("the number alone") },
    FeatureFacts { feature: Feature::HextextNumber, name: "hextext-number", what: "x'10' as a number", servers: ServerSet(0x1ffffffffffffff), instead: Some("0x10") },
    FeatureFacts { feature: Feature::HexHash, name: "hex-hash", what: "a hash in hexadecimal digits", servers: ServerSet(0x1ffffffc0000000), instead: Some("the hash as a string") },
    FeatureFacts { feature: Feature::CreateUser, name: "create-user", what: "CREATE USER", servers: ServerSet(0x1ffffffffffffffffffffffff), instead: None },
    FeatureFacts { feature: Feature::RandomPassword, name: "random-password", what: "RANDOM PASSWORD", servers: ServerSet(0x1ffffff80000000), instead: Some("a password of your own") },
    FeatureFacts { feature: Feature::PasswordHash, name: "password-hash", what: "IDENTIFIED BY PASSWORD", servers: ServerSet(0x1fffffffffe00000003ffffff), instead: Some("IDENTIFIED WITH plugin AS 'hash'") },
    FeatureFacts { feature: Feature::Via, name: "via", what: "IDENTIFIED VIA", servers: ServerSet(0x1fffffffffe00000000000000), instead: Some("IDENTIFIED WITH") },
    FeatureFacts { feature: Feature::Plugin, name: "plugin", what: "IDENTIFIED WITH", servers: ServerSet(0x1ffffffffffffff), instead: None },
    FeatureFacts { feature: Feature::PluginBy, name: "plugin-by", what: "IDENTIFIED WITH … BY", servers: ServerSet(0x1ffffffffffe000), instead: Some("IDENTIFIED WITH … AS") },
    FeatureFacts { feature: Feature::ViaOr, name: "via-or", what: "IDENTIFIED VIA … OR", servers: ServerSet(0x1fffffe000000000000000000), instead: Some("one plugin") },
    FeatureFacts { feature: Feature::ViaPassword, name: "via-password", what: "USING PASSWORD()", servers: ServerSet(0x1ffffff000000000000000000), instead: Some("USING 'hash'") },
    FeatureFacts { feature: Feature::Factors, name: "factors", what: "a second authentication factor", servers: ServerSet(0x1ffffc000000000), instead: None },
    FeatureFacts { feature: Feature::DualPassword, name: "dual-password", what: "RETAIN CURRENT PASSWORD", servers: ServerSet(0x1fffffff0000000), instead: None },
    FeatureFacts { feature: Feature::ReplacePassword, name: "replace-password", what: "REPLACE 'current password'", servers: ServerSet(0x1fffffff8000000), instead: None },
    FeatureFacts { feature: Feature::AccountRequire, name: "account-require", what: "REQUIRE in CREATE USER and ALTER USER", servers: ServerSet(0x1fffffff801ffffffffffe000), instead: Some("GRANT … REQUIRE") },
    FeatureFacts { feature: Feature::AccountLock, name: "account-lock", what: "password and lock options", servers: ServerSet(0x1ffffff0001ffffffffffe000), instead: None },
    FeatureFacts { feature: Feature::RepeatedAccountOptions, name: "repeated-account-options", what: "a repeated password or lock option", servers: ServerSet(0x1ffffffffffe000), instead: Some("each option once") },
    FeatureFacts { feature: Feature::AccountOptionsOnce, name: "account-options-once", what: "one lock and one expiry option", servers: ServerSet(0x1ffffff000000000000000000), instead: None },
    FeatureFacts { feature: Feature::UnsignedLimit, name: "unsigned-limit", what: "an unsigned limit", servers: ServerSet(0x1ffffffffffffff), instead: None },
    FeatureFacts { feature: Feature::SignedLimit, name: "signed-limit", what: "a signed limit", servers: ServerSet(0x1fffffffffe00000000000000), instead: None },
    FeatureFacts { feature: Feature::StatementTime, name: "statement-time", what: "MAX_STATEMENT_TIME", servers: ServerSet(0x1ffffffffc000000000000000), instead: None },
    FeatureFacts { feature: Feature::PasswordHistory, name: "password-history", what: "PASSWORD HISTORY and PASSWORD REUSE", servers: ServerSet(0x1ffffffff000000), instead: None },
    FeatureFacts { feature: Feature::PasswordRequireCurrent, name: "password-require-current", what: "PASSWORD REQUIRE CURRENT", servers: ServerSet(0x1fffffff8000000), instead: None },
    FeatureFacts { feature: Feature::FailedLogins, name: "failed-logins", what: "FAILED_LOGIN_ATTEMPTS", servers: ServerSet(0x1ffffff00000000), instead: None },
    FeatureFacts { feature: Feature::UserAttribute, name: "user-attribute", what: "COMMENT and ATTRIBUTE", servers: ServerSet(0x1fffffc00000000), instead: None },
    FeatureFacts { feature: Feature::OrReplace, name: "or-replace", what: "OR REPLACE", servers: ServerSet(0x1ffffffff0000000000000000), instead: Some("DROP … IF EXISTS before it") },
    FeatureFacts { feature: Feature::CreateIfNotExists, name: "create-if-not-exists", what: "CREATE USER IF NOT EXISTS", servers: ServerSet(0x1ffffffff01ffffffffffe000), instead: None },
    FeatureFacts { feature: Feature::DropIfExists, name: "drop-if-exists", what: "DROP USER IF EXISTS", servers: ServerSet(0x1ffffffff01ffffffffffe000), instead: None },
    FeatureFacts { feature: Feature::AlterIfExists, name: "alter-if-exists", what: "ALTER USER IF EXISTS", servers: ServerSet(0x1fffffff801ffffffffffe000), instead: None },
    FeatureFacts { feature: Feature::DefaultRole, name: "default-role", what: "DEFAULT ROLE", servers: ServerSet(0x1ffffffffe00000), instead: Some("SET DEFAULT ROLE … FOR") },
    FeatureFacts { feature: Feature::AlterUser, name: "alter-user", what: "ALTER USER", servers: ServerSet(0x1fffffff801ffffffffffe000), instead: Some("GRANT or SET PASSWORD") },
    FeatureFacts { feature: Feature::ExpireOnly, name: "expire-only", what: "ALTER USER … PASSWORD EXPIRE alone", servers: ServerSet(0x1f00), instead: None },
    FeatureFacts { feature: Feature::AlterOwnAccount, name: "alter-own-account", what: "ALTER USER USER()", servers: ServerSet(0x1ffffffffffe000), instead: Some("CURRENT_USER()") },
    FeatureFacts { feature: Feature::AlterPasswordHash, name: "alter-password-hash", what: "ALTER USER … IDENTIFIED BY PASSWORD", servers: ServerSet(0x1fffffff80000000000000000), instead: Some("IDENTIFIED WITH plugin AS 'hash'") },
    FeatureFacts { feature: Feature::PasswordFunction, name: "password-function", what: "PASSWORD()", servers: ServerSet(0x1fffffffffe00000003ffffff), instead: Some("the password as a string") },
    FeatureFacts { feature: Feature::OldPasswordFunction, name: "old-password-function", what: "OLD_PASSWORD()", servers: ServerSet(0x1fffffffffe00000000000fff), instead: None },
    FeatureFacts { feature: Feature::SetRandomPassword, name: "set-random-password", what: "SET PASSWORD … TO RANDOM", servers: ServerSet(0x1ffffff80000000), instead: None },
    FeatureFacts { feature: Feature::Roles, name: "roles", what: "a role statement", servers: ServerSet(0x1fffffffff1ffffffffe00000), instead: None },
    FeatureFacts { feature: Feature::RoleAdmin, name: "role-admin", what: "WITH ADMIN", servers: ServerSet(0x1fffffffff000000000000000), instead: Some("GRANT … WITH ADMIN OPTION") },
    FeatureFacts { feature: Feature::ManyRoles, name: "many-roles", what: "several roles, DEFAULT, ALL", servers: ServerSet(0x1ffffffffe00000), instead: Some("one role") },
    FeatureFacts { feature: Feature::OneRole, name: "one-role", what: "a single role", servers: ServerSet(0x1ffffffffc000000000000000), instead: None },
    FeatureFacts { feature: Feature::IntegerDays, name: "integer-days", what: "a number of days other than plain digits", servers: ServerSet(0x1ffffffffffffff), instead: Some("digits") },
    FeatureFacts { feature: Feature::RoleOrPrivilege, name: "role-or-privilege", what: "dynamic privileges and lists of roles", servers: ServerSet(0x1ffffffffe00000), instead: None },
    FeatureFacts { feature: Feature::SingleRole, name: "single-role", what: "a single role", servers: ServerSet(0x1fffffffff000000000000000), instead: None },
    FeatureFacts { feature: Feature::GrantIdentified, name: "grant-identified", what: "IDENTIFIED, REQUIRE or a limit in GRANT", servers: ServerSet(0x1fffffffffe00000003ffffff), instead: Some("CREATE USER or ALTER USER before the GRANT") },
    FeatureFacts { feature: Feature::GrantAs, name: "grant-as", what: "GRANT … AS", servers: ServerSet(0x1ffffffe0000000), instead: None },
    FeatureFacts { feature: Feature::Library, name: "library", what: "ON LIBRARY", servers: ServerSet(0x1f8000000000000), instead: None },
    FeatureFacts { feature: Feature::Package, name: "package", what: "ON PACKAGE", servers: ServerSet(0x1f80000000000000000000000), instead: None },
    FeatureFacts { feature: Feature::LeadingDot, name: "leading-dot", what: "a table name after a leading dot", servers: ServerSet(0x1fffffffffe000000001fffff), instead: Some("the name alone") },
    FeatureFacts { feature: Feature::RevokeIfExists, name: "revoke-if-exists", what: "IF EXISTS and IGNORE UNKNOWN USER in REVOKE", servers: ServerSet(0x1ffff0000000000), instead: None },
    FeatureFacts { feature: Feature::NearBehindComma, name: "near-behind-comma", what: "an error quoted from behind the comma", servers: ServerSet(0x1fffffffffe000000001fffff), instead: None },
    FeatureFacts { feature: Feature::NearBehindWith, name: "near-behind-with", what: "an error quoted from behind WITH", servers: ServerSet(0x1fffff), instead: None },
    FeatureFacts { feature: Feature::NamedConnections, name: "named-connections", what: "connection names", servers: ServerSet(0x1fffffffffe00000000000000), instead: Some("FOR CHANNEL 'name'") },
    FeatureFacts { feature: Feature::ForChannel, name: "for-channel", what: "FOR CHANNEL", servers: ServerSet(0x1ffff800001ffffffffffe000), instead: None },
    FeatureFacts { feature: Feature::PrimaryKeyGenerate, name: "primary-key-generate", what: "REQUIRE_TABLE_PRIMARY_KEY_CHECK = GENERATE", servers: ServerSet(0x1fffc0000000000), instead: Some("STREAM, ON or OFF") },
    FeatureFacts { feature: Feature::ReplicaPos, name: "replica-pos", what: "MASTER_USE_GTID = REPLICA_POS", servers: ServerSet(0x1fffff8000000000000000000), instead: Some("SLAVE_POS") },
    FeatureFacts { feature: Feature::ChangeFilter, name: "change-filter", what: "CHANGE REPLICATION FILTER", servers: ServerSet(0x1fffffffffffc00), instead: Some("the replicate-* options in the option file") },
    FeatureFacts { feature: Feature::FilterChannel, name: "filter-channel", what: "FOR CHANNEL in CHANGE REPLICATION FILTER", servers: ServerSet(0x1ffffffffc00000), instead: None },
    FeatureFacts { feature: Feature::StartSlave, name: "start-slave", what: "START SLAVE", servers: ServerSet(0x1fffffffffe00ffffffffffff), instead: Some("START REPLICA") },
    FeatureFacts { feature: Feature::StartReplica, name: "start-replica", what: "START REPLICA", servers: ServerSet(0x1fffff80001fffff800000000), instead: Some("START SLAVE") },
    FeatureFacts { feature: Feature::StopSlave, name: "stop-slave", what: "STOP SLAVE", servers: ServerSet(0x1fffffffffe00ffffffffffff), instead: Some("STOP REPLICA") },
    FeatureFacts { feature: Feature::StopReplica, name: "stop-replica", what: "STOP REPLICA", servers: ServerSet(0x1fffff80001fffff800000000), instead: Some("STOP SLAVE") },
    FeatureFacts { feature: Feature::ResetSlave, name: "reset-slave", what: "RESET SLAVE", servers: ServerSet(0x1fffffffffe00ffffffffffff), instead: Some("RESET REPLICA") },
    FeatureFacts { feature: Feature::ResetReplica, name: "reset-replica", what: "RESET REPLICA", servers: ServerSet(0x1fffff80001fffff800000000), instead: Some("RESET SLAVE") },
    FeatureFacts { feature: Feature::AllReplicas, name: "all-replicas", what: "ALL REPLICAS", servers: ServerSet(0x1fffff8000000000000000000), instead: Some("ALL SLAVES") },
    FeatureFacts { feature: Feature::ThreadList, name: "thread-list", what: "a list of threads", servers: ServerSet(0x1ffffffffffffc0), instead: None },
    FeatureFacts { feature: Feature::EmptyThreads, name: "empty-threads", what: "an empty element in a list of threads", servers: ServerSet(0x1fffffffffe0000000000003f), instead: Some("the threads alone") },
    FeatureFacts { feature: Feature::ChannelBeforeUntil, name: "channel-before-until", what: "FOR CHANNEL before UNTIL", servers: ServerSet(0x1ffff80000000000000000000), instead: Some("FOR CHANNEL at the end") },
    FeatureFacts { feature: Feature::ChannelLast, name: "channel-last", what: "FOR CHANNEL at the end", servers: ServerSet(0x1ffffffffffe000), instead: Some("FOR CHANNEL before UNTIL") },
    FeatureFacts { feature: Feature::StartCredentials, name: "start-credentials", what: "USER, PASSWORD, DEFAULT_AUTH and PLUGIN_DIR in START", servers: ServerSet(0x1ffffffffffffc0), instead: Some("CHANGE MASTER TO MASTER_USER, MASTER_PASSWORD") },
    FeatureFacts { feature: Feature::UntilGtids, name: "until-gtids", what: "UNTIL with a set of GTIDs", servers: ServerSet(0x1f800000001ffffffffffff80), instead: None },
    FeatureFacts { feature: Feature::UntilAfterGaps, name: "until-after-gaps", what: "UNTIL SQL_AFTER_MTS_GAPS", servers: ServerSet(0x1ffffffffffff00), instead: None },
    FeatureFacts { feature: Feature::UntilMixed, name: "until-mixed", what: "positions behind another UNTIL condition", servers: ServerSet(0x1ffffffffffff80), instead: None },
    FeatureFacts { feature: Feature::UntilGtidPos, name: "until-gtid-pos", what: "UNTIL MASTER_GTID_POS", servers: ServerSet(0x1fffffffff800000000000000), instead: None },
    FeatureFacts { feature: Feature::ResetAll, name: "reset-all", what: "RESET SLAVE ALL", servers: ServerSet(0x1fffffffffffffffffffffffe), instead: None },
    FeatureFacts { feature: Feature::ResetMaster, name: "reset-master", what: "RESET MASTER", servers: ServerSet(0x1fffffffffe00ffffffffffff), instead: Some("RESET BINARY LOGS AND GTIDS") },
    FeatureFacts { feature: Feature::ResetBinaryLogs, name: "reset-binary-logs", what: "RESET BINARY LOGS AND GTIDS", servers: ServerSet(0x1ffc00000000000), instead: Some("RESET MASTER") },
    FeatureFacts { feature: Feature::ResetToInteger, name: "reset-to-integer", what: "RESET … TO an integer", servers: ServerSet(0x1ffffffffe00000), instead: None },
    FeatureFacts { feature: Feature::ResetToNumber, name: "reset-to-number", what: "RESET MASTER TO any number", servers: ServerSet(0x1fffffffe0000000000000000), instead: None },
    FeatureFacts { feature: Feature::QueryCache, name: "query-cache", what: "RESET QUERY CACHE", servers: ServerSet(0x1fffffffffe00000000ffffff), instead: None },
    FeatureFacts { feature: Feature::ResetPersist, name: "reset-persist", what: "RESET PERSIST", servers: ServerSet(0x1ffffffffe00000), instead: None },
    FeatureFacts { feature: Feature::ShowNonblocking, name: "show-nonblocking", what: "SHOW SLAVE STATUS NONBLOCKING", servers: ServerSet(0x1e00), instead: Some("SHOW SLAVE STATUS") },
    FeatureFacts { feature: Feature::ShowSlaveStatus, name: "show-slave-status", what: "SHOW SLAVE STATUS", servers: ServerSet(0x1fffffffffe00ffffffffffff), instead: Some("SHOW REPLICA STATUS") },
    FeatureFacts { feature: Feature::ShowReplicaStatus, name: "show-replica-status", what: "SHOW REPLICA STATUS", servers: ServerSet(0x1fffff80001fffff800000000), instead: Some("SHOW SLAVE STATUS") },
    FeatureFacts { feature: Feature::ShowSlaveHosts, name: "show-slave-hosts", what: "SHOW SLAVE HOSTS", servers: ServerSet(0x1fffffffffe00ffffffffffff), instead: Some("SHOW REPLICAS") },
    FeatureFacts { feature: Feature::ShowReplicaHosts, name: "show-replica-hosts", what: "SHOW REPLICA HOSTS", servers: ServerSet(0x1fffff8000000000000000000), instead: Some("SHOW REPLICAS | SHOW SLAVE HOSTS") },
    FeatureFacts { feature: Feature::ShowReplicas, name: "show-replicas", what: "SHOW REPLICAS", servers: ServerSet(0x1fffff800000000), instead: Some("SHOW SLAVE HOSTS") },
    FeatureFacts { feature: Feature::ShowMasterStatus, name: "show-master-status", what: "SHOW MASTER STATUS", servers: ServerSet(0x1fffffffffe00ffffffffffff), instead: Some("SHOW BINARY LOG STATUS") },
    FeatureFacts { feature: Feature::ShowBinaryLogStatus, name: "show-binary-log-status", what: "SHOW BINARY LOG STATUS", servers: ServerSet(0x1ffc00000000000), instead: Some("SHOW MASTER STATUS") },
    FeatureFacts { feature: Feature::ShowBinlogStatus, name: "show-binlog-status", what: "SHOW BINLOG STATUS", servers: ServerSet(0x1fffff0000000000000000000), instead: Some("SHOW BINARY LOG STATUS | SHOW MASTER STATUS") },
    FeatureFacts { feature: Feature::PurgeMasterLogs, name: "purge-master-logs", what: "PURGE MASTER LOGS", servers: ServerSet(0x1fffffffffe00ffffffffffff), instead: Some("PURGE BINARY LOGS") },
    FeatureFacts { feature: Feature::ShowMasterLogs, name: "show-master-logs", what: "SHOW MASTER LOGS", servers: ServerSet(0x1fffffffffe00ffffffffffff), instead: Some("SHOW BINARY LOGS") },
    FeatureFacts { feature: Feature::GroupReplication, name: "group-replication", what: "GROUP_REPLICATION", servers: ServerSet(0x1ffffffffffe000), instead: None },
    FeatureFacts { feature: Feature::GroupReplicationCredentials, name: "group-replication-credentials", what: "an option of START GROUP_REPLICATION", servers: ServerSet(0x1fffffc00000000), instead: Some("CHANGE MASTER TO … FOR CHANNEL 'group_replication_recovery'") },
    FeatureFacts { feature: Feature::ShowGrantsUsing, name: "show-grants-using", what: "SHOW GRANTS … USING", servers: ServerSet(0x1ffffffffe00000), instead: None },
    FeatureFacts { feature: Feature::ShowCreateUser, name: "show-create-user", what: "SHOW CREATE USER", servers: ServerSet(0x1fffffff801ffffffffffe000), instead: Some("SHOW GRANTS") },
    FeatureFacts { feature: Feature::ShowCreateOwnUser, name: "show-create-own-user", what: "SHOW CREATE USER without an account", servers: ServerSet(0x1fffffff80000000000000000), instead: Some("SHOW CREATE USER CURRENT_USER()") },
    FeatureFacts { feature: Feature::OptionDefault, name: "option-default", what: "DEFAULT as the value of an option", servers: ServerSet(0x1000000000000000000000000), instead: Some("the value itself") },
    FeatureFacts { feature: Feature::PasswordInList, name: "password-in-list", what: "PASSWORD in a list of variables", servers: ServerSet(0x1fffffffffe00000000001fff), instead: Some("SET PASSWORD alone") },
    FeatureFacts { feature: Feature::PasswordVariable, name: "password-variable", what: "PASSWORD as the name of a variable", servers: ServerSet(0x1ffffffffffe000), instead: None },
    FeatureFacts { feature: Feature::RoleInList, name: "role-in-list", what: "ROLE in a list of variables", servers: ServerSet(0x1fffffffff000000000000000), instead: Some("SET ROLE alone") },
    FeatureFacts { feature: Feature::Persist, name: "persist", what: "SET PERSIST", servers: ServerSet(0x1ffffffffe00000), instead: Some("SET GLOBAL") },
    FeatureFacts { feature: Feature::ScopePrefix, name: "scope-prefix", what: "GLOBAL, SESSION or LOCAL as a prefix", servers: ServerSet(0x1fffffffffe00000000000000), instead: None },
    FeatureFacts { feature: Feature::DefaultCollation, name: "default-collation", what: "COLLATE beside DEFAULT", servers: ServerSet(0x1fffffffffe00000000000fff), instead: None },
    FeatureFacts { feature: Feature::BinaryCollation, name: "binary-collation", what: "COLLATE BINARY", servers: ServerSet(0x1ffffffffffffffffffe00000), instead: Some("COLLATE 'binary'") },
    FeatureFacts { feature: Feature::AccessMode, name: "access-mode", what: "SET TRANSACTION READ ONLY and READ WRITE", servers: ServerSet(0x1ffffffffffffffffffffff80), instead: None },
    FeatureFacts { feature: Feature::EmptyUserVariable, name: "empty-user-variable", what: "a user variable without a name", servers: ServerSet(0x1ffffffffffffff), instead: None },
];

/// What servers do differently with statements that they accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Behaviour {
    /// Servers that turn TLS on for a new channel.
    TlsByDefault,
    /// Servers that check the source's certificate and name unless told not to.
    VerifyByDefault,
    /// Servers that refuse to replicate in clear text where TLS was asked for without verification.
    TlsEnforced,
    /// Servers that tell channels apart by FOR CHANNEL.
    Channels,
    /// Servers that read the string of SET PASSWORD as a password, not as a hash.
    SetPasswordIsPlain,
    /// Servers that read the host of an account as a network where it ends in /24.
    CidrHosts,
    /// Servers that refuse to create an account by GRANT.
    GrantNeedsAccount,
    /// Servers that read the hash of IDENTIFIED BY PASSWORD as one of mysql_native_password only.
    PasswordHashIsNative,
    /// Servers that keep roles and accounts in one namespace.
    RoleIsAccount,
    /// Servers that refuse to take a role that was not given.
    RevokeNeedsRole,
    /// Servers that refuse a role by the name of NONE.
    RoleNone,
    /// Servers that have a role of their own by the name of PUBLIC.
    RolePublic,
    /// Servers that store PBKDF2 hashes of caching_sha2_password.
    Pbkdf2Hash,
    /// Servers that warn of the word SLAVE.
    DeprecatesSlave,
    /// Servers that warn of CHANGE MASTER and the MASTER_ options.
    DeprecatesChangeMaster,
    /// Servers that warn of RESET MASTER and SHOW MASTER STATUS.
    DeprecatesResetMaster,
    /// Servers that warn of IDENTIFIED, REQUIRE and limits in GRANT.
    DeprecatesGrantIdentified,
    /// Servers that warn of IDENTIFIED BY PASSWORD.
    DeprecatesPasswordHash,
    /// Servers that warn of PASSWORD() in SET PASSWORD.
    DeprecatesPasswordFunction,
    /// Servers that warn of the privilege SUPER.
    DeprecatesSuper,
    /// Servers that refuse to replicate in clear text where verification was asked for.
    VerificationEnforcesTls,
    /// Servers that refuse to verify a source without a certificate authority.
    VerificationNeedsCa,
    /// Servers that verify a source by the system's certificate authorities where none is given.
    SystemAuthorities,
    /// Servers that let no connection in where REQUIRE CIPHER is empty.
    EmptyCipherMatchesNone,
    /// Servers that identify an account by caching_sha2_password unless told otherwise.
    Sha2ByDefault,
    /// Servers that write and expect GTIDs unless told otherwise.
    GtidByDefault,
    /// Servers that refuse IGNORE_SERVER_IDS where gtid_mode is ON.
    RefusesIgnoredIdsWithGtid,
    /// Servers that replicate with MASTER_USE_GTID = slave_pos unless told otherwise.
    SlavePosByDefault,
    /// Servers that turn MASTER_USE_GTID off where a statement gives only coordinates.
    GtidOffByCoordinates,
    /// Servers that refuse a line feed in the value of an option.
    RefusesNewlines,
    /// Servers that change a channel while the thread that it is not about runs.
    OneThreadMayRun,
    /// Servers that refuse a second connection to a host and port.
    OneConnectionASource,
    /// Servers that give up on a source that was silent for a minute.
    MinuteWithoutNews,
    /// Servers that take MASTER_CONNECT_RETRY = 0 as an interval.
    RetryIntervalOfZero,
    /// Servers that give up after ten attempts to connect unless told otherwise.
    TenRetries,
    /// Servers that keep group_replication_applier and group_replication_recovery to themselves.
    ReservedChannels,
    /// Servers that number binary logs from 1 to 2000000000.
    FirstLogFromOne,
    /// Servers that want FOR CHANNEL once there is a channel with a name.
    ChannelMustBeNamed,
    /// Servers that offer TLS only where a certificate authority, a certificate, a key or ciphers are given.
    TlsNeedsOption,
    /// Servers that keep the TLS options of the unnamed channel over RESET SLAVE ALL, all but MASTER_SSL_VERIFY_SERVER_CERT.
    ResetKeepsTls,
    /// Servers that make themselves a certificate where they are given none, and offer TLS with it.
    OffersTlsByDefault,
    /// Servers that make themselves a certificate where they are given none, at least if they are built with OpenSSL.
    MayOfferTlsByDefault,
    /// Servers that trust a source without a certificate authority if it proves that it knows the account's password.
    PasswordProvesSource,
    /// Servers that ask for a client certificate too where REQUIRE CIPHER is said.
    CipherNeedsCertificate,
    /// Servers that take the cipher that the source likes best.
    SourceChoosesCipher,
    /// Servers that take the cipher that the replica likes best.
    ReplicaChoosesCipher,
    /// Servers that have numbers from 13000 on for what stops a replica after it has connected.
    TellsSourceErrorsApart,
    /// Servers that look for the host in the name of the certificate's subject only, letter by letter.
    CnOnly,
    /// Servers that have a client that sends a line of `--` without a blank.
    DashLinesAreSent,
    /// Servers that have a client that takes no commands from a file, but DELIMITER.
    CommandsOffInBatch,
    /// Servers that refuse NO_AUTO_CREATE_USER and other modes that are gone in sql_mode.
    RefusesRemovedModes,
}

pub(crate) const BEHAVIOURS: [BehaviourFacts; 51] = [
    BehaviourFacts { behaviour: Behaviour::TlsByDefault, name: "tls-by-default", what: "turn TLS on for a new channel", servers: ServerSet(0x1ff0000000100000000000000) },
    BehaviourFacts { behaviour: Behaviour::VerifyByDefault, name: "verify-by-default", what: "check the source's certificate and name unless told not to", servers: ServerSet(0x1ff0000000000000000000000) },
    BehaviourFacts { behaviour: Behaviour::TlsEnforced, name: "tls-enforced", what: "refuse to replicate in clear text where TLS was asked for without verification", servers: ServerSet(0x1fffffffffffc00) },
    BehaviourFacts { behaviour: Behaviour::Channels, name: "channels", what: "tell channels apart by FOR CHANNEL", servers: ServerSet(0x1ffff800001ffffffffffe000) },
    BehaviourFacts { behaviour: Behaviour::SetPasswordIsPlain, name: "set-password-is-plain", what: "read the string of SET PASSWORD as a password, not as a hash", servers: ServerSet(0x1ffffffffffe000) },
    BehaviourFacts { behaviour: Behaviour::CidrHosts, name: "cidr-hosts", what: "read the host of an account as a network where it ends in /24", servers: ServerSet(0x1fffff000000000) },
    BehaviourFacts { behaviour: Behaviour::GrantNeedsAccount, name: "grant-needs-account", what: "refuse to create an account by GRANT", servers: ServerSet(0x1fffffffc01fffffffc000000) },
    BehaviourFacts { behaviour: Behaviour::PasswordHashIsNative, name: "password-hash-is-native", what: "read the hash of IDENTIFIED BY PASSWORD as one of mysql_native_password only", servers: ServerSet(0x3fffffc) },
    BehaviourFacts { behaviour: Behaviour::RoleIsAccount, name: "role-is-account", what: "keep roles and accounts in one namespace", servers: ServerSet(0x1ffffffffe00000) },
    BehaviourFacts { behaviour: Behaviour::RevokeNeedsRole, name: "revoke-needs-role", what: "refuse to take a role that was not given", servers: ServerSet(0x1fffffffff000000000000000) },
    BehaviourFacts { behaviour: Behaviour::RoleNone, name: "role-none", what: "refuse a role by the name of NONE", servers: ServerSet(0x1fffffffff000000000000000) },
    BehaviourFacts { behaviour: Behaviour::RolePublic, name: "role-public", what: "have a role of their own by the name of PUBLIC", servers: ServerSet(0x1fff800000000000000000000) },
    BehaviourFacts { behaviour: Behaviour::Pbkdf2Hash, name: "pbkdf2-hash", what: "store PBKDF2 hashes of caching_sha2_password", servers: ServerSet(0x1fe000000000000) },
    BehaviourFacts { behaviour: Behaviour::DeprecatesSlave, name: "deprecates-slave", what: "warn of the word SLAVE", servers: ServerSet(0xfff800000000) },
    BehaviourFacts { behaviour: Behaviour::DeprecatesChangeMaster, name: "deprecates-change-master", what: "warn of CHANGE MASTER and the MASTER_ options", servers: ServerSet(0xfff000000000) },
    BehaviourFacts { behaviour: Behaviour::DeprecatesResetMaster, name: "deprecates-reset-master", what: "warn of RESET MASTER and SHOW MASTER STATUS", servers: ServerSet(0xc00000000000) },
    BehaviourFacts { behaviour: Behaviour::DeprecatesGrantIdentified, name: "deprecates-grant-identified", what: "warn of IDENTIFIED, REQUIRE and limits in GRANT", servers: ServerSet(0x3ffe000) },
    BehaviourFacts { behaviour: Behaviour::DeprecatesPasswordHash, name: "deprecates-password-hash", what: "warn of IDENTIFIED BY PASSWORD", servers: ServerSet(0x3ffe000) },
    BehaviourFacts { behaviour: Behaviour::DeprecatesPasswordFunction, name: "deprecates-password-function", what: "warn of PASSWORD() in SET PASSWORD", servers: ServerSet(0x3ffe000) },
    BehaviourFacts { behaviour: Behaviour::DeprecatesSuper, name: "deprecates-super", what: "warn of the privilege SUPER", servers: ServerSet(0x1ffffffffe00000) },
    BehaviourFacts { behaviour: Behaviour::VerificationEnforcesTls, name: "verification-enforces-tls", what: "refuse to replicate in clear text where verification was asked for", servers: ServerSet(0x1fffffffffffffffffffffc00) },
    BehaviourFacts { behaviour: Behaviour::VerificationNeedsCa, name: "verification-needs-ca", what: "refuse to verify a source without a certificate authority", servers: ServerSet(0x1fffffffffc0000) },
    BehaviourFacts { behaviour: Behaviour::SystemAuthorities, name: "system-authorities", what: "verify a source by the system's certificate authorities where none is given", servers: ServerSet(0x1fffffffffe00000000000000) },
    BehaviourFacts { behaviour: Behaviour::EmptyCipherMatchesNone, name: "empty-cipher-matches-none", what: "let no connection in where REQUIRE CIPHER is empty", servers: ServerSet(0x1ffffffffffffff) },
    BehaviourFacts { behaviour: Behaviour::Sha2ByDefault, name: "sha2-by-default", what: "identify an account by caching_sha2_password unless told otherwise", servers: ServerSet(0x1fffffffe000000) },
    BehaviourFacts { behaviour: Behaviour::GtidByDefault, name: "gtid-by-default", what: "write and expect GTIDs unless told otherwise", servers: ServerSet(0x100000000000000) },
    BehaviourFacts { behaviour: Behaviour::RefusesIgnoredIdsWithGtid, name: "refuses-ignored-ids-with-gtid", what: "refuse IGNORE_SERVER_IDS where gtid_mode is ON", servers: ServerSet(0x1ff000000000000) },
    BehaviourFacts { behaviour: Behaviour::SlavePosByDefault, name: "slave-pos-by-default", what: "replicate with MASTER_USE_GTID = slave_pos unless told otherwise", servers: ServerSet(0x1fffc00000000000000000000) },
    BehaviourFacts { behaviour: Behaviour::GtidOffByCoordinates, name: "gtid-off-by-coordinates", what: "turn MASTER_USE_GTID off where a statement gives only coordinates", servers: ServerSet(0x1fffffffffe00000000000000) },
    BehaviourFacts { behaviour: Behaviour::RefusesNewlines, name: "refuses-newlines", what: "refuse a line feed in the value of an option", servers: ServerSet(0x1ffffffffffff80) },
    BehaviourFacts { behaviour: Behaviour::OneThreadMayRun, name: "one-thread-may-run", what: "change a channel while the thread that it is not about runs", servers: ServerSet(0x1fffffffffff800) },
    BehaviourFacts { behaviour: Behaviour::OneConnectionASource, name: "one-connection-a-source", what: "refuse a second connection to a host and port", servers: ServerSet(0x1fffffffffe00000000000000) },
    BehaviourFacts { behaviour: Behaviour::MinuteWithoutNews, name: "minute-without-news", what: "give up on a source that was silent for a minute", servers: ServerSet(0x1ffffffe001ffffffffffc000) },
    BehaviourFacts { behaviour: Behaviour::RetryIntervalOfZero, name: "retry-interval-of-zero", what: "take MASTER_CONNECT_RETRY = 0 as an interval", servers: ServerSet(0x1000000000000000000000000) },
    BehaviourFacts { behaviour: Behaviour::TenRetries, name: "ten-retries", what: "give up after ten attempts to connect unless told otherwise", servers: ServerSet(0x1ff000000000000) },
    BehaviourFacts { behaviour: Behaviour::ReservedChannels, name: "reserved-channels", what: "keep group_replication_applier and group_replication_recovery to themselves", servers: ServerSet(0x1fffffffffe0000) },
    BehaviourFacts { behaviour: Behaviour::FirstLogFromOne, name: "first-log-from-one", what: "number binary logs from 1 to 2000000000", servers: ServerSet(0x1ffffffffc00000) },
    BehaviourFacts { behaviour: Behaviour::ChannelMustBeNamed, name: "channel-must-be-named", what: "want FOR CHANNEL once there is a channel with a name", servers: ServerSet(0x1ffffffffffe000) },
    BehaviourFacts { behaviour: Behaviour::TlsNeedsOption, name: "tls-needs-option", what: "offer TLS only where a certificate authority, a certificate, a key or ciphers are given", servers: ServerSet(0x3ff) },
    BehaviourFacts { behaviour: Behaviour::ResetKeepsTls, name: "reset-keeps-tls", what: "keep the TLS options of the unnamed channel over RESET SLAVE ALL, all but MASTER_SSL_VERIFY_SERVER_CERT", servers: ServerSet(0x1fffffffffe00000000001fff) },
    BehaviourFacts { behaviour: Behaviour::OffersTlsByDefault, name: "offers-tls-by-default", what: "make themselves a certificate where they are given none, and offer TLS with it", servers: ServerSet(0x1ff00000001ffffffffe00000) },
    BehaviourFacts { behaviour: Behaviour::MayOfferTlsByDefault, name: "may-offer-tls-by-default", what: "make themselves a certificate where they are given none, at least if they are built with OpenSSL", servers: ServerSet(0x1ff00000001fffffffffff000) },
    BehaviourFacts { behaviour: Behaviour::PasswordProvesSource, name: "password-proves-source", what: "trust a source without a certificate authority if it proves that it knows the account's password", servers: ServerSet(0x1ff0000000000000000000000) },
    BehaviourFacts { behaviour: Behaviour::CipherNeedsCertificate, name: "cipher-needs-certificate", what: "ask for a client certificate too where REQUIRE CIPHER is said", servers: ServerSet(0x1ffffffffffffff) },
    BehaviourFacts { behaviour: Behaviour::SourceChoosesCipher, name: "source-chooses-cipher", what: "take the cipher that the source likes best", servers: ServerSet(0x1ff000000000000) },
    BehaviourFacts { behaviour: Behaviour::ReplicaChoosesCipher, name: "replica-chooses-cipher", what: "take the cipher that the replica likes best", servers: ServerSet(0x1fffffffffe00000000000000) },
    BehaviourFacts { behaviour: Behaviour::TellsSourceErrorsApart, name: "tells-source-errors-apart", what: "have numbers from 13000 on for what stops a replica after it has connected", servers: ServerSet(0x1ffffffffe00000) },
    BehaviourFacts { behaviour: Behaviour::CnOnly, name: "cn-only", what: "look for the host in the name of the certificate's subject only, letter by letter", servers: ServerSet(0x3ff) },
    BehaviourFacts { behaviour: Behaviour::DashLinesAreSent, name: "dash-lines-are-sent", what: "have a client that sends a line of `--` without a blank", servers: ServerSet(0x1ffffffffe00000) },
    BehaviourFacts { behaviour: Behaviour::CommandsOffInBatch, name: "commands-off-in-batch", what: "have a client that takes no commands from a file, but DELIMITER", servers: ServerSet(0x100000000000000) },
    BehaviourFacts { behaviour: Behaviour::RefusesRemovedModes, name: "refuses-removed-modes", what: "refuse NO_AUTO_CREATE_USER and other modes that are gone in sql_mode", servers: ServerSet(0x1fffffffc000000) },
];

pub(crate) const WORDS: [&str; 539] = ["",
    "ACCESSIBLE", "ACCOUNT", "ADD", "ADMIN", "ALL", "ALTER", "ANALYZE", "AND", "AS", "ASC",
    "ASENSITIVE", "ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS", "ATTRIBUTE", "AUTHENTICATION", "BEFORE", "BETWEEN", "BIGINT", "BINARY", "BINLOG", "BLOB",
    "BODY", "BOTH", "BY", "CACHE", "CALL", "CASCADE", "CASE", "CHALLENGE_RESPONSE", "CHANGE", "CHANNEL",
    "CHAR", "CHARACTER", "CHARSET", "CHECK", "CIPHER", "CLIENT", "COLLATE", "COLUMN", "COMMENT", "COMMITTED",
    "CONDITION", "CONNECTION", "CONSTRAINT", "CONTINUE", "CONVERT", "CREATE", "CROSS", "CUBE", "CUME_DIST", "CURRENT",
    "CURRENT_DATE", "CURRENT_POS", "CURRENT_ROLE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "CURRENT_USER", "CURSOR", "DATABASE", "DATABASES", "DATE",
    "DAY", "DAY_HOUR", "DAY_MICROSECOND", "DAY_MINUTE", "DAY_SECOND", "DEC", "DECIMAL", "DECLARE", "DEFAULT", "DEFAULT_AUTH",
    "DELAYED", "DELETE", "DELETE_DOMAIN_ID", "DENSE_RANK", "DESC", "DESCRIBE", "DETERMINISTIC", "DISCARD", "DISTINCT", "DISTINCTROW",
    "DIV", "DOUBLE", "DO_DOMAIN_IDS", "DROP", "DUAL", "EACH", "ELSE", "ELSEIF", "EMPTY", "ENCLOSED",
    "END", "ESCAPE", "ESCAPED", "EVENT", "EXCEPT", "EXECUTE", "EXISTS", "EXIT", "EXPIRE", "EXPLAIN",
    "EXTERNAL", "FACTOR", "FAILED_LOGIN_ATTEMPTS", "FALSE", "FEDERATED", "FETCH", "FILE", "FILTER", "FINISH", "FIRST_VALUE",
    "FLOAT", "FLOAT4", "FLOAT8", "FOR", "FORCE", "FOREIGN", "FROM", "FULLTEXT", "FUNCTION", "GENERATE",
    "GENERATED", "GET", "GET_MASTER_PUBLIC_KEY", "GET_SOURCE_PUBLIC_KEY", "GLOBAL", "GRANT", "GRANTS", "GROUP", "GROUPING", "GROUPS",
    "GROUP_REPLICATION", "GTIDS", "GTID_ONLY", "HAVING", "HIGH_PRIORITY", "HISTORY", "HOSTS", "HOUR", "HOUR_MICROSECOND", "HOUR_MINUTE",
    "HOUR_SECOND", "IDENTIFIED", "IF", "IGNORE", "IGNORE_DOMAIN_IDS", "IGNORE_SERVER_IDS", "IN", "INDEX", "INFILE", "INITIAL",
    "INITIATE", "INNER", "INOUT", "INSENSITIVE", "INSERT", "INT", "INT1", "INT2", "INT3", "INT4",
    "INT8", "INTEGER", "INTERSECT", "INTERVAL", "INTO", "IO_AFTER_GTIDS", "IO_BEFORE_GTIDS", "IO_THREAD", "IS", "ISOLATION",
    "ISSUER", "ITERATE", "JOIN", "JSON_TABLE", "KEY", "KEYS", "KILL", "LAG", "LAST_VALUE", "LATERAL",
    "LEAD", "LEADING", "LEAVE", "LEFT", "LEVEL", "LIBRARY", "LIKE", "LIMIT", "LINEAR", "LINES",
    "LOAD", "LOCAL", "LOCALTIME", "LOCALTIMESTAMP", "LOCK", "LOG", "LOGS", "LONG", "LONGBLOB", "LONGTEXT",
    "LOOP", "LOW_PRIORITY", "MANUAL", "MASTER", "MASTER_AUTO_POSITION", "MASTER_BIND", "MASTER_COMPRESSION_ALGORITHMS", "MASTER_CONNECT_RETRY", "MASTER_DELAY", "MASTER_DEMOTE_TO_REPLICA",
    "MASTER_DEMOTE_TO_SLAVE", "MASTER_GTID_POS", "MASTER_HEARTBEAT_PERIOD", "MASTER_HOST", "MASTER_LOG_FILE", "MASTER_LOG_POS", "MASTER_PASSWORD", "MASTER_PORT", "MASTER_PUBLIC_KEY_PATH", "MASTER_RETRY_COUNT",
    "MASTER_SSL", "MASTER_SSL_CA", "MASTER_SSL_CAPATH", "MASTER_SSL_CERT", "MASTER_SSL_CIPHER", "MASTER_SSL_CRL", "MASTER_SSL_CRLPATH", "MASTER_SSL_KEY", "MASTER_SSL_VERIFY_SERVER_CERT", "MASTER_TLS_CIPHERSUITES",
    "MASTER_TLS_VERSION", "MASTER_USER", "MASTER_USE_GTID", "MASTER_ZSTD_COMPRESSION_LEVEL", "MATCH", "MAXVALUE", "MAX_CONNECTIONS_PER_HOUR", "MAX_QUERIES_PER_HOUR", "MAX_STATEMENT_TIME", "MAX_UPDATES_PER_HOUR",
    "MAX_USER_CONNECTIONS", "MEDIUMBLOB", "MEDIUMINT", "MEDIUMTEXT", "MICROSECOND", "MIDDLEINT", "MINUTE", "MINUTE_MICROSECOND", "MINUTE_SECOND", "MOD",
    "MODIFIES", "MODIFY", "MONITOR", "MONTH", "NAMES", "NATURAL", "NETWORK_NAMESPACE", "NEVER", "NO", "NONBLOCKING",
    "NONE", "NOT", "NO_WRITE_TO_BINLOG", "NTH_VALUE", "NTILE", "NULL", "NUMERIC", "OF", "OFF", "OFFSET",
    "OLD", "OLD_PASSWORD", "ON", "ONLY", "OPTIMIZE", "OPTIMIZER_COSTS", "OPTION", "OPTIONAL", "OPTIONALLY", "OR",
    "ORDER", "OUT", "OUTER", "OUTFILE", "OVER", "PACKAGE", "PAGE_CHECKSUM", "PARALLEL", "PARSE_VCOL_EXPR", "PARTITION",
    "PASSWORD", "PASSWORD_LOCK_TIME", "PERCENT_RANK", "PERSIST", "PERSIST_ONLY", "PLUGIN_DIR", "PORTION", "PRECISION", "PRIMARY", "PRIVILEGES",
    "PRIVILEGE_CHECKS_USER", "PROCEDURE", "PROCESS", "PROXY", "PURGE", "QUALIFY", "QUARTER", "QUERY", "RANDOM", "RANGE",
    "RANK", "READ", "READS", "READ_ONLY", "READ_WRITE", "REAL", "RECURSIVE", "REFERENCES", "REF_SYSTEM_ID", "REGEXP",
    "REGISTRATION", "RELAY_LOG_FILE", "RELAY_LOG_POS", "RELAY_THREAD", "RELEASE", "RELOAD", "RENAME", "REPEAT", "REPEATABLE", "REPLACE",
    "REPLAY", "REPLICA", "REPLICAS", "REPLICATE_DO_DB", "REPLICATE_DO_TABLE", "REPLICATE_IGNORE_DB", "REPLICATE_IGNORE_TABLE", "REPLICATE_REWRITE_DB", "REPLICATE_WILD_DO_TABLE", "REPLICATE_WILD_IGNORE_TABLE",
    "REPLICATION", "REPLICA_POS", "REQUIRE", "REQUIRE_ROW_FORMAT", "REQUIRE_TABLE_PRIMARY_KEY_CHECK", "RESET", "RESIGNAL", "RESOURCE", "RESTART", "RESTRICT",
    "RETAIN", "RETURN", "RETURNING", "REUSE", "REVOKE", "RIGHT", "RLIKE", "ROLE", "ROLLUP", "ROUTINE",
    "ROW", "ROWS", "ROW_NUMBER", "SCHEMA", "SCHEMAS", "SECOND", "SECOND_MICROSECOND", "SELECT", "SENSITIVE", "SEPARATOR",
    "SERIALIZABLE", "SESSION", "SESSION_USER", "SET", "SHOW", "SHUTDOWN", "SIGNAL", "SLAVE", "SLAVES", "SLAVE_POS",
    "SMALLINT", "SOUNDS", "SOURCE", "SOURCE_AUTO_POSITION", "SOURCE_BIND", "SOURCE_COMPRESSION_ALGORITHMS", "SOURCE_CONNECTION_AUTO_FAILOVER", "SOURCE_CONNECT_RETRY", "SOURCE_DELAY", "SOURCE_HEARTBEAT_PERIOD",
    "SOURCE_HOST", "SOURCE_LOG_FILE", "SOURCE_LOG_POS", "SOURCE_PASSWORD", "SOURCE_PORT", "SOURCE_PUBLIC_KEY_PATH", "SOURCE_RETRY_COUNT", "SOURCE_SSL", "SOURCE_SSL_CA", "SOURCE_SSL_CAPATH",
    "SOURCE_SSL_CERT", "SOURCE_SSL_CIPHER", "SOURCE_SSL_CRL", "SOURCE_SSL_CRLPATH", "SOURCE_SSL_KEY", "SOURCE_SSL_VERIFY_SERVER_CERT", "SOURCE_TLS_CIPHERSUITES", "SOURCE_TLS_VERSION", "SOURCE_USER", "SOURCE_ZSTD_COMPRESSION_LEVEL",
    "SPATIAL", "SPECIFIC", "SQL", "SQLEXCEPTION", "SQLSTATE", "SQLWARNING", "SQL_AFTER_GTIDS", "SQL_AFTER_MTS_GAPS", "SQL_BEFORE_GTIDS", "SQL_BIG_RESULT",
    "SQL_CALC_FOUND_ROWS", "SQL_SMALL_RESULT", "SQL_THREAD", "SQL_TSI_DAY", "SSL", "START", "STARTING", "STATS_AUTO_RECALC", "STATS_PERSISTENT", "STATS_SAMPLE_PAGES",
    "STATUS", "STOP", "STORED", "STRAIGHT_JOIN", "STREAM", "SUBJECT", "SUPER", "SYSTEM", "SYSTEM_USER", "TABLE",
    "TABLES", "TABLESAMPLE", "TABLESPACE", "TEMPORARY", "TERMINATED", "THEN", "TIME", "TIMESTAMP", "TINYBLOB", "TINYINT",
    "TINYTEXT", "TO", "TRAILING", "TRANSACTION", "TRIGGER", "TRUE", "UNBOUNDED", "UNCOMMITTED", "UNDO", "UNION",
    "UNIQUE", "UNKNOWN", "UNLOCK", "UNREGISTER", "UNSIGNED", "UNTIL", "UPDATE", "USAGE", "USE", "USER",
    "USING", "UTC_DATE", "UTC_TIME", "UTC_TIMESTAMP", "VALUES", "VARBINARY", "VARCHAR", "VARCHARACTER", "VARYING", "VECTOR",
    "VIA", "VIEW", "VIRTUAL", "WEEK", "WHEN", "WHERE", "WHILE", "WINDOW", "WITH", "WORD",
    "WRITE", "X509", "XOR", "YEAR", "YEAR_MONTH", "ZEROFILL", "_ARMSCII8", "_ASCII", "_BIG5", "_BINARY",
    "_CP1250", "_CP1251", "_CP1256", "_CP1257", "_CP850", "_CP852", "_CP866", "_CP932", "_DEC8", "_EUCJPMS",
    "_EUCKR", "_GB18030", "_GB2312", "_GBK", "_GEOSTD8", "_GREEK", "_HEBREW", "_HP8", "_KEYBCS2", "_KOI8R",
    "_KOI8U", "_LATIN1", "_LATIN2", "_LATIN5", "_LATIN7", "_MACCE", "_MACROMAN", "_SJIS", "_SWE7", "_TIS620",
    "_UCS2", "_UJIS", "_UTF16", "_UTF16LE", "_UTF32", "_UTF8", "_UTF8MB3", "_UTF8MB4",
];

/// The words of the grammar, by name.
pub mod word {
    use super::Word;
    pub const ACCESSIBLE: Word = Word(1);
    pub const ACCOUNT: Word = Word(2);
    pub const ADD: Word = Word(3);
    pub const ADMIN: Word = Word(4);
    pub const ALL: Word = Word(5);
    pub const ALTER: Word = Word(6);
    pub const ANALYZE: Word = Word(7);
    pub const AND: Word = Word(8);
    pub const AS: Word = Word(9);
    pub const ASC: Word = Word(10);
    pub const ASENSITIVE: Word = Word(11);
    pub const ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS: Word = Word(12);
    pub const ATTRIBUTE: Word = Word(13);
    pub const AUTHENTICATION: Word = Word(14);
    pub const BEFORE: Word = Word(15);
    pub const BETWEEN: Word = Word(16);
    pub const BIGINT: Word = Word(17);
    pub const BINARY: Word = Word(18);
    pub const BINLOG: Word = Word(19);
    pub const BLOB: Word = Word(20);
    pub const BODY: Word = Word(21);
    pub const BOTH: Word = Word(22);
    pub const BY: Word = Word(23);
    pub const CACHE: Word = Word(24);
    pub const CALL: Word = Word(25);
    pub const CASCADE: Word = Word(26);
    pub const CASE: Word = Word(27);
    pub const CHALLENGE_RESPONSE: Word = Word(28);
    pub const CHANGE: Word = Word(29);
    pub const CHANNEL: Word = Word(30);
    pub const CHAR: Word = Word(31);
    pub const CHARACTER: Word = Word(32);
    pub const CHARSET: Word = Word(33);
    pub const CHECK: Word = Word(34);
    pub const CIPHER: Word = Word(35);
    pub const CLIENT: Word = Word(36);
    pub const COLLATE: Word = Word(37);
    pub const COLUMN: Word = Word(38);
    pub const COMMENT: Word = Word(39);
    pub const COMMITTED: Word = Word(40);
    pub const CONDITION: Word = Word(41);
    pub const CONNECTION: Word = Word(42);
    pub const CONSTRAINT: Word = Word(43);
    pub const CONTINUE: Word = Word(44);
    pub const CONVERT: Word = Word(45);
    pub const CREATE: Word = Word(46);
    pub const CROSS: Word = Word(47);
    pub const CUBE: Word = Word(48);
    pub const CUME_DIST: Word = Word(49);
    pub const CURRENT: Word = Word(50);
    pub const CURRENT_DATE: Word = Word(51);
    pub const CURRENT_POS: Word = Word(52);
    pub const CURRENT_ROLE: Word = Word(53);
    pub const CURRENT_TIME: Word = Word(54);
    pub const CURRENT_TIMESTAMP: Word = Word(55);
    pub const CURRENT_USER: Word = Word(56);
    pub const CURSOR: Word = Word(57);
    pub const DATABASE: Word = Word(58);
    pub const DATABASES: Word = Word(59);
    pub const DATE: Word = Word(60);
    pub const DAY: Word = Word(61);
    pub const DAY_HOUR: Word = Word(62);
    pub const DAY_MICROSECOND: Word = Word(63);
    pub const DAY_MINUTE: Word = Word(64);
    pub const DAY_SECOND: Word = Word(65);
    pub const DEC: Word = Word(66);
    pub const DECIMAL: Word = Word(67);
    pub const DECLARE: Word = Word(68);
    pub const DEFAULT: Word = Word(69);
    pub const DEFAULT_AUTH: Word = Word(70);
    pub const DELAYED: Word = Word(71);
    pub const DELETE: Word = Word(72);
    pub const DELETE_DOMAIN_ID: Word = Word(73);
    pub const DENSE_RANK: Word = Word(74);
    pub const DESC: Word = Word(75);
    pub const DESCRIBE: Word = Word(76);
    pub const DETERMINISTIC: Word = Word(77);
    pub const DISCARD: Word = Word(78);
    pub const DISTINCT: Word = Word(79);
    pub const DISTINCTROW: Word = Word(80);
    pub const DIV: Word = Word(81);
    pub const DOUBLE: Word = Word(82);
    pub const DO_DOMAIN_IDS: Word = Word(83);
    pub const DROP: Word = Word(84);
    pub const DUAL: Word = Word(85);
    pub const EACH: Word = Word(86);
    pub const ELSE: Word = Word(87);
    pub const ELSEIF: Word = Word(88);
    pub const EMPTY: Word = Word(89);
    pub const ENCLOSED: Word = Word(90);
    pub const END: Word = Word(91);
    pub const ESCAPE: Word = Word(92);
    pub const ESCAPED: Word = Word(93);
    pub const EVENT: Word = Word(94);
    pub const EXCEPT: Word = Word(95);
    pub const EXECUTE: Word = Word(96);
    pub const EXISTS: Word = Word(97);
    pub const EXIT: Word = Word(98);
    pub const EXPIRE: Word = Word(99);
    pub const EXPLAIN: Word = Word(100);
    pub const EXTERNAL: Word = Word(101);
    pub const FACTOR: Word = Word(102);
    pub const FAILED_LOGIN_ATTEMPTS: Word = Word(103);
    pub const FALSE: Word = Word(104);
    pub const FEDERATED: Word = Word(105);
    pub const FETCH: Word = Word(106);
    pub const FILE: Word = Word(107);
    pub const FILTER: Word = Word(108);
    pub const FINISH: Word = Word(109);
    pub const FIRST_VALUE: Word = Word(110);
    pub const FLOAT: Word = Word(111);
    pub const FLOAT4: Word = Word(112);
    pub const FLOAT8: Word = Word(113);
    pub const FOR: Word = Word(114);
    pub const FORCE: Word = Word(115);
    pub const FOREIGN: Word = Word(116);
    pub const FROM: Word = Word(117);
    pub const FULLTEXT: Word = Word(118);
    pub const FUNCTION: Word = Word(119);
    pub const GENERATE: Word = Word(120);
    pub const GENERATED: Word = Word(121);
    pub const GET: Word = Word(122);
    pub const GET_MASTER_PUBLIC_KEY: Word = Word(123);
    pub const GET_SOURCE_PUBLIC_KEY: Word = Word(124);
    pub const GLOBAL: Word = Word(125);
    pub const GRANT: Word = Word(126);
    pub const GRANTS: Word = Word(127);
    pub const GROUP: Word = Word(128);
    pub const GROUPING: Word = Word(129);
    pub const GROUPS: Word = Word(130);
    pub const GROUP_REPLICATION: Word = Word(131);
    pub const GTIDS: Word = Word(132);
    pub const GTID_ONLY: Word = Word(133);
    pub const HAVING: Word = Word(134);
    pub const HIGH_PRIORITY: Word = Word(135);
    pub const HISTORY: Word = Word(136);
    pub const HOSTS: Word = Word(137);
    pub const HOUR: Word = Word(138);
    pub const HOUR_MICROSECOND: Word = Word(139);
    pub const HOUR_MINUTE: Word = Word(140);
    pub const HOUR_SECOND: Word = Word(141);
    pub const IDENTIFIED: Word = Word(142);
    pub const IF: Word = Word(143);
    pub const IGNORE: Word = Word(144);
    pub const IGNORE_DOMAIN_IDS: Word = Word(145);
    pub const IGNORE_SERVER_IDS: Word = Word(146);
    pub const IN: Word = Word(147);
    pub const INDEX: Word = Word(148);
    pub const INFILE: Word = Word(149);
    pub const INITIAL: Word = Word(150);
    pub const INITIATE: Word = Word(151);
    pub const INNER: Word = Word(152);
    pub const INOUT: Word = Word(153);
    pub const INSENSITIVE: Word = Word(154);
    pub const INSERT: Word = Word(155);
    pub const INT: Word = Word(156);
    pub const INT1: Word = Word(157);
    pub const INT2: Word = Word(158);
    pub const INT3: Word = Word(159);
    pub const INT4: Word = Word(160);
    pub const INT8: Word = Word(161);
    pub const INTEGER: Word = Word(162);
    pub const INTERSECT: Word = Word(163);
    pub const INTERVAL: Word = Word(164);
    pub const INTO: Word = Word(165);
    pub const IO_AFTER_GTIDS: Word = Word(166);
    pub const IO_BEFORE_GTIDS: Word = Word(167);
    pub const IO_THREAD: Word = Word(168);
    pub const IS: Word = Word(169);
    pub const ISOLATION: Word = Word(170);
    pub const ISSUER: Word = Word(171);
    pub const ITERATE: Word = Word(172);
    pub const JOIN: Word = Word(173);
    pub const JSON_TABLE: Word = Word(174);
    pub const KEY: Word = Word(175);
    pub const KEYS: Word = Word(176);
    pub const KILL: Word = Word(177);
    pub const LAG: Word = Word(178);
    pub const LAST_VALUE: Word = Word(179);
    pub const LATERAL: Word = Word(180);
    pub const LEAD: Word = Word(181);
    pub const LEADING: Word = Word(182);
    pub const LEAVE: Word = Word(183);
    pub const LEFT: Word = Word(184);
    pub const LEVEL: Word = Word(185);
    pub const LIBRARY: Word = Word(186);
    pub const LIKE: Word = Word(187);
    pub const LIMIT: Word = Word(188);
    pub const LINEAR: Word = Word(189);
    pub const LINES: Word = Word(190);
    pub const LOAD: Word = Word(191);
    pub const LOCAL: Word = Word(192);
    pub const LOCALTIME: Word = Word(193);
    pub const LOCALTIMESTAMP: Word = Word(194);
    pub const LOCK: Word = Word(195);
    pub const LOG: Word = Word(196);
    pub const LOGS: Word = Word(197);
    pub const LONG: Word = Word(198);
    pub const LONGBLOB: Word = Word(199);
    pub const LONGTEXT: Word = Word(200);
    pub const LOOP: Word = Word(201);
    pub const LOW_PRIORITY: Word = Word(202);
    pub const MANUAL: Word = Word(203);
    pub const MASTER: Word = Word(204);
    pub const MASTER_AUTO_POSITION: Word = Word(205);
    pub const MASTER_BIND: Word = Word(206);
    pub const MASTER_COMPRESSION_ALGORITHMS: Word = Word(207);
    pub const MASTER_CONNECT_RETRY: Word = Word(208);
    pub const MASTER_DELAY: Word = Word(209);
    pub const MASTER_DEMOTE_TO_REPLICA: Word = Word(210);
    pub const MASTER_DEMOTE_TO_SLAVE: Word = Word(211);
    pub const MASTER_GTID_POS: Word = Word(212);
    pub const MASTER_HEARTBEAT_PERIOD: Word = Word(213);
    pub const MASTER_HOST: Word = Word(214);
    pub const MASTER_LOG_FILE: Word = Word(215);
    pub const MASTER_LOG_POS: Word = Word(216);
    pub const MASTER_PASSWORD: Word = Word(217);
    pub const MASTER_PORT: Word = Word(218);
    pub const MASTER_PUBLIC_KEY_PATH: Word = Word(219);
    pub const MASTER_RETRY_COUNT: Word = Word(220);
    pub const MASTER_SSL: Word = Word(221);
    pub const MASTER_SSL_CA: Word = Word(222);
    pub const MASTER_SSL_CAPATH: Word = Word(223);
    pub const MASTER_SSL_CERT: Word = Word(224);
    pub const MASTER_SSL_CIPHER: Word = Word(225);
    pub const MASTER_SSL_CRL: Word = Word(226);
    pub const MASTER_SSL_CRLPATH: Word = Word(227);
    pub const MASTER_SSL_KEY: Word = Word(228);
    pub const MASTER_SSL_VERIFY_SERVER_CERT: Word = Word(229);
    pub const MASTER_TLS_CIPHERSUITES: Word = Word(230);
    pub const MASTER_TLS_VERSION: Word = Word(231);
    pub const MASTER_USER: Word = Word(232);
    pub const MASTER_USE_GTID: Word = Word(233);
    pub const MASTER_ZSTD_COMPRESSION_LEVEL: Word = Word(234);
    pub const MATCH: Word = Word(235);
    pub const MAXVALUE: Word = Word(236);
    pub const MAX_CONNECTIONS_PER_HOUR: Word = Word(237);
    pub const MAX_QUERIES_PER_HOUR: Word = Word(238);
    pub const MAX_STATEMENT_TIME: Word = Word(239);
    pub const MAX_UPDATES_PER_HOUR: Word = Word(240);
    pub const MAX_USER_CONNECTIONS: Word = Word(241);
    pub const MEDIUMBLOB: Word = Word(242);
    pub const MEDIUMINT: Word = Word(243);
    pub const MEDIUMTEXT: Word = Word(244);
    pub const MICROSECOND: Word = Word(245);
    pub const MIDDLEINT: Word = Word(246);
    pub const MINUTE: Word = Word(247);
    pub const MINUTE_MICROSECOND: Word = Word(248);
    pub const MINUTE_SECOND: Word = Word(249);
    pub const MOD: Word = Word(250);
    pub const MODIFIES: Word = Word(251);
    pub const MODIFY: Word = Word(252);
    pub const MONITOR: Word = Word(253);
    pub const MONTH: Word = Word(254);
    pub const NAMES: Word = Word(255);
    pub const NATURAL: Word = Word(256);
    pub const NETWORK_NAMESPACE: Word = Word(257);
    pub const NEVER: Word = Word(258);
    pub const NO: Word = Word(259);
    pub const NONBLOCKING: Word = Word(260);
    pub const NONE: Word = Word(261);
    pub const NOT: Word = Word(262);
    pub const NO_WRITE_TO_BINLOG: Word = Word(263);
    pub const NTH_VALUE: Word = Word(264);
    pub const NTILE: Word = Word(265);
    pub const NULL: Word = Word(266);
    pub const NUMERIC: Word = Word(267);
    pub const OF: Word = Word(268);
    pub const OFF: Word = Word(269);
    pub const OFFSET: Word = Word(270);
    pub const OLD: Word = Word(271);
    pub const OLD_PASSWORD: Word = Word(272);
    pub const ON: Word = Word(273);
    pub const ONLY: Word = Word(274);
    pub const OPTIMIZE: Word = Word(275);
    pub const OPTIMIZER_COSTS: Word = Word(276);
    pub const OPTION: Word = Word(277);
    pub const OPTIONAL: Word = Word(278);
    pub const OPTIONALLY: Word = Word(279);
    pub const OR: Word = Word(280);
    pub const ORDER: Word = Word(281);
    pub const OUT: Word = Word(282);
    pub const OUTER: Word = Word(283);
    pub const OUTFILE: Word = Word(284);
    pub const OVER: Word = Word(285);
    pub const PACKAGE: Word = Word(286);
    pub const PAGE_CHECKSUM: Word = Word(287);
    pub const PARALLEL: Word = Word(288);
    pub const PARSE_VCOL_EXPR: Word = Word(289);
    pub const PARTITION: Word = Word(290);
    pub const PASSWORD: Word = Word(291);
    pub const PASSWORD_LOCK_TIME: Word = Word(292);
    pub const PERCENT_RANK: Word = Word(293);
    pub const PERSIST: Word = Word(294);
    pub const PERSIST_ONLY: Word = Word(295);
    pub const PLUGIN_DIR: Word = Word(296);
    pub const PORTION: Word = Word(297);
    pub const PRECISION: Word = Word(298);
    pub const PRIMARY: Word = Word(299);
    pub const PRIVILEGES: Word = Word(300);
    pub const PRIVILEGE_CHECKS_USER: Word = Word(301);
    pub const PROCEDURE: Word = Word(302);
    pub const PROCESS: Word = Word(303);
    pub const PROXY: Word = Word(304);
    pub const PURGE: Word = Word(305);
    pub const QUALIFY: Word = Word(306);
    pub const QUARTER: Word = Word(307);
    pub const QUERY: Word = Word(308);
    pub const RANDOM: Word = Word(309);
    pub const RANGE: Word = Word(310);
    pub const RANK: Word = Word(311);
    pub const READ: Word = Word(312);
    pub const READS: Word = Word(313);
    pub const READ_ONLY: Word = Word(314);
    pub const READ_WRITE: Word = Word(315);
    pub const REAL: Word = Word(316);
    pub const RECURSIVE: Word = Word(317);
    pub const REFERENCES: Word = Word(318);
    pub const REF_SYSTEM_ID: Word = Word(319);
    pub const REGEXP: Word = Word(320);
    pub const REGISTRATION: Word = Word(321);
    pub const RELAY_LOG_FILE: Word = Word(322);
    pub const RELAY_LOG_POS: Word = Word(323);
    pub const RELAY_THREAD: Word = Word(324);
    pub const RELEASE: Word = Word(325);
    pub const RELOAD: Word = Word(326);
    pub const RENAME: Word = Word(327);
    pub const REPEAT: Word = Word(328);
    pub const REPEATABLE: Word = Word(329);
    pub const REPLACE: Word = Word(330);
    pub const REPLAY: Word = Word(331);
    pub const REPLICA: Word = Word(332);
    pub const REPLICAS: Word = Word(333);
    pub const REPLICATE_DO_DB: Word = Word(334);
    pub const REPLICATE_DO_TABLE: Word = Word(335);
    pub const REPLICATE_IGNORE_DB: Word = Word(336);
    pub const REPLICATE_IGNORE_TABLE: Word = Word(337);
    pub const REPLICATE_REWRITE_DB: Word = Word(338);
    pub const REPLICATE_WILD_DO_TABLE: Word = Word(339);
    pub const REPLICATE_WILD_IGNORE_TABLE: Word = Word(340);
    pub const REPLICATION: Word = Word(341);
    pub const REPLICA_POS: Word = Word(342);
    pub const REQUIRE: Word = Word(343);
    pub const REQUIRE_ROW_FORMAT: Word = Word(344);
    pub const REQUIRE_TABLE_PRIMARY_KEY_CHECK: Word = Word(345);
    pub const RESET: Word = Word(346);
    pub const RESIGNAL: Word = Word(347);
    pub const RESOURCE: Word = Word(348);
    pub const RESTART: Word = Word(349);
    pub const RESTRICT: Word = Word(350);
    pub const RETAIN: Word = Word(351);
    pub const RETURN: Word = Word(352);
    pub const RETURNING: Word = Word(353);
    pub const REUSE: Word = Word(354);
    pub const REVOKE: Word = Word(355);
    pub const RIGHT: Word = Word(356);
    pub const RLIKE: Word = Word(357);
    pub const ROLE: Word = Word(358);
    pub const ROLLUP: Word = Word(359);
    pub const ROUTINE: Word = Word(360);
    pub const ROW: Word = Word(361);
    pub const ROWS: Word = Word(362);
    pub const ROW_NUMBER: Word = Word(363);
    pub const SCHEMA: Word = Word(364);
    pub const SCHEMAS: Word = Word(365);
    pub const SECOND: Word = Word(366);
    pub const SECOND_MICROSECOND: Word = Word(367);
    pub const SELECT: Word = Word(368);
    pub const SENSITIVE: Word = Word(369);
    pub const SEPARATOR: Word = Word(370);
    pub const SERIALIZABLE: Word = Word(371);
    pub const SESSION: Word = Word(372);
    pub const SESSION_USER: Word = Word(373);
    pub const SET: Word = Word(374);
    pub const SHOW: Word = Word(375);
    pub const SHUTDOWN: Word = Word(376);
    pub const SIGNAL: Word = Word(377);
    pub const SLAVE: Word = Word(378);
    pub const SLAVES: Word = Word(379);
    pub const SLAVE_POS: Word = Word(380);
    pub const SMALLINT: Word = Word(381);
    pub const SOUNDS: Word = Word(382);
    pub const SOURCE: Word = Word(383);
    pub const SOURCE_AUTO_POSITION: Word = Word(384);
    pub const SOURCE_BIND: Word = Word(385);
    pub const SOURCE_COMPRESSION_ALGORITHMS: Word = Word(386);
    pub const SOURCE_CONNECTION_AUTO_FAILOVER: Word = Word(387);
    pub const SOURCE_CONNECT_RETRY: Word = Word(388);
    pub const SOURCE_DELAY: Word = Word(389);
    pub const SOURCE_HEARTBEAT_PERIOD: Word = Word(390);
    pub const SOURCE_HOST: Word = Word(391);
    pub const SOURCE_LOG_FILE: Word = Word(392);
    pub const SOURCE_LOG_POS: Word = Word(393);
    pub const SOURCE_PASSWORD: Word = Word(394);
    pub const SOURCE_PORT: Word = Word(395);
    pub const SOURCE_PUBLIC_KEY_PATH: Word = Word(396);
    pub const SOURCE_RETRY_COUNT: Word = Word(397);
    pub const SOURCE_SSL: Word = Word(398);
    pub const SOURCE_SSL_CA: Word = Word(399);
    pub const SOURCE_SSL_CAPATH: Word = Word(400);
    pub const SOURCE_SSL_CERT: Word = Word(401);
    pub const SOURCE_SSL_CIPHER: Word = Word(402);
    pub const SOURCE_SSL_CRL: Word = Word(403);
    pub const SOURCE_SSL_CRLPATH: Word = Word(404);
    pub const SOURCE_SSL_KEY: Word = Word(405);
    pub const SOURCE_SSL_VERIFY_SERVER_CERT: Word = Word(406);
    pub const SOURCE_TLS_CIPHERSUITES: Word = Word(407);
    pub const SOURCE_TLS_VERSION: Word = Word(408);
    pub const SOURCE_USER: Word = Word(409);
    pub const SOURCE_ZSTD_COMPRESSION_LEVEL: Word = Word(410);
    pub const SPATIAL: Word = Word(411);
    pub const SPECIFIC: Word = Word(412);
    pub const SQL: Word = Word(413);
    pub const SQLEXCEPTION: Word = Word(414);
    pub const SQLSTATE: Word = Word(415);
    pub const SQLWARNING: Word = Word(416);
    pub const SQL_AFTER_GTIDS: Word = Word(417);
    pub const SQL_AFTER_MTS_GAPS: Word = Word(418);
    pub const SQL_BEFORE_GTIDS: Word = Word(419);
    pub const SQL_BIG_RESULT: Word = Word(420);
    pub const SQL_CALC_FOUND_ROWS: Word = Word(421);
    pub const SQL_SMALL_RESULT: Word = Word(422);
    pub const SQL_THREAD: Word = Word(423);
    pub const SQL_TSI_DAY: Word = Word(424);
    pub const SSL: Word = Word(425);
    pub const START: Word = Word(426);
    pub const STARTING: Word = Word(427);
    pub const STATS_AUTO_RECALC: Word = Word(428);
    pub const STATS_PERSISTENT: Word = Word(429);
    pub const STATS_SAMPLE_PAGES: Word = Word(430);
    pub const STATUS: Word = Word(431);
    pub const STOP: Word = Word(432);
    pub const STORED: Word = Word(433);
    pub const STRAIGHT_JOIN: Word = Word(434);
    pub const STREAM: Word = Word(435);
    pub const SUBJECT: Word = Word(436);
    pub const SUPER: Word = Word(437);
    pub const SYSTEM: Word = Word(438);
    pub const SYSTEM_USER: Word = Word(439);
    pub const TABLE: Word = Word(440);
    pub const TABLES: Word = Word(441);
    pub const TABLESAMPLE: Word = Word(442);
    pub const TABLESPACE: Word = Word(443);
    pub const TEMPORARY: Word = Word(444);
    pub const TERMINATED: Word = Word(445);
    pub const THEN: Word = Word(446);
    pub const TIME: Word = Word(447);
    pub const TIMESTAMP: Word = Word(448);
    pub const TINYBLOB: Word = Word(449);
    pub const TINYINT: Word = Word(450);
    pub const TINYTEXT: Word = Word(451);
    pub const TO: Word = Word(452);
    pub const TRAILING: Word = Word(453);
    pub const TRANSACTION: Word = Word(454);
    pub const TRIGGER: Word = Word(455);
    pub const TRUE: Word = Word(456);
    pub const UNBOUNDED: Word = Word(457);
    pub const UNCOMMITTED: Word = Word(458);
    pub const UNDO: Word = Word(459);
    pub const UNION: Word = Word(460);
    pub const UNIQUE: Word = Word(461);
    pub const UNKNOWN: Word = Word(462);
    pub const UNLOCK: Word = Word(463);
    pub const UNREGISTER: Word = Word(464);
    pub const UNSIGNED: Word = Word(465);
    pub const UNTIL: Word = Word(466);
    pub const UPDATE: Word = Word(467);
    pub const USAGE: Word = Word(468);
    pub const USE: Word = Word(469);
    pub const USER: Word = Word(470);
    pub const USING: Word = Word(471);
    pub const UTC_DATE: Word = Word(472);
    pub const UTC_TIME: Word = Word(473);
    pub const UTC_TIMESTAMP: Word = Word(474);
    pub const VALUES: Word = Word(475);
    pub const VARBINARY: Word = Word(476);
    pub const VARCHAR: Word = Word(477);
    pub const VARCHARACTER: Word = Word(478);
    pub const VARYING: Word = Word(479);
    pub const VECTOR: Word = Word(480);
    pub const VIA: Word = Word(481);
    pub const VIEW: Word = Word(482);
    pub const VIRTUAL: Word = Word(483);
    pub const WEEK: Word = Word(484);
    pub const WHEN: Word = Word(485);
    pub const WHERE: Word = Word(486);
    pub const WHILE: Word = Word(487);
    pub const WINDOW: Word = Word(488);
    pub const WITH: Word = Word(489);
    pub const WORD: Word = Word(490);
    pub const WRITE: Word = Word(491);
    pub const X509: Word = Word(492);
    pub const XOR: Word = Word(493);
    pub const YEAR: Word = Word(494);
    pub const YEAR_MONTH: Word = Word(495);
    pub const ZEROFILL: Word = Word(496);
    pub const _ARMSCII8: Word = Word(497);
    pub const _ASCII: Word = Word(498);
    pub const _BIG5: Word = Word(499);
    pub const _BINARY: Word = Word(500);
    pub const _CP1250: Word = Word(501);
    pub const _CP1251: Word = Word(502);
    pub const _CP1256: Word = Word(503);
    pub const _CP1257: Word = Word(504);
    pub const _CP850: Word = Word(505);
    pub const _CP852: Word = Word(506);
    pub const _CP866: Word = Word(507);
    pub const _CP932: Word = Word(508);
    pub const _DEC8: Word = Word(509);
    pub const _EUCJPMS: Word = Word(510);
    pub const _EUCKR: Word = Word(511);
    pub const _GB18030: Word = Word(512);
    pub const _GB2312: Word = Word(513);
    pub const _GBK: Word = Word(514);
    pub const _GEOSTD8: Word = Word(515);
    pub const _GREEK: Word = Word(516);
    pub const _HEBREW: Word = Word(517);
    pub const _HP8: Word = Word(518);
    pub const _KEYBCS2: Word = Word(519);
    pub const _KOI8R: Word = Word(520);
    pub const _KOI8U: Word = Word(521);
    pub const _LATIN1: Word = Word(522);
    pub const _LATIN2: Word = Word(523);
    pub const _LATIN5: Word = Word(524);
    pub const _LATIN7: Word = Word(525);
    pub const _MACCE: Word = Word(526);
    pub const _MACROMAN: Word = Word(527);
    pub const _SJIS: Word = Word(528);
    pub const _SWE7: Word = Word(529);
    pub const _TIS620: Word = Word(530);
    pub const _UCS2: Word = Word(531);
    pub const _UJIS: Word = Word(532);
    pub const _UTF16: Word = Word(533);
    pub const _UTF16LE: Word = Word(534);
    pub const _UTF32: Word = Word(535);
    pub const _UTF8: Word = Word(536);
    pub const _UTF8MB3: Word = Word(537);
    pub const _UTF8MB4: Word = Word(538);
}

/// For each word the row of `RESERVED` that says where it is reserved.
pub(crate) const RESERVED_ROW: [u8; 539] = [0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 1, 1, 2, 3, 0, 1, 0, 4, 1, 1, 1, 1, 5, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 6, 3, 1, 1, 1, 0, 1, 1, 1, 1, 7, 1, 1, 1, 1, 1, 8, 1, 0, 0, 1, 9, 10, 9, 1, 1, 0, 1, 11, 0, 0, 1, 0, 1, 9, 0, 0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 12, 0, 13, 14, 0, 0, 15, 1, 0, 1, 16, 3, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 1, 7, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 17, 1, 1, 18, 18, 0, 1, 0, 0, 1, 1, 8, 1, 1, 1, 3, 3, 19, 3, 1, 1, 1, 0, 20, 1, 1, 1, 1, 1, 15, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 21, 0, 0, 22, 0, 0, 0, 23, 23, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 24, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 9, 1, 1, 3, 3, 1, 1, 16, 0, 25, 0, 0, 1, 0, 1, 26, 5, 0, 1, 1, 1, 1, 1, 1, 27, 28, 29, 21, 29, 30, 0, 0, 3, 15, 15, 0, 31, 1, 1, 0, 0, 1, 9, 9, 1, 32, 0, 0, 0, 1, 3, 1, 1, 0, 1, 1, 33, 1, 7, 1, 0, 0, 0, 0, 1, 9, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 1, 0, 0, 0, 1, 9, 9, 1, 0, 1, 4, 0, 1, 1, 1, 0, 34, 0, 3, 35, 36, 5, 1, 0, 1, 1, 1, 1, 0, 15, 0, 1, 1, 9, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 37, 0, 37, 1, 1, 1, 0, 0, 1, 0, 1, 38, 38, 38, 0, 0, 13, 1, 0, 0, 9, 39, 0, 1, 0, 32, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 37, 0, 0, 13, 0, 1, 1, 1, 3, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 40, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

pub(crate) const RESERVED: [[ServerSet; 14]; 41] = [
    [ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0)],
    [ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffffffffffffffffff)],
    [ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000)],
    [ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000), ServerSet(0x1ffffffff800000)],
    [ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000), ServerSet(0x1fffffffff000000000000000)],
    [ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff), ServerSet(0x1ffffffffffffff)],
    [ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000), ServerSet(0x1ffffffc00000000000000000)],
    [ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000), ServerSet(0x1ffffffff8000000000000000)],
    [ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000), ServerSet(0x1fffffffe000000)],
    [ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x1ffffffffe00000), ServerSet(0x1ffffffffe00000), ServerSet(0x1ffffffffe00000), ServerSet(0x1ffffffffe00000), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0)],
    [ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000), ServerSet(0x1ffffffc001ffffffffc00000)],
    [ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000), ServerSet(0x1e0000000000000)],
    [ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000)],
    [ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000), ServerSet(0x1ffffffffffe000)],
    [ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0), ServerSet(0x1ffffffffffffc0)],
    [ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x1ffffffffe00000)],
    [ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000), ServerSet(0x1ffffffffc00000)],
    [ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000), ServerSet(0x1ffffffc001fffe0000000000)],
    [ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80), ServerSet(0x1ffffffffffff80)],
    [ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000), ServerSet(0x1fffffff0000000)],
    [ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000), ServerSet(0x1f8000000000000)],
    [ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000), ServerSet(0x1000000000000)],
    [ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8), ServerSet(0xfffffffffff8)],
    [ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000), ServerSet(0x1fffc00000000000000000000)],
    [ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff), ServerSet(0x7ffffffe00ffffffffffff)],
    [ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000), ServerSet(0x1ffffc0000000000000000000)],
    [ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000), ServerSet(0x1fffffffffff000)],
    [ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000), ServerSet(0x1fffffff801ffffffff800000)],
    [ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x1f80000000000000000000000), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0)],
    [ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000), ServerSet(0x1fffffffffe00000000000000)],
    [ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0), ServerSet(0x1fffffffffffffffffffffff0)],
    [ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000), ServerSet(0x1ffffff000000000000000000)],
    [ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000), ServerSet(0x1ff000000000000)],
    [ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000), ServerSet(0x1fffffff801ffffffffc00000)],
    [ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0), ServerSet(0x1ffffffffffffffffffffffff), ServerSet(0x0), ServerSet(0x0), ServerSet(0x0)],
    [ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000), ServerSet(0x1ffffffe001ffffffff800000)],
    [ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000), ServerSet(0x1ffff800001ffffffff800000)],
    [ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000), ServerSet(0x1f80000000000000000000000)],
    [ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000), ServerSet(0x1fffffffffc00000000000000)],
    [ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffc001ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000), ServerSet(0x1ffffffff000000)],
    [ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800), ServerSet(0x1fffffffffff800)],
];

/// The options of `CHANGE MASTER TO` and `CHANGE REPLICATION SOURCE TO`, named without the role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ChannelOptionName {
    Host,
    Bind,
    NetworkNamespace,
    User,
    Password,
    Port,
    PrivilegeChecksUser,
    RequireRowFormat,
    RequireTablePrimaryKeyCheck,
    AssignGtidsToAnonymousTransactions,
    LogFile,
    LogPos,
    AutoPosition,
    RelayLogFile,
    RelayLogPos,
    HeartbeatPeriod,
    ConnectRetry,
    RetryCount,
    ConnectionAutoFailover,
    Delay,
    CompressionAlgorithms,
    ZstdCompressionLevel,
    Ssl,
    SslCa,
    SslCapath,
    SslCert,
    SslKey,
    SslCrl,
    SslCrlpath,
    SslCipher,
    SslVerifyServerCert,
    TlsVersion,
    TlsCiphersuites,
    PublicKeyPath,
    GetPublicKey,
    IgnoreServerIds,
    GtidOnly,
    UseGtid,
    DemoteToReplica,
    DoDomainIds,
    IgnoreDomainIds,
}

pub(crate) const CHANNEL_OPTIONS: [ChannelOptionFacts; 41] = [
    ChannelOptionFacts { name: ChannelOptionName::Host, legacy: word::MASTER_HOST, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_HOST, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::Bind, legacy: word::MASTER_BIND, legacy_servers: ServerSet(0xfffffffffff8), current: word::SOURCE_BIND, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::NetworkNamespace, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::NETWORK_NAMESPACE, current_servers: ServerSet(0x1fffff800000000), value: ValueKind::Text, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::User, legacy: word::MASTER_USER, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_USER, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::Password, legacy: word::MASTER_PASSWORD, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_PASSWORD, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Secret, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::Port, legacy: word::MASTER_PORT, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_PORT, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Number, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::PrivilegeChecksUser, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::PRIVILEGE_CHECKS_USER, current_servers: ServerSet(0x1ffffff80000000), value: ValueKind::AccountOrNull, default_servers: ServerSet(0x0), thread: ChangedThread::Applier },
    ChannelOptionFacts { name: ChannelOptionName::RequireRowFormat, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::REQUIRE_ROW_FORMAT, current_servers: ServerSet(0x1ffffff00000000), value: ValueKind::Switch, default_servers: ServerSet(0x0), thread: ChangedThread::Both },
    ChannelOptionFacts { name: ChannelOptionName::RequireTablePrimaryKeyCheck, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::REQUIRE_TABLE_PRIMARY_KEY_CHECK, current_servers: ServerSet(0x1fffffe00000000), value: ValueKind::PrimaryKeyCheck, default_servers: ServerSet(0x0), thread: ChangedThread::Applier },
    ChannelOptionFacts { name: ChannelOptionName::AssignGtidsToAnonymousTransactions, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::AnonymousGtids, default_servers: ServerSet(0x0), thread: ChangedThread::Both },
    ChannelOptionFacts { name: ChannelOptionName::LogFile, legacy: word::MASTER_LOG_FILE, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_LOG_FILE, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::LogPos, legacy: word::MASTER_LOG_POS, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_LOG_POS, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Position, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::AutoPosition, legacy: word::MASTER_AUTO_POSITION, legacy_servers: ServerSet(0xffffffffff80), current: word::SOURCE_AUTO_POSITION, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Switch, default_servers: ServerSet(0x0), thread: ChangedThread::Both },
    ChannelOptionFacts { name: ChannelOptionName::RelayLogFile, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::RELAY_LOG_FILE, current_servers: ServerSet(0x1ffffffffffffffffffffffff), value: ValueKind::Text, default_servers: ServerSet(0x0), thread: ChangedThread::Applier },
    ChannelOptionFacts { name: ChannelOptionName::RelayLogPos, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::RELAY_LOG_POS, current_servers: ServerSet(0x1ffffffffffffffffffffffff), value: ValueKind::Number, default_servers: ServerSet(0x0), thread: ChangedThread::Applier },
    ChannelOptionFacts { name: ChannelOptionName::HeartbeatPeriod, legacy: word::MASTER_HEARTBEAT_PERIOD, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_HEARTBEAT_PERIOD, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Seconds, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::ConnectRetry, legacy: word::MASTER_CONNECT_RETRY, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_CONNECT_RETRY, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Number, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::RetryCount, legacy: word::MASTER_RETRY_COUNT, legacy_servers: ServerSet(0x1e00000000000fffffffffff8), current: word::SOURCE_RETRY_COUNT, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Number, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::ConnectionAutoFailover, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::SOURCE_CONNECTION_AUTO_FAILOVER, current_servers: ServerSet(0x1fffff800000000), value: ValueKind::StrictSwitch, default_servers: ServerSet(0x0), thread: ChangedThread::Both },
    ChannelOptionFacts { name: ChannelOptionName::Delay, legacy: word::MASTER_DELAY, legacy_servers: ServerSet(0x1fffffff00000fffffffffffc), current: word::SOURCE_DELAY, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Number, default_servers: ServerSet(0x0), thread: ChangedThread::Applier },
    ChannelOptionFacts { name: ChannelOptionName::CompressionAlgorithms, legacy: word::MASTER_COMPRESSION_ALGORITHMS, legacy_servers: ServerSet(0xffff80000000), current: word::SOURCE_COMPRESSION_ALGORITHMS, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::ZstdCompressionLevel, legacy: word::MASTER_ZSTD_COMPRESSION_LEVEL, legacy_servers: ServerSet(0xffff80000000), current: word::SOURCE_ZSTD_COMPRESSION_LEVEL, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Number, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::Ssl, legacy: word::MASTER_SSL, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_SSL, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Switch, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::SslCa, legacy: word::MASTER_SSL_CA, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_SSL_CA, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::SslCapath, legacy: word::MASTER_SSL_CAPATH, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_SSL_CAPATH, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::SslCert, legacy: word::MASTER_SSL_CERT, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_SSL_CERT, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::SslKey, legacy: word::MASTER_SSL_KEY, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_SSL_KEY, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::SslCrl, legacy: word::MASTER_SSL_CRL, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffe0), current: word::SOURCE_SSL_CRL, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::SslCrlpath, legacy: word::MASTER_SSL_CRLPATH, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffe0), current: word::SOURCE_SSL_CRLPATH, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::SslCipher, legacy: word::MASTER_SSL_CIPHER, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_SSL_CIPHER, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::SslVerifyServerCert, legacy: word::MASTER_SSL_VERIFY_SERVER_CERT, legacy_servers: ServerSet(0x1fffffffffe00ffffffffffff), current: word::SOURCE_SSL_VERIFY_SERVER_CERT, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Switch, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::TlsVersion, legacy: word::MASTER_TLS_VERSION, legacy_servers: ServerSet(0xffffffff0000), current: word::SOURCE_TLS_VERSION, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::TlsCiphersuites, legacy: word::MASTER_TLS_CIPHERSUITES, legacy_servers: ServerSet(0xffff00000000), current: word::SOURCE_TLS_CIPHERSUITES, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::TextOrNull, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::PublicKeyPath, legacy: word::MASTER_PUBLIC_KEY_PATH, legacy_servers: ServerSet(0xfffffe000000), current: word::SOURCE_PUBLIC_KEY_PATH, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Text, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::GetPublicKey, legacy: word::GET_MASTER_PUBLIC_KEY, legacy_servers: ServerSet(0xfffffe000000), current: word::GET_SOURCE_PUBLIC_KEY, current_servers: ServerSet(0x1fffff000000000), value: ValueKind::Switch, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::IgnoreServerIds, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::IGNORE_SERVER_IDS, current_servers: ServerSet(0x1ffffffffffffffffffffffff), value: ValueKind::Ids, default_servers: ServerSet(0x0), thread: ChangedThread::Receiver },
    ChannelOptionFacts { name: ChannelOptionName::GtidOnly, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::GTID_ONLY, current_servers: ServerSet(0x1ffffc000000000), value: ValueKind::StrictSwitch, default_servers: ServerSet(0x0), thread: ChangedThread::Both },
    ChannelOptionFacts { name: ChannelOptionName::UseGtid, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::MASTER_USE_GTID, current_servers: ServerSet(0x1fffffffff800000000000000), value: ValueKind::UseGtid, default_servers: ServerSet(0x1000000000000000000000000), thread: ChangedThread::Both },
    ChannelOptionFacts { name: ChannelOptionName::DemoteToReplica, legacy: word::MASTER_DEMOTE_TO_SLAVE, legacy_servers: ServerSet(0x1fffc00000000000000000000), current: word::MASTER_DEMOTE_TO_REPLICA, current_servers: ServerSet(0x1fffc00000000000000000000), value: ValueKind::Demote, default_servers: ServerSet(0x0), thread: ChangedThread::Both },
    ChannelOptionFacts { name: ChannelOptionName::DoDomainIds, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::DO_DOMAIN_IDS, current_servers: ServerSet(0x1ffffffff8000000000000000), value: ValueKind::Ids, default_servers: ServerSet(0x0), thread: ChangedThread::Both },
    ChannelOptionFacts { name: ChannelOptionName::IgnoreDomainIds, legacy: Word::NONE, legacy_servers: ServerSet(0x0), current: word::IGNORE_DOMAIN_IDS, current_servers: ServerSet(0x1ffffffff8000000000000000), value: ValueKind::Ids, default_servers: ServerSet(0x0), thread: ChangedThread::Both },
];

pub(crate) const OPTION_LIMITS: [OptionLimit; 23] = [
    OptionLimit { option: ChannelOptionName::Host, unit: Unit::Bytes, most: 60, servers: ServerSet(0x3fffffff), then: Excess::Cut },
    OptionLimit { option: ChannelOptionName::Host, unit: Unit::Bytes, most: 255, servers: ServerSet(0x1ffffffc0000000), then: Excess::Cut },
    OptionLimit { option: ChannelOptionName::Host, unit: Unit::Characters, most: 60, servers: ServerSet(0x3ffffe00000000000000), then: Excess::Refused(1470) },
    OptionLimit { option: ChannelOptionName::Host, unit: Unit::Characters, most: 255, servers: ServerSet(0x1ffffc0000000000000000000), then: Excess::Refused(1470) },
    OptionLimit { option: ChannelOptionName::Bind, unit: Unit::Bytes, most: 255, servers: ServerSet(0x1fffffffffffff8), then: Excess::Cut },
    OptionLimit { option: ChannelOptionName::NetworkNamespace, unit: Unit::Bytes, most: 191, servers: ServerSet(0x1fffff800000000), then: Excess::Cut },
    OptionLimit { option: ChannelOptionName::User, unit: Unit::Bytes, most: 48, servers: ServerSet(0x7fff), then: Excess::Cut },
    OptionLimit { option: ChannelOptionName::User, unit: Unit::Bytes, most: 96, servers: ServerSet(0x1ffffffffff8000), then: Excess::Cut },
    OptionLimit { option: ChannelOptionName::User, unit: Unit::Characters, most: 128, servers: ServerSet(0x1fffffffffe00000000000000), then: Excess::Refused(1470) },
    OptionLimit { option: ChannelOptionName::Password, unit: Unit::Bytes, most: 32, servers: ServerSet(0xfff), then: Excess::Cut },
    OptionLimit { option: ChannelOptionName::Password, unit: Unit::Bytes, most: 32, servers: ServerSet(0x1fffffffffff000), then: Excess::Refused(3056) },
    OptionLimit { option: ChannelOptionName::Password, unit: Unit::Bytes, most: 96, servers: ServerSet(0x1fffffffffe00000000000000), then: Excess::Refused(1470) },
    OptionLimit { option: ChannelOptionName::LogFile, unit: Unit::Bytes, most: 511, servers: ServerSet(0x1ffffffffffffffffffffffff), then: Excess::Cut },
    OptionLimit { option: ChannelOptionName::ConnectRetry, unit: Unit::Number, most: 2147483647, servers: ServerSet(0x100000000000000), then: Excess::Refused(1742) },
    OptionLimit { option: ChannelOptionName::Delay, unit: Unit::Number, most: 2147483647, servers: ServerSet(0x1ffffffffffffffffffffffff), then: Excess::Refused(1729) },
    OptionLimit { option: ChannelOptionName::HeartbeatPeriod, unit: Unit::Number, most: 4294967, servers: ServerSet(0x1ffffffffffffffffffffffff), then: Excess::Refused(1624) },
    OptionLimit { option: ChannelOptionName::ZstdCompressionLevel, unit: Unit::Number, most: 22, servers: ServerSet(0x1ffffff80000000), then: Excess::Refused(3921) },
    OptionLimit { option: ChannelOptionName::RequireRowFormat, unit: Unit::Number, most: 1, servers: ServerSet(0x1ffffff00000000), then: Excess::Refused(3945) },
    OptionLimit { option: ChannelOptionName::IgnoreServerIds, unit: Unit::Number, most: 4294967295, servers: ServerSet(0x1ffffffffffffffffffffffff), then: Excess::Useless },
    OptionLimit { option: ChannelOptionName::DoDomainIds, unit: Unit::Number, most: 4294967295, servers: ServerSet(0x1fffffffffe00000000000000), then: Excess::Useless },
    OptionLimit { option: ChannelOptionName::IgnoreDomainIds, unit: Unit::Number, most: 4294967295, servers: ServerSet(0x1fffffffffe00000000000000), then: Excess::Useless },
    OptionLimit { option: ChannelOptionName::PrivilegeChecksUser, unit: Unit::Characters, most: 32, servers: ServerSet(0x1ffffff80000000), then: Excess::Refused(1470) },
    OptionLimit { option: ChannelOptionName::PrivilegeChecksUser, unit: Unit::Bytes, most: 255, servers: ServerSet(0x1ffffff80000000), then: Excess::Refused(1470) },
];

/// A privilege that the grammar spells out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum StaticPrivilege {
    Select,
    Insert,
    Update,
    References,
    Delete,
    Usage,
    Index,
    Alter,
    Create,
    Drop,
    Execute,
    Reload,
    Shutdown,
    Process,
    File,
    GrantOption,
    ShowDatabases,
    Super,
    CreateTemporaryTables,
    LockTables,
    ReplicationSlave,
    ReplicationClient,
    CreateView,
    ShowView,
    CreateRoutine,
    AlterRoutine,
    CreateUser,
    Event,
    Trigger,
    CreateTablespace,
    CreateRole,
    DropRole,
    DeleteHistory,
    SetUser,
    FederatedAdmin,
    ConnectionAdmin,
    ReadOnlyAdmin,
    BinlogMonitor,
    BinlogAdmin,
    BinlogReplay,
    ReplicationMasterAdmin,
    ReplicationSlaveAdmin,
    ReplicationReplica,
    ReplicationReplicaAdmin,
    SlaveMonitor,
    ReplicaMonitor,
    ShowCreateRoutine,
}

pub(crate) const PRIVILEGES: [PrivilegeFacts; 47] = [
    PrivilegeFacts { privilege: StaticPrivilege::Select, phrase: "SELECT", spellings: &[&[word::SELECT]], columns: true, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Insert, phrase: "INSERT", spellings: &[&[word::INSERT]], columns: true, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Update, phrase: "UPDATE", spellings: &[&[word::UPDATE]], columns: true, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::References, phrase: "REFERENCES", spellings: &[&[word::REFERENCES]], columns: true, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Delete, phrase: "DELETE", spellings: &[&[word::DELETE]], columns: false, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Usage, phrase: "USAGE", spellings: &[&[word::USAGE]], columns: false, database: true, table: true, routine: true, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Index, phrase: "INDEX", spellings: &[&[word::INDEX]], columns: false, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Alter, phrase: "ALTER", spellings: &[&[word::ALTER]], columns: false, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Create, phrase: "CREATE", spellings: &[&[word::CREATE]], columns: false, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Drop, phrase: "DROP", spellings: &[&[word::DROP]], columns: false, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Execute, phrase: "EXECUTE", spellings: &[&[word::EXECUTE]], columns: false, database: true, table: false, routine: true, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Reload, phrase: "RELOAD", spellings: &[&[word::RELOAD]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Shutdown, phrase: "SHUTDOWN", spellings: &[&[word::SHUTDOWN]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Process, phrase: "PROCESS", spellings: &[&[word::PROCESS]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::File, phrase: "FILE", spellings: &[&[word::FILE]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::GrantOption, phrase: "GRANT OPTION", spellings: &[&[word::GRANT, word::OPTION]], columns: false, database: true, table: true, routine: true, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::ShowDatabases, phrase: "SHOW DATABASES", spellings: &[&[word::SHOW, word::DATABASES], &[word::SHOW, word::SCHEMAS]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Super, phrase: "SUPER", spellings: &[&[word::SUPER]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::CreateTemporaryTables, phrase: "CREATE TEMPORARY TABLES", spellings: &[&[word::CREATE, word::TEMPORARY, word::TABLES]], columns: false, database: true, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::LockTables, phrase: "LOCK TABLES", spellings: &[&[word::LOCK, word::TABLES]], columns: false, database: true, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::ReplicationSlave, phrase: "REPLICATION SLAVE", spellings: &[&[word::REPLICATION, word::SLAVE]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::ReplicationClient, phrase: "REPLICATION CLIENT", spellings: &[&[word::REPLICATION, word::CLIENT]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::CreateView, phrase: "CREATE VIEW", spellings: &[&[word::CREATE, word::VIEW]], columns: false, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::ShowView, phrase: "SHOW VIEW", spellings: &[&[word::SHOW, word::VIEW]], columns: false, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::CreateRoutine, phrase: "CREATE ROUTINE", spellings: &[&[word::CREATE, word::ROUTINE]], columns: false, database: true, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::AlterRoutine, phrase: "ALTER ROUTINE", spellings: &[&[word::ALTER, word::ROUTINE]], columns: false, database: true, table: false, routine: true, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::CreateUser, phrase: "CREATE USER", spellings: &[&[word::CREATE, word::USER]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Event, phrase: "EVENT", spellings: &[&[word::EVENT]], columns: false, database: true, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::Trigger, phrase: "TRIGGER", spellings: &[&[word::TRIGGER]], columns: false, database: true, table: true, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::CreateTablespace, phrase: "CREATE TABLESPACE", spellings: &[&[word::CREATE, word::TABLESPACE]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffffffffffffffffff) },
    PrivilegeFacts { privilege: StaticPrivilege::CreateRole, phrase: "CREATE ROLE", spellings: &[&[word::CREATE, word::ROLE]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffe00000) },
    PrivilegeFacts { privilege: StaticPrivilege::DropRole, phrase: "DROP ROLE", spellings: &[&[word::DROP, word::ROLE]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffffffe00000) },
    PrivilegeFacts { privilege: StaticPrivilege::DeleteHistory, phrase: "DELETE HISTORY", spellings: &[&[word::DELETE, word::HISTORY]], columns: false, database: true, table: true, routine: false, servers: ServerSet(0x1ffffff800000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::SetUser, phrase: "SET USER", spellings: &[&[word::SET, word::USER]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::FederatedAdmin, phrase: "FEDERATED ADMIN", spellings: &[&[word::FEDERATED, word::ADMIN]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::ConnectionAdmin, phrase: "CONNECTION ADMIN", spellings: &[&[word::CONNECTION, word::ADMIN]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::ReadOnlyAdmin, phrase: "READ_ONLY ADMIN", spellings: &[&[word::READ_ONLY, word::ADMIN], &[word::READ, word::ONLY, word::ADMIN]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::BinlogMonitor, phrase: "BINLOG MONITOR", spellings: &[&[word::BINLOG, word::MONITOR]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::BinlogAdmin, phrase: "BINLOG ADMIN", spellings: &[&[word::BINLOG, word::ADMIN]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::BinlogReplay, phrase: "BINLOG REPLAY", spellings: &[&[word::BINLOG, word::REPLAY]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::ReplicationMasterAdmin, phrase: "REPLICATION MASTER ADMIN", spellings: &[&[word::REPLICATION, word::MASTER, word::ADMIN]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::ReplicationSlaveAdmin, phrase: "REPLICATION SLAVE ADMIN", spellings: &[&[word::REPLICATION, word::SLAVE, word::ADMIN]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::ReplicationReplica, phrase: "REPLICATION REPLICA", spellings: &[&[word::REPLICATION, word::REPLICA]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::ReplicationReplicaAdmin, phrase: "REPLICATION REPLICA ADMIN", spellings: &[&[word::REPLICATION, word::REPLICA, word::ADMIN]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1fffff0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::SlaveMonitor, phrase: "SLAVE MONITOR", spellings: &[&[word::SLAVE, word::MONITOR]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffe0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::ReplicaMonitor, phrase: "REPLICA MONITOR", spellings: &[&[word::REPLICA, word::MONITOR]], columns: false, database: false, table: false, routine: false, servers: ServerSet(0x1ffffe0000000000000000000) },
    PrivilegeFacts { privilege: StaticPrivilege::ShowCreateRoutine, phrase: "SHOW CREATE ROUTINE", spellings: &[&[word::SHOW, word::CREATE, word::ROUTINE]], columns: false, database: true, table: false, routine: true, servers: ServerSet(0x1ff8000000000000000000000) },
];
