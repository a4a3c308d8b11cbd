//! HTML: one self-contained page, without script, network or web fonts.
//!
//! The markup and the style are the files beside this one; values reach them through the view and
//! are escaped by the template engine.

use std::sync::LazyLock;

use minijinja::{Environment, Error};

use super::template::{environment, render};
use super::view::{ComparisonView, DocumentView, EndView, LegendView};
use super::{Format, Setting, Totals};
use crate::analysis::Analysis;
use crate::compare::Comparison;

pub(super) const FORMAT: Format = Format {
    name: "html",
    about: "one self-contained page to read, print and mail",
    extensions: &["html", "htm"],
    needs_fields: false,
    begin,
    document,
    end,
    comparison,
};

static TEMPLATES: LazyLock<Result<Environment<'static>, Error>> = LazyLock::new(|| {
    environment(&[
        ("begin.html", include_str!("begin.html")),
        ("style.css.html", include_str!("style.css")),
        ("document.html", include_str!("document.html")),
        ("legend.html", include_str!("legend.html")),
        ("end.html", include_str!("end.html")),
        ("comparison.html", include_str!("comparison.html")),
    ])
});

fn begin(setting: &Setting<'_>, out: &mut Vec<u8>) {
    render(&TEMPLATES, "begin.html", &LegendView::of(setting), out);
}

fn document(setting: &Setting<'_>, index: usize, analysis: &Analysis, out: &mut Vec<u8>) {
    render(&TEMPLATES, "document.html", &DocumentView::of(setting, index, analysis), out);
}

fn end(setting: &Setting<'_>, totals: &Totals, out: &mut Vec<u8>) {
    render(&TEMPLATES, "end.html", &EndView::of(setting, totals), out);
}

fn comparison(setting: &Setting<'_>, comparison: &Comparison, out: &mut Vec<u8>) {
    begin(setting, out);
    render(&TEMPLATES, "comparison.html", &ComparisonView::of(setting, comparison), out);
}
