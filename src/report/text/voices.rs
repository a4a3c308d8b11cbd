//! The table of voices: whose words the text is in, and how loaded they are.

use super::page::{INDENT, Page};
use super::paint::Run;
use super::table::{Table, cell, count};
use crate::analysis::Analysis;
use crate::profile::Counts;
use crate::report::wording::{figure, thousands};
use crate::stats::per_thousand;
use crate::voice::VOICES;

/// Prints a row for each voice that has words, where there is more than the author's.
pub(super) fn print(page: &mut Page<'_>, analysis: &Analysis) {
    let body = &analysis.body;
    let used = body.voice_words.iter().filter(|words| **words > 0).count();
    if used < 2 && body.words == body.all_words() {
        return;
    }
    page.title("Voice by voice");
    let mut table = Table::new()
        .texts("voice", 0..=32)
        .figures("words")
        .figures("share")
        .figures("cues")
        .figures("loaded")
        .figures("cues per 1,000 of its words");
    for (at, voice) in VOICES.iter().enumerate().filter(|(at, _)| body.voice_words[*at] > 0) {
        let (words, cues) = (body.voice_words[at], body.voice_cues[at]);
        table.row(vec![
            cell(voice.name()),
            cell(&thousands(words)),
            cell(&share(words, body)),
            count(cues),
            count(body.loaded_in(*voice)),
            cell(&figure(per_thousand(cues, words), 1)),
        ]);
    }
    page.table(INDENT, &table);
    if body.words < body.all_words() {
        let (counted, all) = (thousands(body.words), thousands(body.all_words()));
        let note = format!("Counted are {counted} of {all} words: the voices that were asked for.");
        page.blank();
        page.text(INDENT, &[Run::quiet(note)]);
    }
}

/// "24 %"
fn share(words: u64, body: &Counts) -> String {
    format!("{:.0}\u{A0}%", 100.0 * words as f64 / body.all_words().max(1) as f64)
}
