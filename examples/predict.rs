//! Predicts what starting a channel comes to: `predict --files DIR` reads JSON lines `{"id", "server", "source": [sql], "replica": [sql],
//! "server_cert"?}`, statements for a source and for a replica of the same release, and writes for each, in order, `{"id", "outcome": "connected" |
//! "failed" | "rejected" | "unknown", "encrypted", "protocol", "cipher", "errno", "why"}`.
//!
//! The paths of the statements are looked up below DIR. The source shows `/certs/server-cert.pem` unless `server_cert` names another, and believes
//! whom `/certs/ca.pem` signed; its accounts are root's and those of its statements; the replica is on the same machine.

use std::io::{self, BufRead, BufWriter, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use replint::certificate::{FileRoot, Moment};
use replint::model::{Origin, Outcome, PemFiles, Replica, Run, Source, SourceTls, Trust};
use replint::server::{ServerSet, Targets};
use replint::tls::{Library, Wishes};
use replint::{ParseOptions, parse_statement};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [flag, directory] = &arguments[..] else { return Err("usage: predict --files DIR".into()) };
    if flag != "--files" {
        return Err(format!("unknown option {flag}").into());
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let files = PemFiles::new(FileRoot::new(directory), Moment::of_unix(now.try_into()?));
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let ask: Value = serde_json::from_str(&line?)?;
        let mut answer = match predict(&ask, &files)? {
            Outcome::Connects { tls, protocol, cipher } => json!({
                "outcome": "connected", "encrypted": tls, "why": "",
                "protocol": protocol.map(|it| it.name()), "cipher": cipher.map(|it| it.name()),
            }),
            Outcome::Fails { errno, why } => json!({ "outcome": "failed", "errno": errno, "why": why.what }),
            Outcome::Rejected { errno, why } => json!({ "outcome": "rejected", "errno": errno, "why": why.what }),
            Outcome::Unknown { missing } => json!({ "outcome": "unknown", "why": missing.what }),
        };
        answer["id"] = ask["id"].clone();
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn predict(ask: &Value, files: &PemFiles) -> Result<Outcome, Box<dyn std::error::Error>> {
    let name = ask["server"].as_str().unwrap_or_default();
    let options = ParseOptions { targets: name.parse::<Targets>()?, ..ParseOptions::default() };
    let server = options.targets.servers();
    // MySQL before 5.7.28 comes with either; the community builds have yaSSL.
    let library = name.starts_with("mysql-5.6").then_some(Library::YaSsl);
    let texts = |side: &str| ask[side].as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>();
    let (accounts, _) = replay(&texts("source"), server, &options);
    let (replica, name) = replay(&texts("replica"), server, &options);
    let source = Source {
        library,
        accounts: Some(&accounts),
        has_no_other_accounts: true,
        replica_hosts: &["localhost", "127.0.0.1"],
        tls: SourceTls::On {
            wishes: Wishes::default(),
            certificate: ask["server_cert"].as_str().or(Some("/certs/server-cert.pem")),
            trust: Some(Trust { ca: Some("/certs/ca.pem"), ..Trust::default() }),
        },
        ..Source::of(server)
    };
    let channel = name.and_then(|name| replica.channel(&name));
    let channel = channel.ok_or("no statement of the replica names a channel")?;
    Ok(channel.start(Replica { server, library }, &source, files))
}

/// What statements add up to, and the channel that the last CHANGE names.
fn replay(texts: &[&str], server: ServerSet, options: &ParseOptions) -> (Run, Option<String>) {
    let mut run = Run::new(server);
    let mut channel = None;
    for text in texts {
        let parsed = parse_statement(*text, options);
        let Some(statement) = &parsed.statement else { continue };
        if let replint::model::Change::Channel(change) =
            run.apply(statement, parsed.accepted, &Origin::of_text("", text))
        {
            channel = Some(change.name.to_string());
        }
    }
    (run, channel)
}
