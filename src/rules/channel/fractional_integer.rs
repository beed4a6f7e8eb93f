use crate::ast::{ChannelValue, Number};
use crate::rules::{ChannelChange, Context, declare_rule};
use crate::server::ChannelOptionName as Name;

declare_rule! {
    /// A whole number is written with decimals or an exponent.
    ///
    /// ## What the server does
    ///
    /// It reads up to the first character that is no digit: 1e3 is 1, 0.9 is 0. Not reported: the heartbeat period, which has decimals.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 1e3;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 1000;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server; my_strtoll10 of all.
    FractionalInteger {
        name: "fractional-integer", area: Channel, severity: Warning, group: Default, since: "0.1.0",
        change: check, parts: [OddNumber, Ids]
    }
}

fn check(change: &ChannelChange<'_>, cx: &mut Context<'_>) {
    for option in change.statement.options.iter().filter(|option| option.name != Name::HeartbeatPeriod) {
        for number in fractional(&option.value) {
            let Some(read) = number.integer() else { continue };
            let finding =
                cx.report(number.span(), format!("{} is a whole number: only the first digits count", option.word()));
            finding.label(format!("read as {read}"));
            match whole(number) {
                Some(meant) if meant == read => _ = finding.safe_fix(vec![(number.span(), meant.to_string())]),
                Some(meant) => _ = finding.unsafe_fix(vec![(number.span(), meant.to_string())]),
                None => {}
            }
        }
    }
}

/// Whether a value is a number that is cut.
pub(super) fn is_fractional(value: &ChannelValue<'_>) -> bool {
    fractional(value).next().is_some()
}

fn fractional<'a, 's>(value: &'a ChannelValue<'s>) -> impl Iterator<Item = &'a Number<'s>> {
    let numbers: &[Number<'s>] = match value {
        ChannelValue::Number(number) => std::slice::from_ref(number),
        ChannelValue::Ids(ids) => ids,
        _ => &[],
    };
    numbers.iter().filter(|number| {
        number.raw().contains(['.', 'e', 'E']) && !number.is_placeholder() && number.decimal().is_some()
    })
}

/// The number, where it is a whole one that fits.
fn whole(number: &Number<'_>) -> Option<u64> {
    let value = number.decimal()?;
    (value.fract() == 0.0 && (0.0..1e15).contains(&value)).then_some(value as u64)
}
