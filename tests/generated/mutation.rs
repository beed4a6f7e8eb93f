//! Sentences with a mistake in them, or with another meaning.

use crate::random::Random;
use crate::tokens::Token;

/// The sentence with a token dropped, doubled, swapped with its neighbour, or replaced by or followed by one of `others`.
pub fn mutant(tokens: &[Token], others: &[Token], random: &mut Random) -> Vec<Token> {
    let mut tokens = tokens.to_vec();
    let at = random.below(tokens.len());
    let other = others[random.below(others.len())].clone();
    match random.below(6) {
        0 if tokens.len() > 1 => drop(tokens.remove(at)),
        1 => tokens.insert(at, tokens[at].clone()),
        2 if at > 0 => tokens.swap(at - 1, at),
        3 => tokens.truncate(at.max(1)),
        4 => tokens.insert(at, other),
        _ => tokens[at] = other,
    }
    tokens
}
