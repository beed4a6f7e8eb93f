fn main() {
    use replint::script::*;
    let options = ScriptOptions { targets: std::env::args().nth(2).unwrap_or_default().parse().unwrap(), placeholders: std::env::args().nth(3).is_some(), ..Default::default() };
    let mut script = Script::new(std::fs::File::open(std::env::args().nth(1).unwrap()).unwrap(), &options);
    while let Some(event) = script.next_event().unwrap() {
        match event {
            Event::Statement(s) => println!("S {:?} {:?} {:?}", s.kind, (s.base.line, s.base.column), String::from_utf8_lossy(s.text)),
            Event::Problem(p) => println!("P {} {:?} {}", p.rule.name(), (p.base.line, p.base.column), p.message),
        }
    }
    println!("C {:?}", script.counts());
}
