//! Quotation marks: what each mark of a paragraph is by its glyph and by what stands around it.
//!
//! An apostrophe is no quotation mark: inside a word, before an elided word ('tis, '90s, rock 'n'
//! roll), or behind one with nothing to close. Nor are inches and feet (5'10", a 6" pipe).

use super::{Paragraph, Span, Token, is_quote, is_terminator};

/// Marks that pair with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// ".
    Straight,
    /// “ ” „ ‟, and the typewriter's doubled single marks.
    Curly,
    /// « ».
    Angle,
    /// ‹ ›.
    SmallAngle,
    /// ' ‘ ’ ‚ and the backtick.
    Single,
}

impl Family {
    pub(super) const COUNT: usize = 5;

    /// The family whose marks close it where writers mix glyphs.
    pub(super) const fn stand_in(self) -> Option<Self> {
        match self {
            Self::Straight => Some(Self::Curly),
            Self::Curly => Some(Self::Straight),
            Self::Angle | Self::SmallAngle | Self::Single => None,
        }
    }
}

/// A set of families.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Families(u8);

impl Families {
    /// Whether `family` is in the set.
    pub(super) const fn has(self, family: Family) -> bool {
        self.0 & (1 << family as u8) != 0
    }

    const fn with(self, family: Family) -> Self {
        Self(self.0 | 1 << family as u8)
    }

    const fn without(self, family: Family) -> Self {
        Self(self.0 & !(1 << family as u8))
    }
}

/// What a mark may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Opens,
    Closes,
    /// Closes what is open, opens otherwise.
    Either,
}

/// A mark that may open or close a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// First byte, and one past the last.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) family: Family,
    pub(super) side: Side,
    /// Words of the paragraph before it.
    pub(super) words: u32,
    /// It may as well be an apostrophe or feet (the workers' rights).
    pub(super) weak: bool,
    /// An opening mark as typed, that would close if the space stood behind it ("We won, "he said).
    pub(super) late: bool,
    /// The families of which a mark that may close follows in the paragraph.
    pub(super) closable: Families,
    /// The next mark of its family that is not weak closes.
    pub(super) strong_ahead: bool,
}

/// Appends the marks of `paragraph` to `marks`, in order.
pub(super) fn gather(source: &str, all: &[Token], paragraph: &Paragraph, marks: &mut Vec<Mark>) {
    let first = marks.len();
    let tokens = &all[paragraph.token_range()];
    let mut scan = Scan { source, paragraph, words: 0, before: "", after: "", marks: &mut *marks };
    for (index, token) in tokens.iter().enumerate() {
        if token.before.has_quote() {
            let before = index.checked_sub(1).map(|index| tokens[index].span());
            scan.before = before.map_or("", |word| word.of(source));
            scan.after = token.span().of(source);
            let start = before.map_or(paragraph.span.start, |word| word.end);
            scan.gap(start, token.start as usize);
        }
        scan.words += u32::from(token.starts_word());
    }
    let last = tokens.last().map_or(Span::default(), |token| token.span());
    (scan.before, scan.after) = (last.of(source), "");
    scan.gap(last.end, paragraph.span.end);
    look_ahead(&mut marks[first..]);
}

/// Whether `text` opens with a mark of `family`.
pub(super) fn opens_with(text: &str, family: Family) -> bool {
    let mut chars = text.chars();
    let (Some(mark), Some(next)) = (chars.next(), chars.next()) else { return false };
    let opens = !next.is_whitespace() || matches!(mark, '«' | '‹' | '“');
    let doubled = mark == next && matches!(mark, '`' | '\'');
    let found = if doubled { Some(Family::Curly) } else { family_of(mark) };
    opens && found == Some(family)
}

fn family_of(mark: char) -> Option<Family> {
    match mark {
        '"' => Some(Family::Straight),
        '“' | '”' | '„' | '‟' => Some(Family::Curly),
        '«' | '»' => Some(Family::Angle),
        '‹' | '›' => Some(Family::SmallAngle),
        '\'' | '`' | '‘' | '’' | '‚' | '‛' => Some(Family::Single),
        _ => None,
    }
}

/// Fills in what each mark can know of those behind it.
fn look_ahead(marks: &mut [Mark]) {
    let (mut closable, mut strong) = (Families::default(), Families::default());
    for mark in marks.iter_mut().rev() {
        mark.closable = closable;
        mark.strong_ahead = strong.has(mark.family);
        if mark.side != Side::Opens || mark.late {
            closable = closable.with(mark.family);
        }
        if !mark.weak {
            let closes = mark.side == Side::Closes;
            strong = if closes { strong.with(mark.family) } else { strong.without(mark.family) };
        }
    }
}

struct Scan<'a> {
    source: &'a str,
    paragraph: &'a Paragraph,
    words: u32,
    /// The tokens around the gap.
    before: &'a str,
    after: &'a str,
    marks: &'a mut Vec<Mark>,
}

/// What stands beside a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// White space, or what words stand apart from (brackets that open, dashes).
    Space,
    Word,
    Quote,
    /// To the right: marks that follow what they belong to.
    Stop,
    Other,
}

impl Scan<'_> {
    fn gap(&mut self, start: usize, end: usize) {
        let gap = &self.source[start..end];
        let mut skip = 0;
        for (offset, mark) in gap.char_indices() {
            let Some(family) = family_of(mark).filter(|_| offset >= skip) else { continue };
            let rest = &gap[offset + mark.len_utf8()..];
            let doubled = matches!(mark, '\'' | '`' | '‘' | '’') && rest.starts_with(mark);
            let length = mark.len_utf8() * if doubled { 2 } else { 1 };
            skip = offset + length;
            let family = if doubled { Family::Curly } else { family };
            self.mark(mark, family, (start + offset, start + offset + length), (start, end));
        }
    }

    /// Takes the mark at `span` in `gap`.
    fn mark(&mut self, mark: char, family: Family, span: (usize, usize), gap: (usize, usize)) {
        let within = self.paragraph.span;
        let left = self.source[within.start..span.0].chars().next_back();
        let right = self.source[span.1..within.end].chars().next();
        let (before, after) = (beside_left(left), beside_right(right));
        let word_before = if span.0 == gap.0 { self.before } else { "" };
        let word_after = if span.1 == gap.1 { self.after } else { "" };
        let measure = left.is_some_and(|c| c.is_ascii_digit());
        let context = context(before, after, right);
        let side = if family == Family::Single {
            single(mark, context).filter(|_| !is_apostrophe(mark, word_before, word_after))
        } else {
            let inches = measure && (after == Beside::Word || word_before.contains('\''));
            (mark != '"' || !inches).then(|| by_glyph(mark, context))
        };
        let Some(side) = side else { return };
        let head = &self.source[gap.0..span.0];
        let spoken = self.source[span.1..gap.1].trim_start().is_empty();
        let dropped = drops_letter(word_before) && spoken && after == Beside::Space;
        let late = mark == '"' && follows_stop(head) && word_after.starts_with(char::is_lowercase);
        self.marks.push(Mark {
            start: span.0,
            end: span.1,
            family,
            side,
            words: self.words,
            weak: side == Side::Closes && (measure || dropped),
            late: side == Side::Opens && late,
            closable: Families::default(),
            strong_ahead: false,
        });
    }
}

/// Whether `head` ends with a stop or a comma and white space behind it.
fn follows_stop(head: &str) -> bool {
    let bare = head.trim_end();
    bare.len() < head.len() && bare.ends_with([',', '.', '!', '?'])
}

fn beside_left(c: Option<char>) -> Beside {
    match c {
        Some(c) if is_quote(c) => Beside::Quote,
        Some(c) if c.is_alphanumeric() || is_terminator(c) => Beside::Word,
        Some(',' | ')' | ']' | '}' | '%') => Beside::Word,
        _ => Beside::Space,
    }
}

fn beside_right(c: Option<char>) -> Beside {
    match c {
        None => Beside::Space,
        Some(c) if c.is_whitespace() => Beside::Space,
        Some(c) if is_quote(c) => Beside::Quote,
        Some(c) if c.is_alphanumeric() => Beside::Word,
        Some(',' | ';' | ':' | '!' | '?' | ')' | ']' | '}') => Beside::Stop,
        Some(_) => Beside::Other,
    }
}

/// What the surroundings make of a mark.
fn context(left: Beside, right: Beside, next: Option<char>) -> Side {
    match (left, right) {
        (Beside::Space, Beside::Word | Beside::Quote | Beside::Other)
        | (Beside::Quote, Beside::Word) => Side::Opens,
        (Beside::Word, Beside::Word) | (Beside::Quote, Beside::Quote) | (Beside::Space, _) => {
            Side::Either
        }
        (Beside::Quote, Beside::Other) if next != Some('.') => Side::Either,
        _ => Side::Closes,
    }
}

/// What the glyph makes of it: the mark's own direction, unless the surroundings speak against it.
fn by_glyph(mark: char, context: Side) -> Side {
    match (mark, context) {
        ('“' | '«' | '‹' | '‘' | '`', Side::Closes) => Side::Closes,
        ('“' | '«' | '‹' | '‘' | '`' | '„' | '‟', _) => Side::Opens,
        ('”' | '»' | '›' | '’', Side::Opens) => Side::Either,
        ('”' | '»' | '›' | '’', _) => Side::Closes,
        _ => context,
    }
}

/// As [`by_glyph`], for single marks, which are more often something else.
fn single(mark: char, context: Side) -> Option<Side> {
    match (mark, context) {
        ('‚' | '‛' | '‘', Side::Opens | Side::Either) | ('`' | '\'', Side::Opens) => {
            Some(Side::Opens)
        }
        ('’' | '\'' | '‘', Side::Closes) => Some(Side::Closes),
        _ => None,
    }
}

/// Whether a single mark is an apostrophe by the words it touches.
fn is_apostrophe(mark: char, before: &str, after: &str) -> bool {
    if matches!(mark, '`' | '‚' | '‛') {
        return false;
    }
    let elided = ELIDED.iter().any(|word| word.eq_ignore_ascii_case(after));
    let digits = after.trim_end_matches('s');
    let decade = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let inside = !before.is_empty() && !after.is_empty();
    inside || ((elided || decade) && before.is_empty()) || before.eq_ignore_ascii_case("n")
}

/// Whether `word` may end in an apostrophe: a plural's or a name's genitive, or "goin'".
fn drops_letter(word: &str) -> bool {
    word.ends_with(['s', 'S', 'z', 'x'])
        || word.ends_with("in")
        || matches!(word, "o" | "ol" | "th")
}

/// Words written with an apostrophe before them.
#[rustfmt::skip]
const ELIDED: &[&str] = &[
    "bout", "cause", "cos", "cuz", "em", "fraid", "hood", "n", "nam", "neath", "nother", "nuff",
    "round", "s", "t", "til", "till", "tis", "twas", "tween", "twere", "twill", "ve",
];
