//! A scratch folder and the command run in it.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder of a test's own.
pub struct Scratch(PathBuf);

/// How the command ended, and what it printed.
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Scratch {
    pub fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    #[allow(dead_code)]
    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn write(&self, name: impl AsRef<Path>, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[allow(dead_code)]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    pub fn replint<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Ran {
        self.replint_with(arguments, b"")
    }

    /// With this as standard input.
    pub fn replint_with<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>, stdin: &[u8]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_replint"));
        command.args(arguments).current_dir(&self.0).env_remove("GITHUB_ACTIONS");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // A command that does not read it may be gone.
        let _ = child.stdin.take().unwrap().write_all(stdin);
        let output = child.wait_with_output().unwrap();
        Ran {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The paths of the files with findings.
    #[allow(dead_code)]
    pub fn found_in<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Vec<String> {
        let concise = ["--format", "concise", "-q"].map(|it| OsStr::new(it).to_owned());
        let ran = self.replint(arguments.into_iter().map(|it| it.as_ref().to_owned()).chain(concise));
        assert!(ran.stderr.is_empty(), "{}", ran.stderr);
        ran.stdout.lines().map(|line| line.split(':').next().unwrap().to_owned()).collect()
    }
}
