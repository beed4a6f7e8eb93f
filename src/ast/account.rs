//! Accounts: CREATE, ALTER, DROP and RENAME USER, SET PASSWORD.

use super::node::{node, word_node};
use super::{Number, Role, RoleSelection, Secret, Text};
use crate::source::Span;

node! {
    /// An account: `'user'@'host'`, `CURRENT_USER`.
    pub struct Account<'s> {
        /// All of it.
        span: Span,
        /// What it is.
        name: AccountName<'s>,
    }
}

node! {
    /// The ways to name an account.
    pub enum AccountName<'s> {
        /// By user and host.
        Named {
            /// The user.
            user: Text<'s>,
            /// The host; absent means `%`.
            host: Option<Text<'s>>,
        },
        /// `CURRENT_USER` or `CURRENT_USER()`.
        CurrentUser,
        /// MariaDB's `CURRENT_ROLE`.
        CurrentRole,
        /// A template puts the account here.
        Placeholder(Text<'s>),
    }
}

impl AccountName<'_> {
    /// Whether it is the name of a user, but for the blanks around it that servers take off, with whatever host.
    pub(crate) fn is_of(&self, user: &str) -> bool {
        matches!(self, AccountName::Named { user: name, .. } if name.value().is_some_and(|name| name.trim_ascii() == user))
    }
}

node! {
    /// How an account is identified.
    pub struct Identification<'s> {
        /// From IDENTIFIED on.
        span: Span,
        /// By what.
        by: IdentifiedBy<'s>,
    }
}

node! {
    /// What stands behind IDENTIFIED.
    pub enum IdentifiedBy<'s> {
        /// `BY 'password'`
        Password(Secret<'s>),
        /// `BY PASSWORD 'hash'`
        PasswordHash(Secret<'s>),
        /// `BY RANDOM PASSWORD`
        RandomPassword,
        /// `WITH plugin …`, on MariaDB also `VIA plugin … OR plugin …`
        Plugins(Vec<PluginAuthentication<'s>>),
    }
}

node! {
    /// A plugin and what it is given.
    pub struct PluginAuthentication<'s> {
        /// All of it.
        span: Span,
        /// Its name.
        plugin: Text<'s>,
        /// What it is given.
        credential: Option<PluginCredential<'s>>,
    }
}

node! {
    /// What a plugin is given.
    pub enum PluginCredential<'s> {
        /// `BY 'password'`
        Password(Secret<'s>),
        /// `AS 'hash'`, on MariaDB also `USING 'hash'`
        Hash(Secret<'s>),
        /// `USING PASSWORD('password')`
        PasswordFunction(Secret<'s>),
        /// `BY RANDOM PASSWORD`
        RandomPassword,
    }
}

node! {
    /// An account with its identification, as CREATE USER and the legacy GRANT have it.
    pub struct UserSpecification<'s> {
        /// All of it.
        span: Span,
        /// The account.
        account: Account<'s>,
        /// The first factor.
        identification: Option<Identification<'s>>,
        /// `INITIAL AUTHENTICATION …`
        initial_authentication: Option<Box<Identification<'s>>>,
        /// `AND …`: the second and third factor.
        more_factors: Vec<Identification<'s>>,
    }
}

node! {
    /// What CREATE USER and ALTER USER say of all their accounts.
    pub struct AccountOptions<'s> {
        /// All of it; empty if there is none.
        span: Span,
        /// `REQUIRE …`
        require: Option<Require<'s>>,
        /// `WITH MAX_… n …`
        limits: Vec<ResourceLimit<'s>>,
        /// Password, lock and expiry options, in their order.
        password_and_lock: Vec<PasswordOrLockOption<'s>>,
        /// `COMMENT` or `ATTRIBUTE`
        attribute: Option<UserAttribute<'s>>,
    }
}

node! {
    /// `REQUIRE …`
    pub struct Require<'s> {
        /// All of it.
        span: Span,
        /// What is required.
        what: Requirement<'s>,
    }
}

node! {
    /// What a connection must have.
    pub enum Requirement<'s> {
        /// `NONE`
        Nothing,
        /// `SSL`
        Ssl,
        /// `X509`
        X509,
        /// `CIPHER`, `ISSUER`, `SUBJECT`, each at most once
        Options(Vec<TlsOption<'s>>),
    }
}

node! {
    /// `ISSUER 'text'`
    pub struct TlsOption<'s> {
        /// All of it.
        span: Span,
        /// Which one.
        name: TlsOptionName,
        /// Its value.
        value: Text<'s>,
    }
}

word_node! {
    /// What of the connection is compared.
    pub enum TlsOptionName {
        /// The negotiated cipher.
        Cipher,
        /// The issuer of the client's certificate.
        Issuer,
        /// The subject of the client's certificate.
        Subject,
    }
}

node! {
    /// `MAX_USER_CONNECTIONS 5`
    pub struct ResourceLimit<'s> {
        /// All of it.
        span: Span,
        /// Which one.
        resource: Resource,
        /// Whether a minus sign stands before the number.
        negative: bool,
        /// How many.
        value: Number<'s>,
    }
}

word_node! {
    /// What is limited.
    pub enum Resource {
        /// `MAX_QUERIES_PER_HOUR`
        QueriesPerHour,
        /// `MAX_UPDATES_PER_HOUR`
        UpdatesPerHour,
        /// `MAX_CONNECTIONS_PER_HOUR`
        ConnectionsPerHour,
        /// `MAX_USER_CONNECTIONS`
        UserConnections,
        /// MariaDB's `MAX_STATEMENT_TIME`, in seconds
        StatementTime,
    }
}

node! {
    /// A password, lock or expiry option.
    pub struct PasswordOrLockOption<'s> {
        /// All of it.
        span: Span,
        /// What it says.
        what: PasswordOrLock<'s>,
    }
}

node! {
    /// What a password, lock or expiry option says.
    pub enum PasswordOrLock<'s> {
        /// `ACCOUNT LOCK`
        AccountLock,
        /// `ACCOUNT UNLOCK`
        AccountUnlock,
        /// `PASSWORD EXPIRE`
        PasswordExpire,
        /// `PASSWORD EXPIRE DEFAULT`
        PasswordExpireDefault,
        /// `PASSWORD EXPIRE NEVER`
        PasswordExpireNever,
        /// `PASSWORD EXPIRE INTERVAL n DAY`
        PasswordExpireInterval(Number<'s>),
        /// `PASSWORD HISTORY n`, or DEFAULT
        PasswordHistory(Option<Number<'s>>),
        /// `PASSWORD REUSE INTERVAL n DAY`, or DEFAULT
        PasswordReuseInterval(Option<Number<'s>>),
        /// `PASSWORD REQUIRE CURRENT`
        PasswordRequireCurrent,
        /// `PASSWORD REQUIRE CURRENT DEFAULT`
        PasswordRequireCurrentDefault,
        /// `PASSWORD REQUIRE CURRENT OPTIONAL`
        PasswordRequireCurrentOptional,
        /// `FAILED_LOGIN_ATTEMPTS n`
        FailedLoginAttempts(Number<'s>),
        /// `PASSWORD_LOCK_TIME n` in days, or UNBOUNDED
        PasswordLockTime(Option<Number<'s>>),
    }
}

node! {
    /// `COMMENT 'text'` or `ATTRIBUTE 'json'`
    pub struct UserAttribute<'s> {
        /// All of it.
        span: Span,
        /// Whether it is ATTRIBUTE.
        is_json: bool,
        /// The value.
        value: Text<'s>,
    }
}

node! {
    /// `CREATE USER`
    pub struct CreateUser<'s> {
        /// All of it.
        span: Span,
        /// `OR REPLACE`
        or_replace: Option<Span>,
        /// `IF NOT EXISTS`
        if_not_exists: Option<Span>,
        /// The accounts.
        users: Vec<UserSpecification<'s>>,
        /// `DEFAULT ROLE …`
        default_roles: Vec<Role<'s>>,
        /// What holds for all of them.
        options: AccountOptions<'s>,
    }
}

node! {
    /// `ALTER USER`
    pub struct AlterUser<'s> {
        /// All of it.
        span: Span,
        /// `IF EXISTS`
        if_exists: Option<Span>,
        /// What is altered.
        action: AlterUserAction<'s>,
    }
}

node! {
    /// The forms of ALTER USER.
    pub enum AlterUserAction<'s> {
        /// Accounts, and what holds for all of them.
        Users {
            /// The accounts.
            users: Vec<AlterUserSpecification<'s>>,
            /// What holds for all of them.
            options: AccountOptions<'s>,
        },
        /// `USER() IDENTIFIED …` or `USER() DISCARD OLD PASSWORD`
        OwnAccount(AccountChange<'s>),
        /// `user DEFAULT ROLE …`
        DefaultRole {
            /// The account.
            account: Account<'s>,
            /// The roles.
            roles: RoleSelection<'s>,
        },
        /// `user 2 FACTOR INITIATE REGISTRATION` and its kin
        Registration {
            /// The account; `None` for `USER()`.
            account: Option<Account<'s>>,
            /// Which factor.
            factor: Number<'s>,
            /// Which step.
            step: RegistrationStep<'s>,
        },
    }
}

node! {
    /// A step of the registration of a factor.
    pub enum RegistrationStep<'s> {
        /// `INITIATE REGISTRATION`
        Initiate,
        /// `UNREGISTER`
        Unregister,
        /// `FINISH REGISTRATION SET CHALLENGE_RESPONSE AS …`
        Finish(Secret<'s>),
    }
}

node! {
    /// An account of ALTER USER and what changes.
    pub struct AlterUserSpecification<'s> {
        /// All of it.
        span: Span,
        /// The account.
        account: Account<'s>,
        /// What changes.
        change: AccountChange<'s>,
    }
}

node! {
    /// What ALTER USER changes about one account.
    pub enum AccountChange<'s> {
        /// Nothing of its own.
        Nothing,
        /// `IDENTIFIED … [REPLACE …] [RETAIN CURRENT PASSWORD]`
        Authentication {
            /// The new identification.
            identification: Identification<'s>,
            /// `REPLACE 'current password'`
            replace: Option<Secret<'s>>,
            /// `RETAIN CURRENT PASSWORD`
            retain_current: Option<Span>,
        },
        /// `DISCARD OLD PASSWORD`
        DiscardOldPassword,
        /// `PASSWORD EXPIRE`, account by account: MySQL 5.6
        PasswordExpire,
        /// `ADD 2 FACTOR … [ADD 3 FACTOR …]`
        AddFactors(Vec<Factor<'s>>),
        /// `MODIFY 2 FACTOR …`
        ModifyFactors(Vec<Factor<'s>>),
        /// `DROP 2 FACTOR`
        DropFactors(Vec<Factor<'s>>),
    }
}

node! {
    /// `2 FACTOR …`
    pub struct Factor<'s> {
        /// All of it.
        span: Span,
        /// 2 or 3.
        number: Number<'s>,
        /// How it is identified; `None` behind DROP.
        identification: Option<Identification<'s>>,
    }
}

node! {
    /// `DROP USER`
    pub struct DropUser<'s> {
        /// All of it.
        span: Span,
        /// `IF EXISTS`
        if_exists: Option<Span>,
        /// The accounts.
        users: Vec<Account<'s>>,
    }
}

node! {
    /// `RENAME USER`
    pub struct RenameUser<'s> {
        /// All of it.
        span: Span,
        /// The pairs.
        renames: Vec<Rename<'s>>,
    }
}

node! {
    /// `user TO user`
    pub struct Rename<'s> {
        /// Both.
        span: Span,
        /// The old name.
        from: Account<'s>,
        /// The new name.
        to: Account<'s>,
    }
}

node! {
    /// `SHOW CREATE USER`
    pub struct ShowCreateUser<'s> {
        /// All of it.
        span: Span,
        /// The account; absent means the own one: MariaDB
        account: Option<Account<'s>>,
    }
}

node! {
    /// `SET PASSWORD`
    pub struct SetPassword<'s> {
        /// All of it.
        span: Span,
        /// `FOR user`; `None` for the session's own account.
        account: Option<Account<'s>>,
        /// The new password.
        password: NewPassword<'s>,
        /// Where that stands, a function around it included.
        password_span: Span,
        /// `REPLACE 'current password'`
        replace: Option<Secret<'s>>,
        /// `RETAIN CURRENT PASSWORD`
        retain_current: Option<Span>,
    }
}

node! {
    /// What SET PASSWORD sets.
    pub enum NewPassword<'s> {
        /// `= 'text'`: a password since MySQL 5.7.6, a hash before and on MariaDB.
        Text(Secret<'s>),
        /// `= PASSWORD('text')`
        PasswordFunction(Secret<'s>),
        /// `= OLD_PASSWORD('text')`
        OldPasswordFunction(Secret<'s>),
        /// `TO RANDOM`
        Random,
    }
}
