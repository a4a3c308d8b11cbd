//! Bytes into text: UTF-8 unless told otherwise; anything else is named and refused.

use std::io::{self, BufRead, Read};

use encoding_rs::{DecoderResult, UTF_8, UTF_16BE, UTF_16LE};

/// How a file's bytes are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Default for Encoding {
    fn default() -> Self {
        Self(UTF_8)
    }
}

impl Encoding {
    /// The encoding of a name of the WHATWG list: utf-8, utf-16le, windows-1252, latin1 …
    ///
    /// # Errors
    /// A sentence that says what to type instead.
    pub fn named(name: &str) -> Result<Self, String> {
        encoding_rs::Encoding::for_label(name.as_bytes()).map(Self).ok_or_else(|| {
            format!("{name:?} is no encoding that is known here; try utf-8, utf-16le, windows-1252 or shift_jis")
        })
    }

    /// The name of the encoding.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The text of `bytes`, without a byte-order mark.
    ///
    /// # Errors
    /// What is wrong, at which byte, and what to type instead.
    pub fn decode(self, bytes: Vec<u8>) -> Result<String, String> {
        if self.0 == UTF_8 {
            return utf8(bytes);
        }
        let (text, read_as, wrong) = self.0.decode(&bytes);
        if wrong {
            return Err(not_this(read_as));
        }
        Ok(text.into_owned())
    }

    /// Whether it is UTF-8.
    pub(super) fn is_utf8(self) -> bool {
        self.0 == UTF_8
    }

    /// `stream` as UTF-8.
    pub(super) fn decoded(self, stream: impl BufRead + Send + 'static) -> Box<dyn BufRead + Send> {
        if self.is_utf8() {
            return Box::new(stream);
        }
        let decoder = self.0.new_decoder();
        Box::new(Decoded { stream, decoder, text: Vec::new(), start: 0, over: false })
    }
}

fn not_this(encoding: &'static encoding_rs::Encoding) -> String {
    format!("holds bytes that are not {}; run again with another --encoding", encoding.name())
}

/// Bytes of text that are decoded at once.
const CHUNK: usize = 1 << 16;

/// A stream as UTF-8.
struct Decoded<R> {
    stream: R,
    decoder: encoding_rs::Decoder,
    /// What is decoded and not yet read starts at `start`.
    text: Vec<u8>,
    start: usize,
    /// Whether the stream is at its end and its last bytes are decoded.
    over: bool,
}

impl<R: BufRead> BufRead for Decoded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.start == self.text.len() && !self.over {
            let bytes = self.stream.fill_buf()?;
            let last = bytes.is_empty();
            self.text.resize(CHUNK, 0);
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(bytes, &mut self.text, last);
            self.stream.consume(read);
            self.text.truncate(written);
            self.start = 0;
            match result {
                DecoderResult::InputEmpty => self.over = last,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    return Err(io::Error::other(not_this(self.decoder.encoding())));
                }
            }
        }
        Ok(&self.text[self.start..])
    }

    fn consume(&mut self, amount: usize) {
        self.start += amount;
    }
}

impl<R: BufRead> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, String> {
    if let Some((other, length)) = encoding_rs::Encoding::for_bom(&bytes) {
        if other == UTF_16LE || other == UTF_16BE {
            let name = other.name().to_lowercase();
            return Err(format!(
                "is {} (byte-order mark at byte 0); run again with --encoding {name}",
                other.name()
            ));
        }
        return plain(bytes[length..].to_vec(), length);
    }
    plain(bytes, 0)
}

/// `skipped` bytes of a byte-order mark stood before `bytes`.
fn plain(bytes: Vec<u8>, skipped: usize) -> Result<String, String> {
    if let Some(at) = bytes.iter().take(1 << 16).position(|&byte| byte == 0) {
        let wide = match (bytes.first(), bytes.get(1)) {
            (Some(_), Some(0)) => "; if it is UTF-16, run again with --encoding utf-16le",
            (Some(0), Some(_)) => "; if it is UTF-16, run again with --encoding utf-16be",
            _ => "",
        };
        return Err(format!("holds a NUL at byte {}: it is no text file{wide}", at + skipped));
    }
    checked(bytes, skipped)
}

/// The text of a field of a table, which is UTF-8 or was made so.
///
/// # Errors
/// What is wrong, at which byte of the field, and what to type instead.
pub(super) fn field_text(bytes: &[u8]) -> Result<String, String> {
    checked(bytes.to_vec(), 0)
}

fn checked(bytes: Vec<u8>, skipped: usize) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes()[at];
        format!(
            "is not UTF-8: byte {} is 0x{byte:02X}; run again with --encoding windows-1252, or \
             whatever it was saved as",
            at + skipped
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_and_what_to_type() {
        let table: &[(&[u8], &str)] = &[
            (b"caf\xE9", "byte 3 is 0xE9"),
            (b"\xEF\xBB\xBFcaf\xE9", "byte 6 is 0xE9"),
            (b"\xFF\xFEa\0", "--encoding utf-16le"),
            (b"\xFE\xFF\0a", "--encoding utf-16be"),
            (b"a\0b\0", "--encoding utf-16le"),
            (b"ab\0c", "NUL at byte 2"),
        ];
        for (bytes, part) in table {
            let error = Encoding::default().decode(bytes.to_vec()).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn a_stream_reads_as_the_whole_does() {
        let wide: Vec<u8> = format!("\u{FEFF}{}", "aé“𝄞\n".repeat(30_000))
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for (name, bytes) in
            [("utf-16le", &wide[..]), ("windows-1252", b"caf\xE9"), ("utf-16be", b"")]
        {
            let encoding = Encoding::named(name).unwrap();
            let stream = io::BufReader::with_capacity(7, io::Cursor::new(bytes.to_vec()));
            let mut text = String::new();
            encoding.decoded(stream).read_to_string(&mut text).unwrap();
            assert_eq!(text, encoding.decode(bytes.to_vec()).unwrap(), "{name}");
        }
        let cut = Encoding::named("utf-16le").unwrap().decoded(&b"a\0\0\xD8b\0"[..]);
        assert!(io::read_to_string(cut).unwrap_err().to_string().contains("not UTF-16LE"));
    }

    #[test]
    fn reads_what_it_is_told() {
        let read = |name: &str, bytes: &[u8]| {
            Encoding::named(name).unwrap().decode(bytes.to_vec()).unwrap()
        };
        assert_eq!(read("utf-8", b"\xEF\xBB\xBFa"), "a");
        assert_eq!(read("utf-16le", b"\xFF\xFEa\0"), "a");
        assert_eq!(read("windows-1252", b"caf\xE9 \x93a\x94"), "café “a”");
        assert!(Encoding::named("klingon").unwrap_err().contains("windows-1252"));
    }
}
