//! The `framescope` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    framescope::cli::run(std::env::args_os())
}
