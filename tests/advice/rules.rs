//! Every rule, cost and batch on data far from 0: what is advised after the first run helps.
//! `cargo test --test native advice::rules -- --nocapture` prints the table.

use super::made::KINDS;
use super::opened;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Problem, Threshold};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::settings::Settings;
use downhill::insight::advice::Advice;
use downhill::insight::diagnosis::Nearness;
use downhill::session::Session;
use downhill::stage::page::Page;

/// How far the cost is above the least, in data units; ∞ once it is no number.
fn above(session: &Session) -> f64 {
    let run = session.run();
    let excess = run.excess(run.state().at) * run.objective().unit();
    if excess.is_nan() { f64::INFINITY } else { excess }
}

/// How many times farther above the least cost a run is than what counts as near.
fn distance(session: &Session) -> f64 {
    let run = session.run();
    Nearness::of(run).times(run.excess(run.state().at))
}

fn run_to_the_end(page: &mut Page) {
    let limit = page.session().run().settings().epochs.get();
    page.session_mut().advance(limit);
}

fn chosen(page: &mut Page, rule: Rule, cost: Cost, batch: Batch) {
    let problem = Problem { cost, ..page.session().problem() };
    page.session_mut().set_problem(problem).expect("the data bear it");
    let method = |settings| Settings { optimizer: Optimizer::new(rule), batch, ..settings };
    page.session_mut().set_method(method).expect("the data bear it");
}

/// The words for an advice in the table.
fn words(advice: Option<Advice>) -> String {
    match advice {
        None => "none".to_owned(),
        Some(Advice::TooNarrow { center: true, .. }) => "Center x".to_owned(),
        Some(Advice::TooNarrow { center: false, .. }) => "Standardise".to_owned(),
        Some(other) => format!("{other:?}"),
    }
}

/// Runs, follows the advice, runs again, and so on, up to four times. Gives whether it ended near the best.
fn check(name: &str, mut page: Page, in_vain: &mut Vec<String>) -> bool {
    let mut line = format!("| {name} | {} |", words(page.session().advice()));
    let start = above(page.session());
    for _ in 0..4 {
        run_to_the_end(&mut page);
        let before = above(page.session());
        let advice = page.session().advice();
        line += &format!(" {:.1e}: {} |", distance(page.session()), words(advice));
        if advice.is_none() {
            break;
        }
        let said = page.sentence(false);
        let goes_on = matches!(advice, Some(Advice::OnTheWay { .. }));
        assert_eq!(said.contains("Raise Epochs"), goes_on, "{name}: {said}");
        page.follow_advice().expect("the data bear it");
        let mut after = page.session().clone();
        after.advance(after.run().settings().epochs.get());
        if above(&after) >= before {
            in_vain.push(format!("{name}: {:e} after {before:e}, {advice:?}", above(&after)));
        }
    }
    println!("{line} {start:.1e}");
    distance(page.session()) <= 1.0
}

/// Every rule and batch with a cost, on data of every kind.
fn check_all(cost: &str) {
    let named = |page: &Page| {
        let typical = page.session().dataset().least_cost().sqrt();
        Cost::from_name(cost, || Threshold::try_from(typical).ok().or(Some(Threshold::default())))
            .expect("a cost")
    };
    let size = BatchSize::try_from(10.0).expect("a good size");
    let (mut near, mut all, mut in_vain) = (0, 0, Vec::new());
    for kind in KINDS {
        for (seed, batch) in
            [(0, Batch::Full), (3, Batch::Full), (3, Batch::Rows { size, seed: 1 })]
        {
            // Batches of ten rows take long.
            if !kind.has_large_x() && (seed == 0 || !batch.is_full()) {
                continue;
            }
            for &rule in Rule::ALL {
                let mut page = opened(&kind.data(seed));
                let name =
                    format!("{} {seed}, {}, {cost}, {}", kind.name, rule.name(), batch.name());
                let cost = named(&page);
                chosen(&mut page, rule, cost, batch);
                near += usize::from(check(&name, page, &mut in_vain));
                all += 1;
            }
        }
    }
    println!("{near} of {all} end near the best");
    assert_eq!(in_vain, Vec::<String>::new());
    assert!(near * 100 >= all * 95, "{near} of {all} end near the best");
}

#[test]
fn what_is_advised_after_a_run_on_squared_errors_ends_nearer_the_best_with_every_rule_and_batch() {
    check_all("squared");
}

#[test]
fn what_is_advised_after_a_run_on_absolute_errors_ends_nearer_the_best_with_every_rule_and_batch() {
    check_all("absolute");
}

#[test]
fn what_is_advised_after_a_run_on_hubers_cost_ends_nearer_the_best_with_every_rule_and_batch() {
    check_all("huber");
}
