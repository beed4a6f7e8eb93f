#![allow(dead_code)]
#[path = "support/ebnf.rs"] mod ebnf;
#[path = "generated/generator.rs"] mod generator;
#[path = "generated/grammar.rs"] mod grammar;
#[path = "generated/mutation.rs"] mod mutation;
#[path = "generated/random.rs"] mod random;
#[path = "generated/recogniser.rs"] mod recogniser;
#[path = "generated/tokens.rs"] mod tokens; #[path = "generated/terminal.rs"] mod terminal; #[path = "generated/balanced.rs"] mod balanced; #[path = "generated/tables.rs"] mod tables;
use std::io::Write;
use replint::server::Targets;
const SERVERS: [&str; 3] = ["mysql-5.6.24", "mysql-9.7.4", "mariadb-10.11.19"];
#[test]
fn dump() {
    let mut text = String::new();
    for room in ["lexical", "replication", "account", "privilege", "set"] { text += &std::fs::read_to_string(format!("grammar/{room}.ebnf")).unwrap(); }
    let spec = ebnf::read(&text).unwrap();
    let grammar = grammar::Grammar::new(&spec, &std::env::var("START").unwrap_or("statement".into()));
    let mut vocabulary = std::collections::BTreeSet::new();
    for n in &grammar.nodes { if let grammar::Node::Terminal(terminal::Terminal::Fixed(t)) = n { if t.starts_with(|c: char| c.is_ascii_alphabetic()) { vocabulary.insert(t.to_string()); } } }
    vocabulary.extend(tables::rows("keywords.tsv").into_iter().map(|r| r[0].clone()));
    let vocabulary: Vec<String> = vocabulary.into_iter().collect();
    let seed = std::env::var("SEED").map_or(1, |s| s.parse().unwrap());
    let n: usize = std::env::var("N").map_or(1000, |s| s.parse().unwrap());
    let mut g = generator::Generator::new(&grammar, &vocabulary, seed);
    let mut others: Vec<tokens::Token> = vocabulary.iter().map(|w| generator::fixed(w)).collect();
    let mut out = std::fs::File::create(std::env::var("OUT").unwrap()).unwrap();
    let mut id = 0;
    for _ in 0..n {
        let s = g.sentence(None);
        others.extend(s.tokens.iter().filter(|_| g.random.below(8) == 0).cloned());
        let m1 = mutation::mutant(&s.tokens, &others, &mut g.random);
        for t in [s.tokens, m1] {
            let sql = tokens::render(&t);
            let Some(t) = tokens::tokens(&sql) else { continue };
            let set = recogniser::accepted(&grammar, &t);
            let v: serde_json::Map<String, serde_json::Value> = SERVERS.iter().map(|s| (s.to_string(), set.intersects(s.parse::<Targets>().unwrap().servers()).into())).collect();
            writeln!(out, "{}", serde_json::json!({"id": id, "sql": sql, "verdicts": v})).unwrap();
            id += 1;
        }
    }
}
#[test]
fn corpus() {
    use std::io::{BufRead, BufReader};
    let mut text = String::new();
    for room in ["lexical", "replication", "account", "privilege", "set"] { text += &std::fs::read_to_string(format!("grammar/{room}.ebnf")).unwrap(); }
    let spec = ebnf::read(&text).unwrap();
    let grammar = grammar::Grammar::new(&spec, "statement");
    let mut n = 0; let mut bad = std::collections::BTreeMap::<String, Vec<String>>::new();
    for f in ["gen", "mtr", "mut", "hand"] {
        let r = BufReader::new(flate2::read::MultiGzDecoder::new(std::fs::File::open(format!("/work/shared/corpus/{f}.jsonl.gz")).unwrap()));
        for line in r.lines() {
            let row: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
            let sql = row["sql"].as_str().unwrap();
            let head = sql.trim_start().to_uppercase();
            if std::env::var("HEADS").is_ok_and(|h| !h.split(',').any(|h| head.starts_with(h))) { continue; }
            let Some(t) = tokens::tokens(sql) else { continue };
            let set = recogniser::accepted(&grammar, &t);
            for (s, v) in row["verdicts"].as_object().unwrap() {
                let Some(ok) = v["ok"].as_bool() else { continue };
                n += 1;
                if set.intersects(s.parse::<Targets>().unwrap().servers()) != ok { bad.entry(format!("{s} {}", if ok {"accepts"} else {"rejects"})).or_default().push(sql.to_owned()); }
            }
        }
    }
    println!("{n} verdicts");
    for (k, mut v) in bad { println!("{k} {}", v.len()); v.sort_by_key(|s| s.len()); for s in v.iter().take(12) { println!("    {s:?}"); } }
}
