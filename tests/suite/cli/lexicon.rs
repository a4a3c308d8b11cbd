//! Lexicon files of a user: each fault is named with file, line, key and the mend.

use crate::scratch::{LOADED, PLAIN, Scratch};

/// A lexicon file that has nothing to mend; `{entries}` and `{ignores}` are to be filled in.
const FILE: &str = r#"id = "mine"
title = "Mine"
group = "labels"
language = "en"
version = "1.0.0"
polarity = "negative"
why = "Words of a test."
sources = ["none"]
flags = [
    "They met the zorbling.",
    "He is a zorbling of theirs.",
    "Two zorblings came.",
    "The zorbling's house stood empty.",
    "No zorbling was seen.",
]
ignores = [
    "The ministers met on Tuesday.",
    "The weather was fine.",
    "A train arrived.",
    "The vote was close.",
    "{ignored}",
]
[[entries]]
terms = ["zorbling"]
strength = 3
inflect = "noun"
why = "no word at all"
instead = ["guest"]
{more}"#;

/// A last `ignores` sentence that stays silent.
const STAYS: &str = "Rain fell.";

/// The file with a last `ignores` sentence and more behind its block.
fn file(ignored: &str, more: &str) -> String {
    FILE.replace("{ignored}", ignored).replace("{more}", more)
}

fn block(terms: &str) -> String {
    format!("[[entries]]\nterms = [{terms}]\nstrength = 2\nwhy = \"b\"\ninstead = [\"c\"]\n")
}

#[test]
fn a_good_file_is_checked_used_listed_and_shown() {
    let scratch =
        Scratch::with(&[("mine.toml", &file(STAYS, "")), ("a.txt", "A zorbling came.\n")]);
    let ran = scratch.run(&["lexicon", "check", "mine.toml"]).done();
    assert_eq!(ran.stdout, "1 files, 1 entries: nothing to mend\n");
    let report =
        ["report", "a.txt", "--lexicon", "mine.toml", "--format", "csv", "--rows", "findings"];
    let rows = scratch.run(&report).done().rows();
    assert_eq!((rows.column("category"), rows.column("text")), (vec!["mine"], vec!["zorbling"]));
    assert!(rows.column("stamp")[0].contains("--lexicon mine.toml"));
    assert!(scratch.run(&["lexicon", "list", "--lexicon", "."]).done().stdout.contains("mine "));
    let shown = scratch.run(&["lexicon", "show", "mine", "--lexicon", "mine.toml"]).done().stdout;
    assert!(shown.contains("zorbling") && shown.contains("no word at all"), "{shown}");
    let toml = scratch.run(&["lexicon", "show", "mine", "--toml", "--lexicon", "mine.toml"]).done();
    assert_eq!(toml.stdout, scratch.text("mine.toml"));
}

/// What is wrong, a file with that fault, and parts of the sentence that must name it.
type Fault = (&'static str, String, &'static [&'static str]);

/// Checks that each file is refused by a sentence with its name and all these parts.
#[track_caller]
fn each_is_named(faults: &[Fault]) {
    for (name, text, parts) in faults {
        let scratch = Scratch::with(&[("mine.toml", text)]);
        let ran = scratch.run(&["lexicon", "check", "mine.toml"]);
        assert!(ran.stderr.contains("mine.toml"), "{name}: {ran:#?}");
        for part in *parts {
            assert!(ran.stderr.contains(part), "{name}: no {part:?} in {ran:#?}");
        }
        assert_eq!(ran.exits(2).stdout, "", "{name}");
    }
}

#[test]
fn faulty_keys_are_named_with_file_line_and_mend() {
    each_is_named(&[
        (
            "unknown key",
            file(STAYS, "colour_of_ink = 1\n"),
            &[":29", "unknown field", "colour_of_ink"],
        ),
        (
            "unknown key above",
            file(STAYS, "").replace("why = \"Words", "whi = \"Words"),
            &[":7", "whi", "spelling"],
        ),
        (
            "missing key",
            file(STAYS, "").replace("version = \"1.0.0\"\n", ""),
            &["missing field", "version", "schema lexicon"],
        ),
        ("no TOML", file(STAYS, "").replace("id = ", "id "), &[":1", "mine.toml"]),
        (
            "no reason",
            file(STAYS, "").replace("no word at all", " "),
            &[":24", "why", "gives no reason"],
        ),
        (
            "strength",
            file(STAYS, "").replace("strength = 3", "strength = 4"),
            &[":24", "strength", "1, 2 or 3"],
        ),
        (
            "group",
            file(STAYS, "").replace("labels", "lables"),
            &[":3", "lables", "labels, evaluation"],
        ),
        (
            "id",
            file(STAYS, "").replace("id = \"mine\"", "id = \"My ID\""),
            &[":1", "My ID", "lower-case"],
        ),
    ]);
}

#[test]
fn faulty_terms_and_patterns_are_named_with_file_line_and_mend() {
    each_is_named(&[
        (
            "duplicate",
            file(STAYS, &block("\"zorbling\"")),
            &[":30", "zorbling", "line 24", "keep one"],
        ),
        (
            "form of another",
            file(STAYS, &block("\"zorblings\"")),
            &[":30", "zorblings", "line 24", "keep one"],
        ),
        (
            "hidden",
            file(STAYS, "").replace("[[entries]]", &format!("{}[[entries]]", block("\"zorbl*\""))),
            &[":29", "zorbling: can never match", "\"zorbl*\" in line 24 hides it", "narrow"],
        ),
        (
            "twice in a line",
            file(STAYS, &block("\"zorb\", \"zorb\"")),
            &[":30", "zorb: is also a form of \"zorb\" in line 30", "keep one"],
        ),
        ("no letters", file(STAYS, &block("\"!?\"")), &[":30", "can never match", "remove it"]),
        ("short stem", file(STAYS, &block("\"z*\"")), &[":30", "z*", "too short", "3 letters"]),
        ("gap at an edge", file(STAYS, &block("\"... zorb\"")), &[":30", "gap", "either side"]),
        ("no term", file(STAYS, &block("")), &[":29", "terms", "no term", "add one"]),
        (
            "regex",
            file(STAYS, "[[patterns]]\nname = \"p\"\nregex = \"(a\"\nstrength = 2\nwhy = \"c\"\n"),
            &[":31", "p: not a regular expression", "unclosed group"],
        ),
        (
            "empty regex",
            file(STAYS, "[[patterns]]\nname = \"p\"\nregex = \"a*\"\nstrength = 2\nwhy = \"c\"\n"),
            &[":31", "matches an empty text", "at least one word"],
        ),
    ]);
}

#[test]
fn examples_that_do_not_hold_and_loose_form_are_named() {
    each_is_named(&[
        (
            "an ignores that fires",
            file("It was a zorbling.", ""),
            &[":21", "ignores", "fires", "zorbling", "line 24", "unless"],
        ),
        (
            "a flags that does not",
            file(STAYS, "").replace("Two zorblings came.", "Nobody came."),
            &[":12", "flags", "is not flagged", "add the term"],
        ),
        (
            "few examples",
            file(STAYS, "").replace("    \"Two zorblings came.\",\n", ""),
            &["flags", "4 sentences", "5 are the least"],
        ),
        (
            "order of terms",
            file(STAYS, &block("\"zorb\", \"zarb\"")),
            &[":30", "zarb", "alphabetical"],
        ),
        (
            "a tab",
            file(STAYS, "").replace("    \"A train", "\t\"A train"),
            &[":19", "tab", "spaces"],
        ),
    ]);
}

#[test]
fn every_fault_is_named_in_one_run_and_stops_a_report() {
    let text = file("It was a zorbling.", &block("\"z*\", \"zorbling\""));
    let scratch = Scratch::with(&[("mine.toml", &text), ("a.txt", LOADED)]);
    let ran = scratch.run(&["lexicon", "check", "mine.toml"]).complains(&["z*", "is also a form"]);
    assert!(ran.stderr.lines().count() >= 2, "{ran:#?}");
    let ran =
        scratch.run(&["report", "a.txt", "--lexicon", "mine.toml"]).complains(&["mine.toml:30"]);
    assert_eq!(ran.stdout, "");
}

#[test]
fn a_file_takes_the_place_of_the_built_in_category_of_its_id() {
    let text = file(STAYS, "").replace("id = \"mine\"", "id = \"name-calling\"");
    let scratch = Scratch::with(&[("mine.toml", &text), ("a.txt", LOADED)]);
    let report =
        ["report", "a.txt", "--only", "name-calling", "--format", "csv", "--rows", "findings"];
    assert_eq!(scratch.run(&report).done().rows().column("text"), ["puppets"]);
    let with = [&report[..], &["--lexicon", "mine.toml"]].concat();
    assert!(scratch.run(&with).done().rows().rows.is_empty());
}

#[test]
fn lexicon_paths_that_are_none_are_named() {
    let scratch = Scratch::with(&[("a.txt", PLAIN), ("empty/keep", "")]);
    scratch.run(&["lexicon", "check", "no.toml"]).refuses(&["no.toml", "No such file"]);
    scratch.run(&["report", "a.txt", "--lexicon", "empty"]).refuses(&["empty", "no .toml file"]);
    scratch.run(&["lexicon", "show", "name-caling"]).refuses(&["name-caling", "name-calling"]);
    scratch.file("latin.toml", b"id = \"caf\xE9\"");
    scratch.run(&["lexicon", "check", "latin.toml"]).refuses(&["latin.toml", "byte 9 is 0xE9"]);
}

#[test]
fn a_hostile_lexicon_file_cannot_reach_the_terminal_raw() {
    let text = file(STAYS, "").replace("\"Mine\"", "\"Mi\\u001b[31mne\\u202e\"");
    let scratch = Scratch::with(&[("mine.toml", &text)]);
    for command in [&["lexicon", "list"][..], &["lexicon", "show", "mine"]] {
        let ran = scratch.run(&[command, &["--lexicon", "mine.toml"]].concat()).done();
        assert!(!ran.stdout.contains('\u{1b}') && !ran.stdout.contains('\u{202e}'), "{ran:#?}");
    }
    let text = file(STAYS, "\"\\u001b[31m\" = 1\n");
    scratch.file("mine.toml", text);
    let ran = scratch.run(&["lexicon", "check", "mine.toml"]).exits(2);
    assert!(!ran.stderr.contains('\u{1b}'), "{ran:#?}");
}

/// A part of a category that holds a word of no language.
fn part(of: &str) -> String {
    format!(
        "part_of = \"{of}\"\nwhy = \"Words of a test.\"\n\n# one\n[[entries]]\n\
         terms = [\"zorbling\"]\nstrength = 2\nwhy = \"no word at all\"\n"
    )
}

#[test]
fn a_part_adds_to_its_category_and_needs_one() {
    let scratch = Scratch::with(&[
        ("part.toml", &part("fear")),
        ("stray.toml", &part("nowhere")),
        ("a.txt", "A zorbling came. The end of the world is near.\n"),
    ]);
    let checked = scratch.run(&["lexicon", "check", "part.toml"]).done().stdout;
    assert_eq!(checked, "1 files, 1 entries: nothing to mend\n");
    let with = |lexicon: &[&str]| {
        let report = ["report", "a.txt", "--only", "fear", "--format", "csv", "--rows", "findings"];
        scratch.run(&[&report[..], lexicon].concat()).done().rows().rows.len()
    };
    assert_eq!(with(&["--lexicon", "part.toml"]), with(&[]) + 1);
    let stray = ["report", "a.txt", "--lexicon", "stray.toml"];
    scratch.run(&stray).refuses(&["stray.toml", "part_of", "nowhere", "lexicon list"]);
}

#[test]
fn a_part_of_the_same_name_takes_the_place_of_the_built_in_one() {
    let parts = framescope::lexicon::built_in_files().iter();
    let (file, text) = parts.clone().find(|(_, text)| text.starts_with("part_of")).unwrap();
    let scratch = Scratch::new();
    let name = file.rsplit('/').next().unwrap();
    scratch.file(name, text);
    let checked = scratch.run(&["lexicon", "check", name]).done().stdout;
    assert!(
        checked.starts_with("1 files, ") && checked.ends_with("nothing to mend\n"),
        "{checked}"
    );
}

#[test]
fn a_part_answers_for_the_ignores_of_its_category() {
    let lexicon = framescope::lexicon::Lexicon::built_in().unwrap();
    let fear = lexicon.categories.iter().find(|category| category.id == "fear").unwrap();
    let sentence = &fear.ignores[0].text;
    let scratch = Scratch::with(&[("part.toml", &part("fear").replace("zorbling", sentence))]);
    let ran = scratch.run(&["lexicon", "check", "part.toml"]).exits(2);
    assert!(ran.stderr.contains("part.toml:6: "), "{ran:#?}");
    assert!(ran.stderr.contains("fires in an ignores sentence of fear"), "{ran:#?}");
}
