//! Company: a cue of strength 1 counts only when its sentence holds another loaded cue.
//!
//! The other cue must stand elsewhere in the sentence (not on the same words), and two cues of
//! strength 1 keep each other company. Groups that are no matter of load need none.

use crate::lexicon::Lexicon;
use crate::passes::{Finding, Silence};

/// Marks the cues of strength 1 that stand alone. `findings` are sorted by start.
pub(super) fn settle(findings: &mut [Finding], lexicon: &Lexicon) {
    for sentence in findings.chunk_by_mut(|a, b| a.sentence == b.sentence) {
        let loaded = |finding: &Finding| lexicon.category_at(finding.category).loaded;
        // Outermost ends of the loaded cues: a cue has company if one ends before it or starts after.
        let first_end = sentence.iter().filter(|f| loaded(f)).map(|f| f.span.end).min();
        let last_start = sentence.iter().filter(|f| loaded(f)).map(|f| f.span.start).max();
        for finding in sentence {
            let group = lexicon.category_at(finding.category).group;
            let before = first_end.is_some_and(|end| end <= finding.span.start);
            let after = last_start.is_some_and(|start| start >= finding.span.end);
            if finding.strength == 1 && group.needs_company && !before && !after {
                finding.silent_because = Some(Silence::NoCompany);
            }
        }
    }
}
