//! The story on one screen: a text becomes a document, its terms are matched, its words get
//! voices, the passes find cues, context settles which count, and counts make the profile.

use std::sync::OnceLock;

use crate::actors::{Cast, Mention};
use crate::context::{self, Scene};
use crate::input::Record;
use crate::lexicon::Lexicon;
use crate::passes::{self, Finding, Reading, Silence};
use crate::profile::{ActorCounts, Counts, actors};
use crate::stats::{MIN_HITS, dispersion};
use crate::text::{Document, Layout, Part, TooLong};
use crate::voice::{VOICES, Voice, Voices};

/// A text, read.
#[derive(Debug)]
pub struct Analysis {
    /// What the text is called.
    pub id: String,
    /// All other fields of its record.
    pub metadata: serde_json::Map<String, serde_json::Value>,
    /// The text and its parts.
    pub document: Document,
    /// Whose words are whose.
    pub voices: Voices,
    /// Which voices are counted, in the order of [`VOICES`].
    pub counted_voices: [bool; VOICES.len()],
    /// Who the text speaks about.
    pub cast: Cast,
    /// All findings, sorted by (start, longer first, category).
    pub findings: Vec<Finding>,
    /// The counts of each paragraph.
    pub paragraphs: Vec<Counts>,
    /// The counts of the body: the sum of its paragraphs, without headline and headings.
    pub body: Counts,
    /// See [`Analysis::actors`].
    actors: OnceLock<Vec<ActorCounts>>,
    /// How evenly each category is spread over the body's paragraphs: Gries' DP, normalised, 0 even to 1
    /// uneven; `None` below 10 findings.
    pub spread: Vec<Option<f64>>,
}

impl Analysis {
    /// The counts of the headline, where there is one.
    pub fn headline(&self) -> Option<&Counts> {
        self.document.headline().and(self.paragraphs.first())
    }

    /// The findings that stand in the body: not in the headline, a heading or a dateline.
    pub fn body_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| self.in_body(finding))
    }

    /// Whether a finding stands in the body, so that it is in the document's counts.
    pub fn in_body(&self, finding: &Finding) -> bool {
        self.is_body(finding.paragraph, finding.span.start)
    }

    /// Whether byte `at` of a paragraph is in the body: not in a dateline, nor the paragraph a heading.
    fn is_body(&self, paragraph: u32, at: usize) -> bool {
        let paragraph = &self.document.paragraphs[paragraph as usize];
        let dateline = paragraph.dateline.map_or(0, |dateline| dateline.end);
        paragraph.part == Part::Body && at >= dateline
    }

    /// The actors of the body, those with most cues first; `lexicon` is that of the analysis. They are
    /// counted when they are first asked for.
    pub fn actors(&self, lexicon: &Lexicon) -> &[ActorCounts] {
        self.actors.get_or_init(|| self.find_actors(lexicon))
    }

    fn find_actors(&self, lexicon: &Lexicon) -> Vec<ActorCounts> {
        let document = &self.document;
        let counts = |mention: &Mention| {
            let paragraph = document.sentences[mention.sentence as usize].paragraph;
            self.is_body(paragraph, mention.span(document).start)
        };
        let body = self.body_findings();
        actors((document, &self.cast, lexicon), body, counts)
    }
}

/// How texts are read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How paragraphs are told apart.
    pub layout: Layout,
    /// The voices that are counted; all where empty.
    pub voices: Vec<Voice>,
    /// Speakers who count as the author: ids or names of actors, or the words that name the speaker.
    pub own_voice: Vec<String>,
}

impl Options {
    /// Whether a voice is counted.
    fn counts(&self, voice: Voice) -> bool {
        self.voices.is_empty() || self.voices.contains(&voice)
    }
}

/// Reads a text with `lexicon`.
///
/// # Errors
/// A text of 4 GiB or more.
pub fn analyse(text: String, layout: Layout, lexicon: &Lexicon) -> Result<Analysis, TooLong> {
    let record = Record { id: String::new(), text, metadata: serde_json::Map::new() };
    analyse_record(record, &Options { layout, ..Options::default() }, lexicon)
}

/// Reads a record with `lexicon`.
///
/// # Errors
/// A text of 4 GiB or more.
pub fn analyse_record(
    record: Record,
    options: &Options,
    lexicon: &Lexicon,
) -> Result<Analysis, TooLong> {
    let Record { id, text, metadata } = record;
    let document = Document::new(text, options.layout)?;
    let matches = lexicon.matches(&document);
    let cast = Cast::find(&document, lexicon, &matches);
    let mut voices = Voices::find(&document, lexicon, &matches);
    if !options.own_voice.is_empty() {
        let own = |name: &String, span| cast.is_named(name, span, &document, lexicon);
        voices.own(|span| options.own_voice.iter().any(|name| own(name, span)));
    }
    let reading = Reading { document: &document, lexicon, matches: &matches, voices: &voices };
    let mut findings = passes::run(&reading);
    let scene = Scene { document: &document, lexicon, matches: &matches, cast: &cast };
    context::settle(&mut findings, &scene);
    for finding in &mut findings {
        if finding.counted() && !options.counts(finding.voice) {
            finding.silent_because = Some(Silence::OtherVoice);
        }
    }
    let counted_voices = std::array::from_fn(|at| options.counts(VOICES[at]));
    let mut paragraphs = counts(&document, &voices, &findings, lexicon);
    for counts in &mut paragraphs {
        let counted =
            counted_voices.iter().zip(counts.voice_words).filter(|(counted, _)| **counted);
        counts.words = counted.map(|(_, words)| words).sum();
    }
    let mut body = Counts::none(lexicon.categories.len());
    let mut bodies: Vec<&Counts> = Vec::new();
    for (paragraph, counts) in document.paragraphs.iter().zip(&paragraphs) {
        if paragraph.part == Part::Body {
            body.add(counts);
            bodies.push(counts);
        }
    }
    let sizes: Vec<u64> = bodies.iter().map(|counts| counts.words).collect();
    let spread = (0..lexicon.categories.len())
        .map(|category| {
            if body.categories[category] < MIN_HITS {
                return None;
            }
            let hits: Vec<u64> = bodies.iter().map(|counts| counts.categories[category]).collect();
            dispersion(&sizes, &hits)
        })
        .collect();
    let actors = OnceLock::new();
    Ok(Analysis {
        id,
        metadata,
        document,
        voices,
        counted_voices,
        cast,
        findings,
        paragraphs,
        body,
        actors,
        spread,
    })
}

/// The counts of each paragraph. Words of a dateline, and cues in it, are in no count.
fn counts(
    document: &Document,
    voices: &Voices,
    findings: &[Finding],
    lexicon: &Lexicon,
) -> Vec<Counts> {
    let mut rest = findings;
    let mut all = Vec::with_capacity(document.paragraphs.len());
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        let (here, later) = rest.split_at(rest.partition_point(|f| f.paragraph as usize <= index));
        rest = later;
        let body_start = paragraph.dateline.map_or(0, |dateline| dateline.end);
        let from = here.partition_point(|f| f.span.start < body_start);
        let tokens = &document.tokens[paragraph.token_range()];
        let skipped = tokens.partition_point(|token| (token.start as usize) < body_start) as u32;
        let mut counts = Counts::of(&here[from..], lexicon);
        let words = voices.words(document, paragraph.tokens.start + skipped, paragraph.tokens.end);
        counts.voice_words = words.map(u64::from);
        counts.sentences = paragraph.sentence_range().len() as u64;
        all.push(counts);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;

    fn file(id: &str, group: &str, slanted: bool, entries: &str) -> Source<'static> {
        let text = format!(
            "id = \"{id}\"\ntitle = \"T\"\ngroup = \"{group}\"\nlanguage = \"en\"\n\
             version = \"1.0.0\"\npolarity = \"neutral\"\nslanted = {slanted}\nwhy = \"w\"\n\
             sources = []\nflags = []\nignores = []\n{entries}"
        );
        Source { file: format!("{id}.toml").into(), text: text.into() }
    }

    fn block(term: &str, strength: u8) -> String {
        format!("[[entries]]\nterms = [\"{term}\"]\nstrength = {strength}\nwhy = \"w\"\n")
    }

    #[test]
    fn lone_weak_cues_and_slanted_ones_are_loads_of_their_own_kind() {
        let lexicon = Lexicon::compile(&[
            file("loaded", "labels", false, &[block("stooge", 3), block("camp", 1)].concat()),
            file("booster", "stance", true, &block("clearly", 2)),
            file("plain", "stance", false, &block("said", 2)),
        ]);
        let lexicon = lexicon.unwrap();
        let of = |text: &str| analyse(text.to_owned(), Layout::Blank, &lexicon).unwrap().body;
        for (text, expected) in [
            ("The stooge said so.", [0, 0, 0, 1]),
            ("The camp said so.", [1, 0, 0, 0]),
            ("The stooge left the camp.", [0, 1, 0, 1]),
            ("Clearly they said so.", [1, 0, 0, 0]),
            ("He said: \"Clearly a stooge of theirs came to the camp.\"", [0; 4]),
        ] {
            assert_eq!(of(text).voice_loaded[0], expected, "{text}");
        }
        assert_eq!(of("The camp said so.").total, 1, "a lone weak cue is in no count");
    }
}
