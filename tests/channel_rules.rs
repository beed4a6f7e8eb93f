//! Rules about channels where it is subtle: what servers did with each statement, and whether a finding says so.

use replint::diagnostic::{Area, Severity};
use replint::lint::{Session, Settings};

/// The rules of the areas channel and style that find something in the last of the statements, or in what they add up to.
fn found(target: &str, statements: &[&str]) -> Vec<&'static str> {
    let settings = Settings { targets: target.parse().expect("a target"), ..Settings::default() };
    let mut session = Session::new(&settings);
    let mut found = Vec::new();
    for (at, statement) in statements.iter().enumerate() {
        found = session.statement(format!("{at}.sql"), statement);
        assert!(found.iter().all(|finding| finding.area != Area::Syntax), "{target} refuses {statement}: {found:#?}");
    }
    found.extend(session.finish());
    found
        .retain(|finding| [Area::Channel, Area::Style].contains(&finding.area) && finding.severity != Severity::Advice);
    found.iter().map(|finding| finding.rule).collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str], &[&str])]) {
    for (target, statements, expected) in cases {
        assert_eq!(found(target, statements), *expected, "{target}: {statements:#?}");
    }
}

const LATEST: &str = "mysql-9.7.4";
const OLD: &str = "mysql-5.6.24";
const MARIADB: &str = "mariadb-10.11.19";

/// Both threads run: each option is refused. Then only the applier, then only the receiver.
#[test]
fn a_running_thread_stands_in_the_way_of_its_options() {
    let set_up = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h', SOURCE_PORT = 1";
    let refused = |statements: &[&str], option: &str| {
        let change = format!("CHANGE REPLICATION SOURCE TO {option}");
        let all: Vec<&str> = statements.iter().copied().chain([change.as_str()]).collect();
        found(LATEST, &all).contains(&"change-while-running")
    };
    for (option, applier_runs, receiver_runs) in [
        ("SOURCE_USER = 'u'", false, true),
        ("SOURCE_LOG_FILE = 'b.000001', SOURCE_LOG_POS = 4", false, true),
        ("IGNORE_SERVER_IDS = ()", false, true),
        ("SOURCE_DELAY = 0", true, false),
        ("RELAY_LOG_POS = 4", true, false),
        ("PRIVILEGE_CHECKS_USER = NULL", true, false),
        ("REQUIRE_TABLE_PRIMARY_KEY_CHECK = OFF", true, false),
        ("REQUIRE_ROW_FORMAT = 0", true, true),
        ("SOURCE_AUTO_POSITION = 0", true, true),
        ("GTID_ONLY = 0", true, true),
        ("SOURCE_CONNECTION_AUTO_FAILOVER = 0", true, true),
        ("ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS = OFF", true, true),
    ] {
        assert!(refused(&[set_up, "START REPLICA"], option), "{option}");
        assert!(!refused(&[set_up, "START REPLICA", "STOP REPLICA"], option), "{option}");
        let is_refused = refused(&[set_up, "START REPLICA", "STOP REPLICA IO_THREAD"], option);
        assert_eq!(is_refused, applier_runs, "{option}: the applier runs");
        assert_eq!(refused(&[set_up, "START REPLICA IO_THREAD"], option), receiver_runs, "{option}: the receiver runs");
    }
}

#[test]
fn other_statements_about_a_running_channel() {
    let set_up = "CHANGE MASTER TO MASTER_HOST = 'h', MASTER_PORT = 1";
    let running: &[&str] = &["change-while-running"];
    check(&[
        (
            MARIADB,
            &[set_up, "START SLAVE", "STOP SLAVE IO_THREAD", "CHANGE MASTER TO MASTER_CONNECT_RETRY = 5"],
            running,
        ),
        (OLD, &[set_up, "START SLAVE", "STOP SLAVE IO_THREAD", "CHANGE MASTER TO MASTER_CONNECT_RETRY = 5"], running),
        (OLD, &[set_up, "START SLAVE", "RESET SLAVE ALL"], running),
        (OLD, &[set_up, "START SLAVE", "STOP SLAVE", "RESET SLAVE ALL"], &[]),
        (MARIADB, &["CHANGE MASTER 'q' TO MASTER_HOST = 'x'", "START SLAVE 'q'", "RESET SLAVE ALL"], &[]),
        (
            LATEST,
            &[
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h' FOR CHANNEL 'a'",
                "START REPLICA FOR CHANNEL 'a'",
                "RESET REPLICA",
            ],
            running,
        ),
        (
            LATEST,
            &[
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h'",
                "START REPLICA SQL_THREAD",
                "CHANGE REPLICATION FILTER REPLICATE_DO_DB = ()",
            ],
            running,
        ),
    ]);
}

#[test]
fn a_channel_with_a_name_wants_the_others_named() {
    let named = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h' FOR CHANNEL 'a'";
    let recovery = "CHANGE REPLICATION SOURCE TO SOURCE_USER = 'u' FOR CHANNEL 'group_replication_recovery'";
    let change = "CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 1";
    check(&[
        (LATEST, &[named, change], &["channel-not-named"]),
        (LATEST, &[named, "CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 1 FOR CHANNEL ''"], &[]),
        (LATEST, &[named, "START REPLICA UNTIL SQL_AFTER_MTS_GAPS"], &["channel-not-named"]),
        (LATEST, &[named, "START REPLICA USER = 'x'"], &[]),
        (LATEST, &[named, "RESET REPLICA ALL", change], &[]),
        (LATEST, &[named, "RESET REPLICA ALL FOR CHANNEL 'A'", change], &[]),
        (LATEST, &[recovery, change], &[]),
        (MARIADB, &["CHANGE MASTER 'a' TO MASTER_HOST = 'h'", "CHANGE MASTER TO MASTER_DELAY = 1"], &[]),
    ]);
}

#[test]
fn what_a_channel_keeps_decides_about_the_next_statement() {
    let automatic = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h', SOURCE_AUTO_POSITION = 1";
    let gtid_only = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h', SOURCE_AUTO_POSITION = 1, REQUIRE_ROW_FORMAT = 1, GTID_ONLY = 1";
    let conflict: &[&str] = &["gtid-option-conflict"];
    check(&[
        (LATEST, &[automatic, "CHANGE REPLICATION SOURCE TO RELAY_LOG_POS = 4"], &["auto-position-with-coordinates"]),
        (LATEST, &[automatic, "RESET REPLICA ALL", "CHANGE REPLICATION SOURCE TO RELAY_LOG_POS = 4"], &[]),
        (LATEST, &[gtid_only, "CHANGE REPLICATION SOURCE TO REQUIRE_ROW_FORMAT = 0"], conflict),
        (LATEST, &[gtid_only, "CHANGE REPLICATION SOURCE TO SOURCE_AUTO_POSITION = 0"], conflict),
        (LATEST, &[gtid_only, "CHANGE REPLICATION SOURCE TO GTID_ONLY = 0, REQUIRE_ROW_FORMAT = 0"], &[]),
        (LATEST, &["CHANGE REPLICATION SOURCE TO GTID_ONLY = 1"], &[]),
        (
            LATEST,
            &[
                "CHANGE REPLICATION SOURCE TO ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS = LOCAL",
                "CHANGE REPLICATION SOURCE TO SOURCE_AUTO_POSITION = 1",
            ],
            conflict,
        ),
        ("mysql-8.4", &["CHANGE REPLICATION SOURCE TO IGNORE_SERVER_IDS = (1)"], &[]),
        (
            "mysql-8.4",
            &[automatic, "CHANGE REPLICATION SOURCE TO IGNORE_SERVER_IDS = (1)"],
            &["ignored-server-ids-with-gtid"],
        ),
        ("mysql-8.0", &[automatic, "CHANGE REPLICATION SOURCE TO IGNORE_SERVER_IDS = (1)"], &[]),
    ]);
}

#[test]
fn a_position_is_lost_and_kept() {
    let there = "CHANGE MASTER TO MASTER_HOST = 'h', MASTER_LOG_FILE = 'b.000003', MASTER_LOG_POS = 500";
    check(&[
        (OLD, &[there, "CHANGE MASTER TO MASTER_HOST = 'h'"], &["position-lost-by-host"]),
        (OLD, &[there, "CHANGE MASTER TO MASTER_PORT = 0"], &["zero-without-effect"]),
        (OLD, &[there, "CHANGE MASTER TO MASTER_LOG_POS = 600"], &[]),
        (OLD, &[there, "CHANGE MASTER TO MASTER_HOST = 'i', MASTER_LOG_POS = 600"], &[]),
        (OLD, &["CHANGE MASTER TO MASTER_HOST = 'h'"], &[]),
        (MARIADB, &[there, "CHANGE MASTER TO MASTER_HOST = 'h', MASTER_USE_GTID = slave_pos"], &[]),
    ]);
}

#[test]
fn gtid_of_mariadb() {
    let filtered = "CHANGE MASTER TO MASTER_HOST = 'h', MASTER_USE_GTID = slave_pos, IGNORE_DOMAIN_IDS = (2)";
    check(&[
        (MARIADB, &[filtered, "CHANGE MASTER TO DO_DOMAIN_IDS = (1)"], &["domain-id-conflict"]),
        (MARIADB, &[filtered, "CHANGE MASTER TO IGNORE_DOMAIN_IDS = (), DO_DOMAIN_IDS = (1)"], &[]),
        (
            MARIADB,
            &["CHANGE MASTER TO MASTER_HOST = 'h', MASTER_LOG_FILE = 'b', MASTER_LOG_POS = 4, DO_DOMAIN_IDS = (1)"],
            &["domain-id-conflict"],
        ),
        (MARIADB, &["CHANGE MASTER TO MASTER_HOST = 'h', DO_DOMAIN_IDS = (1)"], &[]),
        ("mariadb-10.6", &["CHANGE MASTER TO MASTER_HOST = 'h', DO_DOMAIN_IDS = (1)"], &["domain-id-conflict"]),
        (
            MARIADB,
            &["CHANGE MASTER TO MASTER_USE_GTID = current_pos, MASTER_DEMOTE_TO_SLAVE = TRUE"],
            &["demote-without-slave-pos"],
        ),
        (
            MARIADB,
            &["CHANGE MASTER TO MASTER_LOG_FILE = 'b', MASTER_LOG_POS = 4, MASTER_DEMOTE_TO_SLAVE = 1"],
            &["demote-without-slave-pos"],
        ),
        (MARIADB, &["CHANGE MASTER TO MASTER_DEMOTE_TO_SLAVE = 1"], &[]),
        (MARIADB, &["CHANGE MASTER TO MASTER_USE_GTID = no, MASTER_USE_GTID = no"], &["duplicate-use-gtid"]),
        (MARIADB, &["CHANGE MASTER TO MASTER_USE_GTID = slave_pos, DO_DOMAIN_IDS = (1), DO_DOMAIN_IDS = (2)"], &[]),
    ]);
}

#[test]
fn limits_depend_on_the_server() {
    let change =
        |option: &str, length: usize| format!("CHANGE MASTER TO MASTER_{option} = '{}'", "é".repeat(length / 2));
    for (target, option, kept) in [
        (OLD, "HOST", 60),
        (OLD, "USER", 48),
        (OLD, "PASSWORD", 32),
        ("mysql-8.0", "HOST", 255),
        ("mysql-8.0", "USER", 96),
        ("mysql-8.0", "PASSWORD", 32),
        (MARIADB, "PASSWORD", 96),
        (MARIADB, "USER", 256),
        (OLD, "LOG_FILE", 511),
    ] {
        let is_found = |length| found(target, &[&change(option, length)]).contains(&"value-too-long");
        assert!(!is_found(kept) && is_found(kept + 2), "{target}: {option} of {kept} bytes");
    }
}

#[test]
fn lists_and_names() {
    let compress = |list: &str| format!("CHANGE REPLICATION SOURCE TO SOURCE_COMPRESSION_ALGORITHMS = '{list}'");
    for (list, is_accepted) in [
        ("zlib", true),
        ("ZLIB,Zstd", true),
        ("zlib,", true),
        ("zlib,zlib", true),
        ("", false),
        (",zlib", false),
        ("zlib,,zstd", false),
        ("zlib, zstd", false),
        ("zlib,zstd,uncompressed,zlib", false),
    ] {
        assert_eq!(found(LATEST, &[&compress(list)]).is_empty(), is_accepted, "{list:?}");
    }
    let name = |name: &str| format!("CHANGE REPLICATION SOURCE TO SOURCE_USER = 'u' FOR CHANNEL '{name}'");
    for (text, is_accepted) in
        [(&*"é".repeat(64), true), (&*"é".repeat(65), false), (" a", true), ("a ", false), ("a/b", true), ("", true)]
    {
        assert_eq!(found(LATEST, &[&name(text)]).is_empty(), is_accepted, "{text:?}");
    }
    let uuid = |text: &str| format!("CHANGE REPLICATION SOURCE TO ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS = '{text}'");
    for (text, is_accepted) in [
        ("3c0f5f5e-8f3c-11ee-b9d1-0242ac120002", true),
        ("3c0f5f5e8f3c11eeb9d10242ac120002", false),
        ("{3c0f5f5e-8f3c-11ee-b9d1-0242ac120002}", false),
        ("", false),
    ] {
        assert_eq!(found(LATEST, &[&uuid(text)]).is_empty(), is_accepted, "{text:?}");
    }
}

#[test]
fn placeholders_are_not_judged() {
    check(&[
        (
            LATEST,
            &[
                "CHANGE REPLICATION SOURCE TO SOURCE_PORT = ${PORT}, SOURCE_DELAY = {{ delay }}, SOURCE_HEARTBEAT_PERIOD = ${HB}",
            ],
            &[],
        ),
        (
            LATEST,
            &[
                "CHANGE REPLICATION SOURCE TO SOURCE_COMPRESSION_ALGORITHMS = '${LIST}', SOURCE_ZSTD_COMPRESSION_LEVEL = 7",
            ],
            &[],
        ),
        (
            LATEST,
            &[
                "CHANGE REPLICATION SOURCE TO SOURCE_AUTO_POSITION = ${AUTO}, SOURCE_LOG_FILE = 'b.000001', SOURCE_LOG_POS = 4",
            ],
            &[],
        ),
        (LATEST, &["START REPLICA UNTIL SOURCE_LOG_FILE = '${FILE}', SOURCE_LOG_POS = ${POS}"], &[]),
        (
            MARIADB,
            &["CHANGE MASTER '${A}' TO MASTER_HOST = '${HOST}'", "CHANGE MASTER 'b' TO MASTER_HOST = '${HOST}'"],
            &[],
        ),
    ]);
}

/// The file is read up to its first dot, and must go on with digits only on the older servers: not judged.
#[test]
fn until() {
    let start = |until: &str| format!("START SLAVE UNTIL {until}");
    for (until, is_accepted) in [
        ("MASTER_LOG_FILE = 'b.000001', MASTER_LOG_POS = 4", true),
        ("MASTER_LOG_FILE = 'b.000001', MASTER_LOG_POS = 0", true),
        ("MASTER_LOG_FILE = 'a.000001', MASTER_LOG_FILE = 'b.000001', MASTER_LOG_POS = 4", true),
        ("RELAY_LOG_FILE = 'r.000002', RELAY_LOG_POS = 4", true),
        ("MASTER_LOG_FILE = 'b', MASTER_LOG_POS = 4", false),
        ("MASTER_LOG_FILE = 'b.x', MASTER_LOG_POS = 4", false),
        ("MASTER_LOG_FILE = 'b.000001'", false),
        ("MASTER_LOG_POS = 4", false),
        ("MASTER_LOG_FILE = 'b.000001', MASTER_LOG_POS = 4, RELAY_LOG_POS = 5", false),
    ] {
        for target in [OLD, MARIADB] {
            assert_eq!(found(target, &[&start(until)]).is_empty(), is_accepted, "{target}: {until}");
        }
    }
    assert!(found(MARIADB, &[&start("MASTER_GTID_POS = '0-1-1'")]).is_empty());
    assert_eq!(found(MARIADB, &[&start("MASTER_USE_GTID = no")]), ["until-condition-refused"]);
}

/// RESET keeps one name: the last.
#[test]
fn a_reset_of_two() {
    check(&[
        (MARIADB, &["RESET SLAVE 'a' ALL, SLAVE 'b' ALL"], &["two-replicas-in-one-reset"]),
        (MARIADB, &["RESET MASTER, SLAVE"], &[]),
    ]);
}
