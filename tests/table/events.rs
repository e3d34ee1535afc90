use super::*;
use downhill::descent::settings::{EpochLimit, Settings};
use downhill::descent::trainer::{Status, Trainer};
use downhill::insight::diagnosis::Nearness;
use downhill::insight::table::events::{Event, RunEvents};

/// A run at so many times the largest stable rate.
fn run(id: &str, times: f64) -> Trainer {
    let data = dataset(id);
    let limit = Trainer::new(&data, Settings::default()).largest_stable_rate().expect("plain");
    Trainer::new(&data, Settings { learning_rate: rate(times * limit), ..Settings::default() })
}

/// The epochs of events of a kind, with where they end.
fn told(found: &RunEvents, of: fn(&Event) -> Option<u64>) -> Vec<(u64, u64)> {
    let ends = |(&epoch, at): (&u64, &downhill::insight::table::events::EventEpoch)| {
        at.events.iter().find_map(of).map(|last| (epoch, last))
    };
    found.epochs.iter().filter_map(ends).collect()
}

fn rise(event: &Event) -> Option<u64> {
    if let Event::Rise { last } = *event { Some(last) } else { None }
}

fn crossing(event: &Event) -> Option<u64> {
    if let Event::Crossing { last } = *event { Some(last) } else { None }
}

#[test]
fn a_steady_run_has_no_event_but_to_be_near_the_least_and_to_stop() {
    let mut run = run("anscombe-1", 0.3);
    run.set_epochs(EpochLimit::try_from(10_000.0).expect("a limit"));
    run.step(10_000);
    let found = RunEvents::of(&run);
    assert_eq!(told(&found, rise), []);
    assert_eq!(told(&found, crossing), []);
    let near = found.epochs.values().flat_map(|at| &at.events);
    let near = near.filter(|event| matches!(event, Event::Near { is_share_of_least: true }));
    assert_eq!(near.count(), 1);
    // Against the run itself, epoch by epoch.
    let (near, mut past) = (Nearness::of(&run), run.clone());
    past.seek(0);
    while !near.holds(past.excess(past.state().at)) {
        past.step(1);
    }
    let (&epoch, at) = found.epochs.iter().next().expect("an event");
    assert_eq!(epoch, past.state().epoch);
    assert_eq!((at.line, at.cost), (past.state().line, past.state().cost));
    let (&last, at) = found.epochs.iter().next_back().expect("an end");
    assert_eq!(last, run.state().epoch);
    assert_eq!(at.events, [Event::Stop(run.status())]);
}

#[test]
fn a_zigzag_crosses_the_bottom_at_every_step_and_a_divergence_rises_at_every_step() {
    let mut zigzag = run("anscombe-1", 0.95);
    zigzag.step(30);
    let crossings = told(&RunEvents::of(&zigzag), crossing);
    assert_eq!(crossings, [(1, 30)]);

    let mut diverging = run("anscombe-1", 1.5);
    diverging.step(1_000);
    assert_eq!(diverging.status(), Status::Diverged);
    let (found, last) = (RunEvents::of(&diverging), diverging.state().epoch);
    let (began, ended) = told(&found, rise)[0];
    assert!(began <= 3 && ended == last, "{began} to {ended}");
    assert_eq!(told(&found, crossing), [(1, last)]);
    let (&epoch, at) = found.epochs.iter().next_back().expect("an end");
    assert_eq!((epoch, at.events.last()), (last, Some(&Event::Stop(Status::Diverged))));
}

#[test]
fn rises_and_crossings_are_those_of_a_loop_over_the_epochs() {
    let mut page = page("cars");
    page.choose(downhill::stage::method::Control::Rule, "momentum").expect("a rule");
    page.session_mut().advance(150);
    let run = page.session().run();
    let found = RunEvents::of(run);
    let mut past = run.clone();
    past.seek(0);
    let (mut rising, mut expected) = (Vec::new(), Vec::new());
    for epoch in 1..=run.state().epoch {
        let before = past.state().cost;
        if past.step(1).cost > before * (1.0 + 1e-12) {
            rising.push(epoch);
        }
    }
    for &epoch in &rising {
        match expected.last_mut() {
            Some((_, last)) if *last + 1 == epoch => *last = epoch,
            _ => expected.push((epoch, epoch)),
        }
    }
    assert!(!expected.is_empty(), "momentum overshoots");
    assert_eq!(told(&found, rise), expected);
    assert_eq!(found.left_out, 0);
}

#[test]
fn changes_of_the_rate_are_events_and_what_follows_stays_known_after_a_seek() {
    let mut run = run("anscombe-1", 0.3);
    run.step(20);
    run.set_learning_rate(rate(1e-3));
    run.step(20);
    let before = RunEvents::of(&run);
    let changes: Vec<u64> = before
        .epochs
        .iter()
        .filter(|(_, at)| at.events.contains(&Event::RateChanged(rate(1e-3))))
        .map(|(&epoch, _)| epoch)
        .collect();
    assert_eq!(changes, [20]);
    run.seek(5);
    assert_eq!(RunEvents::of(&run), before);
}

#[test]
fn milestones_are_the_powers_of_two_the_ends_and_now() {
    let mut run = run("anscombe-1", 0.01);
    run.step(100);
    run.seek(37);
    let found = RunEvents::of(&run).with_milestones(&run);
    let epochs: Vec<u64> = found.epochs.keys().copied().collect();
    assert_eq!(epochs, [0, 1, 2, 4, 8, 16, 32, 37, 64, 100]);
    for (&epoch, at) in &found.epochs {
        run.seek(epoch);
        assert_eq!((at.line, at.cost), (run.state().line, run.state().cost), "epoch {epoch}");
    }
}

#[test]
fn a_run_of_a_million_epochs_has_its_milestones_and_says_how_far_it_was_looked_at() {
    let mut page = page("anscombe-1");
    page.set_learning_rate("0.000001").expect("a rate");
    page.set_epochs("1000000").expect("a limit");
    page.session_mut().advance(1_000_000);
    let run = page.session().run();
    let found = RunEvents::of(run).with_milestones(run);
    assert_eq!(found.looked_until, 1_024);
    assert!(found.epochs.contains_key(&524_288));
    let table = Table::of_epochs(page.session());
    assert!(table.notes[0].contains("up to epoch 1,024"), "{:?}", table.notes);
}

#[test]
fn noise_of_small_batches_is_told_up_to_a_number() {
    let mut page = page("faithful");
    page.choose(downhill::stage::method::Control::Batch, "one").expect("a batch");
    page.set_epochs("1000").expect("a limit");
    page.session_mut().advance(1_000);
    let found = RunEvents::of(page.session().run());
    let all = told(&found, rise).len() + told(&found, crossing).len();
    assert!(all <= 200 && found.left_out > 0, "{all}, {} left out", found.left_out);
}
