//! The names that programs may use of the library without default features, as rustdoc resolves them: `tests/api.txt` (UPDATE=1 rewrites it). A line
//! that goes breaks somebody's build.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/api.txt");

/// What stands between every `start` and the `end` behind it.
fn between<'t>(text: &'t str, start: &'t str, end: char) -> impl Iterator<Item = &'t str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split(end).next())
}

/// `ast/struct.Account.html` is `struct ast::Account`.
fn item(link: &str) -> Option<String> {
    let (folder, file) = link.rsplit_once('/').unwrap_or(("", link));
    let (kind, name) = file.strip_suffix(".html")?.split_once('.')?;
    let module = folder.split('/').filter(|part| !part.is_empty()).map(|part| format!("{part}::")).collect::<String>();
    Some(format!("{kind} {module}{name}"))
}

/// `method.of-2`: the same name again on a page, of another impl.
fn is_repeated(anchor: &str) -> bool {
    anchor.rsplit_once('-').is_some_and(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The members of an item and the traits that it has, by the anchors of its page: those of the item's own come first, then those of traits.
fn members(page: &str) -> String {
    let own = page.split(" id=\"blanket-implementations\"").next().unwrap_or(page);
    let own = own.split(" id=\"synthetic-implementations\"").next().unwrap_or(own);
    let (own, traits) = own.split_once(" id=\"trait-implementations\"").unwrap_or((own, ""));
    let is_member = |anchor: &&str| {
        ["structfield.", "variant.", "method.", "tymethod.", "associatedconstant.", "associatedtype."]
            .iter()
            .any(|kind| anchor.starts_with(kind) && !anchor.ends_with(".fields") && !is_repeated(anchor))
    };
    let traits =
        between(traits, " id=\"", '"').filter(|anchor| anchor.starts_with("impl-") && !anchor.contains("Structural"));
    let mut text = String::new();
    for anchor in between(own, " id=\"", '"').filter(is_member).chain(traits) {
        writeln!(
            text,
            "    {}",
            anchor.replace("%3C", "<").replace("%3E", ">").replace("%26", "&").replace("%27", "'")
        )
        .unwrap();
    }
    text
}

#[test]
fn the_interface_is_the_one_that_is_known() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("api");
    let documented = Command::new(env!("CARGO"))
        .args(["doc", "--quiet", "--offline", "--lib", "--no-deps", "--no-default-features", "--target-dir"])
        .arg(&target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .unwrap();
    assert!(documented.success(), "cargo doc --no-default-features fails");
    let pages = target.join("doc/replint");
    let all = fs::read_to_string(pages.join("all.html")).unwrap();
    let mut links: Vec<&str> =
        between(&all, "<a href=\"", '"').filter(|link| item(link).is_some() && !link.starts_with("..")).collect();
    links.sort_unstable();
    links.dedup();
    let mut text = String::new();
    for link in links {
        let Ok(page) = fs::read_to_string(pages.join(link)) else { continue };
        writeln!(text, "{}", item(link).unwrap()).unwrap();
        text += &members(&page);
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(PATH, &text).unwrap();
    }
    let known = fs::read_to_string(PATH).unwrap_or_default();
    let lost: Vec<&str> = known.lines().filter(|line| !text.lines().any(|other| other == *line)).collect();
    assert!(
        known == text,
        "tests/api.txt is not the interface of today; UPDATE=1 cargo test --test api writes it. What goes is a breaking change:\n{}",
        lost.join("\n")
    );
}
