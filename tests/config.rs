//! `replint.toml`: what it says, what is wrong with it, and which paths it is about.

use std::path::Path;

use replint::config::{Configs, Loaded};
use replint::diagnostic::Severity;
use replint::rules;

fn load(text: &str) -> Result<Loaded, String> {
    Loaded::parse(Path::new("replint.toml"), text).map_err(|error| error.to_string())
}

fn severity(loaded: &Loaded, path: &str, rule: &str) -> Option<Severity> {
    loaded.settings(Path::new(path)).severity(&rules::by_name(rule).unwrap().rule)
}

#[test]
fn mistakes_are_told_with_their_place() {
    for (text, message) in [
        ("targts = []", "replint.toml:1:1: unknown key or value `targts`; did you mean `targets`?"),
        ("\ntargets = ['mysql-8.4', 'postgres-16']", "replint.toml:2:25: unknown server in target"),
        (
            "ignore = ['clear-text-chanel']",
            "no rule, area or group is named \"clear-text-chanel\"; did you mean clear-text-channel?",
        ),
        ("sql-mode = 'ANSI_QUOTE'", "did you mean ANSI_QUOTES?"),
        ("max-statement-size = 'many'", "replint.toml:1:22: a size is a number of bytes"),
        ("[severity]\ntls = 'error'", "replint.toml:2:1: a severity is that of a rule"),
        ("[severity]\nduplicate-option = 'eror'", "unknown key or value `eror`; did you mean `error`?"),
        ("[[override]]\ntargets = []", "missing field `paths`"),
        ("targets = [", "replint.toml:1:"),
        (
            "targets = 'mysql-8.4'",
            "replint.toml:1:11: invalid type: string \"mysql-8.4\", expected a list, such as [\"…\"]",
        ),
    ] {
        let error = load(text).expect_err(text);
        assert!(error.contains(message), "{text}: {error}");
    }
}

#[test]
fn the_longest_statement_has_a_unit_or_is_bytes() {
    let size = |text: &str| load(text).unwrap().settings(Path::new("a.sql")).max_statement;
    assert_eq!(size(""), 64 << 20);
    assert_eq!(size("max-statement-size = '128 MiB'"), 128 << 20);
    assert_eq!(size("max-statement-size = '1000'"), 1000);
}

#[test]
fn the_closer_name_wins_and_ignore_at_a_tie() {
    let loaded = load("select = ['default', 'tls']\nignore = ['default', 'port-out-of-range']").unwrap();
    assert_eq!(severity(&loaded, "a.sql", "clear-text-channel"), Some(Severity::Warning));
    assert_eq!(severity(&loaded, "a.sql", "duplicate-option"), None);
    assert_eq!(severity(&loaded, "a.sql", "port-out-of-range"), None);
    let loaded = load("select = ['all', 'port-out-of-range']\nignore = ['channel']").unwrap();
    assert_eq!(severity(&loaded, "a.sql", "port-out-of-range"), Some(Severity::Error));
}

#[test]
fn an_override_is_about_its_paths() {
    let text = "targets = ['mysql-8.4']\nignore = ['style']\n[severity]\nclear-text-channel = 'error'\n\
                [[override]]\npaths = ['legacy/', '*.old.sql']\ntargets = ['mysql-5.7']\nignore = ['port-out-of-range']\n\
                severity = { clear-text-channel = 'advice' }";
    let loaded = load(text).unwrap();
    let targets = |path: &str| loaded.settings(Path::new(path)).targets.named()[0].name();
    assert_eq!(
        [targets("a.sql"), targets("legacy/b/a.sql"), targets("x/a.old.sql")],
        ["mysql-8.4", "mysql-5.7", "mysql-5.7"]
    );
    assert_eq!(severity(&loaded, "a.sql", "clear-text-channel"), Some(Severity::Error));
    assert_eq!(severity(&loaded, "legacy/a.sql", "clear-text-channel"), Some(Severity::Advice));
    assert_eq!(severity(&loaded, "legacy/a.sql", "port-out-of-range"), None);
    assert_eq!(severity(&loaded, "legacy/a.sql", "duplicate-option"), None);
}

#[test]
fn the_nearest_file_upward_counts() {
    let root = std::env::temp_dir().join(format!("replint-config-{}", std::process::id()));
    std::fs::create_dir_all(root.join("a/b")).unwrap();
    std::fs::create_dir_all(root.join("c")).unwrap();
    std::fs::write(root.join("replint.toml"), "targets = ['mysql-8.4']\nexclude = ['c/']").unwrap();
    std::fs::write(root.join("a/replint.toml"), "targets = ['mysql-5.7']").unwrap();
    let mut configs = Configs::discovered();
    let mut of = |path: &str| configs.of(&root.join(path)).unwrap().unwrap();
    assert_eq!(of("a/b/x.sql").settings(&root.join("a/b/x.sql")).targets.named()[0].name(), "mysql-5.7");
    let outer = of("c/x.sql");
    assert_eq!(outer.settings(&root.join("c/x.sql")).targets.named()[0].name(), "mysql-8.4");
    assert!(outer.excludes(&root.join("c/x.sql"), false) && !outer.excludes(&root.join("x.sql"), false));
    std::fs::remove_dir_all(&root).unwrap();
}

#[test]
fn sources_and_their_files_are_named() {
    let text = "file-root = 'host'\n[[source]]\nhosts = ['db1']\nport = 3307\nserver = 'mysql-8.4'\noption-file = '/etc/my.cnf'\n";
    let loaded = Loaded::parse(Path::new("etc/replint.toml"), text).unwrap();
    assert_eq!(loaded.file_root(), Some(Path::new("etc/host")));
    let [source] = &loaded.settings(Path::new("a.sql")).sources[..] else { panic!() };
    assert_eq!((source.port, source.option_file.as_deref()), (Some(3307), Some("/etc/my.cnf")));
    assert!(load("[[source]]\nhosts = ['db1']\nserver = 'postgres-16'").unwrap_err().contains("replint.toml:3:10"));
    assert!(load("[[source]]\nport = 1").unwrap_err().contains("missing field `hosts`"));
}
