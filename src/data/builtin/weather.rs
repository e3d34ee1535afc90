//! The weather of the Second World War: exact sums, and a table of counts to draw points from.

use super::definition::{Builtin, BuiltinData, Counts};
use crate::data::dataset::{Dataset, DatasetError, Origin};
use crate::data::summary::Summary;
use crate::numeric::random::Random;
use crate::numeric::range::Range;

pub(super) const WEATHER: Builtin = Builtin {
    id: "weather",
    name: "Weather, Second World War",
    x: "MinTemp (°C)",
    y: "MaxTemp (°C)",
    source: "Daily records of weather stations, 1940 to 1945, US government; the sums are exact over \
             119,040 rows, the dots are drawn from a table of counts by whole degree.",
    why: "How warm does a day get after a cold night? Here you learn from 119,040 days, as fast as \
          from eleven.",
    learning_rate: 0.002,
    epochs: 10_000,
    data: BuiltinData::Counts { dataset, counts },
};

/// The coldest MinTemp and the coldest MaxTemp of the table of counts, in whole degrees.
const COLDEST: (i32, i32) = (-38, -33);
/// The number of degrees of each that the table covers.
const DEGREES: (usize, usize) = (73, 84);

/// The number of days in each cell of 1 °C by 1 °C, rounded half up: by MinTemp, then by MaxTemp.
/// The compiler reads the table, because the page would have to download twice as much as text.
static COUNTS: [[u16; DEGREES.1]; DEGREES.0] = read_counts(include_bytes!("weather_counts.csv"));

const ROWS: u64 = 119_040;
const MEANS: (f64, f64) = (17.789510528594505, 27.04511088708718);
const CENTRED: (f64, f64, f64) = (8269054.60079001, 7597394.279079074, 9047002.93976658);
const RSS: f64 = 2066712.8560284774;
const MIN_TEMP: Range = Range::new(-38.33333333, 34.44444444);
const MAX_TEMP: Range = Range::new(-33.33333333, 50.0);

/// The seed of the points that stand for the days, which are the same every time.
const SEED: u64 = 1945;

/// The exact sums, with as many points as there were days.
pub(super) fn dataset() -> Result<Dataset, DatasetError> {
    let summary = Summary::from_sums(ROWS, MEANS, CENTRED, MIN_TEMP, MAX_TEMP)?;
    let (xs, ys) = points();
    Dataset::from_sums(summary, RSS, xs, ys, Origin::Counts)
}

/// Counts that the points are drawn from.
pub(super) fn counts() -> Counts {
    Counts { cells: cells().collect(), range_x: MIN_TEMP, range_y: MAX_TEMP, seed: SEED }
}

/// A point for every day, anywhere in its cell, in random order so that the first few hundred
/// are a fair sample.
fn points() -> (Vec<f64>, Vec<f64>) {
    let mut random = Random::new(SEED);
    let mut points = Vec::with_capacity(ROWS as usize);
    for (min, max, count) in cells() {
        for _ in 0..count {
            points.push((
                within_cell(&mut random, min, MIN_TEMP),
                within_cell(&mut random, max, MAX_TEMP),
            ));
        }
    }
    random.shuffle(&mut points);
    points.into_iter().unzip()
}

/// The cells that days fall into, and how many.
fn cells() -> impl Iterator<Item = (f64, f64, u16)> {
    let degree = |coldest: i32, warmer: usize| f64::from(coldest) + warmer as f64;
    COUNTS.iter().enumerate().flat_map(move |(min, row)| {
        let counted = row.iter().enumerate().filter(|&(_, &count)| count > 0);
        counted.map(move |(max, &count)| (degree(COLDEST.0, min), degree(COLDEST.1, max), count))
    })
}

/// Reads the rows `min_c,max_c,count` below a heading. What is not such a row stops the build.
const fn read_counts(csv: &[u8]) -> [[u16; DEGREES.1]; DEGREES.0] {
    let mut counts = [[0; DEGREES.1]; DEGREES.0];
    let mut at = 0;
    while csv[at] != b'\n' {
        at += 1;
    }
    at += 1;
    while at < csv.len() {
        let (min, after) = read_number(csv, at, b',');
        let (max, after) = read_number(csv, after, b',');
        let (count, after) = read_number(csv, after, b'\n');
        assert!(count > 0 && count <= u16::MAX as i32);
        counts[(min - COLDEST.0) as usize][(max - COLDEST.1) as usize] = count as u16;
        at = after;
    }
    counts
}

/// The whole number that begins at `at`, and where the next one begins, behind the mark `end`.
const fn read_number(csv: &[u8], mut at: usize, end: u8) -> (i32, usize) {
    let negative = csv[at] == b'-';
    if negative {
        at += 1;
    }
    let mut number = 0;
    while csv[at] != end {
        assert!(csv[at].is_ascii_digit());
        number = 10 * number + (csv[at] - b'0') as i32;
        at += 1;
    }
    (if negative { -number } else { number }, at + 1)
}

/// Somewhere in [centre − ½, centre + ½), but nowhere that no day was.
fn within_cell(random: &mut Random, centre: f64, range: Range) -> f64 {
    random.within(centre - 0.5, centre + 0.5).clamp(range.min, range.max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_counts_every_day_once() {
        assert_eq!(cells().map(|(_, _, count)| u64::from(count)).sum::<u64>(), ROWS);
    }

    #[test]
    fn the_compiler_reads_what_the_table_says() {
        let rows: Vec<String> =
            cells().map(|(min, max, count)| format!("{min},{max},{count}\n")).collect();
        let table = format!("min_c,max_c,count\n{}", rows.concat());
        assert_eq!(table, include_str!("weather_counts.csv"));
    }

    #[test]
    fn each_point_lies_in_a_cell_that_is_counted() {
        let mut left: std::collections::HashMap<(i64, i64), u16> =
            cells().map(|(min, max, count)| ((min as i64, max as i64), count)).collect();
        let cell = |value: f64| (value + 0.5).floor() as i64;
        let (xs, ys) = points();
        for (x, y) in xs.iter().zip(&ys) {
            let count = left.get_mut(&(cell(*x), cell(*y))).expect("a cell of the table");
            *count -= 1;
        }
        assert!(left.values().all(|&count| count == 0));
    }
}
