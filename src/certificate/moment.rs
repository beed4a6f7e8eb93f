use std::fmt;
use std::str::FromStr;

use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{Date, OffsetDateTime};

/// A second in time. Nothing here reads the clock: whoever asks says when.
///
/// ```
/// use replint::certificate::Moment;
///
/// let day: Moment = "2027-01-01".parse()?;
/// assert_eq!(day, "2027-01-01T01:00:00+01:00".parse()?);
/// assert_eq!(day.to_string(), "2027-01-01 00:00:00 UTC");
/// # Ok::<(), replint::certificate::InvalidMoment>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(i64);

impl Moment {
    /// Seconds since 1970.
    pub const fn of_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970.
    pub const fn unix(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let format = format_description!("[year]-[month]-[day] [hour]:[minute]:[second] UTC");
        match OffsetDateTime::from_unix_timestamp(self.0).ok().and_then(|time| time.format(&format).ok()) {
            Some(text) => f.write_str(&text),
            None => write!(f, "second {}", self.0),
        }
    }
}

/// A text that is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date: write 2027-01-31 or 2027-01-31T12:00:00Z")]
pub struct InvalidMoment;

impl FromStr for Moment {
    type Err = InvalidMoment;

    fn from_str(text: &str) -> Result<Self, InvalidMoment> {
        let day = Date::parse(text, format_description!("[year]-[month]-[day]"));
        let time = match day {
            Ok(day) => day.midnight().assume_utc(),
            Err(_) => OffsetDateTime::parse(text, &Rfc3339).map_err(|_| InvalidMoment)?,
        };
        Ok(Self(time.unix_timestamp()))
    }
}
