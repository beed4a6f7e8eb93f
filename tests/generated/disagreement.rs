//! Where the parser and the specification part, readably.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use replint::server::ServerSet;

/// How many kinds of disagreement are shown: the most frequent.
const SHOWN_KINDS: usize = 20;
/// How many sentences of each kind are shown: the shortest.
const SHOWN: usize = 3;

#[derive(Default)]
pub struct Disagreements {
    /// By what is wrong.
    kinds: BTreeMap<String, Vec<String>>,
}

impl Disagreements {
    pub fn compare(&mut self, sentence: &str, specification: ServerSet, parser: ServerSet) {
        if specification != parser {
            let (refused, accepted) = (shown(specification - parser), shown(parser - specification));
            self.note(
                sentence,
                &format!("the parser refuses it for {refused} and accepts it for {accepted}, unlike the specification"),
            );
        }
    }

    pub fn note(&mut self, sentence: &str, problem: &str) {
        self.kinds.entry(problem.to_owned()).or_default().push(sentence.to_owned());
    }

    /// # Panics
    /// If there are any.
    pub fn assert_none(self) {
        let mut kinds: Vec<_> = self.kinds.into_iter().collect();
        kinds.sort_by_key(|(_, sentences)| Reverse(sentences.len()));
        let total: usize = kinds.iter().map(|(_, sentences)| sentences.len()).sum();
        let mut text = String::new();
        for (problem, mut sentences) in kinds.into_iter().take(SHOWN_KINDS) {
            sentences.sort_by_key(|sentence| (sentence.len(), sentence.clone()));
            sentences.dedup();
            let _ = writeln!(text, "{problem}: {} sentences", sentences.len());
            for sentence in sentences.iter().take(SHOWN) {
                let _ = writeln!(text, "    {sentence}");
            }
        }
        assert!(total == 0, "{total} disagreements\n{text}");
    }
}

fn shown(servers: ServerSet) -> String {
    if servers.is_empty() { "nobody".to_owned() } else { servers.to_string() }
}
