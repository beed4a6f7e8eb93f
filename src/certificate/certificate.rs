use std::fmt;
use std::net::IpAddr;
use std::ops::Range;

use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::{ExtendedKeyUsage, GeneralName, KeyUsage, ParsedExtension, X509Extension};
use x509_parser::prelude::FromDer;

use super::der::{members, number, sequence};
use super::signature::SignatureError;
use super::{Moment, Name, PublicKey, SignatureAlgorithm};

/// A certificate, with what decides whether it is believed.
///
/// `Debug` is its subject. The names that it is for: [`names_host`](Self::names_host) and its neighbours.
#[derive(Clone)]
pub struct Certificate {
    der: Box<[u8]>,
    /// What of it is signed.
    signed: Range<usize>,
    subject: Name,
    issuer: Name,
    serial: Box<[u8]>,
    not_before: Moment,
    not_after: Moment,
    public_key: PublicKey,
    signature_algorithm: SignatureAlgorithm,
    signature: Box<[u8]>,
    /// The algorithm stands inside and outside of what is signed.
    algorithms_agree: bool,
    pub(super) dns_names: Vec<String>,
    pub(super) ip_addresses: Vec<IpAddr>,
    pub(super) extensions: Extensions,
}

/// What the extensions say that matters to a chain.
#[derive(Clone, Debug, Default)]
pub(super) struct Extensions {
    pub is_v1: bool,
    /// basicConstraints: CA, and how many may stand below it.
    pub basic: Option<(bool, Option<u32>)>,
    pub key_usage: Option<KeyUsage>,
    pub extended: Option<Uses>,
    /// The Netscape type's SSL client, SSL server, SSL CA.
    pub netscape: Option<(bool, bool, bool)>,
    pub key_id: Option<Box<[u8]>>,
    pub issuer_key_id: Option<Box<[u8]>>,
    pub issuer_serial: Option<Box<[u8]>>,
    pub has_name_constraints: bool,
    /// Something critical that OpenSSL does not understand, or that cannot be read.
    pub unknown_critical: bool,
    pub is_malformed: bool,
}

/// extendedKeyUsage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Uses {
    pub server: bool,
    pub client: bool,
}

impl Certificate {
    /// Reads DER; `None` if it is no certificate. What stands behind it is not looked at.
    pub fn of_der(der: &[u8]) -> Option<Self> {
        // The parser takes any tag around what is signed for the right one.
        let [signed, algorithm, bits] = &sequence(der)?[..] else { return None };
        if der.first() != Some(&0x30) || !bits.header.is_universal() || bits.header.tag().0 != 3 {
            return None;
        }
        let inner = members(signed.data)?;
        let version = usize::from(inner.first()?.header.is_contextspecific());
        let algorithms_agree = inner.get(version + 1) == Some(algorithm);
        let (rest, read) = X509Certificate::from_der(der).ok()?;
        let der = &der[..der.len() - rest.len()];
        let tbs = &read.tbs_certificate;
        let start = tbs.as_ref().as_ptr() as usize - der.as_ptr() as usize;
        let mut certificate = Self {
            der: der.into(),
            signed: start..start + tbs.as_ref().len(),
            subject: Name::of(&tbs.subject),
            issuer: Name::of(&tbs.issuer),
            serial: number(tbs.raw_serial()).into(),
            not_before: Moment::of_unix(tbs.validity.not_before.timestamp()),
            not_after: Moment::of_unix(tbs.validity.not_after.timestamp()),
            public_key: PublicKey::of(&tbs.subject_pki),
            signature_algorithm: SignatureAlgorithm::of(&read.signature_algorithm),
            signature: read.signature_value.data.as_ref().into(),
            algorithms_agree,
            dns_names: Vec::new(),
            ip_addresses: Vec::new(),
            extensions: Extensions { is_v1: tbs.version().0 == 0, ..Extensions::default() },
        };
        for extension in tbs.extensions() {
            certificate.extension(extension);
        }
        Some(certificate)
    }

    fn extension(&mut self, extension: &X509Extension<'_>) {
        let known = &mut self.extensions;
        match extension.parsed_extension() {
            ParsedExtension::BasicConstraints(basic) => known.basic = Some((basic.ca, basic.path_len_constraint)),
            ParsedExtension::KeyUsage(usage) => known.key_usage = Some(*usage),
            ParsedExtension::ExtendedKeyUsage(usage) => known.extended = Some(uses(usage)),
            ParsedExtension::NSCertType(kind) => {
                known.netscape = Some((kind.ssl_client(), kind.ssl_server(), kind.ssl_ca()));
            }
            ParsedExtension::SubjectKeyIdentifier(id) => known.key_id = Some(id.0.into()),
            ParsedExtension::AuthorityKeyIdentifier(id) => {
                known.issuer_key_id = id.key_identifier.as_ref().map(|id| id.0.into());
                known.issuer_serial = id.authority_cert_serial.map(|serial| number(serial).into());
            }
            ParsedExtension::SubjectAlternativeName(names) => {
                for name in &names.general_names {
                    match name {
                        GeneralName::DNSName(name) => self.dns_names.push((*name).to_owned()),
                        GeneralName::IPAddress(bytes) => self.ip_addresses.extend(address(bytes)),
                        // A name that is no text: it still counts as one.
                        GeneralName::Invalid(tag, bytes) if tag.0 == 2 => {
                            self.dns_names.push(String::from_utf8_lossy(bytes).into_owned());
                        }
                        _ => {}
                    }
                }
            }
            ParsedExtension::NameConstraints(_) => known.has_name_constraints = true,
            ParsedExtension::ParseError { .. } => known.is_malformed = true,
            ParsedExtension::CertificatePolicies(_)
            | ParsedExtension::PolicyMappings(_)
            | ParsedExtension::PolicyConstraints(_)
            | ParsedExtension::InhibitAnyPolicy(_)
            | ParsedExtension::CRLDistributionPoints(_) => {}
            _ => known.unknown_critical |= extension.critical,
        }
    }

    /// Whose certificate it is.
    pub fn subject(&self) -> &Name {
        &self.subject
    }

    /// Who signed it.
    pub fn issuer(&self) -> &Name {
        &self.issuer
    }

    /// Its number, without zeros in front.
    pub fn serial(&self) -> &[u8] {
        &self.serial
    }

    /// When it begins to be valid.
    pub fn not_before(&self) -> Moment {
        self.not_before
    }

    /// When it expires.
    pub fn not_after(&self) -> Moment {
        self.not_after
    }

    /// Whether its time has not come yet.
    pub fn is_early(&self, now: Moment) -> bool {
        now < self.not_before
    }

    /// Whether its time is over; to OpenSSL the last second is over.
    pub fn is_expired(&self, now: Moment) -> bool {
        self.not_after <= now
    }

    /// Its key.
    pub fn public_key(&self) -> &PublicKey {
        &self.public_key
    }

    /// How it is signed.
    pub fn signature_algorithm(&self) -> &SignatureAlgorithm {
        &self.signature_algorithm
    }

    /// The DNS names of its subjectAltName.
    pub fn dns_names(&self) -> &[String] {
        &self.dns_names
    }

    /// The addresses of its subjectAltName.
    pub fn ip_addresses(&self) -> &[IpAddr] {
        &self.ip_addresses
    }

    /// Whether basicConstraints make it an authority; `None` if it has none.
    pub fn is_authority(&self) -> Option<bool> {
        self.extensions.basic.map(|(is_authority, _)| is_authority)
    }

    /// Whether it says that it signed itself: only an authority, or a certificate that no authority stands behind.
    pub fn is_self_signed(&self) -> bool {
        self.subject == self.issuer && self.key_id_fits(self)
    }

    /// Whether the identifiers of the issuer's key, if both are there, are those of `issuer`.
    pub(super) fn key_id_fits(&self, issuer: &Self) -> bool {
        let (wanted, theirs) = (&self.extensions.issuer_key_id, &issuer.extensions.key_id);
        let differs = wanted.is_some() && theirs.is_some() && wanted != theirs;
        !differs && self.extensions.issuer_serial.as_ref().is_none_or(|serial| *serial == issuer.serial)
    }

    /// Whether the key of `issuer` made its signature.
    pub(super) fn verify_signature(&self, issuer: &Self) -> Result<(), SignatureError> {
        if !self.algorithms_agree {
            return Err(SignatureError::Wrong);
        }
        self.signature_algorithm.verify(&issuer.public_key, &self.der[self.signed.clone()], &self.signature)
    }

    /// What a MySQL server generated it for at its first start, if it did. Such a certificate names no host.
    pub fn auto_generated(&self) -> Option<AutoGenerated> {
        let name = self.subject.common_names().last()?.strip_prefix("MySQL_Server_")?;
        [
            ("_Auto_Generated_CA_Certificate", AutoGenerated::Authority),
            ("_Auto_Generated_Server_Certificate", AutoGenerated::Server),
            ("_Auto_Generated_Client_Certificate", AutoGenerated::Client),
        ]
        .into_iter()
        .find_map(|(end, kind)| name.ends_with(end).then_some(kind))
    }
}

/// What a certificate is for that MySQL generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AutoGenerated {
    /// `ca.pem`
    Authority,
    /// `server-cert.pem`
    Server,
    /// `client-cert.pem`
    Client,
}

/// Equal to the byte.
impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Eq for Certificate {}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "certificate of {}", self.subject)
    }
}

fn uses(usage: &ExtendedKeyUsage<'_>) -> Uses {
    // "Server gated cryptography" of Microsoft and Netscape counts as a server's.
    let gated = ["1.3.6.1.4.1.311.10.3.3", "2.16.840.1.113730.4.1"];
    let is_gated = usage.other.iter().any(|oid| gated.contains(&oid.to_id_string().as_str()));
    Uses { server: usage.server_auth || is_gated, client: usage.client_auth }
}

fn address(bytes: &[u8]) -> Option<IpAddr> {
    let v4 = || <[u8; 4]>::try_from(bytes).ok().map(IpAddr::from);
    let v6 = || <[u8; 16]>::try_from(bytes).ok().map(IpAddr::from);
    v4().or_else(v6)
}
