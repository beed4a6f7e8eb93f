use std::net::Ipv4Addr;

use crate::ast::{AccountName, Quote, Statement};
use crate::rules::mention;
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, ServerSet};
use crate::source::Span;

declare_rule! {
    /// No address can ever match the host of an account.
    ///
    /// ## What the server does
    ///
    /// It stores any host and says nothing; nobody can log in. A network must be its first address: `10.0.0.1/24` has bits behind the mask. A mask
    /// is four numbers, or since MySQL 8.0.23 at most `/32`; MariaDB does not read `/24`. There are none for IPv6. `*` is no wildcard: `%` and `_`
    /// are, and not beside a mask.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.1/24' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.5/255.255.255.0' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.*' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.0/24' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ```sql
    /// CREATE USER 'repl'@'10.0.0.0/255.255.255.0' IDENTIFIED BY '${REPLICATION_PASSWORD}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24, MySQL 9.7.4 and MariaDB 10.11.19 servers, asked by logging in; MySQL Reference Manual, Specifying Account Names.
    HostNeverMatches {
        name: "host-never-matches", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [OddName]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    for (deed, account) in mention::accounts(statement) {
        let AccountName::Named { host: Some(host), .. } = &account.name else { continue };
        if !deed.makes() || memchr::memchr2(b'*', b'/', host.raw()).is_none() {
            continue;
        }
        let Some(value) = host.value() else { continue };
        let (never, message) = judge(value.trim_ascii());
        if never.is_empty() {
            continue;
        }
        let fixed = network(value.trim_ascii()).filter(|_| host.quote() != Quote::None);
        let finding = cx.report(host.span(), message).on(never).label("nobody can log in");
        if let Some(fixed) = fixed {
            let span = Span::new(host.span().start + 1, host.span().end - 1);
            finding.help(format!("the network is {fixed}")).unsafe_fix(vec![(span, fixed)]);
        }
    }
}

/// The servers on which a host matches nothing, and why.
fn judge(host: &str) -> (ServerSet, &'static str) {
    if host.contains('*') {
        return (ServerSet::ALL, "`*` is no wildcard in a host; % is");
    }
    let Some((address, mask)) = host.split_once('/') else { return (ServerSet::EMPTY, "") };
    if mask.contains('/') || host.contains(['%', '_']) {
        return (ServerSet::ALL, "a mask does not go with wildcards");
    }
    if address.contains(':') {
        return (ServerSet::ALL, "there are no masks for IPv6");
    }
    let Ok(address) = address.parse::<Ipv4Addr>() else {
        return (ServerSet::ALL, "what stands before the mask is no address");
    };
    let address = address.to_bits();
    if let Ok(mask) = mask.parse::<Ipv4Addr>() {
        let has_bits = address & !mask.to_bits() != 0;
        let never = if has_bits || mask.to_bits() == 0 { ServerSet::ALL } else { ServerSet::EMPTY };
        return (
            never,
            if has_bits { "the address has bits that the mask takes off" } else { "a mask of zeros matches nothing" },
        );
    }
    match mask.parse::<u32>() {
        Ok(0) => (ServerSet::ALL, "a mask of no bits matches nothing"),
        Ok(bits @ 1..=32) if address & !(u32::MAX << (32 - bits)) != 0 => {
            (ServerSet::ALL, "the address has bits that the mask takes off")
        }
        Ok(1..=32) => (!Behaviour::CidrHosts.servers(), "a mask in bits is not read as one"),
        _ => (ServerSet::ALL, "this is no mask"),
    }
}

/// An address and its mask without the bits that the mask takes off.
fn network(host: &str) -> Option<String> {
    let (address, mask) = host.split_once('/')?;
    let address = address.parse::<Ipv4Addr>().ok()?.to_bits();
    let bits = match mask.parse::<Ipv4Addr>() {
        Ok(mask) => mask.to_bits(),
        Err(_) => u32::MAX << (32 - mask.parse::<u32>().ok().filter(|bits| (1..=32).contains(bits))?),
    };
    let is_other = address & !bits != 0 && bits != 0;
    is_other.then(|| format!("{}/{mask}", Ipv4Addr::from_bits(address & bits)))
}
