//! The few pieces of DER that no library gives: parts of a structure, and writing one.

use x509_parser::asn1_rs::{Any, FromDer};

/// The members of a SEQUENCE; `None` if it is none.
pub(super) fn sequence(der: &[u8]) -> Option<Vec<Any<'_>>> {
    let (_, outer) = Any::from_der(der).ok()?;
    (outer.header.tag().0 == 16).then(|| members(outer.data))?
}

/// The values that stand in a row.
pub(super) fn members(mut der: &[u8]) -> Option<Vec<Any<'_>>> {
    let mut found = Vec::new();
    while !der.is_empty() {
        let (rest, member) = Any::from_der(der).ok()?;
        found.push(member);
        der = rest;
    }
    Some(found)
}

/// An integer without the zeros in front: equal numbers are equal bytes.
pub(super) fn number(bytes: &[u8]) -> &[u8] {
    &bytes[bytes.iter().take_while(|byte| **byte == 0).count()..]
}

/// A value with its tag and length.
pub(super) fn encoded(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut der = vec![tag];
    if content.len() < 128 {
        der.push(content.len() as u8);
    } else {
        let length = content.len().to_be_bytes();
        let length = number(&length);
        der.push(0x80 | length.len() as u8);
        der.extend(length);
    }
    der.extend(content);
    der
}
