//! Expectations and tokens in words.

use crate::lexer::TokenKind;
use crate::parser::trace::Expected;
use crate::server::StaticPrivilege;

/// So many alternatives are named; of more, the first ones.
const NAMED: usize = 6;

/// The alternatives as a list: "`,`, `FOR` or the end of the statement".
pub(super) fn expected(expected: &[Expected]) -> String {
    let has_account = expected.iter().any(|it| matches!(it, Expected::Account | Expected::Role | Expected::Privilege));
    let mut names: Vec<String> = Vec::new();
    for expectation in expected {
        if has_account && matches!(expectation, Expected::Name) {
            continue;
        }
        let Some(name) = name(expectation) else { continue };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len() > NAMED;
    names.truncate(NAMED);
    match (&names[..], more) {
        ([], _) => "something else".to_owned(),
        ([one], _) => one.clone(),
        (names, true) => format!("{} …", names.join(", ")),
        ([most @ .., last], false) => format!("{} or {last}", most.join(", ")),
    }
}

fn name(expected: &Expected) -> Option<String> {
    Some(match expected {
        Expected::Word(word) => format!("`{}`", word.text()),
        Expected::Symbol(byte) => format!("`{}`", *byte as char),
        Expected::Text => "a string in quotes".to_owned(),
        Expected::Value => "a value".to_owned(),
        Expected::UntilCondition => "a condition".to_owned(),
        Expected::Name => "a name".to_owned(),
        Expected::Number => "a number".to_owned(),
        Expected::Host => "a host".to_owned(),
        Expected::Account => "an account".to_owned(),
        Expected::Role => "a role".to_owned(),
        Expected::ChannelOption => "an option".to_owned(),
        Expected::Privilege => "a privilege".to_owned(),
        Expected::End => "the end of the statement".to_owned(),
        Expected::Statement => "a statement about replication or accounts".to_owned(),
        Expected::Rule(rule) => (*rule).to_owned(),
        Expected::Feature(_) | Expected::Unreserved(..) | Expected::Option(..) | Expected::StaticPrivilege(_) => {
            return None;
        }
    })
}

/// A kind of token, for one whose text is not shown.
pub(super) fn kind(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Word | TokenKind::Name => "a name",
        TokenKind::QuotedName => "a quoted name",
        TokenKind::Text | TokenKind::NationalText | TokenKind::DollarText => "a string",
        TokenKind::HexText | TokenKind::Hex => "a hexadecimal literal",
        TokenKind::BinText | TokenKind::Bin => "a binary literal",
        TokenKind::Integer | TokenKind::Decimal | TokenKind::Float => "a number",
        TokenKind::At => "`@`",
        TokenKind::AtAt => "`@@`",
        TokenKind::Host => "a host",
        TokenKind::Assign => "`:=`",
        TokenKind::Placeholder => "a placeholder",
        TokenKind::End => "the end of the statement",
        TokenKind::Symbol | TokenKind::UnclosedQuote | TokenKind::UnclosedComment | TokenKind::Bad => {
            "something that is no token"
        }
    }
}

/// The words that a misspelt one may stand for.
pub(super) fn candidates(expected: &[Expected]) -> impl Iterator<Item = &'static str> {
    let privileges =
        expected.contains(&Expected::Privilege).then(|| StaticPrivilege::all().map(StaticPrivilege::phrase));
    let words: Vec<&'static str> =
        expected.iter().filter_map(|it| if let Expected::Word(word) = it { Some(word.text()) } else { None }).collect();
    words.into_iter().chain(privileges.into_iter().flatten())
}

/// The candidate that is one or two slips away from what was written.
pub(super) fn nearest(written: &str, candidates: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let allowed = match written.len() {
        0..=2 => 0,
        3..=5 => 1,
        6..=11 => 2,
        _ => 4,
    };
    within(allowed, written, candidates)
}

/// The nearest candidate, so many slips away at most.
pub(super) fn within(
    allowed: usize,
    written: &str,
    candidates: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    let written = written.to_ascii_uppercase();
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(&written, candidate), candidate))
        .filter(|(distance, _)| *distance > 0 && *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The option that is a slip away, or has the words that were written and the fewest others: `MASTER_USERNAME`, `LOG_POSITION`, `HOST`.
pub(super) fn nearest_option(written: &str, names: &[&'static str]) -> Option<&'static str> {
    let all = || names.iter().copied();
    let with_words = || {
        let upper = written.to_ascii_uppercase();
        all().filter(|name| has_words_of(name, &upper)).min_by_key(|name| name.split('_').count())
    };
    let slip = within(if written.len() > 5 { 2 } else { 1 }, written, all());
    slip.or_else(with_words).or_else(|| nearest(written, all()))
}

/// Whether the option has these words in their order, the last of them perhaps longer or shorter. The word that begins most names says nothing.
fn has_words_of(option: &str, written: &str) -> bool {
    let mut words = option.split('_');
    let mut written = written.split('_').peekable();
    let mut telling = false;
    while let Some(word) = written.next() {
        let is_last = written.peek().is_none();
        let is_alike = |other: &str| {
            let cut = word.len().min(other.len());
            is_last && cut > 2 && word.get(..cut) == other.get(..cut)
        };
        telling |= !matches!(word, "MASTER" | "SOURCE");
        if !words.any(|other| other == word || is_alike(other)) {
            return false;
        }
    }
    telling
}
