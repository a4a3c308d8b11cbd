//! Tokens: Unicode words (UAX #29), with what stands before each.
//!
//! Law: the tokens are exactly what `unicode_word_indices` gives for each stretch between ASCII
//! white space; the ASCII path below is only faster. (Over the whole text the library differs in
//! one case, a combining mark behind a space, whose "word" would hold the space.) A stretch that
//! holds a rare character goes to the library alone, and the rest stays on the fast path.
//!
//! A *word*, as counts and rates use it, is what a reader counts: tokens joined by one hyphen
//! (`-`, U+2010, U+2011) without space are one word, a contraction or possessive is one word, and
//! a number is a word. So "U.S.-led", "don't" and "2,000" count one each, "and/or" counts two.

use unicode_segmentation::UnicodeSegmentation as _;

use super::span::Span;

/// A Unicode word of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What stands between the token before (or the paragraph's start) and this one.
    pub before: Gap,
    /// Which kinds of characters it holds.
    pub shape: Shape,
}

impl Token {
    /// Its byte range.
    pub const fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Whether it starts a word as a reader counts them (it is not joined on by a hyphen).
    pub const fn starts_word(self) -> bool {
        !self.before.joins()
    }
}

/// The kinds of characters in a gap between tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gap(u8);

impl Gap {
    const SPACE: u8 = 1;
    const HYPHEN: u8 = 2;
    const QUOTE: u8 = 4;
    const COMMA: u8 = 8;
    const STOP: u8 = 16;
    const TERMINATOR: u8 = 32;
    const OTHER: u8 = 64;
    const WORD_SPACE: Self = Self(Self::SPACE);

    /// The gap is one hyphen: the two tokens make one word.
    pub const fn joins(self) -> bool {
        self.0 & !Self::STOP == Self::HYPHEN
    }

    /// A phrase may run over the gap: white space, quotation marks, a hyphen, a slash alone, an
    /// abbreviation's stop.
    pub const fn passes_phrase(self) -> bool {
        self.0 & (Self::COMMA | Self::TERMINATOR | Self::OTHER) == 0
    }

    /// As [`Gap::passes_phrase`], or over commas as well.
    pub const fn passes_comma(self) -> bool {
        self.0 & (Self::TERMINATOR | Self::OTHER) == 0
    }

    /// Holds a comma.
    pub const fn has_comma(self) -> bool {
        self.0 & Self::COMMA != 0
    }

    /// Holds a quotation mark (or an apostrophe outside a word).
    pub const fn has_quote(self) -> bool {
        self.0 & Self::QUOTE != 0
    }

    /// Holds a mark that may end a sentence.
    pub const fn may_end_sentence(self) -> bool {
        self.0 & (Self::STOP | Self::TERMINATOR) != 0
    }

    /// The kinds in `gap`, which follows a token of the shape `after`.
    fn of(gap: &str, after: Option<Shape>) -> Self {
        let stop = after.is_some_and(Shape::is_dotted) && gap.starts_with('.');
        let mut kinds = if stop { Self::STOP } else { 0 };
        let mut rest = gap.chars().skip(usize::from(stop)).peekable();
        let alone = gap.chars().count() == 1 + usize::from(stop);
        if alone && after.is_some() && rest.peek().is_some_and(|&c| is_hyphen(c)) {
            return Self(kinds | Self::HYPHEN);
        }
        while let Some(c) = rest.next() {
            kinds |= match c {
                c if c.is_whitespace() => Self::SPACE,
                '/' if alone => Self::SPACE,
                '.' if kinds & Self::STOP == 0 && rest.peek() != Some(&'.') => Self::STOP,
                ',' => Self::COMMA,
                c if is_terminator(c) => Self::TERMINATOR,
                c if is_quote(c) => Self::QUOTE,
                _ => Self::OTHER,
            };
        }
        Self(kinds)
    }
}

/// The kinds of characters in a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape(u8);

impl Shape {
    const LOWER: u8 = 1;
    const UPPER: u8 = 2;
    const DIGIT: u8 = 4;
    const LINE: u8 = 8;
    const APOSTROPHE: u8 = 16;
    const DOT: u8 = 32;
    const OTHER: u8 = 64;
    const BEYOND_ASCII: u8 = 128;

    /// Only ASCII characters.
    pub const fn is_ascii(self) -> bool {
        self.0 & Self::BEYOND_ASCII == 0
    }

    /// Holds a full stop between characters (U.S, 3.5).
    pub const fn is_dotted(self) -> bool {
        self.0 & (Self::DOT | Self::BEYOND_ASCII) == Self::DOT
    }

    /// Holds an apostrophe (or may: a token beyond ASCII is not looked into).
    pub const fn may_hold_apostrophe(self) -> bool {
        self.0 & (Self::APOSTROPHE | Self::BEYOND_ASCII) != 0
    }

    /// All its letters are capitals (ASCII).
    pub const fn is_capitals(self) -> bool {
        self.0 & !(Self::DOT | Self::APOSTROPHE | Self::DIGIT) == Self::UPPER
    }

    /// Holds a digit and no letter (ASCII).
    pub const fn is_number(self) -> bool {
        self.0 & (Self::DIGIT | Self::LOWER | Self::UPPER | Self::BEYOND_ASCII) == Self::DIGIT
    }

    /// The kinds in `token`.
    fn of(token: &str) -> Self {
        Self(token.bytes().fold(0, |kinds, byte| kinds | KINDS[byte as usize]))
    }
}

/// What each byte adds to a token's shape; 0 for what stands in no ASCII word.
const KINDS: [u8; 256] = kinds();

const fn kinds() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => Shape::LOWER,
            b'A'..=b'Z' => Shape::UPPER,
            b'0'..=b'9' => Shape::DIGIT,
            b'_' => Shape::LINE,
            b'\'' => Shape::APOSTROPHE,
            b'.' => Shape::DOT,
            b':' | b',' | b';' => Shape::OTHER,
            128.. => Shape::BEYOND_ASCII,
            _ => 0,
        };
        byte += 1;
    }
    table
}

const LETTER: u8 = Shape::LOWER | Shape::UPPER;
const WORD: u8 = LETTER | Shape::DIGIT | Shape::LINE;

/// Appends the tokens of `source[span]`, a stretch that starts and ends at a word boundary, to `tokens`.
pub fn tokenise(source: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut walk = Scan { source, end: span.end, gap: span.start, last: None, tokens };
    let bytes = source.as_bytes();
    let (mut at, mut chunk) = (span.start, span.start);
    let mut chunk_state = (walk.tokens.len(), walk.gap, None);
    while at < span.end {
        let kind = KINDS[bytes[at] as usize];
        if kind & WORD != 0 {
            match walk.ascii_word(at) {
                Some(end) => at = end,
                None => at = walk.slow_chunk(chunk, chunk_state),
            }
        } else if kind & Shape::BEYOND_ASCII != 0 {
            if plain_mark(&bytes[at..walk.end]) {
                at += 3;
            } else {
                at = walk.slow_chunk(chunk, chunk_state);
            }
        } else {
            at += 1;
            if bytes[at - 1].is_ascii_whitespace() {
                chunk = at;
                chunk_state = (walk.tokens.len(), walk.gap, walk.last);
            }
        }
    }
}

/// Where a chunk began: the number of tokens, the gap's start, the last token's shape.
type ChunkState = (usize, usize, Option<Shape>);

struct Scan<'a> {
    source: &'a str,
    end: usize,
    gap: usize,
    last: Option<Shape>,
    tokens: &'a mut Vec<Token>,
}

impl Scan<'_> {
    /// Takes the ASCII word that starts at `start` and returns its end, or `None` where the rules
    /// need more than ASCII to tell.
    fn ascii_word(&mut self, start: usize) -> Option<usize> {
        let bytes = &self.source.as_bytes()[..self.end];
        let (mut at, mut shape) = (start, 0);
        loop {
            let mut last = 0;
            while at < bytes.len() && KINDS[bytes[at] as usize] & WORD != 0 {
                last = KINDS[bytes[at] as usize];
                shape |= last;
                at += 1;
            }
            let Some(&mark) = bytes.get(at) else { break };
            if mark >= 128 {
                if !plain_mark(&bytes[at..]) || is_curly_apostrophe(&bytes[at..]) {
                    return None;
                }
                break;
            }
            let (letters, digits) = match mark {
                b'\'' | b'.' => (true, true),
                b':' => (true, false),
                b',' | b';' => (false, true),
                _ => break,
            };
            let next = bytes.get(at + 1).copied().unwrap_or(b' ');
            if next >= 128 && !plain_mark(&bytes[at + 1..]) {
                return None;
            }
            let next = KINDS[next as usize];
            let joins = (letters && last & LETTER != 0 && next & LETTER != 0)
                || (digits && last & Shape::DIGIT != 0 && next & Shape::DIGIT != 0);
            if !joins || next & Shape::BEYOND_ASCII != 0 {
                break;
            }
            shape |= KINDS[mark as usize];
            at += 1;
        }
        if shape & (LETTER | Shape::DIGIT) != 0 {
            self.push(start, at, Shape(shape));
        }
        Some(at)
    }

    /// Takes the words of the whole stretch between white space by the library; returns its end.
    fn slow_chunk(&mut self, chunk: usize, state: ChunkState) -> usize {
        (self.gap, self.last) = (state.1, state.2);
        self.tokens.truncate(state.0);
        let rest = &self.source[chunk..self.end];
        let end =
            rest.bytes().position(|b| b.is_ascii_whitespace()).map_or(self.end, |n| chunk + n);
        let source = self.source;
        for (start, word) in source[chunk..end].unicode_word_indices() {
            self.push(chunk + start, chunk + start + word.len(), Shape::of(word));
        }
        end
    }

    fn push(&mut self, start: usize, end: usize, shape: Shape) {
        let before = match &self.source.as_bytes()[self.gap..start] {
            b" " => Gap::WORD_SPACE,
            _ => Gap::of(&self.source[self.gap..start], self.last),
        };
        self.tokens.push(Token { start: start as u32, end: end as u32, before, shape });
        (self.gap, self.last) = (end, Some(shape));
    }
}

/// Dashes, curly quotation marks and the ellipsis, followed by ASCII, break words like ASCII marks.
fn plain_mark(bytes: &[u8]) -> bool {
    let is_mark = |bytes: &[u8]| {
        matches!(bytes, [0xE2, 0x80, 0x93 | 0x94 | 0x98 | 0x99 | 0x9C | 0x9D | 0xA6, ..])
    };
    is_mark(bytes) && (bytes.get(3).is_none_or(u8::is_ascii) || is_mark(&bytes[3..]))
}

/// U+2018, U+2019: inside a word they are apostrophes.
fn is_curly_apostrophe(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE2, 0x80, 0x98 | 0x99, ..])
}

/// The hyphens that join words: `-`, U+2010, U+2011.
pub const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Quotation marks and apostrophes, straight, curly, low, and guillemets.
pub const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '\u{2018}'..='\u{201F}' | '«' | '»' | '‹' | '›')
}

/// Marks that may end a sentence.
pub const fn is_terminator(c: char) -> bool {
    matches!(
        c,
        '.' | '?' | '!' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '。' | '！' | '？' | '।' | '؟' | '۔'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        tokenise(text, Span::new(0, text.len()), &mut tokens);
        tokens
    }

    fn check(text: &str) {
        let ours: Vec<_> =
            tokens(text).iter().map(|t| (t.start as usize, t.span().of(text))).collect();
        let theirs: Vec<_> = text
            .split(|c: char| c.is_ascii_whitespace())
            .flat_map(|chunk| {
                let offset = chunk.as_ptr() as usize - text.as_ptr() as usize;
                chunk.unicode_word_indices().map(move |(at, word)| (offset + at, word))
            })
            .collect();
        assert_eq!(ours, theirs, "{text:?}");
    }

    #[test]
    fn equals_the_library_on_hard_cases() {
        for text in [
            "U.S.-led NATO's 2,000 3.5 a:b 10:30 x_y __ _a",
            "“It’s the ’90s,” he said — ‘don’t’…",
            "a\u{301}b e\u{301}\u{327}'s \u{301}a naïve café’s",
            "日本語 text ไทย \u{200d}a 'tis can't' 1'000 1;2 a;b",
            "end.Next a.b. .5 5. 'a' a''b a.'b a’b’ “a”b—c",
        ] {
            check(text);
        }
    }

    #[test]
    fn gaps_tell_hyphens_stops_and_quotes() {
        let gap = |text: &str| tokens(text)[1].before;
        assert!(gap("vassal-state").joins());
        assert!(gap("U.S.-led").joins());
        assert!(!gap("vassal - state").joins());
        assert!(!tokens("-5 degrees")[0].before.joins());
        assert!(!gap("war--peace").passes_phrase());
        assert!(gap("U.S. regime").passes_phrase() && gap("U.S. regime").may_end_sentence());
        assert!(gap("so \"called").passes_phrase() && gap("so \"called").has_quote());
        assert!(gap("9/11").passes_phrase() && !gap("9 / 11").passes_phrase());
        assert!(!gap("well, known").passes_phrase() && gap("well, known").passes_comma());
        assert!(!gap("wait... no").passes_phrase() && gap("wait... no").may_end_sentence());
    }

    proptest! {
        #[test]
        fn equals_the_library_on_any_text(text in r"(?s)[ab'’“”\.,:;_ 1é\u{301}\u{200d}日—-]{0,24}|.{0,40}") {
            check(&text);
        }
    }
}
