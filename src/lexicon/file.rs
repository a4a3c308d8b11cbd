//! The shape of a lexicon file, as it is written in TOML.
//!
//! Unknown keys are refused, so that a typing error is found when the file is read.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

/// A lexicon file: one category.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Framescope lexicon file")]
pub struct File {
    /// The category's id: the file's name without .toml.
    #[schemars(with = "String", regex(pattern = r"^[a-z][a-z0-9/-]*$"))]
    pub(super) id: Spanned<String>,
    /// The name that people read.
    pub(super) title: String,
    /// The id of the group that the category belongs to.
    #[schemars(with = "String", extend("enum" = super::group::GROUPS.iter().map(|g| g.id).collect::<Vec<_>>()))]
    pub(super) group: Spanned<String>,
    /// The language of the terms, as an ISO 639-1 code.
    pub(super) language: String,
    /// The file's version, as major.minor.patch.
    pub(super) version: String,
    /// Whether the cues blame, praise, or neither.
    pub(super) polarity: Polarity,
    /// A colour of its own, `#rrggbb`, in place of the group's.
    pub(super) colour: Option<String>,
    /// Counts as loaded wording though its group does not.
    #[serde(default)]
    pub(super) loaded: bool,
    /// Takes a side without being loaded wording: weighs little, but something, in a text's load.
    #[serde(default)]
    pub(super) slanted: bool,
    /// What the category's words do beyond being cues.
    pub(super) role: Option<Role>,
    /// Marks a category whose precision was measured below 0.8, or not yet: reports say so.
    #[serde(default)]
    pub(super) experimental: bool,
    /// What the category holds, in one or two sentences.
    pub(super) why: String,
    /// The literature that the category rests on.
    pub(super) sources: Vec<String>,
    /// Sentences that must be flagged by this category.
    #[schemars(with = "Vec<String>")]
    pub(super) flags: Vec<Spanned<String>>,
    /// Look-alikes that must stay silent in this category.
    #[schemars(with = "Vec<String>")]
    pub(super) ignores: Vec<Spanned<String>>,
    /// Makes short quoted fragments without a speaker findings of this category.
    pub(super) scare_quotes: Option<ScareQuotes>,
    /// Makes what a detector finds by structure the category's findings.
    pub(super) figure: Option<RawFigure>,
    /// Blocks of terms that share a strength and a reason.
    #[serde(default)]
    #[schemars(with = "Vec<RawBlock>")]
    pub(super) entries: Vec<Spanned<RawBlock>>,
    /// Regular expressions, for what words alone cannot say.
    #[serde(default)]
    #[schemars(with = "Vec<RawPattern>")]
    pub(super) patterns: Vec<Spanned<RawPattern>>,
}

/// A part of a category: more of its entries, in a file of its own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Framescope lexicon file: a part of a category")]
pub struct Part {
    /// The id of the category that the entries belong to.
    #[serde(rename = "part_of")]
    #[schemars(with = "String")]
    pub(super) category: Spanned<String>,
    /// What this part holds.
    pub(super) why: String,
    /// Blocks of terms that share a strength and a reason.
    #[schemars(with = "Vec<RawBlock>")]
    pub(super) entries: Vec<Spanned<RawBlock>>,
}

/// Whether a category's cues blame, praise, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// The cues blame.
    Negative,
    /// The cues praise.
    Positive,
    /// Neither.
    Neutral,
}

impl Polarity {
    /// The word in files and outputs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Negative => "negative",
            Self::Positive => "positive",
            Self::Neutral => "neutral",
        }
    }
}

/// What a category's words do beyond being cues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Cues that introduce speech as well: said, claimed, pointed out.
    Reporting,
    /// Cues that are verbs: whoever does it stands before them.
    Act,
    /// Cues that say whose fault it is.
    Blame,
    /// Cues that name one of the sides.
    Sides,
    /// Takes a clause that is somebody's, with or without "that": says, thinks.
    SpeechSay,
    /// Takes a clause that is somebody's where one stands there: adds, estimates that.
    SpeechClause,
    /// What follows in the clause is somebody's: accused of, vowed to, called it.
    SpeechObject,
    /// Names the speaker of a quotation, and makes no voice without one: continued, hailed.
    SpeechQuote,
    /// Names a source behind it: according to, in the words of.
    SpeechSource,
    /// Takes the negative of what follows in its clause: not, never, denied being.
    Negation,
    /// Names of actors.
    Actors,
}

impl Role {
    /// Whether the words only serve to read others: they are no cues and in no output.
    pub const fn is_structure(self) -> bool {
        !matches!(self, Self::Reporting | Self::Act | Self::Blame | Self::Sides)
    }
}

/// Short quoted fragments in a sentence where nobody is said to speak.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ScareQuotes {
    /// The longest fragment, in words.
    pub(super) words: u32,
    /// The strength of such a finding.
    #[schemars(range(min = 1, max = 3))]
    pub(super) strength: u8,
    /// What the marks do.
    pub(super) why: String,
    /// What to write in their place.
    #[serde(default)]
    pub(super) instead: Vec<String>,
    /// The marks are no cue where one of these stands beside them.
    #[serde(default)]
    pub(super) unless: RawRule,
}

/// A figure of speech, found by a detector with the words that it asks for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFigure {
    /// The detector.
    #[schemars(with = "String", extend("enum" = super::figure::names().collect::<Vec<_>>()))]
    pub(super) find: Spanned<String>,
    /// The strength of such a finding.
    #[schemars(range(min = 1, max = 3))]
    pub(super) strength: u8,
    /// What the figure does.
    pub(super) why: String,
    /// What to write in its place.
    #[serde(default)]
    pub(super) instead: Vec<String>,
    /// The lists of single words that the detector asks for, by name.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub(super) words: BTreeMap<String, Vec<Spanned<String>>>,
}

/// A block of terms that share a strength, a reason and rules.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Block of terms")]
pub(super) struct RawBlock {
    /// Words and phrases in base form and British spelling, in alphabetical order.
    #[schemars(with = "Vec<String>", length(min = 1))]
    pub(super) terms: Vec<Spanned<String>>,
    /// 3 loaded in nearly any context, 2 in most, 1 only in company.
    #[schemars(range(min = 1, max = 3))]
    pub(super) strength: u8,
    /// Which forms are made from each term.
    #[serde(default)]
    pub(super) inflect: Inflect,
    /// Whether capitals matter.
    #[serde(default)]
    pub(super) case: Case,
    /// What the wording does, in one plain line.
    #[serde(default)]
    pub(super) why: String,
    /// Plainer wordings, offered as an option.
    #[serde(default)]
    pub(super) instead: Vec<String>,
    /// The cue stays silent where one of these stands beside it.
    #[serde(default)]
    pub(super) unless: RawRule,
    /// The cue is found only where one of these stands beside it.
    #[serde(default)]
    pub(super) when: RawRule,
}

/// Words and phrases around a cue.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Context rule")]
pub struct RawRule {
    /// Directly before it.
    #[serde(default)]
    pub before: Vec<String>,
    /// Directly after it.
    #[serde(default)]
    pub after: Vec<String>,
    /// Anywhere in its sentence (at most 50 words away).
    #[serde(default)]
    pub sentence: Vec<String>,
}

impl RawRule {
    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty() && self.sentence.is_empty()
    }
}

/// A regular expression as an entry.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Pattern")]
pub(super) struct RawPattern {
    /// The name that is shown as the entry.
    pub(super) name: String,
    /// The expression, in the syntax of the Rust regex crate, run on one sentence at a time.
    #[schemars(with = "String")]
    pub(super) regex: Spanned<String>,
    /// Words of which the sentence must hold one; spares all other sentences.
    #[serde(default)]
    pub(super) anchor: Vec<String>,
    /// 3 loaded in nearly any context, 2 in most, 1 only in company.
    #[schemars(range(min = 1, max = 3))]
    pub(super) strength: u8,
    /// What the wording does, in one plain line.
    pub(super) why: String,
    /// Plainer wordings.
    #[serde(default)]
    pub(super) instead: Vec<String>,
}

/// Which forms of a term are made by rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Inflect {
    /// The term as written.
    #[default]
    None,
    /// The plural of the head.
    Noun,
    /// -s, -ing, past and participle of the first word.
    Verb,
    /// Comparative and superlative.
    Adjective,
    /// Comparative, superlative and the -ly adverb.
    AdjectiveAdverb,
}

/// Whether capitals matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Case {
    /// They do not, but for words written in capitals throughout.
    #[default]
    Any,
    /// The words stand as written.
    Exact,
}
