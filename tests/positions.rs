//! Whatever a script holds, its findings can be shown, and stand where they say.

use proptest::prelude::*;
use proptest::sample::select;

use replint::diagnostic::Diagnostic;
use replint::lint;
use replint::lint::Settings;
use replint::report::{Format, Style};

const PIECES: [&str; 34] = [
    "CREATE USER ",
    "DROP USER ",
    "GRANT ALL ON *.* TO ",
    "CHANGE MASTER TO ",
    "START REPLICA ",
    "SET PASSWORD = ",
    "SELECT 1",
    ";",
    ";",
    "; ",
    "\n",
    "\r\n",
    "\n\n",
    "'a'@'%'",
    "u",
    "IDENTIFIED BY ",
    "'pä\u{df}w\u{f6}rt'",
    "'",
    "\"",
    "`",
    "/*",
    "*/",
    "/*!80000 ",
    "-- c\n",
    "# ñ\n",
    "mysql> ",
    "    -> ",
    "DELIMITER ",
    "//",
    "\\G\n",
    "\u{202e}",
    "\t",
    "MASTER_HOST='d',",
    "’",
];

fn findings(script: &[u8], targets: &str) -> Vec<Diagnostic> {
    let settings = Settings { targets: targets.parse().unwrap(), ..Settings::default() };
    let mut findings = Vec::new();
    lint("a.sql", script, &settings, |finding| findings.push(finding)).unwrap();
    findings
}

fn rendered(findings: &[Diagnostic]) -> String {
    let mut out = Vec::new();
    for format in [Format::Concise, Format::Text] {
        format.write(&mut out, Style::PLAIN, findings).unwrap();
    }
    String::from_utf8(out).unwrap()
}

/// Line and column of a byte, counted in the simplest way.
fn place(script: &str, offset: usize) -> (u64, u64) {
    let before = &script[..offset];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line as u64, column as u64)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn findings_stand_where_they_say(
        pieces in prop::collection::vec(select(PIECES.to_vec()), 1..40),
        targets in select(vec!["", "mysql-5.7", "mysql-8.4,mariadb-11.4", "mysql-5.5..9.7"]),
    ) {
        let script = pieces.concat();
        let findings = findings(script.as_bytes(), targets);
        let shown = rendered(&findings);
        for finding in &findings {
            let start = finding.primary.start;
            prop_assert_eq!((start.line, start.column), place(&script, finding.primary.offset as usize), "{:?}", script);
            let header = format!("[a.sql:{}:{}]", start.line, start.column);
            prop_assert!(shown.contains(&header), "{header} is not in\n{shown}");
            prop_assert!(finding.excerpt.lines.iter().any(|line| line.number == start.line), "{finding:?}");
        }
    }

    #[test]
    fn any_bytes_can_be_shown(
        bytes in prop::collection::vec(
            prop_oneof![
                any::<u8>().prop_map(|byte| vec![byte]),
                select(PIECES.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
            ],
            1..60,
        ),
    ) {
        let shown = rendered(&findings(&bytes.concat(), ""));
        let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        prop_assert!(!shown.contains(obeyed), "{shown:?}");
    }
}
