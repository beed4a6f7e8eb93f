use std::fmt::{self, Write as _};

use sha1::{Digest as _, Sha1};
use x509_parser::asn1_rs::{Any, Tag, ToDer};
use x509_parser::x509::X509Name;

use super::der::encoded;

/// The name of a certificate's subject or issuer.
///
/// Names are equal as they are to OpenSSL: without letter case, and whatever type of string holds them. `Display` is
/// [`one_line`](Self::one_line).
#[derive(Clone)]
pub struct Name {
    /// What OpenSSL compares, and takes the hash of.
    canonical: Box<[u8]>,
    one_line: Box<str>,
    common_names: Vec<String>,
}

impl Name {
    pub(super) fn of(name: &X509Name<'_>) -> Self {
        let (mut canonical, mut one_line, mut common_names) = (Vec::new(), String::new(), Vec::new());
        for set in name.iter_rdn() {
            let mut parts: Vec<Vec<u8>> = Vec::new();
            for attribute in set.iter() {
                let (oid, value) = (attribute.attr_type().to_id_string(), attribute.attr_value());
                let mut part = attribute.attr_type().to_der_vec().unwrap_or_default();
                part.extend(canonical_value(value));
                parts.push(encoded(0x30, &part));
                let short = SHORT.iter().find(|(known, _)| *known == oid).map_or(oid.as_str(), |(_, short)| short);
                let _ = write!(one_line, "/{short}=");
                for byte in value.data {
                    let _ = match byte {
                        b' '..=b'~' => write!(one_line, "{}", char::from(*byte)),
                        _ => write!(one_line, "\\x{byte:02X}"),
                    };
                }
                if short == "CN" {
                    common_names.extend(utf8(value));
                }
            }
            parts.sort();
            canonical.extend(encoded(0x31, &parts.concat()));
        }
        Self { canonical: canonical.into(), one_line: one_line.into(), common_names }
    }

    /// As `X509_NAME_oneline` writes it, and as `REQUIRE SUBJECT` and `REQUIRE ISSUER` want it: `/O=Acme/CN=repl`.
    pub fn one_line(&self) -> &str {
        &self.one_line
    }

    /// Its common names, in order; mostly there is one.
    pub fn common_names(&self) -> &[String] {
        &self.common_names
    }

    /// The number in the names of a hashed directory: `40b89265` of `40b89265.0`.
    pub fn hash(&self) -> u32 {
        let digest = Sha1::digest(&self.canonical);
        u32::from_le_bytes([digest[0], digest[1], digest[2], digest[3]])
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.canonical == other.canonical
    }
}

impl Eq for Name {}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.one_line)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.one_line)
    }
}

/// OpenSSL's short names; it writes other types as numbers.
const SHORT: [(&str, &str); 24] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.4", "SN"),
    ("2.5.4.5", "serialNumber"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "street"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.12", "title"),
    ("2.5.4.13", "description"),
    ("2.5.4.15", "businessCategory"),
    ("2.5.4.17", "postalCode"),
    ("2.5.4.20", "telephoneNumber"),
    ("2.5.4.41", "name"),
    ("2.5.4.42", "GN"),
    ("2.5.4.43", "initials"),
    ("2.5.4.44", "generationQualifier"),
    ("2.5.4.46", "dnQualifier"),
    ("2.5.4.65", "pseudonym"),
    ("0.9.2342.19200300.100.1.1", "UID"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("1.2.840.113549.1.9.1", "emailAddress"),
    ("1.2.840.113549.1.9.2", "unstructuredName"),
];

/// A string in UTF-8, whatever type it has.
fn utf8(value: &Any<'_>) -> Option<String> {
    match value.tag() {
        Tag::Utf8String => String::from_utf8(value.data.to_vec()).ok(),
        Tag::BmpString => {
            let units: Vec<u16> =
                value.data.chunks(2).map(|pair| pair.iter().fold(0, |n, b| n << 8 | u16::from(*b))).collect();
            String::from_utf16(&units).ok()
        }
        Tag::UniversalString => value
            .data
            .chunks(4)
            .map(|four| char::from_u32(four.iter().fold(0, |n, b| n << 8 | u32::from(*b))))
            .collect(),
        // OpenSSL takes a TeletexString for latin1.
        Tag::PrintableString | Tag::T61String | Tag::Ia5String | Tag::VisibleString | Tag::NumericString => {
            Some(value.data.iter().map(|byte| char::from(*byte)).collect())
        }
        _ => None,
    }
}

/// `asn1_string_canon`: UTF-8, one space for several, none at the ends, ASCII letters small. Other types stay as they are.
fn canonical_value(value: &Any<'_>) -> Vec<u8> {
    let text = if value.tag() == Tag::NumericString { None } else { utf8(value) };
    let Some(text) = text else { return value.to_der_vec().unwrap_or_default() };
    let is_space = |c: char| matches!(c, ' ' | '\t'..='\r');
    let words: Vec<&str> = text.split(is_space).filter(|word| !word.is_empty()).collect();
    encoded(12, words.join(" ").to_ascii_lowercase().as_bytes())
}
