use std::path::Path;

use crate::model::{ServerOptions, Topology};
use crate::option_file::{Placed, Program};
use crate::rules::{Context, declare_rule};
use crate::server::ServerSet;

declare_rule! {
    /// A channel is set up, and the replica's option file does not keep it from starting with the server.
    ///
    /// ## What the server does
    ///
    /// A server starts all its channels with itself, unless `skip_replica_start` (`skip_slave_start`) is given. Whoever restarts one to change its TLS, or
    /// restores a copy of it, has it replicate before the channel is what it should be.
    ///
    /// Reported where the option file is in the same folder as the script, or in the one above it.
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Setting Up Replication to Use Encrypted Connections.
    ReplicaStartsItself { name: "replica-starts-itself", area: OptionFile, severity: Advice, group: Strict, since: "0.1.0", run: check }
}

fn check(topology: &Topology, cx: &mut Context<'_>) {
    for channel in topology.runs.iter().flat_map(|run| run.channels()) {
        let Some(change) = channel.last_change() else { continue };
        let folder = change.origin.path.parent().unwrap_or(Path::new(""));
        let is_near = |file: &&ServerOptions| {
            let of_file = file.origin().path.parent();
            of_file == Some(folder) || folder.parent().is_some_and(|above| of_file == Some(above))
        };
        let starts = |file: &&ServerOptions| starts_itself(file, channel.servers());
        if let Some(file) = topology.option_files.iter().filter(is_near).find(starts) {
            let finding = cx.report(change, "the replica starts this channel with itself");
            finding.among(channel.servers()).help(format!(
                "write `skip_slave_start` in its group `[mysqld]`, in {}",
                crate::source::visible(&file.origin().path.to_string_lossy())
            ));
        }
    }
}

/// Whether servers read a file that is whole, and none of the two names is in it.
fn starts_itself(file: &ServerOptions, servers: ServerSet) -> bool {
    let is_read = |placed: Placed<'_>| !file.readers(Program::Server, placed.group, servers).is_empty();
    let keeps = |server| {
        let given = ["skip-replica-start", "skip-slave-start"].map(|known| file.find(Program::Server, server, known));
        given.iter().any(Option::is_some)
    };
    !file.is_partial()
        && file.entries().any(is_read)
        && !servers.releases().any(|(bit, _)| keeps(ServerSet::of_bit(bit)))
}
