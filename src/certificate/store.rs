use super::{Certificate, Crl, FileError, FileRoot, Name, PemFile};

/// Certificates of one name in a hashed directory, at most.
const MOST: usize = 100;

/// What a client or server trusts: authorities, and lists of what they revoked.
#[derive(Clone, Debug, Default)]
pub struct TrustStore {
    certificates: Vec<Certificate>,
    crls: Vec<Crl>,
    directories: Vec<HashedDirectory>,
    checks_revocation: bool,
}

impl TrustStore {
    /// Nothing is trusted.
    pub fn new() -> Self {
        Self::default()
    }

    /// The file of an option like `ssl_ca`, or of `ssl_crl`: OpenSSL takes certificates and lists from either.
    ///
    /// # Errors
    /// If OpenSSL refuses it: see [`PemFile::is_trust_file`].
    pub fn add_file(&mut self, file: &PemFile) -> Result<(), NotATrustFile> {
        if !file.is_trust_file() {
            return Err(NotATrustFile);
        }
        self.certificates.extend(file.certificates().cloned());
        self.crls.extend(file.crls().cloned());
        Ok(())
    }

    /// The directory of an option like `ssl_capath` or `ssl_crlpath`.
    pub fn add_directory(&mut self, directory: HashedDirectory) {
        self.directories.push(directory);
    }

    /// From now on every certificate of a chain needs a valid list of its issuer: so it is as soon as `ssl_crl` or `ssl_crlpath` is given.
    pub fn check_revocation(&mut self) {
        self.checks_revocation = true;
    }

    pub(super) fn checks_revocation(&self) -> bool {
        self.checks_revocation
    }

    /// Those with this subject.
    pub(super) fn certificates(&self, subject: &Name) -> Vec<Certificate> {
        let in_files = self.certificates.iter().filter(|certificate| certificate.subject() == subject).cloned();
        in_files.chain(self.directories.iter().flat_map(|directory| directory.certificates(subject))).collect()
    }

    /// Those of this issuer.
    pub(super) fn crls(&self, issuer: &Name) -> Vec<Crl> {
        let in_files = self.crls.iter().filter(|crl| crl.issuer() == issuer).cloned();
        in_files.chain(self.directories.iter().flat_map(|directory| directory.crls(issuer))).collect()
    }
}

/// A file that OpenSSL refuses as one of authorities or revocation lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no certificate or revocation list can be read from it")]
pub struct NotATrustFile;

/// Directories of certificates and lists whose names are hashes, as `openssl rehash` links them: `40b89265.0`, `40b89265.r0`.
///
/// OpenSSL looks for nothing else in them, and does not mind if they are not there.
#[derive(Clone, Debug)]
pub struct HashedDirectory {
    root: FileRoot,
    paths: Vec<String>,
}

/// The names in a [`HashedDirectory`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HashedNames {
    /// `xxxxxxxx.0`: certificates that OpenSSL can find.
    pub certificates: usize,
    /// `xxxxxxxx.r0`: revocation lists that OpenSSL can find.
    pub crls: usize,
    /// Those that it never looks at, unless a name above is a link to them.
    pub others: usize,
}

impl HashedDirectory {
    /// Of the value of an option: a directory, or several with `:` between them.
    pub fn new(root: &FileRoot, value: &str) -> Self {
        let paths = value.split(':').filter(|path| !path.is_empty()).map(str::to_owned).collect();
        Self { root: root.clone(), paths }
    }

    /// What is in it. Certificates and no hash say that nobody ran `openssl rehash`.
    ///
    /// # Errors
    /// If one of the directories cannot be read.
    pub fn names(&self) -> Result<HashedNames, FileError> {
        let mut found = HashedNames::default();
        for path in &self.paths {
            for name in self.root.names(path)? {
                let parts = name.split_once('.').filter(|(hash, _)| hash.len() == 8 && is_hex(hash));
                let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
                match parts {
                    Some((_, number)) if is_number(number) => found.certificates += 1,
                    Some((_, rest)) if rest.strip_prefix('r').is_some_and(is_number) => found.crls += 1,
                    _ => found.others += 1,
                }
            }
        }
        Ok(found)
    }

    fn certificates(&self, subject: &Name) -> Vec<Certificate> {
        let mut found: Vec<Certificate> =
            self.files(subject, "").flat_map(|file| file.certificates().cloned().collect::<Vec<_>>()).collect();
        found.retain(|certificate| certificate.subject() == subject);
        found
    }

    fn crls(&self, issuer: &Name) -> Vec<Crl> {
        let mut found: Vec<Crl> =
            self.files(issuer, "r").flat_map(|file| file.crls().cloned().collect::<Vec<_>>()).collect();
        found.retain(|crl| crl.issuer() == issuer);
        found
    }

    /// `hash.0`, `hash.1`, … up to the first that is not there.
    fn files(&self, name: &Name, kind: &str) -> impl Iterator<Item = PemFile> {
        let start = format!("{:08x}.{kind}", name.hash());
        self.paths
            .iter()
            .flat_map(move |path| {
                let start = start.clone();
                (0..MOST).map_while(move |number| match self.root.pem(&format!("{path}/{start}{number}")) {
                    Err(FileError::Missing) => None,
                    file => Some(file.ok()),
                })
            })
            .flatten()
    }
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
