//! What a comparison allows to say, in plain sentences.
//!
//! Laws: every sentence gives the counts behind it; the wording of a verdict is the row's own; what
//! the figures do not show, and what they are too few to show, is said as well.

use super::wording::{joint, number, ratio, thousands};
use crate::compare::{Comparison, Kind, Row, Verdict};

/// The verdicts in sentences of plain text: up to `limit` on groups and categories that differ, the
/// most different first and categories before groups, then one or two on all the others. Titles
/// come from lexicon files, so a page has to escape them.
pub fn verdicts(comparison: &Comparison, limit: usize) -> Vec<String> {
    let of_kind = |kind| comparison.rows.iter().filter(move |row| row.kind == kind);
    let rows = || of_kind(Kind::Category).chain(of_kind(Kind::Group));
    let differing: Vec<String> = rows().filter_map(difference).collect();
    let left_out = differing.len().saturating_sub(limit) as u64;
    let mut sentences: Vec<String> = differing.into_iter().take(limit).collect();
    if left_out > 0 {
        let (are, more) = (if left_out == 1 { "is" } else { "are" }, number(left_out, "more row"));
        sentences.push(format!("{more} that differ {are} in the tables."));
    }
    let such = |kind, verdict| {
        let here = of_kind(kind);
        here.filter(|row| row.verdict == verdict && row.counts != Some((0, 0))).count() as u64
    };
    for verdict in [Verdict::NoDifference, Verdict::TooLittle] {
        let kinds = [(Kind::Group, "group"), (Kind::Category, "category")];
        let named: Vec<String> = kinds
            .iter()
            .map(|&(kind, noun)| (such(kind, verdict), noun))
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| plural(count, noun))
            .collect();
        if !named.is_empty() {
            sentences.push(format!("{}: {}.", capital(verdict.name()), list(&named)));
        }
    }
    if sentences.is_empty() {
        sentences.push("Neither side holds a cue that counts: there is nothing to compare.".into());
    }
    sentences
}

/// The sentence of a row whose rates differ.
fn difference(row: &Row) -> Option<String> {
    let (a, b) = row.counts?;
    let (side, more, less, value, low, high) = match row.verdict {
        Verdict::MoreInA => ("A", a, b, row.ratio.ratio, row.ratio.low, row.ratio.high),
        Verdict::MoreInB => {
            let over = |value: Option<f64>| value.filter(|v| *v > 0.0).map(f64::recip);
            ("B", b, a, over(row.ratio.ratio), over(row.ratio.high), over(row.ratio.low))
        }
        Verdict::NoDifference | Verdict::TooLittle => return None,
    };
    let counts = format!("{} v {}", number(more, "finding"), thousands(less));
    let least = low.map(ratio).unwrap_or_default();
    Some(match (value, high) {
        (Some(value), Some(high)) => format!(
            "{}: {} times the rate in {side}: {counts} (ratio between {least} and {}).",
            row.title,
            ratio(value),
            ratio(high)
        ),
        _ => format!("{}: only in {side}: {counts} (ratio {least} or more).", row.title),
    })
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

    #[test]
    fn differences_come_with_counts_and_interval() {
        let many = "A puppet came. A gnome sat. ".repeat(6) + &CALM.repeat(9);
        let few = "A puppet came. ".to_owned() + &CALM.repeat(15);
        let found = said(&many, &few, 9);
        assert!(
            found[0].starts_with("Name-calling: ")
                && found[0].contains(" times the rate in A: 12 findings v 1 (ratio between "),
            "{found:#?}"
        );
        let turned = said(&few, &many, 9);
        assert_eq!(turned[0], found[0].replace(" in A", " in B"));
        let only = said(&CALM.repeat(15), &many, 9);
        assert!(
            only[0].starts_with("Name-calling: only in B: 12 findings v 0 (ratio "),
            "{only:?}"
        );
    }

    #[test]
    fn what_is_not_shown_is_said() {
        let text = "A puppet came. A gnome sat. ".repeat(4) + CALM;
        assert_eq!(said(&text, &text, 9), ["No difference shown: 1 group and 1 category."]);
        let text = "A puppet came.";
        assert_eq!(said(text, text, 9), ["Too little text to tell: 1 group and 1 category."]);
        let nothing = ["Neither side holds a cue that counts: there is nothing to compare."];
        assert_eq!(said(CALM, "", 9), nothing);
    }

    #[test]
    fn the_limit_holds_and_the_rest_is_counted() {
        let many = "A puppet came. ".repeat(9) + CALM;
        let found = said(&many, &CALM.repeat(9), 1);
        assert_eq!(found.len(), 2, "{found:#?}");
        assert_eq!(found[1], "1 more row that differ is in the tables.");
    }
}
