use std::borrow::Cow;

use super::{Name, Prefix, Value};
use crate::source::Span;

/// One thing that a file says, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// `[name]`: what follows is for programs that read this group.
    Group(Group),
    /// `name` or `name = value`.
    Entry(Entry),
    /// `!include path` or `!includedir path`.
    Include(Include),
}

/// The head of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// As it is written, without white space at the end.
    pub name: String,
    /// The name in the file, without the brackets.
    pub span: Span,
}

impl Group {
    /// Whether a program that reads the group `known` reads this one: letter case does not count.
    pub fn is(&self, known: &str) -> bool {
        self.name.eq_ignore_ascii_case(known)
    }
}

/// An option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The item of its group's head in [`OptionFile::items`](super::OptionFile).
    pub(super) group: usize,
    /// Its name, prefixes included.
    pub name: Name,
    /// The name in the file.
    pub name_span: Span,
    /// What stands behind the `=`, `None` if there is none.
    pub value: Option<Value>,
}

impl Entry {
    /// Name and value, with the quotes.
    pub fn span(&self) -> Span {
        match &self.value {
            Some(value) => {
                self.name_span.to(Span::new(value.span.start, value.span.end + u32::from(value.quote.is_some())))
            }
            None => self.name_span,
        }
    }

    /// The value; `None` if it has none and if it is a password.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        self.value.as_ref()?.text()
    }

    /// The value; `None` also where a template puts it in later.
    pub fn fixed_text(&self) -> Option<Cow<'_, str>> {
        self.text().filter(|text| !is_template(text))
    }

    /// Whether it switches an option on: `x`, `x = 1`, `enable-x`, not `skip-x`, `x = 0`, `x = OFF`. `None` where a template decides.
    pub fn switch(&self, prefix: Prefix) -> Option<bool> {
        match (prefix.switch, &self.value) {
            (Some(on), _) => Some(on),
            (None, None) => Some(true),
            (None, Some(_)) => {
                let text = self.fixed_text()?;
                Some(!["0", "off", "false", "no"].iter().any(|off| text.eq_ignore_ascii_case(off)))
            }
        }
    }
}

/// Whether a text may be, or hold, what a template puts in later.
pub(crate) fn is_template(text: &str) -> bool {
    text.contains(['{', '}', '$', '<', '>', '@', '%'])
}

/// A directive that reads other files in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Include {
    /// A file or all files of a directory.
    pub kind: IncludeKind,
    /// The path, as the reader understands it.
    pub path: String,
    /// The path in the file.
    pub span: Span,
}

/// What a directive includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncludeKind {
    /// `!include`: a file.
    File,
    /// `!includedir`: the files of a directory whose names end in `.cnf`, by name.
    Directory,
}
