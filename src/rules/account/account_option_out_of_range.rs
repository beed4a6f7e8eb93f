use crate::ast::{PasswordOrLock, Statement};
use crate::rules::{Context, declare_rule, mention};
use crate::server::AccountLimit;

declare_rule! {
    /// A number of a password option is outside of what the server takes.
    ///
    /// ## What the server does
    ///
    /// Error 1525. A password expires after 1 to 65535 days; FAILED_LOGIN_ATTEMPTS and PASSWORD_LOCK_TIME are at most 32767. MariaDB takes more
    /// days, but not 0 either: DEFAULT and NEVER say that.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}' PASSWORD EXPIRE INTERVAL 0 DAY;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}' PASSWORD EXPIRE NEVER;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MariaDB 10.11.19 and 11.8.9 servers.
    AccountOptionOutOfRange {
        name: "account-option-out-of-range", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [NumberedOption]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let Some(options) = mention::options(statement) else { return };
    for option in &options.password_and_lock {
        let (number, limit) = match &option.what {
            PasswordOrLock::PasswordExpireInterval(number) => (number, AccountLimit::ExpireInterval),
            PasswordOrLock::FailedLoginAttempts(number) => (number, AccountLimit::FailedLoginAttempts),
            PasswordOrLock::PasswordLockTime(Some(number)) => (number, AccountLimit::PasswordLockTime),
            _ => continue,
        };
        let Some(value) = number.integer() else { continue };
        if let Some((refusing, facts)) = limit.refusing(value, cx.servers()) {
            let message = format!("from {} to {} {} can be given", facts.least, facts.most, facts.unit);
            cx.report(number.span(), message).on(refusing).label("error 1525");
        }
    }
}
