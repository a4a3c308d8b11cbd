//! The built program, run as a user runs it: exit codes, what it prints, what it leaves on disk.

mod actors;
mod compare;
mod concordance;
mod corpora;
mod formats;
mod input;
mod lexicon;
mod options;
mod output;
mod resume;
mod validation;
