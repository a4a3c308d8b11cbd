//! Lines of a stream, of a bounded length: one that is longer is passed over without being held.

use std::io::{self, BufRead};

/// What a line turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// There is none: the stream is over.
    End,
    /// It is in the buffer, its break too.
    Whole,
    /// It has more bytes than it may; the buffer holds none of it.
    TooLong,
}

/// Reads a line of up to `most` bytes, its break not counted, into `buffer`, which is emptied first.
///
/// # Errors
/// What the stream says; a line that an error cuts off is no line.
pub(super) fn read_line(
    reader: &mut impl BufRead,
    most: u64,
    buffer: &mut Vec<u8>,
) -> io::Result<Line> {
    buffer.clear();
    let mut length = 0;
    loop {
        let found = match reader.fill_buf() {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if found.is_empty() {
            break;
        }
        let end = found.iter().position(|&byte| byte == b'\n');
        let taken = end.map_or(found.len(), |at| at + 1);
        length += (taken - usize::from(end.is_some())) as u64;
        if length <= most {
            buffer.extend_from_slice(&found[..taken]);
        } else if buffer.capacity() > 0 {
            *buffer = Vec::new();
        }
        reader.consume(taken);
        if end.is_some() {
            return Ok(if length > most { Line::TooLong } else { Line::Whole });
        }
    }
    Ok(match length {
        0 => Line::End,
        _ if length > most => Line::TooLong,
        _ => Line::Whole,
    })
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read as _};

    use super::*;

    #[test]
    fn lines_are_whole_or_passed_over() {
        let text = "one\n\nthree four\nfive\r\nsix";
        for capacity in [1, 2, 3, 64] {
            let mut reader = BufReader::with_capacity(capacity, text.as_bytes());
            let mut buffer = Vec::new();
            let mut lines = Vec::new();
            loop {
                match read_line(&mut reader, 5, &mut buffer).unwrap() {
                    Line::End => break,
                    Line::Whole => lines.push(String::from_utf8(buffer.clone()).unwrap()),
                    Line::TooLong => lines.push(format!("too long, {} held", buffer.len())),
                }
            }
            assert_eq!(lines, ["one\n", "\n", "too long, 0 held", "five\r\n", "six"]);
        }
    }

    #[test]
    fn a_line_without_end_is_not_held() {
        let mut reader = BufReader::new(io::repeat(0).take(64 << 20));
        let mut buffer = Vec::new();
        assert_eq!(read_line(&mut reader, 1000, &mut buffer).unwrap(), Line::TooLong);
        assert!(buffer.capacity() <= 1 << 17, "{}", buffer.capacity());
    }
}
