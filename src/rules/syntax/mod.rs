//! Whether the client and the server's parser take it.

super::rules! {
    unexpected_token,
}
