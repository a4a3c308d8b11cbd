//! Rows of actors: one a document and actor, wide.

use super::Row;
use crate::lexicon::Lexicon;
use crate::passes::Stance;
use crate::profile::ActorCounts;
use crate::report::record::rounded;
use crate::voice::VOICES;

/// The columns, before metadata and stamp.
pub(super) fn columns(lexicon: &Lexicon) -> Vec<String> {
    let fixed = ["id", "actor", "name", "kind", "side", "mentions", "cues", "praised", "blamed"];
    let mut columns: Vec<String> = fixed.iter().map(|&name| name.to_owned()).collect();
    columns.extend(["neutral".into(), "author_share".into()]);
    columns.extend(VOICES.iter().map(|voice| format!("cues.{}", voice.name())));
    columns.extend(lexicon.categories.iter().map(|category| format!("count.{}", category.id)));
    columns.push("speakers".into());
    columns
}

/// The cells of an actor of the document `id`.
pub(super) fn cells(row: &mut Row<'_>, lexicon: &Lexicon, id: &str, actor: &ActorCounts) {
    for text in [id, &actor.id, &actor.name, actor.kind.name(), actor.camp.name()] {
        row.text(text);
    }
    let stances = [Stance::Praised, Stance::Blamed, Stance::Neutral].map(|s| actor.of(s));
    row.numbers(&[actor.mentions, actor.cues]);
    row.numbers(&stances);
    row.figure(actor.author_share().map(rounded));
    row.numbers(&actor.voices);
    let count = |at: u32| actor.categories.get(&at).copied().unwrap_or(0);
    row.numbers(&(0..lexicon.categories.len() as u32).map(count).collect::<Vec<_>>());
    let speakers: Vec<_> = actor.speakers.keys().map(String::as_str).collect();
    row.text(&speakers.join("; "));
}
