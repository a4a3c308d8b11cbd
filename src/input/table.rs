//! CSV and TSV: one document a row, with a column for the text and, where there is one, for the id;
//! all other columns are metadata.
//!
//! Laws: the first row names the columns, without a byte-order mark and the space around names;
//! every row has as many fields as the first, or it is named with its line and skipped; fields in
//! quotation marks may hold line breaks, and `""` is one mark. A .csv file whose first line has no
//! comma is cut at its semicolons or tabs.

use std::io::{self, Cursor, Read as _};
use std::sync::Arc;

use serde_json::{Map, Value};

use super::decode::field_text;
use super::line::{Line, read_line};
use super::open::Stream;
use super::path::{Kind, Place};
use super::row::{Row, Rows};
use super::{Encoding, Form, Record, Skipped};

/// What a table's columns are.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    names: Vec<String>,
    text: usize,
    id: Option<usize>,
}

impl Columns {
    /// The names of the columns that are neither text nor id.
    pub(super) fn metadata(&self) -> impl Iterator<Item = &str> {
        let own = |at: usize| at == self.text || Some(at) == self.id;
        let names = self.names.iter().enumerate();
        names.filter(move |(at, _)| !own(*at)).map(|(_, name)| name.as_str())
    }
}

/// The records of a table.
pub(super) struct Table {
    name: String,
    form: Form,
    /// The stream, as long as its first line has not come.
    stream: Option<Stream>,
    kind: Kind,
    rows: Rows<Stream>,
    columns: Option<Arc<Columns>>,
    /// Whether there is no more to come.
    over: bool,
    found: bool,
}

impl Table {
    /// The records of `stream`, which `place` gave.
    pub(super) fn new(place: &Place, stream: Stream, form: &Form) -> Self {
        Self {
            name: place.name.clone(),
            form: form.clone(),
            stream: Some(form.encoding.decoded(stream)),
            kind: place.kind,
            rows: Rows::new(Box::new(io::empty()), b',', 0),
            columns: None,
            over: false,
            found: false,
        }
    }

    /// The columns, from the first row.
    ///
    /// # Errors
    /// A file without a first row, or without the columns that were asked for.
    pub(super) fn columns(&mut self) -> Result<Arc<Columns>, Skipped> {
        if let Some(columns) = &self.columns {
            return Ok(Arc::clone(columns));
        }
        let read = self.read_columns();
        self.over = read.is_err();
        let columns = Arc::new(read.map_err(|what| Skipped(format!("{}{what}", self.name)))?);
        self.columns = Some(Arc::clone(&columns));
        Ok(columns)
    }

    /// What is wrong follows the file's name.
    fn read_columns(&mut self) -> Result<Columns, String> {
        let failed = |error: io::Error| format!(": {error}");
        let empty = || " is empty: the first row must name the columns".to_owned();
        let mut stream = self.stream.take().ok_or_else(empty)?;
        let mut first = Vec::new();
        match read_line(&mut stream, self.form.max_size, &mut first).map_err(failed)? {
            Line::End => return Err(empty()),
            Line::TooLong => return Err(format!(":1: {}", self.form.too_long())),
            Line::Whole => {}
        }
        if self.form.encoding.is_utf8() {
            // Its marks of another encoding, if any, stand at the start.
            let found = Encoding::default().decode(first).map_err(|what| format!(":1: {what}"))?;
            first = found.into_bytes();
        }
        let delimiter = if self.kind == Kind::Tabs { b'\t' } else { delimiter(&first) };
        let stream = Box::new(Cursor::new(first).chain(stream));
        self.rows = Rows::new(stream, delimiter, self.form.max_size);
        self.rows.pass_blank().map_err(failed)?;
        match self.rows.read().map_err(failed)? {
            Row::End => Err(empty()),
            Row::TooLong => Err(format!(":1: {}", self.form.too_long())),
            Row::Whole => columns(&names(self.rows.fields())?, &self.form),
        }
    }

    /// The next record; `None` at the end. A file of column names alone is a fault.
    pub(super) fn next(&mut self) -> Option<Result<Record, Skipped>> {
        if self.over {
            return None;
        }
        let columns = match self.columns() {
            Ok(columns) => columns,
            Err(what) => return Some(Err(what)),
        };
        let row = self.rows.pass_blank().map(|()| self.rows.line());
        let row = row.and_then(|line| Ok((line, self.rows.read()?)));
        let (line, what) = match row {
            Ok((line, Row::Whole)) => match self.record(line, &columns) {
                Ok(record) => {
                    self.found = true;
                    return Some(Ok(record));
                }
                Err(what) => (line, what),
            },
            Ok((line, Row::TooLong)) => (line, self.form.too_long()),
            Ok((_, Row::End)) => {
                self.over = true;
                let what = || Skipped(format!("{} has no row below its column names", self.name));
                return (!self.found).then(|| Err(what()));
            }
            Err(error) => {
                self.over = true;
                (self.rows.line(), error.to_string())
            }
        };
        self.found = true;
        Some(Err(Skipped(format!("{}:{line}: {what}", self.name))))
    }

    fn record(&self, line: u64, columns: &Columns) -> Result<Record, String> {
        let fields = self.rows.fields();
        let (found, expected) = (fields.len(), columns.names.len());
        if found != expected {
            return Err(self.ragged(line, found, expected));
        }
        let (mut text, mut id, mut metadata) = (String::new(), String::new(), Map::new());
        for (at, (field, name)) in fields.zip(&columns.names).enumerate() {
            let value = field_text(field);
            let value = value.map_err(|what| format!("column {name:?} {what}"))?;
            if at == columns.text {
                text = value;
            } else if Some(at) == columns.id {
                value.trim().clone_into(&mut id);
            } else {
                metadata.insert(name.clone(), Value::String(value));
            }
        }
        if id.is_empty() {
            id = format!("{}:{line}", self.name);
        }
        Ok(Record { id, text, metadata })
    }

    /// What is wrong with a row that has too few or too many fields.
    fn ragged(&self, line: u64, found: usize, expected: usize) -> String {
        let last = self.rows.line().saturating_sub(1).max(line);
        let fields = if found == 1 { "field" } else { "fields" };
        let what = format!("has {found} {fields}, and the first row names {expected} columns");
        if last > line {
            return format!(
                "{what}; it runs on to line {last}: is a quotation mark left open? Write \"\" for one \
                 inside quotation marks"
            );
        }
        format!("{what}; put a field that holds the separator in quotation marks")
    }
}

/// What separates the columns that `line` names: a comma, or what there is in place of commas.
fn delimiter(line: &[u8]) -> u8 {
    let found = |wanted: u8| {
        let mut quoted = false;
        line.iter().any(|&byte| {
            quoted ^= byte == b'"';
            byte == wanted && !quoted
        })
    };
    [b',', b';', b'\t'].into_iter().find(|&wanted| found(wanted)).unwrap_or(b',')
}

/// The names in the first row: each has one, and none has that of another.
fn names<'a>(fields: impl Iterator<Item = &'a [u8]>) -> Result<Vec<String>, String> {
    let mut names: Vec<String> = Vec::new();
    for (at, field) in fields.enumerate() {
        let name = field_text(field);
        let name = name.map_err(|what| format!(":1: column {} {what}", at + 1))?;
        let name = match name.trim() {
            "" => format!("column{}", at + 1),
            name => name.to_owned(),
        };
        let (mut unique, mut number) = (name.clone(), 2);
        while names.contains(&unique) {
            (unique, number) = (format!("{name}.{number}"), number + 1);
        }
        names.push(unique);
    }
    Ok(names)
}

/// Which columns hold what.
fn columns(names: &[String], form: &Form) -> Result<Columns, String> {
    let place = |wanted: &str| names.iter().position(|name| name == wanted);
    let missing = |wanted: &str, what: &str, option: &str| {
        format!(
            " has no column {wanted:?}; its columns are {}; name the one that holds the {what} with \
             {option} NAME",
            names.join(", ")
        )
    };
    let text = place(&form.text).ok_or_else(|| missing(&form.text, "text", "--text"))?;
    let id = place(form.id_name());
    match (&form.id, id) {
        (Some(wanted), None) => Err(missing(wanted, "id", "--id")),
        _ => Ok(Columns { names: names.to_vec(), text, id }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: Kind, form: &Form, bytes: &[u8]) -> Vec<Result<Record, String>> {
        let place = Place { name: "f.csv".into(), path: "f.csv".into(), kind, content: None };
        let mut table = Table::new(&place, Box::new(Cursor::new(bytes.to_vec())), form);
        let mut all = Vec::new();
        while let Some(record) = table.next() {
            all.push(record.map_err(|what| what.0));
        }
        all
    }

    #[test]
    fn rows_become_records_or_named_faults() {
        let file = "\u{FEFF}id, text ,lean,,lean\r\n1,\"a, \"\"b\"\"\r\nc\",left,x,y\r\n\r\n2,short\r\n,d,,,\r\n";
        let all = read(Kind::Commas, &Form::default(), file.as_bytes());
        let first = all[0].as_ref().unwrap();
        assert_eq!((first.id.as_str(), first.text.as_str()), ("1", "a, \"b\"\r\nc"));
        let metadata: Vec<_> =
            first.metadata.iter().map(|(name, value)| (name.as_str(), value)).collect();
        let expected = ["left", "x", "y"].map(|text| Value::String(text.into()));
        assert_eq!(
            metadata,
            [("lean", &expected[0]), ("column4", &expected[1]), ("lean.2", &expected[2])]
        );
        let error = all[1].as_ref().unwrap_err();
        assert!(error.starts_with("f.csv:5: has 2 fields, and the first row names 5"), "{error}");
        assert_eq!(all[2].as_ref().unwrap().id, "f.csv:6");
        assert_eq!(all.len(), 3);
    }

    #[test]
    fn separators_are_told_from_the_extension_and_the_first_line() {
        for (kind, text) in [
            (Kind::Commas, "id,text\n1,a;b"),
            (Kind::Commas, "id;text\n1;a;b".trim_end_matches(";b")),
            (Kind::Commas, "id\ttext\n1\ta"),
            (Kind::Commas, "id;\"text\"\n1;a"),
            (Kind::Tabs, "id\ttext\n1\ta,b"),
            (Kind::Commas, "\n\nid,text\r1,a"),
        ] {
            let all = read(kind, &Form::default(), text.as_bytes());
            let record = all[0].as_ref().unwrap_or_else(|error| panic!("{text:?}: {error}"));
            assert!(record.id == "1" && record.text.starts_with('a'), "{text:?}: {record:?}");
        }
    }

    #[test]
    fn faults_say_what_to_type() {
        let form = Form::default();
        let named = Form { text: "body".into(), id: Some("nr".into()), ..Form::default() };
        let table: &[(&[u8], &Form, &str)] = &[
            (b"", &form, "f.csv is empty"),
            (
                b"id,body\n1,a",
                &form,
                "has no column \"text\"; its columns are id, body; name the one that holds the text with --text",
            ),
            (
                b"id,body\n1,a",
                &named,
                "has no column \"nr\"; its columns are id, body; name the one that holds the id with --id",
            ),
            (b"id,text\n", &form, "has no row below"),
            (b"id,text\n1,caf\xE9", &form, "f.csv:2: column \"text\" is not UTF-8: byte 3 is 0xE9"),
            (b"\xFF\xFEi\0d\0", &form, "f.csv:1: is UTF-16LE"),
        ];
        for (bytes, form, part) in table {
            let error = read(Kind::Commas, form, bytes)[0].clone().unwrap_err();
            assert!(error.contains(part), "{error}");
        }
        let open = read(Kind::Commas, &form, b"id,lean,text\n1,\"a,b\n2,b,c\n3,c,d\n");
        let error = open[0].clone().unwrap_err();
        assert!(
            error.contains("f.csv:2: has 2 fields") && error.contains("runs on to line 4"),
            "{error}"
        );
    }
}
