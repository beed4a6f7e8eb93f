//! Whether and how a connection is protected.

super::rules! {
    clear_text_channel,
    tls_options_without_ssl,
}
