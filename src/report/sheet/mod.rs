//! Sheets: tables that say something of lexicons, the same in the terminal, as JSON and as CSV.
//!
//! A sheet has a title, sentences, and sections that are tables; one of these is its rows in CSV.

mod csv;
mod json;

use crate::stats::Interval;

/// Tables under a title.
#[derive(Debug)]
pub struct Sheet {
    /// What it is.
    pub title: String,
    /// What stands above the tables.
    pub lines: Vec<String>,
    /// The tables.
    pub sections: Vec<Section>,
    /// The id of the section that CSV holds.
    pub rows: &'static str,
}

/// A table.
#[derive(Debug)]
pub struct Section {
    /// The key in JSON.
    pub id: &'static str,
    /// The title that people read.
    pub title: &'static str,
    /// What the table says, in one sentence; may be empty.
    pub about: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// Its rows, of as many cells.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The key in JSON and CSV.
    pub id: &'static str,
    /// The head that people read.
    pub head: &'static str,
    /// What its cells hold.
    pub kind: Kind,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Numbers, with so many digits after the point for people.
    Figure(usize),
    /// Intervals, likewise.
    Range(usize),
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A count.
    Count(u64),
    /// A number; `None` where it does not exist.
    Figure(Option<f64>),
    /// An interval; `None` where it does not exist.
    Range(Option<Interval>),
}

impl Cell {
    /// A cell of words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl Column {
    /// A column of words.
    pub const fn text(id: &'static str, head: &'static str) -> Self {
        Self { id, head, kind: Kind::Text }
    }

    /// A column of numbers.
    pub const fn figure(id: &'static str, head: &'static str, decimals: usize) -> Self {
        Self { id, head, kind: Kind::Figure(decimals) }
    }

    /// A column of intervals.
    pub const fn range(id: &'static str, head: &'static str, decimals: usize) -> Self {
        Self { id, head, kind: Kind::Range(decimals) }
    }
}

/// A form of sheets.
#[derive(Debug)]
pub struct SheetFormat {
    /// The name for `--format`.
    pub name: &'static str,
    /// The file extension that stands for it.
    pub extension: &'static str,
    /// Writes a sheet.
    pub write: fn(&super::Setting<'_>, &Sheet, &mut Vec<u8>),
}

/// All forms of sheets; the first is the default.
pub const SHEET_FORMATS: &[SheetFormat] = &[
    SheetFormat { name: "text", extension: "txt", write: super::text::sheet },
    SheetFormat { name: "json", extension: "json", write: json::write },
    SheetFormat { name: "csv", extension: "csv", write: csv::write },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    const COLUMNS: &[Column] = &[
        Column::text("name", "name"),
        Column::figure("count", "count", 0),
        Column::figure("share", "share", 2),
        Column::range("interval", "95\u{A0}% interval", 2),
    ];

    fn sheet() -> Sheet {
        let interval = Some(Interval { low: 0.25, high: 0.75 });
        let rows = vec![
            vec![
                Cell::text("=a, \"b\"\u{1b}"),
                Cell::Count(1_200),
                Cell::Figure(Some(0.5)),
                Cell::Range(interval),
            ],
            vec![Cell::text("none"), Cell::Count(0), Cell::Figure(None), Cell::Range(None)],
        ];
        let section =
            Section { id: "items", title: "Items", about: "All of them.", columns: COLUMNS, rows };
        let (title, lines) = ("Title".into(), vec!["A sentence.".into()]);
        Sheet { title, lines, sections: vec![section], rows: "items" }
    }

    fn written(name: &str) -> String {
        let lexicon = crate::lexicon::Lexicon::compile(&[]).unwrap();
        let setting = sample::setting(&lexicon);
        let format = SHEET_FORMATS.iter().find(|format| format.name == name).unwrap();
        let mut out = Vec::new();
        (format.write)(&setting, &sheet(), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn people_read_figures_in_words() {
        let text = written("text");
        for part in ["Title\n", "A sentence.", "Items\n", "1,200", "0.50", "0.25 to 0.75", "–"] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        assert!(!text.contains('\u{1b}'), "{text}");
    }

    #[test]
    fn json_has_a_key_for_each_column_and_null_for_what_is_not() {
        let json: serde_json::Value = serde_json::from_str(&written("json")).unwrap();
        assert_eq!(json["items"][0]["interval"]["low"], 0.25);
        assert_eq!(json["items"][0]["count"], 1_200);
        assert!(json["items"][1]["share"].is_null());
        assert_eq!(json["title"], "Title");
        assert!(json["stamp"]["program"].is_string());
    }

    #[test]
    fn csv_has_two_columns_for_an_interval_and_no_formula() {
        let rows: Vec<String> = written("csv").lines().map(str::to_owned).collect();
        assert_eq!(rows[0], "name,count,share,interval_low,interval_high,stamp");
        assert!(rows[1].starts_with("\"'=a, \"\"b\"\""), "{}", rows[1]);
        assert!(rows[2].starts_with("none,0,,,,"), "{}", rows[2]);
    }
}
