//! Which categories are shown: `--only` and `--without`.
//!
//! What is not shown still does its work unseen: its words keep weak cues company, introduce speech,
//! take the negative, name actors. So a category's findings are the same, whatever else is shown.

use super::{Category, Lexicon};

/// Categories chosen by their ids or their groups' ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these; all where empty.
    pub only: Vec<String>,
    /// Not these.
    pub without: Vec<String>,
}

impl Lexicon {
    /// Hides the categories that are not selected.
    ///
    /// # Errors
    /// A sentence that names an unknown id, or says that nothing is left.
    pub fn select(mut self, selection: &Selection) -> Result<Self, String> {
        for id in selection.only.iter().chain(&selection.without) {
            let known = |category: &Category| category.id == *id || category.group.id == id;
            if !self.categories.iter().any(known) {
                return Err(self.unknown(id));
            }
        }
        let names = |list: &[String], category: &Category| {
            list.iter().any(|id| *id == category.id || *id == category.group.id)
        };
        let shown = |category: &Category| {
            (selection.only.is_empty() || names(&selection.only, category))
                && !names(&selection.without, category)
        };
        if !self.categories.iter().any(shown) {
            return Err("--only and --without leave no category; choose fewer".into());
        }
        self.keep(shown);
        Ok(self)
    }

    /// Moves the categories that are `shown` to the front, in their order, and hides the others; entries
    /// and forms follow.
    pub(super) fn keep(&mut self, shown: impl Fn(&Category) -> bool) {
        let mut order: Vec<usize> = (0..self.categories.len()).collect();
        order.sort_by_key(|&at| !shown(&self.categories[at]));
        let count = self.categories.iter().filter(|category| shown(category)).count();
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new as u32;
        }
        // Those hidden before stay where they are.
        place.extend(order.len() as u32..(order.len() + self.hidden.len()) as u32);
        let mut categories: Vec<_> =
            std::mem::take(&mut self.categories).into_iter().map(Some).collect();
        let mut sorted: Vec<_> = order.iter().filter_map(|&at| categories[at].take()).collect();
        let hidden = sorted.split_off(count);
        self.hidden.splice(0..0, hidden);
        self.categories = sorted;
        for entry in &mut self.entries {
            entry.category = place[entry.category as usize];
        }
        self.matcher.renumber(&place);
    }

    fn unknown(&self, id: &str) -> String {
        let near = |other: &&str| {
            other.contains(id) || id.contains(*other) || other.get(..3) == id.get(..3)
        };
        let ids = self.categories.iter().map(|c| c.id.as_str());
        let mut ids: Vec<&str> = ids.chain(self.groups().map(|(_, group)| group.id)).collect();
        if ids.iter().any(near) {
            ids.retain(near);
        }
        format!("there is no category or group {id:?}; known are {}", ids.join(", "))
    }
}
