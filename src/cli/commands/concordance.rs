//! `framescope concordance`: every hit of what is asked for, each in its sentence.

use std::io::IsTerminal as _;

use crate::cli::args::{Colour, ConcordanceArguments};
use crate::cli::failure::{DONE, Failure, WRONG};
use crate::cli::options::{self, Reading};
use crate::cli::output;
use crate::cli::read::Texts;
use crate::concordance::{Choice, Concordance, Order, Query, Search, TERM, find, term_source};
use crate::lexicon::Selection;
use crate::report::{CONCORDANCE_FORMATS, ConcordanceFormat, Rows, Setting, terminal};

/// Lines that a terminal shows where no `--limit` says more.
const SCREEN: usize = 200;

/// Runs the command.
pub(in crate::cli) fn run(typed: &ConcordanceArguments, colour: Colour) -> Result<u8, Failure> {
    let format = format(typed)?;
    let (reading, search) = search(typed)?;
    let choice = Choice {
        order: typed.sort,
        sample: typed.sample.map(|size| (size, typed.seed)),
        limit: limit(typed, format),
    };
    let mut concordance = Concordance::new(search.clone(), choice);
    let mut texts = Texts::find(&typed.inputs);
    texts.read(
        &reading,
        |_, analysis| find(&search, &analysis, &reading.lexicon),
        |part| {
            concordance.add(part);
            Ok(())
        },
    )?;
    if concordance.tally.documents == 0 {
        return Err(Failure::usage("no input gave a text: there is nothing to look through"));
    }
    check_field(&concordance)?;
    concordance.finish(&reading.lexicon);
    concordance.skipped = texts.skipped;
    if !concordance.near.is_empty() {
        let near = concordance.near.join(", ");
        anstream::eprintln!("no line for {}; near: {}", terminal(&typed.asked), terminal(&near));
    }
    write(typed, colour, (format, reading), &concordance)?;
    Ok(if concordance.skipped.is_empty() { DONE } else { WRONG })
}

/// Writes the concordance.
fn write(
    typed: &ConcordanceArguments,
    colour: Colour,
    (format, reading): (&ConcordanceFormat, Reading),
    concordance: &Concordance,
) -> Result<(), Failure> {
    let (width, colour) =
        options::terminal(typed.output.output.as_deref(), typed.output.width, colour);
    let setting = Setting {
        lexicon: &reading.lexicon,
        stamp: reading.stamp,
        rows: Rows::default(),
        by_period: false,
        explain: false,
        width,
        colour,
        fields: Vec::new(),
    };
    let mut bytes = Vec::new();
    (format.write)(&setting, concordance, &mut bytes);
    output::put(typed.output.output.as_deref(), &bytes)
}

/// The format of concordances that has the name of the format that was asked for.
fn format(typed: &ConcordanceArguments) -> Result<&'static ConcordanceFormat, Failure> {
    let name = options::format(&typed.output)?.name;
    let format = CONCORDANCE_FORMATS.iter().find(|format| format.name == name);
    format.ok_or_else(|| {
        let names: Vec<_> = CONCORDANCE_FORMATS.iter().map(|format| format.name).collect();
        let known = names.join("|");
        Failure::usage(format!("a concordance has no format {name}; add --format {known}"))
    })
}

/// How texts are read, and what is looked for in them. A term is read into the lexicons; the stamp is that
/// of the lexicons without it, and names it among the options.
fn search(typed: &ConcordanceArguments) -> Result<(Reading, Search), Failure> {
    let mut reading = Reading::new(&typed.reading)?;
    let query = Query::read(typed.asked.trim(), &reading.lexicon);
    let about = typed.about.as_ref().map(|about| Query::actor_id(about, &reading.lexicon));
    if let Query::Term(term) = &query {
        let lexicon = options::with_files(&typed.reading, vec![term_source(term)])
            .map_err(|faults| unreadable(typed, faults))?;
        let only = Selection { only: vec![TERM.to_owned()], without: Vec::new() };
        reading.lexicon = lexicon.select(&only).map_err(Failure::usage)?;
    }
    let mut options = stamped(typed);
    options.extend(Some(reading.stamp.options).filter(|options| !options.is_empty()));
    reading.stamp.options = options.join(" ");
    Ok((reading, Search { query, about, by: typed.by.clone(), all: typed.all }))
}

/// What is wrong with a term, said of what was typed.
fn unreadable(typed: &ConcordanceArguments, fault: Failure) -> Failure {
    match fault {
        Failure::Messages(faults) => {
            let head = format!("{:?} names no category or group, and as a term ", typed.asked);
            let bare = |fault: &String| fault.splitn(3, ": ").last().unwrap_or(fault).to_owned();
            let faults: Vec<_> = faults.iter().map(bare).collect();
            Failure::usage(head + &faults.join("; "))
        }
        gone @ Failure::Gone => gone,
    }
}

/// What changes the lines, as one would type it.
fn stamped(typed: &ConcordanceArguments) -> Vec<String> {
    let mut options = vec![format!("concordance {:?}", typed.asked)];
    if typed.sort != Order::None {
        options.push(format!("--sort {}", typed.sort.name()));
    }
    options.extend(typed.about.iter().map(|about| format!("--about {about:?}")));
    options.extend(typed.by.iter().map(|by| format!("--by {by:?}")));
    options.extend(typed.all.then(|| "--all".to_owned()));
    options.extend(typed.limit.map(|limit| format!("--limit {limit}")));
    options.extend(typed.sample.map(|size| format!("--sample {size} --seed {}", typed.seed)));
    options
}

/// The most lines that are shown: without `--limit` all but in a terminal, which none could read.
fn limit(typed: &ConcordanceArguments, format: &ConcordanceFormat) -> usize {
    let file = typed.output.output.is_some();
    let read = format.name == "text" && !file && std::io::stdout().is_terminal();
    let unsaid = if read && typed.sample.is_none() { SCREEN } else { 0 };
    typed.limit.unwrap_or(unsaid)
}

/// Refuses a field that no document has.
fn check_field(concordance: &Concordance) -> Result<(), Failure> {
    match &concordance.search.by {
        Some(field) if !concordance.has_field => {
            let fields: Vec<_> = concordance.fields.iter().map(String::as_str).collect();
            let known = match fields.is_empty() {
                true => "they have no fields; those of JSON lines do".to_owned(),
                false => format!("their fields are {}", fields.join(", ")),
            };
            Err(Failure::usage(format!("no text has a field {field:?}; {known}")))
        }
        _ => Ok(()),
    }
}
