//! What works and should be written otherwise.

super::rules! {
    channel_in_other_case,
    duplicate_option,
    duplicate_protocol,
    redacted_secret,
    repeated_id,
    switch_not_zero_or_one,
}
