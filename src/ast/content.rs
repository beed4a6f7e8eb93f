//! What a statement has in it, found in one look, so that nobody looks for what is not there.

use super::{
    Account, AccountChange, AccountName, AccountOptions, AccountStatement, AlterUserAction, ChangeSource,
    ChannelOption, ChannelValue, Grant, Granted, Identification, IdentifiedBy, Number, PasswordOrLock,
    PluginCredential, PrivilegeLevel, PrivilegeName, PrivilegeStatement, Privileges, Quote, ReplicationStatement,
    Require, Requirement, Secret, StartReplica, Statement, Text, mention,
};
use crate::server::{ChannelOptionName, StaticPrivilege, ValueKind};

/// Something that may be in a statement. A part may be said to be there where it is not, never the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// Any statement has it.
    Anything,
    /// CHANGE of a channel.
    Change,
    /// CHANGE REPLICATION FILTER.
    Filter,
    /// RESET.
    Reset,
    /// CHANGE or START that names no channel.
    UnnamedChannel,
    /// The name of a channel that is long, ends with a blank, begins like those of the server, or has something to decode.
    OddChannelName,
    /// UNTIL.
    Until,
    /// START with a user, a password or a plugin.
    StartCredentials,
    /// An option that is given twice.
    TwiceGiven,
    /// An option that is `''`.
    EmptyValue,
    /// The text of an option with a control character, or something to decode.
    OddValue,
    /// The text of an option, or an account, that may be longer than the shortest limit.
    LongValue,
    /// A number of an option that has a limit.
    LargeNumber,
    /// A number that is more than digits.
    OddNumber,
    /// A number that may be 0.
    Zero,
    /// A list of ids.
    Ids,
    /// A switch that is neither 0 nor 1.
    OddSwitch,
    /// A user that may be the administrator.
    Administrator,
    /// CREATE USER or CREATE ROLE, if it must not be there.
    NewAccount,
    /// CREATE ROLE.
    NewRole,
    /// OR REPLACE.
    OrReplace,
    /// DROP USER.
    Drop,
    /// RENAME USER.
    Rename,
    /// REVOKE.
    Revoke,
    /// An account that is no name: CURRENT_USER.
    CurrentUser,
    /// The name of a user, a role or a host that is empty, long, has `@`, `*`, `/` or blanks at its ends, or something to decode.
    OddName,
    /// A password in clear.
    Password,
    /// A hash.
    Hash,
    /// An authentication plugin.
    Plugin,
    /// A second or third factor, or its registration.
    Factor,
    /// SET PASSWORD.
    SetPassword,
    /// REPLACE with the current password.
    Replace,
    /// RETAIN CURRENT PASSWORD.
    Retain,
    /// A secret that looks masked.
    Masked,
    /// Default roles.
    DefaultRoles,
    /// REQUIRE of a cipher, an issuer or a subject.
    RequiredOption,
    /// A password option with a number.
    NumberedOption,
    /// ATTRIBUTE.
    Attribute,
    /// GRANT or REVOKE of privileges on less than everything, or on columns.
    PlacedPrivilege,
    /// The name of an object that is empty, long, of a schema of the server, or has something to decode.
    OddObject,
    /// ALL ON `*.*`.
    Everything,
    /// SUPER.
    Super,
    /// A dynamic privilege.
    DynamicPrivilege,
    /// GRANT of roles.
    GrantedRoles,
    /// GRANT with IDENTIFIED, REQUIRE or limits.
    GrantOption,
}

/// Parts of a statement, and options of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    parts: u64,
    options: u64,
}

impl Content {
    /// Whatever there may be.
    pub const ANYTHING: Self = Self { parts: u64::MAX, options: u64::MAX };

    /// These; none: [`Content::ANYTHING`].
    ///
    /// ```
    /// use replint::ast::{Content, Part};
    /// assert_ne!(Content::any_of(&[Part::Plugin], &[]), Content::ANYTHING);
    /// ```
    pub const fn any_of(parts: &[Part], options: &[ChannelOptionName]) -> Self {
        if parts.is_empty() && options.is_empty() {
            return Self::ANYTHING;
        }
        let (mut content, mut at) = (Self { parts: 0, options: 0 }, 0);
        while at < parts.len() {
            content.parts |= 1 << parts[at] as u32;
            at += 1;
        }
        at = 0;
        while at < options.len() {
            content.options |= options[at].bit();
            at += 1;
        }
        content
    }

    /// That of something which has these options, a bit each.
    pub(crate) fn of_options(options: u64) -> Self {
        Self { options, ..Self::any_of(&[Part::Anything], &[]) }
    }

    /// That of a statement.
    pub(crate) fn of(statement: &Statement<'_>) -> Self {
        let mut content = Self::of_options(0);
        match statement {
            Statement::Replication(statement) => content.replication(statement),
            Statement::Account(statement) => content.account_statement(statement),
            Statement::Privilege(PrivilegeStatement::Grant(grant)) => content.grant(grant),
            Statement::Privilege(PrivilegeStatement::Revoke(revoke)) => {
                content.add(Part::Revoke);
                content.granted(&revoke.what);
            }
            Statement::Privilege(PrivilegeStatement::ShowGrants(_)) => {}
            // It may hold anything, and is seldom seen.
            Statement::Set(_) => return Self::ANYTHING,
        }
        if !matches!(statement, Statement::Replication(_)) {
            mention::accounts(statement).for_each(|(_, account)| content.account(account));
        }
        content
    }

    /// With these options too, a bit each.
    #[must_use]
    pub(crate) fn with_options(self, options: u64) -> Self {
        Self { options: self.options | options, ..self }
    }

    /// Whether something is in both.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.parts & other.parts != 0 || self.options & other.options != 0
    }

    /// Whether a part is in it.
    pub(crate) fn has(self, part: Part) -> bool {
        self.parts & (1 << part as u32) != 0
    }

    /// Whether an option is in it.
    pub(crate) fn has_option(self, option: ChannelOptionName) -> bool {
        self.options & option.bit() != 0
    }

    fn add(&mut self, part: Part) {
        self.parts |= 1 << part as u32;
    }

    fn add_if(&mut self, part: Part, is_there: bool) {
        self.parts |= u64::from(is_there) << part as u32;
    }

    fn replication(&mut self, statement: &ReplicationStatement<'_>) {
        match statement {
            ReplicationStatement::ChangeSource(it) => self.change(it),
            ReplicationStatement::Start(it) => self.start(it),
            ReplicationStatement::ChangeFilter(_) => self.add(Part::Filter),
            ReplicationStatement::Reset(_) => self.add(Part::Reset),
            ReplicationStatement::StartGroup(_) => *self = Self::ANYTHING,
            _ => {}
        }
    }

    fn change(&mut self, it: &ChangeSource<'_>) {
        self.add(Part::Change);
        self.channel_names(it.connection.as_ref(), it.channel.as_ref());
        for option in &it.options {
            self.option(option);
        }
    }

    fn channel_names(&mut self, connection: Option<&Text<'_>>, channel: Option<&Text<'_>>) {
        let is_odd = |name: &Text<'_>| {
            let raw = name.raw();
            !name.is_as_written() || raw.len() >= 64 || matches!(raw, [.., b' '] | [b'g' | b'G', ..])
        };
        self.add_if(Part::UnnamedChannel, connection.is_none() && channel.is_none());
        self.add_if(Part::OddChannelName, connection.is_some() && channel.is_some());
        self.add_if(Part::OddChannelName, connection.is_some_and(is_odd) || channel.is_some_and(is_odd));
    }

    fn option(&mut self, option: &ChannelOption<'_>) {
        let bit = option.name.bit();
        self.add_if(Part::TwiceGiven, self.options & bit != 0);
        self.options |= bit;
        match &option.value {
            ChannelValue::Text(text) => {
                self.value(text);
                if option.name == ChannelOptionName::User {
                    self.user(text);
                }
            }
            ChannelValue::Secret(secret) => {
                self.value(secret.expose());
                self.secret(secret);
            }
            ChannelValue::Number(number) => self.number(option.name, number),
            ChannelValue::Ids(_) => self.add(Part::Ids),
            ChannelValue::Account(_) => self.add(Part::LongValue),
            ChannelValue::Null(_) | ChannelValue::Default(_) | ChannelValue::Word(_) | ChannelValue::Placeholder(_) => {
            }
        }
    }

    fn value(&mut self, text: &Text<'_>) {
        let raw = text.raw();
        let has_control = raw.iter().fold(u8::MAX, |least, byte| least.min(*byte)) < b' ';
        self.add_if(Part::EmptyValue, raw.is_empty());
        self.add_if(Part::OddValue, has_control || !text.is_as_written());
        self.add_if(Part::LongValue, raw.len() as u64 > ChannelOptionName::SHORTEST_LIMIT);
    }

    fn user(&mut self, text: &Text<'_>) {
        let (raw, is_plain) = (text.raw(), text.is_as_written());
        self.add_if(Part::Administrator, !is_plain || raw.starts_with(b"root") || raw.starts_with(b"mysql."));
    }

    fn number(&mut self, option: ChannelOptionName, number: &Number<'_>) {
        let raw = number.bytes();
        let is_switch = || matches!(option.facts().value, ValueKind::Switch | ValueKind::Demote);
        if let b"1" | b"0" = raw {
            return self.add_if(Part::Zero, raw == b"0");
        }
        // A port is below 65536.
        let is_large = option.has_largest_number() || (option == ChannelOptionName::Port && raw.len() > 4);
        let is_odd = raw.iter().any(|byte| !byte.is_ascii_digit());
        self.add_if(Part::LargeNumber, is_large || is_odd);
        self.add_if(Part::OddNumber, is_odd);
        self.add_if(Part::Zero, !matches!(raw, [b'1'..=b'9', ..]));
        self.add_if(Part::OddSwitch, is_switch());
    }

    fn start(&mut self, it: &StartReplica<'_>) {
        self.channel_names(it.connection.as_ref(), it.channel.as_ref());
        self.add_if(Part::Until, !it.until.is_empty());
        let plugin = it.default_auth.as_ref().or(it.plugin_dir.as_ref());
        self.add_if(Part::StartCredentials, it.user.is_some() || it.password.is_some() || plugin.is_some());
        it.user.iter().for_each(|user| self.user(user));
        it.password.iter().for_each(|password| self.secret(password));
    }

    fn account_statement(&mut self, statement: &AccountStatement<'_>) {
        match statement {
            AccountStatement::CreateUser(it) => {
                self.add_if(Part::NewAccount, it.if_not_exists.is_none() && it.or_replace.is_none());
                self.add_if(Part::OrReplace, it.or_replace.is_some());
                for user in &it.users {
                    self.add_if(Part::Factor, !user.more_factors.is_empty());
                    let first = user.identification.iter().chain(user.initial_authentication.as_deref());
                    first.chain(&user.more_factors).for_each(|it| self.identification(it));
                }
                self.account_options(&it.options);
            }
            AccountStatement::AlterUser(it) => match &it.action {
                AlterUserAction::Users { users, options } => {
                    users.iter().for_each(|user| self.account_change(&user.change));
                    self.account_options(options);
                }
                AlterUserAction::OwnAccount(change) => self.account_change(change),
                AlterUserAction::DefaultRole { .. } => self.add(Part::DefaultRoles),
                AlterUserAction::Registration { .. } => {
                    self.add(Part::Factor);
                    self.add(Part::Masked);
                }
            },
            AccountStatement::DropUser(_) => self.add(Part::Drop),
            AccountStatement::RenameUser(_) => self.add(Part::Rename),
            AccountStatement::SetDefaultRole(_) => self.add(Part::DefaultRoles),
            AccountStatement::ShowCreateUser(_) | AccountStatement::DropRole(_) | AccountStatement::SetRole(_) => {}
            // They are seldom seen.
            AccountStatement::SetPassword(_) | AccountStatement::CreateRole(_) => *self = Self::ANYTHING,
        }
    }

    fn account_change(&mut self, change: &AccountChange<'_>) {
        match change {
            AccountChange::Authentication { identification, replace, retain_current } => {
                self.identification(identification);
                self.add_if(Part::Replace, replace.is_some());
                self.add_if(Part::Retain, retain_current.is_some());
                replace.iter().for_each(|secret| self.secret(secret));
            }
            AccountChange::AddFactors(factors)
            | AccountChange::ModifyFactors(factors)
            | AccountChange::DropFactors(factors) => {
                self.add(Part::Factor);
                factors.iter().filter_map(|it| it.identification.as_ref()).for_each(|it| self.identification(it));
            }
            AccountChange::Nothing | AccountChange::DiscardOldPassword | AccountChange::PasswordExpire => {}
        }
    }

    fn identification(&mut self, it: &Identification<'_>) {
        match &it.by {
            IdentifiedBy::Password(secret) => self.known_secret(Part::Password, secret),
            IdentifiedBy::PasswordHash(secret) => self.known_secret(Part::Hash, secret),
            IdentifiedBy::RandomPassword => {}
            IdentifiedBy::Plugins(plugins) => {
                self.add(Part::Plugin);
                for plugin in plugins {
                    match &plugin.credential {
                        Some(PluginCredential::Password(secret) | PluginCredential::PasswordFunction(secret)) => {
                            self.known_secret(Part::Password, secret);
                        }
                        Some(PluginCredential::Hash(secret)) => self.known_secret(Part::Hash, secret),
                        Some(PluginCredential::RandomPassword) | None => {}
                    }
                }
            }
        }
    }

    fn known_secret(&mut self, part: Part, secret: &Secret<'_>) {
        self.add(part);
        self.secret(secret);
    }

    fn secret(&mut self, secret: &Secret<'_>) {
        self.add_if(Part::Masked, matches!(secret.expose().raw(), [b'*' | b'<', _, _, ..]));
    }

    fn account_options(&mut self, options: &AccountOptions<'_>) {
        options.require.iter().for_each(|require| self.require(require));
        self.add_if(Part::Attribute, options.attribute.is_some());
        for option in &options.password_and_lock {
            let has_number = matches!(
                option.what,
                PasswordOrLock::PasswordExpireInterval(_)
                    | PasswordOrLock::FailedLoginAttempts(_)
                    | PasswordOrLock::PasswordLockTime(_)
            );
            self.add_if(Part::NumberedOption, has_number);
        }
    }

    fn require(&mut self, require: &Require<'_>) {
        self.add_if(Part::RequiredOption, matches!(require.what, Requirement::Options(_)));
    }

    fn grant(&mut self, it: &Grant<'_>) {
        self.granted(&it.what);
        self.add_if(Part::GrantOption, it.require.is_some() || !it.limits.is_empty());
        self.add_if(Part::GrantedRoles, matches!(it.what, Granted::Roles(_)));
        it.require.iter().for_each(|require| self.require(require));
        for identification in it.grantees.iter().filter_map(|grantee| grantee.identification.as_ref()) {
            self.add(Part::GrantOption);
            self.identification(identification);
        }
    }

    fn granted(&mut self, what: &Granted<'_>) {
        let Granted::Privileges { privileges, on } = what else { return };
        let is_global = on.level == PrivilegeLevel::Global;
        self.add_if(Part::PlacedPrivilege, !is_global || on.kind.is_some());
        match &on.level {
            PrivilegeLevel::Database(name) | PrivilegeLevel::Object(name) => self.object(name),
            PrivilegeLevel::QualifiedObject { database, object } => {
                self.object(database);
                self.object(object);
            }
            PrivilegeLevel::Global | PrivilegeLevel::DefaultDatabase => {}
        }
        let Privileges::List(list) = privileges else { return self.add_if(Part::Everything, is_global) };
        for privilege in list {
            self.add_if(Part::PlacedPrivilege, !privilege.columns.is_empty());
            match privilege.name {
                PrivilegeName::Static(name) => self.add_if(Part::Super, name == StaticPrivilege::Super),
                PrivilegeName::Dynamic(_) => self.add(Part::DynamicPrivilege),
            }
        }
    }

    fn object(&mut self, name: &Text<'_>) {
        let raw = name.raw();
        let is_of_server = raw.len() == b"information_schema".len();
        let is_odd = !name.is_as_written() || raw.is_empty() || raw.len() > 64 || is_of_server;
        self.add_if(Part::OddObject, is_odd);
    }

    fn account(&mut self, account: &Account<'_>) {
        match &account.name {
            AccountName::Named { user, host } => {
                self.add_if(Part::OddName, is_odd_name(user, 16));
                self.add_if(Part::OddName, host.as_ref().is_some_and(|host| is_odd_name(host, 60)));
                self.add_if(Part::Administrator, user.raw() == b"root");
            }
            AccountName::CurrentUser | AccountName::CurrentRole | AccountName::Placeholder(_) => {
                self.add(Part::CurrentUser);
            }
        }
    }
}

/// Bytes that make a name odd: `@`, `*`, `/`.
const ODD: [bool; 256] = {
    let mut odd = [false; 256];
    (odd[b'@' as usize], odd[b'*' as usize], odd[b'/' as usize]) = (true, true, true);
    odd
};

fn is_odd_name(name: &Text<'_>, longest: usize) -> bool {
    let raw = name.raw();
    let ([first, ..], [.., last]) = (raw, raw) else { return true };
    let is_as_written = name.is_as_written() && !first.is_ascii_whitespace() && !last.is_ascii_whitespace();
    !is_as_written || raw.len() > longest || raw.iter().fold(false, |odd, byte| odd | ODD[*byte as usize])
}

impl Text<'_> {
    /// Whether its value is what is written, byte for byte: it has no escapes, no doubled quotes, and is no number.
    fn is_as_written(&self) -> bool {
        match self.quote() {
            Quote::None => !self.is_placeholder(),
            Quote::Hex => false,
            Quote::Single | Quote::Double | Quote::Backtick => self.is_plain(),
        }
    }
}
