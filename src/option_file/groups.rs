use crate::server::{Flavor, Version};

/// Who reads an option file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// `mysqld`, `mariadbd`.
    Server,
    /// The command line client, `mysql` or `mariadb`. No channel reads its groups.
    Client,
}

/// The groups that a program of a release reads; their order does not matter, only that of the options.
///
/// ```
/// use replint::option_file::{Program, groups};
/// use replint::server::{Flavor, Version};
///
/// assert_eq!(groups(Program::Server, Flavor::MySql, Version::new(8, 4, 6)), ["mysql_cluster", "mysqld", "server", "mysqld-8.4"]);
/// ```
pub fn groups(program: Program, flavor: Flavor, version: Version) -> Vec<String> {
    let (plain, versioned): (&[&str], &[&str]) = match (program, flavor) {
        (Program::Server, Flavor::MySql) => (&["mysql_cluster", "mysqld", "server"], &["mysqld"]),
        (Program::Server, Flavor::MariaDb) => (
            &["mysqld", "server", "mariadb", "mariadbd", "client-server", "galera"],
            &["mysqld", "mariadb", "mariadbd"],
        ),
        (Program::Client, Flavor::MySql) => (&["mysql", "client"], &[]),
        (Program::Client, Flavor::MariaDb) => {
            (&["mysql", "mariadb-client", "client", "client-server", "client-mariadb"], &[])
        }
    };
    let of_series = |group: &&str| format!("{group}-{}.{}", version.major, version.minor);
    plain.iter().map(|group| group.to_string()).chain(versioned.iter().map(of_series)).collect()
}
