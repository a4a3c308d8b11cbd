//! Numbers and lists in words, the same in every report that people read.

/// A count and its noun: `1 cue`, `12 cues`, `1,204 entries`.
pub(super) fn number(count: u64, noun: &str) -> String {
    let nouns = match (count, noun.strip_suffix('y')) {
        (1, _) => noun.to_owned(),
        (_, Some(stem)) => format!("{stem}ies"),
        (_, None) => format!("{noun}s"),
    };
    format!("{} {nouns}", thousands(count))
}

/// A count with a comma between thousands.
pub(super) fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let mut shown = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// A ratio with about two digits that matter: `1.07`, `5.2`, `24`, `1,300`; `0.031` below 1.
pub(super) fn ratio(value: f64) -> String {
    match value {
        v if v >= 9.95 => thousands(v.round() as u64),
        v if v >= 1.95 => format!("{v:.1}"),
        v if v >= 0.1 || v <= 0.0 => format!("{v:.2}"),
        v if v >= 0.01 => format!("{v:.3}"),
        _ => "0.00".to_owned(),
    }
}

/// A figure with so many digits after the point, or a dash where there is none.
pub(super) fn figure(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.decimals$}"))
}

/// The letter of a side: A to Z, then A1.
pub(super) fn letter(at: usize) -> String {
    let letter = char::from(b'A' + (at % 26) as u8);
    if at < 26 { letter.to_string() } else { format!("{letter}{}", at / 26) }
}

/// What joins item `at` of `of` to the one before it: `a, b and c`.
pub(super) const fn joint(at: usize, of: usize) -> &'static str {
    match at {
        0 => "",
        at if at + 1 == of => " and ",
        _ => ", ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(number(1, "cue"), "1 cue");
        assert_eq!(number(0, "word"), "0 words");
        let cases = [(7, "7"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")];
        for (count, shown) in cases {
            assert_eq!(thousands(count), shown);
        }
    }

    #[test]
    fn ratios_keep_the_digits_that_matter() {
        let cases = [
            (1.04, "1.04"),
            (5.23, "5.2"),
            (9.96, "10"),
            (23.6, "24"),
            (1300.4, "1,300"),
            (0.0, "0.00"),
            (0.312, "0.31"),
            (0.0312, "0.031"),
            (0.000_31, "0.00"),
        ];
        for (value, shown) in cases {
            assert_eq!(ratio(value), shown);
        }
        assert_eq!(figure(Some(2.0), 1), "2.0");
        assert_eq!(figure(None, 1), "–");
    }

    #[test]
    fn lists_end_with_and() {
        let list = |of| (0..of).flat_map(|at| [joint(at, of), "x"]).collect::<String>();
        assert_eq!(list(1), "x");
        assert_eq!(list(2), "x and x");
        assert_eq!(list(3), "x, x and x");
    }
}
