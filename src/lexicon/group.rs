//! The groups of categories: fixed ids, in the order every report shows them.

/// A group of categories.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// The id in lexicon files and outputs.
    pub id: &'static str,
    /// The name that people read.
    pub title: &'static str,
    /// What its categories have in common.
    pub about: &'static str,
    /// Whether its cues are loaded wording.
    pub loaded: bool,
    /// Whether a cue of strength 1 needs another cue of a loaded group in its sentence to count.
    pub needs_company: bool,
    /// Whether its findings are no cues (topics, figures of speech): they have counts of their own, enter
    /// no total, no rate and no load, and reports show them apart, in a line under the group's title.
    pub apart: bool,
    /// Colour on paper, `#rrggbb`, of a palette that colour-blind readers tell apart.
    pub colour: &'static str,
    /// The same hue for dark pages.
    pub dark: &'static str,
    /// ANSI 256-colour number for the terminal.
    pub ansi: u8,
    /// CSS underline style, so that colour is never the only mark.
    pub underline: &'static str,
    /// One letter that stands for the group where there is no colour.
    pub letter: char,
}

/// All groups.
pub const GROUPS: &[Group] = &[
    Group {
        id: "labels",
        title: "Labels",
        about: "what people, groups and things are called",
        loaded: true,
        needs_company: true,
        apart: false,
        colour: "#b3261e",
        dark: "#ff8a80",
        ansi: 160,
        underline: "double",
        letter: 'L',
    },
    Group {
        id: "evaluation",
        title: "Evaluation",
        about: "loaded adjectives, nouns and verbs, exaggeration and belittling",
        loaded: true,
        needs_company: true,
        apart: false,
        colour: "#a35200",
        dark: "#ffb56b",
        ansi: 172,
        underline: "solid",
        letter: 'E',
    },
    Group {
        id: "appeals",
        title: "Appeals",
        about: "appeals to emotion, identity and values",
        loaded: true,
        needs_company: true,
        apart: false,
        colour: "#7a3fa0",
        dark: "#d3a6f2",
        ansi: 134,
        underline: "wavy",
        letter: 'A',
    },
    Group {
        id: "legitimacy",
        title: "Legitimacy",
        about: "motive, power and right",
        loaded: true,
        needs_company: true,
        apart: false,
        colour: "#00687a",
        dark: "#6fd3e3",
        ansi: 37,
        underline: "dashed",
        letter: 'G',
    },
    Group {
        id: "stance",
        title: "Stance",
        about: "how sure, and on whose word",
        loaded: false,
        needs_company: false,
        apart: false,
        colour: "#3a5fa8",
        dark: "#9dbcff",
        ansi: 68,
        underline: "dotted",
        letter: 'S',
    },
    Group {
        id: "directives",
        title: "Directives",
        about: "what is to be done",
        loaded: false,
        needs_company: true,
        apart: false,
        colour: "#806000",
        dark: "#e6cf6a",
        ansi: 136,
        underline: "dashed",
        letter: 'D',
    },
    Group {
        id: "division",
        title: "Division",
        about: "sides and conflict",
        loaded: true,
        needs_company: true,
        apart: false,
        colour: "#2a7030",
        dark: "#8fd694",
        ansi: 71,
        underline: "solid",
        letter: 'V',
    },
    Group {
        id: "metaphor",
        title: "Metaphor",
        about: "one thing spoken of in the words of another",
        loaded: false,
        needs_company: true,
        apart: false,
        colour: "#9a3a6a",
        dark: "#f29ac4",
        ansi: 168,
        underline: "wavy",
        letter: 'M',
    },
    Group {
        id: "responsibility",
        title: "Responsibility",
        about: "problem, cause, blame and remedy",
        loaded: false,
        needs_company: false,
        apart: false,
        colour: "#59636b",
        dark: "#b4c0c8",
        ansi: 102,
        underline: "dotted",
        letter: 'R',
    },
    Group {
        id: "frames",
        title: "Topic frames",
        about: "what a passage is about; no judgement",
        loaded: false,
        needs_company: false,
        apart: true,
        colour: "#6b675f",
        dark: "#a39d91",
        ansi: 245,
        underline: "dotted",
        letter: 'F',
    },
    Group {
        id: "figures",
        title: "Figures of speech",
        about: "found by structure, not by words",
        loaded: false,
        needs_company: false,
        apart: true,
        colour: "#50546e",
        dark: "#aab0d8",
        ansi: 103,
        underline: "dashed",
        letter: 'U',
    },
];

/// The group of that id.
pub fn group(id: &str) -> Option<&'static Group> {
    GROUPS.iter().find(|group| group.id == id)
}
