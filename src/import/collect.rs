//! The points of a file as they come: exact sums of all, and as many of them as are kept.

use crate::random::Random;
use crate::summary::{Accumulator, Summary};

/// Points that are kept; of more, a sample.
pub const KEPT: usize = 4_000_000;
/// Points of that sample.
pub const SAMPLE: usize = 300_000;
/// The sample of a file is always the same.
const SEED: u64 = 6;

/// Takes points one by one.
#[derive(Clone, Debug)]
pub(super) struct Collector {
    sums: Accumulator,
    xs: Vec<f64>,
    ys: Vec<f64>,
    seen: u64,
    kept: usize,
    sample: usize,
    random: Random,
    /// The number of the next point that takes the place of one of the sample.
    next: u64,
    /// What the gaps between such points follow from.
    weight: f64,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Collected {
    pub summary: Summary,
    pub xs: Vec<f64>,
    pub ys: Vec<f64>,
    /// Whether these are all.
    pub complete: bool,
}

impl Default for Collector {
    fn default() -> Self {
        Self::keeping(KEPT, SAMPLE)
    }
}

impl Collector {
    /// Keeps up to `kept` points, and `sample` of more.
    pub(super) fn keeping(kept: usize, sample: usize) -> Self {
        Self {
            sums: Accumulator::default(),
            xs: Vec::new(),
            ys: Vec::new(),
            seen: 0,
            kept,
            sample: sample.min(kept),
            random: Random::new(SEED),
            next: 0,
            weight: 1.0,
        }
    }

    /// Takes a point.
    pub(super) fn push(&mut self, x: f64, y: f64) {
        self.sums.push(x, y);
        self.seen += 1;
        if self.seen <= self.kept as u64 {
            self.xs.push(x);
            self.ys.push(y);
        } else {
            self.draw(x, y);
        }
    }

    /// How many points came.
    pub(super) fn seen(&self) -> u64 {
        self.seen
    }

    /// The sums of all points, and those that were kept, in the order in which they came or, where they
    /// are a sample, in a random one.
    pub(super) fn finish(self) -> Collected {
        let complete = self.seen <= self.kept as u64;
        Collected { summary: self.sums.finish(), xs: self.xs, ys: self.ys, complete }
    }

    /// A point beyond those that are kept: each of all that came is in the sample with the same chance,
    /// and only those that enter it cost anything (algorithm L; Li 1994).
    fn draw(&mut self, x: f64, y: f64) {
        if self.next == 0 {
            self.thin();
        }
        if self.seen == self.next {
            let place = (self.random.unit() * self.sample as f64) as usize;
            let place = place.min(self.sample - 1);
            (self.xs[place], self.ys[place]) = (x, y);
            self.leap();
        }
    }

    /// Makes a sample of the points so far.
    fn thin(&mut self) {
        for place in 0..self.sample {
            let rest = self.xs.len() - place;
            let other = place + ((self.random.unit() * rest as f64) as usize).min(rest - 1);
            self.xs.swap(place, other);
            self.ys.swap(place, other);
        }
        self.xs.truncate(self.sample);
        self.ys.truncate(self.sample);
        self.xs.shrink_to_fit();
        self.ys.shrink_to_fit();
        // The weight that the algorithm would have come to: the greatest of `sample` of the keys of the
        // points so far, all of them random, is about the share that was taken.
        self.weight = self.sample as f64 / self.kept as f64;
        self.next = self.kept as u64;
        self.leap();
    }

    fn leap(&mut self) {
        let unit = |random: &mut Random| 1.0 - random.unit();
        self.weight *= (unit(&mut self.random).ln() / self.sample as f64).exp();
        let gap = (unit(&mut self.random).ln() / (1.0 - self.weight).ln()).floor();
        self.next = self.next.saturating_add(1 + gap.min(1e15) as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_points_are_kept_as_they_came() {
        let mut collector = Collector::keeping(10, 5);
        (0..10).for_each(|i| collector.push(f64::from(i), f64::from(2 * i)));
        let Collected { summary, xs, ys, complete } = collector.finish();
        assert!(complete);
        assert_eq!(summary, Summary::of_columns(&xs, &ys));
        assert_eq!(xs, (0..10).map(f64::from).collect::<Vec<_>>());
    }

    #[test]
    fn of_many_points_each_has_the_same_chance() {
        let count = 20_000;
        let mut collector = Collector::keeping(4_000, 1_000);
        (0..count).for_each(|i| collector.push(f64::from(i), 0.0));
        let Collected { summary, xs, complete, .. } = collector.finish();
        assert!(!complete);
        assert_eq!((summary.n(), xs.len()), (20_000, 1_000));
        let all: Vec<f64> = (0..count).map(f64::from).collect();
        assert_eq!(summary, Summary::of_columns(&all, &vec![0.0; all.len()]));
        // Of each fifth, about a fifth of the sample.
        for fifth in 0..5 {
            let part = xs.iter().filter(|&&x| (x as i32) / 4_000 == fifth).count();
            assert!((140..260).contains(&part), "{fifth}: {part}");
        }
        let mut different = xs.clone();
        different.sort_by(f64::total_cmp);
        different.dedup();
        assert_eq!(different.len(), xs.len(), "no point twice");
    }
}
