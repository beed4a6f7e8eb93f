//! What each fuzz target does with its input; `tests/fuzz_replay.rs` runs the same functions over the stored seeds.

use replint::ast::{PrintOptions, print};
use std::io::{self, Read};

use replint::lexer::SqlMode;
use replint::script::{Event, Script, ScriptOptions};
use replint::server::{ServerSet, Targets};
use replint::{ParseOptions, Parsed, parse_statement};

/// The first two bytes choose options and a server, the rest is the text.
fn options(data: &[u8]) -> (ParseOptions, usize, &[u8]) {
    let [flags, server, text @ ..] = data else { return (ParseOptions::default(), 0, data) };
    let sql_mode =
        SqlMode { ansi_quotes: flags & 1 != 0, no_backslash_escapes: flags & 2 != 0, ignore_space: flags & 4 != 0 };
    (ParseOptions { sql_mode, placeholders: flags & 8 != 0, ..ParseOptions::default() }, usize::from(*server), text)
}

/// One of the releases of the tables.
fn release(number: usize) -> Targets {
    let releases: Vec<_> = ServerSet::ALL.iter().collect();
    let (flavor, version) = releases[number % releases.len()];
    format!("{flavor}-{version}").to_lowercase().parse().expect("a target of the tables")
}

/// The verdict for all servers at once is that of each server alone; nothing lies outside the text.
pub fn parse(data: &[u8]) {
    let (mut options, server, text) = options(data);
    let all = parse_statement(text, &options);
    check(&all, text);

    options.targets = release(server);
    // An executable comment is compared with the exact version: the last of a series when none is named.
    if text.windows(3).any(|w| w == b"/*!" || w == b"*M!") {
        return;
    }
    let alone = parse_statement(text, &options);
    check(&alone, text);
    let one = options.targets.servers();
    assert_eq!(alone.accepted == one, one.is_subset(all.accepted), "{one:?} alone and among all");
    let tree = format!("{:?}", alone.statement);
    assert_eq!(tree, format!("{:?}", parse_statement(text, &options).statement));
}

fn check(parsed: &Parsed<'_>, text: &[u8]) {
    let mut refused = ServerSet::EMPTY;
    for rejection in &parsed.rejections {
        assert!(
            !refused.intersects(rejection.servers) && !parsed.accepted.intersects(rejection.servers),
            "one verdict a server"
        );
        refused |= rejection.servers;
        let error = &rejection.error;
        assert!(!error.message.is_empty() && !error.message.contains('\n'));
        for (span, _) in error.edits.iter().chain([&(error.span, String::new())]) {
            assert!(span.start <= span.end && span.end as usize <= text.len(), "{span:?} of {}", text.len());
        }
    }
    if let Some(statement) = &parsed.statement {
        assert!(statement.span().end as usize <= text.len());
    }
}

/// What is printed parses to the same tree, and is printed the same again.
pub fn roundtrip(data: &[u8]) {
    let (mut options, server, text) = options(data);
    options.targets = release(server);
    let Some(tree) = parse_statement(text, &options).statement else { return };
    let exposed = PrintOptions { sql_mode: options.sql_mode, ..PrintOptions::exposed(options.targets.servers()) };
    let printed = print(&tree, &exposed);
    let again = parse_statement(&printed, &options);
    let shown = String::from_utf8_lossy(&printed);
    assert_eq!(again.statement.as_ref(), Some(&tree), "{shown} on {:?}: {:?}", options.targets, again.rejections);
    let second = again.statement.map(|tree| print(&tree, &exposed));
    assert_eq!(second, Some(printed.clone()), "{shown} the second time");
}

/// A stream of any bytes is cut into statements that lie in it, in order, the same ones however it arrives.
pub fn script(data: &[u8]) {
    let (options, server, text) = options(data);
    let targets = if server == 0 { Targets::any() } else { release(server) };
    let options = ScriptOptions {
        targets,
        sql_mode: options.sql_mode,
        placeholders: options.placeholders,
        ..ScriptOptions::default()
    };
    let whole = events(text, &options);
    assert_eq!(whole, events(Trickle(text), &options));
    let mut last = 0;
    for (offset, event) in &whole {
        assert!(*offset <= text.len() as u64, "{event} of {}", text.len());
        // A problem is told when it is known: that of a prompt behind its statement.
        if event.starts_with("Statement") {
            assert!(*offset >= last, "{event} behind {last}");
            last = *offset;
        }
    }
}

/// One byte at a time.
struct Trickle<'a>(&'a [u8]);

impl Read for Trickle<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = buffer.len().min(1);
        self.0.read(&mut buffer[..len])
    }
}

fn events(reader: impl Read, options: &ScriptOptions) -> Vec<(u64, String)> {
    let mut script = Script::new(reader, options);
    let mut seen = Vec::new();
    while let Some(event) = script.next_event().expect("memory can be read") {
        let offset = match &event {
            Event::Statement(statement) => statement.base.offset,
            Event::Problem(problem) => problem.base.offset,
            Event::Directive(comment) => comment.base.offset,
        };
        seen.push((offset, format!("{event:?}")));
    }
    seen
}
