//! What each statement does to the state.

use std::borrow::Cow;
use std::sync::Arc;

use smol_str::SmolStr;

use super::channels::key_of;
use super::{
    Account, AccountKey, Beginning, Channel, Credential, GrantedPrivileges, Known, NameInText, Origin, Place, Run,
    Thread,
};
use crate::ast::{
    AccountChange, AccountOptions, AccountStatement, AlterUserAction, Assignment, ChangeSource, Content, CreateUser,
    Grant, Granted, NewPassword, Node, PasswordOrLock, PrivilegeStatement, ReplicaThread, ReplicationStatement, Reset,
    ResetItem, ResetWhat, Revoke, SetItem, SetPassword, SetValue, StartReplica, Statement, StopReplica, Text,
    ThreadType,
};
use crate::server::{Behaviour, ChannelOptionName, ServerSet};

/// What a statement changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Nothing that is kept, or accounts.
    Other,
    /// A CHANGE of a channel.
    Channel(ChannelChange),
    /// A channel is started: what it is by now counts. Its name in lower case.
    Start(SmolStr),
}

/// A channel that CHANGE altered.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelChange {
    /// Its name in lower case.
    pub name: SmolStr,
    /// What it was; none: this is its first statement.
    pub before: Option<Box<Channel>>,
}

impl Run {
    /// Replays a statement that the servers `accepted`.
    pub fn apply(&mut self, statement: &Statement<'_>, accepted: ServerSet, origin: &Arc<Origin>) -> Change {
        self.apply_of_content(statement, Content::of(statement), accepted, origin)
    }

    /// [`Run::apply`], where it is known what the statement has in it.
    pub(crate) fn apply_of_content(
        &mut self,
        statement: &Statement<'_>,
        content: Content,
        accepted: ServerSet,
        origin: &Arc<Origin>,
    ) -> Change {
        let accepted = accepted & self.servers;
        match statement {
            Statement::Replication(statement) => return self.replication(statement, content, accepted, origin),
            Statement::Account(statement) => self.account_statement(statement, accepted, origin),
            Statement::Privilege(PrivilegeStatement::Grant(grant)) => self.grant(grant, accepted, origin),
            Statement::Privilege(PrivilegeStatement::Revoke(revoke)) => self.revoke(revoke, origin),
            Statement::Set(set) => {
                for item in &set.items {
                    match item {
                        SetItem::Variable(it)
                            if it.name.name.raw().eq_ignore_ascii_case(b"default_master_connection") =>
                        {
                            self.default_is_elsewhere = true;
                        }
                        SetItem::Variable(it) if builds_statement(it) => self.not_understood(),
                        SetItem::Password(it) => self.set_password(it, accepted, origin),
                        _ => {}
                    }
                }
            }
            Statement::Privilege(PrivilegeStatement::ShowGrants(_)) => {}
        }
        Change::Other
    }

    fn replication(
        &mut self,
        statement: &ReplicationStatement<'_>,
        content: Content,
        accepted: ServerSet,
        origin: &Arc<Origin>,
    ) -> Change {
        match statement {
            ReplicationStatement::ChangeSource(it) => return self.change_source(it, content, accepted, origin),
            ReplicationStatement::Start(it) => return self.start(it, accepted, origin),
            ReplicationStatement::Stop(it) => self.stop(it),
            ReplicationStatement::Reset(it) => self.reset(it, accepted, origin),
            _ => {}
        }
        Change::Other
    }

    /// The channel that a statement is about, by its connection name or FOR CHANNEL; `None` where the run has not named it, or it is not known.
    pub(crate) fn channel_of(&self, connection: Option<&Text<'_>>, channel: Option<&Text<'_>>) -> Option<&Channel> {
        self.channels.of(&self.channel_name(connection, channel)?.0)
    }

    /// The channel that a statement names, in lower case and as written; `None` where it is not known.
    fn channel_name<'n>(
        &self,
        connection: Option<&'n Text<'_>>,
        channel: Option<&'n Text<'_>>,
    ) -> Option<(Cow<'n, str>, Cow<'n, str>)> {
        match connection.or(channel) {
            Some(name) => name.value().map(|name| match name {
                Cow::Borrowed(name) => (key_of(name), Cow::Borrowed(name)),
                Cow::Owned(name) => (Cow::Owned(name.to_lowercase()), Cow::Owned(name)),
            }),
            None if self.default_is_elsewhere => None,
            None => Some(Default::default()),
        }
    }

    fn change_source(
        &mut self,
        it: &ChangeSource<'_>,
        content: Content,
        accepted: ServerSet,
        origin: &Arc<Origin>,
    ) -> Change {
        let Some((key, name)) = self.channel_name(it.connection.as_ref(), it.channel.as_ref()) else {
            return Change::Other;
        };
        let place = Place::new(origin, it.span);
        let servers = self.servers;
        let (name, before) = self.channels.replace(&key, |before| {
            let mut channel = before.cloned().unwrap_or_else(|| Channel::new(&name, servers));
            channel.servers = channel.servers & accepted;
            let names_host = content.has_option(ChannelOptionName::Host);
            if names_host && channel.beginning == Beginning::Unknown {
                channel.beginning = Beginning::Host(place.clone());
            }
            channel.change(&it.options, content, |option| Place::new(origin, option.span));
            channel.note_refusals(it, content, |span| Place::new(origin, span));
            channel.last_change = Some(place);
            channel.spelling = it.spelling;
            channel
        });
        Change::Channel(ChannelChange { name, before: before.map(Box::new) })
    }

    fn start(&mut self, it: &StartReplica<'_>, accepted: ServerSet, origin: &Arc<Origin>) -> Change {
        if it.all.is_some() {
            self.channels.start(|channel| {
                set_threads(channel, &it.threads, &Thread::Running(Place::new(origin, it.span)));
            });
            return Change::Other;
        }
        let Some((key, _)) = self.channel_name(it.connection.as_ref(), it.channel.as_ref()) else {
            return Change::Other;
        };
        let started = self.channels.change(&key, |channel| {
            channel.servers = channel.servers & accepted;
            channel.start_credentials |= it.user.is_some() || it.password.is_some();
            set_threads(channel, &it.threads, &Thread::Running(Place::new(origin, it.span)));
            if !it.until.is_empty() {
                channel.applier = Thread::Unknown;
            }
        });
        started.map_or(Change::Other, Change::Start)
    }

    fn stop(&mut self, it: &StopReplica<'_>) {
        let name = self.channel_name(it.connection.as_ref(), it.channel.as_ref()).map(|(key, _)| key);
        let stop = |channel: &mut Channel| set_threads(channel, &it.threads, &Thread::Stopped);
        match name.filter(|name| it.all.is_none() && !name.is_empty()) {
            Some(name) => _ = self.channels.change(&name, stop),
            // Without a name MySQL stops all channels.
            None => self.channels.stop(stop),
        }
    }

    fn reset(&mut self, it: &Reset<'_>, accepted: ServerSet, origin: &Arc<Origin>) {
        // Of several replicas in one list the servers reset the last.
        let last = it.items.iter().rfind(|item| matches!(item.what, ResetWhat::Replica { .. }));
        let Some(ResetItem { span, what: ResetWhat::Replica { connection, all: Some(_), channel, .. } }) = last else {
            return;
        };
        let Some((key, name)) = self.channel_name(connection.as_ref(), channel.as_ref()) else { return };
        let before = self.channels.remove(&key);
        if key.is_empty() {
            // MySQL forgets every channel, MariaDB the unnamed connection.
            self.channels.forget_mysql();
        }
        let mut channel = Channel::new(&name, self.servers & accepted);
        channel.beginning = Beginning::Reset(Place::new(origin, *span));
        channel.receiver = Thread::Stopped;
        channel.applier = Thread::Stopped;
        if let Some(before) = &before {
            channel.refusals.clone_from(&before.refusals);
            if key.is_empty() && !accepted.is_empty() && accepted.is_subset(Behaviour::ResetKeepsTls.servers()) {
                channel.keep_tls(before);
            }
        }
        self.channels.insert(&key, channel);
    }

    fn account_statement(&mut self, statement: &AccountStatement<'_>, accepted: ServerSet, origin: &Arc<Origin>) {
        match statement {
            AccountStatement::CreateUser(it) => self.create_user(it, accepted, origin),
            AccountStatement::AlterUser(it) => {
                let AlterUserAction::Users { users, options } = &it.action else { return };
                for user in users {
                    let Some(account) = self.named(&user.account, accepted, origin) else { continue };
                    match &user.change {
                        AccountChange::Authentication { identification, .. } => {
                            let place = Place::new(origin, identification.span);
                            account.identify(Credential::of(identification), place);
                        }
                        AccountChange::PasswordExpire => {
                            account.expired = Known::Given(true, Place::new(origin, user.span));
                        }
                        AccountChange::AddFactors(factors) => {
                            account.factors = account.factors.map(|had| had + factors.len() as u64);
                        }
                        AccountChange::DropFactors(factors) => {
                            account.factors = account.factors.map(|had| had.saturating_sub(factors.len() as u64));
                        }
                        _ => {}
                    }
                    set_options(account, options, origin);
                }
            }
            AccountStatement::DropUser(it) => {
                for account in &it.users {
                    if let Some(key) = AccountKey::of(&account.name) {
                        let made = self.accounts.remove(&key).filter(|account| account.created.is_some());
                        self.former.extend(made);
                        if accepted.is_subset(Behaviour::RoleIsAccount.servers()) {
                            self.roles.remove(&key);
                        }
                        self.dropped.insert(key, Place::new(origin, account.span));
                    }
                }
            }
            AccountStatement::RenameUser(it) => {
                for rename in &it.renames {
                    let from = AccountKey::of(&rename.from.name).and_then(|key| {
                        self.dropped.insert(key.clone(), Place::new(origin, rename.from.span));
                        self.accounts.remove(&key)
                    });
                    let Some(to) = AccountKey::of(&rename.to.name) else { continue };
                    self.dropped.remove(&to);
                    let mut account = from.unwrap_or_else(|| {
                        Account::new(to.clone(), self.servers & accepted, Place::new(origin, rename.to.span))
                    });
                    account.key = to.clone();
                    self.certain.push(to);
                    self.accounts.insert(account);
                }
            }
            AccountStatement::SetPassword(it) => self.set_password(it, accepted, origin),
            AccountStatement::CreateRole(it) => {
                for role in &it.roles {
                    if let Some(key) = AccountKey::of_role(role) {
                        self.dropped.remove(&key);
                        self.roles.insert(key, Place::new(origin, role.span));
                    }
                }
            }
            AccountStatement::DropRole(it) => {
                for role in &it.roles {
                    AccountKey::of_role(role).and_then(|key| self.roles.remove(&key));
                }
            }
            _ => {}
        }
    }

    fn create_user(&mut self, it: &CreateUser<'_>, accepted: ServerSet, origin: &Arc<Origin>) {
        for user in &it.users {
            let Some(name) = NameInText::of(&user.account.name) else { continue };
            let place = Place::new(origin, user.account.span);
            if it.if_not_exists.is_some() && self.accounts.of(&name).is_some() {
                self.dropped.remove(&name.to_key());
                continue;
            }
            let key = name.to_key();
            self.dropped.remove(&key);
            let mut account = Account::new(key.clone(), self.servers & accepted, place.clone());
            account.created = Some(place);
            account.perhaps_there_before = it.if_not_exists.is_some();
            (account.credential, account.require, account.locked) = (Known::Unset, Known::Unset, Known::Unset);
            (account.expired, account.replicates) = (Known::Unset, Known::Unset);
            account.wholly_known = it.if_not_exists.is_none();
            account.factors = it.if_not_exists.is_none().then_some(1 + user.more_factors.len() as u64);
            if let Some(identification) = &user.identification {
                let place = Place::new(origin, identification.span);
                account.credential = Known::Given(Credential::of(identification), place);
            }
            set_options(&mut account, &it.options, origin);
            self.certain.push(key);
            self.accounts.insert(account);
        }
    }

    fn set_password(&mut self, it: &SetPassword<'_>, accepted: ServerSet, origin: &Arc<Origin>) {
        let Some(account) = it.account.as_ref().and_then(|account| self.named(account, accepted, origin)) else {
            return;
        };
        let plugin = account.credential.given().and_then(|(credential, _)| credential.plugin.clone());
        let mut credential = Credential { plugin, alternatives: false, password: None, hash: None, random: false };
        match &it.password {
            NewPassword::Text(secret) if accepted.is_subset(Behaviour::SetPasswordIsPlain.servers()) => {
                credential.password = Some(secret.clone().into_owned());
            }
            NewPassword::Text(secret) => credential.hash = Some(secret.clone().into_owned()),
            NewPassword::PasswordFunction(secret) | NewPassword::OldPasswordFunction(secret) => {
                credential.password = Some(secret.clone().into_owned());
            }
            NewPassword::Random => credential.random = true,
        }
        account.identify(credential, Place::new(origin, it.span));
    }

    fn grant(&mut self, it: &Grant<'_>, accepted: ServerSet, origin: &Arc<Origin>) {
        for grantee in &it.grantees {
            if grantee.identification.is_some() {
                AccountKey::of(&grantee.account.name).and_then(|key| self.dropped.remove(&key));
            }
            let Some(account) = self.named(&grantee.account, accepted, origin) else { continue };
            if let Some(identification) = &grantee.identification {
                let place = Place::new(origin, identification.span);
                account.credential = Known::Given(Credential::of(identification), place);
            }
            if let Some(require) = &it.require {
                account.require = Known::Given(require.what.clone().into_owned(), Place::new(origin, require.span));
            }
            let place = Place::new(origin, it.span);
            if it.what.gives_replication() {
                account.replicates = Known::Given(true, place.clone());
            }
            account.grants.push(GrantedPrivileges { what: it.what.clone().into_owned(), place });
        }
    }

    fn revoke(&mut self, it: &Revoke<'_>, origin: &Arc<Origin>) {
        for account in &it.accounts {
            let account = AccountKey::of(&account.name).and_then(|key| self.accounts.get_mut(&key));
            if let Some(account) = account {
                if it.what.gives_replication() || it.what == Granted::AllAndGrantOption {
                    account.replicates = Known::Given(false, Place::new(origin, it.span));
                }
                account.grants.take(&it.what);
            }
        }
    }

    /// The account that a statement names, known from now on.
    fn named(
        &mut self,
        account: &crate::ast::Account<'_>,
        accepted: ServerSet,
        origin: &Arc<Origin>,
    ) -> Option<&mut Account> {
        let (name, servers) = (NameInText::of(&account.name)?, self.servers);
        let place = || Place::new(origin, account.span);
        let entry = self.accounts.of_mut(&name, |key| Account::new(key, servers, place()));
        entry.servers = entry.servers & accepted;
        Some(entry)
    }
}

/// Whether a user variable is given the text of a statement about accounts, to be executed later.
fn builds_statement(it: &Assignment<'_>) -> bool {
    const WORDS: [&[u8]; 4] = [b" USER", b"GRANT ", b"IDENTIFIED ", b"PASSWORD "];
    let (SetValue::Secret(value) | SetValue::Expression(value)) = &it.value else { return false };
    let text = value.expose().decode_bytes().to_ascii_uppercase();
    WORDS.iter().any(|word| text.windows(word.len()).any(|part| part == *word))
}

fn set_options(account: &mut Account, options: &AccountOptions<'_>, origin: &Arc<Origin>) {
    if let Some(require) = &options.require {
        account.require = Known::Given(require.what.clone().into_owned(), Place::new(origin, require.span));
    }
    let was_expired = account.expired.clone();
    for option in &options.password_and_lock {
        let place = Place::new(origin, option.span);
        match option.what {
            PasswordOrLock::AccountLock => account.locked = Known::Given(true, place),
            PasswordOrLock::AccountUnlock => account.locked = Known::Given(false, place),
            PasswordOrLock::PasswordExpire => account.expired = Known::Given(true, place),
            // They say when it will expire, and take an expiry back that stands before them in the same statement.
            PasswordOrLock::PasswordExpireDefault
            | PasswordOrLock::PasswordExpireNever
            | PasswordOrLock::PasswordExpireInterval(_) => account.expired = was_expired.clone(),
            _ => {}
        }
    }
}

fn set_threads(channel: &mut Channel, threads: &[ThreadType<'_>], state: &Thread) {
    let has = |wanted: ReplicaThread| threads.is_empty() || threads.iter().any(|thread| thread.thread == wanted);
    if has(ReplicaThread::Receiver) {
        channel.receiver = state.clone();
    }
    if has(ReplicaThread::Applier) {
        channel.applier = state.clone();
    }
}
