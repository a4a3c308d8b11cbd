//! A text file as one record.

use std::fs;

use serde_json::Map;

use super::{Encoding, Place, Record, Skipped};

/// Reads the whole file of `place`.
pub(super) fn read(place: &Place, encoding: Encoding) -> Result<Record, Skipped> {
    let named = |what: String| Skipped(format!("{} {what}", place.name));
    let bytes = match &place.content {
        Some(bytes) => bytes.clone(),
        None => fs::read(&place.path).map_err(|e| Skipped(format!("{}: {e}", place.name)))?,
    };
    if bytes.is_empty() {
        return Err(named("is empty: there is nothing to read".into()));
    }
    let text = encoding.decode(bytes).map_err(named)?;
    if text.trim().is_empty() {
        return Err(named("holds only white space: there is nothing to read".into()));
    }
    Ok(Record { id: place.name.clone(), text, metadata: Map::new() })
}
