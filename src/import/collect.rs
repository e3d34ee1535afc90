//! The points of a file as they come: exact sums of all, and as many of them as are kept.

use super::limits::{PART, PARTS, SAMPLE};
use crate::grid::Grid;
use crate::random::Random;
use crate::summary::{Accumulator, Summary};

/// The sample of a file is always the same.
const SEED: u64 = 6;

/// Some points, in the order in which they came or, where they are a sample, in a random one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// The x of each.
    pub xs: Vec<f64>,
    /// The y of each.
    pub ys: Vec<f64>,
}

/// Takes points one by one.
#[derive(Clone, Debug)]
pub(super) struct Collector {
    sums: Accumulator,
    /// How many of the points that are summed lie where.
    grid: Option<Grid>,
    /// The points that came last.
    part: Part,
    /// Whole parts that nobody has taken.
    parts: Vec<Part>,
    size: usize,
    seen: u64,
    kept: u64,
    sample: Part,
    /// Points that the sample is to have.
    wanted: usize,
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
    /// The points that nobody has taken, or the sample.
    pub parts: Vec<Part>,
    /// Where all points are, where those are not all.
    pub grid: Option<Grid>,
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

    /// How many points there are.
    pub fn len(&self) -> usize {
        self.xs.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.xs.is_empty()
    }

    /// All points of some parts.
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
    /// Keeps up to `parts` parts of `size` points, and `sample` points of more.
    pub(super) fn keeping(parts: usize, size: usize, sample: usize) -> Self {
        Self {
            sums: Accumulator::default(),
            grid: None,
            part: Part::default(),
            parts: Vec::new(),
            size,
            seen: 0,
            kept: (parts * size) as u64,
            sample: Part::default(),
            wanted: sample.min(parts * size),
            random: Random::new(SEED),
            next: 0,
            weight: 1.0,
        }
    }

    /// Takes a point.
    #[inline]
    pub(super) fn push(&mut self, x: f64, y: f64) {
        self.seen += 1;
        self.part.push(x, y);
        if self.seen > self.kept {
            self.draw(x, y);
        }
        if self.part.len() == self.size {
            self.close();
        }
    }

    /// How many points came.
    pub(super) fn seen(&self) -> u64 {
        self.seen
    }

    /// A whole part of the points that are kept, the oldest that nobody has taken.
    pub(super) fn take(&mut self) -> Option<Part> {
        (!self.parts.is_empty()).then(|| self.parts.remove(0))
    }

    /// The sums of all points, and those that were kept and not taken.
    pub(super) fn finish(mut self) -> Collected {
        if self.seen <= self.kept {
            self.sums.extend(&self.part.xs, &self.part.ys);
            self.parts.push(self.part);
            return Collected { summary: self.sums.finish(), parts: self.parts, grid: None };
        }
        self.add_up();
        let grid = self.grid;
        Collected { summary: self.sums.finish(), parts: vec![self.sample], grid }
    }

    /// Adds the last part to the sums and to the grid.
    fn add_up(&mut self) {
        let Part { xs, ys } = &self.part;
        self.sums.extend(xs, ys);
        match &mut self.grid {
            Some(grid) => grid.extend(xs, ys),
            none if !xs.is_empty() => *none = Some(Grid::of(xs, ys)),
            _ => {}
        }
    }

    /// A part is full. While points are kept, some are chosen for the sample that is made of more: each as
    /// likely as every other, and so many in all as it is to have (Knuth, The Art of Computer Programming 2,
    /// 3.4.2, algorithm S).
    #[cold]
    fn close(&mut self) {
        self.add_up();
        if self.seen > self.kept {
            self.part.xs.clear();
            self.part.ys.clear();
            return;
        }
        let mut left = self.kept - (self.seen - self.size as u64);
        for (&x, &y) in self.part.xs.iter().zip(&self.part.ys) {
            let missing = self.wanted - self.sample.len();
            if self.random.unit() * (left as f64) < missing as f64 {
                self.sample.push(x, y);
            }
            left -= 1;
        }
        let next = Part::with_capacity(self.size);
        self.parts.push(std::mem::replace(&mut self.part, next));
    }

    /// A point beyond those that are kept: each of all that came is in the sample with the same chance,
    /// and only those that enter it cost anything (algorithm L; Li 1994).
    #[inline]
    fn draw(&mut self, x: f64, y: f64) {
        if self.next == 0 {
            self.begin_to_draw();
        }
        if self.seen == self.next {
            let place = (self.random.unit() * self.wanted as f64) as usize;
            let place = place.min(self.wanted - 1);
            (self.sample.xs[place], self.sample.ys[place]) = (x, y);
            self.leap();
        }
    }

    #[cold]
    fn begin_to_draw(&mut self) {
        self.parts.clear();
        // The weight that the algorithm would have come to: the greatest of as many keys as the sample has
        // points, all of them random, is about the share that was taken.
        self.weight = self.wanted as f64 / self.kept as f64;
        self.next = self.kept;
        self.leap();
    }

    fn leap(&mut self) {
        let unit = |random: &mut Random| 1.0 - random.unit();
        self.weight *= (unit(&mut self.random).ln() / self.wanted as f64).exp();
        let gap = (unit(&mut self.random).ln() / (1.0 - self.weight).ln()).floor();
        self.next = self.next.saturating_add(1 + gap.min(1e15) as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::BLOCK;

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
        let mut different = xs.clone();
        different.sort_by(f64::total_cmp);
        different.dedup();
        assert_eq!(different.len(), xs.len(), "no point twice");
    }
}
