//! The list that OpenSSL edits while it reads a cipher string (`CIPHER_ORDER` of ssl/ssl_ciph.c). It moves entries to one of the ends and keeps
//! their order, so every rule is a stable partition.

use std::sync::OnceLock;

use super::cipher::{Authentication, Cipher, CipherSet, Encryption, Integrity, KeyExchange, Protocol};
use super::library::Library;
use super::tables::LIBRARIES;

/// All ciphers of a library but those banned, each in the list or not; those not in it have a place too, which decides where they will be added.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    library: Library,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    cipher: Cipher,
    active: bool,
}

enum End {
    Front,
    Back,
}

impl Order {
    /// The library's own preference with nothing in the list yet.
    pub(crate) fn new(library: Library) -> Self {
        static PREFERRED: [OnceLock<Order>; LIBRARIES.len()] = [const { OnceLock::new() }; LIBRARIES.len()];
        PREFERRED[library as usize].get_or_init(|| Self::preferred(library)).clone()
    }

    /// The first part of `ssl_create_cipher_list`.
    fn preferred(library: Library) -> Self {
        use Encryption::{Aes128Gcm, Aes256Gcm, Chacha20Poly1305, Rc4};
        let offered = CipherSet::offered_by(library).iter();
        let mut order = Self { library, entries: offered.map(|cipher| Entry { cipher, active: false }).collect() };
        let ecdhe = |c: Cipher| c.key_exchange() == KeyExchange::Ecdhe;
        let ephemeral = |c: Cipher| ecdhe(c) || c.key_exchange() == KeyExchange::Dhe;
        let aead = |c: Cipher| c.integrity() == Integrity::Aead;

        order.add(|c| ecdhe(c) && c.authentication() == Authentication::Ecdsa);
        order.add(ecdhe);
        order.delete(ecdhe);
        order.add(|c| matches!(c.encryption(), Aes128Gcm | Aes256Gcm));
        order.add(|c| c.encryption() == Chacha20Poly1305);
        order.add(|c| c.encryption().is_aes());
        order.add(|_| true);
        order.move_to_end(|c| c.integrity() == Integrity::Md5);
        order.move_to_end(|c| c.authentication() == Authentication::Null);
        order.move_to_end(|c| c.key_exchange() == KeyExchange::Rsa);
        order.move_to_end(|c| c.key_exchange() == KeyExchange::Psk);
        order.move_to_end(|c| c.encryption() == Rc4);
        order.sort_by_strength();
        order.bump(|c| c.protocol() == Protocol::TlsV12);
        order.bump(aead);
        order.bump(ephemeral);
        order.bump(|c| ephemeral(c) && aead(c));
        order.delete(|_| true);
        order
    }

    /// The library whose ciphers these are.
    pub(crate) fn library(&self) -> Library {
        self.library
    }

    /// The ciphers of the list, in order.
    pub(crate) fn active(&self) -> impl Iterator<Item = Cipher> {
        self.entries.iter().filter(|entry| entry.active).map(|entry| entry.cipher)
    }

    /// Those that a rule would take, as two sets: the ones in the list, and the others that are not banned.
    pub(crate) fn taken(&self, takes: impl Fn(Cipher) -> bool) -> (CipherSet, CipherSet) {
        let (mut active, mut idle) = (CipherSet::EMPTY, CipherSet::EMPTY);
        for entry in self.entries.iter().filter(|entry| takes(entry.cipher)) {
            if entry.active { active.insert(entry.cipher) } else { idle.insert(entry.cipher) }
        }
        (active, idle)
    }

    /// `NAME`: those not yet in the list come to its end.
    pub(crate) fn add(&mut self, takes: impl Fn(Cipher) -> bool) {
        self.move_where(&End::Back, |entry| !entry.active && takes(entry.cipher));
        self.set_active(takes, true);
    }

    /// `-NAME`: they leave the list; the last to leave have the best places when they come back.
    pub(crate) fn delete(&mut self, takes: impl Fn(Cipher) -> bool) {
        self.bump(&takes);
        self.set_active(takes, false);
    }

    /// `!NAME`: they leave for good.
    pub(crate) fn ban(&mut self, takes: impl Fn(Cipher) -> bool) {
        self.entries.retain(|entry| !takes(entry.cipher));
    }

    /// `+NAME`: those in the list go to its end.
    pub(crate) fn move_to_end(&mut self, takes: impl Fn(Cipher) -> bool) {
        self.move_where(&End::Back, |entry| entry.active && takes(entry.cipher));
    }

    /// `@STRENGTH`: falling bits, otherwise as they were (`ssl_cipher_strength_sort`).
    pub(crate) fn sort_by_strength(&mut self) {
        let mut strengths: Vec<u16> = self.active().map(Cipher::bits).collect();
        strengths.sort_unstable_by(|a, b| b.cmp(a));
        strengths.dedup();
        for bits in strengths {
            self.move_to_end(|cipher| cipher.bits() == bits);
        }
    }

    /// `CIPHER_BUMP`: those in the list come to the front.
    fn bump(&mut self, takes: impl Fn(Cipher) -> bool) {
        self.move_where(&End::Front, |entry| entry.active && takes(entry.cipher));
    }

    fn set_active(&mut self, takes: impl Fn(Cipher) -> bool, active: bool) {
        for entry in self.entries.iter_mut().filter(|entry| takes(entry.cipher)) {
            entry.active = active;
        }
    }

    fn move_where(&mut self, end: &End, moves: impl Fn(&Entry) -> bool) {
        let (moved, stay): (Vec<Entry>, Vec<Entry>) = self.entries.iter().partition(|entry| moves(entry));
        let (first, second) = match end {
            End::Front => (moved, stay),
            End::Back => (stay, moved),
        };
        self.entries = first;
        self.entries.extend(second);
    }
}
