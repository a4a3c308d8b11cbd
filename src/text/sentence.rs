//! Sentence boundaries.

use super::Token;

/// Where one sentence ends and the next starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Boundary {
    /// Index of the next sentence's first token.
    pub(super) token: usize,
    /// Where the sentence ends (byte).
    pub(super) end: usize,
    /// Where the next starts (byte).
    pub(super) next: usize,
}

/// Calls `found` with each boundary between the `tokens` of one paragraph.
pub(super) fn boundaries(source: &str, tokens: &[Token], mut found: impl FnMut(Boundary)) {
    for (index, pair) in tokens.windows(2).enumerate() {
        if !pair[1].before.may_end_sentence() {
            continue;
        }
        let (from, to) = (pair[0].end as usize, pair[1].start as usize);
        let gap = &source[from..to];
        if let Some(space) = gap.find(char::is_whitespace) {
            let rest = &gap[space..];
            let next = to - rest.trim_start().len();
            found(Boundary { token: index + 1, end: from + space, next });
        }
    }
}
