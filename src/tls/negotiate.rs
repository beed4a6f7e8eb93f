use super::cipher::{Authentication, Cipher, Protocol};
use super::library::Library;
use super::tables::PROTOCOLS;
use super::{
    allowed_ciphers, cipher_list, ciphersuites, protocols, unset_cipher_list, unset_ciphersuites, validate_tls_version,
};
use crate::server::{Behaviour, ServerSet};

/// The strings that choose protocols and ciphers; one that is empty or absent is not set, but for the suites, where an empty list is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes<'v> {
    /// `MASTER_TLS_VERSION`; of a source, `tls_version`.
    pub version: Option<&'v str>,
    /// `MASTER_SSL_CIPHER`; of a source, `ssl_cipher`.
    pub ciphers: Option<&'v str>,
    /// `MASTER_TLS_CIPHERSUITES`; of a source, `tls_ciphersuites`.
    pub suites: Option<&'v str>,
}

/// What one end of a connection may use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its library.
    pub library: Library,
    /// The security level that holds.
    pub security_level: u8,
    /// The protocols, oldest first; `None` where the release does not tell: then it has no TLS 1.3.
    pub protocols: Option<Vec<Protocol>>,
    /// The ciphers before TLS 1.3, best first.
    pub ciphers: Vec<Cipher>,
    /// The suites of TLS 1.3, best first.
    pub suites: Vec<Cipher>,
}

/// Why there is no connection. All are error 2026 of the replica.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAgreement {
    /// No protocol is known in the list.
    #[error("TLS_VERSION names no protocol that the server knows")]
    Version,
    /// The library refuses the cipher string.
    #[error("the TLS library refuses the list of ciphers")]
    Ciphers,
    /// The library refuses the list of suites.
    #[error("the TLS library refuses the list of TLS 1.3 suites")]
    Suites,
    /// Nothing is left to offer.
    #[error("no cipher is left to offer")]
    NothingOffered,
    /// The two ends have no protocol in common.
    #[error("replica and source have no protocol in common")]
    NoProtocol,
    /// The two ends have no cipher in common.
    #[error("replica and source have no cipher in common")]
    NoCipher,
}

/// What two ends agreed on, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Agreed {
    /// The protocol.
    pub protocol: Option<Protocol>,
    /// The cipher.
    pub cipher: Option<Cipher>,
}

impl Offer {
    /// What a channel offers.
    ///
    /// # Errors
    /// The replica's own library or server refuses one of the strings, or they leave nothing.
    pub fn of_channel(wishes: Wishes<'_>, library: Library, server: ServerSet) -> Result<Self, NoAgreement> {
        let list = protocols(wishes.version.unwrap_or_default(), library, server);
        if server.is_subset(list.refused) && !server.is_empty() {
            return Err(NoAgreement::Version);
        }
        let known = if server.is_subset(list.accepted) {
            Some(list.enabled(server).collect())
        } else {
            Self::default_protocols(library, server)
        };
        let offer = Self::of_strings(wishes, known, library, server)?;
        if offer.nothing() { Err(NoAgreement::NothingOffered) } else { Ok(offer) }
    }

    /// What a source allows with the variables that it is given.
    ///
    /// # Errors
    /// It would not start with them, or has TLS switched off.
    pub fn of_source(wishes: Wishes<'_>, library: Library, server: ServerSet) -> Result<Self, NoAgreement> {
        let known = match wishes.version {
            Some(version) => {
                let named = validate_tls_version(version, server).map_err(|_| NoAgreement::Version)?;
                Some(named.into_iter().filter(|protocol| protocol.is_spoken_by(library)).collect())
            }
            None => Self::default_protocols(library, server),
        };
        let mut offer = Self::of_strings(wishes, known, library, server)?;
        if let Some(allowed) = allowed_ciphers(server) {
            let allowed: Vec<&str> = allowed.collect();
            offer.ciphers.retain(|cipher| allowed.contains(&cipher.name()));
        }
        Ok(offer)
    }

    /// The protocols that a release uses unless told otherwise; `None` for those that had no name for them.
    fn default_protocols(library: Library, server: ServerSet) -> Option<Vec<Protocol>> {
        let known = |facts: &super::protocols::ProtocolFacts| server.is_subset(facts.known | facts.mariadb);
        let found = PROTOCOLS.iter().filter(|facts| known(facts) && facts.protocol.is_spoken_by(library));
        let found: Vec<Protocol> = found.map(|facts| facts.protocol).collect();
        (!found.is_empty() && !server.is_empty()).then_some(found)
    }

    fn of_strings(
        wishes: Wishes<'_>,
        protocols: Option<Vec<Protocol>>,
        library: Library,
        server: ServerSet,
    ) -> Result<Self, NoAgreement> {
        let list = match wishes.ciphers.filter(|ciphers| !ciphers.is_empty()) {
            Some(ciphers) => cipher_list(ciphers, library, server),
            None => unset_cipher_list(library, server),
        };
        if !list.is_accepted() {
            return Err(NoAgreement::Ciphers);
        }
        let security_level = list.security_level.unwrap_or(library.security_level());
        let mut suites = match (wishes.suites, &list.suites) {
            (Some(suites), _) => ciphersuites(suites, library).outcome.map_err(|_| NoAgreement::Suites)?,
            (None, Some(suites)) => suites.clone(),
            (None, None) => unset_ciphersuites(library, server).suites().to_vec(),
        };
        suites.retain(|suite| suite.is_usable(security_level));
        Ok(Self { library, security_level, protocols, ciphers: list.usable().collect(), suites })
    }

    fn has_tls13(&self) -> bool {
        self.protocols.as_ref().is_some_and(|protocols| protocols.contains(&Protocol::TlsV13))
    }

    /// Whether the library would say "no ciphers available": also where only the newest of its protocols has none.
    fn nothing(&self) -> bool {
        if self.has_tls13() { self.suites.is_empty() } else { self.ciphers.is_empty() }
    }
}

/// What a replica and a source of one release agree on; `key`: how the source's certificate proves who it is, if that is known.
///
/// # Errors
/// They have nothing in common.
///
/// ```
/// use replint::server::Targets;
/// use replint::tls::{self, Authentication, Library, Offer, Wishes};
/// let server = "mysql-9.7".parse::<Targets>().unwrap().servers();
/// let source = Offer::of_source(Wishes::default(), Library::OpenSsl36, server).unwrap();
/// let wishes = Wishes { version: Some("TLSv1.2"), ciphers: Some("AES256-SHA:ECDHE-RSA-AES256-GCM-SHA384"), suites: None };
/// let replica = Offer::of_channel(wishes, Library::OpenSsl36, server).unwrap();
/// let agreed = tls::negotiate(&replica, &source, Some(Authentication::Rsa), server).unwrap();
/// assert_eq!(agreed.cipher.unwrap().name(), "ECDHE-RSA-AES256-GCM-SHA384");
/// ```
pub fn negotiate(
    replica: &Offer,
    source: &Offer,
    key: Option<Authentication>,
    server: ServerSet,
) -> Result<Agreed, NoAgreement> {
    let source_chooses = source.library == Library::YaSsl || server.is_subset(Behaviour::SourceChoosesCipher.servers());
    let replica_chooses = server.is_subset(Behaviour::ReplicaChoosesCipher.servers());
    // The cipher that both have; none where it is not known whose order decides.
    let pick = |mine: &[Cipher], theirs: &[Cipher]| {
        let first = |of: &[Cipher], among: &[Cipher]| of.iter().copied().find(|cipher| among.contains(cipher));
        let (by_source, by_replica) = (first(theirs, mine)?, first(mine, theirs)?);
        Some(if source_chooses {
            Some(by_source)
        } else {
            Some(by_replica).filter(|cipher| replica_chooses || *cipher == by_source)
        })
    };
    let protocol = match (&replica.protocols, &source.protocols) {
        (Some(mine), Some(theirs)) => {
            let common = mine.iter().copied().filter(|protocol| theirs.contains(protocol)).max();
            Some(common.ok_or(NoAgreement::NoProtocol)?)
        }
        _ => None,
    };
    let cipher = if protocol == Some(Protocol::TlsV13) {
        pick(&replica.suites, &source.suites)
    } else {
        let of_key = |key: Authentication| {
            let fits = |cipher: &&Cipher| {
                cipher.authentication() == key && protocol.is_none_or(|protocol| cipher.protocol() <= protocol)
            };
            let of = |ciphers: &[Cipher]| ciphers.iter().filter(fits).copied().collect::<Vec<_>>();
            pick(&of(&replica.ciphers), &of(&source.ciphers))
        };
        match key {
            Some(key) => of_key(key),
            None => of_key(Authentication::Rsa).or(of_key(Authentication::Ecdsa)).map(|_| None),
        }
    };
    Ok(Agreed { protocol, cipher: cipher.ok_or(NoAgreement::NoCipher)? })
}
