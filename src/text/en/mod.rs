//! The sentences of the engine, in English.

pub mod doctor;
pub mod figure;
pub mod import;
pub mod lesson;
mod looks;
mod run;
pub mod suitability;

pub use looks::{
    Tip, Zoom, cost_note, describe_cost, describe_data, describe_history, equation, errors_note,
    ghost_tip, point_tip,
};
pub use run::{best_of_other_cost, forecast, imported, reason, sentence};

use crate::data::dataset::Dataset;
use crate::data::editing::SAMPLE;
use crate::link::{Carried, LONGEST, LinkError};
use crate::numeric::line::Line;
use crate::numeric::notation::{count, number, significant};
use crate::session::{Pace, Source, Speed};

/// Where every slope is as good as any other.
const NO_SPREAD: &str =
    "All x are equal, so no slope is better than another: choose another X column.";

/// Where there is no number to show.
pub const NONE: &str = "none";

/// What a speed means.
pub fn speed(speed: Speed) -> String {
    match speed.pace() {
        Pace::Steady(1.0) => "1 epoch a second".to_owned(),
        Pace::Steady(rate) => format!("{} epochs a second", number(rate)),
        Pace::Gathering => "slow first, then ever faster".to_owned(),
        Pace::Unlimited => "as fast as it can".to_owned(),
    }
}

/// Where the data come from and why they are here.
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

/// What edited data are.
fn edited(name: &str, sample: bool) -> String {
    match sample {
        true => format!("A sample of {SAMPLE} points of {name}, to change by hand."),
        false => format!("Points of {name}, changed by hand."),
    }
}

/// What the list of data calls edited data.
pub fn edited_name(source: &Source) -> String {
    match source {
        Source::Edited { name, sample: true } => format!("{name}, a sample"),
        other => format!("{}, edited", other.name()),
    }
}

/// The prediction of a line, with the units of the data.
pub fn prediction(dataset: &Dataset, line: Line, x: f64) -> String {
    let unit =
        |unit: &Option<String>| unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
    format!(
        "ŷ = {}{} at x = {}{}",
        significant(line.predict(x), 5),
        unit(&dataset.y().unit),
        number(x),
        unit(&dataset.x().unit)
    )
}

/// What a link of so many letters carries.
pub fn link_note(carried: Carried, moment: bool, length: usize) -> String {
    let data = match carried {
        Carried::Name => "the data's name, ".to_owned(),
        _ if !crate::edition::IS_FULL => String::new(),
        carried => link_data(carried),
    };
    let rest = match (carried, moment) {
        (Carried::Nothing, _) => "the settings and the view, but none of your data.",
        (_, true) => "the settings, the epoch and the view.",
        (_, false) => {
            "the settings and the view, but starts at epoch 0: the learning rate was changed too often \
             on the way."
        }
    };
    let long = match length > LONGEST && crate::edition::IS_FULL {
        true => {
            format!(" It has {} letters: some chat programs cut such a link.", count(length as u64))
        }
        false => String::new(),
    };
    format!("The link carries {data}{rest}{long}")
}

/// What of the data a link carries, before a comma.
fn link_data(carried: Carried) -> String {
    match carried {
        Carried::Name | Carried::Nothing => String::new(),
        Carried::Rows(rows) => format!("your {} rows, ", count(rows as u64)),
        Carried::Sums { rows, points: 0 } => {
            format!("the exact sums of your {} rows, ", count(rows))
        }
        Carried::Sums { rows, points } => {
            format!(
                "the exact sums and {} of your {} points, rounded to about a pixel, ",
                count(points as u64),
                count(rows)
            )
        }
    }
}

/// What a link will carry of the reader's data.
pub fn link_to_come(carried: Carried) -> String {
    format!("A link carries {}the settings, the epoch and the view.", link_data(carried))
}

/// What the page says when a link could not be opened.
pub fn broken_link(error: &LinkError) -> String {
    format!("{error} The page opened as for a first visit.")
}

/// What the page says when a link was made on data that it does not carry.
pub const LINK_WITHOUT_DATA: &str = "This link was made on somebody's own file, which it does not carry. Upload that file: the \
     settings of the link are in force.";

/// What the page says when a link is at an epoch that would take too long to come to.
pub fn link_cut(sent: u64, opened: u64) -> String {
    format!(
        "This link is at epoch {}, which takes long to compute from its points. The page opened at \
         epoch {}: press Run to go on.",
        count(sent),
        count(opened)
    )
}

/// What the package says to an option that it does not know.
pub fn unknown_option(name: &str) -> String {
    let more = if crate::edition::IS_FULL { "" } else { " pkg/more.js has all options." };
    format!("A Trainer here has no option called '{name}'.{more}")
}
