use std::fmt;
use std::str::FromStr;

use bytesize::ByteSize;

/// A number of bytes, as people write it: `1000`, `64 MiB`.
///
/// ```
/// use replint::config::Size;
///
/// assert_eq!("64 MiB".parse(), Ok(Size(64 << 20)));
/// assert_eq!(Size(64 << 20).to_string(), "64.0 MiB");
/// assert!("many".parse::<Size>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub usize);

/// The text is no size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a size is a number of bytes, or one with a unit, such as 128 MiB")]
pub struct UnknownSize;

impl FromStr for Size {
    type Err = UnknownSize;

    fn from_str(text: &str) -> Result<Self, UnknownSize> {
        let size: ByteSize = text.parse().map_err(|_| UnknownSize)?;
        size.as_u64().try_into().map(Size).map_err(|_| UnknownSize)
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ByteSize(self.0 as u64).fmt(f)
    }
}
