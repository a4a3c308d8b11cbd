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
        ("voices.html", include_str!("voices.html")),
        ("actors.html", include_str!("actors.html")),
        ("square.html", include_str!("square.html")),
        ("pairs.html", include_str!("pairs.html")),
        ("several.html", include_str!("several.html")),
        ("timeline.html", include_str!("timeline.html")),
        ("terms.html", include_str!("terms.html")),
        ("passages.html", include_str!("passages.html")),
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

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    const HOSTILE: &str = "Night falls\n\nA vile puppet of the <script>alert(1)</script> & \"gnome\". \
                           Odd, said 'the vile' man.\n\nمرحبا 😀 http://example.org/puppets </p></main>";

    fn page(text: &str) -> String {
        let lexicon = sample::lexicon();
        let setting = sample::setting(&lexicon);
        let mut out = Vec::new();
        begin(&setting, &mut out);
        document(&setting, 0, &sample::analysis(&lexicon, text), &mut out);
        end(&setting, &Totals { skipped: vec!["<b>.txt".into()], ..Totals::default() }, &mut out);
        String::from_utf8(out).unwrap()
    }

    fn compared(a: &str, b: &str) -> String {
        let lexicon = sample::lexicon();
        let mut out = Vec::new();
        comparison(&sample::setting(&lexicon), &sample::comparison(&lexicon, a, b), &mut out);
        String::from_utf8(out).unwrap()
    }

    /// Every element that opens closes, in order; attributes are quoted.
    fn assert_balanced(page: &str) {
        const VOID: [&str; 4] = ["meta", "br", "rect", "path"];
        let mut open: Vec<&str> = Vec::new();
        for tag in page.split('<').skip(1).map(|piece| piece.split('>').next().unwrap()) {
            let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap();
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(name), "</{name}> in {page}");
            } else if !tag.starts_with('!') && !VOID.contains(&name) {
                open.push(name);
            }
        }
        assert_eq!(open, Vec::<&str>::new());
    }

    #[test]
    fn hostile_text_stays_text() {
        for page in [page(HOSTILE), compared(HOSTILE, "The ally went home. The gnome stayed.")] {
            assert!(!page.contains("could not be made"), "{page}");
            assert!(!page.contains("<script"), "{page}");
            assert!(!page.contains("href=\"http"), "{page}");
            assert!(!page.contains("src="), "{page}");
            assert_balanced(&page);
        }
        let page = page(HOSTILE);
        let pieces =
            ["&lt;script&gt;", "&lt;b&gt;.txt", "مرحبا 😀", "Loaded &lt;negative&gt; word"];
        pieces.iter().for_each(|piece| assert!(page.contains(piece), "{piece} in {page}"));
    }

    #[test]
    fn every_link_has_its_place() {
        let page = page(HOSTILE);
        let links = page.split("href=\"#").skip(1).map(|piece| piece.split('"').next().unwrap());
        for link in links {
            assert!(page.contains(&format!("id=\"{link}\"")), "{link} in {page}");
        }
        assert!(page.matches("href=\"#").count() > 12, "{page}");
    }

    /// An actor who is called names, with marks in the name; the sentences behind each count open.
    #[test]
    fn actors_open_to_their_words() {
        let text = "Talks\n\nMary <b>O'Hara is a vile puppet. Mary Ann Hill is a vile gnome. \
                    Mary Ann Hill left. \"A puppet of yours,\" she said.";
        let page = page(text);
        assert!(!page.contains("could not be made"), "{page}");
        assert_balanced(&page);
        for piece in ["Mary Ann Hill</bdi>", "d0-a0-c0\"", "about <bdi>Mary Ann Hill (blamed;"] {
            assert!(page.contains(piece), "{piece} in {page}");
        }
        assert!(!page.contains("<b>O"), "{page}");
        let links = page.split("href=\"#").skip(1).map(|piece| piece.split('"').next().unwrap());
        for link in links {
            assert_eq!(page.matches(&format!("id=\"{link}\"")).count(), 1, "{link} in {page}");
        }
        let pair = compared(text, &text.replace("vile", "odd"));
        assert!(pair.contains("The same actors in both"), "{pair}");
        assert_balanced(&pair);
    }

    #[test]
    fn little_text_and_no_difference_make_pages_as_well() {
        for text in ["", "All was quiet in town."] {
            let page = page(text);
            assert!(!page.contains("could not be made"), "{page}");
            assert_balanced(&page);
            assert_balanced(&compared(text, text));
        }
    }
}
