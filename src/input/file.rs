//! A text file as one record.

use std::io::Read as _;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use serde_json::Map;

use super::open::open;
use super::{Form, Place, Record, Skipped};

/// Reads the whole file of `place`; the bytes read are added to `count`.
pub(super) fn read(place: &Place, form: &Form, count: &Arc<AtomicU64>) -> Result<Record, Skipped> {
    let named = |what: String| Skipped(format!("{} {what}", place.name));
    let failed = |error| Skipped(format!("{}: {error}", place.name));
    let mut bytes = Vec::new();
    let stream = open(place, count).map_err(failed)?;
    stream.take(form.max_size + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > form.max_size {
        return Err(named(form.too_long()));
    }
    if bytes.is_empty() {
        return Err(named("is empty: there is nothing to read".into()));
    }
    let text = form.encoding.decode(bytes).map_err(named)?;
    if text.trim().is_empty() {
        return Err(named("holds only white space: there is nothing to read".into()));
    }
    Ok(Record { id: place.name.clone(), text, metadata: Map::new() })
}
