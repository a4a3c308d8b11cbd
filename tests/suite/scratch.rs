//! A scratch folder and the built program run inside it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The built program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_framescope");

/// A sentence that is flagged by `name-calling`, by an entry of strength 3.
pub(crate) const LOADED: &str = "The general called them puppets of a foreign power.\n";
/// A sentence in which nothing is flagged.
pub(crate) const PLAIN: &str = "The ministers met on Tuesday.\n";

/// An empty folder of one test, taken away at its end.
pub(crate) struct Scratch(tempfile::TempDir);

impl Scratch {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder with these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let scratch = Self::new();
        for (name, text) in files {
            scratch.file(name, text);
        }
        scratch
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file, and the folders that lead to it.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names of all files and folders in it, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The program, ready to run here.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null());
        for name in ["NO_COLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the program.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(arguments, &self.command(arguments).output().unwrap())
    }

    /// Runs the program with `input` as its standard input.
    pub(crate) fn feed(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        let feeder = std::thread::spawn(move || stdin.write_all(&input));
        let output = child.wait_with_output().unwrap();
        let _ = feeder.join();
        Ran::of(arguments, &output)
    }

    /// Runs a shell line, in which `framescope` is the program.
    pub(crate) fn shell(&self, line: &str) -> Ran {
        let mut command = Command::new("bash");
        let line = format!("framescope() {{ \"{PROGRAM}\" \"$@\"; }}; {line}");
        command.args(["-c", &line]).current_dir(self.0.path()).stdin(Stdio::null());
        Ran::of(&[line.as_str()], &command.output().unwrap())
    }
}

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    #[expect(dead_code, reason = "shown where an assertion fails")]
    line: String,
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    fn of(arguments: &[&str], output: &Output) -> Self {
        Self {
            line: arguments.join(" "),
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout.clone()).unwrap(),
            stderr: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// The run ended with this exit code, and without a panic.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        assert!(!self.stderr.contains("panicked"), "{self:#?}");
        self
    }

    /// Exit code 0, and nothing to complain about.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.stderr, "", "{self:#?}");
        self.exits(0)
    }

    /// Exit code 2, and exactly one line of complaint that holds all these parts.
    #[track_caller]
    pub(crate) fn refuses(self, parts: &[&str]) -> Self {
        assert_eq!(self.stderr.trim_end().lines().count(), 1, "{self:#?}");
        self.complains(parts)
    }

    /// Exit code 2, one line that names what was skipped and holds all these parts, one that says that
    /// nothing is left, and no report.
    #[track_caller]
    pub(crate) fn finds_no_text(self, parts: &[&str]) -> Self {
        let lines: Vec<_> = self.stderr.lines().collect();
        assert_eq!(lines.len(), 2, "{self:#?}");
        assert!(lines[0].starts_with("skipped: ") && lines[1].contains("gave a text"), "{self:#?}");
        assert_eq!(self.stdout, "", "{self:#?}");
        self.complains(parts)
    }

    /// Exit code 2, and complaints that hold all these parts.
    #[track_caller]
    pub(crate) fn complains(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(self.stderr.contains(part), "no {part:?} in {self:#?}");
        }
        self.exits(2)
    }

    /// The rows of CSV output; each has the header's width.
    #[track_caller]
    pub(crate) fn rows(&self) -> Rows {
        let mut reader =
            csv::ReaderBuilder::new().flexible(false).from_reader(self.stdout.as_bytes());
        let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let row = |row: csv::Result<csv::StringRecord>| row.unwrap();
        Rows { header, rows: reader.records().map(row).collect() }
    }
}

/// A parsed CSV.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<csv::StringRecord>,
}

impl Rows {
    /// All cells of a column.
    #[track_caller]
    pub(crate) fn column(&self, name: &str) -> Vec<&str> {
        let at = self.header.iter().position(|column| column == name);
        let at = at.unwrap_or_else(|| panic!("no column {name} in {:?}", self.header));
        self.rows.iter().map(|row| &row[at]).collect()
    }
}
