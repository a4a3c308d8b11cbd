//! What was named on the command line becomes places to read: files, folders' files, standard input.

use std::io::{self, BufRead as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use super::Skipped;
use super::line::{Line, read_line};
use super::open::{Content, open};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One text.
    Text,
    /// JSON lines: one text a line.
    Lines,
    /// CSV: one text a row; semicolons or tabs may take the place of commas.
    Commas,
    /// TSV: one text a row.
    Tabs,
}

/// A file to read.
#[derive(Debug, Clone)]
pub struct Place {
    /// What it is called in outputs and errors.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it holds.
    pub kind: Kind,
    /// Its bytes, where it is no file (standard input).
    pub content: Option<Content>,
}

impl Place {
    /// Its size in bytes, packed as it is; 0 where that is not known.
    pub fn size(&self) -> u64 {
        match &self.content {
            None => std::fs::metadata(&self.path).map_or(0, |found| found.len()),
            Some(Content::Bytes(bytes)) => bytes.len() as u64,
            Some(Content::File(file)) => file.metadata().map_or(0, |found| found.len()),
        }
    }
}

/// Extensions that are read inside folders, and what they hold; one of [`PACKED`] may follow.
const EXTENSIONS: &[(&str, Kind)] = &[
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("md", Kind::Text),
    ("markdown", Kind::Text),
    ("jsonl", Kind::Lines),
    ("ndjson", Kind::Lines),
    ("csv", Kind::Commas),
    ("tsv", Kind::Tabs),
    ("tab", Kind::Tabs),
];

/// Extensions of packed files.
const PACKED: &[&str] = &["gz", "gzip", "zst", "zstd"];

/// Bytes of standard input that are held in memory; more go to a file.
const IN_MEMORY: u64 = 64 << 20;

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
    let extension = |path: &Path| Some(path.extension()?.to_str()?.to_lowercase());
    let mut last = extension(path)?;
    if PACKED.contains(&last.as_str()) {
        last = extension(Path::new(path.file_stem()?))?;
    }
    EXTENSIONS.iter().find(|(known, _)| *known == last).map(|(_, kind)| *kind)
}

fn standard_input() -> io::Result<Place> {
    let mut stdin = io::stdin().lock();
    let mut bytes = Vec::new();
    stdin.by_ref().take(IN_MEMORY).read_to_end(&mut bytes)?;
    let content = if stdin.fill_buf()?.is_empty() {
        Content::Bytes(bytes.into())
    } else {
        let mut file = tempfile::tempfile()?;
        file.write_all(&bytes)?;
        io::copy(&mut stdin, &mut file)?;
        Content::File(Arc::new(file))
    };
    let (name, path) = ("standard input".to_owned(), PathBuf::from("-"));
    let mut place = Place { name, path, kind: Kind::Text, content: Some(content) };
    if looks_like_lines(&place).unwrap_or(false) {
        place.kind = Kind::Lines;
    }
    Ok(place)
}

/// Whether the first line is a JSON object.
fn looks_like_lines(place: &Place) -> io::Result<bool> {
    let mut stream = open(place, &Arc::default())?;
    let mut line = Vec::new();
    loop {
        let found = read_line(&mut stream, IN_MEMORY, &mut line)?;
        let bytes = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line).trim_ascii_start();
        if found != Line::Whole || !bytes.is_empty() {
            return Ok(bytes.starts_with(b"{")
                && serde_json::from_slice::<serde_json::Map<_, _>>(bytes).is_ok());
        }
    }
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
            "{} holds no file to read; files end in .{}, and may be packed (.gz, .zst)",
            folder.display(),
            known.join(", .")
        )));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_tells_what_a_file_holds() {
        for (name, expected) in [
            ("a.txt", Some(Kind::Text)),
            ("a.TXT.GZ", Some(Kind::Text)),
            ("a.b.jsonl.zst", Some(Kind::Lines)),
            ("a.csv", Some(Kind::Commas)),
            ("a.tab.gz", Some(Kind::Tabs)),
            ("a.gz", None),
            ("txt.gz", None),
            ("a.txt.gz.gz", None),
            ("a.pdf", None),
            ("a", None),
        ] {
            assert_eq!(kind(Path::new(name)), expected, "{name}");
        }
    }
}
