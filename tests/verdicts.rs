//! What real servers said of statements, and what the parser says of them: the statements of this project (`tests/verdicts/`), and those of the
//! corpus beside the repository, where it is there.

#[path = "support/recorded.rs"]
mod recorded;

use std::collections::BTreeSet;
use std::thread;

use recorded::Recorded;
use replint::lexer::SqlMode;
use replint::server::Targets;
use replint::{ParseOptions, Parsed, Rejection, SyntaxRule, parse_statement};

/// Of disagreements so many are shown.
const SHOWN: usize = 40;

/// What one server said of a statement.
struct Verdict<'r> {
    statement: &'r Recorded,
    server: &'r str,
    accepts: bool,
}

#[test]
fn own_statements() {
    let statements = recorded::repository();
    assert!(!statements.is_empty());
    judge(&statements);
}

#[test]
fn corpus() {
    let mut statements = recorded::corpus(&["gen", "hand", "mode", "mtr", "mut"]);
    // A mutation may make another statement of one that is read.
    statements.retain(|it| {
        !is_unread(&parse_statement(&it.sql, &ParseOptions::default())) || it.accepted_by().next().is_none()
    });
    judge(&statements);
}

/// Their first words may be those of statements that are read. Of those that a server takes the parser says that it does not read them.
#[test]
fn statements_of_others() {
    let statements = recorded::others();
    let differs = |verdict: &Verdict<'_>| {
        let parsed = verdict.parse();
        !parsed.accepted.is_empty() || (verdict.accepts && !is_unread(&parsed))
    };
    let wrong: Vec<String> =
        statements.iter().flat_map(verdicts).filter(differs).map(|verdict| verdict.describe()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether the statement is one that replint does not read.
fn is_unread(parsed: &Parsed<'_>) -> bool {
    let unread = |rejection: &Rejection| rejection.error.rule == SyntaxRule::UnknownStatement;
    parsed.accepted.is_empty() && parsed.rejections.iter().all(unread)
}

/// # Panics
/// Where the parser and a server differ, and no exception says why; where an exception is none.
fn judge(statements: &[Recorded]) {
    let exceptions: BTreeSet<(String, String)> = recorded::exceptions().into_iter().collect();
    let known = |verdict: &Verdict<'_>| exceptions.contains(&(verdict.statement.id.clone(), verdict.server.to_owned()));
    let verdicts: Vec<Verdict<'_>> = statements.iter().flat_map(verdicts).collect();
    let wrong = disagreements(&verdicts);
    let (excused, wrong): (Vec<&Verdict<'_>>, Vec<_>) = wrong.into_iter().partition(|verdict| known(verdict));
    let held = verdicts.iter().filter(|verdict| known(verdict)).count();
    assert_eq!(held, excused.len(), "exceptions.tsv has rows that are no longer needed");
    println!("{} verdicts, {} disagreements, {held} known exceptions", verdicts.len(), wrong.len());
    let shown: Vec<String> = wrong.iter().take(SHOWN).map(|verdict| verdict.describe()).collect();
    assert!(wrong.is_empty(), "{} of {} verdicts differ\n{}", wrong.len(), verdicts.len(), shown.join("\n"));
}

fn verdicts(statement: &Recorded) -> impl Iterator<Item = Verdict<'_>> {
    statement.verdicts.iter().map(move |(server, accepts)| Verdict { statement, server, accepts: *accepts })
}

fn disagreements<'v, 'r>(verdicts: &'v [Verdict<'r>]) -> Vec<&'v Verdict<'r>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let parts = verdicts.chunks(verdicts.len().div_ceil(threads).max(1));
    thread::scope(|scope| {
        let differing = |part: &'v [Verdict<'r>]| part.iter().filter(|verdict| !verdict.holds()).collect::<Vec<_>>();
        let running: Vec<_> = parts.map(|part| scope.spawn(move || differing(part))).collect();
        running.into_iter().flat_map(|part| part.join().unwrap()).collect()
    })
}

impl Verdict<'_> {
    fn options(&self) -> ParseOptions {
        let targets: Targets = self.server.parse().unwrap_or_else(|error| panic!("{}: {error}", self.statement.id));
        ParseOptions { targets, sql_mode: SqlMode::parse(&self.statement.sql_mode), ..ParseOptions::default() }
    }

    fn parse(&self) -> Parsed<'_> {
        parse_statement(&self.statement.sql, &self.options())
    }

    fn holds(&self) -> bool {
        self.parse().accepted.is_empty() != self.accepts
    }

    fn describe(&self) -> String {
        let said = if self.accepts { "accepts" } else { "rejects" };
        let Recorded { id, sql, .. } = self.statement;
        let message = match self.parse().rejections.first() {
            Some(rejection) => {
                format!("\n    the parser: {} at byte {}", rejection.error.message, rejection.error.span.start)
            }
            None => String::new(),
        };
        format!("{id} {} {said}: {sql:?}{message}", self.server)
    }
}
