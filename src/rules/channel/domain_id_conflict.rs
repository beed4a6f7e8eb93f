use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::{Behaviour, ChannelOptionName as Name, ServerSet};

declare_rule! {
    /// Domain ids are filtered where they cannot be.
    ///
    /// ## What the server does
    ///
    /// It refuses a statement that leaves both DO_DOMAIN_IDS and IGNORE_DOMAIN_IDS with ids, or either with ids and MASTER_USE_GTID off:
    /// error 1201, and the reason in its log. Coordinates turn MASTER_USE_GTID off; before 10.10 it is off on a new connection.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = slave_pos, DO_DOMAIN_IDS = (1), IGNORE_DOMAIN_IDS = (2);
    /// ```
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = no, DO_DOMAIN_IDS = (1);
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = slave_pos, DO_DOMAIN_IDS = (1), IGNORE_DOMAIN_IDS = ();
    /// ```
    ///
    /// ## Source
    ///
    /// MariaDB 10.11.19 server.
    DomainIdConflict {
        name: "domain-id-conflict", area: Channel, severity: Error, group: Default, since: "0.1.0",
        change: check, options: [DoDomainIds, IgnoreDomainIds]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    let (statement, after) = (change.statement, change.after);
    let given = |name: Name| after.value(name).given();
    let (Some(one), other) = (match (given(Name::DoDomainIds), given(Name::IgnoreDomainIds)) {
        (None, other) => (other, None),
        both => both,
    }) else {
        return;
    };
    let is_touched = |name: Name| statement.last(name).is_some();
    if let Some(other) = other {
        if is_touched(Name::DoDomainIds) || is_touched(Name::IgnoreDomainIds) {
            let here = if is_touched(Name::DoDomainIds) { (one, other) } else { (other, one) };
            cx.report(here.0, "either DO_DOMAIN_IDS or IGNORE_DOMAIN_IDS can have ids")
                .label("error 1201")
                .also(here.1, "this has some, too")
                .help("empty the other one with `()`");
        }
        return;
    }
    let using = after.setting(Name::UseGtid);
    let (off, place) = match (after.gtid_turned_off(), using) {
        (Some(place), _) => (ServerSet::ALL, Some(place)),
        (None, Some(using)) if using.is_word("NO") => (ServerSet::ALL, Some(&using.place)),
        (None, None) if after.is_complete() => (ServerSet::ALL - Behaviour::SlavePosByDefault.servers(), None),
        _ => return,
    };
    if off.intersects(cx.servers()) {
        let finding = cx.report(one, "domain ids are filtered only with MASTER_USE_GTID");
        finding.on(off).label("error 1201").help("add `MASTER_USE_GTID = slave_pos`");
        if let Some(place) = place {
            finding.also(place, "it is off here");
        }
    }
}
