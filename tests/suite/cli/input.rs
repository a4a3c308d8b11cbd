//! Input that is wrong, odd or huge: each fault is one sentence with its place and the way out, the
//! exit code is 2, and what could be read is reported all the same.

use std::os::unix::fs::symlink;

use crate::scratch::{LOADED, PLAIN, Scratch};

#[test]
fn each_bad_file_is_named_with_its_place_and_the_way_out() {
    let utf16: Vec<u8> = "\u{feff}text".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide: Vec<u8> = "text".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let table: &[(&str, &[u8], &[&str])] = &[
        ("empty.txt", b"", &["empty.txt", "is empty"]),
        ("blank.txt", b" \n\t\r\n ", &["blank.txt", "only white space"]),
        ("bom.txt", b"\xEF\xBB\xBF", &["bom.txt", "nothing to read"]),
        ("nul.txt", b"some\0text", &["nul.txt", "NUL at byte 4", "no text file"]),
        ("utf16.txt", &utf16, &["utf16.txt", "UTF-16LE", "byte 0", "--encoding utf-16le"]),
        ("wide.txt", &wide, &["wide.txt", "byte 0", "--encoding utf-16be"]),
        ("latin.txt", b"caf\xE9 here", &["latin.txt", "byte 3 is 0xE9", "--encoding windows-1252"]),
        ("cut.txt", b"caf\xC3", &["cut.txt", "byte 3 is 0xC3", "--encoding"]),
        ("empty.jsonl", b"", &["empty.jsonl", "is empty"]),
        ("blank.jsonl", b"\n \r\n", &["blank.jsonl", "is empty"]),
        ("marks.txt", b"?! ... --\n", &[]),
    ];
    let scratch = Scratch::new();
    for (name, bytes, parts) in table {
        scratch.file(name, bytes);
        for format in ["jsonl", "json", "csv"] {
            let ran = scratch.run(&["report", name, "--format", format]);
            if parts.is_empty() {
                ran.done();
            } else {
                ran.finds_no_text(parts);
            }
        }
    }
    scratch.run(&["report", "no-such.txt"]).finds_no_text(&["no-such.txt", "No such file"]);
    scratch.run(&["report", "utf16.txt", "--encoding", "utf-16le", "--format", "jsonl"]).done();
    scratch
        .run(&["report", "latin.txt", "--encoding", "klingon"])
        .refuses(&["klingon", "windows-1252"]);
    scratch.run(&["compare", "latin.txt", "marks.txt"]).complains(&[
        "latin.txt",
        "byte 3",
        "no text to compare",
    ]);
}

#[test]
fn a_folder_with_bad_files_reports_the_good_ones_and_names_the_others() {
    let scratch = Scratch::with(&[("news/good.txt", LOADED), ("news/note.pdf", "not looked at")]);
    scratch.file("news/binary.txt", b"PK\x03\x04\0\0\0\0");
    symlink("nowhere.txt", scratch.path("news/broken.txt")).unwrap();
    let ran = scratch
        .run(&["report", "news", "--format", "csv", "--rows", "documents"])
        .complains(&["binary.txt", "NUL at byte 4", "broken.txt"]);
    assert_eq!(ran.stderr.lines().count(), 2, "{ran:#?}");
    assert_eq!(ran.rows().column("id"), ["news/good.txt"]);
    scratch.file("empty/keep", "");
    scratch.run(&["report", "empty"]).finds_no_text(&["empty", "no file to read", ".txt"]);
}

#[test]
fn a_folder_that_links_to_itself_ends() {
    let scratch = Scratch::with(&[("news/good.txt", PLAIN)]);
    symlink(".", scratch.path("news/again")).unwrap();
    let ran = scratch.run(&["report", "news", "--format", "jsonl"]).complains(&["again"]);
    assert_eq!(ran.stdout.lines().count(), 1, "{ran:#?}");
}

#[test]
fn a_file_that_breaks_off_ends() {
    let scratch = Scratch::with(&[("good.txt", PLAIN)]);
    for name in ["broken.jsonl", "broken.txt"] {
        symlink("/proc/self/mem", scratch.path(name)).unwrap();
        let ran = scratch.run(&["report", name, "good.txt", "--format", "jsonl"]).refuses(&[name]);
        assert_eq!(ran.stdout.lines().count(), 1, "{ran:#?}");
    }
}

#[test]
fn each_bad_json_line_is_named_with_its_line_and_the_rest_goes_on() {
    let lines = [
        r#"{"text":"They are puppets.","id":"one","lean":"left"}"#,
        "not json",
        r#"{"id":"two"}"#,
        r#"{"text":3}"#,
        r#"["text"]"#,
        "",
        r#"{"text":"The ministers met."}"#,
    ];
    let scratch = Scratch::with(&[("all.jsonl", &lines.join("\n"))]);
    let ran = scratch
        .run(&["report", "all.jsonl", "--format", "csv", "--rows", "documents"])
        .complains(&[
            "all.jsonl:2: not a JSON object",
            "all.jsonl:3: has no \"text\"",
            "all.jsonl:4: \"text\" is not a string",
            "all.jsonl:5: not a JSON object",
        ]);
    assert_eq!(ran.stderr.lines().count(), 4, "{ran:#?}");
    let rows = ran.rows();
    assert_eq!(rows.column("id"), ["one", "all.jsonl:7"]);
    assert_eq!(rows.column("meta.lean"), ["left", ""]);
}

#[test]
fn json_lines_without_a_word_are_texts_all_the_same() {
    let scratch =
        Scratch::with(&[("all.jsonl", "{\"text\":\"\",\"id\":1}\n{\"text\":\" \\n\",\"id\":2}\n")]);
    let ran = scratch.run(&["report", "all.jsonl", "--format", "jsonl"]).done();
    for line in ran.stdout.lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(record["stats"]["words"], 0);
        assert_eq!(record["stats"]["rate"], serde_json::Value::Null, "a rate over nothing is null");
    }
    assert_eq!(ran.stdout.lines().count(), 2);
}

#[test]
fn standard_input_is_a_text_or_json_lines() {
    let scratch = Scratch::new();
    let report = ["report", "-", "--format", "csv", "--rows", "documents"];
    let ran = scratch.feed(&report, LOADED.as_bytes()).done();
    assert_eq!(ran.rows().column("id"), ["standard input"]);
    assert_eq!(ran.rows().column("count.name-calling"), ["1"]);
    let lines = format!(
        "{{\"id\":\"a\",\"text\":{:?},\"year\":2024}}\n{{\"id\":\"b\",\"text\":\"x\"}}\n",
        LOADED.trim()
    );
    let ran = scratch.feed(&report, lines.as_bytes()).done();
    assert_eq!(ran.rows().column("id"), ["a", "b"]);
    assert_eq!(ran.rows().column("meta.year"), ["2024", ""]);
    scratch.feed(&report, b"").finds_no_text(&["standard input", "is empty"]);
    scratch.feed(&report, b"\xFF\xFE").finds_no_text(&["standard input", "utf-16le"]);
    scratch.feed(&report, b"{not json\n").done();
}

/// A line of this many bytes, and what the program must find in it.
fn one_line(bytes: usize) {
    let sentence = "The general called them puppets of a foreign power and nobody spoke ";
    let count = bytes / sentence.len();
    let scratch = Scratch::new();
    scratch.file("line.txt", sentence.repeat(count));
    let report =
        ["report", "line.txt", "--format", "csv", "--rows", "documents", "--only", "name-calling"];
    let rows = scratch.run(&report).done().rows();
    assert_eq!(rows.column("count.name-calling"), [(count).to_string()]);
    assert_eq!(rows.column("words"), [(count * 12).to_string()]);
}

#[test]
fn one_line_of_50_mb_is_read() {
    one_line(50 << 20);
}

#[test]
fn hostile_lines_take_time_linear_in_their_length() {
    let scratch = Scratch::new();
    for (name, unit) in [
        ("quotes", "\""),
        ("open", "“("),
        ("dots", ". "),
        ("stops", "a."),
        ("hyphens", "a-"),
        ("capitals", "A "),
        ("gaps", "either "),
        ("marks", "e\u{301}\u{301}"),
        ("breaks", "\n\n"),
        ("apostrophes", "'a "),
        ("terms", "puppet "),
        ("nested", "“a ‘b "),
        ("dateline", "Pyongyang, January "),
    ] {
        let name = format!("{name}.txt");
        scratch.file(&name, format!("word {}", unit.repeat((1 << 20) / unit.len())));
        let started = std::time::Instant::now();
        let ran = scratch.run(&["report", &name, "--format", "csv", "--rows", "documents"]).done();
        assert_eq!(ran.rows().rows.len(), 1, "{name}");
        let seconds = started.elapsed().as_secs_f64();
        // A minute for a megabyte is no matter of a slow machine.
        assert!(seconds < 60.0, "{name} took {seconds:.0} s for 1 MB");
    }
}
