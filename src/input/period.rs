//! Stretches of time of one length: years, quarters, months, weeks, days.
//!
//! Laws: the periods of a unit follow one another without a gap, [`Period::index`] counts them, and
//! they sort by it; weeks are those of ISO 8601 (Monday to Sunday, of the year that has their
//! Thursday); every date is in one period of each unit that it is precise enough for.

use super::Date;

/// The length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Years.
    Year,
    /// Quarters of a year.
    Quarter,
    /// Months.
    Month,
    /// Weeks of ISO 8601.
    Week,
    /// Days.
    Day,
}

/// All units, the longest first.
pub const UNITS: &[Unit] = &[Unit::Year, Unit::Quarter, Unit::Month, Unit::Week, Unit::Day];

impl Unit {
    /// The name to type.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
        }
    }

    /// The unit of a name.
    ///
    /// # Errors
    /// A sentence that names all.
    pub fn named(name: &str) -> Result<Self, String> {
        UNITS.iter().copied().find(|unit| unit.name() == name).ok_or_else(|| {
            let known: Vec<_> = UNITS.iter().map(|unit| unit.name()).collect();
            format!("there is no unit {name:?}; known are {}", known.join(", "))
        })
    }
}

/// A year, a quarter, a month, a week or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    unit: Unit,
    index: i64,
}

impl Period {
    /// The period of `unit` that the date of `text` is in; [`Date::parse`] says how it may be written.
    ///
    /// # Errors
    /// A text that is no date, or that leaves open in which period it is.
    pub fn of(text: &str, unit: Unit) -> Result<Self, String> {
        let date = Date::parse(text)?;
        Self::holding(date, unit).ok_or_else(|| match date.month {
            None => format!("{text:?} names no month: it is good for FIELD:year alone"),
            Some(_) => {
                format!("{text:?} names no day: it is good for FIELD:month, quarter or year")
            }
        })
    }

    /// The period of `unit` that holds `date`; `None` where the date leaves that open.
    pub fn holding(date: Date, unit: Unit) -> Option<Self> {
        let (year, month) = (i64::from(date.year), date.month.map(i64::from));
        let day = date.day.map(|_| date.days());
        let index = match unit {
            Unit::Year => year,
            Unit::Quarter => year * 4 + (month? - 1) / 3,
            Unit::Month => year * 12 + month? - 1,
            // Day 0 was a Thursday.
            Unit::Week => (day? + 3).div_euclid(7),
            Unit::Day => day?,
        };
        Some(Self { unit, index })
    }

    /// Its unit.
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// A number that grows by 1 from each period to the next of its unit.
    pub const fn index(self) -> i64 {
        self.index
    }

    /// The period behind it.
    #[must_use]
    pub const fn next(self) -> Self {
        Self { unit: self.unit, index: self.index + 1 }
    }

    /// Its name, which sorts as the periods do: `2011`, `2011-Q4`, `2011-12`, `2011-W48`, `2011-12-01`.
    pub fn name(self) -> String {
        let index = self.index;
        match self.unit {
            Unit::Year => format!("{index:04}"),
            Unit::Quarter => format!("{:04}-Q{}", index.div_euclid(4), index.rem_euclid(4) + 1),
            Unit::Month => format!("{:04}-{:02}", index.div_euclid(12), index.rem_euclid(12) + 1),
            Unit::Week => {
                let thursday = index * 7;
                let year = Date::of_day(thursday).year;
                let first = Date { year, month: Some(1), day: Some(1) }.days();
                format!("{year:04}-W{:02}", (thursday - first) / 7 + 1)
            }
            Unit::Day => {
                let date = Date::of_day(index);
                let (month, day) = (date.month.unwrap_or(1), date.day.unwrap_or(1));
                format!("{:04}-{month:02}-{day:02}", date.year)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str, unit: Unit) -> String {
        Period::of(text, unit).unwrap().name()
    }

    #[test]
    fn periods_are_named() {
        let names = UNITS.iter().map(|unit| name("1 December 2011", *unit)).collect::<Vec<_>>();
        assert_eq!(names, ["2011", "2011-Q4", "2011-12", "2011-W48", "2011-12-01"]);
        for (text, quarter) in [("2011-01", 1), ("2011-03", 1), ("2011-04", 2), ("2011-12", 4)] {
            assert_eq!(name(text, Unit::Quarter), format!("2011-Q{quarter}"));
        }
    }

    #[test]
    fn weeks_at_the_ends_of_years_are_those_of_iso_8601() {
        for (text, week) in [
            ("2005-01-01", "2004-W53"),
            ("2005-01-02", "2004-W53"),
            ("2005-12-31", "2005-W52"),
            ("2006-01-01", "2005-W52"),
            ("2006-01-02", "2006-W01"),
            ("2007-12-30", "2007-W52"),
            ("2007-12-31", "2008-W01"),
            ("2008-12-28", "2008-W52"),
            ("2008-12-29", "2009-W01"),
            ("2009-12-31", "2009-W53"),
            ("2010-01-03", "2009-W53"),
            ("2010-01-04", "2010-W01"),
            ("1969-12-31", "1970-W01"),
            ("1968-12-29", "1968-W52"),
            ("2020-12-31", "2020-W53"),
        ] {
            assert_eq!(name(text, Unit::Week), week, "{text}");
        }
    }

    #[test]
    fn periods_follow_without_a_gap_and_their_names_sort() {
        for &unit in UNITS {
            let mut period = Period::of("1999-12-31", unit).unwrap();
            let mut date = Date::parse("1999-12-31").unwrap().days();
            while date < Date::parse("2009-01-10").unwrap().days() {
                date += 1;
                let found = Period::holding(Date::of_day(date), unit).unwrap();
                assert!(found == period || found == period.next(), "{unit:?} {date}");
                if found != period {
                    assert!(found > period && found.index() == period.index() + 1);
                    assert!(found.name() > period.name(), "{} {}", found.name(), period.name());
                    period = found;
                }
            }
        }
    }

    #[test]
    fn what_is_too_coarse_is_refused() {
        for (text, unit, part) in [
            ("2011", Unit::Month, "names no month"),
            ("2011", Unit::Day, "FIELD:year"),
            ("2011-12", Unit::Week, "names no day"),
            ("December 2011", Unit::Day, "month, quarter or year"),
        ] {
            let error = Period::of(text, unit).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
        assert_eq!(name("2011-12", Unit::Quarter), "2011-Q4");
        assert!(Unit::named("decade").unwrap_err().contains("year, quarter, month, week, day"));
        assert_eq!(Unit::named("week"), Ok(Unit::Week));
    }
}
