use crate::ast::{IdentifiedBy, PluginCredential, Quote, Secret, Statement};
use crate::rules::mention;
use crate::rules::redacted::is_redacted;
use crate::rules::{Context, declare_rule};
use crate::server::{AuthPlugin, Behaviour, HashFormat, ServerSet};

declare_rule! {
    /// A hash is none of the plugin that is to use it.
    ///
    /// ## What the server does
    ///
    /// Most plugins refuse it: error 1827, on MariaDB 1372. `mysql_native_password` stores any 41 characters, and MySQL 5.6 anything behind AS: the
    /// account is then there, and no password is ever right. A hash that says that it is none (`*THISISNOTAVALIDPASSWORDTHATCANBEUSEDHERE`) is not
    /// reported.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED WITH mysql_native_password AS '*2470C0C06DEE42FD1618BB99005ADCA2';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED WITH caching_sha2_password AS '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED WITH mysql_native_password AS '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24, MariaDB 10.11.19 and 11.8.9 servers; the validate functions of the plugins.
    InvalidHash {
        name: "invalid-hash", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [Hash]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    for identification in mention::identifications(statement) {
        match &identification.by {
            IdentifiedBy::PasswordHash(secret) => {
                let Some(hash) = hash(secret) else { continue };
                let (native, old) = (HashFormat::Native.servers(&hash), HashFormat::Old.servers(&hash));
                let refusing = !(native | (old - Behaviour::PasswordHashIsNative.servers()));
                report(secret, HashFormat::Native, refusing, cx);
            }
            IdentifiedBy::Plugins(plugins) => {
                for (position, plugin) in plugins.iter().enumerate() {
                    let Some(PluginCredential::Hash(secret)) = &plugin.credential else { continue };
                    let name = plugin.plugin.value();
                    let Some(known) = name.and_then(|name| AuthPlugin::of_name(&name)) else { continue };
                    let (Some(format), Some(hash)) = (known.hash, hash(secret)) else { continue };
                    // Debian blocks root so.
                    if position > 0 && hash == b"invalid" {
                        continue;
                    }
                    report(secret, format, known.servers - format.servers(&hash), cx);
                }
            }
            IdentifiedBy::Password(_) | IdentifiedBy::RandomPassword => {}
        }
    }
}

fn report(secret: &Secret<'_>, format: HashFormat, refusing: ServerSet, cx: &mut Context<'_>) {
    if !refusing.is_empty() {
        cx.report(secret.span(), format!("this is no hash of the plugin: it has {}", format.what()))
            .on(refusing)
            .label("no password fits");
    }
}

/// The bytes of a hash; none where they are not known, empty, or say themselves that they are no hash.
fn hash(secret: &Secret<'_>) -> Option<Vec<u8>> {
    let text = secret.expose();
    if text.is_placeholder() || is_redacted(secret) {
        return None;
    }
    let bytes = text.decode_bytes();
    let hash = if text.quote() == Quote::Hex { from_hex(&bytes)? } else { bytes.into_owned() };
    let is_refusal = hash.to_ascii_uppercase().windows(b"NOTAVALID".len()).any(|part| part == b"NOTAVALID");
    let says_so = hash.is_empty() || is_refusal && hash.starts_with(b"*");
    (!says_so).then_some(hash)
}

/// `0x2A` and `x'2A'` as bytes.
fn from_hex(written: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(written).ok()?;
    let digits = text.get(2..)?.trim_end_matches('\'');
    let pair = |at: usize| digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    (0..digits.len()).step_by(2).map(pair).collect()
}
