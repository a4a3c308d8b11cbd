//! The metadata fields of all records, which a table must know before its first row.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor};

use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, Visitor};

use super::path::{Kind, Place};

/// The names of all metadata fields in the JSON lines files of `places`, sorted. What cannot be
/// read is passed over: it is named when the records are read.
pub fn metadata_fields(places: &[Place]) -> Vec<String> {
    let mut names = BTreeSet::new();
    for place in places.iter().filter(|place| place.kind == Kind::Lines) {
        if let Some(bytes) = &place.content {
            collect(Cursor::new(bytes), &mut names);
        } else if let Ok(file) = File::open(&place.path) {
            collect(BufReader::with_capacity(1 << 16, file), &mut names);
        }
    }
    names.into_iter().filter(|name| name != "text" && name != "id").collect()
}

fn collect(mut reader: impl BufRead, names: &mut BTreeSet<String>) {
    let mut line = Vec::new();
    while matches!(reader.read_until(b'\n', &mut line), Ok(1..)) {
        let bytes = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line);
        if let Ok(Keys(keys)) = serde_json::from_slice(bytes) {
            for key in keys {
                if !names.contains(&key) {
                    names.insert(key);
                }
            }
        }
        line.clear();
    }
}

/// The keys of a JSON object; its values are passed over.
struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Walk;
        impl<'de> Visitor<'de> for Walk {
            type Value = Keys;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut keys = Vec::new();
                while let Some((key, IgnoredAny)) = map.next_entry()? {
                    keys.push(key);
                }
                Ok(Keys(keys))
            }
        }
        deserializer.deserialize_map(Walk)
    }
}
