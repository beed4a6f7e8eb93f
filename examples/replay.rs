//! Replays the scripts of a directory, those of a migration tool in their order, and shows the channels that they leave behind.
//!
//! `replay DIRECTORY TARGET`

use std::fs::{self, File};

use replint::lint::{self, Plan, Settings};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [directory, target] = &arguments[..] else { return Err("usage: replay DIRECTORY TARGET".into()) };
    let settings = Settings { targets: target.parse()?, ..Settings::default() };
    let mut files = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "sql") {
            files.push(lint::File { path, settings: &settings, rank: None });
        }
    }
    let plan = Plan::new(files);
    // Sequences do not depend on each other: they may be replayed by several threads.
    let replayed = plan.sequences().map(|sequence| sequence.replay(|path| File::open(path))).collect();
    let (checked, topology) = plan.finish(replayed);
    for file in checked {
        println!("{}: {} findings", file.path.display(), file.result?.0.len());
    }
    for run in &topology.runs {
        for channel in run.channels() {
            let mode = channel.tls(channel.servers()).and_then(|tls| tls.mode());
            println!("channel {:?}: {}", channel.name(), mode.map_or("unknown".into(), |mode| format!("{mode:?}")));
        }
    }
    Ok(())
}
