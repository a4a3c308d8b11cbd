//! Whole readings of small texts: each folder of `cases/` holds an `input.txt` and the findings that
//! it must give, line by line.
//!
//! `UPDATE=1 cargo test --test suite cases` writes what is expected anew; read the change before you
//! keep it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use framescope::analysis::{Analysis, analyse};
use framescope::passes::{Finding, PASSES, Silence};
use framescope::text::{Layout, Part};
use framescope::voice::VOICES;
use serde_json::json;

use crate::sample::LEXICON;
use crate::source::root;

/// The folders of the cases, sorted.
fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/suite/cases")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = paths.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn read(folder: &Path) -> Analysis {
    let text = fs::read_to_string(folder.join("input.txt")).unwrap();
    analyse(text, Layout::Auto, &LEXICON).unwrap()
}

/// A line a paragraph, a line a finding, in the order of the text.
fn written(analysis: &Analysis) -> String {
    let mut lines = Vec::new();
    for (index, paragraph) in analysis.document.paragraphs.iter().enumerate() {
        let counts = &analysis.paragraphs[index];
        let part = match paragraph.part {
            Part::Headline => "headline",
            Part::Heading => "heading",
            Part::Body => "body",
        };
        let source = &analysis.document.source;
        let voices: BTreeMap<_, _> =
            VOICES.iter().map(|voice| voice.name()).zip(counts.voice_words).collect();
        let opening: String = paragraph.span.of(source).chars().take(24).collect();
        lines.push(json!({
            "paragraph": index, "part": part, "opening": opening,
            "dateline": paragraph.dateline.map(|dateline| dateline.of(source)),
            "words": counts.words, "voices": voices, "sentences": counts.sentences,
            "total": counts.total,
        }));
        let inside = analysis.findings.iter().filter(|f| f.paragraph as usize == index);
        lines.extend(inside.map(|finding| finding_line(analysis, finding)));
    }
    let lines: Vec<_> = lines.iter().map(ToString::to_string).collect();
    lines.join("\n") + "\n"
}

fn finding_line(analysis: &Analysis, finding: &Finding) -> serde_json::Value {
    json!({
        "start": finding.span.start, "end": finding.span.end,
        "text": finding.span.of(&analysis.document.source),
        "category": LEXICON.category_at(finding.category).id,
        "entry": LEXICON.entry(finding.entry).term,
        "strength": finding.strength, "pass": finding.pass, "sentence": finding.sentence,
        "voice": finding.voice.name(), "silent_because": finding.silent_because.map(Silence::name),
    })
}

#[test]
fn every_case_reads_as_expected() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let found = written(&read(&folder));
        let place = folder.join("expected.jsonl");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&place, &found).unwrap();
        }
        let expected = fs::read_to_string(&place).unwrap_or_default();
        let name = folder.file_name().unwrap().display().to_string();
        let (old, new): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
        wrong.extend(old.iter().filter(|l| !new.contains(l)).map(|l| format!("{name} - {l}")));
        wrong.extend(new.iter().filter(|l| !old.contains(l)).map(|l| format!("{name} + {l}")));
        if old != new && wrong.is_empty() {
            wrong.push(format!("{name}: the same lines in another order"));
        }
    }
    assert!(wrong.is_empty(), "- expected, + found:\n{}\n", wrong.join("\n"));
}

#[test]
fn the_cases_hold_every_part_voice_and_pass() {
    let readings: Vec<_> = folders().iter().map(|folder| read(folder)).collect();
    assert!(readings.len() >= 6);
    for part in [Part::Headline, Part::Heading, Part::Body] {
        let has = |r: &Analysis| r.document.paragraphs.iter().any(|p| p.part == part);
        assert!(readings.iter().any(has), "no case has a {part:?}");
    }
    for voice in VOICES {
        let has = |r: &Analysis| r.findings.iter().any(|f| f.voice == *voice);
        assert!(readings.iter().any(has), "no case has a finding in the voice {}", voice.name());
    }
    for pass in PASSES {
        let has = |r: &Analysis| r.findings.iter().any(|f| f.pass == pass.name);
        assert!(readings.iter().any(has), "no case has a finding of the pass {}", pass.name);
    }
    let silent = |r: &Analysis| r.findings.iter().any(|f| !f.counted());
    assert!(readings.iter().any(silent), "no case has a cue that does not count");
    let dateline = |r: &Analysis| r.document.paragraphs.iter().any(|p| p.dateline.is_some());
    assert!(readings.iter().any(dateline), "no case has a dateline");
}
