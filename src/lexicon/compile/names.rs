//! Compiles the names of actors: a category that is never shown.

use super::{Building, Seen};
use crate::lexicon::actor;
use crate::lexicon::actor_file::Gazetteer;

impl Building {
    /// Adds the actors: a category of names that is never shown.
    pub(super) fn add_actors(&mut self, gazetteer: Gazetteer) {
        let category = self.categories.len() as u32;
        self.categories.push(actor::category());
        self.first_alias = self.entries.len() as u32;
        let mut seen = Seen::new();
        self.actors = gazetteer.actors;
        for names in gazetteer.names {
            if self.files.last() != Some(&names.file) {
                self.files.push(names.file);
            }
            let first = self.entries.len();
            self.naming = Some(names.alias.actor);
            self.add_block(category, names.block, &names.terms, &mut seen);
            self.aliases.extend((first..self.entries.len()).map(|_| names.alias));
        }
    }

    /// Whether an entry is a name of the actor whose names are being added.
    pub(super) fn is_same_actor(&self, entry: u32) -> bool {
        let at = entry.checked_sub(self.first_alias).filter(|_| self.naming.is_some());
        let alias = at.and_then(|at| self.aliases.get(at as usize));
        // The names of the block being added are not yet listed.
        self.naming.is_some_and(|actor| alias.is_none_or(|alias| alias.actor == actor))
    }
}
