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
            0 => change("MASTER", "MASTER", n, &format!("example{n}")),
            1 => change("REPLICATION SOURCE", "SOURCE", n, &format!("example{n}")),
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

/// Statements of ours in which MySQL 8.4 and replint's default rules find nothing, `bytes` or a little more of them.
#[allow(dead_code)]
pub fn clean_statements(bytes: usize) -> Vec<String> {
    let mut made = Vec::new();
    let mut total = 0;
    let mut number = 0_u64;
    while total < bytes {
        number += 1;
        let n = (number / 5).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
        let user = format!("'app_{n}'@'10.{}.%'", n % 256);
        let statement = match number % 5 {
            0 => format!(
                "CREATE USER {user} IDENTIFIED WITH caching_sha2_password BY RANDOM PASSWORD REQUIRE SSL \
                 WITH MAX_USER_CONNECTIONS {} PASSWORD EXPIRE INTERVAL 90 DAY",
                n % 90 + 1
            ),
            1 => format!("ALTER USER {user} REQUIRE X509 FAILED_LOGIN_ATTEMPTS {} PASSWORD_LOCK_TIME 2", n % 9 + 1),
            2 => format!("GRANT SELECT, INSERT, UPDATE ON shop_{}.* TO {user}", n % 40),
            3 => format!(
                "{} FOR CHANNEL 'channel_{n}'",
                change("REPLICATION SOURCE", "SOURCE", n, "${REPLICATION_PASSWORD}")
            ),
            _ => format!("START REPLICA FOR CHANNEL 'channel_{n}'"),
        };
        total += statement.len() + 2;
        made.push(statement);
    }
    made
}

/// GRANT in the forms that are usual, but for privileges that not every parser knows, such as REPLICATION SLAVE: `bytes` or a little more.
#[allow(dead_code)]
pub fn grants(bytes: usize) -> Vec<String> {
    const PRIVILEGES: [&str; 4] =
        ["SELECT", "SELECT, INSERT, UPDATE, DELETE", "ALL PRIVILEGES", "EXECUTE, CREATE, DROP"];
    const LEVELS: [&str; 3] = ["*.*", "shop_1.*", "shop_2.orders"];
    let grant = |n: usize| {
        let option = if n.is_multiple_of(5) { " WITH GRANT OPTION" } else { "" };
        let (privileges, level) = (PRIVILEGES[n % PRIVILEGES.len()], LEVELS[n % LEVELS.len()]);
        format!("GRANT {privileges} ON {level} TO 'app_{n}'@'10.{}.%'{option}", n % 256)
    };
    (0..bytes / 64).map(grant).collect()
}

fn change(verb: &str, prefix: &str, n: u64, password: &str) -> String {
    format!(
        "CHANGE {verb} TO\n  {prefix}_HOST = 'db{n}.example.com',\n  {prefix}_PORT = {},\n  {prefix}_USER = 'repl',\n  \
         {prefix}_PASSWORD = '{password}',\n  {prefix}_SSL = 1,\n  {prefix}_SSL_CA = '/etc/mysql/ca.pem',\n  \
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

/// Statements of an application's migrations: none is of ours.
#[allow(dead_code)]
pub fn migrations(bytes: usize) -> Vec<u8> {
    let mut text = b"-- migration 17\n-- author: somebody\n\n".to_vec();
    let mut number = 0_u64;
    while text.len() < bytes {
        number += 1;
        let n = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54;
        let statement = match number % 5 {
            0 => format!(
                "CREATE TABLE IF NOT EXISTS `orders_{n}` (\n  id BIGINT NOT NULL AUTO_INCREMENT,\n  customer_id BIGINT NOT NULL,\n  \
                 note VARCHAR(255) DEFAULT NULL,\n  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,\n  PRIMARY KEY (id)\n) ENGINE=InnoDB;\n\n"
            ),
            1 => format!("INSERT INTO orders_{n} (id, name, note) VALUES ({n}, 'status', 'it''s fine');\n"),
            2 => format!("CREATE INDEX idx_{n} ON orders_{n} (customer_id);\n"),
            3 => format!("ALTER TABLE `orders_{n}` ADD COLUMN note_{n} INT NOT NULL DEFAULT 0;\n"),
            _ => {
                format!("UPDATE orders_{n} SET status = 'done' WHERE id IN (SELECT id FROM done WHERE total > {n});\n")
            }
        };
        text.extend_from_slice(statement.as_bytes());
    }
    text
}
