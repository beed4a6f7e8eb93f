//! Inputs made on the spot, the same in every run.

/// Statements of ours with some variety, `bytes` or a little more of them, one to an element.
pub fn statements(bytes: usize) -> Vec<String> {
    let mut made = Vec::new();
    let mut total = 0;
    let mut number = 0_u64;
    while total < bytes {
        number += 1;
        let n = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
        let statement = match number % 5 {
            0 => change("MASTER", "MASTER", n),
            1 => change("REPLICATION SOURCE", "SOURCE", n),
            2 => format!(
                "CREATE USER IF NOT EXISTS 'app_{n}'@'10.{}.%' IDENTIFIED WITH caching_sha2_password BY 'example{n}' REQUIRE SSL \
                 WITH MAX_USER_CONNECTIONS {} PASSWORD EXPIRE INTERVAL 90 DAY ACCOUNT LOCK",
                n % 256,
                n % 90 + 1
            ),
            3 => format!("ALTER USER 'app_{n}'@'%' IDENTIFIED BY 'example{n}' RETAIN CURRENT PASSWORD"),
            _ => format!(
                "GRANT SELECT, INSERT, REPLICATION SLAVE ON shop_{}.* TO 'app_{n}'@'localhost' WITH GRANT OPTION",
                n % 40
            ),
        };
        total += statement.len() + 2;
        made.push(statement);
    }
    made
}

fn change(verb: &str, prefix: &str, n: u64) -> String {
    format!(
        "CHANGE {verb} TO\n  {prefix}_HOST = 'db{n}.example.com',\n  {prefix}_PORT = {},\n  {prefix}_USER = 'repl',\n  \
         {prefix}_PASSWORD = 'example{n}',\n  {prefix}_SSL = 1,\n  {prefix}_SSL_CA = '/etc/mysql/ca.pem',\n  \
         {prefix}_SSL_VERIFY_SERVER_CERT = 1,\n  {prefix}_AUTO_POSITION = 1",
        3306 + n % 90
    )
}

/// The text of a dump: rows with quotes, escapes and semicolons, one statement of ours at the end.
pub fn dump(bytes: usize) -> Vec<u8> {
    let mut text = b"-- MySQL dump\nCREATE TABLE `t` (`id` bigint NOT NULL, `note` text);\n".to_vec();
    let mut number = 0_u64;
    while text.len() < bytes {
        text.extend_from_slice(b"INSERT INTO `t` VALUES ");
        for row in 0..4000_u64 {
            number += 1;
            let comma = if row == 0 { "" } else { "," };
            text.extend_from_slice(format!("{comma}({number},'it\\'s row {number}; not -- the end')").as_bytes());
        }
        text.extend_from_slice(b";\n");
    }
    text.extend_from_slice(b"CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1', SOURCE_SSL = 1;\n");
    text
}
