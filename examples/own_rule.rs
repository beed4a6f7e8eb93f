//! A rule of one's own, asked beside replint's: channels lead to hosts of the company.
//!
//! It sees a channel as the statements of a run leave it behind, so that a host of one CHANGE and a port of the next one are one channel.

use replint::ast::Content;
use replint::diagnostic::{Area, Group, Rule, Severity};
use replint::lint::{Settings, lint};
use replint::model::Channel;
use replint::rules::{Check, Context, Entry};
use replint::server::ChannelOptionName;

static FOREIGN_SOURCE: Entry = Entry {
    rule: Rule { name: "foreign-source", area: Area::Channel, severity: Severity::Error, group: Group::Default },
    since: "1.0.0",
    page: &["A channel leads to a host outside example.com."],
    check: Check::Channel(foreign_source),
    looks_at: Content::any_of(&[], &[ChannelOptionName::Host]),
};

fn foreign_source(channel: &Channel, context: &mut Context<'_>) {
    // What the run does not say is unknown, and raises nothing.
    let Some(host) = channel.setting(ChannelOptionName::Host) else { return };
    if host.text().is_some_and(|host| !host.ends_with(".example.com")) {
        context.report(host, "the source is no host of example.com").help("name it by its full name");
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let settings = Settings { targets: "mysql-8.4".parse()?, rules: vec![&FOREIGN_SOURCE], ..Settings::default() };
    let script = "\
CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1;
CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.net', SOURCE_SSL = 1 FOR CHANNEL 'b';
-- replint: ignore[foreign-source] until the move
CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db2.example.net', SOURCE_SSL = 1 FOR CHANNEL 'c';
";
    let mut found = Vec::new();
    lint("channels.sql", script.as_bytes(), &settings, |finding| found.push(finding))?;
    for finding in &found {
        println!("line {}: {} ({})", finding.primary.start.line, finding.message, finding.rule);
    }
    let own = found.iter().filter(|finding| finding.rule == "foreign-source").count();
    if own == 1 { Ok(()) } else { Err(format!("{own} findings of the own rule").into()) }
}
