//! Input: files, folders, JSON lines, CSV, TSV and standard input become records, one at a time.
//!
//! Laws: records come in a fixed order (inputs as given, folders by path); a bad file, line or row is
//! named with its place and the way out, and the rest goes on; metadata are kept as they are; no more
//! than one text is held, and none that is longer than [`Form::max_size`], however it is packed.

mod date;
mod decode;
mod fields;
mod file;
mod filter;
mod form;
mod jsonl;
mod line;
mod open;
mod path;
mod period;
mod row;
mod table;

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use date::{Date, MONTH_NAMES};
pub use decode::Encoding;
pub use fields::{field, metadata_fields};
pub use filter::{Filter, Tally};
pub use form::{Form, MAX_SIZE, size};
pub use open::Content;
pub use path::{Kind, Place, resolve};
pub use period::{Period, UNITS, Unit};

use jsonl::Lines;
use open::{Stream, open};
use table::Table;

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

/// How far records have been read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Places that were opened.
    pub places: usize,
    /// Records and faults that the last of them gave.
    pub items: u64,
}

/// The records of some places, read as they are asked for.
pub struct Records {
    places: VecDeque<Place>,
    form: Form,
    /// A file of several records under way.
    under_way: Option<UnderWay>,
    position: Position,
    read: Arc<AtomicU64>,
}

enum UnderWay {
    Lines(Lines<Stream>),
    Table(Box<Table>),
}

impl fmt::Debug for Records {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Records").field("places", &self.places).finish_non_exhaustive()
    }
}

impl Records {
    /// The records of `places`, which are read as `form` says.
    pub fn new(places: Vec<Place>, form: Form) -> Self {
        let (position, read) = (Position::default(), Arc::default());
        Self { places: places.into(), form, under_way: None, position, read }
    }

    /// How far they have been read.
    pub fn position(&self) -> Position {
        self.position
    }

    /// The bytes read of the places, packed as they are.
    pub fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// Passes over what was read when [`Self::position`] was `to`; places that were done by then are
    /// not opened.
    pub fn pass_over(&mut self, to: Position) {
        while self.position.places + 1 < to.places {
            let Some(place) = self.places.pop_front() else { return };
            self.read.fetch_add(place.size(), Ordering::Relaxed);
            self.position.places += 1;
        }
        while self.position != to && self.next().is_some() {}
    }

    /// Opens the next place.
    fn open(&mut self) -> Option<Result<Record, Skipped>> {
        let place = self.places.pop_front()?;
        self.position = Position { places: self.position.places + 1, items: 0 };
        if place.kind == Kind::Text {
            return Some(file::read(&place, &self.form, &self.read));
        }
        let stream = match open(&place, &self.read) {
            Ok(stream) => stream,
            Err(error) => return Some(Err(Skipped(format!("{}: {error}", place.name)))),
        };
        self.under_way = Some(match place.kind {
            Kind::Lines => UnderWay::Lines(Lines::new(place.name, stream, &self.form)),
            _ => UnderWay::Table(Box::new(Table::new(&place, stream, &self.form))),
        });
        None
    }
}

impl Iterator for Records {
    type Item = Result<Record, Skipped>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let record = match &mut self.under_way {
                Some(UnderWay::Lines(lines)) => lines.next(),
                Some(UnderWay::Table(table)) => table.next(),
                None if self.places.is_empty() => return None,
                None => match self.open() {
                    None => continue,
                    record => record,
                },
            };
            if record.is_some() {
                self.position.items += 1;
                return record;
            }
            self.under_way = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Vec<Place> {
        let place = |name: &str, kind, text: &str| {
            let content = Some(Content::Bytes(text.as_bytes().into()));
            Place { name: name.into(), path: name.into(), kind, content }
        };
        vec![
            place("a.txt", Kind::Text, "a"),
            place("b.jsonl", Kind::Lines, "{\"text\":\"b\"}\nbad\n\n{\"text\":\"c\"}\n"),
            place("bad.txt", Kind::Text, ""),
            place("empty.csv", Kind::Commas, ""),
            place("d.tsv", Kind::Tabs, "id\ttext\n1\td\n2\te\tf\n3\tg\n"),
        ]
    }

    #[test]
    fn what_was_read_can_be_passed_over_from_anywhere() {
        let mut records = Records::new(places(), Form::default());
        let mut positions = vec![records.position()];
        let mut all = Vec::new();
        while let Some(record) = records.next() {
            positions.push(records.position());
            all.push(record);
        }
        assert_eq!(all.len(), 9);
        let size: u64 = places().iter().map(Place::size).sum();
        assert_eq!(records.bytes_read(), size);
        for (done, position) in positions.into_iter().enumerate() {
            let mut records = Records::new(places(), Form::default());
            records.pass_over(position);
            assert_eq!(records.position(), position);
            let rest: Vec<_> = records.by_ref().collect();
            assert_eq!(rest, all[done..], "{position:?}");
            assert_eq!(records.bytes_read(), size);
        }
    }

    #[test]
    fn metadata_fields_are_those_of_all_files() {
        let form = Form { text: "body".into(), ..Form::default() };
        assert_eq!(metadata_fields(&places(), &Form::default()), Vec::<String>::new());
        assert_eq!(metadata_fields(&places(), &form), ["text"]);
    }
}
