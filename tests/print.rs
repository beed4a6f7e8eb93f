//! The canonical text: what it looks like, and how it depends on the servers that are to read it.

use replint::ast::{PrintOptions, Secrets, print};
use replint::lexer::SqlMode;
use replint::server::Targets;
use replint::{ParseOptions, parse_statement};

/// Parses for `from`, prints for `to`.
fn printed(text: &(impl AsRef<[u8]> + ?Sized), from: &str, to: &str, placeholders: bool) -> String {
    let targets = |names: &str| names.parse::<Targets>().unwrap();
    let options = ParseOptions { targets: targets(from), placeholders, ..ParseOptions::default() };
    let parsed = parse_statement(text, &options);
    let statement = parsed.statement.unwrap_or_else(|| panic!("{:?}", parsed.rejections));
    let bytes = print(&statement, &PrintOptions::exposed(targets(to).servers()));
    String::from_utf8(bytes).unwrap()
}

/// `written` for a target, and what is printed for the same one.
#[track_caller]
fn same_target(target: &str, written: &str, canonical: &str) {
    assert_eq!(printed(written, target, target, false), canonical);
}

#[test]
fn keywords_spaces_and_lists() {
    same_target("mysql-8.4", "drop  user\tif exists\na,b;", "DROP USER IF EXISTS a, b");
    same_target(
        "mysql-8.0",
        "change replication source to source_host=\"db1\",SOURCE_PORT=3306 for channel 'c'",
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_PORT = 3306 FOR CHANNEL 'c'",
    );
    same_target(
        "mysql-8.4",
        "create user u require issuer 'i' subject 's' with max_user_connections 1 max_queries_per_hour 2 password expire account lock",
        "CREATE USER u REQUIRE ISSUER 'i' AND SUBJECT 's' WITH MAX_USER_CONNECTIONS 1 MAX_QUERIES_PER_HOUR 2 PASSWORD EXPIRE ACCOUNT LOCK",
    );
    same_target(
        "mysql-8.4",
        "grant select(a , b),all_my_own on `d`.* to u with grant option",
        "GRANT SELECT (a, b), all_my_own ON d.* TO u WITH GRANT OPTION",
    );
    same_target(
        "mysql-8.4",
        "change replication filter replicate_do_db=(),replicate_rewrite_db=((a,b),(`c-d`,e)),replicate_wild_do_table=('d.%')",
        "CHANGE REPLICATION FILTER REPLICATE_DO_DB = (), REPLICATE_REWRITE_DB = ((a, b), (`c-d`, e)), REPLICATE_WILD_DO_TABLE = ('d.%')",
    );
}

#[test]
fn quotes_only_where_they_are_needed() {
    same_target("mysql-8.4", "DROP USER `repl`@localhost, 'a b', u@", "DROP USER repl@'localhost', 'a b', u@''");
    same_target("mysql-8.4", "DROP USER '1', _u, 'ü', 'select', ''", "DROP USER '1', '_u', 'ü', 'select', ''");
    same_target("mysql-8.4", "GRANT SELECT ON `a-b`.`t` TO u", "GRANT SELECT ON `a-b`.t TO u");
    // A word of the grammar is not the same with quotes and without them.
    same_target(
        "mysql-8.4",
        "DROP USER 'current_user', current_user(), admin, 'admin'",
        "DROP USER 'current_user', CURRENT_USER, admin, 'admin'",
    );
    same_target("mariadb-11.8", "SET ROLE 'none'", "SET ROLE 'none'");
    // Reserved on one of the servers.
    assert_eq!(printed("DROP USER rank", "mysql-5.7", "mysql-5.7", false), "DROP USER rank");
    assert_eq!(printed("DROP USER rank", "mysql-5.7", "mysql-5.7, mysql-8.0", false), "DROP USER 'rank'");
}

#[test]
fn values() {
    same_target(
        "mysql-8.4",
        r#"DROP USER "it's", 'a\\b', 'x\ny\0', "\%""#,
        r"DROP USER 'it''s', 'a\\b', 'x\ny\0', '\\%'",
    );
    same_target("mysql-8.4", r"GRANT SELECT ON `a\b```.* TO u", r"GRANT SELECT ON `a\b```.* TO u");
    same_target(
        "mysql-8.4",
        "CHANGE REPLICATION SOURCE TO SOURCE_PORT = 0x0cEA",
        "CHANGE REPLICATION SOURCE TO SOURCE_PORT = 0x0cEA",
    );
    same_target(
        "mariadb-11.8",
        "CHANGE MASTER TO MASTER_HEARTBEAT_PERIOD = +1.50",
        "CHANGE MASTER TO MASTER_HEARTBEAT_PERIOD = 1.50",
    );
}

#[test]
fn bytes_that_are_not_utf8_and_a_mode_without_escapes() {
    let options = ParseOptions { sql_mode: SqlMode::parse("NO_BACKSLASH_ESCAPES"), ..ParseOptions::default() };
    let statement = parse_statement(b"DROP USER 'a\\b\xff'", &options).statement.unwrap();
    let print_in =
        |sql_mode| print(&statement, &PrintOptions { sql_mode, ..PrintOptions::exposed(options.targets.servers()) });
    assert_eq!(print_in(options.sql_mode), b"DROP USER 'a\\b\xff'");
    assert_eq!(print_in(SqlMode::default()), b"DROP USER 'a\\\\b\xff'");
}

#[test]
fn words_that_the_servers_know() {
    let change = "CHANGE MASTER TO MASTER_HOST = 'h', MASTER_USER = 'u'";
    assert_eq!(printed(change, "mysql-8.0", "mysql-8.0", false), change);
    assert_eq!(
        printed(change, "mysql-8.0", "mysql-8.4", false),
        "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h', SOURCE_USER = 'u'"
    );
    assert_eq!(printed("RESET MASTER", "mysql-8.0", "mysql-9.7", false), "RESET BINARY LOGS AND GTIDS");
    assert_eq!(printed("SHOW MASTER STATUS", "mysql-8.0", "mysql-8.4", false), "SHOW BINARY LOG STATUS");
    assert_eq!(printed("STOP REPLICA", "mysql-8.0", "mysql-5.7", false), "STOP SLAVE");
    assert_eq!(printed("STOP REPLICA", "mysql-8.0", "mysql-8.0, mariadb-10.11", false), "STOP REPLICA");

    let user = "CREATE USER u IDENTIFIED WITH ed25519 AS 'hash'";
    assert_eq!(
        printed(user, "mariadb-10.11", "mariadb-10.11", false),
        "CREATE USER u IDENTIFIED VIA ed25519 USING 'hash'"
    );
    assert_eq!(printed(user, "mysql-8.0, mariadb-10.11", "mysql-8.0, mariadb-10.11", false), user);

    let start = "START SLAVE FOR CHANNEL 'c' UNTIL RELAY_LOG_POS = 4";
    same_target("mariadb-10.11", start, start);
}

/// A keyword holds for the variables behind it too, `@@GLOBAL.` does not.
#[test]
fn scopes_of_variables() {
    same_target("mysql-8.4", "SET GLOBAL a = 1, b = 2", "SET @@GLOBAL.a = 1, @@GLOBAL.b = 2");
    same_target("mysql-8.4", "SET @@global.a = 1, b = 2", "SET @@GLOBAL.a = 1, b = 2");
    same_target(
        "mysql-8.4",
        "SET PERSIST a = 1, @x = 2, b = 3, LOCAL c = 4, d = 5",
        "SET @@PERSIST.a = 1, @x = 2, @@PERSIST.b = 3, @@SESSION.c = 4, @@SESSION.d = 5",
    );
    same_target("mariadb-10.11", "SET @@names = 1, @@password = DEFAULT", "SET `names` = 1, `password` = DEFAULT");
    same_target("mysql-8.4", "SET @@GLOBAL.gtid_purged = /*!80000 '+'*/ 'a:1'", "SET @@GLOBAL.gtid_purged = '+' 'a:1'");
}

/// A blank for the comment would make one of the dashes.
#[test]
fn dashes_before_a_comment() {
    same_target("mysql-8.4", "SET @x = 1--/* two */2", "SET @x = 1- - 2");
    same_target("mysql-8.4", "SET @x = 1--2", "SET @x = 1--2");
}

#[test]
fn placeholders_stay_as_they_were_written() {
    let written = "CREATE USER ${user}@'{{ host }}' IDENTIFIED BY \"${password}\" WITH MAX_USER_CONNECTIONS ${n}";
    assert_eq!(printed(written, "mysql-8.4", "mysql-8.4", true), written);
    let written = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = {{ host }}, SOURCE_PORT = :port";
    assert_eq!(printed(written, "mysql-8.4", "mysql-8.4", true), written);
}

#[test]
fn masked_texts_hold_no_secret() {
    let statements = [
        "CREATE USER u IDENTIFIED BY 'hunter2' AND IDENTIFIED WITH p AS 'hunter2'",
        "ALTER USER u IDENTIFIED BY 'hunter2' REPLACE 'hunter2' RETAIN CURRENT PASSWORD",
        "ALTER USER u 2 FACTOR FINISH REGISTRATION SET CHALLENGE_RESPONSE AS 'hunter2'",
        "SET PASSWORD FOR u = PASSWORD('hunter2')",
        "SET @p = 'hunter2', @q = CONCAT('hunter2', 'x')",
        "CHANGE MASTER TO MASTER_USER = 'u', MASTER_PASSWORD = 'hunter2'",
        "START REPLICA USER = 'u' PASSWORD = 'hunter2'",
        "GRANT SELECT ON *.* TO u IDENTIFIED BY PASSWORD 'hunter2'",
        "CREATE USER u IDENTIFIED VIA p USING PASSWORD('hunter2')",
    ];
    for sql in statements {
        let parsed = parse_statement(sql, &ParseOptions::default());
        let statement = parsed.statement.unwrap_or_else(|| panic!("{sql}"));
        let options = PrintOptions::masked(parsed.accepted);
        let masked = String::from_utf8(print(&statement, &options)).unwrap();
        assert!(!masked.contains("hunter2"), "{masked}");
        let exposed = print(&statement, &PrintOptions { secrets: Secrets::Exposed, ..options });
        assert_eq!(masked.matches("<secret>").count(), secrets(&statement), "{masked}");
        assert!(exposed.windows(7).any(|bytes| bytes == b"hunter2"));
    }
}

fn secrets(statement: &replint::ast::Statement<'_>) -> usize {
    struct Count(usize);
    impl replint::ast::Visit for Count {
        fn secret(&mut self, _: &replint::ast::Secret<'_>) {
            self.0 += 1;
        }
    }
    let mut count = Count(0);
    replint::ast::Node::walk(statement, &mut count);
    count.0
}
