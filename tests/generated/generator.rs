//! Derives sentences: deterministic, and driven to the branches that were taken least often.

use replint::server::{ServerSet, Word};

use crate::grammar::{Class, Grammar, Id, Node, Terminal};
use crate::random::Random;
use crate::tokens::{Kind, Token};

/// Behind so many levels the shortest way is taken.
const DEPTH: usize = 40;

pub struct Generator<'g> {
    grammar: &'g Grammar,
    pub random: Random,
    /// Words that a name may be.
    vocabulary: &'g [String],
    /// How often each branch was taken.
    taken: Vec<u32>,
}

/// A derived sentence.
pub struct Sentence {
    pub tokens: Vec<Token>,
    /// The branches that its derivation took.
    pub branches: Vec<usize>,
    /// The servers that the derivation was for.
    pub servers: ServerSet,
    /// Where a terminal stands, in the order of the tokens.
    pub terminals: Vec<Id>,
}

impl<'g> Generator<'g> {
    pub fn new(grammar: &'g Grammar, vocabulary: &'g [String], seed: u64) -> Self {
        Self { grammar, random: Random::new(seed), vocabulary, taken: vec![0; grammar.branches.len()] }
    }

    pub fn sentence(&mut self) -> Sentence {
        let mut sentence =
            Sentence { tokens: Vec::new(), branches: Vec::new(), servers: ServerSet::ALL, terminals: Vec::new() };
        self.derive(self.grammar.start, DEPTH, ServerSet::ALL, &mut sentence);
        sentence
    }

    /// `later`: the servers that what follows can be for.
    fn derive(&mut self, id: Id, depth: usize, later: ServerSet, sentence: &mut Sentence) {
        let grammar = self.grammar;
        let inner = depth.saturating_sub(1);
        match &grammar.nodes[id] {
            Node::Sequence(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    let rest = parts[index + 1..].iter().fold(later, |all, part| all & grammar.possible[*part]);
                    self.derive(*part, inner, rest, sentence);
                }
            }
            Node::Alternatives(parts) => {
                let way = self.choose(id, parts.len(), depth, sentence.servers & later, |way| parts[way]);
                self.take(id, way, sentence);
                self.derive(parts[way], inner, later, sentence);
            }
            Node::Optional(part) => self.some(id, *part, 2, inner, later, sentence),
            Node::Repeat(part) => self.some(id, *part, 3, inner, later, sentence),
            Node::Gate(servers) => sentence.servers = sentence.servers & *servers,
            Node::Terminal(terminal) => {
                let token = self.token(*terminal, sentence.servers);
                sentence.servers = sentence.servers & terminal.matches(&token);
                sentence.tokens.push(token);
                sentence.terminals.push(id);
            }
        }
    }

    /// An option, or a repetition: none of it up to one less than `ways`.
    fn some(&mut self, id: Id, part: Id, ways: usize, depth: usize, later: ServerSet, sentence: &mut Sentence) {
        let fits = (sentence.servers & later).intersects(self.grammar.possible[part]);
        let count = match self.random.below(4) {
            _ if depth == 0 || !fits => 0,
            0 => self.random.below(ways),
            1..=2 => self.least_taken(id, 0..ways),
            _ => 0,
        };
        self.take(id, count, sentence);
        for _ in 0..count {
            self.derive(part, depth, later, sentence);
        }
    }

    fn choose(&mut self, id: Id, ways: usize, depth: usize, servers: ServerSet, node: impl Fn(usize) -> Id) -> usize {
        let grammar = self.grammar;
        let fitting: Vec<usize> = (0..ways).filter(|way| servers.intersects(grammar.possible[node(*way)])).collect();
        if fitting.is_empty() || depth == 0 {
            return (0..ways).min_by_key(|way| grammar.height[node(*way)]).unwrap_or(0);
        }
        if self.random.below(3) == 0 { fitting[self.random.below(fitting.len())] } else { self.least_taken(id, fitting) }
    }

    fn least_taken(&mut self, id: Id, ways: impl IntoIterator<Item = usize>) -> usize {
        let first = self.grammar.first_branch[&id];
        ways.into_iter().min_by_key(|way| self.taken[first + way]).unwrap_or(0)
    }

    fn take(&mut self, id: Id, way: usize, sentence: &mut Sentence) {
        let branch = self.grammar.first_branch[&id] + way;
        self.taken[branch] += 1;
        sentence.branches.push(branch);
    }

    /// A token that the terminal matches; a name perhaps only on other servers than those at hand.
    pub fn token(&mut self, terminal: Terminal, servers: ServerSet) -> Token {
        let (kind, examples): (Kind, &[&str]) = match terminal {
            Terminal::Fixed(text) => return fixed(text),
            Terminal::Adjacent(text) => return Token { glued: true, ..fixed(text) },
            Terminal::Name(place) => return self.name(|word| servers.intersects(!word.reserved(place))),
            Terminal::Class(class) => match class {
                Class::Quoted => (Kind::Quoted, &["`db1`", "`10.0.0.%`", "`a``b`"]),
                Class::Text => (Kind::Text, &["'example'", "\"example\"", "''", "'10.0.0.%'", "'it''s'"]),
                Class::Host => (Kind::Host, &["localhost", "10.0.0.1", "", "select", "db1.example.com"]),
                Class::Integer => (Kind::Integer, &["0", "1", "007", "2147483648", "18446744073709551615"]),
                Class::Num => (Kind::Integer, &["2", "3", "02", "2147483647"]),
                Class::Bit => (Kind::Integer, &["0", "1"]),
                Class::Decimal => (Kind::Decimal, &["1.5", ".5", "1.", "18446744073709551616"]),
                Class::Float => (Kind::Float, &["1e3", "1.5E-3", "2e+1"]),
                Class::Hex => (Kind::Hex, &["0x10", "0xfF"]),
                Class::HexText => (Kind::HexText, &["x'10'", "X'FF'", "x''"]),
            },
        };
        Token::new(kind, examples[self.random.below(examples.len())])
    }

    fn name(&mut self, free: impl Fn(Word) -> bool) -> Token {
        match self.random.below(8) {
            0 => Token::new(Kind::Quoted, ["`select`", "`app user`", "``"][self.random.below(3)]),
            1 => {
                let word = &self.vocabulary[self.random.below(self.vocabulary.len())];
                if free(Word::find(word.as_bytes())) { Token::new(Kind::Word, word) } else { Token::new(Kind::Word, "app") }
            }
            _ => Token::new(Kind::Word, ["app", "repl", "Ops_1", "größe"][self.random.below(4)]),
        }
    }
}

/// A keyword or punctuation.
pub fn fixed(text: &str) -> Token {
    let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic());
    Token::new(if is_word { Kind::Word } else { Kind::Symbol }, text)
}
