//! Predicted outcomes against what real servers did: `tests/outcomes/`, and `../shared/truth` if it is there.

use std::fs;
use std::path::Path;

use replint::model::{
    Change, ClientCertificate, Files, Origin, Outcome, Replica, Run, Shown, Source, SourceTls, Trust,
    UnusableCertificate,
};
use replint::server::Targets;
use replint::tls::{Authentication, Library, Wishes};
use replint::{ParseOptions, parse_statement};
use serde_json::Value;

fn replay(case: &Value, side: &str, options: &ParseOptions) -> (Run, String) {
    let (mut run, mut channel) = (Run::new(options.targets.servers()), String::new());
    for text in case[side].as_array().unwrap() {
        let text = text.as_str().unwrap();
        let parsed = parse_statement(text, options);
        if let Some(statement) = &parsed.statement
            && let Change::Channel(change) = run.apply(statement, parsed.accepted, &Origin::of_text("case.sql", text))
        {
            channel = change.name.to_string();
        }
    }
    (run, channel)
}

fn predict(case: &Value, files: &dyn Files) -> Outcome {
    let name = case["server"].as_str().unwrap();
    let options = ParseOptions { targets: name.parse::<Targets>().unwrap(), ..ParseOptions::default() };
    let server = options.targets.servers();
    let library = (name == "mysql-5.6.24").then_some(Library::YaSsl);
    let (accounts, _) = replay(case, "source", &options);
    let (replica, channel) = replay(case, "replica", &options);
    let source = Source {
        library,
        accounts: Some(&accounts),
        has_no_other_accounts: true,
        replica_hosts: &["localhost", "127.0.0.1"],
        tls: SourceTls::On {
            wishes: Wishes::default(),
            certificate: case["server_cert"].as_str().or(Some("/certs/server-cert.pem")),
            trust: Some(Trust { ca: Some("/certs/ca.pem"), ..Trust::default() }),
        },
        ..Source::of(server)
    };
    replica.channel(&channel).unwrap().start(Replica { server, library }, &source, files)
}

/// Whether a prediction is what happened; `None` where there is none.
fn is_right(case: &Value, outcome: &Outcome) -> Option<bool> {
    let is = |key: &str, said: Option<&str>| said.is_none() || case[key].is_null() || case[key].as_str() == said;
    Some(match outcome {
        Outcome::Unknown { .. } => return None,
        Outcome::Connects { tls, protocol, cipher } => {
            case["outcome"] == "connected"
                && (case["encrypted"].is_null() || case["encrypted"] == *tls)
                && is("protocol", protocol.map(|it| it.name()))
                && is("cipher", cipher.map(|it| it.name()))
        }
        Outcome::Fails { errno, .. } => case["outcome"] == "failed" && case["errno"] == *errno,
        Outcome::Rejected { errno, .. } => case["outcome"] == "rejected" && case["errno"] == *errno,
    })
}

/// Predicts every case of a file: those that are wrong, and the ids of those that are not predicted.
fn judge(path: &Path, files: &dyn Files) -> (Vec<String>, Vec<String>) {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (mut wrong, mut unknown) = (Vec::new(), Vec::new());
    for line in text.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let outcome = predict(&case, files);
        let name = format!("{} on {}", case["id"], case["server"]);
        match is_right(&case, &outcome) {
            Some(true) => {}
            Some(false) => wrong.push(format!("{name}: {} {}, not {outcome:?}", case["outcome"], case["errno"])),
            None => unknown.push(name),
        }
    }
    (wrong, unknown)
}

#[test]
fn recorded_outcomes_are_predicted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outcomes");
    let mut all_unknown = Vec::new();
    for server in ["mysql-5.6.24", "mysql-9.7.4", "mariadb-10.11.19"] {
        let (wrong, unknown) = judge(&folder.join(server).with_added_extension("jsonl"), &Described);
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
        all_unknown.extend(unknown);
    }
    let expected = [
        // What a host's name is worth that the server has cut.
        r#""long-host" on "mysql-5.6.24""#,
        // OpenSSL 1.1.1 would take the short key, and which library it is was not said.
        r#""small-client" on "mysql-9.7.4""#,
        r#""small-client" on "mariadb-10.11.19""#,
        // Roles are not followed.
        r#""role-grant" on "mysql-9.7.4""#,
        r#""role-grant" on "mariadb-10.11.19""#,
        r#""default-role" on "mysql-9.7.4""#,
        r#""default-role" on "mariadb-10.11.19""#,
    ];
    all_unknown.retain(|name| !expected.contains(&name.as_str()));
    assert!(all_unknown.is_empty(), "not predicted: {all_unknown:?}");
}

#[cfg(feature = "certificates")]
#[test]
fn shared_truth_is_predicted() {
    use replint::certificate::{FileRoot, Moment};
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let truth = std::env::var_os("REPLINT_SHARED").map_or_else(beside, std::path::PathBuf::from).join("truth");
    let cases = truth.join("replication_outcomes.jsonl");
    if !cases.exists() {
        println!("skipped: {} is not there", cases.display());
        return;
    }
    // The certificates were made for that day.
    let now = "2026-11-25".parse::<Moment>().unwrap();
    let files = replint::model::PemFiles::new(FileRoot::new(truth), now);
    let (wrong, unknown) = judge(&cases, &files);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let count = fs::read_to_string(cases).unwrap().lines().count();
    assert!(unknown.len() * 10 <= count, "{} of {count} not predicted: {unknown:?}", unknown.len());
}

/// The files of `tests/outcomes/README.md`.
struct Described;

impl Described {
    fn signer(certificate: &str) -> Option<&'static str> {
        match certificate.strip_prefix("/certs/")? {
            "server-cert.pem" | "client-cert.pem" | "small-cert.pem" | "expired-cert.pem" | "both.pem" => Some("ca"),
            "otherclient-cert.pem" => Some("other"),
            _ => None,
        }
    }

    fn authorities_of(path: &str) -> &'static [&'static str] {
        match path.strip_prefix("/certs/") {
            Some("ca.pem" | "capath") => &["ca"],
            Some("other.pem") => &["other"],
            Some("bundle.pem") => &["ca", "other"],
            _ => &[],
        }
    }
}

impl Files for Described {
    fn authorities(&self, path: &str) -> Option<bool> {
        let is_file = !path.ends_with("capath");
        Some(is_file && !Self::authorities_of(path).is_empty() || Self::signer(path).is_some())
    }

    fn revocations(&self, path: &str) -> Option<bool> {
        Some(path == "/certs/crl.pem" || path == "/certs/ca.pem")
    }

    fn client_certificate(
        &self,
        certificate: &str,
        key: &str,
    ) -> Option<Result<ClientCertificate, UnusableCertificate>> {
        let Some(signer) = Self::signer(certificate) else { return Some(Err(UnusableCertificate::Certificate)) };
        let own = certificate.replace("-cert", "-key");
        if key != own {
            let is_key = key.ends_with("-key.pem");
            return Some(Err(if is_key { UnusableCertificate::OtherKey } else { UnusableCertificate::Key }));
        }
        let is_small = certificate.contains("small");
        let name = if is_small { "small" } else { "replica" };
        let issuer = if signer == "ca" { "Example CA" } else { "Other CA" };
        Some(Ok(ClientCertificate {
            subject: format!("/O=Example/CN={name}"),
            issuer: format!("/O=Example/CN={issuer}"),
            authentication: Authentication::Rsa,
            key_bits: if is_small { 1024 } else { 2048 },
            key_is_pkcs8: false,
        }))
    }

    fn is_trusted(&self, certificate: &str, trust: &Trust<'_>, _: Shown, security_level: u8) -> Option<bool> {
        let is_valid = !certificate.contains("expired") && (security_level < 2 || !certificate.contains("small"));
        let mut authorities = trust.ca.iter().chain(&trust.capath).flat_map(|path| Self::authorities_of(path));
        let is_signed = authorities.any(|authority| Some(*authority) == Self::signer(certificate));
        let revocation = trust.crl.is_none() && trust.crlpath.is_none() || trust.crl == Some("/certs/crl.pem");
        Some(is_valid && is_signed && revocation)
    }

    fn is_publicly_trusted(&self, _: &str) -> Option<bool> {
        Some(false)
    }

    fn names_host(&self, _: &str, host: &str) -> Option<bool> {
        Some(host.eq_ignore_ascii_case("db1.example.com") || host == "127.0.0.1")
    }

    fn common_name(&self, _: &str) -> Option<String> {
        Some("db1.example.com".to_owned())
    }

    fn authentication(&self, _: &str) -> Option<Authentication> {
        Some(Authentication::Rsa)
    }

    fn public_key(&self, _: &str) -> Option<bool> {
        Some(false)
    }
}
