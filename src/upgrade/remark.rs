//! What no other words can help, and what changes without any word changing.

use super::site::Site;
use crate::ast::{
    ChangeSource, ChannelValue, IdentifiedBy, PluginAuthentication, ReplicationStatement, Statement, mention,
};
use crate::model::{Beginning, Place, Run};
use crate::server::{AuthPlugin, Behaviour, ChannelOptionName as Name, ServerSet};
use crate::source::Span;
use crate::tls::Protocol;

/// What a person must know of a statement.
pub(super) type Remark = (Span, String);

const NATIVE: &str = "mysql_native_password";

/// # Errors
/// Why the statement cannot do its work there, however it is written.
pub(super) fn of_statement(statement: &Statement<'_>, site: Site<'_>) -> Result<Vec<Remark>, Remark> {
    let mut remarks = Vec::new();
    for it in mention::identifications(statement) {
        match &it.by {
            IdentifiedBy::PasswordHash(_) => remarks.extend(plugin(NATIVE, it.span, site)?),
            IdentifiedBy::Password(_) if flips(Behaviour::Sha2ByDefault, site.from, site.to) => {
                let message = "the account gets the plugin caching_sha2_password there: clients that do not know it cannot log in";
                remarks.push((it.span, message.to_owned()));
            }
            _ => {}
        }
    }
    for PluginAuthentication { plugin: name, .. } in mention::plugins(statement) {
        if let Some(known) = name.value() {
            remarks.extend(plugin(&known, name.span(), site)?);
        }
    }
    if let Statement::Replication(ReplicationStatement::ChangeSource(it)) = statement {
        remarks.extend(tls_version(it, site)?);
    }
    Ok(remarks)
}

fn plugin(name: &str, span: Span, site: Site<'_>) -> Result<Option<Remark>, Remark> {
    let Some(plugin) = AuthPlugin::of_name(name) else { return Ok(None) };
    let missing = site.to - plugin.servers;
    if !missing.is_empty() && site.from.intersects(plugin.servers) {
        return Err((span, format!("{} is gone there: choose another plugin and set a new password", plugin.name)));
    }
    let off = site.to & plugin.off;
    let was_on = !(site.from - plugin.off).is_empty();
    let message = || format!("{} is off by default there: the server must be told to load it", plugin.name);
    Ok((!off.is_empty() && was_on).then(|| (span, message())))
}

/// TLS versions that are skipped there.
fn tls_version(it: &ChangeSource<'_>, site: Site<'_>) -> Result<Option<Remark>, Remark> {
    let Some(ChannelValue::Text(text)) = it.last(Name::TlsVersion).map(|option| &option.value) else {
        return Ok(None);
    };
    let Some(value) = text.value().filter(|value| !value.is_empty()) else { return Ok(None) };
    let protocols = [Protocol::TlsV1, Protocol::TlsV11, Protocol::TlsV12, Protocol::TlsV13];
    let named = |protocol: &&Protocol| value.split(',').any(|name| name.eq_ignore_ascii_case(protocol.name()));
    let known_at = |servers: ServerSet| move |protocol: &&Protocol| servers.is_subset(protocol.known_by());
    let named: Vec<&Protocol> = protocols.iter().filter(named).collect();
    let gone: Vec<&str> = named
        .iter()
        .filter(|protocol| site.from.intersects(protocol.known_by()) && !known_at(site.to)(protocol))
        .map(|protocol| protocol.name())
        .collect();
    // MariaDB has no such option.
    if gone.is_empty() || site.to.is_mariadb() {
        return Ok(None);
    }
    let is = if gone.len() == 1 { "is" } else { "are" };
    let gone = gone.join(" and ");
    match named.iter().any(|protocol| known_at(site.to)(protocol)) {
        true => Ok(Some((text.span(), format!("{gone} {is} skipped there: the channel uses the other versions")))),
        false => Err((text.span(), format!("{gone} {is} not known there: the channel could not start"))),
    }
}

/// Whether none of the servers did it by default, and all of those to come do.
fn flips(behaviour: Behaviour, from: ServerSet, to: ServerSet) -> bool {
    to.is_subset(behaviour.servers()) && !from.intersects(behaviour.servers())
}

/// Defaults that change for the channels of a run.
pub(super) fn of_channels(run: &Run, from: ServerSet, to: ServerSet) -> Vec<(Place, String)> {
    let mut remarks = Vec::new();
    for channel in run.channels() {
        let Beginning::Host(place) = channel.beginning() else { continue };
        let is_set = |name: Name| channel.setting(name).is_some();
        let mut remark = |message: &str| remarks.push((place.clone(), message.to_owned()));
        if !is_set(Name::Ssl) && flips(Behaviour::TlsByDefault, from, to) {
            remark("TLS is on by default there and was not: say which");
        }
        if !is_set(Name::SslVerifyServerCert) && flips(Behaviour::VerifyByDefault, from, to) {
            remark("the source's certificate is checked by default there and was not: say which");
        }
        let asks_for_key = is_set(Name::GetPublicKey) || is_set(Name::PublicKeyPath);
        let has_no_tls =
            !channel.switch(Name::Ssl).on.intersects(to) && !to.intersects(Behaviour::TlsByDefault.servers());
        if has_no_tls && !asks_for_key && flips(Behaviour::Sha2ByDefault, from, to) {
            remark(
                "without TLS an account with caching_sha2_password, the default there, needs GET_SOURCE_PUBLIC_KEY = 1 or SOURCE_PUBLIC_KEY_PATH",
            );
        }
    }
    remarks
}
