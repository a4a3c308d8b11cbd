//! Concordances in the terminal: the words under each other, their sentences to the left and right.
//!
//! Laws: no line is wider than the terminal; context is cut between words, with an ellipsis; the words
//! start in the same column, and only words too long for it reach into the context behind them.

use super::foot;
use super::page::{INDENT, Page, right, spaces};
use super::paint::{Run, Style, columns};
use super::table::{Table, cell};
use super::wrap::Line as Runs;
use crate::concordance::{About, Concordance, Line, Order, Search, Stand, TERM, beginning, ending};
use crate::lexicon::Lexicon;
use crate::passes::Silence;
use crate::report::Setting;
use crate::report::concordance::Head;
use crate::report::escape::terminal;
use crate::report::wording::{figure, number, thousands};
use crate::stats::per_thousand;
use crate::voice::Voice;

/// From so many columns on, the notes of a line tell who speaks, whom it is about, and its category.
const ROOMY: usize = 100;
/// Below so many columns, lines have no notes.
const NARROW: usize = 60;
/// The space between columns.
const GAP: usize = 2;
/// Lines of a document at least, on average, for a heading of its own.
const HEADED: usize = 3;

/// Prints a concordance.
pub(in crate::report) fn concordance(
    setting: &Setting<'_>,
    concordance: &Concordance,
    out: &mut Vec<u8>,
) {
    let page = &mut Page::new(setting, out);
    let head = Head::of(setting.lexicon, concordance);
    page.text(0, &[Run::strong(format!("Concordance: {}", head.title))]);
    for sentence in &head.sentences {
        page.text(0, &[Run::plain(sentence)]);
    }
    values(page, concordance);
    if let Some(layout) = Layout::of(page.room(0), setting.lexicon, concordance) {
        lines(page, &layout, concordance);
        key(page, &layout);
    }
    if !concordance.skipped.is_empty() {
        page.title(&format!("Skipped: {}", number(concordance.skipped.len() as u64, "input")));
        for sentence in &concordance.skipped {
            page.hang(INDENT, &Run::quiet("- "), &[Run::plain(sentence)]);
        }
    }
    foot::stamp(page, setting);
}

/// The counts by the values of the field.
fn values(page: &mut Page<'_>, concordance: &Concordance) {
    let Some(field) = &concordance.search.by else { return };
    let table = Table::new().texts(field, 0..=32).figures("lines").figures("documents with");
    let mut table = table.figures("documents").figures("words").figures("per 1,000");
    for (value, tally) in &concordance.values {
        let counts = [tally.lines, tally.documents_with, tally.documents, tally.words];
        let mut row = vec![cell(named(value))];
        row.extend(counts.map(|count| cell(&thousands(count))));
        row.push(cell(&figure(per_thousand(tally.counted, tally.words), 2)));
        table.row(row);
    }
    page.blank();
    page.table(INDENT, &table);
}

/// A value, or that there is none.
fn named(value: &str) -> &str {
    if value.is_empty() { "(none)" } else { value }
}

/// All lines, under the headings of their values and documents.
fn lines(page: &mut Page<'_>, layout: &Layout<'_>, concordance: &Concordance) {
    let (mut value, mut document) = (None, None);
    if !layout.headed && concordance.search.by.is_none() {
        page.blank();
    }
    for (at, line) in concordance.lines.iter().enumerate() {
        if let Some(field) = concordance.search.by.as_ref().filter(|_| value != Some(&line.value)) {
            page.title(&format!("{field}: {}", named(line.value.as_deref().unwrap_or_default())));
            document = None;
        }
        value = Some(&line.value);
        if layout.headed && document != Some(&line.document) {
            page.blank();
            page.text(0, &[Run::strong(&*line.document)]);
        }
        document = Some(&line.document);
        page.line(0, &layout.line(at, line));
    }
}

/// How to read a line.
fn key(page: &mut Page<'_>, layout: &Layout<'_>) {
    let notes = match (layout.notes, layout.roomy) {
        (0, _) => "",
        (_, false) => {
            " Behind it: whose words they are, where not the author's. From --width 100 on, also who \
             speaks and whom they are about."
        }
        (_, true) => {
            " Behind it: whose words they are, where not the author's, and whom they are about."
        }
    };
    let key =
        format!("…: the sentence goes on; context ends with it. ¶: the paragraph, from 1.{notes}");
    page.blank();
    page.text(0, &[Run::quiet(key)]);
}

/// The width that nine in ten do not pass.
fn usual(widths: impl Iterator<Item = usize>) -> usize {
    let mut widths: Vec<usize> = widths.collect();
    widths.sort_unstable();
    widths.get(widths.len().saturating_sub(1) * 9 / 10).copied().unwrap_or(0)
}

/// The widths of the columns.
struct Layout<'a> {
    lexicon: &'a Lexicon,
    search: &'a Search,
    /// Digits of the last number.
    digits: usize,
    left: usize,
    word: usize,
    right: usize,
    place: usize,
    notes: usize,
    /// Whether documents have headings, so that no line names its own.
    headed: bool,
    /// Whether notes tell all.
    roomy: bool,
    /// Whether lines are of several categories.
    mixed: bool,
}

impl<'a> Layout<'a> {
    /// The layout of some lines in `width` columns; none without a line.
    fn of(width: usize, lexicon: &'a Lexicon, concordance: &'a Concordance) -> Option<Self> {
        let lines = &concordance.lines;
        let first = lines.first()?;
        let documents = 1 + lines.windows(2).filter(|l| l[0].document != l[1].document).count();
        let in_order = concordance.choice.order == Order::None || documents == 1;
        let category = |line: &Line| line.cues.first().map(|cue| cue.category);
        let mut layout = Self {
            lexicon,
            search: &concordance.search,
            digits: lines.len().to_string().len(),
            left: 0,
            word: 0,
            right: 0,
            place: 0,
            notes: 0,
            headed: in_order && lines.len() >= HEADED * documents,
            roomy: width >= ROOMY,
            mixed: lines.iter().any(|l| l.cues.len() > 1 || category(l) != category(first)),
        };
        let widest = |of: &dyn Fn(&Line) -> usize| lines.iter().map(of).max().unwrap_or(0);
        let place = widest(&|line| columns(&layout.place(line, usize::MAX)));
        let notes = widest(&|line| columns(&layout.notes(line)));
        layout.place = place.min((width / 8).max(10));
        layout.notes = match width {
            0..NARROW => 0,
            NARROW..ROOMY => notes.min(10),
            _ => notes.min(width / 5),
        };
        let behind = [layout.place, layout.notes].into_iter().filter(|&wide| wide > 0);
        let behind: usize = behind.map(|wide| wide + GAP).sum();
        let rest = width.saturating_sub(layout.digits + GAP + behind + 2 * GAP);
        layout.word = usual(lines.iter().map(|line| columns(&terminal(&line.text)))).min(rest / 4);
        layout.left = (rest - layout.word) / 2;
        layout.right = rest - layout.word - layout.left;
        Some(layout)
    }

    /// A line, the number of which counts from 0.
    fn line(&self, at: usize, line: &Line) -> Runs {
        let room = self.word + GAP + self.right;
        let word = terminal(&line.text);
        let word = beginning(&word, room, columns);
        // What stands at the words without a space goes with them: a comma, a closing mark.
        let (joined, behind) = line.right.split_once(' ').unwrap_or((&line.right, ""));
        let joined = terminal(joined);
        let joined = beginning(&joined, room - columns(&word), columns);
        let filled = columns(&word) + columns(&joined);
        let wide = filled.max(self.word) + GAP;
        let behind = terminal(behind);
        let behind = beginning(&behind, room.saturating_sub(wide), columns);
        let rest = room.saturating_sub(wide.max(filled) + columns(&behind));
        let mut runs = vec![
            Run::quiet(right(&(at + 1).to_string(), self.digits)),
            spaces(GAP),
            Run::plain(self.before(line)),
            Run::new(&*word, self.style(line)),
            Run::plain(&*joined),
            spaces(wide.min(room) - filled),
            Run::plain(&*behind),
            spaces(rest),
        ];
        let place = self.place(line, self.place);
        let rest = self.place - columns(&place).min(self.place);
        runs.extend([spaces(GAP), Run::quiet(place), spaces(rest + GAP)]);
        if self.notes > 0 {
            runs.push(Run::quiet(&*beginning(&self.notes(line), self.notes, columns)));
        }
        runs
    }

    /// The context to the left; what stands at the words without a space is set into the gap.
    fn before(&self, line: &Line) -> String {
        let (text, gap) = match line.left.strip_suffix(' ') {
            Some(text) => (text, GAP),
            None => (&*line.left, 0),
        };
        let room = self.left + GAP - gap;
        let text = terminal(text);
        format!("{}{}", right(&ending(&text, room, columns), room), " ".repeat(gap))
    }

    /// The colour of the first group that flags it; a term has none.
    fn style(&self, line: &Line) -> Style {
        let category = line.cues.first().map(|cue| self.lexicon.category_at(cue.category));
        let category = category.filter(|category| category.id != TERM);
        category.map_or(Style::Strong, |category| Style::Cue(category.group))
    }

    /// Its paragraph, and its document where no heading names it, cut to `room`.
    fn place(&self, line: &Line, room: usize) -> String {
        let paragraph = format!("¶{}", line.paragraph + 1);
        if self.headed {
            return paragraph;
        }
        let room = room.saturating_sub(columns(&paragraph) + 1);
        let id = terminal(&line.document);
        format!("{} {paragraph}", ending(&id, room, columns))
    }

    /// Whom a line is about, and how; whom every line is about none need name.
    fn about(&self, actor: &About) -> String {
        let asked = [self.search.query.wanted_actor(), self.search.about.as_deref()];
        match asked.contains(&Some(&*actor.id)) {
            true => actor.stance.name().to_owned(),
            false => format!("{} {}", actor.name, actor.stance.name()),
        }
    }

    /// What else there is to say of a line.
    fn notes(&self, line: &Line) -> String {
        let mut notes: Vec<String> = Vec::new();
        if line.stand != Stand::Body {
            notes.push(line.stand.name().to_owned());
        }
        notes.extend(line.silent_because.map(|silence| Silence::name(silence).to_owned()));
        let speaker = line.speaker.as_ref().filter(|_| self.roomy);
        match (line.voice, speaker) {
            (Voice::Author, None) => {}
            (voice, None) => notes.push(voice.name().to_owned()),
            (voice, Some(speaker)) => notes.push(format!("{}: {speaker}", voice.name())),
        }
        if self.roomy {
            notes.extend(line.about.iter().map(|actor| self.about(actor)));
        }
        if self.roomy && self.mixed {
            let categories = line.cues.iter().map(|cue| self.lexicon.category_at(cue.category));
            notes.extend(categories.map(|category| category.id.clone()));
        }
        terminal(&notes.join(", ")).into_owned()
    }
}
