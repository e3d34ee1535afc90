//! Sentences about a program.

use std::collections::BTreeSet;

use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::schedule::Schedule;
use downhill::insight::mistake::{Asked, Finding, Mistake, Place, Verdict};
use downhill::insight::program::Statement;
use downhill::text::en::mistake::{Messages, messages};

use downhill::descent::settings::LearningRate;
use downhill::stage::page::Page;

use super::program::Program;
use super::{invented, verdict};

/// A verdict on a run of the invented rows, with another finding.
fn with(finding: Finding) -> Verdict {
    let set = invented();
    let lines = Program::new(&set, &[Mistake::WrongSign(Place::Both)]).lines(10);
    Verdict { finding, ..verdict(&set, Asked::GradientDescent, &lines) }
}

fn said(finding: Finding) -> Messages {
    messages(&with(finding))
}

/// Every finding but the mistakes.
fn findings() -> Vec<Finding> {
    let rule = |rule| Finding::Rule(Optimizer::new(rule), 0.013);
    vec![
        Finding::TooFew,
        Finding::NoStep,
        Finding::Right { rounding: 1e-14 },
        Finding::Ambiguous(vec![vec![Mistake::XMissing], vec![Mistake::XInIntercept]]),
        rule(Rule::GradientDescent),
        rule(Rule::Momentum),
        rule(Rule::Adam),
        Finding::LeastSquares,
        Finding::FullBatch,
        Finding::Batches(1),
        Finding::Batches(4),
        Finding::SingleRows,
        Finding::SomeRows,
        Finding::OtherRate(0.13),
        Finding::OtherRate(-0.13),
        Finding::OtherRows { rows: 11, rate: 0.11636363 },
        Finding::ShownEvery(10),
        Finding::Scheduled(Schedule::step(5, 0.5).expect("a good schedule")),
        Finding::Scheduled(Schedule::inverse(0.5).expect("a good schedule")),
        Finding::Scheduled(Schedule::cosine(5).expect("a good schedule")),
        Finding::ChangingRate { first: 0.1, last: 0.01 },
        Finding::Penalty { strength: 0.25, of_both: false },
        Finding::Penalty { strength: 0.25, of_both: true },
        Finding::Scaled(Scaling::RAW),
        Finding::Scaled(Scaling::STANDARDISED),
        Finding::NotCarriedBack(Scaling::STANDARDISED),
        Finding::NotFinite { epoch: 7 },
        Finding::Unknown { right: 0 },
        Finding::Unknown { right: 1 },
        Finding::Unknown { right: 12 },
    ]
}

fn assert_reads_well(text: &str) {
    assert!(!text.is_empty() && !text.contains("  ") && !text.contains("NaN"), "{text}");
    assert!(text.ends_with(['.', '?']), "{text}");
}

#[test]
fn each_mistake_has_three_messages_of_its_own() {
    let mut seen = BTreeSet::new();
    for mistake in Mistake::ALL {
        let Messages { seen: sees, hint, changes } = said(Finding::Mistakes(vec![mistake]));
        let hint = hint.expect("a hint");
        let [change] = &changes[..] else { panic!("{mistake:?}: {changes:?}") };
        assert!(!change.statements.is_empty(), "{mistake:?} stands nowhere");
        for text in [&sees, &hint, change.what] {
            assert_reads_well(text);
            for answer in ["-2 *", "np.mean(", "- L *", "y - (a"] {
                assert!(!text.contains(answer), "{mistake:?} gives the answer away: {text}");
            }
        }
        assert!(seen.insert(sees), "{mistake:?} is told as another is");
    }
}

#[test]
fn each_finding_is_told_and_what_can_be_mended_has_a_hint() {
    let mut seen = BTreeSet::new();
    for finding in findings() {
        let Messages { seen: sees, hint, .. } = said(finding.clone());
        assert_reads_well(&sees);
        assert!(seen.insert(sees), "{finding:?} is told as another is");
        let is_good =
            matches!(finding, Finding::Right { .. } | Finding::LeastSquares | Finding::SomeRows);
        assert_eq!(hint.is_none(), is_good, "{finding:?}");
        hint.iter().for_each(|hint| assert_reads_well(hint));
    }
}

#[test]
fn a_wrong_sign_is_told_in_the_numbers_of_the_first_step_with_all_of_its_causes() {
    let Messages { seen, hint, changes } =
        said(Finding::Mistakes(vec![Mistake::WrongSign(Place::Both)]));
    assert_eq!(
        seen,
        "Wrong sign: the line walks uphill. In epoch 1 your a went from 0 to −0.936, your b from \
         0 to −0.1462. Downhill is the other way."
    );
    let hint = hint.expect("a hint");
    for cause in ["no minus before the 2", "predictions − y", "adds L times the gradient"] {
        assert!(hint.contains(cause), "{hint}");
    }
    use Statement::{Errors, Intercept, InterceptGradient, Slope, SlopeGradient};
    let all = [Errors, SlopeGradient, InterceptGradient, Slope, Intercept];
    assert_eq!(changes[0].statements, all);
    assert_eq!(changes[0].what, "A sign has to change here.");
}

#[test]
fn two_mistakes_are_told_together_each_with_its_change() {
    let pair = vec![Mistake::TwoMissing(Place::Both), Mistake::SumForMean(Place::Both)];
    let Messages { seen, changes, .. } = said(Finding::Mistakes(pair));
    assert!(seen.starts_with("Two things at once. A 2 is missing"), "{seen}");
    let names: Vec<&str> = changes.iter().map(|change| change.name).collect();
    assert_eq!(names, ["two-missing", "sum-for-mean"]);
}

#[test]
fn a_right_program_that_overflows_is_told_that_it_is_right() {
    let set = super::Set { rate: 1.0, ..invented() };
    let lines = Program::new(&set, &[]).lines(400);
    let Messages { seen, hint, .. } = messages(&verdict(&set, Asked::GradientDescent, &lines));
    assert!(seen.starts_with("Right: all "), "{seen}");
    assert!(seen.ends_with("and your program is not to blame."), "{seen}");
    assert_eq!(hint, None);
}

#[test]
fn the_page_hands_on_the_verdict_and_the_arrows_of_any_step() {
    let mut page = Page::open("");
    page.choose_dataset("cars").expect("built in");
    let set = super::built_in("cars", 0.04);
    let lines = Program::new(&set, &[Mistake::Exchanged]).lines(5);
    let numbers: Vec<f64> = lines.iter().flat_map(|line| [line.slope, line.intercept]).collect();
    let rate = LearningRate::try_from(set.rate).expect("a good rate");
    let asked = Asked::GradientDescent;
    let notes = page.program_verdict(&numbers, rate, asked).expect("sound points");
    assert_eq!((notes.finding, &notes.mistakes[..]), ("mistakes", &["exchanged"][..]));
    assert_eq!(notes.arrows.map(|arrows| arrows.epoch), Some(1));
    let arrows = page.program_arrows(&numbers, rate, asked, 3).expect("sound points");
    let arrows = arrows.expect("a step that was shown");
    assert_eq!(arrows.from, [lines[1].slope, lines[1].intercept]);
    assert_eq!(arrows.to, [lines[2].slope, lines[2].intercept]);
    assert_eq!(page.program_arrows(&numbers, rate, asked, 6), Ok(None));
}
