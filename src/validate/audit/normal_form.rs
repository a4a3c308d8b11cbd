//! Normal form: one way to write a file, so that a change shows as what it is.

use crate::lexicon::{LexiconError, Source};

/// The longest line that is no example sentence.
const LONGEST_LINE: usize = 120;
/// The keys of a file, in order.
const FILE_KEYS: &[&str] = &[
    "part_of",
    "id",
    "title",
    "group",
    "language",
    "version",
    "polarity",
    "colour",
    "loaded",
    "slanted",
    "role",
    "experimental",
    "why",
    "sources",
    "flags",
    "ignores",
];
/// The keys of a block, a pattern, or scare quotes, in order.
const BLOCK_KEYS: &[&str] = &[
    "name", "find", "words", "terms", "regex", "anchor", "strength", "inflect", "case", "why",
    "instead", "unless", "when",
];

/// Deviations of a file from normal form.
pub(super) fn faults(source: &Source<'_>) -> Vec<LexiconError> {
    let mut faults = Vec::new();
    let mut fault = |line: usize, key: &str, what: String, mend: &str| {
        let (file, key, mend) = (source.file.to_string(), key.to_owned(), mend.to_owned());
        faults.push(LexiconError { file, line, key, what, mend });
    };
    if source.text.contains('\r') {
        fault(0, "", "has carriage returns".into(), "end lines with LF alone");
    }
    if !source.text.ends_with('\n') {
        fault(0, "", "does not end with a line break".into(), "add one");
    }
    let (mut keys, mut last) = (FILE_KEYS, 0);
    for (line, text) in (1..).zip(source.text.lines()) {
        if text.contains('\t') {
            fault(line, "", "holds a tab".into(), "indent with spaces");
        }
        if text.trim_end() != text {
            fault(line, "", "ends in white space".into(), "remove it");
        }
        if text.chars().count() > LONGEST_LINE && !text.trim_start().starts_with('"') {
            fault(line, "", format!("is longer than {LONGEST_LINE} characters"), "break it");
        }
        if text.starts_with('[') {
            (keys, last) = (BLOCK_KEYS, 0);
        } else if let Some((key, _)) = text.split_once(" = ")
            && let Some(place) = keys.iter().position(|known| *known == key)
        {
            if place < last {
                let what = "stands behind a key that it should precede".to_owned();
                fault(line, key, what, &format!("the order is {}", keys.join(" ")));
            }
            last = place;
        }
    }
    faults.extend(unsorted(source));
    faults
}

/// Terms that are not in alphabetical order within their block.
fn unsorted(source: &Source<'_>) -> Vec<LexiconError> {
    let mut faults = Vec::new();
    let Ok(blocks) = crate::lexicon::terms_by_block(&source.text) else { return faults };
    for block in blocks {
        for pair in block.windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            if before.1.to_lowercase() > after.1.to_lowercase() {
                faults.push(LexiconError {
                    file: source.file.to_string(),
                    line: after.0,
                    key: after.1.clone(),
                    what: format!("stands behind {:?}", before.1),
                    mend: "put the terms of a block in alphabetical order".into(),
                });
            }
        }
    }
    faults
}
