//! Input: files, folders, JSON lines and standard input become records, one at a time.
//!
//! Laws: records come in a fixed order (inputs as given, folders by path); a bad file or line is
//! named with its place and the way out, and the rest goes on; metadata are kept as they are.

mod decode;
mod fields;
mod file;
mod jsonl;
mod path;

use std::collections::VecDeque;
use std::fmt;
use std::fs::File;
use std::io::{self, BufReader};

use serde_json::{Map, Value};

pub use decode::Encoding;
pub use fields::metadata_fields;
pub use path::{Kind, Place, resolve};

use jsonl::Lines;

/// A text and what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Its id, or its file's name.
    pub id: String,
    /// The text.
    pub text: String,
    /// All other fields.
    pub metadata: Map<String, Value>,
}

/// An input that could not be read: what, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped(pub String);

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The records of some places, read as they are asked for.
pub struct Records {
    places: VecDeque<Place>,
    encoding: Encoding,
    /// A JSON lines file under way.
    lines: Option<Lines<Box<dyn io::BufRead + Send>>>,
}

impl fmt::Debug for Records {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Records").field("places", &self.places).finish_non_exhaustive()
    }
}

impl Records {
    /// The records of `places`, which are read as `encoding` says.
    pub fn new(places: Vec<Place>, encoding: Encoding) -> Self {
        Self { places: places.into(), encoding, lines: None }
    }

    fn open(&mut self, place: &Place) -> Option<Result<Record, Skipped>> {
        match (place.kind, &place.content) {
            (Kind::Lines, Some(bytes)) => {
                let reader: Box<dyn io::BufRead + Send> = Box::new(io::Cursor::new(bytes.clone()));
                self.lines = Some(Lines::new(place.name.clone(), reader));
                None
            }
            (Kind::Lines, None) => match File::open(&place.path) {
                Ok(file) => {
                    let reader: Box<dyn io::BufRead + Send> =
                        Box::new(BufReader::with_capacity(1 << 16, file));
                    self.lines = Some(Lines::new(place.name.clone(), reader));
                    None
                }
                Err(error) => Some(Err(Skipped(format!("{}: {error}", place.name)))),
            },
            (Kind::Text, _) => Some(file::read(place, self.encoding)),
        }
    }
}

impl Iterator for Records {
    type Item = Result<Record, Skipped>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(record) => return Some(record),
                    None => self.lines = None,
                }
            }
            let place = self.places.pop_front()?;
            if let Some(record) = self.open(&place) {
                return Some(record);
            }
        }
    }
}
