//! A dataset as bytes.

use crate::data::dataset::{Dataset, Origin, Variable};
use crate::data::grid::{CellAxis, Grid, SIDE};
use crate::data::summary::{RESTS, Summary};
use crate::edition::{FullPackage, SampledData};
use crate::numeric::bytes::{Reader, Writer};

/// Writes a dataset.
pub fn write_dataset(dataset: &Dataset, to: &mut Writer) {
    let (summary, points) = (dataset.summary(), dataset.points());
    let sums = summary.numbers().into_iter().chain(summary.rests());
    sums.chain([dataset.rss()]).for_each(|number| to.number(number));
    to.whole(match points.origin() {
        Origin::Rows => 0,
        Origin::Sample(_) => 1,
        Origin::Counts => 2,
    });
    to.numbers(points.xs());
    to.numbers(points.ys());
    to.whole(usize::from(dataset.grid().is_some()));
    if let Some(grid) = dataset.grid() {
        write_grid(grid, to);
    }
    for Variable { name, unit } in [dataset.x(), dataset.y()] {
        to.text(name);
        // A unit is never empty.
        to.text(unit.as_deref().unwrap_or_default());
    }
}

/// Reads a dataset. Returns `None` if the bytes are not of this build, or of data that this package does not have.
pub fn read_dataset(from: &mut Reader<'_>) -> Option<Dataset> {
    let (mut sums, mut rests) = ([0.0; 10], [0.0; RESTS]);
    for sum in sums.iter_mut().chain(&mut rests) {
        *sum = from.number()?;
    }
    let summary = Summary::from_numbers(sums).ok()?.with_rests(rests).ok()?;
    let rss = from.number()?;
    let origin = match from.whole()? {
        0 => Origin::Rows,
        1 => Origin::Sample(SampledData::get()?),
        _ => Origin::Counts,
    };
    let mut dataset =
        Dataset::from_sums(summary, rss, from.numbers()?, from.numbers()?, origin).ok()?;
    if from.whole()? == 1 {
        FullPackage::get()?;
        dataset = dataset.with_grid(read_grid(from)?);
    }
    let mut variable = || {
        let (name, unit) = (from.text()?, from.text()?);
        Some(Variable { name, unit: Some(unit).filter(|unit| !unit.is_empty()) })
    };
    Some(dataset.named(variable()?, variable()?))
}

fn write_grid(grid: &Grid, to: &mut Writer) {
    for axis in [grid.x(), grid.y()] {
        to.number(axis.from);
        to.number(axis.cell);
    }
    grid.counts().iter().for_each(|&count| to.whole(count as usize));
}

fn read_grid(from: &mut Reader<'_>) -> Option<Grid> {
    let mut axis = || Some(CellAxis { from: from.number()?, cell: from.number()? });
    let (x, y) = (axis()?, axis()?);
    let counts: Option<Vec<u32>> =
        (0..SIDE * SIDE).map(|_| from.whole().map(|count| count as u32)).collect();
    Grid::from_parts(x, y, counts?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dataset_comes_back_with_its_grid_and_units() {
        let (xs, ys) = (vec![1.0, 2.0, 4.5, -0.0], vec![5.0, 1e-300, 3.0, 7.0]);
        let summary = Summary::of_columns(&xs, &ys);
        let grid = Grid::of(&xs, &ys);
        let named = |heading: &str| Variable::from_heading(heading);
        let dataset = Dataset::of_sample(summary, xs, ys)
            .expect("sound sums")
            .with_grid(grid)
            .named(named("height (cm)"), named("y"));
        let mut bytes = Writer::default();
        write_dataset(&dataset, &mut bytes);
        let bytes = bytes.finish();
        let back = read_dataset(&mut Reader::new(&bytes)).expect("of this build");
        assert_eq!(back, dataset);
        assert!(back.grid().is_some());
        assert_eq!(read_dataset(&mut Reader::new(&bytes[..bytes.len() - 1])), None);
    }
}
