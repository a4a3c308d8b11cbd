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
{more}"#;

/// The file with a last `ignores` sentence and more behind its block.
fn file(ignored: &str, more: &str) -> String {
    FILE.replace("{ignored}", ignored).replace("{more}", more)
}

fn block(terms: &str) -> String {
    format!("[[entries]]\nterms = [{terms}]\nstrength = 2\nwhy = \"b\"\n")
}

#[test]
fn a_good_file_is_checked_used_listed_and_shown() {
    let scratch =
        Scratch::with(&[("mine.toml", &file("Rain fell.", "")), ("a.txt", "A zorbling came.\n")]);
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

#[test]
fn each_fault_is_named_with_file_line_key_and_mend() {
    let stays = "Rain fell.";
    let table: &[(&str, String, &[&str])] = &[
        (
            "unknown key",
            file(stays, "colour_of_ink = 1\n"),
            &[":29", "unknown field", "colour_of_ink"],
        ),
        (
            "unknown key above",
            file(stays, "").replace("why = \"Words", "whi = \"Words"),
            &[":7", "whi", "spelling"],
        ),
        (
            "missing key",
            file(stays, "").replace("version = \"1.0.0\"\n", ""),
            &["missing field", "version", "schema lexicon"],
        ),
        ("no TOML", file(stays, "").replace("id = ", "id "), &[":1", "mine.toml"]),
        (
            "duplicate",
            file(stays, &block("\"zorbling\"")),
            &[":30", "zorbling", "line 25", "keep one"],
        ),
        (
            "form of another",
            file(stays, &block("\"zorblings\"")),
            &[":30", "zorblings", "line 25", "keep one"],
        ),
        (
            "hidden",
            file(stays, &block("\"zorbl*\"")),
            &["can never match", "hides it", "remove it"],
        ),
        ("no letters", file(stays, &block("\"!?\"")), &[":30", "can never match", "remove it"]),
        ("short stem", file(stays, &block("\"z*\"")), &[":30", "z*", "too short", "3 letters"]),
        ("gap at an edge", file(stays, &block("\"... zorb\"")), &[":30", "gap", "either side"]),
        ("no term", file(stays, &block("")), &[":29", "terms", "no term", "add one"]),
        (
            "no reason",
            file(stays, "").replace("no word at all", " "),
            &[":25", "why", "gives no reason"],
        ),
        (
            "strength",
            file(stays, "").replace("strength = 3", "strength = 4"),
            &[":25", "strength", "1, 2 or 3"],
        ),
        (
            "group",
            file(stays, "").replace("labels", "lables"),
            &[":3", "lables", "labels, evaluation"],
        ),
        (
            "id",
            file(stays, "").replace("id = \"mine\"", "id = \"My ID\""),
            &[":1", "My ID", "lower-case"],
        ),
        (
            "regex",
            file(stays, "[[patterns]]\nname = \"p\"\nregex = \"(a\"\nstrength = 2\nwhy = \"c\"\n"),
            &[":31", "p: not a regular expression", "unclosed group"],
        ),
        (
            "empty regex",
            file(stays, "[[patterns]]\nname = \"p\"\nregex = \"a*\"\nstrength = 2\nwhy = \"c\"\n"),
            &[":31", "matches an empty text", "at least one word"],
        ),
        (
            "an ignores that fires",
            file("It was a zorbling.", ""),
            &[":21", "ignores", "fires", "zorbling", "line 25", "unless"],
        ),
        (
            "a flags that does not",
            file(stays, "").replace("Two zorblings came.", "Nobody came."),
            &[":12", "flags", "is not flagged", "add the term"],
        ),
        (
            "few examples",
            file(stays, "").replace("    \"Two zorblings came.\",\n", ""),
            &["flags", "4 sentences", "5 are the least"],
        ),
        (
            "order of terms",
            file(stays, &block("\"zorb\", \"zarb\"")),
            &[":30", "zarb", "alphabetical"],
        ),
        (
            "a tab",
            file(stays, "").replace("    \"A train", "\t\"A train"),
            &[":19", "tab", "spaces"],
        ),
    ];
    for (name, text, parts) in table {
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
    let text = file("Rain fell.", "").replace("id = \"mine\"", "id = \"name-calling\"");
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
    let text = file("Rain fell.", "").replace("\"Mine\"", "\"Mi\\u001b[31mne\\u202e\"");
    let scratch = Scratch::with(&[("mine.toml", &text)]);
    for command in [&["lexicon", "list"][..], &["lexicon", "show", "mine"]] {
        let ran = scratch.run(&[command, &["--lexicon", "mine.toml"]].concat()).done();
        assert!(!ran.stdout.contains('\u{1b}') && !ran.stdout.contains('\u{202e}'), "{ran:#?}");
    }
    let text = file("Rain fell.", "\"\\u001b[31m\" = 1\n");
    scratch.file("mine.toml", text);
    let ran = scratch.run(&["lexicon", "check", "mine.toml"]).exits(2);
    assert!(!ran.stderr.contains('\u{1b}'), "{ran:#?}");
}
