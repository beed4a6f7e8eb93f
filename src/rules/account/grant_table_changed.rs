use crate::rules::declare_rule;

declare_rule! {
    /// A grant table of the schema `mysql` is changed directly.
    ///
    /// ## What the server does
    ///
    /// It checks nothing, and looks at the tables again only at FLUSH PRIVILEGES or a restart. The columns differ between versions: `Password` is
    /// gone since MySQL 5.7, and since MariaDB 10.4 `mysql.user` is a view that cannot be changed.
    ///
    /// Found where the table is named with its schema (`mysql.user`, `mysql.db` and their kin), and behind `USE mysql`; INSERTs behind it are
    /// those of a dump.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// DELETE FROM mysql.user WHERE User = '';
    /// FLUSH PRIVILEGES;
    /// ```
    ///
    /// ```sql
    /// USE mysql;
    /// UPDATE user SET Host = '%' WHERE User = 'root';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DROP USER IF EXISTS ''@'localhost';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, When Privilege Changes Take Effect; MariaDB Knowledge Base, mysql.user Table.
    GrantTableChanged { name: "grant-table-changed", area: Account, severity: Warning, group: Default, since: "0.1.0", reading }
}
