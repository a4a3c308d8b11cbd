//! `framescope completions` and `framescope man`.

use super::print;
use crate::cli::failure::{DONE, Failure};

/// Prints a completion script.
pub(in crate::cli) fn completions(shell: clap_complete::Shell) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut crate::cli::command(), "framescope", &mut script);
    print(&String::from_utf8_lossy(&script)).map(|()| DONE)
}

/// Prints the manual: the page of the program and one of each command.
pub(in crate::cli) fn man() -> Result<u8, Failure> {
    let mut page = Vec::new();
    let mut command = crate::cli::command();
    command.build();
    let subcommands: Vec<_> = command.get_subcommands().cloned().collect();
    let pages = std::iter::once(command).chain(subcommands);
    for command in pages {
        let written = clap_mangen::Man::new(command).render(&mut page);
        written.map_err(|error| Failure::usage(error.to_string()))?;
    }
    print(&String::from_utf8_lossy(&page)).map(|()| DONE)
}
