//! Counts of rows by place, in memory that does not grow with the number of rows.

/// Cells along each axis; the fuzzer (`tests/fuzz/`) tries thousands of grids a second.
pub const SIDE: usize = if cfg!(feature = "fuzzing") { 16 } else { 512 };

/// Counts of rows in the cells of a square grid that covers all of them. If a row lies beyond it, cells become
/// twice as wide, or as high, so that at least half of the cells along each axis are in use.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    x: CellAxis,
    y: CellAxis,
    /// Row by row from the least y, each from the least x.
    counts: Vec<u32>,
}

/// Position and width of the cells along one axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellAxis {
    /// The beginning of the first cell.
    pub from: f64,
    /// The width of a cell.
    pub cell: f64,
}

/// Change that lets an axis hold a value.
enum Growth {
    Upward,
    Downward,
}

impl Grid {
    /// The grid of some rows, (xs\[i\], ys\[i\]), all of them finite.
    pub fn of(xs: &[f64], ys: &[f64]) -> Self {
        let counts = vec![0; SIDE * SIDE];
        let mut grid = Self { x: CellAxis::around(xs), y: CellAxis::around(ys), counts };
        grid.extend(xs, ys);
        grid
    }

    /// A grid from its parts. Returns `None` if there is not one count a cell.
    pub fn from_parts(x: CellAxis, y: CellAxis, counts: Vec<u32>) -> Option<Self> {
        (counts.len() == SIDE * SIDE).then_some(Self { x, y, counts })
    }

    /// Adds rows.
    pub fn extend(&mut self, xs: &[f64], ys: &[f64]) {
        self.hold(xs, ys);
        let (x, y) = (self.x, self.y);
        let (x_scale, y_scale) = (1.0 / x.cell, 1.0 / y.cell);
        for (&at_x, &at_y) in xs.iter().zip(ys) {
            let column = ((at_x - x.from) * x_scale) as usize;
            let row = ((at_y - y.from) * y_scale) as usize;
            // Rounding may carry the greatest one beyond the last cell.
            let index = row.min(SIDE - 1) * SIDE + column.min(SIDE - 1);
            self.counts[index] = self.counts[index].saturating_add(1);
        }
    }

    /// The axis of the columns.
    pub fn x(&self) -> CellAxis {
        self.x
    }

    /// The axis of the rows.
    pub fn y(&self) -> CellAxis {
        self.y
    }

    /// The counts, row by row from the least y.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// The cells that are not empty: (column, row, count).
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, u32)> + '_ {
        let some = self.counts.iter().enumerate().filter(|&(_, &count)| count > 0);
        some.map(|(index, &count)| (index % SIDE, index / SIDE, count))
    }

    /// The same with x and y exchanged.
    pub fn swapped(&self) -> Self {
        let mut counts = vec![0; SIDE * SIDE];
        for (column, row, count) in self.cells() {
            counts[column * SIDE + row] = count;
        }
        Self { x: self.y, y: self.x, counts }
    }

    /// Enlarges the cells until the grid covers these rows.
    fn hold(&mut self, xs: &[f64], ys: &[f64]) {
        // From nothing to 1 a cell grows a thousand times: the counts move once for all of that.
        let (columns, rows) = (self.x.hold(ends(xs)), self.y.hold(ends(ys)));
        if columns.is_none() && rows.is_none() {
            return;
        }
        let place = |places: &Option<[usize; SIDE]>, old: usize| {
            places.as_ref().map_or(old, |places| places[old])
        };
        let mut counts = vec![0_u32; SIDE * SIDE];
        for (column, row, count) in self.cells() {
            let sum = &mut counts[place(&rows, row) * SIDE + place(&columns, column)];
            *sum = sum.saturating_add(count);
        }
        self.counts = counts;
    }
}

fn ends(values: &[f64]) -> (f64, f64) {
    values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &value| {
        (if value < low { value } else { low }, if value > high { value } else { high })
    })
}

impl CellAxis {
    /// The tightest axis around these values.
    fn around(values: &[f64]) -> Self {
        let (low, high) = ends(values);
        // Halves, so that the difference of large numbers stays finite.
        let span = 2.0 * (0.5 * high - 0.5 * low);
        // Of equal values any width will do that can be told from nothing.
        let least = (low.abs() * f64::EPSILON).max(f64::MIN_POSITIVE);
        Self { from: low, cell: (span / SIDE as f64).max(least) }
    }

    /// The growth that takes the axis towards a value. Returns `None` if it holds the value, or the value is not finite.
    fn growth(&self, value: f64) -> Option<Growth> {
        let place = (value - self.from) / self.cell;
        match place {
            _ if !value.is_finite() || !self.cell.is_finite() => None,
            below if below < 0.0 => Some(Growth::Downward),
            above if above > SIDE as f64 => Some(Growth::Upward),
            _ => None,
        }
    }

    /// Doubles the cells until the axis holds these values. Returns the new cell of each old one, or `None` if nothing
    /// changed.
    fn hold(&mut self, (low, high): (f64, f64)) -> Option<[usize; SIDE]> {
        let mut places = None;
        for end in [low, high] {
            while let Some(growth) = self.growth(end) {
                let offset = self.grow(&growth);
                let places = places.get_or_insert_with(|| std::array::from_fn(|cell| cell));
                places.iter_mut().for_each(|place| *place = offset + *place / 2);
            }
        }
        places
    }

    /// Doubles the cells. Returns the new cell of the first old one.
    fn grow(&mut self, growth: &Growth) -> usize {
        let offset = match growth {
            Growth::Upward => 0,
            Growth::Downward => {
                self.from -= SIDE as f64 * self.cell;
                SIDE / 2
            }
        };
        self.cell *= 2.0;
        offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_in_the_cell_that_holds_it_however_the_grid_grew() {
        let rows: Vec<(f64, f64)> =
            (0..2_000).map(f64::from).map(|i| (i * 0.37 - 100.0, -(i * i) * 1e-3 + 50.0)).collect();
        let mut grid: Option<Grid> = None;
        for part in rows.chunks(300) {
            let (xs, ys): (Vec<f64>, Vec<f64>) = part.iter().copied().unzip();
            match &mut grid {
                Some(grid) => grid.extend(&xs, &ys),
                none => *none = Some(Grid::of(&xs, &ys)),
            }
        }
        let grid = grid.expect("there are rows");
        assert_eq!(grid.counts().iter().map(|&count| u64::from(count)).sum::<u64>(), 2_000);
        for &(x, y) in &rows {
            let near = grid.cells().any(|(column, row, _)| {
                let holds = |axis: CellAxis, cell: usize, value: f64| {
                    // Cells merge where they touch, so that a row at an edge may be beside it.
                    let from = axis.from + axis.cell * cell as f64;
                    (from - 1e-9..=from + axis.cell + 1e-9).contains(&value)
                };
                holds(grid.x(), column, x) && holds(grid.y(), row, y)
            });
            assert!(near, "({x}, {y})");
        }
        let used =
            |cells: Vec<usize>| cells.iter().max().unwrap_or(&0) - cells.iter().min().unwrap_or(&0);
        assert!(used(grid.cells().map(|(column, ..)| column).collect()) >= SIDE / 2 - 1);
        assert!(used(grid.cells().map(|(_, row, _)| row).collect()) >= SIDE / 2 - 1);
        assert_eq!(grid.swapped().swapped(), grid);
    }

    #[test]
    fn equal_rows_and_enormous_ranges_are_held() {
        let mut grid = Grid::of(&[5.0; 3], &[0.0; 3]);
        assert_eq!(grid.cells().collect::<Vec<_>>(), [(0, 0, 3)]);
        grid.extend(&[-1e150, 1e150], &[1e-300, 1.0]);
        assert_eq!(grid.cells().map(|(.., count)| count).sum::<u32>(), 5);
    }
}
