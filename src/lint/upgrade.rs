//! What works on the targets, and no longer on the servers of `upgrade_to`.

use std::collections::BTreeSet;

use super::Settings;
use crate::diagnostic::{Area, Diagnostic, Severity};

/// The settings that find it; `None` if no upgrade is planned.
pub(super) fn settings(settings: &Settings) -> Option<Settings> {
    let (targets, upgrade_to) = (settings.upgrade_to.clone(), Default::default());
    (!targets.named().is_empty()).then(|| Settings { targets, upgrade_to, ..settings.clone() })
}

/// Adds to what was `found` what is found only `later`, as advice.
pub(super) fn add(found: &mut Vec<Diagnostic>, later: Vec<Diagnostic>, settings: &Settings) {
    let known: BTreeSet<(&str, u64)> = found.iter().map(|finding| (finding.rule, finding.primary.offset)).collect();
    let names: Vec<String> = settings.upgrade_to.named().iter().map(ToString::to_string).collect();
    let names = names.join(", ");
    for mut finding in later {
        if known.contains(&(finding.rule, finding.primary.offset)) {
            continue;
        }
        finding.severity = Severity::Advice;
        // The words of the later servers may be none of the targets': where these know both, a rule of the area `upgrade` has the fix.
        finding.fix = finding.fix.filter(|_| finding.area != Area::Syntax);
        // Where the message compares with the target, the target is the upgrade's.
        finding.message = match finding.message.split_once("; the target is ") {
            Some((what, target)) => format!("{what}; the upgrade is to {target}"),
            None => format!("{}; after the upgrade to {names}", finding.message),
        };
        found.push(finding);
    }
}
