//! What several files add up to: the cases of `tests/rules/*.md`.
//!
//! A case is a heading, blocks of SQL with the name of a file, and the findings that are expected, in the order of files and places: where, which rule,
//! and the other places that it points at. `Target:`, `Upgrade to:` and `Select:` before the first block say what is asked; a `Select:` above all cases is
//! for each. A block of `cnf` is an option file.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use replint::diagnostic::Diagnostic;
use replint::lint::{File, Plan, Settings};
use replint::model::ServerOptions;

#[derive(Default)]
struct Case {
    heading: String,
    target: String,
    upgrade_to: String,
    select: String,
    files: Vec<(String, String)>,
    option_files: Vec<(String, String)>,
    expected: Vec<String>,
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases = vec![Case::default()];
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let select = cases[0].select.clone();
        let case = cases.last_mut().unwrap();
        if let Some(heading) = line.strip_prefix("## ") {
            cases.push(Case { heading: heading.to_owned(), select, ..Case::default() });
        } else if let Some(target) = line.strip_prefix("Target: ") {
            case.target = target.to_owned();
        } else if let Some(upgrade_to) = line.strip_prefix("Upgrade to: ") {
            case.upgrade_to = upgrade_to.to_owned();
        } else if let Some(select) = line.strip_prefix("Select: ") {
            case.select = select.to_owned();
        } else if let Some((kind, path)) = line.strip_prefix("```").and_then(|line| line.split_once(' ')) {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let files = if kind == "cnf" { &mut case.option_files } else { &mut case.files };
            files.push((path.to_owned(), block.join("\n") + "\n"));
        } else if let Some(expected) = line.strip_prefix("- ") {
            case.expected.push(expected.to_owned());
        }
    }
    cases.split_off(1)
}

fn shown(finding: &Diagnostic) -> String {
    let at = |path: &Path, line: u64, column: u64| format!("{}:{line}:{column}", path.display());
    let start = finding.primary.start;
    let mut text = format!("{} {}", at(&finding.path, start.line, start.column), finding.rule);
    for label in &finding.labels {
        let _ = write!(text, ", {}", at(&finding.path, label.start.line, label.start.column));
    }
    for related in &finding.related {
        let _ = write!(text, ", {}", at(&related.path, related.start.line, related.start.column));
    }
    text
}

fn found(case: &Case) -> Vec<String> {
    let mut settings = Settings { targets: case.target.parse().expect("a target"), ..Settings::default() };
    if !case.upgrade_to.is_empty() {
        settings.upgrade_to = case.upgrade_to.parse().expect("a target");
    }
    settings.selection.select =
        case.select.split(", ").map(|name| name.parse().unwrap_or_else(|error| panic!("{error}"))).collect();
    let file = |(path, _): &(String, String)| File { path: path.into(), settings: &settings, rank: None };
    let option_files = case.option_files.iter().map(|(path, text)| ServerOptions::read(path, text.as_bytes(), &()));
    let plan = Plan::new(case.files.iter().map(file)).with_option_files(option_files.collect());
    let open = |path: &Path| {
        let (_, text) = case.files.iter().find(|(of, _)| Path::new(of) == path).unwrap();
        Ok(text.as_bytes())
    };
    let replayed = plan.sequences().map(|sequence| sequence.replay(open)).collect();
    let checked = plan.finish(replayed).0;
    checked.into_iter().flat_map(|file| file.result.unwrap().0).map(|finding| shown(&finding)).collect()
}

#[test]
fn several_files_add_up_to_what_the_cases_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut pages: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let mut wrong = String::new();
    let mut count = 0;
    for page in pages {
        for case in cases(&fs::read_to_string(&page).unwrap()) {
            assert!(!case.files.is_empty(), "{}: no file", case.heading);
            let found = found(&case);
            count += 1;
            if found != case.expected {
                let name = page.file_name().unwrap().display();
                let _ =
                    writeln!(wrong, "{name}: {}\n  expected {:#?}\n  found {found:#?}", case.heading, case.expected);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count > 20, "only {count} cases were read");
}
