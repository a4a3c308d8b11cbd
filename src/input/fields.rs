//! Metadata fields: their values as text, and the names of all, which a table must know before its
//! first row.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::Form;
use super::line::{Line, read_line};
use super::open::{Stream, open};
use super::path::{Kind, Place};
use super::table::Table;

/// A metadata field as text: strings as they are, trimmed; numbers and booleans as they are written;
/// `None` where there is no such field, or it is null, empty, a list or an object.
pub fn field(metadata: &Map<String, Value>, name: &str) -> Option<String> {
    match metadata.get(name)? {
        Value::String(text) => Some(text.trim()).filter(|t| !t.is_empty()).map(str::to_owned),
        value @ (Value::Number(_) | Value::Bool(_)) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The names of all metadata fields in the JSON lines, CSV and TSV files of `places`, sorted. What
/// cannot be read is passed over: it is named when the records are read.
pub fn metadata_fields(places: &[Place], form: &Form) -> Vec<String> {
    let mut names = BTreeSet::new();
    for place in places.iter().filter(|place| place.kind != Kind::Text) {
        let Ok(stream) = open(place, &Arc::default()) else { continue };
        if place.kind == Kind::Lines {
            of_lines(stream, form, &mut names);
        } else if let Ok(columns) = Table::new(place, stream, form).columns() {
            names.extend(columns.metadata().map(str::to_owned));
        }
    }
    names.into_iter().collect()
}

fn of_lines(mut stream: Stream, form: &Form, names: &mut BTreeSet<String>) {
    let mut line = Vec::new();
    loop {
        match read_line(&mut stream, form.max_size, &mut line) {
            Ok(Line::Whole) => {}
            Ok(Line::TooLong) => continue,
            Ok(Line::End) | Err(_) => return,
        }
        let bytes = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line);
        if let Ok(Keys(keys)) = serde_json::from_slice(bytes) {
            for key in keys {
                let own = key == form.text || key == form.id_name();
                if !own && !names.contains(&key) {
                    names.insert(key);
                }
            }
        }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_field_is_text_or_nothing() {
        let metadata = json!({
            "lean": " left ", "year": 2011, "rate": 1.50, "front": true, "none": null,
            "empty": " ", "list": ["a"], "object": {"a": 1}
        });
        let metadata = metadata.as_object().unwrap();
        for (name, expected) in [
            ("lean", Some("left")),
            ("year", Some("2011")),
            ("rate", Some("1.5")),
            ("front", Some("true")),
            ("none", None),
            ("empty", None),
            ("list", None),
            ("object", None),
            ("Lean", None),
        ] {
            assert_eq!(field(metadata, name).as_deref(), expected, "{name}");
        }
    }
}
