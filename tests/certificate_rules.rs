//! Rules about the files that TLS options name, where they may be looked at.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use replint::certificate::FileRoot;
use replint::diagnostic::Diagnostic;
use replint::lint::{Settings, lint, option_file};
use replint::model::{KnownSource, PemFiles, ServerOptions};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/certificates");

fn settings(root: &Path, now: &str) -> Settings {
    let files = PemFiles::new(FileRoot::new(root), now.parse().unwrap());
    let mut settings =
        Settings { targets: "mysql-8.4".parse().unwrap(), files: Some(Arc::new(files)), ..Settings::default() };
    settings.selection.select = vec!["certificate".parse().unwrap()];
    settings
}

/// Without the modes of files: what a checkout gives them is not ours.
fn fixtures(now: &str) -> Settings {
    let mut settings = settings(Path::new(FIXTURES), now);
    settings.selection.ignore = vec!["key-readable-by-all".parse().unwrap()];
    settings
}

fn channel(options: &str, settings: &Settings) -> Vec<Diagnostic> {
    let script = format!(
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 1, {options};\n"
    );
    let mut found = Vec::new();
    lint("a.sql", script.as_bytes(), settings, |finding| found.push(finding)).unwrap();
    found
}

fn rules(found: &[Diagnostic]) -> Vec<&str> {
    found.iter().map(|finding| finding.rule).collect()
}

#[test]
fn nothing_is_looked_at_without_a_root() {
    let settings = Settings { files: None, ..fixtures("2030-01-01") };
    assert!(channel("SOURCE_SSL_CA = '/certs/none.pem'", &settings).is_empty());
}

#[test]
fn relative_paths_are_unknown() {
    assert!(channel("SOURCE_SSL_CA = 'certs/none.pem'", &fixtures("2030-01-01")).is_empty());
}

#[test]
fn time_is_what_the_caller_says() {
    let options = "SOURCE_SSL_CA = '/certs/ca.pem', SOURCE_SSL_CRL = '/certs/crl.pem', SOURCE_SSL_CERT = '/certs/expired-cert.pem'";
    assert_eq!(rules(&channel(options, &fixtures("2027-01-01"))), Vec::<&str>::new());
    assert_eq!(rules(&channel(options, &fixtures("2028-01-01"))), ["certificate-expired"]);
    let found = channel(options, &fixtures("2200-01-01"));
    assert_eq!(rules(&found), ["authorities-expired", "revocation-list-expired", "certificate-expired"]);
    assert!(found[2].message.contains("has expired at 2027-11-24"), "{}", found[2].message);
    let found = channel(options, &fixtures("2001-01-01"));
    assert_eq!(rules(&found), ["certificate-expired"]);
    assert!(found[0].message.contains("is not valid before"), "{}", found[0].message);
}

#[test]
fn an_option_file_is_told_at_its_line() {
    let text = b"[mysqld]\nssl_cert = /certs/server-cert.pem\nssl_key = /certs/other-key.pem\n[client]\nssl-ca = /certs/ca.der\n";
    let found = option_file(&ServerOptions::read("my.cnf", text, &()), &fixtures("2030-01-01"));
    let lines: Vec<String> = found.iter().map(|it| format!("{} {}", it.primary.start.line, it.rule)).collect();
    assert_eq!(lines, ["3 key-of-other-certificate", "5 tls-file-not-pem"]);
    assert_eq!(found[0].labels[0].start.line, 2);
    let overridden = b"[mysqld]\nssl_cert = /certs/none.pem\nssl_cert = /certs/server-cert.pem\n";
    assert!(option_file(&ServerOptions::read("my.cnf", overridden, &()), &fixtures("2030-01-01")).is_empty());
}

#[test]
fn the_source_is_compared_with_the_channel() {
    let with = |certificate: &str| {
        let source = KnownSource {
            hosts: vec!["DB1.example.com".to_owned()],
            certificate: Some(certificate.to_owned()),
            ..KnownSource::default()
        };
        Settings { sources: vec![source], ..fixtures("2027-01-01") }
    };
    let options = "SOURCE_SSL_CA = '/certs/ca.pem', SOURCE_SSL_VERIFY_SERVER_CERT = 1";
    let told = |certificate: &str, options: &str| rules(&channel(options, &with(certificate))).join(" ");
    assert_eq!(told("/certs/server-cert.pem", options), "");
    assert_eq!(told("/certs/auto-cert.pem", options), "certificate-for-other-host");
    assert_eq!(told("/certs/auto-cert.pem", "SOURCE_SSL_CA = '/certs/ca.pem'"), "", "the name is not checked");
    assert_eq!(told("/certs/server-cert.pem", "SOURCE_SSL_CA = '/certs/otherca.pem'"), "source-not-trusted");
    assert_eq!(told("/certs/revoked-cert.pem", "SOURCE_SSL_CA = '/certs/ca.pem'"), "");
    let revoked = "SOURCE_SSL_CA = '/certs/ca.pem', SOURCE_SSL_CRL = '/certs/crl.pem'";
    assert_eq!(told("/certs/revoked-cert.pem", revoked), "source-not-trusted");
    assert_eq!(told("/certs/none.pem", options), "", "what cannot be read is not known");
}

#[test]
fn a_large_file_is_not_read() {
    let directory = tempfile::tempdir().unwrap();
    let file = fs::File::create(directory.path().join("ca.pem")).unwrap();
    file.set_len(100 << 20).unwrap();
    let found = channel("SOURCE_SSL_CA = '/ca.pem'", &settings(directory.path(), "2030-01-01"));
    assert_eq!(rules(&found), ["unreadable-tls-file"]);
    assert!(found[0].message.ends_with("it is larger than 4 MiB"), "{}", found[0].message);
}

#[test]
fn rubbish_between_blocks_is_skipped_and_rubbish_in_them_is_not() {
    let directory = tempfile::tempdir().unwrap();
    let ca = fs::read_to_string(format!("{FIXTURES}/certs/ca.pem")).unwrap();
    let told = |text: String| {
        fs::write(directory.path().join("ca.pem"), text).unwrap();
        let found = channel("SOURCE_SSL_CA = '/ca.pem'", &settings(directory.path(), "2030-01-01"));
        found.into_iter().map(|finding| finding.message).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told(format!("subject=/CN=x\n\u{1}\u{2}\n{ca}rubbish\n{ca}")), "");
    let broken = told(format!("{ca}-----BEGIN CERTIFICATE-----\nMII*\n-----END CERTIFICATE-----\n"));
    assert!(broken.contains("the block at its line") && broken.ends_with("not base64"), "{broken}");
    assert!(told("-----BEGIN CERTIFICATE-----\nMII".to_owned()).ends_with("no END line"));
    assert!(told(String::new()).ends_with("it is empty"));
    assert!(told("no PEM".to_owned()).ends_with("it is not PEM"));
}

#[cfg(unix)]
#[test]
fn links_in_circles_and_directories_are_no_files() {
    let directory = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("b.pem", directory.path().join("a.pem")).unwrap();
    std::os::unix::fs::symlink("a.pem", directory.path().join("b.pem")).unwrap();
    fs::create_dir(directory.path().join("dir")).unwrap();
    let settings = settings(directory.path(), "2030-01-01");
    let message = |path: &str| channel(&format!("SOURCE_SSL_CA = '{path}'"), &settings)[0].message.clone();
    assert_eq!(message("/a.pem"), "SOURCE_SSL_CA names /a.pem: its links lead in circles");
    assert_eq!(message("/dir"), "SOURCE_SSL_CA names /dir: it is not a file");
    assert_eq!(message("/../none.pem"), "SOURCE_SSL_CA names /../none.pem: there is no such file");
}

#[cfg(unix)]
#[test]
fn modes_of_keys_are_looked_at() {
    use std::os::unix::fs::PermissionsExt as _;
    let directory = tempfile::tempdir().unwrap();
    let key = directory.path().join("key.pem");
    fs::copy(format!("{FIXTURES}/certs/server-key.pem"), &key).unwrap();
    fs::copy(format!("{FIXTURES}/certs/server-cert.pem"), directory.path().join("cert.pem")).unwrap();
    let told = |mode: u32| {
        fs::set_permissions(&key, fs::Permissions::from_mode(mode)).unwrap();
        let found = channel(
            "SOURCE_SSL_CERT = '/cert.pem', SOURCE_SSL_KEY = '/key.pem'",
            &settings(directory.path(), "2030-01-01"),
        );
        rules(&found).join(" ")
    };
    assert_eq!(told(0o644), "key-readable-by-all");
    assert_eq!(told(0o640), "");
}

/// What the rules say of a channel whose source has an option file.
fn against(server: &str, option_file: &str, options: &str) -> Vec<Diagnostic> {
    let directory = tempfile::tempdir().unwrap();
    for file in ["ca.pem", "otherca.pem", "server-cert.pem", "server-key.pem"] {
        fs::copy(format!("{FIXTURES}/certs/{file}"), directory.path().join(file)).unwrap();
    }
    fs::write(directory.path().join("my.cnf"), option_file).unwrap();
    let source = KnownSource {
        hosts: vec!["db1.example.com".to_owned()],
        server: server.parse().unwrap(),
        option_file: Some("/my.cnf".to_owned()),
        ..KnownSource::default()
    };
    let mut settings = Settings { sources: vec![source], ..settings(directory.path(), "2027-01-01") };
    settings.selection.ignore = vec!["key-readable-by-all".parse().unwrap()];
    channel(options, &settings)
}

#[test]
fn a_channel_is_compared_with_the_option_file_of_its_source() {
    let told = |option_file: &str, options: &str| rules(&against("mysql-8.0", option_file, options)).join(" ");
    let only = "SOURCE_TLS_VERSION = 'TLSv1.3'";
    assert_eq!(told("[mysqld]\ntls_version = TLSv1.2\n", only), "no-common-protocol");
    assert_eq!(told("[mysqld]\ntls_version = TLSv1.2,TLSv1.3\n", only), "");
    assert_eq!(told("[mysqld]\ntls_version = {{ versions }}\n", only), "");
    assert_eq!(told("[mysqld]\ntls_version = TLSv1.2\n", "SOURCE_PORT = 3306"), "");
    assert_eq!(told("[mysqld]\nskip-ssl\n", "SOURCE_PORT = 3306"), "source-without-tls");
    assert_eq!(told("[mysqld]\ntls_version = ''\n", "SOURCE_PORT = 3306"), "source-without-tls");
    assert_eq!(told("[client]\nskip-ssl\n", "SOURCE_PORT = 3306"), "");
    assert_eq!(told("[mysqld]\n!include /elsewhere.cnf\nskip-ssl\n[mysqld]\nssl = 1\n", "SOURCE_PORT = 3306"), "");
    let (cipher, other) = ("ECDHE-RSA-AES128-GCM-SHA256", "SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES256-GCM-SHA384'");
    let old = |options: &str| format!("{options}, SOURCE_TLS_VERSION = 'TLSv1.2'");
    assert_eq!(told(&format!("[mysqld]\nssl_cipher = {cipher}\n"), &old(other)), "no-common-cipher");
    assert_eq!(told(&format!("[mysqld]\nssl_cipher = {cipher}\n"), other), "", "over TLS 1.3 they have");
    assert_eq!(told("[mysqld]\nrequire_secure_transport = ON\n", "SOURCE_SSL = 0"), "source-requires-tls");
    assert_eq!(told("[mysqld]\nrequire_secure_transport = 0\n", "SOURCE_SSL = 0"), "");
    assert_eq!(told("[mysqld]\nrequire_secure_transport\n", "SOURCE_PORT = 3306"), "");
    let shown = "SOURCE_SSL_CERT = '/server-cert.pem', SOURCE_SSL_KEY = '/server-key.pem'";
    let authorities =
        |ca: &str| format!("[mysqld]\nssl_ca = {ca}\nssl_cert = /server-cert.pem\nssl_key = /server-key.pem\n");
    assert_eq!(told(&authorities("/otherca.pem"), shown), "replica-not-trusted");
    assert_eq!(told(&authorities("/ca.pem"), shown), "");
}

#[test]
fn only_some_releases_make_certificates_themselves() {
    let told = |server: &str| rules(&against(server, "[mysqld]\nport = 3306\n", "SOURCE_PORT = 3306")).join(" ");
    assert_eq!(told("mysql-5.6"), "source-without-tls");
    assert_eq!(told("mariadb-10.11"), "source-without-tls");
    assert_eq!(told("mysql-5.7"), "", "it depends on its TLS library");
    assert_eq!(told("mysql-8.0"), "");
    assert_eq!(told("mariadb-11.4"), "");
}

#[test]
fn the_line_of_the_sources_option_file_is_told() {
    let found = against("mysql-8.4", "[mysqld]\nport = 3306\nrequire_secure_transport = ON\n", "SOURCE_SSL = 0");
    let message = "the source requires TLS, and the channel does not use it: error 3159; see line 3 of its /my.cnf";
    assert_eq!(found[0].message, message);
    let found = against("mariadb-10.11", "[mysqld]\nrequire_secure_transport = ON\n", "SOURCE_SSL = 0");
    assert!(found[0].message.contains("error 1045"), "{}", found[0].message);
}
