//! What a link carries, and what became of one that was opened.

use crate::link::{Carried, LONGEST, LinkError};
use crate::numeric::notation::count;

/// What a link of so many letters carries.
pub fn note(carried: Carried, moment: bool, length: usize) -> String {
    let data = match carried {
        Carried::Name => "the data's name, ".to_owned(),
        _ if !crate::COMPLETE => String::new(),
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
    let long = match length > LONGEST && crate::COMPLETE {
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
pub fn to_come(carried: Carried) -> String {
    format!("A link carries {}the settings, the epoch and the view.", link_data(carried))
}

/// What the page says when a link could not be opened.
pub fn broken(error: &LinkError) -> String {
    format!("{error} The page opened as for a first visit.")
}

/// What the page says when a link was made on data that it does not carry.
pub const WITHOUT_DATA: &str = "This link was made on somebody's own file, which it does not carry. Upload that file: the \
     settings of the link are in force.";

/// What the page says when a link is at an epoch that would take too long to come to.
pub fn opened_earlier(sent: u64, opened: u64) -> String {
    format!(
        "This link is at epoch {}, which takes long to compute from its points. The page opened at \
         epoch {}: press Run to go on.",
        count(sent),
        count(opened)
    )
}

/// What data are that came with a link: `all` rows, or the sums of so many rows with points to draw.
pub fn sent(rows: u64, points: usize, all: bool) -> Vec<String> {
    if all {
        return vec![format!("These {} rows came with the link.", count(rows))];
    }
    let points = match points {
        0 => {
            "There are no points to draw; other costs and mini-batches would need them.".to_owned()
        }
        points => format!(
            "The {} points are a random sample, placed to about a pixel; other costs and mini-batches work on \
             those alone.",
            count(points as u64)
        ),
    };
    vec![
        format!("The exact sums of {} rows came with the link.", count(rows)),
        "On squared error the descent is the sender's, to the last bit.".to_owned(),
        points,
    ]
}
