//! What works and should be written otherwise.

super::rules! {
    duplicate_option,
    duplicate_protocol,
}
