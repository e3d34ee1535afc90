//! The points of a file as they come: the exact sums of all, and the points themselves or a sample of them.

use super::limits::{PART, PARTS, SAMPLE};
use crate::data::grid::Grid;
use crate::data::summary::{Accumulator, Summary};
use crate::numeric::random::Random;

/// The seeds of the sample, one for the points that are kept and one for those beyond. The sample of a file is always
/// the same.
const EARLY_SEED: u64 = 7;
const LATE_SEED: u64 = 6;

/// Some points, in the order of the file; those of a sample in a random one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// The x of each.
    pub xs: Vec<f64>,
    /// The y of each.
    pub ys: Vec<f64>,
}

/// Collects points one by one.
#[derive(Clone, Debug)]
pub(super) struct Collector {
    sums: Accumulator,
    /// The counts of points by cell, once there are more points than are kept.
    grid: Option<Grid>,
    /// The points that came last.
    part: Part,
    /// The full parts that were not taken yet.
    parts: Vec<Part>,
    size: usize,
    seen: u64,
    kept: u64,
    sample: Sample,
    /// The number of the last point that was offered to the sample.
    offered: u64,
}

/// The result of a [`Collector`].
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Collected {
    pub summary: Summary,
    /// The points that were not taken yet, or the sample.
    pub parts: Vec<Part>,
    /// The counts of all points by cell, where the points are a sample.
    pub grid: Option<Grid>,
}

/// A uniform random sample of all points, without replacement.
///
/// Most files have no more points than are kept, and should not pay for a sample. So the points beyond those that are
/// kept are sampled first, as they come; at the end, the points that were kept are sampled for the places that are left.
#[derive(Clone, Debug)]
struct Sample {
    /// NaN where a place is free.
    points: Part,
    wanted: usize,
    late: Late,
    early: Early,
}

/// The sampling of the points beyond those that are kept.
#[derive(Clone, Debug)]
struct Late {
    random: Random,
    /// The number of the next point that is sampled.
    next: u64,
    /// The weight from which the gaps between sampled points follow.
    weight: f64,
}

/// The sampling of the points that are kept.
#[derive(Clone, Debug)]
struct Early {
    random: Random,
    /// The number of points that are still to come.
    left: u64,
    /// The number of points that were sampled.
    chosen: usize,
}

impl Part {
    fn with_capacity(points: usize) -> Self {
        Self { xs: Vec::with_capacity(points), ys: Vec::with_capacity(points) }
    }

    #[inline]
    fn push(&mut self, x: f64, y: f64) {
        self.xs.push(x);
        self.ys.push(y);
    }

    /// The number of points.
    pub fn len(&self) -> usize {
        self.xs.len()
    }

    /// Whether there are no points.
    pub fn is_empty(&self) -> bool {
        self.xs.is_empty()
    }

    /// Joins parts to one.
    pub fn join(mut parts: Vec<Self>) -> Self {
        if parts.len() == 1 {
            return parts.swap_remove(0);
        }
        let mut all = Self::with_capacity(parts.iter().map(Self::len).sum());
        for part in parts {
            all.xs.extend(part.xs);
            all.ys.extend(part.ys);
        }
        all
    }
}

impl Default for Collector {
    fn default() -> Self {
        Self::keeping(PARTS, PART, SAMPLE)
    }
}

impl Collector {
    /// A collector that keeps up to `parts` parts of `size` points, and a sample of `sample` points of more.
    pub(super) fn keeping(parts: usize, size: usize, sample: usize) -> Self {
        Self {
            sums: Accumulator::default(),
            grid: None,
            part: Part::default(),
            parts: Vec::new(),
            size,
            seen: 0,
            kept: (parts * size) as u64,
            sample: Sample::of(sample.min(parts * size), (parts * size) as u64),
            offered: 0,
        }
    }

    /// Adds a point.
    #[inline]
    pub(super) fn push(&mut self, x: f64, y: f64) {
        if self.seen > self.kept {
            self.settle();
        }
        if self.part.len() == self.size {
            self.close();
        }
        self.seen += 1;
        self.part.push(x, y);
    }

    /// Removes the last point, which can be done once after each. Returns `false` where there is none.
    pub(super) fn undo(&mut self) -> bool {
        // The last point always is in the part that is being filled, and was not sampled yet.
        let removed = self.part.xs.pop().is_some() && self.part.ys.pop().is_some();
        self.seen -= u64::from(removed);
        removed
    }

    /// Offers the last point to the sample, now that it stays.
    fn settle(&mut self) {
        if self.offered == self.seen {
            return;
        }
        self.offered = self.seen;
        if let (Some(&x), Some(&y)) = (self.part.xs.last(), self.part.ys.last()) {
            self.sample.late(self.seen, x, y);
        }
    }

    /// The number of points so far.
    pub(super) fn seen(&self) -> u64 {
        self.seen
    }

    /// Removes the oldest full part and returns it, or `None` where there is none.
    pub(super) fn take(&mut self) -> Option<Part> {
        (!self.parts.is_empty()).then(|| self.parts.remove(0))
    }

    /// Whether there are more points than are kept, so that the parts that were taken are needed again.
    pub(super) fn awaits_points(&self) -> bool {
        self.seen > self.kept
    }

    /// Gives a part back that was taken, the oldest first, before [`Self::finish`].
    pub(super) fn return_points(&mut self, part: &Part) {
        if self.awaits_points() {
            self.settle();
            count(&mut self.grid, part);
            self.sample.early(part);
        }
    }

    /// Ends the points.
    pub(super) fn finish(mut self) -> Collected {
        if self.awaits_points() {
            self.settle();
        }
        let last = std::mem::take(&mut self.part);
        self.sums.extend(&last.xs, &last.ys);
        if !self.awaits_points() {
            self.parts.push(last);
            return Collected { summary: self.sums.finish(), parts: self.parts, grid: None };
        }
        // The last points are counted last, as they are where the parts before them were taken and given back:
        // the cells of a grid depend on the points that it counts first.
        for part in std::mem::take(&mut self.parts) {
            self.return_points(&part);
        }
        count(&mut self.grid, &last);
        Collected { summary: self.sums.finish(), parts: vec![self.sample.points], grid: self.grid }
    }

    /// Closes a part that is full.
    #[cold]
    fn close(&mut self) {
        self.sums.extend(&self.part.xs, &self.part.ys);
        if self.awaits_points() {
            count(&mut self.grid, &self.part);
            self.part.xs.clear();
            self.part.ys.clear();
        } else {
            let next = Part::with_capacity(self.size);
            self.parts.push(std::mem::replace(&mut self.part, next));
        }
    }
}

/// Counts points in a grid.
fn count(grid: &mut Option<Grid>, Part { xs, ys }: &Part) {
    match grid {
        Some(grid) => grid.extend(xs, ys),
        none if !xs.is_empty() => *none = Some(Grid::of(xs, ys)),
        _ => {}
    }
}

impl Sample {
    /// A sample of `wanted` points, where `kept` points are kept.
    fn of(wanted: usize, kept: u64) -> Self {
        // The weight that algorithm L would have by then: the greatest of `wanted` random keys is about the
        // share of the points that is sampled.
        let weight = wanted as f64 / kept as f64;
        Self {
            points: Part::default(),
            wanted,
            late: Late { random: Random::new(LATE_SEED), next: kept, weight },
            early: Early { random: Random::new(EARLY_SEED), left: kept, chosen: 0 },
        }
    }

    /// Samples a point beyond those that are kept, by its number. Only a point that is sampled costs anything
    /// (algorithm L; Li 1994).
    #[inline]
    fn late(&mut self, number: u64, x: f64, y: f64) {
        if self.points.is_empty() {
            self.begin();
        }
        if number == self.late.next {
            let place = self.late.random.below(self.wanted);
            (self.points.xs[place], self.points.ys[place]) = (x, y);
            self.late.leap(self.wanted);
        }
    }

    #[cold]
    fn begin(&mut self) {
        let nothing = vec![f64::NAN; self.wanted];
        self.points = Part { xs: nothing.clone(), ys: nothing };
        self.late.leap(self.wanted);
    }

    /// Samples points that were kept, as many in all as there are places, each with the same chance (Knuth, The Art of
    /// Computer Programming 2, 3.4.2, algorithm S). A later point may have the place already.
    fn early(&mut self, part: &Part) {
        for (&x, &y) in part.xs.iter().zip(&part.ys) {
            let place = self.early.chosen;
            let missing = self.wanted - place;
            if self.early.random.unit() * (self.early.left as f64) < missing as f64 {
                if self.points.xs[place].is_nan() {
                    (self.points.xs[place], self.points.ys[place]) = (x, y);
                }
                self.early.chosen += 1;
            }
            self.early.left = self.early.left.saturating_sub(1);
        }
    }
}

impl Late {
    fn leap(&mut self, places: usize) {
        let unit = |random: &mut Random| 1.0 - random.unit();
        self.weight *= (unit(&mut self.random).ln() / places as f64).exp();
        let gap = (unit(&mut self.random).ln() / (1.0 - self.weight).ln()).floor();
        self.next = self.next.saturating_add(1 + gap.min(1e15) as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::summary::BLOCK;

    #[test]
    fn few_points_are_kept_as_they_came() {
        let mut collector = Collector::keeping(2, 5, 5);
        (0..10).for_each(|i| collector.push(f64::from(i), f64::from(2 * i)));
        let Collected { summary, parts, grid } = collector.finish();
        assert_eq!(grid, None);
        let Part { xs, ys } = Part::join(parts);
        assert_eq!(summary, Summary::of_columns(&xs, &ys));
        assert_eq!(xs, (0..10).map(f64::from).collect::<Vec<_>>());
    }

    #[test]
    fn parts_that_are_taken_are_gone_and_stay_in_the_sums() {
        let all: Vec<f64> = (0..3 * BLOCK + 7).map(|i| i as f64).collect();
        let mut collector = Collector::keeping(9, BLOCK, 5);
        let mut taken = Vec::new();
        for &x in &all {
            collector.push(x, -x);
            taken.extend(collector.take());
        }
        let Collected { summary, parts, grid } = collector.finish();
        assert_eq!(grid, None);
        assert_eq!((taken.len(), parts.len()), (3, 1));
        let joined = Part::join(taken.into_iter().chain(parts).collect());
        assert_eq!(joined.xs, all);
        assert_eq!(summary, Summary::of_columns(&joined.xs, &joined.ys));
    }

    #[test]
    fn points_that_are_given_back_make_the_same_sample_and_grid() {
        // The last part alone is more than is kept, or others are before it.
        for count in [4_001, 4_500, 9_999] {
            let mut whole = Collector::keeping(4, 1_000, 300);
            let mut taken_from = whole.clone();
            let mut taken = Vec::new();
            for i in 0..count {
                let (x, y) = (f64::from(i), f64::from(i % 77));
                whole.push(x, y);
                taken_from.push(x, y);
                // The last part is left where it is.
                if taken.len() < 3 {
                    taken.extend(taken_from.take());
                }
            }
            assert!(taken_from.awaits_points());
            taken_from.return_points(&Part::default());
            taken.iter().for_each(|part| taken_from.return_points(part));
            assert_eq!(whole.finish(), taken_from.finish(), "{count}");
        }
    }

    #[test]
    fn of_many_points_each_has_the_same_chance() {
        let count = 20_000;
        let mut collector = Collector::keeping(4, 1_000, 1_000);
        (0..count).for_each(|i| collector.push(f64::from(i), 0.0));
        let Collected { summary, parts, grid } = collector.finish();
        let in_grid = grid.expect("not all are kept").cells().map(|(.., count)| count).sum::<u32>();
        assert_eq!(in_grid, 20_000);
        let xs = Part::join(parts).xs;
        assert_eq!((summary.n(), xs.len()), (20_000, 1_000));
        let all: Vec<f64> = (0..count).map(f64::from).collect();
        assert_eq!(summary, Summary::of_columns(&all, &vec![0.0; all.len()]));
        // Of each fifth, about a fifth of the sample.
        for fifth in 0..5 {
            let part = xs.iter().filter(|&&x| (x as i32) / 4_000 == fifth).count();
            assert!((140..260).contains(&part), "{fifth}: {part}");
        }
        // Of the first fifth, which is kept, from everywhere.
        for quarter in 0..4 {
            let part = xs.iter().filter(|&&x| (x as i32) / 1_000 == quarter).count();
            assert!((25..80).contains(&part), "{quarter}: {part}");
        }
        let mut different = xs.clone();
        different.sort_by(f64::total_cmp);
        different.dedup();
        assert_eq!(different.len(), xs.len(), "no point twice, and no place without one");
        assert!(xs.iter().all(|x| x.is_finite()));
    }
}
