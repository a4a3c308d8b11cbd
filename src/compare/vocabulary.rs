//! The words of texts as numbers, so that all texts of a comparison fit into memory at once.
//!
//! Each way to write a word (`State`, `state`) has a number and is kept once; a text is a run of
//! numbers, 4 bytes a word. What parts phrases (a sentence's end, a comma or another mark, words in a voice
//! that is not counted) is a number of its own, 4 bytes as well. A million words take some 5 MB.
//!
//! Law: the words of a unit are those that [`Counts::words`](crate::profile::Counts::words) counts.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::text::{Document, Paragraph, Part};

/// Between words that no phrase joins.
const BREAK: u32 = u32::MAX;

/// The counted words of a stretch of body text, as written: words apart by spaces, phrases by line breaks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RunningText {
    text: String,
}

impl RunningText {
    /// The body of a text.
    pub fn of(analysis: &Analysis) -> Self {
        let mut running = Self::default();
        bodies(analysis).for_each(|paragraph| running.add(analysis, paragraph));
        running
    }

    /// Each paragraph of the body of a text.
    pub fn paragraphs(analysis: &Analysis) -> Vec<Self> {
        let one = |paragraph| {
            let mut running = Self::default();
            running.add(analysis, paragraph);
            running
        };
        bodies(analysis).map(one).collect()
    }

    fn add(&mut self, analysis: &Analysis, paragraph: &Paragraph) {
        let document = &analysis.document;
        let body = paragraph.dateline.map_or(0, |dateline| dateline.end);
        let tokens = &document.tokens[paragraph.token_range()];
        let skipped = tokens.partition_point(|token| (token.start as usize) < body) as u32;
        let from = paragraph.tokens.start + skipped;
        let (mut sentence, mut counted) = (paragraph.sentences.start as usize, false);
        analysis.voices.each_word(document, from..paragraph.tokens.end, |at, voice| {
            let before = std::mem::replace(&mut counted, analysis.counted_voices[voice as usize]);
            if !counted {
                return;
            }
            let mut apart = !before || !document.tokens[at as usize].before.passes_phrase();
            while at >= document.sentences[sentence].tokens.end {
                (sentence, apart) = (sentence + 1, true);
            }
            self.text.push(if apart { '\n' } else { ' ' });
            self.text.push_str(written(document, at, paragraph.tokens.end));
        });
    }
}

/// The paragraphs of the body.
fn bodies(analysis: &Analysis) -> impl Iterator<Item = &Paragraph> {
    analysis.document.paragraphs.iter().filter(|paragraph| paragraph.part == Part::Body)
}

/// The word that starts at token `at`, with what hyphens join to it.
fn written(document: &Document, at: u32, end: u32) -> &str {
    let joined = |token: &u32| !document.tokens[*token as usize].starts_word();
    let last = (at + 1..end).take_while(joined).last().unwrap_or(at);
    document.span(at, last).of(&document.source)
}

/// A word in lower case, with plain apostrophes and hyphens.
fn fold(written: &str) -> String {
    let plain = |c| match c {
        '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{ff07}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        c => c,
    };
    written.to_lowercase().chars().map(plain).collect()
}

/// Units of text as numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    /// Every way to write a word.
    written: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, u32>,
    /// The word of each way to write it: the number of its folded form.
    word_of: Vec<u32>,
    /// The words of all units.
    stream: Vec<u32>,
    /// Where each unit ends in the stream.
    ends: Vec<usize>,
}

impl Vocabulary {
    /// Adds a unit and gives its number.
    pub(super) fn add(&mut self, running: &RunningText) -> u32 {
        self.stream.push(BREAK);
        for line in running.text.split('\n').filter(|line| !line.is_empty()) {
            for word in line.split(' ') {
                let number = self.number(word);
                self.stream.push(number);
            }
            self.stream.push(BREAK);
        }
        self.ends.push(self.stream.len());
        self.ends.len() as u32 - 1
    }

    /// The number of a way to write a word.
    fn number(&mut self, written: &str) -> u32 {
        if let Some(&number) = self.numbers.get(written) {
            return number;
        }
        let folded = fold(written);
        let number = self.take(written);
        let word = match self.numbers.get(folded.as_str()) {
            Some(&word) => word,
            None => self.take(&folded),
        };
        self.word_of[number as usize] = word;
        number
    }

    /// A new number, that of a word in its folded form.
    fn take(&mut self, written: &str) -> u32 {
        let (number, written) = (self.written.len() as u32, Arc::<str>::from(written));
        self.written.push(Arc::clone(&written));
        self.numbers.insert(written, number);
        self.word_of.push(number);
        number
    }

    /// How many units there are.
    pub(super) const fn units(&self) -> usize {
        self.ends.len()
    }

    /// How many ways to write words there are, the numbers of words among them.
    pub(super) const fn forms(&self) -> usize {
        self.written.len()
    }

    /// Where a unit lies in the stream.
    pub(super) fn range(&self, unit: u32) -> Range<usize> {
        let unit = unit as usize;
        if unit == 0 { 0..self.ends[0] } else { self.ends[unit - 1]..self.ends[unit] }
    }

    /// The length of the stream.
    pub(super) const fn length(&self) -> usize {
        self.stream.len()
    }

    /// The word at a place of the stream; `None` between phrases.
    pub(super) fn word(&self, at: usize) -> Option<u32> {
        let form = self.stream[at];
        (form != BREAK).then(|| self.word_of[form as usize])
    }

    /// How `words` words at a place of the stream are written.
    pub(super) fn forms_at(&self, at: usize, words: usize) -> &[u32] {
        &self.stream[at..at + words]
    }

    /// Words as text.
    pub(super) fn text(&self, forms: &[u32]) -> String {
        let words: Vec<&str> = forms.iter().map(|form| &*self.written[*form as usize]).collect();
        words.join(" ")
    }

    /// The folded form of a word.
    pub(super) fn folded(&self, word: u32) -> &str {
        &self.written[word as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, analyse_record};
    use crate::input::Record;
    use crate::lexicon::Lexicon;
    use crate::text::Layout;
    use crate::voice::Voice;

    fn read(text: &str, voices: &[Voice]) -> Analysis {
        let lexicon = Lexicon::built_in().unwrap();
        let options =
            Options { layout: Layout::Blank, voices: voices.to_vec(), ..Options::default() };
        let record =
            Record { id: String::new(), text: text.into(), metadata: serde_json::Map::new() };
        analyse_record(record, &options, &lexicon).unwrap()
    }

    const TEXT: &str = "PORT TORRIN, May 3 (Harbour Wire) -- The well-known Mayor left, and nobody\u{2019}s ship \
                        came.\n\n\"The harbour is ours,\" said the U.S.-led Board. It was late.";

    #[test]
    fn phrases_are_parted_where_the_text_parts_them() {
        let running = RunningText::of(&read(TEXT, &[]));
        let lines: Vec<&str> = running.text.split('\n').skip(1).collect();
        assert_eq!(
            lines,
            [
                "The well-known Mayor left",
                "and nobody\u{2019}s ship came",
                "The harbour is ours",
                "said the U.S.-led Board",
                "It was late"
            ]
        );
        let author = RunningText::of(&read(TEXT, &[Voice::Author]));
        assert!(!author.text.contains("ours") && author.text.contains("said the U.S.-led Board"));
    }

    #[test]
    fn the_words_of_a_unit_are_those_that_rates_divide_by() {
        for voices in [&[][..], &[Voice::Author], &[Voice::Quoted]] {
            let analysis = read(TEXT, voices);
            let words = RunningText::of(&analysis).text.split([' ', '\n']).skip(1).count() as u64;
            assert_eq!(words, analysis.body.words, "{voices:?}");
            let paragraphs = RunningText::paragraphs(&analysis);
            let texts: Vec<&str> = paragraphs.iter().map(|p| p.text.as_str()).collect();
            assert_eq!(texts.concat(), RunningText::of(&analysis).text);
        }
    }

    #[test]
    fn ways_to_write_a_word_are_one_word() {
        let mut vocabulary = Vocabulary::default();
        let unit =
            vocabulary.add(&RunningText { text: "\nState state STATE\nState\u{2019}s".into() });
        let words: Vec<_> = vocabulary.range(unit).map(|at| vocabulary.word(at)).collect();
        assert_eq!((words[0], words[4], words[6]), (None, None, None));
        assert!(words[1].is_some() && words[1] == words[2] && words[2] == words[3]);
        assert_eq!(vocabulary.folded(words[5].unwrap()), "state's");
        assert_eq!(vocabulary.text(vocabulary.forms_at(1, 2)), "State state");
    }
}
