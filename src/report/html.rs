//! Placeholder.
use super::Format;
pub(super) const FORMAT: Format = Format {
    name: "html",
    about: "",
    extensions: &[],
    needs_fields: false,
    begin: |_, _| {},
    document: |_, _, _, _| {},
    end: |_, _, _| {},
    comparison: |_, _, _| {},
};
