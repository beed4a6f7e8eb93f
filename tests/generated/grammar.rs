//! The specification as a graph: every production once for each place that it is used with.

use std::collections::{HashMap, HashSet};

use replint::server::{Feature, ServerSet};

use crate::ebnf::{Expression, Production};
use crate::tables::{self, Phrase};
use crate::terminal::Terminal;

/// An index into the nodes.
pub type Id = usize;

#[derive(Debug)]
pub enum Node {
    Sequence(Vec<Id>),
    Alternatives(Vec<Id>),
    Optional(Id),
    Repeat(Id),
    /// The first without the second.
    Except(Id, Id),
    /// `<feature>`
    Gate(ServerSet),
    Terminal(Terminal),
}

/// A way that a derivation may take.
#[derive(Debug)]
pub struct Branch {
    /// Where it branches off.
    pub node: Id,
    pub way: usize,
    /// The production that it belongs to, and the text of the way.
    pub shown: String,
}

#[derive(Default)]
pub struct Grammar {
    pub nodes: Vec<Node>,
    pub start: Id,
    /// The servers that a node can be for, whatever its tokens: what the gates in it leave.
    pub possible: Vec<ServerSet>,
    /// The keywords and punctuation that a node begins with; `None` if it may begin with something else, or be empty.
    pub first: Vec<Option<HashSet<&'static str>>>,
    /// How many steps the shortest derivation of a node takes.
    pub height: Vec<u32>,
    /// The first branch of each alternation, option or repetition.
    pub first_branch: HashMap<Id, usize>,
    pub branches: Vec<Branch>,
    instances: HashMap<(String, Option<String>), Id>,
    current: String,
}

impl Grammar {
    /// # Panics
    /// Where something is not defined; `tests/grammar_sync.rs` says it better.
    pub fn new(productions: &[Production], start: &str) -> Self {
        let mut grammar = Self::default();
        grammar.start = grammar.instance(productions, start, None);
        grammar.bounds();
        grammar
    }

    fn push(&mut self, node: Node) -> Id {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn instance(&mut self, productions: &[Production], name: &str, place: Option<&str>) -> Id {
        let key = (name.to_owned(), place.map(str::to_owned));
        if let Some(id) = self.instances.get(&key) {
            return *id;
        }
        let production = productions.iter().find(|p| p.name == name).unwrap_or_else(|| panic!("no production {name}"));
        // The node comes first, so that the production may use itself.
        let id = self.push(Node::Sequence(Vec::new()));
        self.instances.insert(key, id);
        let shown = place.map_or(name.to_owned(), |place| format!("{name}.{place}"));
        let outer = std::mem::replace(&mut self.current, shown);
        let replace = |used: &str| {
            if production.parameter.as_deref() == Some(used) {
                place.unwrap_or(used).to_owned()
            } else {
                used.to_owned()
            }
        };
        let body = self.expression(productions, &production.expression, &replace);
        self.current = outer;
        self.nodes[id] = Node::Sequence(vec![body]);
        id
    }

    fn expression(
        &mut self,
        productions: &[Production],
        expression: &Expression,
        replace: &impl Fn(&str) -> String,
    ) -> Id {
        match expression {
            Expression::Sequence(parts) => {
                let parts = parts.iter().map(|part| self.expression(productions, part, replace)).collect();
                self.push(Node::Sequence(parts))
            }
            Expression::Alternatives(parts) => {
                let ids = parts.iter().map(|part| self.expression(productions, part, replace)).collect();
                let id = self.push(Node::Alternatives(ids));
                self.branch(id, parts.iter().map(ToString::to_string));
                id
            }
            Expression::Optional(part) => {
                let inner = self.expression(productions, part, replace);
                let id = self.push(Node::Optional(inner));
                self.branch(id, [format!("without {expression}"), expression.to_string()]);
                id
            }
            Expression::Repeat(part) => {
                let inner = self.expression(productions, part, replace);
                let id = self.push(Node::Repeat(inner));
                self.branch(
                    id,
                    [format!("without {expression}"), format!("once {expression}"), format!("twice {expression}")],
                );
                id
            }
            Expression::Except(parts) => {
                let all = self.expression(productions, &parts.0, replace);
                // No sentence takes a way through what is left out.
                let ways = self.branches.len();
                let without = self.expression(productions, &parts.1, replace);
                self.branches.truncate(ways);
                self.push(Node::Except(all, without))
            }
            Expression::Quoted(text) => match text.strip_suffix('(').filter(|word| !word.is_empty()) {
                Some(word) => {
                    let parts = [self.fixed(word), self.push(Node::Terminal(Terminal::Adjacent("(")))];
                    self.push(Node::Sequence(parts.to_vec()))
                }
                None => self.fixed(text),
            },
            Expression::Feature(name) => {
                let feature = Feature::all().find(|feature| feature.name() == name);
                self.push(Node::Gate(feature.unwrap_or_else(|| panic!("no feature {name}")).servers()))
            }
            Expression::Class { name, place } => {
                let place = place.as_deref().map(replace);
                match (name.as_str(), place.as_deref()) {
                    ("PRIVILEGE", None) => self.phrases(tables::privileges(false)),
                    ("COLUMN_PRIVILEGE", None) => self.phrases(tables::privileges(true)),
                    ("OPTION", Some(which)) => self.phrases(tables::options(which)),
                    (name, place) => self.push(Node::Terminal(Terminal::new(name, place))),
                }
            }
            Expression::Reference { name, place } => {
                let place = place.as_deref().map(replace);
                self.instance(productions, name, place.as_deref())
            }
        }
    }

    fn fixed(&mut self, text: &str) -> Id {
        self.push(Node::Terminal(Terminal::Fixed(text.to_owned().leak())))
    }

    /// Lines of a table: each a way of its own.
    fn phrases(&mut self, phrases: Vec<Phrase>) -> Id {
        let mut ids = Vec::new();
        for phrase in &phrases {
            let mut parts = vec![self.push(Node::Gate(phrase.servers))];
            parts.extend(phrase.words.split(' ').map(|word| self.fixed(word)));
            ids.push(self.push(Node::Sequence(parts)));
        }
        let id = self.push(Node::Alternatives(ids));
        self.branch(id, phrases.into_iter().map(|phrase| phrase.words));
        id
    }

    fn branch(&mut self, id: Id, ways: impl IntoIterator<Item = String>) {
        self.first_branch.insert(id, self.branches.len());
        for (way, text) in ways.into_iter().enumerate() {
            self.branches.push(Branch { node: id, way, shown: format!("{}: {text}", self.current) });
        }
    }

    /// Whether each node is the goal or leads to it.
    pub fn leading_to(&self, goal: Id) -> Vec<bool> {
        let mut leads = vec![false; self.nodes.len()];
        leads[goal] = true;
        let mut changed = true;
        while changed {
            changed = false;
            for (id, node) in self.nodes.iter().enumerate().filter(|(id, _)| !leads[*id]).collect::<Vec<_>>() {
                let leads_on = match node {
                    Node::Sequence(parts) | Node::Alternatives(parts) => parts.iter().any(|part| leads[*part]),
                    Node::Optional(part) | Node::Repeat(part) | Node::Except(part, _) => leads[*part],
                    Node::Gate(_) | Node::Terminal(_) => false,
                };
                leads[id] = leads_on;
                changed |= leads_on;
            }
        }
        leads
    }

    /// Fills `possible` and `height`: both grow from nothing until they hold.
    fn bounds(&mut self) {
        self.possible = vec![ServerSet::EMPTY; self.nodes.len()];
        self.height = vec![u32::MAX; self.nodes.len()];
        let mut changed = true;
        while changed {
            changed = false;
            for id in 0..self.nodes.len() {
                let (possible, height) = self.bound(id);
                changed |= possible != self.possible[id] || height != self.height[id];
                (self.possible[id], self.height[id]) = (possible, height);
            }
        }
        self.first = vec![Some(HashSet::new()); self.nodes.len()];
        let mut changed = true;
        while changed {
            changed = false;
            for id in 0..self.nodes.len() {
                let first = self.first_of(id);
                changed |= first != self.first[id];
                self.first[id] = first;
            }
        }
    }

    fn first_of(&self, id: Id) -> Option<HashSet<&'static str>> {
        match &self.nodes[id] {
            Node::Terminal(Terminal::Fixed(text)) => Some(HashSet::from([*text])),
            Node::Terminal(_) | Node::Optional(_) | Node::Repeat(_) | Node::Gate(_) => None,
            Node::Except(all, _) => self.first[*all].clone(),
            // A gate is empty, and only ever stands before something that is not.
            Node::Sequence(parts) => {
                let part = parts.iter().find(|part| !matches!(self.nodes[**part], Node::Gate(_)))?;
                self.first[*part].clone()
            }
            Node::Alternatives(parts) => {
                let all: Option<Vec<_>> = parts.iter().map(|part| self.first[*part].clone()).collect();
                all.map(|sets| sets.into_iter().flatten().collect())
            }
        }
    }

    fn bound(&self, id: Id) -> (ServerSet, u32) {
        let (possible, height) = (|part: &Id| self.possible[*part], |part: &Id| self.height[*part]);
        match &self.nodes[id] {
            Node::Sequence(parts) => (
                parts.iter().map(possible).fold(ServerSet::ALL, |all, some| all & some),
                parts.iter().map(height).max().unwrap_or(0).saturating_add(1),
            ),
            Node::Alternatives(parts) => (
                parts.iter().map(possible).fold(ServerSet::EMPTY, |all, some| all | some),
                parts.iter().map(height).min().unwrap_or(0).saturating_add(1),
            ),
            Node::Optional(_) | Node::Repeat(_) | Node::Terminal(_) => (ServerSet::ALL, 0),
            Node::Except(part, _) => (possible(part), height(part)),
            Node::Gate(servers) => (*servers, 0),
        }
    }
}
