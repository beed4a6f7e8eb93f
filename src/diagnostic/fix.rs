use std::fmt;

use crate::source::Position;

/// Edits of a file that cure a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Fix {
    /// In the order of the file; they do not overlap.
    pub edits: Vec<Edit>,
    /// Whether to make them without asking.
    pub applicability: Applicability,
}

/// Whether a fix may be made without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Applicability {
    /// It says what the text says.
    Safe,
    /// It says what was probably meant.
    Unsafe,
}

/// Bytes of a file, and what to put in their place.
#[derive(Clone, PartialEq, Eq)]
pub struct Edit {
    /// Offset of the first byte in the file.
    pub start: u64,
    /// Offset of the first byte behind it.
    pub end: u64,
    /// The new text.
    pub text: String,
    /// Where both ends are, if the lines are known.
    pub positions: Option<(Position, Position)>,
    /// Whether the place is masked, so that the text is for the file alone: `Debug` and `Serialize` leave it out.
    pub secret: bool,
}

impl Edit {
    /// The new text, where it may be shown.
    pub fn shown(&self) -> Option<&str> {
        if self.secret { None } else { Some(&self.text) }
    }
}

impl fmt::Debug for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{} -> {:?}", self.start, self.end, self.shown())
    }
}

/// An [`Edit`] as programs see it.
#[cfg(feature = "serde")]
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Edit"))]
struct ShownEdit<'e> {
    /// Offset of the first byte in the file.
    start: u64,
    /// Offset of the first byte behind it.
    end: u64,
    /// The new text; null if it would show a secret.
    text: Option<&'e str>,
}

#[cfg(feature = "serde")]
impl serde::Serialize for Edit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ShownEdit { start: self.start, end: self.end, text: self.shown() }.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Edit {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        ShownEdit::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        ShownEdit::json_schema(generator)
    }
}
