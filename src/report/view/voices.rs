//! Voices: whose words the body is in, and how close cues stand in each.

use serde::Serialize;

use super::ends;
use crate::analysis::Analysis;
use crate::profile::Counts;
use crate::report::wording::{figure, thousands};
use crate::stats::{per_thousand, poisson_interval};
use crate::voice::VOICES;

/// What each voice is, in the order of [`VOICES`].
const ABOUT: [&str; VOICES.len()] = [
    "the text’s own words",
    "somebody’s, in quotation marks or a turn",
    "somebody’s, in indirect speech",
    "a short fragment in marks that nobody speaks",
    "between marks that do not tell whose it is",
];

/// The table of voices.
#[derive(Debug, Serialize)]
pub(super) struct VoicesView {
    /// The voices that have words, in the order of outputs.
    rows: Vec<VoiceView>,
    /// All of them together.
    all: VoiceView,
    /// The voices that are counted, where not all are; empty otherwise.
    limited: String,
}

/// A voice.
#[derive(Debug, Serialize)]
struct VoiceView {
    name: &'static str,
    about: &'static str,
    words: String,
    /// Its words of all words, in per cent.
    share: String,
    cues: String,
    loaded: String,
    /// Cues per 1,000 words of this voice.
    rate: String,
    interval: String,
    /// Whether the other tables count it.
    counted: bool,
}

impl VoicesView {
    /// The voices of a body.
    pub(super) fn of(analysis: &Analysis) -> Self {
        let body = &analysis.body;
        let counted = analysis.counted_voices;
        let used: Vec<usize> = (0..VOICES.len()).filter(|&at| body.voice_words[at] > 0).collect();
        let named: Vec<&str> =
            used.iter().filter(|&&at| counted[at]).map(|&at| VOICES[at].name()).collect();
        let (words, all_words) = (body.words, body.all_words());
        let limited = || {
            format!("{}: {} of {} words", named.join(", "), thousands(words), thousands(all_words))
        };
        let cues =
            (body.voice_cues.iter().sum(), VOICES.iter().map(|&voice| body.loaded_in(voice)).sum());
        Self {
            rows: used.iter().map(|&at| VoiceView::of(body, at, counted[at])).collect(),
            all: VoiceView::new(("all", ""), all_words, all_words, cues),
            limited: if words < all_words { limited() } else { String::new() },
        }
    }
}

impl VoiceView {
    fn of(body: &Counts, at: usize, counted: bool) -> Self {
        let cues = (body.voice_cues[at], body.loaded_in(VOICES[at]));
        let name = (VOICES[at].name(), ABOUT[at]);
        Self { counted, ..Self::new(name, body.voice_words[at], body.all_words(), cues) }
    }

    fn new(
        (name, about): (&'static str, &'static str),
        words: u64,
        of: u64,
        (cues, loaded): (u64, u64),
    ) -> Self {
        Self {
            name,
            about,
            words: thousands(words),
            share: figure((of > 0).then(|| 100.0 * words as f64 / of as f64), 1),
            cues: thousands(cues),
            loaded: thousands(loaded),
            rate: figure(per_thousand(cues, words), 1),
            interval: ends(poisson_interval(cues, words), 1),
            counted: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, analyse_record};
    use crate::input::Record;
    use crate::report::sample;
    use crate::voice::Voice;

    const TEXT: &str = "He said: \"It is a vile puppet of yours.\" A gnome left the old town.";

    fn view(voices: &[Voice]) -> VoicesView {
        let lexicon = sample::lexicon();
        let record =
            Record { id: String::new(), text: TEXT.to_owned(), metadata: serde_json::Map::new() };
        let options = Options { voices: voices.to_vec(), ..Options::default() };
        VoicesView::of(&analyse_record(record, &options, &lexicon).unwrap())
    }

    #[test]
    fn each_voice_divides_by_its_own_words() {
        let all = view(&[]);
        let told: Vec<_> = all.rows.iter().map(|r| (r.name, &*r.words, &*r.cues)).collect();
        assert_eq!(told, [("author", "8", "1"), ("quoted", "7", "1")]);
        assert_eq!((&*all.rows[1].rate, &*all.rows[1].share), ("142.9", "46.7"));
        assert_eq!((&*all.all.words, &*all.limited), ("15", ""));
    }

    #[test]
    fn voices_that_are_not_counted_are_told_apart() {
        let quoted = view(&[Voice::Quoted]);
        assert_eq!(quoted.limited, "quoted: 7 of 15 words");
        assert_eq!(quoted.rows.iter().map(|r| r.counted).collect::<Vec<_>>(), [false, true]);
    }
}
