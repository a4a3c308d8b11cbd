//! Sheets on their way out.

use std::path::Path;

use super::args::{Colour, SheetArguments};
use super::failure::Failure;
use super::options::terminal;
use super::output;
use crate::lexicon::Lexicon;
use crate::report::{Rows, SHEET_FORMATS, Setting, Sheet, SheetFormat, Stamp};

/// Writes a sheet that was made with `lexicon` and the options that are named.
///
/// # Errors
/// An extension that stands for no format; what the system says of the output.
pub(super) fn write(
    typed: &SheetArguments,
    colour: Colour,
    lexicon: &Lexicon,
    options: String,
    sheet: &Sheet,
) -> Result<(), Failure> {
    let format = format(typed)?;
    let (width, colour) = terminal(typed.output.as_deref(), typed.width, colour);
    let stamp = Stamp::new(lexicon, options);
    let (rows, fields) = (Rows::default(), Vec::new());
    let by_period = false;
    let setting =
        Setting { lexicon, stamp, rows, by_period, explain: false, width, colour, fields };
    let mut bytes = Vec::new();
    (format.write)(&setting, sheet, &mut bytes);
    output::put(typed.output.as_deref(), &bytes)
}

/// The format that was named, or that the extension of the output stands for.
///
/// # Errors
/// An extension that stands for none.
pub(super) fn format(typed: &SheetArguments) -> Result<&'static SheetFormat, Failure> {
    let named = |name: &str| SHEET_FORMATS.iter().find(|format| format.name == name);
    if let Some(format) = typed.format.as_deref().and_then(named) {
        return Ok(format);
    }
    let extension = typed.output.as_deref().and_then(Path::extension).and_then(|e| e.to_str());
    let Some(extension) = extension.map(str::to_lowercase) else { return Ok(&SHEET_FORMATS[0]) };
    SHEET_FORMATS.iter().find(|format| format.extension == extension).ok_or_else(|| {
        let names: Vec<_> = SHEET_FORMATS.iter().map(|format| format.name).collect();
        Failure::usage(format!(
            "no format goes with the extension .{extension}; add --format {}",
            names.join("|")
        ))
    })
}
