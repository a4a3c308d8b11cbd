//! JSON lines: one document a line with `text`, an optional `id`, and metadata.

use std::io::BufRead;

use serde_json::{Map, Value};

use super::line::{Line, read_line};
use super::{Form, Record, Skipped};

/// Fields that an error names at most.
const NAMED: usize = 12;

/// The records of a JSON lines file.
pub(super) struct Lines<R> {
    name: String,
    reader: R,
    form: Form,
    line: usize,
    /// Whether a line with something in it has come.
    found: bool,
    /// Whether there is no more to come.
    over: bool,
    buffer: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    /// The records of `reader`, which is called `name`.
    pub(super) fn new(name: String, reader: R, form: &Form) -> Self {
        let form = form.clone();
        Self { name, reader, form, line: 0, found: false, over: false, buffer: Vec::new() }
    }

    /// The next record; `None` at the end. Empty lines are passed over; a file of nothing else is
    /// a fault.
    pub(super) fn next(&mut self) -> Option<Result<Record, Skipped>> {
        while !self.over {
            self.line += 1;
            match read_line(&mut self.reader, self.form.max_size, &mut self.buffer) {
                Ok(Line::End) => {
                    self.over = true;
                    let what =
                        || Skipped(format!("{} is empty: there is no line to read", self.name));
                    return (!self.found).then(|| Err(what()));
                }
                Ok(Line::Whole) if self.buffer.trim_ascii().is_empty() => {}
                Ok(Line::Whole) => {
                    self.found = true;
                    return Some(self.record().map_err(|what| self.skipped(&what)));
                }
                Ok(Line::TooLong) => {
                    self.found = true;
                    return Some(Err(self.skipped(&self.form.too_long())));
                }
                Err(error) => {
                    self.over = true;
                    return Some(Err(self.skipped(&error.to_string())));
                }
            }
        }
        None
    }

    fn skipped(&self, what: &str) -> Skipped {
        Skipped(format!("{}:{}: {what}", self.name, self.line))
    }

    fn record(&self) -> Result<Record, String> {
        let bytes = self.buffer.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.buffer);
        let mut fields: Map<String, Value> = serde_json::from_slice(bytes).map_err(|error| {
            let what = error.to_string();
            let what = what.split(" at line ").next().unwrap_or_default().to_owned();
            format!(
                "not a JSON object ({what}, column {}); each line is one {{\"text\": …}}",
                error.column()
            )
        })?;
        let name = &self.form.text;
        let text = match fields.remove(name) {
            Some(Value::String(text)) => text,
            Some(_) => {
                return Err(format!("{name:?} is not a string; give the text in quotation marks"));
            }
            None => return Err(self.without_text(&fields)),
        };
        let id = match fields.remove(self.form.id_name()) {
            Some(Value::String(id)) => id,
            Some(Value::Null) | None => format!("{}:{}", self.name, self.line),
            Some(other) => other.to_string(),
        };
        Ok(Record { id, text, metadata: fields })
    }

    fn without_text(&self, fields: &Map<String, Value>) -> String {
        let name = &self.form.text;
        let known: Vec<&str> = fields.keys().take(NAMED).map(String::as_str).collect();
        if known.is_empty() {
            return format!("has no {name:?}; each line is one {{{name:?}: …, \"id\": …}}");
        }
        format!(
            "has no {name:?}; its fields are {}; name the one that holds the text with --text NAME",
            known.join(", ")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_records_or_named_faults() {
        let file = "\u{FEFF}{\"text\":\"a\",\"id\":7,\"lean\":\"left\"}\r\n\n{\"text\":\"b\"}\nno\n[1]\n{\"id\":1}\n{\"text\":1}\n{\"text\":\"c\"}";
        let mut lines = Lines::new("f.jsonl".into(), file.as_bytes(), &Form::default());
        let mut all = Vec::new();
        while let Some(record) = lines.next() {
            all.push(record);
        }
        let first = all[0].as_ref().unwrap();
        assert_eq!((first.id.as_str(), first.text.as_str()), ("7", "a"));
        assert_eq!(first.metadata["lean"], "left");
        assert_eq!(all[1].as_ref().unwrap().id, "f.jsonl:3");
        for (at, part) in [
            (2, "f.jsonl:4: not a JSON object"),
            (3, ":5: not"),
            (4, ":6: has no"),
            (5, ":7: \"text\""),
        ] {
            let error = all[at].as_ref().unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
        assert_eq!(all[6].as_ref().unwrap().text, "c");
        assert_eq!(all.len(), 7);
    }

    #[test]
    fn a_line_that_is_too_long_is_named_and_the_rest_goes_on() {
        let file = format!("{{\"body\":\"{}\"}}\n{{\"body\":\"b\",\"nr\":4}}\n", "a".repeat(99));
        let form =
            Form { text: "body".into(), id: Some("nr".into()), max_size: 50, ..Form::default() };
        let mut lines = Lines::new("f.jsonl".into(), file.as_bytes(), &form);
        let error = lines.next().unwrap().unwrap_err().to_string();
        assert!(error.contains("f.jsonl:1: is longer than 50 bytes"), "{error}");
        let record = lines.next().unwrap().unwrap();
        assert_eq!((record.id.as_str(), record.text.as_str()), ("4", "b"));
        assert!(lines.next().is_none());
    }
}
