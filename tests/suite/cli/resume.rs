//! `report --resume`: whatever cuts a run off, the same command ends with the report that an
//! uninterrupted run makes, and leaves nothing else behind.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use crate::scratch::{LOADED, PLAIN, Scratch};

/// Inputs of several kinds, about 400 kB, with faults among them.
fn corpus() -> Scratch {
    let scratch = Scratch::with(&[("in/a.txt", LOADED), ("in/empty.txt", ""), ("in/z.txt", PLAIN)]);
    let (mut lines, mut rows) = (String::new(), "id,year,text\n".to_owned());
    for number in 0..90 {
        let text = format!("{}{}", PLAIN.trim().repeat(number % 7), LOADED.trim()).repeat(4);
        writeln!(
            lines,
            "{{\"id\":\"line {number}\",\"text\":{text:?},\"lean\":\"l{}\"}}",
            number % 3
        )
        .unwrap();
        writeln!(rows, "row {number},{},{text}", 1990 + number).unwrap();
        if number % 20 == 7 {
            lines.push_str("{broken\n");
            rows.push_str("ragged\n");
        }
    }
    scratch.file("in/b.jsonl", lines);
    scratch.file("in/c.csv", rows);
    scratch
}

const FORMATS: &[&str] = &["csv", "jsonl", "json", "text", "markdown", "html"];

fn command<'a>(format: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    [
        &[
            "report",
            "in",
            "--threads",
            "1",
            "--only",
            "labels,stance",
            "--format",
            format,
            "-o",
            "out",
        ],
        rest,
    ]
    .concat()
}

#[test]
fn a_run_that_nothing_cuts_off_leaves_the_report_alone() {
    let scratch = corpus();
    for format in FORMATS {
        let plain = scratch.run(&command(format, &[])).exits(2);
        let expected = scratch.text("out");
        fs::remove_file(scratch.path("out")).unwrap();
        let ran = scratch.run(&command(format, &["--resume", "work"])).exits(2);
        assert_eq!(scratch.text("out"), expected, "{format}");
        assert_eq!(ran.stderr, plain.stderr, "{format}");
        assert_eq!(scratch.names(), ["in", "out"], "{format}");
    }
}

/// Starts the command, kills it when its journal has grown to `bytes` or a while after, and tells
/// whether it was killed.
fn killed(scratch: &Scratch, arguments: &[&str], bytes: u64, after: Duration) -> bool {
    let mut command = scratch.command(arguments);
    command.stderr(std::process::Stdio::null());
    let mut child = command.spawn().unwrap();
    let started = Instant::now();
    loop {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        let size = fs::metadata(scratch.path("work")).map_or(0, |found| found.len());
        if size >= bytes {
            std::thread::sleep(after);
            child.kill().unwrap();
            return !child.wait().unwrap().success();
        }
        assert!(started.elapsed() < Duration::from_secs(120), "the run hangs");
        std::thread::sleep(Duration::from_micros(200));
    }
}

#[test]
fn a_killed_run_is_gone_on_with_in_every_format() {
    let scratch = corpus();
    let mut kills = 0;
    for format in FORMATS {
        scratch.run(&command(format, &[])).exits(2);
        let expected = scratch.text("out");
        scratch.file("out", "old");
        let arguments = command(format, &["--resume", "work"]);
        let mut bytes = 0;
        // Each run is killed behind the next frame, sooner or later after it was written.
        for round in 0..7_u64 {
            let after = Duration::from_micros((round * 7919 + expected.len() as u64) % 4000);
            if !killed(&scratch, &arguments, bytes, after) {
                break;
            }
            kills += 1;
            assert_eq!(
                scratch.text("out"),
                "old",
                "{format}: the report comes whole or not at all"
            );
            bytes = fs::metadata(scratch.path("work")).map_or(0, |found| found.len() + 1);
        }
        scratch.run(&arguments).exits(2);
        assert_eq!(scratch.text("out"), expected, "{format}");
        let names = scratch.names();
        let own = |name: &&String| !name.starts_with(".framescope-");
        assert_eq!(names.iter().filter(own).collect::<Vec<_>>(), ["in", "out"], "{format}");
        fs::remove_file(scratch.path("out")).unwrap();
    }
    assert!(kills >= 24, "only {kills} runs were killed");
}

#[test]
fn a_torn_journal_is_gone_on_with() {
    let scratch = corpus();
    scratch.run(&command("csv", &[])).exits(2);
    let expected = scratch.text("out");
    let arguments = command("csv", &["--resume", "work"]);
    assert!(killed(&scratch, &arguments, 60_000, Duration::ZERO));
    let journal = fs::read(scratch.path("work")).unwrap();
    for part in 0..12 {
        let cut = journal.len() * part / 11;
        scratch.file("work", &journal[..cut]);
        let ran = scratch.run(&arguments).exits(2);
        assert_eq!(scratch.text("out"), expected, "{cut}");
        assert_eq!(ran.stderr.matches("skipped: ").count(), 11, "{cut}: {ran:#?}");
        assert_eq!(scratch.names(), ["in", "out"], "{cut}");
    }
}

#[test]
fn another_run_is_refused_and_the_journal_kept() {
    let scratch = corpus();
    let arguments = command("csv", &["--resume", "work"]);
    let cut = || assert!(killed(&scratch, &arguments, 60_000, Duration::ZERO));
    cut();
    let journal = fs::read(scratch.path("work")).unwrap();
    for (rest, parts) in [
        (&["--where", "lean=l1"][..], &["options was", "lean=l1"][..]),
        (&["--rows", "findings"], &["--rows was \"paragraphs\", and is \"findings\""]),
        (&["--fail-over", "3"], &["--fail-over was \"none\", and is \"3\""]),
        (&["--explain"], &["--explain was \"false\""]),
    ] {
        let ran =
            scratch.run(&[&arguments[..], rest].concat()).complains(&["--resume: work was begun"]);
        ran.complains(parts).complains(&["take work away to begin anew"]);
    }
    scratch.file("in/a.txt", "Changed.");
    scratch.run(&arguments).complains(&["the input \"in/a.txt\" has changed since"]);
    scratch.file("in/new.txt", "New.");
    scratch.run(&arguments).complains(&["begun with something else"]);
    assert_eq!(fs::read(scratch.path("work")).unwrap(), journal);
    assert!(!scratch.path("out").exists());
    fs::remove_file(scratch.path("work")).unwrap();
    scratch.run(&arguments).exits(2);
    assert_eq!(scratch.names(), ["in", "out"]);
}

#[test]
fn what_cannot_be_gone_on_with_is_refused() {
    let scratch =
        Scratch::with(&[("a.txt", LOADED), ("data.csv", "id,text\n1,mine\n"), ("empty.txt", "")]);
    let run = |rest: &[&str]| scratch.run(&[&["report"], rest].concat());
    run(&["a.txt", "--resume", "work"]).refuses(&["--resume needs a file", "add -o FILE"]);
    run(&["a.txt", "-o", "-", "--format", "csv", "--resume", "work"]).refuses(&["add -o FILE"]);
    run(&["-", "-o", "out.csv", "--resume", "work"])
        .refuses(&["standard input", "write it to a file first"]);
    run(&["a.txt", "-o", "out.csv", "--resume", "out.csv"]).refuses(&["both name out.csv"]);
    run(&["a.txt", "-o", "out.csv", "--resume", "./out.csv"]).refuses(&["both name out.csv"]);
    run(&["a.txt", "-o", "/dev/null", "--format", "csv", "--resume", "work"])
        .refuses(&["/dev/null is no regular file"]);
    run(&["a.txt", "-o", "out.csv", "--resume", "data.csv"])
        .refuses(&["data.csv holds something else"]);
    run(&["a.txt", "-o", "out.csv", "--resume", "none/work"]).refuses(&["none/work"]);
    symlink("/dev/null", scratch.path("pipe.txt")).unwrap();
    run(&["pipe.txt", "-o", "out.csv", "--resume", "work"])
        .refuses(&["pipe.txt", "read a second time"]);
    run(&["empty.txt", "-o", "out.csv", "--resume", "work"]).finds_no_text(&["empty.txt"]);
    assert_eq!(scratch.text("data.csv"), "id,text\n1,mine\n");
    assert_eq!(scratch.names(), ["a.txt", "data.csv", "empty.txt", "pipe.txt"]);
}
