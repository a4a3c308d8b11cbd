//! What a comparison allows to say, in plain sentences.
//!
//! Laws: every sentence gives the counts behind it; the wording of a verdict is the row's own; what
//! the figures do not show, and what they are too few to show, is said as well.

use super::wording::{joint, number, ratio, thousands};
use crate::compare::{
    Comparison, Course, Direction, KeyTerm, Kind, LEVEL, Overall, Row, Timeline, Verdict,
};

/// The verdicts in sentences of plain text: up to `limit` on groups and categories that differ, the
/// surest and most different first and categories before groups, then one or two on all the others.
/// Titles come from lexicon files, so a page has to escape them.
pub fn verdicts(comparison: &Comparison, limit: usize) -> Vec<String> {
    let differing: Vec<String> = match comparison.pair() {
        Some(_) => rows(comparison).filter_map(difference).collect(),
        None => over_all(comparison).filter_map(|row| any(comparison, row)).collect(),
    };
    let left_out = differing.len().saturating_sub(limit) as u64;
    let mut sentences: Vec<String> = differing.into_iter().take(limit).collect();
    if left_out > 0 {
        let (are, more) = (if left_out == 1 { "is" } else { "are" }, number(left_out, "more row"));
        sentences.push(format!("{more} that differ {are} in the tables."));
    }
    sentences.extend(comparison.timelines.iter().flat_map(|timeline| trends(timeline, limit)));
    for verdict in [Verdict::NoDifference, Verdict::TooLittle] {
        let kinds = [(Kind::Group, "group"), (Kind::Category, "category")];
        let named: Vec<String> = kinds
            .iter()
            .map(|&(kind, noun)| (such(comparison, kind, verdict), noun))
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| plural(count, noun))
            .collect();
        if !named.is_empty() {
            sentences.push(format!("{}: {}.", capital(verdict.name()), list(&named)));
        }
    }
    if sentences.is_empty() {
        sentences.push("No side holds a cue that counts: there is nothing to compare.".into());
    }
    sentences
}

/// The rows of two sides on categories, then on groups.
fn rows(comparison: &Comparison) -> impl Iterator<Item = &Row> {
    comparison.rows(Kind::Category).chain(comparison.rows(Kind::Group))
}

/// The rows of more sides on categories, then on groups.
fn over_all(comparison: &Comparison) -> impl Iterator<Item = &Overall> {
    let of = |kind| comparison.overall.iter().filter(move |row| row.item.kind == kind);
    of(Kind::Category).chain(of(Kind::Group))
}

/// How many items of a kind that occur have a verdict.
fn such(comparison: &Comparison, kind: Kind, verdict: Verdict) -> u64 {
    let two = comparison.rows(kind).filter(|row| row.counts != Some((0, 0)));
    let two = two.filter(|row| row.verdict == verdict).count();
    let more = comparison.overall.iter().filter(|row| row.item.kind == kind);
    let more = more.filter(|row| row.verdict == verdict && row.counts.iter().any(|n| *n > 0));
    (two + more.count()) as u64
}

/// The sentence of a row whose rates differ.
fn difference(row: &Row) -> Option<String> {
    let (a, b) = row.counts?;
    let over = |value: Option<f64>| value.filter(|v| *v > 0.0).map(f64::recip);
    let (side, more, less, value, low, high) = match row.verdict {
        Verdict::MoreInA => ("A", a, b, row.ratio.ratio, row.ratio.low, row.ratio.high),
        Verdict::MoreInB => {
            ("B", b, a, over(row.ratio.ratio), over(row.ratio.high), over(row.ratio.low))
        }
        Verdict::Differs | Verdict::NoDifference | Verdict::TooLittle => return None,
    };
    let counts = format!("{} v {}", number(more, "finding"), thousands(less));
    let sure = chance(row.q);
    Some(match (value.filter(|_| less > 0), low, high) {
        (Some(value), Some(low), Some(high)) => format!(
            "{}: {} times the rate in {side}: {counts} (ratio between {} and {}, {sure}).",
            row.item.title,
            ratio(value),
            ratio(low),
            ratio(high)
        ),
        (Some(value), ..) => {
            format!(
                "{}: {} times the rate in {side}: {counts} ({sure}).",
                row.item.title,
                ratio(value)
            )
        }
        (None, ..) => format!("{}: only in {side}: {counts} ({sure}).", row.item.title),
    })
}

/// The sentence of an item that differs between more than two sides: where it is most and least frequent.
fn any(comparison: &Comparison, row: &Overall) -> Option<String> {
    if row.verdict != Verdict::Differs {
        return None;
    }
    let rates = || row.rates.iter().enumerate().filter_map(|(at, rate)| Some((at, (*rate)?)));
    let most = rates().max_by(|x, y| x.1.total_cmp(&y.1))?;
    let least = rates().min_by(|x, y| x.1.total_cmp(&y.1))?;
    let name = |at: usize| &comparison.sides[at].name;
    Some(format!(
        "{}: {:.1} per 1,000 words in {}, {:.1} in {} ({}).",
        row.item.title,
        most.1,
        name(most.0),
        least.1,
        name(least.0),
        chance(row.q)
    ))
}

/// The sentences of what rises or falls.
fn trends(timeline: &Timeline, limit: usize) -> Vec<String> {
    let called = |course: &&Course| {
        let counted = matches!(course.item.kind, Kind::Group | Kind::Category);
        counted && matches!(course.verdict, Direction::Rising | Direction::Falling)
    };
    let mut courses: Vec<&Course> = timeline.rows.iter().filter(called).collect();
    let steep = |course: &Course| course.trend.map_or(0.0, |trend| trend.change.ln().abs());
    courses.sort_by(|x, y| steep(y).total_cmp(&steep(x)));
    let sentence = |course: &&Course| {
        let change = course.trend.map_or(1.0, |trend| trend.change);
        let percent = format!("{:+.0} %", 100.0 * (change - 1.0)).replace('-', "\u{2212}");
        let verdict = course.verdict.name();
        format!(
            "{} in {}: {verdict} by {percent} a period ({}).",
            course.item.title,
            timeline.side,
            chance(course.q)
        )
    };
    let mut sentences: Vec<String> = courses.iter().take(limit).map(sentence).collect();
    if sentences.is_empty() {
        sentences.push(format!("No trend is shown in {}.", timeline.side));
    }
    sentences
}

/// What the p of a term allows to say.
pub(super) fn term_verdict(term: &KeyTerm) -> Verdict {
    match term.p {
        None => Verdict::TooLittle,
        Some(p) if p > LEVEL => Verdict::NoDifference,
        Some(_) if term.z > 0.0 => Verdict::MoreInA,
        Some(_) => Verdict::MoreInB,
    }
}

/// A q in words.
pub(super) fn chance(q: Option<f64>) -> String {
    match q {
        Some(q) if q < 0.001 => "q < .001".to_owned(),
        Some(q) => format!("q = {}", level(q)),
        None => "not tested".to_owned(),
    }
}

/// A probability as papers print it: `.003`, `.21`, `<.001`.
pub(super) fn level(value: f64) -> String {
    if value < 0.001 {
        return "<.001".to_owned();
    }
    let shown = if value < 0.1 { format!("{value:.3}") } else { format!("{value:.2}") };
    shown.strip_prefix('0').map_or(shown.clone(), ToOwned::to_owned)
}

fn plural(count: u64, noun: &str) -> String {
    match noun.strip_suffix('y').filter(|_| count != 1) {
        Some(stem) => format!("{} {stem}ies", thousands(count)),
        None => number(count, noun),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn list(items: &[String]) -> String {
    let joined = |(at, item): (usize, &String)| format!("{}{item}", joint(at, items.len()));
    items.iter().enumerate().map(joined).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    const CALM: &str = "The meeting went on in the town hall until noon, and then they all left. ";

    fn said(a: &str, b: &str, limit: usize) -> Vec<String> {
        let lexicon = sample::lexicon();
        verdicts(&sample::comparison(&lexicon, a, b), limit)
    }

    /// Thirty paragraphs, so many of them with a puppet.
    fn paragraphs(puppets: usize) -> String {
        let one = |at: usize| {
            let loaded = "A puppet came. A gnome sat. ".repeat(1 + at % 2);
            format!(
                "{}{}",
                if at < puppets { loaded } else { String::new() },
                CALM.repeat(1 + at % 3)
            )
        };
        (0..30).map(one).collect::<Vec<_>>().join("\n\n")
    }

    #[test]
    fn differences_come_with_counts_and_interval() {
        let (many, few) = (paragraphs(30), paragraphs(12));
        let found = said(&many, &few, 9);
        assert!(
            found[0].starts_with("Name-calling: ")
                && found[0].contains(" times the rate in A: 90 findings v 36 (ratio between ")
                && found[0].contains(", q "),
            "{found:#?}"
        );
        let turned = said(&few, &many, 9);
        assert!(turned[0].contains(" in B: 90 findings v 36 ("), "{turned:?}");
        let only = said(&paragraphs(0), &many, 9);
        assert!(only[0].starts_with("Name-calling: only in B: 90 findings v 0 (q "), "{only:?}");
    }

    #[test]
    fn what_is_not_shown_is_said() {
        let text = paragraphs(8);
        assert_eq!(said(&text, &text, 9), ["No difference shown: 1 group and 1 category."]);
        let text = "A puppet came.";
        assert_eq!(said(text, text, 9), ["Too little text to tell: 1 group and 1 category."]);
        let nothing = ["No side holds a cue that counts: there is nothing to compare."];
        assert_eq!(said(CALM, "", 9), nothing);
    }

    #[test]
    fn the_limit_holds_and_the_rest_is_counted() {
        let found = said(&paragraphs(30), &paragraphs(0), 1);
        assert_eq!(found.len(), 2, "{found:#?}");
        assert_eq!(found[1], "1 more row that differ is in the tables.");
    }

    #[test]
    fn levels_are_printed_as_papers_do() {
        let found = [0.000_4, 0.012, 0.25, 1.0].map(|q| chance(Some(q)));
        assert_eq!(found, ["q < .001", "q = .012", "q = .25", "q = 1.00"]);
        assert_eq!(chance(None), "not tested");
    }
}
