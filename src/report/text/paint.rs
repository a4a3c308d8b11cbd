//! Runs of text in a style, and their ANSI escapes.
//!
//! Laws: the text of every run is escaped when the run is made, so that nothing raw reaches a
//! terminal; colour adds nothing: a coloured report without its escapes is the plain one.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr;

use crate::lexicon::Group;
use crate::report::escape::terminal;

/// What a run looks like where there is colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As the terminal shows text.
    Plain,
    /// Titles and heads.
    Strong,
    /// Numbers, marks and notes that step back.
    Quiet,
    /// A cue: underlined, in its group's colour.
    Cue(&'static Group),
}

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// Escaped.
    text: String,
    style: Style,
}

impl Run {
    /// A run of `text`, which may hold anything.
    pub(super) fn new<'a>(text: impl Into<Cow<'a, str>>, style: Style) -> Self {
        let text = text.into();
        Self { text: terminal(&text).into_owned(), style }
    }

    pub(super) fn plain<'a>(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(text, Style::Plain)
    }

    pub(super) fn strong<'a>(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(text, Style::Strong)
    }

    pub(super) fn quiet<'a>(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(text, Style::Quiet)
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) const fn style(&self) -> Style {
        self.style
    }

    /// Appends text that is escaped already: a piece of another run.
    pub(super) fn extend(&mut self, escaped: &str) {
        self.text.push_str(escaped);
    }

    /// An empty run of the same style.
    pub(super) const fn like(&self) -> Self {
        Self { text: String::new(), style: self.style }
    }

    /// Columns in a terminal.
    pub(super) fn columns(&self) -> usize {
        columns(&self.text)
    }

    /// Writes the run, with escapes if there is `colour`: none around spaces at its end.
    pub(super) fn write(&self, colour: bool, out: &mut Vec<u8>) {
        let code = match self.style {
            Style::Plain => None,
            Style::Strong => Some("1".to_owned()),
            Style::Quiet => Some("2".to_owned()),
            Style::Cue(group) => Some(format!("4;38;5;{}", group.ansi)),
        };
        let words = self.text.trim_end_matches(' ');
        match code.filter(|_| colour && !words.is_empty()) {
            None => out.extend_from_slice(words.as_bytes()),
            Some(code) => {
                out.extend_from_slice(format!("\x1b[{code}m{words}\x1b[0m").as_bytes());
            }
        }
        out.extend_from_slice(&self.text.as_bytes()[words.len()..]);
    }
}

/// Columns of a text in a terminal: the sum over what a reader takes for characters.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Columns of several runs in one line.
pub(super) fn columns_of(runs: &[Run]) -> usize {
    runs.iter().map(Run::columns).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::GROUPS;

    #[test]
    fn what_is_written() {
        let group = &GROUPS[0];
        let cases = [
            (Run::plain("word"), "word".to_owned()),
            (Run::strong("word"), "\x1b[1mword\x1b[0m".to_owned()),
            (Run::quiet("word"), "\x1b[2mword\x1b[0m".to_owned()),
            (Run::quiet("  "), "  ".to_owned()),
            (
                Run::new("word", Style::Cue(group)),
                format!("\x1b[4;38;5;{}mword\x1b[0m", group.ansi),
            ),
        ];
        for (run, coloured) in cases {
            let (mut with, mut without) = (Vec::new(), Vec::new());
            run.write(true, &mut with);
            run.write(false, &mut without);
            assert_eq!(String::from_utf8(with).unwrap(), coloured);
            assert_eq!(String::from_utf8(without).unwrap(), run.text());
        }
    }

    #[test]
    fn no_escape_of_the_text_survives() {
        assert_eq!(Run::plain("a\x1b[31mb\u{9b}c").text(), "a\\u{1b}[31mb\\u{9b}c");
    }

    #[test]
    fn columns_are_those_a_reader_sees() {
        let cases = [("", 0), ("word", 4), ("日本", 4), ("e\u{301}", 1), ("naïve", 5), ("👩‍🚀", 2)];
        for (text, expected) in cases {
            assert_eq!(columns(text), expected, "{text}");
        }
    }
}
