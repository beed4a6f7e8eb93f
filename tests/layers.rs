//! The house: a room uses the rooms above it, never one below; files stay small.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up: a room may use those before it.
const ROOMS: [&str; 18] = [
    "source",
    "server",
    "diagnostic",
    "lexer",
    "script",
    "ast",
    "parser",
    "tls",
    "option_file",
    "certificate",
    "model",
    "upgrade",
    "rules",
    "lint",
    "fix",
    "config",
    "report",
    "cli",
];

/// Lines of a file, at most.
const LONGEST: usize = 500;

/// How a file begins that a program has written: it may be longer.
const GENERATED: &str = "//! Generated from ";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Rust files below a folder of the repository, with their path in it.
fn files(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root().join(&folder)).into_iter().flatten() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if entry.path().is_dir() && !path.ends_with("target") {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text =
                    fs::read_to_string(entry.path()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                found.push((path.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    found.sort();
    found
}

/// The modules that a file of `src` stands in: `["parser", "account"]` for `src/parser/account/role.rs`. The file's own comes last.
fn modules(path: &str) -> Vec<&str> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    inner.split('/').filter(|part| *part != "mod").collect()
}

#[test]
fn every_file_stands_in_a_room() {
    let lost: Vec<String> = files("src")
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| path != "src/lib.rs" && path != "src/main.rs" && !ROOMS.contains(&modules(path)[0]))
        .collect();
    assert!(lost.is_empty(), "in no room: {}", lost.join(", "));
}

#[test]
fn rooms_use_only_rooms_above_them() {
    let level = |room: &str| ROOMS.iter().position(|known| *known == room);
    let mut wrong = Vec::new();
    for (path, text) in files("src") {
        let modules = modules(&path);
        let Some(own) = level(modules[0]) else { continue };
        for (line, target) in targets(&text, &modules) {
            match level(&target) {
                Some(used) if used <= own => {}
                Some(_) => wrong.push(format!("{path}:{line}: {} uses {target}, which lies below it", modules[0])),
                None => wrong.push(format!("{path}:{line}: crate::{target} hides the room that it comes from")),
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What stands right behind the root of the crate in the paths of a file, with its line: `crate::x`, `crate::{x, y}`, and as many `super::` as lead there.
fn targets(text: &str, modules: &[&str]) -> Vec<(usize, String)> {
    let code = without_comments(text);
    let up = "super::".repeat(modules.len());
    let mut found = Vec::new();
    for root in ["crate::", &up] {
        for (at, _) in code.match_indices(root) {
            let is_longer =
                code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') || code[..at].ends_with("super::");
            let behind = &code[at + root.len()..];
            if is_longer || behind.starts_with("super::") {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            found.extend(names(behind).into_iter().map(|name| (line, name)));
        }
    }
    // In a module inside a file, `super::*` is the file's own.
    found.retain(|(_, name)| !name.is_empty());
    found
}

/// `x` of `x::y`; `x` and `y` of `{x::z, y}`.
fn names(path: &str) -> Vec<String> {
    let name =
        |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            ',' if depth == 0 => {
                found.push(name(&group[start..at]));
                start = at + 1;
            }
            '}' if depth == 0 => {
                found.push(name(&group[start..at]));
                break;
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    found
}

/// Comments to nothing, line for line.
fn without_comments(text: &str) -> String {
    text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line }).collect::<Vec<_>>().join("\n")
}

#[test]
fn paths_are_read() {
    let read =
        |code: &str, modules: &[&str]| targets(code, modules).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    assert_eq!(read("use crate::ast::Text;", &["parser", "name"]), ["ast"]);
    assert_eq!(read("use crate::{ast::{self, Text}, lexer};", &["parser"]), ["ast", "lexer"]);
    assert_eq!(read("pub(in crate::parser) fn x(i: &crate::source::Span)", &["parser", "name"]), ["parser", "source"]);
    assert_eq!(read("use super::super::lint::Run;", &["parser", "name"]), ["lint"]);
    assert_eq!(read("use super::super::input;", &["parser", "account", "role"]), Vec::<String>::new());
    assert_eq!(read("/// See [`crate::lint`].\nuse super::*;", &["parser"]), Vec::<String>::new());
}

#[test]
fn files_are_small() {
    let mut long: BTreeMap<String, usize> = BTreeMap::new();
    for folder in ["src", "tests", "examples", "benches", "fuzz", "grammar"] {
        for (path, text) in files(folder) {
            let lines = text.lines().count();
            if lines > LONGEST && !text.starts_with(GENERATED) {
                long.insert(path, lines);
            }
        }
    }
    assert!(long.is_empty(), "longer than {LONGEST} lines: {long:?}");
}
