//! The test suite: one binary, a module for each kind of promise. `README.md` beside this file says
//! what each holds and how to add a case.

mod architecture;
mod cases;
mod cli;
mod laws;
mod reference;
mod registry;
mod sample;
mod scratch;
mod source;
