//! Load: how loaded the author's own wording is, as a rank within a corpus.
//!
//! load = 1000 W / (n + 20), where n is the number of words in the author's own voice and W sums
//! the author's distinct loaded cues, each by its strength: 0.5, 1 or 1.5, and 0.25 for a cue of
//! strength 1 that stands alone in its sentence, and for a slanted cue. Words of indirect speech and
//! their cues weigh a quarter in both. Unit: weighted loaded cues per 1,000 words. Range: 0 upwards,
//! below 1,500. It is no verdict and no share. `load_all` is the same over all voices alike.
//!
//! Why so. *Strength*: coders mark a word of strength 3 about half again as readily as one of 2. A
//! lone weak cue counts in no rate, yet a sentence that holds one is marked more often than a
//! sentence that holds none: without it half of all sentences would share the rank 0. *Slant*: what
//! takes a side without a loaded word (boosters, presupposition, doubt thrown on a speaker: the
//! epistemological bias of Recasens et al. 2013; living metaphor) weighs as little. *Voice*: words
//! inside quotations with a speaker are not the author's and count on neither side. In indirect
//! speech the view is somebody's and the wording in part the author's, who chose to put it so.
//! *Negation*: a negated cue weighs nothing. *Saturation*: words that several cues hold count once, by
//! the strongest. *Length*: every text is taken to hold 20 words more without a cue, so that one cue
//! in a headline does not outrank a dense page.

use super::{Counts, Measure};
use crate::voice::{VOICES, Voice};

/// Words without a cue that every text is taken to hold beyond its own.
const PRIOR_WORDS: f64 = 20.0;
/// The weight of a slanted cue or one of strength 1 without company, and of a counted loaded one by
/// strength 1, 2, 3.
const WEIGHTS: [f64; 4] = [0.25, 0.5, 1.0, 1.5];

pub(super) const MEASURE: Measure = Measure {
    id: "load",
    title: "Load",
    short: "load",
    about: "weighted loaded cues in the author's own voice per 1,000 words, shrunk for short texts; \
            a rank within a corpus, not a verdict",
    decimals: 1,
    value: load,
    parts: |counts| weighted(counts, weight),
    interval: None,
};

/// The weight of a voice.
const fn weight(voice: Voice) -> f64 {
    match voice {
        Voice::Author | Voice::Scare => 1.0,
        Voice::Reported => 0.25,
        Voice::Quoted | Voice::Unknown => 0.0,
    }
}

/// The load of what was counted, in the author's voice; `None` where there are no words.
pub fn load(counts: &Counts) -> Option<f64> {
    shrunk(counts, weight)
}

/// The load of what was counted, each voice by the weight that `weight` gives it; `None` where there are
/// no words.
pub(super) fn shrunk(counts: &Counts, weight: impl Fn(Voice) -> f64) -> Option<f64> {
    let (load, words) = weighted(counts, weight);
    (counts.all_words() > 0).then(|| 1000.0 * load / (words + PRIOR_WORDS))
}

/// The weighted cues and words of what was counted, each voice by the weight that `weight` gives it.
pub(super) fn weighted(counts: &Counts, weight: impl Fn(Voice) -> f64) -> (f64, f64) {
    let (mut words, mut load) = (0.0, 0.0);
    for (at, &voice) in VOICES.iter().enumerate() {
        let weight = weight(voice);
        words += weight * counts.voice_words[at] as f64;
        for (cues, strength) in counts.voice_loaded[at].iter().zip(WEIGHTS) {
            load += weight * strength * *cues as f64;
        }
    }
    (load, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(words: u64, loaded: [u64; 4]) -> Counts {
        let mut counts = Counts::none(0);
        (counts.words, counts.voice_words[0], counts.voice_loaded[0]) = (words, words, loaded);
        counts
    }

    #[test]
    fn grows_with_cues_and_strength_and_shrinks_with_words() {
        assert_eq!(load(&counts(0, [0; 4])), None);
        assert_eq!(load(&counts(80, [0; 4])), Some(0.0));
        assert_eq!(load(&counts(80, [0, 1, 1, 1])), Some(30.0));
        assert_eq!(load(&counts(80, [2, 0, 0, 0])), load(&counts(80, [0, 1, 0, 0])));
        assert!(load(&counts(80, [0, 0, 0, 2])) > load(&counts(80, [0, 0, 2, 0])));
        assert!(load(&counts(5, [0, 0, 1, 0])) < load(&counts(80, [0, 0, 5, 0])));
    }
}
