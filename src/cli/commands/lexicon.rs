//! `framescope lexicon`: list, show, check.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::print;
use crate::cli::args::LexiconCommand;
use crate::cli::failure::{DONE, Failure};
use crate::cli::options::{lexicon, sources};
use crate::lexicon::{Inflect, Lexicon, RawRule, built_in_files};
use crate::report::terminal;
use crate::validate;

/// Runs one of the lexicon commands.
pub(in crate::cli) fn run(command: &LexiconCommand) -> Result<u8, Failure> {
    match command {
        LexiconCommand::List { lexicon: paths } => print(&list(&lexicon(paths)?))?,
        LexiconCommand::Show { id, toml: true, lexicon: paths } => print(&file(id, paths)?)?,
        LexiconCommand::Show { id, toml: false, lexicon: paths } => {
            print(&show(&lexicon(paths)?, id)?)?;
        }
        LexiconCommand::Check { paths } => check(paths)?,
    }
    Ok(DONE)
}

fn list(lexicon: &Lexicon) -> String {
    let entries = |category: usize| {
        lexicon.entries.iter().filter(|entry| entry.category as usize == category).count()
    };
    let mut text = String::new();
    for (_, group) in lexicon.groups() {
        let _ = writeln!(text, "{}: {}", group.id, group.about);
        for (at, category) in lexicon.categories.iter().enumerate() {
            if category.group.id == group.id {
                let (id, title, count) = (&category.id, &category.title, entries(at));
                let _ = writeln!(text, "  {id:<22} {count:>5}  {}", terminal(title));
            }
        }
        text.push('\n');
    }
    let (count, all) = (lexicon.categories.len(), lexicon.entries.len());
    let _ = writeln!(text, "{count} categories, {all} entries, {} forms", lexicon.forms());
    text
}

fn show(lexicon: &Lexicon, id: &str) -> Result<String, Failure> {
    let place = lexicon.categories.iter().position(|category| category.id == id);
    let place = place.ok_or_else(|| unknown(lexicon, id))?;
    let category = &lexicon.categories[place];
    let mut text = format!(
        "{} ({}), group {}, {}, version {}\n{}\n\nSources: {}\n",
        terminal(&category.title),
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
fn file(id: &str, paths: &[PathBuf]) -> Result<String, Failure> {
    let lexicon = lexicon(paths)?;
    let category = lexicon.categories.iter().find(|category| category.id == id);
    let name = &category.ok_or_else(|| unknown(&lexicon, id))?.file;
    let built_in = built_in_files().iter().find(|(file, _)| file == name);
    let added = sources(paths)?.into_iter().find(|source| source.file == name.as_str());
    let text = built_in.map(|(_, text)| (*text).to_owned()).or(added.map(|s| s.text.into_owned()));
    Ok(text.unwrap_or_default())
}

fn unknown(lexicon: &Lexicon, id: &str) -> Failure {
    let ids: Vec<_> = lexicon.categories.iter().map(|category| category.id.as_str()).collect();
    Failure::usage(format!("there is no category {id:?}; known are {}", ids.join(", ")))
}

fn check(paths: &[PathBuf]) -> Result<(), Failure> {
    let sources = sources(paths)?;
    let lexicon = validate::check(&sources).map_err(Failure::lexicon)?;
    let files: Vec<_> = sources.iter().map(|source| source.file.as_ref()).collect();
    let ours = |file: &str| files.contains(&file);
    let entries = lexicon.entries.iter().filter(|entry| ours(&lexicon.category(entry).file));
    print(&format!("{} files, {} entries: nothing to mend\n", files.len(), entries.count()))
}
