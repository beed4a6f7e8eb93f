use std::fmt;

use ed25519_dalek::Verifier as _;
use md5::Md5;
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use rsa::{BoxedUint, Pkcs1v15Sign, Pss};
use sha1::{Digest as _, Sha1};
use sha2::{Sha224, Sha256, Sha384, Sha512};
use x509_parser::signature_algorithm::SignatureAlgorithm as Read;
use x509_parser::x509::AlgorithmIdentifier;

use super::public_key::{Curve, PublicKey};

/// How a certificate or a revocation list is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureAlgorithm {
    /// RSA as it was always.
    Rsa(Hash),
    /// RSASSA-PSS, with the length of its salt.
    RsaPss(Hash, usize),
    /// ECDSA.
    Ecdsa(Hash),
    /// Ed25519.
    Ed25519,
    /// One that is not known here, by its object identifier.
    Other(Box<str>),
}

/// The hash that is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    /// MD5: anyone can forge it.
    Md5,
    /// SHA-1: it can be forged.
    Sha1,
    /// SHA-224.
    Sha224,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

/// Why a signature does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SignatureError {
    Wrong,
    /// It cannot be judged here.
    Unsupported,
}

impl SignatureAlgorithm {
    pub(super) fn of(algorithm: &AlgorithmIdentifier<'_>) -> Self {
        let oid = algorithm.algorithm.to_id_string();
        match oid.as_str() {
            "1.2.840.113549.1.1.4" => Self::Rsa(Hash::Md5),
            "1.2.840.113549.1.1.5" | "1.3.14.3.2.29" => Self::Rsa(Hash::Sha1),
            "1.2.840.113549.1.1.14" => Self::Rsa(Hash::Sha224),
            "1.2.840.113549.1.1.11" => Self::Rsa(Hash::Sha256),
            "1.2.840.113549.1.1.12" => Self::Rsa(Hash::Sha384),
            "1.2.840.113549.1.1.13" => Self::Rsa(Hash::Sha512),
            "1.2.840.10045.4.1" => Self::Ecdsa(Hash::Sha1),
            "1.2.840.10045.4.3.1" => Self::Ecdsa(Hash::Sha224),
            "1.2.840.10045.4.3.2" => Self::Ecdsa(Hash::Sha256),
            "1.2.840.10045.4.3.3" => Self::Ecdsa(Hash::Sha384),
            "1.2.840.10045.4.3.4" => Self::Ecdsa(Hash::Sha512),
            "1.3.101.112" => Self::Ed25519,
            "1.2.840.113549.1.1.10" => Self::pss(algorithm).unwrap_or(Self::Other(oid.into())),
            _ => Self::Other(oid.into()),
        }
    }

    /// Only where both of its hashes are the same, as everyone has it.
    fn pss(algorithm: &AlgorithmIdentifier<'_>) -> Option<Self> {
        let Ok(Read::RSASSA_PSS(parameters)) = Read::try_from(algorithm) else { return None };
        let hash = |oid: String| match oid.as_str() {
            "1.3.14.3.2.26" => Some(Hash::Sha1),
            "2.16.840.1.101.3.4.2.1" => Some(Hash::Sha256),
            "2.16.840.1.101.3.4.2.2" => Some(Hash::Sha384),
            "2.16.840.1.101.3.4.2.3" => Some(Hash::Sha512),
            _ => None,
        };
        let signed = hash(parameters.hash_algorithm_oid().to_id_string())?;
        let mask = hash(parameters.mask_gen_algorithm().ok()?.hash.to_id_string())?;
        (signed == mask).then(|| Self::RsaPss(signed, parameters.salt_length() as usize))
    }

    /// The hash, if it is one of its own.
    pub fn hash(&self) -> Option<Hash> {
        match self {
            Self::Rsa(hash) | Self::RsaPss(hash, _) | Self::Ecdsa(hash) => Some(*hash),
            Self::Ed25519 | Self::Other(_) => None,
        }
    }

    /// Whether it is made with MD5 or SHA-1.
    pub fn is_weak(&self) -> bool {
        matches!(self.hash(), Some(Hash::Md5 | Hash::Sha1))
    }

    /// OpenSSL's measure for its security levels.
    pub(super) fn security_bits(&self) -> Option<u32> {
        match self {
            Self::Ed25519 => Some(128),
            Self::Other(_) => None,
            _ => self.hash().map(|hash| match hash {
                Hash::Md5 => 39,
                Hash::Sha1 => 63,
                Hash::Sha224 => 112,
                Hash::Sha256 => 128,
                Hash::Sha384 => 192,
                Hash::Sha512 => 256,
            }),
        }
    }

    pub(super) fn verify(&self, key: &PublicKey, message: &[u8], signature: &[u8]) -> Result<(), SignatureError> {
        let is_right = match (self, key) {
            (Self::Other(_), _) | (_, PublicKey::Other { .. } | PublicKey::Ec { curve: Curve::Other, .. }) => {
                return Err(SignatureError::Unsupported);
            }
            (Self::Rsa(hash), PublicKey::Rsa { modulus, exponent }) => {
                let scheme = match hash {
                    Hash::Md5 => Pkcs1v15Sign::new::<Md5>(),
                    Hash::Sha1 => Pkcs1v15Sign::new::<Sha1>(),
                    Hash::Sha224 => Pkcs1v15Sign::new::<Sha224>(),
                    Hash::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
                    Hash::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
                    Hash::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
                };
                rsa_key(modulus, exponent)?.verify(scheme, &hash.digest(message), signature).is_ok()
            }
            (Self::RsaPss(hash, salt), PublicKey::Rsa { modulus, exponent }) => {
                let (key, digest) = (rsa_key(modulus, exponent)?, hash.digest(message));
                match hash {
                    Hash::Sha1 => key.verify(Pss::<Sha1>::new_with_salt(*salt), &digest, signature),
                    Hash::Sha256 => key.verify(Pss::<Sha256>::new_with_salt(*salt), &digest, signature),
                    Hash::Sha384 => key.verify(Pss::<Sha384>::new_with_salt(*salt), &digest, signature),
                    Hash::Sha512 => key.verify(Pss::<Sha512>::new_with_salt(*salt), &digest, signature),
                    Hash::Md5 | Hash::Sha224 => return Err(SignatureError::Unsupported),
                }
                .is_ok()
            }
            (Self::Ecdsa(hash), PublicKey::Ec { curve, point }) => {
                ecdsa(*curve, point, hash.digest(message), signature).is_some()
            }
            (Self::Ed25519, PublicKey::Ed25519(key)) => ed25519_dalek::VerifyingKey::from_bytes(key)
                .and_then(|key| key.verify(message, &ed25519_dalek::Signature::from_slice(signature)?))
                .is_ok(),
            _ => false,
        };
        if is_right { Ok(()) } else { Err(SignatureError::Wrong) }
    }
}

impl Hash {
    fn digest(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Md5 => Md5::digest(message).to_vec(),
            Self::Sha1 => Sha1::digest(message).to_vec(),
            Self::Sha224 => Sha224::digest(message).to_vec(),
            Self::Sha256 => Sha256::digest(message).to_vec(),
            Self::Sha384 => Sha384::digest(message).to_vec(),
            Self::Sha512 => Sha512::digest(message).to_vec(),
        }
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Md5 => "MD5",
            Self::Sha1 => "SHA-1",
            Self::Sha224 => "SHA-224",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        })
    }
}

/// Keys that OpenSSL takes: up to 16384 bits; small ones are weak, not wrong.
fn rsa_key(modulus: &[u8], exponent: &[u8]) -> Result<rsa::PublicKey, SignatureError> {
    let number = |bytes: &[u8]| BoxedUint::from_be_slice_truncated(bytes, bytes.len() as u32 * 8);
    let (n, e) = (number(modulus), number(exponent));
    rsa::PublicKey::new_with_size_limits(n, e, 512..=16384).map_err(|_| SignatureError::Unsupported)
}

fn ecdsa(curve: Curve, point: &[u8], mut digest: Vec<u8>, signature: &[u8]) -> Option<()> {
    // A short hash is a small number: zeros in front do not change it, and the crates want half the length of the curve.
    let least = match curve {
        Curve::P384 => 24,
        Curve::P521 => 33,
        Curve::P256 | Curve::Other => 0,
    };
    while digest.len() < least {
        digest.insert(0, 0);
    }
    match curve {
        Curve::P256 => {
            let signature = p256::ecdsa::Signature::from_der(signature).ok()?;
            p256::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?.verify_prehash(&digest, &signature).ok()
        }
        Curve::P384 => {
            let signature = p384::ecdsa::Signature::from_der(signature).ok()?;
            p384::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?.verify_prehash(&digest, &signature).ok()
        }
        Curve::P521 => {
            let signature = p521::ecdsa::Signature::from_der(signature).ok()?;
            p521::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?.verify_prehash(&digest, &signature).ok()
        }
        Curve::Other => None,
    }
}
