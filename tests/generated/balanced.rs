//! Tokens whose parentheses and CASEs are closed.

use crate::tokens::{Kind, Token};

/// After how many tokens they are.
pub fn ends(tokens: &[Token], in_case: bool) -> Vec<usize> {
    let mut ends = vec![0];
    let mut open: Vec<&str> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let inside_case = open.last() == Some(&"CASE");
        match token.text.to_ascii_uppercase().as_str() {
            "CASE" if token.kind == Kind::Word => open.push("CASE"),
            "END" if token.kind == Kind::Word && inside_case => drop(open.pop()),
            "END" if token.kind == Kind::Word && in_case && open.is_empty() => break,
            "(" if token.kind == Kind::Symbol => open.push("("),
            ")" if token.kind == Kind::Symbol && (inside_case || open.is_empty()) => break,
            ")" if token.kind == Kind::Symbol => drop(open.pop()),
            ";" if token.kind == Kind::Symbol => break,
            _ => {}
        }
        if open.is_empty() {
            ends.push(at + 1);
        }
    }
    ends
}
