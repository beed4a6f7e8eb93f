//! Which servers accept a sentence, by the specification alone: for each node and place all ends that a derivation can reach, and for each end
//! the union over the derivations of the servers that none of their gates and names left behind.

use std::collections::HashMap;
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
    let words = tokens.iter().map(|token| token.text.to_ascii_uppercase()).collect();
    let mut recogniser = Recogniser { grammar, tokens, words, memo: HashMap::new() };
    let ends = recogniser.ends(node, 0);
    ends.iter().find(|(end, _)| *end == tokens.len()).map_or(ServerSet::EMPTY, |(_, servers)| *servers)
}

struct Recogniser<'g> {
    grammar: &'g Grammar,
    tokens: &'g [Token],
    /// The tokens in upper case.
    words: Vec<String>,
    memo: HashMap<(Id, usize), Rc<Ends>>,
}

impl Recogniser<'_> {
    fn ends(&mut self, id: Id, at: usize) -> Rc<Ends> {
        if let Some(ends) = self.memo.get(&(id, at)) {
            return ends.clone();
        }
        let ends = Rc::new(self.compute(id, at));
        self.memo.insert((id, at), ends.clone());
        ends
    }

    fn compute(&mut self, id: Id, at: usize) -> Ends {
        let grammar = self.grammar;
        let mut ends = Ends::new();
        match &grammar.nodes[id] {
            Node::Terminal(_) | Node::Gate(_) => self.append(id, at, ServerSet::ALL, &mut ends),
            Node::Alternatives(parts) => {
                for part in parts {
                    self.append(*part, at, ServerSet::ALL, &mut ends);
                }
            }
            Node::Optional(part) => {
                self.append(*part, at, ServerSet::ALL, &mut ends);
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
        }
        ends
    }

    /// Whether the next token is none of those that the node begins with.
    fn cannot_begin(&self, id: Id, at: usize) -> bool {
        let Some(first) = &self.grammar.first[id] else { return false };
        self.words.get(at).is_none_or(|word| !first.contains(word.as_str()))
    }

    /// The ends of a part that begins at one of these.
    fn behind(&mut self, starts: &Ends, part: Id) -> Ends {
        let mut ends = Ends::new();
        for (start, before) in starts {
            self.append(part, *start, *before, &mut ends);
        }
        ends
    }

    /// Adds the ends of a part for those of the servers `before` it. Leaves are not worth remembering.
    fn append(&mut self, part: Id, at: usize, before: ServerSet, ends: &mut Ends) {
        let grammar = self.grammar;
        match &grammar.nodes[part] {
            Node::Gate(servers) => {
                add(ends, at, before & *servers);
            }
            Node::Terminal(terminal) => terminal.each_end(self.tokens, at, |end, servers| {
                add(ends, end, before & servers);
            }),
            _ if self.cannot_begin(part, at) => {}
            _ => {
                for (end, servers) in self.ends(part, at).iter() {
                    add(ends, *end, before & *servers);
                }
            }
        }
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
