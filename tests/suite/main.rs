//! The test suite: one binary, a module for each kind of promise. `README.md` beside this file says
//! what each holds and how to add a case.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod architecture;
mod cases;
mod cli;
mod laws;
mod pairs;
mod reference;
mod registry;
mod sample;
mod scratch;
mod source;
mod voice;
