//! Sentences derived from the specification: each is accepted by exactly the servers for which the specification, read by an independent
//! recogniser, has a derivation of it.

#[path = "generated/balanced.rs"]
mod balanced;
#[path = "generated/disagreement.rs"]
mod disagreement;
#[path = "support/ebnf.rs"]
mod ebnf;
#[path = "generated/generator.rs"]
mod generator;
#[path = "generated/grammar.rs"]
mod grammar;
#[path = "generated/mutation.rs"]
mod mutation;
#[path = "generated/random.rs"]
mod random;
#[path = "generated/recogniser.rs"]
mod recogniser;
#[path = "support/recorded.rs"]
mod recorded;
#[path = "generated/tables.rs"]
mod tables;
#[path = "generated/terminal.rs"]
mod terminal;
#[path = "generated/tokens.rs"]
mod tokens;

use std::collections::{BTreeSet, HashMap};

use disagreement::Disagreements;
use generator::{Generator, Goal, Sentence};
use grammar::{Branch, Grammar, Node};
use recorded::Recorded;
use replint::ast::{PrintOptions, print};
use replint::server::{ServerSet, Targets, Word};
use replint::{ParseOptions, parse_statement};
use terminal::{PLACES, Terminal};
use tokens::{Token, render};

/// Sentences that are derived freely, each with so many mutants; the variable SENTENCES may name another number.
const SENTENCES: usize = 5000;
const MUTANTS: usize = 2;
/// How often a sentence is tried for a way that no other took, for a name that no other holds.
const TRIES: usize = 60;

/// The productions of `grammar/*.ebnf`.
fn specification() -> Vec<ebnf::Production> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        ebnf::read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "ebnf")).flat_map(read).collect()
}

/// The keywords of the productions, and of the words that are only reserved two for each way in which servers and places differ.
fn vocabulary(grammar: &Grammar) -> Vec<String> {
    let keywords = grammar.nodes.iter().filter_map(|node| match node {
        Node::Terminal(Terminal::Fixed(text)) if text.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            Some((*text).to_owned())
        }
        _ => None,
    });
    let mut alike: HashMap<Vec<ServerSet>, usize> = HashMap::new();
    let reserved = tables::rows("keywords.tsv").into_iter().map(|row| row[0].clone()).filter(|word| {
        let word = Word::find(word.as_bytes());
        let known = alike.entry(PLACES.iter().map(|(_, place)| word.reserved(*place)).collect()).or_default();
        *known += 1;
        *known <= 2
    });
    keywords.chain(reserved).collect::<BTreeSet<String>>().into_iter().collect()
}

fn sentences() -> usize {
    std::env::var("SENTENCES").map_or(SENTENCES, |number| number.parse().expect("SENTENCES is a number"))
}

/// Compares what both make of a sentence; returns the servers that the specification names.
fn compare(grammar: &Grammar, sentence: &[Token], disagreements: &mut Disagreements) -> ServerSet {
    let text = render(sentence);
    // Read anew: a mutant's tokens may join to others.
    let Some(tokens) = tokens::tokens(&text) else { return ServerSet::EMPTY };
    let specification = recogniser::accepted(grammar, &tokens);
    disagreements.compare(&text, specification, parse_statement(&text, &ParseOptions::default()).accepted);
    specification
}

#[test]
fn sentences_are_accepted_by_the_servers_that_the_specification_names() {
    let grammar = Grammar::new(&specification(), "statement");
    let vocabulary = vocabulary(&grammar);
    let goal = |branch: &Branch| Goal::new(&grammar, branch.node, Some(branch.way));
    let goals: Vec<Goal> = grammar.branches.iter().map(goal).collect();
    let mut generator = Generator::new(&grammar, &vocabulary, 1);
    let mut disagreements = Disagreements::default();
    let mut unreached: BTreeSet<usize> = (0..grammar.branches.len()).collect();
    let mut others: Vec<Token> = vocabulary.iter().map(|word| generator::fixed(word)).collect();
    for _ in 0..sentences() {
        let sentence = generator.sentence(None);
        judge(&grammar, &sentence, &mut unreached, &mut disagreements);
        others.extend(
            sentence.tokens.iter().filter(|token| !token.text.is_empty() && generator.random.below(8) == 0).cloned(),
        );
        for _ in 0..MUTANTS {
            compare(&grammar, &mutation::mutant(&sentence.tokens, &others, &mut generator.random), &mut disagreements);
        }
    }
    for branch in unreached.clone() {
        for _ in 0..TRIES {
            if unreached.contains(&branch) {
                judge(&grammar, &generator.sentence(Some(&goals[branch])), &mut unreached, &mut disagreements);
            }
        }
        if unreached.contains(&branch) {
            disagreements.note(&grammar.branches[branch].shown, "no sentence takes this way");
        }
    }
    disagreements.assert_none();
}

/// A derived sentence: what it was derived for must be among what the recogniser finds, and its tree is printed as the same sentence.
fn judge(grammar: &Grammar, sentence: &Sentence, unreached: &mut BTreeSet<usize>, disagreements: &mut Disagreements) {
    let servers = compare(grammar, &sentence.tokens, disagreements);
    let text = render(&sentence.tokens);
    if !sentence.servers.is_subset(servers) {
        disagreements.note(&text, "the recogniser misses a derivation of the generator");
    }
    // The oldest and the newest that accept it.
    for (flavor, version) in servers.iter().take(1).chain(servers.iter().last()) {
        let options = ParseOptions {
            targets: format!("{flavor}-{version}").to_lowercase().parse().unwrap(),
            ..Default::default()
        };
        let tree = parse_statement(&text, &options).statement;
        let printed = tree
            .as_ref()
            .map(|tree| print(tree, &PrintOptions::exposed(options.targets.servers())))
            .unwrap_or_default();
        if parse_statement(&printed, &options).statement != tree {
            let printed = String::from_utf8_lossy(&printed);
            disagreements.note(
                &format!("{text}\n    {printed}"),
                &format!("{flavor} {version} reads another tree in the printed text"),
            );
        }
    }
    if !sentence.servers.is_empty() {
        unreached.retain(|branch| !sentence.branches.contains(branch));
    }
}

/// Every word that the grammar or a reserved list knows, as a name, wherever a name may stand.
#[test]
fn words_are_names_where_they_are_not_reserved() {
    let grammar = Grammar::new(&specification(), "statement");
    let vocabulary = vocabulary(&grammar);
    let is_name = |id: &usize| matches!(grammar.nodes[*id], Node::Terminal(Terminal::Name(_)));
    let names: Vec<(usize, Goal)> =
        (0..grammar.nodes.len()).filter(is_name).map(|id| (id, Goal::new(&grammar, id, None))).collect();
    let mut generator = Generator::new(&grammar, &vocabulary, 2);
    let mut disagreements = Disagreements::default();
    for (name, goal) in &names {
        let mut holding: Vec<Sentence> = (0..TRIES).map(|_| generator.sentence(Some(goal))).collect();
        holding.retain(|sentence| !sentence.servers.is_empty() && sentence.terminals.contains(name));
        holding.sort_by_key(|sentence| sentence.tokens.len());
        if holding.is_empty() {
            disagreements.note(&format!("{:?}", grammar.nodes[*name]), "no sentence holds this name");
        }
        // The shortest, and a longer one.
        for sentence in holding.iter().step_by(TRIES / 4).take(2) {
            let at = sentence.terminals.iter().position(|terminal| terminal == name).unwrap_or_default();
            for word in &vocabulary {
                let mut tokens = sentence.tokens.clone();
                tokens[at] = generator::fixed(word);
                compare(&grammar, &tokens, &mut disagreements);
            }
        }
    }
    disagreements.assert_none();
}

#[test]
fn the_specification_gives_the_recorded_verdicts() {
    hold_against(&recorded::repository());
}

#[test]
fn the_specification_gives_the_verdicts_of_the_corpus() {
    hold_against(&recorded::corpus(&["gen", "hand", "mtr", "mut"]));
}

/// Without those that begin with another word, that have a session mode, or comments and the like.
fn hold_against(statements: &[Recorded]) {
    let grammar = Grammar::new(&specification(), "statement");
    let exceptions: BTreeSet<(String, String)> = recorded::exceptions().into_iter().collect();
    let mut disagreements = Disagreements::default();
    let mut count = 0;
    for statement in statements.iter().filter(|statement| statement.sql_mode.is_empty()) {
        let Some(tokens) = tokens::tokens(&statement.sql) else { continue };
        let heads = grammar.first[grammar.start].as_ref().expect("a statement begins with a keyword");
        if !heads.contains(tokens[0].text.to_ascii_uppercase().as_str()) {
            continue;
        }
        let accepted = recogniser::accepted(&grammar, &tokens);
        for (server, takes) in &statement.verdicts {
            let target: Targets = server.parse().unwrap();
            count += 1;
            if accepted.intersects(target.servers()) != *takes
                && !exceptions.contains(&(statement.id.clone(), server.clone()))
            {
                let said = if *takes { "accepts" } else { "rejects" };
                disagreements.note(&statement.sql, &format!("{server} {said}, unlike the specification"));
            }
        }
    }
    println!("{count} verdicts");
    disagreements.assert_none();
}

/// Sentences for a real server to judge, in the format of `tests/verdicts/`, with the verdicts that the specification gives for TARGETS.
#[test]
fn sentences_for_a_server_are_written_if_asked() {
    let Ok(servers) = std::env::var("TARGETS") else {
        println!(
            "skipped: TARGETS='mysql-9.7.4 mariadb-10.11.19' names the servers to write target/sentences.jsonl for"
        );
        return;
    };
    let grammar = Grammar::new(&specification(), "statement");
    let vocabulary = vocabulary(&grammar);
    let others: Vec<Token> = vocabulary.iter().map(|word| generator::fixed(word)).collect();
    let mut generator = Generator::new(&grammar, &vocabulary, 3);
    let mut text = String::new();
    for number in 0..sentences() {
        let tokens = generator.sentence(None).tokens;
        let mutant = mutation::mutant(&tokens, &others, &mut generator.random);
        for (kind, sql) in [("derived", render(&tokens)), ("mutant", render(&mutant))] {
            let Some(tokens) = tokens::tokens(&sql) else { continue };
            let accepted = recogniser::accepted(&grammar, &tokens);
            let accepts = |server: &str| accepted.intersects(server.parse::<Targets>().unwrap().servers());
            let verdicts: HashMap<&str, bool> =
                servers.split_whitespace().map(|server| (server, accepts(server))).collect();
            text +=
                &serde_json::json!({ "id": format!("{kind}-{number}"), "sql": sql, "verdicts": verdicts }).to_string();
            text.push('\n');
        }
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/sentences.jsonl");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}
