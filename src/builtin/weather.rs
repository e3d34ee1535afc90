//! The weather of the Second World War: exact sums, and a table of counts to draw points from.

use super::{Builtin, Data};
use crate::dataset::{Dataset, DatasetError, Origin};
use crate::random::Random;
use crate::summary::{Range, Summary};

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
    data: Data::Weather,
};

/// How many days fall into each cell of 1 °C by 1 °C, rounded half up: `min_c,max_c,count`.
const COUNTS: &str = include_str!("weather_counts.csv");

const ROWS: u64 = 119_040;
const MEANS: (f64, f64) = (17.789510528594505, 27.04511088708718);
const CENTRED: (f64, f64, f64) = (8269054.60079001, 7597394.279079074, 9047002.93976658);
const RSS: f64 = 2066712.8560284774;
const MIN_TEMP: Range = Range::new(-38.33333333, 34.44444444);
const MAX_TEMP: Range = Range::new(-33.33333333, 50.0);

/// Which points stand for the days; the same ones every time.
const SEED: u64 = 1945;

/// The exact sums, with as many points as there were days.
pub(super) fn dataset() -> Result<Dataset, DatasetError> {
    let summary = Summary::from_sums(ROWS, MEANS, CENTRED, MIN_TEMP, MAX_TEMP)?;
    let (xs, ys) = points();
    Dataset::from_sums(summary, RSS, xs, ys, Origin::Counts)
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
    shuffle(&mut points, &mut random);
    points.into_iter().unzip()
}

/// The rows of the table of counts.
fn cells() -> impl Iterator<Item = (f64, f64, u64)> {
    COUNTS.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        let mut degrees = || cells.next()?.parse::<i32>().ok().map(f64::from);
        let (min, max) = (degrees()?, degrees()?);
        let count = cells.next()?.parse().ok()?;
        Some((min, max, count))
    })
}

/// Somewhere in [centre − ½, centre + ½), but nowhere that no day was.
fn within_cell(random: &mut Random, centre: f64, range: Range) -> f64 {
    random.within(centre - 0.5, centre + 0.5).clamp(range.min, range.max)
}

/// Every order equally likely (Fisher and Yates 1938).
fn shuffle<T>(items: &mut [T], random: &mut Random) {
    for last in (1..items.len()).rev() {
        let chosen = random.within(0.0, (last + 1) as f64) as usize;
        items.swap(last, chosen.min(last));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_counts_every_day_once() {
        assert_eq!(cells().count(), COUNTS.lines().count() - 1, "each row can be read");
        assert_eq!(cells().map(|(_, _, count)| count).sum::<u64>(), ROWS);
    }

    #[test]
    fn each_point_lies_in_a_cell_that_is_counted() {
        let mut left: std::collections::HashMap<(i64, i64), u64> =
            cells().map(|(min, max, count)| ((min as i64, max as i64), count)).collect();
        let cell = |value: f64| (value + 0.5).floor() as i64;
        let (xs, ys) = points();
        for (x, y) in xs.iter().zip(&ys) {
            let count = left.get_mut(&(cell(*x), cell(*y))).expect("a cell of the table");
            *count -= 1;
        }
        assert!(left.values().all(|&count| count == 0));
    }

    #[test]
    fn shuffling_keeps_every_item() {
        let mut items: Vec<u32> = (0..1_000).collect();
        shuffle(&mut items, &mut Random::new(3));
        assert_ne!(items, (0..1_000).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..1_000).collect::<Vec<_>>());
    }
}
