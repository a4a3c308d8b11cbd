//! Passages: every paragraph with its number and its cues marked.
//!
//! `[vassal forces]L2` is the second cue of its paragraph, of the group with the letter L. Findings
//! that share words stand between one pair of brackets.

use super::cue::{Cue, cues, group_of};
use super::cue_list::CueList;
use super::page::{INDENT, Page, right};
use super::paint::{Run, Style};
use super::wrap::Line;
use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::report::Setting;
use crate::report::record::part_name;
use crate::text::{Part, Span};

/// Prints all paragraphs, each with the list of its cues.
pub(super) fn print(page: &mut Page<'_>, setting: &Setting<'_>, analysis: &Analysis) {
    let list = CueList::new(setting, analysis);
    let digits = analysis.paragraphs.len().to_string().len();
    page.title("The text");
    for index in 0..analysis.paragraphs.len() {
        let cues = cues(setting.lexicon, analysis, index);
        let lead = format!("{}  ", right(&(index + 1).to_string(), digits));
        let indent = INDENT + lead.len();
        page.blank();
        page.hang(INDENT, &Run::quiet(lead), &marked(setting.lexicon, analysis, index, &cues));
        list.print(page, indent, index, &cues);
    }
}

/// The text of a paragraph with its cues between brackets.
fn marked(lexicon: &Lexicon, analysis: &Analysis, index: usize, cues: &[Cue<'_>]) -> Line {
    let source = &analysis.document.source;
    let paragraph = &analysis.document.paragraphs[index];
    let style = if paragraph.part == Part::Body { Style::Plain } else { Style::Strong };
    let mut line = Line::new();
    if paragraph.part != Part::Body {
        line.push(Run::quiet(format!("({}) ", part_name(paragraph.part))));
    }
    let mut at = paragraph.span.start;
    for (number, cue) in (1..).zip(cues) {
        line.push(Run::new(Span::new(at, cue.span.start).of(source), style));
        line.push(Run::quiet("["));
        colour(lexicon, source, cue, &mut line);
        line.push(Run::quiet(format!("]{}", cue.mark(lexicon, number))));
        at = cue.span.end;
    }
    line.push(Run::new(Span::new(at, paragraph.span.end.max(at)).of(source), style));
    line
}

/// The words of a cue; those that several findings share have the colour of the first.
fn colour(lexicon: &Lexicon, source: &str, cue: &Cue<'_>, line: &mut Line) {
    let mut at = cue.span.start;
    for finding in &cue.findings {
        if finding.span.end > at {
            let words = Span::new(at, finding.span.end).of(source);
            line.push(Run::new(words, Style::Cue(group_of(lexicon, finding))));
            at = finding.span.end;
        }
    }
}
