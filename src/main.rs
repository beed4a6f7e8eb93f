//! The `replint` command.

fn main() -> std::process::ExitCode {
    replint::cli::run()
}
