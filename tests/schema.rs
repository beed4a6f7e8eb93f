//! `docs/*.schema.json` are what the types say (UPDATE=1 rewrites them), and what replint writes and reads fits them.

#[path = "support/recorded.rs"]
mod recorded;

use replint::ast::{ParseDocument, ServerRange, StatementEntry};
use replint::lexer::SqlMode;
use replint::lint::{Settings, lint};
use replint::report::{CheckDocument, Format, Style, TopologyDocument};
use replint::{ParseOptions, parse_statement};
use schemars::generate::SchemaSettings;

/// `docs/<name>.schema.json` is this.
fn is_current(name: &str, schema: &serde_json::Value) {
    let path = format!("{}/docs/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let text = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let file = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        file == text,
        "docs/{name}.schema.json is not what the types say; UPDATE=1 cargo test --all-features --test schema"
    );
}

fn schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<ParseDocument<'static>>().to_value()
}

fn check_schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<CheckDocument<'static>>().to_value()
}

#[test]
fn the_schema_of_topologies_is_current() {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    is_current("topology", &generator.into_root_schema_for::<TopologyDocument>().to_value());
}

/// What does not fit, each with its place in the document.
fn misfits(schema: &serde_json::Value, document: &serde_json::Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_files_are_current() {
    is_current("parse", &schema());
    let generator = SchemaSettings::draft2020_12().into_generator();
    is_current("check", &check_schema());
    is_current("replint", &generator.into_root_schema_for::<replint::config::Config>().to_value());
}

#[test]
fn every_recorded_statement_fits_the_schema() {
    let statements = recorded::repository();
    let entry = |it: &'static recorded::Recorded| {
        let options = ParseOptions { sql_mode: SqlMode::parse(&it.sql_mode), ..ParseOptions::default() };
        let parsed = parse_statement(&it.sql, &options);
        let accepted = ServerRange::all_of(parsed.accepted);
        StatementEntry { offset: 0, line: 1, column: 1, accepted, statement: parsed.statement }
    };
    let statements = statements.leak().iter().map(entry).collect();
    let document = serde_json::to_value(ParseDocument { version: ParseDocument::VERSION, statements }).unwrap();
    let misfits = misfits(&schema(), &document);
    assert!(misfits.is_empty(), "{} misfits:\n{}", misfits.len(), misfits[..misfits.len().min(20)].join("\n"));
}

#[test]
fn other_documents_do_not_fit() {
    let parsed = parse_statement("DROP USER repl", &ParseOptions::default());
    let entry = StatementEntry { offset: 0, line: 1, column: 1, accepted: Vec::new(), statement: parsed.statement };
    let document = serde_json::to_value(ParseDocument { version: 1, statements: vec![entry] }).unwrap();
    let fits = |pointer: &str, value: serde_json::Value| {
        let mut document = document.clone();
        *document.pointer_mut(pointer).unwrap() = value;
        misfits(&schema(), &document).is_empty()
    };
    let user = "/statements/0/statement/account/drop_user/users/0/name/named/user";
    assert!(fits(user, document.pointer(user).unwrap().clone()));
    assert!(!fits(user, "repl".into()));
    assert!(!fits(&format!("{user}/quote"), "curly".into()));
    assert!(!fits(&format!("{user}/span/start"), (-1).into()));
    assert!(!fits("/statements/0/statement", "drop_user".into()));
    assert!(!fits("/statements/0/line", serde_json::Value::Null));
}

#[test]
fn a_report_fits_the_schema() {
    let script = "STOP SLAVE;\nDROP USER;\nCREATE USER 'ñ'@'%' IDENTIFIED BY 'x' ACOUNT LOCK;\n";
    let settings = Settings { targets: "mysql-8.4".parse().unwrap(), ..Settings::default() };
    let mut findings = Vec::new();
    lint("a.sql", script.as_bytes(), &settings, |finding| findings.push(finding)).unwrap();
    let mut out = Vec::new();
    Format::Json.write(&mut out, Style::PLAIN, &findings).unwrap();
    let document: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(misfits(&check_schema(), &document), Vec::<String>::new());
    assert!(document["findings"].as_array().unwrap().len() >= 3);
    // The writer and the type are the same document.
    let version = env!("CARGO_PKG_VERSION");
    let summary = Default::default();
    let typed = CheckDocument {
        version: CheckDocument::VERSION,
        replint: version,
        findings: &findings,
        troubles: &[],
        summary,
    };
    assert_eq!(serde_json::to_value(typed).unwrap(), document);
}
