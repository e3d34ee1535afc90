//! The sums of rows that come one after another.

use super::{BLOCK, Summary};

/// Adds rows one by one and comes to the same bits as [`Summary::of_columns`] on all of them.
#[derive(Clone, Debug)]
pub struct Accumulator {
    total: Summary,
    xs: Vec<f64>,
    ys: Vec<f64>,
}

impl Default for Accumulator {
    fn default() -> Self {
        Self { total: Summary::EMPTY, xs: Vec::with_capacity(BLOCK), ys: Vec::with_capacity(BLOCK) }
    }
}

impl Accumulator {
    /// Adds one row.
    pub fn push(&mut self, x: f64, y: f64) {
        self.xs.push(x);
        self.ys.push(y);
        if self.xs.len() == BLOCK {
            self.total = self.finish();
            self.xs.clear();
            self.ys.clear();
        }
    }

    /// Adds rows: the same as adding them one by one, but faster.
    pub fn extend(&mut self, mut xs: &[f64], mut ys: &[f64]) {
        while let (Some(&x), Some(&y)) = (xs.first(), ys.first()) {
            let blocks = (xs.split_at_checked(BLOCK), ys.split_at_checked(BLOCK));
            if let (true, (Some((x_block, x_rest)), Some((y_block, y_rest)))) =
                (self.xs.is_empty(), blocks)
            {
                self.total = self.total.with_block(x_block, y_block);
                (xs, ys) = (x_rest, y_rest);
            } else {
                self.push(x, y);
                (xs, ys) = (&xs[1..], &ys[1..]);
            }
        }
    }

    /// The summary of all rows so far; more may follow.
    pub fn finish(&self) -> Summary {
        self.total.with_block(&self.xs, &self.ys)
    }
}
