//! Names that no gazetteer has: runs of capitalised words that recur, or are two words or more.

use std::collections::HashMap;

use super::{ActorId, Cast, Mention};
use crate::lexicon::{ActorKind, Lexicon};
use crate::text::{Document, Part, Sentence, is_function_word};

/// The longest name, in words.
const LONGEST: u32 = 4;

/// Words that stand before a place where something happens.
const PLACING: &[&str] =
    &["across", "around", "at", "from", "in", "inside", "near", "of", "outside"];

/// Small words inside a name.
const PARTICLES: &[&str] =
    &["al", "bin", "da", "de", "del", "der", "di", "du", "el", "ibn", "la", "van", "von"];

/// Last words of names of events, laws and places, which are no actors.
const THINGS: &[&str] = &[
    "Act",
    "Agreement",
    "Award",
    "Awards",
    "Bay",
    "Bill",
    "Bridge",
    "Canal",
    "Charter",
    "Concept",
    "Conference",
    "Convention",
    "Cup",
    "Day",
    "Declaration",
    "Desert",
    "Doctrine",
    "Framework",
    "Games",
    "Island",
    "Islands",
    "Lake",
    "Law",
    "Mountains",
    "Ocean",
    "Olympics",
    "Order",
    "Pact",
    "Peninsula",
    "Plan",
    "Plaza",
    "Port",
    "Prize",
    "Project",
    "Protocol",
    "Province",
    "Report",
    "Resolution",
    "River",
    "Rule",
    "Sea",
    "Square",
    "Station",
    "Strait",
    "Strategy",
    "Summit",
    "Towers",
    "Treaty",
    "Tunnel",
    "Valley",
    "Wall",
    "War",
    "Wars",
    "Year",
];

/// Capitalised words that name nobody.
const CALENDAR: &[&str] = &[
    "Apr",
    "April",
    "Article",
    "Aug",
    "August",
    "Avenue",
    "COVID",
    "Chapter",
    "Co",
    "Col",
    "Corp",
    "Covid",
    "Dame",
    "Dec",
    "December",
    "Dr",
    "English",
    "Feb",
    "February",
    "Friday",
    "Gen",
    "God",
    "Gov",
    "Inc",
    "Internet",
    "Jan",
    "January",
    "Juche",
    "Jul",
    "July",
    "Jun",
    "June",
    "Lady",
    "Lord",
    "Lt",
    "Ltd",
    "Mar",
    "March",
    "May",
    "Monday",
    "Mr",
    "Mrs",
    "Ms",
    "No",
    "Nov",
    "November",
    "Oct",
    "October",
    "Prof",
    "Rep",
    "Road",
    "Saturday",
    "Section",
    "Sen",
    "Sep",
    "Sept",
    "September",
    "Sir",
    "St",
    "Street",
    "Sunday",
    "Thursday",
    "Tuesday",
    "Wednesday",
];

/// The longest function word, in bytes.
const LONGEST_SMALL: usize = 10;

/// Whether a word is in a list, which is sorted.
fn listed(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// A run of capitalised words.
struct Run {
    first: u32,
    last: u32,
    sentence: u32,
    /// Whether it stands at the start of its sentence, where every word has a capital.
    opens: bool,
    /// Whether it is where something happens.
    placed: bool,
}

/// Adds the names of `document` to `cast`, which holds those of the gazetteers.
pub(super) fn find(document: &Document, lexicon: &Lexicon, cast: &mut Cast) {
    let mut runs = runs(document, lexicon, cast);
    let text = |run: &Run| bare(document, run.first, run.last);
    // How often single words stand as names where a capital is no matter of course.
    let mut seen: HashMap<&str, u32> = HashMap::new();
    for run in &runs {
        if run.first == run.last && !run.opens && !run.placed {
            *seen.entry(text(run)).or_default() += 1;
        }
    }
    trim(document, &mut runs, &seen);
    let mut actors: HashMap<&str, ActorId> = HashMap::new();
    let mut found: Vec<Mention> = Vec::new();
    // Full names first: their last words stand for them.
    for run in runs.iter().filter(|run| run.first < run.last && !run.placed) {
        let name = text(run);
        let last = bare(document, run.last, run.last);
        let next = ActorId::Named(cast.names.len() as u32);
        let actor = *actors.entry(name).or_insert(next);
        if actor == next {
            cast.names.push(name.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        actors.entry(last).or_insert(actor);
    }
    for run in &runs {
        let name = text(run);
        let single = run.first == run.last;
        let recurs = || seen.get(name).is_some_and(|&times| times > 1);
        let actor = match actors.get(name) {
            Some(&actor) => actor,
            None if single && recurs() => {
                let actor = ActorId::Named(cast.names.len() as u32);
                cast.names.push(name.to_owned());
                actors.insert(name, actor);
                actor
            }
            None => continue,
        };
        let Run { first, last, sentence, .. } = *run;
        if !run.placed {
            found.push(Mention { first, last, sentence, actor, people: false });
        }
    }
    if !found.is_empty() {
        merge(document, lexicon, cast, found);
    }
}

/// Takes the first word from names at the start of a sentence that stand so but once, where the text has
/// the rest elsewhere: "Reckless Yoon", beside Yoon.
fn trim(document: &Document, runs: &mut [Run], seen: &HashMap<&str, u32>) {
    let mut names: HashMap<&str, u32> = HashMap::new();
    for run in runs.iter().filter(|run| run.first < run.last) {
        *names.entry(bare(document, run.first, run.last)).or_default() += 1;
    }
    for run in runs.iter_mut().filter(|run| run.opens && run.first < run.last) {
        let rest = bare(document, run.first + 1, run.last);
        let known = names.contains_key(rest) || seen.get(rest).is_some_and(|&times| times > 1);
        if known && names.get(bare(document, run.first, run.last)) == Some(&1) {
            run.first += 1;
        }
    }
}

/// Adds the names that were found to the mentions: "President Ana Ruiz" is hers, not an office's.
fn merge(document: &Document, lexicon: &Lexicon, cast: &mut Cast, found: Vec<Mention>) {
    let named: Vec<u32> = found.iter().map(|mention| mention.first).collect();
    cast.mentions.retain(|mention| {
        let at = found.partition_point(|name| name.last < mention.first);
        if found.get(at).is_some_and(|name| name.first <= mention.last) {
            return false;
        }
        let office = Cast::kind(mention.actor, lexicon) == ActorKind::Group;
        let next = named.binary_search(&(mention.last + 1)).is_ok();
        !(office && next && document.tokens[mention.last as usize + 1].before.passes_phrase())
    });
    cast.mentions.extend(found);
    cast.mentions.sort_by_key(|mention| mention.first);
}

/// The words of a run without the ending of a possessive.
fn bare(document: &Document, first: u32, last: u32) -> &str {
    let text = document.span(first, last).of(&document.source);
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text)
}

/// All runs outside headlines and sentences in capitals.
fn runs(document: &Document, lexicon: &Lexicon, cast: &Cast) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut known = cast.mentions.iter().peekable();
    for (number, sentence) in (0..).zip(&document.sentences) {
        let paragraph = &document.paragraphs[sentence.paragraph as usize];
        if paragraph.part != Part::Body || shouts(document, sentence) {
            continue;
        }
        let dateline = paragraph.dateline.map_or(0, |dateline| dateline.end);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while known.next_if(|mention| mention.last < at).is_some() {}
            let taken = known.peek().filter(|mention| mention.first <= at);
            if let Some(mention) = taken {
                at = mention.last + 1;
                continue;
            }
            let start = document.tokens[at as usize].start as usize;
            if start < dateline || !is_capital(document, at) {
                at += 1;
                continue;
            }
            let stop = known.peek().map_or(sentence.tokens.end, |mention| mention.first);
            let last = run_end(document, at, stop.min(sentence.tokens.end));
            // "Suwon Local Court": a group's noun with a capital ends the name of one of the group.
            let last = known.peek().map_or(last, |mention| {
                match is_tail(document, lexicon, mention, last) {
                    true => mention.last,
                    false => last,
                }
            });
            if let Some(run) = run(document, sentence, (at, last), number) {
                runs.push(run);
            }
            at = last + 1;
        }
    }
    runs
}

/// Whether `mention`, directly behind token `last`, is the noun at the end of a name.
fn is_tail(document: &Document, lexicon: &Lexicon, mention: &Mention, last: u32) -> bool {
    mention.first == last + 1
        && Cast::kind(mention.actor, lexicon) == ActorKind::Group
        && (mention.first..=mention.last).all(|at| is_capital(document, at))
        && document.tokens[mention.first as usize].before.passes_phrase()
        && !document.tokens[mention.first as usize].before.has_quote()
        && bare(document, last, last).len() == word(document, last).len()
}

fn word(document: &Document, at: u32) -> &str {
    document.tokens[at as usize].span().of(&document.source)
}

/// Whether a token starts with a capital and goes on in small letters.
fn is_capital(document: &Document, at: u32) -> bool {
    let word = word(document, at);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && (word.len() == 1 || letters.any(char::is_lowercase))
}

/// The last token of the run that starts at `first`.
fn run_end(document: &Document, first: u32, end: u32) -> u32 {
    let mut last = first;
    let mut next = first + 1;
    while next < end && document.tokens[next as usize].before.passes_phrase() {
        let joined = document.tokens[next as usize].before;
        if joined.has_quote() || bare(document, last, last).len() < word(document, last).len() {
            break;
        }
        if is_capital(document, next) {
            last = next;
        } else if !listed(PARTICLES, word(document, next)) || next > last + 1 {
            break;
        }
        next += 1;
    }
    last
}

/// The run at `first..=last` as a name, without a word before it that only its place capitalises.
fn run(
    document: &Document,
    sentence: &Sentence,
    (first, last): (u32, u32),
    number: u32,
) -> Option<Run> {
    let opens =
        first == sentence.tokens.start || document.tokens[first as usize].before.has_quote();
    let small = |at: u32| {
        let word = word(document, at);
        word.len() <= LONGEST_SMALL && is_function_word(&word.to_lowercase())
    };
    let mut first = first;
    while first <= last && (listed(CALENDAR, word(document, first)) || small(first)) {
        first += 1;
    }
    let mut last = last;
    while last > first && listed(CALENDAR, word(document, last)) {
        last -= 1;
    }
    if first > last || last - first >= LONGEST || listed(CALENDAR, word(document, last)) {
        return None;
    }
    let letters = bare(document, first, last).chars().filter(|c| c.is_alphabetic()).count();
    let placed = first > sentence.tokens.start && listed(PLACING, word(document, first - 1));
    let opens = opens && first == sentence.tokens.start;
    let thing = listed(THINGS, bare(document, last, last));
    (letters > 2 && !thing).then_some(Run { first, last, sentence: number, opens, placed })
}

/// Whether most words of a sentence have capitals, so that one means nothing.
fn shouts(document: &Document, sentence: &Sentence) -> bool {
    let tokens = &document.tokens[sentence.token_range()];
    let capitals = tokens.iter().filter(|token| token.shape.is_capitals()).count();
    let first = |token: &&crate::text::Token| {
        document.source.as_bytes()[token.start as usize].is_ascii_uppercase()
    };
    tokens.len() > 3
        && (2 * capitals > tokens.len()
            || 3 * tokens.iter().filter(first).count() > 2 * tokens.len())
}
