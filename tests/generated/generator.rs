//! Derives sentences: deterministic, and driven to the branches that were taken least often.

use replint::server::{ServerSet, Word};

use crate::grammar::{Grammar, Id, Node};
use crate::random::Random;
use crate::recogniser;
use crate::terminal::{Class, OPERATORS, Terminal};
use crate::tokens::{self, Kind, Token};

/// Behind so many levels the shortest way is taken.
const DEPTH: usize = 40;

pub struct Generator<'g> {
    grammar: &'g Grammar,
    pub random: Random,
    /// Words that a name may be.
    vocabulary: &'g [String],
    /// How often each branch was taken.
    taken: Vec<u32>,
    goal: Option<&'g Goal>,
}

/// What a sentence must hold: a node, and which way it takes there.
pub struct Goal {
    node: Id,
    way: Option<usize>,
    /// Whether a node is the goal or leads to it.
    leads: Vec<bool>,
}

impl Goal {
    pub fn new(grammar: &Grammar, node: Id, way: Option<usize>) -> Self {
        Self { node, way, leads: grammar.leading_to(node) }
    }
}

/// A derived sentence.
pub struct Sentence {
    pub tokens: Vec<Token>,
    /// The terminal of each token.
    pub terminals: Vec<Id>,
    /// The branches that its derivation took.
    pub branches: Vec<usize>,
    /// The servers that the derivation was for.
    pub servers: ServerSet,
}

impl<'g> Generator<'g> {
    pub fn new(grammar: &'g Grammar, vocabulary: &'g [String], seed: u64) -> Self {
        Self { grammar, random: Random::new(seed), vocabulary, taken: vec![0; grammar.branches.len()], goal: None }
    }

    /// A sentence that some server accepts, if the words that it chose for names allow that; with a goal it may have been missed.
    pub fn sentence(&mut self, goal: Option<&'g Goal>) -> Sentence {
        self.goal = goal;
        let mut sentence =
            Sentence { tokens: Vec::new(), terminals: Vec::new(), branches: Vec::new(), servers: ServerSet::ALL };
        // For one release alone no early choice rules out a later one.
        let releases: Vec<_> = ServerSet::ALL.iter().collect();
        let (flavor, version) = releases[self.random.below(releases.len())];
        let one = ServerSet::of_version(flavor, version).unwrap_or(ServerSet::ALL);
        let for_whom = if self.random.below(2) == 0 { ServerSet::ALL } else { one };
        self.derive(self.grammar.start, DEPTH, for_whom, &mut sentence);
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
                let way = self.wanted(id).unwrap_or_else(|| self.choose(parts, id, depth, sentence.servers & later));
                self.take(id, way, sentence);
                self.derive(parts[way], inner, later, sentence);
            }
            Node::Optional(part) => self.some(id, *part, 2, inner, later, sentence),
            Node::Repeat(part) => self.some(id, *part, 3, inner, later, sentence),
            Node::Gate(servers) => sentence.servers = sentence.servers & *servers,
            Node::Except(all, _) => {
                let start = sentence.tokens.len();
                self.derive(*all, inner, later, sentence);
                sentence.servers = sentence.servers & recogniser::derives(grammar, id, &sentence.tokens[start..]);
            }
            Node::Terminal(terminal) => {
                let mut tokens = self.tokens(*terminal, sentence.servers);
                // Names next to a dot are never keywords; half of the dots stand alone.
                let behind_dot = sentence.tokens.last().is_some_and(|token| token.text == "." && token.glued);
                let behind_name = sentence
                    .terminals
                    .last()
                    .is_some_and(|last| matches!(grammar.nodes[*last], Node::Terminal(Terminal::Name(_))));
                if let Some(first) = tokens.first_mut() {
                    first.glued |= behind_dot || (behind_name && first.text == "." && self.random.below(2) == 0);
                }
                sentence.servers = sentence.servers & recogniser::derives(grammar, id, &tokens);
                sentence.terminals.extend(tokens.iter().map(|_| id));
                sentence.tokens.extend(tokens);
            }
        }
    }

    /// An option, or a repetition: none of it up to one less than `ways`.
    fn some(&mut self, id: Id, part: Id, ways: usize, depth: usize, later: ServerSet, sentence: &mut Sentence) {
        let fits = (sentence.servers & later).intersects(self.grammar.possible[part]);
        let count = match self.random.below(4) {
            _ if self.wanted(id).is_some() => self.wanted(id).unwrap_or_default(),
            _ if depth == 0 || !fits => 0,
            _ if self.leads(part) => 1,
            0 => self.random.below(ways),
            1..=2 => self.least_taken(id, 0..ways),
            _ => 0,
        };
        self.take(id, count, sentence);
        for _ in 0..count {
            self.derive(part, depth, later, sentence);
        }
    }

    /// The way that the goal takes at its node.
    fn wanted(&self, id: Id) -> Option<usize> {
        self.goal.filter(|goal| goal.node == id).and_then(|goal| goal.way)
    }

    fn leads(&self, id: Id) -> bool {
        self.goal.is_some_and(|goal| goal.leads[id])
    }

    fn choose(&mut self, parts: &[Id], id: Id, depth: usize, servers: ServerSet) -> usize {
        let grammar = self.grammar;
        let mut fitting: Vec<usize> =
            (0..parts.len()).filter(|way| servers.intersects(grammar.possible[parts[*way]])).collect();
        if fitting.iter().any(|way| self.leads(parts[*way])) {
            fitting.retain(|way| self.leads(parts[*way]));
        }
        if fitting.is_empty() || depth == 0 {
            return (0..parts.len()).min_by_key(|way| grammar.height[parts[*way]]).unwrap_or(0);
        }
        if self.random.below(3) == 0 {
            fitting[self.random.below(fitting.len())]
        } else {
            self.least_taken(id, fitting)
        }
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

    /// Tokens that the terminal matches; a name perhaps only on other servers than those at hand.
    fn tokens(&mut self, terminal: Terminal, servers: ServerSet) -> Vec<Token> {
        let text = match terminal {
            Terminal::Fixed(text) => return vec![fixed(text)],
            Terminal::Adjacent(text) => return vec![Token { glued: true, ..fixed(text) }],
            Terminal::Name(place) => return vec![self.name(|word| servers.intersects(!word.reserved(place)))],
            Terminal::Operator => OPERATORS[self.random.below(OPERATORS.len())],
            Terminal::Balanced { in_case: true } => {
                self.one_of(&["1", "WHEN 1 THEN ( end )", "1 WHEN CASE 2 END THEN 3", "`END`"])
            }
            Terminal::Balanced { in_case: false } => {
                self.one_of(&["", "1", "a , 'b'", "( 1 + 2 )", "CASE END", "SELECT end", "( ( ) , ( ) )"])
            }
            Terminal::Class(class) => self.one_of(examples(class)),
        };
        match tokens::tokens(text) {
            _ if text.is_empty() && matches!(terminal, Terminal::Class(_)) => vec![Token::new(Kind::Host, "")],
            _ if matches!(terminal, Terminal::Class(Class::Host)) => {
                vec![Token::new(Kind::Host, text)]
            }
            found => found.unwrap_or_default(),
        }
    }

    fn one_of(&mut self, examples: &[&'static str]) -> &'static str {
        examples[self.random.below(examples.len())]
    }

    fn name(&mut self, free: impl Fn(Word) -> bool) -> Token {
        match self.random.below(8) {
            0 => Token::new(Kind::Quoted, self.one_of(&["`select`", "`app user`", "``"])),
            1 => {
                let word = &self.vocabulary[self.random.below(self.vocabulary.len())];
                Token::new(Kind::Word, if free(Word::find(word.as_bytes())) { word } else { "app" })
            }
            _ => Token::new(Kind::Word, self.one_of(&["app", "repl", "Ops_1", "größe"])),
        }
    }
}

fn examples(class: Class) -> &'static [&'static str] {
    match class {
        Class::Quoted => &["`db1`", "`10.0.0.%`", "`a``b`"],
        Class::Text => &["'example'", "\"example\"", "''", "'10.0.0.%'", "'it''s'"],
        Class::NationalText => &["N'example'", "n''"],
        Class::Host => &["localhost", "10.0.0.1", "", "select", "db1.example.com"],
        Class::EmptyHost => &[""],
        Class::EmptyQuoted => &["``"],
        Class::EmptyText => &["''", "\"\""],
        Class::Integer => &["0", "1", "007", "2147483648", "18446744073709551615"],
        Class::Num => &["2", "3", "02", "2147483647"],
        Class::Bit => &["0", "1", "001", "0x01", "x'01'", "x''"],
        Class::Decimal => &["1.5", ".5", "1.", "18446744073709551616"],
        Class::Float => &["1e3", "1.5E-3", "2e+1"],
        Class::Hex => &["0x10", "0xfF"],
        Class::HexText => &["x'10'", "X'FF'", "x''"],
        Class::Bin => &["0b01"],
        Class::BinText => &["b'01'", "B''"],
        Class::Introducer => &["_utf8mb4", "_BINARY", "_latin1"],
        Class::Scope => &["global", "`SESSION`", "LOCAL"],
        Class::BareScope => &["GLOBAL", "session", "LOCAL"],
        Class::Persisted => &["PERSIST", "persist_only"],
        Class::Prefix => &["hot_cache", "`a`", "DEFAULT", "PERSIST"],
        Class::Function => &["NOW", "now_or_never", "IF", "INTERVAL", "REPLACE"],
    }
}

/// A keyword or punctuation.
pub fn fixed(text: &str) -> Token {
    let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic());
    Token::new(if is_word { Kind::Word } else { Kind::Symbol }, text)
}
