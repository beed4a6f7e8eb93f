use crate::ast::{ChangeSource, ChannelValue};
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name};

declare_rule! {
    /// Coordinates are given to a connection of MariaDB that uses GTIDs.
    ///
    /// ## What the server does
    ///
    /// With MASTER_USE_GTID in the same statement it ignores MASTER_LOG_FILE and MASTER_LOG_POS (note 1618). Without it they turn
    /// MASTER_USE_GTID off: since 10.10 with note 4190, before without a word.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = slave_pos, MASTER_LOG_FILE = 'binlog.000003', MASTER_LOG_POS = 4;
    /// ```
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = slave_pos;
    /// CHANGE MASTER TO MASTER_LOG_FILE = 'binlog.000003', MASTER_LOG_POS = 4;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = slave_pos;
    /// ```
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = no, MASTER_LOG_FILE = 'binlog.000003', MASTER_LOG_POS = 4;
    /// ```
    ///
    /// ## Source
    ///
    /// MariaDB 10.11.19 server.
    CoordinatesWithGtid {
        name: "coordinates-with-gtid", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        change: check, options: [LogFile, LogPos]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let statement = change.statement;
    let Some(first) = statement.options.iter().find(|option| matches!(option.name, Name::LogFile | Name::LogPos))
    else {
        return;
    };
    if let Some(gtid) = statement.last(Name::UseGtid).filter(|_| names_gtid(statement)) {
        let is_coordinate = |name: Name| matches!(name, Name::LogFile | Name::LogPos);
        let gone = statement.without(|option| is_coordinate(option.name));
        cx.report(first.span, "coordinates are ignored: the connection uses GTIDs")
            .label("no effect")
            .also(gtid.span, "this counts")
            .safe_fix(gone.into_iter().map(|span| (span, String::new())).collect());
        return;
    }
    let servers = Behaviour::GtidOffByCoordinates.servers();
    let before = change.before.filter(|before| before.gtid_turned_off().is_none());
    let using = before.and_then(|before| before.setting(Name::UseGtid)).filter(|setting| !setting.is_word("NO"));
    let Some(using) = using.filter(|using| matches!(using.value, ChannelValue::Word(_))) else { return };
    if statement.last(Name::UseGtid).is_none() && servers.intersects(cx.servers()) {
        cx.report(first.span, "coordinates turn MASTER_USE_GTID off")
            .on(servers)
            .also(using, "it was turned on here")
            .help("if that is meant, write `MASTER_USE_GTID = no`");
    }
}

/// Whether a statement turns MASTER_USE_GTID on.
pub(super) fn names_gtid(statement: &ChangeSource<'_>) -> bool {
    let value = statement.last(Name::UseGtid).map(|option| &option.value);
    matches!(value, Some(ChannelValue::Word(word)) if !word.word.is("NO"))
}
