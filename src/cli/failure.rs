//! What ends a run early, and with which exit code.

use std::fmt;
use std::io;

use crate::lexicon::LexiconError;

/// Exit code: all is done.
pub(super) const DONE: u8 = 0;
/// Exit code: a text has more cues than `--fail-over` allows.
pub(super) const OVER: u8 = 1;
/// Exit code: wrong usage, or input that could not be read.
pub(super) const WRONG: u8 = 2;

/// Why a run ended.
#[derive(Debug)]
pub(super) enum Failure {
    /// One or more sentences, each on a line of its own.
    Messages(Vec<String>),
    /// The reader of our output has gone away: no failure of ours.
    Gone,
}

impl Failure {
    /// Wrong usage.
    pub(super) fn usage(what: impl Into<String>) -> Self {
        Self::Messages(vec![what.into()])
    }

    /// Faults of lexicon files.
    pub(super) fn lexicon(faults: Vec<LexiconError>) -> Self {
        Self::Messages(faults.into_iter().map(|fault| fault.to_string()).collect())
    }

    /// A failed write to `name`.
    pub(super) fn write(name: &str, error: &io::Error) -> Self {
        if super::output::is_broken_pipe(error) {
            Self::Gone
        } else {
            Self::usage(format!("cannot write {name}: {error}"))
        }
    }
}

impl From<String> for Failure {
    fn from(what: String) -> Self {
        Self::usage(what)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Messages(messages) => f.write_str(&messages.join("\n")),
            Self::Gone => Ok(()),
        }
    }
}
