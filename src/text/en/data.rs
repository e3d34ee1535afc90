//! Where the data come from, and what was changed of them.

use crate::data::dataset::Dataset;
use crate::data::editing::SAMPLE;
use crate::session::Source;

/// The remedy where every slope is as good as any other.
pub(super) const NO_SPREAD: &str =
    "All x are equal, so no slope is better than another: choose another X column.";

/// Where the data come from, and why they are here.
pub fn about(source: &Source, dataset: &Dataset) -> Vec<String> {
    let mut sentences = match source {
        Source::Builtin { builtin, .. } => vec![builtin.why.to_owned(), builtin.source.to_owned()],
        Source::Own { .. } => Vec::new(),
        Source::Edited { name, sample } => vec![edited(name, *sample)],
    };
    if !dataset.summary().has_spread() {
        sentences.push(NO_SPREAD.to_owned());
    }
    sentences
}

/// The origin of edited points.
fn edited(name: &str, sample: bool) -> String {
    match sample {
        true => format!("A sample of {SAMPLE} points of {name}, to change by hand."),
        false => format!("Points of {name}, changed by hand."),
    }
}

/// The name of edited data in the list of data.
pub fn edited_name(source: &Source) -> String {
    match source {
        Source::Edited { name, sample: true } => format!("{name}, a sample"),
        other => format!("{}, edited", other.name()),
    }
}
