//! Which records are wanted, by their metadata (`--where`).
//!
//! Laws: all fields that are named must hold; several values for one field mean any of them; a
//! record without the field is left out and counted, for `!=` too; values are compared as
//! [`field`] reads them, letter by letter.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Record, field};

/// Fields that are remembered and named at most.
const NAMED: usize = 40;

/// What is asked of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Condition {
    field: String,
    /// One of these, where there is any.
    any_of: Vec<String>,
    /// None of these.
    none_of: Vec<String>,
}

/// Which records are wanted; all where nothing is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    conditions: Vec<Condition>,
}

/// What a filter did so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Records that came.
    pub read: u64,
    /// Records that were left out.
    pub left_out: u64,
    /// Records that were left out because they lack a field.
    pub lacking: u64,
    /// Fields that are asked for and that some record had.
    had: BTreeSet<String>,
    /// Fields of the records, the first [`NAMED`] of them.
    fields: BTreeSet<String>,
}

impl Filter {
    /// The filter of conditions as typed: `FIELD=VALUE` or `FIELD!=VALUE`.
    ///
    /// # Errors
    /// A sentence that says what to type instead.
    pub fn new(typed: &[String]) -> Result<Self, String> {
        let mut filter = Self::default();
        for one in typed {
            let wrong = || {
                format!(
                    "{one:?} asks for nothing; write FIELD=VALUE or FIELD!=VALUE, such as year=2011"
                )
            };
            let (name, value) = one.split_once('=').ok_or_else(wrong)?;
            let (name, not) = name.strip_suffix('!').map_or((name, false), |name| (name, true));
            let (name, value) = (name.trim(), value.trim());
            if name.is_empty() || value.is_empty() {
                return Err(wrong());
            }
            let condition = filter.condition(name);
            let values = if not { &mut condition.none_of } else { &mut condition.any_of };
            values.push(value.to_owned());
        }
        Ok(filter)
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// The condition on `name`, which is new where there was none.
    fn condition(&mut self, name: &str) -> &mut Condition {
        let known = self.conditions.iter().position(|condition| condition.field == name);
        let at = known.unwrap_or(self.conditions.len());
        if known.is_none() {
            let field = name.to_owned();
            self.conditions.push(Condition { field, any_of: Vec::new(), none_of: Vec::new() });
        }
        &mut self.conditions[at]
    }

    /// Whether `record` is wanted; what comes of it is added to `tally`.
    pub fn keeps(&self, record: &Record, tally: &mut Tally) -> bool {
        if self.is_empty() {
            return true;
        }
        tally.read += 1;
        for name in record.metadata.keys() {
            if tally.fields.len() < NAMED && !tally.fields.contains(name) {
                tally.fields.insert(name.clone());
            }
        }
        let (mut keeps, mut lacks) = (true, false);
        for condition in &self.conditions {
            let Some(value) = field(&record.metadata, &condition.field) else {
                lacks = true;
                continue;
            };
            if !tally.had.contains(&condition.field) {
                tally.had.insert(condition.field.clone());
            }
            keeps &= condition.any_of.is_empty() || condition.any_of.contains(&value);
            keeps &= !condition.none_of.contains(&value);
        }
        tally.lacking += u64::from(lacks);
        tally.left_out += u64::from(lacks || !keeps);
        keeps && !lacks
    }

    /// What to tell when all records have come: how many were left out, if any was.
    ///
    /// # Errors
    /// A field that no record has, with those that there are.
    pub fn told(&self, tally: &Tally) -> Result<Option<String>, String> {
        let unknown = self.conditions.iter().find(|one| !tally.had.contains(&one.field));
        if let Some(condition) = unknown.filter(|_| tally.read > 0) {
            let known: Vec<&str> = tally.fields.iter().map(String::as_str).collect();
            let known = match known.len() {
                0 => "the texts have no fields; JSON lines, CSV and TSV have".to_owned(),
                NAMED => format!("fields are {} …", known.join(", ")),
                _ => format!("fields are {}", known.join(", ")),
            };
            return Err(format!("--where: no text has a value for {:?}; {known}", condition.field));
        }
        if tally.left_out == 0 {
            return Ok(None);
        }
        let lacking = match tally.lacking {
            0 => String::new(),
            lacking => format!(", {lacking} of them because they lack a field"),
        };
        Ok(Some(format!("--where left out {} of {} texts{lacking}", tally.left_out, tally.read)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn kept(typed: &[&str]) -> (Vec<usize>, Result<Option<String>, String>) {
        let typed: Vec<String> = typed.iter().map(|&one| one.to_owned()).collect();
        let filter = Filter::new(&typed).unwrap();
        let mut tally = Tally::default();
        let all = json!([
            {"lean": "left", "year": 2011},
            {"lean": " right ", "year": 2012},
            {"lean": "centre", "year": 2011},
            {"year": 2011, "note": null},
        ]);
        let mut kept = Vec::new();
        for (at, metadata) in all.as_array().unwrap().iter().enumerate() {
            let metadata = metadata.as_object().unwrap().clone();
            let record = Record { id: String::new(), text: String::new(), metadata };
            if filter.keeps(&record, &mut tally) {
                kept.push(at);
            }
        }
        (kept, filter.told(&tally))
    }

    #[test]
    fn fields_must_all_hold_and_values_are_alternatives() {
        let lacking = "--where left out 2 of 4 texts, 1 of them because they lack a field";
        for (typed, expected, told) in [
            (&[][..], &[0, 1, 2, 3][..], None),
            (&["year=2011"], &[0, 2, 3], Some("--where left out 1 of 4 texts")),
            (&["lean=left", "lean=right"], &[0, 1], Some(lacking)),
            (&["lean!=left"], &[1, 2], Some(lacking)),
            (&["lean = right", "year=2012"], &[1], None),
            (&["lean=left", "lean!=left"], &[], None),
        ] {
            let (found, note) = kept(typed);
            assert_eq!(found, expected, "{typed:?}");
            if told.is_some() {
                assert_eq!(note.unwrap().as_deref(), told);
            }
        }
    }

    #[test]
    fn what_cannot_hold_is_named() {
        let error = kept(&["note=a"]).1.unwrap_err();
        assert!(error.contains("\"note\"; fields are lean, note, year"), "{error}");
        for typed in ["lean", "=left", "lean=", "!=left", "lean!= ", ""] {
            assert!(Filter::new(&[typed.to_owned()]).unwrap_err().contains("year=2011"), "{typed}");
        }
        let filter = Filter::new(&["url=a=b".to_owned()]).unwrap();
        assert_eq!(filter.conditions[0].any_of, ["a=b"]);
    }
}
