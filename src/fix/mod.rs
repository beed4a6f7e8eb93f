//! Edits of findings, made: which of them together, and when a file is better left as it is.
//!
//! A round makes the fixes that do not get into each other's way; then everything is looked at again, until nothing is left to do. What would
//! refuse a statement that was accepted before is taken back.

use std::collections::BTreeSet;

use crate::diagnostic::{Applicability, Area, Diagnostic, Edit, Severity};

/// So many rounds are made at most: one fix may make room for another.
pub const ROUNDS: usize = 10;

/// A text with fixes made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The new text.
    pub text: Vec<u8>,
    /// How many findings were cured.
    pub count: usize,
}

/// Makes the fixes of the findings in a text that can be made together; `None` if there are none. `wanted`: [`Applicability::Unsafe`] takes the
/// safe ones too. Takes time that is linear in the text.
///
/// In a statement that is refused only the fixes of what it is refused for are made. Of fixes that overlap the first is made.
///
/// ```
/// use replint::diagnostic::Applicability;
/// use replint::fix::round;
/// use replint::lint::{Settings, lint};
///
/// let text = "CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_SSL_CA = '/ca.pem';\n";
/// let settings = Settings { targets: "mysql-5.7".parse().unwrap(), ..Settings::default() };
/// let mut found = Vec::new();
/// lint("start.sql", text.as_bytes(), &settings, |finding| found.push(finding))?;
/// let fixed = round(text.as_bytes(), &found, Applicability::Unsafe).unwrap();
/// assert!(String::from_utf8_lossy(&fixed.text).contains("MASTER_SSL = 1"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn round(text: &[u8], findings: &[Diagnostic], wanted: Applicability) -> Option<Fixed> {
    let refused: BTreeSet<u64> = findings.iter().filter(|it| is_refusal(it)).map(|it| it.base.offset).collect();
    let mut fixes: Vec<&[Edit]> = Vec::new();
    for finding in findings {
        let Some(fix) = &finding.fix else { continue };
        let is_wanted = fix.applicability == Applicability::Safe || wanted == Applicability::Unsafe;
        let may_be_made = finding.area == Area::Syntax || !refused.contains(&finding.base.offset);
        if is_wanted && may_be_made && fits(&fix.edits, text) {
            fixes.push(&fix.edits);
        }
    }
    fixes.sort_by_key(|edits| (edits[0].start, edits[0].end));
    let mut chosen: Vec<&Edit> = Vec::new();
    let (mut count, mut taken) = (0, BTreeSet::new());
    for edits in fixes {
        if edits.iter().any(|edit| overlaps(&taken, edit)) {
            continue;
        }
        taken.extend(edits.iter().map(|edit| (edit.start, edit.end)));
        chosen.extend(edits);
        count += 1;
    }
    if count == 0 {
        return None;
    }
    chosen.sort_by_key(|edit| (edit.start, edit.end));
    let mut fixed = Vec::with_capacity(text.len() + 64 * chosen.len());
    let mut at = 0;
    for edit in chosen {
        fixed.extend_from_slice(&text[at..edit.start as usize]);
        fixed.extend_from_slice(edit.text.as_bytes());
        at = edit.end as usize;
    }
    fixed.extend_from_slice(&text[at..]);
    Some(Fixed { text: fixed, count })
}

/// Whether a statement is refused for it.
pub fn is_refusal(finding: &Diagnostic) -> bool {
    finding.area == Area::Syntax && finding.severity == Severity::Error
}

/// Whether edits are those of this text: there are some, in order, and inside.
fn fits(edits: &[Edit], text: &[u8]) -> bool {
    let in_order = edits.windows(2).all(|pair| pair[0].end <= pair[1].start);
    !edits.is_empty() && in_order && edits.iter().all(|edit| edit.start <= edit.end && edit.end <= text.len() as u64)
}

/// Whether an edit touches one of those that are taken; two at the same place do: their order would be chance.
fn overlaps(taken: &BTreeSet<(u64, u64)>, edit: &Edit) -> bool {
    // Those that are taken do not overlap each other: only the last ones can reach so far.
    let mut near = taken.range(..=(edit.end, u64::MAX)).rev().take(3);
    near.any(|&(start, end)| {
        let is_inside = |point: u64, start: u64, end: u64| start <= point && point <= end;
        start < edit.end && edit.start < end
            || start == end && is_inside(start, edit.start, edit.end)
            || edit.start == edit.end && is_inside(edit.start, start, end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_that_touch_the_same_bytes_overlap() {
        let edit = |start, end| Edit { start, end, text: String::new(), positions: None, secret: false };
        let taken = BTreeSet::from([(4, 8), (20, 20)]);
        for (start, end) in [(3, 5), (5, 6), (7, 9), (4, 4), (4, 8), (0, 30), (20, 20), (8, 8), (19, 21)] {
            assert!(overlaps(&taken, &edit(start, end)), "{start}..{end}");
        }
        for (start, end) in [(0, 4), (8, 9), (9, 9), (21, 21), (30, 31), (0, 0)] {
            assert!(!overlaps(&taken, &edit(start, end)), "{start}..{end}");
        }
    }
}
