use crate::model::{Channel, ServerOptions, Topology};
use crate::option_file::{Placed, Program};
use crate::rules::{Context, declare_rule};
use crate::server::{ChannelOptionName as Name, ServerSet};

declare_rule! {
    /// A channel relies on the clients' group of an option file, which no channel reads.
    ///
    /// ## What the server does
    ///
    /// The manual says that a replica takes the names of certificates from the group `[client]` of its option file. No server ever did: the channel connects
    /// with what CHANGE says, and checks nobody's certificate where that names no authority.
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server, started with such a file; sql/rpl_slave.cc of MySQL 5.7 to 9.7 and MariaDB 10.11.
    ClientGroupNotRead { name: "client-group-not-read", area: OptionFile, severity: Warning, group: Default, since: "0.1.0", run: check }
}

fn check(topology: &Topology, cx: &mut Context<'_>) {
    let of_clients = topology.option_files.iter().find_map(|file| Some((file, authority(file, cx.servers())?)));
    let Some((file, authority)) = of_clients else { return };
    for channel in topology.runs.iter().flat_map(|run| run.channels()) {
        let Some(ssl) = without_authority(channel) else { continue };
        let message = "the authority of clients in an option file is not the channel's: it checks nobody's certificate";
        let finding = cx.report(ssl, message).among(channel.servers());
        finding.also(&file.place(authority.entry.span()), "no channel reads this group");
        finding.help(format!("name it in the statement, as `{}`", channel.word(Name::SslCa)));
    }
}

/// The authority that a file gives to clients and to no server.
fn authority(file: &ServerOptions, servers: ServerSet) -> Option<Placed<'_>> {
    file.entries().find(|placed| {
        let is_read_by = |program| !file.readers(program, placed.group, servers).is_empty();
        let is_authority =
            placed.prefix("ssl-ca").is_some() && placed.entry.text().is_some_and(|path| !path.is_empty());
        is_authority && is_read_by(Program::Client) && !is_read_by(Program::Server)
    })
}

/// Where a channel asks for TLS that checks nobody.
fn without_authority(channel: &Channel) -> Option<&crate::model::Setting> {
    let ssl = channel.switch(Name::Ssl);
    let names_none = [Name::SslCa, Name::SslCapath].into_iter().all(|name| channel.value(name).is_unset());
    ssl.setting.filter(|_| names_none && ssl.off.is_empty() && !ssl.on.is_empty())
}
