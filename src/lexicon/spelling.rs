//! x
pub(super) fn spellings(_w: &str) -> Vec<String> {
    vec![]
}
