//! The list of a paragraph's cues: words, category, strength, voice, and the reason if asked for.

use std::fmt::Write as _;

use super::cue::{Cue, findings};
use super::page::Page;
use super::paint::{Run, columns};
use super::table::{GAP, Table, cell};
use super::wrap::Line;
use crate::analysis::Analysis;
use crate::lexicon::GROUPS;
use crate::passes::{Aimed, Finding};
use crate::report::Setting;
use crate::voice::VOICES;

/// The highest strength of a cue.
const STRONGEST: u8 = 3;
/// Columns for a mark, at the least.
const MARK: usize = 4;
/// Columns for the words of a cue, at the most; longer ones wrap.
const WORDS: usize = 36;
/// With fewer columns for the words there are no columns, and a cue is told in a sentence.
const FEWEST: usize = 12;

/// The lists of one document, all laid out alike.
pub(super) struct CueList<'a> {
    setting: &'a Setting<'a>,
    analysis: &'a Analysis,
    /// Columns of the longest category title that is used.
    title: usize,
}

/// The widths of a list's columns.
struct Widths {
    words: usize,
    title: usize,
    voice: usize,
}

impl<'a> CueList<'a> {
    /// The lists of a document.
    pub(super) fn new(setting: &'a Setting<'_>, analysis: &'a Analysis) -> Self {
        let used = analysis.findings.iter().filter(|finding| finding.counted());
        let titles = used.map(|f| columns(&setting.lexicon.categories[f.category as usize].title));
        Self { setting, analysis, title: titles.max().unwrap_or(0) }
    }

    /// Prints the cues of paragraph `index`, and what was found there and is no cue.
    pub(super) fn print(&self, page: &mut Page<'_>, indent: usize, index: usize, cues: &[Cue<'_>]) {
        let notes = self.notes(index);
        if !cues.is_empty() || !notes.is_empty() {
            page.blank();
        }
        let widths = self.widths(page.room(indent));
        let mut table = widths.as_ref().map(Widths::table);
        for (number, cue) in (1..).zip(cues) {
            let mark = cue.mark(self.setting.lexicon, number);
            for finding in &cue.findings {
                match &mut table {
                    Some(table) => table.row(self.row(&mark, finding)),
                    None => self.sentence(page, indent, &mark, finding),
                }
                if self.setting.explain {
                    if let (Some(table), Some(widths)) = (&mut table, &widths) {
                        page.table(indent, &std::mem::replace(table, widths.table()));
                    }
                    page.text(indent + MARK + GAP, &[Run::quiet(self.reason(finding))]);
                }
            }
        }
        if let Some(table) = table {
            page.table(indent, &table);
        }
        for note in notes {
            page.text(indent, &[Run::quiet(note)]);
        }
    }

    /// The widths of the columns, if there is room for them.
    fn widths(&self, room: usize) -> Option<Widths> {
        let title = self.title.min(room * 2 / 5);
        let voice = VOICES.iter().map(|voice| voice.name().len()).max().unwrap_or(0);
        let others = MARK + title + usize::from(STRONGEST) + voice + 4 * GAP;
        let words = room.checked_sub(others).filter(|words| *words >= FEWEST)?.min(WORDS);
        Some(Widths { words, title, voice })
    }

    /// A finding where there is no room for columns.
    fn sentence(&self, page: &mut Page<'_>, indent: usize, mark: &str, finding: &Finding) {
        let mut cells = self.row(mark, finding).into_iter().skip(1);
        let mut line = cells.next().unwrap_or_default();
        line.push(Run::plain(": "));
        line.extend(super::page::joined(cells, " "));
        page.hang(indent, &Run::quiet(format!("{mark:MARK$}  ")), &line);
    }

    /// The row of a finding: mark, words, category, strength, and the voice if it is not the text's own.
    fn row(&self, mark: &str, finding: &Finding) -> Vec<Line> {
        let category = &self.setting.lexicon.categories[finding.category as usize];
        let voice = if VOICES.first() == Some(&finding.voice) { "" } else { finding.voice.name() };
        vec![
            vec![Run::quiet(mark)],
            cell(&one_line(finding.span.of(&self.analysis.document.source))),
            cell(&category.title),
            vec![Run::quiet(dots(finding.strength))],
            vec![Run::quiet(voice)],
        ]
    }

    /// The reason of a finding and its plainer wording; the entry, where it is not the words.
    fn reason(&self, finding: &Finding) -> String {
        let entry = self.setting.lexicon.entry(finding.entry);
        let block = self.setting.lexicon.block(entry);
        let words = one_line(finding.span.of(&self.analysis.document.source));
        let mut reason = String::new();
        if words.to_lowercase() != entry.term.to_lowercase() {
            reason.push_str(&entry.term);
            reason.push_str(": ");
        }
        reason.push_str(&block.why);
        if let Some(speaker) = finding.speaker {
            let speaker = one_line(speaker.of(&self.analysis.document.source));
            let _ = write!(reason, ". Said by {speaker}");
        }
        for aim in &finding.aims {
            let name = match aim.who {
                Aimed::Actor(actor) => self.analysis.cast.name(actor, self.setting.lexicon),
                Aimed::Label => "whoever is called so",
            };
            let (stance, rule) = (aim.stance.name(), aim.rule.name());
            let _ = write!(reason, ". About {name} ({stance}, by {rule})");
        }
        if !block.instead.is_empty() {
            reason.push_str(". Plainer: ");
            reason.push_str(&block.instead.join(", "));
        }
        reason
    }

    /// What is found and is no cue: a line for each group that is shown apart, and with `explain` what
    /// does not count.
    fn notes(&self, index: usize) -> Vec<String> {
        let lexicon = self.setting.lexicon;
        let counts = || lexicon.categories.iter().zip(&self.analysis.paragraphs[index].categories);
        let apart =
            GROUPS.iter().enumerate().filter(|(_, group)| group.apart).map(|(at, group)| {
                let found =
                    counts().filter(|(category, count)| category.group_at == at && **count > 0);
                let named = found.map(|(category, count)| {
                    format!("{} {count}{}", category.title, category.mark())
                });
                (group.title, named.collect::<Vec<_>>())
            });
        let silent = |finding: &Finding| {
            let words = one_line(finding.span.of(&self.analysis.document.source));
            let title = &lexicon.categories[finding.category as usize].title;
            Some(format!("{words} ({title}, {})", finding.silent_because?.name()))
        };
        let found = findings(self.analysis, index).iter().filter(|_| self.setting.explain);
        let notes = apart.chain([("Not counted", found.filter_map(silent).collect())]);
        let notes = notes.filter(|(_, items)| !items.is_empty());
        notes.map(|(start, items)| format!("{start}: {}.", items.join(" · "))).collect()
    }
}

impl Widths {
    fn table(&self) -> Table {
        let &Self { words, title, voice } = self;
        Table::new()
            .texts("", MARK..=2 * MARK)
            .texts("", words..=words)
            .texts("", title..=title)
            .texts("", STRONGEST.into()..=STRONGEST.into())
            .texts("", 0..=voice)
    }
}

/// A strength as dots.
fn dots(strength: u8) -> String {
    (1..=STRONGEST).map(|step| if step <= strength { '●' } else { '○' }).collect()
}

/// Words on one line.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
