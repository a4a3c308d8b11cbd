//! A concordance for pages that people read: nothing here is escaped, the templates do that.

use serde::Serialize;

use super::Head;
use super::record::LineRecord;
use crate::concordance::{Concordance, Tally, beginning, ending};
use crate::lexicon::Group;
use crate::report::Setting;
use crate::report::view::LegendView;
use crate::report::wording::{figure, thousands};
use crate::stats::per_thousand;

/// Characters of context that a page shows on either side.
const AROUND: usize = 52;

/// A concordance, made ready for templates.
#[derive(Debug, Serialize)]
pub(super) struct ConcordanceView<'a> {
    title: String,
    sentences: Vec<String>,
    /// The field by which lines are put together; empty where they are not.
    by: &'a str,
    values: Vec<ValueView<'a>>,
    /// The lines of each value; all in one where they are not put together.
    sections: Vec<SectionView<'a>>,
    columns: Columns,
    skipped: &'a [String],
    legend: LegendView<'a>,
}

/// Which columns say something.
#[derive(Debug, Clone, Copy, Serialize)]
struct Columns {
    about: bool,
    category: bool,
    status: bool,
}

/// The counts of a value.
#[derive(Debug, Serialize)]
struct ValueView<'a> {
    value: &'a str,
    lines: String,
    documents_with: String,
    documents: String,
    words: String,
    rate: String,
}

/// Lines of one value.
#[derive(Debug, Serialize)]
struct SectionView<'a> {
    value: &'a str,
    lines: Vec<LineView<'a>>,
}

/// A line.
#[derive(Debug, Serialize)]
struct LineView<'a> {
    /// From 1.
    number: usize,
    id: &'a str,
    /// Its paragraph, from 1.
    paragraph: u32,
    /// Code points before it.
    start: usize,
    left: String,
    text: &'a str,
    /// What stands behind the words without a space: a comma, a closing mark.
    joined: &'a str,
    right: String,
    voice: &'a str,
    speaker: &'a str,
    about: Vec<String>,
    categories: String,
    /// Why reports do not count it; empty where they do.
    status: &'a str,
    /// The class that its colour goes by.
    group: &'static str,
}

impl<'a> ConcordanceView<'a> {
    /// The view of `concordance`.
    pub(super) fn of(setting: &'a Setting<'_>, concordance: &'a Concordance) -> Self {
        let Head { title, sentences } = Head::of(setting.lexicon, concordance);
        let (lexicon, lines) = (setting.lexicon, &concordance.lines);
        let category = |line: &crate::concordance::Line| line.cues.first().map(|cue| cue.category);
        let columns = Columns {
            about: lines.iter().any(|line| !line.about.is_empty()),
            category: lines.iter().any(|l| l.cues.len() > 1 || category(l) != category(&lines[0])),
            status: lines.iter().any(|line| !line.counted()),
        };
        let groups = lines
            .iter()
            .map(|line| line.cues.first().map(|cue| lexicon.category_at(cue.category).group));
        let mut sections: Vec<SectionView<'a>> = Vec::new();
        for ((number, record), group) in
            (1..).zip(LineRecord::all(lexicon, concordance)).zip(groups)
        {
            let value = record.value.unwrap_or_default();
            let line = LineView::of(number, &record, group.map_or("", |group: &Group| group.id));
            match sections.last_mut().filter(|section| section.value == value) {
                Some(section) => section.lines.push(line),
                None => sections.push(SectionView { value, lines: vec![line] }),
            }
        }
        Self {
            title,
            sentences,
            by: concordance.search.by.as_deref().unwrap_or_default(),
            values: concordance.values.iter().map(|(value, t)| ValueView::of(value, t)).collect(),
            sections,
            columns,
            skipped: &concordance.skipped,
            legend: LegendView::of(setting),
        }
    }
}

impl<'a> ValueView<'a> {
    fn of(value: &'a str, tally: &Tally) -> Self {
        Self {
            value,
            lines: thousands(tally.lines),
            documents_with: thousands(tally.documents_with),
            documents: thousands(tally.documents),
            words: thousands(tally.words),
            rate: figure(per_thousand(tally.counted, tally.words), 2),
        }
    }
}

impl<'a> LineView<'a> {
    fn of(number: usize, line: &LineRecord<'a>, group: &'static str) -> Self {
        let characters = |text: &str| text.chars().count();
        let (joined, right) = line.right.split_once(' ').unwrap_or((line.right, ""));
        let outside = if line.part == "body" { "" } else { line.part };
        Self {
            number,
            id: line.id,
            paragraph: line.paragraph + 1,
            start: line.start_char,
            left: ending(line.left, AROUND, characters).into_owned(),
            text: line.text,
            joined,
            right: beginning(right, AROUND, characters).into_owned(),
            voice: line.voice,
            speaker: line.speaker.unwrap_or_default(),
            about: line.actors.iter().map(|a| format!("{} ({})", a.name, a.stance)).collect(),
            categories: line.categories.join(", "),
            status: line.silent_because.unwrap_or(outside),
            group,
        }
    }
}
