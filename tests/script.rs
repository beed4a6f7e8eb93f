//! How a stream is cut into statements: as the clients cut a file.

#[path = "script/bad_input.rs"]
mod bad_input;
#[path = "script/chunks.rs"]
mod chunks;
#[path = "script/client.rs"]
mod client;
#[path = "script/kinds.rs"]
mod kinds;
#[path = "script/modes.rs"]
mod modes;
#[path = "script/sessions.rs"]
mod sessions;
#[path = "script/templates.rs"]
mod templates;

use std::io::Read;

use replint::script::{Event, Kind, Problem, Script, ScriptOptions};

/// Everything that is told of a script, a line each: `line:column text`, with `?` before what is not analysed, `line:column rule`, and last the
/// counts of statements of ours, of others, and of those not analysed.
fn told(script: impl AsRef<[u8]>) -> Vec<String> {
    told_with(script, &ScriptOptions::default())
}

fn told_with(script: impl AsRef<[u8]>, options: &ScriptOptions) -> Vec<String> {
    lines(Script::new(script.as_ref(), options), script.as_ref())
}

/// Checks on the way that a statement stands where it says.
fn lines<R: Read>(mut script: Script<R>, source: &[u8]) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut counted) = (1, 0);
    while let Some(event) = script.next_event().unwrap() {
        lines.push(match event {
            Event::Problem(Problem { rule, base, .. }) => format!("{}:{} {}", base.line, base.column, rule.name()),
            Event::Directive(comment) => format!("{}:{} directive", comment.base.line, comment.base.column),
            Event::Statement(statement) => {
                let offset = statement.base.offset as usize;
                assert_eq!(source[offset], statement.text[0]);
                line += source[counted..offset].iter().filter(|byte| **byte == b'\n').count() as u64;
                counted = offset;
                assert_eq!(statement.base.line, line);
                let mark = if statement.kind == Kind::NotAnalysed { "?" } else { "" };
                let text = String::from_utf8_lossy(statement.text);
                format!("{}:{} {mark}{text}", statement.base.line, statement.base.column)
            }
        });
    }
    let counts = script.counts();
    lines.push(format!("{} {} {}", counts.ours, counts.other, counts.not_analysed));
    lines
}

fn problems(script: &str) -> Vec<Problem> {
    let mut script = Script::new(script.as_bytes(), &ScriptOptions::default());
    let mut problems = Vec::new();
    while let Some(event) = script.next_event().unwrap() {
        if let Event::Problem(problem) = event {
            problems.push(problem);
        }
    }
    problems
}

/// What the edits of all problems make of the script.
fn fixed(script: &str) -> String {
    let mut edits: Vec<_> = problems(script).into_iter().flat_map(|problem| problem.fix).collect();
    edits.sort_by_key(|edit| edit.start);
    let mut fixed = script.to_owned();
    for edit in edits.iter().rev() {
        fixed.replace_range(edit.start as usize..edit.end as usize, &edit.text);
    }
    fixed
}
