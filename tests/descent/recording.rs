//! Lines that a program showed, replayed as a run.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::settings::{LearningRate, Settings};
use downhill::descent::trainer::{Recording, Status, Trainer};
use downhill::numeric::line::Line;

fn cars() -> Dataset {
    builtin::find("cars").expect("it comes with the page").dataset()
}

fn settings(rate: f64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a sound rate"),
        ..Settings::default()
    }
}

/// A run of the page, and the lines that it came by.
fn run_and_lines(epochs: usize) -> (Trainer, Vec<Line>) {
    let run = Trainer::new(&cars(), settings(1e-3));
    let lines = run.preview(epochs).skip(1).map(|state| state.line).collect();
    (run, lines)
}

fn replayed(lines: &[Line]) -> Trainer {
    replay(Recording::new(lines, 1, lines.len() as u64).expect("there are lines"))
}

fn replay(recording: Recording) -> Trainer {
    let run = Trainer::new(&cars(), settings(1e-3));
    run.replaying(&cars(), settings(1e-3), recording)
}

#[test]
fn a_recording_of_a_run_is_the_run_to_the_last_bit() {
    let (mut run, lines) = run_and_lines(200);
    let mut replay = replayed(&lines);
    for _ in 0..200 {
        let (ours, theirs) = (*run.step(1), *replay.step(1));
        assert_eq!((ours.epoch, ours.line, ours.cost), (theirs.epoch, theirs.line, theirs.cost));
        assert_eq!(ours.gradient, theirs.gradient);
    }
}

#[test]
fn a_recording_ends_with_its_last_line_and_can_be_sought_back_and_forth() {
    let (_, lines) = run_and_lines(3_000);
    let mut replay = replayed(&lines);
    replay.step(10_000);
    assert_eq!(replay.status(), Status::EpochLimit);
    assert_eq!((replay.state().epoch, replay.last_epoch()), (3_000, 3_000));
    for epoch in [2_999, 1_500, 7, 0, 2_048, 1] {
        replay.seek(epoch);
        assert_eq!(replay.state().epoch, epoch);
        let shown = usize::try_from(epoch).ok().and_then(|epoch| epoch.checked_sub(1));
        assert_eq!(replay.state().line, shown.map_or(Line::default(), |index| lines[index]));
    }
}

#[test]
fn the_line_of_a_thinned_recording_stands_still_between_the_lines_that_were_kept() {
    let [first, second, last] = [Line::new(1.0, 2.0), Line::new(3.0, 4.0), Line::new(5.0, 6.0)];
    let recording = Recording::new(&[first, second, last], 3, 6).expect("lines 1, 4 and 6 of 6");
    let mut replay = replay(recording);
    let seen: Vec<Line> = (0..7).map(|_| replay.step(1).line).collect();
    assert_eq!(seen, [first, first, first, second, second, last, last]);
    assert_eq!((replay.state().epoch, replay.status()), (6, Status::EpochLimit));
}

#[test]
fn a_program_that_shows_the_same_line_again_goes_on_and_one_that_shows_nan_has_diverged() {
    let here = Line::new(0.5, 0.5);
    let mut replay = replayed(&[here, here, here, Line::new(0.6, 0.5)]);
    replay.step(10);
    assert_eq!(replay.state().line, Line::new(0.6, 0.5));
    let mut replay = replayed(&[here, Line::new(f64::NAN, 0.0), here]);
    replay.step(10);
    assert_eq!((replay.state().epoch, replay.status()), (2, Status::Diverged));
}

#[test]
fn no_recording_is_made_of_no_lines_or_of_more_or_fewer_than_its_epochs_have() {
    let lines = [Line::default(); 3];
    assert_eq!(Recording::new(&[], 1, 0), None);
    assert_eq!(Recording::new(&lines, 0, 3), None);
    assert_eq!(Recording::new(&lines, 1, 4), None);
    assert_eq!(Recording::new(&lines, 1, 2), None);
    assert_eq!(Recording::new(&lines, u64::MAX, u64::MAX), None);
    for epochs in 4..=5 {
        assert!(Recording::new(&lines, 2, epochs).is_some(), "1, 3 and {epochs}");
    }
}

#[test]
fn the_next_step_of_a_recording_goes_to_its_next_line_and_from_elsewhere_nowhere() {
    let lines = [Line::new(1.0, 2.0), Line::new(3.0, 4.0), Line::new(5.0, 6.0)];
    let mut replay = replayed(&lines);
    replay.step(1);
    assert_eq!(replay.step_from(lines[0]), lines[1]);
    assert_eq!(replay.step_from(Line::new(7.0, 8.0)), Line::new(7.0, 8.0));
}

#[test]
fn nothing_is_foretold_of_a_recording() {
    let (_, lines) = run_and_lines(10);
    let replay = replayed(&lines);
    assert_eq!(replay.largest_stable_rate(), None);
    assert!(!replay.is_plain());
}
