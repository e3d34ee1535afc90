//! Random programs, which are wrong in ways that have no name.

use downhill::insight::mistake::{Finding, Mistake};
use downhill::numeric::line::Line;
use proptest::prelude::*;

use super::program::{Program, explains, of_squares};
use super::{Set, finding, is_right};

fn any_set() -> impl Strategy<Value = Set> {
    let rows = prop::collection::vec((-9.0..9.0, -20.0..20.0), 3..40);
    (rows, 1e-4..1e-2).prop_map(|(rows, rate)| {
        let (xs, ys) = rows.into_iter().unzip();
        Set { name: "any", xs, ys, rate }
    })
}

fn some_mistakes() -> impl Strategy<Value = Vec<Mistake>> {
    let all: Vec<Mistake> = of_squares().collect();
    prop::sample::subsequence(all, 0..=3)
}

proptest! {
    #[test]
    fn right_programs_are_right_on_any_data(set in any_set(), epochs in 1..60_usize) {
        let found = finding(&set, &Program::new(&set, &[]).lines(epochs));
        prop_assert!(is_right(&found), "{found:?}");
    }

    #[test]
    fn what_is_named_does_what_the_program_did(set in any_set(), mistakes in some_mistakes()) {
        let lines = Program::new(&set, &mistakes).lines(15);
        let found = finding(&set, &lines);
        let sets = match &found {
            Finding::Mistakes(mistakes) => vec![mistakes.clone()],
            Finding::Ambiguous(sets) => sets.clone(),
            Finding::Right { .. } => vec![Vec::new()],
            _ => Vec::new(),
        };
        for named in sets {
            prop_assert!(explains(&set, &named, &lines), "{named:?}: {lines:?}");
        }
    }

    #[test]
    fn a_step_of_random_direction_is_unknown(
        set in any_set(),
        turn in prop::array::uniform4(-2.0..2.0_f64),
        bend in 0.1..2.0_f64,
    ) {
        let program = Program::new(&set, &[]);
        let mut at = Line::ZERO;
        let lines: Vec<Line> = (0..15)
            .map(|_| {
                let to = program.epoch(at);
                let (a, b) = (to.slope - at.slope, to.intercept - at.intercept);
                let [p, q, r, s] = turn;
                at = Line::new(
                    at.slope + p * a + q * b + bend * at.intercept.tanh(),
                    at.intercept + r * a + s * b,
                );
                at
            })
            .collect();
        let found = finding(&set, &lines);
        prop_assert!(matches!(found, Finding::Unknown { .. } | Finding::NotFinite { .. }), "{found:?}");
    }

    #[test]
    fn a_right_step_that_is_off_by_a_millionth_is_not_right(set in any_set(), off in 1e-6..1e-3_f64) {
        let program = Program::new(&set, &[]);
        let mut at = Line::ZERO;
        let lines: Vec<Line> = (0..10)
            .map(|_| {
                let to = program.epoch(at);
                at = Line::new(to.slope + off * (to.slope - at.slope), to.intercept);
                at
            })
            .collect();
        let found = finding(&set, &lines);
        prop_assert!(matches!(found, Finding::Unknown { .. }), "{found:?}");
    }
}
