//! Where reports go: standard output and files.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use tempfile::NamedTempFile;

use super::input::reason;
use super::terminal::Color;
use super::{Status, complain, unwritten};
use crate::diagnostic::Diagnostic;
use crate::report::{Format, Report, Style, Summary};

/// `NAME` or `NAME=FILE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FormatArgument {
    format: Format,
    /// None: standard output.
    file: Option<PathBuf>,
}

impl FormatArgument {
    /// Whether it leaves standard output to others.
    pub(super) fn is_to_file(&self) -> bool {
        self.file.is_some()
    }
}

impl FromStr for FormatArgument {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, file) = match text.split_once('=') {
            Some((_, "")) => return Err("a file is missing behind the `=`".to_owned()),
            Some((name, "-")) => (name, None),
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (text, None),
        };
        let format = Format::ALL.into_iter().find(|format| format.name() == name);
        format.map(|format| Self { format, file }).ok_or_else(|| unknown(name))
    }
}

fn unknown(name: &str) -> String {
    let names = Format::ALL.map(Format::name);
    let far = |known: &&'static str| (strsim::damerau_levenshtein(&name.to_lowercase(), known), *known);
    match names.iter().map(far).min().filter(|(far, known)| *far <= 2.max(known.len() / 3)) {
        Some((_, near)) => format!("unknown format; did you mean `{near}`?"),
        None => format!("unknown format; write {}", names.join(", ")),
    }
}

/// The reports of a run.
pub(super) struct Outputs {
    open: Vec<Output>,
    /// What became of those that could not be written.
    status: Status,
}

struct Output {
    report: Box<dyn Report>,
    file: Option<Target>,
}

/// A file that a report is for.
struct Target {
    path: PathBuf,
    /// What is written first and then takes the file's place; none where the path is a device or a pipe.
    temporary: Option<NamedTempFile>,
}

impl Outputs {
    /// # Errors
    /// A sentence that says why the reports cannot be written.
    pub(super) fn open(formats: &[FormatArgument], color: Color) -> Result<Self, String> {
        if formats.iter().filter(|one| one.file.is_none()).count() > 1 {
            return Err(
                "only one format can go to standard output; give the others a file: `--format NAME=FILE`".into()
            );
        }
        for (at, one) in formats.iter().enumerate() {
            if let Some(file) = one.file.as_ref().filter(|_| formats[..at].iter().any(|other| other.file == one.file)) {
                return Err(format!("two formats cannot go to the same file {}", file.display()));
            }
        }
        let open = formats.iter().map(|one| Output::open(one, color)).collect::<Result<_, _>>()?;
        Ok(Self { open, status: Status::Clean })
    }

    /// Whether nobody reads any of it any more.
    pub(super) fn are_closed(&self) -> bool {
        self.open.is_empty()
    }

    pub(super) fn file(&mut self, path: &Path, diagnostics: &[Diagnostic]) {
        let status = &mut self.status;
        self.open.retain_mut(|output| match output.report.file(path, diagnostics) {
            Ok(()) => true,
            Err(error) => {
                *status = (*status).max(output.failed(&error));
                false
            }
        });
    }

    /// Ends the reports, and puts those that are complete into their files.
    pub(super) fn finish(mut self, summary: &Summary, troubles: &[String]) -> Status {
        for mut output in self.open.drain(..) {
            let result = output.report.finish(summary, troubles);
            let Output { report, file } = output;
            drop(report);
            let name = file.as_ref().map(|target| target.path.clone());
            let result = result.and_then(|()| file.map_or(Ok(()), Target::keep));
            if let Err(error) = result {
                self.status = self.status.max(failed(name.as_deref(), &error));
            }
        }
        self.status
    }
}

impl Output {
    fn open(argument: &FormatArgument, color: Color) -> Result<Self, String> {
        let Some(path) = &argument.file else {
            let report = argument.format.report(BufWriter::new(io::stdout()), color.style());
            return Ok(Self { report: report.map_err(|error| unwritable(None, &error))?, file: None });
        };
        let style = Style { color: color == Color::Always, ..Style::PLAIN };
        let open = || {
            let (target, file) = Target::open(path)?;
            Ok(Self { report: argument.format.report(BufWriter::new(file), style)?, file: Some(target) })
        };
        open().map_err(|error| unwritable(Some(path), &error))
    }

    fn failed(&self, error: &io::Error) -> Status {
        failed(self.file.as_ref().map(|target| &*target.path), error)
    }
}

impl Target {
    fn open(path: &Path) -> io::Result<(Self, File)> {
        // A link stays a link.
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let known = fs::metadata(&real).ok();
        if known.as_ref().is_some_and(|known| !known.is_file()) {
            let file = File::options().write(true).open(&real)?;
            return Ok((Self { path: path.to_owned(), temporary: None }, file));
        }
        let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let temporary = temporary(folder)?;
        if let Some(known) = known {
            // As it would be if the file itself were written.
            File::options().write(true).open(&real)?;
            temporary.as_file().set_permissions(known.permissions())?;
        }
        let file = temporary.as_file().try_clone()?;
        Ok((Self { path: real, temporary: Some(temporary) }, file))
    }

    fn keep(self) -> io::Result<()> {
        match self.temporary {
            Some(temporary) => temporary.persist(&self.path).map(drop).map_err(|error| error.error),
            None => Ok(()),
        }
    }
}

/// Puts bytes in the place of a file, or of none.
///
/// # Errors
/// A sentence: the file is left as it was.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let replace = || {
        let (target, mut file) = Target::open(path)?;
        file.write_all(bytes)?;
        target.keep()
    };
    replace().map_err(|error| unwritable(Some(path), &error))
}

/// A file that is gone unless it is kept, with the mode of any new file.
pub(super) fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".replint-");
    #[cfg(unix)]
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(mode);
    builder.tempfile_in(folder)
}

fn failed(file: Option<&Path>, error: &io::Error) -> Status {
    match file {
        None => unwritten(error, Status::Clean),
        Some(_) => complain(unwritable(file, error)),
    }
}

fn unwritable(file: Option<&Path>, error: &io::Error) -> String {
    let name = file.map_or_else(|| "standard output".to_owned(), |file| file.display().to_string());
    format!("cannot write {name}: {}", reason(error))
}

/// The format where none was asked for: GitHub shows its own at the lines that a pull request changes.
pub(super) fn default_format() -> FormatArgument {
    let in_actions = std::env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true");
    FormatArgument { format: if in_actions { Format::Github } else { Format::Text }, file: None }
}
