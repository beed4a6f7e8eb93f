//! The fuzz bodies over the stored seeds, on stable.

mod fuzz_bodies;

use std::fs;
use std::path::Path;

/// Every seed of the folder, and every prefix of it.
fn replay(name: &str, body: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds").join(name);
    let mut seeds = 0;
    for entry in fs::read_dir(&folder).expect("the folder of seeds") {
        let seed = fs::read(entry.expect("an entry").path()).expect("a seed");
        (0..=seed.len()).for_each(|end| body(&seed[..end]));
        seeds += 1;
    }
    assert!(seeds > 0, "no seed in {}", folder.display());
}

#[test]
fn parse() {
    replay("parse", fuzz_bodies::parse);
}

#[test]
fn roundtrip() {
    replay("roundtrip", fuzz_bodies::roundtrip);
}

#[test]
fn script() {
    replay("script", fuzz_bodies::script);
}
