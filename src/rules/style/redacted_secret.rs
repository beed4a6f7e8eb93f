use crate::ast::{Node, Number, Quote, Secret, Statement, Text, Visit};
use crate::rules::{Context, declare_rule};
use crate::source::Span;

declare_rule! {
    /// A secret was masked: what stands here is not the password.
    ///
    /// ## What happens
    ///
    /// Servers write `<secret>` into their logs where a password stood, tools and people write asterisks. Run like this the statement is
    /// refused, or it sets asterisks as the password.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl', SOURCE_PASSWORD = <secret>;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_USER = 'repl', SOURCE_PASSWORD = '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7, sql_rewrite.cc.
    RedactedSecret {
        name: "redacted-secret", area: Style, severity: Warning, group: Default, since: "0.1.0",
        statement: check, parts: [Masked]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let mut masked = Masked(Vec::new());
    statement.walk(&mut masked);
    for span in masked.0 {
        cx.report(span, "the secret was masked, this is not it").help("let a template put the secret in");
    }
}

/// Whether a text is what is written in place of a secret.
pub(in crate::rules) fn is_masked(text: &Text<'_>) -> bool {
    let raw = text.raw();
    (text.quote() == Quote::None && raw == b"<secret>") || (raw.len() >= 3 && raw.iter().all(|byte| *byte == b'*'))
}

/// The masked secrets of a tree.
struct Masked(Vec<Span>);

impl Visit for Masked {
    fn text(&mut self, _: &Text<'_>) {}

    fn number(&mut self, _: &Number<'_>) {}

    fn secret(&mut self, secret: &Secret<'_>) {
        if is_masked(secret.expose()) {
            self.0.push(secret.span());
        }
    }
}
