//! Markdown (GitHub-flavoured): the lines as a table, for an appendix or a wiki.

use std::sync::LazyLock;

use minijinja::{Environment, Error};

use super::ConcordanceFormat;
use super::view::ConcordanceView;
use crate::concordance::Concordance;
use crate::report::Setting;
use crate::report::template::{environment, render};

pub(super) const FORMAT: ConcordanceFormat = ConcordanceFormat {
    name: "markdown",
    about: "a Markdown table for an appendix or a wiki",
    write: concordance,
};

static TEMPLATES: LazyLock<Result<Environment<'static>, Error>> =
    LazyLock::new(|| environment(&[("page.md", include_str!("page.md"))]));

fn concordance(setting: &Setting<'_>, concordance: &Concordance, out: &mut Vec<u8>) {
    render(&TEMPLATES, "page.md", &ConcordanceView::of(setting, concordance), out);
}
