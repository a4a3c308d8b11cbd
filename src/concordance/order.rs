//! The order of lines: by the words beside the hit, the nearest first, or by the hit itself.
//!
//! Words are compared without capitals; lines that agree stand in the order of the texts. Where lines are
//! put together by a field, its values come first.

use unicode_segmentation::UnicodeSegmentation as _;

use super::Line;

/// An order of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the hits stand in the texts.
    #[default]
    None,
    /// By the words to the left, the nearest first.
    Left,
    /// By the words to the right.
    Right,
    /// By the hit itself, then by the words to the right.
    Word,
}

/// All orders.
pub const ORDERS: &[Order] = &[Order::None, Order::Left, Order::Right, Order::Word];

impl Order {
    /// The word for `--sort`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Left => "left",
            Self::Right => "right",
            Self::Word => "word",
        }
    }

    /// How the lines are ordered, for people.
    pub const fn about(self) -> &'static str {
        match self {
            Self::None => "in the order of the texts",
            Self::Left => "sorted by the words to the left, the nearest first",
            Self::Right => "sorted by the words to the right",
            Self::Word => "sorted by the words themselves",
        }
    }

    /// What a line is sorted by.
    fn key(self, line: &Line) -> Vec<String> {
        let mut key = match self {
            Self::None => return Vec::new(),
            Self::Left => words(&line.left).rev().collect(),
            Self::Right => words(&line.right).collect(),
            Self::Word => words(&line.text).collect::<Vec<_>>(),
        };
        // The end of the first words sorts before any word.
        key.push(String::new());
        match self {
            Self::None => {}
            Self::Left | Self::Right => key.extend(words(&line.text)),
            Self::Word => key.extend(words(&line.right)),
        }
        key
    }
}

/// Sorts lines.
pub(super) fn sort(lines: &mut [Line], order: Order) {
    lines.sort_by_cached_key(|line| (line.value.clone(), order.key(line), line.number));
}

/// The words of a text, without capitals.
fn words(text: &str) -> impl DoubleEndedIterator<Item = String> {
    text.unicode_words().map(str::to_lowercase)
}
