//! A finding: a cue at a place in the text.

use super::Aim;
use crate::text::Span;
use crate::voice::Voice;

/// A cue of some category, found in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands.
    pub span: Span,
    /// The entry, as an index into the lexicon's.
    pub entry: u32,
    /// The category, as an index into the lexicon's.
    pub category: u32,
    /// 3 loaded in nearly any context, 2 in most, 1 only in company.
    pub strength: u8,
    /// The pass that found it.
    pub pass: &'static str,
    /// Its sentence, as an index into the document's.
    pub sentence: u32,
    /// Its paragraph, as an index into the document's.
    pub paragraph: u32,
    /// Whose words it is in.
    pub voice: Voice,
    /// Who is named as speaking.
    pub speaker: Option<Span>,
    /// Whom it is about.
    pub aims: Vec<Aim>,
    /// Why it does not count; `None` where it counts.
    pub silent_because: Option<Silence>,
}

impl Finding {
    /// Whether the finding enters counts, rates and scores.
    pub const fn counted(&self) -> bool {
        self.silent_because.is_none()
    }
}

/// Why a cue is listed and does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// A cue of strength 1 with no other loaded cue in its sentence.
    NoCompany,
    /// Its clause takes the negative: "not a puppet".
    Negated,
    /// It is in a voice that is not counted (`--voice`).
    OtherVoice,
}

impl Silence {
    /// The words in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoCompany => "no company",
            Self::Negated => "negated",
            Self::OtherVoice => "other voice",
        }
    }
}
