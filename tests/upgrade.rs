//! `upgrade`: what becomes of statements, that it is accepted and comes to the same, and what is left.

#[path = "support/recorded.rs"]
mod recorded;

use std::collections::BTreeMap;
use std::sync::Arc;

use replint::model::{Origin, Run};
use replint::script::{Event, Kind, Script, ScriptOptions};
use replint::upgrade::{Counted, Upgrade, Upgraded, upgrade};
use replint::{ParseOptions, parse_statement};

fn from_to(from: &str, to: &str) -> Upgrade {
    let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
    Upgrade { from, ..Upgrade::to(to).unwrap() }
}

fn text(upgraded: &Upgraded) -> &str {
    std::str::from_utf8(&upgraded.text).unwrap()
}

/// # Panics
/// Where one of the lines does not become what is wanted of it.
fn becomes(from: &str, to: &str, cases: &[(&str, &str)]) {
    for (before, after) in cases {
        let upgraded = upgrade(before.as_bytes(), &from_to(from, to));
        assert_eq!(text(&upgraded), *after, "{upgraded:?}");
        assert_eq!(upgraded.counted.left, 0, "{upgraded:?}");
        let again = upgrade(after.as_bytes(), &from_to(from, to));
        assert_eq!(text(&again), *after, "a second run changes nothing");
        is_sound(before.as_bytes(), &upgraded, &from_to(from, to));
    }
}

/// The statements of ours in a script, replayed for some servers; how many of them these servers take.
fn replay(text: &[u8], upgrade: &Upgrade, is_new: bool) -> (Run, usize, usize) {
    let targets = if is_new { &upgrade.to } else { &upgrade.from };
    let both = [&upgrade.from, &upgrade.to].into_iter().flat_map(|targets| targets.named().iter().cloned());
    let options =
        ScriptOptions { targets: replint::server::Targets::new(both), placeholders: true, ..Default::default() };
    let mut script = Script::new(text, &options);
    let (mut run, mut accepted, mut all) = (Run::new(targets.servers()), 0, 0);
    while let Some(event) = script.next_event().unwrap() {
        let Event::Statement(raw) = event else { continue };
        if raw.kind != Kind::Ours {
            continue;
        }
        let options = ParseOptions { targets: targets.clone(), sql_mode: raw.sql_mode, placeholders: true };
        let parsed = parse_statement(raw.text, &options);
        all += 1;
        accepted += usize::from(parsed.accepted == targets.servers());
        if let Some(statement) = &parsed.statement {
            let origin = Arc::new(Origin::new(Arc::from("".as_ref()), raw.base, raw.text.into(), raw.sql_mode));
            run.apply(statement, parsed.accepted, &origin);
        }
    }
    (run, accepted, all)
}

/// Of a script in which nothing is left to a person every statement is accepted, and it adds up to what it did.
fn is_sound(before: &[u8], upgraded: &Upgraded, upgrade: &Upgrade) {
    let (old, ..) = replay(before, upgrade, false);
    let (new, accepted, all) = replay(&upgraded.text, upgrade, true);
    let shown = || String::from_utf8_lossy(&upgraded.text).into_owned();
    assert_eq!(accepted, all, "{}", shown());
    assert!(old.means(&new), "{}", shown());
}

#[test]
fn replication_words() {
    becomes(
        "mysql-5.7",
        "mysql-8.4",
        &[
            (
                "CHANGE MASTER TO -- the source\r\n  master_host='db1', MASTER_AUTO_POSITION = 1 FOR CHANNEL 'c';\r\n",
                "CHANGE REPLICATION SOURCE TO -- the source\r\n  source_host='db1', SOURCE_AUTO_POSITION = 1 FOR CHANNEL 'c';\r\n",
            ),
            (
                "START SLAVE UNTIL MASTER_LOG_FILE = 'b.7', MASTER_LOG_POS = 4; STOP SLAVE SQL_THREAD;",
                "START REPLICA UNTIL SOURCE_LOG_FILE = 'b.7', SOURCE_LOG_POS = 4; STOP REPLICA SQL_THREAD;",
            ),
            ("RESET MASTER, SLAVE ALL;", "RESET BINARY LOGS AND GTIDS, REPLICA ALL;"),
            ("SHOW MASTER STATUS; SHOW SLAVE STATUS\\G", "SHOW BINARY LOG STATUS; SHOW REPLICA STATUS\\G"),
            ("SHOW SLAVE HOSTS;", "SHOW REPLICAS;"),
            ("SHOW MASTER LOGS; SHOW BINARY LOGS;", "SHOW BINARY LOGS; SHOW BINARY LOGS;"),
            ("PURGE MASTER LOGS TO 'binlog.000010';", "PURGE BINARY LOGS TO 'binlog.000010';"),
            ("CHANGE MASTER TO MASTER_HOST = '${HOST}';", "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '${HOST}';"),
        ],
    );
    becomes(
        "mysql-8.0",
        "mysql-8.0",
        &[
            ("start slave; Reset master;", "start replica; Reset master;"),
            ("CHANGE MASTER TO GET_MASTER_PUBLIC_KEY = 1;", "CHANGE REPLICATION SOURCE TO GET_SOURCE_PUBLIC_KEY = 1;"),
        ],
    );
}

#[test]
fn what_grant_says_of_accounts() {
    becomes(
        "mysql-5.7",
        "mysql-8.4",
        &[
            (
                "  GRANT SELECT ON a.* TO 'u'@'%' IDENTIFIED BY 'x' REQUIRE SSL WITH GRANT OPTION MAX_QUERIES_PER_HOUR 5;\n",
                "  CREATE USER IF NOT EXISTS 'u'@'%' IDENTIFIED BY 'x' REQUIRE SSL WITH MAX_QUERIES_PER_HOUR 5;\n  \
             ALTER USER 'u'@'%' IDENTIFIED BY 'x' REQUIRE SSL WITH MAX_QUERIES_PER_HOUR 5;\n  \
             GRANT SELECT ON a.* TO 'u'@'%' WITH GRANT OPTION;\n",
            ),
            (
                "CREATE USER u;\nGRANT SELECT ON a.* TO u IDENTIFIED BY 'x' WITH MAX_USER_CONNECTIONS 5;\n",
                "CREATE USER u;\nALTER USER u IDENTIFIED BY 'x' WITH MAX_USER_CONNECTIONS 5;\nGRANT SELECT ON a.* TO u;\n",
            ),
            (
                "DROP USER IF EXISTS u;\nGRANT SELECT ON a.* TO u IDENTIFIED BY 'x';\nGRANT INSERT ON a.* TO u IDENTIFIED BY 'y';\n",
                "DROP USER IF EXISTS u;\nCREATE USER u IDENTIFIED BY 'x';\nGRANT SELECT ON a.* TO u;\n\
             ALTER USER u IDENTIFIED BY 'y';\nGRANT INSERT ON a.* TO u;\n",
            ),
            (
                "DELIMITER //\r\nGRANT SELECT ON a.* TO u REQUIRE X509//\r\n",
                "DELIMITER //\r\nALTER USER u REQUIRE X509//\r\nGRANT SELECT ON a.* TO u//\r\n",
            ),
            (
                "CREATE USER u, v;\nGRANT SELECT ON a.* TO u /* one */ IDENTIFIED /* in */ BY 'x', v # two\n\
                 REQUIRE SSL -- three\n WITH /* four */ MAX_QUERIES_PER_HOUR 5 /* five */ GRANT OPTION; -- six",
                "CREATE USER u, v;\n\
                 ALTER USER u IDENTIFIED /* in */ BY 'x', v REQUIRE SSL WITH MAX_QUERIES_PER_HOUR 5;\n\
                 GRANT SELECT ON a.* TO u /* one */, v # two\n -- three\n WITH /* four */ /* five */ GRANT OPTION; -- six",
            ),
            (
                "CREATE USER u;\nGRANT SELECT ON a.* TO u /*a*/ REQUIRE /*b*/ SSL /*c*/ WITH /*d*/ MAX_QUERIES_PER_HOUR 5 /*e*/;",
                "CREATE USER u;\nALTER USER u REQUIRE /*b*/ SSL WITH MAX_QUERIES_PER_HOUR 5;\nGRANT SELECT ON a.* TO u /*a*/ /*c*/ /*d*/ /*e*/;",
            ),
            (
                "GRANT SELECT ON a.* TO u IDENTIFIED BY 'x', v",
                "CREATE USER IF NOT EXISTS u IDENTIFIED BY 'x';\nALTER USER u IDENTIFIED BY 'x';\nGRANT SELECT ON a.* TO u, v",
            ),
        ],
    );
    becomes(
        "mariadb-10.11",
        "mariadb-11.8",
        &[(
            "GRANT SELECT ON a.* TO u IDENTIFIED BY 'x' REQUIRE SSL;",
            "GRANT SELECT ON a.* TO u IDENTIFIED BY 'x' REQUIRE SSL;",
        )],
    );
}

#[test]
fn passwords_and_hashes() {
    const HASH: &str = "'*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19'";
    let case = |before: &str, after: &str| (before.replace("HASH", HASH), after.replace("HASH", HASH));
    let check = |from: &str, to: &str, before: &str, after: &str| {
        let (before, after) = case(before, after);
        let upgraded = upgrade(before.as_bytes(), &from_to(from, to));
        assert_eq!(text(&upgraded), after, "{upgraded:?}");
    };
    check(
        "mysql-5.7",
        "mysql-8.4",
        "CREATE USER u IDENTIFIED BY PASSWORD HASH;",
        "CREATE USER u IDENTIFIED WITH mysql_native_password AS HASH;",
    );
    check("mysql-5.7", "mysql-8.4", "SET PASSWORD FOR u = PASSWORD ( 'x' );", "SET PASSWORD FOR u = 'x';");
    // What is a hash for 5.6 is a password for 8.4.
    check(
        "mysql-5.6",
        "mysql-8.4",
        "SET PASSWORD FOR u = HASH;",
        "ALTER USER u IDENTIFIED WITH mysql_native_password AS HASH;",
    );
    check(
        "mariadb-10.11",
        "mysql-8.4",
        "SET PASSWORD = PASSWORD('x');",
        "ALTER USER CURRENT_USER() IDENTIFIED BY 'x';",
    );
    check("mysql-8.4", "mariadb-11.8", "SET PASSWORD FOR u = 'x';", "SET PASSWORD FOR u = PASSWORD('x');");
    check(
        "mysql-8.0",
        "mariadb-11.8",
        "CREATE USER u IDENTIFIED WITH mysql_native_password BY 'x';",
        "CREATE USER u IDENTIFIED BY 'x';",
    );
    check(
        "mariadb-10.11",
        "mysql-8.4",
        "CREATE USER u IDENTIFIED VIA mysql_native_password USING PASSWORD('x');",
        "CREATE USER u IDENTIFIED WITH mysql_native_password BY 'x';",
    );
}

#[test]
fn to_mariadb_and_back() {
    let pairs = [
        (
            "CHANGE MASTER 'c' TO MASTER_HOST = 'db1';",
            "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1' FOR CHANNEL 'c';",
        ),
        ("STOP SLAVE 'c';", "STOP REPLICA FOR CHANNEL 'c';"),
        ("RESET SLAVE 'c' ALL;", "RESET REPLICA ALL FOR CHANNEL 'c';"),
        ("SHOW SLAVE 'c' STATUS;", "SHOW REPLICA STATUS FOR CHANNEL 'c';"),
        ("RESET MASTER;", "RESET BINARY LOGS AND GTIDS;"),
        ("SHOW MASTER STATUS;", "SHOW BINARY LOG STATUS;"),
        ("SHOW SLAVE HOSTS;", "SHOW REPLICAS;"),
    ];
    becomes("mariadb-10.4", "mysql-8.4", &pairs);
    becomes("mysql-8.4", "mariadb-10.4", &pairs.map(|(mariadb, mysql)| (mysql, mariadb)));
    becomes(
        "mariadb-10.11",
        "mysql-8.4",
        &[
            (
                "CREATE OR /* again */ REPLACE USER u, 'v'@'%' IDENTIFIED BY 'x' REQUIRE SSL;",
                "DROP USER IF EXISTS u, 'v'@'%';\nCREATE /* again */ USER u, 'v'@'%' IDENTIFIED BY 'x' REQUIRE SSL;",
            ),
            ("CREATE OR REPLACE ROLE r;", "DROP ROLE IF EXISTS r;\nCREATE ROLE r;"),
        ],
    );
    becomes(
        "mysql-8.4",
        "mariadb-11.8",
        &[("ALTER USER IF EXISTS USER() IDENTIFIED BY 'x';", "ALTER USER IF EXISTS CURRENT_USER() IDENTIFIED BY 'x';")],
    );
}

#[test]
fn executable_comments() {
    becomes(
        "mysql-5.7",
        "mysql-8.4",
        &[
            (
                "CHANGE MASTER TO MASTER_HOST = 'h' /*!50600 , MASTER_AUTO_POSITION = 1 */;",
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h' /*!50600 , SOURCE_AUTO_POSITION = 1 */;",
            ),
            ("/*!50000 STOP SLAVE */;", "/*!50000 STOP REPLICA */;"),
        ],
    );
}

#[test]
fn modes_that_did_what_every_server_does_now() {
    becomes(
        "mysql-5.7",
        "mysql-8.4",
        &[
            (
                "/*!50003 SET sql_mode = 'ONLY_FULL_GROUP_BY,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION' */ ;",
                "/*!50003 SET sql_mode = 'ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION' */ ;",
            ),
            ("SET SESSION sql_mode = no_auto_create_user;", "SET SESSION sql_mode = '';"),
        ],
    );
}

#[test]
fn words_that_are_reserved_later_are_quoted() {
    becomes(
        "mysql-5.7",
        "mysql-8.4",
        &[("CREATE USER rank; DROP USER rank;", "CREATE USER `rank`; DROP USER `rank`;")],
    );
}

#[test]
fn what_is_left_is_said() {
    let cases = [
        (
            "mysql-5.7",
            "mysql-9.7",
            "CREATE USER u IDENTIFIED BY PASSWORD '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';",
            "is gone there",
        ),
        ("mysql-5.7", "mysql-9.7", "CREATE USER u IDENTIFIED WITH mysql_native_password BY 'x';", "is gone there"),
        ("mysql-5.6", "mysql-8.4", "SET PASSWORD FOR u = 'no hash';", "read as a hash now and as a password there"),
        (
            "mysql-5.7",
            "mysql-8.4",
            "CHANGE MASTER TO MASTER_HOST = 'h', MASTER_TLS_VERSION = 'TLSv1,TLSv1.1';",
            "could not start",
        ),
        (
            "mysql-5.7",
            "mysql-8.4",
            "GRANT SELECT ON a.* TO u IDENTIFIED BY /* why */ PASSWORD '*94BDCEBE19083CE2A1F959FD02F964C7AF4CFC29';",
            "a comment stands among",
        ),
        ("mysql-5.7", "mysql-8.4", "/*!50001 GRANT SELECT ON a.* TO u IDENTIFIED BY 'x' */;", "an executable comment"),
        ("mysql-5.7", "mysql-8.4", "mysql> CHANGE MASTER TO\n    -> MASTER_SSL = 1;", "prompt"),
        ("mysql-8.0", "mariadb-11.8", "/*M! CREATE USER u */;", "only the servers after"),
        ("mysql-8.0", "mariadb-11.8", "CHANGE MASTER TO MASTER_AUTO_POSITION = 1;", "MASTER_AUTO_POSITION"),
        ("mariadb-10.11", "mysql-8.4", "CHANGE MASTER TO MASTER_USE_GTID = slave_pos;", "MySQL has no MASTER_USE_GTID"),
        ("mysql-5.7", "mysql-8.4", "CREATE PROCEDURE p() BEGIN STOP SLAVE; END", "not looked into"),
        ("mysql-5.7", "mysql-8.4", "CREATE USER u IDENTIFIED BY 'x", "never closed"),
        ("mysql-5.7", "mysql-8.4", "START SLAVE NOW;", "neither"),
        ("mysql-5.7", "mysql-8.4", "SET sql_mode = 'STRICT_TRANS_TABLES,DB2';", "the mode DB2"),
        ("mysql-5.7", "mysql-8.4", "RESET SLAVE ALL, QUERY CACHE;", "QUERY CACHE was removed"),
        ("mysql-5.7", "mysql-8.4", "CREATE USER a /*!80000, b */;", "something else"),
        (
            "mysql-5.7",
            "mysql-8.4",
            "-- +goose StatementBegin\nGRANT SELECT ON a.* TO u REQUIRE SSL\n-- +goose StatementEnd\n",
            "is not known",
        ),
        ("mysql-5.6", "mysql-8.4", "CHANGE MASTER TO MASTER_SSL = 1; RESET SLAVE ALL;", "something else"),
    ];
    for (from, to, script, why) in cases {
        let upgraded = upgrade(script.as_bytes(), &from_to(from, to));
        assert!(upgraded.counted.left >= 1, "{script}: {upgraded:?}");
        assert!(
            upgraded.noted.iter().any(|noted| noted.is_left && noted.message.contains(why)),
            "{script}: {upgraded:?}"
        );
    }
}

#[test]
fn what_changes_by_itself_is_noted() {
    let notes = |from: &str, to: &str, script: &str| {
        let upgraded = upgrade(script.as_bytes(), &from_to(from, to));
        assert!(upgraded.noted.iter().all(|noted| !noted.is_left), "{upgraded:?}");
        upgraded.noted.into_iter().map(|noted| noted.message).collect::<Vec<_>>().join("\n")
    };
    assert!(notes("mysql-5.7", "mysql-8.4", "CREATE USER u IDENTIFIED BY 'x';").contains("caching_sha2_password"));
    assert_eq!(notes("mysql-8.0", "mysql-8.4", "CREATE USER u IDENTIFIED BY 'x';"), "");
    let channel = "CHANGE MASTER TO MASTER_HOST = 'db1';";
    assert!(
        notes("mysql-8.4", "mysql-9.7", &channel.replace("MASTER TO MASTER", "REPLICATION SOURCE TO SOURCE"))
            .contains("TLS is on")
    );
    assert!(notes("mysql-5.7", "mysql-8.4", channel).contains("GET_SOURCE_PUBLIC_KEY"));
    assert!(notes("mariadb-10.11", "mariadb-11.8", channel).contains("certificate is checked"));
    let native = "CREATE USER u IDENTIFIED WITH mysql_native_password;";
    assert!(notes("mysql-8.0", "mysql-8.4", native).contains("off by default"));
    let versions = "CHANGE MASTER TO MASTER_TLS_VERSION = 'TLSv1.1,TLSv1.2', GET_MASTER_PUBLIC_KEY = 1;";
    assert!(notes("mysql-8.0.20", "mysql-8.4", versions).contains("TLSv1.1 is skipped"));
}

#[test]
fn bytes_that_are_no_text_stay() {
    let script = b"-- caf\xe9\r\nCHANGE MASTER TO MASTER_USER = 'r\xff', MASTER_PASSWORD = '\xfe';\r\nINSERT INTO t VALUES ('\xf0');";
    let upgraded = upgrade(script, &from_to("mysql-5.7", "mysql-8.4"));
    let wanted = b"-- caf\xe9\r\nCHANGE REPLICATION SOURCE TO SOURCE_USER = 'r\xff', SOURCE_PASSWORD = '\xfe';\r\nINSERT INTO t VALUES ('\xf0');";
    assert_eq!(upgraded.text, wanted);
}

#[test]
fn utf16_is_left() {
    let script: Vec<u8> = "\u{feff}STOP SLAVE;".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let upgraded = upgrade(&script, &from_to("mysql-5.7", "mysql-8.4"));
    assert_eq!((upgraded.text, upgraded.counted.left), (script, 1));
}

/// Statement by statement: what was rewritten is accepted and means the same. Prints what is left, by reason.
#[test]
fn corpus() {
    for (from, servers) in [
        ("mysql-5.7.18", &["mysql-8.4", "mysql-9.7"][..]),
        ("mysql-8.0.40", &["mysql-8.4", "mysql-9.7"]),
        ("mysql-9.7.4", &["mariadb-11.8"]),
        ("mariadb-10.11.19", &["mariadb-11.8", "mysql-8.4"]),
    ] {
        for to in servers {
            let asked = from_to(from, to);
            let mut reasons: BTreeMap<String, u64> = BTreeMap::new();
            let mut total = Counted::default();
            for statement in recorded::corpus(&["gen", "hand", "mtr", "mut"]) {
                if !statement.accepted_by().any(|server| server == from) {
                    continue;
                }
                let script = format!("{}\n", statement.sql);
                let upgraded = upgrade(script.as_bytes(), &asked);
                total.rewritten += upgraded.counted.rewritten;
                total.unchanged += upgraded.counted.unchanged;
                total.left += upgraded.counted.left;
                for noted in upgraded.noted.iter().filter(|noted| noted.is_left) {
                    *reasons.entry(noted.message.clone()).or_default() += 1;
                }
                if upgraded.counted.left == 0 {
                    is_sound(script.as_bytes(), &upgraded, &asked);
                    let again = upgrade(&upgraded.text, &asked);
                    assert!(again.text == upgraded.text, "{}", statement.id);
                }
            }
            println!("{from} to {to}: {total:?}");
            let mut reasons: Vec<_> = reasons.into_iter().collect();
            reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            reasons.iter().take(25).for_each(|(reason, count)| println!("  {count} {reason}"));
        }
    }
}

/// What scripts are made of here: whole statements, words of them, quotes and comments that may close or not.
const PARTS: [&str; 28] = [
    "CHANGE MASTER TO MASTER_HOST = 'h'",
    "CHANGE MASTER TO ",
    "MASTER_SSL = 1",
    " FOR CHANNEL 'c'",
    "START SLAVE",
    "STOP SLAVE",
    "RESET SLAVE ALL",
    "RESET MASTER",
    "SHOW SLAVE STATUS",
    "GRANT SELECT ON a.* TO u IDENTIFIED BY 'x'",
    "GRANT SELECT ON a.* TO ",
    "'u'@'%' IDENTIFIED BY PASSWORD '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19'",
    " REQUIRE SSL",
    " WITH GRANT OPTION MAX_USER_CONNECTIONS 5",
    "SET PASSWORD FOR u = PASSWORD('x')",
    "DROP USER u",
    "CREATE USER rank",
    "SET sql_mode = 'NO_AUTO_CREATE_USER'",
    ";",
    ";\r\n",
    "DELIMITER //\n",
    "//\n",
    "\n",
    " /* c */ ",
    "/*!50700 ",
    " */",
    "'",
    "${X}",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]

    #[test]
    fn a_second_run_changes_nothing(parts in proptest::collection::vec(proptest::sample::select(&PARTS[..]), 0..24), byte in proptest::prelude::any::<u8>()) {
        let script = [parts.concat().as_bytes(), &[byte]].concat();
        let asked = from_to("mysql-5.7", "mysql-8.4");
        let once = upgrade(&script, &asked);
        if once.counted.rewritten == 0 {
            proptest::prop_assert!(once.text == script);
        }
        let twice = upgrade(&once.text, &asked);
        proptest::prop_assert!(twice.text == once.text, "{}", String::from_utf8_lossy(&once.text));
        if once.counted.left == 0 {
            is_sound(&script, &once, &asked);
        }
    }
}
