//! Which two columns to show first.

use super::ImportError;
use super::headings::Headings;
use super::profile::{Kind, Profile};

/// How well a column serves as a first example; the best comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fitness {
    /// A number in every row.
    Complete,
    /// A number in most rows.
    Gappy,
    /// Dates: more an index than a measurement.
    Date,
    /// Numbers that only count the rows, or name them.
    Counter,
    /// Two values in many rows: a yes or no, or the mark of a group.
    Flag,
    /// One value throughout.
    Constant,
    /// Numbers in too few rows, or among too much else.
    Sparse,
}

/// The columns called x and y, else the two fittest that come first, in the order of the file.
pub(super) fn guess(
    headings: &Headings,
    profiles: &[Profile],
) -> Result<(usize, usize), ImportError> {
    let fitness: Vec<Option<Fitness>> = profiles
        .iter()
        .zip(&headings.variables)
        .map(|(profile, variable)| fitness(profile, &variable.name))
        .collect();
    let called = |name: &str| {
        (0..fitness.len()).find(|&column| {
            fitness[column].is_some() && headings.variables[column].name.eq_ignore_ascii_case(name)
        })
    };
    if let (Some(x), Some(y)) = (called("x"), called("y")) {
        return Ok((x, y));
    }
    let dates = profiles.iter().position(|profile| profile.other_dates);
    let dates = dates.map(|column| headings.texts[column].clone());
    let numeric = || {
        let columns = fitness.iter().zip(0..);
        columns.filter_map(|(fitness, column)| Some(((*fitness)?, column)))
    };
    let Some(fittest) = numeric().min() else {
        return Err(ImportError::NoNumbers { dates });
    };
    match numeric().filter(|column| *column != fittest).min() {
        None => Err(ImportError::OneColumn { heading: headings.texts[fittest.1].clone(), dates }),
        Some(next) => {
            let (x, y) = (fittest.1.min(next.1), fittest.1.max(next.1));
            let name = |column: usize| headings.variables[column].name.to_ascii_lowercase();
            // The least of something comes before its greatest, wherever they stand.
            let exchanged = name(x).contains("max") && name(x).replace("max", "min") == name(y);
            Ok(if exchanged { (y, x) } else { (x, y) })
        }
    }
}

/// None where this is no column of numbers.
fn fitness(profile: &Profile, name: &str) -> Option<Fitness> {
    let names_rows = ["id", "index", "row", "no", "no.", "nr", "#"]
        .iter()
        .any(|common| name.eq_ignore_ascii_case(common))
        || name.to_ascii_lowercase().ends_with("_id");
    let Profile { kind, share, filled, variety, counts, .. } = *profile;
    Some(match kind {
        Kind::Text | Kind::Empty => return None,
        Kind::Date => Fitness::Date,
        Kind::Number if 2.0 * filled < 1.0 || 5.0 * share < 4.0 * filled => Fitness::Sparse,
        Kind::Number if variety == 1 && profile.numbers() > 1 => Fitness::Constant,
        Kind::Number if variety == 2 && profile.numbers() > 10 => Fitness::Flag,
        Kind::Number if names_rows || counts => Fitness::Counter,
        Kind::Number if share < 1.0 => Fitness::Gappy,
        Kind::Number => Fitness::Complete,
    })
}
