use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// The list of compression algorithms has one that there is not.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement: error 3920 for anything but zlib, zstd and uncompressed (spaces and empty elements included), 3924 for
    /// more than three, 4037 for a list of 99 bytes or more. Letter case does not matter.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_COMPRESSION_ALGORITHMS = 'zstd, zlib';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_COMPRESSION_ALGORITHMS = 'gzip';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_COMPRESSION_ALGORITHMS = 'zstd,zlib';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    UnknownCompressionAlgorithm {
        name: "unknown-compression-algorithm", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, options: [CompressionAlgorithms]
    }
}

/// The algorithms that there are.
const ALGORITHMS: [&str; 3] = ["zlib", "zstd", "uncompressed"];

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let Some(option) = change.statement.last(Name::CompressionAlgorithms) else { return };
    let ChannelValue::Text(text) = &option.value else { return };
    let Some(value) = text.value() else { return };
    // One comma at the end is overlooked.
    let elements: Vec<&str> =
        value.strip_suffix(',').filter(|rest| !rest.is_empty()).unwrap_or(&value).split(',').collect();
    let is_known = |name: &str| ALGORITHMS.iter().any(|known| known.eq_ignore_ascii_case(name));
    let (message, errno) = if value.len() >= 99 {
        ("the list of compression algorithms is too long", 4037)
    } else if elements.len() > ALGORITHMS.len() {
        ("more than three compression algorithms", 3924)
    } else if value.is_empty() {
        ("the list of compression algorithms is empty", 3920)
    } else if !elements.iter().all(|name| is_known(name)) {
        ("not a list of zlib, zstd and uncompressed", 3920)
    } else {
        return;
    };
    let trimmed: Vec<&str> = elements.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    let is_cured =
        !trimmed.is_empty() && trimmed.len() <= ALGORITHMS.len() && trimmed.iter().all(|name| is_known(name));
    let finding = cx.report(text.span(), message).label(format!("error {errno}"));
    finding.help("name them with commas between them, and no spaces");
    if is_cured {
        finding.unsafe_fix(vec![(text.span(), format!("'{}'", trimmed.join(",")))]);
    }
}
