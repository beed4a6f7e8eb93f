//! One set of findings in every format: `tests/formats/*.snap`.

use std::path::Path;
use std::sync::Arc;

use replint::diagnostic::{Applicability, Area, Diagnostic, Group, Related, Rule, Severity, View};
use replint::lint::{Settings, lint};
use replint::report::{Format, Style, Summary};
use replint::rules;
use replint::script::Counts;
use replint::server::ServerSet;
use replint::source::{Base, LineIndex, Span};

const SCRIPT: &str = include_str!("formats/script.sql");

fn found(path: &str, script: &str) -> (Vec<Diagnostic>, Counts) {
    let settings = Settings {
        targets: "mysql-8.0".parse().unwrap(),
        upgrade_to: "mysql-8.4".parse().unwrap(),
        ..Settings::default()
    };
    let mut found = Vec::new();
    let counts = lint(path, script.as_bytes(), &settings, |finding| found.push(finding)).unwrap();
    (found, counts)
}

/// What no rule says, in a file that nobody should have.
fn hostile(path: &str) -> Diagnostic {
    const MESSAGE: &str = "100% of <a href=\"x\">, b: c; d] & 'e' ::error::f ##vso[task.complete] ]]> \u{1b}[2J \u{202e}\u{ffff}\u{0}\r\n::g";
    let rule = Rule { name: "no-rule", area: Area::Style, severity: Severity::Advice, group: Group::Default };
    let text = "ñé 'x'\nzwei\n";
    let index = LineIndex::new(text.as_bytes(), Base { offset: 3, line: 2, column: 4 });
    let view = View::new(Arc::from(Path::new(path)), index, vec![Span::new(6, 7)]);
    let start = view.index().position(0);
    let related = Related { path: Arc::from(Path::new("c:d/é.sql")), start, end: start, message: MESSAGE.to_owned() };
    view.diagnostic(rule, Span::new(2, 11), MESSAGE, ServerSet::ALL)
        .also(Span::new(9, 10), MESSAGE)
        .related(related)
        .help(Some(MESSAGE.to_owned()))
        .fix(vec![(Span::new(0, 2), "n".to_owned()), (Span::new(2, 4), "e<%".to_owned())], Applicability::Safe)
        .finish()
}

/// Three files: with findings, clean, hostile; and one that could not be read.
fn report(format: Format) -> String {
    let mut out = Vec::new();
    let mut report = format.report(&mut out, Style::PLAIN).unwrap();
    let mut summary = Summary::default();
    let hostile_path = "x,y:%[1];é\n\u{1b}&\"<.sql";
    let (first, counts) = found("db/a b.sql", SCRIPT);
    for (path, found, counts) in [
        ("db/a b.sql", first, counts),
        ("db/clean.sql", Vec::new(), Counts::default()),
        (hostile_path, vec![hostile(hostile_path)], Counts::default()),
    ] {
        summary.add(&found, counts);
        report.file(Path::new(path), &found).unwrap();
    }
    report.finish(&summary, &["cannot read <db>/d.sql: permission denied".to_owned()]).unwrap();
    drop(report);
    String::from_utf8(out).unwrap()
}

#[test]
fn one_set_of_findings_in_every_format() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("formats");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for format in Format::ALL {
        let text = report(format);
        // The pages of the rules have tests of their own.
        let text = match format {
            Format::Sarif => {
                let mut log: serde_json::Value = serde_json::from_str(&text).unwrap();
                for rule in log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().unwrap() {
                    if let Some(help) = rule.get_mut("help") {
                        assert!(help["markdown"].as_str().unwrap().contains("## Bad"));
                        *help = "…".into();
                    }
                }
                serde_json::to_string_pretty(&log).unwrap()
            }
            _ => text,
        };
        let text = text.replace(concat!('"', env!("CARGO_PKG_VERSION"), '"'), "\"<version>\"");
        settings.bind(|| insta::assert_snapshot!(format.name(), text));
    }
}

#[test]
fn sarif_is_valid() {
    // The official patterns have a bracket that strict readers want escaped.
    let schema = include_str!("formats/sarif-2.1.0.schema.json").replace("{2}]?$", "{2}\\\\]?$");
    let schema = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let of_every_rule: Vec<Diagnostic> = rules::all()
        .iter()
        .map(|entry| Diagnostic { rule: entry.rule.name, severity: entry.rule.severity, ..hostile("a.sql") })
        .collect();
    let mut out = Vec::new();
    Format::Sarif.write(&mut out, Style::PLAIN, &of_every_rule).unwrap();
    for log in [report(Format::Sarif), String::from_utf8(out).unwrap()] {
        let log = serde_json::from_str(&log).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
}

#[test]
fn the_indices_of_sarif_name_the_rules() {
    let log: serde_json::Value = serde_json::from_str(&report(Format::Sarif)).unwrap();
    let run = &log["runs"][0];
    for result in run["results"].as_array().unwrap() {
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
}

#[test]
fn commands_of_build_servers_stay_on_their_lines() {
    for (format, start) in [(Format::Github, "::"), (Format::Azure, "##vso[task.logissue ")] {
        let text = report(format);
        assert!(!text.contains(['\r', '\u{1b}', '\0']), "{text}");
        assert!(text.lines().all(|line| line.starts_with(start)), "{text}");
    }
}

/// What is checked must not tell the build server anything.
#[test]
fn reports_for_people_hold_no_commands_of_build_servers() {
    let script = "CREATE USER\n::error::a\n##vso[task.complete]\n##[add-mask]b IDENTIFIED;\n";
    for path in ["::set-output name=a::b.sql", " ::error::.sql", "##vso[task.complete].sql", "##[group].sql"] {
        let (mut found, _) = found(path, script);
        found.push(hostile(path));
        for format in [Format::Text, Format::Concise] {
            let mut out = Vec::new();
            format.write(&mut out, Style::PLAIN, &found).unwrap();
            let text = String::from_utf8(out).unwrap();
            assert!(!text.lines().any(|line| line.trim_start().starts_with("::")), "{text}");
            assert!(!text.contains("##vso[") && !text.contains("##["), "{text}");
        }
    }
}

#[test]
fn junit_is_read_as_it_was_meant() {
    let read = quick_junit::Report::deserialize_from_str(&report(Format::Junit)).unwrap();
    let tests: Vec<_> = read.test_suites.iter().map(|suite| (suite.tests, suite.failures, suite.errors)).collect();
    let (first, _) = found("db/a b.sql", SCRIPT);
    assert_eq!(tests, [(first.len(), first.len(), 0), (1, 0, 0), (1, 1, 0), (1, 0, 1)]);
    assert!(read.test_suites[2].test_cases[0].classname.as_ref().unwrap().contains("&\"<.sql"));
}

#[test]
fn fingerprints_differ_and_outlive_changes_around() {
    let of = |script: &str| -> Vec<String> {
        found("a.sql", script).0.iter().map(|finding| finding.fingerprint.to_string()).collect()
    };
    let before = of(SCRIPT);
    let mut unique = before.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), before.len());
    let changed = format!("\nSELECT 1;\n{}", SCRIPT.replace("'tiger'", "'another'").replace(" ACOUNT", "\n   ACOUNT"));
    assert_eq!(of(&changed), before);
    let elsewhere: Vec<String> = found("b.sql", SCRIPT).0.iter().map(|it| it.fingerprint.to_string()).collect();
    assert!(elsewhere.iter().all(|fingerprint| !before.contains(fingerprint)));
}

/// Where a script is cut in reading must not show.
#[test]
fn fingerprints_do_not_depend_on_how_a_script_is_read() {
    struct Slow<'s>(&'s [u8]);
    impl std::io::Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let some = self.0.len().min(buffer.len()).min(3);
            std::io::Read::read(&mut self.0, &mut buffer[..some])
        }
    }
    let script = format!("mysql> {SCRIPT}--stop\nDROP USER 'a, b;\n-- its\n");
    let of = |reader: &mut dyn std::io::Read| {
        let mut all = Vec::new();
        lint("a.sql", reader, &Settings::default(), |finding| all.push((finding.rule, finding.fingerprint))).unwrap();
        all
    };
    let at_once = of(&mut script.as_bytes());
    assert_eq!(of(&mut Slow(script.as_bytes())), at_once);
    assert!(at_once.iter().any(|(rule, _)| *rule == "unclosed-quote"), "{at_once:?}");
}
