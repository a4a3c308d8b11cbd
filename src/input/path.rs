//! What was named on the command line becomes places to read: files, folders' files, standard input.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Skipped;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One text.
    Text,
    /// JSON lines: one text a line.
    Lines,
}

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is called in outputs and errors.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it holds.
    pub kind: Kind,
    /// Its bytes, where it is no file (standard input).
    pub content: Option<Vec<u8>>,
}

/// Extensions that are read inside folders, and what they hold.
const EXTENSIONS: &[(&str, Kind)] = &[
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("md", Kind::Text),
    ("markdown", Kind::Text),
    ("jsonl", Kind::Lines),
    ("ndjson", Kind::Lines),
];

/// The places of `inputs` (`-` is standard input), in order; folders give their files by path.
/// What cannot be read is named beside them.
pub fn resolve(inputs: &[PathBuf]) -> (Vec<Place>, Vec<Skipped>) {
    let (mut places, mut skipped) = (Vec::new(), Vec::new());
    for input in inputs {
        if input.as_os_str() == "-" {
            match standard_input() {
                Ok(place) => places.push(place),
                Err(error) => skipped.push(Skipped(format!("standard input: {error}"))),
            }
        } else if input.is_dir() {
            folder(input, &mut places, &mut skipped);
        } else {
            places.push(place(input, kind(input).unwrap_or(Kind::Text)));
        }
    }
    (places, skipped)
}

fn place(path: &Path, kind: Kind) -> Place {
    Place { name: path.display().to_string(), path: path.to_owned(), kind, content: None }
}

/// What the extension says that a file holds.
fn kind(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?.to_lowercase();
    EXTENSIONS.iter().find(|(known, _)| *known == extension).map(|(_, kind)| *kind)
}

fn standard_input() -> std::io::Result<Place> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let kind = if looks_like_lines(&bytes) { Kind::Lines } else { Kind::Text };
    Ok(Place { name: "standard input".into(), path: "-".into(), kind, content: Some(bytes) })
}

/// Whether the first line is a JSON object.
fn looks_like_lines(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let line = bytes.split(|&byte| byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    line.is_some_and(|line| {
        line.trim_ascii_start().starts_with(b"{")
            && serde_json::from_slice::<serde_json::Map<_, _>>(line).is_ok()
    })
}

fn folder(folder: &Path, places: &mut Vec<Place>, skipped: &mut Vec<Skipped>) {
    let before = (places.len(), skipped.len());
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                if let Some(kind) = kind(entry.path()) {
                    places.push(place(entry.path(), kind));
                }
            }
            Ok(_) => {}
            Err(error) => skipped.push(Skipped(error.to_string())),
        }
    }
    if before == (places.len(), skipped.len()) {
        let known: Vec<_> = EXTENSIONS.iter().map(|(extension, _)| *extension).collect();
        skipped.push(Skipped(format!(
            "{} holds no file to read; files end in .{}",
            folder.display(),
            known.join(", .")
        )));
    }
}
