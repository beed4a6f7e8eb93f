use super::ServerSet;
use super::tables::{RESERVED, RESERVED_ROW, WORDS};

/// A word that the grammar or the reserved lists know; everything else is [`Word::NONE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word(pub(super) u16);

/// Where a name stands: which words need quotes differs from place to place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// `CREATE USER`, `ALTER USER`.
    User,
    /// Behind the `TO` of a GRANT, the `FROM` of a REVOKE.
    Grantee,
    /// `RENAME USER`, `DROP USER`, `SET PASSWORD FOR`.
    Rename,
    /// `CREATE ROLE`, `SET ROLE`, `DEFAULT ROLE`.
    Role,
    /// `DROP ROLE`.
    DropRole,
    /// A role or a dynamic privilege behind GRANT or REVOKE.
    Granted,
    /// `SET DEFAULT ROLE`.
    SetDefault,
    /// A database of `ON db.*`.
    Db,
    /// A table or routine of `ON db.table`.
    Table,
    /// A column of a column privilege.
    Column,
    /// `IDENTIFIED WITH plugin`.
    Plugin,
    /// A database or table of `CHANGE REPLICATION FILTER`.
    FilterDb,
    /// `PRIVILEGE_CHECKS_USER = user`.
    PrivUser,
    /// A variable that SET sets.
    Variable,
}

/// Slots of the hash table: a power of two, some four times the number of words.
const SLOTS: usize = 2048;

/// Open addressing over [`WORDS`], built at compile time: the number of a word, and its length.
static TABLE: [(u16, u16); SLOTS] = {
    let mut table = [(0, 0); SLOTS];
    let mut index = 1;
    while index < WORDS.len() {
        let ends = Ends::of(WORDS[index].as_bytes());
        let mut slot = ends.slot();
        while table[slot].0 != 0 {
            let other = WORDS[table[slot].0 as usize].as_bytes();
            assert!(!ends.are(Ends::of(other)), "two words of the same ends and length");
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = (index as u16, WORDS[index].len() as u16);
        index += 1;
    }
    table
};

/// A power of two, so that no place in a table of so many lies outside.
const ROOM: usize = WORDS.len().next_power_of_two();

/// The ends of each of [`WORDS`].
static ENDS: [(u64, u64); ROOM] = {
    let mut ends = [(0, 0); ROOM];
    let mut index = 1;
    while index < WORDS.len() {
        let word = Ends::of(WORDS[index].as_bytes());
        ends[index] = (word.first, word.last);
        index += 1;
    }
    ends
};

/// Takes the case off eight letters.
const FOLD: u64 = 0x2020_2020_2020_2020;

/// The first and the last eight bytes of a text; of a shorter one all of its bytes, some of them twice. Of letters the case is taken off; no other two
/// bytes become one by that, but for control characters.
#[derive(Clone, Copy)]
struct Ends {
    first: u64,
    last: u64,
    len: usize,
}

impl Ends {
    const fn of(text: &[u8]) -> Self {
        let len = text.len();
        let (first, last) = if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
            (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
        } else if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
            (u32::from_le_bytes(*first) as u64, u32::from_le_bytes(*last) as u64)
        } else {
            (text[0] as u64 | (text[len / 2] as u64) << 8 | (text[len - 1] as u64) << 16, 0)
        };
        Self { first: first | FOLD, last: last | FOLD, len }
    }

    const fn are(self, other: Self) -> bool {
        self.first == other.first && self.last == other.last && self.len == other.len
    }

    /// Where the search for it starts.
    const fn slot(self) -> usize {
        let ends = self.first ^ self.last.rotate_left(29) ^ self.len as u64;
        (ends.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 53) as usize % SLOTS
    }
}

/// The longest word of the tables, in bytes.
const LONGEST: usize = {
    let (mut longest, mut index) = (0, 0);
    while index < WORDS.len() {
        if WORDS[index].len() > longest {
            longest = WORDS[index].len();
        }
        index += 1;
    }
    longest
};

impl Word {
    /// Not a word of the tables.
    pub const NONE: Word = Word(0);

    /// Looks a word up, in any letter case.
    pub fn find(text: &[u8]) -> Self {
        if text.iter().any(u8::is_ascii_control) { Self::NONE } else { Self::of_name(text) }
    }

    /// [`Word::find`], where it is known that all bytes are such as may stand in a name without quotes.
    #[inline]
    pub(crate) fn of_name(text: &[u8]) -> Self {
        if text.is_empty() || text.len() > LONGEST {
            return Self::NONE;
        }
        let ends = Ends::of(text);
        let mut slot = ends.slot();
        loop {
            let (number, len) = TABLE[slot];
            let (first, last) = ENDS[usize::from(number) % ROOM];
            if number == 0 || ends.are(Ends { first, last, len: len.into() }) {
                return if text.len() > 16 { Self(number).if_middle_is_of(text) } else { Self(number) };
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// Itself, if a text of the same ends has the same bytes between them. No other word has these ends.
    #[inline(never)]
    fn if_middle_is_of(self, text: &[u8]) -> Self {
        let word = self.text().as_bytes();
        let eight = |text: &[u8], at: usize| text.get(at..).and_then(|rest| rest.first_chunk()).copied();
        let folded = |text: &[u8], at: usize| eight(text, at).map(|eight| u64::from_le_bytes(eight) | FOLD);
        let is_same = (8..text.len() - 8).step_by(8).all(|at| folded(word, at) == folded(text, at));
        if is_same { self } else { Self::NONE }
    }

    /// In upper case; empty for [`Word::NONE`].
    pub const fn text(self) -> &'static str {
        WORDS[self.0 as usize]
    }

    pub(crate) const fn number(self) -> u16 {
        self.0
    }

    pub(crate) fn from_number(number: u16) -> Self {
        Self(number)
    }

    /// Whether this is [`Word::NONE`].
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The servers on which the word cannot be a plain name at this place.
    pub fn reserved(self, place: Place) -> ServerSet {
        RESERVED[RESERVED_ROW[self.0 as usize] as usize][place as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_in_any_case_and_with_nothing_changed() {
        for (index, word) in WORDS.iter().enumerate().skip(1) {
            assert_eq!(Word::find(word.as_bytes()), Word(index as u16));
            assert_eq!(Word::find(word.to_ascii_lowercase().as_bytes()), Word(index as u16));
            for at in 0..word.len() {
                for byte in (0..=255_u8).filter(|byte| !byte.eq_ignore_ascii_case(&word.as_bytes()[at])) {
                    let mut other = word.as_bytes().to_vec();
                    other[at] = byte;
                    assert!(!Word::find(&other).text().eq_ignore_ascii_case(word), "{word} at {at}: {byte}");
                }
            }
        }
    }
}
