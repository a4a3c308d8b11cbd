//! `framescope evaluate`: hand-coded text in, precision, recall and ranking quality out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::cli::args::{Colour, EvaluateArguments};
use crate::cli::failure::{DONE, Failure};
use crate::cli::options::{lexicon, text_of};
use crate::cli::sheet;
use crate::lexicon::Lexicon;
use crate::report;
use crate::validate::{self, GoldText, Labels, Options};

/// Runs the command.
pub(in crate::cli) fn run(typed: &EvaluateArguments, colour: Colour) -> Result<u8, Failure> {
    sheet::format(&typed.output)?;
    let lexicon = lexicon(&typed.lexicon)?;
    let mut gold = Vec::new();
    for file in &typed.gold {
        gold.extend(read(file, typed.texts.as_deref(), &lexicon)?);
    }
    if gold.is_empty() {
        return Err(Failure::usage("no file gave a hand-coded text: there is nothing to score"));
    }
    let labels = match &typed.map {
        Some(map) => Labels::mapped(&map.display().to_string(), &text_of(map)?, &lexicon)?,
        None => Labels::own(&gold, &lexicon),
    };
    let options = Options { threshold: typed.threshold, seed: typed.seed };
    let evaluation = validate::evaluate(&gold, &lexicon, &labels, options);
    let names: Vec<_> = typed.gold.iter().map(|file| file.display().to_string()).collect();
    let sheet = report::evaluation(&names.join(", "), &evaluation);
    sheet::write(&typed.output, colour, &lexicon, stamped(typed), &sheet)?;
    Ok(DONE)
}

/// The options that change the result, as one would type them.
fn stamped(typed: &EvaluateArguments) -> String {
    let mut options = vec![format!("--seed {}", typed.seed)];
    options.extend(typed.lexicon.iter().map(|path| format!("--lexicon {}", path.display())));
    options.extend(typed.map.iter().map(|path| format!("--map {}", path.display())));
    options.extend(typed.threshold.map(|threshold| format!("--threshold {threshold}")));
    options.join(" ")
}

/// The texts of a file of hand coding, whose extension tells its form.
fn read(file: &Path, texts: Option<&Path>, lexicon: &Lexicon) -> Result<Vec<GoldText>, Failure> {
    let content = text_of(file)?;
    let name = file.display().to_string();
    let extension = file.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
    let gold = match extension.as_str() {
        "json" => validate::codebook(&name, &content, |id| {
            let category = lexicon.categories.iter().find(|category| category.id == id);
            category.is_some_and(|category| !category.group.needs_company)
        }),
        "jsonl" | "ndjson" => validate::spans(&name, &content),
        _ => {
            let beside = file.parent().filter(|folder| !folder.as_os_str().is_empty());
            let folder = texts.or(beside).unwrap_or(Path::new("."));
            let articles = articles(&name, &content, folder)?;
            validate::offsets(&name, &content, &articles)
        }
    };
    gold.map_err(Failure::usage)
}

/// The articles of an offset file: the files of `folder` whose names hold the article's as a word.
fn articles(file: &str, content: &str, folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let unread = |error: &dyn std::fmt::Display| {
        Failure::usage(format!("cannot read {}: {error}", folder.display()))
    };
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| unread(&error))? {
        let path = entry.map_err(|error| unread(&error))?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    files.sort();
    let mut articles = BTreeMap::new();
    for article in validate::articles_of(file, content).map_err(Failure::usage)? {
        let named = |path: &&PathBuf| {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            stem == article || stem.strip_prefix("article") == Some(&article)
        };
        let path = files.iter().find(named).ok_or_else(|| {
            Failure::usage(format!(
                "{file}: {} holds no {article}.txt or article{article}.txt; name the folder of the \
                 articles with --texts",
                folder.display()
            ))
        })?;
        articles.insert(article, text_of(path)?);
    }
    Ok(articles)
}
