use super::der::{members, sequence};
use super::public_key::{Curve, PublicKey};

/// What is known of a private key: nothing of it is kept but its public half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrivateKey {
    /// It lies open.
    Plain(PublicKey),
    /// A passphrase protects it: a server cannot ask for one and cannot use it.
    Encrypted,
    /// It lies open and is of a kind that is not known here.
    Unknown,
}

impl PrivateKey {
    /// Of a block with this label; `None` if it is broken.
    pub(super) fn read(label: &str, der: &[u8]) -> Option<Self> {
        let parts = sequence(der)?;
        Some(match label {
            "RSA PRIVATE KEY" => Self::Plain(rsa(der)?),
            "EC PRIVATE KEY" => ec(der, None)?.map_or(Self::Unknown, Self::Plain),
            "PRIVATE KEY" => {
                let algorithm = members(parts.get(1)?.data)?;
                let inner = parts.get(2)?.data;
                let oid = |at: usize| algorithm.get(at).and_then(|any| any.as_oid().ok()).map(|oid| oid.to_id_string());
                match oid(0)?.as_str() {
                    "1.2.840.113549.1.1.1" | "1.2.840.113549.1.1.10" => Self::Plain(rsa(inner)?),
                    "1.2.840.10045.2.1" => {
                        let curve = oid(1).map(|oid| Curve::of_oid(&oid));
                        ec(inner, curve)?.map_or(Self::Unknown, Self::Plain)
                    }
                    "1.3.101.112" => Self::Plain(ed25519(inner)?),
                    _ => Self::Unknown,
                }
            }
            _ => Self::Unknown,
        })
    }

    /// The public half, where it is known.
    pub fn public(&self) -> Option<&PublicKey> {
        if let Self::Plain(key) = self { Some(key) } else { None }
    }

    /// Whether it is the key of a certificate; `None` where that cannot be seen.
    pub fn belongs_to(&self, certificate: &super::Certificate) -> Option<bool> {
        self.public().map(|key| key == certificate.public_key())
    }
}

/// PKCS #1: version, modulus, exponent, and what is private.
fn rsa(der: &[u8]) -> Option<PublicKey> {
    let parts = sequence(der)?;
    PublicKey::rsa(parts.get(1)?.data, parts.get(2)?.data)
}

/// SEC 1: version, number, `[0]` curve, `[1]` point. Inner `None`: a curve that is not known.
fn ec(der: &[u8], curve: Option<Curve>) -> Option<Option<PublicKey>> {
    let parts = sequence(der)?;
    let tagged =
        |number: u32| parts.iter().find(|part| part.header.is_contextspecific() && part.header.tag().0 == number);
    let named = || {
        let inner = members(tagged(0)?.data)?;
        Some(Curve::of_oid(&inner.first()?.as_oid().ok()?.to_id_string()))
    };
    let curve = curve.or_else(named).unwrap_or(Curve::Other);
    let written = tagged(1).and_then(|part| {
        let inner = members(part.data)?;
        // A bit string begins with the number of unused bits.
        Some(inner.first()?.data.get(1..)?.into())
    });
    let number = parts.get(1)?.data;
    let point = match (written, curve) {
        (Some(point), _) => point,
        (None, Curve::P256) => p256::SecretKey::from_slice(number).ok()?.public_key().to_sec1_bytes(),
        (None, Curve::P384) => p384::SecretKey::from_slice(number).ok()?.public_key().to_sec1_bytes(),
        (None, Curve::P521) => p521::SecretKey::from_slice(number).ok()?.public_key().to_sec1_bytes(),
        (None, Curve::Other) => return Some(None),
    };
    Some(Some(PublicKey::Ec { curve, point }))
}

/// An octet string with the seed.
fn ed25519(der: &[u8]) -> Option<PublicKey> {
    let inner = members(der)?;
    let seed: &[u8; 32] = inner.first()?.data.try_into().ok()?;
    Some(PublicKey::Ed25519(ed25519_dalek::SigningKey::from_bytes(seed).verifying_key().to_bytes()))
}
