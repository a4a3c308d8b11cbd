//! The terminal report: text that reads in colour, without it, aloud, and down a pipe.
//!
//! Laws: no line is wider than the setting's width; colour adds nothing that the words do not say;
//! text from documents is escaped where a [`paint::Run`] is made, and there is no other way out.

mod actors;
mod categories;
mod comparison;
mod concordance;
mod cue;
mod cue_list;
mod entry;
mod excerpt;
mod figure;
mod foot;
mod head;
mod legend;
mod page;
mod paint;
mod paragraphs;
mod passage;
mod sheet;
mod strip;
mod table;
mod voices;
mod wrap;

use super::{Format, Setting};
use crate::analysis::Analysis;
use page::Page;

pub(super) use concordance::concordance;
pub(super) use sheet::sheet;

pub(super) const FORMAT: Format = Format {
    name: "text",
    about: "annotated text and tables, for the terminal",
    extensions: &["txt"],
    needs_fields: false,
    begin: |_, _| {},
    document,
    end: foot::print,
    comparison: comparison::print,
};

/// Prints a document; what its marks and columns mean stands once, at the foot of the report.
fn document(setting: &Setting<'_>, index: usize, analysis: &Analysis, out: &mut Vec<u8>) {
    let page = &mut Page::new(setting, out);
    if index > 0 {
        page.rule();
    }
    head::print(page, setting, analysis);
    strip::print(page, setting.lexicon, analysis);
    passage::print(page, setting, analysis);
    paragraphs::print(page, setting, analysis);
    categories::print(page, setting, analysis);
    voices::print(page, analysis);
    actors::print(page, setting, analysis);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::paint::columns;
    use super::*;
    use crate::report::{Totals, sample};

    /// A report of some texts.
    fn report(setting: &Setting<'_>, texts: &[&str]) -> String {
        let mut out = Vec::new();
        let mut totals = Totals { documents: texts.len(), ..Totals::default() };
        for (index, text) in texts.iter().enumerate() {
            let analysis = sample::analysis(setting.lexicon, text);
            (FORMAT.document)(setting, index, &analysis, &mut out);
            match &mut totals.body {
                Some(body) => body.add(&analysis.body),
                None => totals.body = Some(analysis.body),
            }
            totals.skipped.push(format!("{index}.txt: {text}"));
        }
        (FORMAT.end)(setting, &totals, &mut out);
        String::from_utf8(out).unwrap()
    }

    fn comparison(setting: &Setting<'_>, a: &str, b: &str) -> String {
        let mut out = Vec::new();
        let compared = sample::comparison(setting.lexicon, a, b);
        (FORMAT.comparison)(setting, &compared, &mut out);
        String::from_utf8(out).unwrap()
    }

    /// A report without its escapes.
    fn bare(report: &str) -> String {
        let mut parts = report.split("\x1b[");
        let mut bare = parts.next().unwrap().to_owned();
        for part in parts {
            let (code, text) = part.split_once('m').unwrap();
            assert!(code.chars().all(|c| c.is_ascii_digit() || c == ';'), "{code:?}");
            bare.push_str(text);
        }
        bare
    }

    fn check(plain: &str, coloured: &str, width: usize) {
        for line in plain.lines() {
            assert!(columns(line) <= width, "{width}: {line:?}");
            assert!(!line.ends_with(' ') && !line.contains(char::is_control), "{line:?}");
        }
        assert_eq!(bare(coloured), plain);
    }

    #[test]
    fn a_text_is_told_from_head_to_foot() {
        let lexicon = sample::lexicon();
        let setting = sample::setting(&lexicon);
        let text = "They met a vile puppet of the gnome.\n\nAll was calm in the old town hall.\n";
        let found = report(&setting, &[text]);
        let pieces = [
            "sample.txt\n16 words, 2 paragraphs, 2 sentences\n",
            "\nWhat stands out\n  - ",
            "  1  They met a [vile puppet of the]LE1 [gnome]L2.\n\n",
            "     LE1   vile puppet    ",
            "     LE1   vile           ",
            "     LE1   puppet of the  ",
            "     L2    gnome          ",
            "  2  All was calm in the old town hall.\n\nParagraph",
            "  All     16     2  2  2      125.0       0.50",
            "  Name-calling            L      2  125.0  15.1 to 451.5  gnome, vile puppet\n",
            "\nCues are words that readers mark as framing; they are not a verdict on truth.\n",
            "framescope ",
        ];
        let mut rest = found.as_str();
        for piece in pieces {
            let at = rest.find(piece).unwrap_or_else(|| panic!("{piece:?} in\n{found}"));
            rest = &rest[at + piece.len()..];
        }
        assert!(!found.contains("All 1 documents"), "{found}");
    }

    #[test]
    fn reasons_and_silent_cues_are_for_those_who_ask() {
        let lexicon = sample::lexicon();
        let mut setting = sample::setting(&lexicon);
        let text = "It was an odd day.\n\nA puppet came.\n";
        let without = report(&setting, &[text]);
        setting.explain = true;
        let with = report(&setting, &[text]);
        for piece in ["      denies a will of its own", "Plainer:", "no company"] {
            assert!(with.contains(piece) && !without.contains(piece), "{piece}: {with}");
        }
    }

    #[test]
    fn several_documents_end_with_totals_and_what_was_skipped() {
        let lexicon = sample::lexicon();
        let found = report(&sample::setting(&lexicon), &["A puppet.", "A gnome came."]);
        for piece in [
            "\nAll 2 documents\n5 words, 2 sentences, 2 cues\n",
            "Skipped: 2 inputs\n",
            "\n  - 1.txt: A gnome",
        ] {
            assert!(found.contains(piece), "{piece:?} in\n{found}");
        }
        assert_eq!(found.matches("How to read this").count(), 1);
        assert_eq!(found.matches("framescope 0").count(), 1);
    }

    #[test]
    fn a_comparison_says_what_differs_and_warns() {
        let lexicon = sample::lexicon();
        let setting = sample::setting(&lexicon);
        let calm =
            "The ally left for the town hall.\n\n".to_owned() + &"All was calm.\n\n".repeat(9);
        let found = comparison(&setting, &"The puppet came.\n\n".repeat(9), &calm);
        let pieces = [
            "A  a.txt: 1 document, 27 words, 9 cues\n",
            "\nWhat differs\n  - ",
            "\n  Caution: ",
            "\nGroup by group\n",
            "more in A\n",
            "\nCategory by category\n",
            "\n     9  puppet (Name-calling)",
            "\n  A  puppet (Name-calling), 9 times: The [puppet] came.\n",
            "  B  ally (plainer), 1 time: The [ally] left for the town hall.\n",
            "not a verdict on truth",
        ];
        let mut rest = found.as_str();
        for piece in pieces {
            let at = rest.find(piece).unwrap_or_else(|| panic!("{piece:?} in\n{found}"));
            rest = &rest[at + piece.len()..];
        }
    }

    #[test]
    fn nothing_to_tell_is_told() {
        let lexicon = sample::lexicon();
        let setting = sample::setting(&lexicon);
        for text in ["", " \n", "All was calm."] {
            assert!(
                report(&setting, &[text]).contains("0 sentences") || text.len() > 2,
                "{text:?}"
            );
            comparison(&setting, text, text);
        }
        assert!(report(&setting, &[]).contains("verdict on truth"));
    }

    #[test]
    fn hostile_text_stays_text() {
        let lexicon = sample::lexicon();
        let setting = sample::setting(&lexicon);
        let found = report(&setting, &["A \x1b[2J puppet \u{202E} came\u{9b}.\x07"]);
        assert!(found.contains("A \\u{1b}[2J [puppet]L1 \\u{202e} came\\u{9b}."), "{found}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_line_is_too_wide_and_colour_adds_nothing(
            words in proptest::collection::vec(
                "vile|puppet|gnome|puppet of the|odd|ally|\\.|\n\n|\"|# |\\PC{0,90}|.{0,9}|[a-z]{1,200}|[一-龠]{1,120}",
                0..60,
            ),
            width in 40_usize..160,
            explain in any::<bool>(),
        ) {
            let lexicon = sample::lexicon();
            let mut setting = sample::setting(&lexicon);
            (setting.width, setting.explain) = (width, explain);
            let text = words.join(" ");
            let (a, b) = text.split_at(text.floor_char_boundary(text.len() / 2));
            let plain = (report(&setting, &[a, b, &text]), comparison(&setting, a, b));
            setting.colour = true;
            let coloured = (report(&setting, &[a, b, &text]), comparison(&setting, a, b));
            check(&plain.0, &coloured.0, width);
            check(&plain.1, &coloured.1, width);
        }
    }
}
