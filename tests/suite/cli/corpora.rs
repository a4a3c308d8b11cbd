//! Corpora: CSV, TSV and packed files, columns by name, texts that are too long, and `--where`.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::scratch::{LOADED, PLAIN, Ran, Scratch};

const DOCUMENTS: &[&str] = &["--format", "csv", "--rows", "documents"];

/// A report of `inputs`, a row a document.
fn report(scratch: &Scratch, arguments: &[&str]) -> Ran {
    scratch.run(&[&["report"], arguments, DOCUMENTS].concat())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn csv_and_tsv_are_read_as_json_lines_are() {
    let scratch = Scratch::new();
    let (loaded, plain) = (LOADED.trim(), PLAIN.trim());
    let csv = format!(
        "\u{FEFF}id,lean,text\r\na,left,\"{loaded}\r\n\r\n\"\"{plain}\"\"\"\r\nb,,{plain}\r\n"
    );
    scratch.file("a.csv", csv);
    scratch.file("b.csv", format!("id;lean;text\na;left;{loaded}\nb;;{plain}\n"));
    scratch.file("c.tsv", format!("id\tlean\ttext\na\tleft\t{loaded}\nb\t\t{plain}\n"));
    let wide = format!("id,lean,text\na,left,{loaded}\nb,,{plain}\n");
    let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    scratch.file("d.csv", wide);
    for (arguments, words) in [
        (&["a.csv"][..], ["14", "5"]),
        (&["b.csv"], ["9", "5"]),
        (&["c.tsv"], ["9", "5"]),
        (&["d.csv", "--encoding", "utf-16le"], ["9", "5"]),
    ] {
        let rows = report(&scratch, arguments).done().rows();
        assert_eq!(rows.column("id"), ["a", "b"], "{arguments:?}");
        assert_eq!(rows.column("meta.lean"), ["left", ""], "{arguments:?}");
        assert_eq!(rows.column("words"), words, "{arguments:?}");
        assert_eq!(rows.column("count.name-calling"), ["1", "0"], "{arguments:?}");
    }
    report(&scratch, &["d.csv"]).finds_no_text(&["d.csv:1: ", "--encoding utf-16le"]);
}

#[test]
fn columns_have_the_names_that_are_typed() {
    let scratch = Scratch::with(&[
        ("a.csv", "nr,body,text\n7,The ministers met.,note\n"),
        ("b.jsonl", "{\"nr\":8,\"body\":\"They met.\",\"text\":\"note\"}\n"),
    ]);
    let named = ["a.csv", "b.jsonl", "--text", "body", "--id", "nr"];
    let rows = report(&scratch, &named).done().rows();
    assert_eq!(rows.column("id"), ["7", "8"]);
    assert_eq!(rows.column("meta.text"), ["note", "note"]);
    assert!(!rows.header.contains(&"meta.body".to_owned()), "{:?}", rows.header);
    let stamp = scratch.run(&["report", "--text", "body", "--id", "nr", "a.csv"]).done().stdout;
    assert!(
        stamp
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains("--text \"body\" --id \"nr\"")
    );
    report(&scratch, &["a.csv", "--text", "story"]).finds_no_text(&[
        "a.csv has no column \"story\"",
        "its columns are nr, body, text",
        "--text NAME",
    ]);
    report(&scratch, &["a.csv", "--id", "key"]).finds_no_text(&["no column \"key\"", "--id NAME"]);
    report(&scratch, &["b.jsonl", "--text", "story"]).finds_no_text(&[
        "b.jsonl:1: has no \"story\"",
        "its fields are nr, body, text",
        "--text NAME",
    ]);
}

#[test]
fn a_ragged_row_is_named_and_the_rest_goes_on() {
    let scratch = Scratch::with(&[(
        "a.csv",
        "id,text\n1,They met.\n2\n3,\"They\nleft.\"\n4,They, too.\n5,They sat.\n6,\"open\n7,x\n",
    )]);
    let ran = report(&scratch, &["a.csv"]).complains(&[
        "skipped: a.csv:3: has 1 field, and the first row names 2 columns",
        "skipped: a.csv:6: has 3 fields",
    ]);
    assert_eq!(ran.rows().column("id"), ["1", "3", "5", "6"]);
    scratch.file("b.csv", "id,lean,text\n1,a,They met.\n2,\"b,They sat.\n3,c,They left.\n");
    let ran = report(&scratch, &["b.csv"]).refuses(&["b.csv:3: has 2 fields", "mark left open"]);
    assert_eq!(ran.rows().column("id"), ["1"]);
}

#[test]
fn packed_files_are_read_as_plain_ones() {
    let scratch = Scratch::new();
    let lines = format!("{{\"id\":\"a\",\"text\":{:?},\"n\":1}}\n", LOADED.trim());
    let csv = format!("id,n,text\nc,3,{LOADED}");
    scratch.file("in/a.jsonl.gz", [gzip(lines.as_bytes()), gzip(lines.as_bytes())].concat());
    scratch.file("in/b.txt.gz", gzip(LOADED.as_bytes()));
    scratch.file("in/c.csv.zst", zstd::encode_all(csv.as_bytes(), 3).unwrap());
    scratch.file("in/d.txt.gz", LOADED);
    scratch.file("in/e.gz", "not looked at");
    let rows = report(&scratch, &["in"]).done().rows();
    assert_eq!(rows.column("id"), ["a", "a", "in/b.txt.gz", "c", "in/d.txt.gz"]);
    assert_eq!(rows.column("meta.n"), ["1", "1", "", "3", ""]);
    assert_eq!(rows.column("count.name-calling"), ["1"; 5]);
    for packed in [gzip(lines.as_bytes()), zstd::encode_all(lines.as_bytes(), 3).unwrap()] {
        let ran = scratch.feed(&[&["report", "-"], DOCUMENTS].concat(), &packed).done();
        assert_eq!(ran.rows().column("id"), ["a"]);
    }
    let ran = scratch.feed(&[&["report", "-"], DOCUMENTS].concat(), &gzip(LOADED.as_bytes()));
    assert_eq!(ran.done().rows().column("id"), ["standard input"]);
}

#[test]
fn a_packed_file_that_breaks_off_gives_what_is_whole() {
    let scratch = Scratch::new();
    let mut lines = String::new();
    for number in 0..400_u32 {
        let noise = number.wrapping_mul(2_654_435_761);
        writeln!(lines, "{{\"id\":\"{number}\",\"text\":\"They met {noise} times.\"}}").unwrap();
    }
    let whole = gzip(lines.as_bytes());
    scratch.file("cut.jsonl.gz", &whole[..whole.len() / 2]);
    scratch.file("cut.txt.gz", &gzip(LOADED.as_bytes())[..20]);
    let ran =
        report(&scratch, &["cut.jsonl.gz"]).refuses(&["skipped: cut.jsonl.gz:", "breaks off here"]);
    let rows = ran.rows();
    let ids = rows.column("id");
    assert!(ids.len() > 50 && ids.len() < 350, "{}", ids.len());
    assert!(ids.iter().enumerate().all(|(at, id)| *id == at.to_string()), "{ids:?}");
    report(&scratch, &["cut.txt.gz"]).finds_no_text(&["cut.txt.gz", "breaks off here"]);
    let mut bad = whole;
    bad[100] ^= 0xFF;
    scratch.file("bad.jsonl.gz", bad);
    report(&scratch, &["bad.jsonl.gz"]).complains(&["bad.jsonl.gz:"]);
}

/// A run that may take 2 GB of addresses and no more, far less than what is unpacked.
fn in_little_memory(scratch: &Scratch, arguments: &[&str]) -> Ran {
    scratch.shell(&format!("ulimit -v 2000000; framescope {}", arguments.join(" ")))
}

#[test]
fn a_bomb_is_named_and_never_held() {
    let scratch = Scratch::new();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let zeros = vec![b'a'; 1 << 20];
    for _ in 0..2500 {
        encoder.write_all(&zeros).unwrap();
    }
    let bomb = encoder.finish().unwrap();
    assert!(bomb.len() < 20 << 20);
    let after = gzip(b"\n{\"text\":\"They met.\",\"id\":\"after\"}\n");
    scratch.file("bomb.txt.gz", &bomb);
    scratch.file("bomb.jsonl.gz", [&bomb[..], &after].concat());
    scratch.file(
        "bomb.csv.gz",
        [&gzip(b"id,text\n1,")[..], &bomb, &gzip(b"\nafter,They met.\n")].concat(),
    );
    for (name, place) in [
        ("bomb.txt.gz", "bomb.txt.gz is longer"),
        ("bomb.jsonl.gz", ":1: is longer"),
        ("bomb.csv.gz", ":2: is longer"),
    ] {
        let arguments =
            [&["report", name, "--max-size", "5MB", "--threads", "1"], DOCUMENTS].concat();
        let ran = in_little_memory(&scratch, &arguments).complains(&[
            place,
            "than 5 MB once unpacked",
            "--max-size",
        ]);
        if name != "bomb.txt.gz" {
            assert_eq!(ran.rows().column("id"), ["after"]);
        }
    }
    let refused = report(&scratch, &["bomb.txt.gz", "--max-size", "much"]);
    refused.complains(&["--max-size", "such as 500kB, 200MB or 2GB"]);
}

#[test]
fn texts_are_chosen_by_their_fields() {
    let scratch = Scratch::with(&[
        ("a.csv", "id,lean,year,text\n1,left,2011,A\n2,right,2011,B\n3,left,2012,C\n4,,2011,D\n"),
        ("b.jsonl", "{\"id\":\"5\",\"lean\":\"left\",\"year\":2011,\"text\":\"E\"}\n"),
        ("c.txt", "They met."),
    ]);
    let all = ["a.csv", "b.jsonl", "c.txt"];
    for (conditions, ids, note) in [
        (&["lean=left", "year=2011"][..], &["1", "5"][..], "left out 4 of 6 texts, 2 of them"),
        (&["lean=left", "lean=right"], &["1", "2", "3", "5"], "left out 2 of 6 texts, 2 of them"),
        (&["lean!=left"], &["2"], "left out 5 of 6"),
        (&["year=2012"], &["3"], "left out 5 of 6 texts, 1 of them because they lack a field"),
    ] {
        let typed: Vec<&str> = conditions.iter().flat_map(|one| ["--where", one]).collect();
        let ran = report(&scratch, &[&all[..], &typed].concat()).exits(0);
        assert_eq!(ran.rows().column("id"), ids, "{conditions:?}");
        assert!(ran.stderr.starts_with("note: --where ") && ran.stderr.contains(note), "{ran:#?}");
        assert_eq!(ran.stderr.lines().count(), 1);
    }
    scratch
        .run(&[
            "report",
            "a.csv",
            "--where",
            "year=2011",
            "--where",
            "lean!=left",
            "--format",
            "json",
        ])
        .exits(0)
        .stdout
        .contains(r#"--where \"year=2011\" --where \"lean!=left\""#)
        .then_some(())
        .unwrap();
    report(&scratch, &["a.csv", "c.txt", "--where", "leen=left"]).refuses(&[
        "--where",
        "\"leen\"",
        "fields are lean, year",
    ]);
    report(&scratch, &["c.txt", "--where", "leen=left"]).refuses(&["the texts have no fields"]);
    report(&scratch, &["a.csv", "--where", "lean"]).refuses(&["--where", "FIELD=VALUE"]);
    let ran = report(&scratch, &["a.csv", "--where", "year=1999"]).exits(2);
    assert!(
        ran.stderr.contains("left out 4 of 4") && ran.stderr.contains("gave a text"),
        "{ran:#?}"
    );
    let ran =
        scratch.run(&["compare", "a.csv", "b.jsonl", "--where", "lean=left", "--format", "csv"]);
    let note = "note: --where left out 2 of 4 texts, 1 of them because they lack a field\n";
    let ran = ran.exits(0);
    assert!(ran.stderr.starts_with(note), "{ran:#?}");
    assert!(ran.stderr.contains("b.jsonl has one document"), "{ran:#?}");
}
