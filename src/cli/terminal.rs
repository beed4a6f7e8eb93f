use std::env;
use std::io::{self, IsTerminal};

use clap::ValueEnum;

use crate::report::Style;

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    /// What standard output can show. Files and pipes take UTF-8.
    pub(super) fn style(self) -> Style {
        let terminal = io::stdout().is_terminal();
        let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let color = match self {
            Color::Auto => terminal && !set("NO_COLOR") && !is_dumb,
            Color::Always => true,
            Color::Never => false,
        };
        Style { color, unicode: !terminal || is_unicode() }
    }
}

/// Whether the locale is one of UTF-8 and the terminal has more than a console's font.
fn is_unicode() -> bool {
    if cfg!(windows) {
        return env::var_os("WT_SESSION").is_some() || env::var_os("TERM").is_some();
    }
    let locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(|name| env::var(name).ok()).find(|value| !value.is_empty());
    let is_utf8 = locale.is_some_and(|name| ["utf-8", "utf8"].iter().any(|end| name.to_lowercase().ends_with(end)));
    is_utf8 && !env::var_os("TERM").is_some_and(|term| term == "linux" || term == "dumb")
}
