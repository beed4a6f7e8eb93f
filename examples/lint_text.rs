//! Lints a text that a program has at hand.

use replint::lint::{Settings, lint};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let settings = Settings { targets: "mysql-8.4".parse()?, ..Settings::default() };
    let script = "CREATE USER 'repl'@'10.0.0.%' REQUIRE X509;\nSTART SLAVE;\n";
    let counts = lint("generated.sql", script.as_bytes(), &settings, |finding| {
        let place = finding.primary.start;
        println!("{}:{}: {} ({})", place.line, place.column, finding.message, finding.rule);
    })?;
    println!("{} statements looked at", counts.ours);
    Ok(())
}
