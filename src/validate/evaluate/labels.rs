//! What the coders' names stand for among our categories.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{Category, Lexicon};
use crate::validate::gold::GoldText;

/// Our categories by the coders' names.
#[derive(Debug, Default)]
pub struct Labels {
    /// The coders' names of each category that is compared, by the lexicon's order; empty where it
    /// is not compared.
    names: Vec<Vec<String>>,
    /// Whether marks have names that we know.
    named: bool,
    /// Whether marks of names that stand for none of our categories are left out.
    mapped: bool,
}

impl Labels {
    /// The names as they stand: a category or a group is what it is called. Findings of groups that
    /// no coder marked are not compared; where no mark has a name of ours, all loaded wording is.
    pub fn own(gold: &[GoldText], lexicon: &Lexicon) -> Self {
        let marked: BTreeSet<&str> = gold
            .iter()
            .flat_map(|text| &text.marks)
            .flat_map(|m| &m.labels)
            .map(|l| &**l)
            .collect();
        let is_known = |c: &Category| marked.contains(&*c.id) || marked.contains(c.group.id);
        let groups: BTreeSet<&str> =
            lexicon.categories.iter().filter(|c| is_known(c)).map(|c| c.group.id).collect();
        let named = !groups.is_empty();
        let names = |category: &Category| match named {
            true if !groups.contains(category.group.id) => Vec::new(),
            true if marked.contains(category.group.id) && !marked.contains(&*category.id) => {
                vec![category.group.id.to_owned()]
            }
            true => vec![category.id.clone()],
            false if category.loaded => vec![category.id.clone()],
            false => Vec::new(),
        };
        Self { names: lexicon.categories.iter().map(names).collect(), named, mapped: false }
    }

    /// The names of a mapping file, TOML: `category-or-group = "their name"`, or a list of names.
    /// Categories and marks that it does not name are not compared.
    ///
    /// # Errors
    /// What is no such TOML, and ids that are neither a category nor a group, by name.
    pub fn mapped(file: &str, toml: &str, lexicon: &Lexicon) -> Result<Self, String> {
        let map: BTreeMap<String, OneOrMore> =
            toml::from_str(toml).map_err(|error| format!("{file}: {}", error.message()))?;
        let known = |id: &String| {
            lexicon.categories.iter().any(|category| category.id == *id || category.group.id == *id)
        };
        if let Some(id) = map.keys().find(|id| !known(id)) {
            return Err(format!(
                "{file}: there is no category or group {id:?}; framescope lexicon list names them"
            ));
        }
        let names = |category: &Category| {
            let named = map.get(&category.id).or_else(|| map.get(category.group.id));
            named.map(OneOrMore::list).unwrap_or_default()
        };
        let names = lexicon.categories.iter().map(names).collect();
        Ok(Self { names, named: true, mapped: true })
    }

    /// Whether marks have names that findings are compared with.
    pub const fn named(&self) -> bool {
        self.named
    }

    /// The coders' names of a category; none where it is not compared.
    pub(super) fn of(&self, category: u32) -> &[String] {
        self.names.get(category as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether a mark is compared: all are, unless a mapping leaves out its name.
    pub(super) fn compares(&self, labels: &[String]) -> bool {
        !self.mapped
            || labels.iter().any(|label| self.names.iter().flatten().any(|name| name == label))
    }
}

/// A name or a list of names.
#[derive(Debug, serde::Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn list(&self) -> Vec<String> {
        match self {
            Self::One(name) => vec![name.clone()],
            Self::More(names) => names.clone(),
        }
    }
}
