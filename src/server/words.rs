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
const SLOTS: usize = 4096;

/// Open addressing over [`WORDS`], built at compile time.
static TABLE: [u16; SLOTS] = {
    let mut table = [0; SLOTS];
    let mut index = 1;
    while index < WORDS.len() {
        let mut slot = hash(WORDS[index].as_bytes());
        while table[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = index as u16;
        index += 1;
    }
    table
};

/// From the length, the first four and the last four bytes, letters folded.
const fn hash(word: &[u8]) -> usize {
    let mut head: u64 = 0;
    let mut at = 0;
    while at < 4 {
        let (from_start, from_end) = if word.len() > at { (word[at], word[word.len() - 1 - at]) } else { (0, 0) };
        head = head << 16 | ((from_start | 0x20) as u64) << 8 | (from_end | 0x20) as u64;
        at += 1;
    }
    let mixed = (head ^ word.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 52) as usize % SLOTS
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
        if text.is_empty() || text.len() > LONGEST {
            return Self::NONE;
        }
        let mut slot = hash(text);
        while TABLE[slot] != 0 {
            if WORDS[TABLE[slot] as usize].as_bytes().eq_ignore_ascii_case(text) {
                return Self(TABLE[slot]);
            }
            slot = (slot + 1) % SLOTS;
        }
        Self::NONE
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
