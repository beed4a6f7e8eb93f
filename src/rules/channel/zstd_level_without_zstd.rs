use crate::model::Value;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A level for zstd is set on a channel that does not use it.
    ///
    /// ## What the server does
    ///
    /// It stores the level. The connection is not compressed unless SOURCE_COMPRESSION_ALGORITHMS names zstd; by default it is
    /// `uncompressed`.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_COMPRESSION_ALGORITHMS = 'zlib', SOURCE_ZSTD_COMPRESSION_LEVEL = 7;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_COMPRESSION_ALGORITHMS = 'zstd', SOURCE_ZSTD_COMPRESSION_LEVEL = 7;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, CHANGE REPLICATION SOURCE TO Statement; MySQL 9.7.4 server.
    ZstdLevelWithoutZstd {
        name: "zstd-level-without-zstd", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        change: check, options: [ZstdCompressionLevel]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let Some(level) = change.statement.last(Name::ZstdCompressionLevel) else { return };
    let Some(value) = change.after.setting(Name::ZstdCompressionLevel).and_then(|level| level.integer()) else {
        return;
    };
    if level.name.limits().any(|limit| value > limit.most) {
        return;
    }
    let message = format!("{} has no effect: the channel does not use zstd", level.word());
    match change.after.value(Name::CompressionAlgorithms) {
        Value::Given(list) if list.text().is_some_and(|list| !list.to_ascii_lowercase().contains("zstd")) => {
            cx.report(level.span, message).label("stored, and not used").also(list, "these are used");
        }
        Value::Unset => {
            let algorithms = change.statement.spelling.word_of(Name::CompressionAlgorithms);
            cx.report(level.span, message).label("stored, and not used").help(format!("add `{algorithms} = 'zstd'`"));
        }
        _ => {}
    }
}
