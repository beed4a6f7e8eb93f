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

/// Slots of each hash table: a power of two, some three times the number of its words.
const SLOTS: usize = 1024;

/// Up to so many bytes a word is its own key.
const SHORT: usize = 8;

/// Open addressing over those of [`WORDS`] that are short, built at compile time: the key of each, and its number. No key is 0.
static SHORT_WORDS: ([u64; SLOTS], [u16; SLOTS]) = {
    let (mut keys, mut numbers) = ([0; SLOTS], [0; SLOTS]);
    let mut index = 1;
    while index < WORDS.len() {
        let ends = Ends::of(WORDS[index].as_bytes());
        let mut slot = ends.slot();
        while ends.last == 0 && keys[slot] != 0 {
            assert!(keys[slot] != ends.first, "two words of the same letters");
            slot = (slot + 1) % SLOTS;
        }
        if ends.last == 0 {
            (keys[slot], numbers[slot]) = (ends.first, index as u16);
        }
        index += 1;
    }
    (keys, numbers)
};

/// The same for the others, of which both ends are looked at and then their length.
static LONG_WORDS: ([(u64, u64); SLOTS], [u16; SLOTS]) = {
    let (mut keys, mut numbers) = ([(0, 0); SLOTS], [0; SLOTS]);
    let mut index = 1;
    while index < WORDS.len() {
        let ends = Ends::of(WORDS[index].as_bytes());
        let mut slot = ends.slot();
        while ends.last != 0 && numbers[slot] != 0 {
            let same_len = WORDS[numbers[slot] as usize].len() == WORDS[index].len();
            assert!(
                keys[slot].0 != ends.first || keys[slot].1 != ends.last || !same_len,
                "two words of the same ends and length"
            );
            slot = (slot + 1) % SLOTS;
        }
        if ends.last != 0 {
            (keys[slot], numbers[slot]) = ((ends.first, ends.last), index as u16);
        }
        index += 1;
    }
    (keys, numbers)
};

/// Takes the case off eight letters.
const FOLD: u64 = 0x2020_2020_2020_2020;

/// The bytes that count of the first eight of a text, by its length.
static COUNTED: [u64; SHORT + 1] = {
    let (mut counted, mut len) = ([0; SHORT + 1], 1);
    while len <= SHORT {
        counted[len] = u64::MAX >> (64 - 8 * len);
        len += 1;
    }
    counted
};

/// The first eight bytes of a text, and if it has more the last eight. Of letters the case is taken off; no other two bytes become one by that, but for
/// control characters.
#[derive(Clone, Copy)]
struct Ends {
    first: u64,
    /// 0 of a short text.
    last: u64,
}

impl Ends {
    const fn of(text: &[u8]) -> Self {
        if let (true, Some(first), Some(last)) = (text.len() > SHORT, text.first_chunk(), text.last_chunk()) {
            return Self { first: u64::from_le_bytes(*first) | FOLD, last: u64::from_le_bytes(*last) | FOLD };
        }
        let (mut first, mut at) = ([0; SHORT], 0);
        while at < text.len() && at < SHORT {
            first[at] = text[at];
            at += 1;
        }
        Self::of_short(first, at)
    }

    /// Of the first bytes of eight.
    const fn of_short(bytes: [u8; SHORT], len: usize) -> Self {
        Self { first: (u64::from_le_bytes(bytes) | FOLD) & COUNTED[len], last: 0 }
    }

    /// Where the search for it starts.
    const fn slot(self) -> usize {
        let ends = self.first ^ self.last.rotate_left(29);
        (ends.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize % SLOTS
    }
}

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
        if text.len() > SHORT { Self::of_long_name(text) } else { Self::of_short(Ends::of(text)) }
    }

    /// [`Word::of_name`] of the first bytes of eight.
    #[inline(always)]
    pub(crate) fn of_short_name(bytes: [u8; SHORT], len: usize) -> Self {
        Self::of_short(Ends::of_short(bytes, len))
    }

    #[inline(always)]
    fn of_short(ends: Ends) -> Self {
        let (keys, numbers) = &SHORT_WORDS;
        let mut slot = ends.slot();
        while keys[slot] != ends.first {
            if keys[slot] == 0 {
                return Self::NONE;
            }
            slot = (slot + 1) % SLOTS;
        }
        Self(numbers[slot])
    }

    /// [`Word::of_name`] of more than eight bytes.
    #[inline]
    pub(crate) fn of_long_name(text: &[u8]) -> Self {
        let ends = Ends::of(text);
        let (keys, numbers) = &LONG_WORDS;
        let mut slot = ends.slot();
        loop {
            let word = Self(numbers[slot]);
            if keys[slot] == (ends.first, ends.last) && word.text().len() == text.len() {
                return if text.len() > 2 * SHORT { word.if_middle_is_of(text) } else { word };
            }
            if word.is_none() {
                return word;
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// Itself, if a text of the same ends and length has the same bytes between them. No other word has these ends and this length.
    #[inline(never)]
    fn if_middle_is_of(self, text: &[u8]) -> Self {
        let word = self.text().as_bytes();
        let eight = |text: &[u8], at: usize| text.get(at..).and_then(|rest| rest.first_chunk()).copied();
        let folded = |text: &[u8], at: usize| eight(text, at).map(|eight| u64::from_le_bytes(eight) | FOLD);
        let is_same = (SHORT..text.len() - SHORT).step_by(SHORT).all(|at| folded(word, at) == folded(text, at));
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
