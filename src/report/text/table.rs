//! Tables: columns that line up, in the width there is.
//!
//! Laws: no line is wider than asked; no cell is cut: text columns wrap, and where the columns do
//! not fit beside each other the table goes on below, with its first column again.

use std::ops::RangeInclusive;

use super::page::spaces;
use super::paint::{Run, columns_of};
use super::wrap::{LEAST, Line, wrap};

/// The space between columns, where there is room for it.
pub(super) const GAP: usize = 2;
/// A text column is not squeezed below this, so that words stay whole.
const READABLE: usize = 12;

/// A table: a head and rows of as many cells.
#[derive(Debug, Default)]
pub(super) struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Line>>,
}

/// A column.
#[derive(Debug)]
struct Column {
    head: Line,
    /// Whether it is set to the right, as figures are; texts stand to the left and may wrap.
    figures: bool,
    /// Its width at the least, if there is room.
    least: usize,
    /// Its width at the most; longer texts wrap.
    most: usize,
}

/// A stretch of columns that stand beside each other: their numbers and widths.
struct Band {
    columns: Vec<(usize, usize)>,
    gap: usize,
}

impl Table {
    /// A table without columns.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Adds a column of texts, as wide as they need within `widths`, if there is room.
    pub(super) fn texts(self, head: &str, widths: RangeInclusive<usize>) -> Self {
        self.column(head, false, widths)
    }

    /// Adds a column of figures.
    pub(super) fn figures(self, head: &str) -> Self {
        self.column(head, true, 0..=usize::MAX)
    }

    fn column(mut self, head: &str, figures: bool, widths: RangeInclusive<usize>) -> Self {
        let (least, most) = widths.into_inner();
        let head = if head.is_empty() { Line::new() } else { vec![Run::strong(head)] };
        self.columns.push(Column { head, figures, least, most: most.max(LEAST) });
        self
    }

    /// Adds a row; cells that are missing are empty.
    pub(super) fn row(&mut self, mut cells: Vec<Line>) {
        cells.resize(self.columns.len(), Line::new());
        self.rows.push(cells);
    }

    /// Whether it has no row.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The lines of the table in `width` columns. Heads without a word take no line.
    pub(super) fn lines(&self, width: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        for (number, band) in self.bands(width).iter().enumerate() {
            if number > 0 {
                lines.push(Line::new());
            }
            let heads: Vec<&Line> = self.columns.iter().map(|column| &column.head).collect();
            if heads.iter().any(|head| !head.is_empty()) {
                lines.extend(self.laid(band, &heads, true));
            }
            for row in &self.rows {
                lines.extend(self.laid(band, &row.iter().collect::<Vec<_>>(), false));
            }
        }
        lines
    }

    /// Which columns stand beside each other, and how wide they are.
    fn bands(&self, width: usize) -> Vec<Band> {
        let tries = [(GAP, false, false), (GAP, true, false), (GAP, true, true), (1, true, true)];
        for (gap, tight, squeezed) in tries {
            let mut widths: Vec<_> =
                (0..self.columns.len()).map(|at| self.wish(at, tight)).collect();
            let room = width.saturating_sub(gap * widths.len().saturating_sub(1));
            let fits = widths.iter().sum::<usize>() <= room;
            if fits || squeezed && self.squeeze(&mut widths, room) {
                return vec![Band { columns: widths.into_iter().enumerate().collect(), gap }];
            }
        }
        self.split(width)
    }

    /// The width a column would like to have: `tight` lets its head wrap.
    fn wish(&self, at: usize, tight: bool) -> usize {
        let column = &self.columns[at];
        let longest_word = |line: &Line| {
            line.iter().flat_map(|run| run.text().split(' ')).map(super::paint::columns).max()
        };
        let head =
            if tight { longest_word(&column.head).unwrap_or(0) } else { columns_of(&column.head) };
        let cells = self.rows.iter().map(|row| columns_of(&row[at])).max().unwrap_or(0);
        head.max(cells.min(column.most)).max(column.least)
    }

    /// Takes from the widest text column until all fit in `room`; whether they do.
    fn squeeze(&self, widths: &mut [usize], room: usize) -> bool {
        let mut over = widths.iter().sum::<usize>().saturating_sub(room);
        let narrowest = |column: &Column| column.least.max(READABLE);
        while over > 0 {
            let texts = (0..widths.len()).filter(|&at| {
                !self.columns[at].figures && widths[at] > narrowest(&self.columns[at])
            });
            let Some(widest) = texts.max_by_key(|&at| (widths[at], at)) else { return false };
            let spare = widths[widest] - narrowest(&self.columns[widest]);
            let others = (0..widths.len()).filter(|&at| at != widest && !self.columns[at].figures);
            let next = others.map(|at| widths[at].min(widths[widest])).max().unwrap_or(0);
            let step = over.min(spare).min((widths[widest] - next).max(1));
            widths[widest] -= step;
            over -= step;
        }
        true
    }

    /// Bands one below the other, each with the first column.
    fn split(&self, width: usize) -> Vec<Band> {
        let wish = |at: usize, most: usize| self.wish(at, true).clamp(1, most.max(LEAST));
        let first = (0, wish(0, width / 2));
        let mut bands = Vec::new();
        let mut columns = vec![first];
        let mut filled = first.1;
        for at in 1..self.columns.len() {
            let wide = wish(at, width.saturating_sub(first.1 + 1));
            if columns.len() > 1 && filled + 1 + wide > width {
                bands.push(Band { columns: std::mem::replace(&mut columns, vec![first]), gap: 1 });
                filled = first.1;
            }
            columns.push((at, wide));
            filled += 1 + wide;
        }
        bands.push(Band { columns, gap: 1 });
        bands
    }

    /// The lines of one row; a head's words stand at its foot.
    fn laid(&self, band: &Band, cells: &[&Line], head: bool) -> Vec<Line> {
        let wrapped: Vec<Vec<Line>> =
            band.columns.iter().map(|&(at, wide)| fill(cells[at], wide)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut lines = Vec::with_capacity(height);
        for number in 0..height {
            let mut line = Line::new();
            for (cell, &(at, wide)) in wrapped.iter().zip(&band.columns) {
                if !line.is_empty() {
                    line.push(spaces(band.gap));
                }
                let skipped = if head { height - cell.len() } else { 0 };
                let here = number.checked_sub(skipped).and_then(|number| cell.get(number));
                let here = here.cloned().unwrap_or_default();
                let rest = spaces(wide.saturating_sub(columns_of(&here)));
                if self.columns[at].figures {
                    line.push(rest);
                    line.extend(here);
                } else {
                    line.extend(here);
                    line.push(rest);
                }
            }
            lines.push(line);
        }
        lines
    }
}

/// A cell's lines: as it is where it fits, spaces and all, else wrapped.
fn fill(cell: &Line, wide: usize) -> Vec<Line> {
    if columns_of(cell) <= wide { vec![cell.clone()] } else { wrap(cell, wide) }
}

/// A cell of text.
pub(super) fn cell(text: &str) -> Line {
    vec![Run::plain(text)]
}

/// A cell of a count; 0 is a quiet dot, so that the eye finds what is there.
pub(super) fn count(count: u64) -> Line {
    if count == 0 {
        vec![Run::quiet("·")]
    } else {
        vec![Run::plain(crate::report::wording::thousands(count))]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(table: &Table, width: usize) -> Vec<String> {
        let text = |line: &Line| line.iter().map(Run::text).collect::<String>();
        table.lines(width).iter().map(|line| text(line).trim_end().to_owned()).collect()
    }

    fn table() -> Table {
        let mut table =
            Table::new().texts("side", 0..=20).figures("per 1,000").texts("words", 0..=40);
        table.row(vec![cell("the first side"), count(1204), cell("one two three four five")]);
        table.row(vec![cell("B"), count(0)]);
        table
    }

    #[test]
    fn columns_line_up() {
        let expected = [
            "side            per 1,000  words",
            "the first side      1,204  one two three four five",
            "B                       ·",
        ];
        assert_eq!(shown(&table(), 80), expected);
    }

    #[test]
    fn heads_wrap_before_texts_do() {
        let expected = [
            "                  per",
            "side            1,000  words",
            "the first side  1,204  one two three four five",
            "B                   ·",
        ];
        assert_eq!(shown(&table(), 48), expected);
        let expected = [
            "                  per",
            "side            1,000  words",
            "the first side  1,204  one two three",
            "                       four five",
            "B                   ·",
        ];
        assert_eq!(shown(&table(), 37), expected);
    }

    #[test]
    fn columns_without_room_go_on_below() {
        let expected = [
            "             per",
            "side       1,000",
            "the first  1,204",
            "side",
            "B              ·",
            "",
            "side       words",
            "the first  one two",
            "side       three",
            "           four five",
            "B",
        ];
        assert_eq!(shown(&table(), 20), expected);
    }

    #[test]
    fn a_table_of_nothing_is_its_heads() {
        assert_eq!(shown(&Table::new().texts("", 3..=9).texts("", 0..=9), 40), [""; 0]);
        assert_eq!(shown(&Table::new().texts("a", 0..=9), 40), ["a"]);
        assert_eq!(shown(&Table::new(), 40), [""; 0]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide(
            rows in proptest::collection::vec(
                proptest::collection::vec("[a-z ]{0,60}|\\PC{0,30}", 7), 0..5
            ),
            least in 0_usize..40,
            width in 18_usize..130,
        ) {
            let mut table = Table::new()
                .texts("first", least..=60)
                .figures("per 1,000")
                .texts("a head of words", 0..=least)
                .figures("n")
                .figures("count")
                .texts("", least..=least)
                .texts("rest", 0..=usize::MAX);
            for (at, row) in rows.iter().enumerate() {
                let figure = |_: &String| count(7_u64.pow(at as u32 * 3));
                let cells = row.iter().enumerate();
                table.row(cells.map(|(c, text)| if [1, 3, 4].contains(&c) { figure(text) } else { cell(text) }).collect());
            }
            for line in table.lines(width) {
                prop_assert!(columns_of(&line) <= width, "{}: {:?}", width, line);
            }
        }
    }
}
