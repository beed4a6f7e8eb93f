use crate::model::ServerOptions;
use crate::option_file::ProblemKind;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// What an option file includes cannot be read.
    ///
    /// ## What the server does
    ///
    /// A file that is not there is skipped without a word. A directory that is not there stops the reader, and the server does not start.
    ///
    /// Only with --file-root is it known what is there.
    ///
    /// ## Source
    ///
    /// mysys/my_default of MySQL 9.7 and MariaDB 10.11; my_print_defaults of MariaDB.
    UnreadableInclude { name: "unreadable-include", area: OptionFile, severity: Warning, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    use ProblemKind::{UnreadableDirectory, UnreadableFile};
    let is_told = |kind| matches!(kind, UnreadableDirectory | UnreadableFile);
    super::problems(file, cx, is_told, "check the path, below the directory of --file-root");
}
