//! What stands out in a text, in plain sentences made from its figures.
//!
//! Laws: a sentence states counts and never judges; groups and entries are walked, none is named;
//! paragraphs are numbered from 1 in the order of the text, the headline among them. A piece of a
//! sentence that stands for a place says so, so that a page can link it to its words.

use std::collections::BTreeMap;

use super::Setting;
use super::wording::{joint, number, thousands};
use crate::analysis::Analysis;
use crate::lexicon::GROUPS;
use crate::passes::Finding;
use crate::profile::Counts;
use crate::stats::{per_thousand, poisson_interval};
use crate::text::{Part, Span};

/// Groups and entries that are named at most.
const NAMED: usize = 3;
/// Words of a paragraph that are quoted.
const OPENING: usize = 6;
/// Characters that are quoted at most, however long the words are.
const OPENING_CHARS: usize = 60;
/// Words without a cue that each paragraph is taken to hold beyond its own, so that one cue in a
/// short line does not make it the densest.
const PRIOR_WORDS: f64 = 20.0;

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its words; those of the source are not escaped.
    pub(super) text: String,
    /// What it stands for.
    pub(super) target: Option<Target>,
}

/// What a part of a sentence stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// A paragraph, from 0.
    Paragraph(usize),
    /// A group, as an index into [`GROUPS`].
    Group(usize),
    /// A finding, as an index into [`Analysis::findings`].
    Finding(usize),
}

/// What stands out in a text, in up to five sentences of plain text: how many cues, the densest
/// paragraph, the largest groups, how much stands in quotation marks, the entries used repeatedly.
/// A text without a cue gets one or two. Words of the source are in it as they are: escape them.
pub fn summary(setting: &Setting<'_>, analysis: &Analysis) -> Vec<String> {
    let joined = |pieces: Vec<Piece>| pieces.into_iter().map(|piece| piece.text).collect();
    sentences(setting, analysis).into_iter().map(joined).collect()
}

/// The sentences of [`summary`] in pieces.
pub(super) fn sentences(setting: &Setting<'_>, analysis: &Analysis) -> Vec<Vec<Piece>> {
    let mut all = vec![share(analysis)];
    if analysis.body.total > 0 {
        all.extend(densest(analysis));
        all.push(groups(&analysis.body));
        all.push(quotation_marks(setting, analysis));
        all.extend(entries(setting, analysis));
    } else {
        all.extend(silent(analysis));
    }
    all
}

/// How many cues, in how many paragraphs.
fn share(analysis: &Analysis) -> Vec<Piece> {
    let body = &analysis.body;
    let words = number(body.words, "word");
    let Some(rate) = per_thousand(body.total, body.words) else {
        return vec![plain("The text has no body: nothing was counted.".into())];
    };
    if body.total == 0 {
        return vec![plain(format!("No cue that counts stands in {words}."))];
    }
    let all = bodies(analysis).count();
    let with = bodies(analysis).filter(|(_, counts)| counts.total > 0).count();
    let place = match (with, all) {
        (_, 1) => "The one paragraph holds".to_owned(),
        (1, _) => format!("1 of {all} paragraphs holds"),
        _ if with == all => format!("All {all} paragraphs hold cues:"),
        _ => format!("{with} of {all} paragraphs hold cues:"),
    };
    let cues = number(body.total, "cue");
    let interval = poisson_interval(body.total, body.words)
        .map(|i| format!(" (95 % interval {:.1} to {:.1})", i.low, i.high))
        .unwrap_or_default();
    vec![plain(format!("{place} {cues} in {words}, {rate:.1} per 1,000 words{interval}."))]
}

/// Cues that are listed and do not count, where none counts.
fn silent(analysis: &Analysis) -> Option<Vec<Piece>> {
    let silent = analysis.body_findings().filter(|finding| !finding.counted()).count() as u64;
    let (are, cues) = (if silent == 1 { "is" } else { "are" }, number(silent, "cue"));
    (silent > 0).then(|| vec![plain(format!("{cues} {are} listed without counting."))])
}

/// How close cues stand, in cues a word; short paragraphs are toned down.
pub(super) fn density(counts: &Counts) -> f64 {
    counts.total as f64 / (counts.words as f64 + PRIOR_WORDS)
}

/// The paragraph in which cues stand closest, where there are several to choose from.
fn densest(analysis: &Analysis) -> Option<Vec<Piece>> {
    bodies(analysis).nth(1)?;
    let (index, counts) = bodies(analysis)
        .reduce(|best, next| if density(next.1) > density(best.1) { next } else { best })?;
    let (cues, words) = (number(counts.total, "cue"), number(counts.words, "word"));
    let name = format!("paragraph {}", index + 1);
    Some(vec![
        plain("The densest is ".into()),
        Piece { text: name, target: Some(Target::Paragraph(index)) },
        plain(format!(", with {cues} in {words}: “{}”.", opening(analysis, index))),
    ])
}

/// The first words of a paragraph, behind its dateline, on one line.
fn opening(analysis: &Analysis, index: usize) -> String {
    let paragraph = &analysis.document.paragraphs[index];
    let start = paragraph.dateline.map_or(paragraph.span.start, |dateline| dateline.end);
    let text = Span::new(start, paragraph.span.end).of(&analysis.document.source);
    let mut words = text.split_whitespace();
    let opening = words.by_ref().take(OPENING).collect::<Vec<_>>().join(" ");
    match opening.char_indices().nth(OPENING_CHARS) {
        Some((cut, _)) => format!("{} …", &opening[..cut]),
        None if words.next().is_some() => format!("{opening} …"),
        None => opening,
    }
}

/// The groups with most cues.
fn groups(body: &Counts) -> Vec<Piece> {
    let mut ranked: Vec<(usize, u64)> = (0..).zip(body.groups).collect();
    ranked.retain(|&(group, count)| count > 0 && !GROUPS[group].apart);
    ranked.sort_by_key(|&(group, count)| (u64::MAX - count, group));
    let start = match ranked.len() {
        1 => "All of one group: ",
        2..=NAMED => "They belong to ",
        _ => "The largest groups are ",
    };
    let named = ranked.into_iter().take(NAMED).map(|(group, count)| Piece {
        text: format!("{} ({})", GROUPS[group].title, thousands(count)),
        target: Some(Target::Group(group)),
    });
    list(start, named.collect())
}

/// How many of the cues, and of the words, stand between quotation marks.
fn quotation_marks(setting: &Setting<'_>, analysis: &Analysis) -> Vec<Piece> {
    let document = &analysis.document;
    let mut quotations = document.quotations.iter().filter(|q| q.depth == 0).peekable();
    let (mut inside, mut free) = (0_u64, 0);
    for (_, finding) in cues(setting, analysis) {
        let starts_new = finding.span.start >= free;
        free = free.max(finding.span.end);
        while quotations.next_if(|q| q.inner.end <= finding.span.start).is_some() {}
        let quoted = quotations.peek().is_some_and(|q| q.inner.covers(finding.span));
        inside += u64::from(starts_new && quoted);
    }
    let body = |paragraph: u32| document.paragraphs[paragraph as usize].part == Part::Body;
    let outermost = document.quotations.iter().filter(|q| q.depth == 0 && body(q.paragraph));
    let quoted: u64 = outermost.map(|q| u64::from(q.words)).sum();
    let (total, words) = (analysis.body.total, number(quoted, "word"));
    let share = 100.0 * quoted as f64 / analysis.body.all_words().max(1) as f64;
    vec![plain(match (inside, quoted) {
        (_, 0) => "None of the text stands in quotation marks.".to_owned(),
        (0, _) => format!("No cue stands in quotation marks, though {words} do ({share:.0} %)."),
        _ => format!(
            "{} of {} stand in quotation marks, as do {words} ({share:.0} %).",
            thousands(inside),
            number(total, "cue")
        ),
    })]
}

/// The entries used more than once.
fn entries(setting: &Setting<'_>, analysis: &Analysis) -> Option<Vec<Piece>> {
    let mut uses: BTreeMap<u32, (u64, usize)> = BTreeMap::new();
    for (index, finding) in cues(setting, analysis) {
        uses.entry(finding.entry).or_insert((0, index)).0 += 1;
    }
    let mut ranked: Vec<_> = uses.into_iter().filter(|(_, (count, _))| *count > 1).collect();
    ranked.sort_by_key(|&(_, (count, first))| (u64::MAX - count, first));
    let named: Vec<_> = ranked
        .into_iter()
        .take(NAMED)
        .map(|(entry, (count, first))| Piece {
            text: format!("“{}” ({})", setting.lexicon.entry(entry).term, thousands(count)),
            target: Some(Target::Finding(first)),
        })
        .collect();
    (!named.is_empty()).then(|| list("Used most often: ", named))
}

/// The counted findings of the body that enter the total, with their indices.
fn cues<'a>(
    setting: &'a Setting<'_>,
    analysis: &'a Analysis,
) -> impl Iterator<Item = (usize, &'a Finding)> {
    let apart =
        |finding: &Finding| setting.lexicon.categories[finding.category as usize].group.apart;
    let all = analysis.findings.iter().enumerate();
    all.filter(move |(_, f)| f.counted() && analysis.in_body(f) && !apart(f))
}

/// The paragraphs of the body and their counts.
fn bodies(analysis: &Analysis) -> impl Iterator<Item = (usize, &Counts)> {
    let paragraphs = analysis.document.paragraphs.iter().zip(&analysis.paragraphs).enumerate();
    paragraphs.filter(|(_, (p, _))| p.part == Part::Body).map(|(at, (_, counts))| (at, counts))
}

fn plain(text: String) -> Piece {
    Piece { text, target: None }
}

/// A sentence that lists `items`.
fn list(start: &str, items: Vec<Piece>) -> Vec<Piece> {
    let of = items.len();
    let mut sentence = Vec::with_capacity(2 * of + 1);
    for (at, item) in items.into_iter().enumerate() {
        sentence.push(plain(if at == 0 { start } else { joint(at, of) }.to_owned()));
        sentence.push(item);
    }
    sentence.push(plain(".".into()));
    sentence
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn summarised(text: &str) -> Vec<String> {
        let lexicon = sample::lexicon();
        summary(&sample::setting(&lexicon), &sample::analysis(&lexicon, text))
    }

    #[test]
    fn a_text_is_told_in_figures() {
        let text = "The puppet met a gnome in the long quiet hall of the old town house.\n\n\
                    Nothing happened there at all.\n\n\
                    It is a vile puppet, a vile gnome, said one of them.\n";
        let expected = [
            "2 of 3 paragraphs hold cues: 5 cues in 32 words, 156.2 per 1,000 words \
             (95 % interval 50.7 to 364.6).",
            "The densest is paragraph 3, with 3 cues in 12 words: “It is a vile puppet, a …”.",
            "They belong to Labels (4) and Evaluation (2).",
            "None of the text stands in quotation marks.",
            "Used most often: “gnome” (2) and “vile” (2).",
        ];
        let found = summarised(text);
        assert_eq!(found, expected);
    }

    #[test]
    fn quotation_marks_are_told() {
        let cases = [
            (
                "He said: \"It is a vile puppet.\" A gnome left.",
                "1 of 2 cues stand in quotation marks, as do 5 words (50 %).",
            ),
            (
                "He said: \"It is so.\" A gnome left.",
                "No cue stands in quotation marks, though 3 words do (38 %).",
            ),
        ];
        for (text, expected) in cases {
            let found = summarised(text);
            assert!(found.contains(&expected.to_owned()), "{found:#?}");
        }
    }

    #[test]
    fn little_is_said_of_little() {
        assert_eq!(summarised(""), ["The text has no body: nothing was counted."]);
        assert_eq!(summarised("All was quiet in town."), ["No cue that counts stands in 5 words."]);
        let found = summarised("One puppet.");
        assert!(found[0].starts_with("The one paragraph holds 1 cue in 2 words"), "{found:?}");
        assert_eq!(found[1], "All of one group: Labels (1).");
    }

    #[test]
    fn openings_are_short_whatever_the_text_is() {
        let lexicon = sample::lexicon();
        for text in ["é".repeat(5000), format!("a\u{a0}b\n{}", "puppet ".repeat(900))] {
            let analysis = sample::analysis(&lexicon, &text);
            assert!(opening(&analysis, 0).chars().count() <= OPENING_CHARS + 2);
        }
    }
}
