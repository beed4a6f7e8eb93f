use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use toml::Spanned;

use super::{Config, ConfigError, FailOn, Override, Size, SourceServer, reason};
use crate::diagnostic::Severity;
use crate::lexer::SqlMode;
use crate::lint::{Rank, Selector, Settings};
use crate::model::KnownSource;
use crate::server::{Target, Targets};

/// A `replint.toml` that was read: every name in it is known.
#[derive(Clone, Debug)]
pub struct Loaded {
    path: PathBuf,
    fail_on: Option<FailOn>,
    baseline: Option<PathBuf>,
    exclude: Gitignore,
    /// One for each pattern.
    order: Vec<Gitignore>,
    file_root: Option<PathBuf>,
    max_statement: Option<Size>,
    sources: Vec<KnownSource>,
    all: Part,
    overrides: Vec<(Gitignore, Part)>,
}

/// What holds for some paths, or for all.
#[derive(Clone, Debug)]
struct Part {
    targets: Option<Targets>,
    upgrade_to: Option<Targets>,
    select: Option<Vec<Selector>>,
    ignore: Vec<Selector>,
    severity: BTreeMap<&'static str, Severity>,
    sql_mode: Option<SqlMode>,
    placeholders: Option<bool>,
}

/// A file at hand, for errors.
struct File<'f> {
    path: &'f Path,
    text: &'f str,
}

type Strings = [Spanned<String>];

impl Loaded {
    /// Reads a file.
    ///
    /// # Errors
    /// It cannot be read, is no TOML, or holds a key or a name that is not known.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let text = fs::read_to_string(path)
            .map_err(|error| ConfigError::new(path, "", None, format!("cannot be read: {}", reason(&error))))?;
        Self::parse(path, &text)
    }

    /// Reads the text of a file that stands at `path`.
    ///
    /// # Errors
    /// It is no TOML, or holds a key or a name that is not known.
    pub fn parse(path: &Path, text: &str) -> Result<Self, ConfigError> {
        let config: Config = toml::from_str(text).map_err(|error| ConfigError::of_toml(path, text, &error))?;
        let file = File { path, text };
        let exclude = file.patterns(&config.exclude)?;
        let order = config.order.iter().map(|pattern| file.patterns(std::slice::from_ref(pattern)));
        let order = order.collect::<Result<_, _>>()?;
        let mut overrides = Vec::new();
        for it in &config.overrides {
            overrides.push((file.patterns(&it.paths)?, file.part(it)?));
        }
        let all = file.part(&Override {
            paths: Vec::new(),
            targets: config.targets,
            upgrade_to: config.upgrade_to,
            select: config.select,
            ignore: config.ignore,
            severity: config.severity,
            sql_mode: config.sql_mode,
            placeholders: config.placeholders,
        })?;
        let beside = |file: PathBuf| path.parent().unwrap_or(Path::new("")).join(file);
        Ok(Self {
            path: path.to_owned(),
            fail_on: config.fail_on,
            baseline: config.baseline.map(beside),
            exclude,
            order,
            file_root: config.file_root.map(|root| beside(root.into())),
            max_statement: config.max_statement_size.as_ref().map(|size| file.size(size)).transpose()?,
            sources: config.sources.iter().map(|source| file.source(source)).collect::<Result<_, _>>()?,
            all,
            overrides,
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The least severity that fails a run, if the file says.
    pub fn fail_on(&self) -> Option<FailOn> {
        self.fail_on
    }

    /// The baseline, as it is opened from here.
    pub fn baseline(&self) -> Option<PathBuf> {
        self.baseline.clone()
    }

    /// Whether a path is left out.
    pub fn excludes(&self, path: &Path, is_directory: bool) -> bool {
        matches(&self.exclude, path, is_directory)
    }

    /// The directory below which paths of servers are looked up, if the file says.
    pub fn file_root(&self) -> Option<&Path> {
        self.file_root.as_deref()
    }

    /// Where a script at `path` stands in the order, if the file says.
    pub fn rank(&self, path: &Path) -> Option<Rank> {
        let pattern = self.order.iter().position(|pattern| matches(pattern, path, false))?;
        Some(Rank { config: self.path.as_path().into(), pattern })
    }

    /// What a script at `path` is asked.
    pub fn settings(&self, path: &Path) -> Settings {
        let mut settings = Settings { sources: self.sources.clone(), ..Settings::default() };
        self.max_statement.iter().for_each(|size| settings.max_statement = size.0);
        let parts = self.overrides.iter().filter(|(paths, _)| matches(paths, path, false)).map(|(_, part)| part);
        for part in std::iter::once(&self.all).chain(parts) {
            part.targets.iter().for_each(|targets| settings.targets = targets.clone());
            part.upgrade_to.iter().for_each(|targets| settings.upgrade_to = targets.clone());
            part.select.iter().for_each(|select| settings.selection.select = select.clone());
            settings.selection.ignore.extend(&part.ignore);
            settings.selection.severity.extend(&part.severity);
            part.sql_mode.iter().for_each(|sql_mode| settings.sql_mode = *sql_mode);
            part.placeholders.iter().for_each(|placeholders| settings.placeholders = *placeholders);
        }
        settings
    }
}

/// A pattern as git takes it: there `./vendor` matches nothing, `/vendor` is the same.
pub(crate) fn anchored(pattern: &str) -> String {
    let (not, path) = pattern.strip_prefix('!').map_or(("", pattern), |path| ("!", path));
    path.strip_prefix("./").map_or_else(|| pattern.to_owned(), |path| format!("{not}/{path}"))
}

fn matches(patterns: &Gitignore, path: &Path, is_directory: bool) -> bool {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.starts_with(patterns.path()) && patterns.matched_path_or_any_parents(path, is_directory).is_ignore()
}

impl File<'_> {
    fn part(&self, it: &Override) -> Result<Part, ConfigError> {
        Ok(Part {
            targets: it.targets.as_deref().map(|names| self.targets(names)).transpose()?,
            upgrade_to: it.upgrade_to.as_deref().map(|names| self.targets(names)).transpose()?,
            select: it.select.as_deref().map(|names| self.selectors(names)).transpose()?,
            ignore: self.selectors(&it.ignore)?,
            severity: it
                .severity
                .iter()
                .map(|(name, severity)| match name.as_ref().parse() {
                    Ok(Selector::Rule(rule)) => Ok((rule, Severity::from(*severity))),
                    Ok(_) => Err(self.error(name, "a severity is that of a rule, not of an area or a group")),
                    Err(error) => Err(self.error(name, error)),
                })
                .collect::<Result<_, _>>()?,
            sql_mode: it
                .sql_mode
                .as_ref()
                .map(|modes| SqlMode::known(modes.as_ref()).map_err(|error| self.error(modes, error)))
                .transpose()?,
            placeholders: it.placeholders,
        })
    }

    fn source(&self, it: &SourceServer) -> Result<KnownSource, ConfigError> {
        Ok(KnownSource {
            hosts: it.hosts.clone(),
            port: it.port,
            server: it
                .server
                .as_ref()
                .map(|name| self.targets(std::slice::from_ref(name)))
                .transpose()?
                .unwrap_or_default(),
            certificate: it.certificate.clone(),
            option_file: it.option_file.clone(),
        })
    }

    fn size(&self, size: &Spanned<String>) -> Result<Size, ConfigError> {
        size.as_ref().parse().map_err(|error| self.error(size, error))
    }

    fn error(&self, place: &Spanned<String>, message: impl ToString) -> ConfigError {
        ConfigError::new(self.path, self.text, Some(place.span()), message.to_string())
    }

    fn targets(&self, names: &Strings) -> Result<Targets, ConfigError> {
        let mut all: Vec<Target> = Vec::new();
        for name in names {
            all.extend(Target::parse(name.as_ref()).map_err(|error| self.error(name, error))?);
        }
        Ok(Targets::new(all))
    }

    fn selectors(&self, names: &Strings) -> Result<Vec<Selector>, ConfigError> {
        names.iter().map(|name| name.as_ref().parse().map_err(|error| self.error(name, error))).collect()
    }

    fn patterns(&self, patterns: &Strings) -> Result<Gitignore, ConfigError> {
        let path = std::path::absolute(self.path).unwrap_or_else(|_| self.path.to_owned());
        let mut builder = GitignoreBuilder::new(path.parent().unwrap_or(Path::new("")));
        for pattern in patterns {
            builder.add_line(None, &anchored(pattern.as_ref())).map_err(|error| self.error(pattern, error))?;
        }
        builder.build().map_err(|error| ConfigError::new(self.path, self.text, None, error.to_string()))
    }
}
