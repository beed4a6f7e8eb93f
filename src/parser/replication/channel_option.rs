//! The options of CHANGE MASTER TO and CHANGE REPLICATION SOURCE TO: names and kinds of value come from the table.

use crate::ast::{Account, AccountName, ChannelOption, ChannelValue, Keyword, Number, Secret, Spelling, WordValue};
use crate::lexer::TokenKind;
use crate::parser::input::{Fail, Input, Parsed, keyword, keyword_of, name_or_text, one_of, symbol, text};
use crate::parser::name::at_host;
use crate::parser::number::{integer, number, position, seconds};
use crate::parser::trace::Expected;
use crate::server::{ChannelOptionName, Feature, Place, ServerSet, ValueKind, Word, word};

/// ```ebnf
/// channel_option = ( OPTION.text | OPTION.secret ) "=" TEXT
///     | OPTION.text-or-null "=" ( TEXT | "NULL" )
///     | OPTION.account-or-null "=" ( privilege_checks_user | "NULL" )
///     | ( OPTION.number | OPTION.switch ) "=" number
///     | OPTION.position "=" position
///     | OPTION.strict-switch "=" BIT
///     | OPTION.seconds "=" seconds
///     | OPTION.primary-key-check "=" ( "STREAM" | "ON" | "OFF" | <primary-key-generate> "GENERATE" )
///     | OPTION.anonymous-gtids "=" ( "OFF" | "LOCAL" | TEXT )
///     | OPTION.ids "=" ids
///     | OPTION.use-gtid "=" use_gtid
///     | OPTION.demote "=" demote
///     | OPTION.default "=" <option-default> "DEFAULT" ;
/// ```
#[inline(always)]
pub(super) fn channel_option<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, ChannelOption<'s>> {
    let Some((name, is_legacy)) = ChannelOptionName::of_word(start.word()) else {
        return start.fail(Expected::ChannelOption);
    };
    let facts = name.facts();
    let servers = if is_legacy { facts.legacy_servers } else { facts.current_servers };
    let (i, ()) = start.advance(1).gate_servers(servers, Expected::Option(name, is_legacy, servers), start)?;
    let (i, _) = symbol(b'=')(i)?;
    let (i, value) = match (facts.value, i.token().kind) {
        // What most options are.
        (ValueKind::Text, TokenKind::Text) => (i.advance(1), ChannelValue::Text(i.text_here())),
        (ValueKind::Secret, TokenKind::Text) => (i.advance(1), ChannelValue::Secret(Secret::new(i.text_here()))),
        (ValueKind::Number | ValueKind::Switch, TokenKind::Integer) => {
            (i.advance(1), ChannelValue::Number(i.number_here()))
        }
        (kind, _) => default_or_value(i, facts.default_servers, kind)?,
    };
    let spelling = if is_legacy { Spelling::Legacy } else { Spelling::Current };
    Ok((i, ChannelOption { span: start.span_to(i), name_span: start.span(), name, spelling, value }))
}

fn default_or_value<'a, 's: 'a>(
    i: Input<'a, 's>,
    default_servers: ServerSet,
    kind: ValueKind,
) -> Parsed<'a, 's, ChannelValue<'s>> {
    match default_value(default_servers)(i) {
        Ok(parsed) => Ok(parsed),
        Err(_) => value(kind)(i),
    }
}

/// `DEFAULT`, where the table has it for the option.
fn default_value<'a, 's: 'a>(servers: ServerSet) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, ChannelValue<'s>> {
    move |start| {
        let is_known = start.alive.intersects(servers);
        if servers.is_empty() || (start.word() != word::DEFAULT && !is_known) {
            return Err(nom::Err::Error(Fail));
        }
        let (i, span) = keyword(word::DEFAULT)(start)?;
        let (i, ()) = i.gate_servers(servers, Expected::Feature(Feature::OptionDefault), start)?;
        Ok((i, ChannelValue::Default(span)))
    }
}

fn value<'a, 's: 'a>(kind: ValueKind) -> impl Fn(Input<'a, 's>) -> Parsed<'a, 's, ChannelValue<'s>> {
    move |i| match kind {
        ValueKind::Text => text(i).map(|(i, value)| (i, ChannelValue::Text(value))),
        ValueKind::Secret => text(i).map(|(i, value)| (i, ChannelValue::Secret(Secret::new(value)))),
        ValueKind::Number | ValueKind::Switch => number(i).map(of_number),
        ValueKind::Position => position(i).map(of_number),
        ValueKind::StrictSwitch => strict_switch(i).map(of_number),
        ValueKind::Seconds => seconds(i).map(of_number),
        _ if i.token().kind == TokenKind::Placeholder => Ok((i.advance(1), ChannelValue::Placeholder(i.text_here()))),
        ValueKind::TextOrNull => or_null(i, text, ChannelValue::Text),
        ValueKind::AccountOrNull => {
            or_null(i, privilege_checks_user, |account| ChannelValue::Account(Box::new(account)))
        }
        ValueKind::PrimaryKeyCheck => primary_key_check(i),
        ValueKind::AnonymousGtids => match word_value(i, &[word::OFF, word::LOCAL]) {
            Ok(parsed) => Ok(parsed),
            Err(_) => text(i).map(|(i, uuid)| (i, ChannelValue::Text(uuid))),
        },
        ValueKind::Ids => ids(i),
        ValueKind::UseGtid => use_gtid(i),
        ValueKind::Demote => demote(i),
    }
}

fn of_number<'a, 's>((i, number): (Input<'a, 's>, Number<'s>)) -> (Input<'a, 's>, ChannelValue<'s>) {
    (i, ChannelValue::Number(number))
}

fn word_value<'a, 's: 'a>(i: Input<'a, 's>, words: &'static [Word]) -> Parsed<'a, 's, ChannelValue<'s>> {
    one_of(words)(i).map(|(next, _)| (next, ChannelValue::Word(WordValue { span: i.span(), word: keyword_here(i) })))
}

/// The word at this place, as it was written.
pub(super) fn keyword_here<'s>(i: Input<'_, 's>) -> Keyword<'s> {
    Keyword(String::from_utf8_lossy(i.span().of(i.shared.source)))
}

fn or_null<'a, 's: 'a, T>(
    i: Input<'a, 's>,
    value: impl Fn(Input<'a, 's>) -> Parsed<'a, 's, T>,
    of_value: impl Fn(T) -> ChannelValue<'s>,
) -> Parsed<'a, 's, ChannelValue<'s>> {
    match keyword(word::NULL)(i) {
        Ok((i, span)) => Ok((i, ChannelValue::Null(span))),
        Err(_) => value(i).map(|(i, value)| (i, of_value(value))),
    }
}

/// ```ebnf
/// privilege_checks_user = ( NAME.privuser | TEXT ) [ "@" host ] ;
/// ```
fn privilege_checks_user<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, Account<'s>> {
    let Ok((i, user)) = name_or_text(Place::PrivUser)(start) else { return start.fail(Expected::Account) };
    let (i, host) = at_host(i)?;
    Ok((i, Account { span: start.span_to(i), name: AccountName::Named { user, host } }))
}

fn strict_switch<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Number<'s>> {
    let (next, value) = integer(i)?;
    match value.integer() {
        None | Some(0 | 1) => Ok((next, value)),
        Some(_) => i.fail(Expected::Rule("0 or 1")),
    }
}

fn primary_key_check<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ChannelValue<'s>> {
    match keyword_of(Feature::PrimaryKeyGenerate, word::GENERATE)(i) {
        Ok((next, span)) => Ok((next, ChannelValue::Word(WordValue { span, word: keyword_here(i) }))),
        Err(_) => word_value(i, &[word::STREAM, word::ON, word::OFF]),
    }
}

/// The servers take an empty first element.
///
/// ```ebnf
/// ids = "(" [ [ "," ] number { "," number } ] ")" ;
/// ```
fn ids<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ChannelValue<'s>> {
    let (mut i, _) = symbol(b'(')(i)?;
    let mut ids = Vec::new();
    if let Ok((i, _)) = symbol(b')')(i) {
        return Ok((i, ChannelValue::Ids(ids)));
    }
    if i.symbol() == b',' {
        i = i.advance(1);
    }
    loop {
        let (next, id) = number(i)?;
        ids.push(id);
        match symbol(b',')(next) {
            Ok((next, _)) => i = next,
            Err(_) => return symbol(b')')(next).map(|(i, _)| (i, ChannelValue::Ids(ids))),
        }
    }
}

/// ```ebnf
/// use_gtid = "CURRENT_POS" | "SLAVE_POS" | <replica-pos> "REPLICA_POS" | "NO" ;
/// ```
fn use_gtid<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ChannelValue<'s>> {
    match keyword_of(Feature::ReplicaPos, word::REPLICA_POS)(i) {
        Ok((next, span)) => Ok((next, ChannelValue::Word(WordValue { span, word: keyword_here(i) }))),
        Err(_) => word_value(i, &[word::CURRENT_POS, word::SLAVE_POS, word::NO]),
    }
}

/// ```ebnf
/// demote = number | "TRUE" | "FALSE" ;
/// ```
fn demote<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, ChannelValue<'s>> {
    match word_value(i, &[word::TRUE, word::FALSE]) {
        Ok(parsed) => Ok(parsed),
        Err(_) => number(i).map(of_number),
    }
}
