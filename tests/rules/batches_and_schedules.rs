//! Mini-batches, schedules, and steps back with either.

use downhill::data::dataset::Dataset;
use downhill::descent::batch::{self, Batch};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::Settings;
use downhill::descent::trainer::{Convergence, Status, Trainer};
use downhill::numeric::line::Line;

use super::{assert_follows, batches, gradient, plain, rows, sets, settings};

#[test]
fn mini_batches_visit_every_row_once_an_epoch_in_an_order_of_their_own() {
    let orders: Vec<_> =
        [(7, 0), (7, 1), (8, 0)].map(|(seed, epoch)| batch::order(1_000, seed, epoch)).into();
    for order in &orders {
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert!(sorted.into_iter().eq(0..1_000));
    }
    assert_eq!(orders[0], batch::order(1_000, 7, 0), "the same again");
    assert!(orders[0] != orders[1] && orders[0] != orders[2] && orders[1] != orders[2]);
}

#[test]
fn mini_batches_step_through_the_shuffled_rows() {
    for data in sets() {
        let all = rows(&data);
        for size in [1, 4, 32, 1_000_000] {
            let rate = 1e-5;
            let mut at = [0.3, -0.2];
            let lines: Vec<Line> = (0..100)
                .map(|epoch| {
                    let order = batch::order(all.len(), 42, epoch);
                    let shuffled: Vec<_> = order.iter().map(|&row| all[row as usize]).collect();
                    for batch in shuffled.chunks(size) {
                        let g = gradient(batch, at);
                        at = [at[0] - rate * g[0], at[1] - rate * g[1]];
                    }
                    Line::new(at[0], at[1])
                })
                .collect();
            let settings = Settings { batch: batches(size as f64, 42), ..settings(rate, 100.0) };
            assert_follows(&data, settings, &lines, "mini-batches");
        }
    }
}

#[test]
fn an_epoch_of_single_rows_that_ends_where_it_began_has_not_settled() {
    // At this rate the intercept jumps to each row's y: 0 and 2 in turns, and at the end of an epoch it is the
    // last row's, which often is that of the epoch before.
    let data = Dataset::from_columns(&[0.0, 0.0], &[0.0, 2.0]).expect("two rows");
    let settings = Settings { batch: batches(1.0, 1), ..settings(0.5, 100.0) };
    let mut run = Trainer::new(&data, settings);
    run.step(100);
    assert_eq!((run.state().epoch, run.status()), (100, Status::EpochLimit));
}

#[test]
fn a_schedule_changes_the_rate_from_epoch_to_epoch() {
    let data = &sets()[1];
    type Factor = fn(f64) -> f64;
    let schedules: [(Schedule, Factor); 3] = [
        (Schedule::step(30, 0.1).expect("a good schedule"), |t| 0.1_f64.powf((t / 30.0).floor())),
        (Schedule::inverse(0.01).expect("a good schedule"), |t| 1.0 / (1.0 + 0.01 * t)),
        (Schedule::cosine(150).expect("a good schedule"), |t| {
            0.5 * (1.0 + (std::f64::consts::PI * t / 150.0).cos())
        }),
    ];
    for (schedule, factor) in schedules {
        let lines = plain(data, |epoch, at, g| {
            let rate = 0.005 * factor(f64::from(epoch - 1));
            [at[0] - rate * g[0], at[1] - rate * g[1]]
        });
        let settings = Settings { schedule, ..settings(0.005, 100.0) };
        assert_follows(data, settings, &lines, "schedule");
    }
}

#[test]
fn a_cosine_that_has_run_out_ends_the_run_and_says_so() {
    let schedule = Schedule::cosine(20).expect("a good schedule");
    let mut run = Trainer::new(&sets()[1], Settings { schedule, ..settings(0.001, 1_000.0) });
    run.step(1_000);
    assert_eq!((run.state().epoch, run.status()), (21, Status::Converged(Convergence::Stuck)));
    let reason = downhill::text::en::status::reason(&run).expect("it has stopped");
    assert!(reason.contains("schedule"), "{reason}");
}

#[test]
fn every_rule_steps_back_and_seeks_exactly() {
    let data = &sets()[0];
    let optimizers: Vec<_> = Rule::ALL.iter().copied().map(Optimizer::new).collect();
    let ways = [Batch::Full, batches(16.0, 3)];
    for (optimizer, batch) in optimizers.iter().flat_map(|rule| ways.map(|way| (*rule, way))) {
        let schedule = Schedule::inverse(0.001).expect("a good schedule");
        let settings = Settings { optimizer, batch, schedule, ..settings(1e-5, 4_000.0) };
        let mut run = Trainer::new(data, settings);
        let mut states = vec![*run.state()];
        for _ in 0..3_000 {
            states.push(*run.step(1));
        }
        for epoch in [2_999, 2_500, 1_500, 1_100, 7, 0, 2_001] {
            run.seek(epoch);
            let expected = states[(epoch as usize).min(states.len() - 1)];
            assert_eq!(*run.state(), expected, "{optimizer:?} {batch:?} {epoch}");
        }
        let before = run.state().epoch - 1;
        run.step_back();
        assert_eq!(*run.state(), states[before as usize]);
    }
}
