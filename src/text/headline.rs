//! Headline, headings and datelines.
