use crate::ast::Requirement;
use crate::model::{Account, Channel, Run, Setting};
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name, ServerSet};

declare_rule! {
    /// TLS is asked for, and the channel falls back to clear text all the same.
    ///
    /// ## What the server does
    ///
    /// Where the source offers no TLS, MariaDB without `MASTER_SSL_VERIFY_SERVER_CERT = 1` and MySQL before 5.7.3 replicate in clear text,
    /// without a word. A certificate authority or a list of ciphers does not change that. Whoever sits in between can take the offer out.
    /// MySQL from 5.7.3 on refuses with error 2026; MariaDB 11.4 verifies by itself.
    ///
    /// Not reported: a channel with a client certificate, or for a user whose account requires TLS, since such an account is no use in clear
    /// text; a source on the same machine.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_USER = 'repl', MASTER_SSL = 1, MASTER_SSL_CA = '/etc/mysql/ca.pem';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_USER = 'repl', MASTER_SSL = 1, MASTER_SSL_CA = '/etc/mysql/ca.pem',
    ///     MASTER_SSL_VERIFY_SERVER_CERT = 1;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24, MariaDB 10.5 and 10.11 servers with a source that has no TLS; MySQL 5.7.3 release notes.
    TlsNotEnforced {
        name: "tls-not-enforced", area: Tls, severity: Warning, group: Default, since: "0.1.0",
        channel: check, options: [Ssl, Host]
    }
}

/// The servers on which a channel that asks for TLS does not insist on it.
pub(super) fn servers(channel: &Channel, run: &Run) -> ServerSet {
    let (ssl, verify) = (channel.switch(Name::Ssl), channel.switch(Name::SslVerifyServerCert));
    let verification_would = Behaviour::VerificationEnforcesTls.servers();
    let servers = ((ssl.on & verify.off) | (ssl.on - verification_would)) - Behaviour::TlsEnforced.servers();
    if servers.is_empty() || channel.value(Name::SslCert).given().is_some() || channel.is_local() {
        return ServerSet::EMPTY;
    }
    let user = channel.value(Name::User).given().and_then(Setting::text);
    let is_required = user.is_some_and(|user| run.accounts_of(&user).any(requires_tls));
    if is_required { ServerSet::EMPTY } else { servers }
}

fn requires_tls(account: &Account) -> bool {
    account.require().given().is_some_and(|(require, _)| *require != Requirement::Nothing)
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let servers = servers(channel, cx.run());
    let ssl = channel.switch(Name::Ssl).setting;
    let Some(place) = ssl.or(channel.setting(Name::Host)) else { return };
    if servers.is_empty() {
        return;
    }
    let verify = channel.switch(Name::SslVerifyServerCert).setting;
    let option = channel.word(Name::SslVerifyServerCert);
    let finding = cx.report(place, "the channel falls back to clear text where the source offers no TLS").on(servers);
    finding.label("a wish");
    if servers.intersects(Behaviour::VerificationEnforcesTls.servers()) {
        let verb = if verify.is_some() { "write" } else { "add" };
        finding.help(format!("{verb} `{option} = 1`, or let the account on the source require TLS"));
        if let Some(verify) = verify {
            finding.also(verify, "nor is verification asked for");
        }
    } else {
        finding.help("let the account on the source require TLS: `REQUIRE SSL`");
    }
}
