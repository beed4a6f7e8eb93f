//! Option files, as rules look at them.

use std::collections::BTreeMap;

use replint::diagnostic::Diagnostic;
use replint::lint::{File, Plan, Settings, option_file};
use replint::model::ServerOptions;
use replint::option_file::Files;

fn settings(target: &str) -> Settings {
    Settings { targets: target.parse().unwrap(), ..Settings::default() }
}

fn found(path: &str, text: &str, target: &str, files: &dyn Files) -> Vec<Diagnostic> {
    option_file(&ServerOptions::read(path, text.as_bytes(), files), &settings(target))
}

/// `line rule` of each finding.
fn rules(text: &str, target: &str) -> Vec<String> {
    let line = |finding: &Diagnostic| format!("{} {}", finding.primary.start.line, finding.rule);
    found("my.cnf", text, target, &()).iter().map(line).collect()
}

#[test]
fn what_is_included_is_looked_up() {
    let text = "[mysqld]\n!include /etc/none.cnf\n!includedir /etc/none\n";
    let nothing: BTreeMap<&str, &str> = BTreeMap::new();
    let unreadable = found("my.cnf", text, "mysql-8.4", &nothing);
    assert_eq!(unreadable.len(), 2, "{unreadable:?}");
    assert_eq!([unreadable[0].rule, unreadable[1].rule], ["unreadable-include", "option-file-stops"]);
    assert!(found("my.cnf", text, "mysql-8.4", &()).is_empty(), "what cannot be looked at is not known to be missing");
    let loop_of_two =
        BTreeMap::from([("/etc/b.cnf", "!include /etc/my.cnf\n"), ("/etc/my.cnf", "!include /etc/b.cnf\n")]);
    assert!(found("/etc/my.cnf", "[mysqld]\n!include /etc/b.cnf\n", "mysql-8.4", &loop_of_two).is_empty());
}

#[test]
fn a_key_may_stand_in_a_file_that_is_included() {
    let text = "[mysqld]\nssl_cert = /etc/cert.pem\n!include /etc/key.cnf\n";
    let files = BTreeMap::from([("/etc/key.cnf", "[mysqld]\nssl_key = /etc/key.pem\n")]);
    assert!(found("my.cnf", text, "mysql-8.4", &files).is_empty());
    assert!(found("my.cnf", text, "mysql-8.4", &()).is_empty(), "nor where it is not known what it says");
    let files = BTreeMap::from([("/etc/key.cnf", "[mysqld]\n")]);
    assert_eq!(found("my.cnf", text, "mysql-8.4", &files)[0].rule, "server-certificate-without-key");
}

#[test]
fn a_group_is_for_those_who_read_it() {
    let text = "[mariadb]\ngtid_mode = ON\n[mysqld-8.4]\nssl = 0\n[mysqldump]\ngtid_mode = ON\n";
    assert_eq!(rules(text, "mariadb-10.11"), ["2 unknown-server-option"]);
    assert_eq!(rules(text, "mysql-8.4"), ["4 unknown-server-option"]);
    assert_eq!(rules(text, "mysql-5.7"), Vec::<String>::new());
    assert_eq!(
        rules("[mysqld]\nexpire_logs_days = 7\n", ""),
        Vec::<String>::new(),
        "without a target some server takes it"
    );
    assert_eq!(
        rules("[mysqld]\nmaster-host = h\nmaster_password = tiger\n", "mysql-8.0"),
        ["2 unknown-server-option", "3 unknown-server-option", "3 password-in-option-file"]
    );
}

#[test]
fn files_of_others_are_left_alone() {
    for text in ["HOME = .\n[ req ]\ndefault_bits = 2048\n", "datadir=\"/var/lib/proxysql\"\nmysql_variables=\n{\n}\n"]
    {
        assert!(found("openssl.cnf", text, "mysql-8.4", &()).is_empty());
    }
    assert_eq!(rules("{% if primary %}\n[mysqld]\n{% endif %}\n", "mysql-8.4"), Vec::<String>::new());
}

#[test]
fn comments_leave_findings_out() {
    let text = "[mysqld]\n# replint: ignore[unknown-server-option] until the upgrade\nskip-ssl\nold_passwords = 0 # replint: ignore[unknown-server-option]\nsecure-auth\n";
    assert_eq!(rules(text, "mysql-8.4"), ["5 unknown-server-option"]);
    let file = "# replint: ignore-file[unknown-server-option]\n[mysqld]\nskip-ssl\n";
    assert_eq!(rules(file, "mysql-8.4"), Vec::<String>::new());
    assert_eq!(
        rules("[mysqld]\n# replint: ignore[unknown-server-option]\nport = 1\n", "mysql-8.4"),
        ["2 unused-ignore"]
    );
}

#[test]
fn findings_are_known_by_their_line() {
    let fingerprint = |text: &str| found("my.cnf", text, "mysql-8.4", &())[0].fingerprint.to_string();
    assert_eq!(fingerprint("[mysqld]\nskip-ssl\n"), fingerprint("[mysqld]\nport = 1\n\nskip-ssl\n[client]\n"));
    assert_ne!(fingerprint("[mysqld]\nskip-ssl\n"), fingerprint("[mysqld]\nssl = 0\n"));
}

#[test]
fn nothing_is_shown_that_may_be_a_secret() {
    let text = "[mysqld]\nreport_password = tiger1\nskip-ssl\n# password: tiger2\n[client]\nuser = tiger3\nplugin_thing = tiger4\ngtid_mode = ON\npassword = 'tiger5\n#old = tiger6\nserver_id = 1\npass tiger7\nread_only\n";
    let found = found("my.cnf", text, "mysql-8.4", &());
    assert!(found.len() >= 4, "{found:?}");
    for finding in found {
        let shown = format!("{finding:?}");
        assert!(!shown.contains("tiger"), "{shown}");
    }
}

#[test]
fn a_channel_does_not_read_the_clients_group() {
    let settings = settings("mysql-8.4");
    let told = |script: &'static str, option_file: &str| -> Vec<String> {
        let file = File { path: "a.sql".into(), settings: &settings, rank: None };
        let option_file = ServerOptions::read("my.cnf", option_file.as_bytes(), &());
        let plan = Plan::new([file]).with_option_files(vec![option_file]);
        let replayed = plan.sequences().map(|sequence| sequence.replay(|_| Ok(script.as_bytes()))).collect();
        let (checked, _) = plan.finish(replayed);
        let (found, _) = checked.into_iter().next().unwrap().result.unwrap();
        let of_rule = found.into_iter().filter(|finding| finding.rule == "client-group-not-read");
        of_rule
            .map(|it| {
                format!("{} {}:{}", it.primary.start.line, it.related[0].path.display(), it.related[0].start.line)
            })
            .collect()
    };
    let script = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1;\n";
    assert_eq!(told(script, "[client]\nssl-ca = /etc/ca.pem\n"), ["1 my.cnf:2"]);
    assert!(told(script, "[mysqld]\nssl-ca = /etc/ca.pem\n").is_empty());
    assert!(
        told(
            "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1, SOURCE_SSL_CA = '/ca.pem';\n",
            "[client]\nssl-ca = /ca.pem\n"
        )
        .is_empty()
    );
}
