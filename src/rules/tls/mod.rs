//! Whether and how a connection is protected.

mod ignored_elements;
mod listed;

use crate::model::{Channel, Setting};
use crate::server::ChannelOptionName;

super::rules! {
    broken_cipher_list,
    broken_ciphersuites,
    ca_and_capath,
    certificate_equals_key,
    certificate_without_key,
    ciphers_of_unused_protocol,
    ciphers_refused_by_source,
    clear_text_channel,
    crl_without_ca,
    cut_cipher_list,
    default_in_cipher_list,
    empty_cipher_list,
    empty_ciphersuites,
    ignored_tls_version,
    no_revocation_list,
    relative_tls_path,
    sha2_without_key_exchange,
    tls13_suite_in_cipher_list,
    tls_not_enforced,
    tls_options_without_ssl,
    tls_path_too_long,
    unauthenticated_public_key,
    unknown_cipher,
    unknown_ciphersuite,
    unknown_required_cipher,
    unknown_tls_version,
    unverified_host_name,
    unverified_source,
    verification_without_ca,
    weak_cipher,
    weak_tls_version,
}

/// What authenticates the source: SSL_CA, or SSL_CAPATH.
fn authority(channel: &Channel) -> Option<&Setting> {
    use ChannelOptionName::{SslCa, SslCapath};
    channel.value(SslCa).given().or_else(|| channel.value(SslCapath).given())
}

/// Whether neither SSL_CA nor SSL_CAPATH is set.
fn has_no_authority(channel: &Channel) -> bool {
    use ChannelOptionName::{SslCa, SslCapath};
    channel.value(SslCa).is_unset() && channel.value(SslCapath).is_unset()
}
