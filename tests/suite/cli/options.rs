//! Options: exit codes of `--fail-over`, formats and extensions, colour, selections, help.

use crate::scratch::{LOADED, PLAIN, Scratch};

fn scratch() -> Scratch {
    Scratch::with(&[("loaded.txt", LOADED), ("plain.txt", PLAIN), ("empty.txt", "")])
}

#[test]
fn fail_over_tells_done_over_and_wrong_apart() {
    let scratch = scratch();
    let report = |rest: &[&str]| scratch.run(&[&["report", "--format", "jsonl"], rest].concat());
    report(&["plain.txt", "--fail-over", "0"]).exits(0);
    report(&["loaded.txt", "--fail-over", "0"]).exits(1);
    report(&["loaded.txt", "--fail-over", "1000"]).exits(0);
    report(&["plain.txt", "loaded.txt", "--fail-over", "30.5"]).exits(1);
    report(&["loaded.txt", "empty.txt", "--fail-over", "0"]).complains(&["empty.txt"]);
    for rate in ["much", "NaN", "-1"] {
        report(&["loaded.txt", &format!("--fail-over={rate}")]).complains(&["--fail-over", rate]);
    }
}

#[test]
fn the_extension_tells_the_format() {
    let scratch = scratch();
    let begins = [
        ("csv", "id,"),
        ("json", "{\"stamp\""),
        ("jsonl", "{\"id\""),
        ("ndjson", "{\"id\""),
        ("CSV", "id,"),
    ];
    for (extension, start) in begins {
        let name = format!("out.{extension}");
        scratch.run(&["report", "loaded.txt", "-o", &name]).done();
        assert!(scratch.text(&name).starts_with(start), "{name}: {}", scratch.text(&name));
    }
    scratch.run(&["report", "loaded.txt", "-o", "out.csv", "--format", "jsonl"]).done();
    assert!(scratch.text("out.csv").starts_with("{\"id\""), "--format goes before the extension");
    scratch
        .run(&["report", "loaded.txt", "-o", "out.xlsx"])
        .refuses(&[".xlsx", "--format", "csv", "html"]);
    assert!(!scratch.path("out.xlsx").exists());
    scratch.run(&["report", "loaded.txt", "--format", "xml"]).complains(&["xml", "csv"]);
}

#[test]
fn colour_is_for_terminals_and_whoever_asks() {
    let scratch = scratch();
    let coloured = |arguments: &[&str], no_color: Option<&str>| {
        let mut command = scratch.command(arguments);
        if let Some(value) = no_color {
            command.env("NO_COLOR", value);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        output.stdout.contains(&0x1b)
    };
    for arguments in [&["report", "loaded.txt"][..], &["compare", "loaded.txt", "plain.txt"]] {
        let always = [arguments, &["--color", "always"]].concat();
        let never = [arguments, &["--color", "never"]].concat();
        assert!(!coloured(arguments, None), "a pipe is no terminal");
        assert!(!coloured(arguments, Some("1")));
        assert!(!coloured(&never, None));
        assert!(coloured(&always, None), "{always:?}");
        assert!(coloured(&always, Some("1")), "what is typed goes before NO_COLOR");
    }
}

#[test]
fn a_selection_names_the_known_ids_near_an_unknown_one() {
    let scratch = scratch();
    for option in ["--only", "--without"] {
        scratch
            .run(&["report", "loaded.txt", option, "name-caling"])
            .refuses(&["name-caling", "name-calling"]);
        scratch
            .run(&["compare", "loaded.txt", "plain.txt", option, "stanse"])
            .refuses(&["stanse", "stance"]);
    }
    scratch.run(&["report", "loaded.txt", "--only", "zzz"]).refuses(&[
        "zzz",
        "name-calling",
        "labels",
    ]);
    scratch
        .run(&["report", "loaded.txt", "--only", "labels", "--without", "labels"])
        .refuses(&["no category", "choose fewer"]);
    let report = [
        "report",
        "loaded.txt",
        "--format",
        "csv",
        "--rows",
        "findings",
        "--only",
        "stance,name-calling",
    ];
    let rows = scratch.run(&report).done().rows();
    assert!(rows.column("category").contains(&"name-calling"));
    assert!(rows.column("stamp")[0].contains("--only stance,name-calling"));
}

#[test]
fn usage_that_is_wrong_exits_with_2_and_help_teaches_by_example() {
    let scratch = scratch();
    for wrong in [
        &[][..],
        &["report"],
        &["repot", "a"],
        &["report", "loaded.txt", "--rows", "all"],
        &["compare", "loaded.txt"],
    ] {
        let ran = scratch.run(wrong).exits(2);
        assert!(!ran.stderr.is_empty() && ran.stdout.is_empty(), "{ran:#?}");
    }
    for help in [&["--help"][..], &["report", "--help"], &["compare", "--help"]] {
        let ran = scratch.run(help).done();
        assert!(ran.stdout.contains("Examples:") && ran.stdout.contains("framescope "), "{ran:#?}");
    }
    let version = scratch.run(&["--version"]).done().stdout;
    assert_eq!(version, format!("framescope {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn completions_and_the_manual_name_every_command() {
    let scratch = scratch();
    let commands = ["report", "compare", "lexicon", "schema"];
    for arguments in
        [&["completions", "bash"][..], &["completions", "zsh"], &["completions", "fish"], &["man"]]
    {
        let ran = scratch.run(arguments).done();
        for command in commands {
            assert!(ran.stdout.contains(command), "{arguments:?} does not name {command}");
        }
    }
    scratch.run(&["completions", "cobol"]).complains(&["cobol", "bash"]);
}

#[test]
fn threads_and_repetition_change_no_byte() {
    let scratch = Scratch::new();
    let mut lines = String::new();
    for number in 0..400 {
        let text = if number % 3 == 0 { LOADED } else { PLAIN }.repeat(1 + number % 7);
        lines.push_str(
            &serde_json::json!({"id": number, "text": text, "by": number % 2}).to_string(),
        );
        lines.push('\n');
    }
    scratch.file("all.jsonl", lines);
    for format in ["text", "json", "jsonl", "csv", "markdown", "html"] {
        let run = |threads: &str| {
            scratch
                .run(&["report", "all.jsonl", "--format", format, "--threads", threads])
                .done()
                .stdout
        };
        let one = run("1");
        assert!(one == run("2") && one == run("1"), "{format} differs between runs");
    }
    let compare = ["compare", "all.jsonl", "all.jsonl", "--format", "json"];
    assert_eq!(scratch.run(&compare).exits(0).stdout, scratch.run(&compare).exits(0).stdout);
}

#[test]
fn paragraphs_are_told_apart_as_asked() {
    let scratch = Scratch::with(&[("a.txt", "One line.\nAnother line.\n\nA third line.\n")]);
    for (how, count) in [("line", 3), ("blank", 2)] {
        let report = ["report", "a.txt", "--format", "csv", "--paragraphs", how];
        assert_eq!(scratch.run(&report).done().rows().rows.len(), count, "{how}");
    }
}
