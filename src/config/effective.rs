use std::collections::BTreeMap;

use serde::Serialize;

use super::{ConfigSeverity, FailOn, Size};
use crate::diagnostic::Severity;
use crate::lint::{Selector, Settings};
use crate::model::KnownSource;
use crate::server::Targets;

/// What a script is asked in the end, in the words of `replint.toml`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Effective {
    targets: Vec<String>,
    upgrade_to: Vec<String>,
    select: Vec<String>,
    ignore: Vec<String>,
    sql_mode: String,
    placeholders: bool,
    max_statement_size: String,
    fail_on: FailOn,
    #[serde(skip_serializing_if = "Option::is_none")]
    file_root: Option<String>,
    severity: BTreeMap<&'static str, ConfigSeverity>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    source: Vec<EffectiveSource>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct EffectiveSource {
    hosts: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    port: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    server: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    option_file: Option<String>,
}

impl Effective {
    /// The words for settings.
    pub fn new(settings: &Settings, fail_on: FailOn) -> Self {
        let names = |targets: &Targets| targets.named().iter().map(|target| target.name()).collect();
        let selectors = |selectors: &[Selector]| selectors.iter().map(ToString::to_string).collect();
        let selection = &settings.selection;
        Self {
            targets: names(&settings.targets),
            upgrade_to: names(&settings.upgrade_to),
            select: if selection.select.is_empty() { vec!["default".to_owned()] } else { selectors(&selection.select) },
            ignore: selectors(&selection.ignore),
            sql_mode: settings.sql_mode.to_string(),
            placeholders: settings.placeholders,
            max_statement_size: Size(settings.max_statement).to_string(),
            fail_on,
            file_root: settings.files.as_ref().map(|files| files.root().directory().display().to_string()),
            severity: selection.severity.iter().map(|(rule, severity)| (*rule, (*severity).into())).collect(),
            source: settings.sources.iter().map(EffectiveSource::from).collect(),
        }
    }

    /// As a `replint.toml`.
    pub fn to_toml(&self) -> String {
        // Values before tables, and strings and numbers in them: there is nothing that TOML cannot hold.
        toml::to_string(self).unwrap_or_default()
    }
}

impl From<&KnownSource> for EffectiveSource {
    fn from(source: &KnownSource) -> Self {
        Self {
            hosts: source.hosts.clone(),
            port: source.port,
            server: source.server.named().first().map(|target| target.name()),
            certificate: source.certificate.clone(),
            option_file: source.option_file.clone(),
        }
    }
}

impl From<Severity> for ConfigSeverity {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => ConfigSeverity::Error,
            Severity::Warning => ConfigSeverity::Warning,
            Severity::Advice => ConfigSeverity::Advice,
        }
    }
}
