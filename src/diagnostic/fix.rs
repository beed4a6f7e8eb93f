use std::fmt;

/// Edits of a file that cure a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Fix {
    /// In the order of the file; they do not overlap.
    pub edits: Vec<Edit>,
    /// Whether to make them without asking.
    pub applicability: Applicability,
}

/// Whether a fix may be made without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

#[cfg(feature = "serde")]
impl serde::Serialize for Edit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut edit = serializer.serialize_struct("Edit", 3)?;
        edit.serialize_field("start", &self.start)?;
        edit.serialize_field("end", &self.end)?;
        edit.serialize_field("text", &self.shown())?;
        edit.end()
    }
}
