//! Sections of migration tools: goose, sql-migrate (`-- +goose Down`, `-- +migrate StatementBegin`), dbmate (`-- migrate:down`) and MyBatis
//! (`-- //@UNDO`).

use super::splitter::AHEAD;

/// What such a comment begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The statements that the tool runs when it applies the migration.
    Up,
    /// Those that it runs when the migration is taken back.
    Down,
    /// A statement in which `;` ends nothing.
    StatementBegin,
    /// The end of such a statement.
    StatementEnd,
}

/// By the word behind the mark of the tool, in lower case.
const SECTIONS: [(&[u8], Section); 5] = [
    (b"up", Section::Up),
    (b"down", Section::Down),
    (b"undo", Section::Down),
    (b"statementbegin", Section::StatementBegin),
    (b"statementend", Section::StatementEnd),
];

/// What a comment of this line begins or ends.
pub(super) fn of_comment(line: &[u8]) -> Option<Section> {
    let line = line.get(..AHEAD).unwrap_or(line);
    let comment = line.strip_prefix(b"--")?.trim_ascii_start();
    let is_mark = |mark: &&[u8]| comment.get(..mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark));
    let marks: [&[u8]; 5] = [b"+goose ", b"+migrate ", b"migrate:", b"//@", b"// @"];
    let behind = &comment[marks.iter().find(|mark| is_mark(mark))?.len()..];
    let behind = behind.trim_ascii_start();
    let word = &behind[..behind.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()];
    SECTIONS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, section)| *section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_begins_a_section() {
        let read = |line: &str| of_comment(line.as_bytes());
        assert_eq!(read("-- +goose Up\n"), Some(Section::Up));
        assert_eq!(read("--+goose down"), Some(Section::Down));
        assert_eq!(read("-- +goose StatementBegin\nSELECT"), Some(Section::StatementBegin));
        assert_eq!(read("-- +migrate Down notransaction"), Some(Section::Down));
        assert_eq!(read("-- migrate:up transaction:false"), Some(Section::Up));
        assert_eq!(read("-- migrate:down"), Some(Section::Down));
        assert_eq!(read("-- //@UNDO"), Some(Section::Down));
        assert_eq!(read("-- // a comment"), None);
        assert_eq!(read("-- migrate:downward"), None);
        assert_eq!(read("-- goose Down"), None);
        assert_eq!(read("# +goose Down"), None);
    }
}
