use std::fmt;

use super::pem::{Broken, RawBlock, blocks};
use super::{Certificate, Crl, FileError, PrivateKey};

/// A PEM file, with everything in it that TLS reads.
///
/// Keys are looked at and forgotten: nothing of them but their public half is in it.
#[derive(Clone, Debug)]
pub struct PemFile {
    /// Its blocks, in order. There is at least one.
    pub blocks: Vec<Block>,
    /// The permissions of the file, where there are such: `0o640`.
    pub mode: Option<u32>,
}

/// A block of a PEM file.
#[derive(Clone, Debug)]
pub struct Block {
    /// The line of its BEGIN, from 1.
    pub line: u32,
    /// What stands behind BEGIN.
    pub label: String,
    /// What is in it.
    pub content: Content,
}

/// What a block holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// A certificate.
    Certificate(Box<Certificate>),
    /// A private key.
    Key(PrivateKey),
    /// A list of revoked certificates.
    Crl(Box<Crl>),
    /// Something that TLS does not read: parameters, a request, a public key.
    Other,
    /// It cannot be read.
    Broken(Broken),
}

impl PemFile {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// If it is empty, DER, or no PEM at all.
    ///
    /// ```
    /// use replint::certificate::{FileError, PemFile};
    ///
    /// assert_eq!(PemFile::parse(b"").unwrap_err(), FileError::Empty);
    /// assert_eq!(PemFile::parse(b"no certificate").unwrap_err(), FileError::NotPem);
    /// ```
    pub fn parse(text: &[u8]) -> Result<Self, FileError> {
        let blocks: Vec<Block> = blocks(text).into_iter().map(Block::of).collect();
        if !blocks.is_empty() {
            return Ok(Self { blocks, mode: None });
        }
        Err(match text {
            _ if text.trim_ascii().is_empty() => FileError::Empty,
            // A SEQUENCE with a long length: a certificate or a key begins so, and no text.
            [0x30, 0x80..=0xff, ..] => FileError::Der,
            _ => FileError::NotPem,
        })
    }

    /// Its certificates, in order: a server's or client's own is the first, the others are offered with it.
    pub fn certificates(&self) -> impl Iterator<Item = &Certificate> {
        self.blocks.iter().filter_map(|block| match &block.content {
            Content::Certificate(certificate) => Some(&**certificate),
            _ => None,
        })
    }

    /// Its first private key.
    pub fn key(&self) -> Option<&PrivateKey> {
        self.blocks.iter().find_map(|block| if let Content::Key(key) = &block.content { Some(key) } else { None })
    }

    /// Its revocation lists.
    pub fn crls(&self) -> impl Iterator<Item = &Crl> {
        self.blocks.iter().filter_map(|block| if let Content::Crl(crl) = &block.content { Some(&**crl) } else { None })
    }

    /// The first block that cannot be read: OpenSSL refuses a file of authorities or lists that has one.
    pub fn broken(&self) -> Option<(&Block, Broken)> {
        self.blocks.iter().find_map(|block| match block.content {
            Content::Broken(why) => Some((block, why)),
            _ => None,
        })
    }

    /// Whether OpenSSL takes it for a file of authorities, or for one of revocation lists: there is one of either in it, and nothing broken.
    pub fn is_trust_file(&self) -> bool {
        self.broken().is_none() && (self.certificates().next().is_some() || self.crls().next().is_some())
    }

    /// Whether everyone on the machine may read it.
    pub fn is_world_readable(&self) -> bool {
        self.mode.is_some_and(|mode| mode & 0o004 != 0)
    }
}

impl Block {
    fn of(raw: RawBlock) -> Self {
        let content = match &raw.der {
            Err(why) => Content::Broken(*why),
            Ok(der) => Content::of(&raw.label, raw.is_encrypted, der).unwrap_or(Content::Broken(Broken::Content)),
        };
        Self { line: raw.line, label: raw.label, content }
    }
}

impl Content {
    fn of(label: &str, is_encrypted: bool, der: &[u8]) -> Option<Self> {
        Some(match label {
            "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE" => {
                Self::Certificate(Box::new(Certificate::of_der(der)?))
            }
            "X509 CRL" => Self::Crl(Box::new(Crl::of_der(der)?)),
            "ENCRYPTED PRIVATE KEY" => Self::Key(PrivateKey::Encrypted),
            "PRIVATE KEY" | "RSA PRIVATE KEY" | "EC PRIVATE KEY" | "DSA PRIVATE KEY" => {
                let key = if is_encrypted { PrivateKey::Encrypted } else { PrivateKey::read(label, der)? };
                Self::Key(key)
            }
            _ => Self::Other,
        })
    }
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Certificate(certificate) => write!(f, "{certificate:?}"),
            Self::Key(PrivateKey::Plain(public)) => write!(f, "private key, {public}"),
            Self::Key(PrivateKey::Encrypted) => f.write_str("encrypted private key"),
            Self::Key(PrivateKey::Unknown) => f.write_str("private key of an unknown kind"),
            Self::Crl(crl) => write!(f, "{crl:?}"),
            Self::Other => f.write_str("nothing that TLS reads"),
            Self::Broken(why) => write!(f, "{why}"),
        }
    }
}
