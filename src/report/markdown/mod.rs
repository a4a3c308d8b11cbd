//! Markdown (GitHub-flavoured): a report for an appendix, a wiki or an issue.
//!
//! Values are escaped by the template engine, so that no text changes the document's structure.

use std::sync::LazyLock;

use minijinja::{Environment, Error};

use super::template::{environment, render};
use super::view::{ComparisonView, DocumentView, EndView};
use super::{Format, Setting, Totals};
use crate::analysis::Analysis;
use crate::compare::Comparison;

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: "a Markdown document for an appendix or a wiki",
    extensions: &["md", "markdown"],
    needs_fields: false,
    begin: |_, _| {},
    document,
    end,
    comparison,
};

static TEMPLATES: LazyLock<Result<Environment<'static>, Error>> = LazyLock::new(|| {
    environment(&[
        ("document.md", include_str!("document.md")),
        ("end.md", include_str!("end.md")),
        ("comparison.md", include_str!("comparison.md")),
    ])
});

fn document(setting: &Setting<'_>, index: usize, analysis: &Analysis, out: &mut Vec<u8>) {
    render(&TEMPLATES, "document.md", &DocumentView::of(setting, index, analysis), out);
}

fn end(setting: &Setting<'_>, totals: &Totals, out: &mut Vec<u8>) {
    render(&TEMPLATES, "end.md", &EndView::of(setting, totals), out);
}

fn comparison(setting: &Setting<'_>, comparison: &Comparison, out: &mut Vec<u8>) {
    render(&TEMPLATES, "comparison.md", &ComparisonView::of(setting, comparison), out);
}
