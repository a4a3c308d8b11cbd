//! Paragraphs: how a source falls into blocks of lines.
//!
//! A line of white space is blank, and a blank line always parts paragraphs. Texts whose every line
//! is a paragraph have no blank lines, or few; [`Layout::Auto`] knows them by the lines that are
//! directly followed by another: most of them end like a sentence, or they are too long to be
//! wrapped by hand. A Markdown heading is a block of its own. Lines end with LF, CRLF or CR.

use super::{Span, is_quote, is_terminator};

/// How paragraphs are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Layout {
    /// By blank lines or by line, whichever the text's lines speak for.
    #[default]
    Auto,
    /// By blank lines; a single line break is a space.
    Blank,
    /// Every line is a paragraph.
    Line,
}

/// A paragraph's place in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// Its bytes, without white space around, nor the `#` of a heading.
    pub(super) span: Span,
    /// Whether it is a Markdown heading.
    pub(super) heading: bool,
}

/// Lines with more characters than this, on average, are not wrapped by hand.
const LONG: usize = 120;

/// The blocks of `source`, in order.
pub(super) fn blocks(source: &str, layout: Layout) -> Vec<Block> {
    let by_line = match layout {
        Layout::Auto => lines_are_paragraphs(source),
        Layout::Blank => false,
        Layout::Line => true,
    };
    let mut blocks: Vec<Block> = Vec::new();
    let mut goes_on = false;
    for line in Lines::of(source) {
        if line.is_empty() {
            goes_on = false;
        } else if let Some(span) = heading(source, line) {
            blocks.push(Block { span, heading: true });
            goes_on = false;
        } else {
            match blocks.last_mut() {
                Some(block) if goes_on => block.span.end = line.end,
                _ => blocks.push(Block { span: line, heading: false }),
            }
            goes_on = !by_line;
        }
    }
    blocks
}

/// Whether `text` ends like a finished sentence: a stop with closing marks behind it, or the "-0-"
/// that ends a dispatch.
pub(super) fn is_finished(text: &str) -> bool {
    let closes = |c: char| is_quote(c) || matches!(c, ')' | ']' | '}' | '*' | '_');
    text.ends_with("-0-") || text.trim_end_matches(closes).ends_with(is_terminator)
}

/// Whether the lines of `source` that are directly followed by another end like sentences, or are
/// too long to be wrapped by hand. A short first line without a stop above a long one is a headline
/// and is not judged.
fn lines_are_paragraphs(source: &str) -> bool {
    let (mut followed, mut finished, mut characters) = (0_usize, 0_usize, 0_usize);
    let mut headline = false;
    let mut last: Option<(Span, bool)> = None;
    for line in Lines::of(source) {
        if line.is_empty() || heading(source, line).is_some() {
            last = last.map(|_| (Span::default(), false));
            continue;
        }
        if let Some((before, first)) = last.filter(|(before, _)| !before.is_empty()) {
            let text = before.of(source);
            let (length, ends) = (text.chars().count(), is_finished(text));
            if first && !ends && length <= LONG && line.of(source).chars().count() > LONG {
                headline = true;
            } else {
                followed += 1;
                finished += usize::from(ends);
                characters += length;
            }
        }
        last = Some((line, last.is_none()));
    }
    match followed {
        0 => headline,
        _ => finished * 2 > followed || characters > LONG * followed,
    }
}

/// The words of a Markdown heading, if `line` is one.
fn heading(source: &str, line: Span) -> Option<Span> {
    let text = line.of(source);
    let rest = text.trim_start_matches('#');
    if !(1..=6).contains(&(text.len() - rest.len())) || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let start = line.end - rest.trim_start().len();
    let closed = rest.trim_end_matches('#');
    let end = if closed.ends_with([' ', '\t']) {
        line.end - (rest.len() - closed.trim_end().len())
    } else {
        line.end
    };
    (start < end).then_some(Span::new(start, end))
}

/// The lines of a source, each without white space around; a blank one is empty.
struct Lines<'a> {
    source: &'a str,
    at: usize,
    /// Whether a line may end with CR: without one, a search for LF alone is faster.
    returns: bool,
}

impl<'a> Lines<'a> {
    /// The lines behind the byte-order mark, if there is one.
    fn of(source: &'a str) -> Self {
        let at = if source.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        Self { source, at, returns: source.contains('\r') }
    }
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = self.source.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = if self.returns {
            rest.bytes().position(|byte| matches!(byte, b'\n' | b'\r'))
        } else {
            rest.find('\n')
        };
        let length = length.unwrap_or(rest.len());
        let end = self.at + length;
        let start = end - rest[..length].trim_start().len();
        let crlf = rest[length..].starts_with("\r\n");
        self.at = end + 1 + usize::from(crlf);
        Some(Span::new(start, start + self.source[start..end].trim_end().len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, layout: Layout) -> Vec<&str> {
        blocks(text, layout).iter().map(|block| block.span.of(text)).collect()
    }

    #[test]
    fn blank_lines_part() {
        for text in [
            "One\ntwo\n\nthree",
            "One\ntwo\n \t \nthree\n",
            "\n\n  One\ntwo  \n\n\n\nthree",
            "\u{FEFF}One\ntwo\n\u{A0}\nthree",
        ] {
            assert_eq!(found(text, Layout::Auto), ["One\ntwo", "three"], "{text:?}");
        }
        assert_eq!(found("One\r\ntwo\r\n\r\nthree", Layout::Auto), ["One\r\ntwo", "three"]);
        assert_eq!(found("One\rtwo\r\rthree", Layout::Auto), ["One\rtwo", "three"]);
        assert_eq!(found("", Layout::Auto), [""; 0]);
        assert_eq!(found(" \n\r\n\u{FEFF}", Layout::Line), ["\u{FEFF}"]);
    }

    #[test]
    fn a_layout_may_be_told() {
        assert_eq!(found("One\ntwo\n\nthree", Layout::Line), ["One", "two", "three"]);
        assert_eq!(found("One.\nTwo.\n\nThree.", Layout::Blank), ["One.\nTwo.", "Three."]);
    }

    #[test]
    fn lines_that_end_like_sentences_are_paragraphs() {
        for (text, lines) in [
            ("The rain came.\nIt stayed.\nIt went.", 3),
            ("“The rain came.”\n(It stayed!)\nIt went", 3),
            ("Rain came. -0-\nSun came. -0-", 2),
            ("The rain came in the night\nand stayed for a week. Then\nit went.", 1),
            ("The rain came in the night.\nIt\nstayed for a week in the\nvillage.", 1),
        ] {
            assert_eq!(found(text, Layout::Auto).len(), lines, "{text}");
        }
    }

    #[test]
    fn long_lines_are_paragraphs() {
        let line = "rain and more rain and yet more rain ".repeat(5);
        assert_eq!(found(&format!("{line}\n{line}\n{line}"), Layout::Auto).len(), 3);
        assert_eq!(found(&format!("Rain Stays\n{line}"), Layout::Auto).len(), 2);
        assert_eq!(found(&format!("Rain Stays\n{line}\n\n{line}"), Layout::Auto).len(), 3);
        assert_eq!(found(&format!("Rain Stays\nrain\nmore\n{line}"), Layout::Auto).len(), 1);
    }

    #[test]
    fn headings_stand_alone() {
        let text = "# Rain #\nIt came\nand stayed\n###\tSun\nIt went\n#tag\n####### Seven";
        let blocks = blocks(text, Layout::Blank);
        let found: Vec<_> = blocks.iter().map(|b| (b.span.of(text), b.heading)).collect();
        assert_eq!(
            found,
            [
                ("Rain", true),
                ("It came\nand stayed", false),
                ("Sun", true),
                ("It went\n#tag\n####### Seven", false),
            ]
        );
    }

    #[test]
    fn hostile_sources_are_cheap() {
        assert_eq!(blocks(&" ".repeat(10_000_000), Layout::Auto).len(), 0);
        assert_eq!(blocks(&"a\n".repeat(1_000_000), Layout::Line).len(), 1_000_000);
        assert_eq!(blocks(&"#".repeat(10_000_000), Layout::Auto).len(), 1);
        assert_eq!(blocks(&"# ".repeat(1_000_000), Layout::Auto).len(), 1);
    }
}
