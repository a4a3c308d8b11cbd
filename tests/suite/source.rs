//! Rust sources as the architecture test reads them: the code alone, and the paths it names.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder` that end in `.extension`, sorted.
pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The source with comments, strings and character literals blanked; line breaks stay.
pub(crate) fn code(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    while at < chars.len() {
        let word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
        let end = end_of_blank(&chars, at, word);
        if end == at {
            out.push(chars[at]);
            at += 1;
        } else {
            out.extend(chars[at..end].iter().map(|&c| if c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    out
}

/// The end of the comment or literal that starts at `at`; `at` where none does.
fn end_of_blank(chars: &[char], at: usize, in_word: bool) -> usize {
    let next = |ahead: usize| chars.get(at + ahead).copied().unwrap_or('\0');
    match (next(0), next(1)) {
        ('/', '/') => at + chars[at..].iter().take_while(|&&c| c != '\n').count(),
        ('/', '*') => block_comment(chars, at),
        ('"', _) => closing(chars, at + 1, '"'),
        ('\'', '\\') => closing(chars, at + 1, '\''),
        ('\'', _) if next(2) == '\'' => at + 3,
        ('b', '\'') if !in_word => closing(chars, at + 2, '\''),
        ('r', '"' | '#') if !in_word => raw_string(chars, at + 1).unwrap_or(at),
        ('b', 'r') if !in_word => raw_string(chars, at + 2).unwrap_or(at),
        _ => at,
    }
}

fn block_comment(chars: &[char], at: usize) -> usize {
    let (mut at, mut depth) = (at, 0);
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => (depth, at) = (depth + 1, at + 2),
            ('*', '/') => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

/// One past the next `mark` that no backslash precedes.
fn closing(chars: &[char], mut at: usize, mark: char) -> usize {
    while at < chars.len() && chars[at] != mark {
        at += 1 + usize::from(chars[at] == '\\');
    }
    (at + 1).min(chars.len())
}

/// One past the raw string whose hashes or quotation mark stand at `at`.
fn raw_string(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at..].iter().take_while(|&&c| c == '#').count();
    if chars.get(at + hashes) != Some(&'"') {
        return None;
    }
    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = at + hashes + 1;
    let length = chars[body..].windows(end.len()).position(|window| window == end)?;
    Some(body + length + end.len())
}

/// The code without the items behind `#[cfg(test)]`.
pub(crate) fn without_tests(code: &str) -> String {
    let mut out = code.to_owned();
    while let Some(start) = out.find("#[cfg(test)]") {
        let rest = &out[start..];
        let (mut depth, mut end) = (0, rest.len());
        for (at, c) in rest.char_indices() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth == 0 && matches!(c, '}' | ';') {
                end = at + 1;
                break;
            }
        }
        out.replace_range(start..start + end, "");
    }
    out
}

/// A path from the crate's root, as code names it: `crate::text::{Span, Token}` is two.
pub(crate) type Route = Vec<String>;

/// The paths of `code` that lead to or over the crate's root, from there on. `home` is the place of
/// the file's module: `["text", "token"]`. What ends at the root itself (to be renamed, or all of
/// it by `*`) is given as `*`.
pub(crate) fn routes(code: &str, home: &[&str]) -> Vec<Route> {
    let tokens = tokens(code);
    let mut modules: Vec<(usize, String)> = Vec::new();
    let (mut depth, mut found, mut at) = (0, Vec::new(), 0);
    while at < tokens.len() {
        match tokens[at] {
            "{" => depth += 1,
            "}" => {
                modules.retain(|(opened, _)| *opened < depth);
                depth -= 1;
            }
            "mod" if tokens.get(at + 2) == Some(&"{") => {
                modules.push((depth + 1, tokens[at + 1].to_owned()));
                depth += 1;
                at += 2;
            }
            "crate" | "super" | "self" if at == 0 || tokens[at - 1] != "::" => {
                let here: Route = home.iter().map(|&name| name.to_owned()).collect();
                let here = [here, modules.iter().map(|(_, name)| name.clone()).collect()].concat();
                let visibility =
                    at > 0 && tokens[at - 1] == "(" && tokens.get(at + 1) == Some(&")");
                if !visibility && matches!(tokens.get(at + 1), Some(&("::" | "as"))) {
                    // The braces of the tree are walked again by the loop, which keeps its depth.
                    tree(&tokens, at, Some(here), &mut found);
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Walks the path tree at `at`, whose prefix leads to `place` (`None` outside the crate's modules),
/// and returns what follows it.
fn tree(tokens: &[&str], mut at: usize, place: Option<Route>, found: &mut Vec<Route>) -> usize {
    let mut place = place;
    let mut climbed;
    loop {
        match tokens.get(at).copied() {
            Some("crate") => (place, climbed) = (Some(Vec::new()), true),
            Some("super") => {
                if let Some(place) = &mut place {
                    place.pop();
                }
                climbed = true;
            }
            Some("self") => climbed = true,
            Some("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|&token| token != "}") {
                    at = tree(tokens, at, place.clone(), found);
                    at += usize::from(tokens.get(at) == Some(&","));
                }
                return at + 1;
            }
            Some(name) => {
                climbed = false;
                if let Some(place) = &mut place {
                    place.push(name.to_owned());
                }
            }
            None => return at,
        }
        at += 1;
        if tokens.get(at) != Some(&"::") {
            break;
        }
        at += 1;
    }
    if let Some(mut place) = place {
        if climbed && place.is_empty() {
            place.push("*".to_owned());
        }
        found.push(place);
    }
    while tokens.get(at).is_some_and(|&token| token == "as" || is_name(token)) {
        at += 1;
    }
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Names, `::`, and single marks.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if is_name(rest) {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    tokens
}
