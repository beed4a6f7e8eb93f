use std::borrow::Cow;
use std::fmt::Write;
use std::path::Path;

#[cfg(not(unix))]
use crate::diagnostic::slashed;

/// A path as a reference: relative to the root of the sources, or `file:///…`.
pub(super) fn uri(path: &Path) -> String {
    let mut uri = String::new();
    if path.is_absolute() {
        uri.push_str(if cfg!(windows) { "file:///" } else { "file://" });
    }
    for byte in bytes(path).iter() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(*byte)),
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}

/// Also what is not Unicode, where a path is bytes.
#[cfg(unix)]
fn bytes(path: &Path) -> Cow<'_, [u8]> {
    use std::os::unix::ffi::OsStrExt;
    Cow::Borrowed(path.as_os_str().as_bytes())
}

#[cfg(not(unix))]
fn bytes(path: &Path) -> Cow<'_, [u8]> {
    Cow::Owned(slashed(path).into_owned().into_bytes())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    #[test]
    fn a_path_is_a_reference() {
        let of = |bytes: &[u8]| uri(Path::new(OsStr::from_bytes(bytes)));
        assert_eq!(of(b"db/a b.sql"), "db/a%20b.sql");
        assert_eq!(of(b"c:d#1?.sql"), "c%3Ad%231%3F.sql");
        assert_eq!(of("ñ%20.sql".as_bytes()), "%C3%B1%2520.sql");
        assert_eq!(of(b"\xff\n.sql"), "%FF%0A.sql");
        assert_eq!(of(b"/srv/a.sql"), "file:///srv/a.sql");
        assert_eq!(of(b"<stdin>"), "%3Cstdin%3E");
    }
}
