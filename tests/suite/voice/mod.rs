//! Voice and speaker on 340 passages of our own, in twelve layouts.

use std::collections::BTreeMap;
use std::fs;

use framescope::lexicon::Lexicon;
use framescope::text::{Document, Layout, Span};
use framescope::voice::{VOICES, Voice, Voices};

use crate::source::root;

/// A passage, the marked words in it, and what a reader says of them.
struct Passage {
    layout: String,
    voice: String,
    speaker: String,
    text: String,
    marked: Span,
}

fn passages() -> Vec<Passage> {
    let table = fs::read_to_string(root().join("tests/suite/voice/passages.tsv")).unwrap();
    let read = |line: &str| {
        let fields: Vec<_> = line.split('\t').collect();
        let text = fields[3].replace("\\n", "\n");
        let (start, end) = (text.find("[[").unwrap(), text.find("]]").unwrap());
        Passage {
            layout: fields[0].into(),
            voice: fields[1].into(),
            speaker: fields[2].into(),
            text: text.replace("[[", "").replace("]]", ""),
            marked: Span::new(start, end - 2),
        }
    };
    table.lines().skip(1).map(read).collect()
}

/// Who a passage says is speaking, and in what voice.
fn read(lexicon: &Lexicon, passage: &Passage) -> (Voice, String) {
    let document = Document::new(passage.text.clone(), Layout::Auto).unwrap();
    let voices = Voices::find(&document, lexicon, &lexicon.matches(&document));
    let region = voices.region(passage.marked);
    let speaker = region.and_then(|region| region.speaker);
    let speaker = speaker.map(|speaker| speaker.of(&document.source).to_owned());
    (region.map_or(Voice::Author, |region| region.voice), speaker.unwrap_or_default())
}

#[test]
fn voices_and_speakers_are_those_that_a_reader_names() {
    let lexicon = Lexicon::built_in().unwrap();
    let passages = passages();
    let (mut right, mut named, mut found) = (0, 0, 0);
    let mut recall: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut layouts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut misses = String::new();
    for passage in &passages {
        let (voice, speaker) = read(&lexicon, passage);
        let same = voice.name() == passage.voice;
        right += u32::from(same);
        for (table, key) in [(&mut recall, &passage.voice), (&mut layouts, &passage.layout)] {
            let row = table.entry(key.clone()).or_default();
            row.0 += u32::from(same);
            row.1 += 1;
        }
        let mut told = same;
        if !passage.speaker.is_empty() {
            named += 1;
            found += u32::from(speaker == passage.speaker);
            told &= speaker == passage.speaker;
        }
        if !told {
            let (layout, wanted, who) = (&passage.layout, &passage.voice, &passage.speaker);
            let (text, got) = (passage.text.replace('\n', "\\n"), voice.name());
            let marked = passage.marked.of(&passage.text);
            let line =
                format!("{layout}: {wanted} {who:?}, not {got} {speaker:?}: [{marked}] {text}\n");
            misses.push_str(&line);
        }
    }
    let share = |hits: u32, of: u32| f64::from(hits) / f64::from(of);
    let (voice, speaker) = (share(right, passages.len() as u32), share(found, named));
    eprintln!(
        "voice {voice:.3}, speaker {speaker:.3} of {named}\n{recall:?}\n{layouts:?}\n{misses}"
    );
    assert_eq!(recall.len(), VOICES.len());
    assert!(voice >= 0.95 && speaker >= 0.90, "voice {voice:.3}, speaker {speaker:.3}\n{misses}");
}
