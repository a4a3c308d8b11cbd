//! Datelines: "Pyongyang, January 30 (KCNA) --".
//!
//! One to three places, a date, an agency, in any order behind the first place, and a dash (or the
//! stop behind "/TASS/"). What tells a dateline from a sentence that starts with a name and a dash is
//! a date, a known agency, or a place in capitals before an agency or a new sentence.

/// A dateline has at most this many characters.
const CHARACTERS: usize = 70;

/// What a dateline closes with.
const DASHES: [char; 4] = ['-', '—', '–', '_'];

/// The length in bytes of the dateline that opens `text`, with its dash.
pub(super) fn dateline(text: &str) -> Option<usize> {
    let limit = text.char_indices().nth(CHARACTERS).map_or(text.len(), |(at, _)| at);
    if !text[..limit].contains(DASHES) && !text[..limit].contains('/') {
        return None;
    }
    let mut parts = Parts { text: &text[..limit], at: 0, places: 0, dated: false, agency: None };
    let place = parts.place()?;
    if place.split([' ', '-']).any(|word| NO_PLACES.contains(&word.trim_end_matches('.'))) {
        return None;
    }
    while !parts.dash() {
        parts.part()?;
    }
    let known = parts.agency.is_some_and(|agency| {
        agency.split(|c: char| !c.is_alphanumeric()).any(|word| AGENCIES.contains(&word))
    });
    let in_capitals = !place.contains(char::is_lowercase) && place.chars().count() > 3;
    let mut behind = text[parts.at..].chars();
    let sentence = behind.find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let by_place = in_capitals && (parts.agency.is_some() || sentence);
    (parts.dated || known || by_place).then_some(parts.at)
}

/// The parts of a dateline, read from the left.
struct Parts<'a> {
    text: &'a str,
    /// Offset behind what is read.
    at: usize,
    places: usize,
    dated: bool,
    agency: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Reads `mark` if it comes next.
    fn take(&mut self, mark: &str) -> bool {
        let found = self.rest().starts_with(mark);
        self.at += if found { mark.len() } else { 0 };
        found
    }

    /// Reads the closing dash (or the stop of "/TASS/."), which a date or an agency makes plain;
    /// otherwise it has spaces around.
    fn dash(&mut self) -> bool {
        let rest = self.rest();
        let mark = rest.trim_start_matches(' ');
        let dash = mark.trim_start_matches('-');
        let dash = if dash.len() < mark.len() {
            dash
        } else {
            mark.trim_start_matches(['—', '–', '_'])
        };
        let slashed = self.text[..self.at].ends_with('/') && mark.starts_with('.');
        let behind = if slashed { &mark[1..] } else { dash };
        let spaced = mark.len() < rest.len() && behind.starts_with(' ');
        let plain = self.dated || self.agency.is_some();
        if behind.len() == mark.len() || !(spaced || plain) {
            return false;
        }
        self.at = self.text.len() - behind.len();
        true
    }

    /// Reads a date, an agency or a further place, with the comma before it.
    fn part(&mut self) -> Option<()> {
        let comma = self.take(",") | (self.dated && self.take("."));
        let space = self.take(" ");
        if !comma && !space {
            return None;
        }
        if let Some(length) = (!self.dated).then(|| date(self.rest())).flatten() {
            self.dated = true;
            self.at += length;
        } else if let Some(agency) = agency(self.rest()).filter(|_| self.agency.is_none()) {
            self.agency = Some(agency);
            self.at += agency.len() + 2;
        } else if comma && self.places < 3 {
            self.place()?;
        } else {
            return None;
        }
        Some(())
    }

    /// Reads up to five words of a place's name: capitalised, but for a "de" or "of" inside.
    fn place(&mut self) -> Option<&'a str> {
        const WORDS: usize = 5;
        let start = self.at;
        let mut end = start;
        for _ in 0..WORDS {
            let rest = &self.text[self.at..];
            let part = |c: char| !(c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
            let word = &rest[..rest.find(part).unwrap_or(rest.len())];
            let capital = word.starts_with(char::is_uppercase) && date(rest).is_none();
            if !(capital || (self.at > start && PARTICLES.contains(&word))) || word.ends_with('-') {
                break;
            }
            self.at += word.len();
            end = if capital { self.at } else { end };
            if !self.take(" ") {
                break;
            }
        }
        self.at = end;
        self.places += 1;
        (end > start).then(|| &self.text[start..end])
    }
}

/// The length of the date that opens `text`: "January 30", "Jan. 30-31", "30 January", with or
/// without a year.
fn date(text: &str) -> Option<usize> {
    let behind = match month(text) {
        Some(rest) => day(rest.strip_prefix(' ')?)?,
        None => month(day(text)?.strip_prefix(' ')?)?,
    };
    let year = behind.trim_start_matches(',').strip_prefix(' ').and_then(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (digits == 4).then(|| &rest[4..])
    });
    Some(text.len() - year.unwrap_or(behind).len())
}

/// What follows the month's name that opens `text`.
fn month(text: &str) -> Option<&str> {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = text.split_at(length);
    let known = |month: &str| {
        let head = month.get(..length).is_some_and(|head| head.eq_ignore_ascii_case(name));
        head && (length == 3 || length == month.len() || name.eq_ignore_ascii_case("Sept"))
    };
    MONTHS.iter().any(|month| known(month)).then(|| rest.strip_prefix('.').unwrap_or(rest))
}

/// What follows the day, or span of days, that opens `text`.
fn day(text: &str) -> Option<&str> {
    let number = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let length = number(text);
    let rest = (1..=2).contains(&length).then(|| &text[length..])?;
    let last = rest.strip_prefix(['-', '–']);
    let span = last.filter(|last| (1..=2).contains(&number(last)));
    Some(span.map_or(rest, |last| &last[number(last)..]))
}

/// What stands in the brackets or slashes that open `text`, if an agency may.
fn agency(text: &str) -> Option<&str> {
    const LONGEST: usize = 30;
    let close = match text.as_bytes().first()? {
        b'(' => ')',
        b'[' => ']',
        b'/' => '/',
        _ => return None,
    };
    let name = &text[1..];
    let name = &name[..name.find(close)?];
    let fits = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '&' | '/' | '-' | '\'');
    let named = name.starts_with(char::is_uppercase) || AGENCIES.contains(&name);
    (named && name.len() <= LONGEST && name.chars().all(fits)).then_some(name)
}

#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
];

/// Lower-case words inside the name of a place.
const PARTICLES: &[&str] = &[
    "al", "am", "and", "da", "de", "del", "des", "di", "do", "du", "el", "es", "la", "le", "of",
    "on", "sur", "the", "upon",
];

/// Agencies that name a dateline without a date.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "AAP", "AFP", "AKIpress", "ANI", "ANSA", "AP", "Agerpres", "Anadolu", "Antara", "Associated",
    "BBC", "Bernama", "BelTA", "Bloomberg", "CNA", "CNN", "CNS", "CP", "DPA", "EFE", "FARS", "IANS",
    "INTERFAX", "IPS", "IRNA", "ITAR", "Interfax", "JTA", "KCNA", "KUNA", "Kyodo", "MENA", "MTI",
    "NNA", "NYT", "PA", "PNA", "PTI", "Petra", "Prensa", "REUTERS", "RFE", "RIA", "Reuters", "Rodong",
    "SANA", "SPA", "Sputnik", "TASS", "Tass", "UNB", "UPI", "Ukrinform", "VNA", "VOA", "WAFA",
    "Wafa", "XINHUA", "Xinhua", "Yonhap", "dpa",
];

/// Words in capitals, or of the calendar, that open a line and name no place.
#[rustfmt::skip]
const NO_PLACES: &[&str] = &[
    "ADVISORY", "ALERT", "ANALYSIS", "ASEAN", "BREAKING", "BRICS", "BRIEF", "COPPER", "CORN", "COLUMN", "COMMENTARY",
    "CORRECTED", "CORRECTION", "COVID", "EDITORIAL", "EXCLUSIVE", "EXPLAINER", "FACTBOX", "FEATURE",
    "FOCUS", "GOLD", "INSIGHT", "INTERVIEW", "LIVE", "MORE", "NASA", "NATO", "NEWS", "NICKEL", "NOTE", "OPEC",
    "OPINION", "PHOTO", "PHOTOS", "POLL", "PREVIEW", "PROFILE", "REVIEW", "SILVER", "SOYBEANS", "SPECIAL", "TABLE",
    "TIMELINE", "UNESCO", "UNICEF", "UPDATE", "URGENT", "VIDEO", "WARNING", "WATCH", "WHEAT", "WRAPUP", "ZINC",
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
    "Saturday", "Sunday", "On", "In", "By", "Since", "Until", "After", "Before", "From", "The",
];

#[cfg(test)]
mod tests {
    use super::dateline;

    /// The dateline, then `|`, then the text.
    const DATELINES: &[&str] = &[
        "Pyongyang, January 30 (KCNA) --| The day broke.",
        "WASHINGTON (Reuters) -| Rates rose.",
        "MOSCOW, Jan. 5. /TASS/.| Snow fell.",
        "MOSCOW, January 5 /TASS/.| Snow fell.",
        "BEIJING, March 3 (Xinhua) --| Trade grew.",
        "LONDON —| The river rose.",
        "LONDON -- |The river rose.",
        "KABUL, Afghanistan (AP) —| A road opened.",
        "Seoul, 24 November (Yonhap) --| A ship sailed.",
        "NEW YORK, Jan. 5, 2024 (AFP) -| Shares fell.",
        "RIO DE JANEIRO, Brazil, Feb 2 —| Crowds came.",
        "Dar es Salaam (Reuters) -| A port opened.",
        "ST. LOUIS (AP) _| A bridge shut.",
        "LITTLE ROCK, Ark. (AP) —| A bill passed.",
        "Port-au-Prince, 3 May 2021 –| A school reopened.",
        "PARIS —| “We are ready,” she said.",
        "Hanoi, May 4-5 (VNA) -| Talks began.",
        "TOKYO, Sept. 1 (Kyodo) -|Rain fell.",
        "WASHINGTON (CNN) --| the vote was close.",
        "SÃO PAULO —| Ônibus pararam.",
        "HOUSTON, Feb 26 -| Crude fell.",
    ];

    const NONE: &[&str] = &[
        "Washington is calm. Nobody came — not yet.",
        "London — the old one — is gone.",
        "Smith — The Man We Knew",
        "Smith (Labour) — a baker — lost.",
        "NATO — The alliance met.",
        "BREAKING — The dam burst.",
        "UPDATE 1 - Rates rose.",
        "On January 30 — a Monday — it rained.",
        "January 30 — It rained.",
        "Monday, January 30 — It rained.",
        "The town (KCNA) -- It slept.",
        "PARIS — the old one — is gone.",
        "Hale and Orr - two friends - met.",
        "He came, Jan. 5 (a Friday) -- late.",
        "Pyongyang, January 30 (KCNA) reported rain.",
        "It's so - and it's not.",
        "WW2 — The End",
        "- item one",
        "(KCNA) -- It slept.",
        "SEOUL",
        "Anna, Bob, Cara, Dan, Eve (AP) — A list.",
        "",
    ];

    #[test]
    fn datelines() {
        assert!(DATELINES.len() >= 15 && NONE.len() >= 15);
        for case in DATELINES {
            let (expected, _) = case.split_once('|').unwrap();
            let text = case.replace('|', "");
            let found = dateline(&text).map(|length| &text[..length]);
            assert_eq!(found, Some(expected.trim_end()), "{text}");
        }
        for text in NONE {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
