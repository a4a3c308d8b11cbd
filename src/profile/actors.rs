//! Actors: how often a text names each, and how it speaks of them, by whom.
//!
//! A cue counts for an actor where it counts at all and is about that actor; one cue may be about several.
//! Laws: an actor's cues by category, by stance and by voice each sum to its cues.

use std::collections::BTreeMap;

use crate::actors::{ActorId, Cast, Mention};
use crate::lexicon::{ActorKind, Camp, Lexicon};
use crate::passes::{Aimed, Finding, Stance};
use crate::text::Document;
use crate::voice::{VOICES, Voice};

/// One actor's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorCounts {
    /// The id in every output; of somebody who is only called by cues, those words.
    pub id: String,
    /// The name that people read.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// On whose side the user's file puts it.
    pub camp: Camp,
    /// How often it is named.
    pub mentions: u64,
    /// Counted cues about it.
    pub cues: u64,
    /// These by what they do to it, in the order of [`Stance`].
    pub stances: [u64; 3],
    /// These by voice, in the order of [`VOICES`].
    pub voices: [u64; VOICES.len()],
    /// These by category, as an index into the lexicon's.
    pub categories: BTreeMap<u32, u64>,
    /// These by who is named as saying them.
    pub speakers: BTreeMap<String, u64>,
}

impl ActorCounts {
    fn new(id: &str, name: &str, kind: ActorKind, camp: Camp) -> Self {
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            kind,
            camp,
            mentions: 0,
            cues: 0,
            stances: [0; 3],
            voices: [0; VOICES.len()],
            categories: BTreeMap::new(),
            speakers: BTreeMap::new(),
        }
    }

    /// Cues that do `stance` to it.
    pub const fn of(&self, stance: Stance) -> u64 {
        self.stances[stance as usize]
    }

    /// The share of its cues that are in the author's own voice, 0 to 1; `None` without a cue.
    pub fn author_share(&self) -> Option<f64> {
        let author = self.voices[Voice::Author as usize] + self.voices[Voice::Scare as usize];
        (self.cues > 0).then(|| author as f64 / self.cues as f64)
    }

    /// Adds the figures of the same actor elsewhere.
    pub fn add(&mut self, other: &Self) {
        self.mentions += other.mentions;
        self.cues += other.cues;
        self.stances.iter_mut().zip(other.stances).for_each(|(sum, count)| *sum += count);
        self.voices.iter_mut().zip(other.voices).for_each(|(sum, count)| *sum += count);
        for (&category, count) in &other.categories {
            *self.categories.entry(category).or_default() += count;
        }
        for (speaker, count) in &other.speakers {
            *self.speakers.entry(speaker.clone()).or_default() += count;
        }
    }
}

/// The actors of a text by their ids: all that it names or has cues about among `findings`, and of
/// mentions those of which `counts` is true.
pub fn actors<'a>(
    (document, cast, lexicon): (&Document, &Cast, &Lexicon),
    findings: impl Iterator<Item = &'a Finding>,
    counts: impl Fn(&Mention) -> bool,
) -> Vec<ActorCounts> {
    let mut table: BTreeMap<&str, ActorCounts> = BTreeMap::new();
    let new = |actor: ActorId| {
        let (id, name) = (cast.id(actor, lexicon), cast.name(actor, lexicon));
        ActorCounts::new(id, name, Cast::kind(actor, lexicon), Cast::camp(actor, lexicon))
    };
    for mention in &cast.mentions {
        if counts(mention) {
            let row = table.entry(cast.id(mention.actor, lexicon));
            row.or_insert_with(|| new(mention.actor)).mentions += 1;
        }
    }
    for finding in findings.filter(|finding| finding.counted()) {
        for aim in &finding.aims {
            let text = aim.span.of(&document.source);
            let row = match aim.who {
                Aimed::Actor(actor) => {
                    table.entry(cast.id(actor, lexicon)).or_insert_with(|| new(actor))
                }
                Aimed::Label => table
                    .entry(text)
                    .or_insert_with(|| ActorCounts::new(text, text, ActorKind::Label, Camp::None)),
            };
            row.cues += 1;
            row.mentions += u64::from(aim.who == Aimed::Label);
            row.stances[aim.stance as usize] += 1;
            row.voices[finding.voice as usize] += 1;
            *row.categories.entry(finding.category).or_default() += 1;
            if let Some(speaker) = finding.speaker {
                let speaker = speaker.of(&document.source).to_owned();
                *row.speakers.entry(speaker).or_default() += 1;
            }
        }
    }
    let mut rows: Vec<_> = table.into_values().collect();
    sort(&mut rows);
    rows
}

/// The order of outputs: those with most cues first, then the most named, then by id.
pub fn sort(rows: &mut [ActorCounts]) {
    rows.sort_by(|a, b| {
        (b.cues, b.mentions).cmp(&(a.cues, a.mentions)).then_with(|| a.id.cmp(&b.id))
    });
}

/// The ideological square (van Dijk 1998): what is said of each side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Square {
    /// Cues that praise and blame us.
    pub us: [u64; 2],
    /// Cues that praise and blame them.
    pub them: [u64; 2],
}

impl Square {
    /// The square of some actors; `None` where no side is given to any.
    pub fn of(actors: &[ActorCounts]) -> Option<Self> {
        let mut square = Self::default();
        let mut sided = false;
        for actor in actors {
            let row = match actor.camp {
                Camp::Us => &mut square.us,
                Camp::Them => &mut square.them,
                Camp::None => continue,
            };
            sided = true;
            row[0] += actor.of(Stance::Praised);
            row[1] += actor.of(Stance::Blamed);
        }
        sided.then_some(square)
    }
}
