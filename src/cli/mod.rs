//! The command line: arguments (as typed) become options (resolved), a command runs, and its
//! outcome is the exit code: 0 done, 1 over `--fail-over`, 2 usage or input.

mod args;
mod commands;
mod failure;
mod grouping;
mod options;
mod output;
mod progress;
mod read;
mod resume;
mod sheet;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use args::{Arguments, Command};
use failure::{DONE, Failure, WRONG};

use crate::report::terminal;

/// Runs the program with these arguments, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let typed = match Arguments::try_parse_from(&arguments) {
        Ok(typed) => typed,
        Err(error) => return refuse(&error, &arguments),
    };
    let outcome = match &typed.command {
        Command::Report(report) => commands::report::run(report, typed.color),
        Command::Compare(compare) => commands::compare::run(compare, typed.color),
        Command::Concordance(concordance) => commands::concordance::run(concordance, typed.color),
        Command::Lexicon(lexicon) => commands::lexicon::run(&lexicon.command, typed.color),
        Command::Evaluate(evaluate) => commands::evaluate::run(evaluate, typed.color),
        Command::Schema { of } => commands::schema::run(of),
        Command::Completions { shell } => commands::shell::completions(*shell),
        Command::Man => commands::shell::man(),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(Failure::Gone) => ExitCode::from(DONE),
        Err(failure) => {
            for line in failure.to_string().lines() {
                anstream::eprintln!("error: {}", terminal(line));
            }
            ExitCode::from(WRONG)
        }
    }
}

/// Prints what is wrong with the arguments, or the help that they ask for.
fn refuse(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
    let harmless = |typed: &OsString| {
        let typed = typed.to_string_lossy();
        terminal(&typed) == typed
    };
    if arguments.iter().all(harmless) {
        // A message that cannot be printed has no reader.
        let _ = error.print();
    } else {
        for line in error.to_string().lines() {
            anstream::eprintln!("{}", terminal(line));
        }
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(WRONG))
}

/// The command, for completions and the manual page.
fn command() -> clap::Command {
    Arguments::command()
}
