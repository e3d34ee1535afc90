use super::*;
use downhill::insight::table::points::{self, Tenths};
use downhill::numeric::line::Line;
use std::collections::BTreeSet;

const LINE: Line = Line::new(0.8, 12.0);

#[test]
fn every_point_has_a_row_with_its_prediction_and_its_error() {
    let mut page = page("anscombe-1");
    page.session_mut().advance(7);
    let line = page.session().run().state().line;
    let table = points(&page, None, Order::AS_THEY_ARE);
    let given = page.session().dataset().points();
    assert_eq!(table.rows.len(), given.len());
    assert_eq!(table.page, None);
    for (index, (x, y)) in given.iter().enumerate() {
        let row: Vec<f64> = (0..6).map(|at| column(&table, at)[index]).collect();
        let (predicted, error) =
            (line.slope * x + line.intercept, y - (line.slope * x + line.intercept));
        assert_eq!(row, [index as f64 + 1.0, x, y, predicted, error, error * error]);
    }
    let squares: f64 = column(&table, 5).iter().sum();
    assert_near(squares / 11.0, page.session().run().state().cost, "the mean of e² is the cost");
}

#[test]
fn rows_are_sorted_by_any_column_up_and_down_and_equal_ones_keep_their_order() {
    let data = dataset("anscombe-4");
    for key in SortKey::ALL {
        for descending in [false, true] {
            let rows = points::rows(&data, LINE, None, by(key, descending));
            let value = |row: &points::PointRow| match key {
                SortKey::Place => row.index as f64,
                SortKey::X => row.x,
                SortKey::Y => row.y,
                SortKey::Prediction => row.prediction,
                SortKey::Error => row.error,
                SortKey::Square => row.error * row.error,
            };
            assert_eq!(rows.len(), 11);
            for pair in rows.windows(2) {
                let (before, after) = (value(&pair[0]), value(&pair[1]));
                assert!(if descending { before >= after } else { before <= after }, "{key:?}");
                assert!(before != after || pair[0].index < pair[1].index, "{key:?}");
            }
        }
    }
}

#[test]
fn tenths_of_x_hold_every_point_once_and_tell_its_means() {
    let data = dataset("weather");
    let (given, tenths) = (data.points(), Tenths::of(data.points()));
    let means = tenths.means(given, LINE, Order::AS_THEY_ARE);
    assert_eq!(means.iter().map(|tenth| tenth.n).sum::<u64>(), 119_040);
    assert!(means.windows(2).all(|pair| pair[0].x.max < pair[1].x.min), "equal x stay together");
    for tenth in &means {
        let inside: Vec<_> = given.iter().filter(|(x, _)| tenth.x.contains(*x)).collect();
        let mean = |of: &dyn Fn(f64, f64) -> f64| {
            inside.iter().map(|&(x, y)| of(x, y)).sum::<f64>() / inside.len() as f64
        };
        assert_eq!(tenth.n, inside.len() as u64);
        let error = |x, y| y - (0.8 * x + 12.0);
        assert_near(tenth.mean_y, mean(&|_, y| y), "y");
        assert_near(tenth.mean_prediction, mean(&|x, _| 0.8 * x + 12.0), "ŷ");
        assert_near(tenth.mean_error, mean(&error), "e");
        assert_near(tenth.mean_square, mean(&|x, y| error(x, y) * error(x, y)), "e²");
    }
    let square: f64 = means.iter().map(|tenth| tenth.n as f64 * tenth.mean_square).sum();
    let plain: f64 = given.iter().map(|(x, y)| (y - (0.8 * x + 12.0)).powi(2)).sum();
    assert!((square / plain - 1.0).abs() < 1e-12);
}

#[test]
fn tenths_are_even_where_all_x_differ_and_fewer_where_most_are_equal() {
    let xs: Vec<f64> = (0..1_234).map(f64::from).collect();
    let even = Dataset::from_columns(&xs, &xs).expect("sound");
    let even = Tenths::of(even.points()).means(even.points(), LINE, Order::AS_THEY_ARE);
    assert_eq!(even.len(), 10);
    assert!(even.iter().all(|tenth| (123..=124).contains(&tenth.n)));

    let xs: Vec<f64> = (0..1_000).map(|row| f64::from(row % 3)).collect();
    let three = Dataset::from_columns(&xs, &xs).expect("sound");
    let three = Tenths::of(three.points()).means(three.points(), LINE, Order::AS_THEY_ARE);
    assert_eq!(three.iter().map(|tenth| tenth.n).collect::<Vec<_>>(), [334, 333, 333]);

    let level = Dataset::from_columns(&[2.0; 600], &xs[..600]).expect("sound");
    assert_eq!(Tenths::of(level.points()).len(), 1);
}

#[test]
fn a_group_opens_to_its_rows_a_hundred_at_a_time() {
    let page = page("weather");
    let mut tables = PointsTables::default();
    let groups = points(&page, None, Order::AS_THEY_ARE);
    let n = groups.rows[3].cells[0].value.expect("a number") as usize;
    let group = groups.rows[3].opens;
    let request = |first| PointsRequest { group, order: by(SortKey::Error, true), first };
    let all = column(&tables.table(&page, request(None)), 4);
    assert_eq!(all.len(), n);
    assert!(all.windows(2).all(|pair| pair[0] >= pair[1]));
    let (mut seen, mut next) = (Vec::new(), Some(0));
    while let Some(first) = next {
        let table = tables.table(&page, request(Some(first)));
        assert!(table.rows.len() <= 100);
        let around = table.page.clone().expect("there is more than one page");
        assert_eq!(around.previous, first.checked_sub(100));
        seen.extend(column(&table, 4));
        next = around.next;
    }
    assert_eq!(seen, all);
}

#[test]
fn the_file_has_every_row_with_all_digits_and_its_squares_are_the_cost() {
    let mut page = page("weather");
    page.session_mut().advance(40);
    let line = page.session().run().state().line;
    let (mut text, mut next) = (String::new(), Some(0));
    while let Some(first) = next {
        text.push_str(&page.residuals_from(first, line));
        next = page.residuals_after(first);
    }
    let (heading, rows) = text.split_once('\n').expect("a heading");
    assert!(heading.ends_with(",predicted,residual,squared residual"), "{heading}");
    let rows: Vec<Vec<f64>> = rows
        .lines()
        .map(|row| row.split(',').map(|cell| cell.parse().expect("a number")).collect())
        .collect();
    assert_eq!(rows.len(), 119_040);
    let given = page.session().dataset().points();
    let mut sum = 0.0;
    for (row, (x, y)) in rows.iter().zip(given.iter()) {
        let error = y - line.predict(x);
        assert_eq!(row[..], [x, y, line.predict(x), error, error * error]);
        sum += row[4];
    }
    // The points are spread within the cells of a table of counts, whose sums are exact.
    let cost = page.session().run().state().cost;
    assert!((sum / 119_040.0 / cost - 1.0).abs() < 2e-2, "{} beside {cost}", sum / 119_040.0);
}

#[test]
fn a_groups_table_goes_back_to_the_groups_when_the_data_change() {
    let mut page = page("weather");
    let mut tables = PointsTables::default();
    let request = PointsRequest { group: Some(2), order: Order::AS_THEY_ARE, first: Some(0) };
    assert!(tables.table(&page, request).page.is_some());
    page.choose_dataset("cars").expect("built in");
    let table = tables.table(&page, request);
    assert_eq!(table.rows.len(), page.session().dataset().points().len());
    assert_eq!(column(&table, 1), page.session().dataset().points().xs());
    let distinct: BTreeSet<_> = table.rows.iter().map(|row| row.heading.text.clone()).collect();
    assert_eq!(distinct.len(), table.rows.len());
}
