use crate::ast::ChannelValue;
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name, ServerSet};

declare_rule! {
    /// An option is given 0, which counts as not given.
    ///
    /// ## What the server does
    ///
    /// `SOURCE_PORT = 0`, `SOURCE_CONNECT_RETRY = 0` and `SOURCE_ZSTD_COMPRESSION_LEVEL = 0` change nothing: the option keeps its value, or
    /// its default (3306, 60 and 3) on a new channel. MariaDB 12.3 takes MASTER_CONNECT_RETRY = 0 as an interval.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_CONNECT_RETRY = 0, SOURCE_RETRY_COUNT = 100;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_CONNECT_RETRY = 1, SOURCE_RETRY_COUNT = 100;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    ZeroWithoutEffect {
        name: "zero-without-effect", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        change: check, parts: [Zero]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    for option in &change.statement.options {
        let servers = match option.name {
            Name::Port | Name::ZstdCompressionLevel => ServerSet::ALL,
            Name::ConnectRetry => ServerSet::ALL - Behaviour::RetryIntervalOfZero.servers(),
            _ => continue,
        };
        let is_zero = matches!(&option.value, ChannelValue::Number(number) if number.integer() == Some(0));
        if is_zero && !super::fractional_integer::is_fractional(&option.value) && servers.intersects(cx.servers()) {
            let gone = change.statement.without(|other| other.span == option.span);
            cx.report(option.span, format!("{} = 0 counts as not given", option.word()))
                .on(servers)
                .label("it stays what it was")
                .help("write the value, or leave the option out")
                .safe_fix(gone.into_iter().map(|span| (span, String::new())).collect());
        }
    }
}
