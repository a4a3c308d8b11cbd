//! The offset files of shared tasks: `article TAB technique TAB start TAB end`, one mark a line, and
//! the articles in files of their own (Da San Martino et al. 2020, SemEval-2020 Task 11).

use std::collections::BTreeMap;

use super::{GoldText, Mark, fault, span};

/// The articles that a file names, each once, in their order.
///
/// # Errors
/// The first line that has not four fields.
pub fn articles_of(file: &str, lines: &str) -> Result<Vec<String>, String> {
    let mut articles: Vec<String> = Vec::new();
    for row in rows(file, lines) {
        let article = row?.article;
        if !articles.iter().any(|known| known == article) {
            articles.push(article.to_owned());
        }
    }
    Ok(articles)
}

/// Reads the form; `texts` holds the articles by their names; those without marks are texts, too.
///
/// # Errors
/// The first line that has not four fields, names an article without text, or marks none of it.
pub fn offsets(
    file: &str,
    lines: &str,
    texts: &BTreeMap<String, String>,
) -> Result<Vec<GoldText>, String> {
    let text = |(id, text): (&String, &String)| {
        (
            id.clone(),
            GoldText { id: id.clone(), text: text.clone(), marks: Vec::new(), loaded: None },
        )
    };
    let mut gold: BTreeMap<String, GoldText> = texts.iter().map(text).collect();
    for row in rows(file, lines) {
        let Row { place, article, technique, start, end } = row?;
        let text = gold.get_mut(article);
        let text = text.ok_or_else(|| fault(&place, &format!("no text of article {article}")))?;
        let what = || fault(&place, &format!("article {article} has no text at {start}..{end}"));
        let span = span(&text.text, start, end).ok_or_else(what)?;
        text.marks.push(Mark { span, labels: vec![technique.to_owned()], firm: true });
    }
    let mut gold: Vec<_> = gold.into_values().collect();
    gold.iter_mut().for_each(|text| text.marks.sort_by_key(|m| (m.span.start, m.span.end)));
    Ok(gold)
}

struct Row<'a> {
    place: String,
    article: &'a str,
    technique: &'a str,
    start: u64,
    end: u64,
}

fn rows<'a>(file: &str, lines: &'a str) -> impl Iterator<Item = Result<Row<'a>, String>> {
    let filled = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    filled.map(move |(at, line)| {
        let place = format!("{file}:{}", at + 1);
        let fields: Vec<_> = line.split('\t').map(str::trim).collect();
        let numbers = |from: &str, to: &str| Some((from.parse().ok()?, to.parse().ok()?));
        match fields[..] {
            [article, technique, start, end] if numbers(start, end).is_some() => {
                let (start, end) = numbers(start, end).unwrap_or_default();
                Ok(Row { place, article, technique, start, end })
            }
            _ => Err(fault(
                &place,
                "is no line of marks; write article, technique, start and end with tabs between",
            )),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_find_their_article() {
        let lines = "12\tLoaded_Language\t2\t6\n12\tName_Calling\t0\t1\n";
        assert_eq!(articles_of("t.tsv", lines).unwrap(), ["12"]);
        let texts = [("12", "A sham vote."), ("13", "None.")].map(|(a, t)| (a.into(), t.into()));
        let gold = offsets("t.tsv", lines, &texts.into()).unwrap();
        assert_eq!(gold[0].marks[1].span.of("A sham vote."), "sham");
        assert_eq!(gold[0].marks[1].labels, ["Loaded_Language"]);
        assert!(gold[1].marks.is_empty());
    }

    #[test]
    fn faults_name_the_line() {
        let texts = [("12".to_owned(), "short".to_owned())].into();
        for (line, what) in [
            ("12 Loaded 2 6", "t.tsv:1: is no line of marks"),
            ("12\tLoaded\tx\t6", "t.tsv:1: is no line of marks"),
            ("13\tLoaded\t2\t6", "t.tsv:1: no text of article 13"),
            ("12\tLoaded\t2\t60", "t.tsv:1: article 12 has no text at 2..60"),
        ] {
            let fault = offsets("t.tsv", line, &texts).unwrap_err();
            assert!(fault.starts_with(what), "{fault}");
        }
    }
}
