/// New words in the letter case of the words whose place they take: in small letters if those have no others.
///
/// Anything but words stays as it is.
pub(crate) fn in_case_of(old: &[u8], mut new: String) -> String {
    let is_word = |byte: &u8| matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'_' | b' ');
    let is_small = |byte: &u8| is_word(byte) && !byte.is_ascii_uppercase();
    if !old.is_empty() && old.iter().all(is_small) && new.as_bytes().iter().all(is_word) {
        new.make_ascii_lowercase();
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_the_old_ones() {
        let new = |old: &str, new: &str| in_case_of(old.as_bytes(), new.to_owned());
        assert_eq!(new("master_host", "SOURCE_HOST"), "source_host");
        assert_eq!(new("master", "REPLICATION SOURCE"), "replication source");
        assert_eq!(new("Master", "REPLICATION SOURCE"), "REPLICATION SOURCE");
        assert_eq!(new("", "SOURCE_SSL"), "SOURCE_SSL");
        assert_eq!(new("tlsv", "'TLSv1.2'"), "'TLSv1.2'");
    }
}
