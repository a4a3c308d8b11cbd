//! The head of a document: what it is called, how long it is, and what stands out.

use super::page::{INDENT, Page};
use super::paint::Run;
use crate::analysis::Analysis;
use crate::report::Setting;
use crate::report::summary::summary;
use crate::report::wording::number;

/// Prints the head.
pub(super) fn print(page: &mut Page<'_>, setting: &Setting<'_>, analysis: &Analysis) {
    page.text(0, &[Run::strong(&analysis.id)]);
    let document = &analysis.document;
    if let Some(headline) = document.headline() {
        page.text(0, &[Run::plain(headline.span.of(&document.source))]);
    }
    let bodies = document.paragraphs.iter().filter(|p| p.part == crate::text::Part::Body);
    let sizes = [
        number(analysis.body.words, "word"),
        number(bodies.count() as u64, "paragraph"),
        number(analysis.body.sentences, "sentence"),
    ];
    page.text(0, &[Run::quiet(sizes.join(", "))]);
    page.title("What stands out");
    for sentence in summary(setting, analysis) {
        page.hang(INDENT, &Run::quiet("- "), &[Run::plain(sentence)]);
    }
}
