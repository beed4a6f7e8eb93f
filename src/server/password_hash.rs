//! What the plugins store of a password: which text can be a hash at all.
//!
//! Servers look at less than this when they take a hash: a `mysql_native_password` of 41 characters is stored whatever they are, and MySQL 5.6 takes any text
//! behind AS. A text that is none of these is refused (errors 1827, 1372), or stored and never matched.

use super::{Behaviour, ServerSet};

/// The form of a stored hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HashFormat {
    /// `*` and 40 hexadecimal digits
    Native,
    /// 16 hexadecimal digits
    Old,
    /// `$5$`, a salt, `$` and a digest
    Sha256,
    /// `$A$005$` and 63 bytes, the first 20 of them salt; `$B$` and 108 for PBKDF2
    CachingSha2,
    /// 43 digits of base 64
    Ed25519,
    /// `P`, the rounds, `:`, a salt, `:` and a digest
    Parsec,
}

/// Lengths of a hash of caching_sha2_password: the head (`$A$005$`), the salt, the digests of SHA-256 and PBKDF2.
const HEAD: usize = 7;
const SALT: usize = 20;
const DIGEST: usize = 43;
const PBKDF2_DIGEST: usize = 88;
/// Longest hash of sha256_password (`CRYPT_MAX_PASSWORD_SIZE`).
const SHA256_LONGEST: usize = 20 + 1 + 43 + 1 + 15;

impl HashFormat {
    /// The servers on which a text can be such a hash.
    pub(crate) fn servers(self, hash: &[u8]) -> ServerSet {
        let fits = match self {
            Self::Native => hash.len() == 41 && hash[0] == b'*' && hash[1..].iter().all(u8::is_ascii_hexdigit),
            Self::Old => hash.len() == 16 && hash.iter().all(u8::is_ascii_hexdigit),
            Self::Sha256 => hash.starts_with(b"$5$") && hash.len() < SHA256_LONGEST,
            Self::CachingSha2 => return caching_sha2(hash),
            Self::Ed25519 => hash.len() == 43 && hash.iter().all(|byte| is_base64(*byte)),
            Self::Parsec => parsec(hash),
        };
        if fits { ServerSet::ALL } else { ServerSet::EMPTY }
    }

    /// In words, for a message.
    pub(crate) const fn what(self) -> &'static str {
        match self {
            Self::Native => "`*` and 40 hexadecimal digits",
            Self::Old => "16 hexadecimal digits",
            Self::Sha256 => "`$5$`, a salt, `$` and a digest",
            Self::CachingSha2 => "`$A$`, three digits, `$`, 20 bytes of salt and 43 of digest",
            Self::Ed25519 => "43 digits of base 64",
            Self::Parsec => "`P`, the rounds, a salt and a digest, with `:` between them",
        }
    }
}

fn caching_sha2(hash: &[u8]) -> ServerSet {
    let [b'$', kind, b'$', rounds @ .., b'$'] = hash.get(..HEAD).unwrap_or_default() else { return ServerSet::EMPTY };
    let rounds = std::str::from_utf8(rounds).ok().and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let has = |digest: usize| rounds.is_some_and(|rounds| rounds > 0) && hash.len() == HEAD + SALT + digest;
    match kind {
        b'A' if has(DIGEST) => ServerSet::ALL,
        b'B' if has(PBKDF2_DIGEST) => Behaviour::Pbkdf2Hash.servers(),
        _ => ServerSet::EMPTY,
    }
}

fn parsec(hash: &[u8]) -> bool {
    let mut parts = hash.split(|byte| *byte == b':');
    let (head, salt, digest) = (parts.next(), parts.next(), parts.next());
    let is_base64_text = |text: Option<&[u8]>| {
        text.is_some_and(|text| !text.is_empty() && text.iter().all(|byte| is_base64(*byte) || *byte == b'='))
    };
    matches!(head, Some([b'P', rounds]) if rounds.is_ascii_digit())
        && is_base64_text(salt)
        && is_base64_text(digest)
        && parts.next().is_none()
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/'
}

#[cfg(test)]
mod tests {
    use super::HashFormat;
    use crate::server::ServerSet;

    /// The first eleven as 5.6.24, 9.7.4, 10.11.19 and 11.8.9 servers take or refuse them, or store them by length alone; ed25519 and parsec by
    /// MariaDB's manual: no server at hand had the plugins.
    #[test]
    fn hashes_of_servers_fit() {
        let caching = |kind: &str, digest: usize| format!("${kind}${}{}", "s".repeat(20), "d".repeat(digest));
        let cases: [(HashFormat, String, bool); 14] = [
            (HashFormat::Native, format!("*{}", "0aF9".repeat(10)), true),
            (HashFormat::Native, "0aF9".repeat(10), false),
            (HashFormat::Native, format!("*{}", "Z".repeat(40)), false),
            (HashFormat::Old, "5d2e19393cc5ef67".to_owned(), true),
            (HashFormat::Old, "5d2e19393cc5ef6".to_owned(), false),
            (HashFormat::Sha256, "$5$zzz".to_owned(), true),
            (HashFormat::Sha256, "*".to_owned(), false),
            (HashFormat::CachingSha2, caching("A$005", 43), true),
            (HashFormat::CachingSha2, caching("A$00A", 43), true),
            (HashFormat::CachingSha2, caching("A$005", 42), false),
            (HashFormat::CachingSha2, caching("A$000", 43), false),
            (HashFormat::CachingSha2, caching("C$005", 43), false),
            (HashFormat::Ed25519, "a+/9".repeat(10) + "abc", true),
            (HashFormat::Parsec, "P0:lhXyNv1cIxpB8EnTxR7ON7S7:1l3rWRW1=".to_owned(), true),
        ];
        for (format, hash, fits) in cases {
            assert_eq!(format.servers(hash.as_bytes()) == ServerSet::ALL, fits, "{format:?} {}", hash.len());
        }
        let pbkdf2 = HashFormat::CachingSha2.servers(caching("B$005", 88).as_bytes());
        assert!(!pbkdf2.is_empty() && pbkdf2 != ServerSet::ALL);
    }
}
