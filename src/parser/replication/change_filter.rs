//! CHANGE REPLICATION FILTER.

use super::for_channel;
use crate::ast::{ChangeReplicationFilter, FilterKind, FilterRule, FilterTable, FilterValues, Rewrite, Text};
use crate::parser::input::{Input, Parsed, keyword, keyword_of, list, name, one_of, symbol, text};
use crate::server::{Feature, Place, word};

/// ```ebnf
/// change_filter = <change-filter> "CHANGE" "REPLICATION" "FILTER" filter_rule { "," filter_rule } [ <filter-channel> for_channel ] ;
/// ```
pub(super) fn change_filter<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ChangeReplicationFilter<'s>> {
    let (i, _) = keyword(word::CHANGE)(start)?;
    let (i, _) = keyword_of(Feature::ChangeFilter, word::REPLICATION)(i)?;
    let (i, _) = keyword(word::FILTER)(i)?;
    let (i, rules) = list(filter_rule)(i)?;
    let (i, channel) = for_channel(Feature::FilterChannel)(i)?;
    Ok((i, ChangeReplicationFilter { span: start.span_to(i), rules, channel }))
}

/// ```ebnf
/// filter_rule = ( "REPLICATE_DO_DB" | "REPLICATE_IGNORE_DB" ) "=" "(" [ NAME.filterdb { "," NAME.filterdb } ] ")"
///     | ( "REPLICATE_DO_TABLE" | "REPLICATE_IGNORE_TABLE" ) "=" "(" [ filter_table { "," filter_table } ] ")"
///     | ( "REPLICATE_WILD_DO_TABLE" | "REPLICATE_WILD_IGNORE_TABLE" ) "=" "(" [ TEXT { "," TEXT } ] ")"
///     | "REPLICATE_REWRITE_DB" "=" "(" [ rewrite { "," rewrite } ] ")" ;
/// ```
fn filter_rule<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, FilterRule<'s>> {
    let (i, kind) = filter_kind(start)?;
    let (i, _) = symbol(b'=')(i)?;
    let (i, values) = match kind {
        FilterKind::DoDb | FilterKind::IgnoreDb => {
            parenthesized(name(Place::FilterDb))(i).map(|(i, names)| (i, FilterValues::Databases(names)))?
        }
        FilterKind::DoTable | FilterKind::IgnoreTable => {
            parenthesized(filter_table)(i).map(|(i, tables)| (i, FilterValues::Tables(tables)))?
        }
        FilterKind::WildDoTable | FilterKind::WildIgnoreTable => {
            parenthesized(text)(i).map(|(i, patterns)| (i, FilterValues::Patterns(patterns)))?
        }
        FilterKind::RewriteDb => parenthesized(rewrite)(i).map(|(i, pairs)| (i, FilterValues::Rewrites(pairs)))?,
    };
    Ok((i, FilterRule { span: start.span_to(i), kind, values }))
}

fn filter_kind<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, FilterKind> {
    let (i, word) = one_of(&[
        word::REPLICATE_DO_DB,
        word::REPLICATE_IGNORE_DB,
        word::REPLICATE_DO_TABLE,
        word::REPLICATE_IGNORE_TABLE,
        word::REPLICATE_WILD_DO_TABLE,
        word::REPLICATE_WILD_IGNORE_TABLE,
        word::REPLICATE_REWRITE_DB,
    ])(i)?;
    let kind = match word {
        word::REPLICATE_DO_DB => FilterKind::DoDb,
        word::REPLICATE_IGNORE_DB => FilterKind::IgnoreDb,
        word::REPLICATE_DO_TABLE => FilterKind::DoTable,
        word::REPLICATE_IGNORE_TABLE => FilterKind::IgnoreTable,
        word::REPLICATE_WILD_DO_TABLE => FilterKind::WildDoTable,
        word::REPLICATE_WILD_IGNORE_TABLE => FilterKind::WildIgnoreTable,
        _ => FilterKind::RewriteDb,
    };
    Ok((i, kind))
}

/// `"(" [ item { "," item } ] ")"`
fn parenthesized<'a, 's: 'a, T>(
    item: impl Fn(Input<'a, 's>) -> Parsed<'a, 's, T>,
) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, Vec<T>> {
    move |i| {
        let (i, _) = symbol(b'(')(i)?;
        if let Ok((i, _)) = symbol(b')')(i) {
            return Ok((i, Vec::new()));
        }
        let (i, items) = list(&item)(i)?;
        symbol(b')')(i).map(|(i, _)| (i, items))
    }
}

/// ```ebnf
/// filter_table = NAME.filterdb "." NAME.filterdb ;
/// ```
fn filter_table<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, FilterTable<'s>> {
    let (i, database) = database(start)?;
    let (i, _) = symbol(b'.')(i)?;
    let (i, table) = name(Place::FilterDb)(i)?;
    Ok((i, FilterTable { span: start.span_to(i), database, table }))
}

fn database<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Text<'s>> {
    name(Place::FilterDb)(i)
}

/// ```ebnf
/// rewrite = "(" NAME.filterdb "," NAME.filterdb ")" ;
/// ```
fn rewrite<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Rewrite<'s>> {
    let (i, _) = symbol(b'(')(start)?;
    let (i, from) = database(i)?;
    let (i, _) = symbol(b',')(i)?;
    let (i, to) = database(i)?;
    let (i, _) = symbol(b')')(i)?;
    Ok((i, Rewrite { span: start.span_to(i), from, to }))
}
