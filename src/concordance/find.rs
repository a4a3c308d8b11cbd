//! What a document holds of what is looked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::line::{Line, Stand};
use super::{Search, Tally, near};
use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::passes::{Finding, Silence};
use crate::text::{CodePoints, Span};

/// What was found in one document.
#[derive(Debug)]
pub struct Part {
    pub(super) lines: Vec<Line>,
    pub(super) tally: Tally,
    /// What the document has in the field.
    pub(super) value: Option<Arc<str>>,
    /// Its fields.
    pub(super) fields: Vec<String>,
    /// Its actors that are called nearly as the one that is looked for.
    pub(super) near: BTreeSet<String>,
}

/// Findings that make one line.
#[derive(Debug)]
pub(super) struct Hit<'a> {
    pub(super) span: Span,
    /// By start; never none.
    pub(super) findings: Vec<&'a Finding>,
    pub(super) stand: Stand,
    pub(super) silent: Option<Silence>,
}

impl Hit<'_> {
    /// The finding that starts first.
    pub(super) fn first(&self) -> &Finding {
        self.findings[0]
    }
}

/// Finds what `search` looks for in a document that was read with `lexicon`.
pub fn find(search: &Search, analysis: &Analysis, lexicon: &Lexicon) -> Part {
    let hits = hits(search, analysis, lexicon);
    let listed: Vec<_> = hits.iter().filter(|hit| lists(search, hit)).collect();
    let document: Arc<str> = Arc::from(analysis.id.as_str());
    let value = search.by.as_ref().and_then(|field| value(analysis.metadata.get(field)?));
    let mut lines = Vec::with_capacity(listed.len());
    if !listed.is_empty() {
        let points = CodePoints::new(&analysis.document.source);
        for hit in &listed {
            let line = Line::of(hit, analysis, lexicon, &points);
            lines.push(Line { document: document.clone(), value: value.clone(), ..line });
        }
    }
    let mut fields = Vec::new();
    if search.by.is_some() {
        fields.extend(analysis.metadata.keys().cloned());
    }
    let near = near::seen(search, analysis, lexicon);
    Part { tally: tally(analysis, &hits, lines.len()), lines, value, fields, near }
}

/// The hits of a document; those that count, and share words, are one where spans are merged.
fn hits<'a>(search: &Search, analysis: &'a Analysis, lexicon: &Lexicon) -> Vec<Hit<'a>> {
    let mut hits: Vec<Hit<'a>> = Vec::new();
    let mut open: Option<usize> = None;
    for finding in analysis.findings.iter().filter(|f| search.wants(f, analysis, lexicon)) {
        let (stand, silent) = (Stand::of(finding, analysis), search.silence(finding, analysis));
        let joined = open.map(|at| &mut hits[at]).filter(|hit| {
            let paragraph = hit.first().paragraph;
            let meets = paragraph == finding.paragraph && finding.span.start < hit.span.end;
            search.query.merges() && silent.is_none() && hit.stand == stand && meets
        });
        if let Some(hit) = joined {
            hit.span.end = hit.span.end.max(finding.span.end);
            hit.findings.push(finding);
            continue;
        }
        if silent.is_none() {
            open = Some(hits.len());
        }
        hits.push(Hit { span: finding.span, findings: vec![finding], stand, silent });
    }
    hits
}

/// Whether a hit becomes a line.
fn lists(search: &Search, hit: &Hit<'_>) -> bool {
    let stands = hit.stand == Stand::Body || search.query.is_term();
    search.all || hit.silent.is_none() && stands
}

fn tally(analysis: &Analysis, hits: &[Hit<'_>], lines: usize) -> Tally {
    let counted = |hit: &&Hit<'_>| hit.silent.is_none();
    let body = hits.iter().filter(counted).filter(|hit| hit.stand == Stand::Body).count() as u64;
    let mut silent = BTreeMap::new();
    for reason in hits.iter().filter_map(|hit| hit.silent) {
        *silent.entry(reason.name()).or_default() += 1;
    }
    Tally {
        documents: 1,
        documents_with: u64::from(lines > 0),
        words: analysis.body.words,
        lines: lines as u64,
        counted: body,
        elsewhere: hits.iter().filter(counted).count() as u64 - body,
        silent,
    }
}

/// What a field holds, as a text.
fn value(value: &Value) -> Option<Arc<str>> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(Arc::from(text.as_str())),
        other => Some(Arc::from(other.to_string())),
    }
}
