use replint::script::*;
use std::time::Instant;
fn main() {
    let pieces: [&[u8]; 30] = [
        b"'", b"\"", b"`", b"\\", b";", b"/*", b"*/", b"(", b"\0", b"\n", b"-- \n", b"--", b"/*!50000", b"/*!99999;", b"$$", b">", b"mysql>", b"{%",
        b"{%;", b"CREATE /**/", b"SET sql_mode=@a;", b"\n    -> ", b"GRANT a;", b"INSERT INTO t VALUES (1,'abc','some text here',NULL,3.14);\n",
        b"x", b"GRANT 'abcdefgh' ON x.y TO z, ", b"use db;", b"/*!40000 ALTER TABLE x DISABLE KEYS */;\n", b"/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER x BEGIN END */;", b"a\n",
    ];
    let options = ScriptOptions { placeholders: true, max_statement: 256<<20, ..Default::default() };
    for piece in pieces {
        let mut times = vec![];
        for size in [1usize << 20, 2 << 20, 4 << 20, 64<<20] {
            if size == 64<<20 && times.last() > Some(&0.05) { continue }
            let input = piece.repeat(size / piece.len());
            let start = Instant::now();
            let mut script = Script::new(&input[..], &options);
            let mut n = 0;
            while script.next_event().unwrap().is_some() { n += 1; }
            std::hint::black_box(n);
            times.push(start.elapsed().as_secs_f64());
        }
        println!("{:40} {:?} MB/s {:.0}", String::from_utf8_lossy(piece).escape_debug().to_string(), times.iter().map(|t| (t * 1e4).round() / 10.0).collect::<Vec<_>>(), [1.,2.,4.,64.][times.len()-1] * 1.048 / times.last().unwrap());
    }
}
