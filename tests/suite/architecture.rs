//! The rooms of `src/` form a line: each uses itself and the rooms before it. What else the house
//! promises about its files stands here as well.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::source::{code, files, root, routes, without_tests};

/// The line of rooms.
const ROOMS: &[&str] = &[
    "input",
    "text",
    "lexicon",
    "actors",
    "voice",
    "passes",
    "context",
    "stats",
    "profile",
    "analysis",
    "concordance",
    "compare",
    "validate",
    "report",
    "cli",
];

/// The longest file, in lines.
const LONGEST: usize = 400;

/// Names that say nothing of what is inside.
const DRAWERS: &[&str] =
    &["util", "utils", "common", "helper", "helpers", "types", "misc", "shared"];

/// What ends the program where an error should be returned.
const PANICS: &[&str] =
    &[".unwrap()", ".expect(", "panic!", "todo!", "unimplemented!", "unreachable!"];

/// What prints.
const PRINTS: &[&str] =
    &["print!", "println!", "eprint!", "eprintln!", "dbg!", "stdout(", "stderr("];

/// The Rust files of the program, by their path inside `src/`.
fn sources() -> Vec<(PathBuf, String)> {
    let src = root().join("src");
    let read = |file: PathBuf| {
        let source = fs::read_to_string(&file).unwrap();
        (file.strip_prefix(&src).unwrap().to_owned(), source)
    };
    files(&src, "rs").into_iter().map(read).collect()
}

/// The module of a file: `text/token.rs` is `["text", "token"]`.
fn module(file: &Path) -> Vec<&str> {
    let names = file.iter().map(|name| name.to_str().unwrap().trim_end_matches(".rs"));
    names.filter(|name| !matches!(*name, "mod" | "lib" | "main")).collect()
}

/// The modules in files of their own that `file` has for tests alone.
fn test_modules<'a>(file: &'a Path, source: &'a str) -> Vec<Vec<&'a str>> {
    let behind = source.split("#[cfg(test)]\nmod ").skip(1);
    let names = behind.filter_map(|rest| rest.lines().next()?.strip_suffix(';'));
    names.map(|name| [module(file), vec![name]].concat()).collect()
}

fn place(room: &str) -> Option<usize> {
    ROOMS.iter().position(|&known| known == room)
}

/// What a file uses and may not: a room behind its own, or the whole crate under another name.
fn offences(file: &Path, source: &str) -> Vec<String> {
    let home = module(file);
    let Some(here) = home.first().and_then(|room| place(room)) else { return Vec::new() };
    let mut offences = BTreeSet::new();
    for route in routes(&code(source), &home) {
        match route.first().map(String::as_str) {
            Some("*") => {
                offences.insert(format!("{} uses the whole crate", file.display()));
            }
            Some(room) if place(room).is_some_and(|used| used > here) => {
                offences.insert(format!("{} uses {room}", file.display()));
            }
            _ => {}
        }
    }
    offences.into_iter().collect()
}

#[test]
fn rooms_use_only_earlier_rooms() {
    let offences: Vec<_> =
        sources().iter().flat_map(|(file, source)| offences(file, source)).collect();
    assert!(offences.is_empty(), "{offences:#?}");
}

#[test]
fn every_room_is_in_the_line() {
    let rooms: BTreeSet<String> = sources()
        .iter()
        .filter_map(|(file, _)| module(file).first().map(|&room| room.to_owned()))
        .collect();
    let line: BTreeSet<String> = ROOMS.iter().map(|&room| room.to_owned()).collect();
    assert_eq!(rooms, line);
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    for room in ROOMS {
        assert!(code(&lib).contains(&format!("pub mod {room};")), "lib.rs does not open {room}");
    }
}

#[test]
fn the_scan_sees_every_way_to_name_a_room() {
    let table: &[(&str, &str, &[&str])] = &[
        ("text/token.rs", "use crate::report::Format;", &["report"]),
        ("text/token.rs", "use crate::{lexicon::{Hit, Case}, report};", &["lexicon", "report"]),
        ("text/token.rs", "use super::super::lexicon::Hit;", &["lexicon"]),
        ("text/token.rs", "use super::{super::{cli, stats}, span::Span};", &["cli", "stats"]),
        ("text/mod.rs", "fn f() { super::report::x() }", &["report"]),
        ("text/mod.rs", "mod tests { use super::super::report::X; }", &["report"]),
        ("text/mod.rs", "mod a { mod b {} } use super::report;", &["report"]),
        ("text/mod.rs", "use crate as all;", &["the whole crate"]),
        ("text/mod.rs", "use crate::{self as all};", &["the whole crate"]),
        ("text/mod.rs", "use crate::*;", &["the whole crate"]),
        ("text/mod.rs", "use super::*;", &["the whole crate"]),
        ("text/mod.rs", "let x: $crate::report::X;", &["report"]),
        ("text/mod.rs", "pub(in crate::text) struct S; pub(crate) fn f() {}", &[]),
        ("text/mod.rs", "mod tests { use super::*; use super::report; }", &[]),
        ("text/token.rs", "use super::report::Own; use self::report::Own;", &[]),
        (
            "text/token.rs",
            "/// use crate::report;\n/* crate::cli */ fn f() { \"crate::cli\"; }",
            &[],
        ),
        (
            "text/token.rs",
            "r#\"crate::cli \" \"#; 'x'; '\\''; b'\"'; use crate::input::Record;",
            &[],
        ),
        ("cli/mod.rs", "use crate::{input, report};", &[]),
        ("main.rs", "framescope::cli::run()", &[]),
    ];
    for (file, source, used) in table {
        let expected: Vec<_> = used.iter().map(|room| format!("{file} uses {room}")).collect();
        assert_eq!(offences(Path::new(file), source), expected, "{source}");
    }
}

#[test]
fn files_are_short_named_and_headed() {
    let mut wrong = Vec::new();
    for (file, source) in sources() {
        let name = file.display();
        if !source.starts_with("//! ") {
            wrong.push(format!("{name} has no head (//!)"));
        }
        if let Some(drawer) = module(&file).iter().find(|part| DRAWERS.contains(part)) {
            wrong.push(format!("{name}: {drawer} says nothing; name it for what it holds"));
        }
    }
    for folder in ["src", "tests", "benches"] {
        for file in files(&root().join(folder), "rs") {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            if lines > LONGEST {
                wrong.push(format!("{} has {lines} lines", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn outside_tests_nothing_panics_and_only_the_command_line_prints() {
    let mut wrong = Vec::new();
    let sources = sources();
    let tests: Vec<_> =
        sources.iter().flat_map(|(file, source)| test_modules(file, source)).collect();
    for (file, source) in &sources {
        if tests.iter().any(|test| module(file).starts_with(test)) {
            continue;
        }
        let code = without_tests(&code(source));
        let inside_cli = matches!(module(file).first(), Some(&"cli") | None);
        let prints = if inside_cli { &[] } else { PRINTS };
        for found in PANICS.iter().chain(prints).filter(|word| code.contains(**word)) {
            wrong.push(format!("{} holds {found}", file.display()));
        }
        if code.contains("unsafe ") {
            wrong.push(format!("{} holds unsafe code", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
