//! The codebook's own form: `[{"id", "text", "loaded", "core": [mark], "maybe": [mark]}]`, a mark
//! being `{"start", "end", "categories", "strength"}`. `core` marks are those of both coders.

use serde::Deserialize;

use super::{GoldText, Mark, fault, span};

#[derive(Deserialize)]
struct RawText {
    id: String,
    text: String,
    #[serde(default)]
    loaded: Option<u8>,
    #[serde(default)]
    core: Vec<RawMark>,
    #[serde(default)]
    maybe: Vec<RawMark>,
}

#[derive(Deserialize)]
struct RawMark {
    start: u64,
    end: u64,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default = "strong")]
    strength: u8,
}

const fn strong() -> u8 {
    2
}

/// Reads the form. `weak_counts` tells of a category whether its cues count at strength 1 alone.
///
/// # Errors
/// What is no such JSON, and marks outside their text.
pub fn codebook(
    file: &str,
    json: &str,
    weak_counts: impl Fn(&str) -> bool,
) -> Result<Vec<GoldText>, String> {
    let texts: Vec<RawText> =
        serde_json::from_str(json).map_err(|error| fault(file, &error.to_string()))?;
    let read = |raw: RawText| {
        let firm = |mark: &RawMark| {
            mark.strength > 1 || mark.categories.iter().any(|category| weak_counts(category))
        };
        let core = raw.core.into_iter().map(|mark| (firm(&mark), mark));
        let maybe = raw.maybe.into_iter().map(|mark| (false, mark));
        let marks = core.chain(maybe).map(|(firm, mark)| {
            let place = span(&raw.text, mark.start, mark.end);
            let span = place.ok_or_else(|| {
                let what = format!("{}: no text at {}..{}", raw.id, mark.start, mark.end);
                fault(file, &what)
            })?;
            Ok(Mark { span, labels: mark.categories, firm })
        });
        let mut marks = marks.collect::<Result<Vec<_>, String>>()?;
        marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
        Ok(GoldText {
            marks,
            loaded: raw.loaded.map(|loaded| loaded > 0),
            id: raw.id,
            text: raw.text,
        })
    };
    texts.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_both_coders_are_firm_unless_weak() {
        let json = r#"[{"id": "a", "text": "It may be a puppet clique.", "loaded": 1,
            "core": [{"start": 12, "end": 18, "categories": ["name-calling"], "strength": 3},
                     {"start": 3, "end": 6, "categories": ["hedge"], "strength": 1},
                     {"start": 19, "end": 25, "categories": ["name-calling"], "strength": 1}],
            "maybe": [{"start": 0, "end": 2, "categories": ["metaphor"]}]}]"#;
        let texts = codebook("gold.json", json, |category| category == "hedge").unwrap();
        let marks: Vec<_> = texts[0].marks.iter().map(|m| (m.span.start, m.firm)).collect();
        assert_eq!(marks, [(0, false), (3, true), (12, true), (19, false)]);
        assert_eq!(texts[0].loaded, Some(true));
    }

    #[test]
    fn faults_name_the_file_and_the_text() {
        let json = r#"[{"id": "a", "text": "short", "core": [{"start": 2, "end": 9}]}]"#;
        let fault = codebook("gold.json", json, |_| false).unwrap_err();
        assert_eq!(fault, "gold.json: a: no text at 2..9");
        assert!(codebook("gold.json", "{}", |_| false).unwrap_err().starts_with("gold.json: "));
    }
}
