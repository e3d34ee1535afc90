//! Sentences about an export before it is made, and the reasons why there is none.

use super::number::count;
use super::sentences;

/// The remark where several runs race.
const CHOSEN_ALONE: &str = "Only the chosen run of the race.";
/// The remark where nothing has been run yet.
const NOTHING_YET: &str = "There is only epoch 0 so far: press Step or Run first.";
/// The remark on a descent whose last digits are not the page's.
const MAGNIFIED: &str =
    "This descent magnifies rounding: do not expect the page’s numbers to the last digit.";

/// Contents of a trace: `kept` of the epochs up to `epoch`, or all of them where it is `None`.
pub fn trace(epoch: u64, kept: Option<usize>, is_race: bool) -> String {
    let epochs = match kept {
        _ if epoch == 0 => return NOTHING_YET.to_owned(),
        None => format!("Every epoch from 0 to {}.", count(epoch)),
        Some(kept) => format!(
            "The page keeps {} of the {} epochs: all of the first 1,024, then fewer and fewer.",
            count(kept as u64),
            count(epoch)
        ),
    };
    sentences(&epochs, &[is_race.then_some(CHOSEN_ALONE)])
}

/// Contents of a report.
pub fn report(epoch: u64) -> String {
    format!(
        "The data, the least-squares line with its standard errors, the descent up to epoch {}, \
         and whether a line suits the data.",
        count(epoch)
    )
}

/// The last epoch of a program: the one that the run is at or, if it `went_on`, ends at.
pub fn program(
    epoch: u64,
    went_on: bool,
    data: String,
    is_race: bool,
    is_magnified: bool,
) -> String {
    let end = match went_on {
        _ if epoch == 0 => NOTHING_YET.to_owned(),
        true => format!("From the start to epoch {}, where the run ends.", count(epoch)),
        false => format!("From the start to epoch {}, where the run stands.", count(epoch)),
    };
    let race = is_race.then_some(CHOSEN_ALONE);
    sentences(&end, &[Some(&data), race, is_magnified.then_some(MAGNIFIED)])
}

/// All rows stand in the program.
pub fn rows_inside(rows: u64) -> String {
    match rows {
        1 => "The only row is included.".to_owned(),
        2 => "Both rows are included.".to_owned(),
        rows => format!("All {} rows are included.", count(rows)),
    }
}

/// The program reads the file of this name.
pub fn reads_file(name: &str) -> String {
    format!("The rows are read from {name}, which has to be in the same folder.")
}

/// The program works from sums.
pub fn works_from_sums(rows: u64) -> String {
    match rows {
        1 => "The sums of the only row are included, which is exact for this cost; the row itself is not."
            .to_owned(),
        2 => "The sums of both rows are included, which is exact for this cost; the rows themselves are not."
            .to_owned(),
        rows => format!(
            "The sums of all {} rows are included, which is exact for this cost; the rows themselves are not.",
            count(rows)
        ),
    }
}

/// The program draws the points from a table of counts.
pub fn draws_from_counts(rows: u64) -> String {
    format!(
        "This cost, or mini-batches, need points, and for these {} rows there are only counts: the same points are \
         drawn from them as on the page.",
        count(rows)
    )
}

/// A sample stands in the program.
pub fn sample_inside(rows: u64, points: usize) -> String {
    format!(
        "This cost, or mini-batches, need points, and the page has only a sample of these {} rows: those {} points \
         are included.",
        count(rows),
        count(points as u64)
    )
}

/// A descent goes by more points than a program can hold.
pub fn too_many_points(points: usize, most: usize) -> String {
    format!(
        "This descent uses {} points, and a program can hold {} at most. With the squared cost and full batches it \
         needs only their sums; or edit a sample of the points.",
        count(points as u64),
        count(most as u64)
    )
}

/// A program of the reader's own gets a sample.
pub fn given_sample(rows: u64, points: usize) -> String {
    format!(
        "The page has a sample of the {} rows: these {} points, which it gives to your program too.",
        count(rows),
        count(points as u64)
    )
}

/// A program of the reader's own gets points that are drawn from a table of counts.
pub fn given_counts(rows: u64, points: usize) -> String {
    format!(
        "For the {} rows there is a table of counts. The {} points are drawn from it, as the page does for your \
         program.",
        count(rows),
        count(points as u64)
    )
}

/// A program of the reader's own would get more points than a file of it can hold.
pub fn too_many_given_points(points: usize, most: usize) -> String {
    format!(
        "Your program works on {} points, and a file can hold {} at most. Choose Edit points to \
         work on a sample, or open the data from a file.",
        count(points as u64),
        count(most as u64)
    )
}

/// The data of a program of the reader's own, and the remark on random numbers where it uses any.
pub fn own_program(data: &str, is_random: bool) -> String {
    sentences(data, &[is_random.then_some(OTHER_RANDOM_NUMBERS)])
}

/// The remark on programs that draw random numbers.
pub const OTHER_RANDOM_NUMBERS: &str =
    "NumPy’s random numbers are not the page’s, so the results differ slightly.";

/// The name of the table is missing.
pub const NO_TABLE_NAME: &str = "Type the name of the table, such as weather or public.weather.";

/// The name of the column of x or y is missing.
pub fn no_column_name(axis: &str) -> String {
    format!("Type the name of the {axis} column, just as it is in the table.")
}

/// A part of a name with dots is empty.
pub fn name_with_an_empty_part(name: &str) -> String {
    format!(
        "The name {name} has nothing before, after or between its dots. Write it like \
         schema.table, or put a name that has dots in it between double quotes."
    )
}

/// A name has a line break, a tab or the like in it.
pub fn name_with_a_control_character(name: &str) -> String {
    format!(
        "The name {name} has a line break or another control character in it. Type it on one line."
    )
}

/// A quote at the beginning of a name has no counterpart at its end.
pub fn name_with_an_open_quote(name: &str) -> String {
    format!(
        "The quote at the beginning of {name} is not closed at the end. Close it, or leave it out."
    )
}
