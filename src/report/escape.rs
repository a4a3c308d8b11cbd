//! Escaping: text made by hand on its way to a terminal or a spreadsheet.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Text for a terminal: control characters and marks that turn the writing direction are shown as
/// `\u{…}`, so that no text can move the cursor, change colours or reorder a line. Line breaks and
/// tabs become spaces.
pub fn terminal(text: &str) -> Cow<'_, str> {
    let harmless = |c: char| !c.is_control() && !turns(c);
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => shown.push(' '),
            c if harmless(c) => shown.push(c),
            c => {
                // Writing to a String cannot fail.
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
            }
        }
    }
    Cow::Owned(shown)
}

/// Marks that turn the direction of writing.
const fn turns(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A text cell of a CSV file: a cell that a spreadsheet would take for a formula gets a `'` in front.
pub fn csv_cell(text: &str) -> Cow<'_, str> {
    let number = text.parse::<f64>().is_ok();
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_raw() {
        assert_eq!(terminal("plain – “text” 日本"), "plain – “text” 日本");
        assert_eq!(terminal("a\x1b[31mred\x07"), "a\\u{1b}[31mred\\u{7}");
        assert_eq!(terminal("a\u{202E}b\r\nc\td"), "a\\u{202e}b  c d");
        assert_eq!(terminal("\u{9b}31m"), "\\u{9b}31m");
    }

    #[test]
    fn formulas_are_text() {
        assert_eq!(csv_cell("=1+1"), "'=1+1");
        assert_eq!(csv_cell("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(csv_cell("-3.5"), "-3.5");
        assert_eq!(csv_cell("- a list"), "'- a list");
        assert_eq!(csv_cell("plain"), "plain");
    }
}
