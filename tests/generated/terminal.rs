//! The ends of the productions: keywords, punctuation and the lexical classes that `src/lexer/mod.rs` lists.

use replint::server::{Place, ServerSet, Word};

use crate::balanced;
use crate::tokens::{Kind, Token};

#[derive(Debug, Clone, Copy)]
pub enum Terminal {
    /// A keyword or punctuation.
    Fixed(&'static str),
    /// Punctuation right behind the word before it.
    Adjacent(&'static str),
    Name(Place),
    /// A lexical class of one token.
    Class(Class),
    /// Punctuation of several tokens, the longest that stands here.
    Operator,
    /// Any tokens in which every parenthesis and every CASE is closed; in a CASE none of them is its own END.
    Balanced {
        in_case: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Quoted,
    Text,
    NationalText,
    Host,
    EmptyHost,
    EmptyQuoted,
    EmptyText,
    Integer,
    Num,
    Bit,
    Decimal,
    Float,
    Hex,
    HexText,
    Bin,
    BinText,
    Introducer,
    Scope,
    BareScope,
    Persisted,
    Prefix,
    Function,
}

/// Words that do not name a function, although a parenthesis follows; and PASSWORD, which does for some servers.
const NO_FUNCTIONS: [&str; 17] = [
    "AND", "OR", "XOR", "DIV", "IS", "IN", "LIKE", "REGEXP", "RLIKE", "BETWEEN", "COLLATE", "SELECT", "CASE", "NULL",
    "TRUE", "FALSE", "PASSWORD",
];

/// The operators of OPERATOR, the longest first.
pub const OPERATORS: [&str; 23] = [
    "->>", "<=>", "->", "<=", ">=", "<>", "!=", "<<", ">>", "&&", "||", ":=", "+", "-", "*", "/", "%", "^", "&", "|",
    "=", "<", ">",
];

impl Terminal {
    /// # Panics
    /// Where there is no such class.
    pub fn new(name: &str, which: Option<&str>) -> Self {
        Terminal::Class(match (name, which) {
            ("NAME", Some(place)) => return Terminal::Name(place_of(place)),
            ("OPERATOR", None) => return Terminal::Operator,
            ("BALANCED", which) => return Terminal::Balanced { in_case: which == Some("case") },
            ("QUOTED", None) => Class::Quoted,
            ("TEXT", None) => Class::Text,
            ("NATIONALTEXT", None) => Class::NationalText,
            ("HOST", None) => Class::Host,
            ("HOST", Some("empty")) => Class::EmptyHost,
            ("QUOTED", Some("empty")) => Class::EmptyQuoted,
            ("TEXT", Some("empty")) => Class::EmptyText,
            ("INTEGER", None) => Class::Integer,
            ("NUM", None) => Class::Num,
            ("BIT", None) => Class::Bit,
            ("DECIMAL", None) => Class::Decimal,
            ("FLOAT", None) => Class::Float,
            ("HEX", None) => Class::Hex,
            ("HEXTEXT", None) => Class::HexText,
            ("BIN", None) => Class::Bin,
            ("BINTEXT", None) => Class::BinText,
            ("INTRODUCER", None) => Class::Introducer,
            ("SCOPE", Some("any")) => Class::Scope,
            ("SCOPE", Some("bare")) => Class::BareScope,
            ("PERSISTED", None) => Class::Persisted,
            ("PREFIX", None) => Class::Prefix,
            ("FUNCTION", None) => Class::Function,
            _ => panic!("no lexical class {name} {which:?}"),
        })
    }

    /// Tells where it may end that begins at `at`, and for which servers.
    pub fn each_end(self, tokens: &[Token], at: usize, mut tell: impl FnMut(usize, ServerSet)) {
        match (self, tokens.get(at)) {
            (Terminal::Balanced { in_case }, _) => {
                balanced::ends(&tokens[at..], in_case).into_iter().for_each(|length| tell(at + length, ServerSet::ALL));
            }
            (_, None) => {}
            (Terminal::Operator, Some(_)) => {
                operator(&tokens[at..]).into_iter().for_each(|length| tell(at + length, ServerSet::ALL));
            }
            (_, Some(token)) => tell(at + 1, self.matches(token)),
        }
    }

    /// The servers for which the token is one of these.
    fn matches(self, token: &Token) -> ServerSet {
        let text = token.text.as_str();
        let holds = match self {
            Terminal::Fixed(word) => matches!(token.kind, Kind::Word | Kind::Symbol) && text.eq_ignore_ascii_case(word),
            Terminal::Adjacent(symbol) => token.glued && token.kind == Kind::Symbol && text == symbol,
            Terminal::Name(place) => return name(token, place),
            Terminal::Class(Class::Introducer) if text.starts_with('_') => return !name(token, Place::Column),
            Terminal::Class(Class::Prefix) => match unquoted(text).as_str() {
                "GLOBAL" | "SESSION" | "LOCAL" => false,
                "DEFAULT" if token.kind == Kind::Word => true,
                _ => return name(token, Place::Variable),
            },
            Terminal::Class(class) => class.matches(token.kind, text),
            Terminal::Operator | Terminal::Balanced { .. } => false,
        };
        if holds { ServerSet::ALL } else { ServerSet::EMPTY }
    }
}

impl Class {
    fn matches(self, kind: Kind, text: &str) -> bool {
        let bare = matches!(kind, Kind::Word | Kind::Name);
        let is_scope = || matches!(unquoted(text).as_str(), "GLOBAL" | "SESSION" | "LOCAL");
        match self {
            Class::Quoted => kind == Kind::Quoted,
            Class::Text => kind == Kind::Text,
            Class::NationalText => kind == Kind::NationalText,
            Class::Host => kind == Kind::Host,
            Class::EmptyHost => kind == Kind::Host && text.is_empty(),
            Class::EmptyQuoted => kind == Kind::Quoted && text.len() == 2,
            Class::EmptyText => kind == Kind::Text && text.len() == 2,
            Class::Integer => kind == Kind::Integer,
            Class::Num => kind == Kind::Integer && text.parse::<u64>().is_ok_and(|n| n <= i32::MAX as u64),
            Class::Bit => match kind {
                Kind::Integer => matches!(text.trim_start_matches('0'), "" | "1"),
                Kind::Hex => matches!(text[2..].trim_start_matches('0'), "" | "1"),
                Kind::HexText => matches!(text[2..text.len() - 1].trim_start_matches('0'), "" | "1"),
                _ => false,
            },
            Class::Decimal => kind == Kind::Decimal,
            Class::Float => kind == Kind::Float,
            Class::Hex => kind == Kind::Hex,
            Class::HexText => kind == Kind::HexText,
            Class::Bin => kind == Kind::Bin,
            Class::BinText => kind == Kind::BinText,
            Class::Scope => (bare || kind == Kind::Quoted) && is_scope(),
            Class::BareScope => bare && is_scope(),
            Class::Persisted => bare && matches!(unquoted(text).as_str(), "PERSIST" | "PERSIST_ONLY"),
            Class::Function => kind == Kind::Word && !NO_FUNCTIONS.contains(&text.to_ascii_uppercase().as_str()),
            Class::Introducer | Class::Prefix => false,
        }
    }
}

fn name(token: &Token, place: Place) -> ServerSet {
    match token.kind {
        Kind::Word => !Word::find(token.text.as_bytes()).reserved(place),
        Kind::Name | Kind::Quoted => ServerSet::ALL,
        _ => ServerSet::EMPTY,
    }
}

fn unquoted(text: &str) -> String {
    text.trim_matches('`').to_ascii_uppercase()
}

/// How many tokens the operator takes that stands here.
fn operator(tokens: &[Token]) -> Option<usize> {
    let symbols =
        tokens.iter().enumerate().take_while(|(at, token)| token.kind == Kind::Symbol && (*at == 0 || token.glued));
    let text: String = symbols.map(|(_, token)| token.text.as_str()).collect();
    let found = OPERATORS.iter().find(|operator| text.starts_with(**operator))?;
    Some(if *found == ":=" { 1 } else { found.len() })
}

/// The places of keywords.tsv.
pub const PLACES: [(&str, Place); 14] = [
    ("user", Place::User),
    ("grantee", Place::Grantee),
    ("rename", Place::Rename),
    ("role", Place::Role),
    ("droprole", Place::DropRole),
    ("granted", Place::Granted),
    ("setdefault", Place::SetDefault),
    ("db", Place::Db),
    ("table", Place::Table),
    ("column", Place::Column),
    ("plugin", Place::Plugin),
    ("filterdb", Place::FilterDb),
    ("privuser", Place::PrivUser),
    ("variable", Place::Variable),
];

fn place_of(name: &str) -> Place {
    let found = PLACES.iter().find(|(place, _)| *place == name);
    found.unwrap_or_else(|| panic!("no place {name}")).1
}
