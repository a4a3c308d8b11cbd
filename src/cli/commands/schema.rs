//! `framescope schema`: JSON Schemas.

use super::print;
use crate::cli::failure::{DONE, Failure};
use crate::report::SCHEMAS;

/// Prints the schema called `name`.
pub(in crate::cli) fn run(name: &str) -> Result<u8, Failure> {
    let schema = SCHEMAS.iter().find(|schema| schema.name == name);
    let schema = schema.ok_or_else(|| Failure::usage(format!("there is no schema {name:?}")))?;
    let text = serde_json::to_string_pretty(&(schema.make)())
        .map_err(|error| Failure::usage(error.to_string()))?;
    print(&format!("{text}\n")).map(|()| DONE)
}
