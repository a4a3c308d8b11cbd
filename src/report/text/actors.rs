//! The tables of actors: who is named, how each is spoken of, in which categories and by whom; and with
//! sides given the ideological square.

use super::page::{INDENT, Page};
use super::paint::Run;
use super::table::{Table, cell, count};
use super::wrap::Line;
use crate::analysis::Analysis;
use crate::compare::{Comparison, Side};
use crate::lexicon::{Camp, Lexicon};
use crate::passes::{Aimed, Stance};
use crate::profile::{ActorCounts, Square, sort_actors};
use crate::report::Setting;
use crate::report::wording::{figure, number, thousands};
use crate::stats::per_thousand;

/// Actors that are listed.
const SHOWN: usize = 12;
/// Words and speakers that are named for each.
const TOP: usize = 4;

/// Prints the actors with a cue; then who is named and has none.
pub(super) fn print(page: &mut Page<'_>, setting: &Setting<'_>, analysis: &Analysis) {
    let actors = analysis.actors(setting.lexicon);
    let spoken: Vec<_> = actors.iter().filter(|actor| actor.cues > 0).collect();
    if spoken.is_empty() {
        return;
    }
    page.title("Actor by actor: who is spoken of, and how");
    let mut table = Table::new()
        .texts("actor", 0..=26)
        .figures("named")
        .figures("cues")
        .figures("praise")
        .figures("blame")
        .figures("author's")
        .texts("words about it", 0..=usize::MAX);
    for actor in spoken.iter().take(SHOWN) {
        table.row(vec![
            cell(&called(actor)),
            count(actor.mentions),
            count(actor.cues),
            count(actor.of(Stance::Praised)),
            count(actor.of(Stance::Blamed)),
            cell(&percent(actor.author_share())),
            cell(&words_about(setting.lexicon, analysis, actor)),
        ]);
    }
    page.table(INDENT, &table);
    let note = |page: &mut Page<'_>, note: String| {
        page.blank();
        page.text(INDENT, &[Run::quiet(note)]);
    };
    if spoken.len() > SHOWN {
        note(
            page,
            format!(
                "And {} in the other formats.",
                number((spoken.len() - SHOWN) as u64, "more actor")
            ),
        );
    }
    let silent: Vec<_> = actors
        .iter()
        .filter(|actor| actor.cues == 0 && actor.mentions > 1)
        .map(|actor| format!("{}\u{A0}{}", actor.name, thousands(actor.mentions)))
        .take(SHOWN)
        .collect();
    if !silent.is_empty() {
        note(page, format!("Named without a cue: {}.", silent.join(", ")));
    }
    let said: Vec<_> =
        spoken.iter().filter(|actor| !actor.speakers.is_empty()).take(SHOWN).collect();
    for actor in said {
        page.text(INDENT, &[Run::quiet(format!("Of {}: {}.", actor.name, speakers(actor)))]);
    }
    if let Some(square) = Square::of(actors) {
        self::square(page, &[("", square)]);
    }
}

/// The name of an actor, with its side.
fn called(actor: &ActorCounts) -> String {
    match actor.camp {
        Camp::None => actor.name.clone(),
        camp => format!("{} ({})", actor.name, camp.name()),
    }
}

/// "the ministry says 3 of the cues, he 1"
fn speakers(actor: &ActorCounts) -> String {
    let mut speakers: Vec<_> = actor.speakers.iter().collect();
    speakers.sort_by_key(|(name, count)| (u64::MAX - **count, name.as_str()));
    let named = speakers.iter().take(TOP).map(|(name, count)| format!("{name}\u{A0}{count}"));
    format!("cues by {}", named.collect::<Vec<_>>().join(", "))
}

/// The words of the cues about an actor, the most used first.
fn words_about(lexicon: &Lexicon, analysis: &Analysis, actor: &ActorCounts) -> String {
    let mut words: Vec<(String, u64)> = Vec::new();
    let about = |who: Aimed, text: &str| match who {
        Aimed::Actor(id) => analysis.cast.id(id, lexicon) == actor.id,
        Aimed::Label => text == actor.id,
    };
    let source = &analysis.document.source;
    for finding in analysis.body_findings().filter(|finding| finding.counted()) {
        if !finding.aims.iter().any(|aim| about(aim.who, aim.span.of(source))) {
            continue;
        }
        let text = finding.span.of(source).split_whitespace().collect::<Vec<_>>().join(" ");
        match words.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(&text)) {
            Some((_, count)) => *count += 1,
            None => words.push((text, 1)),
        }
    }
    words.sort_by_key(|(_, count)| u64::MAX - count);
    let rest = words.len().saturating_sub(TOP);
    let shown = words.iter().take(TOP).map(|(text, count)| match count {
        1 => text.clone(),
        count => format!("{text}\u{A0}{count}"),
    });
    let more = (rest > 0).then(|| format!("{rest}\u{A0}more"));
    shown.chain(more).collect::<Vec<_>>().join(", ")
}

/// A share as a percentage; a dash where there is none.
fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| figure(None, 0), |share| format!("{:.0}\u{A0}%", 100.0 * share))
}

/// The ideological square of each text.
fn square(page: &mut Page<'_>, squares: &[(&str, Square)]) {
    page.title("Us and them: the ideological square (van Dijk)");
    let mut table = Table::new().texts("", 0..=32).figures("praise").figures("blame");
    for (name, square) in squares {
        for (side, [praise, blame]) in [("us", square.us), ("them", square.them)] {
            let name = format!("{name}{}{side}", if name.is_empty() { "" } else { ": " });
            table.row(vec![cell(&name), count(praise), count(blame)]);
        }
    }
    page.table(INDENT, &table);
    page.blank();
    let note =
        "Cues, not verdicts: who is praised and blamed in what words, not whether with reason.";
    page.text(INDENT, &[Run::quiet(note)]);
}

/// Prints how each side of a comparison speaks of the actors that both name.
pub(super) fn compared(page: &mut Page<'_>, comparison: &Comparison) {
    let [a, b] = comparison.sides.as_slice() else { return };
    let mut both: Vec<ActorCounts> = Vec::new();
    for (id, (actor, _)) in &a.actors {
        if let Some((other, _)) = b.actors.get(id) {
            let mut sum = actor.clone();
            sum.add(other);
            both.push(sum);
        }
    }
    both.retain(|actor| actor.cues > 0);
    sort_actors(&mut both);
    if !both.is_empty() {
        page.title("The same actors on both sides");
        let mut table = Table::new().texts("actor", 0..=26);
        for head in ["named A", "named B", "cues per 1,000 A", "B", "praise A", "B", "blame A", "B"]
        {
            table = table.figures(head);
        }
        for actor in both.iter().take(SHOWN) {
            table.row(row(actor, a, b));
        }
        page.table(INDENT, &table);
    }
    let of = |side: &Side| {
        let actors: Vec<_> = side.actors.values().map(|(actor, _)| actor.clone()).collect();
        Square::of(&actors)
    };
    if let (Some(first), Some(second)) = (of(a), of(b)) {
        square(page, &[("A", first), ("B", second)]);
    }
}

/// An actor in both sides.
fn row(actor: &ActorCounts, a: &Side, b: &Side) -> Vec<Line> {
    let of = |side: &Side, figure: &dyn Fn(&ActorCounts) -> u64| {
        side.actors.get(&actor.id).map_or(0, |(actor, _)| figure(actor))
    };
    let mut cells = vec![cell(&called(actor))];
    let mut pair = |figure: &dyn Fn(&ActorCounts) -> u64| {
        cells.extend([count(of(a, figure)), count(of(b, figure))]);
    };
    pair(&|actor| actor.mentions);
    let rate = |side: &Side| {
        cell(&figure(per_thousand(of(side, &|actor| actor.cues), side.counts.words), 1))
    };
    let rates = [rate(a), rate(b)];
    pair(&|actor| actor.of(Stance::Praised));
    pair(&|actor| actor.of(Stance::Blamed));
    let after = cells.split_off(3);
    cells.extend(rates);
    cells.extend(after);
    cells
}
