use serde::Deserialize;
use toml::Spanned;

/// A source: what channels connect to that name one of its hosts.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SourceServer {
    /// The names and addresses that channels know it by.
    pub hosts: Vec<String>,
    /// Its port; any unless it is said.
    #[serde(default)]
    pub port: Option<u16>,
    /// Its release, such as `mysql-8.4`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub server: Option<Spanned<String>>,
    /// The file of its certificate, below `file-root`.
    #[serde(default)]
    pub certificate: Option<String>,
    /// Its option file, below `file-root`: `ssl_cert` in it names the certificate where `certificate` does not.
    #[serde(default)]
    pub option_file: Option<String>,
}
