//! x
pub(super) fn noun(w: &str) -> Vec<String> {
    vec![format!("{w}s")]
}
pub(super) fn verb(w: &str) -> Vec<String> {
    vec![format!("{w}s"), format!("{w}ing"), format!("{w}ed")]
}
pub(super) fn adjective(_w: &str) -> Vec<String> {
    vec![]
}
pub(super) fn adverb(w: &str) -> Option<String> {
    Some(format!("{w}ly"))
}
