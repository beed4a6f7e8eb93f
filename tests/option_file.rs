//! Option files, held against `my_print_defaults`, the servers' own reader, where it is installed; and its recorded answers.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::{fs, io};

use replint::option_file::{
    FileError, Files, IncludeKind, Item, OptionFile, Options, Placed, Prefix, ProblemKind, Program, groups,
};
use replint::server::{Flavor, Version};

/// The reader's output: every option as an argument, in order.
fn printed(options: &Options, groups: &[&str], texts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut out = Vec::new();
    for Placed { file, entry, .. } in options.given_to(groups) {
        out.extend(b"--");
        out.extend(entry.name_span.of(&texts[&file.path]));
        if let Some(value) = &entry.value {
            out.push(b'=');
            out.extend(value.expose());
        }
        out.push(b'\n');
    }
    out
}

fn one(text: &[u8], groups: &[&str]) -> String {
    let texts = BTreeMap::from([("my.cnf".to_owned(), text.to_vec())]);
    String::from_utf8_lossy(&printed(&Options::load("my.cnf", &texts), groups, &texts)).into_owned()
}

fn entries(options: &Options) -> Vec<String> {
    options.entries().map(|placed| format!("{} {}", placed.file.path, placed.entry.name)).collect()
}

fn problems(options: &Options) -> Vec<(&str, ProblemKind)> {
    options
        .files
        .iter()
        .flat_map(|file| file.file.problems.iter().map(|problem| (file.path.as_str(), problem.kind)))
        .collect()
}

/// What `my_print_defaults` of MariaDB 10.11.19 printed.
#[test]
fn recorded_answers() {
    let lines: [(&[u8], &str); 24] = [
        (b"skip-ssl", "--skip-ssl"),
        (b"a = b # c", "--a=b"),
        (b"b = \"x # y\" # z", "--b=x # y"),
        (b"c = 'x\\ty' ", "--c=x\ty"),
        (b"d = it''s \"q", "--d=it''s \"q"),
        (b"f =", "--f="),
        (b"g-h_i = \\s1\\\\2\\#3\\x", "--g-h_i= 1\\2\\"),
        (b"key value = 3", "--key value=3"),
        (b"c= \"q\" w", "--c=\"q\" w"),
        (b"d=\"a\\\"b\"", "--d=a\"b"),
        (b"e=\"a\\sb\\", "--e=\"a b\\"),
        (b"f='abc\\'", "--f=abc\\"),
        (b"g=\\\\", "--g=\\"),
        (b"h=a\\", "--h=a\\"),
        (b"i=\"", "--i=\""),
        (b"j=\"\"", "--j="),
        (b"k='x\"", "--k='x\""),
        (b"l = a 'b # c' d # e", "--l=a 'b # c' d"),
        (b"m = a\\'b # c", "--m=a'b # c"),
        (b"n = \"a\\\"#b\"", "--n=a\"#b"),
        (b"o=x;y\n;c", "--o=x;y"),
        (b"\tq\t=\tt\t", "--q=t"),
        (b"q=\xa0x\xa0", "--q=x"),
        (b"nul=a\0b", "--nul=a"),
    ];
    for (line, answer) in lines {
        let text = [b"[mysqld]\n", line, b"\n"].concat();
        assert_eq!(one(&text, &["mysqld"]), format!("{answer}\n"), "{}", String::from_utf8_lossy(line));
    }
    let groups = b"[MYSQLD]\na=1\n[mysqld ]\nb=1\n[mysqld]extra\nc=1\n[ mysqld]\nd=1\n[client]\ne=1\n";
    assert_eq!(one(groups, &["mysqld"]), "--a=1\n--b=1\n--c=1\n");
    let long = [b"[mysqld]\nlong=", "x".repeat(5000).as_bytes(), b"\nafter\n"].concat();
    let widths: Vec<usize> = one(&long, &["mysqld"]).lines().map(str::len).collect();
    assert_eq!(widths, [4096, 913, 7]);
}

#[test]
fn places_are_those_of_the_text() {
    let text = b"# a\n[ mysqld ]\n  ssl_ca = '/ca.pem' # x\nskip-ssl\n!include  /b.cnf \n";
    let file = OptionFile::parse(text);
    let spans: Vec<String> = file
        .items
        .iter()
        .map(|item| match item {
            Item::Group(group) => group.span,
            Item::Entry(entry) => entry.span(),
            Item::Include(include) => include.span,
        })
        .map(|span| String::from_utf8_lossy(span.of(text)).into_owned())
        .collect();
    assert_eq!(spans, [" mysqld", "ssl_ca = '/ca.pem'", "skip-ssl", "/b.cnf"]);
    let Item::Entry(ca) = &file.items[1] else { panic!() };
    assert_eq!(ca.value.as_ref().unwrap().span.of(text), b"/ca.pem");
    assert_eq!(file.group(ca).unwrap().name, " mysqld");
}

#[test]
fn names_and_prefixes() {
    let text = b"[s]\nloose_skip-ssl\nmaximum-x=1\nskip-name-resolve\nx=2\nSSL\nssl=0\n";
    let options = Options::load("my.cnf", &BTreeMap::from([("my.cnf", text)]));
    let last = |known: &str| {
        options.find(&["s"], known).map(|placed| (placed.entry.name.as_str().to_owned(), placed.prefix(known).unwrap()))
    };
    assert_eq!(last("ssl"), Some(("ssl".into(), Prefix::default())));
    assert_eq!(last("skip_name_resolve"), Some(("skip-name-resolve".into(), Prefix::default())));
    assert_eq!(last("x"), Some(("x".into(), Prefix::default())), "a limit is not a value");
    assert_eq!(last("y"), None);
    let first = options.entries().next().unwrap();
    assert_eq!(first.prefix("ssl"), Some(Prefix { loose: true, switch: Some(false), maximum: false }));
    let listed: Vec<&str> = options.options_for(&["s"]).iter().map(|placed| placed.entry.name.as_str()).collect();
    assert_eq!(
        listed,
        ["maximum-x", "skip-name-resolve", "x", "SSL", "ssl"],
        "letter case counts, the last place wins"
    );
}

#[test]
fn the_reader_stops_where_it_cannot_go_on() {
    for (text, kind, entries) in [
        (&b"a=1\n[mysqld]\nb=1\n"[..], ProblemKind::OptionBeforeGroup, 0),
        (b"[mysqld]\nb=1\n[mysqld\nc=1\n", ProblemKind::UnclosedGroup, 1),
        (b"[mysqld]\nb=1\n!include\nc=1\n", ProblemKind::IncludeWithoutPath, 1),
        (b"[mysqld]\nb=1\n!includedir /none\nc=1\n", ProblemKind::UnreadableDirectory, 1),
    ] {
        let options = Options::load("my.cnf", &BTreeMap::from([("my.cnf", text)]));
        assert_eq!(options.fatal().map(|problem| problem.kind), Some(kind));
        assert_eq!(options.entries().count(), entries, "{kind}");
    }
    let inner =
        BTreeMap::from([("my.cnf", "[mysqld]\n!include /in.cnf\nb=1\n"), ("/in.cnf", "[mysqld]\na=1\n[x\nc=1\n")]);
    let options = Options::load("my.cnf", &inner);
    assert_eq!(options.fatal(), None, "an included file stops alone");
    assert_eq!(entries(&options), ["/in.cnf a", "my.cnf b"]);
}

#[test]
fn what_is_silently_lost_is_told() {
    let text = b"[mysqld]\n!includes /x\n!include /none.cnf\n=1\na=b\0c\n!include /my.cnf";
    let options = Options::load("my.cnf", &BTreeMap::from([("my.cnf", text)]));
    let kinds: Vec<ProblemKind> = problems(&options).into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(
        kinds,
        [
            ProblemKind::UnknownDirective,
            ProblemKind::UnreadableFile,
            ProblemKind::NoName,
            ProblemKind::Nul,
            ProblemKind::PathCutOff,
            ProblemKind::UnreadableFile,
        ]
    );
    let Some(Item::Include(cut)) = options.files[0].file.items.last() else { panic!() };
    assert_eq!((cut.kind, cut.path.as_str()), (IncludeKind::File, "/my.cn"));
}

#[test]
fn includes_are_read_in_their_place_and_by_name() {
    let files = BTreeMap::from([
        ("my.cnf", "[mysqld]\na=1\n!includedir /d/\nb=1\n"),
        ("/d/z.cnf", "[mysqld]\nz=1\n"),
        ("/d/B.cnf", "[mysqld]\nB=1\n"),
        ("/d/no.cnf.bak", "[mysqld]\nno=1\n"),
        ("/d/sub/no.cnf", "[mysqld]\nno=1\n"),
    ]);
    let options = Options::load("my.cnf", &files);
    assert_eq!(entries(&options), ["my.cnf a", "/d/B.cnf B", "/d/z.cnf z", "my.cnf b"]);
    assert_eq!(options.files[1].included_at.unwrap().0, 0);
    assert_eq!(options.find(&["mysqld"], "z").unwrap().group.name, "mysqld");
}

#[test]
fn loops_and_avalanches_end() {
    let itself = BTreeMap::from([("/my.cnf", "[mysqld]\na=1\n!include /my.cnf\n!includedir /\nb=1\n")]);
    let options = Options::load("/my.cnf", &itself);
    assert_eq!(entries(&options), ["/my.cnf a", "/my.cnf b"]);
    let itself = ("/my.cnf", ProblemKind::IncludesItself);
    assert_eq!(problems(&options), [itself, itself]);

    let deep: BTreeMap<String, String> =
        (0..20).map(|n| (format!("/{n}"), format!("[mysqld]\na{n}=1\n!include /{}\n", n + 1))).collect();
    let options = Options::load("/0", &deep);
    assert_eq!(options.entries().count(), 11);
    assert_eq!(problems(&options), [("/10", ProblemKind::TooDeep)]);

    let wide: BTreeMap<String, String> =
        (0..20).map(|n| (format!("/{n}"), format!("!include /{}\n", n + 1).repeat(20))).collect();
    let options = Options::load("/0", &wide);
    assert_eq!(options.files.len(), 1000);
    assert!(problems(&options).contains(&("/0", ProblemKind::TooMany)));
}

#[test]
fn what_cannot_be_looked_at_is_unknown() {
    let options = Options::of_text("my.cnf", b"[mysqld]\na=1\n!includedir /etc/mysql/conf.d\n!include /x\nb=1\n", &());
    assert!(options.is_partial() && problems(&options).is_empty());
    assert_eq!(options.entries().count(), 2);
}

#[test]
fn passwords_are_in_no_output() {
    let text = b"[client]\npassword=hunter2\nloose_Password = 'hunter2'\npassword1=hunter2\nmaster_password=hunter2\nwsrep_sst_auth=u:hunter2\n";
    let options = Options::load("my.cnf", &BTreeMap::from([("my.cnf", text)]));
    assert_eq!(options.entries().count(), 5);
    for placed in options.entries() {
        let value = placed.entry.value.as_ref().unwrap();
        assert!(value.is_secret() && value.text().is_none() && placed.entry.text().is_none());
        assert!(value.expose().ends_with(b"hunter2"));
    }
    assert!(!format!("{options:?}").contains("hunter2"));
}

#[test]
fn any_bytes_are_read_in_linear_time() {
    let mut noise = Noise(7);
    let text: Vec<u8> = (0..200_000).map(|_| *noise.one_of(b"[]=#;!\n\n\\'\"\0 a_\xa0\xff")).collect();
    for start in 0..200 {
        OptionFile::parse(&text[start..start + 300]);
    }
    OptionFile::parse(&[b"[a]\n".as_slice(), &text].concat());
    let huge = vec![b'\n'; 17 << 20];
    assert_eq!(OptionFile::parse(&huge).problems[0].kind, ProblemKind::TooLarge);
}

/// Numbers that are the same in every run.
struct Noise(u64);

impl Noise {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

const GROUPS: [&str; 7] = ["mysqld", "MYSQLD", "client", "mysqld-8.4", "mariadb", "mysqld ", " x"];
const NAMES: [&str; 8] = ["ssl_ca", "ssl-ca", "skip-ssl", "loose-a", "password", "it's", "a b", "maximum_x"];
const PIECES: [&str; 22] = [
    "/etc/ca.pem",
    "'",
    "\"",
    "\\",
    "\\n",
    "\\s",
    "\\\\",
    "\\'",
    "\\\"",
    "\\b",
    "\\r",
    "\\t",
    "\\x",
    "#",
    " ",
    " # c",
    ";",
    "=",
    "\t",
    "a",
    "[",
    "\u{a0}",
];

fn generated(noise: &mut Noise, includes: &[String]) -> Vec<u8> {
    let mut text = String::new();
    if noise.below(10) > 0 {
        text += "[mysqld]\n";
    }
    for _ in 0..noise.below(15) {
        let indent = *noise.one_of(&["", "", " ", "\t"]);
        match noise.below(12) {
            0 | 1 => text += &format!("{indent}[{}]{}\n", noise.one_of(&GROUPS), noise.one_of(&["", "", " # c", "x"])),
            2 => {
                text +=
                    &format!("{indent}{}\n", noise.one_of(&["# comment", ";comment", "", "!unknown x", "!includes x"]))
            }
            3 if !includes.is_empty() => {
                text += &format!("{indent}!{}\n", noise.one_of(includes));
            }
            4 => text += &format!("{indent}{} {}\n", noise.one_of(&NAMES), noise.one_of(&["", "# c", "x"])),
            5 if noise.below(20) == 0 => text += "[mysqld\n",
            _ => {
                let value: String = (0..noise.below(8)).map(|_| *noise.one_of(&PIECES)).collect();
                text +=
                    &format!("{indent}{}{}{value}\n", noise.one_of(&NAMES), noise.one_of(&["=", " = ", "\t=", "= "]));
            }
        }
    }
    if noise.below(4) == 0 {
        text.pop();
    }
    text.into_bytes()
}

struct Disk;

impl Files for Disk {
    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        fs::read(path).map_err(|_| FileError::Unreadable)
    }

    fn list(&self, directory: &str) -> Result<Vec<String>, FileError> {
        let entries = fs::read_dir(directory).map_err(|_| FileError::Unreadable)?;
        Ok(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
    }
}

fn reader(arguments: &[&str]) -> io::Result<std::process::Output> {
    Command::new("my_print_defaults").args(arguments).output()
}

#[test]
fn the_servers_reader_agrees() {
    if reader(&["--version"]).is_err() {
        eprintln!("skipped: my_print_defaults is not installed");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("option_file");
    let _ = fs::remove_dir_all(&folder);
    let mut noise = Noise(1);
    let (mut stopped, mut options_seen) = (0, 0);
    for case in 0..300 {
        let at = folder.join(case.to_string());
        fs::create_dir_all(at.join("d")).unwrap();
        let place = |name: &str| at.join(name).to_str().unwrap().to_owned();
        let includes = [
            format!("include {}", place("a.cnf")),
            format!(" includedir\t{} ", place("d")),
            format!("include {}", place("none.cnf")),
        ];
        let mut texts = BTreeMap::new();
        for (name, includes) in [
            ("d/2.cnf", &[][..]),
            ("d/1.cnf", &[]),
            ("d/no.ini", &[]),
            ("a.cnf", &includes[1..]),
            ("my.cnf", &includes),
        ] {
            let text = generated(&mut noise, includes);
            fs::write(place(name), &text).unwrap();
            texts.insert(place(name), text);
        }
        let groups = [&["mysqld", "mysqld-8.4"][..], &["client"], &["mysqld", "client", " x"]][noise.below(3)];
        let argument = format!("--defaults-file={}", place("my.cnf"));
        let answer = reader(&[&[argument.as_str()], groups].concat()).unwrap();
        let options = Options::load(&place("my.cnf"), &Disk);
        assert_eq!(options.fatal().is_some(), !answer.status.success(), "{}: {:?}", at.display(), options.fatal());
        if !answer.status.success() {
            stopped += 1;
            continue;
        }
        let ours = printed(&options, groups, &texts);
        options_seen += options.given_to(groups).count();
        assert_eq!(String::from_utf8_lossy(&ours), String::from_utf8_lossy(&answer.stdout), "{}", at.display());
        assert_eq!(ours, answer.stdout, "{}", at.display());
    }
    assert!(stopped > 10 && options_seen > 1000, "{stopped} stopped, {options_seen} options");
}

/// A file with one option in each of these groups, and those that `my_print_defaults --mysqld` reads of it.
#[test]
fn groups_of_a_mariadb_server() {
    let all = "mysqld server mysqld-10.11 mysqld-10 mariadb mariadb-10.11 mariadb-10 mariadbd mariadbd-10.11 mariadbd-10 client-server galera client mysql client-mariadb mariadb-client mysqld_safe";
    let text: String = all.split(' ').map(|group| format!("[{group}]\n{group}\n")).collect();
    let options = Options::load("my.cnf", &BTreeMap::from([("my.cnf", text)]));
    let read = |program: Program| -> Vec<String> {
        let groups = groups(program, Flavor::MariaDb, Version::new(10, 11, 19));
        options.given_to(&groups).map(|placed| placed.group.name.clone()).collect()
    };
    assert_eq!(
        read(Program::Server).join(" "),
        "mysqld server mysqld-10.11 mariadb mariadb-10.11 mariadbd mariadbd-10.11 client-server galera"
    );
    assert_eq!(read(Program::Client).join(" "), "client-server client mysql client-mariadb mariadb-client");
}
