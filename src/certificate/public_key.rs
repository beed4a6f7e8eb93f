use std::fmt;

use x509_parser::der_parser::oid;
use x509_parser::x509::SubjectPublicKeyInfo;

use super::der::{number, sequence};

/// A public key: of a certificate, or the public half of a private key. Equal keys belong together.
#[derive(Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// RSA, both numbers without zeros in front.
    Rsa {
        /// Its length is that of the key.
        modulus: Box<[u8]>,
        /// 65537, mostly.
        exponent: Box<[u8]>,
    },
    /// A point of an elliptic curve.
    Ec {
        /// The curve.
        curve: Curve,
        /// As SEC 1 encodes it.
        point: Box<[u8]>,
    },
    /// Ed25519.
    Ed25519([u8; 32]),
    /// A kind of key that is not known here.
    Other {
        /// Its object identifier.
        oid: Box<str>,
        /// As it stands there.
        data: Box<[u8]>,
    },
}

/// A curve of an EC key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Curve {
    /// P-256, prime256v1.
    P256,
    /// P-384.
    P384,
    /// P-521.
    P521,
    /// Any other.
    Other,
}

impl Curve {
    pub(super) fn of_oid(oid: &str) -> Self {
        match oid {
            "1.2.840.10045.3.1.7" => Self::P256,
            "1.3.132.0.34" => Self::P384,
            "1.3.132.0.35" => Self::P521,
            _ => Self::Other,
        }
    }
}

impl PublicKey {
    pub(super) fn of(info: &SubjectPublicKeyInfo<'_>) -> Self {
        let data = &info.subject_public_key.data;
        let oid = &info.algorithm.algorithm;
        let known = if *oid == oid!(1.2.840.113549.1.1.1) || *oid == oid!(1.2.840.113549.1.1.10) {
            sequence(data).and_then(|parts| Self::rsa(parts.first()?.data, parts.get(1)?.data))
        } else if *oid == oid!(1.2.840.10045.2.1) {
            let curve = info.algorithm.parameters.as_ref().and_then(|any| any.as_oid().ok());
            Some(Self::Ec {
                curve: curve.map_or(Curve::Other, |oid| Curve::of_oid(&oid.to_id_string())),
                point: data.as_ref().into(),
            })
        } else if *oid == oid!(1.3.101.112) {
            data.as_ref().try_into().ok().map(Self::Ed25519)
        } else {
            None
        };
        known.unwrap_or_else(|| Self::Other { oid: oid.to_id_string().into(), data: data.as_ref().into() })
    }

    pub(super) fn rsa(modulus: &[u8], exponent: &[u8]) -> Option<Self> {
        let (modulus, exponent) = (number(modulus), number(exponent));
        (!modulus.is_empty()).then(|| Self::Rsa { modulus: modulus.into(), exponent: exponent.into() })
    }

    /// The length of the key as one speaks of it: 2048 for RSA, 256 for P-256. `None` where the kind is not known.
    pub fn bits(&self) -> Option<u32> {
        match self {
            Self::Rsa { modulus, .. } => {
                Some(modulus.len() as u32 * 8 - modulus.first().map_or(0, |byte| byte.leading_zeros()))
            }
            Self::Ec { curve: Curve::P256, .. } | Self::Ed25519(_) => Some(256),
            Self::Ec { curve: Curve::P384, .. } => Some(384),
            Self::Ec { curve: Curve::P521, .. } => Some(521),
            Self::Ec { curve: Curve::Other, .. } | Self::Other { .. } => None,
        }
    }

    /// Whether OpenSSL's default security level since 3.2, and Debian's before, refuses it: RSA below 2048 bits.
    pub fn is_weak(&self) -> bool {
        self.security_bits().is_some_and(|bits| bits < 112)
    }

    /// What the length is worth; OpenSSL's numbers at the borders of its security levels.
    pub(super) fn security_bits(&self) -> Option<u32> {
        let bits = self.bits()?;
        Some(match self {
            Self::Rsa { .. } => match bits {
                ..1024 => 0,
                1024..2048 => 80,
                2048..3072 => 112,
                3072..7680 => 128,
                7680..15360 => 192,
                _ => 256,
            },
            _ => bits / 2,
        })
    }
}

/// `RSA 2048`, `EC P-256`: never the numbers.
impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rsa { .. } => write!(f, "RSA {}", self.bits().unwrap_or_default()),
            Self::Ec { curve: Curve::P256, .. } => f.write_str("EC P-256"),
            Self::Ec { curve: Curve::P384, .. } => f.write_str("EC P-384"),
            Self::Ec { curve: Curve::P521, .. } => f.write_str("EC P-521"),
            Self::Ec { curve: Curve::Other, .. } => f.write_str("EC"),
            Self::Ed25519(_) => f.write_str("Ed25519"),
            Self::Other { oid, .. } => write!(f, "key {oid}"),
        }
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
