//! The tree as JSON: that of the leaves, and the document that holds the statements of an input.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::{Number, Quote, Secret, Statement, Text};
use crate::server::{Flavor, ServerSet};
use crate::source::Span;

/// What `replint parse --format json` writes.
///
/// A struct of the tree is an object with the same fields. An enum is an object with one member, named as the variant in `snake_case`, or a string
/// if the variant holds nothing. What was not written is `null` or an empty array. Every `span` counts bytes of its statement. Secrets are
/// `<secret>`. `docs/parse.schema.json` is the JSON Schema of all of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParseDocument<'s> {
    /// Of the format: 1. Members may be added under the same number.
    pub version: u32,
    /// The statements about replication and accounts, in the order of the input; others are left out.
    pub statements: Vec<StatementEntry<'s>>,
}

impl ParseDocument<'_> {
    /// The number of the format that this version of replint writes.
    pub const VERSION: u32 = 1;
}

/// One statement of the input.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatementEntry<'s> {
    /// Where its text starts in the input, in bytes from 0. Add it to a `span`.
    pub offset: u64,
    /// The line it starts on, from 1.
    pub line: u64,
    /// The column it starts at, from 1, in characters.
    pub column: u64,
    /// The servers that accept it, of those that were asked for; empty if none does.
    pub accepted: Vec<ServerRange>,
    /// The tree; null if no server accepts the statement.
    pub statement: Option<Statement<'s>>,
}

/// Neighbouring releases of one flavour.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ServerRange {
    /// Of whom.
    pub flavor: Flavor,
    /// The first release that is in; null: every older one is.
    pub from: Option<String>,
    /// The first release that no longer is; null: every newer one is.
    pub before: Option<String>,
}

impl ServerRange {
    /// A set as ranges, MySQL before MariaDB, oldest first.
    ///
    /// ```
    /// use replint::ast::ServerRange;
    /// let parsed = replint::parse_statement("RENAME USER a TO b", &Default::default());
    /// assert_eq!(ServerRange::all_of(parsed.accepted).len(), 2);
    /// ```
    pub fn all_of(servers: ServerSet) -> Vec<Self> {
        [Flavor::MySql, Flavor::MariaDb].into_iter().flat_map(|flavor| Self::of_flavor(servers, flavor)).collect()
    }

    fn of_flavor(servers: ServerSet, flavor: Flavor) -> Vec<Self> {
        let mut ranges: Vec<Self> = Vec::new();
        let mut inside = false;
        for (index, (bit, release)) in ServerSet::of_flavor(flavor).releases().enumerate() {
            let is_in = servers.releases().any(|(other, _)| other == bit);
            let version = release.version.to_string();
            match (inside, is_in) {
                (false, true) => {
                    ranges.push(Self { flavor, from: (index > 0).then_some(version), before: None });
                }
                (true, false) => ranges.last_mut().into_iter().for_each(|range| range.before = Some(version.clone())),
                _ => {}
            }
            inside = is_in;
        }
        ranges
    }
}

/// A value or a name.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct TextFields<'t> {
    /// What the server sees: quotes and escapes resolved. Null for a placeholder.
    value: Option<Cow<'t, str>>,
    /// Where it stands, quotes included.
    span: Span,
    /// How it was written.
    quote: Quote,
    /// Whether a template puts the value here later.
    placeholder: bool,
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (span, quote, placeholder) = (self.span(), self.quote(), self.is_placeholder());
        TextFields { value: self.value(), span, quote, placeholder }.serialize(serializer)
    }
}

/// A password, a hash, a challenge: never shown.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SecretFields {
    /// Always `<secret>`.
    value: String,
    /// Where it stands, quotes included.
    span: Span,
}

impl Serialize for Secret<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        SecretFields { value: self.to_string(), span: self.span() }.serialize(serializer)
    }
}

/// A number.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct NumberFields<'t> {
    /// As written.
    raw: Cow<'t, str>,
    /// As the servers read it where they want an integer: cut at the first byte that is no digit. Null for a placeholder.
    value: Option<u64>,
    /// Where it stands.
    span: Span,
}

impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        NumberFields { raw: self.raw(), value: self.integer(), span: self.span() }.serialize(serializer)
    }
}

/// The schema of a leaf is that of its fields.
#[cfg(feature = "schema")]
macro_rules! leaf_schema {
    ($($leaf:ident as $fields:ident,)*) => {
        $(impl schemars::JsonSchema for $leaf<'_> {
            fn schema_name() -> Cow<'static, str> {
                stringify!($leaf).into()
            }
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $fields::json_schema(generator)
            }
        })*
    };
}

#[cfg(feature = "schema")]
leaf_schema! { Text as TextFields, Secret as SecretFields, Number as NumberFields, }
