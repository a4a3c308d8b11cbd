//! Where bytes go: nothing already written is lost, devices are written straight through, and a
//! reader that goes away is no fault.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};

use crate::scratch::{LOADED, Scratch};

const TO: &[&str] = &["report", "a.txt", "--format", "csv", "-o"];

fn scratch() -> Scratch {
    Scratch::with(&[("a.txt", LOADED)])
}

/// The report of `a.txt` on standard output.
fn expected(scratch: &Scratch) -> String {
    scratch.run(&TO[..4]).done().stdout
}

#[test]
fn a_file_is_whole_and_nothing_is_left_beside_it() {
    let scratch = scratch();
    let ran = scratch.run(&[TO, &["out.csv"]].concat()).done();
    assert_eq!(ran.stdout, "");
    assert_eq!(scratch.text("out.csv"), expected(&scratch));
    assert_eq!(scratch.names(), ["a.txt", "out.csv"]);
}

#[test]
fn places_that_cannot_be_written_are_named() {
    let scratch = scratch();
    scratch.file("folder/keep", "");
    scratch.run(&[TO, &["none/out.csv"]].concat()).refuses(&[
        "none/out.csv",
        "there is no folder none",
        "make it first",
    ]);
    scratch.run(&[TO, &["folder"]].concat()).refuses(&["folder", "it is a folder", "name a file"]);
    scratch.run(&[TO, &["a.txt/out.csv"]].concat()).refuses(&["a.txt/out.csv"]);
    assert_eq!(scratch.text("a.txt"), LOADED);
}

#[test]
fn a_full_disk_is_named_and_no_device_is_replaced() {
    let scratch = scratch();
    for format in ["csv", "jsonl", "json"] {
        scratch
            .run(&["report", "a.txt", "--format", format, "-o", "/dev/full"])
            .refuses(&["/dev/full", "No space left"]);
    }
    scratch.file("b.txt", "All was calm in the town hall on Monday.");
    scratch
        .run(&["compare", "a.txt", "b.txt", "--format", "csv", "-o", "/dev/full"])
        .refuses(&["/dev/full", "No space left"]);
    scratch
        .shell("framescope report a.txt --format csv > /dev/full")
        .refuses(&["standard output", "No space left"]);
    scratch
        .shell("framescope lexicon list > /dev/full")
        .refuses(&["standard output", "No space left"]);
    assert!(!fs::metadata("/dev/full").unwrap().is_file());
    scratch.run(&[TO, &["/dev/null"]].concat()).done();
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn dev_stdout_is_written_straight_through() {
    let scratch = scratch();
    let report = expected(&scratch);
    assert_eq!(scratch.run(&[TO, &["/dev/stdout"]].concat()).done().stdout, report);
    assert_eq!(scratch.run(&[TO, &["-"]].concat()).done().stdout, report);
    scratch.file("log.csv", "kept\n");
    scratch.shell("framescope report a.txt --format csv -o /dev/stdout >> log.csv").done();
    assert_eq!(scratch.text("log.csv"), format!("kept\n{report}"), "appended to, not replaced");
}

#[test]
fn a_pipe_and_a_link_stay_what_they_are() {
    let scratch = scratch();
    let report = expected(&scratch);
    let ran = scratch.shell(
        "mkfifo pipe; cat pipe & framescope report a.txt --format csv -o pipe; wait; test -p pipe",
    );
    assert_eq!(ran.done().stdout, report);
    scratch.file("real/out.csv", "old");
    symlink("real/out.csv", scratch.path("link.csv")).unwrap();
    scratch.run(&[TO, &["link.csv"]].concat()).done();
    assert!(fs::symlink_metadata(scratch.path("link.csv")).unwrap().is_symlink());
    assert_eq!(scratch.text("real/out.csv"), report);
    symlink("real/new.csv", scratch.path("dangling.csv")).unwrap();
    scratch.run(&[TO, &["dangling.csv"]].concat()).done();
    assert!(fs::symlink_metadata(scratch.path("dangling.csv")).unwrap().is_symlink());
    assert_eq!(scratch.text("real/new.csv"), report);
}

#[test]
fn the_rights_of_a_file_are_kept() {
    let scratch = scratch();
    for mode in [0o640, 0o600, 0o444] {
        scratch.file("out.csv", "old");
        let rights = fs::Permissions::from_mode(mode);
        fs::set_permissions(scratch.path("out.csv"), rights).unwrap();
        scratch.run(&[TO, &["out.csv"]].concat()).done();
        let kept = fs::metadata(scratch.path("out.csv")).unwrap().permissions().mode();
        assert_eq!(kept & 0o777, mode);
        fs::remove_file(scratch.path("out.csv")).unwrap();
    }
    scratch.shell("umask 027; framescope report a.txt -o new.csv").done();
    let new = fs::metadata(scratch.path("new.csv")).unwrap().permissions().mode();
    assert_eq!(new & 0o777, 0o640, "a new file has the rights that the umask leaves");
}

#[test]
fn a_run_that_fails_leaves_the_old_file_as_it_was() {
    let scratch = scratch();
    scratch.file("empty.txt", "");
    scratch.file("bad.toml", "id = 3\n");
    for arguments in [
        &["report", "empty.txt", "-o", "out.csv"][..],
        &["report", "no-such.txt", "-o", "out.csv"],
        &["report", "a.txt", "--lexicon", "bad.toml", "-o", "out.csv"],
        &["report", "a.txt", "--only", "nonsense", "-o", "out.csv"],
        &["compare", "a.txt", "empty.txt", "-o", "out.csv"],
    ] {
        scratch.file("out.csv", "old");
        scratch.run(arguments).exits(2);
        assert_eq!(scratch.text("out.csv"), "old", "{arguments:?}");
        assert_eq!(scratch.names(), ["a.txt", "bad.toml", "empty.txt", "out.csv"], "{arguments:?}");
    }
}

#[test]
fn a_file_that_is_read_can_be_written_over() {
    let scratch = scratch();
    let report = expected(&scratch);
    scratch.run(&[TO, &["a.txt"]].concat()).done();
    assert_eq!(scratch.text("a.txt"), report);
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let scratch = Scratch::new();
    let lines = format!("{{\"text\":{:?}}}\n", LOADED.trim()).repeat(3000);
    scratch.file("all.jsonl", lines);
    for rest in [
        "report all.jsonl --format jsonl",
        "lexicon show loaded-negative --toml",
        "schema report",
        "man",
    ] {
        let ran =
            scratch.shell(&format!("framescope {rest} | head -1; echo \"${{PIPESTATUS[0]}}\""));
        assert_eq!(ran.stdout.lines().last(), Some("0"), "{rest}");
        assert_eq!(ran.done().stdout.lines().count(), 2, "{rest}");
    }
}
