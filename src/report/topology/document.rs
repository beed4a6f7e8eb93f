use serde::Serialize;

/// What `replint topology --format json` writes.
///
/// Places are `path:line`. What is not known is `null` or an empty array. Secrets are in none of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TopologyDocument {
    /// Of the format: 1. Members may be added under the same number.
    pub version: u32,
    /// The version of replint that wrote it.
    pub replint: &'static str,
    /// Sorted by the scripts that set them up, then by name.
    pub channels: Vec<ChannelDocument>,
    /// Sorted by the scripts that name them, then by user and host.
    pub accounts: Vec<AccountDocument>,
    /// What could not be read: if there is any, the rest is not all.
    pub troubles: Vec<String>,
}

/// A channel of a replica.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChannelDocument {
    /// Its name; empty for the default channel.
    pub name: String,
    /// The script that last changed it, which stands for the replica.
    pub replica: String,
    /// Where it was last changed.
    pub place: Option<String>,
    /// The source's host; null: unknown, or put in by a template.
    pub host: Option<String>,
    /// The source's port; null: not said.
    pub port: Option<u64>,
    /// The replication account's user.
    pub user: Option<String>,
    /// The server for which `tls` and `outcome` are told: the newest of the target that accepts the statements.
    pub server: Option<String>,
    /// How it is protected; null: the scripts do not say.
    pub tls: Option<TlsDocument>,
    /// Where other servers of the target protect it otherwise.
    pub elsewhere: Vec<(String, Option<TlsDocument>)>,
    /// What starting it comes to.
    pub outcome: OutcomeDocument,
    /// What was found in its statements.
    pub findings: FindingCounts,
}

/// How a channel is protected.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TlsDocument {
    /// The manual's name: DISABLED, REQUIRED, VERIFY_CA, VERIFY_IDENTITY; null: TLS is offered and not enforced.
    pub mode: Option<&'static str>,
    /// The replica uses TLS if the source has it.
    pub offered: bool,
    /// It does not connect without.
    pub enforced: bool,
    /// Why it is so.
    pub why: Vec<ReasonDocument>,
}

/// Why something is so.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReasonDocument {
    /// In words.
    pub what: String,
    /// Where it was set; null: by default.
    pub place: Option<String>,
}

/// What starting a channel comes to, from a source of the same release.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum OutcomeDocument {
    /// It connects.
    Connects {
        /// Over TLS.
        tls: bool,
        /// The protocol that is agreed on, where it is known.
        protocol: Option<String>,
        /// The cipher that is agreed on, where it is known.
        cipher: Option<String>,
    },
    /// It does not connect.
    Fails {
        /// `Last_IO_Errno`.
        errno: u16,
        /// Why.
        what: String,
        /// Most telling first.
        places: Vec<String>,
    },
    /// A statement is refused.
    Rejected {
        /// The statement's error.
        errno: u16,
        /// Why.
        what: String,
        /// Most telling first.
        places: Vec<String>,
    },
    /// It depends on what is not known.
    Unknown {
        /// What that is.
        missing: String,
    },
}

/// An account.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccountDocument {
    /// Its user.
    pub user: String,
    /// Its host.
    pub host: String,
    /// Where it was first named.
    pub place: String,
    /// The plugin that was named.
    pub plugin: Option<String>,
    /// `password`, `hash`, `random`, `none`; null: unknown, or the plugin's.
    pub credential: Option<&'static str>,
    /// NONE, SSL, X509, or the options; null: unknown.
    pub require: Option<String>,
    /// Whether it is locked.
    pub locked: Option<bool>,
    /// Whether its password has expired.
    pub expired: Option<bool>,
    /// Whether it has REPLICATION SLAVE.
    pub replicates: Option<bool>,
    /// What was found in the statements about it.
    pub findings: FindingCounts,
}

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingCounts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Advice.
    pub advice: usize,
}

impl TopologyDocument {
    /// The number of the format that this version of replint writes.
    pub const VERSION: u32 = 1;
}

impl ChannelDocument {
    /// Host and port of its source.
    pub(super) fn source(&self) -> String {
        let host = self.host.as_deref().unwrap_or("?");
        let host = if host.contains(':') { format!("[{host}]") } else { host.to_owned() };
        match self.port {
            Some(port) => format!("{host}:{port}"),
            None => host,
        }
    }

    /// Its name as it is shown.
    pub(super) fn title(&self) -> &str {
        if self.name.is_empty() { "(default)" } else { &self.name }
    }
}

impl TlsDocument {
    /// In a word or a few.
    pub(super) fn name(tls: Option<&Self>) -> &'static str {
        match tls {
            None => "unknown",
            Some(tls) => tls.mode.unwrap_or("not enforced"),
        }
    }
}
