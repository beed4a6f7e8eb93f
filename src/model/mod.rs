//! What statements add up to: the channels and accounts that a run leaves behind, and what is known of them.
//!
//! Statements are replayed in order by the servers' own rules: what a CHANGE does not name keeps its value, RESET … ALL forgets, the last of
//! several equal options wins. What stood on the server before the run is unknown, and unknown is a value of its own.
//!
//! ```
//! use replint::model::{Run, Origin};
//! use replint::server::{ChannelOptionName, ServerSet};
//!
//! let mut run = Run::new(ServerSet::ALL);
//! for text in ["CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_SSL = 1", "CHANGE MASTER TO MASTER_SSL_CA = '/ca.pem'"] {
//!     let parsed = replint::parse_statement(text, &Default::default());
//!     let origin = Origin::of_text("setup.sql", text);
//!     run.apply(&parsed.statement.unwrap(), parsed.accepted, &origin);
//! }
//! let channel = run.channel("").unwrap();
//! assert_eq!(channel.switch(ChannelOptionName::Ssl).on, channel.servers());
//! ```

mod account;
mod accounts;
mod apply;
mod channel;
mod channels;
mod files;
mod grants;
#[cfg(feature = "certificates")]
mod known_source;
mod meaning;
mod origin;
mod outcome;
#[cfg(feature = "certificates")]
mod pem_files;
mod protection;
mod refused;
mod run;
mod server_options;
mod setting;
mod source;
mod topology;

pub use account::{Account, AccountKey, Credential, GrantedPrivileges, Known};
pub(crate) use accounts::NameInText;
pub use apply::{Change, ChannelChange};
pub(crate) use channel::COORDINATES;
pub use channel::{Beginning, Channel, Thread};
pub use files::{ClientCertificate, Files, NoFiles, Shown, Trust, UnusableCertificate};
#[cfg(feature = "certificates")]
pub use known_source::{KnownSource, KnownTls};
pub use origin::{Origin, Place};
pub use outcome::{Cause, Denial, Denied, Outcome};
#[cfg(feature = "certificates")]
pub use pem_files::{PemFiles, PemResult};
pub use protection::{Checks, Mode, Reason, Tls};
pub(crate) use refused::NEVER_EMPTY;
pub use refused::Refusal;
pub use run::Run;
pub use server_options::ServerOptions;
pub use setting::{Setting, Switch, Value};
pub use source::{Replica, Source, SourceTls};
pub use topology::Login;
pub use topology::Topology;
