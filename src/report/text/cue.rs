//! Cues of a paragraph: findings that share words are one cue, as the counts have it.
//!
//! Law: a paragraph has as many cues here as its counts have in total.

use crate::analysis::Analysis;
use crate::lexicon::{GROUPS, Group, Lexicon};
use crate::passes::Finding;
use crate::text::Span;

/// Counted findings that share words.
pub(super) struct Cue<'a> {
    /// From the first finding's start to the last end.
    pub(super) span: Span,
    /// By start, longer first, then category.
    pub(super) findings: Vec<&'a Finding>,
}

impl Cue<'_> {
    /// "L2": the letters of its groups, in the order of [`GROUPS`], and its `number` in the paragraph.
    pub(super) fn mark(&self, lexicon: &Lexicon, number: usize) -> String {
        let has = |group: &&Group| self.findings.iter().any(|f| group_of(lexicon, f) == *group);
        let letters: String = GROUPS.iter().filter(has).map(|group| group.letter).collect();
        format!("{letters}{number}")
    }
}

/// All findings of a paragraph but those in its dateline, which nothing counts.
pub(super) fn findings(analysis: &Analysis, paragraph: usize) -> &[Finding] {
    let from = analysis.findings.partition_point(|f| (f.paragraph as usize) < paragraph);
    let here = &analysis.findings[from..];
    let here = &here[..here.partition_point(|f| f.paragraph as usize == paragraph)];
    let dateline = analysis.document.paragraphs[paragraph].dateline.map_or(0, |span| span.end);
    &here[here.partition_point(|f| f.span.start < dateline)..]
}

/// The cues of a paragraph, in order.
pub(super) fn cues<'a>(
    lexicon: &Lexicon,
    analysis: &'a Analysis,
    paragraph: usize,
) -> Vec<Cue<'a>> {
    let mut cues: Vec<Cue<'a>> = Vec::new();
    let counted = findings(analysis, paragraph).iter().filter(|finding| finding.counted());
    for finding in counted.filter(|finding| !group_of(lexicon, finding).apart) {
        match cues.last_mut().filter(|cue| finding.span.start < cue.span.end) {
            Some(cue) => {
                cue.span.end = cue.span.end.max(finding.span.end);
                cue.findings.push(finding);
            }
            None => cues.push(Cue { span: finding.span, findings: vec![finding] }),
        }
    }
    cues
}

/// The group of a finding.
pub(super) fn group_of(lexicon: &Lexicon, finding: &Finding) -> &'static Group {
    lexicon.categories[finding.category as usize].group
}
