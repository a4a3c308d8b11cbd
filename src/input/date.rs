//! Dates as corpora write them.
//!
//! Laws: a date is the one that is written, in the zone it is written in; only Unix times, which
//! name none, are taken as UTC. What may be two dates is refused. A year or a month alone is a date
//! without the rest.
//!
//! No library is used: what there is to know is which of many spellings a text is, and the calendar
//! behind it is a page (Hinnant, *chrono-Compatible Low-Level Date Algorithms*, 2013).

/// A date, or a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year, 1 to 9999.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: Option<u32>,
    /// The day of the month; only where there is a month.
    pub day: Option<u32>,
}

/// The months, in full.
pub const MONTH_NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// The days of the week, in full.
const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// What may follow a time of day.
const ZONES: &[&str] = &[
    "z", "utc", "ut", "gmt", "am", "pm", "a.m.", "p.m.", "est", "edt", "cst", "cdt", "mst", "mdt",
    "pst", "pdt", "bst", "cet", "cest", "eet", "eest", "msk", "kst", "jst", "ist",
];

impl Date {
    /// The date of `text`: `2011-12-01`, with a time and a zone or without, `20111201`, `2011/12/1`,
    /// `1 December 2011`, `Dec 1, 2011`, `Thu, 01 Dec 2011 10:00:00 GMT`, `26-FEB-1987 15:01:01.79`,
    /// `December 2011`, `2011-12`, `2011`, or a Unix time in seconds or milliseconds.
    ///
    /// # Errors
    /// A sentence that says what to write instead.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let unknown = || format!("{text:?} is no date that is known here; write it as 2011-12-01");
        if let Some((whole, is_whole)) = number(text) {
            return of_number(whole, is_whole).ok_or_else(unknown);
        }
        let parts = parts(&text.to_lowercase()).ok_or_else(unknown)?;
        let (year, month, day) = match &parts[..] {
            [Part::Year(year)] => (*year, None, None),
            [Part::Year(year), Part::Month(month) | Part::Number(month)]
            | [Part::Month(month) | Part::Number(month), Part::Year(year)] => {
                (*year, Some(*month), None)
            }
            [Part::Year(year), Part::Month(month) | Part::Number(month), Part::Number(day)]
            | [Part::Month(month), Part::Number(day), Part::Year(year)]
            | [Part::Number(day), Part::Month(month), Part::Year(year)] => {
                (*year, Some(*month), Some(*day))
            }
            [Part::Number(a), Part::Number(b), Part::Year(year)] => {
                let (month, day) = by_size(*a, *b).ok_or_else(|| two_ways(text, *year, *a, *b))?;
                (*year, Some(month), Some(day))
            }
            [Part::Number(_), Part::Month(_) | Part::Number(_), Part::Number(_)]
            | [Part::Month(_), Part::Number(_), Part::Number(_)] => {
                return Err(format!(
                    "{text:?} does not give the year in four digits; write it as 2011-12-01"
                ));
            }
            _ => return Err(unknown()),
        };
        Self { year, month, day }.checked().ok_or_else(|| {
            format!("{text:?} is a day that the calendar does not have; write it as 2011-12-01")
        })
    }

    /// The date, if the calendar has it.
    fn checked(self) -> Option<Self> {
        let month = self.month.unwrap_or(1);
        let fits = (1..=9999).contains(&self.year)
            && (1..=12).contains(&month)
            && (1..=days_in(self.year, month)).contains(&self.day.unwrap_or(1));
        fits.then_some(self)
    }

    /// The date that is so many days after 1 January 1970.
    pub(super) fn of_day(days: i64) -> Self {
        // Years begin in March, so that the leap day is the last; an era is 400 of them.
        let shifted = days + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        Self { year: year as i32, month: Some(month as u32), day: Some(day as u32) }
    }

    /// Days since 1 January 1970; what is missing is taken as the first.
    pub(super) fn days(self) -> i64 {
        let (month, day) = (i64::from(self.month.unwrap_or(1)), i64::from(self.day.unwrap_or(1)));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let from_march = (month + 9) % 12;
        let of_year = (153 * from_march + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }
}

/// Days of a month.
fn days_in(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The whole part of a text that is a number, with its sign, and whether there is nothing besides.
fn number(text: &str) -> Option<(&str, bool)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let are_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let figures = whole.strip_prefix('-').unwrap_or(whole);
    (are_digits(figures) && are_digits(fraction)).then_some((whole, figures.len() == text.len()))
}

/// The date of a number: a year, a date without separators, with a time or without, or a Unix time.
fn of_number(whole: &str, is_whole: bool) -> Option<Date> {
    let number: i64 = whole.parse().ok()?;
    let date = |ymd: i64| {
        let (year, month, day) = (ymd / 10_000, ymd / 100 % 100, ymd % 100);
        Date { year: year as i32, month: Some(month as u32), day: Some(day as u32) }.checked()
    };
    let unix = |seconds: i64| Date::of_day(seconds.div_euclid(86_400)).checked();
    match whole.trim_start_matches('-').len() {
        4 if is_whole => Date { year: number as i32, month: None, day: None }.checked(),
        8 if is_whole => date(number),
        9..=10 => unix(number),
        12..=13 => unix(number.div_euclid(1000)),
        14 if is_whole => date(number / 1_000_000).filter(|_| is_clock(number % 1_000_000)),
        _ => None,
    }
}

/// Whether `hhmmss` is a time of day.
fn is_clock(hhmmss: i64) -> bool {
    hhmmss / 10_000 < 25 && hhmmss / 100 % 100 < 60 && hhmmss % 100 < 61
}

/// A part of a date.
#[derive(Debug, Clone, Copy)]
enum Part {
    /// Four digits.
    Year(i32),
    /// A month's name.
    Month(u32),
    /// One or two digits.
    Number(u32),
}

/// The parts of a date in small letters, without weekday, time and zone; `None` where one is not
/// known.
fn parts(text: &str) -> Option<Vec<Part>> {
    let (mut parts, mut timed) = (Vec::new(), false);
    let words = text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    for word in words {
        let (word, time) = match word.split_once('t') {
            Some((date, time)) if is_time(time) && date.ends_with(|c: char| c.is_ascii_digit()) => {
                (date, time)
            }
            _ if is_time(word) => ("", word),
            _ => (word, ""),
        };
        if !time.is_empty() {
            if timed {
                return None;
            }
            timed = true;
        } else if timed && is_zone(word) || is_weekday(word) || matches!(word, "of" | "at") {
            continue;
        }
        if word.is_empty() {
            continue;
        }
        if word.starts_with(['-', '/', '.', '+']) {
            return None;
        }
        for part in word.split(['-', '/', '.']).filter(|part| !part.is_empty()) {
            parts.push(self::part(part)?);
        }
    }
    match &parts[..] {
        [Part::Year(_)] | [_, _] | [_, _, _] => Some(parts),
        _ => None,
    }
}

fn part(word: &str) -> Option<Part> {
    if let Some(month) = month(word) {
        return Some(Part::Month(month));
    }
    let number = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
    let number = number.unwrap_or(word);
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match number.len() {
        4 => number.parse().ok().map(Part::Year),
        1 | 2 => number.parse().ok().map(Part::Number),
        _ => None,
    }
}

/// The month of a name of three letters or more: `dec`, `sept`, `december`.
fn month(word: &str) -> Option<u32> {
    let named = |month: &&str| word.len() >= 3 && month.starts_with(word);
    MONTH_NAMES.iter().position(named).map(|at| at as u32 + 1)
}

/// Whether a word is a weekday's name of three letters or more.
fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    word.len() >= 3 && WEEKDAYS.iter().any(|day| day.starts_with(word))
}

/// Whether a word is a time of day, with a zone behind it or without: `10:00`, `15:01:01.79`,
/// `10:00:00+01:00`, `9:05pm`.
fn is_time(word: &str) -> bool {
    let clock = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.')));
    let (clock, zone) = word.split_at(clock.unwrap_or(word.len()));
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    let numbers: Vec<Option<u32>> = clock.split(':').map(|part| part.parse().ok()).collect();
    let is_clock = match numbers[..] {
        [Some(hours), Some(minutes)] => hours < 25 && minutes < 60,
        [Some(hours), Some(minutes), Some(seconds)] => hours < 25 && minutes < 60 && seconds < 61,
        _ => false,
    };
    is_clock && (zone.is_empty() || is_zone(zone))
}

/// Whether a word is a zone, or one half of the day: `Z`, `GMT`, `+0100`, `-05:00`, `(EST)`, `pm`.
fn is_zone(word: &str) -> bool {
    let word = word.trim_matches(['(', ')']);
    let offset = word.strip_prefix(['+', '-', '\u{2212}']);
    let is_offset = offset.is_some_and(|offset| {
        let figures = offset.bytes().filter(u8::is_ascii_digit).count();
        matches!(figures, 2 | 4) && offset.bytes().all(|b| b.is_ascii_digit() || b == b':')
    });
    is_offset || ZONES.contains(&word)
}

/// Month and day, where only one order is possible.
fn by_size(a: u32, b: u32) -> Option<(u32, u32)> {
    match (a > 12, b > 12) {
        (true, false) => Some((b, a)),
        // Two large numbers are a month that the calendar does not have.
        (_, true) => Some((a, b)),
        (false, false) => (a == b).then_some((a, b)),
    }
}

fn two_ways(text: &str, year: i32, a: u32, b: u32) -> String {
    format!(
        "{text:?} may be two days; write {year:04}-{b:02}-{a:02} if {a} is the day, \
         {year:04}-{a:02}-{b:02} if {a} is the month"
    )
}

#[cfg(test)]
mod tests;
