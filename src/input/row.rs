//! Rows of CSV: fields without their quotation marks, of a bounded length; a row that is longer is
//! passed over without being held.

use std::io::{self, BufRead};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Fields of a row at most.
const MOST_FIELDS: usize = 1 << 14;
/// Bytes that the buffer of a row starts with.
const FIRST_BYTES: usize = 1 << 12;

/// The rows of a stream.
pub(super) struct Rows<R> {
    stream: R,
    parser: Reader,
    /// Lines of blank rows, which the parser does not see.
    blank: u64,
    most: u64,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// Fields of the row in the buffers.
    fields: usize,
}

/// What a row turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// There is none: the stream is over.
    End,
    /// Its fields are at hand.
    Whole,
    /// It has more bytes or fields than it may; none of it is held.
    TooLong,
}

impl<R: BufRead> Rows<R> {
    /// The rows of `stream`, whose fields `delimiter` separates, each of up to `most` bytes.
    pub(super) fn new(stream: R, delimiter: u8, most: u64) -> Self {
        let parser = ReaderBuilder::new().delimiter(delimiter).build();
        let (bytes, ends) = (vec![0; FIRST_BYTES], vec![0; 64]);
        Self { stream, parser, blank: 0, most, bytes, ends, fields: 0 }
    }

    /// The line that is read next, from 1.
    pub(super) fn line(&self) -> u64 {
        self.parser.line() + self.blank
    }

    /// Passes over line breaks before a row, so that [`Self::line`] is that of the row.
    ///
    /// # Errors
    /// What the stream says.
    pub(super) fn pass_blank(&mut self) -> io::Result<()> {
        loop {
            let found = self.stream.fill_buf()?;
            let breaks = found.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
            let (all, length) = (breaks.clone().count(), found.len());
            self.blank += breaks.filter(|&&byte| byte == b'\n').count() as u64;
            self.stream.consume(all);
            if all == 0 || all < length {
                return Ok(());
            }
        }
    }

    /// Reads the next row.
    ///
    /// # Errors
    /// What the stream says; a row that an error cuts off is no row.
    pub(super) fn read(&mut self) -> io::Result<Row> {
        let (mut written, mut ended, mut too_long) = (0, 0, false);
        loop {
            let found = match self.stream.fill_buf() {
                Ok(found) => found,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let (bytes, ends) = (&mut self.bytes[written..], &mut self.ends[ended..]);
            let (result, read, new_bytes, new_ends) = self.parser.read_record(found, bytes, ends);
            self.stream.consume(read);
            (written, ended) = (written + new_bytes, ended + new_ends);
            too_long |= written as u64 > self.most;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.bytes.len() as u64 > self.most => {
                    too_long = true;
                }
                ReadRecordResult::OutputFull => self.bytes.resize(2 * self.bytes.len(), 0),
                ReadRecordResult::OutputEndsFull if self.ends.len() >= MOST_FIELDS => {
                    too_long = true;
                }
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::Record if too_long => return Ok(Row::TooLong),
                ReadRecordResult::Record => {
                    self.fields = ended;
                    return Ok(Row::Whole);
                }
                ReadRecordResult::End => return Ok(Row::End),
            }
            if too_long {
                // What follows is parsed to find the row's end, and written over again and again.
                (written, ended) = (0, 0);
                if self.bytes.len() > FIRST_BYTES {
                    self.bytes = vec![0; FIRST_BYTES];
                }
            }
        }
    }

    /// The fields of the row that was read last.
    pub(super) fn fields(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        (0..self.fields).map(|at| {
            let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
            &self.bytes[start..self.ends[at]]
        })
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read as _};

    use super::*;

    /// All rows with their lines.
    fn rows(text: &str, most: u64) -> Vec<(u64, Option<Vec<String>>)> {
        let mut all = Vec::new();
        for capacity in [1, 3, 1000] {
            let mut rows =
                Rows::new(BufReader::with_capacity(capacity, text.as_bytes()), b',', most);
            let mut found = Vec::new();
            loop {
                rows.pass_blank().unwrap();
                let line = rows.line();
                let fields = match rows.read().unwrap() {
                    Row::End => break,
                    Row::TooLong => None,
                    Row::Whole => {
                        let field = |field: &[u8]| String::from_utf8(field.to_vec()).unwrap();
                        Some(rows.fields().map(field).collect())
                    }
                };
                found.push((line, fields));
            }
            assert!(all.is_empty() || all == found, "{capacity}: {found:?}");
            all = found;
        }
        all
    }

    #[test]
    fn rows_are_told_with_their_lines() {
        let text = "a,b\r\n\r\n\"1 \"\"x\"\"\n2\",3\r\n,\n\n4,\"5";
        let row = |line, fields: &[&str]| {
            (line, Some(fields.iter().map(|&field| field.to_owned()).collect::<Vec<_>>()))
        };
        let expected = [
            row(1, &["a", "b"]),
            row(3, &["1 \"x\"\n2", "3"]),
            row(5, &["", ""]),
            row(7, &["4", "5"]),
        ];
        assert_eq!(rows(text, 100), expected);
    }

    #[test]
    fn long_rows_are_passed_over() {
        let long = format!("\"{}\n\"\"{}\",b", "a".repeat(20_000), "a".repeat(20_000));
        let wide = ",".repeat(40_000);
        let found = rows(&format!("1,2\n{long}\n3,4\n{wide}\n5,6\n"), 5000);
        let told: Vec<_> = found.iter().map(|(line, fields)| (*line, fields.is_some())).collect();
        assert_eq!(told, [(1, true), (2, false), (4, true), (5, false), (6, true)]);
        assert_eq!(found[4].1.as_deref().unwrap(), ["5", "6"]);
    }

    #[test]
    fn a_row_without_end_is_not_held() {
        for byte in [b',', b'a', b'"'] {
            let mut rows = Rows::new(BufReader::new(io::repeat(byte).take(16 << 20)), b',', 1000);
            assert_eq!(rows.read().unwrap(), Row::TooLong);
            assert!(rows.bytes.len() <= 1 << 13 && rows.ends.len() <= MOST_FIELDS);
        }
    }
}
