//! What a journal was begun with, and what to say where a run has something else.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::cli::failure::Failure;
use crate::input::Place;
use crate::report::{Format, Setting};

/// What must be the same for a report to be gone on with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::cli) struct Header {
    /// What the report depends on: a name, and its value as told to a reader.
    settings: Vec<(String, String)>,
    inputs: Vec<Input>,
    /// Inputs that could not be found.
    missing: Vec<String>,
}

/// An input file as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Input {
    name: String,
    size: u64,
    /// When it was changed last, in nanoseconds since 1970.
    modified: Option<String>,
}

impl Header {
    /// The header of a report with `setting`.
    ///
    /// # Errors
    /// An input that cannot be read a second time.
    pub(in crate::cli) fn new(
        setting: &Setting<'_>,
        format: &Format,
        fail_over: Option<f64>,
        places: &[Place],
        missing: &[String],
    ) -> Result<Self, Failure> {
        let stamp = &setting.stamp;
        let fail_over = fail_over.map_or("none".to_owned(), |rate| rate.to_string());
        let settings = [
            ("program", stamp.program.clone()),
            ("lexicons", format!("{} {}", stamp.lexicon, stamp.sha256)),
            ("options", stamp.options.clone()),
            ("--format", format.name.to_owned()),
            ("--rows", format!("{:?}", setting.rows).to_lowercase()),
            ("--explain", setting.explain.to_string()),
            ("--width", setting.width.to_string()),
            ("--color", setting.colour.to_string()),
            ("--fail-over", fail_over),
        ];
        let settings = settings.map(|(name, value)| (name.to_owned(), value)).to_vec();
        let inputs = places.iter().map(Input::new).collect::<Result<_, _>>()?;
        Ok(Self { settings, inputs, missing: missing.to_vec() })
    }

    /// What is not as it was when the journal of `old` was begun.
    pub(super) fn difference(&self, old: &Self) -> Option<String> {
        for ((name, now), (_, before)) in self.settings.iter().zip(&old.settings) {
            if now != before {
                let told = |value: &str| match value {
                    "" => "none".to_owned(),
                    value => format!("{value:?}"),
                };
                return Some(format!("{name} was {}, and is {}", told(before), told(now)));
            }
        }
        for (now, before) in self.inputs.iter().zip(&old.inputs) {
            if now.name != before.name {
                return Some(format!(
                    "it read {:?} where this run reads {:?}",
                    before.name, now.name
                ));
            }
            if now != before {
                return Some(format!("the input {:?} has changed since", now.name));
            }
        }
        let (now, before) = (self.inputs.len(), old.inputs.len());
        if now != before {
            return Some(format!("it read {before} files, and this run reads {now}"));
        }
        (self != old)
            .then(|| "some inputs that were missing are there now, or the other way".into())
    }
}

impl Input {
    fn new(place: &Place) -> Result<Self, Failure> {
        let again = |what: &str| {
            let what = format!(
                "--resume cannot go on with {} {what}: it cannot be read a second time; write it to a \
                 file first, and name that",
                place.name
            );
            Failure::usage(what)
        };
        if place.content.is_some() {
            return Err(again("(a stream)"));
        }
        let found = fs::metadata(&place.path).ok();
        if found.as_ref().is_some_and(|found| !found.is_file()) {
            return Err(again("(no regular file)"));
        }
        let modified = found.as_ref().and_then(|found| found.modified().ok());
        let since = modified.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        Ok(Self {
            name: place.name.clone(),
            size: found.map_or(0, |found| found.len()),
            modified: since.map(|since| since.as_nanos().to_string()),
        })
    }
}

/// Whether two paths lead to one file, whether it is there or not.
pub(in crate::cli) fn is_same_file(a: &Path, b: &Path) -> bool {
    let real = |path: &Path| -> Option<PathBuf> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()?;
        fs::canonicalize(path).ok().or_else(|| Some(folder.join(path.file_name()?)))
    };
    a == b || real(a).is_some_and(|a| real(b) == Some(a))
}
