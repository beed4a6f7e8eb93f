//! Reads cipher strings as a TLS library does: `--library openssl-1.1.1w`, `openssl-3.0.19`, `openssl-3.6.5`, `yassl`, or a server's client on one of
//! them, `mysql-9.7.4-client@openssl-3.6.5`. JSON lines in: `{"id", "kind": "cipher_list" | "ciphersuites", "value"}`; out, in the same order:
//! `{"id", "ok", "ciphers": [name]}`, with the error and what each element did.

use std::io::{self, BufRead, BufWriter, Write};

use replint::server::{ServerSet, Targets};
use replint::tls::{self, Library};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip_while(|arg| arg != "--library").skip(1);
    let name = args.next().ok_or("usage: ciphers --library NAME")?;
    let (server, library) = match name.split_once('@') {
        Some((client, library)) => (client.trim_end_matches("-client").parse::<Targets>()?.servers(), library),
        None => (ServerSet::EMPTY, name.as_str()),
    };
    let library: Library = library.parse()?;
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let value = row["value"].as_str().unwrap_or_default();
        let mut answer = match row["kind"].as_str() {
            Some("ciphersuites") => suites(value, library),
            _ => cipher_list(value, library, server),
        };
        answer["id"] = row["id"].clone();
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn cipher_list(value: &str, library: Library, server: ServerSet) -> Value {
    let list = tls::cipher_list(value, library, server);
    let names: Vec<&str> = list.ciphers().iter().map(|cipher| cipher.name()).collect();
    let usable: Vec<&str> = list.usable().map(|cipher| cipher.name()).collect();
    let elements: Vec<Value> =
        list.elements.iter().map(|e| json!([e.start, e.text, format!("{:?}", e.effect)])).collect();
    let error = list.outcome.as_ref().err().map(ToString::to_string);
    json!({ "ok": list.is_accepted(), "ciphers": names, "usable": usable, "error": error, "elements": elements })
}

fn suites(value: &str, library: Library) -> Value {
    let list = tls::ciphersuites(value, library);
    let names: Vec<&str> = list.suites().iter().map(|suite| suite.name()).collect();
    let usable: Vec<&str> = list.usable().map(|suite| suite.name()).collect();
    json!({ "ok": list.is_accepted(), "ciphers": names, "usable": usable })
}
