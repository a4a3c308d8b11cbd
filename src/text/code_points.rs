//! From byte offsets to code points, for readers in languages that count those.

/// Bytes between two marks of the index.
const STEP: usize = 256;

/// How many code points stand before each byte offset of a source.
#[derive(Debug)]
pub struct CodePoints<'a> {
    source: &'a [u8],
    /// Continuation bytes before every [`STEP`]th byte; empty where the source is ASCII.
    marks: Vec<u32>,
}

impl<'a> CodePoints<'a> {
    /// An index of `source`.
    pub fn new(source: &'a str) -> Self {
        let mut marks = Vec::new();
        if !source.is_ascii() {
            let mut before = 0;
            for block in source.as_bytes().chunks(STEP) {
                marks.push(before);
                before += continuations(block);
            }
            marks.push(before);
        }
        Self { source: source.as_bytes(), marks }
    }

    /// Code points before byte `offset` (at most the source's length).
    pub fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.source.len());
        let Some(&mark) = self.marks.get(offset / STEP) else { return offset };
        offset - (mark + continuations(&self.source[offset / STEP * STEP..offset])) as usize
    }
}

/// Bytes that continue a code point.
fn continuations(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u32::from(byte & 0xC0 == 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_as_a_walk_would(text in "[a-z é日\u{1F600}]{0,600}") {
            let index = CodePoints::new(&text);
            for (count, (offset, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.before(offset), count);
            }
            prop_assert_eq!(index.before(text.len()), text.chars().count());
        }
    }
}
