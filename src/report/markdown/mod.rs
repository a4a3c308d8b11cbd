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
        ("actors.md", include_str!("actors.md")),
        ("square.md", include_str!("square.md")),
        ("pairs.md", include_str!("pairs.md")),
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

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    const HOSTILE: &str =
        "Night falls\n\nA vile puppet of the | <b>gnome</b>.\n\n# puppet [x](y) * vile";

    fn report(text: &str) -> String {
        let lexicon = sample::lexicon();
        let setting = sample::setting(&lexicon);
        let mut out = Vec::new();
        document(&setting, 0, &sample::analysis(&lexicon, text), &mut out);
        end(&setting, &Totals::default(), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn text_changes_no_structure() {
        let report = report(HOSTILE);
        assert!(!report.contains("could not be made"), "{report}");
        assert!(
            report.contains("A **vile<sup>2</sup> puppet<sup>1</sup> of the**<sup>3</sup>"),
            "{report}"
        );
        assert!(report.contains("\\| &lt;b&gt;**gnome**<sup>"), "{report}");
        assert!(!report.contains("\n# puppet") && !report.contains("[x](y)"), "{report}");
        // Every row of a table has as many cells as its head.
        for table in report.split("\n\n").filter(|block| block.starts_with('|')) {
            let cells = |row: &str| row.replace("\\|", "").matches('|').count();
            let head = cells(table.lines().next().unwrap());
            assert!(table.lines().all(|row| cells(row) == head), "{table}");
        }
    }

    #[test]
    fn actors_and_voices_are_told() {
        let report =
            report("Talks\n\nMary | Hill is odd. Mary Hill is a vile puppet. Mary Hill left us.");
        for head in ["## Voices", "## Actors", "## Actors × categories"] {
            assert!(report.contains(&format!("\n{head}\n\n|")), "{head} in {report}");
        }
        assert!(report.contains("about Mary Hill (blamed; predicate, 0.8)"), "{report}");
        assert!(report.contains("\n| Mary Hill | name | 3 | 2 | 0 | 2 |"), "{report}");
    }

    #[test]
    fn a_comparison_warns_and_names() {
        let lexicon = sample::lexicon();
        let sides = sample::comparison(&lexicon, "The puppet came. A gnome sat.", "The ally came.");
        let mut out = Vec::new();
        comparison(&sample::setting(&lexicon), &sides, &mut out);
        let found = String::from_utf8(out).unwrap();
        assert!(found.contains("> Each side is one text"), "{found}");
        assert!(found.contains("| **puppet** (1): The **puppet** came. | **ally** (1, plainer): The **ally** came. |"), "{found}");
    }
}
