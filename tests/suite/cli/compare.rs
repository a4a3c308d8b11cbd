//! `compare`: groups, dates, strata, words, passages, and what can be wrong with them.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::scratch::Scratch;

const CALM: &str =
    "The council met in the town hall on Monday and heard the report on the harbour. ";
const LOADED: &str = "The puppet regime and its lackeys bowed to their masters. ";

/// A corpus: of each outlet so many texts, those of `gull` loaded.
fn corpus(scratch: &Scratch, texts: usize) {
    let mut lines = String::new();
    for number in 0..texts {
        for (at, outlet) in ["gull", "heron", "tern"].iter().enumerate() {
            let loaded = LOADED.repeat(if at == 0 { 2 + number % 3 } else { number % 2 });
            // No two texts alike.
            let text = format!(
                "{loaded}{}Item {outlet} {number} was put off. ",
                CALM.repeat(1 + number % 4)
            ) + &format!("{outlet}{number} ").repeat(40);
            let date = format!("2021-{:02}-{:02}", 1 + (number % 4) * 2, 1 + number % 28);
            let record = json!({
                "id": format!("{outlet}-{number}"), "text": text, "outlet": outlet, "date": date,
                "desk": if number % 2 == 0 { "home" } else { "world" },
            });
            writeln!(lines, "{record}").unwrap();
        }
    }
    scratch.file("all.jsonl", lines);
}

fn parsed(scratch: &Scratch, arguments: &[&str]) -> Value {
    let fast = ["--permutations", "999", "--resamples", "499", "--format", "json"];
    let all = [&["compare"], arguments, &fast[..]].concat();
    serde_json::from_str(&scratch.run(&all).exits(0).stdout).unwrap()
}

fn row<'a>(comparison: &'a Value, id: &str, a: &str, b: &str) -> &'a Value {
    let rows = comparison["rows"].as_array().unwrap();
    let wanted = |row: &&Value| row["id"] == id && row["a"] == a && row["b"] == b;
    rows.iter().find(wanted).unwrap_or_else(|| panic!("no row {id} {a} {b}"))
}

#[test]
fn two_groups_are_told_apart_by_their_documents() {
    let scratch = Scratch::new();
    corpus(&scratch, 16);
    let found = parsed(&scratch, &["all.jsonl", "--by", "outlet", "--where", "outlet!=tern"]);
    assert_eq!((&found["unit"], &found["by"]), (&json!("document"), &json!("outlet")));
    let labels = row(&found, "labels", "gull", "heron");
    assert_eq!(labels["verdict"], "more in A", "{labels}");
    let (low, ratio, high) = (&labels["ratio_low"], &labels["ratio"], &labels["ratio_high"]);
    assert!(1.0 < low.as_f64().unwrap() && low.as_f64() < ratio.as_f64(), "{labels}");
    assert!(ratio.as_f64() < high.as_f64() && labels["q"].as_f64().unwrap() < 0.05, "{labels}");
    assert!(labels["q"].as_f64() >= labels["p"].as_f64() && labels["tested"].as_u64().unwrap() > 0);
    assert_eq!(labels["documents_a"], 16);
    let silent = row(&found, "urgency", "gull", "heron");
    assert_eq!(
        (&silent["verdict"], &silent["q"]),
        (&json!("too little text to tell"), &Value::Null)
    );
    let terms = found["terms"][0]["terms"].as_array().unwrap();
    let regime = terms.iter().find(|term| term["term"] == "puppet regime").unwrap();
    assert!(
        regime["z"].as_f64().unwrap() > 0.0 && regime["p"].as_f64().unwrap() < 0.05,
        "{regime}"
    );
    assert!(found["methods"].as_str().unwrap().contains("999 random permutations (seed 1)"));
    let same = parsed(&scratch, &["all.jsonl", "--by", "outlet", "--where", "outlet!=tern"]);
    assert_eq!(found, same);
}

#[test]
fn more_groups_are_tested_together_and_in_pairs() {
    let scratch = Scratch::new();
    corpus(&scratch, 10);
    let found = parsed(&scratch, &["all.jsonl", "--by", "outlet"]);
    assert_eq!(found["sides"].as_array().unwrap().len(), 3);
    assert_eq!(row(&found, "labels", "*", "*")["verdict"], "differs");
    assert_eq!(row(&found, "labels", "gull", "tern")["verdict"], "more in A");
    assert_eq!(row(&found, "labels", "heron", "tern")["verdict"], "no difference shown");
    let tested = |a: &str, b: &str| row(&found, "labels", a, b)["tested"].clone();
    assert_eq!(tested("*", "*"), tested("heron", "tern"), "all are in one correction");
    assert_eq!(found["terms"].as_array().unwrap().len(), 3, "each side against the others");
    for width in ["80", "120"] {
        let all =
            ["compare", "all.jsonl", "--by", "outlet", "--permutations", "199", "--width", width];
        let shown = scratch.run(&all).done().stdout;
        assert!(shown.contains("A and B: gull and heron") && shown.contains("Methods"), "{shown}");
        assert!(
            shown.lines().all(|line| line.chars().count() <= width.parse().unwrap()),
            "{shown}"
        );
    }
}

#[test]
fn strata_take_out_what_they_explain() {
    let scratch = Scratch::new();
    let mut lines = String::new();
    for number in 0..60 {
        // The world desk is loaded, and gull has most of it; nothing else differs.
        let (outlet, world) =
            if number < 30 { ("gull", number % 10 < 8) } else { ("heron", number % 10 < 2) };
        let text = LOADED.repeat(if world { 3 + number % 2 } else { number % 2 })
            + &CALM.repeat(3)
            + &format!("{outlet}{number} ").repeat(30);
        let desk = if world { "world" } else { "home" };
        let record = json!({"id": number, "text": text, "outlet": outlet, "desk": desk});
        writeln!(lines, "{record}").unwrap();
    }
    scratch.file("all.jsonl", lines);
    let plain = parsed(&scratch, &["all.jsonl", "--by", "outlet"]);
    assert_eq!(row(&plain, "labels", "gull", "heron")["verdict"], "more in A");
    let within = parsed(&scratch, &["all.jsonl", "--by", "outlet", "--strata", "desk"]);
    let labels = row(&within, "labels", "gull", "heron");
    assert_eq!(labels["verdict"], "no difference shown", "{labels}");
    let ratio = labels["ratio"].as_f64().unwrap();
    assert!((0.8..1.25).contains(&ratio), "standardised: {labels}");
    assert!(within["methods"].as_str().unwrap().contains("within the values of desk"));
}

#[test]
fn a_corpus_is_followed_over_time() {
    let scratch = Scratch::new();
    let mut lines = String::new();
    for number in 0..48 {
        let month = [1, 2, 4, 5][number / 12];
        let text = LOADED.repeat(number / 12 + number % 2) + &CALM.repeat(3);
        let text = text + &format!("word{number} ").repeat(20);
        let record = json!({"id": number, "text": text, "date": format!("2021-{month:02}-10")});
        writeln!(lines, "{record}").unwrap();
    }
    lines += "{\"id\":\"odd\",\"text\":\"A day.\",\"date\":\"some day\"}\n{\"id\":\"bare\",\"text\":\"A day.\"}\n";
    scratch.file("all.jsonl", lines);
    let found = parsed(&scratch, &["all.jsonl", "--by-date", "date"]);
    let periods = found["timelines"][0]["periods"].as_array().unwrap();
    let names: Vec<_> = periods.iter().map(|period| period["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["2021-01", "2021-02", "2021-03", "2021-04", "2021-05"]);
    assert_eq!(periods[2]["documents"], 0, "an empty period is shown as such");
    let courses = found["timelines"][0]["rows"].as_array().unwrap();
    let labels = courses.iter().find(|course| course["id"] == "labels").unwrap();
    assert_eq!(labels["verdict"], "rising", "{labels}");
    assert!(labels["points"][2]["rate"].is_null() && labels["change"].as_f64().unwrap() > 1.0);
    let notes = found["notes"].to_string();
    assert!(
        notes.contains("\\\"date\\\"") && notes.contains("odd") && notes.contains("bare"),
        "{notes}"
    );
    let csv = ["compare", "all.jsonl", "--by-date", "date:quarter", "--format", "csv"];
    let rows = scratch.run(&[&csv[..], &["--permutations", "199"]].concat()).exits(0).rows();
    assert_eq!(rows.header[..5].join(" "), "kind id side period count");
    assert_eq!(rows.column("period")[..2], ["2021-Q1", "2021-Q2"]);
    let spans = ["all.jsonl", "--by-date", "date", "--spans", "2021-01..2021-02,2021-04..2021-05"];
    let found = parsed(&scratch, &spans);
    let labels = row(&found, "labels", "2021-01 to 2021-02", "2021-04 to 2021-05");
    assert_eq!(labels["verdict"], "more in B", "{labels}");
}

#[test]
fn single_texts_are_compared_by_paragraph_and_their_passages_matched() {
    let scratch = Scratch::new();
    let ours = "The United States and its allies held the Morning Tide exercise near Kestrel Island on Friday.\n\n\
        The harbour stayed open.\n\nFour vessels took part.\n";
    let theirs = "The harbour was calm.\n\nOn Friday the U.S. and its vassal forces staged the Morning Tide \
        war games off Kestrel Island.\n\nNobody was told why.\n";
    scratch.file("ours.txt", ours);
    scratch.file("theirs.txt", theirs);
    let found = parsed(&scratch, &["ours.txt", "theirs.txt"]);
    assert_eq!(found["unit"], "paragraph");
    assert!(found["caution"].as_str().unwrap().contains("these texts alone"));
    let pair = &found["passages"]["sentences"][0];
    let text = |side: &str| pair[side]["text"].as_str().unwrap();
    assert!(text("a").contains("its allies") && text("b").contains("vassal forces"), "{pair}");
    let cues = pair["b"]["cues"].as_array().unwrap();
    assert!(cues.iter().any(|cue| cue["text"].as_str().unwrap().contains("vassal")), "{pair}");
    let rows = found["rows"].as_array().unwrap();
    assert!(
        rows.iter()
            .all(|row| row["p"].is_null() || row["p"].as_f64() >= row["p_attainable"].as_f64())
    );
    for format in ["text", "markdown", "html"] {
        let shown =
            scratch.run(&["compare", "ours.txt", "theirs.txt", "--format", format]).done().stdout;
        assert!(shown.contains("vassal forces"), "{format}: {shown}");
    }
}

#[test]
fn copies_and_ids_that_come_twice_are_told() {
    let scratch = Scratch::new();
    let text = |n: usize| format!("{CALM}{}", format!("alpha{n} beta{n} gamma{n} ").repeat(20));
    let mut lines = String::new();
    for number in 0..8 {
        let (id, text) = if number == 7 { (0, text(0)) } else { (number, text(number)) };
        writeln!(lines, "{}", json!({"id": id, "text": text, "by": number % 2})).unwrap();
    }
    scratch.file("all.jsonl", lines);
    let ran =
        scratch.run(&["compare", "all.jsonl", "--by", "by", "--permutations", "199"]).exits(0);
    for part in ["1 id comes more than once: 0 (2 times)", "2 documents hold the same text"] {
        assert!(ran.stderr.contains(part) && ran.stdout.contains("not independent"), "{ran:#?}");
    }
}

#[test]
fn what_cannot_be_compared_is_said() {
    let scratch = Scratch::new();
    corpus(&scratch, 2);
    let cases: [(&[&str], &[&str]); 9] = [
        (&["all.jsonl", "--by", "outlet", "--rows", "periods"], &["--by-date FIELD"]),
        (&["all.jsonl"], &["one input", "--by FIELD"]),
        (&["all.jsonl", "--by", "colour"], &["no text is left", "have no \"colour\"", "gull-0"]),
        (&["all.jsonl", "--by", "outlet", "--where", "outlet=gull"], &["all 2 texts", "\"gull\""]),
        (&["all.jsonl", "--by-date", "date:decade"], &["decade", "year"]),
        (&["all.jsonl", "--by-date", "outlet"], &["no text is left", "gives no month"]),
        (&["all.jsonl", "--by-date", "date", "--spans", "2021..2021"], &["2021", "month"]),
        (&["all.jsonl", "--by-date", "date", "--spans", "2021-01..2021-02"], &["two stretches"]),
        (
            &["all.jsonl", "--by-date", "date", "--spans", "2021-01..2021-02,2030-01..2030-02"],
            &["2030-01 to 2030-02", "lie outside all spans"],
        ),
    ];
    for (arguments, parts) in cases {
        scratch.run(&[&["compare"], arguments].concat()).complains(parts);
    }
    // A group of one document has no test, and every text a side of its own is too many.
    let mut lines = String::new();
    for number in 0..24 {
        let by = if number == 0 { "lone" } else { "rest" };
        let text = format!("{LOADED}{CALM}word{number} ").repeat(2);
        writeln!(lines, "{}", json!({"text": text, "by": by, "number": number})).unwrap();
    }
    scratch.file("lone.jsonl", lines);
    let lone = parsed(&scratch, &["lone.jsonl", "--by", "by"]);
    let labels = row(&lone, "labels", "lone", "rest");
    assert_eq!(
        (&labels["p"], &labels["verdict"]),
        (&Value::Null, &json!("too little text to tell"))
    );
    assert!(lone["notes"].to_string().contains("lone has one document"), "{}", lone["notes"]);
    let many = scratch.run(&["compare", "lone.jsonl", "--by", "number"]).exits(2);
    assert!(
        many.stderr.contains("makes 24 sides") && many.stderr.contains("--where number=VALUE"),
        "{many:#?}"
    );
}

#[test]
fn identical_texts_show_no_difference() {
    let scratch = Scratch::new();
    let text = format!("{LOADED}\n\n{CALM}{LOADED}\n\n").repeat(6);
    scratch.file("a.txt", &text);
    scratch.file("b.txt", &text);
    let found = parsed(&scratch, &["a.txt", "b.txt"]);
    for row in found["rows"].as_array().unwrap() {
        let verdict = row["verdict"].as_str().unwrap();
        assert!(["no difference shown", "too little text to tell"].contains(&verdict), "{row}");
    }
}
