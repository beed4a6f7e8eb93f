//! The generated files are what their sources say, and the specification is whole: nothing in it is undefined, unreachable or unused.
//! `UPDATE=1 cargo test --test grammar_sync` writes the generated files anew.

// Of it only `outputs` is used here, and `productions` nowhere: it is a program.
#[path = "support/ebnf.rs"]
mod ebnf;
#[allow(dead_code)]
#[path = "../grammar/generate.rs"]
mod generate;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ebnf::{Expression, Production};
use replint::server::Feature;

/// Where every derivation begins.
const START: &str = "statement";

/// Productions that no statement uses, with the reason.
const UNUSED: [(&str, &str); 0] = [];

/// The lexical classes of `src/lexer/mod.rs` that stand alone, and those with a word behind a dot.
const CLASSES: [&str; 21] = [
    "QUOTED",
    "TEXT",
    "NATIONALTEXT",
    "HOST",
    "INTEGER",
    "NUM",
    "BIT",
    "DECIMAL",
    "FLOAT",
    "HEX",
    "HEXTEXT",
    "BIN",
    "BINTEXT",
    "PRIVILEGE",
    "COLUMN_PRIVILEGE",
    "OPERATOR",
    "FUNCTION",
    "BALANCED",
    "INTRODUCER",
    "PREFIX",
    "PERSISTED",
];
const DOTTED_CLASSES: [(&str, &str); 6] = [
    ("HOST", "empty"),
    ("QUOTED", "empty"),
    ("TEXT", "empty"),
    ("SCOPE", "any"),
    ("SCOPE", "bare"),
    ("BALANCED", "case"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn generated_files_are_current() {
    let mut stale = Vec::new();
    for (path, text) in generate::outputs(root()) {
        let held = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if held == text {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            println!("wrote {}", path.display());
            continue;
        }
        let (held, wanted): (Vec<&str>, Vec<&str>) = (held.lines().collect(), text.lines().collect());
        let line = held.iter().zip(&wanted).take_while(|(held, wanted)| held == wanted).count();
        let shown =
            |lines: &[&str]| lines.get(line).map_or("(the end)".to_owned(), |line| line.chars().take(160).collect());
        stale.push(format!(
            "{}:{}\n    holds     {}\n    should be {}",
            path.display(),
            line + 1,
            shown(&held),
            shown(&wanted)
        ));
    }
    assert!(stale.is_empty(), "run UPDATE=1 cargo test --test grammar_sync\n{}", stale.join("\n"));
}

/// The productions of the doc comments.
fn specification() -> Vec<Production> {
    let read = |block: generate::Production| ebnf::read(&block.text).unwrap_or_else(|error| panic!("{error}"));
    generate::productions(root()).into_iter().flat_map(read).collect()
}

/// Every expression of the specification with the production that it stands in.
fn expressions(productions: &[Production]) -> Vec<(&Production, &Expression)> {
    let mut found = Vec::new();
    let mut open: Vec<_> = productions.iter().map(|production| (production, &production.expression)).collect();
    while let Some((production, expression)) = open.pop() {
        found.push((production, expression));
        let parts: Vec<&Expression> = match expression {
            Expression::Sequence(parts) | Expression::Alternatives(parts) => parts.iter().collect(),
            Expression::Optional(part) | Expression::Repeat(part) => vec![part],
            Expression::Except(parts) => vec![&parts.0, &parts.1],
            _ => Vec::new(),
        };
        open.extend(parts.into_iter().map(|part| (production, part)));
    }
    found
}

#[test]
fn everything_named_in_the_specification_exists() {
    let productions = specification();
    let mut defined: BTreeMap<&str, &Production> = BTreeMap::new();
    let options = generate::rows(root(), "channel_options.tsv");
    let mut wrong = Vec::new();
    for production in &productions {
        if defined.insert(&production.name, production).is_some() {
            wrong.push(format!("{}: defined twice", production.name));
        }
    }
    for (production, expression) in expressions(&productions) {
        let is_place =
            |place: &str| production.parameter.as_deref() == Some(place) || generate::PLACES.contains(&place);
        let problem = match expression {
            Expression::Feature(name) if !Feature::all().any(|feature| feature.name() == name) => {
                "no such row in features.tsv"
            }
            Expression::Class { name, place } => match (name.as_str(), place.as_deref()) {
                ("NAME", Some(place)) if is_place(place) => continue,
                ("NAME", _) => "no such place",
                ("OPTION", Some(which))
                    if which == "default" || options.iter().any(|row| row[0] == which || row[7] == which) =>
                {
                    continue;
                }
                ("OPTION", _) => "no such kind or line of channel_options.tsv",
                (class, Some(which)) if DOTTED_CLASSES.contains(&(class, which)) => continue,
                (class, None) if CLASSES.contains(&class) => continue,
                _ => "no such lexical class",
            },
            Expression::Reference { name, place } => match defined.get(name.as_str()) {
                None => "no such production",
                Some(used) if used.parameter.is_some() != place.is_some() => "one of the two lacks the place",
                Some(_) if place.as_deref().is_some_and(|place| !is_place(place)) => "no such place",
                Some(_) => continue,
            },
            _ => continue,
        };
        wrong.push(format!("{}: {expression}: {problem}", production.name));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_production_belongs_to_a_statement() {
    let productions = specification();
    let uses = expressions(&productions).into_iter().filter_map(|(production, expression)| match expression {
        Expression::Reference { name, .. } => Some((production.name.as_str(), name.as_str())),
        _ => None,
    });
    let uses: Vec<(&str, &str)> = uses.collect();
    let mut reached = BTreeSet::from([START]);
    let mut open = vec![START];
    while let Some(user) = open.pop() {
        let used = uses.iter().filter(|(name, _)| *name == user).map(|(_, used)| *used);
        open.extend(used.filter(|used| reached.insert(used)));
    }
    let listed = |name: &str| UNUSED.iter().any(|(unused, _)| *unused == name);
    let lost = productions
        .iter()
        .filter(|production| !reached.contains(production.name.as_str()) && !listed(&production.name));
    let lost: Vec<&str> = lost.map(|production| production.name.as_str()).collect();
    assert!(
        lost.is_empty(),
        "not reached from `{START}`, the production of src/parser/statement.rs: {}",
        lost.join(", ")
    );
    for (name, reason) in UNUSED {
        assert!(!reached.contains(name), "{name} is used, although it is listed as unused: {reason}");
    }
}

/// A production that begins with itself would have no end for a parser of ours.
#[test]
fn no_production_begins_with_itself() {
    let productions = specification();
    let mut empty: BTreeSet<&str> = BTreeSet::new();
    let mut begins: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    loop {
        let before = (empty.len(), begins.values().map(BTreeSet::len).sum::<usize>());
        for production in &productions {
            let mut first = BTreeSet::new();
            if may_be_empty(&production.expression, &empty, &mut first) {
                empty.insert(&production.name);
            }
            let further = first.iter().filter_map(|name| begins.get(name)).flatten().copied().collect::<Vec<_>>();
            begins.entry(&production.name).or_default().extend(first.into_iter().chain(further));
        }
        if before == (empty.len(), begins.values().map(BTreeSet::len).sum()) {
            break;
        }
    }
    let wrong: Vec<&str> = begins.iter().filter(|(name, first)| first.contains(*name)).map(|(name, _)| *name).collect();
    assert!(wrong.is_empty(), "productions that begin with themselves: {}", wrong.join(", "));
}

/// Whether an expression may match nothing; collects the productions that it may begin with.
fn may_be_empty<'p>(expression: &'p Expression, empty: &BTreeSet<&str>, first: &mut BTreeSet<&'p str>) -> bool {
    match expression {
        Expression::Sequence(parts) => parts.iter().all(|part| may_be_empty(part, empty, first)),
        Expression::Alternatives(parts) => parts.iter().fold(false, |any, part| may_be_empty(part, empty, first) | any),
        Expression::Optional(part) | Expression::Repeat(part) => {
            may_be_empty(part, empty, first);
            true
        }
        Expression::Except(parts) => may_be_empty(&parts.0, empty, first),
        Expression::Feature(_) => true,
        Expression::Quoted(_) | Expression::Class { .. } => false,
        Expression::Reference { name, .. } => {
            first.insert(name);
            empty.contains(name.as_str())
        }
    }
}

#[test]
fn every_feature_is_used() {
    let productions = specification();
    let gates = expressions(&productions).into_iter().filter_map(|(_, expression)| match expression {
        Expression::Feature(name) => Some(name.as_str()),
        _ => None,
    });
    let gates: BTreeSet<&str> = gates.collect();
    let mut sources = String::new();
    read_sources(&root().join("src"), &mut sources);
    let unused: Vec<&str> = Feature::all()
        .filter(|feature| !gates.contains(feature.name()) && !names_variant(&sources, &format!("{feature:?}")))
        .map(Feature::name)
        .collect();
    assert!(unused.is_empty(), "rows of features.tsv that nothing uses: {}", unused.join(", "));
}

/// Whether `Feature::Variant` stands in the sources, and not only as the beginning of a longer name.
fn names_variant(sources: &str, variant: &str) -> bool {
    let path = format!("Feature::{variant}");
    sources.match_indices(&path).any(|(at, _)| !sources[at + path.len()..].starts_with(|c: char| c.is_alphanumeric()))
}

fn read_sources(folder: &Path, sources: &mut String) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read_sources(&path, sources);
        } else if !path.ends_with("server/tables.rs") {
            sources.push_str(&fs::read_to_string(&path).unwrap_or_default());
        }
    }
}
