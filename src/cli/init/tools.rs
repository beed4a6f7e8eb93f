//! Tools for migrations, by the names of their files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostic::slashed;

/// The tools, each with the folder that it was first seen in.
#[derive(Debug, Default)]
pub(super) struct Tools {
    seen: BTreeMap<Tool, PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tool {
    Flyway,
    Numbered,
    Liquibase,
    /// A folder for each migration.
    Prisma,
}

impl Tools {
    pub(super) fn look_at(&mut self, path: &Path) {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let Some(folder) = path.parent() else { return };
        let is_numbered = name.starts_with(|c: char| c.is_ascii_digit()) && name.contains(['_', '-']);
        let tool = match &*name {
            "migration.sql" if folder.parent().is_some_and(|folder| folder.ends_with("migrations")) => Tool::Prisma,
            "liquibase.properties" => Tool::Liquibase,
            name if name.starts_with('v') && name.contains("__") && name.ends_with(".sql") => Tool::Flyway,
            name if is_numbered && name.ends_with(".sql") => Tool::Numbered,
            _ => return,
        };
        let folder = if tool == Tool::Prisma { folder.parent().unwrap_or(folder) } else { folder };
        let seen = self.seen.entry(tool).or_insert_with(|| folder.to_owned());
        if folder < &**seen {
            *seen = folder.to_owned();
        }
    }

    pub(super) fn notes(&self) -> Vec<String> {
        self.seen.iter().map(|(tool, folder)| format!("{} in {}", tool.name(), shown(folder))).collect()
    }

    /// The lines about the order of files.
    pub(super) fn to_toml(&self) -> String {
        let mut text = String::from(
            "# Files whose names do not tell in which order they run; numbered ones, and those of Flyway, do.\n",
        );
        for (tool, folder) in &self.seen {
            text += &format!("# Found: {} in {}.\n", tool.name(), shown(folder));
        }
        text + &match self.seen.get(&Tool::Prisma) {
            Some(folder) => format!("order = [\"{}/*/migration.sql\"]\n", shown(folder)),
            None => "# order = [\"schema/\", \"seeds/\"]\n".to_owned(),
        }
    }
}

impl Tool {
    fn name(self) -> &'static str {
        match self {
            Tool::Flyway => "migrations of Flyway",
            Tool::Numbered => "numbered migrations",
            Tool::Liquibase => "Liquibase",
            Tool::Prisma => "migrations of Prisma",
        }
    }
}

/// For a comment and a string.
fn shown(folder: &Path) -> String {
    match slashed(folder).replace(|c: char| c.is_control() || "\"\\".contains(c), "?") {
        name if name.is_empty() => ".".to_owned(),
        name => name,
    }
}
