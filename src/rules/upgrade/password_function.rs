use crate::ast::{NewPassword, Statement};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::server::Behaviour;
use crate::upgrade::without_password_function;

declare_rule! {
    /// SET PASSWORD calls PASSWORD().
    ///
    /// ## What the server does
    ///
    /// MySQL 5.7.6 takes the password as it is, and warns of the function (1287); MySQL 8.0.11 does not know it: error 1064. MariaDB needs it.
    ///
    /// ## Target
    ///
    /// mysql-5.7
    ///
    /// ## Bad
    ///
    /// ```sql
    /// SET PASSWORD FOR 'app'@'10.0.0.%' = PASSWORD('${APP_PASSWORD}');
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// SET PASSWORD FOR 'app'@'10.0.0.%' = '${APP_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.7.6 and 8.0.11 release notes.
    PasswordFunction {
        name: "password-function", area: Upgrade, severity: Advice, group: Upgrade, since: "0.1.0",
        accounts: check, parts: [SetPassword]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let warning = cx.servers() & Behaviour::DeprecatesPasswordFunction.servers();
    for it in mention::passwords(statement) {
        let NewPassword::PasswordFunction(secret) = &it.password else { continue };
        if !warning.is_empty() && !cx.is_refused_somewhere() {
            let is_plain = cx.servers().is_subset(Behaviour::SetPasswordIsPlain.servers());
            let finding = cx
                .report(secret.span(), "a later version does not know PASSWORD()")
                .on(warning)
                .help("give the password without the function, or write ALTER USER … IDENTIFIED BY");
            if is_plain {
                let words = without_password_function(it);
                finding.safe_fix(words.into_iter().map(|(span, word)| (span, word.to_owned())).collect());
            }
        }
    }
}
