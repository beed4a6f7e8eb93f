//! Channels of a replica.

super::rules! {
    port_out_of_range,
}
