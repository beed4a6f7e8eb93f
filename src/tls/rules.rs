//! How OpenSSL reads a cipher string: `ssl_cipher_process_rulestr` of ssl/ssl_ciph.c, and what `ssl_create_cipher_list` does before it with
//! `DEFAULT` and the `SUITEB` words.

use super::cipher::CipherSet;
use super::cipher_list::{Break, Effect, Element, Idle, Operator};
use super::library::Library;
use super::order::Order;
use super::words::{Selection, Unknown};

/// What `DEFAULT` stands for (`OSSL_default_cipher_list`).
const DEFAULT: &str = "ALL:!COMPLEMENTOFDEFAULT:!eNULL";
const SUITE_B_128: &str = "ECDHE-ECDSA-AES128-GCM-SHA256";
const SUITE_B_192: &str = "ECDHE-ECDSA-AES256-GCM-SHA384";
const SUITE_B: [(&str, &[&str]); 4] = [
    ("SUITEB128ONLY", &[SUITE_B_128]),
    ("SUITEB128C2", &[SUITE_B_192]),
    ("SUITEB128", &[SUITE_B_128, SUITE_B_192]),
    ("SUITEB192", &[SUITE_B_192]),
];

/// An element that has been read and not yet applied.
pub(crate) struct Parsed<'v> {
    text: &'v str,
    start: usize,
    operator: Operator,
    meaning: Meaning<'v>,
}

enum Meaning<'v> {
    /// The ciphers that all parts of the element select.
    Selects(Selection),
    /// `DEFAULT` at the start.
    Default,
    /// A `SUITEB` word at the start: these ciphers.
    SuiteB(&'static [&'static str]),
    /// Known already.
    Has(Effect<'v>),
}

/// The elements of a cipher string, up to one that breaks it.
pub(crate) struct Reader<'v> {
    value: &'v str,
    at: usize,
    library: Library,
    /// Whether the start of the string, where `DEFAULT` means something, is behind.
    begun: bool,
    stopped: bool,
}

impl<'v> Reader<'v> {
    /// Reads `value`; `begun`: something stands in front of it.
    pub(crate) fn new(value: &'v str, library: Library, begun: bool) -> Self {
        Self { value, at: 0, library, begun, stopped: false }
    }

    /// What is left behind the last element, if the library does not look at it.
    pub(crate) fn unread(&self) -> Option<Element<'v>> {
        let text = self.value.get(self.at..).unwrap_or_default().trim_matches(is_separator);
        let start =
            self.value.len() - self.value.get(self.at..).unwrap_or_default().trim_start_matches(is_separator).len();
        (!text.is_empty()).then_some(Element { text, start, operator: Operator::Add, effect: Effect::Unread })
    }

    fn rest(&self) -> &'v str {
        self.value.get(self.at..).unwrap_or_default()
    }

    fn parsed(&self, start: usize, operator: Operator, meaning: Meaning<'v>) -> Parsed<'v> {
        Parsed { text: self.value.get(start..self.at).unwrap_or_default(), start, operator, meaning }
    }

    /// `DEFAULT` and the `SUITEB` words; whatever follows them directly is read as the next element, or not at all.
    fn first(&mut self) -> Option<Parsed<'v>> {
        if let Some((word, ciphers)) = SUITE_B.iter().find(|(word, _)| self.value.starts_with(word)) {
            (self.at, self.stopped) = (word.len(), true);
            return Some(self.parsed(0, Operator::Add, Meaning::SuiteB(ciphers)));
        }
        if self.value.starts_with("DEFAULT") {
            self.at = "DEFAULT".len();
            return Some(self.parsed(0, Operator::Add, Meaning::Default));
        }
        None
    }

    /// The letters of a word; OpenSSL 3.2 and later take `_` too, for registered names.
    fn word(&mut self) -> &'v str {
        let rest = self.rest();
        let underscore = self.library.facts().iana_names;
        let ends = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '=') || c == '_' && underscore);
        let word = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default();
        self.at += word.len();
        word
    }

    fn skip_to_separator(&mut self) {
        self.at += self.rest().find(is_separator).unwrap_or(self.rest().len());
    }

    /// The parts of `A+B` up to the first that is not known.
    fn selection(&mut self) -> Meaning<'v> {
        let mut selection = Selection::ALL;
        loop {
            let from = self.at;
            let word = self.word();
            if word.is_empty() {
                let found = self.rest().chars().next().filter(|c| !is_separator(*c));
                self.stopped = true;
                self.skip_to_separator();
                return Meaning::Has(Effect::Breaks(found.map_or(Break::NoWord, Break::Character)));
            }
            let more = self.rest().starts_with('+');
            let Some(next) = Selection::of_word(word, self.library) else {
                self.skip_to_separator();
                let skipped = self.value.get(from..self.at).unwrap_or_default();
                let whole = skipped.split('+').next().unwrap_or(skipped);
                return Meaning::Has(Effect::Ignored(Unknown::of(whole, self.library), whole));
            };
            match selection.and(next) {
                Some(both) => selection = both,
                None => {
                    self.skip_to_separator();
                    return Meaning::Has(Effect::Nothing(Idle::Contradiction));
                }
            }
            if !more {
                return Meaning::Selects(selection);
            }
            self.at += 1;
        }
    }

    fn command(&mut self) -> Effect<'v> {
        let word = self.word();
        let level = || word.strip_prefix("SECLEVEL=").filter(|digit| digit.len() == 1)?.parse::<u8>().ok();
        self.skip_to_separator();
        let effect = match (word, level()) {
            ("", _) => Effect::Breaks(Break::NoWord),
            ("STRENGTH", _) => Effect::Sorts,
            (_, Some(level @ 0..=5)) => Effect::SetsSecurityLevel(level),
            _ => Effect::Breaks(Break::Command),
        };
        self.stopped |= matches!(effect, Effect::Breaks(_));
        effect
    }
}

impl<'v> Iterator for Reader<'v> {
    type Item = Parsed<'v>;

    fn next(&mut self) -> Option<Parsed<'v>> {
        if !std::mem::replace(&mut self.begun, true)
            && let Some(first) = self.first()
        {
            return Some(first);
        }
        if self.stopped {
            return None;
        }
        self.at += self.rest().len() - self.rest().trim_start_matches(is_separator).len();
        let start = self.at;
        let operator = match self.rest().chars().next()? {
            '-' => Operator::Delete,
            '+' => Operator::MoveToEnd,
            '!' => Operator::Ban,
            '@' => Operator::Command,
            _ => Operator::Add,
        };
        self.at += usize::from(operator != Operator::Add);
        let meaning = if operator == Operator::Command { Meaning::Has(self.command()) } else { self.selection() };
        Some(self.parsed(start, operator, meaning))
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, ':' | ' ' | ';' | ',')
}

impl<'v> Parsed<'v> {
    /// Carries it out; `blocked` are the ciphers that the server's block list has banned.
    pub(crate) fn apply(self, order: &mut Order, blocked: CipherSet) -> Element<'v> {
        let effect = match self.meaning {
            Meaning::Has(Effect::Sorts) => {
                order.sort_by_strength();
                Effect::Sorts
            }
            Meaning::Has(effect) => effect,
            Meaning::Selects(selection) => select(self.operator, &selection, order, blocked),
            Meaning::Default => add_all(DEFAULT, order),
            Meaning::SuiteB(ciphers) => add_all(&ciphers.join(":"), order),
        };
        Element { text: self.text, start: self.start, operator: self.operator, effect }
    }
}

/// A cipher string in place of a word.
fn add_all(value: &str, order: &mut Order) -> Effect<'static> {
    for element in Reader::new(value, order.library(), true) {
        element.apply(order, CipherSet::EMPTY);
    }
    let (added, _) = order.taken(|_| true);
    if added.is_empty() { Effect::Nothing(Idle::Empty) } else { Effect::Adds(added) }
}

fn select<'v>(operator: Operator, selection: &Selection, order: &mut Order, blocked: CipherSet) -> Effect<'v> {
    let takes = |cipher: super::Cipher| selection.takes(cipher.facts());
    let (active, idle) = order.taken(takes);
    match operator {
        Operator::Add if !idle.is_empty() => {
            order.add(takes);
            Effect::Adds(idle)
        }
        Operator::Delete if !active.is_empty() => {
            order.delete(takes);
            Effect::Deletes(active)
        }
        Operator::MoveToEnd if !active.is_empty() => {
            order.move_to_end(takes);
            Effect::MovesToEnd(active)
        }
        Operator::Ban if !(active | idle).is_empty() => {
            order.ban(takes);
            Effect::Bans(active | idle)
        }
        Operator::Add if !active.is_empty() => Effect::Nothing(Idle::Present),
        _ if !idle.is_empty() => Effect::Nothing(Idle::Absent),
        _ if selection.within(CipherSet::offered_by(order.library())).is_empty() => Effect::Nothing(Idle::Empty),
        _ if !selection.within(blocked).is_empty() => Effect::Nothing(Idle::Blocked),
        _ => Effect::Nothing(Idle::Banned),
    }
}
