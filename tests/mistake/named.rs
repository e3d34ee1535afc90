//! Each mistake, alone and beside another.

use downhill::insight::mistake::{Asked, Comparison, Finding, Mistake, Place, comparison};

use super::program::{Program, explains, of_squares};
use super::{attempt, built_in, finding, invented, sets, verdict};
use downhill::numeric::line::Line;

#[test]
fn each_mistake_is_named_alone() {
    for set in sets() {
        for mistake in of_squares() {
            let lines = Program::new(&set, &[mistake]).lines(25);
            let found = finding(&set, &lines);
            let stands_still = lines.iter().all(|line| *line == Line::ZERO);
            let is_named = match &found {
                Finding::NoStep => stands_still,
                // From one whole number to the next and no further: too little to tell, or to tell cut from rounded.
                Finding::Unknown { .. } => lines[1] == lines[24] && lines[1].slope.fract() == 0.0,
                Finding::Ambiguous(sets) => {
                    lines[1] == lines[24]
                        && lines[1].slope.fract() == 0.0
                        && sets.contains(&vec![mistake])
                }
                found => *found == Finding::Mistakes(vec![mistake]),
            };
            assert!(is_named, "{} {mistake:?}: {found:?}", set.name);
        }
    }
}

#[test]
fn a_mistake_is_named_by_the_first_line_already_if_nothing_else_begins_so() {
    let set = invented();
    for mistake in [
        Mistake::WrongSign(Place::Both),
        Mistake::WrongSign(Place::Intercept),
        Mistake::TwoMissing(Place::Both),
        Mistake::SumForMean(Place::Both),
        Mistake::RateMissing(Place::Both),
        Mistake::XMissing,
        Mistake::Exchanged,
        Mistake::NewSlopeForIntercept,
        Mistake::LastRowOnly,
    ] {
        let lines = Program::new(&set, &[mistake]).lines(1);
        assert_eq!(finding(&set, &lines), Finding::Mistakes(vec![mistake]));
    }
    let frozen = Program::new(&set, &[Mistake::ErrorsFrozen]).lines(2);
    assert!(super::is_right(&finding(&set, &frozen[..1])), "the first step is right");
    assert_eq!(finding(&set, &frozen), Finding::Mistakes(vec![Mistake::ErrorsFrozen]));
}

#[test]
fn two_mistakes_are_named_or_what_does_the_same_or_nothing() {
    for set in [built_in("cars", 0.04), built_in("years", 1.3e-7), invented()] {
        let (mut named, mut all) = (0, 0);
        for (index, first) in of_squares().enumerate() {
            for second in of_squares().skip(index + 1).filter(|second| first.goes_with(*second)) {
                let pair = vec![first, second];
                let lines = Program::new(&set, &pair).lines(20);
                let found = finding(&set, &lines);
                let stands_still = lines.iter().all(|line| *line == Line::ZERO);
                let is_true = match &found {
                    Finding::Mistakes(mistakes) => {
                        named += usize::from(*mistakes == pair);
                        explains(&set, mistakes, &lines)
                    }
                    Finding::Ambiguous(sets) => {
                        sets.contains(&pair)
                            && sets.iter().all(|mistakes| explains(&set, mistakes, &lines))
                    }
                    Finding::Right { .. } => explains(&set, &[], &lines),
                    Finding::NoStep => stands_still,
                    Finding::Unknown { .. } | Finding::NotFinite { .. } => true,
                    _ => false,
                };
                assert!(is_true, "{} {pair:?}: {found:?}", set.name);
                all += 1;
            }
        }
        // The rest stands still, does the same as less, or is too small to be seen.
        assert!(named * 10 >= all * 8, "{}: {named} of {all}", set.name);
    }
}

#[test]
fn common_pairs_are_named() {
    use Mistake::{
        ErrorsFrozen, Exchanged, NewSlopeForIntercept, SumForMean, TwoMissing, WrongSign,
    };
    use Place::{Both, Slope};
    for set in sets() {
        for pair in [
            [WrongSign(Both), TwoMissing(Both)],
            [WrongSign(Both), SumForMean(Both)],
            [TwoMissing(Both), SumForMean(Both)],
            [TwoMissing(Both), ErrorsFrozen],
            [WrongSign(Slope), Exchanged],
            [TwoMissing(Both), NewSlopeForIntercept],
        ] {
            let lines = Program::new(&set, &pair).lines(20);
            let expected = Finding::Mistakes(pair.to_vec());
            assert_eq!(finding(&set, &lines), expected, "{}", set.name);
        }
    }
}

#[test]
fn the_arrows_are_the_readers_step_and_the_right_one() {
    let set = invented();
    let lines = Program::new(&set, &[Mistake::WrongSign(Place::Both)]).lines(5);
    let right = Program::new(&set, &[]);
    let found = verdict(&set, Asked::GradientDescent, &lines).comparison.expect("the first step");
    assert_eq!((found.epoch, found.from, found.to), (1, Line::ZERO, lines[0]));
    for epoch in 1..=5 {
        let Comparison { from, to, right: arrow, angle, length, .. } =
            comparison(&attempt(&set, Asked::GradientDescent, &lines), epoch)
                .expect("sound rows")
                .expect("the epoch was shown");
        assert_eq!(to, lines[epoch - 1]);
        let expected = right.epoch(from);
        assert!((arrow.slope - expected.slope).abs() < 1e-12);
        assert!((arrow.intercept - expected.intercept).abs() < 1e-12);
        assert!(angle.is_some_and(|angle| angle > 179.999) && length.is_some_and(is_one));
    }
    let attempt = attempt(&set, Asked::GradientDescent, &lines);
    assert_eq!(comparison(&attempt, 0).expect("sound rows"), None);
    assert_eq!(comparison(&attempt, 6).expect("sound rows"), None);
}

fn is_one(value: f64) -> bool {
    (value - 1.0).abs() < 1e-12
}

#[test]
fn a_program_that_goes_wrong_later_says_where() {
    let set = invented();
    let mut lines = Program::new(&set, &[]).lines(20);
    lines[12].slope += 0.01;
    let found = verdict(&set, Asked::GradientDescent, &lines);
    assert_eq!(found.finding, Finding::Unknown { right: 12 });
    assert_eq!(found.comparison.map(|comparison| comparison.epoch), Some(13));
}
