//! A hundred data sets of the kinds that people bring, each from a seed.

use downhill::data::dataset::Dataset;
use downhill::numeric::random::Random;

/// Kind of data: what x is, and how many rows there are.
pub struct Kind {
    pub name: &'static str,
    rows: usize,
    x: fn(&mut Random, usize) -> f64,
}

/// Ten kinds, each of which is made ten times.
pub const KINDS: [Kind; 10] = [
    Kind { name: "years", rows: 24, x: |_, row| 2_000.0 + row as f64 },
    Kind { name: "square metres", rows: 80, x: |random, _| random.within(30.0, 220.0) },
    Kind { name: "money in millions", rows: 50, x: |random, _| random.within(1e6, 9e7) },
    Kind { name: "millimetres", rows: 60, x: |random, _| random.within(1_500.0, 2_000.0) },
    Kind { name: "timestamps", rows: 100, x: |_, row| 1.7e9 + 3_600.0 * row as f64 },
    Kind {
        name: "two clusters",
        rows: 40,
        x: |random, row| random.within(0.0, 1.0) + if row % 2 == 0 { 0.0 } else { 500.0 },
    },
    Kind {
        name: "two points",
        rows: 2,
        x: |random, row| random.within(0.0, 9.0) + 10.0 * row as f64,
    },
    Kind { name: "shares of one", rows: 30, x: |random, _| random.within(0.0, 1.0) },
    Kind { name: "millionths", rows: 30, x: |random, _| random.within(1e-6, 4e-6) },
    Kind { name: "small counts", rows: 200, x: |random, _| random.below(12) as f64 },
];

impl Kind {
    /// Whether x is far from 0 for its spread, or large.
    pub fn has_large_x(&self) -> bool {
        ["years", "square metres", "millimetres", "timestamps", "money in millions"]
            .contains(&self.name)
    }

    /// Data of this kind. Slope and intercept, and how far the points are from the line, differ by seed; of each ten,
    /// two have no error at all.
    pub fn data(&self, seed: u64) -> Dataset {
        let mut random = Random::new(1_000 + seed);
        let xs: Vec<f64> = (0..self.rows).map(|row| (self.x)(&mut random, row)).collect();
        let span = xs.iter().fold(0.0, |most: f64, x| most.max((x - xs[0]).abs()));
        let height = 10_f64.powf(random.within(-2.0, 6.0));
        let slope = random.within(-3.0, 3.0) * height / span;
        let level = random.within(-5.0, 20.0) * height;
        let error = if seed.is_multiple_of(5) { 0.0 } else { random.within(0.05, 1.5) * height };
        let ys: Vec<f64> = xs
            .iter()
            .map(|x| level + slope * (x - xs[0]) + error * random.within(-1.0, 1.0))
            .collect();
        Dataset::from_columns(&xs, &ys).expect("sound data")
    }
}

/// A million rows, of years with parts.
pub fn million() -> Dataset {
    let mut random = Random::new(7);
    let xs: Vec<f64> = (0..1_000_000).map(|_| random.within(1_950.0, 2_020.0)).collect();
    let ys: Vec<f64> = xs.iter().map(|x| 3.0 * x - 5_000.0 + random.within(-40.0, 40.0)).collect();
    Dataset::from_columns(&xs, &ys).expect("sound data")
}
