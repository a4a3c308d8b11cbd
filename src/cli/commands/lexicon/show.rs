//! `framescope lexicon list` and `show`: what the lexicons hold, for people.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::unknown;
use crate::cli::failure::Failure;
use crate::cli::options::{lexicon, sources};
use crate::lexicon::{Inflect, Lexicon, RawRule, built_in_files};
use crate::report::terminal;

pub(super) fn list(lexicon: &Lexicon) -> String {
    let entries = |category: usize| {
        lexicon.entries.iter().filter(|entry| entry.category as usize == category).count()
    };
    let mut text = String::new();
    for (_, group) in lexicon.groups() {
        let _ = writeln!(text, "{}: {}", group.id, group.about);
        for (at, category) in lexicon.categories.iter().enumerate() {
            if category.group.id == group.id {
                let (id, title, count) = (&category.id, category.label(), entries(at));
                let _ = writeln!(text, "  {id:<22} {count:>5}  {}", terminal(&title));
            }
        }
        text.push('\n');
    }
    let count = lexicon.categories.len();
    let all = lexicon.entries.iter().filter(|entry| lexicon.shows(entry.category)).count();
    let forms: u64 = lexicon.forms_by_category()[..count].iter().sum();
    let _ = writeln!(text, "{count} categories, {all} entries, {forms} forms");
    let _ = writeln!(text, "{} actors, by name in lexicons/en/actors", lexicon.actors.len());
    text
}

pub(super) fn show(lexicon: &Lexicon, id: &str) -> Result<String, Failure> {
    let place = super::category(lexicon, id)? as usize;
    let category = &lexicon.categories[place];
    let mut text = format!(
        "{} ({}), group {}, {}, version {}\n{}\n\nSources: {}\n",
        terminal(&category.label()),
        category.id,
        category.group.id,
        category.polarity.name(),
        terminal(&category.version),
        terminal(&category.why),
        terminal(&category.sources.join(" · ")),
    );
    let mut block = None;
    for entry in lexicon.entries.iter().filter(|entry| entry.category as usize == place) {
        if block != Some(entry.block) {
            block = Some(entry.block);
            text.push_str(&head(lexicon.block(entry)));
        }
        let _ = writeln!(text, "    {}", terminal(&entry.term));
    }
    for (title, list) in [("Flags", &category.flags), ("Ignores", &category.ignores)] {
        let _ = writeln!(text, "\n{title}:");
        for example in list {
            let _ = writeln!(text, "    {}", terminal(&example.text));
        }
    }
    Ok(text)
}

/// What the terms of a block share.
fn head(block: &crate::lexicon::Block) -> String {
    let mut text = format!("\n  strength {}", block.strength);
    match block.inflect {
        Inflect::None => {}
        Inflect::Noun => text.push_str(", noun"),
        Inflect::Verb => text.push_str(", verb"),
        Inflect::Adjective => text.push_str(", adjective"),
        Inflect::AdjectiveAdverb => text.push_str(", adjective and adverb"),
    }
    if block.case == crate::lexicon::Case::Exact {
        text.push_str(", capitals as written");
    }
    let _ = writeln!(text, ": {}", terminal(&block.why));
    if !block.instead.is_empty() {
        let _ = writeln!(text, "  plainer: {}", terminal(&block.instead.join("; ")));
    }
    for (name, rule) in [("silent", &block.unless), ("only", &block.when)] {
        text.push_str(&rule_line(name, rule));
    }
    text
}

fn rule_line(name: &str, rule: &RawRule) -> String {
    let parts = [
        ("before it", &rule.before),
        ("after it", &rule.after),
        ("in its sentence", &rule.sentence),
    ];
    let mut text = String::new();
    for (place, list) in parts.iter().filter(|(_, list)| !list.is_empty()) {
        let _ = writeln!(text, "  {name} with, {place}: {}", terminal(&list.join("; ")));
    }
    text
}

/// The file of a category.
pub(super) fn file(id: &str, paths: &[PathBuf]) -> Result<String, Failure> {
    let lexicon = lexicon(paths)?;
    let category = lexicon.categories.iter().find(|category| category.id == id);
    let name = &category.ok_or_else(|| unknown(&lexicon, id))?.file;
    let built_in = built_in_files().iter().find(|(file, _)| file == name);
    let added = sources(paths)?.into_iter().find(|source| source.file == name.as_str());
    let text = built_in.map(|(_, text)| (*text).to_owned()).or(added.map(|s| s.text.into_owned()));
    Ok(text.unwrap_or_default())
}
