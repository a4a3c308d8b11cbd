//! Abbreviations: data for the sentence rules.
