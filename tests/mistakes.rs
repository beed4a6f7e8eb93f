//! Mistakes that no tool reported, each in a statement of its own, and what a DBA wants to read; and statements that nobody should be bothered about.

use replint::diagnostic::Severity;
use replint::lint::{Settings, lint};

/// What is found under a target, as `severity rule`; with the groups `default`, `strict` and `upgrade`.
fn found(target: &str, script: &str) -> Vec<(Severity, &'static str)> {
    let mut settings = Settings { targets: target.parse().unwrap(), ..Settings::default() };
    settings.selection.select = vec!["all".parse().unwrap()];
    let mut found = Vec::new();
    lint("a.sql", script.as_bytes(), &settings, |finding| found.push((finding.severity, finding.rule))).unwrap();
    found
}

/// Target, the rule that must be among the findings, the script.
const MISTAKES: [(&str, &str, &str); 32] = [
    (
        "mysql-8.0",
        "tls-options-without-ssl",
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL_CA = '/ca.pem'",
    ),
    (
        "mysql-8.0",
        "tls-options-without-ssl",
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL_VERIFY_SERVER_CERT = 1",
    ),
    (
        "mysql-9.7",
        "unknown-tls-version",
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.4'",
    ),
    (
        "mysql-8.0.28",
        "unknown-tls-version",
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1,TLSv1.1'",
    ),
    (
        "mysql-8.4",
        "unknown-cipher",
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, \
         SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES256-GCM-SHA385:ECDHE-RSA-AES128-GCM-SHA256'",
    ),
    (
        "mysql-8.4",
        "broken-ciphersuites",
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, \
         SOURCE_TLS_CIPHERSUITES = 'TLS_AES_256_GCM_SHA385'",
    ),
    (
        "mysql-8.4",
        "ciphers-of-unused-protocol",
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_TLS_VERSION = 'TLSv1.3', \
         SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES256-GCM-SHA384'",
    ),
    (
        "mysql-8.4",
        "verification-without-ca",
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_SSL_VERIFY_SERVER_CERT = 1",
    ),
    (
        "mysql-8.4",
        "certificate-without-key",
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_SSL_CERT = '/cert.pem'",
    ),
    ("mysql-8.4", "clear-text-channel", "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_USER = 'repl'"),
    (
        "mysql-8.4",
        "auto-position-with-coordinates",
        "CHANGE REPLICATION SOURCE TO SOURCE_AUTO_POSITION = 1, SOURCE_LOG_FILE = 'b.000001', SOURCE_LOG_POS = 4",
    ),
    ("mysql-8.4", "duplicate-option", "CHANGE REPLICATION SOURCE TO SOURCE_PORT = 3306, SOURCE_PORT = 3307"),
    ("mysql-8.4", "replication-password-in-clear", "CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD = 'oak-table-6'"),
    (
        "mysql-8.4",
        "value-too-long",
        "CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD = 'a-password-of-more-than-thirty-two-bytes'",
    ),
    ("mysql-8.4", "port-out-of-range", "CHANGE REPLICATION SOURCE TO SOURCE_PORT = 70000"),
    ("mysql-8.4", "value-out-of-range", "CHANGE REPLICATION SOURCE TO SOURCE_HEARTBEAT_PERIOD = 4294968"),
    (
        "mysql-8.4",
        "value-out-of-range",
        "CHANGE REPLICATION SOURCE TO SOURCE_COMPRESSION_ALGORITHMS = 'zstd', SOURCE_ZSTD_COMPRESSION_LEVEL = 30",
    ),
    (
        "mysql-8.4",
        "unknown-compression-algorithm",
        "CHANGE REPLICATION SOURCE TO SOURCE_COMPRESSION_ALGORITHMS = 'gzip'",
    ),
    ("mysql-8.4", "removed-syntax", "CHANGE MASTER TO MASTER_HOST = 'db1'"),
    ("mysql-8.4", "removed-option", "CHANGE REPLICATION SOURCE TO MASTER_HOST = 'db1'"),
    (
        "mysql-8.4",
        "replication-account-without-require",
        "CREATE USER 'repl'@'10.0.0.5' IDENTIFIED BY '${P}'; GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.5'",
    ),
    ("mysql-9.7", "plugin-not-available", "CREATE USER 'u'@'10.0.0.5' IDENTIFIED WITH mysql_native_password BY '${P}'"),
    ("mysql-8.0", "removed-syntax", "GRANT SELECT ON app.* TO 'u'@'10.0.0.5' IDENTIFIED BY '${P}'"),
    (
        "mysql-8.0",
        "removed-syntax",
        "CREATE USER 'u'@'10.0.0.5' IDENTIFIED BY PASSWORD '*94BDCEBE19083CE2A1F959FD02F964C7AF4CFC29'",
    ),
    (
        "mysql-8.4",
        "unknown-required-cipher",
        "CREATE USER 'u'@'10.0.0.5' IDENTIFIED BY '${P}' REQUIRE CIPHER 'ECDHE-RSA-AES256-GCM-SHA385'",
    ),
    ("mysql-8.4", "account-password-in-clear", "CREATE USER 'u'@'10.0.0.5' IDENTIFIED BY 'oak-table-6'"),
    (
        "mysql-5.7",
        "weak-cipher",
        "CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_SSL = 1, MASTER_SSL_CIPHER = 'AES128-SHA:DES-CBC3-SHA'",
    ),
    ("mysql-8.0", "deprecated-plugin", "CREATE USER 'u'@'10.0.0.5' IDENTIFIED WITH sha256_password BY '${P}'"),
    ("mysql-8.4", "removed-syntax", "START SLAVE"),
    ("mysql-8.4", "overprivileged-replication-account", "GRANT ALL ON *.* TO 'repl'@'%'"),
    ("mysql-8.0", "removed-syntax", "SET PASSWORD FOR 'u'@'10.0.0.5' = PASSWORD('${P}')"),
    ("mysql-8.4", "unknown-option", "CHANGE REPLICATION SOURCE TO SOURCE_SSL_CIPHERS = 'AES256-SHA'"),
];

#[test]
fn every_mistake_is_told() {
    let mut silent = Vec::new();
    for (at, (target, rule, script)) in MISTAKES.iter().enumerate() {
        let found = found(target, script);
        if !found.iter().any(|(_, name)| name == rule) {
            silent.push(format!("S{:02} {rule}: {found:?}", at + 1));
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn what_is_right_raises_no_error() {
    for script in [
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_PASSWORD = '${P}', SOURCE_SSL = 1, \
         SOURCE_SSL_CA = '/etc/mysql/ca.pem', SOURCE_SSL_CERT = '/etc/mysql/c.pem', SOURCE_SSL_KEY = '/etc/mysql/k.pem', \
         SOURCE_SSL_VERIFY_SERVER_CERT = 1, SOURCE_AUTO_POSITION = 1",
        "CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${P}' REQUIRE SSL",
        "GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%'",
        "INSERT INTO notes VALUES ('CHANGE MASTER TO MASTER_HOST=''x''; START SLAVE')",
        "ALTER USER 'repl'@'10.0.0.%' IDENTIFIED BY '${P}' RETAIN CURRENT PASSWORD",
    ] {
        for target in ["mysql-8.4", "mysql-9.7"] {
            let errors: Vec<_> =
                found(target, script).into_iter().filter(|(severity, _)| *severity == Severity::Error).collect();
            assert!(errors.is_empty(), "{target}: {script}: {errors:?}");
        }
    }
}
