use super::*;
use downhill::descent::optimizer::Rule;
use downhill::edition::FullPackage;
use downhill::insight::step::LastStep;
use downhill::stage::method::Control;

const FULL: FullPackage = FullPackage::PROOF;

/// The page on Anscombe's first set after so many explained steps, with some choices.
fn explained(choices: &[(Control, &str)], steps: u64) -> Page {
    let mut page = page("anscombe-1");
    for (control, choice) in choices {
        page.choose(*control, choice).expect("a choice");
    }
    page.explain_steps(true);
    page.session_mut().advance(steps);
    page
}

#[test]
fn a_step_of_plain_descent_is_told_in_the_runs_own_numbers() {
    let mut page = page("anscombe-1");
    page.set_learning_rate("0.005").expect("a rate");
    page.explain_steps(true);
    assert!(page.sentence(false).starts_with("The ball waits"), "there is no step yet");
    page.session_mut().advance(1);
    // Σy = 82.51, Σxy = 797.6 and Σy² = 660.1727: the slopes at a = b = 0 are −2/11 times the first two.
    assert_eq!(
        page.sentence(false),
        "Step 1: L is 0.005. The slope of the cost along a is −145 there, so a grows by L times that, 0.725. The slope \
         of the cost along b is −15 there, so b grows by L times that, 0.075. The cost falls from 60.016 to 2.5676."
    );
    assert!(page.sentence(true).starts_with("Running"), "a run is not explained");
    page.explain_steps(false);
    assert!(page.sentence(false).starts_with("Epoch 1:"));
}

#[test]
fn a_step_is_l_times_the_slope_in_plain_descent_and_what_the_rule_makes_of_it_in_others() {
    for rule in Rule::ALL {
        let page = explained(&[(Control::Rule, rule.name())], 3);
        let run = page.session().run();
        let step = LastStep::of(run, FULL).expect("a step");
        assert_eq!((step.before.epoch + 1, step.after), (step.after.epoch, *run.state()));
        assert_eq!(step.after.at.slope - step.before.at.slope, step.moved.slope);
        if rule.name() == "gradient-descent" {
            assert_near(step.moved.slope, -step.rate * step.before.gradient.slope, "a");
            assert_near(step.moved.intercept, -step.rate * step.before.gradient.intercept, "b");
        }
        if rule.name() == "momentum" {
            let velocity = step.after.velocity().expect("it has begun");
            assert_near(step.moved.slope, -step.rate * velocity.slope, "a");
        }
        let remembers = match rule.name() {
            "gradient-descent" => None,
            "momentum" | "nesterov" => Some("a velocity, now"),
            "adagrad" => Some("the sum of the squared slopes"),
            "rmsprop" => Some("a mean of the squared slopes"),
            "adam" => Some("a mean slope, now"),
            _ => Some("remembers nothing"),
        };
        let said = page.sentence(false);
        match remembers {
            Some(what) => assert!(said.contains(what), "{}: {said}", rule.name()),
            None => assert!(!said.contains("remembers"), "{said}"),
        }
    }
}

#[test]
fn batches_schedules_scalings_and_held_parameters_are_told_too() {
    let said = |choices: &[(Control, &str)]| explained(choices, 2).sentence(false);
    let batches = said(&[(Control::Batch, "one")]);
    assert!(batches.contains("Step 2 is 11 updates, each by a single row; L is "), "{batches}");
    assert!(batches.contains("together they "), "{batches}");
    let scaled = said(&[(Control::ScaleX, "standardised"), (Control::ScaleY, "standardised")]);
    assert!(scaled.contains("along a′ is "), "{scaled}");

    let page = explained(&[(Control::Schedule, "inverse")], 2);
    let run = page.session().run();
    let step = LastStep::of(run, FULL).expect("a step");
    let mut past = run.clone();
    past.step_back();
    assert_eq!(step.rate, past.rate_now());
    assert!(step.rate < run.learning_rate().get());
}

#[test]
fn the_last_step_says_why_the_run_stopped() {
    let mut page = page("anscombe-1");
    page.set_epochs("2").expect("a limit");
    page.explain_steps(true);
    page.session_mut().advance(2);
    let said = page.sentence(false);
    assert!(
        said.starts_with("Step 2: ") && said.contains("Stopped at epoch 2, the limit"),
        "{said}"
    );
}
