use crate::model::ServerOptions;
use crate::option_file::ProblemKind;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// A file that an option file includes is not there.
    ///
    /// ## What the server does
    ///
    /// It skips the file without a word.
    ///
    /// Only with --file-root is it known what is there.
    ///
    /// ## Source
    ///
    /// mysys/my_default of MySQL 9.7 and MariaDB 10.11; my_print_defaults of MariaDB.
    UnreadableInclude { name: "unreadable-include", area: OptionFile, severity: Warning, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    let is_told = |kind| kind == ProblemKind::UnreadableFile;
    super::problems(file, cx, is_told, "check the path, below the directory of --file-root");
}
