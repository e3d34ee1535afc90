use super::*;
use downhill::insight::table::costs::{CostGrid, SIDE};
use downhill::numeric::line::Line;
use downhill::stage::method::Control;

#[test]
fn the_costs_are_those_of_a_loop_over_the_points() {
    let mut page = page("faithful");
    for scaled in [false, true] {
        if scaled {
            page.choose(Control::ScaleX, "standardised").expect("a scaling");
        }
        page.session_mut().advance(9);
        let session = page.session();
        let (run, points) = (session.run(), session.dataset().points());
        let grid = CostGrid::round(run, session.dataset().summary());
        let line = run.state().line;
        assert_eq!(
            (grid.slopes[SIDE / 2], grid.intercepts[SIDE / 2]),
            (line.slope, line.intercept)
        );
        let cost = |line: Line| {
            points.iter().map(|(x, y)| (y - line.predict(x)).powi(2)).sum::<f64>()
                / points.len() as f64
        };
        for (row, &b) in grid.costs.iter().zip(&grid.intercepts) {
            for (&found, &a) in row.iter().zip(&grid.slopes) {
                let expected = cost(Line::new(a, b));
                assert!((found / expected - 1.0).abs() < 1e-10, "{found} beside {expected}");
            }
        }
        // Central differences, in data units whatever the scaling.
        let nudge = 1e-5;
        let by_a = cost(Line::new(line.slope + nudge, line.intercept))
            - cost(Line::new(line.slope - nudge, line.intercept));
        let by_b = cost(Line::new(line.slope, line.intercept + nudge))
            - cost(Line::new(line.slope, line.intercept - nudge));
        let size = grid.gradient.slope.abs().max(grid.gradient.intercept.abs());
        assert!((by_a / (2.0 * nudge) - grid.gradient.slope).abs() < 1e-5 * size);
        assert!((by_b / (2.0 * nudge) - grid.gradient.intercept).abs() < 1e-5 * size);
    }
}

#[test]
fn the_grid_narrows_as_the_ball_comes_down_and_never_to_nothing() {
    let mut page = page("anscombe-1");
    let width = |page: &Page| {
        let session = page.session();
        let grid = CostGrid::round(session.run(), session.dataset().summary());
        assert!(grid.slopes.is_sorted() && grid.intercepts.iter().rev().is_sorted());
        grid.slopes[SIDE - 1] - grid.slopes[0]
    };
    let first = width(&page);
    page.set_epochs("100000").expect("a limit");
    page.session_mut().advance(100_000);
    let last = width(&page);
    assert!(0.0 < last && last < 0.5 * first, "{last} after {first}");
}

#[test]
fn every_cost_of_a_run_has_a_grid_of_finite_numbers() {
    for cost in ["squared", "absolute", "huber", "signed"] {
        let mut page = page("anscombe-1");
        page.choose(Control::Cost, cost).expect("a cost");
        page.session_mut().advance(3);
        let table = Table::of_costs(page.session());
        assert_eq!((table.columns.len(), table.rows.len()), (SIDE + 1, SIDE), "{cost}");
        assert!(table.rows[SIDE / 2].is_now);
        let middle = table.rows[SIDE / 2].cells[SIDE / 2].value.expect("a number");
        assert_near(middle, page.session().run().state().cost, cost);
        for at in 1..=SIDE {
            assert!(column(&table, at).iter().all(|cost| cost.is_finite()));
        }
    }
}
