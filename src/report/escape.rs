//! Escaping: text made by hand on its way to a terminal, a spreadsheet or a Markdown document.

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

/// Appends a cell of text to a CSV row: quoted where it must be (RFC 4180), and with a `'` in front
/// where a spreadsheet would take it for a formula.
pub(super) fn csv_cell(text: &str, out: &mut Vec<u8>) {
    let formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err();
    let mark: &[u8] = if formula { b"'" } else { b"" };
    if text.bytes().any(|byte| matches!(byte, b'"' | b',' | b'\n' | b'\r')) {
        out.push(b'"');
        out.extend_from_slice(mark);
        for (index, part) in text.split('"').enumerate() {
            if index > 0 {
                out.extend_from_slice(b"\"\"");
            }
            out.extend_from_slice(part.as_bytes());
        }
        out.push(b'"');
    } else {
        out.extend_from_slice(mark);
        out.extend_from_slice(text.as_bytes());
    }
}

/// Text for a line of GitHub-flavoured Markdown: it makes no emphasis, link, code, heading, list,
/// table cell, HTML, mathematics or emoji. Line breaks and tabs become spaces, so that no text
/// begins a line of its own.
pub(super) fn markdown(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | ';' | '?' | '\'' | '’');
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut rest = text.chars().peekable();
    let (mut begins, mut digits) = (true, false);
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let meets = |wanted: fn(char) -> bool| next.is_some_and(wanted);
        match c {
            '\n' | '\r' | '\t' => shown.push(' '),
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '$' => shown.extend(['\\', c]),
            ':' | '@' if meets(|c| c.is_alphanumeric() || c == '/') => shown.extend(['\\', c]),
            '-' | '+' | '=' if begins && !digits => shown.extend(['\\', c]),
            '.' | ')' if digits && next.is_none_or(char::is_whitespace) => shown.extend(['\\', c]),
            '.' if shown.ends_with("www") => shown.extend(['\\', c]),
            _ => shown.push(c),
        }
        // A number at the start and the stop behind it would begin a list.
        digits = begins && c.is_ascii_digit();
        begins = begins && (digits || c.is_whitespace());
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_makes_no_markdown() {
        let cases = [
            ("plain – “text”, 日本", "plain – “text”, 日本"),
            ("a|b *c* _d_ `e`", "a\\|b \\*c\\* \\_d\\_ \\`e\\`"),
            ("[x](y) ![z]", "\\[x\\](y) !\\[z\\]"),
            ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
            ("# head", "\\# head"),
            ("- item", "\\- item"),
            ("  + item", "  \\+ item"),
            ("12. item", "12\\. item"),
            ("3) item", "3\\) item"),
            ("98.1 and 5.", "98.1 and 5."),
            ("well - then 12. no", "well - then 12. no"),
            ("a\nb\r\n# c", "a b  \\# c"),
            ("https://a.example www.b", "https\\://a.example www\\.b"),
            ("me@there :smile: 10:30", "me\\@there \\:smile: 10\\:30"),
            ("a\\", "a\\\\"),
            ("$x$ ~~y~~", "\\$x\\$ \\~\\~y\\~\\~"),
        ];
        for (text, shown) in cases {
            assert_eq!(markdown(text), shown);
        }
    }

    #[test]
    fn nothing_reaches_the_terminal_raw() {
        assert_eq!(terminal("plain – “text” 日本"), "plain – “text” 日本");
        assert_eq!(terminal("a\x1b[31mred\x07"), "a\\u{1b}[31mred\\u{7}");
        assert_eq!(terminal("a\u{202E}b\r\nc\td"), "a\\u{202e}b  c d");
        assert_eq!(terminal("\u{9b}31m"), "\\u{9b}31m");
    }

    #[test]
    fn cells_are_quoted_and_formulas_are_text() {
        let table = [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-3.5", "-3.5"),
            ("- a list", "'- a list"),
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("=a\nb", "\"'=a\nb\""),
        ];
        for (text, cell) in table {
            let mut out = Vec::new();
            csv_cell(text, &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), cell);
        }
    }
}
