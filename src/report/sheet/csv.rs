//! The rows of a sheet as CSV, one row a line; an interval is two columns.

use super::{Cell, Kind, Sheet};
use crate::report::Setting;
use crate::report::escape::csv_cell;

pub(super) fn write(setting: &Setting<'_>, sheet: &Sheet, out: &mut Vec<u8>) {
    let Some(section) = sheet.sections.iter().find(|section| section.id == sheet.rows) else {
        return;
    };
    for column in section.columns {
        match column.kind {
            Kind::Range(_) => {
                csv_cell(&format!("{}_low", column.id), out);
                out.push(b',');
                csv_cell(&format!("{}_high", column.id), out);
            }
            Kind::Text | Kind::Figure(_) => csv_cell(column.id, out),
        }
        out.push(b',');
    }
    out.extend_from_slice(b"stamp\n");
    for row in &section.rows {
        for cell in row {
            match cell {
                Cell::Text(text) => csv_cell(text, out),
                Cell::Count(count) => csv_cell(&count.to_string(), out),
                Cell::Figure(figure) => number(*figure, out),
                Cell::Range(range) => {
                    number(range.map(|range| range.low), out);
                    out.push(b',');
                    number(range.map(|range| range.high), out);
                }
            }
            out.push(b',');
        }
        csv_cell(&setting.stamp.line(), out);
        out.push(b'\n');
    }
}

/// A number as JSON has it; nothing where there is none.
fn number(number: Option<f64>, out: &mut Vec<u8>) {
    if let Some(number) = number {
        // Numbers always serialise, and a Vec takes all.
        let _ = serde_json::to_writer(out, &number);
    }
}
