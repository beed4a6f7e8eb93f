//! Walks the tree of every statement of a script: the options and names in it, with their places.
//!
//! `walk FILE`

use std::fs::File;

use replint::ast::{Node, Secret, Text, Visit};
use replint::lint::{Item, Settings, parse};
use replint::source::Span;

/// Prints what it comes to, indented.
struct Printer {
    depth: usize,
}

impl Visit for Printer {
    fn enter(&mut self, name: &'static str, _: Option<Span>) {
        println!("{:1$}{name}", "", self.depth * 2);
        self.depth += 1;
    }

    fn leave(&mut self, _: &'static str, _: Option<Span>) {
        self.depth -= 1;
    }

    fn text(&mut self, text: &Text<'_>) {
        println!("{:1$}{2}", "", self.depth * 2, text.value().unwrap_or("<placeholder>".into()));
    }

    fn secret(&mut self, secret: &Secret<'_>) {
        // Its text would be `secret.expose()`.
        println!("{:1$}{secret:?}", "", self.depth * 2);
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args_os().nth(1).ok_or("usage: walk FILE")?;
    parse(&path, File::open(&path)?, &Settings::default(), |item| match item {
        Item::Statement(raw, parsed) => {
            println!("line {}", raw.base.line);
            if let Some(statement) = &parsed.statement {
                statement.walk(&mut Printer { depth: 1 });
            }
        }
        Item::Finding(finding) => println!("  {}", finding.message),
    })?;
    Ok(())
}
