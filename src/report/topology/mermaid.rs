//! A flowchart that Markdown renderers draw: source to replica.

use std::io::{self, Write};

use super::document::{OutcomeDocument, TlsDocument, TopologyDocument};
use super::{Safety, nodes};

pub(super) fn write(out: &mut impl Write, topology: &TopologyDocument) -> io::Result<()> {
    let (sources, replicas) = nodes(topology);
    writeln!(out, "flowchart LR")?;
    for (at, source) in sources.iter().enumerate() {
        writeln!(out, "  source{at}[(\"{}\")]", escaped(source))?;
    }
    for (at, replica) in replicas.iter().enumerate() {
        writeln!(out, "  replica{at}[(\"replica of {}\")]", escaped(replica))?;
    }
    for (at, channel) in topology.channels.iter().enumerate() {
        let source = sources.iter().position(|source| *source == channel.source()).unwrap_or_default();
        let replica = replicas.iter().position(|replica| *replica == channel.replica).unwrap_or_default();
        let arrow = if matches!(channel.outcome, OutcomeDocument::Fails { .. } | OutcomeDocument::Rejected { .. }) {
            "-.->"
        } else {
            "-->"
        };
        let label = format!("{}: {}", channel.title(), TlsDocument::name(channel.tls.as_ref()));
        writeln!(out, "  source{source} {arrow}|\"{}\"| replica{replica}", escaped(&label))?;
        let colour = Safety::of(channel).colour();
        writeln!(out, "  linkStyle {at} stroke:{colour},color:{colour}")?;
    }
    Ok(())
}

/// In mermaid's entities, so that nothing is markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | '.' | '-' | '_' | '/' | ':' | '(' | ')' | '@' | '%' => {
                escaped.push(character)
            }
            other => escaped.push_str(&format!("#{};", u32::from(other))),
        }
    }
    escaped
}
