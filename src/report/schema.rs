//! JSON Schemas of lexicon files, reports and comparisons.

use schemars::schema_for;

use super::{ComparisonRecord, ConcordanceRecord, DocumentRecord};
use crate::lexicon::{ActorFile, File, Part};

/// A schema that can be printed.
#[derive(Debug)]
pub struct Schema {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it describes.
    pub about: &'static str,
    /// The schema.
    pub make: fn() -> schemars::Schema,
}

/// All schemas.
pub const SCHEMAS: &[Schema] = &[
    Schema { name: "lexicon", about: "a lexicon file (TOML)", make: || schema_for!(File) },
    Schema {
        name: "lexicon-part",
        about: "a file of more entries for a category (TOML)",
        make: || schema_for!(Part),
    },
    Schema {
        name: "actors",
        about: "a file of actors, with the user's own sides (TOML)",
        make: || schema_for!(ActorFile),
    },
    Schema {
        name: "report",
        about: "a line of `report --format jsonl`, and each of `documents` in json",
        make: || schema_for!(DocumentRecord<'static>),
    },
    Schema {
        name: "comparison",
        about: "`compare --format json`; its `rows`, each with the stamp, are those of csv and jsonl",
        make: || schema_for!(ComparisonRecord<'static>),
    },
    Schema {
        name: "concordance",
        about: "`concordance --format json`; its `lines`, each with the stamp, are those of jsonl",
        make: || schema_for!(ConcordanceRecord<'static>),
    },
];
