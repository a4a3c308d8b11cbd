//! The journal of a corpus report (`report --resume FILE`): what is done, so that a run that was cut
//! off can be gone on with.
//!
//! Laws: the report that comes out is that of a run which nothing cut off, byte for byte; a batch is
//! in the journal wholly or not at all, and is on disk before the next one is begun; a journal is
//! gone on with only by a run that reads the same inputs in the same way; a file that is no journal
//! is never written over.

mod frame;
mod header;

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub(super) use header::{Header, is_same_file};

use super::failure::Failure;
use super::read::Mark;
use crate::profile::Counts;
use frame::{Frame, Hash};

/// What a journal begins with.
const MAGIC: &[u8] = b"framescope journal 1\n";
/// What stands for the hash before the first frame.
const NO_HASH: Hash = [0; 32];

/// How far a report has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    /// How far its inputs are read.
    pub(super) mark: Mark,
    /// The sum of the bodies' counts.
    pub(super) body: Option<Counts>,
    /// Whether a text was over `--fail-over`.
    pub(super) over: bool,
    /// Inputs that were skipped; in the journal, those of one batch.
    pub(super) skipped: Vec<String>,
}

/// An open journal.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// The hash of the last frame.
    hash: Hash,
    /// Where the header ends, with its hash.
    start: (u64, Hash),
    /// Where the last frame ends.
    end: u64,
}

impl Journal {
    /// Opens the journal of `path`, or begins it, and tells how far the report has come.
    ///
    /// # Errors
    /// A file that is no journal, or one that was begun with something else.
    pub(super) fn open(path: &Path, header: &Header) -> Result<(Self, State), Failure> {
        let failed = |error: io::Error| Failure::write(&path.display().to_string(), &error);
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(false).open(path);
        let file = file.map_err(failed)?;
        let is_file = file.metadata().map_err(failed)?.is_file();
        let found = if is_file { begun(&file).map_err(failed)? } else { Begun::Foreign };
        let start = match found {
            Begun::Foreign => {
                return Err(Failure::usage(format!(
                    "--resume: {} holds something else, which is left as it is; name a new file",
                    path.display()
                )));
            }
            Begun::Nothing => return Self::begin(path, file, header).map_err(failed),
            Begun::Journal(start) => start,
        };
        let old: Option<Header> = serde_json::from_slice(&start.head).ok();
        let difference = match old {
            Some(old) => header.difference(&old),
            None => Some("it is of another version".to_owned()),
        };
        if let Some(what) = difference {
            return Err(Failure::usage(format!(
                "--resume: {0} was begun with something else: {what}; run again as it was begun, or \
                 take {0} away to begin anew",
                path.display()
            )));
        }
        let length = MAGIC.len() as u64 + start.length;
        let journal = Self {
            path: path.to_owned(),
            file,
            hash: start.hash,
            start: (length, start.hash),
            end: length,
        };
        journal.taken_up().map_err(failed)
    }

    fn begin(path: &Path, mut file: File, header: &Header) -> io::Result<(Self, State)> {
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(MAGIC)?;
        let head = serde_json::to_vec(header)?;
        let (hash, length) = frame::write(&mut file, &NO_HASH, &head, &[])?;
        file.sync_all()?;
        // The name, too, must be on disk; where folders cannot be opened, nothing more can be done.
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
            let _ = folder.sync_all();
        }
        let end = MAGIC.len() as u64 + length;
        let journal = Self { path: path.to_owned(), file, hash, start: (end, hash), end };
        Ok((journal, State::default()))
    }

    /// Reads all whole frames and cuts off what stands behind them.
    fn taken_up(mut self) -> io::Result<(Self, State)> {
        let mut state = State::default();
        self.file.seek(SeekFrom::Start(self.end))?;
        let mut input = BufReader::new(&self.file);
        while let Some(frame) = frame::read(&mut input, &self.hash, |_| Ok(()))? {
            let Ok(next) = serde_json::from_slice::<State>(&frame.head) else { break };
            let skipped = [state.skipped, next.skipped].concat();
            state = State { skipped, ..next };
            (self.hash, self.end) = (frame.hash, self.end + frame.length);
        }
        self.file.set_len(self.end)?;
        Ok((self, state))
    }

    /// Writes down a batch: how far the report has come with it, what was skipped in it, and its bytes
    /// of the report. It is on disk when this returns.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn add(&mut self, state: &State, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.write(state, bytes);
        written.map_err(|error| self.failure(&error))
    }

    fn write(&mut self, state: &State, bytes: &[u8]) -> io::Result<()> {
        let head = serde_json::to_vec(state)?;
        self.file.seek(SeekFrom::Start(self.end))?;
        let mut out = BufWriter::new(&self.file);
        let (hash, length) = frame::write(&mut out, &self.hash, &head, bytes)?;
        out.flush()?;
        drop(out);
        self.file.sync_data()?;
        (self.hash, self.end) = (hash, self.end + length);
        Ok(())
    }

    /// Hands all bytes of the report to `take`.
    ///
    /// # Errors
    /// What the system or `take` says, or that another program changed the journal.
    pub(super) fn read(
        &mut self,
        mut take: impl FnMut(&[u8]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let (mut at, mut hash) = self.start;
        let mut failed = None;
        let sought = self.file.seek(SeekFrom::Start(at));
        sought.map_err(|error| self.failure(&error))?;
        let mut input = BufReader::new(&self.file);
        while at < self.end {
            let taken = frame::read(&mut input, &hash, |bytes| {
                take(bytes).map_err(|failure| {
                    failed = Some(failure);
                    io::Error::other("not taken")
                })
            });
            match taken {
                Ok(Some(frame)) => (at, hash) = (at + frame.length, frame.hash),
                Ok(None) => break,
                Err(error) => return Err(failed.unwrap_or_else(|| self.failure(&error))),
            }
        }
        if hash == self.hash {
            return Ok(());
        }
        Err(Failure::usage(format!(
            "{} was changed while it was worked with; let one run at a time have it, and run again",
            self.path.display()
        )))
    }

    /// Takes the journal away.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn remove(self) -> Result<(), Failure> {
        let removed = std::fs::remove_file(&self.path);
        removed.map_err(|error| self.failure(&error))
    }

    fn failure(&self, error: &io::Error) -> Failure {
        Failure::write(&self.path.display().to_string(), error)
    }
}

/// What a file holds.
enum Begun {
    /// Nothing, or the start of a journal in which nothing is done.
    Nothing,
    /// A journal, with this header.
    Journal(Frame),
    /// Something else.
    Foreign,
}

fn begun(file: &File) -> io::Result<Begun> {
    let mut input = BufReader::new(file);
    let mut magic = Vec::new();
    input.by_ref().take(MAGIC.len() as u64).read_to_end(&mut magic)?;
    if magic.len() < MAGIC.len() {
        return Ok(if MAGIC.starts_with(&magic) { Begun::Nothing } else { Begun::Foreign });
    }
    if magic != MAGIC {
        return Ok(Begun::Foreign);
    }
    Ok(frame::read(&mut input, &NO_HASH, |_| Ok(()))?.map_or(Begun::Nothing, Begun::Journal))
}

#[cfg(test)]
mod tests;
