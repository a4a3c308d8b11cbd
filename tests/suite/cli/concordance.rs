//! Concordances: as many lines as reports count, in the order asked for, each inside its sentence.

use serde_json::Value;

use crate::scratch::{Ran, Rows, Scratch};

const FIRST: &str = "Puppets of the Harbour\n\nThe vile clique of Odra is a reckless puppet. It is not a \
                     puppet, said Lena Sorg. The cruel raid was brutal, and \"their puppets are vile,\" \
                     she said.\n\nNATO is a reckless puppet, a sinister clique.\n";
const SECOND: &str = "They smashed the cruel puppet regime. A noble hero rose. NATO, a stooge of none, \
                      slaughtered them.\n\nAn old puppet show came to town.\n";

/// Two texts of two sources.
fn scratch() -> Scratch {
    let line = |id: &str, source: &str, text: &str| {
        serde_json::json!({"id": id, "source": source, "text": text}).to_string()
    };
    let lines = [line("one", "north", FIRST), line("two", "south", SECOND)];
    Scratch::with(&[("texts.jsonl", &lines.join("\n")), ("one.txt", FIRST)])
}

fn run(scratch: &Scratch, asked: &str, options: &[&str]) -> Ran {
    scratch.run(&[&["concordance", asked, "texts.jsonl"], options].concat())
}

fn rows(scratch: &Scratch, asked: &str, options: &[&str]) -> Rows {
    run(scratch, asked, &[&["--format", "csv"], options].concat()).done().rows()
}

/// The sum of a column of counts in a report.
fn reported(scratch: &Scratch, rows: &str, options: &[&str], column: &str, actor: &str) -> usize {
    let report = [&["report", "texts.jsonl", "--format", "csv", "--rows", rows], options].concat();
    let table = scratch.run(&report).done().rows();
    let counts = table.column(column).into_iter().map(|count| count.parse::<usize>().unwrap());
    if actor.is_empty() {
        return counts.sum();
    }
    let of = counts.zip(table.column("actor")).filter(|(_, id)| *id == actor);
    of.map(|(count, _)| count).sum()
}

#[test]
fn lines_are_as_many_as_reports_count() {
    let scratch = scratch();
    let mut some = 0;
    for options in [&[][..], &["--voice", "author"]] {
        for id in ["name-calling", "loaded-negative", "evaluation"] {
            let column = format!("count.{id}");
            let expected = reported(&scratch, "documents", options, &column, "");
            let lines = rows(&scratch, id, options);
            assert_eq!(lines.rows.len(), expected, "{id} {options:?}");
            assert!(lines.column("counted").iter().all(|&counted| counted == "true"));
            some += expected;
        }
        let total = reported(&scratch, "documents", options, "count.total", "");
        assert_eq!(rows(&scratch, "total", options).rows.len(), total);
        for (facet, column) in [("", "cues"), ("/blamed", "blamed")] {
            let lines = rows(&scratch, &format!("actor:NATO{facet}"), options).rows.len();
            assert_eq!(lines, reported(&scratch, "actors", options, column, "nato"), "{facet}");
        }
    }
    assert!(some > 20, "{some}");
    assert!(!rows(&scratch, "actor:nato/labels", &[]).rows.is_empty());
}

#[test]
fn all_lists_headlines_and_cues_that_do_not_count() {
    let scratch = scratch();
    let all = rows(&scratch, "name-calling", &["--all"]);
    let count = |column: &str, value: &str| {
        all.column(column).iter().filter(|&&cell| cell == value).count()
    };
    assert_eq!(count("part", "headline"), 1);
    assert_eq!(count("silent_because", "negated"), 1);
    assert_eq!(count("counted", "true"), rows(&scratch, "name-calling", &[]).rows.len());
    let text = run(&scratch, "name-calling", &["--width", "120"]).done().stdout;
    let told = "Not among them: 1 in a headline, heading or dateline, 1 negated; --all lists them.";
    assert!(text.contains(told), "{text}");
}

#[test]
fn context_ends_with_its_sentence() {
    let scratch = scratch();
    let lines = rows(&scratch, "term:puppet", &[]);
    let context = lines.column("left").into_iter().zip(lines.column("right"));
    let expected = [
        ("The vile clique of Odra is a reckless ", "."),
        ("It is not a ", ", said Lena Sorg."),
        ("NATO is a reckless ", ", a sinister clique."),
        ("They smashed the cruel ", " regime."),
        ("An old ", " show came to town."),
    ];
    assert_eq!(context.collect::<Vec<_>>(), expected);
    for (at, row) in lines.column("start_char").into_iter().zip(lines.column("id")) {
        let text = if row == "one" { FIRST } else { SECOND };
        assert!(text[at.parse().unwrap()..].starts_with("puppet"), "{row} {at}");
    }
}

#[test]
fn terms_have_stems_alternatives_and_gaps_and_win_over_no_id() {
    let scratch = scratch();
    let texts = |asked: &str| rows(&scratch, asked, &[]).column("text").join("|");
    assert_eq!(texts("puppet*"), "Puppets|puppet|puppet|puppets|puppet|puppet|puppet");
    assert_eq!(texts("cruel ... regime"), "cruel puppet regime");
    assert_eq!(texts("stooge|hero"), "hero|stooge");
    assert_eq!(rows(&scratch, "puppet*", &["--voice", "quoted"]).rows.len(), 1);
    let taken = |asked: &str| {
        let json = run(&scratch, asked, &["--format", "json"]).done().stdout;
        serde_json::from_str::<Value>(&json).unwrap()["taken_for"].clone()
    };
    let cases = [("fear", "category"), ("term:fear", "term"), ("labels", "group")];
    for (asked, kind) in cases {
        assert_eq!(taken(asked), kind, "{asked}");
    }
    run(&scratch, "x*", &[]).refuses(&["\"x*\" names no category", "too short", "3 letters"]);
    let near = run(&scratch, "name-caling", &[]).exits(0);
    assert!(near.stderr.contains("name-calling"), "{near:?}");
    assert!(run(&scratch, "actor:natoo", &[]).exits(0).stdout.contains("actor:nato."));
}

#[test]
fn lines_are_sorted_by_what_stands_beside_them() {
    let scratch = scratch();
    let sorted = |order: &str| rows(&scratch, "term:puppet", &["--sort", order]);
    let left = sorted("left");
    let nearest = |left: &str| left.split_whitespace().last().unwrap_or_default().to_lowercase();
    let words: Vec<_> = left.column("left").into_iter().map(nearest).collect();
    assert_eq!(words, ["a", "cruel", "old", "reckless", "reckless"]);
    // "NATO is a reckless" comes before "Odra is a reckless": further words decide.
    assert_eq!(left.column("left")[3], "NATO is a reckless ");
    let right = sorted("right");
    assert_eq!(right.column("right")[..2], [".", ", a sinister clique."]);
    let word = rows(&scratch, "puppet*", &["--sort", "word"]);
    let last: Vec<_> = word.column("text").into_iter().skip(5).collect();
    assert_eq!(last, ["puppets", "Puppets"]);
}

#[test]
fn lines_are_put_together_and_counted_by_a_field() {
    let scratch = scratch();
    let json = run(&scratch, "name-calling", &["--by", "source", "--format", "json"]).done().stdout;
    let json: Value = serde_json::from_str(&json).unwrap();
    let values = json["values"].as_array().unwrap();
    let lines: u64 = values.iter().map(|value| value["lines"].as_u64().unwrap()).sum();
    assert_eq!(values.iter().map(|v| &v["value"]).collect::<Vec<_>>(), ["north", "south"]);
    assert_eq!(json["counts"]["lines"], lines);
    assert_eq!(json["lines"].as_array().unwrap().len() as u64, lines);
    let rows = rows(&scratch, "name-calling", &["--by", "source", "--sort", "left"]);
    assert!(rows.column("meta.source").is_sorted());
    run(&scratch, "name-calling", &["--by", "sorce"]).refuses(&["\"sorce\"", "source"]);
}

#[test]
fn samples_are_seeded_and_limits_are_told() {
    let scratch = scratch();
    let starts = |options: &[&str]| rows(&scratch, "puppet*", options).column("start").join(" ");
    let of = |seed: &str| starts(&["--sample", "3", "--seed", seed]);
    assert_eq!(of("7").split(' ').count(), 3);
    assert_eq!(of("7"), of("7"));
    assert!(["1", "2", "3", "4"].iter().any(|seed| of(seed) != of("7")));
    assert_eq!(starts(&["--sample", "99"]), starts(&[]));
    let text = run(&scratch, "puppet*", &["--limit", "2"]).done().stdout;
    assert!(text.contains("The first 2 of 7 lines"), "{text}");
    let text = run(&scratch, "puppet*", &["--sample", "2"]).done().stdout;
    assert!(text.contains("A random sample of 2 of 7 lines (seed 1)"), "{text}");
    assert!(text.contains("--sample 2 --seed 1"), "{text}");
}

#[test]
fn hostile_text_is_escaped_in_every_format() {
    let scratch = Scratch::new();
    let text = "=cmd|' \u{1b}[31m puppet <script>alert(1)</script> | *x* \u{202e}\n";
    scratch.file("<b>=x.txt", text);
    let of = |options: &[&str]| {
        let line = [&["concordance", "term:puppet", "<b>=x.txt"], options].concat();
        scratch.run(&line).done()
    };
    for width in ["40", "80", "120"] {
        let shown = of(&["--width", width]).stdout;
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
    }
    let csv = of(&["--format", "csv"]);
    assert!(csv.rows().column("left")[0].starts_with("'=cmd"), "{csv:?}");
    let html = of(&["--format", "html"]).stdout;
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script"), "{html}");
    assert!(!html.contains("<b>=x") && !html.contains("could not be made"), "{html}");
    let markdown = of(&["--format", "markdown"]).stdout;
    assert!(markdown.contains("&lt;script&gt;") && markdown.contains("\\*x\\*"), "{markdown}");
    for format in ["json", "jsonl"] {
        let json: Value = serde_json::from_str(&of(&["--format", format]).stdout).unwrap();
        assert!(json["stamp"]["options"].as_str().unwrap().contains("term:puppet"));
    }
}

#[test]
fn columns_line_up_in_any_width() {
    let scratch = scratch();
    scratch.file(
        "wide.txt",
        "日本の記者 saw the puppet of 日本語日本語日本語 there. A puppet left.\n",
    );
    for width in [40_usize, 80, 120] {
        let line = ["concordance", "puppet*", ".", "--width", &width.to_string(), "--sort", "left"];
        let shown = scratch.run(&line).done().stdout;
        let starts = |line: &&str| line.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let lines = shown.lines().filter(starts).filter(|line| line.contains("uppet"));
        let columns = |text: &str| text.chars().map(|c| 1 + usize::from(c > '\u{3000}')).sum();
        let at = |line: &str| -> usize { columns(&line[..line.find("uppet").unwrap()]) };
        let places: Vec<usize> = lines.clone().map(at).collect();
        assert!(places.len() > 8 && places.windows(2).all(|two| two[0] == two[1]), "{shown}");
        let wide = |line: &str| -> usize { columns(line) };
        lines.for_each(|line| assert!(wide(line) <= width, "{line}"));
    }
}
