//! From an empty folder to a check before every commit.

#[path = "support/scratch.rs"]
mod scratch;

use scratch::Scratch;

#[test]
fn init_looks_at_the_repository() {
    let folder = Scratch::new("init");
    folder.write("compose.yml", "services:\n  db:\n    image: mysql:8.0.36\n  # image: mysql:5.5\n");
    folder.write(".github/workflows/test.yml", "        image: [\"mariadb:10.11\", \"mysql:8.0\"]\n");
    folder.write("db/migration/V1__users.sql", "CREATE USER a@localhost REQUIRE X509;\n");
    folder.write("prisma/migrations/20240101_x/migration.sql", "SELECT 1;\n");
    let ran = folder.replint(["init"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let wanted = [
        "replint.toml written",
        "  target mysql-8.0, from .github/workflows/test.yml:1",
        "  target mariadb-10.11, from .github/workflows/test.yml:1",
        "  migrations of Flyway in db/migration",
        "  migrations of Prisma in prisma/migrations",
        "next: `replint check`",
    ];
    for (line, wanted) in ran.stderr.lines().zip(wanted) {
        assert!(line.starts_with(wanted), "{line} is not {wanted}");
    }
    let text = folder.read("replint.toml");
    assert!(text.contains("\ntargets = [\"mysql-8.0\", \"mariadb-10.11\"]\n"), "{text}");
    assert!(text.contains("\norder = [\"prisma/migrations/*/migration.sql\"]\n"), "{text}");
    assert_eq!(folder.replint(["check"]).status, 0);

    let again = folder.replint(["init"]);
    assert_eq!((again.status, &*again.stdout), (2, ""));
    assert!(again.stderr.contains("it is there already; edit it, or remove it first"), "{}", again.stderr);
    assert_eq!(folder.read("replint.toml"), text);
}

#[test]
fn init_without_signs_says_what_to_set() {
    let folder = Scratch::new("init-nothing");
    let ran = folder.replint(["init", "."]);
    assert!(ran.stderr.contains("no server was found: set `targets`"), "{}", ran.stderr);
    assert!(folder.read("replint.toml").contains("\n# targets = [\"mysql-8.4\"]\n"));
    assert_eq!(folder.replint(["check"]).status, 0);
    assert_eq!(folder.replint(["init", "none"]).status, 2);
}

#[test]
fn shells_and_man_are_told() {
    let folder = Scratch::new("manual");
    for (shell, words) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef replint"),
        ("fish", "complete -c replint"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let ran = folder.replint(["completions", shell]);
        assert!(ran.status == 0 && ran.stdout.contains(words) && ran.stdout.contains("write-baseline"), "{shell}");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let text = folder.replint(["completions", shell]).stdout;
        // PowerShell and elvish complete commands and options only.
        let names: &[&str] = if ["powershell", "elvish"].contains(&shell) {
            &[]
        } else {
            &["host-needs-quotes", "mariadb-10.11", "checkstyle"]
        };
        for name in names {
            assert!(text.contains(name), "{shell}: {name}");
        }
    }
    assert!(folder.replint(["completions", "fish"]).stdout.contains("subcommand man\" -f -a \"check"));
    let ran = folder.replint(["man"]);
    assert!(ran.stdout.contains(".TH replint 1"), "{}", ran.stdout);
    let ran = folder.replint(["man", "check"]);
    assert!(ran.stdout.contains(".TH replint-check 1") && ran.stdout.contains("write\\-baseline"), "{}", ran.stdout);
    assert_eq!(folder.replint(["man", "nothing"]).status, 2);
}

#[test]
fn the_version_says_what_it_knows() {
    let folder = Scratch::new("version");
    let version = concat!("replint ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(folder.replint(["-V"]).stdout, version);
    let verbose = folder.replint(["--version", "--verbose"]).stdout;
    assert!(verbose.starts_with(version) && verbose.contains("\ntables of servers: 20"), "{verbose}");
    assert!(verbose.contains("\nMySQL: 5.5 to ") && verbose.contains("\nMariaDB: 10.0 to "), "{verbose}");
    assert_eq!(folder.replint(["--verbose"]).status, 2);
}

/// A hook is given the files that changed. What others hold is unknown: each of these files is clean alone, in whatever order they ran.
#[test]
fn a_file_alone_is_not_blamed_for_what_may_stand_in_another() {
    let files = [
        (
            "channel.sql",
            "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl', SOURCE_SSL = 1, SOURCE_SSL_CA = '/etc/mysql/ca.pem', SOURCE_SSL_VERIFY_SERVER_CERT = 1, SOURCE_AUTO_POSITION = 1;\n",
        ),
        ("more.sql", "CHANGE REPLICATION SOURCE TO SOURCE_CONNECT_RETRY = 10;\n"),
        ("start.sql", "START REPLICA;\n"),
        ("start-of-one.sql", "START REPLICA FOR CHANNEL 'eu';\n"),
        ("stop.sql", "STOP REPLICA;\n"),
        ("reset.sql", "RESET REPLICA ALL FOR CHANNEL 'eu';\n"),
        ("filter.sql", "CHANGE REPLICATION FILTER REPLICATE_DO_DB = (app);\n"),
        ("account.sql", "CREATE USER repl@'10.0.0.%' IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL;\n"),
        ("grant.sql", "GRANT REPLICATION SLAVE ON *.* TO repl@'10.0.0.%';\n"),
        ("alter.sql", "ALTER USER repl@'10.0.0.%' PASSWORD EXPIRE NEVER;\n"),
        ("revoke.sql", "REVOKE REPLICATION SLAVE ON *.* FROM repl@'10.0.0.%';\n"),
        ("rename.sql", "RENAME USER repl@'10.0.0.%' TO repl@'10.1.0.%';\n"),
        ("drop.sql", "DROP USER repl@'10.0.0.%';\n"),
        ("role.sql", "GRANT 'replicators' TO repl@'10.0.0.%';\n"),
        ("default-role.sql", "SET DEFAULT ROLE 'replicators' TO repl@'10.0.0.%';\n"),
    ];
    let folder = Scratch::new("alone");
    for (name, text) in files {
        folder.write(name, text);
        let ran = folder.replint(["check", name, "--target", "mysql-8.4", "--format", "concise"]);
        assert_eq!((&*ran.stdout, ran.status), ("", 0), "{name}");
    }
    let ran = folder.replint(["check", "--target", "mysql-8.4", "--format", "concise"]);
    assert_eq!((&*ran.stdout, ran.status), ("", 0));
}
