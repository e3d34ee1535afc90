//! The guess of the two columns to show first.

use super::ImportError;
use super::headings::Headings;
use super::profile::{Kind, Profile};

/// The fitness of a column as a first example, the best first.
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

/// The columns called x and y; otherwise the two fittest, in the order of the file.
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
            // A minimum comes before a maximum, wherever they stand.
            let exchanged = name(x).contains("max") && name(x).replace("max", "min") == name(y);
            Ok(if exchanged { (y, x) } else { (x, y) })
        }
    }
}

/// The fitness of a column. Returns `None` where it holds no numbers.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::dialect::Decimal;

    /// The fitness of a column with these cells, so many of each.
    fn check(cells: &[(&str, usize)], expected: Fitness) {
        let all = cells.iter().flat_map(|&(cell, count)| vec![Some(cell.as_bytes()); count]);
        let profile = Profile::of(all, Decimal::Point);
        assert_eq!(fitness(&profile, "a"), Some(expected), "{cells:?}");
    }

    #[test]
    fn a_column_is_sparse_where_few_rows_are_filled_or_much_else_is_among_its_numbers() {
        check(&[("1", 1), ("2", 1), ("4", 1), ("", 2)], Fitness::Gappy);
        check(&[("1", 1), ("2", 1), ("4", 1), ("", 3)], Fitness::Gappy);
        check(&[("1", 1), ("2", 1), ("4", 1), ("", 4)], Fitness::Sparse);
        check(&[("1", 1), ("", 3)], Fitness::Sparse);
        // Four fifths of the filled cells.
        check(&[("1", 2), ("2", 1), ("4", 1), ("x", 1)], Fitness::Gappy);
        check(&[("1", 1), ("2", 1), ("4", 1), ("x", 2)], Fitness::Sparse);
        check(&[("1", 3), ("2", 2), ("4", 2), ("x", 1), ("", 2)], Fitness::Gappy);
        check(&[("1", 2), ("2", 2), ("4", 2), ("x", 2), ("", 2)], Fitness::Sparse);
    }

    #[test]
    fn one_value_is_constant_and_two_are_a_flag_where_there_are_more_rows() {
        check(&[("7", 1)], Fitness::Complete);
        check(&[("7", 2)], Fitness::Constant);
        check(&[("0", 5), ("1", 5)], Fitness::Complete);
        check(&[("0", 5), ("1", 6)], Fitness::Flag);
        check(&[("0", 5), ("1", 5), ("2", 1)], Fitness::Complete);
    }
}
