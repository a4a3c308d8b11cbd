//! Actors, voices and negation on the command line.

use serde_json::Value;

use crate::scratch::Scratch;

const TEXT: &str = "The minister said that NATO is a reckless puppet. Moscow is not a puppet, the vile \
                    clique of Seoul is.\n\nThey vowed to smash the cruel alliance. Russia was a hero, noble and fearless.\n";

fn scratch() -> Scratch {
    let scratch = Scratch::new();
    scratch.file("text.txt", TEXT);
    scratch
}

/// The report of the text as JSON, with some options.
fn report(scratch: &Scratch, options: &[&str]) -> Value {
    let line = [&["report", "text.txt", "--format", "jsonl"], options].concat();
    serde_json::from_str(&scratch.run(&line).done().stdout).unwrap()
}

/// The finding of some words.
fn finding<'a>(document: &'a Value, text: &str) -> &'a Value {
    let all = document["findings"].as_array().unwrap();
    let loaded =
        |f: &&Value| f["text"] == text && f["group"] != "frames" && f["group"] != "metaphor";
    all.iter().find(loaded).unwrap_or_else(|| panic!("{text}: {document:#}"))
}

#[test]
fn a_finding_says_who_says_it_and_whom_it_is_about() {
    let document = report(&scratch(), &[]);
    let reckless = finding(&document, "reckless");
    assert_eq!(reckless["voice"], "reported");
    assert_eq!(reckless["speaker"]["text"], "The minister");
    assert_eq!(reckless["actors"][0]["id"], "nato");
    assert_eq!(reckless["actors"][0]["stance"], "blamed");
    assert_eq!(reckless["actors"][0]["rule"], "predicate");
    let hero = finding(&document, "hero");
    assert_eq!((&hero["voice"], &hero["actors"][0]["id"]), (&"author".into(), &"russia".into()));
    assert_eq!(hero["actors"][0]["stance"], "praised");
}

#[test]
fn a_negated_cue_stays_and_does_not_count() {
    let document = report(&scratch(), &[]);
    let all = document["findings"].as_array().unwrap();
    let puppets: Vec<_> =
        all.iter().filter(|f| f["text"] == "puppet" && f["category"] == "name-calling").collect();
    let said = |f: &Value| (f["negated"].as_bool().unwrap(), f["counted"].as_bool().unwrap());
    assert_eq!(puppets.iter().map(|f| said(f)).collect::<Vec<_>>(), [(false, true), (true, false)]);
    assert_eq!(puppets[1]["silent_because"], "negated");
}

#[test]
fn voices_limit_what_is_counted_and_what_it_is_divided_by() {
    let scratch = scratch();
    let (all, author) = (report(&scratch, &[]), report(&scratch, &["--voice", "author"]));
    let words = &all["stats"]["words_by_voice"];
    assert_eq!(author["stats"]["words"], words["author"]);
    assert_eq!(&author["stats"]["words_by_voice"], words);
    assert_eq!(finding(&author, "reckless")["silent_because"], "other voice");
    assert_eq!(author["stats"]["load"], all["stats"]["load"]);
    let own = report(&scratch, &["--own-voice", "the minister"]);
    assert_eq!(finding(&own, "reckless")["voice"], "author");
    assert!(own["stats"]["load"].as_f64() > all["stats"]["load"].as_f64());
    scratch
        .run(&["report", "text.txt", "--voice", "auther"])
        .complains(&["auther", "author, quoted, reported"]);
}

#[test]
fn sides_make_the_square_and_actors_are_rows() {
    let scratch = scratch();
    let sides =
        "[[actor]]\nid = \"nato\"\nside = \"them\"\n\n[[actor]]\nid = \"russia\"\nside = \"us\"\n";
    scratch.file("sides.toml", sides);
    let document = report(&scratch, &["--actors", "sides.toml"]);
    assert!(document["square"]["us"]["praised"].as_u64() >= Some(1));
    assert_eq!(document["square"]["us"]["blamed"], 0);
    assert!(document["square"]["them"]["blamed"].as_u64() >= Some(2));
    assert!(report(&scratch, &[])["square"].is_null());
    let rows =
        ["report", "text.txt", "--format", "csv", "--rows", "actors", "--actors", "sides.toml"];
    let rows = scratch.run(&rows).done().rows();
    let at = rows.column("actor").iter().position(|&id| id == "russia").unwrap();
    assert_eq!((rows.column("side")[at], rows.column("blamed")[at]), ("us", "0"));
    let text = ["report", "text.txt", "--actors", "sides.toml"];
    assert!(scratch.run(&text).done().stdout.contains("ideological square"));
}

#[test]
fn a_faulty_file_of_actors_is_told_by_line() {
    let scratch = scratch();
    let cases = [
        (
            "[[actor]]\nid = \"x\"\naliases = [\"Foo\", \"\"]\n",
            "a.toml:3: aliases: holds an empty name",
        ),
        ("[[actor]]\nid = \"x\"\naliases = [\"Foo\"]\n\n[[actor]]\nid = \"x\"\n", "a.toml:6: id"),
        (
            "[[actor]]\nid = \"x\"\naliases = [\"Foo\"]\n[[actor]]\nid = \"y\"\naliases = [\"foo\"]\n",
            "a.toml:6: foo",
        ),
        ("[[actor]]\nid = \"\"\n", "a.toml:2: id: is empty"),
        ("[[actor]]\nid = \"x\"\n", "the actor has no name"),
        ("[[actor]]\nid = \"x\"\nside = \"ours\"\n", "a.toml:3"),
        ("[[people]]\n", "a.toml is no actors file"),
    ];
    for (text, told) in cases {
        scratch.file("a.toml", text);
        scratch.run(&["report", "text.txt", "--actors", "a.toml"]).complains(&[told]);
    }
}
