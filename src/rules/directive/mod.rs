//! replint's own ignore comments.

super::rules! {
    ignore_without_rule,
    unknown_directive,
    unknown_ignored_rule,
    unused_ignore,
}
