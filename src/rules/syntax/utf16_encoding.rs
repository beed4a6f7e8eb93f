use crate::rules::declare_rule;

declare_rule! {
    /// The file is UTF-16.
    ///
    /// ## What happens
    ///
    /// It never gets the file: the clients stop at the first zero byte. Windows PowerShell 5 writes UTF-16 when output is redirected with `>`.
    ///
    /// replint looks at nothing in the file, and says so at its first byte. Save it as UTF-8.
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 clients.
    Utf16Encoding { name: "utf16-encoding", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
