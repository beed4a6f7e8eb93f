//! Statements of other databases raise nothing and are counted; those that are nearly ours are told.

use replint::lint::{Settings, lint};

/// What is found, and how many statements are of another dialect.
fn found(script: &str) -> (Vec<&'static str>, u64) {
    let mut rules = Vec::new();
    let counts = lint("a.sql", script.as_bytes(), &Settings::default(), |finding| rules.push(finding.rule)).unwrap();
    (rules, counts.another_dialect)
}

#[test]
fn statements_of_other_databases_are_counted() {
    for statement in [
        "CREATE USER app WITH PASSWORD 'x'",
        "CREATE ROLE app LOGIN ENCRYPTED PASSWORD 'x' VALID UNTIL '2030-01-01'",
        "ALTER USER app SET search_path TO app",
        "GRANT USAGE ON SCHEMA public TO app",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO app",
        "GRANT EXECUTE ON FUNCTION f(integer) TO app",
        "REVOKE ALL ON DATABASE app FROM public",
        "GRANT CONNECT ON DATABASE app TO :'user'",
        "CREATE USER app IDENTIFIED BY secret DEFAULT TABLESPACE users QUOTA UNLIMITED ON users",
        "GRANT CREATE SESSION TO app",
        "GRANT CONNECT, RESOURCE TO app",
        "CREATE USER app FOR LOGIN app WITH DEFAULT_SCHEMA = dbo",
        "GRANT SELECT ON OBJECT::dbo.t TO app",
        "GRANT SELECT ON [dbo].[t] TO [app]",
        "CREATE USER app ON CLUSTER c IDENTIFIED WITH sha256_password BY 'x' HOST IP '10.0.0.0/8'",
    ] {
        assert_eq!(found(statement), (vec![], 1), "{statement}");
    }
}

#[test]
fn a_file_of_another_database_is_as_a_whole() {
    let script = "CREATE ROLE reader; GRANT reader TO app; CREATE USER app WITH PASSWORD 'x'; DROP USER app IF;";
    assert_eq!(found(script), (vec![], 4));
}

#[test]
fn what_only_ours_have_is_judged_in_any_file() {
    let script = "CREATE USER app WITH PASSWORD 'x'; CREATE USER 'app'@'%' IDENTIFED BY 'x';";
    assert_eq!(found(script), (vec!["misspelled-keyword"], 1));
}

#[test]
fn a_slip_in_one_of_ours_is_no_other_dialect() {
    for statement in [
        "GRANT ALL ON DATABASE app TO 'app'@'%'",
        "CREATE USER 'app'@'%' WITH PASSWORD 'x'",
        "CREATE USER app IDENTIFED BY 'x'",
        "GRANT SELECT ON app.* T0 app",
        "CHANGE MASTER TO MASTER_HOTS = 'db1'",
        "CREATE USER app IDENTIFIED BY ‘x’",
    ] {
        let (rules, another) = found(statement);
        assert_eq!((rules.len(), another), (1, 0), "{statement}: {rules:?}");
    }
}

#[test]
fn liquibase_says_for_which_database() {
    let script = "--liquibase formatted sql\n--changeset jo:1 dbms:postgresql\nDROP USER app IF;\nSELECT 1;\n\
                  --changeset jo:2 dbms:mariadb\nDROP USER app IF;\n";
    assert_eq!(found(script), (vec!["unexpected-token"], 2));
}
