//! Verdicts on chains, names and keys that `openssl` makes for the occasion, against its own; skipped where the command is missing.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use replint::certificate::{Certificate, Check, FileRoot, Moment, PemFile, PrivateKey, Purpose, TrustStore};

/// A folder with files that `openssl` made.
struct World {
    folder: PathBuf,
}

impl World {
    /// `None` where there is no `openssl` of a kind that answers as ours.
    fn new(name: &str) -> Option<Self> {
        let version = Command::new("openssl").arg("version").output().ok()?;
        if !String::from_utf8_lossy(&version.stdout).starts_with("OpenSSL 3.") {
            return None;
        }
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("openssl").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Some(Self { folder })
    }

    fn try_run(&self, line: &str) -> Output {
        let arguments = line.split_whitespace().map(|word| word.replace('~', " "));
        Command::new("openssl").args(arguments).current_dir(&self.folder).output().unwrap()
    }

    /// Words are separated by spaces; `~` is a space in one.
    fn run(&self, line: &str) -> String {
        let output = self.try_run(line);
        assert!(output.status.success(), "openssl {line}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).unwrap();
    }

    /// A key and a certificate of it, `name.key` and `name.pem`, signed by `issuer` (its own for a root).
    fn certificate(&self, name: &str, key: &str, issuer: &str, days: u32, signing: &str, extensions: &str) {
        self.run(&format!("genpkey {key} -out {name}.key"));
        self.run(&format!("req -new -key {name}.key -subj /O=Acme/CN={name} -out {name}.csr"));
        self.write("extensions", extensions);
        let signer = if issuer == name {
            format!("-signkey {name}.key")
        } else {
            format!("-CA {issuer}.pem -CAkey {issuer}.key -CAcreateserial")
        };
        self.run(&format!(
            "x509 -req -in {name}.csr {signer} -days {days} {signing} -extfile extensions -out {name}.pem"
        ));
    }

    fn pem(&self, name: &str) -> PemFile {
        FileRoot::new(&self.folder).pem(&format!("/{name}")).unwrap()
    }

    /// Ours and OpenSSL's verdict: the number of the first error and its depth.
    fn compare(
        &self,
        leaf: &str,
        offered: &[&str],
        trusted: &[&str],
        crls: &[&str],
        check: Check,
    ) -> Option<(u8, usize)> {
        let certificates = |names: &[&str]| -> Vec<Certificate> {
            names.iter().flat_map(|name| self.pem(name).certificates().cloned().collect::<Vec<_>>()).collect()
        };
        let mut store = TrustStore::new();
        for file in trusted.iter().chain(crls) {
            store.add_file(&self.pem(file)).unwrap();
        }
        let purpose = if check.purpose == Purpose::Server { "sslserver" } else { "sslclient" };
        let mut line = format!(
            "verify -no-CAfile -no-CApath -no-CAstore -purpose {purpose} -attime {} -auth_level {}",
            check.now.unix(),
            check.security_level
        );
        if !crls.is_empty() {
            store.check_revocation();
            line += " -crl_check_all";
        }
        for (option, names) in [("trusted", trusted), ("untrusted", offered), ("CRLfile", crls)] {
            line.extend(names.iter().map(|name| format!(" -{option} {name}")));
        }
        let output = self.try_run(&format!("{line} {leaf}"));
        let said = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
        let theirs = said.lines().find_map(|line| {
            let (code, rest) = line.strip_prefix("error ")?.split_once(" at ")?;
            Some((code.parse().unwrap(), rest.split(' ').next()?.parse().unwrap()))
        });
        assert_eq!(theirs.is_none(), output.status.success(), "{line} {leaf}: {said}");
        let ours = store.verify(&certificates(&[leaf])[0], &certificates(offered), &check).err();
        let ours = ours.map(|error| (error.openssl_code().expect("a verdict"), error.depth));
        assert_eq!(ours, theirs, "openssl {line} {leaf}: {said}");
        theirs
    }
}

macro_rules! world {
    ($name:literal) => {
        match World::new($name) {
            Some(world) => world,
            None => return eprintln!("skipped: there is no openssl 3"),
        }
    };
}

const P256: &str = "-algorithm EC -pkeyopt ec_paramgen_curve:P-256";
const ROOT: &str = "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign,cRLSign\n";
const DAY: i64 = 86_400;

/// Days from now; the certificates are made at this time.
fn server(days: i64) -> Check {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs() as i64;
    Check { now: Moment::of_unix(now + days * DAY), purpose: Purpose::Server, security_level: 2 }
}

#[test]
fn chains() {
    let world = world!("chains");
    world.certificate("root", P256, "root", 1000, "", ROOT);
    world.certificate("other", P256, "other", 1000, "", ROOT);
    world.certificate("middle", P256, "root", 900, "", "basicConstraints=critical,CA:TRUE,pathlen:0\n");
    world.certificate("below", P256, "middle", 900, "", "basicConstraints=critical,CA:TRUE\n");
    world.certificate("good", P256, "root", 100, "", "subjectAltName=DNS:db1\n");
    world.certificate("leaf", P256, "middle", 100, "", "subjectAltName=DNS:db1\n");
    world.certificate("deep", P256, "below", 100, "", "subjectAltName=DNS:db1\n");
    world.certificate("plain", P256, "root", 900, "", "basicConstraints=CA:FALSE\n");
    world.certificate("under", P256, "plain", 100, "", "subjectAltName=DNS:db1\n");
    world.certificate("nosign", P256, "root", 900, "", "basicConstraints=CA:TRUE\nkeyUsage=digitalSignature\n");
    world.certificate("nosigned", P256, "nosign", 100, "", "");
    world.certificate("client", P256, "root", 100, "", "extendedKeyUsage=clientAuth\n");
    world.certificate("both", P256, "root", 100, "", "extendedKeyUsage=clientAuth,serverAuth\n");
    world.certificate("any", P256, "root", 100, "", "extendedKeyUsage=anyExtendedKeyUsage\n");
    world.certificate("encipher", P256, "root", 100, "", "keyUsage=keyEncipherment\n");
    world.certificate("critical", P256, "root", 100, "", "1.2.3.4=critical,ASN1:UTF8String:x\n");
    world.certificate("alone", P256, "alone", 100, "", "basicConstraints=CA:FALSE\n");
    world.certificate("old", P256, "old", 1000, "", "");
    world.certificate("ofold", P256, "old", 100, "", "");
    world.certificate(
        "clientca",
        P256,
        "root",
        900,
        "",
        "basicConstraints=critical,CA:TRUE\nextendedKeyUsage=clientAuth\n",
    );
    world.certificate("ofclientca", P256, "clientca", 100, "", "");
    let mut seen = std::collections::BTreeSet::new();
    for leaf in [
        "good",
        "leaf",
        "deep",
        "under",
        "nosigned",
        "client",
        "both",
        "any",
        "encipher",
        "critical",
        "alone",
        "root",
        "other",
        "middle",
        "ofold",
        "old",
        "ofclientca",
    ] {
        for trusted in [
            &["root.pem"][..],
            &["other.pem"],
            &["middle.pem"],
            &["root.pem", "middle.pem"],
            &["alone.pem"],
            &["old.pem"],
            &["good.pem"],
        ] {
            for offered in
                [&[][..], &["middle.pem", "below.pem"], &["plain.pem", "nosign.pem", "root.pem", "clientca.pem"]]
            {
                for days in if offered.len() == 2 { vec![1, 150, 950, -1] } else { vec![1] } {
                    let leaf = format!("{leaf}.pem");
                    seen.extend(world.compare(&leaf, offered, trusted, &[], server(days)).map(|(code, _)| code));
                    if days == 1 {
                        let client = Check { purpose: Purpose::Client, ..server(days) };
                        seen.extend(world.compare(&leaf, offered, trusted, &[], client).map(|(code, _)| code));
                    }
                }
            }
        }
    }
    for code in [2, 9, 10, 18, 19, 20, 25, 26, 34, 79] {
        assert!(seen.contains(&code), "no case ends in error {code}: {seen:?}");
    }
}

#[test]
fn an_authority_of_the_same_name_and_another_key() {
    let world = world!("same_name");
    world.certificate("root", P256, "root", 1000, "", ROOT);
    world.certificate("good", P256, "root", 100, "", "authorityKeyIdentifier=none\n");
    world.certificate("known", P256, "root", 100, "", "authorityKeyIdentifier=keyid\n");
    fs::copy(world.folder.join("root.pem"), world.folder.join("first.pem")).unwrap();
    world.certificate("root", P256, "root", 1000, "", ROOT);
    world.compare("good.pem", &[], &["root.pem"], &[], server(1));
    world.compare("known.pem", &[], &["root.pem"], &[], server(1));
    world.compare("known.pem", &[], &["root.pem", "first.pem"], &[], server(1));
    assert_eq!(world.compare("good.pem", &[], &["first.pem"], &[], server(1)), None);
}

#[test]
fn keys_and_signatures() {
    let world = world!("keys");
    let keys = [
        ("rsa1024", "-algorithm RSA -pkeyopt rsa_keygen_bits:1024"),
        ("rsa2048", "-algorithm RSA -pkeyopt rsa_keygen_bits:2048"),
        ("rsa3072", "-algorithm RSA -pkeyopt rsa_keygen_bits:3072"),
        ("p256", P256),
        ("p384", "-algorithm EC -pkeyopt ec_paramgen_curve:P-384"),
        ("p521", "-algorithm EC -pkeyopt ec_paramgen_curve:P-521"),
        ("ed25519", "-algorithm ED25519"),
    ];
    for (name, key) in keys {
        world.certificate(name, key, name, 1000, "", ROOT);
        let hashes = ["-md5", "-sha1", "-sha224", "-sha256", "-sha384", "-sha512"];
        let pss =
            ["-sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32", "-sha384 -sigopt rsa_padding_mode:pss"];
        let signings: Vec<&str> = match name {
            "ed25519" => vec![""],
            "rsa2048" => [&hashes[..], &pss].concat(),
            _ => hashes[1..].to_vec(),
        };
        for (number, signing) in signings.into_iter().enumerate() {
            let leaf = format!("{name}-{number}");
            world.certificate(&leaf, P256, name, 100, signing, "subjectAltName=DNS:db1\n");
            for security_level in 0..=3 {
                let check = Check { security_level, ..server(1) };
                world.compare(&format!("{leaf}.pem"), &[], &[&format!("{name}.pem")], &[], check);
            }
        }
        // The key, in each form that it is written in, is the certificate's and no other's.
        let certificate = world.pem(&format!("{name}.pem")).certificates().next().unwrap().clone();
        let has_old = name != "ed25519";
        if has_old {
            world.run(&format!("pkey -in {name}.key -traditional -out {name}.old"));
        }
        for form in if has_old { &["key", "old"][..] } else { &["key"] } {
            let key = world.pem(&format!("{name}.{form}")).key().unwrap().clone();
            assert_eq!(key.belongs_to(&certificate), Some(true), "{name}.{form}");
            let other = world.pem(&format!("{name}-0.pem")).certificates().next().unwrap().clone();
            assert_eq!(key.belongs_to(&other), Some(false), "{name}.{form}");
        }
        world.run(&format!("pkey -in {name}.key -aes256 -passout pass:example -out {name}.locked"));
        assert_eq!(world.pem(&format!("{name}.locked")).key(), Some(&PrivateKey::Encrypted));
        if name.starts_with('p') {
            world.run(&format!("ec -in {name}.key -no_public -out {name}.half"));
            assert_eq!(
                world.pem(&format!("{name}.half")).key().unwrap().belongs_to(&certificate),
                Some(true),
                "{name}"
            );
        }
    }
}

#[test]
fn revocation() {
    let world = world!("revocation");
    world.certificate("root", P256, "root", 1000, "", ROOT);
    world.certificate("other", P256, "other", 1000, "", ROOT);
    world.certificate("nocrl", P256, "root", 1000, "", "basicConstraints=CA:TRUE\nkeyUsage=keyCertSign\n");
    world.certificate("middle", P256, "root", 900, "", ROOT);
    for (leaf, issuer) in [("good", "root"), ("bad", "root"), ("leaf", "middle"), ("ofnocrl", "nocrl")] {
        world.certificate(leaf, P256, issuer, 500, "", "");
    }
    world.write("index", "");
    world.write("cnf", "[ca]\ndefault_ca=it\n[it]\ndatabase=index\ndefault_md=sha256\nunique_subject=no\n");
    let list = |issuer: &str, days: u32, name: &str| {
        world.run(&format!(
            "ca -config cnf -cert {issuer}.pem -keyfile {issuer}.key -gencrl -crldays {days} -out {name}"
        ));
    };
    for issuer in ["root", "middle", "other", "nocrl"] {
        list(issuer, 100, &format!("{issuer}.crl"));
    }
    world.run("ca -config cnf -cert root.pem -keyfile root.key -revoke bad.pem");
    list("root", 100, "revoking.crl");
    list("root", 400, "longer.crl");
    world.run("ca -config cnf -cert root.pem -keyfile root.key -revoke middle.pem");
    list("root", 100, "middle-revoked.crl");
    // A list of the right name that another key signed.
    fs::rename(world.folder.join("root.pem"), world.folder.join("true.pem")).unwrap();
    fs::rename(world.folder.join("root.key"), world.folder.join("true.key")).unwrap();
    world.certificate("root", P256, "root", 1000, "", ROOT);
    list("root", 100, "forged.crl");
    let mut seen = std::collections::BTreeSet::new();
    for leaf in ["good.pem", "bad.pem", "leaf.pem", "ofnocrl.pem"] {
        for crls in [
            &["root.crl"][..],
            &["revoking.crl"],
            &["other.crl"],
            &["root.crl", "middle.crl"],
            &["middle-revoked.crl", "middle.crl"],
            &["root.crl", "nocrl.crl"],
            &["forged.crl"],
            &["longer.crl"],
        ] {
            for days in [1, 200, -1] {
                let verdict = world.compare(leaf, &["middle.pem", "nocrl.pem"], &["true.pem"], crls, server(days));
                seen.extend(verdict.map(|(code, _)| code));
            }
        }
    }
    for code in [3, 8, 11, 12, 23, 35] {
        assert!(seen.contains(&code), "no case ends in error {code}: {seen:?}");
    }
}

#[test]
fn names() {
    let world = world!("names");
    let dns = [
        "db1.example.com",
        "*.example.com",
        "DB*.example.com",
        "*1.example.com",
        "d*1.example.com",
        "*",
        "*.com",
        "*.*.example.com",
        "db1.*.com",
        "xn--*.example.com",
        "*-.example.com",
        "-*.example.com",
        "*.example.com.",
        ".example.com",
        "*a.-x.com",
        "10.0.0.1",
        "d-*.example.com",
        "*.exa_mple.com",
        "_mysql.example.com",
        "*.ex-.com",
        "**.example.com",
        "*.example..com",
    ];
    let hosts = [
        "db1.example.com",
        "DB1.EXAMPLE.COM",
        "db2.example.com",
        "a.b.example.com",
        ".example.com",
        "example.com",
        "x.com",
        "*.example.com",
        "xn--a.example.com",
        "d-1.example.com",
        "a-.example.com",
        "1.example.com",
        "db1.example.com.",
        "db_1.example.com",
        "10.0.0.1",
        "a",
        "db1.exa_mple.com",
        "_mysql.example.com",
        "db.x.com",
        "-a.example.com",
        "d1.example.com",
        "db.ex-.com",
    ];
    let ips = ["10.0.0.1", "10.0.0.2", "::1", "2001:db8::1", "2001:db8:0:0::1"];
    world.run(&format!("genpkey {P256} -out key"));
    let mut extensions: Vec<(String, &str)> =
        dns.iter().map(|name| (format!("subjectAltName=DNS:{name}\n"), "/CN=db1.example.com")).collect();
    extensions.extend(dns.iter().map(|name| ("basicConstraints=CA:FALSE\n".to_owned(), *name)));
    extensions.push(("subjectAltName=IP:10.0.0.1,IP:2001:db8::1\n".into(), "/CN=db1.example.com/CN=db2.example.com"));
    extensions.push(("subjectAltName=email:db1.example.com,URI:db1.example.com\n".into(), "/CN=*.example.com"));
    extensions.push(("subjectAltName=DNS:a,DNS:*.example.com,IP:::1\n".into(), "/CN=x.com"));
    for (extension, subject) in extensions {
        let subject = if subject.starts_with('/') { subject.to_owned() } else { format!("/O=Acme/CN={subject}") };
        world.write("extensions", &extension);
        world.run(&format!("req -new -key key -subj {subject} -out csr"));
        world.run("x509 -req -in csr -signkey key -extfile extensions -out it.pem");
        let certificate = world.pem("it.pem").certificates().next().unwrap().clone();
        // One way to compare serves both kinds of names.
        let most = if extension.contains("DNS:") { hosts.len() } else { 4 };
        for host in &hosts[..most] {
            let theirs = world.run(&format!("x509 -in it.pem -noout -checkhost {host}"));
            assert_eq!(certificate.names_host(host), theirs.contains("does match"), "{subject} {extension}: {host}");
        }
        let is_about_ip = extension.contains("IP:") || subject.contains("10.0.0.1");
        for ip in ips.iter().filter(|_| is_about_ip) {
            let theirs = world.run(&format!("x509 -in it.pem -noout -checkip {ip}"));
            assert_eq!(certificate.names(ip), theirs.contains("does match"), "{subject} {extension}: {ip}");
        }
        assert!(!certificate.names(""));
    }
}

#[test]
fn hashes_of_names() {
    let world = world!("hashes");
    world.run(&format!("genpkey {P256} -out key"));
    for subject in [
        "/O=Acme/CN=Root",
        "/O=ACME/CN=~~root~~~CA~~",
        "/C=DE/ST=Sachsen/L=Görlitz/O=Äcme~GmbH/OU=Ops/CN=Würzel/emailAddress=a@b.example",
        "/CN=a+O=b/OU=c",
        "/DC=org/DC=example/UID=7/CN=x/serialNumber=12/GN=a/SN=b/title=c/street=d/postalCode=e",
        "/1.2.3.4.5=Odd/CN=x",
        "/CN=",
    ] {
        for utf8 in ["-utf8", ""] {
            let multi = if subject.contains('+') { "-multivalue-rdn" } else { "" };
            world.run(&format!("req -x509 -new {utf8} {multi} -key key -subj {subject} -out it.pem"));
            let certificate = world.pem("it.pem").certificates().next().unwrap().clone();
            let theirs = world.run("x509 -in it.pem -noout -subject_hash");
            assert_eq!(format!("{:08x}", certificate.subject().hash()), theirs.trim(), "{subject}");
        }
    }
}
