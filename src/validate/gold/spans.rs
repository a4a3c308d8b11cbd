//! JSON lines, one text a line: `{"id", "text", "label", "spans": [[start, end, "name"?]]}`.
//! `label` (0 or 1, or a truth value) says whether the whole text was called loaded or biased.

use serde_json::Value;

use super::{GoldText, Mark, fault, span};

/// Reads the form.
///
/// # Errors
/// The first line that is no such record, by its number.
pub fn spans(file: &str, lines: &str) -> Result<Vec<GoldText>, String> {
    let filled = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let texts = filled.map(|(at, line)| {
        text(at, line).map_err(|what| fault(&format!("{file}:{}", at + 1), &what))
    });
    texts.collect()
}

fn text(at: usize, line: &str) -> Result<GoldText, String> {
    let record: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let field = record.get("text").and_then(Value::as_str);
    let text = field.ok_or("has no \"text\"; each line needs one")?.to_owned();
    let id = match record.get("id") {
        Some(Value::String(id)) => id.clone(),
        Some(id) => id.to_string(),
        None => (at + 1).to_string(),
    };
    let loaded = match record.get("label").or_else(|| record.get("loaded")) {
        Some(Value::Bool(label)) => Some(*label),
        Some(label) => label.as_f64().map(|label| label > 0.0),
        None => None,
    };
    let none = Vec::new();
    let raw = match record.get("spans") {
        None | Some(Value::Null) => &none,
        Some(Value::Array(spans)) => spans,
        Some(_) => return Err("\"spans\" is no list; write [[start, end, \"name\"], …]".to_owned()),
    };
    let mut marks = raw.iter().map(|raw| mark(&text, raw)).collect::<Result<Vec<_>, _>>()?;
    marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    Ok(GoldText { id, text, marks, loaded })
}

fn mark(text: &str, raw: &Value) -> Result<Mark, String> {
    let number = |at: usize| raw.get(at).and_then(Value::as_u64);
    let place = number(0).zip(number(1)).and_then(|(start, end)| span(text, start, end));
    let span = place.ok_or_else(|| format!("no text at the span {raw}"))?;
    let labels = raw.get(2).and_then(Value::as_str).map(str::to_owned).into_iter().collect();
    Ok(Mark { span, labels, firm: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_names_may_be_left_out() {
        let lines = "{\"text\": \"A sham vote.\", \"label\": 1, \"spans\": [[2, 6, \"loaded\"]]}\n\n\
                     {\"id\": 7, \"text\": \"A vote.\"}\n";
        let texts = spans("g.jsonl", lines).unwrap();
        assert_eq!(texts[0].marks[0].span.of(&texts[0].text), "sham");
        assert_eq!(texts[0].marks[0].labels, ["loaded"]);
        assert_eq!((texts[0].id.as_str(), texts[0].loaded), ("1", Some(true)));
        assert_eq!((texts[1].id.as_str(), texts[1].loaded), ("7", None));
    }

    #[test]
    fn faults_name_the_line() {
        for (line, what) in [
            ("{\"id\": 1}", "has no \"text\""),
            ("{\"text\": \"ab\", \"spans\": [[1, 9]]}", "no text at the span [1,9]"),
            ("{\"text\": \"ab\", \"spans\": 3}", "\"spans\" is no list"),
        ] {
            let fault = spans("g.jsonl", &format!("{{\"text\": \"a\"}}\n{line}")).unwrap_err();
            assert!(fault.starts_with("g.jsonl:2: ") && fault.contains(what), "{fault}");
        }
    }
}
