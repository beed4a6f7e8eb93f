use std::fmt;

use super::certificate::Uses;
use super::signature::SignatureError;
use super::{Certificate, Crl, Moment, TrustStore};

/// Certificates of a chain, at most: OpenSSL's own limit.
const LONGEST: usize = 100;

/// How a chain is to be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// When.
    pub now: Moment,
    /// What the first certificate shall be good for.
    pub purpose: Purpose,
    /// OpenSSL's security level: 1 asks for RSA 1024, 2 for RSA 2048, both refuse SHA-1. 0 asks for nothing.
    pub security_level: u8,
}

/// What a certificate is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It is a source's: a replica checks it.
    Server,
    /// It is a replica's: a source checks it.
    Client,
}

/// Why a chain is refused: what, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainError {
    /// What is wrong.
    pub problem: ChainProblem,
    /// With which certificate.
    pub certificate: Box<Certificate>,
    /// How far it is from the first one, which is 0.
    pub depth: usize,
}

/// What is wrong with a certificate of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainProblem {
    /// Neither trusted nor offered with it.
    #[error("its issuer is not known")]
    UnknownIssuer,
    /// The trusted certificates lead on to one that is not there: an intermediate authority without its root.
    #[error("it is trusted, but its own issuer is not known")]
    IncompleteTrust,
    /// The first certificate signed itself and is not trusted.
    #[error("it is self-signed and not trusted")]
    SelfSigned,
    /// The chain ends at an authority that is not trusted.
    #[error("its chain ends at a self-signed certificate that is not trusted")]
    UntrustedRoot,
    /// Longer than 100.
    #[error("its chain is too long")]
    TooLong,
    /// It signs others and may not.
    #[error("it is not an authority")]
    NotAnAuthority,
    /// Its issuer allows fewer authorities below itself.
    #[error("too many authorities are below it")]
    PathLength,
    /// Its key may not be used so.
    #[error("its key may not be used for this")]
    Purpose,
    /// An extension that must be understood, and is not.
    #[error("a critical extension is not understood")]
    UnknownCriticalExtension,
    /// The security level wants a longer key.
    #[error("its key is too short")]
    WeakKey,
    /// The security level wants a better hash.
    #[error("its signature is made with a weak hash")]
    WeakSignature,
    /// Its time has not come.
    #[error("it is not yet valid")]
    NotYetValid,
    /// Its time is over.
    #[error("it has expired")]
    Expired,
    /// It says that it is of this issuer, and is not.
    #[error("its issuer did not sign it")]
    BadSignature,
    /// Revocation is checked, and there is no list.
    #[error("there is no revocation list of its issuer")]
    NoCrl,
    /// The list is from the future.
    #[error("the revocation list of its issuer is not yet valid")]
    CrlNotYetValid,
    /// The next list is due.
    #[error("the revocation list of its issuer has expired")]
    CrlExpired,
    /// Its issuer did not sign the list.
    #[error("the revocation list is not signed by its issuer")]
    CrlBadSignature,
    /// Its issuer may not sign lists.
    #[error("its issuer may not sign revocation lists")]
    CrlNotAllowed,
    /// It stands in the list.
    #[error("it is revoked")]
    Revoked,
    /// No verdict: a signature or a constraint of a kind that is not known here.
    #[error("it cannot be judged here")]
    Unsupported,
}

impl ChainError {
    /// The number of OpenSSL's error, as `openssl verify` prints it; `None` where there is no verdict.
    pub fn openssl_code(&self) -> Option<u8> {
        Some(match self.problem {
            ChainProblem::UnknownIssuer => 20,
            ChainProblem::IncompleteTrust => 2,
            ChainProblem::SelfSigned => 18,
            ChainProblem::UntrustedRoot => 19,
            ChainProblem::TooLong => 22,
            ChainProblem::NotAnAuthority => 79,
            ChainProblem::PathLength => 25,
            ChainProblem::Purpose => 26,
            ChainProblem::UnknownCriticalExtension => 34,
            ChainProblem::WeakKey if self.depth == 0 => 66,
            ChainProblem::WeakKey => 67,
            ChainProblem::WeakSignature => 68,
            ChainProblem::NotYetValid => 9,
            ChainProblem::Expired => 10,
            ChainProblem::BadSignature => 7,
            ChainProblem::NoCrl => 3,
            ChainProblem::CrlNotYetValid => 11,
            ChainProblem::CrlExpired => 12,
            ChainProblem::CrlBadSignature => 8,
            ChainProblem::CrlNotAllowed => 35,
            ChainProblem::Revoked => 23,
            ChainProblem::Unsupported => return None,
        })
    }
}

impl fmt::Display for ChainError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.certificate, self.problem)
    }
}

impl std::error::Error for ChainError {}

impl TrustStore {
    /// Whether a certificate leads to something trusted, as OpenSSL finds and judges its way: the certificates from it to there.
    ///
    /// `offered` are those that the other side sends with it: the rest of its own file.
    ///
    /// # Errors
    /// The first thing that is wrong, in OpenSSL's order.
    pub fn verify(
        &self,
        leaf: &Certificate,
        offered: &[Certificate],
        check: &Check,
    ) -> Result<Vec<Certificate>, ChainError> {
        let mut chain = vec![leaf.clone()];
        let weak = check.refuses(leaf.public_key().security_bits()).then_some((0, ChainProblem::WeakKey));
        let found = weak
            .or_else(|| self.complete(&mut chain, offered, check.now).map(|problem| (chain.len() - 1, problem)))
            .or_else(|| check.extensions(&chain))
            .or_else(|| check.security(&chain))
            .or_else(|| self.revocations(&chain, check.now))
            .or_else(|| signatures_and_times(&chain, check.now))
            .or_else(|| {
                let constrained = chain.iter().position(|certificate| certificate.extensions.has_name_constraints);
                constrained.map(|depth| (depth, ChainProblem::Unsupported))
            });
        match found {
            None => Ok(chain),
            Some((depth, problem)) => {
                Err(ChainError { problem, certificate: Box::new(chain.swap_remove(depth)), depth })
            }
        }
    }

    /// Adds issuer after issuer, a trusted one before one that was offered, up to a trusted root.
    fn complete(&self, chain: &mut Vec<Certificate>, offered: &[Certificate], now: Moment) -> Option<ChainProblem> {
        let mut is_trusted = false;
        loop {
            let current = chain.last()?;
            if current.is_self_signed() {
                is_trusted |= self.certificates(current.subject()).contains(current);
                return match (is_trusted, chain.len()) {
                    (true, _) => None,
                    (false, 1) => Some(ChainProblem::SelfSigned),
                    (false, _) => Some(ChainProblem::UntrustedRoot),
                };
            }
            if chain.len() > LONGEST {
                return Some(ChainProblem::TooLong);
            }
            let of_store = best(current, &self.certificates(current.issuer()), chain, now);
            is_trusted |= of_store.is_some();
            let next = of_store.or_else(|| if is_trusted { None } else { best(current, offered, chain, now) });
            match next {
                Some(issuer) => chain.push(issuer),
                None if is_trusted => return Some(ChainProblem::IncompleteTrust),
                None => return Some(ChainProblem::UnknownIssuer),
            }
        }
    }

    fn revocations(&self, chain: &[Certificate], now: Moment) -> Option<(usize, ChainProblem)> {
        if !self.checks_revocation() {
            return None;
        }
        links(chain).find_map(|(depth, certificate, issuer)| {
            let problem = self.revocation(certificate, issuer.unwrap_or(certificate), now)?;
            Some((depth, problem))
        })
    }

    fn revocation(&self, certificate: &Certificate, issuer: &Certificate, now: Moment) -> Option<ChainProblem> {
        let crls = self.crls(certificate.issuer());
        let is_timely = |crl: &&Crl| crl.this_update() <= now && !crl.is_expired(now);
        let Some(crl) = crls.iter().find(is_timely).or_else(|| crls.first()) else { return Some(ChainProblem::NoCrl) };
        if issuer.extensions.key_usage.is_some_and(|usage| !usage.crl_sign()) {
            return Some(ChainProblem::CrlNotAllowed);
        }
        if crl.this_update() > now {
            return Some(ChainProblem::CrlNotYetValid);
        }
        if crl.is_expired(now) {
            return Some(ChainProblem::CrlExpired);
        }
        let signed = of_signature(crl.verify_signature(issuer), ChainProblem::CrlBadSignature);
        let unknown = crl.has_unknown_critical.then_some(ChainProblem::Unsupported);
        signed.or(unknown).or_else(|| crl.revokes(certificate).then_some(ChainProblem::Revoked))
    }
}

/// The issuer among several: one that is valid now, or else the one that was valid longest.
fn best(of: &Certificate, among: &[Certificate], chain: &[Certificate], now: Moment) -> Option<Certificate> {
    let issued =
        |issuer: &&Certificate| issuer.subject() == of.issuer() && of.key_id_fits(issuer) && !chain.contains(issuer);
    let fit: Vec<&Certificate> = among.iter().filter(issued).collect();
    let valid = fit.iter().find(|issuer| !issuer.is_early(now) && !issuer.is_expired(now));
    valid.or_else(|| fit.iter().max_by_key(|issuer| issuer.not_after())).map(|issuer| (*issuer).clone())
}

/// Each certificate with its depth and its issuer; the root is its own.
fn links(chain: &[Certificate]) -> impl DoubleEndedIterator<Item = (usize, &Certificate, Option<&Certificate>)> {
    chain.iter().enumerate().map(|(depth, certificate)| (depth, certificate, chain.get(depth + 1)))
}

/// From the root on. Its own signature proves nothing.
fn signatures_and_times(chain: &[Certificate], now: Moment) -> Option<(usize, ChainProblem)> {
    links(chain).rev().find_map(|(depth, certificate, issuer)| {
        let signed = issuer.map_or(Ok(()), |issuer| certificate.verify_signature(issuer));
        let early = certificate.is_early(now).then_some(ChainProblem::NotYetValid);
        let expired = certificate.is_expired(now).then_some(ChainProblem::Expired);
        let problem = of_signature(signed, ChainProblem::BadSignature).or(early).or(expired)?;
        Some((depth, problem))
    })
}

fn of_signature(result: Result<(), SignatureError>, wrong: ChainProblem) -> Option<ChainProblem> {
    match result {
        Ok(()) => None,
        Err(SignatureError::Wrong) => Some(wrong),
        Err(SignatureError::Unsupported) => Some(ChainProblem::Unsupported),
    }
}

impl Check {
    /// Whether the security level asks for more; what is not known passes.
    fn refuses(&self, bits: Option<u32>) -> bool {
        let least = [0, 80, 112, 128, 192, 256][usize::from(self.security_level.min(5))];
        bits.is_some_and(|bits| bits < least)
    }

    fn security(&self, chain: &[Certificate]) -> Option<(usize, ChainProblem)> {
        links(chain).find_map(|(depth, certificate, issuer)| {
            if depth > 0 && self.refuses(certificate.public_key().security_bits()) {
                return Some((depth, ChainProblem::WeakKey));
            }
            let is_weak = issuer.is_some() && self.refuses(certificate.signature_algorithm().security_bits());
            is_weak.then_some((depth, ChainProblem::WeakSignature))
        })
    }

    fn extensions(&self, chain: &[Certificate]) -> Option<(usize, ChainProblem)> {
        // Authorities below the one that is looked at, those not counted that a name has for itself.
        let mut below = 0;
        for (depth, certificate) in chain.iter().enumerate() {
            if let Some(problem) = self.extensions_of(certificate, depth > 0, below) {
                return Some((depth, problem));
            }
            below += u32::from(depth > 0 && certificate.subject() != certificate.issuer());
        }
        None
    }

    fn extensions_of(&self, certificate: &Certificate, is_issuer: bool, below: u32) -> Option<ChainProblem> {
        let known = &certificate.extensions;
        if known.is_malformed {
            return Some(ChainProblem::Unsupported);
        }
        if known.unknown_critical {
            return Some(ChainProblem::UnknownCriticalExtension);
        }
        if is_issuer && !may_issue(certificate) {
            return Some(ChainProblem::NotAnAuthority);
        }
        if !self.purpose.allows(certificate, is_issuer) {
            return Some(ChainProblem::Purpose);
        }
        let most = known.basic.and_then(|(_, most)| most);
        (is_issuer && most.is_some_and(|most| below > most)).then_some(ChainProblem::PathLength)
    }
}

/// `X509_check_ca`: basicConstraints decide; without them a root of version 1, a key that may sign, an old type of Netscape's.
fn may_issue(certificate: &Certificate) -> bool {
    let known = &certificate.extensions;
    let may_sign = known.key_usage.map(|usage| usage.key_cert_sign());
    match known.basic {
        _ if may_sign == Some(false) => false,
        Some((is_authority, _)) => is_authority,
        None => {
            known.is_v1 && certificate.is_self_signed()
                || may_sign == Some(true)
                || known.netscape.is_some_and(|(_, _, authority)| authority)
        }
    }
}

impl Purpose {
    fn allows(self, certificate: &Certificate, is_issuer: bool) -> bool {
        let known = &certificate.extensions;
        let of_extended = |Uses { server, client }| if self == Self::Server { server } else { client };
        if !known.extended.is_none_or(of_extended) {
            return false;
        }
        if is_issuer {
            return true;
        }
        let of_netscape = |(client, server, _): (bool, bool, bool)| if self == Self::Server { server } else { client };
        let of_key = |usage: x509_parser::extensions::KeyUsage| match self {
            Self::Server => usage.digital_signature() || usage.key_encipherment() || usage.key_agreement(),
            Self::Client => usage.digital_signature() || usage.key_agreement(),
        };
        known.netscape.is_none_or(of_netscape) && known.key_usage.is_none_or(of_key)
    }
}
