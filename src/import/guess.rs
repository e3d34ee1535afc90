//! The guess of the two columns to show first.

use super::headings::Headings;
use super::profile::{Kind, Profile};
use super::{ImportError, Obstacle};

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
    obstacle: impl Fn(usize) -> Option<Obstacle>,
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
    // The last of equals counts: the first column.
    let obstacle = || {
        let all = (0..profiles.len()).rev().filter_map(&obstacle);
        all.max_by_key(|obstacle| obstacle.kind.nearness()).map(Box::new)
    };
    let numeric = || {
        let columns = fitness.iter().zip(0..);
        columns.filter_map(|(fitness, column)| Some(((*fitness)?, column)))
    };
    let Some(fittest) = numeric().min() else {
        return Err(ImportError::NoNumbers { obstacle: obstacle() });
    };
    match numeric().filter(|column| *column != fittest).min() {
        None => Err(ImportError::OneColumn {
            heading: headings.texts[fittest.1].clone(),
            obstacle: obstacle(),
        }),
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
    let Profile { kind, share, filled, variety, counts, codes, .. } = *profile;
    Some(match kind {
        Kind::Text | Kind::Empty => return None,
        Kind::Date => Fitness::Date,
        Kind::Number if 2.0 * filled < 1.0 || 5.0 * share < 4.0 * filled => Fitness::Sparse,
        Kind::Number if variety == 1 && profile.numbers() > 1 => Fitness::Constant,
        Kind::Number if variety == 2 && profile.numbers() > 10 => Fitness::Flag,
        Kind::Number if counts || codes || names_rows(name) => Fitness::Counter,
        Kind::Number if share < 1.0 => Fitness::Gappy,
        Kind::Number => Fitness::Complete,
    })
}

/// Whether a heading says that its numbers name something, so that a line through them tells nothing: `id`,
/// `station_id`, `idImpianto`, `customerID`, `ZIP code`.
fn names_rows(heading: &str) -> bool {
    const WORDS: [&str; 22] = [
        "id", "ids", "uid", "uuid", "guid", "key", "code", "codes", "index", "idx", "row", "no",
        "nr", "#", "zip", "zipcode", "postcode", "plz", "phone", "isbn", "ean", "sku",
    ];
    words(heading).iter().any(|word| WORDS.contains(&word.as_str()))
}

/// The words of a heading in small letters: separated by signs, or by a capital behind a small letter.
fn words(heading: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for character in heading.chars() {
        let is_part = character.is_alphanumeric() || character == '#';
        if !is_part || was_small && character.is_uppercase() {
            words.push(String::new());
        }
        if is_part {
            words.last_mut().into_iter().for_each(|word| word.extend(character.to_lowercase()));
        }
        was_small = character.is_lowercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::profile::Style;

    #[test]
    fn names_of_identifiers_are_told() {
        for (heading, expected) in [
            ("id", true),
            ("ID", true),
            ("station_id", true),
            ("idImpianto", true),
            ("customerID", true),
            ("PassengerId", true),
            ("ZIP code", true),
            ("No.", true),
            ("#", true),
            ("width", false),
            ("humidity", false),
            ("idle", false),
            ("not", false),
            ("rows", false),
            ("SOLID", false),
        ] {
            assert_eq!(names_rows(heading), expected, "{heading}");
        }
    }

    /// The fitness of a column with these cells, so many of each.
    fn check(cells: &[(&str, usize)], expected: Fitness) {
        let all = cells.iter().flat_map(|&(cell, count)| vec![Some(cell.as_bytes()); count]);
        let profile = Profile::of(all, Style::default());
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
