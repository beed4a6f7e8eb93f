//! Cutting and parsing inputs of 1, 16 and 256 MiB: nanoseconds of processor time for a byte.

use std::hint::black_box;

use replint::script::{Event, Script, ScriptOptions};
use replint::{ParseOptions, parse_statement};

use super::support;

const MIB: usize = 1 << 20;

/// In MiB, and how often each is read.
const SIZES: [(usize, usize); 3] = [(1, 64), (16, 4), (256, 1)];

pub fn table() {
    let kinds: [(&str, fn(usize) -> Vec<u8>); 9] = [
        ("rows of a dump", support::dump),
        ("statements", |bytes| (support::statements(bytes).join(";\n") + ";\n").into_bytes()),
        ("quotes", |bytes| b"'".repeat(bytes)),
        ("comment openers", |bytes| b"/*".repeat(bytes / 2)),
        ("version comment openers", |bytes| b"/*!99999;".repeat(bytes / 9)),
        ("backslashes", |bytes| b"\\".repeat(bytes)),
        ("semicolons", |bytes| b";".repeat(bytes)),
        ("negative numbers", |bytes| b"-1".repeat(bytes / 2)),
        ("one statement", |bytes| one_statement(bytes.min(63 * MIB))),
    ];
    println!("{:26}{:>9}{:>9}{:>9}", "ns/byte", "1 MiB", "16 MiB", "256 MiB");
    for (name, input) in kinds {
        print!("{name:26}");
        for (size, rounds) in SIZES {
            let text = input(size * MIB);
            let start = processor_seconds();
            (0..rounds).for_each(|_| read(&text));
            print!("{:>9.2}", (processor_seconds() - start) * 1e9 / (text.len() * rounds) as f64);
        }
        println!();
    }
}

fn read(text: &[u8]) {
    let options = ParseOptions { targets: "mysql-8.4".parse().expect("a target"), ..ParseOptions::default() };
    let mut script = Script::new(text, &ScriptOptions::default());
    while let Some(event) = script.next_event().expect("memory can be read") {
        if let Event::Statement(statement) = event {
            black_box(parse_statement(statement.text, &options));
        }
    }
}

fn one_statement(bytes: usize) -> Vec<u8> {
    let mut text = b"DROP USER a".to_vec();
    while text.len() < bytes {
        text.extend_from_slice(b", 'app'@'10.0.0.1'");
    }
    text
}

/// What the kernel counts, in hundredths of a second; 0 where it does not say.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    stat.split_whitespace().nth(13).and_then(|ticks| ticks.parse::<f64>().ok()).unwrap_or(0.0) / 100.0
}
