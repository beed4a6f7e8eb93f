//! The text under construction.

use super::{Print, PrintOptions, Secrets, quote};
use crate::ast::{Number, Quote, Secret, Text};
use crate::server::{Place, ServerSet, Word};
use crate::source::Span;

pub(super) struct Printer<'o> {
    out: Vec<u8>,
    options: &'o PrintOptions,
    /// The next token follows the last one without a space.
    joined: bool,
}

impl<'o> Printer<'o> {
    pub(super) fn new(options: &'o PrintOptions) -> Self {
        Self { out: Vec::new(), options, joined: true }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.out
    }

    /// Whether all servers that are to read the text are among these.
    pub(super) fn only(&self, servers: ServerSet) -> bool {
        self.options.servers.is_subset(servers)
    }

    fn space(&mut self) {
        if !std::mem::take(&mut self.joined) {
            self.out.push(b' ');
        }
    }

    /// Keywords, or punctuation with spaces around it.
    pub(super) fn words(&mut self, words: &str) {
        self.raw(words.as_bytes());
    }

    /// A token as it is.
    pub(super) fn raw(&mut self, token: &[u8]) {
        self.space();
        self.out.extend(token);
    }

    /// Punctuation that touches both neighbours: `@`, `.`
    pub(super) fn join(&mut self, symbol: u8) {
        self.out.push(symbol);
        self.joined = true;
    }

    /// The next token follows without a space.
    pub(super) fn joined(&mut self) {
        self.joined = true;
    }

    /// The words of a clause that is a flag.
    pub(super) fn flag(&mut self, written: Option<Span>, words: &str) {
        if written.is_some() {
            self.words(words);
        }
    }

    pub(super) fn comma(&mut self) {
        self.out.push(b',');
    }

    pub(super) fn open(&mut self) {
        self.words("(");
        self.joined = true;
    }

    pub(super) fn close(&mut self) {
        self.joined = false;
        self.out.push(b')');
    }

    /// Items with commas between them.
    pub(super) fn list<T>(&mut self, items: &[T], mut print: impl FnMut(&mut Self, &T)) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.comma();
            }
            print(self, item);
        }
    }

    /// Nodes with commas between them.
    pub(super) fn nodes<T: Print>(&mut self, nodes: &[T]) {
        self.list(nodes, |to, node| node.print(to));
    }

    /// Nodes with spaces between them.
    pub(super) fn sequence<T: Print>(&mut self, nodes: &[T]) {
        nodes.iter().for_each(|node| node.print(self));
    }

    /// Items between parentheses, perhaps none.
    pub(super) fn parenthesized<T>(&mut self, items: &[T], print: impl FnMut(&mut Self, &T)) {
        self.open();
        self.list(items, print);
        self.close();
    }

    /// A value: always between single quotes.
    pub(super) fn text(&mut self, text: &Text<'_>) {
        match text.quote() {
            _ if text.is_placeholder() => self.as_written(text),
            Quote::Hex => self.raw(text.raw()),
            _ => self.quoted(text),
        }
    }

    /// A clause with a value, if it was written.
    pub(super) fn clause(&mut self, words: &str, text: Option<&Text<'_>>) {
        if let Some(text) = text {
            self.words(words);
            self.text(text);
        }
    }

    fn quoted(&mut self, text: &Text<'_>) {
        self.space();
        quote::text(&text.decode_bytes(), !self.options.sql_mode.no_backslash_escapes, &mut self.out);
    }

    fn as_written(&mut self, text: &Text<'_>) {
        self.space();
        match text.quote() {
            Quote::None | Quote::Hex => self.out.extend(text.raw()),
            Quote::Single => quote::enclosed(text.raw(), b'\'', false, &mut self.out),
            Quote::Double => quote::enclosed(text.raw(), b'"', false, &mut self.out),
            Quote::Backtick => quote::enclosed(text.raw(), b'`', false, &mut self.out),
        }
    }

    /// A name where a string may stand for one.
    pub(super) fn name_or_text(&mut self, text: &Text<'_>, place: Place) {
        if text.is_placeholder() {
            self.as_written(text);
        } else if self.is_bare(text, place) {
            self.raw(&text.decode_bytes());
        } else {
            self.quoted(text);
        }
    }

    /// A name where no string may stand.
    pub(super) fn name(&mut self, text: &Text<'_>, place: Place) {
        if text.is_placeholder() {
            self.as_written(text);
        } else if self.is_bare(text, place) {
            self.raw(&text.decode_bytes());
        } else {
            self.quoted_name(text);
        }
    }

    /// A name between backquotes.
    pub(super) fn quoted_name(&mut self, text: &Text<'_>) {
        self.space();
        quote::identifier(&text.decode_bytes(), &mut self.out);
    }

    /// Whether a name goes without quotes. A word that the grammar knows keeps those that it has, or lacks: they may change what it means.
    fn is_bare(&self, text: &Text<'_>, place: Place) -> bool {
        let name = text.decode_bytes();
        let word = Word::find(&name);
        let bare_word = || text.quote() == Quote::None && !word.reserved(place).intersects(self.options.servers);
        quote::is_plain(&name) && (word.is_none() || bare_word())
    }

    pub(super) fn secret(&mut self, secret: &Secret<'_>) {
        match self.options.secrets {
            Secrets::Masked => self.words(&secret.to_string()),
            Secrets::Exposed => match secret.expose() {
                // An expression or a word of SET.
                text if matches!(text.quote(), Quote::None | Quote::Backtick) => self.as_written(text),
                text => self.text(text),
            },
        }
    }

    pub(super) fn number(&mut self, number: &Number<'_>) {
        self.raw(number.bytes());
    }
}
