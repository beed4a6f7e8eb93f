//! A graph for Graphviz: source to replica.

use std::io::{self, Write};

use super::document::{OutcomeDocument, TlsDocument, TopologyDocument};
use super::{Safety, nodes};
use crate::source::visible;

pub(super) fn write(out: &mut impl Write, topology: &TopologyDocument) -> io::Result<()> {
    let (sources, replicas) = nodes(topology);
    writeln!(out, "digraph replication {{\n  rankdir = LR;\n  node [shape = cylinder];")?;
    for source in &sources {
        writeln!(out, "  {};", quoted(source))?;
    }
    for replica in &replicas {
        writeln!(
            out,
            "  {} [label = {}];",
            quoted(&format!("replica:{replica}")),
            quoted(&format!("replica of {replica}"))
        )?;
    }
    for channel in &topology.channels {
        let style = if matches!(channel.outcome, OutcomeDocument::Fails { .. } | OutcomeDocument::Rejected { .. }) {
            "dashed"
        } else {
            "solid"
        };
        let label = format!("{}: {}", channel.title(), TlsDocument::name(channel.tls.as_ref()));
        let (source, replica) = (quoted(&channel.source()), quoted(&format!("replica:{}", channel.replica)));
        let colour = Safety::of(channel).colour();
        writeln!(out, "  {source} -> {replica} [label = {}, style = {style}, color = \"{colour}\"];", quoted(&label))?;
    }
    writeln!(out, "}}")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", visible(text).to_string().replace('\\', "\\\\").replace('"', "\\\""))
}
