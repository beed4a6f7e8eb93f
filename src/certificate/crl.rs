use std::collections::BTreeSet;
use std::fmt;

use x509_parser::extensions::ParsedExtension;
use x509_parser::prelude::FromDer;
use x509_parser::revocation_list::CertificateRevocationList;

use super::der::number;
use super::signature::SignatureError;
use super::{Certificate, Moment, Name, SignatureAlgorithm};

/// A certificate revocation list.
#[derive(Clone)]
pub struct Crl {
    signed: Box<[u8]>,
    issuer: Name,
    this_update: Moment,
    next_update: Option<Moment>,
    revoked: BTreeSet<Box<[u8]>>,
    signature_algorithm: SignatureAlgorithm,
    signature: Box<[u8]>,
    pub(super) has_unknown_critical: bool,
}

impl Crl {
    /// Reads DER; `None` if it is no such list.
    pub fn of_der(der: &[u8]) -> Option<Self> {
        let (_, read) = CertificateRevocationList::from_der(der).ok()?;
        let list = &read.tbs_cert_list;
        let understood = |parsed: &ParsedExtension<'_>| {
            matches!(parsed, ParsedExtension::CRLNumber(_) | ParsedExtension::AuthorityKeyIdentifier(_))
        };
        Some(Self {
            signed: list.as_ref().into(),
            issuer: Name::of(&list.issuer),
            this_update: Moment::of_unix(list.this_update.timestamp()),
            next_update: list.next_update.map(|time| Moment::of_unix(time.timestamp())),
            revoked: list.revoked_certificates.iter().map(|entry| number(entry.raw_serial()).into()).collect(),
            signature_algorithm: SignatureAlgorithm::of(&read.signature_algorithm),
            signature: read.signature_value.data.as_ref().into(),
            has_unknown_critical: list
                .extensions()
                .iter()
                .any(|extension| extension.critical && !understood(extension.parsed_extension())),
        })
    }

    /// Whose certificates it is about.
    pub fn issuer(&self) -> &Name {
        &self.issuer
    }

    /// When it was made.
    pub fn this_update(&self) -> Moment {
        self.this_update
    }

    /// When the next one is due, if it says so: from then on OpenSSL refuses it.
    pub fn next_update(&self) -> Option<Moment> {
        self.next_update
    }

    /// Whether it is outdated.
    pub fn is_expired(&self, now: Moment) -> bool {
        self.next_update.is_some_and(|next| next <= now)
    }

    /// Whether the certificate is its issuer's and stands in it.
    pub fn revokes(&self, certificate: &Certificate) -> bool {
        self.issuer == *certificate.issuer() && self.revoked.contains(certificate.serial())
    }

    pub(super) fn verify_signature(&self, issuer: &Certificate) -> Result<(), SignatureError> {
        self.signature_algorithm.verify(issuer.public_key(), &self.signed, &self.signature)
    }
}

impl fmt::Debug for Crl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "revocation list of {} with {} entries", self.issuer, self.revoked.len())
    }
}
