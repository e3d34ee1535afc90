//! Programs whose steps are right, and which stop at some epoch.

use downhill::insight::mistake::{Stop, StopFinding, Stopped};
use downhill::numeric::line::Line;
use downhill::text::en::mistake::stop_messages;

use super::program::Program;
use super::{Set, invented};

/// Mean squared error of a line, by a plain loop.
fn cost(set: &Set, line: Line) -> f64 {
    let squares = set.xs.iter().zip(&set.ys).map(|(x, y)| (y - line.predict(*x)).powi(2));
    squares.sum::<f64>() / set.xs.len() as f64
}

/// A program that ends after so many epochs.
fn stopped<'a>(set: &'a Set, lines: &'a [Line], stop: Stop, tolerance: f64) -> Stopped<'a> {
    let shown = lines.len() as u64;
    Stopped { xs: &set.xs, ys: &set.ys, lines, shown, epochs: 30, tolerance, stop }
}

#[test]
fn a_program_stops_at_the_first_cost_below_the_tolerance_or_at_the_limit() {
    let set = invented();
    let lines = Program::new(&set, &[]).lines(40);
    let tolerance = 0.5 * (cost(&set, lines[6]) + cost(&set, lines[7]));
    let after = |epochs: usize, tolerance| {
        stopped(&set, &lines[..epochs], Stop::BelowTolerance, tolerance).finding()
    };
    assert_eq!(after(8, tolerance), Ok(StopFinding::Right));
    assert_eq!(after(9, tolerance), Ok(StopFinding::TooLate { right: 8 }));
    assert_eq!(after(30, tolerance), Ok(StopFinding::TooLate { right: 8 }));
    assert!(matches!(after(7, tolerance), Ok(StopFinding::TooEarly { .. })));
    assert_eq!(after(30, 0.0), Ok(StopFinding::Right));
    assert_eq!(after(31, 0.0), Ok(StopFinding::BeyondLimit));
}

#[test]
fn a_program_stops_at_the_first_cost_above_the_start() {
    let set = Set { rate: 1.0, ..invented() };
    let lines = Program::new(&set, &[]).lines(20);
    let first = lines.iter().position(|line| cost(&set, *line) > cost(&set, Line::ZERO));
    let right = first.expect("it diverges") + 1;
    let after = |epochs: usize| stopped(&set, &lines[..epochs], Stop::AboveStart, 0.0).finding();
    assert_eq!(after(right), Ok(StopFinding::Right));
    assert_eq!(after(right + 1), Ok(StopFinding::TooLate { right: right as u64 }));
}

#[test]
fn what_is_said_names_the_epochs_and_hints_at_old_errors_where_it_is_one_too_late() {
    let set = invented();
    let lines = Program::new(&set, &[]).lines(9);
    let tolerance = 0.5 * (cost(&set, lines[6]) + cost(&set, lines[7]));
    for (elsewhere, place) in [(true, "On other data, "), (false, "The steps are right, but ")] {
        let end = stopped(&set, &lines, Stop::BelowTolerance, tolerance);
        let found = end.finding().expect("sound rows");
        let (seen, hint) = stop_messages(&end, found, elsewhere).expect("it is too late");
        assert!(seen.starts_with(place), "{seen}");
        assert!(
            seen.ends_with("your program showed 9 lines; it should stop after 8 epochs."),
            "{seen}"
        );
        assert!(hint.contains("one epoch too late"), "{hint}");
    }
    let end = stopped(&set, &lines[..8], Stop::BelowTolerance, tolerance);
    assert_eq!(stop_messages(&end, StopFinding::Right, false), None);
}

#[test]
fn an_end_is_found_by_its_name() {
    for stop in Stop::ALL {
        assert_eq!(Stop::from_name(stop.name()), Some(stop));
    }
    assert_eq!(Stop::from_name("soon"), None);
}
