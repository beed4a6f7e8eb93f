//! What the rules of the area `tls` say of whole channels: what the server that is named did with such a channel, where it was asked.

use replint::lint::{Settings, lint};

/// The rules of the area that find something, all of its rules on; each with its message.
fn found(target: &str, script: &str) -> Vec<(&'static str, String)> {
    let mut settings = Settings { targets: target.parse().unwrap(), ..Settings::default() };
    settings.selection.select = vec!["tls".parse().unwrap()];
    let mut found = Vec::new();
    lint("a.sql", script.as_bytes(), &settings, |finding| found.push((finding.rule, finding.message))).unwrap();
    found.sort_unstable();
    found
}

/// The new spelling on a new channel that verifies its source, with more options.
fn verified(options: &str) -> String {
    format!(
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CA = '/ca.pem',
         SOURCE_SSL_CRL = '/crl.pem', SOURCE_SSL_VERIFY_SERVER_CERT = 1, {options};"
    )
}

#[track_caller]
fn assert_found(target: &str, script: &str, expected: &[&str]) {
    let found = found(target, script);
    let names: Vec<&str> = found.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(names, expected, "{target}: {script}\n{found:#?}");
}

#[test]
fn a_channel_that_does_it_all_is_left_alone() {
    let legacy = "CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_USER = 'repl', MASTER_SSL = 1, MASTER_SSL_CA = '/ca.pem',
        MASTER_SSL_CRL = '/crl.pem', MASTER_SSL_CERT = '/cert.pem', MASTER_SSL_KEY = '/key.pem', MASTER_SSL_VERIFY_SERVER_CERT = 1;";
    for target in ["", "mysql-5.6", "mysql-5.7", "mysql-8.0", "mariadb-10.11", "mariadb-11.8"] {
        assert_found(target, legacy, &[]);
    }
    assert_found("mysql-9.7", &verified("SOURCE_SSL_CERT = '/cert.pem', SOURCE_SSL_KEY = '/key.pem'"), &[]);
}

#[test]
fn ciphers_as_servers_answered() {
    // From MySQL 9.7.4: what connected, and what stopped with error 2026.
    let cases = [
        ("ECDHE-RSA-AES128-GCM-SHA256 ECDHE-RSA-AES256-GCM-SHA384", None),
        ("ECDHE-RSA-AES128-GCM-SHA256:", None),
        ("ECDHE-RSA-AES128-GCM-SHA256;ECDHE-RSA-AES256-GCM-SHA384", None),
        ("HIGH", None),
        ("HIGH:!EXPORT:!aNULL:!RC4", None),
        ("TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES128-GCM-SHA256", Some("tls13-suite-in-cipher-list")),
        ("ECDHE-RSA-AES128-GCM-SHA256:ecdhe-rsa-aes256-gcm-sha384", Some("unknown-cipher")),
        ("ECDHE-RSA-AES128-GCM-SHA256:DEFAULT", Some("default-in-cipher-list")),
        ("ECDHE-RSA-AES128-GCM-SHA256:RC4-MD5", Some("weak-cipher")),
        ("FOO", Some("empty-cipher-list")),
        ("!aNULL", Some("empty-cipher-list")),
        ("RC4-SHA", Some("empty-cipher-list")),
        ("eNULL", Some("empty-cipher-list")),
        ("DEFAULT", Some("empty-cipher-list")),
        ("DEFAULT@SECLEVEL=5", Some("empty-cipher-list")),
        ("ALL:!ALL", Some("empty-cipher-list")),
        ("ECDHE_RSA_AES128_GCM_SHA256", Some("empty-cipher-list")),
        ("TLS_AES_128_GCM_SHA256", Some("empty-cipher-list")),
        ("HIGH:@FOO", Some("broken-cipher-list")),
        ("HIGH:!", Some("broken-cipher-list")),
        ("AES256-SHA|AES128-SHA", Some("broken-cipher-list")),
        // Handshake failures: the source takes none of them over TLS 1.2.
        ("AES256-SHA", Some("ciphers-refused-by-source")),
        ("ECDHE-RSA-AES256-SHA384", Some("ciphers-refused-by-source")),
    ];
    for (list, rule) in cases {
        let script = verified(&format!("SOURCE_SSL_CIPHER = '{list}', SOURCE_TLS_VERSION = 'TLSv1.2'"));
        assert_found("mysql-9.7", &script, rule.as_slice());
    }
}

#[test]
fn mariadb_reads_ciphers_in_its_own_way() {
    // MariaDB 11.8.9: what connected, and what stopped with error 2026.
    for (list, rule) in [
        ("DEFAULT", None),
        ("TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES128-GCM-SHA256", None),
        ("eNULL", Some("weak-cipher")),
        ("ALL:!ALL", Some("empty-cipher-list")),
        ("ECDHE_RSA_AES128_GCM_SHA256", Some("empty-cipher-list")),
        ("HIGH:@FOO", Some("broken-cipher-list")),
    ] {
        let script =
            format!("CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_SSL = 1, MASTER_SSL_CIPHER = '{list}';");
        assert_found("mariadb-11.8", &script, rule.as_slice());
    }
}

#[test]
fn protocols_and_suites_as_servers_answered() {
    for (options, rule) in [
        ("SOURCE_TLS_VERSION = 'TLSV1.2'", None),
        ("SOURCE_TLS_VERSION = 'TLSv1.2,'", None),
        ("SOURCE_TLS_VERSION = ',TLSv1.3'", None),
        ("SOURCE_TLS_VERSION = ''", None),
        ("SOURCE_TLS_VERSION = 'TLSv1,TLSv1.2'", Some("ignored-tls-version")),
        ("SOURCE_TLS_VERSION = 'TLSv1.2, TLSv1.3'", Some("ignored-tls-version")),
        ("SOURCE_TLS_VERSION = 'TLSv1.2;TLSv1.3'", Some("unknown-tls-version")),
        ("SOURCE_TLS_VERSION = '-TLSv1.3'", Some("unknown-tls-version")),
        ("SOURCE_TLS_VERSION = 'TLSv12'", Some("unknown-tls-version")),
        ("SOURCE_TLS_CIPHERSUITES = NULL", None),
        ("SOURCE_TLS_CIPHERSUITES = '', SOURCE_TLS_VERSION = 'TLSv1.2'", None),
        ("SOURCE_TLS_CIPHERSUITES = '', SOURCE_TLS_VERSION = 'TLSv1.3'", Some("empty-ciphersuites")),
        ("SOURCE_TLS_CIPHERSUITES = ''", Some("empty-ciphersuites")),
        ("SOURCE_TLS_CIPHERSUITES = 'FOO', SOURCE_TLS_VERSION = 'TLSv1.2'", Some("broken-ciphersuites")),
        (
            "SOURCE_TLS_CIPHERSUITES = 'TLS_AES_128_GCM_SHA256', SOURCE_TLS_VERSION = 'TLSv1.2'",
            Some("ciphers-of-unused-protocol"),
        ),
    ] {
        assert_found("mysql-9.7", &verified(options), rule.as_slice());
    }
}

#[test]
fn findings_say_what_is_skipped_and_what_remains() {
    let message =
        |target: &str, script: &str| found(target, script).into_iter().map(|(_, message)| message).collect::<Vec<_>>();
    assert_eq!(
        message("mysql-8.4", &verified("SOURCE_SSL_CIPHER = 'high:AES128-GMC-SHA256:ECDHE-RSA-AES128-GCM-SHA256'")),
        [
            "`high` and `AES128-GMC-SHA256` are no names of ciphers and are skipped: only ECDHE-RSA-AES128-GCM-SHA256 remains"
        ]
    );
    assert_eq!(
        message("mysql-5.7, mysql-8.0", "CHANGE MASTER TO MASTER_TLS_VERSION = 'TLSv1,TLSv1.1,TLSv1.2';"),
        [
            "`TLSv1` and `TLSv1.1` are ignored: the channel uses TLSv1.2; on MySQL 8.0",
            "`TLSv1` and `TLSv1.1` are allowed, and withdrawn; on MySQL 5.7",
        ]
    );
}

#[test]
fn what_persists_counts_and_what_is_unknown_does_not() {
    let host = "CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_USER = 'repl'";
    assert_found("mysql-8.0", "CHANGE MASTER TO MASTER_SSL = 1, MASTER_SSL_VERIFY_SERVER_CERT = 1;", &[]);
    assert_found(
        "mysql-8.0",
        &format!("{host}, MASTER_SSL_CA = '/ca.pem'; CHANGE MASTER TO MASTER_SSL_CA = '';"),
        &["clear-text-channel"],
    );
    // TLS is turned off on purpose: one finding, at the switch.
    let off = format!("{host}, MASTER_SSL = 1, MASTER_SSL_CA = '/ca.pem'; CHANGE MASTER TO MASTER_SSL = 0;");
    assert_found("mysql-8.0", &off, &["clear-text-channel"]);
    let bad = format!("{host}, MASTER_SSL = 1, MASTER_SSL_CIPHER = 'FOO'; CHANGE MASTER TO MASTER_SSL_CIPHER = '';");
    assert_found("mysql-8.0", &bad, &["unverified-source"]);
    let placeholder = format!(
        "{host}, MASTER_SSL = 1, MASTER_SSL_CA = '${{CA}}', MASTER_SSL_CRL = '${{CRL}}', MASTER_SSL_CIPHER = '${{CIPHERS}}', MASTER_SSL_VERIFY_SERVER_CERT = ${{VERIFY}};"
    );
    assert_found("mysql-8.0", &placeholder, &[]);
}

#[test]
fn clear_text_is_a_matter_of_versions() {
    let wish = "CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_USER = 'repl', MASTER_SSL = 1;";
    assert_found("mysql-5.6", wish, &["tls-not-enforced"]);
    assert_found("mysql-5.7", wish, &["unverified-source"]);
    assert_found("mariadb-10.11", wish, &["tls-not-enforced"]);
    assert_found("mariadb-11.8", wish, &[]);
    let required = format!("CREATE USER 'repl'@'%' IDENTIFIED BY '${{PASSWORD}}' REQUIRE SSL;{wish}");
    assert_found("mariadb-10.11", &required, &["unverified-source"]);
    let local = "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_USER = 'repl', MASTER_SSL = 1;";
    assert_found("mariadb-10.11", local, &[]);
}

#[test]
fn required_ciphers_as_servers_answered() {
    // Error 1045 from MySQL 9.7.4, MySQL 5.6.24 and MariaDB; MariaDB takes an empty one for none.
    for (target, cipher, is_found) in [
        ("mysql-9.7", "tls_aes_256_gcm_sha384", true),
        ("mysql-9.7", "TLS_AES_256_GCM_SHA384", false),
        ("mysql-9.7", "", true),
        ("mysql-9.7", "AES256-SHA", true),
        ("mysql-8.0", "AES256-SHA", false),
        ("mysql-5.7", "TLS_AES_256_GCM_SHA384", true),
        ("mariadb-10.11", "", false),
        ("mariadb-10.11", "tls_aes_256_gcm_sha384", true),
        ("mariadb-10.11", "EDH-RSA-DES-CBC3-SHA", false),
    ] {
        let script = format!("CREATE USER 'repl'@'%' IDENTIFIED BY '${{PASSWORD}}' REQUIRE CIPHER '{cipher}';");
        let expected: &[&str] = if is_found { &["unknown-required-cipher"] } else { &[] };
        assert_found(target, &script, expected);
    }
}
