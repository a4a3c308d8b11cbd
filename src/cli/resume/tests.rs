//! A journal that is cut or changed anywhere is gone on with from its last whole batch.

use std::fs;

use super::*;
use crate::report::{FORMATS, Rows, Setting, Stamp};

fn header(options: &str) -> Header {
    let lexicon = crate::lexicon::Lexicon::compile(&[]).unwrap();
    let setting = Setting {
        lexicon: &lexicon,
        stamp: Stamp::new(&lexicon, options.to_owned()),
        rows: Rows::default(),
        by_period: false,
        explain: false,
        width: 80,
        colour: false,
        fields: Vec::new(),
    };
    Header::new(&setting, &FORMATS[0], None, &[], &[]).ok().unwrap()
}

/// The state behind `batches` batches, as it is given to the journal.
fn state(batches: usize) -> State {
    let mut state = State { over: batches > 2, ..State::default() };
    state.mark.documents = batches * 3;
    state.skipped = vec![format!("skipped in batch {batches}")];
    state
}

fn bytes(batch: usize) -> Vec<u8> {
    format!("batch {batch} ").repeat(5 * batch).into_bytes()
}

fn content(journal: &mut Journal) -> Vec<u8> {
    let mut all = Vec::new();
    let read = journal.read(|bytes| {
        all.extend_from_slice(bytes);
        Ok(())
    });
    read.ok().unwrap();
    all
}

/// Adds the batches that are missing of four.
fn complete(journal: &mut Journal, found: &State) -> Vec<u8> {
    for batch in found.mark.documents / 3 + 1..=4 {
        journal.add(&state(batch), &bytes(batch)).ok().unwrap();
    }
    content(journal)
}

#[test]
fn a_journal_that_is_cut_anywhere_loses_and_doubles_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let header = header("");
    let mut ends = vec![];
    let (mut journal, found) = Journal::open(&path, &header).ok().unwrap();
    assert_eq!(found, State::default());
    ends.push(journal.end);
    for batch in 1..=4 {
        journal.add(&state(batch), &bytes(batch)).ok().unwrap();
        ends.push(journal.end);
    }
    let expected = content(&mut journal);
    assert_eq!(expected, [bytes(1), bytes(2), bytes(3), bytes(4)].concat());
    let whole = fs::read(&path).unwrap();
    assert_eq!(whole.len() as u64, ends[4]);
    for cut in 0..=whole.len() {
        // What stands behind the cut may be nothing, or what a disk made of it.
        let tails = [&b""[..], &[0; 100], b"{\"mark\"", &whole[whole.len() / 2..]];
        // A file that begins otherwise than a journal would be refused.
        let tail = if cut < MAGIC.len() { tails[0] } else { tails[cut % tails.len()] };
        fs::write(&path, [&whole[..cut], tail].concat()).unwrap();
        let (mut journal, found) = Journal::open(&path, &header).ok().unwrap();
        let batches = ends.iter().filter(|&&end| end <= cut as u64).count().saturating_sub(1);
        assert_eq!(found.mark.documents, 3 * batches, "{cut}");
        assert_eq!(found.skipped.len(), batches, "{cut}");
        assert_eq!(found.over, batches > 2, "{cut}");
        assert_eq!(complete(&mut journal, &found), expected, "{cut}");
        drop(journal);
        assert_eq!(fs::read(&path).unwrap(), whole, "{cut}");
    }
}

#[test]
fn a_changed_byte_is_never_taken_for_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let header = header("");
    let (mut journal, found) = Journal::open(&path, &header).ok().unwrap();
    let expected = complete(&mut journal, &found);
    let start = journal.start.0 as usize;
    let whole = fs::read(&path).unwrap();
    for at in (start..whole.len()).step_by(3) {
        let mut bad = whole.clone();
        bad[at] ^= 0x10;
        fs::write(&path, &bad).unwrap();
        let (mut journal, found) = Journal::open(&path, &header).ok().unwrap();
        assert!(found.mark.documents < 12, "{at}");
        assert_eq!(complete(&mut journal, &found), expected, "{at}");
    }
}

#[test]
fn another_file_or_another_run_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let refused = |header: &Header| match Journal::open(&path, header) {
        Ok(_) => String::new(),
        Err(failure) => failure.to_string(),
    };
    fs::write(&path, "id,text\n1,mine\n").unwrap();
    assert!(refused(&header("")).contains("holds something else"));
    assert_eq!(fs::read(&path).unwrap(), b"id,text\n1,mine\n");
    fs::remove_file(&path).unwrap();
    assert_eq!(refused(&header("")), "");
    let what = refused(&header("--only labels"));
    assert!(what.contains("options was none, and is \"--only labels\""), "{what}");
    assert_eq!(refused(&header("")), "");
}

#[test]
fn two_runs_at_once_are_found_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let (mut one, _) = Journal::open(&path, &header("")).ok().unwrap();
    let (mut two, _) = Journal::open(&path, &header("")).ok().unwrap();
    one.add(&state(1), b"one").ok().unwrap();
    two.add(&state(1), b"two").ok().unwrap();
    let read = one.read(|_| Ok(()));
    assert!(read.err().unwrap().to_string().contains("one run at a time"));
}
