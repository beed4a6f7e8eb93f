//! Tables that fit 100 columns.

use std::io::{self, Write};

use super::document::{
    AccountDocument, ChannelDocument, FindingCounts, OutcomeDocument, TlsDocument, TopologyDocument,
};
use crate::report::without_commands;
use crate::source::visible;

/// The widest that the columns may be, in characters; the last is cut to what is left of 100.
const CHANNEL: [usize; 5] = [16, 28, 16, 15, 10];
const ACCOUNT: [usize; 5] = [30, 24, 14, 11, 10];

pub(super) fn write(out: &mut impl Write, topology: &TopologyDocument) -> io::Result<()> {
    let TopologyDocument { channels, accounts, .. } = topology;
    if channels.is_empty() && accounts.is_empty() {
        return writeln!(out, "no channels and no accounts");
    }
    if !channels.is_empty() {
        let rows: Vec<[String; 6]> = channels.iter().map(row).collect();
        let widths = widths(["channel", "source", "user", "TLS", "findings"], CHANNEL, &rows);
        line(out, &widths, &["channel", "source", "user", "TLS", "findings", "set up in"].map(str::to_owned))?;
        for (channel, row) in channels.iter().zip(&rows) {
            line(out, &widths, row)?;
            details(out, channel)?;
        }
    }
    if !accounts.is_empty() {
        if !channels.is_empty() {
            writeln!(out)?;
        }
        let rows: Vec<[String; 6]> = accounts.iter().map(account_row).collect();
        let widths = widths(["account", "identified by", "REQUIRE", "replicates", "findings"], ACCOUNT, &rows);
        line(
            out,
            &widths,
            &["account", "identified by", "REQUIRE", "replicates", "findings", "named in"].map(str::to_owned),
        )?;
        rows.iter().try_for_each(|row| line(out, &widths, row))?;
    }
    Ok(())
}

fn row(channel: &ChannelDocument) -> [String; 6] {
    [
        visible(channel.title()).to_string(),
        visible(&channel.source()).to_string(),
        visible(channel.user.as_deref().unwrap_or("?")).to_string(),
        TlsDocument::name(channel.tls.as_ref()).to_owned(),
        findings(channel.findings),
        visible(channel.place.as_deref().unwrap_or("?")).to_string(),
    ]
}

/// Why it is protected so, and what starting it comes to.
fn details(out: &mut impl Write, channel: &ChannelDocument) -> io::Result<()> {
    let mut lines = Vec::new();
    if let Some(tls) = &channel.tls {
        let reason = |reason: &super::ReasonDocument| match &reason.place {
            Some(place) => format!("{} ({})", reason.what, visible(place)),
            // What servers do is their way; only a switch has a default.
            None if reason.what.starts_with("TLS is") => format!("{} by default", reason.what),
            None => reason.what.clone(),
        };
        lines.push(tls.why.iter().map(reason).collect::<Vec<_>>().join("; "));
    }
    let server = channel.server.as_deref().unwrap_or("an unknown server");
    lines.push(format!("started on {server}: {}", outcome(&channel.outcome)));
    for (servers, tls) in &channel.elsewhere {
        lines.push(format!("on {servers}: {}", TlsDocument::name(tls.as_ref())));
    }
    lines.iter().try_for_each(|text| wrapped(out, text))
}

fn outcome(outcome: &OutcomeDocument) -> String {
    let at = |places: &[String]| places.first().map_or_else(String::new, |place| format!(" ({})", visible(place)));
    match outcome {
        OutcomeDocument::Connects { tls: false, .. } => "connects, in clear text".to_owned(),
        OutcomeDocument::Connects { protocol, cipher, .. } => {
            let parts = ["connects".to_owned()].into_iter().chain(protocol.clone()).chain(cipher.clone());
            parts.collect::<Vec<_>>().join(", ")
        }
        OutcomeDocument::Fails { errno, what, places } => format!("fails with error {errno}: {what}{}", at(places)),
        OutcomeDocument::Rejected { errno, what, places } => {
            format!("is refused with error {errno}: {what}{}", at(places))
        }
        OutcomeDocument::Unknown { missing } => format!("depends on {missing}"),
    }
}

fn account_row(account: &AccountDocument) -> [String; 6] {
    let flags = [(account.locked, "locked"), (account.expired, "expired")];
    let flags: String =
        flags.iter().filter(|(flag, _)| *flag == Some(true)).map(|(_, name)| format!(", {name}")).collect();
    let identified = account.plugin.as_deref().or(account.credential).unwrap_or("?");
    let answer = |flag| match flag {
        Some(true) => "yes",
        Some(false) => "no",
        None => "?",
    };
    [
        visible(&format!("{}@{}", account.user, account.host)).to_string(),
        visible(&format!("{identified}{flags}")).to_string(),
        account.require.clone().unwrap_or_else(|| "?".to_owned()),
        answer(account.replicates).to_owned(),
        findings(account.findings),
        visible(&account.place).to_string(),
    ]
}

fn findings(counts: FindingCounts) -> String {
    match counts.errors + counts.warnings + counts.advice {
        0 => "-".to_owned(),
        all => all.to_string(),
    }
}

fn widths(head: [&str; 5], most: [usize; 5], rows: &[[String; 6]]) -> [usize; 6] {
    let mut widths = [0; 6];
    for at in 0..5 {
        let widest = rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
        widths[at] = widest.min(most[at]).max(head[at].len());
    }
    widths[5] = 100 - widths[..5].iter().map(|width| width + 2).sum::<usize>();
    widths
}

fn line(out: &mut impl Write, widths: &[usize; 6], row: &[String; 6]) -> io::Result<()> {
    let mut line = String::new();
    for (at, (width, text)) in widths.iter().zip(row).enumerate() {
        // Of a place the end tells most, of anything else the beginning.
        let text = if at == 5 { cut_front(text, *width) } else { cut(text, *width) };
        line.push_str(&text);
        line.extend(std::iter::repeat_n(' ', width + 2 - text.chars().count()));
    }
    writeln!(out, "{}", without_commands(line.trim_end()))
}

fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars().take(width - 1).chain(['…']).collect()
}

fn cut_front(text: &str, width: usize) -> String {
    let count = text.chars().count();
    if count <= width {
        return text.to_owned();
    }
    std::iter::once('…').chain(text.chars().skip(count - width + 1)).collect()
}

/// A text under a row, broken at blanks.
fn wrapped(out: &mut impl Write, text: &str) -> io::Result<()> {
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > 96 {
            writeln!(out, "    {}", without_commands(&line))?;
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    writeln!(out, "    {}", without_commands(&line))
}
