//! Lexicons against hand coding and against each other: evaluate, lexicon stats, diff, suggest.

use serde_json::Value;

use crate::scratch::Scratch;

/// A category of two terms, and the head that it needs.
fn lexicon(terms: &str) -> String {
    format!(
        "id = \"mine\"\ntitle = \"Mine\"\ngroup = \"labels\"\nlanguage = \"en\"\n\
         version = \"1.0.0\"\npolarity = \"neutral\"\nwhy = \"A test.\"\nsources = [\"none\"]\n\
         flags = []\nignores = []\n\n# one\n[[entries]]\nterms = [{terms}]\nstrength = 2\n\
         inflect = \"noun\"\nwhy = \"b\"\n"
    )
}

/// Two coded texts: one mark found, one missed, one finding beside all marks.
const CODED: &str = r#"{"id": "a", "text": "The zorbling met a quonk.", "label": 1, "spans": [[4, 12, "mine"], [19, 24, "mine"]]}
{"id": "b", "text": "A zorbling stayed at home all day.", "label": 0}
"#;

fn scratch() -> Scratch {
    Scratch::with(&[("mine.toml", &lexicon("\"zorbling\"")), ("coded.jsonl", CODED)])
}

#[track_caller]
fn json(scratch: &Scratch, arguments: &[&str]) -> Value {
    serde_json::from_str(&scratch.run(arguments).done().stdout).unwrap()
}

/// The value of a measure.
#[track_caller]
fn measure(evaluation: &Value, name: &str) -> f64 {
    let measures = evaluation["measures"].as_array().unwrap();
    let found = measures.iter().find(|measure| measure["measure"] == name).unwrap();
    found["value"].as_f64().unwrap()
}

const SCORE: &[&str] = &["evaluate", "coded.jsonl", "--lexicon", "mine.toml", "--format", "json"];

#[test]
fn coded_texts_are_scored_as_by_hand() {
    let found = json(&scratch(), SCORE);
    // one of two findings meets a mark, one of two marks is found; of its words likewise
    for (name, expected) in [
        ("cues precision", 0.5),
        ("cues recall", 0.5),
        ("cues F1", 0.5),
        ("name right", 1.0),
        ("words precision", 0.5),
        ("words recall", 0.5),
        ("partial F1", 0.5),
        ("load AUC", 1.0),
    ] {
        assert!((measure(&found, name) - expected).abs() < 1e-12, "{name}: {found:#}");
    }
    assert_eq!(found["names"][0]["marked"], 2);
    assert_eq!(found["misses"][0]["what"], "quonk");
    assert_eq!(found["misses"][0]["sentence"], "The zorbling met a [quonk].");
    assert_eq!(found["false_alarms"][0]["sentence"], "A [zorbling] stayed at home all day.");
    let stamp = found["stamp"]["options"].as_str().unwrap();
    assert_eq!(stamp, "--seed 1 --lexicon mine.toml");
}

#[test]
fn every_form_of_hand_coding_gives_the_same_figures() {
    let mark = |start: u8, end: u8| {
        format!(
            "{{\"start\": {start}, \"end\": {end}, \"categories\": [\"mine\"], \"strength\": 2}}"
        )
    };
    let codebook = format!(
        "[{{\"id\": \"a\", \"text\": \"The zorbling met a quonk.\", \"loaded\": 1, \
         \"core\": [{}, {}]}}, {{\"id\": \"b\", \"text\": \"A zorbling stayed at home all day.\", \
         \"loaded\": 0}}]",
        mark(4, 12),
        mark(19, 24)
    );
    let scratch = scratch();
    scratch.file("coded.json", codebook);
    scratch.file("coded.tsv", "1\tTheirs\t4\t12\n1\tTheirs\t19\t24\n");
    scratch.file("article1.txt", "The zorbling met a quonk.");
    scratch.file("map.toml", "mine = \"Theirs\"\n");
    let theirs = ["evaluate", "coded.tsv", "--map", "map.toml", "--lexicon", "mine.toml"];
    let ours = ["evaluate", "coded.json", "--lexicon", "mine.toml"];
    let lines = json(&scratch, SCORE);
    for name in ["cues precision", "cues recall", "words F1", "partial F1", "load AUC"] {
        let figure = measure(&json(&scratch, &[&ours[..], &["--format", "json"]].concat()), name);
        assert!((figure - measure(&lines, name)).abs() < 1e-12, "{name}");
    }
    let offsets = json(&scratch, &[&theirs[..], &["--format", "json"]].concat());
    assert_eq!(
        (offsets["names"][0]["name"].as_str(), offsets["names"].as_array().unwrap().len()),
        (Some("Theirs"), 1)
    );
    assert!((measure(&offsets, "cues recall") - 0.5).abs() < 1e-12);
    assert!((measure(&offsets, "cues precision") - 1.0).abs() < 1e-12);
}

#[test]
fn a_threshold_is_kept_and_csv_has_a_row_a_name() {
    let scratch = scratch();
    let csv = ["evaluate", "coded.jsonl", "--lexicon", "mine.toml", "--format", "csv"];
    let rows = scratch.run(&csv).done().rows();
    assert_eq!((rows.column("name"), rows.column("marked")), (vec!["mine"], vec!["2"]));
    let text = scratch.run(&[&csv[..4], &["--threshold", "500"]].concat()).done().stdout;
    assert!(text.contains("A text is called loaded where its load is above 500.000."), "{text}");
}

#[test]
fn what_is_wrong_with_hand_coding_is_said() {
    let scratch = scratch();
    for (file, content, parts) in [
        ("x.json", "{", &["x.json"][..]),
        ("x.jsonl", "{\"text\": \"a\", \"spans\": [[0, 9]]}", &["x.jsonl:1", "no text at"]),
        ("x.tsv", "1\tA\t0", &["x.tsv:1", "tabs between"]),
        ("x.tsv", "7\tA\t0\t1", &["x.tsv", "article7.txt", "--texts"]),
        ("x.jsonl", "", &["nothing to score"]),
    ] {
        scratch.file(file, content);
        scratch.run(&["evaluate", file]).refuses(parts);
    }
    scratch.file("map.toml", "nowhere = \"X\"\n");
    scratch
        .run(&["evaluate", "coded.jsonl", "--map", "map.toml"])
        .refuses(&["map.toml", "nowhere"]);
    scratch.run(&["evaluate", "absent.json"]).refuses(&["absent.json"]);
}

#[test]
fn entries_are_counted_and_what_texts_use_of_them() {
    let scratch = scratch();
    let only = ["--lexicon", "mine.toml", "--only", "mine", "--format", "json"];
    let found = json(&scratch, &[&["lexicon", "stats", "coded.jsonl"], &only[..]].concat());
    assert_eq!(
        (&found["categories"][0]["entries"], &found["categories"][0]["forms"]),
        (&1.into(), &2.into())
    );
    assert_eq!(found["usage"][0]["findings"], 2);
    assert_eq!(found["usage"][0]["most_used"], "zorbling 2");
    let alone = json(&scratch, &[&["lexicon", "stats"], &only[..]].concat());
    assert!(alone.get("usage").is_none(), "{alone:#}");
}

#[test]
fn two_states_are_told_apart_in_entries_and_findings() {
    let scratch = scratch();
    scratch.file("new.toml", lexicon("\"quonk\""));
    let diff = ["lexicon", "diff", "mine.toml", "new.toml", "--on", "coded.jsonl"];
    let found = json(&scratch, &[&diff[..], &["--format", "json"]].concat());
    let entry = |at: usize| (&found["entries"][at]["term"], &found["entries"][at]["change"]);
    assert_eq!(entry(0), (&"quonk".into(), &"added, strength 2".into()));
    assert_eq!(entry(1), (&"zorbling".into(), &"removed".into()));
    assert_eq!(found["categories"][0]["came"], 1);
    assert_eq!(found["categories"][0]["went"], 2);
    assert_eq!(found["gained"][0]["sentence"], "The zorbling met a [quonk].");
    let same = json(&scratch, &["lexicon", "diff", "built-in", "built-in", "--format", "json"]);
    assert_eq!(same["entries"], Value::Array(Vec::new()));
}

#[test]
fn candidates_come_from_the_company_of_known_entries() {
    let scratch = scratch();
    let text = "The zorbling and his frumious band came.\n\nA frumious band led a zorbling.\n\n\
                Bread was sold. Bread was good. Milk was cold.\n";
    scratch.file("a.txt", text);
    scratch.file("b.txt", text);
    let suggest = ["lexicon", "suggest", "--category", "mine", "a.txt", "b.txt"];
    let with = [&suggest[..], &["--lexicon", "mine.toml", "--format", "json"]].concat();
    let found = json(&scratch, &with);
    assert_eq!(found["candidates"][0]["term"], "frumious band", "{found:#}");
    assert_eq!(found["candidates"][0]["in_company"], 4);
    scratch.run(&["lexicon", "suggest", "--category", "nowhere", "a.txt"]).refuses(&["nowhere"]);
}
