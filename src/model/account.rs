use smol_str::SmolStr;

use super::grants::Grants;
use super::{NameInText, Place};
use crate::ast::{
    AccountName, Granted, Identification, IdentifiedBy, Node, PluginCredential, Requirement, Role, RoleName, Secret,
};
use crate::server::ServerSet;

/// Which account: the user's name byte for byte, the host in lower case, both without the blanks around them that servers take off.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountKey {
    /// The user.
    pub user: SmolStr,
    /// The host; `%` where none was written.
    pub host: SmolStr,
}

impl AccountKey {
    /// The key of a name; `None` where the name is not in the text: CURRENT_USER, a placeholder.
    pub fn of(name: &AccountName<'_>) -> Option<Self> {
        NameInText::of(name).map(|name| name.to_key())
    }

    /// The key of a role, which MySQL keeps among the accounts; `None` where it is not in the text.
    pub fn of_role(role: &Role<'_>) -> Option<Self> {
        let RoleName::Named { name, host } = &role.name else { return None };
        NameInText::of_texts(name, host.as_ref()).map(|name| name.to_key())
    }

    /// Whether nobody but the machine itself can use it.
    pub fn is_local(&self) -> bool {
        matches!(&*self.host, "localhost" | "::1") || self.host.starts_with("127.")
    }
}

/// What the run knows of something.
#[derive(Clone, Debug, PartialEq)]
pub enum Known<T> {
    /// It may have been said before the run.
    Unknown,
    /// Nothing was said since the account was created.
    Unset,
    /// It was said here.
    Given(T, Place),
}

impl<T> Known<T> {
    /// What was said, and where.
    pub fn given(&self) -> Option<(&T, &Place)> {
        if let Known::Given(what, place) = self { Some((what, place)) } else { None }
    }
}

/// How an account is identified, by its first factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Credential {
    /// The plugin that was named, in lower case; a placeholder as it is written.
    pub plugin: Option<String>,
    /// Other plugins behind MariaDB's OR.
    pub alternatives: bool,
    /// A password in clear.
    pub password: Option<Secret<'static>>,
    /// A hash.
    pub hash: Option<Secret<'static>>,
    /// The server makes a password up.
    pub random: bool,
}

impl Credential {
    /// No password.
    pub(super) const fn of_nothing() -> Self {
        Self { plugin: None, alternatives: false, password: None, hash: None, random: false }
    }

    /// A password in clear, for whatever plugin.
    pub(crate) fn of_password(secret: &Secret<'_>) -> Self {
        let password = Some(secret.clone().into_owned());
        Self { plugin: None, alternatives: false, password, hash: None, random: false }
    }

    pub(crate) fn of(identification: &Identification<'_>) -> Self {
        let mut credential = Self { plugin: None, alternatives: false, password: None, hash: None, random: false };
        match &identification.by {
            IdentifiedBy::Password(secret) => credential.password = Some(secret.clone().into_owned()),
            IdentifiedBy::PasswordHash(secret) => credential.hash = Some(secret.clone().into_owned()),
            IdentifiedBy::RandomPassword => credential.random = true,
            IdentifiedBy::Plugins(plugins) => {
                credential.alternatives = plugins.len() > 1;
                if let Some(first) = plugins.first() {
                    credential.plugin = Some(first.plugin.to_string().to_ascii_lowercase());
                    match &first.credential {
                        Some(PluginCredential::Password(secret) | PluginCredential::PasswordFunction(secret)) => {
                            credential.password = Some(secret.clone().into_owned());
                        }
                        Some(PluginCredential::Hash(secret)) => credential.hash = Some(secret.clone().into_owned()),
                        Some(PluginCredential::RandomPassword) => credential.random = true,
                        None => {}
                    }
                }
            }
        }
        credential
    }
}

/// What one GRANT gave.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantedPrivileges {
    /// Privileges or roles.
    pub what: Granted<'static>,
    /// The GRANT.
    pub place: Place,
}

/// An account as far as the run shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub(super) key: AccountKey,
    pub(super) servers: ServerSet,
    pub(super) created: Option<Place>,
    pub(super) perhaps_there_before: bool,
    pub(super) named: Place,
    pub(super) credential: Known<Credential>,
    pub(super) require: Known<Requirement<'static>>,
    pub(super) locked: Known<bool>,
    pub(super) expired: Known<bool>,
    pub(super) replicates: Known<bool>,
    pub(super) factors: Option<u64>,
    pub(super) wholly_known: bool,
    pub(super) grants: Grants,
}

impl Account {
    pub(super) fn new(key: AccountKey, servers: ServerSet, named: Place) -> Self {
        Self {
            key,
            servers,
            created: None,
            perhaps_there_before: false,
            named,
            credential: Known::Unknown,
            require: Known::Unknown,
            locked: Known::Unknown,
            expired: Known::Unknown,
            replicates: Known::Unknown,
            factors: None,
            wholly_known: false,
            grants: Grants::default(),
        }
    }

    /// Its name.
    pub fn key(&self) -> &AccountKey {
        &self.key
    }

    /// The servers of the run that accepted every statement about it.
    pub fn servers(&self) -> ServerSet {
        self.servers
    }

    /// The account in the CREATE USER that makes it.
    pub fn created(&self) -> Option<&Place> {
        self.created.as_ref()
    }

    /// Whether it was created by IF NOT EXISTS, so that all else of that statement may have had no effect.
    pub fn is_perhaps_there_before(&self) -> bool {
        self.perhaps_there_before
    }

    /// The account in the CREATE USER that makes it, if the run shows all that was done to it since.
    pub fn created_and_wholly_known(&self) -> Option<&Place> {
        self.created().filter(|_| self.wholly_known)
    }

    /// Where its name first stands.
    pub fn named(&self) -> &Place {
        &self.named
    }

    /// How it is identified.
    pub fn credential(&self) -> &Known<Credential> {
        &self.credential
    }

    /// What a connection must have.
    pub fn require(&self) -> &Known<Requirement<'static>> {
        &self.require
    }

    /// Whether it is locked.
    pub fn locked(&self) -> &Known<bool> {
        &self.locked
    }

    /// Whether its password has expired, so that it must be changed first.
    pub fn expired(&self) -> &Known<bool> {
        &self.expired
    }

    /// Whether it has REPLICATION SLAVE, if not by a role; unset: it was never given, and the account is new.
    pub fn replicates(&self) -> &Known<bool> {
        &self.replicates
    }

    /// Whether it was given roles.
    pub fn has_roles(&self) -> bool {
        self.grants.iter().any(|grant| matches!(grant.what, Granted::Roles(_)))
    }

    /// It is identified anew, by a password that is not old.
    pub(super) fn identify(&mut self, credential: Credential, place: Place) {
        self.expired = Known::Given(false, place.clone());
        self.credential = Known::Given(credential, place);
    }

    /// How many factors it is identified by, where the run says all of them.
    pub fn factors(&self) -> Option<u64> {
        self.factors
    }

    /// What it was granted, and not revoked as a whole.
    pub fn grants(&self) -> impl Iterator<Item = &GrantedPrivileges> {
        self.grants.iter()
    }

    /// What it was granted that may be about what a GRANT or REVOKE names, and perhaps more.
    pub fn grants_like(&self, what: &Granted<'_>) -> impl Iterator<Item = &GrantedPrivileges> {
        self.grants.like(what)
    }

    /// The GRANT that gave it REPLICATION SLAVE by name.
    pub fn named_replication_grant(&self) -> Option<&GrantedPrivileges> {
        self.grants.iter().find(|grant| grant.what.names_replication())
    }

    /// Whether a GRANT gave it REPLICATION SLAVE, or ALL on `*.*`; and which.
    pub fn replication_grant(&self) -> Option<&GrantedPrivileges> {
        self.grants.iter().find(|grant| grant.what.gives_replication())
    }
}
