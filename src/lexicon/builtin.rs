//! The lexicons that are compiled into the program.
//!
//! A new category is a file in `lexicons/` and a line here; a test compares the two.

/// The name under which built-in files are shown, and their text.
macro_rules! built_in {
    ($($path:literal)*) => {
        &[$((
            concat!("lexicons/", $path, ".toml"),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/lexicons/", $path, ".toml")),
        )),*]
    };
}

/// All built-in files, in the order of the codebook.
pub(super) const BUILT_IN: &[(&str, &str)] = built_in! {
    "en/name-calling"
    "en/dehumanisation"
    "en/glorification"
    "en/euphemism"
    "en/loaded-negative"
    "en/loaded-positive"
    "en/loaded-verb"
    "en/exaggeration"
    "en/minimisation"
    "en/fear"
    "en/outrage"
    "en/victimhood"
    "en/flag-waving"
    "en/values"
    "en/hidden-motive"
    "en/domination"
    "en/delegitimation"
    "en/legitimation"
    "en/hypocrisy"
    "en/certainty"
    "en/hedge"
    "en/vague-authority"
    "en/distancing"
    "en/reporting-neutral"
    "en/reporting-doubt"
    "en/reporting-endorse"
    "en/presupposition"
    "en/obligation"
    "en/warning"
    "en/urgency"
    "en/slogan"
    "en/conversation-killer"
    "en/us-them"
    "en/confrontation"
    "en/historical-analogy"
    "en/false-dilemma"
};
