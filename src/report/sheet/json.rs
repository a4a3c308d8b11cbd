//! A sheet as one JSON object: the stamp, the title, the sentences, and a list for each section.

use serde_json::{Map, Value, json};

use super::{Cell, Section, Sheet};
use crate::report::Setting;

pub(super) fn write(setting: &Setting<'_>, sheet: &Sheet, out: &mut Vec<u8>) {
    let mut object = Map::new();
    object.insert("stamp".into(), json!(setting.stamp));
    object.insert("title".into(), json!(sheet.title));
    object.insert("notes".into(), json!(sheet.lines));
    for section in &sheet.sections {
        object.insert(section.id.into(), rows(section));
    }
    // Maps, lists, strings and numbers always serialise, and a Vec takes all.
    let _ = serde_json::to_writer_pretty(&mut *out, &object);
    out.push(b'\n');
}

fn rows(section: &Section) -> Value {
    let row = |cells: &Vec<Cell>| {
        let pairs = section.columns.iter().zip(cells);
        Value::Object(pairs.map(|(column, cell)| (column.id.to_owned(), value(cell))).collect())
    };
    section.rows.iter().map(row).collect()
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => json!(text),
        Cell::Count(count) => json!(count),
        Cell::Figure(figure) => json!(figure),
        Cell::Range(range) => json!(range),
    }
}
