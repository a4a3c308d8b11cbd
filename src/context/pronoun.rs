//! Pronouns: whom "it", "they", "he" at the start of a sentence stand for, as far as the sentence before
//! tells: its first actor.

use super::Scene;
use crate::actors::Mention;

/// The first actor of the last sentence that named one, walked along with the sentences.
#[derive(Default)]
pub(super) struct Antecedents {
    next: usize,
    last: Option<Mention>,
}

impl Antecedents {
    /// Whom a pronoun in sentence number `sentence` stands for: the first actor of the sentence before
    /// it, of the same paragraph. Sentences are asked for in order.
    pub(super) fn before(&mut self, scene: &Scene<'_>, sentence: u32) -> Option<Mention> {
        let mentions = &scene.cast.mentions;
        while let Some(mention) = mentions.get(self.next).filter(|m| m.sentence < sentence) {
            if self.last.is_none_or(|last| last.sentence != mention.sentence) {
                self.last = Some(*mention);
            }
            self.next += 1;
        }
        let paragraph = |number: u32| scene.document.sentences[number as usize].paragraph;
        self.last.filter(|last| {
            last.sentence + 2 >= sentence && paragraph(last.sentence) == paragraph(sentence)
        })
    }
}
