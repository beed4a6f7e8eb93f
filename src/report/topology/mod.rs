//! What a repository's channels and accounts are: as a table, a document, a picture.

mod collect;
mod document;
mod dot;
mod mermaid;
mod text;

use std::io::{self, Write};

pub use document::{
    AccountDocument, ChannelDocument, FindingCounts, OutcomeDocument, ReasonDocument, TlsDocument, TopologyDocument,
};

/// How a topology is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopologyFormat {
    /// Tables that fit 100 columns, for people.
    Text,
    /// One [`TopologyDocument`].
    Json,
    /// A flowchart for Markdown.
    Mermaid,
    /// A graph for Graphviz.
    Dot,
}

impl TopologyFormat {
    /// Writes a topology.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(self, out: &mut impl Write, topology: &TopologyDocument) -> io::Result<()> {
        match self {
            Self::Text => text::write(out, topology),
            Self::Json => {
                serde_json::to_writer_pretty(&mut *out, topology)?;
                writeln!(out)
            }
            Self::Mermaid => mermaid::write(out, topology),
            Self::Dot => dot::write(out, topology),
        }
    }
}

/// How safe an edge is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Safety {
    Unknown,
    /// In clear text.
    Clear,
    /// TLS with whoever answers, or not always.
    Weak,
    /// TLS with a source that is verified.
    Verified,
}

impl Safety {
    fn of(channel: &ChannelDocument) -> Self {
        match &channel.tls {
            None => Self::Unknown,
            Some(tls) if !tls.offered => Self::Clear,
            Some(tls) if tls.enforced && tls.mode.is_some_and(|mode| mode.starts_with("VERIFY")) => Self::Verified,
            Some(_) => Self::Weak,
        }
    }

    /// In the colours of traffic lights that the colour-blind tell apart.
    fn colour(self) -> &'static str {
        match self {
            Self::Unknown => "#777777",
            Self::Clear => "#d55e00",
            Self::Weak => "#e69f00",
            Self::Verified => "#009e73",
        }
    }
}

/// The sources and replicas of a picture, each once, in the order of the channels.
fn nodes(topology: &TopologyDocument) -> (Vec<String>, Vec<&str>) {
    let (mut sources, mut replicas): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
    for channel in &topology.channels {
        let source = channel.source();
        if !sources.contains(&source) {
            sources.push(source);
        }
        if !replicas.contains(&&*channel.replica) {
            replicas.push(&channel.replica);
        }
    }
    (sources, replicas)
}
