//! Framescope reads text the way a trained media scholar does.

pub mod text;
