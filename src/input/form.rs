//! The form of the inputs: what their columns are called, how they are encoded, how long a text may
//! be.

use super::Encoding;

/// The longest text, in bytes, unless told otherwise. To read a text takes some twenty times its size
/// in memory, so that this much fits into 4 GB, and a small packed file cannot fill a machine.
pub const MAX_SIZE: u64 = 200_000_000;

/// How inputs are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The encoding of texts, CSV and TSV; JSON lines are UTF-8.
    pub encoding: Encoding,
    /// The column or field that holds the text.
    pub text: String,
    /// The column or field that holds the id; `id`, where there is one, if none is named.
    pub id: Option<String>,
    /// Bytes that a text file, a line of JSON lines or a row may have at most, once unpacked.
    pub max_size: u64,
}

impl Default for Form {
    fn default() -> Self {
        let encoding = Encoding::default();
        Self { encoding, text: "text".into(), id: None, max_size: MAX_SIZE }
    }
}

impl Form {
    /// The column or field that holds the id.
    pub(super) fn id_name(&self) -> &str {
        self.id.as_deref().unwrap_or("id")
    }

    /// What is wrong with a text that is too long, and what to do.
    pub(super) fn too_long(&self) -> String {
        format!(
            "is longer than {} once unpacked; split it, or allow more with --max-size",
            size_name(self.max_size)
        )
    }
}

/// The units of sizes.
const UNITS: &[(&str, u64)] = &[
    ("gib", 1 << 30),
    ("mib", 1 << 20),
    ("kib", 1 << 10),
    ("gb", 1_000_000_000),
    ("mb", 1_000_000),
    ("kb", 1_000),
    ("b", 1),
    ("g", 1_000_000_000),
    ("m", 1_000_000),
    ("k", 1_000),
    ("", 1),
];

/// Bytes, as typed: `1000`, `64kB`, `200MB`, `1.5 GiB`.
///
/// # Errors
/// A sentence that says what to type instead.
pub fn size(typed: &str) -> Result<u64, String> {
    let typed = typed.trim();
    let split = typed.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(typed.len());
    let (number, unit) = typed.split_at(split);
    let unit = unit.trim().to_ascii_lowercase();
    let unit = UNITS.iter().find(|(name, _)| *name == unit).map(|(_, bytes)| *bytes as f64);
    let bytes = number.parse::<f64>().ok().zip(unit).map(|(number, unit)| number * unit);
    match bytes {
        Some(bytes) if (1.0..1e15).contains(&bytes) => Ok(bytes as u64),
        _ => Err("write a size in bytes, such as 500kB, 200MB or 2GB".into()),
    }
}

/// A size in the largest unit of which it is a whole number.
pub(super) fn size_name(bytes: u64) -> String {
    for (name, unit) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)] {
        if bytes >= unit && bytes.is_multiple_of(unit) {
            return format!("{} {name}", bytes / unit);
        }
    }
    format!("{bytes} bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_named() {
        for (typed, bytes, name) in [
            ("1000", 1000, "1 kB"),
            ("64kB", 64_000, "64 kB"),
            ("200MB", 200_000_000, "200 MB"),
            ("1.5 GiB", 3 << 29, "1610612736 bytes"),
            (" 2g ", 2_000_000_000, "2 GB"),
            ("999b", 999, "999 bytes"),
        ] {
            assert_eq!(size(typed), Ok(bytes), "{typed}");
            assert_eq!(size_name(bytes), name);
        }
        for typed in ["", "MB", "0", "-1", "1e9", "2 TB", "1.2.3MB", "99999999GB", "NaN"] {
            assert!(size(typed).unwrap_err().contains("200MB"), "{typed}");
        }
    }
}
