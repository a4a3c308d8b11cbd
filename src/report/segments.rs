//! Flat segments: a passage cut wherever a finding begins or ends, so that findings which nest or
//! cross can be marked without elements that cross.
//!
//! Laws: the segments concatenate to the passage; none is empty; each names every finding that
//! covers it, those that count first, then in the order of findings.

use crate::passes::Finding;
use crate::text::Span;

/// A stretch of a passage that the same findings cover throughout.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// Its bytes.
    pub(super) span: Span,
    /// The findings that cover it, as indices into the slice that was cut by.
    pub(super) findings: Vec<usize>,
}

/// Cuts `passage` by `findings`, which are sorted by start; what lies outside is left out.
///
/// Time grows with the findings times the deepest overlap, which the number of categories bounds.
pub(super) fn segments(passage: Span, findings: &[Finding]) -> Vec<Segment> {
    let inside = |at: usize| at.clamp(passage.start, passage.end);
    let ends = findings.iter().flat_map(|f| [inside(f.span.start), inside(f.span.end)]);
    let mut cuts: Vec<usize> = ends.chain([passage.start, passage.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut waiting = findings.iter().enumerate().peekable();
    let mut open: Vec<usize> = Vec::new();
    let mut segments = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let span = Span::new(pair[0], pair[1]);
        while let Some((index, _)) = waiting.next_if(|(_, f)| f.span.start <= span.start) {
            open.push(index);
        }
        open.retain(|&index| findings[index].span.end > span.start);
        let mut covering = open.clone();
        covering.sort_by_key(|&index| (!findings[index].counted(), index));
        segments.push(Segment { span, findings: covering });
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn nested_and_crossing_findings_become_flat() {
        let lexicon = sample::lexicon();
        let analysis = sample::analysis(&lexicon, "A vile puppet of the gnome.");
        let whole = Span::new(0, analysis.document.source.len());
        let cut: Vec<(&str, usize)> = segments(whole, &analysis.findings)
            .iter()
            .map(|s| (s.span.of(&analysis.document.source), s.findings.len()))
            .collect();
        let expected = [
            ("A ", 0),
            ("vile", 2),
            (" ", 1),
            ("puppet", 2),
            (" of the", 1),
            (" ", 0),
            ("gnome", 1),
            (".", 0),
        ];
        assert_eq!(cut, expected);
    }

    #[test]
    fn a_passage_without_findings_is_one_segment() {
        let whole = [Segment { span: Span::new(3, 9), findings: Vec::new() }];
        assert_eq!(segments(Span::new(3, 9), &[]), whole);
        assert_eq!(segments(Span::new(3, 3), &[]), []);
    }
}
