//! Nodes lie where their spans say, survive without their source, and are equal when they mean the same.

#[path = "support/recorded.rs"]
mod recorded;

use recorded::Recorded;
use replint::ast::{Node, Number, PrintOptions, Quote, Secret, Statement, Text, Visit, print};
use replint::lexer::SqlMode;
use replint::server::ServerSet;
use replint::source::Span;
use replint::{ParseOptions, parse_statement};

/// The statements of the repository and of parts of the corpus.
fn statements(corpus: &[&str]) -> Vec<Recorded> {
    recorded::repository().into_iter().chain(recorded::corpus(corpus)).collect()
}

/// Shows the trees of a statement: one for all servers, one for each server that judged it.
fn each_tree(statement: &Recorded, mut see: impl FnMut(&Statement<'_>)) {
    let sql_mode = SqlMode::parse(&statement.sql_mode);
    for target in statement.accepted_by().chain([""]) {
        let targets = target.parse().unwrap();
        let parsed = parse_statement(&statement.sql, &ParseOptions { targets, sql_mode, ..ParseOptions::default() });
        parsed.statement.iter().for_each(&mut see);
    }
}

fn report(count: usize, problems: &[String]) {
    println!("{count} trees");
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems[..problems.len().min(30)].join("\n"));
}

#[test]
fn spans_hold_their_text_and_their_children_in_order() {
    let (mut count, mut problems) = (0, Vec::new());
    for statement in statements(&["mtr", "gen", "hand", "mut", "mode"]) {
        let source = statement.sql.as_bytes();
        let whole = Span::new(0, source.len() as u32);
        each_tree(&statement, |tree| {
            let mut places = Places { source, open: vec![("text", whole, 0)], wrong: Vec::new() };
            tree.walk(&mut places);
            problems.extend(places.wrong.iter().map(|wrong| format!("{} {}: {wrong}", statement.id, statement.sql)));
            count += 1;
        });
    }
    report(count, &problems);
}

/// Looks at every span on the way through a tree.
struct Places<'t> {
    source: &'t [u8],
    /// The nodes around, each with the end of its last child.
    open: Vec<(&'static str, Span, u32)>,
    wrong: Vec<String>,
}

impl Places<'_> {
    fn place(&mut self, what: &str, span: Span) {
        let Some((name, around, last)) = self.open.last_mut() else { return };
        if span.start > span.end || span.start < around.start || span.end > around.end {
            self.wrong.push(format!("{what} {span:?} is not inside {around:?}"));
        } else if span.start < *last && *name != "StartReplica" {
            self.wrong.push(format!("{what} {span:?} starts before its neighbour ends at {last}"));
        }
        *last = span.end;
    }

    fn leaf(&mut self, what: &str, span: Span, written: &[u8]) {
        self.place(what, span);
        let there = span.of(self.source);
        if there != written {
            let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
            self.wrong.push(format!("{what} {} is not the {} at {span:?}", text(written), text(there)));
        }
    }
}

fn written(text: &Text<'_>) -> Vec<u8> {
    let quote: &[u8] = match text.quote() {
        Quote::None | Quote::Hex => b"",
        Quote::Single => b"'",
        Quote::Double => b"\"",
        Quote::Backtick => b"`",
    };
    [quote, text.raw(), quote].concat()
}

impl Visit for Places<'_> {
    fn enter(&mut self, name: &'static str, span: Option<Span>) {
        if let Some(span) = span {
            self.place(name, span);
            self.open.push((name, span, span.start));
        }
    }

    fn leave(&mut self, _: &'static str, span: Option<Span>) {
        if span.is_some() {
            self.open.pop();
        }
    }

    fn text(&mut self, text: &Text<'_>) {
        self.leaf("text", text.span(), &written(text));
    }

    fn secret(&mut self, secret: &Secret<'_>) {
        let there = String::from_utf8_lossy(secret.span().of(self.source));
        // An expression is kept without its comments.
        if secret.expose().quote() == Quote::None && ["/*", "*/", "--", "#"].iter().any(|mark| there.contains(mark)) {
            return self.place("secret", secret.span());
        }
        self.leaf("secret", secret.span(), &written(secret.expose()));
    }

    fn number(&mut self, number: &Number<'_>) {
        self.leaf("number", number.span(), number.raw().as_bytes());
    }
}

/// The places of clauses that are flags are seen by no visitor, but they are in the JSON.
#[cfg(feature = "serde")]
#[test]
fn all_spans_of_the_json_lie_inside_that_of_their_object() {
    let (mut count, mut problems) = (0, Vec::new());
    for statement in statements(&["hand"]) {
        each_tree(&statement, |tree| {
            let json = serde_json::to_value(tree).unwrap();
            let whole = Span::new(0, statement.sql.len() as u32);
            outside(&json, whole, &mut |span| problems.push(format!("{} {}: {span:?}", statement.id, statement.sql)));
            count += 1;
        });
    }
    report(count, &problems);
}

/// Tells the spans under `value` that are not inside that of the object around them.
#[cfg(feature = "serde")]
fn outside(value: &serde_json::Value, around: Span, tell: &mut impl FnMut(Span)) {
    let span_of = |value: &serde_json::Value| {
        let byte = |field: &str| value[field].as_u64().and_then(|byte| u32::try_from(byte).ok());
        byte("start").zip(byte("end")).map(|(start, end)| Span::new(start, end))
    };
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| outside(item, around, tell)),
        serde_json::Value::Object(fields) => {
            let own = span_of(value).or_else(|| fields.get("span").and_then(span_of));
            if let Some(own) = own.filter(|own| own.start < around.start || own.end > around.end || own.start > own.end)
            {
                tell(own);
            }
            fields.values().for_each(|field| outside(field, own.unwrap_or(around), tell));
        }
        _ => {}
    }
}

#[test]
fn owned_trees_are_the_borrowed_ones() {
    let (mut count, mut problems) = (0, Vec::new());
    for statement in statements(&["hand"]) {
        each_tree(&statement, |tree| {
            let owned = tree.clone().into_owned();
            // Debug shows all that equality ignores.
            if owned != *tree || format!("{owned:?}") != format!("{tree:?}") {
                problems.push(statement.sql.clone());
            }
            count += 1;
        });
    }
    report(count, &problems);
}

/// Without quotes and letter case, which equality ignores, the canonical texts of two trees are the same exactly if the trees are.
#[test]
fn trees_are_equal_when_they_print_the_same() {
    let statements = recorded::repository();
    let options = |sql_mode: &str| ParseOptions { sql_mode: SqlMode::parse(sql_mode), ..ParseOptions::default() };
    let parse =
        |it: &'_ Recorded| parse_statement(&it.sql, &options(&it.sql_mode)).statement.map(|tree| tree.into_owned());
    let trees: Vec<Statement<'static>> = statements.iter().filter_map(parse).collect();
    // For nobody: every word stays as it was written.
    let texts: Vec<Vec<u8>> = trees.iter().map(|tree| print(tree, &PrintOptions::exposed(ServerSet::EMPTY))).collect();
    let folded = |text: &[u8]| {
        let kept = text.iter().filter(|byte| !matches!(byte, b'`' | b'\''));
        kept.map(u8::to_ascii_uppercase).collect::<Vec<u8>>()
    };
    let mut problems = Vec::new();
    let (mut equal, mut different) = (0, 0);
    for (index, one) in trees.iter().enumerate() {
        for other in index..trees.len() {
            let same = *one == trees[other];
            *(if same { &mut equal } else { &mut different }) += 1;
            let text_says =
                if same { folded(&texts[index]) == folded(&texts[other]) } else { texts[index] != texts[other] };
            if !text_says {
                let text = |at: usize| String::from_utf8_lossy(&texts[at]).into_owned();
                problems.push(format!("{same}: {} and {}", text(index), text(other)));
            }
        }
    }
    println!("{equal} equal pairs, {different} different ones");
    report(trees.len(), &problems);
}
