//! Reads one lexicon file: TOML into a category, its blocks, terms and patterns.

use regex::{Regex, RegexBuilder};

use super::category::{Block, Category, Example};
use super::error::{LexiconError, Place};
use super::figure::{Asked, asked};
use super::file::{File, Part, RawBlock, RawFigure, RawPattern};
use super::group::{GROUPS, group};

/// A file, read; its terms are not yet forms.
pub(super) struct Loaded {
    pub(super) category: Category,
    pub(super) blocks: Blocks,
    pub(super) patterns: Vec<(Block, Pattern)>,
    pub(super) scare_quotes: Option<Block>,
    pub(super) figure: Option<(Block, Asked)>,
}

/// Blocks, and the terms of each.
pub(super) type Blocks = Vec<(Block, Vec<Term>)>;

/// A term as written, and its line.
pub(super) struct Term {
    pub(super) text: String,
    pub(super) line: usize,
}

/// A regular expression of a file.
pub(super) struct Pattern {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) regex: Regex,
    pub(super) anchor: Vec<String>,
}

/// The compiled size that a pattern may have, in bytes.
const PATTERN_SIZE: usize = 1 << 20;
/// What scare quotes are called in outputs.
pub(super) const SCARE_QUOTES: &str = "scare quotes";

/// Reads `source`, the text of the file named `file`.
///
/// # Errors
/// Every fault of the file, each with its line.
pub(super) fn load(file: &str, source: &str) -> Result<Loaded, Vec<LexiconError>> {
    let place = Place::new(file, source);
    let raw: File = toml::from_str(source).map_err(|error| vec![syntax(&place, &error)])?;
    let mut faults = Vec::new();
    let category = category(&place, &raw, &mut faults);
    let blocks = blocks(&place, raw.entries, &mut faults);
    let patterns = raw
        .patterns
        .into_iter()
        .filter_map(|raw| pattern(&place, raw.into_inner(), &mut faults))
        .collect();
    let scare_quotes = raw.scare_quotes.map(|quotes| Block {
        strength: checked_strength(&place, 0, SCARE_QUOTES, quotes.strength, &mut faults),
        why: quotes.why,
        instead: quotes.instead,
        unless: quotes.unless,
        ..Block::default()
    });
    let figure = raw.figure.and_then(|raw| figure(&place, raw, &mut faults));
    match category {
        Some(category) if faults.is_empty() => {
            Ok(Loaded { category, blocks, patterns, scare_quotes, figure })
        }
        _ => Err(faults),
    }
}

/// Reads a part of a category: its blocks.
///
/// # Errors
/// Every fault of the file, each with its line.
pub(super) fn load_part(file: &str, source: &str) -> Result<Blocks, Vec<LexiconError>> {
    let place = Place::new(file, source);
    let raw: Part = toml::from_str(source).map_err(|error| vec![syntax(&place, &error)])?;
    let mut faults = Vec::new();
    if raw.why.trim().is_empty() {
        let line = place.line(raw.category.span().start);
        faults.push(place.fault(line, "why", "is empty", "say what this part holds"));
    }
    let blocks = blocks(&place, raw.entries, &mut faults);
    if faults.is_empty() { Ok(blocks) } else { Err(faults) }
}

/// The id that a category's file states, without reading the rest.
pub(super) fn id_of(source: &str) -> Option<&str> {
    stated(source, "id = \"")
}

/// The category that a source is a part of, without reading the rest; `None` of a category's own file.
pub(super) fn part_of(source: &str) -> Option<&str> {
    stated(source, "part_of = \"")
}

/// What a line before the first table states behind `key`.
fn stated<'a>(source: &'a str, key: &str) -> Option<&'a str> {
    let head = source.lines().take_while(|line| !line.starts_with('['));
    head.filter_map(|line| line.strip_prefix(key)).find_map(|value| value.split('"').next())
}

fn blocks(
    place: &Place<'_>,
    raw: Vec<toml::Spanned<RawBlock>>,
    faults: &mut Vec<LexiconError>,
) -> Blocks {
    let block = |raw: toml::Spanned<RawBlock>| {
        let line = place.line(raw.span().start);
        block(place, line, raw.into_inner(), faults)
    };
    raw.into_iter().filter_map(block).collect()
}

pub(super) fn syntax(place: &Place<'_>, error: &toml::de::Error) -> LexiconError {
    let line = error.span().map_or(0, |span| place.line(span.start));
    let mend = match error.message() {
        what if what.starts_with("unknown field") => "check the spelling, or remove the key",
        what if what.starts_with("missing field") => {
            "add the key; `framescope schema lexicon` lists them all"
        }
        _ => "",
    };
    place.fault(line, "", error.message().lines().next().unwrap_or("not TOML"), mend)
}

fn category(place: &Place<'_>, raw: &File, faults: &mut Vec<LexiconError>) -> Option<Category> {
    let id = raw.id.get_ref();
    let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '/';
    if !id.starts_with(|c: char| c.is_ascii_lowercase()) || !id.chars().all(known) {
        let mend = "use lower-case letters, digits and hyphens";
        faults.push(place.fault(
            place.line(raw.id.span().start),
            "id",
            &format!("{id:?} is no id"),
            mend,
        ));
    }
    if let Some(colour) = &raw.colour {
        let digits = colour.strip_prefix('#').unwrap_or_default();
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            faults.push(place.fault(
                0,
                "colour",
                &format!("{colour:?} is no colour"),
                "write #rrggbb",
            ));
        }
    }
    let Some(group) = group(raw.group.get_ref()) else {
        let ids: Vec<_> = GROUPS.iter().map(|group| group.id).collect();
        faults.push(place.fault(
            place.line(raw.group.span().start),
            "group",
            &format!("there is no group {:?}", raw.group.get_ref()),
            &format!("choose one of {}", ids.join(", ")),
        ));
        return None;
    };
    let examples = |list: &[toml::Spanned<String>]| {
        let example = |text: &toml::Spanned<String>| Example {
            text: text.get_ref().clone(),
            line: place.line(text.span().start),
        };
        list.iter().map(example).collect()
    };
    Some(Category {
        id: id.clone(),
        title: raw.title.clone(),
        group,
        group_at: GROUPS.iter().position(|other| other.id == group.id).unwrap_or_default(),
        language: raw.language.clone(),
        version: raw.version.clone(),
        polarity: raw.polarity,
        colour: raw.colour.clone().unwrap_or_else(|| group.colour.to_owned()),
        loaded: group.loaded || raw.loaded,
        slanted: raw.slanted,
        role: raw.role,
        experimental: raw.experimental,
        why: raw.why.clone(),
        sources: raw.sources.clone(),
        flags: examples(&raw.flags),
        ignores: examples(&raw.ignores),
        scare_words: raw.scare_quotes.as_ref().map(|quotes| quotes.words),
        file: place.file.to_owned(),
    })
}

fn block(
    place: &Place<'_>,
    line: usize,
    raw: RawBlock,
    faults: &mut Vec<LexiconError>,
) -> Option<(Block, Vec<Term>)> {
    let terms: Vec<Term> = raw
        .terms
        .into_iter()
        .map(|term| Term { line: place.line(term.span().start), text: term.into_inner() })
        .collect();
    let Some(first) = terms.first() else {
        faults.push(place.fault(line, "terms", "the block has no term", "add one, or remove it"));
        return None;
    };
    if raw.why.trim().is_empty() {
        let mend = "say in one plain line what the wording does";
        faults.push(place.fault(first.line, "why", "the block gives no reason", mend));
    }
    let strength = checked_strength(place, first.line, "strength", raw.strength, faults);
    let block = Block {
        strength,
        inflect: raw.inflect,
        case: raw.case,
        why: raw.why,
        instead: raw.instead,
        unless: raw.unless,
        when: raw.when,
        rule: 0,
    };
    Some((block, terms))
}

fn checked_strength(
    place: &Place<'_>,
    line: usize,
    key: &str,
    strength: u8,
    faults: &mut Vec<LexiconError>,
) -> u8 {
    if !(1..=3).contains(&strength) {
        faults.push(place.fault(
            line,
            key,
            &format!("{strength} is no strength"),
            "write 1, 2 or 3",
        ));
    }
    strength
}

fn pattern(
    place: &Place<'_>,
    raw: RawPattern,
    faults: &mut Vec<LexiconError>,
) -> Option<(Block, Pattern)> {
    let line = place.line(raw.regex.span().start);
    let built = RegexBuilder::new(raw.regex.get_ref()).size_limit(PATTERN_SIZE).build();
    let regex = match built {
        Ok(regex) => regex,
        Err(error) => {
            let text = error.to_string();
            let what = text.lines().last().unwrap_or_default().trim_start_matches("error: ");
            let mend = "the syntax is that of the Rust regex crate";
            faults.push(place.fault(
                line,
                &raw.name,
                &format!("not a regular expression: {what}"),
                mend,
            ));
            return None;
        }
    };
    if regex.is_match("") {
        let mend = "ask for at least one word";
        faults.push(place.fault(line, &raw.name, "the expression matches an empty text", mend));
    }
    let block = Block {
        strength: checked_strength(place, line, &raw.name, raw.strength, faults),
        why: raw.why,
        instead: raw.instead,
        ..Block::default()
    };
    Some((block, Pattern { name: raw.name, line, regex, anchor: raw.anchor }))
}

fn figure(
    place: &Place<'_>,
    raw: RawFigure,
    faults: &mut Vec<LexiconError>,
) -> Option<(Block, Asked)> {
    let line = place.line(raw.find.span().start);
    let block = Block {
        strength: checked_strength(place, line, "strength", raw.strength, faults),
        why: raw.why,
        instead: raw.instead,
        ..Block::default()
    };
    if block.why.trim().is_empty() {
        let mend = "say in one plain line what the figure does";
        faults.push(place.fault(line, "why", "the figure gives no reason", mend));
    }
    Some((block, asked(place, &raw.find, &raw.words, faults)?))
}

/// The terms of each block of a file, then the words of each list of its figure, with their lines, as they
/// stand there.
///
/// # Errors
/// The file is no lexicon file.
pub fn terms_by_block(source: &str) -> Result<Vec<Vec<(usize, String)>>, LexiconError> {
    let place = Place::new("", source);
    let read = |error| syntax(&place, &error);
    let (entries, figure) = if part_of(source).is_some() {
        (toml::from_str::<Part>(source).map_err(read)?.entries, None)
    } else {
        let raw: File = toml::from_str(source).map_err(read)?;
        (raw.entries, raw.figure)
    };
    let lists = figure.into_iter().flat_map(|figure| figure.words.into_values());
    let lists = entries.into_iter().map(|block| block.into_inner().terms).chain(lists);
    let word = |word: toml::Spanned<String>| (place.line(word.span().start), word.into_inner());
    Ok(lists.map(|list| list.into_iter().map(word).collect()).collect())
}
