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
pub(crate) fn accounts<'a, 's>(statement: &'a Statement<'s>) -> Vec<(Deed, &'a Account<'s>)> {
    let of = |deed: Deed| move |account: &'a Account<'s>| (deed, account);
    match statement {
        Statement::Account(AccountStatement::CreateUser(it)) => {
            it.users.iter().map(|user| &user.account).map(of(Deed::Create)).collect()
        }
        Statement::Account(AccountStatement::AlterUser(it)) => match &it.action {
            AlterUserAction::Users { users, .. } => {
                users.iter().map(|user| &user.account).map(of(Deed::Alter)).collect()
            }
            AlterUserAction::DefaultRole { account, .. }
            | AlterUserAction::Registration { account: Some(account), .. } => vec![(Deed::Alter, account)],
            _ => Vec::new(),
        },
        Statement::Account(AccountStatement::DropUser(it)) => it.users.iter().map(of(Deed::Drop)).collect(),
        Statement::Account(AccountStatement::RenameUser(it)) => {
            it.renames.iter().flat_map(|it| [(Deed::RenameFrom, &it.from), (Deed::RenameTo, &it.to)]).collect()
        }
        Statement::Privilege(PrivilegeStatement::Grant(it)) => {
            it.grantees.iter().map(|grantee| &grantee.account).map(of(Deed::Grant)).collect()
        }
        Statement::Privilege(PrivilegeStatement::Revoke(it)) => it.accounts.iter().map(of(Deed::Revoke)).collect(),
        _ => passwords(statement).into_iter().filter_map(|it| it.account.as_ref()).map(of(Deed::SetPassword)).collect(),
    }
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
pub(crate) fn identifications<'a, 's>(statement: &'a Statement<'s>) -> Vec<&'a Identification<'s>> {
    let of_change = |change: &'a AccountChange<'s>| match change {
        AccountChange::Authentication { identification, .. } => vec![identification],
        AccountChange::AddFactors(factors) | AccountChange::ModifyFactors(factors) => {
            factors.iter().filter_map(|factor| factor.identification.as_ref()).collect()
        }
        _ => Vec::new(),
    };
    match statement {
        Statement::Account(AccountStatement::CreateUser(it)) => it
            .users
            .iter()
            .flat_map(|user| user.identification.iter().chain(&user.initial_authentication).chain(&user.more_factors))
            .collect(),
        Statement::Account(AccountStatement::AlterUser(it)) => match &it.action {
            AlterUserAction::Users { users, .. } => users.iter().flat_map(|user| of_change(&user.change)).collect(),
            AlterUserAction::OwnAccount(change) => of_change(change),
            _ => Vec::new(),
        },
        Statement::Privilege(PrivilegeStatement::Grant(it)) => {
            it.grantees.iter().filter_map(|grantee| grantee.identification.as_ref()).collect()
        }
        _ => Vec::new(),
    }
}

/// Every plugin that a statement names for an account.
pub(crate) fn plugins<'a, 's>(statement: &'a Statement<'s>) -> Vec<&'a PluginAuthentication<'s>> {
    let of = |it: &'a Identification<'s>| match &it.by {
        IdentifiedBy::Plugins(plugins) => plugins.iter().collect(),
        _ => Vec::new(),
    };
    identifications(statement).into_iter().flat_map(of).collect()
}

/// Every SET PASSWORD of a statement: MariaDB has it among variables too.
pub(crate) fn passwords<'a, 's>(statement: &'a Statement<'s>) -> Vec<&'a SetPassword<'s>> {
    match statement {
        Statement::Account(AccountStatement::SetPassword(it)) => vec![it],
        Statement::Set(set) => {
            let of = |item: &'a SetItem<'s>| if let SetItem::Password(it) = item { Some(it) } else { None };
            set.items.iter().filter_map(of).collect()
        }
        _ => Vec::new(),
    }
}
