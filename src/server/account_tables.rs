//! Generated from `grammar/{auth_plugins,account_limits,dynamic_privileges}.tsv` by `grammar/generate.rs`; do not edit.

// Tables: the rows are documented where they are written, in `grammar/`.
#![allow(missing_docs, clippy::unreadable_literal)]
#![cfg_attr(rustfmt, rustfmt_skip)]

use super::ServerSet;
use super::account::{AuthPlugin, DynamicPrivilege, LimitFacts};
use super::password_hash::HashFormat;

pub(super) const AUTH_PLUGINS: [AuthPlugin; 26] = [
    AuthPlugin { name: "mysql_native_password", aliases: &[], servers: ServerSet(0x3fffffffffc03fffffffffff), off: ServerSet(0x200000000000), deprecated: ServerSet(0x3f0000000000), hash: Some(HashFormat::Native), further_factor: false },
    AuthPlugin { name: "mysql_old_password", aliases: &[], servers: ServerSet(0x3fffffffffc0000000000fff), off: ServerSet(0x0), deprecated: ServerSet(0xf00), hash: Some(HashFormat::Old), further_factor: false },
    AuthPlugin { name: "sha256_password", aliases: &[], servers: ServerSet(0x3fffffffffff00), off: ServerSet(0x0), deprecated: ServerSet(0x3ffffffc000000), hash: Some(HashFormat::Sha256), further_factor: false },
    AuthPlugin { name: "caching_sha2_password", aliases: &[], servers: ServerSet(0x3fe00000003fffffffe00000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: Some(HashFormat::CachingSha2), further_factor: false },
    AuthPlugin { name: "authentication_fido", aliases: &[], servers: ServerSet(0x1ff800000000), off: ServerSet(0x0), deprecated: ServerSet(0x180000000000), hash: None, further_factor: true },
    AuthPlugin { name: "authentication_webauthn", aliases: &[], servers: ServerSet(0x3ff80000000000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "authentication_ldap_simple", aliases: &[], servers: ServerSet(0x3ffffffffffe00), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "authentication_ldap_sasl", aliases: &[], servers: ServerSet(0x3ffffffffffe00), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "authentication_kerberos", aliases: &[], servers: ServerSet(0x3ffffff0000000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "authentication_windows", aliases: &[], servers: ServerSet(0x3fffffffffffff), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "authentication_pam", aliases: &[], servers: ServerSet(0x3fffffffffffff), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "authentication_oci", aliases: &[], servers: ServerSet(0x3ffff800000000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "authentication_openid_connect", aliases: &[], servers: ServerSet(0x3f800000000000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "auth_socket", aliases: &[], servers: ServerSet(0x3fffffffffffff), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "auth_pam", aliases: &["auth_pam_compat"], servers: ServerSet(0x3fffffffffffff), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "mysql_no_login", aliases: &[], servers: ServerSet(0x3fffffffffffff), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "awsauthenticationplugin", aliases: &[], servers: ServerSet(0x3fffffffffffffffffffffff), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "aad_auth", aliases: &[], servers: ServerSet(0x3fffffffffffff), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "mysql_clear_password", aliases: &[], servers: ServerSet(0x0), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "dialog", aliases: &[], servers: ServerSet(0x0), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: true },
    AuthPlugin { name: "unix_socket", aliases: &[], servers: ServerSet(0x3fffffffffc0000000000000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: false },
    AuthPlugin { name: "ed25519", aliases: &[], servers: ServerSet(0x3ffffffffc00000000000000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: Some(HashFormat::Ed25519), further_factor: false },
    AuthPlugin { name: "parsec", aliases: &[], servers: ServerSet(0x3f8000000000000000000000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: Some(HashFormat::Parsec), further_factor: false },
    AuthPlugin { name: "gssapi", aliases: &[], servers: ServerSet(0x3ffffffffc00000000000000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: false },
    AuthPlugin { name: "pam", aliases: &[], servers: ServerSet(0x3fffffffffc0000000000000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: false },
    AuthPlugin { name: "named_pipe", aliases: &[], servers: ServerSet(0x3ffffffffc00000000000000), off: ServerSet(0x0), deprecated: ServerSet(0x0), hash: None, further_factor: false },
];

/// What of an account is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AccountLimit {
    ExpireInterval,
    FailedLoginAttempts,
    HostName,
    PasswordLockTime,
    UserName,
}

pub(super) const ACCOUNT_LIMITS: [LimitFacts; 10] = [
    LimitFacts { limit: AccountLimit::UserName, unit: "characters", least: 0, most: 16, servers: ServerSet(0x3fff) },
    LimitFacts { limit: AccountLimit::UserName, unit: "characters", least: 0, most: 32, servers: ServerSet(0x3fffffffffc000) },
    LimitFacts { limit: AccountLimit::UserName, unit: "characters", least: 0, most: 80, servers: ServerSet(0x7ffffc0000000000000) },
    LimitFacts { limit: AccountLimit::UserName, unit: "characters", least: 0, most: 128, servers: ServerSet(0x3ffff8000000000000000000) },
    LimitFacts { limit: AccountLimit::HostName, unit: "bytes", least: 0, most: 60, servers: ServerSet(0x7ffffc0000007ffffff) },
    LimitFacts { limit: AccountLimit::HostName, unit: "bytes", least: 0, most: 255, servers: ServerSet(0x3ffff800003ffffff8000000) },
    LimitFacts { limit: AccountLimit::ExpireInterval, unit: "days", least: 1, most: 65535, servers: ServerSet(0x3ffffffffff800) },
    LimitFacts { limit: AccountLimit::ExpireInterval, unit: "days", least: 1, most: 4294967295, servers: ServerSet(0x3fffffe00000000000000000) },
    LimitFacts { limit: AccountLimit::FailedLoginAttempts, unit: "logins", least: 0, most: 32767, servers: ServerSet(0x3fffffe0000000) },
    LimitFacts { limit: AccountLimit::PasswordLockTime, unit: "days", least: 0, most: 32767, servers: ServerSet(0x3fffffe0000000) },
];

pub(super) const DYNAMIC_PRIVILEGES: [DynamicPrivilege; 54] = [
    DynamicPrivilege { name: "APPLICATION_PASSWORD_ADMIN", servers: ServerSet(0x3ffffffe000000) },
    DynamicPrivilege { name: "AUDIT_ABORT_EXEMPT", servers: ServerSet(0x3ffff800000000) },
    DynamicPrivilege { name: "AUDIT_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "AUTHENTICATION_POLICY_ADMIN", servers: ServerSet(0x3ffff800000000) },
    DynamicPrivilege { name: "BACKUP_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "BINLOG_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "BINLOG_ENCRYPTION_ADMIN", servers: ServerSet(0x3ffffffe000000) },
    DynamicPrivilege { name: "CLONE_ADMIN", servers: ServerSet(0x3ffffffe000000) },
    DynamicPrivilege { name: "CONNECTION_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "CREATE_SPATIAL_REFERENCE_SYSTEM", servers: ServerSet(0x3f000000000000) },
    DynamicPrivilege { name: "ENCRYPTION_KEY_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "FIREWALL_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "FIREWALL_EXEMPT", servers: ServerSet(0x3ffff800000000) },
    DynamicPrivilege { name: "FIREWALL_USER", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "FLUSH_OPTIMIZER_COSTS", servers: ServerSet(0x3fffff00000000) },
    DynamicPrivilege { name: "FLUSH_PRIVILEGES", servers: ServerSet(0x3fe00000000000) },
    DynamicPrivilege { name: "FLUSH_STATUS", servers: ServerSet(0x3fffff00000000) },
    DynamicPrivilege { name: "FLUSH_TABLES", servers: ServerSet(0x3fffff00000000) },
    DynamicPrivilege { name: "FLUSH_USER_RESOURCES", servers: ServerSet(0x3fffff00000000) },
    DynamicPrivilege { name: "GROUP_REPLICATION_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "GROUP_REPLICATION_STREAM", servers: ServerSet(0x3fffff00000000) },
    DynamicPrivilege { name: "INNODB_REDO_LOG_ARCHIVE", servers: ServerSet(0x3ffffffe000000) },
    DynamicPrivilege { name: "INNODB_REDO_LOG_ENABLE", servers: ServerSet(0x3fffffe0000000) },
    DynamicPrivilege { name: "MASKING_DICTIONARIES_ADMIN", servers: ServerSet(0x3fff8000000000) },
    DynamicPrivilege { name: "NDB_STORED_USER", servers: ServerSet(0x3ffffff0000000) },
    DynamicPrivilege { name: "OPTIMIZE_LOCAL_TABLE", servers: ServerSet(0x3fe00000000000) },
    DynamicPrivilege { name: "PASSWORDLESS_USER_ADMIN", servers: ServerSet(0x3ffff800000000) },
    DynamicPrivilege { name: "PERSIST_RO_VARIABLES_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "REPLICATION_APPLIER", servers: ServerSet(0x3ffffff0000000) },
    DynamicPrivilege { name: "REPLICATION_SLAVE_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "RESOURCE_GROUP_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "RESOURCE_GROUP_USER", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "ROLE_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "SENSITIVE_VARIABLES_OBSERVER", servers: ServerSet(0x3ffff800000000) },
    DynamicPrivilege { name: "SERVICE_CONNECTION_ADMIN", servers: ServerSet(0x3ffffffe000000) },
    DynamicPrivilege { name: "SESSION_VARIABLES_ADMIN", servers: ServerSet(0x3ffffffe000000) },
    DynamicPrivilege { name: "SET_ANY_DEFINER", servers: ServerSet(0x3ff80000000000) },
    DynamicPrivilege { name: "ALLOW_NONEXISTENT_DEFINER", servers: ServerSet(0x3ff80000000000) },
    DynamicPrivilege { name: "SET_USER_ID", servers: ServerSet(0x1ffffffc0000) },
    DynamicPrivilege { name: "SHOW_ROUTINE", servers: ServerSet(0x3fffffe0000000) },
    DynamicPrivilege { name: "SKIP_QUERY_REWRITE", servers: ServerSet(0x3fffe000000000) },
    DynamicPrivilege { name: "SYSTEM_USER", servers: ServerSet(0x3ffffffc000000) },
    DynamicPrivilege { name: "SYSTEM_VARIABLES_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "TABLE_ENCRYPTION_ADMIN", servers: ServerSet(0x3ffffffc000000) },
    DynamicPrivilege { name: "TELEMETRY_LOG_ADMIN", servers: ServerSet(0x3fff8000000000) },
    DynamicPrivilege { name: "TP_CONNECTION_ADMIN", servers: ServerSet(0x3fffe000000000) },
    DynamicPrivilege { name: "TRANSACTION_GTID_TAG", servers: ServerSet(0x3ff00000000000) },
    DynamicPrivilege { name: "VERSION_TOKEN_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "XA_RECOVER_ADMIN", servers: ServerSet(0x3ffffffffc0000) },
    DynamicPrivilege { name: "EXPORT_QUERY_RESULTS", servers: ServerSet(0x3fc00000000000) },
    DynamicPrivilege { name: "MANAGE_DATA_MASKING_POLICY", servers: ServerSet(0x3fc00000000000) },
    DynamicPrivilege { name: "OPTION_TRACKER_OBSERVER", servers: ServerSet(0x3fc00000000000) },
    DynamicPrivilege { name: "OPTION_TRACKER_UPDATER", servers: ServerSet(0x3fc00000000000) },
    DynamicPrivilege { name: "VECTOR_STORE_LOAD_EXEC", servers: ServerSet(0x3fc00000000000) },
];
