//! What programs read: schemas that name what is there, CSV that parses, and hostile text inert.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::scratch::{LOADED, PLAIN, Scratch};

fn scratch() -> Scratch {
    let text = format!(
        "A Headline About Puppets\n\n{LOADED}\n“Puppets,” he said. It was a so-called “victory”.\n"
    );
    Scratch::with(&[("loaded.txt", &text), ("plain.txt", PLAIN)])
}

/// The schema that a `$ref` stands for.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(place) => root.pointer(place.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

/// Keys of `value` that `schema` does not name, and those it requires that are not there.
fn unnamed(root: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut BTreeSet<String>) {
    let schema = resolved(root, schema);
    if let Some(some) = schema["anyOf"].as_array() {
        let fits = some.iter().find(|one| resolved(root, one)["type"] != "null").unwrap();
        if !value.is_null() {
            unnamed(root, fits, value, at, wrong);
        }
        return;
    }
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                let open = &schema["additionalProperties"];
                match schema["properties"].get(key) {
                    Some(property) => unnamed(root, property, field, &format!("{at}.{key}"), wrong),
                    None if *open == Value::Bool(true) || open.is_object() => {}
                    None => drop(wrong.insert(format!("{at}.{key} is not in the schema"))),
                }
            }
            for key in schema["required"].as_array().into_iter().flatten() {
                if !fields.contains_key(key.as_str().unwrap()) {
                    wrong.insert(format!("{at}.{key} is required and is not there"));
                }
            }
        }
        Value::Array(items) => {
            items
                .iter()
                .for_each(|item| unnamed(root, &schema["items"], item, &format!("{at}[]"), wrong));
        }
        _ => {}
    }
}

#[track_caller]
fn fits(scratch: &Scratch, name: &str, output: &str) {
    let schema: Value =
        serde_json::from_str(&scratch.run(&["schema", name]).done().stdout).unwrap();
    let value: Value = serde_json::from_str(output).unwrap();
    let mut wrong = BTreeSet::new();
    unnamed(&schema, &schema, &value, name, &mut wrong);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn schemas_name_every_field_of_real_output() {
    let scratch = scratch();
    let line =
        scratch.run(&["report", "loaded.txt", "--format", "jsonl", "--explain"]).done().stdout;
    assert!(line.contains("\"silent_because\"") && line.contains("\"headline\":{"), "{line}");
    fits(&scratch, "report", &line);
    let json =
        scratch.run(&["report", "loaded.txt", "plain.txt", "--format", "json"]).done().stdout;
    let json: Value = serde_json::from_str(&json).unwrap();
    fits(&scratch, "report", &json["documents"][1].to_string());
    let comparison =
        scratch.run(&["compare", "loaded.txt", "plain.txt", "--format", "json"]).done().stdout;
    fits(&scratch, "comparison", &comparison);
}

#[test]
fn the_lexicon_schema_names_every_key_of_the_built_in_files() {
    let scratch = scratch();
    for (file, text) in framescope::lexicon::built_in_files() {
        let value: Value = toml::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let schema = match (value.get("part_of"), value.get("actor")) {
            (Some(_), _) => "lexicon-part",
            (_, Some(_)) => "actors",
            _ => "lexicon",
        };
        fits(&scratch, schema, &value.to_string());
    }
    scratch.run(&["schema", "poem"]).complains(&["poem", "lexicon", "report", "comparison"]);
}

#[test]
fn csv_rows_have_the_width_of_their_header_and_the_figures_of_json() {
    let scratch = scratch();
    let line = scratch.run(&["report", "loaded.txt", "--format", "jsonl"]).done().stdout;
    let record: Value = serde_json::from_str(&line).unwrap();
    for (rows, list) in [("findings", &record["findings"]), ("paragraphs", &record["paragraphs"])] {
        let report = ["report", "loaded.txt", "--format", "csv", "--rows", rows];
        let table = scratch.run(&report).done().rows();
        let list = list.as_array().unwrap();
        assert_eq!(table.rows.len(), list.len(), "{rows}");
        for key in ["start", "end", "start_char", "end_char"] {
            let values: Vec<_> = list.iter().map(|item| item[key].to_string()).collect();
            assert_eq!(table.column(key), values, "{rows}");
        }
        if rows == "paragraphs" {
            let words: Vec<_> = list.iter().map(|item| item["words"].to_string()).collect();
            assert_eq!(table.column("words"), words);
        }
    }
    let documents = ["report", "loaded.txt", "plain.txt", "--format", "csv", "--rows", "documents"];
    let table = scratch.run(&documents).done().rows();
    assert_eq!(table.column("id"), ["loaded.txt", "plain.txt"]);
    assert_eq!(table.column("count.total")[0], record["stats"]["total"].to_string());
    let compared =
        scratch.run(&["compare", "loaded.txt", "plain.txt", "--format", "csv"]).done().rows();
    let columns = "kind id a b count_a count_b words_a words_b documents_a documents_b rate_a rate_b ratio \
        ratio_low ratio_high log_ratio p q tested g2 verdict difference p_attainable dispersion_a dispersion_b \
        log_odds_z stamp";
    assert_eq!(compared.header.join(" "), columns, "the columns are those of the design, in order");
}

#[test]
fn csv_survives_hostile_cells() {
    let hostile = [
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "\t=1",
        "a,b\"c\nd",
        "\r\n=x",
        "",
        "é\u{202e}",
    ];
    let scratch = Scratch::new();
    let record = |(number, text): (usize, &&str)| {
        let text = format!("{number} {text} puppets");
        serde_json::json!({"id": hostile[number], "text": text, "=key,\"": hostile[number], "n": -5}).to_string()
    };
    let lines: Vec<_> = hostile.iter().enumerate().map(record).collect();
    scratch.file("all.jsonl", lines.join("\n"));
    for rows in ["documents", "paragraphs", "findings"] {
        let report = ["report", "all.jsonl", "--format", "csv", "--rows", rows, "--explain"];
        let ran = scratch.run(&report).done();
        let table = ran.rows();
        assert!(table.rows.len() >= hostile.len(), "{rows}");
        for (name, row) in table.rows.iter().flat_map(|row| table.header.iter().zip(row)) {
            let formula =
                row.starts_with(['=', '+', '-', '@', '\t', '\r']) && row.parse::<f64>().is_err();
            assert!(!formula, "{rows}: {name} holds {row:?}");
        }
        assert!(table.header.iter().all(|name| !name.starts_with(['=', '+', '-', '@'])));
        assert!(
            table.column("meta.=key,\"").contains(&"a,b\"c\nd"),
            "{:?}",
            table.column("meta.=key,\"")
        );
        assert!(table.column("meta.n").iter().all(|cell| *cell == "-5"), "a number stays a number");
    }
}

#[test]
fn terminal_escapes_in_ids_and_texts_stay_inert() {
    let scratch = Scratch::new();
    let hostile = "\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}5m\u{202e}";
    let line = serde_json::json!({"id": hostile, "text": format!("{hostile} puppets.\n\n<script>alert(1)</script>")});
    scratch.file("all.jsonl", format!("{line}\n"));
    scratch.file(&format!("{hostile}.txt"), "");
    let mark = |c: char| matches!(c, '\u{1b}' | '\u{7}' | '\u{9b}' | '\u{202e}');
    // Marks that turn the writing direction are a text's own right in a page, and none in a terminal.
    for format in ["text", "markdown", "html"] {
        let ran = scratch.run(&["report", "all.jsonl", "--format", format]).done();
        let mark = |c: char| mark(c) && (format == "text" || c.is_control());
        assert!(!ran.stdout.contains(mark), "{format}: {:?}", ran.stdout);
        let raw = format != "text" && ran.stdout.contains("<script>alert");
        assert!(!raw, "{format}: {:?}", ran.stdout);
        let ran = scratch.run(&["compare", "all.jsonl", "all.jsonl", "--format", format]).exits(0);
        assert!(!ran.stdout.contains(mark), "{format}: {:?}", ran.stdout);
        // The copy is named.
        assert!(ran.stderr.contains("the same text") && !ran.stderr.contains(mark), "{ran:#?}");
    }
    let ran = scratch.run(&["report", &format!("{hostile}.txt")]).complains(&["is empty"]);
    assert!(!ran.stderr.contains(mark), "{ran:#?}");
    let ran = scratch.run(&["report", &format!("no{hostile}")]).exits(2);
    assert!(!ran.stderr.contains(mark), "{ran:#?}");
    for wrong in [
        &["report", "all.jsonl", "--only", hostile][..],
        &["report", "all.jsonl", "--format", hostile],
    ] {
        let ran = scratch.run(wrong).exits(2);
        assert!(!ran.stderr.contains(mark), "{ran:#?}");
    }
}

#[test]
fn every_report_and_comparison_carries_the_stamp() {
    let scratch = scratch();
    for format in ["text", "json", "jsonl", "csv", "markdown", "html"] {
        for command in [&["report", "loaded.txt"][..], &["compare", "loaded.txt", "plain.txt"]] {
            let ran = scratch
                .run(&[command, &["--format", format, "--without", "stance"]].concat())
                .done();
            let version = concat!("framescope ", env!("CARGO_PKG_VERSION"));
            for part in [version, "--without stance"] {
                assert!(ran.stdout.contains(part), "{command:?} as {format} does not say {part}");
            }
        }
    }
}

#[test]
fn figures_of_speech_stand_apart_and_say_what_is_experimental() {
    let text = "They worked boldly, calmly and freely. The bridge was rebuilt in a week.\n";
    let scratch = Scratch::with(&[("a.txt", text)]);
    let report = |format: &str| {
        let arguments = ["report", "a.txt", "--only", "figures", "--format", format];
        scratch.run(&arguments).done().stdout
    };
    let shown = report("text");
    let line = "Figures of speech: Tricolon 1 (experimental) · Agentless passive 1.";
    assert!(shown.contains(line), "{shown}");
    for format in ["markdown", "html"] {
        let shown = report(format);
        assert!(shown.contains("Figures of speech: "), "{shown}");
        assert!(shown.contains("Tricolon (experimental)"), "{shown}");
        assert!(!shown.contains("Agentless passive (experimental)"), "{shown}");
    }
    let json: Value = serde_json::from_str(&report("json")).unwrap();
    let legend = json["legend"]["categories"].as_array().unwrap();
    let marked = legend.iter().filter(|row| row["experimental"] == true);
    let marked: Vec<_> = marked.map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(marked, ["rhetorical-question", "anaphora", "tricolon", "repetition"]);
    let document = &json["documents"][0];
    for id in ["tricolon", "agentless-passive"] {
        assert_eq!(document["stats"]["counts"][id], 1);
    }
    assert_eq!(document["stats"]["total"], 0);
    assert_eq!(document["stats"]["cue_sentences"], 0.0);
    for command in [["lexicon", "list"].as_slice(), &["lexicon", "show", "tricolon"]] {
        assert!(scratch.run(command).done().stdout.contains("Tricolon (experimental)"));
    }
}
