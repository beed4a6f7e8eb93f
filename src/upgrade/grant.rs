//! GRANT … IDENTIFIED, REQUIRE and limits: of their own statements before the GRANT.

use super::account;
use super::site::{Edit, Site};
use crate::ast::{AccountName, Grant, UserSpecification};
use crate::model::{AccountKey, Run};
use crate::server::Feature;
use crate::source::Span;

/// A GRANT without what is said of its accounts, and the statements that say it before.
pub(super) struct Split {
    pub(super) before: Vec<Vec<u8>>,
    pub(super) edits: Vec<Edit>,
}

/// `None`: the servers take it as it is.
///
/// A GRANT that identifies an account creates it, or changes it if it is there; one that only requires something changes it. Where the run does not tell
/// which, CREATE USER IF NOT EXISTS and ALTER USER do the same, one after the other.
///
/// # Errors
/// Why there is no equivalent.
pub(super) fn split(it: &Grant<'_>, site: Site<'_>, run: &Run) -> Result<Option<Split>, String> {
    let has_options = it.require.is_some() || !it.limits.is_empty();
    let is_identified = it.grantees.iter().any(|grantee| grantee.identification.is_some());
    if site.to.is_subset(Feature::GrantIdentified.servers()) || !(has_options || is_identified) {
        return Ok(None);
    }
    let options = options(it, site);
    let (mut created, mut altered, mut all_are_gone) = (Vec::new(), Vec::new(), true);
    for grantee in &it.grantees {
        let key = AccountKey::of(&grantee.account.name);
        let is_there = key.as_ref().and_then(|key| run.account(key)).is_some_and(|account| account.created().is_some());
        let is_gone = key.as_ref().is_some_and(|key| run.dropped(key).is_some());
        let can_be_created = !matches!(grantee.account.name, AccountName::CurrentUser | AccountName::CurrentRole);
        let is_identified = grantee.identification.is_some();
        let text = specification(grantee, site)?;
        let creates = is_identified && can_be_created && !is_there;
        if (is_identified || has_options) && !(creates && is_gone) {
            altered.push(text.clone());
        }
        if creates {
            all_are_gone &= is_gone;
            created.push(text);
        }
    }
    let verb: &[u8] = if all_are_gone { b"CREATE USER " } else { b"CREATE USER IF NOT EXISTS " };
    let statement = |verb: &[u8], users: &[Vec<u8>]| [verb, &users.join(&b", "[..]), &options].concat();
    let statements = [(verb, created), (b"ALTER USER ", altered)];
    let before = statements.iter().filter(|(_, users)| !users.is_empty()).map(|(verb, users)| statement(verb, users));
    Ok(Some(Split { before: before.collect(), edits: removed(it, site) }))
}

/// An account and how it is identified.
fn specification(grantee: &UserSpecification<'_>, site: Site<'_>) -> Result<Vec<u8>, String> {
    let mut text = site.of(grantee.account.span).to_vec();
    if let Some(it) = &grantee.identification {
        let edits = account::identification(it, site)?;
        site.may_change(&edits).map_err(|(_, why)| why)?;
        text.push(b' ');
        text.extend(site.edited(it.span, &edits));
    }
    Ok(text)
}

/// ` REQUIRE … WITH MAX_…`
fn options(it: &Grant<'_>, site: Site<'_>) -> Vec<u8> {
    let mut text = Vec::new();
    if let Some(require) = &it.require {
        text.push(b' ');
        text.extend_from_slice(site.of(require.span));
    }
    for (at, limit) in it.limits.iter().enumerate() {
        text.extend_from_slice(if at == 0 { b" WITH " } else { b" " });
        text.extend_from_slice(site.of(limit.span));
    }
    text
}

/// The clauses that go, but for the comments around them.
fn removed(it: &Grant<'_>, site: Site<'_>) -> Vec<Edit> {
    let identifications = it.grantees.iter().filter_map(|grantee| grantee.identification.as_ref());
    let clauses = identifications.map(|it| it.span).chain(it.require.iter().map(|it| it.span));
    let clauses: Vec<Span> = clauses.chain(it.limits.iter().map(|limit| limit.span)).collect();
    let mut spans = Vec::new();
    for grantee in &it.grantees {
        spans.extend(grantee.identification.iter().map(|it| Span::new(grantee.account.span.end, it.span.end)));
    }
    let mut end = it.grantees.last().map_or(it.span.end, |grantee| grantee.span.end);
    if let Some(require) = &it.require {
        spans.push(Span::new(end, require.span.end));
        end = require.span.end;
    }
    match (it.with_option, it.limits.last()) {
        (None, Some(last)) => spans.push(Span::new(end, last.span.end)),
        // WITH stays, for GRANT OPTION.
        _ => spans.extend(it.limits.iter().filter_map(|limit| {
            let before = site.before(limit.span.start)?;
            Some(Span::new(before.span().end, limit.span.end))
        })),
    }
    spans.into_iter().map(|span| (span, site.comments(span, &clauses))).collect()
}
