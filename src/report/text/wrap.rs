//! Wrapping: runs become lines of at most so many columns.
//!
//! Laws: no line is wider than asked; lines break at white space, and inside a word only where the
//! word alone is wider than a line; white space becomes one space and none stands at an end of a
//! line; nothing else is lost.

use unicode_segmentation::UnicodeSegmentation as _;

use super::paint::{Run, columns, columns_of};

/// The runs of one line.
pub(super) type Line = Vec<Run>;

/// The least width that can be asked for: any character of any script has room in it.
pub(super) const LEAST: usize = 4;

/// Wraps `runs` to lines of `width` columns; of nothing, there is no line.
pub(super) fn wrap(runs: &[Run], width: usize) -> Vec<Line> {
    let mut wrapping = Wrapping { width: width.max(LEAST), ..Wrapping::default() };
    for run in runs {
        let mut rest = run.text();
        while let Some(at) = rest.find(breaks) {
            wrapping.letters(run, &rest[..at]);
            wrapping.end_word(Some(run));
            rest = rest[at..].trim_start_matches(breaks);
        }
        wrapping.letters(run, rest);
    }
    wrapping.end_word(None);
    wrapping.end_line();
    wrapping.lines
}

/// White space at which a line may break.
fn breaks(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

#[derive(Default)]
struct Wrapping {
    width: usize,
    lines: Vec<Line>,
    line: Line,
    /// Columns of the line.
    filled: usize,
    /// The space in front of the word, where one was seen: the style it is in.
    space: Option<Run>,
    word: Line,
    /// Columns of the word.
    length: usize,
}

impl Wrapping {
    /// Letters of the word under way.
    fn letters(&mut self, run: &Run, text: &str) {
        if text.is_empty() {
            return;
        }
        let wide = columns(text);
        if self.length + wide <= self.width {
            append(&mut self.word, run, text);
            self.length += wide;
            return;
        }
        for character in text.graphemes(true) {
            let wide = columns(character);
            if self.length + wide > self.width {
                self.break_word();
            }
            append(&mut self.word, run, character);
            self.length += wide;
        }
    }

    /// The word has grown wider than a line: what fits goes into this one.
    fn break_word(&mut self) {
        let gap = usize::from(self.space.is_some());
        let room = self.width.saturating_sub(self.filled + gap);
        let joins = self.filled > 0 && room >= LEAST;
        if !joins {
            self.end_line();
        }
        let word = std::mem::take(&mut self.word);
        let (head, tail) = split(&word, if joins { room } else { self.width });
        (self.word, self.length) = (head, 0);
        self.join();
        self.end_line();
        (self.length, self.word) = (columns_of(&tail), tail);
    }

    /// The word is whole; `space` is the run that ended it.
    fn end_word(&mut self, space: Option<&Run>) {
        if !self.word.is_empty() {
            let gap = usize::from(self.space.is_some() && self.filled > 0);
            if self.filled > 0 && self.filled + gap + self.length > self.width {
                self.end_line();
            }
            self.join();
        }
        if let Some(run) = space {
            self.space = Some(run.like());
        }
    }

    /// Puts the word behind the line.
    fn join(&mut self) {
        if let Some(space) = self.space.take().filter(|_| self.filled > 0) {
            append(&mut self.line, &space, " ");
            self.filled += 1;
        }
        for run in std::mem::take(&mut self.word) {
            append(&mut self.line, &run, run.text());
        }
        self.filled += std::mem::take(&mut self.length);
    }

    fn end_line(&mut self) {
        if !self.line.is_empty() {
            self.lines.push(std::mem::take(&mut self.line));
        }
        self.filled = 0;
    }
}

/// Splits a word after at most `room` columns.
fn split(word: &[Run], room: usize) -> (Line, Line) {
    let (mut head, mut tail) = (Line::new(), Line::new());
    let mut filled = 0;
    for run in word {
        for character in run.text().graphemes(true) {
            filled += columns(character);
            let side = if filled <= room { &mut head } else { &mut tail };
            append(side, run, character);
        }
    }
    (head, tail)
}

/// Appends a piece of `run` to a line.
fn append(line: &mut Line, run: &Run, piece: &str) {
    match line.last_mut() {
        Some(last) if last.style() == run.style() => last.extend(piece),
        _ => {
            let mut new = run.like();
            new.extend(piece);
            line.push(new);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::text::paint::Style;

    fn lines(runs: &[Run], width: usize) -> Vec<String> {
        let text = |line: &Line| line.iter().map(Run::text).collect();
        wrap(runs, width).iter().map(text).collect()
    }

    #[test]
    fn where_lines_break() {
        let cases: [(&str, &[&str]); 9] = [
            ("", &[]),
            (" \n ", &[]),
            ("one two", &["one two"]),
            ("  one\n\ttwo  ", &["one two"]),
            ("one two three", &["one two", "three"]),
            ("a\u{A0}b c\u{A0}d e\u{A0}f", &["a\u{A0}b c\u{A0}d", "e\u{A0}f"]),
            ("abcdefghijklmnopqrstuvwxyz", &["abcdefghij", "klmnopqrst", "uvwxyz"]),
            ("a abcdefghijklm", &["a abcdefgh", "ijklm"]),
            ("日本語日本語", &["日本語日本", "語"]),
        ];
        for (text, expected) in cases {
            assert_eq!(lines(&[Run::plain(text)], 10), expected, "{text:?}");
        }
    }

    #[test]
    fn a_word_may_run_through_styles() {
        let runs =
            [Run::plain("the "), Run::quiet("["), Run::strong("big word"), Run::quiet("]E1.")];
        assert_eq!(lines(&runs, 12), ["the [big", "word]E1."]);
        let styles: Vec<_> = wrap(&runs, 80)[0].iter().map(Run::style).collect();
        assert_eq!(styles, [Style::Plain, Style::Quiet, Style::Strong, Style::Quiet]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(
            texts in proptest::collection::vec("\\PC{0,40}|[a-z ]{0,40}|.{0,20}", 0..6),
            width in LEAST..60,
        ) {
            let runs: Vec<_> = texts.iter().map(Run::plain).collect();
            let lines = lines(&runs, width);
            let bare = |text: &str| text.chars().filter(|&c| !breaks(c)).collect::<String>();
            let whole: String = runs.iter().map(Run::text).collect();
            prop_assert_eq!(bare(&lines.concat()), bare(&whole));
            for line in &lines {
                prop_assert!(columns(line) <= width, "{:?}", line);
                prop_assert_eq!(line.trim_matches(breaks), line);
            }
        }
    }
}
