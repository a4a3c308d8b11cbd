//! What was typed, resolved: lexicons read, formats found, the stamp made.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use super::args::{Colour, OutputArguments, ParagraphsArgument, ReadingArguments};
use super::failure::Failure;
use crate::analysis;
use crate::input::{Encoding, Filter, Form, MAX_SIZE};
use crate::lexicon::{Lexicon, Selection, Source, is_actors};
use crate::report::{FORMATS, Format, Stamp};
use crate::text::Layout;
use crate::voice::{VOICES, Voice};

/// How texts are read.
#[derive(Debug)]
pub(super) struct Reading {
    /// The lexicons.
    pub lexicon: Lexicon,
    /// How texts are read.
    pub options: analysis::Options,
    /// How files are read.
    pub form: Form,
    /// Which texts are wanted.
    pub filter: Filter,
    /// Threads; 0 is one a core.
    pub threads: usize,
    /// The stamp.
    pub stamp: Stamp,
}

impl Reading {
    /// Resolves what was typed.
    ///
    /// # Errors
    /// Everything that is wrong with lexicons, ids and names.
    pub(super) fn new(typed: &ReadingArguments) -> Result<Self, Failure> {
        let encoding = Encoding::named(&typed.encoding).map_err(Failure::usage)?;
        let (text, id) = (typed.text.clone(), typed.id.clone());
        let form = Form { encoding, text, id, max_size: typed.max_size };
        let filter = Filter::new(&typed.filter).map_err(|what| format!("--where: {what}"))?;
        let selection = Selection { only: typed.only.clone(), without: typed.without.clone() };
        let lexicon = with_files(typed, Vec::new())?;
        let lexicon = lexicon.select(&selection).map_err(Failure::usage)?;
        let layout = match typed.paragraphs {
            ParagraphsArgument::Auto => Layout::Auto,
            ParagraphsArgument::Blank => Layout::Blank,
            ParagraphsArgument::Line => Layout::Line,
        };
        let stamp = Stamp::new(&lexicon, options_line(typed, &form));
        let own_voice = typed.own_voice.clone();
        let voices = voices(&typed.voice)?;
        let options = analysis::Options { layout, voices, own_voice };
        Ok(Self { lexicon, options, form, filter, threads: typed.threads, stamp })
    }
}

/// The options that change the result, as one would type them.
fn options_line(typed: &ReadingArguments, form: &Form) -> String {
    let mut options: Vec<String> = Vec::new();
    options.extend(typed.lexicon.iter().map(|path| format!("--lexicon {}", path.display())));
    options.extend(typed.actors.iter().map(|path| format!("--actors {}", path.display())));
    options.extend(typed.own_voice.iter().map(|name| format!("--own-voice {name:?}")));
    let lists = [("only", &typed.only), ("without", &typed.without), ("voice", &typed.voice)];
    for (name, list) in lists {
        if !list.is_empty() {
            options.push(format!("--{name} {}", list.join(",")));
        }
    }
    match typed.paragraphs {
        ParagraphsArgument::Auto => {}
        ParagraphsArgument::Blank => options.push("--paragraphs blank".into()),
        ParagraphsArgument::Line => options.push("--paragraphs line".into()),
    }
    options.extend(typed.filter.iter().map(|condition| format!("--where {condition:?}")));
    if form.text != Form::default().text {
        options.push(format!("--text {:?}", form.text));
    }
    options.extend(form.id.iter().map(|id| format!("--id {id:?}")));
    if form.max_size != MAX_SIZE {
        options.push(format!("--max-size {}", form.max_size));
    }
    if form.encoding != Encoding::default() {
        options.push(format!("--encoding {}", form.encoding.name().to_lowercase()));
    }
    options.join(" ")
}

/// The built-in lexicons and the files of `paths`.
///
/// # Errors
/// Every fault of every file.
pub(super) fn lexicon(paths: &[PathBuf]) -> Result<Lexicon, Failure> {
    with_actors(paths, &[], Vec::new())
}

/// The built-in lexicons, the files that were named, and some `added` to them.
///
/// # Errors
/// Every fault of every file.
pub(super) fn with_files(
    typed: &ReadingArguments,
    added: Vec<Source<'static>>,
) -> Result<Lexicon, Failure> {
    with_actors(&typed.lexicon, &typed.actors, added)
}

/// The built-in lexicons, the files of `paths`, those of `actors`, and some `added` to them.
///
/// # Errors
/// Every fault of every file.
fn with_actors(
    paths: &[PathBuf],
    actors: &[PathBuf],
    added: Vec<Source<'static>>,
) -> Result<Lexicon, Failure> {
    let mut files = sources(paths)?;
    for file in sources(actors)? {
        if !is_actors(&file.text) {
            let what = format!(
                "{} is no actors file: it starts with neither actors = \"…\" nor [[actor]]; \
                 `framescope schema actors` shows the form",
                file.file
            );
            return Err(Failure::usage(what));
        }
        files.push(file);
    }
    files.extend(added);
    Lexicon::with(&files).map_err(Failure::lexicon)
}

/// The voices of these names; none for `all`.
fn voices(names: &[String]) -> Result<Vec<Voice>, Failure> {
    if names.iter().any(|name| name == "all") {
        return Ok(Vec::new());
    }
    let voice = |name: &String| {
        VOICES.iter().copied().find(|voice| voice.name() == name).ok_or_else(|| {
            let known: Vec<_> = VOICES.iter().map(|voice| voice.name()).collect();
            Failure::usage(format!(
                "there is no voice {name:?}; known are {}, all",
                known.join(", ")
            ))
        })
    };
    names.iter().map(voice).collect()
}

/// The lexicon files of `paths`; folders give all their .toml files, by path.
///
/// # Errors
/// What cannot be read.
pub(super) fn sources(paths: &[PathBuf]) -> Result<Vec<Source<'static>>, Failure> {
    let mut sources = Vec::new();
    for path in paths {
        let files = if path.is_dir() { toml_files(path)? } else { vec![path.clone()] };
        if files.is_empty() {
            let what = format!("{} holds no .toml file", path.display());
            return Err(Failure::usage(what));
        }
        for file in files {
            let text = text_of(&file)?;
            sources.push(Source { file: file.display().to_string().into(), text: text.into() });
        }
    }
    Ok(sources)
}

/// The text of a UTF-8 file.
///
/// # Errors
/// What cannot be read.
pub(super) fn text_of(file: &Path) -> Result<String, Failure> {
    let named = |error: &dyn std::fmt::Display| {
        Failure::usage(format!("cannot read {}: {error}", file.display()))
    };
    let bytes = std::fs::read(file).map_err(|error| named(&error))?;
    Encoding::default().decode(bytes).map_err(|error| named(&error))
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Failure::usage(error.to_string()))?;
        if entry.path().extension().is_some_and(|extension| extension == "toml") {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// The format that was named, or that the extension of the output stands for.
///
/// # Errors
/// An extension that stands for none.
pub(super) fn format(typed: &OutputArguments) -> Result<&'static Format, Failure> {
    let named = |name: &str| FORMATS.iter().find(|format| format.name == name);
    if let Some(format) = typed.format.as_deref().and_then(named) {
        return Ok(format);
    }
    let extension = typed.output.as_deref().and_then(Path::extension).and_then(|e| e.to_str());
    let Some(extension) = extension.map(str::to_lowercase) else { return Ok(&FORMATS[0]) };
    let stands = |format: &&Format| format.extensions.contains(&extension.as_str());
    FORMATS.iter().find(stands).ok_or_else(|| {
        let names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
        Failure::usage(format!(
            "no format goes with the extension .{extension}; add --format {}",
            names.join("|")
        ))
    })
}

/// Columns of a text report and whether it is coloured, for the destination that was named.
pub(super) fn terminal(
    output: Option<&Path>,
    width: Option<usize>,
    colour: Colour,
) -> (usize, bool) {
    let to_terminal = output.is_none() && std::io::stdout().is_terminal();
    let terminal = terminal_size::terminal_size().filter(|_| to_terminal);
    let width = width.or(terminal.map(|(width, _)| usize::from(width.0))).unwrap_or(80);
    let coloured = match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
                || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
            to_terminal && !plain
        }
    };
    (width.clamp(40, 200), coloured)
}
