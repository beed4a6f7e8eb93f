use serde::Serialize;

use super::Summary;
use crate::diagnostic::Diagnostic;

/// What `replint check --format json` writes.
///
/// Offsets count bytes of the file, lines and columns start at 1, columns count characters (Unicode code points), an `end` is the first place behind. Names of
/// members keep their meaning; what is not known is `null` or an empty array. Secrets are in none of it. `docs/check.schema.json` is the JSON
/// Schema; `--format jsonl` writes the findings alone, one a line.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckDocument<'d> {
    /// Of the format: 1. Members may be added under the same number.
    pub version: u32,
    /// The version of replint that wrote it.
    pub replint: &'d str,
    /// Sorted by file and place.
    pub findings: &'d [Diagnostic],
    /// What could not be read, or not to its end: if there is any, the findings are not all.
    pub troubles: &'d [String],
    /// What was looked at, and what it came to.
    pub summary: Summary,
}

impl CheckDocument<'_> {
    /// The number of the format that this version of replint writes.
    pub const VERSION: u32 = 1;
}
