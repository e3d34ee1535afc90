//! Data on which mistakes make no difference, or the same one.

use downhill::insight::mistake::{Finding, Mistake, Place};
use downhill::numeric::line::Line;

use super::program::{Program, can_be_made, explains, of_squares};
use super::{Set, finding, is_right};

/// Sets on which mistakes hide, each with the reason.
fn hiding() -> Vec<Set> {
    let set = |name, xs: &[f64], ys: &[f64], rate| Set { name, xs: xs.into(), ys: ys.into(), rate };
    vec![
        set("one row", &[2.5], &[1.7], 0.05),
        set("one row at x = 1", &[1.0], &[1.7], 0.05),
        set("one row at x = 0", &[0.0], &[1.7], 0.05),
        set("two rows", &[1.3, 2.7], &[0.4, 1.9], 0.05),
        set("three rows", &[1.3, 2.7, -0.4], &[0.4, 1.9, 5.1], 0.05),
        set("four rows", &[1.3, 2.7, -0.4, 0.9], &[0.4, 1.9, 5.1, -2.2], 0.05),
        set(
            "ten rows",
            &[1., 2., 3., 4., 5., 6., 7., 8., 9., 9.5],
            &[3.1, 1.2, 4.4, 2.3, 5.9, 4.2, 7.7, 5.1, 8.3, 9.6],
            0.001,
        ),
        set("mean of x at 0", &[-2.0, -1.0, 1.0, 2.0], &[0.3, 1.4, 0.2, 2.9], 0.05),
        set("x all 1", &[1.0; 5], &[0.3, 1.4, 0.2, 2.9, 1.1], 0.05),
        set("x all 3", &[3.0; 5], &[0.3, 1.4, 0.2, 2.9, 1.1], 0.02),
        set("y all 0", &[1.0, 2.0, 4.0], &[0.0; 3], 0.05),
        set("y all 1", &[1.0, 2.0, 4.0], &[1.0; 3], 0.05),
        set("a perfect line through 0", &[1.0, 2.0, 4.0], &[2.0, 4.0, 8.0], 0.05),
        set("whole numbers", &[1.0, 2.0, 4.0, 7.0], &[3.0, -1.0, 2.0, 9.0], 0.01),
        set("L = 1", &[0.1, 0.5, -0.3, 0.7], &[1.2, 0.4, -0.8, 1.7], 1.0),
        set("L = 1/2", &[0.1, 0.5, -0.3, 0.7], &[1.2, 0.4, -0.8, 1.7], 0.5),
        set("L = 1/n", &[0.1, 0.5, -0.3, 0.7], &[1.2, 0.4, -0.8, 1.7], 0.25),
        set("a round bowl", &[-1.0, -1.0, 1.0, 1.0], &[-1.0, 1.0, 1.0, 3.0], 0.1),
        set("no correlation with x", &[-1.0, 0.0, 1.0], &[1.0, 2.0, 1.0], 0.1),
    ]
}

#[test]
fn right_programs_are_right_on_degenerate_data() {
    for set in hiding() {
        for epochs in [1, 2, 5, 60] {
            let lines = Program::new(&set, &[]).lines(epochs);
            let found = finding(&set, &lines);
            // A line at 0 may be the start, shown alone.
            let is_start = lines == [Line::ZERO] && found == Finding::TooFew;
            assert!(is_right(&found) || is_start, "{}, {epochs} epochs: {found:?}", set.name);
        }
    }
}

#[test]
fn what_several_mistakes_explain_is_right_or_ambiguous_or_unnamed() {
    let mut unfair = Vec::new();
    for set in hiding() {
        for mistake in of_squares().filter(|mistake| can_be_made(*mistake, &set)) {
            for epochs in [3, 40] {
                let lines = Program::new(&set, &[mistake]).lines(epochs);
                let found = finding(&set, &lines);
                let stands_still = lines.iter().all(|line| *line == Line::ZERO);
                let same: Vec<Mistake> =
                    of_squares().filter(|other| explains(&set, &[*other], &lines)).collect();
                let is_fair = match &found {
                    Finding::Right { .. } => explains(&set, &[], &lines),
                    _ if explains(&set, &[], &lines) => false,
                    Finding::Mistakes(mistakes) => *mistakes == [mistake] && same == [mistake],
                    Finding::Ambiguous(sets) => {
                        sets.contains(&vec![mistake])
                            && sets.iter().all(|mistakes| explains(&set, mistakes, &lines))
                            && same.iter().all(|mistake| sets.contains(&vec![*mistake]))
                    }
                    Finding::NoStep => stands_still,
                    // No more than a number of the steps.
                    Finding::OtherRate(_) | Finding::Unknown { .. } => true,
                    Finding::LeastSquares => true,
                    _ => false,
                };
                if !is_fair {
                    let name = set.name;
                    unfair.push(format!("{name} {mistake:?}, {epochs}: {found:?}; same: {same:?}"));
                }
            }
        }
    }
    assert!(unfair.is_empty(), "{}", unfair.join("\n"));
}

#[test]
fn two_rows_do_not_tell_a_sum_from_a_two_too_many() {
    let set = &hiding()[3];
    let lines = Program::new(set, &[Mistake::SumForMean(Place::Both)]).lines(10);
    match finding(set, &lines) {
        Finding::Ambiguous(sets) => {
            for mistake in [Mistake::SumForMean(Place::Both), Mistake::TwoTwice(Place::Both)] {
                assert!(sets.contains(&vec![mistake]), "{sets:?}");
            }
        }
        found => panic!("{found:?}"),
    }
}

#[test]
fn a_sum_over_ten_rows_is_no_more_than_ten_times_the_rate() {
    let set = &hiding()[6];
    let lines = Program::new(set, &[Mistake::SumForMean(Place::Both)]).lines(10);
    assert_eq!(finding(set, &lines), Finding::OtherRate(set.rate * 10.0));
}

#[test]
fn nothing_is_told_of_no_lines_or_of_lines_that_are_no_numbers() {
    let set = &hiding()[3];
    assert_eq!(finding(set, &[]), Finding::TooFew);
    assert_eq!(finding(set, &[Line::ZERO]), Finding::TooFew);
    assert_eq!(finding(set, &[Line::ZERO; 3]), Finding::NoStep);
    let nan = Line::new(f64::NAN, 0.0);
    assert_eq!(finding(set, &[nan]), Finding::NotFinite { epoch: 1 });
    assert_eq!(finding(set, &[Line::ZERO, nan]), Finding::NotFinite { epoch: 1 });
    let odd = Line::new(0.123, 4.56);
    assert_eq!(finding(set, &[odd, nan]), Finding::NotFinite { epoch: 2 });
}
