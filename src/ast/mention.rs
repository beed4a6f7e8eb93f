//! Which accounts a statement names, and what it does with them.

use super::{
    Account, AccountChange, AccountOptions, AccountStatement, AlterUserAction, Identification, IdentifiedBy,
    PluginAuthentication, PrivilegeStatement, Require, SetItem, SetPassword, Statement,
};

/// What a statement does with an account that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Create,
    Alter,
    SetPassword,
    Drop,
    RenameFrom,
    RenameTo,
    Grant,
    Revoke,
}

impl Deed {
    /// Whether the account exists because of it, or gets something.
    pub(crate) fn makes(self) -> bool {
        matches!(self, Deed::Create | Deed::RenameTo | Deed::Grant)
    }
}

/// The accounts that a statement is about, in its order.
pub(crate) fn accounts<'a, 's>(statement: &'a Statement<'s>) -> impl Iterator<Item = (Deed, &'a Account<'s>)> {
    (0..).map_while(|at| account(statement, at)).flatten()
}

/// What stands at a place of the list of accounts; `None` behind its end.
fn account<'a, 's>(statement: &'a Statement<'s>, at: usize) -> Option<Option<(Deed, &'a Account<'s>)>> {
    let (deed, account) = match statement {
        Statement::Account(AccountStatement::CreateUser(it)) => (Deed::Create, &it.users.get(at)?.account),
        Statement::Account(AccountStatement::AlterUser(it)) => match &it.action {
            AlterUserAction::Users { users, .. } => (Deed::Alter, &users.get(at)?.account),
            AlterUserAction::DefaultRole { account, .. }
            | AlterUserAction::Registration { account: Some(account), .. }
                if at == 0 =>
            {
                (Deed::Alter, account)
            }
            _ => return None,
        },
        Statement::Account(AccountStatement::DropUser(it)) => (Deed::Drop, it.users.get(at)?),
        Statement::Account(AccountStatement::RenameUser(it)) => match (it.renames.get(at / 2)?, at % 2) {
            (rename, 0) => (Deed::RenameFrom, &rename.from),
            (rename, _) => (Deed::RenameTo, &rename.to),
        },
        Statement::Privilege(PrivilegeStatement::Grant(it)) => (Deed::Grant, &it.grantees.get(at)?.account),
        Statement::Privilege(PrivilegeStatement::Revoke(it)) => (Deed::Revoke, it.accounts.get(at)?),
        _ => {
            let account = password(statement, at)?.and_then(|it| it.account.as_ref());
            return Some(account.map(|account| (Deed::SetPassword, account)));
        }
    };
    Some(Some((deed, account)))
}

/// What CREATE USER and ALTER USER say of all their accounts.
pub(crate) fn options<'a, 's>(statement: &'a Statement<'s>) -> Option<&'a AccountOptions<'s>> {
    match statement {
        Statement::Account(AccountStatement::CreateUser(it)) => Some(&it.options),
        Statement::Account(AccountStatement::AlterUser(it)) => match &it.action {
            AlterUserAction::Users { options, .. } => Some(options),
            _ => None,
        },
        _ => None,
    }
}

/// What a statement requires of the connections of its accounts.
pub(crate) fn require<'a, 's>(statement: &'a Statement<'s>) -> Option<&'a Require<'s>> {
    match statement {
        Statement::Privilege(PrivilegeStatement::Grant(it)) => it.require.as_ref(),
        _ => options(statement)?.require.as_ref(),
    }
}

/// Every IDENTIFIED of a statement: of any factor, of any account.
pub(crate) fn identifications<'a, 's>(statement: &'a Statement<'s>) -> impl Iterator<Item = &'a Identification<'s>> {
    let (mut created, mut altered, mut own, mut granted) = (&[][..], &[][..], None, &[][..]);
    match statement {
        Statement::Account(AccountStatement::CreateUser(it)) => created = &it.users,
        Statement::Account(AccountStatement::AlterUser(it)) => match &it.action {
            AlterUserAction::Users { users, .. } => altered = users,
            AlterUserAction::OwnAccount(change) => own = Some(change),
            _ => {}
        },
        Statement::Privilege(PrivilegeStatement::Grant(it)) => granted = &it.grantees,
        _ => {}
    }
    let created = created.iter().flat_map(|user| {
        user.identification.iter().chain(user.initial_authentication.as_deref()).chain(&user.more_factors)
    });
    let altered = altered.iter().map(|user| &user.change).chain(own).flat_map(of_change);
    let granted = granted.iter().filter_map(|grantee| grantee.identification.as_ref());
    created.chain(altered).chain(granted)
}

fn of_change<'a, 's>(change: &'a AccountChange<'s>) -> impl Iterator<Item = &'a Identification<'s>> {
    let (one, factors) = match change {
        AccountChange::Authentication { identification, .. } => (Some(identification), &[][..]),
        AccountChange::AddFactors(factors) | AccountChange::ModifyFactors(factors) => (None, &factors[..]),
        _ => (None, &[][..]),
    };
    one.into_iter().chain(factors.iter().filter_map(|factor| factor.identification.as_ref()))
}

/// Every plugin that a statement names for an account.
pub(crate) fn plugins<'a, 's>(statement: &'a Statement<'s>) -> impl Iterator<Item = &'a PluginAuthentication<'s>> {
    identifications(statement).flat_map(|it| match &it.by {
        IdentifiedBy::Plugins(plugins) => &plugins[..],
        _ => &[],
    })
}

/// Every SET PASSWORD of a statement: MariaDB has it among variables too.
pub(crate) fn passwords<'a, 's>(statement: &'a Statement<'s>) -> impl Iterator<Item = &'a SetPassword<'s>> {
    (0..).map_while(|at| password(statement, at)).flatten()
}

/// What stands at a place of the list of variables and passwords; `None` behind its end.
fn password<'a, 's>(statement: &'a Statement<'s>, at: usize) -> Option<Option<&'a SetPassword<'s>>> {
    match statement {
        Statement::Account(AccountStatement::SetPassword(it)) if at == 0 => Some(Some(it)),
        Statement::Set(set) => match set.items.get(at)? {
            SetItem::Password(it) => Some(Some(it)),
            _ => Some(None),
        },
        _ => None,
    }
}
