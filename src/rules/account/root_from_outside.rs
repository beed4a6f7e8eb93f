use crate::ast::{AccountStatement, PasswordOrLock, Statement};
use crate::model::AccountKey;
use crate::rules::mention;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// The account root can be used from other hosts.
    ///
    /// ## What happens
    ///
    /// `root` is the first name that is tried. Whoever guesses or finds the password has the whole server, over the network. An account of another
    /// name, for the hosts of the administrators, does the same work.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'root'@'%' IDENTIFIED BY '${ROOT_PASSWORD}';
    /// ```
    ///
    /// ```sql
    /// RENAME USER 'root'@'localhost' TO 'root'@'%';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'dba'@'10.0.0.%' IDENTIFIED BY '${DBA_PASSWORD}' REQUIRE SSL;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Securing the Initial MySQL Account; CIS MySQL Benchmark.
    RootFromOutside {
        name: "root-from-outside", area: Account, severity: Warning, group: Default, since: "0.1.0",
        accounts: check, parts: [Administrator, OddName]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    for (deed, account) in mention::accounts(statement) {
        if !deed.makes() || !account.name.is_of("root") {
            continue;
        }
        let Some(key) = AccountKey::of(&account.name) else { continue };
        let is_told = cx.run().account(&key).is_some();
        if !key.is_local() && !is_told && !is_locked(statement) {
            cx.report(account.span, "root can be used from other hosts")
                .label("not only from the machine itself")
                .help("give administrators an account of another name, from their hosts only");
        }
    }
}

fn is_locked(statement: &Statement<'_>) -> bool {
    let Statement::Account(AccountStatement::CreateUser(it)) = statement else { return false };
    it.options.password_and_lock.iter().any(|option| option.what == PasswordOrLock::AccountLock)
}
