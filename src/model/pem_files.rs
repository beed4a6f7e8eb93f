use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use super::{ClientCertificate, Files, ServerOptions, Shown, Trust, UnusableCertificate};
use crate::certificate::{
    Certificate, Check, FileError, FileRoot, HashedDirectory, Moment, PemFile, PrivateKey, PublicKey, Purpose,
    TrustStore,
};
use crate::option_file::Files as _;
use crate::tls::Authentication;

/// The files below a directory that stands for the root of a server's file system, at some time.
#[derive(Clone, Debug)]
pub struct PemFiles {
    root: FileRoot,
    now: Moment,
    /// What was read: rules ask for the same files again and again.
    read: Arc<Mutex<BTreeMap<String, PemResult>>>,
    option_files: Arc<Mutex<BTreeMap<String, Option<Arc<ServerOptions>>>>>,
}

/// A file that was read, or why it was not.
pub type PemResult = Result<Arc<PemFile>, FileError>;

/// Files that are kept, at most.
const KEPT: usize = 64;

/// Of the same files at the same time.
impl PartialEq for PemFiles {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root && self.now == other.now
    }
}

impl Eq for PemFiles {}

impl PemFiles {
    /// The files below `root`, with what is valid `now`.
    pub fn new(root: FileRoot, now: Moment) -> Self {
        Self { root, now, read: Arc::default(), option_files: Arc::default() }
    }

    /// Where the files are.
    pub fn root(&self) -> &FileRoot {
        &self.root
    }

    /// When they are looked at.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Reads a PEM file, once.
    ///
    /// # Errors
    /// Why it is none, or cannot be read.
    pub fn read(&self, path: &str) -> PemResult {
        let known = || self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known().get(path) {
            return known.clone();
        }
        let read = self.root.pem(path).map(Arc::new);
        let mut kept = known();
        if kept.len() < KEPT {
            kept.insert(path.to_owned(), read.clone());
        }
        read
    }

    /// Reads an option file, once; `None` if it cannot be read.
    pub fn option_file(&self, path: &str) -> Option<Arc<ServerOptions>> {
        let mut known = self.option_files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(path) {
            return known.clone();
        }
        let read = self.root.read(path).ok().map(|text| Arc::new(ServerOptions::read(path, &text, &self.root)));
        known.insert(path.to_owned(), read.clone());
        read
    }

    /// A file; inside it nothing if no server could use it. `None` where that cannot be told from here.
    fn pem(&self, path: &str) -> Option<Option<Arc<PemFile>>> {
        match self.read(path) {
            Ok(file) => Some(Some(file)),
            Err(FileError::Relative | FileError::Unreadable | FileError::TooLarge) => None,
            Err(_) => Some(None),
        }
    }

    fn trust_file(&self, path: &str) -> Option<bool> {
        Some(self.pem(path)?.is_some_and(|file| file.is_trust_file()))
    }

    /// The certificate of a file, and those that are shown with it.
    fn certificates(&self, path: &str) -> Option<(Certificate, Vec<Certificate>)> {
        let file = self.pem(path)??;
        let mut certificates = file.certificates().cloned();
        Some((certificates.next()?, certificates.collect()))
    }
}

impl Files for PemFiles {
    fn authorities(&self, path: &str) -> Option<bool> {
        self.trust_file(path)
    }

    fn revocations(&self, path: &str) -> Option<bool> {
        self.trust_file(path)
    }

    fn client_certificate(
        &self,
        certificate: &str,
        key: &str,
    ) -> Option<Result<ClientCertificate, UnusableCertificate>> {
        let file = self.pem(certificate)?;
        let Some(found) = file.as_ref().and_then(|file| file.certificates().next()) else {
            return Some(Err(UnusableCertificate::Certificate));
        };
        let file = self.pem(key)?;
        let is_pkcs8 = |file: &Arc<PemFile>| file.blocks.iter().any(|block| block.label == "PRIVATE KEY");
        let key_is_pkcs8 = file.as_ref().is_some_and(is_pkcs8);
        match file.as_ref().and_then(|file| file.key()) {
            None | Some(PrivateKey::Encrypted) => return Some(Err(UnusableCertificate::Key)),
            Some(key) if !key.belongs_to(found)? => return Some(Err(UnusableCertificate::OtherKey)),
            Some(_) => {}
        }
        let public = found.public_key();
        Some(Ok(ClientCertificate {
            subject: found.subject().one_line().to_owned(),
            issuer: found.issuer().one_line().to_owned(),
            authentication: authentication(public)?,
            key_bits: public.bits()?,
            key_is_pkcs8,
        }))
    }

    fn is_trusted(&self, certificate: &str, trust: &Trust<'_>, by: Shown, security_level: u8) -> Option<bool> {
        let (leaf, offered) = self.certificates(certificate)?;
        let mut store = TrustStore::new();
        for path in [trust.ca, trust.crl].into_iter().flatten() {
            match self.pem(path)? {
                Some(file) if store.add_file(&file).is_ok() => {}
                _ => return Some(false),
            }
        }
        for path in [trust.capath, trust.crlpath].into_iter().flatten() {
            store.add_directory(HashedDirectory::new(&self.root, path));
        }
        if trust.crl.is_some() || trust.crlpath.is_some() {
            store.check_revocation();
        }
        let purpose = match by {
            Shown::BySource => Purpose::Server,
            Shown::ByReplica => Purpose::Client,
        };
        Some(store.verify(&leaf, &offered, &Check { now: self.now, purpose, security_level }).is_ok())
    }

    /// Public authorities sign nothing for names and addresses that are not public (Baseline Requirements of the CA/Browser Forum, 4.2.2), so
    /// that such certificates are known not to be theirs; of the others nothing is known.
    fn is_publicly_trusted(&self, certificate: &str) -> Option<bool> {
        let (leaf, _) = self.certificates(certificate)?;
        let is_inner = |name: &String| !name.contains('.') || name.ends_with(".local") || name.ends_with(".internal");
        let is_inner_ip = |ip: &IpAddr| match ip {
            IpAddr::V4(ip) => ip.is_private() || ip.is_loopback() || ip.is_link_local(),
            IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
        };
        let is_private = leaf.is_self_signed()
            || leaf.auto_generated().is_some()
            || leaf.is_expired(self.now)
            || leaf.dns_names().iter().any(is_inner)
            || leaf.ip_addresses().iter().any(is_inner_ip);
        is_private.then_some(false)
    }

    fn names_host(&self, certificate: &str, host: &str) -> Option<bool> {
        Some(self.certificates(certificate)?.0.names(host))
    }

    fn common_name(&self, certificate: &str) -> Option<String> {
        let (leaf, _) = self.certificates(certificate)?;
        Some(leaf.subject().common_names().first().cloned().unwrap_or_default())
    }

    fn authentication(&self, certificate: &str) -> Option<Authentication> {
        authentication(self.certificates(certificate)?.0.public_key())
    }

    fn public_key(&self, path: &str) -> Option<bool> {
        Some(self.pem(path)?.is_some_and(|file| file.blocks.iter().any(|block| block.label.ends_with("PUBLIC KEY"))))
    }
}

fn authentication(key: &PublicKey) -> Option<Authentication> {
    match key {
        PublicKey::Rsa { .. } => Some(Authentication::Rsa),
        PublicKey::Ec { .. } | PublicKey::Ed25519(_) => Some(Authentication::Ecdsa),
        PublicKey::Other { .. } => None,
    }
}
