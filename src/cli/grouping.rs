//! To which side, stratum and period each text of a comparison belongs.
//!
//! Laws: a text that lacks a field, or whose date cannot be read, is kept out, counted and named (the first
//! few of each kind); what was kept out is told at the end.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::args::CompareArguments;
use super::failure::Failure;
use crate::input::{Period, Unit, field};

/// Texts of a kind that are named when they are kept out.
const NAMED: usize = 3;
/// More sides than this are no comparison that anybody reads.
const MOST_SIDES: usize = 20;
/// More periods than this need a coarser unit.
const MOST_PERIODS: i64 = 2_000;

/// A field, and where it holds dates, the periods they are taken by.
#[derive(Debug)]
struct Field {
    name: String,
    unit: Option<Unit>,
}

/// A stretch of time, its ends included.
#[derive(Debug)]
struct Span {
    name: String,
    from: Period,
    to: Period,
}

/// How the texts of a comparison are grouped.
#[derive(Debug)]
pub(super) struct Grouping {
    by: Option<String>,
    date: Option<(String, Unit)>,
    spans: Vec<Span>,
    strata: Option<Field>,
    seen: Seen,
}

/// What has come so far.
#[derive(Debug, Default)]
struct Seen {
    strata: BTreeMap<String, u32>,
    periods: Option<(Period, Period)>,
    /// What was kept out: why, how many, the first few.
    kept_out: BTreeMap<String, (u64, Vec<String>)>,
}

/// Where a text belongs.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Belongs {
    /// The name of its side; `None` where that is its input's.
    pub(super) side: Option<String>,
    /// The number of its stratum.
    pub(super) stratum: u32,
    /// The number of its period.
    pub(super) period: i64,
}

impl Grouping {
    /// What was typed, resolved.
    ///
    /// # Errors
    /// Units, spans and combinations that cannot be.
    pub(super) fn new(typed: &CompareArguments) -> Result<Self, Failure> {
        let date = typed.by_date.as_deref().map(field_of).transpose()?;
        let date = date.map(|Field { name, unit }| (name, unit.unwrap_or(Unit::Month)));
        let unit = date.as_ref().map_or(Unit::Month, |(_, unit)| *unit);
        let spans = typed.spans.iter().map(|span| span_of(span, unit));
        let spans: Vec<Span> = spans.collect::<Result<_, _>>()?;
        if spans.len() == 1 {
            return Err(Failure::usage(
                "--spans needs two stretches of time or more, such as 2011-01..2011-06,2011-07..2011-12",
            ));
        }
        if !spans.is_empty() && typed.by.is_some() {
            return Err(Failure::usage(
                "--spans makes the sides, and so does --by: leave one out, or keep one value with --where",
            ));
        }
        let strata = typed.strata.as_deref().map(field_of).transpose()?;
        Ok(Self { by: typed.by.clone(), date, spans, strata, seen: Seen::default() })
    }

    /// Whether all inputs are read together: the sides come from fields.
    pub(super) const fn pools(&self) -> bool {
        self.by.is_some() || self.date.is_some()
    }

    /// The names of the sides that are known before any text.
    pub(super) fn known(&self) -> Vec<String> {
        self.spans.iter().map(|span| span.name.clone()).collect()
    }

    /// Where the text `id` belongs; `None` where it is kept out.
    pub(super) fn place(&mut self, id: &str, metadata: &Map<String, Value>) -> Option<Belongs> {
        match self.find(metadata) {
            Ok(belongs) => Some(belongs),
            Err(why) => {
                let (count, named) = self.seen.kept_out.entry(why).or_default();
                *count += 1;
                if named.len() < NAMED {
                    named.push(id.to_owned());
                }
                None
            }
        }
    }

    fn find(&mut self, metadata: &Map<String, Value>) -> Result<Belongs, String> {
        let value = |name: &str| field(metadata, name).ok_or_else(|| format!("have no {name:?}"));
        let mut side = self.by.as_deref().map(value).transpose()?;
        let stratum = match &self.strata {
            None => None,
            Some(Field { name, unit: None }) => Some(value(name)?),
            Some(Field { name, unit: Some(unit) }) => {
                Some(period(name, &value(name)?, *unit)?.name())
            }
        };
        let mut index = 0;
        if let Some((name, unit)) = &self.date {
            let when = period(name, &value(name)?, *unit)?;
            if self.spans.is_empty() {
                side.get_or_insert_with(|| "all texts".to_owned());
                let (first, last) = self.seen.periods.unwrap_or((when, when));
                self.seen.periods = Some((first.min(when), last.max(when)));
                index = when.index();
            } else {
                let span = self.spans.iter().find(|span| span.from <= when && when <= span.to);
                side = Some(span.ok_or("lie outside all spans")?.name.clone());
            }
        }
        let next = self.seen.strata.len() as u32;
        let stratum = stratum.map_or(0, |name| *self.seen.strata.entry(name).or_insert(next));
        Ok(Belongs { side, stratum, period: index })
    }

    /// The periods from the first to the last that was met, and the number of the first.
    ///
    /// # Errors
    /// More periods than can be shown.
    pub(super) fn periods(&self) -> Result<(Vec<String>, i64), Failure> {
        let Some((first, last)) = self.seen.periods else { return Ok((Vec::new(), 0)) };
        let number = last.index() - first.index() + 1;
        if number > MOST_PERIODS {
            return Err(Failure::usage(format!(
                "the dates run over {number} periods, from {} to {}; take a longer unit, such as \
                 --by-date FIELD:year, or leave out what is dated wrongly with --where",
                first.name(),
                last.name()
            )));
        }
        let names = std::iter::successors(Some(first), |period| Some(period.next()));
        Ok((names.take(number as usize).map(Period::name).collect(), first.index()))
    }

    /// What was kept out and why, in sentences.
    pub(super) fn notes(&self) -> Vec<String> {
        let sentence = |(why, (count, named)): (&String, &(u64, Vec<String>))| {
            let more = if *count > named.len() as u64 { " …" } else { "" };
            let texts = if *count == 1 { "text was" } else { "texts were" };
            format!("{count} {texts} kept out that {why}: {}{more}.", named.join(", "))
        };
        self.seen.kept_out.iter().map(sentence).collect()
    }

    /// What the sides and strata are called.
    pub(super) fn names(&self) -> (Option<String>, Option<String>) {
        (self.by.clone(), self.strata.as_ref().map(|field| field.name.clone()))
    }

    /// Whether these sides can be compared: their names and documents.
    ///
    /// # Errors
    /// Too few or too many of them.
    pub(super) fn check(&self, sides: &[(String, u64)]) -> Result<(), Failure> {
        let empty: Vec<&str> =
            sides.iter().filter(|(_, n)| *n == 0).map(|(name, _)| name.as_str()).collect();
        if !empty.is_empty() {
            let notes = self.notes().join(" ");
            return Err(Failure::usage(format!(
                "no text belongs to {}: there is nothing to compare. {notes}",
                empty.join(", ")
            )));
        }
        let over_time = self.date.is_some() && self.spans.is_empty();
        match (&self.by, sides) {
            (_, []) => Err(Failure::usage(format!(
                "no text is left to compare. {}",
                self.notes().join(" ")
            ))),
            (Some(field), [(name, n)]) if !over_time => Err(Failure::usage(format!(
                "--by {field}: all {n} texts have the value {name:?}: there is nothing to compare"
            ))),
            (Some(field), sides) if sides.len() > MOST_SIDES => {
                let mut largest: Vec<_> = sides.iter().collect();
                largest.sort_by_key(|(name, n)| (u64::MAX - n, name.clone()));
                let named: Vec<_> =
                    largest.iter().take(5).map(|(name, n)| format!("{name} ({n})")).collect();
                Err(Failure::usage(format!(
                    "--by {field} makes {} sides, and {MOST_SIDES} can be compared; choose some, as with \
                     --where {field}=VALUE (repeatable). The largest: {}",
                    sides.len(),
                    named.join(", ")
                )))
            }
            _ => Ok(()),
        }
    }
}

/// A field as typed: `FIELD` or `FIELD:UNIT`.
fn field_of(typed: &str) -> Result<Field, Failure> {
    match typed.rsplit_once(':') {
        Some((name, unit)) => {
            let unit = Unit::named(unit).map_err(Failure::usage)?;
            Ok(Field { name: name.to_owned(), unit: Some(unit) })
        }
        None => Ok(Field { name: typed.to_owned(), unit: None }),
    }
}

/// A span as typed.
fn span_of(typed: &str, unit: Unit) -> Result<Span, Failure> {
    let wrong = |what: &str| {
        Failure::usage(format!("--spans {typed:?}: {what}; write FROM..TO, as in 2011-01..2011-06"))
    };
    let (from, to) = typed.split_once("..").ok_or_else(|| wrong("there is no .. in it"))?;
    let end = |text: &str| Period::of(text.trim(), unit).map_err(|error| wrong(&error));
    let (from, to) = (end(from)?, end(to)?);
    if from > to {
        return Err(wrong("it ends before it begins"));
    }
    let name = match from == to {
        true => from.name(),
        false => format!("{} to {}", from.name(), to.name()),
    };
    Ok(Span { name, from, to })
}

/// The period of a field's value.
fn period(name: &str, value: &str, unit: Unit) -> Result<Period, String> {
    Period::of(value, unit)
        .map_err(|error| format!("have a {name:?} that gives no {}: {error}", unit.name()))
}
