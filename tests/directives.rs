//! Comments that tell replint what to leave out: what they are about, and what is wrong with them.

use replint::lint::{Settings, lint};

/// What is found, as `line rule`.
fn found(script: &str) -> Vec<String> {
    let settings = Settings { targets: "mysql-8.4".parse().unwrap(), ..Settings::default() };
    let mut found = Vec::new();
    lint("a.sql", script.as_bytes(), &settings, |finding| {
        found.push(format!("{} {}", finding.primary.start.line, finding.rule));
    })
    .unwrap();
    found
}

const CLEAR: &str = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com'";

#[test]
fn a_comment_is_about_the_statement_it_stands_in_behind_or_before() {
    assert_eq!(found(&format!("{CLEAR};")), ["1 clear-text-channel"]);
    for script in [
        format!("{CLEAR}; -- replint: ignore[clear-text-channel] a tunnel"),
        format!("{CLEAR} /* replint: ignore[clear-text-channel] */;"),
        format!("-- replint: ignore[clear-text-channel]\n{CLEAR};"),
        format!("# replint: ignore[clear-text-channel]\n\n-- the new source\n{CLEAR};"),
        format!("/* replint: ignore[clear-text-channel] a tunnel\n protects it */ {CLEAR};"),
        "CHANGE REPLICATION SOURCE TO -- replint: ignore[clear-text-channel]\n SOURCE_HOST = 'db1.example.com';"
            .to_owned(),
        format!(
            "SELECT 1; -- about nothing\n{CLEAR} -- replint: ignore[ clear-text-channel , port-out-of-range]\n, SOURCE_PORT = 99999;"
        ),
        format!("-- replint: ignore-file[clear-text-channel]\nSELECT 1;\n{CLEAR};\n{CLEAR};"),
    ] {
        assert_eq!(found(&script), [""; 0], "{script}");
    }
}

#[test]
fn it_is_about_no_other_statement() {
    let script = format!("-- replint: ignore[clear-text-channel]\nSELECT 1;\n{CLEAR};");
    assert_eq!(found(&script), ["1 unused-ignore", "3 clear-text-channel"]);
    let script = format!(
        "-- replint: ignore[clear-text-channel]\nSELECT 1;\n-- replint: ignore[port-out-of-range]\n{CLEAR}, SOURCE_PORT = 99999;"
    );
    assert_eq!(found(&script), ["1 unused-ignore", "4 clear-text-channel"]);
    let script = format!("STOP REPLICA; -- replint: ignore[clear-text-channel]\n{CLEAR};");
    assert_eq!(found(&script), ["1 unused-ignore", "2 clear-text-channel"]);
    let script = format!("{CLEAR};\n-- replint: ignore-file[clear-text-channel]\n");
    assert_eq!(found(&script), ["1 clear-text-channel", "2 unused-ignore"]);
}

/// What the fixes make of a script.
fn fixed(script: &str) -> String {
    let settings = Settings { targets: "mysql-8.4".parse().unwrap(), ..Settings::default() };
    let mut edits = Vec::new();
    lint("a.sql", script.as_bytes(), &settings, |finding| {
        if finding.area == replint::diagnostic::Area::Directive {
            edits.extend(finding.fix.into_iter().flat_map(|fix| fix.edits));
        }
    })
    .unwrap();
    let mut text = script.to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.start as usize..edit.end as usize, &edit.text);
    }
    text
}

#[test]
fn a_comment_without_rules_is_given_those_that_speak() {
    let script = format!("{CLEAR}, SOURCE_PORT = 99999; -- replint: ignore a tunnel");
    let named =
        format!("{CLEAR}, SOURCE_PORT = 99999; -- replint: ignore[clear-text-channel, port-out-of-range] a tunnel");
    assert_eq!(fixed(&script), named);
    assert_eq!(fixed("STOP REPLICA; -- replint: ignore"), "STOP REPLICA; ");
    let unused = format!("{CLEAR}; -- replint: ignore[clear-text-channel, port-out-of-range] a tunnel");
    assert_eq!(fixed(&unused), format!("{CLEAR}; -- replint: ignore[clear-text-channel] a tunnel"));
}

#[test]
fn a_syntax_error_can_be_ignored() {
    assert_eq!(found("CHANGE MASTER TO MASTER_DELAY = 1; -- replint: ignore[removed-syntax]"), [""; 0]);
}

#[test]
fn what_a_string_says_is_no_comment() {
    let script = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '-- replint: ignore[clear-text-channel]';";
    assert_eq!(found(script), ["1 clear-text-channel"]);
}
