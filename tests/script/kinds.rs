//! Which statements are ours.

use super::told;
use replint::script::{Event, Kind, Script, ScriptOptions};

/// Whether a statement is told, and as what: `o` ours, `n` not analysed, `-` only counted.
fn kind_for(targets: &str, statement: &str) -> char {
    let options = ScriptOptions { targets: targets.parse().unwrap(), ..Default::default() };
    let mut script = Script::new(statement.as_bytes(), &options);
    match script.next_event().unwrap() {
        Some(Event::Statement(statement)) if statement.kind == Kind::Ours => 'o',
        Some(Event::Statement(_)) => 'n',
        None => '-',
        Some(event) => panic!("{event:?}"),
    }
}

fn kinds(statements: &[&str]) -> String {
    statements.iter().map(|statement| kind_for("", statement)).collect()
}

#[test]
fn statements_of_ours() {
    let ours = [
        "CHANGE MASTER TO MASTER_HOST='h'",
        "change replication source to source_host='h'",
        "CHANGE REPLICATION FILTER REPLICATE_DO_DB=()",
        "CHANGE MASTERS",
        "CREATE USER u",
        "CREATE OR REPLACE USER u",
        "CREATE ROLE r",
        "create/**/or -- c\nreplace # c\nrole r",
        "ALTER USER u",
        "DROP USER u",
        "DROP ROLE r",
        "RENAME USER a TO b",
        "SET PASSWORD = 'x'",
        "SET ROLE ALL",
        "SET DEFAULT ROLE r TO u",
        "GRANT",
        "REVOKE ALL",
        "START SLAVE",
        "STOP REPLICA",
        "START ALL SLAVES",
        "STOP ALL REPLICAS",
        "START SLAVES",
        "SLAVE START",
        "RESET SLAVE ALL",
        "RESET REPLICA",
        "RESET MASTER",
        "RESET BINARY LOGS AND GTIDS",
        "START GROUP_REPLICATION",
        "STOP GROUP_REPLICATION",
        "RESET QUERY CACHE, MASTER",
        "PURGE BINARY LOGS TO 'binlog.000010'",
        "PURGE MASTER LOGS BEFORE NOW()",
        "SHOW SLAVE STATUS",
        "SHOW SLAVE 'c' STATUS",
        "SHOW REPLICA STATUS",
        "SHOW ALL SLAVES STATUS",
        "SHOW ALL REPLICAS STATUS",
        "SHOW SLAVE HOSTS",
        "SHOW REPLICAS",
        "SHOW GRANTS",
        "SHOW GRANTS FOR u",
        "SHOW CREATE USER u",
        "SHOW BINARY LOG STATUS",
        "SHOW MASTER LOGS",
        "SHOW BINARY LOGS",
        "SHOW MASTER STATUS",
        "SHOW BINLOG STATUS",
        "SET sql_mode = ''",
        "SET a = 1, @@session.SQL_MODE := DEFAULT",
        "SET GLOBAL sql_mode = ''",
        "SET @a = 1, PASSWORD = 'x'",
        "SET autocommit = 1, password for u = 'x'",
        "SET @a = (1, 2), ROLE r",
        "SET NAMES utf8, DEFAULT ROLE r FOR u",
        "\u{a0}GRANT a",
        "\u{feff} GRANT a",
        "% no comment\n* nor this\nGRANT a",
    ];
    for statement in ours {
        assert_eq!(kind_for("", statement), 'o', "{statement}");
    }
}

#[test]
fn statements_of_others() {
    let others = [
        "START TRANSACTION",
        "RESET QUERY CACHE",
        "RESET PERSIST sql_mode",
        "SHOW BINLOG EVENTS",
        "SHOW BINLOG LOGS",
        "SHOW CREATE TABLE t",
        "SHOW FULL PROCESSLIST",
        "SET NAMES utf8",
        "SET @a = 1",
        "SET sql_mod = 1",
        "SET @old = @@sql_mode",
        "SET @a = 1, @password = 'x'",
        "SET a = 'x, PASSWORD = y'",
        "SET @a = 1, GLOBAL x_password = 'x'",
        "SET password_history = 1, role.x = 2",
        "SET DEFAULT",
        "CREATE TABLE user (a INT)",
        "CREATE OR REPLACE VIEW v AS SELECT 1",
        "ALTER TABLE t",
        "DROP TABLE t",
        "RENAME TABLE a TO b",
        "FLUSH PRIVILEGES",
        "INSERT INTO t VALUES ('GRANT')",
        "(GRANT a)",
        "'GRANT' a",
        "GRANTED a",
        "*/",
        "% no comment\nSELECT 1",
        "SELECT 1\nGRANT a",
    ];
    for statement in others {
        assert_eq!(kind_for("", statement), '-', "{statement}");
        assert_eq!(told(statement), ["0 1 0"], "{statement}");
    }
}

#[test]
fn executable_comments_show_and_hide_words() {
    let statement = "CREATE /*!80000 USER */ /*M! ROLE */ x";
    assert_eq!(kind_for("mysql-8.0", statement), 'o');
    assert_eq!(kind_for("mysql-5.7", statement), '-');
    assert_eq!(kind_for("mariadb-10.11", statement), 'o');
    assert_eq!(kind_for("mysql-5.7, mysql-8.0", statement), 'o');
    assert_eq!(kind_for("", "/*!40101 SET @old = @@sql_mode, sql_mode = '' */"), 'o');
    assert_eq!(kind_for("", "/*!99999 a /* b */ c */ GRANT a"), 'o');
    assert_eq!(kind_for("mysql-5.7", "/*!80000 GRANT a */ SELECT 1"), '-');
}

#[test]
fn stored_programs_that_hold_statements_of_ours() {
    let program =
        "DELIMITER //\nCREATE PROCEDURE p()\nBEGIN\n  SELECT ';';\n  IF 1 THEN GRANT a TO b; END IF;\nEND//\nGRANT c//";
    assert_eq!(told(program)[1..], ["7:1 GRANT c", "1 0 1"]);
    assert_eq!(told(program)[0][..23], *"2:1 ?CREATE PROCEDURE p");
    let none = "DELIMITER //\nCREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW\nBEGIN\n SET @grant = 'GRANT a'; /* ; GRANT b */\nEND//";
    assert_eq!(told(none), ["0 1 0"]);
    assert_eq!(
        kinds(&[
            "CREATE DEFINER=`a`@`%` EVENT e ON SCHEDULE EVERY 1 DAY DO DROP USER u",
            "CREATE PROCEDURE p() START REPLICA",
            "/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t AFTER INSERT ON x FOR EACH ROW GRANT a TO b */",
            "ALTER EVENT e DO SET PASSWORD = 'x'",
            "BEGIN NOT ATOMIC GRANT a TO b",
            "lbl: BEGIN NOT ATOMIC EXECUTE IMMEDIATE 'CREATE USER u'",
            "CREATE FUNCTION f() RETURNS INT RETURN 1",
            "BEGIN",
            "BEGIN WORK",
        ]),
        "nnnnnn---"
    );
}

#[test]
fn without_a_delimiter_the_client_cuts_a_stored_program() {
    let program = "CREATE PROCEDURE p() BEGIN CREATE USER a;\nGRANT b TO a;\nEND;";
    assert_eq!(told(program), ["1:1 ?CREATE PROCEDURE p() BEGIN CREATE USER a", "2:1 GRANT b TO a", "1 1 1"]);
}

#[test]
fn under_another_delimiter_the_server_ends_statements_at_semicolons() {
    assert_eq!(told("DELIMITER $$\nGRANT a; SELECT 1;\nGRANT b;\n$$\n"), ["2:1 GRANT a", "3:1 GRANT b", "2 1 0"]);
}

#[test]
fn statements_in_texts_and_behind_for() {
    assert_eq!(
        kinds(&[
            "PREPARE s FROM 'CREATE USER u'",
            "PREPARE `s` FROM \"drop role r\"",
            "EXECUTE IMMEDIATE 'GRANT a TO b'",
            "SET STATEMENT max_statement_time=1, sql_mode='' FOR CREATE USER u",
            "PREPARE s FROM 'SELECT 1'",
            "PREPARE s FROM @sql",
            "EXECUTE s",
            "SET STATEMENT max_statement_time=1 FOR SELECT 1",
            "SET @s = CONCAT('ALTER USER a IDENTIFIED BY ', QUOTE(@p))",
            "SET @action = 'grant'",
        ]),
        "nnnn----n-"
    );
}

#[test]
fn sections_of_migration_tools_are_one_statement() {
    let goose = "-- +goose Up\n-- +goose StatementBegin\nCREATE PROCEDURE p()\nBEGIN\n  SELECT 1; -- it's\nEND;\n-- +goose StatementEnd\nGRANT a;\n";
    assert_eq!(told(goose), ["8:1 GRANT a", "1 1 0"]);
    let ours = "-- +goose StatementBegin\nGRANT a;\n-- +goose StatementEnd\nGRANT b;\n";
    assert_eq!(told(ours), ["2:1 GRANT a;", "4:1 GRANT b", "2 0 0"]);
    let migrate = "-- +migrate StatementBegin\nSELECT 1; SELECT 2;\n-- +migrate StatementEnd\n";
    assert_eq!(told(migrate), ["0 1 0"]);
}
