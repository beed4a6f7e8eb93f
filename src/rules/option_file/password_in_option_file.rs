use crate::model::ServerOptions;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// An option file holds a password.
    ///
    /// ## What happens
    ///
    /// Everybody who can read the file, or the repository that it is in, has the password. A client asks for it if it is told `password` without a
    /// value; mysql_config_editor and login paths keep it out of files that are shared.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [client]
    /// user = app
    /// password = correct-horse
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [client]
    /// user = app
    /// password
    /// ```
    ///
    /// ```cnf
    /// [client]
    /// password = ${APP_PASSWORD}
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL manual, End-User Guidelines for Password Security.
    PasswordInOptionFile { name: "password-in-option-file", area: Secret, severity: Warning, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    for placed in file.entries() {
        let Some(value) = placed.entry.value.as_ref().filter(|value| value.is_secret() && !value.is_empty()) else {
            continue;
        };
        let text = String::from_utf8_lossy(value.expose()).to_ascii_lowercase();
        // A switch or a path about passwords is none.
        let is_none =
            super::is_template(&text) || is_masked(&text) || ["0", "1", "on", "off", "true", "false"].contains(&&*text);
        if !is_none {
            cx.report(value.span, "a password in an option file")
                .help("keep it out of the repository: put it in at deployment");
        }
    }
}

/// `****`, `xxx`, `change-me`, `your_password`.
fn is_masked(text: &str) -> bool {
    let letters: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    text.chars().all(|c| matches!(c, '*' | 'x' | '.'))
        || letters.starts_with("changeme")
        || letters.starts_with("your")
        || letters == "redacted"
}
