//! Values and names between quotes.

/// `'value'`, so that the servers decode it to the same bytes.
pub(super) fn text(value: &[u8], escapes: bool, out: &mut Vec<u8>) {
    out.push(b'\'');
    for byte in value {
        match byte {
            b'\'' => out.extend(b"''"),
            b'\\' if escapes => out.extend(br"\\"),
            0 if escapes => out.extend(br"\0"),
            b'\n' if escapes => out.extend(br"\n"),
            b'\r' if escapes => out.extend(br"\r"),
            0x1a if escapes => out.extend(br"\Z"),
            byte => out.push(*byte),
        }
    }
    out.push(b'\'');
}

/// `` `name` ``: a backslash is an ordinary character in it.
pub(super) fn identifier(name: &[u8], out: &mut Vec<u8>) {
    enclosed(name, b'`', true, out);
}

/// The bytes between two quotes, the quote doubled or the bytes as they are.
pub(super) fn enclosed(bytes: &[u8], quote: u8, double: bool, out: &mut Vec<u8>) {
    out.push(quote);
    for byte in bytes {
        if double && *byte == quote {
            out.push(quote);
        }
        out.push(*byte);
    }
    out.push(quote);
}

/// Whether a name needs no quotes: letters, digits and `_`, a letter first (`_utf8` and its like introduce a string).
pub(super) fn is_plain(name: &[u8]) -> bool {
    name.first().is_some_and(u8::is_ascii_alphabetic) && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'_')
}
