use crate::ast::{NewPassword, Statement};
use crate::rules::mention;
use crate::rules::redacted::is_redacted;
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, Flavor, ServerSet};
use crate::source::Span;

declare_rule! {
    /// SET PASSWORD is given a password where the server wants a hash.
    ///
    /// ## What the server does
    ///
    /// Error 1372. MariaDB, and MySQL before 5.7.6, read the string as a hash; PASSWORD() makes one of a password.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// SET PASSWORD FOR 'app'@'%' = 'walnut-drawer-3';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// SET PASSWORD FOR 'app'@'%' = PASSWORD('${APP_PASSWORD}');
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24, MariaDB 10.11.19 and 11.8.9 servers.
    PasswordAsHash {
        name: "password-as-hash", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [SetPassword]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    for it in mention::passwords(statement) {
        let NewPassword::Text(secret) = &it.password else { continue };
        let Some(value) = secret.expose().value().filter(|_| !is_redacted(secret)) else { continue };
        // The servers look at the length, and at the first byte of a long one.
        let (length, wants) = (value.len(), !Behaviour::SetPasswordIsPlain.servers());
        let old = if length == 16 { ServerSet::of_flavor(Flavor::MariaDb) } else { ServerSet::EMPTY };
        let refusing = if value.is_empty() || length == 41 { ServerSet::EMPTY } else { wants - old };
        if !refusing.is_empty() {
            let span = secret.span();
            let (start, end) = (Span::new(span.start, span.start), Span::new(span.end, span.end));
            cx.report(span, "a password is given where a hash is due")
                .on(refusing)
                .label("error 1372")
                .help("write `PASSWORD('text')`")
                .unsafe_fix(vec![(start, "PASSWORD(".to_owned()), (end, ")".to_owned())]);
        }
    }
}
