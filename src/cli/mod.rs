//! The command line: arguments (as typed) become options (resolved), a command runs, and its
//! outcome is the exit code: 0 done, 1 over `--fail-over`, 2 usage or input.

mod args;
mod commands;
mod failure;
mod options;
mod output;
mod progress;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use args::{Arguments, Command};
use failure::{DONE, Failure, WRONG};

/// Runs the program with these arguments, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let typed = match Arguments::try_parse_from(arguments) {
        Ok(typed) => typed,
        Err(error) => {
            // A message that cannot be printed has no reader.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(WRONG));
        }
    };
    let outcome = match &typed.command {
        Command::Report(report) => commands::report::run(report, typed.color),
        Command::Compare(compare) => commands::compare::run(compare, typed.color),
        Command::Lexicon(lexicon) => commands::lexicon::run(&lexicon.command),
        Command::Schema { of } => commands::schema::run(of),
        Command::Completions { shell } => commands::shell::completions(*shell),
        Command::Man => commands::shell::man(),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(Failure::Gone) => ExitCode::from(DONE),
        Err(failure) => {
            for line in failure.to_string().lines() {
                anstream::eprintln!("error: {}", crate::report::terminal(line));
            }
            ExitCode::from(WRONG)
        }
    }
}

/// The command, for completions and the manual page.
fn command() -> clap::Command {
    Arguments::command()
}
