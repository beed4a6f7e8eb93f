use data_encoding::BASE64;

/// A block between BEGIN and END lines, decoded.
pub(super) struct RawBlock {
    /// The line of its BEGIN, from 1.
    pub line: u32,
    pub label: String,
    /// It has a header that says so, as keys had before PKCS #8.
    pub is_encrypted: bool,
    pub der: Result<Vec<u8>, Broken>,
}

/// Why a block of a PEM file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// There is another BEGIN, or the end of the file, before its END.
    #[error("no END line")]
    NoEnd,
    /// The END line has another label.
    #[error("the END line is that of another block")]
    WrongEnd,
    /// The lines are not base64.
    #[error("not base64")]
    Base64,
    /// It is not what its label says.
    #[error("not what its label says")]
    Content,
}

/// The blocks of a text; what stands outside of them is skipped, as OpenSSL does.
pub(super) fn blocks(text: &[u8]) -> Vec<RawBlock> {
    let mut found = Vec::new();
    let mut open: Option<(RawBlock, Vec<&[u8]>)> = None;
    for (number, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let line = line.trim_ascii_end();
        if let Some(label) = marker(line, b"-----BEGIN ") {
            if let Some((block, _)) = open.take() {
                found.push(block);
            }
            let block = RawBlock { line: number as u32 + 1, label, is_encrypted: false, der: Err(Broken::NoEnd) };
            open = Some((block, Vec::new()));
        } else if let Some(label) = marker(line, b"-----END ") {
            let Some((mut block, lines)) = open.take() else { continue };
            (block.is_encrypted, block.der) =
                if label == block.label { decoded(&lines) } else { (false, Err(Broken::WrongEnd)) };
            found.push(block);
        } else if let Some((_, lines)) = &mut open {
            lines.push(line);
        }
    }
    found.extend(open.map(|(block, _)| block));
    found
}

/// The label of a line `-----BEGIN label-----`.
fn marker(line: &[u8], start: &[u8]) -> Option<String> {
    let label = line.strip_prefix(start)?.strip_suffix(b"-----")?;
    Some(String::from_utf8_lossy(label).into_owned())
}

/// The lines of a block: perhaps headers with an empty line behind them, then base64.
fn decoded(mut lines: &[&[u8]]) -> (bool, Result<Vec<u8>, Broken>) {
    let mut is_encrypted = false;
    if lines.first().is_some_and(|line| line.contains(&b':')) {
        let end = lines.iter().position(|line| line.is_empty()).unwrap_or(lines.len());
        is_encrypted = lines[..end].iter().any(|line| line.starts_with(b"Proc-Type:") && line.ends_with(b"ENCRYPTED"));
        lines = &lines[end..];
    }
    let text: Vec<u8> = lines.concat().into_iter().filter(|byte| !byte.is_ascii_whitespace()).collect();
    (is_encrypted, BASE64.decode(&text).map_err(|_| Broken::Base64))
}
