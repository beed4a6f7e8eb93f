//! CHANGE MASTER TO, CHANGE REPLICATION SOURCE TO, CHANGE REPLICATION FILTER.

use super::Print;
use super::printer::Printer;
use super::spelling::{CHANGE_SOURCE, channel_option};
use crate::ast::{
    ChangeReplicationFilter, ChangeSource, ChannelOption, ChannelValue, FilterKind, FilterRule, FilterTable,
    FilterValues, Rewrite,
};
use crate::server::Place;

impl Print for ChangeSource<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.spelled(&CHANGE_SOURCE, self.spelling);
        if let Some(connection) = &self.connection {
            to.text(connection);
        }
        to.words("TO");
        to.nodes(&self.options);
        to.clause("FOR CHANNEL", self.channel.as_ref());
    }
}

impl Print for ChannelOption<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.spelled(&channel_option(self.name), self.spelling);
        to.words("=");
        self.value.print(to);
    }
}

impl Print for ChannelValue<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            ChannelValue::Text(text) | ChannelValue::Placeholder(text) => to.text(text),
            ChannelValue::Secret(secret) => to.secret(secret),
            ChannelValue::Number(number) => to.number(number),
            ChannelValue::Null(_) => to.words("NULL"),
            ChannelValue::Default(_) => to.words("DEFAULT"),
            ChannelValue::Ids(ids) => to.parenthesized(ids, |to, id| to.number(id)),
            ChannelValue::Account(account) => to.account(account, Place::PrivUser),
            ChannelValue::Word(value) => to.words(&value.word.0.to_ascii_uppercase()),
        }
    }
}

impl Print for ChangeReplicationFilter<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("CHANGE REPLICATION FILTER");
        to.nodes(&self.rules);
        to.clause("FOR CHANNEL", self.channel.as_ref());
    }
}

impl Print for FilterRule<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words(match self.kind {
            FilterKind::DoDb => "REPLICATE_DO_DB",
            FilterKind::IgnoreDb => "REPLICATE_IGNORE_DB",
            FilterKind::DoTable => "REPLICATE_DO_TABLE",
            FilterKind::IgnoreTable => "REPLICATE_IGNORE_TABLE",
            FilterKind::WildDoTable => "REPLICATE_WILD_DO_TABLE",
            FilterKind::WildIgnoreTable => "REPLICATE_WILD_IGNORE_TABLE",
            FilterKind::RewriteDb => "REPLICATE_REWRITE_DB",
        });
        to.words("=");
        match &self.values {
            FilterValues::Databases(names) => to.parenthesized(names, |to, name| to.name(name, Place::FilterDb)),
            FilterValues::Tables(tables) => to.parenthesized(tables, |to, table| table.print(to)),
            FilterValues::Patterns(patterns) => to.parenthesized(patterns, |to, pattern| to.text(pattern)),
            FilterValues::Rewrites(rewrites) => to.parenthesized(rewrites, |to, rewrite| rewrite.print(to)),
        }
    }
}

impl Print for FilterTable<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.name(&self.database, Place::FilterDb);
        to.join(b'.');
        to.name(&self.table, Place::FilterDb);
    }
}

impl Print for Rewrite<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.parenthesized(&[&self.from, &self.to], |to, name| to.name(name, Place::FilterDb));
    }
}
