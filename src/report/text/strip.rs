//! The strip: where in the text the cues sit, as a line of bars and in words.

use super::cue::cues;
use super::page::{INDENT, Page};
use super::paint::Run;
use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::report::wording::number;
use crate::text::Part;

/// Words of the text behind one bar, at the least: fewer say nothing about density.
const WORDS: usize = 40;
/// Columns of one bar, at the most.
const WIDEST: usize = 4;
/// Bars from none to the densest.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// How many paragraphs under the highest bars are named.
const NAMED: usize = 6;

/// The body's words in so many equal stretches.
struct Stretches {
    /// The cues of each stretch.
    cues: Vec<u64>,
    /// The paragraphs that have cues there: (stretch, paragraph), in order.
    holders: Vec<(usize, usize)>,
    /// The first word of each paragraph: (word, paragraph), in order.
    firsts: Vec<(usize, usize)>,
    words: usize,
    /// Columns of a bar.
    wide: usize,
}

/// Prints the strip; a text without a cue, or too short to have parts, has none.
pub(super) fn print(page: &mut Page<'_>, lexicon: &Lexicon, analysis: &Analysis) {
    let stretches = Stretches::of(lexicon, analysis, page.room(INDENT));
    if analysis.body.total == 0 || stretches.cues.len() < 2 {
        return;
    }
    page.title("Where the cues sit");
    page.line(INDENT, &[Run::plain(stretches.bars())]);
    page.line(INDENT, &[Run::quiet(stretches.scale(page.room(INDENT)))]);
    page.text(INDENT, &[Run::plain(stretches.highest())]);
}

impl Stretches {
    /// Cuts the body into at most `room` stretches.
    fn of(lexicon: &Lexicon, analysis: &Analysis, room: usize) -> Self {
        let (starts, firsts) = words(analysis);
        let count = (starts.len() / WORDS).clamp(1, room);
        let mut stretches = Self {
            cues: vec![0; count],
            holders: Vec::new(),
            firsts,
            words: starts.len(),
            wide: (room / count).clamp(1, WIDEST),
        };
        for at in 0..stretches.firsts.len() {
            let paragraph = stretches.firsts[at].1;
            for cue in cues(lexicon, analysis, paragraph) {
                let after = starts.partition_point(|&start| start <= cue.span.start);
                let stretch = stretches.share(after.saturating_sub(1), count);
                stretches.cues[stretch] += 1;
                stretches.holders.push((stretch, paragraph));
            }
        }
        stretches
    }

    /// Where a word stands if the text has `of` parts.
    fn share(&self, word: usize, of: usize) -> usize {
        (word * of / self.words.max(1)).min(of.saturating_sub(1))
    }

    /// The cues of the fullest stretch.
    fn most(&self) -> u64 {
        self.cues.iter().copied().max().unwrap_or(0).max(1)
    }

    fn bars(&self) -> String {
        let (steps, most) = (BARS.len() as u64 - 1, self.most());
        let bar = |&cues: &u64| BARS[(cues * steps).div_ceil(most) as usize];
        self.cues.iter().flat_map(|cues| std::iter::repeat_n(bar(cues), self.wide)).collect()
    }

    /// The numbers of the paragraphs under their first words, as many as fit.
    fn scale(&self, room: usize) -> String {
        let mut scale = String::new();
        for &(word, paragraph) in &self.firsts {
            let column = self.share(word, self.cues.len() * self.wide);
            let label = (paragraph + 1).to_string();
            let gap = usize::from(!scale.is_empty());
            if column >= scale.len() + gap && column + label.len() <= room {
                scale.push_str(&" ".repeat(column - scale.len()));
                scale.push_str(&label);
            }
        }
        scale
    }

    /// The highest bars in words, and the paragraphs under them.
    fn highest(&self) -> String {
        let most = self.most();
        let high = self.holders.iter().filter(|&&(stretch, _)| self.cues[stretch] == most);
        let mut numbers: Vec<usize> = high.map(|&(_, paragraph)| paragraph + 1).collect();
        numbers.dedup();
        let named: Vec<_> = numbers.iter().take(NAMED).map(ToString::to_string).collect();
        let several = self.cues.iter().filter(|&&cues| cues == most).count() > 1;
        format!(
            "{}: {} in {}, {} {}{}.",
            if several { "Highest bars, each" } else { "Highest bar" },
            number(most, "cue"),
            number(self.words.div_ceil(self.cues.len().max(1)) as u64, "word"),
            if numbers.len() == 1 { "paragraph" } else { "paragraphs" },
            named.join(", "),
            if numbers.len() > NAMED { " and others" } else { "" },
        )
    }
}

/// Where each word of the body starts, and the first word of each paragraph: (word, paragraph).
fn words(analysis: &Analysis) -> (Vec<usize>, Vec<(usize, usize)>) {
    let document = &analysis.document;
    let (mut starts, mut firsts) = (Vec::new(), Vec::new());
    let paragraphs = document.paragraphs.iter().enumerate();
    for (index, paragraph) in paragraphs.filter(|(_, paragraph)| paragraph.part == Part::Body) {
        let from = paragraph.dateline.map_or(0, |dateline| dateline.end);
        firsts.push((starts.len(), index));
        let tokens = document.tokens[paragraph.token_range()].iter();
        let words = tokens.filter(|token| token.starts_word()).map(|token| token.start as usize);
        starts.extend(words.filter(|&start| start >= from));
    }
    (starts, firsts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn strip(text: &str) -> String {
        let lexicon = sample::lexicon();
        let setting = sample::setting(&lexicon);
        let mut out = Vec::new();
        let analysis = sample::analysis(&lexicon, text);
        print(&mut Page::new(&setting, &mut out), &lexicon, &analysis);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn bars_stand_above_their_paragraphs() {
        let calm = "all was calm in the old town hall today ";
        let paragraphs = [
            format!("a puppet {}", calm.repeat(4)),
            calm.repeat(6),
            "gnome puppet vile ".repeat(14),
        ];
        let found = strip(&paragraphs.join("\n\n"));
        let expected = "\nWhere the cues sit\n  ▂▂▂▂▁▁▁▁████\n  1  2    3\n  Highest bar: 42 cues in \
                        45 words, paragraph 3.\n";
        assert_eq!(found, expected);
    }

    #[test]
    fn there_is_none_of_a_short_or_silent_text() {
        for text in ["", "A puppet.", &"All was calm. ".repeat(99)] {
            assert_eq!(strip(text), "");
        }
    }
}
