//! Pages from template files.
//!
//! Laws: every value is escaped for the kind of its template, by the end of the template's name
//! (`.html`, `.md`), unless the template itself calls it safe; control characters, which neither
//! kind may hold, become U+FFFD; a template that names a value that is not there fails, in the
//! tests of its format and not silently.

use std::borrow::Cow;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, Output, State, UndefinedBehavior};
use serde::Serialize;

use super::escape::markdown;

/// The name of our kind of escaping.
const MARKDOWN: AutoEscape = AutoEscape::Custom(Cow::Borrowed("markdown"));

/// Templates by name, ready to be rendered.
pub(super) fn environment(
    templates: &[(&'static str, &'static str)],
) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()?;
    environment.set_syntax(syntax);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|name| match name.rsplit_once('.') {
        Some((_, "md")) => MARKDOWN,
        _ => AutoEscape::Html,
    });
    environment.set_formatter(write_escaped);
    for &(name, text) in templates {
        environment.add_template(name, text)?;
    }
    Ok(environment)
}

/// Appends the template `name`, filled with `values`.
///
/// Templates are part of the program, and each is rendered by tests: a fault in one is ours. Should
/// there be one all the same, the report says so in its place.
pub(super) fn render<T: Serialize>(
    environment: &Result<Environment<'static>, Error>,
    name: &str,
    values: &T,
    out: &mut Vec<u8>,
) {
    let rendered = match environment {
        Ok(environment) => environment
            .get_template(name)
            .and_then(|template| template.render(Serde(values)))
            .map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let shown = rendered.unwrap_or_else(|error| {
        let letters = |c: char| if c.is_alphanumeric() { c } else { ' ' };
        format!("This part could not be made: {}\n", error.chars().map(letters).collect::<String>())
    });
    for piece in shown.split_inclusive(forbidden) {
        let kept = piece.trim_end_matches(forbidden);
        out.extend_from_slice(kept.as_bytes());
        if kept.len() < piece.len() {
            out.extend_from_slice("\u{FFFD}".as_bytes());
        }
    }
}

/// Whether a character may stand in no page.
fn forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

fn write_escaped(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), Error> {
    if *state.auto_escape() != MARKDOWN || value.is_safe() {
        return minijinja::escape_formatter(out, state, value);
    }
    let text = value.as_str().map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed);
    out.write_str(&markdown(&text)).map_err(Error::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(name: &'static str, template: &'static str, text: &str) -> String {
        let mut out = Vec::new();
        let value = std::collections::BTreeMap::from([("text", text)]);
        render(&environment(&[(name, template)]), name, &value, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn values_are_escaped_by_the_kind_of_their_template() {
        assert_eq!(
            rendered("a.html", "<p>{{ text }}</p>", "<b>&\""),
            "<p>&lt;b&gt;&amp;&quot;</p>"
        );
        assert_eq!(rendered("a.md", "- {{ text }}", "*a* | <b>"), "- \\*a\\* \\| &lt;b&gt;");
    }

    #[test]
    fn control_characters_reach_no_page() {
        assert_eq!(
            rendered("a.html", "{{ text }}", "a\0\u{1b}b\u{85}\n"),
            "a\u{FFFD}\u{FFFD}b\u{FFFD}\n"
        );
    }

    #[test]
    fn a_faulty_template_is_told() {
        assert!(rendered("a.html", "{{ other }}", "").starts_with("This part could not be made"));
        assert!(rendered("a.html", "{% if %}", "").starts_with("This part could not be made"));
    }
}
