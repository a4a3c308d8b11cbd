//! What is wrong with a lexicon file: where, and what to type instead.

use std::fmt;

/// A fault in a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconError {
    /// The file, as given.
    pub file: String,
    /// The line, counted from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// The key or term at fault; empty where there is none.
    pub key: String,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        f.write_str(": ")?;
        if !self.key.is_empty() {
            write!(f, "{}: ", self.key)?;
        }
        f.write_str(&self.what)?;
        if !self.mend.is_empty() {
            write!(f, "; {}", self.mend)?;
        }
        Ok(())
    }
}

impl std::error::Error for LexiconError {}

/// A file, and where its lines start.
pub(super) struct Place<'a> {
    /// The file, as given.
    pub(super) file: &'a str,
    starts: Vec<usize>,
}

impl<'a> Place<'a> {
    /// The lines of `source`, the text of `file`.
    pub(super) fn new(file: &'a str, source: &str) -> Self {
        let breaks = source.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        Self { file, starts: breaks.map(|(at, _)| at + 1).collect() }
    }

    /// The line of a byte offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        1 + self.starts.partition_point(|&start| start <= offset)
    }

    /// A fault at `line`.
    pub(super) fn fault(&self, line: usize, key: &str, what: &str, mend: &str) -> LexiconError {
        LexiconError {
            file: self.file.to_owned(),
            line,
            key: key.to_owned(),
            what: what.to_owned(),
            mend: mend.to_owned(),
        }
    }
}
