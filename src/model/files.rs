use crate::tls::Authentication;

/// What is known of the files that a channel and its source name. Each answer may be missing: then what depends on it is not predicted.
///
/// Paths are as the statements have them.
///
/// ```
/// use replint::model::{Files, NoFiles};
/// assert_eq!(NoFiles.authorities("/etc/mysql/ca.pem"), None);
/// ```
pub trait Files {
    /// Whether a certificate can be read from the file of SSL_CA.
    fn authorities(&self, _path: &str) -> Option<bool> {
        None
    }

    /// Whether a list of revoked certificates can be read from the file of SSL_CRL.
    fn revocations(&self, _path: &str) -> Option<bool> {
        None
    }

    /// The certificate of SSL_CERT with the key of SSL_KEY, or why a library cannot use the two.
    fn client_certificate(
        &self,
        _certificate: &str,
        _key: &str,
    ) -> Option<Result<ClientCertificate, UnusableCertificate>> {
        None
    }

    /// Whether a certificate is valid now, signed by an authority, not revoked, and strong enough for the library that looks at it.
    fn is_trusted(&self, _certificate: &str, _trust: &Trust<'_>, _by: Shown, _security_level: u8) -> Option<bool> {
        None
    }

    /// Whether a certificate is signed by an authority that systems come with.
    fn is_publicly_trusted(&self, _certificate: &str) -> Option<bool> {
        None
    }

    /// Whether a certificate is for a host, by OpenSSL's rules.
    fn names_host(&self, _certificate: &str, _host: &str) -> Option<bool> {
        None
    }

    /// The common name of a certificate's subject; empty if it has none.
    fn common_name(&self, _certificate: &str) -> Option<String> {
        None
    }

    /// How a certificate proves who it is: RSA or ECDSA.
    fn authentication(&self, _certificate: &str) -> Option<Authentication> {
        None
    }

    /// Whether a public key can be read from the file of PUBLIC_KEY_PATH.
    fn public_key(&self, _path: &str) -> Option<bool> {
        None
    }
}

/// Nothing is known of any file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoFiles;

impl Files for NoFiles {}

/// Who shows a certificate to the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The source.
    BySource,
    /// The replica.
    ByReplica,
}

/// Who is trusted to sign certificates, and who takes that back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Trust<'p> {
    /// A file of authorities.
    pub ca: Option<&'p str>,
    /// A folder of them.
    pub capath: Option<&'p str>,
    /// A file of revocations.
    pub crl: Option<&'p str>,
    /// A folder of them.
    pub crlpath: Option<&'p str>,
}

impl Trust<'_> {
    /// Whether an authority is given.
    pub fn has_authority(&self) -> bool {
        self.ca.is_some() || self.capath.is_some()
    }
}

/// What a replica can say of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientCertificate {
    /// As REQUIRE SUBJECT compares it: `/O=Example/CN=replica`.
    pub subject: String,
    /// As REQUIRE ISSUER compares it.
    pub issuer: String,
    /// The kind of its key.
    pub authentication: Authentication,
    /// The length of its key in bits.
    pub key_bits: u32,
    /// Whether the key is wrapped as PKCS #8 (`BEGIN PRIVATE KEY`), which yaSSL does not read.
    pub key_is_pkcs8: bool,
}

impl ClientCertificate {
    /// Whether a TLS library takes it at a security level.
    pub fn is_strong_enough(&self, level: u8) -> bool {
        const LEAST: [u32; 6] = [0, 80, 112, 128, 192, 256];
        self.security_bits() >= LEAST[usize::from(level.min(5))]
    }

    /// The bits of security of its key, as OpenSSL counts them.
    pub fn security_bits(&self) -> u32 {
        const RSA: [(u32, u32); 6] = [(15360, 256), (7680, 192), (3072, 128), (2048, 112), (1024, 80), (512, 56)];
        match self.authentication {
            Authentication::Rsa => {
                RSA.iter().find(|(bits, _)| self.key_bits >= *bits).map_or(0, |(_, strength)| *strength)
            }
            _ => self.key_bits / 2,
        }
    }
}

/// Why a certificate and a key are of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnusableCertificate {
    /// The file of the certificate.
    #[error("the certificate cannot be read")]
    Certificate,
    /// The file of the key.
    #[error("the key cannot be read")]
    Key,
    /// They are of two pairs.
    #[error("the key is not that of the certificate")]
    OtherKey,
}
