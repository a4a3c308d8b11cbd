//! HTML: one self-contained page, without script, network or web fonts.

use std::sync::LazyLock;

use minijinja::{Environment, Error};

use super::ConcordanceFormat;
use super::view::ConcordanceView;
use crate::concordance::Concordance;
use crate::report::Setting;
use crate::report::template::{environment, render};

pub(super) const FORMAT: ConcordanceFormat = ConcordanceFormat {
    name: "html",
    about: "one self-contained page to read, print and mail",
    write: concordance,
};

static TEMPLATES: LazyLock<Result<Environment<'static>, Error>> = LazyLock::new(|| {
    environment(&[
        ("page.html", include_str!("page.html")),
        ("style.css.html", include_str!("../html/style.css")),
        ("lines.css.html", include_str!("lines.css")),
    ])
});

fn concordance(setting: &Setting<'_>, concordance: &Concordance, out: &mut Vec<u8>) {
    render(&TEMPLATES, "page.html", &ConcordanceView::of(setting, concordance), out);
}
