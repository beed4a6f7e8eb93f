//! What the rules about accounts find where it is subtle. Hosts were tried by logging in to 5.6.24, 9.7.4 and 10.11.19 servers; what other
//! releases do is what the tables say.

use replint::lint::{Settings, lint};

/// The rules that find something, by name, in the order of the script.
fn found(target: &str, select: &str, script: &str) -> Vec<&'static str> {
    let mut settings = Settings { targets: target.parse().expect("a target"), ..Settings::default() };
    settings.selection.select = select.split(',').map(|name| name.parse().expect("a selector")).collect();
    let mut found = Vec::new();
    lint("script.sql", script.as_bytes(), &settings, |finding| found.push(finding.rule)).unwrap();
    found
}

/// Scripts with the rules of a selection that speak, for a target.
fn check(select: &str, cases: &[(&str, &str, &[&str])]) {
    for (target, script, rules) in cases {
        assert_eq!(found(target, select, script), *rules, "{target}: {script}");
    }
}

#[test]
fn plugins_are_an_error_only_where_no_build_has_them() {
    let rule: &[&str] = &["plugin-not-available"];
    check(
        "plugin-not-available",
        &[
            ("mysql-8.4", "CREATE USER a@h IDENTIFIED WITH mysql_native_password", &[]),
            ("mysql-9.0", "CREATE USER a@h IDENTIFIED WITH mysql_native_password", rule),
            ("mysql-9.7", "CREATE USER a@h IDENTIFIED WITH 'MYSQL_NATIVE_PASSWORD' BY 'x'", rule),
            ("mariadb-11.8", "CREATE USER a@h IDENTIFIED VIA mysql_native_password", &[]),
            ("mariadb-10.11", "CREATE USER a@h IDENTIFIED VIA sha256_password", rule),
            ("mariadb-10.11", "CREATE USER a@h IDENTIFIED VIA ed25519 OR unix_socket", &[]),
            ("mariadb-10.11", "CREATE USER a@h IDENTIFIED VIA parsec", rule),
            ("mysql-9.7", "CREATE USER a@h IDENTIFIED WITH ed25519", rule),
            ("mysql-9.7", "CREATE USER a@h IDENTIFIED WITH auth_socket", &[]),
            ("mysql-9.7", "CREATE USER a@h IDENTIFIED WITH authentication_ldap_sasl", &[]),
            ("mysql-9.7", "CREATE USER a@h IDENTIFIED WITH plugin_of_our_own", &[]),
            ("mysql-9.7", "CREATE USER a@h IDENTIFIED WITH mysql_clear_password", rule),
            ("mysql-5.7", "CREATE USER a@h IDENTIFIED WITH caching_sha2_password", rule),
            ("mysql-5.7,mysql-8.0", "CREATE USER a@h IDENTIFIED WITH caching_sha2_password", rule),
            ("", "CREATE USER a@h IDENTIFIED WITH caching_sha2_password", &[]),
        ],
    );
}

#[test]
fn a_hash_is_judged_by_the_plugin_that_stores_it() {
    let rule: &[&str] = &["invalid-hash"];
    check(
        "invalid-hash",
        &[
            ("mariadb-10.11", "CREATE USER a@h IDENTIFIED BY PASSWORD '5d2e19393cc5ef67'", &[]),
            ("mysql-5.6", "CREATE USER a@h IDENTIFIED BY PASSWORD '5d2e19393cc5ef67'", rule),
            ("mysql-8.0", "CREATE USER a@h IDENTIFIED WITH caching_sha2_password AS ''", &[]),
            ("mysql-8.0", "CREATE USER a@h IDENTIFIED WITH caching_sha2_password AS 0x2A2A", rule),
            ("mysql-8.0", "CREATE USER a@h IDENTIFIED WITH mysql_native_password AS '${HASH}'", &[]),
            (
                "mysql-8.0",
                "CREATE USER a@h IDENTIFIED WITH mysql_native_password AS '*THISISNOTAVALIDPASSWORDTHATCANBEUSEDHERE'",
                &[],
            ),
            (
                "mariadb-10.11",
                "CREATE USER a@h IDENTIFIED VIA unix_socket OR mysql_native_password USING 'invalid'",
                &[],
            ),
            ("mariadb-10.11", "CREATE USER a@h IDENTIFIED VIA mysql_native_password USING 'invalid'", rule),
            ("mariadb-10.11", "CREATE USER a@h IDENTIFIED BY PASSWORD '****************'", &[]),
            ("mysql-8.0", "CREATE USER a@h IDENTIFIED WITH auth_pam AS 'mysqld, root=dba'", &[]),
        ],
    );
}

#[test]
fn accounts_are_followed_through_the_script() {
    check(
        "account-created-twice,dropped-account,rename-to-existing-account,grant-to-other-host",
        &[
            ("mysql-8.4", "CREATE USER a@h; DROP USER a@h; CREATE USER a@h", &[]),
            ("mysql-8.4", "CREATE USER a@h; CREATE USER IF NOT EXISTS a@h", &[]),
            ("mysql-8.4", "CREATE USER IF NOT EXISTS a@h; CREATE USER A@h", &[]),
            ("mysql-8.4", "CREATE USER ' a'@h, a@H", &["account-created-twice"]),
            ("mysql-8.4", "CREATE ROLE r; CREATE USER r", &["account-created-twice"]),
            ("mariadb-10.11", "CREATE ROLE r; CREATE USER r", &[]),
            ("mariadb-10.11", "CREATE USER a; CREATE OR REPLACE USER a", &[]),
            ("mysql-8.4", "RENAME USER a@h TO b@h; ALTER USER a@h ACCOUNT LOCK", &["dropped-account"]),
            ("mysql-8.4", "RENAME USER a@h TO b@h, b@h TO a@h", &[]),
            ("mysql-5.6", "DROP USER a@h; GRANT SELECT ON d.* TO a@h", &[]),
            ("mysql-8.4", "DROP USER a@h; GRANT SELECT ON d.* TO a@h", &["dropped-account"]),
            ("mariadb-10.11", "DROP USER a@h; GRANT SELECT ON d.* TO a@h IDENTIFIED BY 'x'", &[]),
            ("mysql-8.4", "DROP USER a@h; DROP USER IF EXISTS a@h", &[]),
            ("mysql-8.4", "DROP USER a@h; SET @s = CONCAT('CREATE USER ', @u); GRANT SELECT ON d.* TO a@h", &[]),
            ("mysql-8.4", "CREATE USER a@h; GRANT SELECT ON d.* TO a@i", &["grant-to-other-host"]),
            ("mysql-8.4", "CREATE USER root@h; GRANT ALL ON *.* TO root@localhost", &[]),
        ],
    );
}

#[test]
fn hosts_that_nobody_can_come_from() {
    let rule: &[&str] = &["host-never-matches"];
    let cases: [(&str, &str, bool); 14] = [
        ("mysql-9.7", "127.0.0.0/8", false),
        ("mysql-8.0.22", "127.0.0.0/8", true),
        ("mariadb-10.11", "127.0.0.0/8", true),
        ("mariadb-10.11", "127.0.0.0/255.0.0.0", false),
        ("mysql-9.7", "127.0.0.1/32", false),
        ("mysql-9.7", "127.0.0.1/8", true),
        ("mysql-9.7", "127.0.0.1/255.0.0.0", true),
        ("mysql-9.7", "127.0.0.0/255.0.0", true),
        ("mysql-9.7", "0.0.0.0/0", true),
        ("mysql-9.7", "127.0.0.*", true),
        ("mysql-9.7", "10.0.0.0/33", true),
        ("mysql-9.7", "10.%", false),
        ("mysql-9.7", "2001:db8::/32", true),
        ("mysql-9.7", "${NETWORK}/24", false),
    ];
    for (target, host, never) in cases {
        let script = format!("CREATE USER 'a'@'{host}'");
        check("host-never-matches", &[(target, &script, if never { rule } else { &[] })]);
    }
}

#[test]
fn a_password_may_come_later() {
    let rule: &[&str] = &["account-without-password"];
    check(
        "account-without-password",
        &[
            ("mysql-8.4", "CREATE USER a@h", rule),
            ("mysql-8.4", "CREATE USER a@h; SET PASSWORD FOR a@h = 'x'", &[]),
            ("mysql-8.4", "CREATE USER a@h IDENTIFIED BY '${P}'", &[]),
            ("mysql-8.4", "CREATE USER a@h IDENTIFIED WITH ${PLUGIN}", &[]),
            ("mysql-8.4", "CREATE USER a@h IDENTIFIED WITH auth_socket", &[]),
            ("mysql-8.4", "CREATE USER a@h IDENTIFIED BY RANDOM PASSWORD", &[]),
            ("mysql-8.4", "CREATE USER a@h REQUIRE SUBJECT '/CN=a'", &[]),
            ("mysql-8.4", "CREATE USER a@h REQUIRE SSL", rule),
            ("mysql-8.4", "CREATE USER a@h; DROP USER a@h", &["account-without-password"]),
            ("mysql-8.4", "CREATE USER a@h; SET @s = CONCAT('ALTER USER a@h IDENTIFIED BY ', QUOTE(@p))", &[]),
            ("mysql-8.4", "CREATE USER a@h; GRANT SELECT ON d.* TO a@h IDENTIFIED BY 'x'", &[]),
            ("mariadb-10.11", "CREATE USER a@h; GRANT SELECT ON d.* TO a@h IDENTIFIED BY 'x'", &[]),
        ],
    );
}

#[test]
fn attributes_are_objects() {
    let cases = [
        (r#"{}"#, true),
        (r#" {"a": [1, {"b": null}], "c": "\"\u00e9"} "#, true),
        (r#"{"a":1,}"#, false),
        (r#"{'a':1}"#, false),
        (r#"{"a" 1}"#, false),
        (r#"[1]"#, false),
        (r#"null"#, false),
        (r#"{"a": [1}"#, false),
        (r#"{"a": 1} x"#, false),
    ];
    for (json, is_object) in cases {
        let script = format!("CREATE USER a@h ATTRIBUTE '{}'", json.replace('\\', r"\\").replace('\'', "''"));
        let rules: &[&str] = if is_object { &[] } else { &["attribute-no-json-object"] };
        check("attribute-no-json-object", &[("mysql-8.4", &script, rules)]);
    }
}

#[test]
fn replication_accounts_are_known_by_what_they_are_for() {
    check(
        "overprivileged-replication-account,all-privileges-on-everything",
        &[
            ("mysql-8.4", "GRANT ALL ON *.* TO repl@'%'", &["overprivileged-replication-account"]),
            ("mysql-8.4", "GRANT ALL ON *.* TO app@'%'", &["all-privileges-on-everything"]),
            ("mysql-8.4", "GRANT ALL ON *.* TO app_admin@'%'", &[]),
            ("mysql-8.4", "GRANT ALL ON *.* TO app@localhost", &[]),
            ("mysql-8.4", "GRANT SUPER, REPLICATION SLAVE ON *.* TO orchestrator@'10.%'", &[]),
            ("mysql-8.4", "GRANT ALL ON app.* TO app@'%'", &[]),
        ],
    );
}

#[test]
fn an_account_that_is_dropped_at_the_end_was_there() {
    let script = "CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY 'oak-table-6';\n\
                  GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%';\nDROP USER 'repl'@'10.0.0.%';";
    let rules = ["replication-account-without-require", "replication-account-password-in-clear"];
    assert_eq!(found("mysql-8.4", "default", script), rules);
}
