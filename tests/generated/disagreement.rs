//! Where the parser and the specification part, readably.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use replint::server::ServerSet;

/// How many sentences of each kind are shown: the shortest.
const SHOWN: usize = 3;

#[derive(Default)]
pub struct Disagreements {
    /// By what both said, as text.
    kinds: BTreeMap<(String, String), Vec<String>>,
}

impl Disagreements {
    pub fn compare(&mut self, sentence: &str, specification: ServerSet, parser: ServerSet) {
        if specification != parser {
            self.kinds.entry((shown(specification - parser), shown(parser - specification))).or_default().push(sentence.to_owned());
        }
    }

    pub fn note(&mut self, sentence: &str, problem: &str) {
        self.kinds.entry((problem.to_owned(), String::new())).or_default().push(sentence.to_owned());
    }

    /// # Panics
    /// If there are any.
    pub fn assert_none(mut self) {
        let total: usize = self.kinds.values().map(Vec::len).sum();
        let mut text = String::new();
        for ((missing, surplus), sentences) in &mut self.kinds {
            sentences.sort_by_key(String::len);
            sentences.dedup();
            if surplus.is_empty() && !missing.starts_with("My") && !missing.starts_with("Ma") {
                let _ = writeln!(text, "{missing}");
            } else {
                let _ = writeln!(text, "refused only by the parser: {missing}; accepted only by the parser: {surplus}");
            }
            for sentence in sentences.iter().take(SHOWN) {
                let _ = writeln!(text, "    {sentence}");
            }
            if sentences.len() > SHOWN {
                let _ = writeln!(text, "    and {} more", sentences.len() - SHOWN);
            }
        }
        assert!(total == 0, "{total} disagreements\n{text}");
    }
}

fn shown(servers: ServerSet) -> String {
    if servers.is_empty() { "nobody".to_owned() } else { servers.to_string() }
}
