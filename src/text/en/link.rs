//! Sentences about the contents of a link, and the outcome of opening one.

use std::fmt;

use super::number::count;
use super::plural;
use crate::link::{Carried, CarriedData, LONGEST, LinkError, ProgramError};

/// Sentence about the contents of a link of this length, and whether it keeps the moment.
pub fn note(carried: Carried, moment: bool, has_program: bool, length: usize) -> String {
    let data = match carried {
        Carried::Nothing => None,
        Carried::Name => Some("the data's name".to_owned()),
        Carried::Data(carried, _) => Some(data(carried)),
    };
    let program = if has_program { "your program, " } else { "" };
    let note = match (data, moment) {
        (None, _) => {
            format!("The link carries {program}the settings and the view, but none of your data.")
        }
        (Some(data), true) => {
            format!("The link carries {data}, {program}the settings, the epoch and the view.")
        }
        (Some(data), false) => format!(
            "The link carries {data}, {program}the settings and the view, but starts at epoch 0: the learning rate \
             was changed too often along the way."
        ),
    };
    match length > LONGEST {
        true => format!(
            "{note} It is {} characters long: some chat programs cut off a link like that.",
            count(length as u64)
        ),
        false => note,
    }
}

/// The data that a link carries.
fn data(carried: CarriedData) -> String {
    match carried {
        CarriedData::Rows(rows) => format!("your {}", plural::rows(rows as u64)),
        CarriedData::Sums { rows, points: 0 } => {
            format!("the exact sums of your {}", plural::rows(rows))
        }
        CarriedData::Sums { rows, points } => format!(
            "the exact sums and {} of your {} points, rounded to about a pixel",
            count(points as u64),
            count(rows)
        ),
    }
}

/// Sentence about the data of the reader that a link will carry.
pub fn to_come(carried: CarriedData) -> String {
    format!("A link carries {}, the settings, the epoch and the view.", data(carried))
}

/// A link that could not be opened.
pub fn broken(error: &LinkError) -> String {
    format!("{error} The page carries on without it.")
}

/// A link that was made on data that it does not carry.
pub const WITHOUT_DATA: &str = "This link was made with somebody’s own file, which it does not carry. Upload that \
     file: the link’s settings are already in place.";

/// A link at an epoch that would take too long to come to.
pub fn opened_earlier(sent: u64, opened: u64) -> String {
    format!(
        "This link leads to epoch {}, which would take a long time to compute. The page opened at epoch {}: press Run \
         to go on.",
        count(sent),
        count(opened)
    )
}

/// Report on data that came with a link: `all` rows, or the sums of `rows` rows with points to draw.
pub fn sent(rows: u64, points: usize, all: bool) -> Vec<String> {
    if all {
        return vec![match rows {
            1 => "This row came with the link.".to_owned(),
            rows => format!("These {} rows came with the link.", count(rows)),
        }];
    }
    let points = match points {
        0 => {
            "There are no points to draw; other costs and mini-batches would need them.".to_owned()
        }
        1 => {
            "The point is one of them, chosen at random, placed to about a pixel; other costs and \
             mini-batches work on it alone."
                .to_owned()
        }
        points => format!(
            "The {} points are a random sample, placed to about a pixel; other costs and \
             mini-batches work on those alone.",
            count(points as u64)
        ),
    };
    vec![
        format!("The exact sums of {} came with the link.", plural::rows(rows)),
        "On squared error the descent is the sender's, to the last bit.".to_owned(),
        points,
    ]
}

impl fmt::Display for ProgramError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::TooLong => {
                "Your program is too long for a link, which leaves it out. Save it as .py instead."
            }
            Self::Damaged => "This is not a program that a link can carry.",
        })
    }
}

impl fmt::Display for LinkError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotALink => "This is not a Downhill link, or part of it is missing.",
            Self::Cut => "This link was cut off: its end is missing. Ask for the whole link.",
            Self::Newer => {
                "This link was made by a newer release of Downhill. Reload the page to get that \
                 release."
            }
            Self::NeedsMore => {
                "This link needs a part of the page that could not be loaded. Check the connection."
            }
            Self::UnknownData => "This link names data that this page does not have.",
            Self::Data => "The data in this link are damaged. Ask for the link again.",
            Self::Field(name) => {
                return write!(
                    formatter,
                    "Part of this link is damaged: '{name}'. Ask for the link again."
                );
            }
            Self::Setting(error) => {
                return write!(formatter, "A setting in this link cannot be used. {error}");
            }
        })
    }
}
