//! Bytes into text: UTF-8 unless told otherwise; anything else is named and refused.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

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
            return Err(format!(
                "holds bytes that are not {}; run again with another --encoding",
                read_as.name()
            ));
        }
        Ok(text.into_owned())
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
