//! Sheets in the terminal.

use super::figure::range;
use super::page::{INDENT, Page};
use super::paint::Run;
use super::table::{Table, cell};
use super::wrap::Line;
use crate::report::sheet::{Cell, Kind, Section, Sheet};
use crate::report::wording::{figure, thousands};
use crate::report::{Setting, sheet};

/// A text column that stands before others is no wider than this.
const NAMES: usize = 36;
/// The first column is no narrower, where there is room: the longest ids stay whole.
const FIRST: usize = 17;

/// Prints a sheet.
pub(in crate::report) fn sheet(setting: &Setting<'_>, sheet: &Sheet, out: &mut Vec<u8>) {
    let page = &mut Page::new(setting, out);
    page.text(0, &[Run::strong(&sheet.title)]);
    for line in &sheet.lines {
        page.text(0, &[Run::plain(line)]);
    }
    for section in &sheet.sections {
        page.title(section.title);
        if !section.about.is_empty() {
            page.text(INDENT, &[Run::quiet(section.about)]);
        }
        if section.rows.is_empty() {
            page.text(INDENT, &[Run::plain("None.")]);
        } else {
            page.table(INDENT, &table(section));
        }
    }
    page.blank();
    page.text(0, &[Run::quiet(setting.stamp.line())]);
}

fn table(section: &Section) -> Table {
    let last = section.columns.len().saturating_sub(1);
    let mut table = Table::new();
    for (at, column) in section.columns.iter().enumerate() {
        table = match column.kind {
            Kind::Figure(_) => table.figures(column.head),
            Kind::Range(_) => table.texts(column.head, 0..=24),
            Kind::Text if at == 0 && last > 0 => table.texts(column.head, FIRST..=NAMES),
            Kind::Text if at == last => table.texts(column.head, 0..=usize::MAX),
            Kind::Text => table.texts(column.head, 0..=NAMES),
        };
    }
    for row in &section.rows {
        table.row(
            section.columns.iter().zip(row).map(|(column, cell)| laid(column, cell)).collect(),
        );
    }
    table
}

fn laid(column: &sheet::Column, content: &Cell) -> Line {
    let decimals = match column.kind {
        Kind::Figure(decimals) | Kind::Range(decimals) => decimals,
        Kind::Text => 0,
    };
    match content {
        Cell::Text(text) => cell(text),
        Cell::Count(count) => cell(&thousands(*count)),
        Cell::Figure(value) => cell(&figure(*value, decimals)),
        Cell::Range(interval) => vec![Run::quiet(range(*interval, decimals))],
    }
}
