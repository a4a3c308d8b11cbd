//! The page: lines on their way out, none wider than the terminal.

use super::paint::{Run, columns};
use super::table::Table;
use super::wrap::{LEAST, Line, wrap};
use crate::report::Setting;

/// How far the text under a title is set in.
pub(super) const INDENT: usize = 2;
/// A terminal that says it is narrower is taken to have so many columns.
const NARROWEST: usize = 24;

/// Where a report is written.
pub(super) struct Page<'a> {
    out: &'a mut Vec<u8>,
    width: usize,
    colour: bool,
}

impl<'a> Page<'a> {
    /// A page of the setting's width that writes to `out`.
    pub(super) fn new(setting: &Setting<'_>, out: &'a mut Vec<u8>) -> Self {
        Self { out, width: setting.width.max(NARROWEST), colour: setting.colour }
    }

    /// Columns beside an indent.
    pub(super) fn room(&self, indent: usize) -> usize {
        self.width.saturating_sub(indent).max(LEAST)
    }

    /// An empty line.
    pub(super) fn blank(&mut self) {
        self.out.push(b'\n');
    }

    /// The title of a section, with an empty line above.
    pub(super) fn title(&mut self, title: &str) {
        self.blank();
        self.text(0, &[Run::strong(title)]);
    }

    /// What stands between one document and the next.
    pub(super) fn rule(&mut self) {
        self.blank();
        self.line(0, &[Run::quiet("-".repeat(self.width))]);
        self.blank();
    }

    /// Text, wrapped, set in by `indent`.
    pub(super) fn text(&mut self, indent: usize, runs: &[Run]) {
        for line in wrap(runs, self.room(indent)) {
            self.line(indent, &line);
        }
    }

    /// Text, wrapped, with `lead` in front of its first line; the others are set in as far.
    pub(super) fn hang(&mut self, indent: usize, lead: &Run, runs: &[Run]) {
        let wide = lead.columns();
        let mut lines = wrap(runs, self.room(indent + wide)).into_iter();
        let mut first = vec![lead.clone()];
        first.extend(lines.next().unwrap_or_default());
        self.line(indent, &first);
        for line in lines {
            self.line(indent + wide, &line);
        }
    }

    /// A table, set in by `indent`.
    pub(super) fn table(&mut self, indent: usize, table: &Table) {
        for line in table.lines(self.room(indent)) {
            self.line(indent, &line);
        }
    }

    /// One line as it is: its maker sees to its width. Spaces at its end are dropped.
    pub(super) fn line(&mut self, indent: usize, line: &[Run]) {
        let start = self.out.len();
        self.out.extend(std::iter::repeat_n(b' ', indent));
        for run in line {
            run.write(self.colour, self.out);
        }
        while self.out.len() > start && self.out.ends_with(b" ") {
            self.out.pop();
        }
        self.blank();
    }
}

/// `text` at the right of `width` columns.
pub(super) fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(columns(text))))
}

/// Text of spaces alone, as a run.
pub(super) fn spaces(count: usize) -> Run {
    Run::plain(" ".repeat(count))
}

/// Runs with `between` them.
pub(super) fn joined(items: impl IntoIterator<Item = Line>, between: &str) -> Line {
    let mut line = Line::new();
    for item in items {
        if !line.is_empty() {
            line.push(Run::plain(between));
        }
        line.extend(item);
    }
    line
}
