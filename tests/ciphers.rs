//! Cipher strings, lists of suites and of protocols, against the recorded answers of libraries and servers (`tests/ciphers/README.md`).

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use replint::server::{ServerSet, Targets};
use replint::tls::{self, Break, Cipher, CipherList, Effect, Idle, Library, Protocol, Unknown};
use serde_json::Value;

fn server(target: &str) -> ServerSet {
    target.parse::<Targets>().unwrap().servers()
}

/// `openssl-3.0.19`, or `mysql-9.7.4-client@openssl-3.6.5`.
fn library_and_server(name: &str) -> (Library, ServerSet) {
    match name.split_once('@') {
        Some((client, library)) => (library.parse().unwrap(), server(client.trim_end_matches("-client"))),
        None => (name.parse().unwrap(), ServerSet::EMPTY),
    }
}

fn names<'a>(ciphers: impl IntoIterator<Item = &'a Cipher>) -> Vec<&'static str> {
    ciphers.into_iter().map(|cipher| cipher.name()).collect()
}

fn list(text: &str) -> Vec<&str> {
    text.split(':').filter(|name| !name.is_empty()).collect()
}

fn rows(file: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ciphers").join(file);
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The list that a library is said to make of a string, those of it that it uses, or the error.
type Answer = Result<(Vec<&'static str>, Vec<&'static str>), String>;

fn answer(kind: &str, value: &str, by: &str) -> Answer {
    let (library, server) = library_and_server(by);
    if kind == "ciphersuites" {
        let list = tls::ciphersuites(value, library);
        let usable: Vec<Cipher> = list.usable().collect();
        return list.outcome.map(|suites| (names(&suites), names(&usable))).map_err(|error| error.to_string());
    }
    let list = tls::cipher_list(value, library, server);
    let usable: Vec<Cipher> = list.usable().collect();
    list.outcome.map(|ciphers| (names(&ciphers), names(&usable))).map_err(|error| error.to_string())
}

#[test]
fn recorded_answers_of_openssl() {
    let mut answers = 0;
    for row in rows("openssl.jsonl") {
        let (kind, value) = (row["kind"].as_str().unwrap(), row["value"].as_str().unwrap());
        for recorded in row["answers"].as_array().unwrap() {
            let expected = recorded["ciphers"]
                .as_str()
                .map(|text| (list(text), list(recorded["usable"].as_str().unwrap_or(text))));
            let expected = expected.ok_or_else(|| recorded["error"].as_str().unwrap().to_owned());
            for by in recorded["by"].as_array().unwrap() {
                let by = by.as_str().unwrap();
                assert_eq!(answer(kind, value, by), expected, "{by}: {kind} {value:?}");
                answers += 1;
            }
        }
    }
    assert!(answers > 700, "{answers} answers");
}

#[test]
fn recorded_answers_of_the_shared_corpus() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("REPLINT_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let path = shared.join("corpus/cipher.jsonl.gz");
    let Some(text) = unpacked(&path) else {
        println!("skipped: {} is not there", path.display());
        return;
    };
    for row in text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        for (by, recorded) in row["verdicts"].as_object().unwrap() {
            let Some(accepted) = recorded["ok"].as_bool() else { continue };
            let answer = answer(row["kind"].as_str().unwrap(), row["value"].as_str().unwrap(), by);
            assert_eq!(answer.is_ok(), accepted, "{by}: {}", row["id"]);
            let recorded_names = |key: &str| {
                recorded[key].as_array().map(|a| a.iter().map(|name| name.as_str().unwrap()).collect::<Vec<_>>())
            };
            if let (Ok((ciphers, usable)), Some(expected)) = (answer, recorded_names("ciphers")) {
                assert_eq!(ciphers, expected, "{by}: {}", row["id"]);
                // Behind MySQL's block list only the list was recorded.
                if !by.contains('@') {
                    assert_eq!(usable, recorded_names("usable").unwrap_or(expected), "{by}: {}", row["id"]);
                }
            }
        }
    }
}

fn unpacked(path: &Path) -> Option<String> {
    let (file, mut text) = (fs::File::open(path).ok()?, String::new());
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).unwrap();
    Some(text)
}

#[test]
fn recorded_answers_of_servers() {
    for row in rows("servers.jsonl") {
        let (server, library) =
            (server(row["server"].as_str().unwrap()), row["library"].as_str().unwrap().parse().unwrap());
        let value = row["value"].as_str().unwrap();
        let said = match row["kind"].as_str().unwrap() {
            "protocols" => channel_protocols(value, library, server),
            "cipher" => channel_cipher(&tls::cipher_list(value, library, server), server),
            "suites" => channel_suites(value, library),
            "list" => cipher_list_status(&tls::cipher_list(value, library, server)),
            "tls_version" => Some(match tls::validate_tls_version(value, server) {
                Ok(chosen) if library == Library::OpenSsl30 => {
                    format!("accepted: {}", chosen.iter().map(|p| p.name()).collect::<Vec<_>>().join(","))
                }
                Ok(_) => "accepted".to_owned(),
                Err(_) => "refused".to_owned(),
            }),
            "ssl_cipher" => Some(verdict(tls::validate_ciphers(value, server).unwrap().is_refused)),
            "tls_ciphersuites" => Some(verdict(tls::validate_ciphersuites(value, server).unwrap().is_refused)),
            kind => panic!("{kind}"),
        };
        assert_eq!(said.as_deref(), row["answer"].as_str(), "{row}");
    }
}

fn verdict(is_refused: bool) -> String {
    if is_refused { "refused".to_owned() } else { "accepted".to_owned() }
}

fn channel_protocols(value: &str, library: Library, server: ServerSet) -> Option<String> {
    let list = tls::protocols(value, library, server);
    assert_eq!(list.accepted | list.refused, server);
    Some(if list.refused.is_empty() { "connected" } else { "TLS version is invalid" }.to_owned())
}

/// What a channel over TLS 1.2 runs into on a source of its own kind with an RSA certificate.
fn channel_cipher(list: &CipherList, source: ServerSet) -> Option<String> {
    use tls::Authentication::{Dss, Rsa};
    // MySQL's list of signature algorithms has no DSA.
    let offers = list.usable().any(|cipher| cipher.authentication() != Dss);
    let has_rsa = list.ciphers().iter().any(|cipher| cipher.authentication() == Rsa);
    let said = match list.is_accepted() {
        false => "Failed to set ciphers to use",
        true if !offers => "no ciphers available",
        true if !list.can_match(source) || !has_rsa => "ssl/tls alert handshake failure",
        true => "connected",
    };
    Some(said.to_owned())
}

fn channel_suites(value: &str, library: Library) -> Option<String> {
    let list = tls::ciphersuites(value, library);
    let said = match (list.is_accepted(), list.usable().next()) {
        (false, _) => "Failed to set ciphers to use",
        (true, None) => "no ciphers available",
        (true, Some(_)) => "connected",
    };
    Some(said.to_owned())
}

/// `Ssl_cipher_list` of a server that was started with the string.
fn cipher_list_status(list: &CipherList) -> Option<String> {
    let suites = match (&list.suites, list.library) {
        (Some(suites), _) => suites.clone(),
        (None, Library::YaSsl) => Vec::new(),
        (None, library) => tls::unset_ciphersuites(library, server("mariadb-10.11")).outcome.unwrap(),
    };
    list.is_accepted().then(|| names(suites.iter().chain(list.ciphers())).join(":"))
}

/// The elements of a list with what they did.
fn effects(value: &str, library: Library, server: ServerSet) -> Vec<(String, Effect<'_>)> {
    let list = tls::cipher_list(value, library, server);
    list.elements
        .iter()
        .map(|element| {
            assert_eq!(value.get(element.start..element.start + element.text.len()), Some(element.text));
            (element.text.to_owned(), element.effect)
        })
        .collect()
}

#[test]
fn every_element_is_explained() {
    let mysql = server("mysql-9.7");
    let told = |value, server| -> Vec<String> {
        let effects = effects(value, Library::OpenSsl30, server).into_iter();
        effects.map(|(text, effect)| format!("{text} {effect:?}")).collect()
    };
    assert_eq!(
        told("kRSA+AESGCM:-AES256-GCM-SHA384:+RSA:@STRENGTH:@SECLEVEL=1:!AES128-GCM-SHA256", mysql),
        [
            "kRSA+AESGCM Adds({AES256-GCM-SHA384, AES128-GCM-SHA256})",
            "-AES256-GCM-SHA384 Deletes({AES256-GCM-SHA384})",
            "+RSA MovesToEnd({AES128-GCM-SHA256})",
            "@STRENGTH Sorts",
            "@SECLEVEL=1 SetsSecurityLevel(1)",
            "!AES128-GCM-SHA256 Bans({AES128-GCM-SHA256})",
        ]
    );
    let reason = |value| match effects(value, Library::OpenSsl30, mysql).last() {
        Some((_, Effect::Ignored(unknown, _))) => Err(*unknown),
        Some((_, Effect::Nothing(idle))) => Ok(*idle),
        other => panic!("{other:?}"),
    };
    assert_eq!(reason("FOO"), Err(Unknown::NoSuchName));
    assert_eq!(reason("RSA+FOO"), Err(Unknown::NoSuchName));
    assert_eq!(reason("aes256-sha"), Err(Unknown::Case("AES256-SHA")));
    assert_eq!(reason("TLS_AES_128_GCM_SHA256"), Err(Unknown::Tls13Suite));
    assert_eq!(reason("TLS_RSA_WITH_AES_128_CBC_SHA"), Err(Unknown::RegisteredName("AES128-SHA")));
    assert_eq!(reason("DES-CBC3-SHA"), Err(Unknown::NotInLibrary));
    assert_eq!(reason("EXPORT"), Err(Unknown::NotInLibrary));
    assert_eq!(reason("DEFAULT"), Err(Unknown::NotFirst));
    assert_eq!(reason("SUITEB128"), Err(Unknown::NotFirst));
    assert_eq!(reason("RSA+ECDHE"), Ok(Idle::Contradiction));
    assert_eq!(reason("LOW"), Ok(Idle::Empty));
    assert_eq!(reason("PSK"), Ok(Idle::Blocked));
    assert_eq!(reason("!AES128-SHA:AES128-SHA"), Ok(Idle::Banned));
    assert_eq!(reason("RSA:AES128-SHA"), Ok(Idle::Present));
    assert_eq!(reason("-RSA"), Ok(Idle::Absent));
}

#[test]
fn breaks_stand_at_their_element() {
    let broken = |value| {
        let list = tls::cipher_list(value, Library::OpenSsl36, ServerSet::EMPTY);
        let element = list.broken().expect("broken");
        (element.text.to_owned(), element.effect, list.elements.last().map(|last| (last.start, last.effect)))
    };
    assert_eq!(
        broken("HIGH:'MD5':RSA"),
        ("'MD5'".into(), Effect::Breaks(Break::Character('\'')), Some((11, Effect::Unread)))
    );
    assert_eq!(broken("RSA|MD5").1, Effect::Breaks(Break::Character('|')));
    assert_eq!(broken("HIGH:!").1, Effect::Breaks(Break::NoWord));
    assert_eq!(broken("HIGH:RSA+:MD5").0, "RSA+");
    assert_eq!(broken("@SECLEVEL=6").1, Effect::Breaks(Break::Command));
}

#[test]
fn what_asks_for_less_of_something_gone_is_no_mistake() {
    let list = tls::cipher_list(
        "HIGH:!aNULL:!EXPORT:!RC4:!DES:!SSLv2:!MD5:!FOO:RC4-SHA",
        Library::OpenSsl30,
        ServerSet::EMPTY,
    );
    let ignored: Vec<&str> = list.ignored().map(|element| element.text).collect();
    assert_eq!(ignored, ["!FOO", "RC4-SHA"]);
    let list = tls::cipher_list("!aNULL:AES128-SHA:HIGH:aes256-sha", Library::YaSsl, server("mysql-5.7.20"));
    let ignored: Vec<&str> = list.ignored().map(|element| element.text).collect();
    assert_eq!((names(list.ciphers()), ignored), (vec!["AES128-SHA"], vec!["HIGH", "aes256-sha"]));
}

#[test]
fn the_nearest_word_is_offered() {
    let guess = |word| tls::did_you_mean(word, Library::OpenSsl36);
    for (written, meant) in [
        ("ECHDE-RSA-AES256-SHA", Some("ECDHE-RSA-AES256-SHA")),
        ("AES265-SHA", Some("AES256-SHA")),
        ("HIHG", Some("HIGH")),
        ("DEFUALT", Some("DEFAULT")),
        ("CHACHA-20", Some("CHACHA20")),
        ("TLSv1.3", None),
        ("MD", None),
        ("nonsense", None),
    ] {
        assert_eq!(guess(written), meant, "{written}");
    }
}

#[test]
fn an_unset_option_is_the_servers_own_list() {
    let first = |target: &str, library| {
        let list = tls::unset_cipher_list(library, server(target));
        assert!(list.is_accepted(), "{target}");
        (list.ciphers()[0].name(), list.ciphers().len())
    };
    assert_eq!(first("mysql-5.6", Library::YaSsl), ("DHE-RSA-AES256-SHA", 16));
    assert_eq!(first("mysql-5.7", Library::OpenSsl111).0, "ECDHE-ECDSA-AES128-GCM-SHA256");
    assert_eq!(first("mysql-8.4", Library::OpenSsl30).0, "ECDHE-ECDSA-AES128-GCM-SHA256");
    assert_eq!(first("mariadb-11.8", Library::OpenSsl30).0, "ECDHE-ECDSA-AES256-GCM-SHA384");
    let suites = tls::unset_ciphersuites(Library::OpenSsl30, server("mysql-8.4"));
    assert_eq!(names(suites.suites())[0], "TLS_AES_128_GCM_SHA256");
}

#[test]
fn mariadb_takes_the_string_for_suites_too() {
    let list = tls::cipher_list("TLS_AES_128_GCM_SHA256:HIGH", Library::OpenSsl30, server("mariadb-10.11"));
    assert_eq!(names(list.suites.as_deref().unwrap_or_default()), ["TLS_AES_128_GCM_SHA256"]);
    assert!(matches!(list.elements[0].effect, Effect::SetsSuite(_)));
    assert!(matches!(list.elements[1].effect, Effect::Adds(_)));
    assert_eq!(list.ignored().count(), 0);
}

#[test]
fn protocols_by_release() {
    let all = server("mysql-5.7.20, mysql-8.0.15, mysql-8.0.27, mysql-8.0.28, mysql-9.7, mysql-5.6.51, mariadb-11.8");
    let old = tls::protocols("TLSv1,TLSv1.1", Library::OpenSsl111, all);
    assert_eq!(old.accepted, server("mysql-5.7.20, mysql-8.0.15, mysql-8.0.27"));
    assert_eq!(old.refused, server("mysql-8.0.28, mysql-9.7"));
    let newest = tls::protocols("TLSv1.3", Library::OpenSsl111, all);
    assert_eq!(newest.refused, server("mysql-5.7.20, mysql-8.0.15"));
    let yassl = tls::protocols("TLSv1.2", Library::YaSsl, server("mysql-5.7.20"));
    assert!(yassl.accepted.is_empty());
    let unset = tls::protocols("", Library::OpenSsl30, server("mysql-8.4"));
    assert_eq!(unset.enabled(unset.accepted).collect::<Vec<_>>(), [Protocol::TlsV12, Protocol::TlsV13]);
    for (written, meant) in
        [("TLSv12", Some("TLSv1.2")), ("tls 1.3", Some("TLSv1.3")), ("TLSv1.0", Some("TLSv1")), ("SSLv3", None)]
    {
        assert_eq!(tls::protocols(written, Library::OpenSsl30, all).elements[0].did_you_mean(), meant, "{written}");
    }
}

#[test]
fn readings_split_what_differs() {
    let named = ["mysql-5.7.9", "mysql-5.7.20", "mysql-5.7.44", "mysql-8.4", "mariadb-10.11"];
    let readings = tls::readings(named.iter().fold(ServerSet::EMPTY, |all, name| all | server(name)));
    let shown: Vec<String> = readings
        .iter()
        .map(|reading| {
            let blocked = tls::blocked(reading.library, reading.servers).split(':').filter(|word| !word.is_empty());
            let read = named.into_iter().filter(|name| server(name).intersects(reading.servers)).collect::<Vec<_>>();
            format!("{} in {}, {} blocked", reading.library, read.join(" "), blocked.count())
        })
        .collect();
    assert_eq!(
        shown,
        [
            "yaSSL in mysql-5.7.20, 9 blocked",
            "yaSSL in mysql-5.7.9, 0 blocked",
            "OpenSSL 1.1.1 in mysql-5.7.20 mysql-5.7.44, 15 blocked",
            "OpenSSL 1.1.1 in mysql-8.4, 11 blocked",
            "OpenSSL 1.1.1 in mysql-5.7.9, 0 blocked",
            "OpenSSL 1.1.1 in mariadb-10.11, 0 blocked",
            "OpenSSL 3.0 in mysql-8.4, 11 blocked",
            "OpenSSL 3.0 in mariadb-10.11, 0 blocked",
            "OpenSSL 3.6 in mysql-8.4, 11 blocked",
            "OpenSSL 3.6 in mariadb-10.11, 0 blocked",
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Any text is read to its end, element by element, and again in the same way.
    #[test]
    fn any_text_is_read(value in "[A-Z0-9:+!@,; \\-_|a-zé\u{0}]{0,80}", free in any::<String>()) {
        for value in [&value, &free] {
            for library in Library::all() {
                for server in [ServerSet::EMPTY, server("mysql-5.7.20, mysql-9.7"), server("mariadb-11.8")] {
                    let list = tls::cipher_list(value, library, server);
                    let mut end = 0;
                    for element in &list.elements {
                        prop_assert!(element.start >= end);
                        end = element.start + element.text.len();
                        prop_assert_eq!(value.get(element.start..end), Some(element.text));
                    }
                    prop_assert!(!list.ciphers().is_empty() || !list.is_accepted() || list.suites.is_some() || library == Library::YaSsl);
                    tls::validate_ciphers(value, server);
                    let _ = tls::validate_tls_version(value, server);
                    tls::protocols(value, library, server).elements.iter().for_each(|e| { e.did_you_mean(); });
                }
                for suite in &tls::ciphersuites(value, library).elements {
                    suite.did_you_mean(library);
                    prop_assert_eq!(value.get(suite.start..suite.start + suite.text.len()), Some(suite.text));
                }
                tls::did_you_mean(value, library);
            }
        }
    }
}
