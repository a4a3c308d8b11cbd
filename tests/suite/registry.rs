//! Lists against folders: a file that was written and never listed, or listed and renamed, fails by
//! its name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use framescope::lexicon::{FIGURES, GROUPS, Lexicon, LexiconError, Source, built_in_files};
use framescope::passes::{DETECTORS, PASSES};
use framescope::profile::MEASURES;
use framescope::report::{CONCORDANCE_FORMATS, FORMATS, SCHEMAS};
use framescope::validate;

use crate::source::{code, files, root};

/// The names of the files in `folder` of `src/` that hold `item`; of a folder's `mod.rs`, the
/// folder's name.
fn files_with(folder: &str, item: &str) -> Vec<String> {
    let folder = root().join("src").join(folder);
    let holds =
        |file: &&std::path::PathBuf| code(&fs::read_to_string(file).unwrap()).contains(item);
    let name = |file: &std::path::PathBuf| {
        let inside = file.strip_prefix(&folder).unwrap();
        let named = if inside.ends_with("mod.rs") { inside.parent().unwrap() } else { inside };
        named.with_extension("").display().to_string().replace('_', "-")
    };
    let mut names: Vec<_> = files(&folder, "rs").iter().filter(holds).map(name).collect();
    names.sort();
    names
}

/// Both lists, sorted; names with `_` and `-` are the same.
fn same(list: &str, listed: impl Iterator<Item = &'static str>, found: &[String]) {
    let mut listed: Vec<_> = listed.map(|name| name.replace('_', "-")).collect();
    listed.sort();
    let missing: Vec<_> = found.iter().filter(|name| !listed.contains(name)).collect();
    let extra: Vec<_> = listed.iter().filter(|name| !found.contains(name)).collect();
    assert!(missing.is_empty(), "not listed in {list}: {missing:?}");
    assert!(extra.is_empty(), "listed in {list}, and there is no such file: {extra:?}");
    let mut once = listed.clone();
    once.dedup();
    assert_eq!(listed, once, "{list} holds a name twice");
}

#[test]
fn passes_are_the_files_of_their_folder() {
    same("PASSES", PASSES.iter().map(|pass| pass.name), &files_with("passes", "const PASS: Pass"));
}

#[test]
fn detectors_are_the_files_of_their_folder_and_lexicons_may_ask_for_each() {
    let found = files_with("passes/figures", "const DETECTOR: Detector");
    same("DETECTORS", DETECTORS.iter().map(|detector| detector.name), &found);
    same("FIGURES", FIGURES.iter().map(|kind| kind.name), &found);
    let lexicon = Lexicon::built_in().unwrap();
    let asked: Vec<_> = lexicon.figures().map(|figure| figure.kind.name).collect();
    assert_eq!(asked, FIGURES.iter().map(|kind| kind.name).collect::<Vec<_>>());
}

#[test]
fn measures_are_the_files_of_their_folder() {
    let found = files_with("profile", "const MEASURE: Measure");
    same("MEASURES", MEASURES.iter().map(|measure| measure.id), &found);
}

#[test]
fn formats_are_the_files_of_their_folder() {
    let found = files_with("report", "const FORMAT: Format");
    same("FORMATS", FORMATS.iter().map(|format| format.name), &found);
}

#[test]
fn concordances_have_the_formats_of_reports() {
    let names: Vec<_> = CONCORDANCE_FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(names, FORMATS.iter().map(|format| format.name).collect::<Vec<_>>());
    let mut found = files_with("report/concordance", "const FORMAT: ConcordanceFormat");
    found.push("text".to_owned());
    found.sort();
    same("CONCORDANCE_FORMATS", names.into_iter(), &found);
}

#[test]
fn built_in_lexicons_are_the_files_of_their_folder() {
    let name = |file: &Path| file.strip_prefix(root()).unwrap().display().to_string();
    let found: Vec<_> = files(&root().join("lexicons"), "toml").iter().map(|f| name(f)).collect();
    same("BUILT_IN", built_in_files().iter().map(|(file, _)| *file), &found);
    for (file, text) in built_in_files() {
        assert_eq!(fs::read_to_string(root().join(file)).unwrap(), *text, "{file}");
    }
}

#[test]
fn formats_say_what_they_are_for_and_share_no_extension() {
    let mut extensions = BTreeMap::new();
    for format in FORMATS {
        assert!(!format.about.is_empty(), "{} does not say what it is for", format.name);
        assert!(!format.extensions.is_empty(), "no extension stands for {}", format.name);
        for extension in format.extensions {
            let other = extensions.insert(extension, format.name);
            assert_eq!(other, None, "{extension} stands for {} as well", format.name);
        }
    }
    let schemas: Vec<_> = SCHEMAS.iter().map(|schema| schema.name).collect();
    assert_eq!(
        schemas,
        ["lexicon", "lexicon-part", "actors", "report", "comparison", "concordance"]
    );
}

#[test]
fn groups_are_those_of_the_design() {
    let ids: Vec<_> = GROUPS.iter().map(|group| group.id).collect();
    let fixed = [
        "labels",
        "evaluation",
        "appeals",
        "legitimacy",
        "stance",
        "directives",
        "division",
        "metaphor",
        "responsibility",
        "frames",
        "figures",
    ];
    assert_eq!(ids, fixed);
    let some = |wanted: fn(&framescope::lexicon::Group) -> bool| {
        GROUPS.iter().filter(|group| wanted(group)).map(|group| group.id).collect::<Vec<_>>()
    };
    let loaded = ["labels", "evaluation", "appeals", "legitimacy", "division"];
    assert_eq!(some(|group| group.loaded), loaded);
    assert_eq!(
        some(|group| !group.needs_company),
        ["stance", "responsibility", "frames", "figures"]
    );
    assert_eq!(some(|group| group.apart), ["frames", "figures"]);
    let mut letters: Vec<_> = GROUPS.iter().map(|group| group.letter).collect();
    letters.sort_unstable();
    letters.dedup();
    assert_eq!(letters.len(), GROUPS.len(), "two groups share a letter");
}

#[test]
fn the_built_in_lexicons_have_nothing_to_mend() {
    let source = |&(file, text): &(&'static str, &'static str)| Source {
        file: file.into(),
        text: text.into(),
    };
    let sources: Vec<_> = built_in_files().iter().map(source).collect();
    if let Err(faults) = validate::check(&sources) {
        let faults: Vec<_> = faults.iter().map(LexiconError::to_string).collect();
        panic!("{} faults\n{}", faults.len(), faults.join("\n"));
    }
}

#[test]
fn every_category_is_deep_enough() {
    let lexicon = Lexicon::built_in().unwrap();
    let mut wrong = Vec::new();
    for (index, category) in lexicon.categories.iter().enumerate() {
        let own = |entry: &&framescope::lexicon::Entry| entry.category as usize == index;
        let entries = lexicon.entries.iter().filter(own).count();
        // A figure is found by structure: its one entry is its detector.
        let figure = lexicon.figures().any(|f| lexicon.entry(f.entry).category as usize == index);
        let least = if figure { 1 } else { 40 };
        let (flags, ignores) = (category.flags.len(), category.ignores.len());
        if entries < least || flags < 5 || ignores < 5 || category.sources.is_empty() {
            wrong.push(format!(
                "{}: {entries} entries, {flags} flags, {ignores} ignores",
                category.id
            ));
        }
        let folder = format!("lexicons/{}/", category.language);
        let named = category.file.ends_with(&format!("/{}.toml", category.id));
        if !named || !category.file.starts_with(&folder) {
            wrong.push(format!("{} stands in {}", category.id, category.file));
        }
        if GROUPS.iter().any(|group| group.id == category.id) {
            wrong.push(format!("{} is a group's id as well: --only could mean both", category.id));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(lexicon.entries.len() >= 2000, "{} entries", lexicon.entries.len());
}

#[test]
fn the_loaded_categories_are_those_of_the_design() {
    let also = ["distancing", "warning", "slogan", "conversation-killer", "urgency"];
    let lexicon = Lexicon::built_in().unwrap();
    for category in &lexicon.categories {
        let expected = category.group.loaded || also.contains(&category.id.as_str());
        assert_eq!(category.loaded, expected, "{}", category.id);
    }
}

#[test]
fn the_readme_lists_every_category() {
    let readme = include_str!("../../README.md");
    for category in &Lexicon::built_in().unwrap().categories {
        let row = format!("| {} | `{}` | {} |", category.group.id, category.id, category.why);
        assert!(readme.contains(&row), "README.md lacks the row {row:?}");
    }
}
