//! The numbers, held against plain refits on any rows.

use downhill::data::dataset::Dataset;
use downhill::insight::suitability::Suitability;
use proptest::prelude::*;

use super::{Row, check_text, found, judge};

/// The residual sum of squares after columns were projected out, one after another and twice over
/// (modified Gram-Schmidt): a fit by another way.
fn residual_sum(mut y: Vec<f64>, mut columns: Vec<Vec<f64>>) -> f64 {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let project = |from: &mut Vec<f64>, onto: &[f64]| {
        let part = dot(from, onto) / dot(onto, onto);
        from.iter_mut().zip(onto).for_each(|(from, onto)| *from -= part * onto);
    };
    for place in 0..columns.len() {
        for _ in 0..2 {
            for before in 0..place {
                let onto = columns[before].clone();
                project(&mut columns[place], &onto);
            }
        }
        project(&mut y, &columns[place]);
        project(&mut y, &columns[place]);
    }
    dot(&y, &y)
}

/// The slope and intercept of the rows, from the textbook.
fn line(rows: &[Row]) -> Option<(f64, f64)> {
    let n = rows.len() as f64;
    let (mean_x, mean_y) = rows.iter().fold((0.0, 0.0), |(x, y), row| (x + row.0, y + row.1));
    let (mean_x, mean_y) = (mean_x / n, mean_y / n);
    let sxx: f64 = rows.iter().map(|row| (row.0 - mean_x).powi(2)).sum();
    let sxy: f64 = rows.iter().map(|row| (row.0 - mean_x) * (row.1 - mean_y)).sum();
    (sxx > 0.0).then(|| (sxy / sxx, mean_y - sxy / sxx * mean_x))
}

/// Cook's distance of one row from a line fitted without it.
fn cook(rows: &[Row], index: usize) -> f64 {
    let mut rest = rows.to_vec();
    rest.remove(index);
    let (Some((a, b)), Some((a_rest, b_rest))) = (line(rows), line(&rest)) else {
        return f64::INFINITY;
    };
    let rss: f64 = rows.iter().map(|(x, y)| (y - a * x - b).powi(2)).sum();
    let moved: f64 = rows.iter().map(|(x, _)| ((a - a_rest) * x + b - b_rest).powi(2)).sum();
    moved / (2.0 * rss / (rows.len() as f64 - 2.0))
}

/// A few rows in general position.
fn scattered() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((-10.0..10.0, -10.0..10.0), 5..40)
}

/// Rows with all that can go wrong: ties, equal columns, far points, sizes from tiny to huge.
fn wild() -> impl Strategy<Value = Vec<Row>> {
    let number = || {
        prop_oneof![
            4 => (-3..4_i32).prop_map(f64::from),
            2 => -1.0..1.0,
            1 => prop_oneof![Just(1e9), Just(-1e-9), Just(1e100), Just(1e-140), Just(1e150)],
        ]
    };
    prop::collection::vec((number(), number()), 1..30)
}

/// Whether the two differ by no more than rounding.
fn near(a: f64, b: f64, tolerance: f64) -> bool {
    a == b || (a - b).abs() <= tolerance * (1.0 + a.abs())
}

fn agree(a: &Suitability, b: &Suitability) -> bool {
    let both = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => near(a, b, 1e-6),
        (a, b) => a.is_none() && b.is_none(),
    };
    let distances = |of: &Suitability| of.influences.first().map(|most| most.distance);
    both(a.r_squared, b.r_squared)
        && both(a.r.map(f64::abs), b.r.map(f64::abs))
        && both(a.bend.map(|bend| bend.gain), b.bend.map(|bend| bend.gain))
        && both(a.bend.map(|bend| bend.share), b.bend.map(|bend| bend.share))
        && both(a.spread.map(|spread| spread.times()), b.spread.map(|spread| spread.times()))
        && both(distances(a), distances(b))
        && found(a) == found(b)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn the_distance_is_that_of_a_refit_without_the_point(rows in scattered()) {
        let suitability = judge(&rows);
        let mut distances: Vec<f64> = (0..rows.len()).map(|index| cook(&rows, index)).collect();
        for (place, influence) in suitability.influences.iter().enumerate() {
            prop_assert!(near(influence.distance, distances[influence.index], 1e-9));
            let mut rest = rows.clone();
            rest.remove(influence.index);
            let turn = line(&rest).zip(line(&rows)).map(|(rest, all)| rest.0 - all.0);
            prop_assert!(near(influence.turn.unwrap_or(0.0), turn.unwrap_or(0.0), 1e-9));
            prop_assert!(place == 0 || influence.distance <= suitability.influences[place - 1].distance);
        }
        distances.sort_by(|a, b| b.total_cmp(a));
        prop_assert!(near(suitability.influences[0].distance, distances[0], 1e-9));
    }

    #[test]
    fn the_gain_of_a_curve_is_that_of_a_fit_by_another_way(rows in scattered()) {
        let suitability = judge(&rows);
        let rows: Vec<Row> = rows
            .iter()
            .enumerate()
            .filter(|&(index, _)| Some(index) != suitability.aside)
            .map(|(_, &row)| row)
            .collect();
        let column = |of: &dyn Fn(&Row) -> f64| rows.iter().map(of).collect::<Vec<_>>();
        let y = column(&|row| row.1);
        let (one, x) = (column(&|_| 1.0), column(&|row| row.0));
        let square = column(&|row| row.0 * row.0);
        let flat = residual_sum(y.clone(), vec![one.clone()]);
        let straight = residual_sum(y.clone(), vec![one.clone(), x.clone()]);
        let curved = residual_sum(y, vec![one, x, square]);
        if let Some(bend) = suitability.bend {
            prop_assert!((bend.gain - (straight - curved) / flat).abs() < 1e-9, "{bend:?}");
            prop_assert!((bend.share - (straight - curved) / straight).abs() < 1e-9, "{bend:?}");
        }
    }

    #[test]
    fn units_and_the_order_of_rows_change_nothing(
        rows in scattered(),
        (shift_x, shift_y) in (-1e4..1e4, -1e4..1e4),
        (scale_x, scale_y) in (0.01..100.0, 0.01..100.0),
        turned in 0..40_usize,
        mirrored in any::<bool>(),
    ) {
        let sign = if mirrored { -1.0 } else { 1.0 };
        let mut moved: Vec<Row> = rows
            .iter()
            .map(|&(x, y)| (sign * x * scale_x + shift_x, sign * y * scale_y + shift_y))
            .collect();
        moved.rotate_left(turned % rows.len());
        let (here, there) = (judge(&rows), judge(&moved));
        prop_assert!(agree(&here, &there), "{here:?}\n{there:?}");
    }

    #[test]
    fn nothing_is_out_of_its_range_whatever_the_rows(rows in wild()) {
        let (xs, ys): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let Ok(data) = Dataset::from_columns(&xs, &ys) else { return Ok(()) };
        let suitability = Suitability::of(&data);
        let is_share = |share: f64| (0.0..=1.0).contains(&share);
        prop_assert!(suitability.r.is_none_or(|r| is_share(r.abs())));
        prop_assert!(suitability.r_squared.is_none_or(is_share));
        prop_assert!(suitability.bend.is_none_or(|bend| is_share(bend.gain) && is_share(bend.share)));
        prop_assert!(suitability.spread.is_none_or(|spread| spread.ratio > 0.0));
        prop_assert!(suitability.spread.is_none_or(|spread| spread.ratio.is_finite()));
        for influence in &suitability.influences {
            prop_assert!(is_share(influence.leverage), "{influence:?}");
            prop_assert!(influence.distance >= 0.0 && influence.off >= 0.0 && influence.moved >= 0.0);
        }
        check_text(&suitability, &data);
    }
}
