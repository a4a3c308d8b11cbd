//! The records of voices, speakers and of whom cues are about, frozen by their schema.

use schemars::JsonSchema;
use serde::Serialize;

use super::Setting;
use super::record::Place;
use crate::analysis::Analysis;
use crate::passes::{Aim, Aimed};
use crate::text::{CodePoints, Span};
use crate::voice::Region;

/// Whom a finding is about.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AimRecord<'a> {
    /// The actor's id; empty where the cue itself is all the name there is.
    pub id: &'a str,
    /// The actor's name.
    pub name: &'a str,
    /// The words that name it here, and where they stand.
    #[serde(flatten)]
    pub named: Named<'a>,
    /// `praised`, `blamed` or `neutral`.
    pub stance: &'a str,
    /// What links the two.
    pub rule: &'a str,
    /// How often such a link is right, 0 to 1.
    pub confidence: f64,
}

impl<'a> AimRecord<'a> {
    /// The record of `aim`.
    pub(super) fn of(
        setting: &Setting<'a>,
        analysis: &'a Analysis,
        points: &CodePoints<'_>,
        aim: &Aim,
    ) -> Self {
        let named = Named::of(aim.span, analysis, points);
        let (id, name) = match aim.who {
            Aimed::Actor(actor) => {
                let (cast, lexicon) = (&analysis.cast, setting.lexicon);
                (cast.id(actor, lexicon), cast.name(actor, lexicon))
            }
            Aimed::Label => ("", named.text),
        };
        let (stance, rule) = (aim.stance.name(), aim.rule.name());
        Self { id, name, named, stance, rule, confidence: aim.rule.confidence() }
    }
}

/// A stretch that is not the author's.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VoiceRecord<'a> {
    /// Its place in the text.
    #[serde(flatten)]
    pub place: Place,
    /// `quoted`, `reported`, `scare`, `unknown`, or `author` where a speaker counts as the author.
    pub voice: &'a str,
    /// Who is named as speaking.
    pub speaker: Option<Named<'a>>,
}

impl<'a> VoiceRecord<'a> {
    /// The record of `region`.
    pub(super) fn of(region: &Region, analysis: &'a Analysis, points: &CodePoints<'_>) -> Self {
        Self {
            place: Place::of(region.span, points),
            voice: region.voice.name(),
            speaker: region.speaker.map(|span| Named::of(span, analysis, points)),
        }
    }
}

/// Words that name somebody, and where they stand.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Named<'a> {
    /// The words.
    pub text: &'a str,
    /// Their place in the text.
    #[serde(flatten)]
    pub place: Place,
}

impl<'a> Named<'a> {
    /// The words at `span`.
    pub(super) fn of(span: Span, analysis: &'a Analysis, points: &CodePoints<'_>) -> Self {
        Self { text: span.of(&analysis.document.source), place: Place::of(span, points) }
    }
}
