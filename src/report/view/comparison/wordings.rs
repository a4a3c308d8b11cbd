//! In whose words two sides differ: entries that one alone uses, and naming pairs.

use serde::Serialize;

use crate::compare::{NamingPair, Side, Sighting};
use crate::report::Setting;

/// One-sided entries of each side that are shown at most.
const ONLY: usize = 20;
/// Characters of a sentence that are shown on either side of its words.
const AROUND: usize = 90;

#[derive(Debug, Serialize)]
pub(super) struct OnlyView<'a> {
    side: &'static str,
    name: &'a str,
    entries: Vec<EntryView<'a>>,
    more: usize,
}

#[derive(Debug, Serialize)]
struct EntryView<'a> {
    term: &'a str,
    category: &'a str,
    group: &'static str,
    count: u64,
    seen: Option<SeenView<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct NamingView<'a> {
    /// The entry and the plainer wording, in the order of the sides.
    cells: [CellView<'a>; 2],
    category: &'a str,
    group: &'static str,
}

#[derive(Debug, Serialize)]
struct CellView<'a> {
    wording: &'a str,
    count: u64,
    /// Whether this is the plainer wording.
    plainer: bool,
    seen: SeenView<'a>,
}

/// Words in their sentence.
#[derive(Debug, Serialize)]
struct SeenView<'a> {
    document: &'a str,
    before: String,
    words: &'a str,
    after: String,
}

impl<'a> OnlyView<'a> {
    pub(super) fn of(
        setting: &Setting<'a>,
        letter: &'static str,
        side: &'a Side,
        entries: &[(u32, u64)],
    ) -> Self {
        let view = |&(entry, count): &(u32, u64)| {
            let category = setting.lexicon.category(setting.lexicon.entry(entry));
            EntryView {
                term: &setting.lexicon.entry(entry).term,
                category: &category.title,
                group: category.group.id,
                count,
                seen: side.first_seen.get(&entry).map(SeenView::of),
            }
        };
        Self {
            side: letter,
            name: &side.name,
            entries: entries.iter().take(ONLY).map(view).collect(),
            more: entries.len().saturating_sub(ONLY),
        }
    }
}

impl<'a> NamingView<'a> {
    pub(super) fn of(setting: &Setting<'a>, pair: &'a NamingPair) -> Self {
        let entry = setting.lexicon.entry(pair.entry);
        let category = setting.lexicon.category(entry);
        let loaded = CellView {
            wording: &entry.term,
            count: pair.count,
            plainer: false,
            seen: SeenView::of(&pair.seen),
        };
        let plain = CellView {
            wording: &pair.instead,
            count: pair.instead_count,
            plainer: true,
            seen: SeenView::of(&pair.instead_seen),
        };
        let cells = if pair.entry_in_a { [loaded, plain] } else { [plain, loaded] };
        Self { cells, category: &category.title, group: category.group.id }
    }
}

impl<'a> SeenView<'a> {
    fn of(sighting: &'a Sighting) -> Self {
        let (before, after) = sighting.around(AROUND);
        Self { document: &sighting.document, before, words: &sighting.text, after }
    }
}
