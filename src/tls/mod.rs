//! TLS: what a library and a server make of the strings that choose protocols and ciphers.
//!
//! Servers store these strings unseen and hand them to their TLS library when the channel starts; a bad one stops the replica then, with error 2026.
//! Here the library's reading is done beforehand:
//!
//! - [`cipher_list`] for `MASTER_SSL_CIPHER`, an OpenSSL cipher string, behind the server's block list;
//! - [`ciphersuites`] for `MASTER_TLS_CIPHERSUITES`, TLS 1.3 suites;
//! - [`protocols`] for `MASTER_TLS_VERSION`;
//! - [`Offer`] and [`negotiate`] for what replica and source then agree on;
//! - [`validate_tls_version`], [`validate_ciphers`] and [`validate_ciphersuites`] for the variables of a source, which are checked more strictly.
//!
//! Each answer names every element of the string and what became of it. The same string may be read in several ways, by libraries and by releases:
//! [`readings`] lists them.
//!
//! Sources: ssl/ssl_ciph.c and ssl/s3_lib.c of OpenSSL 1.1.1w, 3.0 and 3.6; yaSSL of MySQL 5.7; vio/viosslfactories and sql/ssl_init_callback.cc of MySQL
//! 5.7 to 9.7, vio/viosslfactories.c of MariaDB 10.11. The answers are held against those of OpenSSL 1.1.1w, 3.0.19 and 3.6.5 as Debian builds them and
//! of MySQL 5.6.24, 9.7.4 and MariaDB 10.11 servers in `tests/ciphers.rs`.

mod cipher;
mod cipher_list;
mod ciphersuites;
mod library;
mod lists;
mod negotiable;
mod negotiate;
mod order;
mod protocols;
mod rules;
pub(crate) mod tables;
mod variables;
mod weakness;
mod words;
mod yassl;

pub use cipher::{Authentication, Cipher, CipherSet, Encryption, Integrity, KeyExchange, Protocol};
pub use cipher_list::{
    Break, CipherList, CipherListError, Effect, Element, Idle, Operator, cipher_list, unset_cipher_list,
};
pub use ciphersuites::{Ciphersuites, CiphersuitesError, Suite, ciphersuites, unset_ciphersuites};
pub use library::{Library, Reading, UnknownLibrary, readings};
pub use lists::{allowed_ciphers, blocked};
pub use negotiable::{nearest_negotiable, negotiable};
pub use negotiate::{Agreed, NoAgreement, Offer, Wishes, negotiate};
pub use protocols::{ProtocolElement, Protocols, protocols};
pub use variables::{CipherVariable, InvalidTlsVersion, validate_ciphers, validate_ciphersuites, validate_tls_version};
pub use weakness::{Weakness, weakness};
pub use words::{Unknown, did_you_mean};
