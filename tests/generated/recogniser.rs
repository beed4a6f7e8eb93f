//! Which servers accept a sentence, by the specification alone: for each node and place all ends that a derivation can reach, and for each end
//! the union over the derivations of the servers that none of their gates and names left behind.

use std::rc::Rc;

use replint::server::ServerSet;

use crate::grammar::{Grammar, Id, Node};
use crate::tokens::Token;

/// Ends, each with its servers; never an empty set.
type Ends = Vec<(usize, ServerSet)>;

/// The servers that accept the sentence.
pub fn accepted(grammar: &Grammar, tokens: &[Token]) -> ServerSet {
    derives(grammar, grammar.start, tokens)
}

/// The servers for which a node derives exactly these tokens.
pub fn derives(grammar: &Grammar, node: Id, tokens: &[Token]) -> ServerSet {
    let memo = vec![None; grammar.nodes.len() * (tokens.len() + 1)];
    let mut recogniser = Recogniser { grammar, tokens, memo };
    let ends = recogniser.ends(node, 0);
    ends.iter().find(|(end, _)| *end == tokens.len()).map_or(ServerSet::EMPTY, |(_, servers)| *servers)
}

struct Recogniser<'g> {
    grammar: &'g Grammar,
    tokens: &'g [Token],
    /// By node and place.
    memo: Vec<Option<Rc<Ends>>>,
}

impl Recogniser<'_> {
    fn ends(&mut self, id: Id, at: usize) -> Rc<Ends> {
        let known = id * (self.tokens.len() + 1) + at;
        if let Some(ends) = &self.memo[known] {
            return ends.clone();
        }
        let ends = Rc::new(self.compute(id, at));
        self.memo[known] = Some(ends.clone());
        ends
    }

    fn compute(&mut self, id: Id, at: usize) -> Ends {
        let grammar = self.grammar;
        let mut ends = Ends::new();
        match &grammar.nodes[id] {
            Node::Terminal(terminal) => {
                for (end, servers) in terminal.ends(self.tokens, at) {
                    add(&mut ends, end, servers);
                }
            }
            Node::Except(all, without) => {
                let without = self.ends(*without, at);
                for (end, servers) in self.ends(*all, at).iter() {
                    let excluded = without
                        .iter()
                        .find(|(other, _)| other == end)
                        .map_or(ServerSet::EMPTY, |(_, servers)| *servers);
                    add(&mut ends, *end, *servers - excluded);
                }
            }
            Node::Gate(servers) => {
                add(&mut ends, at, *servers);
            }
            Node::Alternatives(parts) => {
                for part in parts {
                    for (end, servers) in self.ends(*part, at).iter() {
                        add(&mut ends, *end, *servers);
                    }
                }
            }
            Node::Optional(part) => {
                ends.clone_from(&self.ends(*part, at));
                add(&mut ends, at, ServerSet::ALL);
            }
            Node::Sequence(parts) => {
                add(&mut ends, at, ServerSet::ALL);
                for part in parts {
                    ends = self.behind(&ends, *part);
                }
            }
            Node::Repeat(part) => {
                let mut last = Ends::new();
                add(&mut last, at, ServerSet::ALL);
                while !last.is_empty() {
                    let new = last.iter().filter(|(end, servers)| add(&mut ends, *end, *servers)).copied().collect();
                    last = self.behind(&new, *part);
                }
            }
        }
        ends
    }

    /// The ends of a part that begins at one of these.
    fn behind(&mut self, starts: &Ends, part: Id) -> Ends {
        let mut ends = Ends::new();
        for (start, before) in starts {
            for (end, servers) in self.ends(part, *start).iter() {
                add(&mut ends, *end, *before & *servers);
            }
        }
        ends
    }
}

/// Whether it added anything.
fn add(ends: &mut Ends, end: usize, servers: ServerSet) -> bool {
    match ends.iter_mut().find(|(known, _)| *known == end) {
        Some((_, known)) => {
            let more = !servers.is_subset(*known);
            *known |= servers;
            more
        }
        None if servers.is_empty() => false,
        None => {
            ends.push((end, servers));
            true
        }
    }
}
