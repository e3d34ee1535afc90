//! The native tests, one module a subject.
//!
//! They are one program, because linking the crate into thirty programs takes longer than running all tests.
//! `cargo test --test native descent::` runs those of one subject.

mod common;

mod advice;
mod appearance;
mod builtin;
mod colours;
mod descent;
mod diagnosis;
mod digits;
mod editing;
mod engines;
mod exact;
mod exact_units;
mod export;
mod figures;
mod forecast;
mod forecast_against_runs;
mod hessian;
mod import;
mod interval;
mod landscape;
mod lesson;
mod link_fields;
mod links;
mod messy;
mod mistake;
mod objective;
mod own_program;
mod past_divergence;
mod perfect_line;
mod printed;
mod program;
mod python;
mod race;
mod rules;
mod session;
mod session_program;
mod sound;
mod spreadsheet;
mod sql;
mod stage;
mod standing;
mod suggestion;
mod suitability;
mod summary;
mod sums_alone;
mod sweep;
mod table;
mod text;
mod window;
