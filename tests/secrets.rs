//! Passwords, hashes and challenges are in no report, whether the statement around them is right or broken.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use replint::lint::{Item, Settings, lint, parse};
use replint::report::{Format, Style};

/// Every place of a secret, `{}`; tokens are separated by spaces.
const STATEMENTS: [&str; 28] = [
    "CHANGE MASTER TO MASTER_HOST = 'db1' , MASTER_USER = 'repl' , MASTER_PASSWORD = {} , MASTER_PORT = 3306",
    "CHANGE MASTER 'c' TO MASTER_PASSWORD = {} , MASTER_USE_GTID = slave_pos",
    "CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1' , SOURCE_PASSWORD = {} FOR CHANNEL 'c'",
    "START REPLICA USER = 'repl' PASSWORD = {} DEFAULT_AUTH = 'plugin'",
    "START SLAVE UNTIL MASTER_LOG_FILE = 'f' , MASTER_LOG_POS = 4 USER = 'repl' PASSWORD = {}",
    "START GROUP_REPLICATION USER = 'repl' , PASSWORD = {} , DEFAULT_AUTH = 'plugin'",
    "CREATE USER 'u' @'h' IDENTIFIED BY {} REQUIRE SSL PASSWORD EXPIRE",
    "CREATE USER u IDENTIFIED BY {} , 'v' @'h' IDENTIFIED BY PASSWORD {} ACCOUNT LOCK",
    "CREATE USER u IDENTIFIED WITH plugin BY {} AND IDENTIFIED WITH 'other' AS {}",
    "CREATE USER u IDENTIFIED VIA plugin USING {} OR other USING PASSWORD ( {} )",
    "CREATE USER u IDENTIFIED WITH plugin INITIAL AUTHENTICATION IDENTIFIED BY {}",
    "ALTER USER 'u' @'h' IDENTIFIED BY {} REPLACE {} RETAIN CURRENT PASSWORD",
    "ALTER USER USER ( ) IDENTIFIED WITH plugin BY {} REPLACE {}",
    "ALTER USER u ADD 2 FACTOR IDENTIFIED WITH plugin BY {} ADD 3 FACTOR IDENTIFIED WITH other AS {}",
    "ALTER USER u 2 FACTOR FINISH REGISTRATION SET CHALLENGE_RESPONSE AS {}",
    "SET PASSWORD FOR 'u' @'h' = {} REPLACE {} RETAIN CURRENT PASSWORD",
    "SET PASSWORD FOR 'u' @'h' = PASSWORD ( {} )",
    "SET PASSWORD = OLD_PASSWORD ( {} )",
    "SET PASSWORD = {}",
    "GRANT REPLICATION SLAVE ON *.* TO 'u' @'h' IDENTIFIED BY {} , v IDENTIFIED BY PASSWORD {} WITH GRANT OPTION",
    "GRANT USAGE ON *.* TO u IDENTIFIED WITH plugin AS {} REQUIRE X509",
    "SET sql_mode = '' , x_password = {} , @secret = {}",
    "SET @secret = {} , @other = CONCAT ( 'a' , {} )",
    "UPDATE mysql.user SET authentication_string = {} WHERE User = 'u'",
    "REPLACE INTO mysql.user SET Host = 'h' , User = 'u' , authentication_string = {}",
    "DELETE FROM mysql.user WHERE User = 'u' AND authentication_string = {}",
    "INSERT INTO mysql.user ( Host , User , Password ) VALUES ( 'h' , 'u' , PASSWORD ( {} ) )",
    "DROP USER /* password {} */ 'u' @'h' , 'v' @'h'",
];

/// What may come between two tokens by mistake.
const STRAYS: [&str; 22] = [
    ",",
    "=",
    "@",
    "(",
    ")",
    "'",
    "\"",
    "`",
    "*",
    "x",
    "BY",
    "IDENTIFIED",
    "PASSWORD",
    "USER",
    "TO",
    "FOR",
    "AS",
    "WITH",
    "'text'",
    "42",
    "MASTER_HOST =",
    "SOURCE_USER",
];

/// Letters that are in no statement: what is left of a secret anywhere is found.
fn core() -> impl Strategy<Value = String> {
    "[qz][0-9]{2}[qzkj]{5}"
}

/// A secret as it stands in a statement, and the parts that must not be seen.
fn secret() -> impl Strategy<Value = (String, Vec<String>)> {
    let separator = select(vec![
        "", " ", ", ", "; ", "#", "-- ", "/*", "\\'", "''", "\\\"", "\\\\", "\n", "ñ", "=", "@", "${x}", "\u{202e}",
    ]);
    let quoted = (core(), separator, core(), select(vec!["'{}'", "\"{}\"", "`{}`", "N'{}'"])).prop_map(
        |(one, between, two, quotes)| (quotes.replace("{}", &format!("{one}{between}{two}")), vec![one, two]),
    );
    let bare = (core(), select(vec!["{}", "{}!x", "*{}", "a b {}", "#{}", "{}'s"]))
        .prop_map(|(core, form)| (form.replace("{}", &core), vec![core]));
    let hexadecimal = ("[0-9]{14}", select(vec!["x'{}'", "0x{}", "{}"]))
        .prop_map(|(core, form)| (form.replace("{}", &core), vec![core]));
    prop_oneof![6 => quoted, 2 => bare, 1 => hexadecimal]
}

/// What happens to the tokens of a statement.
#[derive(Clone, Debug)]
enum Slip {
    Nothing,
    Delete(Index),
    Insert(Index, &'static str),
    Swap(Index),
    /// A byte of the text: often a quote.
    DropQuote(Index),
}

fn slip() -> impl Strategy<Value = Slip> {
    prop_oneof![
        1 => Just(Slip::Nothing),
        3 => any::<Index>().prop_map(Slip::Delete),
        3 => (any::<Index>(), select(STRAYS.to_vec())).prop_map(|(at, stray)| Slip::Insert(at, stray)),
        1 => any::<Index>().prop_map(Slip::Swap),
        2 => any::<Index>().prop_map(Slip::DropQuote),
    ]
}

/// One mistake is made: a secret without quotes is one.
fn broken(template: &str, secrets: &[(String, Vec<String>)], slip: Slip, tight: bool) -> String {
    let has_quotes =
        |(secret, _): &(String, Vec<String>)| secret.ends_with(['\'', '"', '`']) && !secret.starts_with('*');
    let slip = if secrets.iter().all(has_quotes) { slip } else { Slip::Nothing };
    let mut tokens: Vec<&str> = template.split(' ').collect();
    match slip {
        Slip::Delete(at) => drop(tokens.remove(at.index(tokens.len()))),
        Slip::Insert(at, stray) => tokens.insert(at.index(tokens.len() + 1), stray),
        Slip::Swap(at) => {
            let at = at.index(tokens.len() - 1);
            tokens.swap(at, at + 1);
        }
        Slip::Nothing | Slip::DropQuote(_) => {}
    }
    let mut text = tokens.join(" ");
    if tight {
        text = text.replace(" = ", "=").replace(" ,", ",").replace(" @", "@");
    }
    for (secret, _) in secrets {
        text = text.replacen("{}", secret, 1);
    }
    if let Slip::DropQuote(at) = slip {
        let quotes: Vec<usize> = text.match_indices('\'').map(|(at, _)| at).collect();
        if !quotes.is_empty() {
            text.remove(quotes[at.index(quotes.len())]);
        }
    }
    text
}

/// Everything that a user may get to see of a script.
fn shown(script: &str, settings: &Settings) -> String {
    let mut diagnostics = Vec::new();
    let mut shown = String::new();
    lint("a.sql", script.as_bytes(), settings, |diagnostic| diagnostics.push(diagnostic)).unwrap();
    parse("a.sql", script.as_bytes(), settings, |item| match item {
        Item::Statement(_, parsed) => {
            shown += &format!("{parsed:?}");
            shown += &serde_json::to_string(&parsed.statement).unwrap();
        }
        Item::Finding(finding) => diagnostics.push(*finding),
    })
    .unwrap();
    shown += &format!("{diagnostics:?}{}", serde_json::to_string(&diagnostics).unwrap());
    let styles = [Style::PLAIN, Style { color: true, unicode: false }];
    for (format, style) in Format::ALL.into_iter().flat_map(|format| styles.map(|style| (format, style))) {
        if style != Style::PLAIN && format != Format::Text {
            continue;
        }
        let mut out = Vec::new();
        format.write(&mut out, style, &diagnostics).unwrap();
        shown += &String::from_utf8(out).unwrap();
    }
    shown
}

/// PROPTEST_CASES asks for more.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.max(2000), failure_persistence: None, ..default }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_secret_is_ever_shown(
        template in select(STATEMENTS.to_vec()),
        mut secrets in prop::collection::vec(secret(), 2),
        slip in slip(),
        tight in any::<bool>(),
        around in select(vec![("", ""), ("", ""), ("mysql> ", ""), ("/*!50000 ", " */"), ("USE mysql;\n", ""), ("SELECT 1; ", "; SELECT 'a"), ("-- replint: ignore[no-such-rule]\n", "")]),
        targets in select(vec!["", "mysql-5.6", "mysql-5.7", "mysql-8.0", "mysql-8.4,mariadb-10.11", "mariadb-10.3", "mysql-5.5..9.7"]),
        upgrade_to in select(vec!["", "", "mysql-9.7", "mariadb-11.8"]),
        sql_mode in select(vec!["", "", "", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES"]),
    ) {
        if sql_mode == "NO_BACKSLASH_ESCAPES" {
            // A quote that is escaped in the wrong way is a mistake of its own.
            secrets.iter_mut().for_each(|(secret, _)| *secret = secret.replace("\\'", "''").replace("\\\"", "-"));
        }
        let script = format!("DROP USER a b;\n{}{}{};\n", around.0, broken(template, &secrets, slip, tight), around.1);
        let mut settings = Settings {
            targets: targets.parse().unwrap(),
            sql_mode: replint::lexer::SqlMode::parse(sql_mode),
            upgrade_to: upgrade_to.parse().unwrap(),
            ..Settings::default()
        };
        settings.selection.select = vec!["all".parse().unwrap()];
        let shown = shown(&script, &settings);
        for part in secrets.iter().take(template.matches("{}").count()).flat_map(|(_, parts)| parts) {
            let near = shown.find(part.as_str()).and_then(|at| shown.get(at.saturating_sub(60)..at + part.len()));
            prop_assert_eq!(near, None, "{} shows {}", script, part);
        }
    }
}
