//! Sound: pitches, sides, clicks, the data and the sweep.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::settings::Settings;
use downhill::descent::trainer::Trainer;
use downhill::session::{Preset, Session};
use downhill::stage::page::Page;
use downhill::stage::sound::pitch::{self, CostPitch, ValuePitch};
use downhill::stage::sound::{CLICK, Score, Sides, Sound, Subject, noise};

use downhill::numeric::line::Line;
use downhill::numeric::range::Range;
use proptest::prelude::*;

/// The largest stable rate of the cars, of which the rates of these tests are shares.
fn limit() -> f64 {
    let cars = builtin::find("cars").expect("built in");
    Session::on_builtin(cars).run().largest_stable_rate().expect("known")
}

/// The cars after so many epochs at a share of the largest stable rate.
fn cars(share: f64, epochs: u64) -> Session {
    let mut session = Session::on_builtin(builtin::find("cars").expect("built in"));
    session.set_learning_rate((share * limit()).try_into().expect("a rate"));
    session.advance(epochs);
    session
}

fn frequencies(score: &Score) -> Vec<f64> {
    score.tones[0].sounds.iter().map(|sound| sound.frequency).collect()
}

fn all_sounds(score: &Score) -> impl Iterator<Item = Sound> + '_ {
    let tones = score.tones.iter().flat_map(|tone| tone.sounds.iter().copied());
    tones.chain(score.strokes.iter().map(|stroke| stroke.sound))
}

/// Asserts that every instrument can play it.
fn assert_playable(score: &Score) {
    assert!(score.seconds.is_finite());
    for Sound { at, frequency, pan, loudness } in all_sounds(score) {
        assert!((0.0..=score.seconds + 0.1).contains(&at), "{at}");
        assert!((100.0..=CLICK).contains(&frequency), "{frequency}");
        assert!((-1.0..=1.0).contains(&pan), "{pan}");
        assert!((0.0..=1.0).contains(&loudness), "{loudness}");
    }
    for tone in &score.tones {
        assert!(tone.sounds.is_sorted_by(|one, next| one.at <= next.at));
    }
}

proptest! {
    #[test]
    fn a_lower_cost_never_sounds_higher(
        least in 0.0..10.0_f64, start in 0.0..1e6_f64, costs in prop::array::uniform2(0.0..1e9_f64),
    ) {
        let pitch = CostPitch::between(least, start);
        let [low, high] = if costs[0] <= costs[1] { costs } else { [costs[1], costs[0]] };
        prop_assert!(pitch.frequency(low) <= pitch.frequency(high));
    }

    #[test]
    fn whatever_the_cost_its_frequency_can_be_heard(
        least in prop::num::f64::ANY, start in prop::num::f64::ANY, cost in prop::num::f64::ANY,
    ) {
        let frequency = CostPitch::between(least, start).frequency(cost);
        prop_assert!((pitch::LOWEST..=pitch::HIGHEST).contains(&frequency), "{}", frequency);
    }
}

#[test]
fn the_least_cost_is_the_lowest_tone_the_start_two_octaves_higher_and_what_blows_up_above_both() {
    let pitch = CostPitch::between(1.0, 100.0);
    assert_eq!(pitch.frequency(1.0), pitch::LOWEST);
    assert_eq!(pitch.frequency(0.0), pitch::LOWEST);
    assert!((pitch.frequency(100.0) - pitch::START).abs() < 1e-9);
    // Equal shares are equal intervals: a tenth of the start's cost is halfway down to a hundredth.
    assert!((pitch.frequency(10.0) - 440.0).abs() < 1e-9);
    assert!(pitch.frequency(1_000.0) > pitch::START);
    for beyond in [1e30, f64::INFINITY, f64::NAN] {
        assert_eq!(pitch.frequency(beyond), pitch::HIGHEST);
    }
}

#[test]
fn a_start_at_the_very_bottom_is_the_lowest_tone_and_rises_from_there() {
    let pitch = CostPitch::between(5.0, 5.0);
    assert_eq!(pitch.frequency(5.0), pitch::LOWEST);
    assert!(pitch.frequency(5.5) > pitch::LOWEST);
    assert!(pitch.frequency(5.5) < pitch.frequency(50.0));
}

#[test]
fn equal_steps_of_a_value_are_equal_intervals() {
    let pitch = ValuePitch::new(Range::new(10.0, 30.0));
    let [low, middle, high] = [10.0, 20.0, 30.0].map(|value| pitch.frequency(value));
    assert_eq!(low, pitch::LOWEST);
    assert!((middle / low - high / middle).abs() < 1e-12);
    assert!(pitch.frequency(f64::NAN).is_finite() && pitch.frequency(f64::INFINITY).is_finite());
}

#[test]
fn a_steady_descent_falls_on_one_side_without_a_click() {
    let score = Score::of_descent(&cars(0.3, 40));
    assert_playable(&score);
    let heard = frequencies(&score);
    assert!(heard.is_sorted_by(|one, next| one >= next), "{heard:?}");
    assert!(heard[0] > 1.5 * heard[heard.len() - 1], "{heard:?}");
    assert!(score.strokes.is_empty());
    assert!(score.tones[0].sounds.iter().all(|sound| sound.pan <= 0.0));
    assert!(score.tones[0].sounds[..10].iter().all(|sound| sound.pan < 0.0));
}

#[test]
fn a_zigzag_falls_with_a_click_at_each_epoch_from_side_to_side() {
    let score = Score::of_descent(&cars(0.95, 40));
    assert_playable(&score);
    let heard = frequencies(&score);
    assert!(heard.is_sorted_by(|one, next| one >= next), "{heard:?}");
    assert_eq!(score.strokes.len(), 40);
    let pans: Vec<f64> = score.tones[0].sounds.iter().map(|sound| sound.pan).collect();
    // The last sound ends the tone where it is.
    for pair in pans[..41].windows(2) {
        assert!(pair[0] * pair[1] < 0.0, "{pans:?}");
    }
}

#[test]
fn a_divergence_rises_with_a_click_at_each_epoch() {
    let score = Score::of_descent(&cars(1.03, 40));
    assert_playable(&score);
    let heard = frequencies(&score);
    assert!(heard.is_sorted(), "{heard:?}");
    assert!(heard[heard.len() - 1] > 1.2 * pitch::START, "{heard:?}");
    assert_eq!(score.strokes.len(), 40);
}

#[test]
fn the_pan_changes_sides_at_each_crossing_and_nowhere_else() {
    for share in [0.2, 0.6, 0.95, 1.02] {
        let session = cars(share, 60);
        let run = session.run();
        let sides = Sides::of(run).expect("there is a bottom");
        let states: Vec<_> = run.trace().collect();
        let flips: Vec<u64> = states
            .windows(2)
            .filter(|pair| sides.pan(pair[0].at) * sides.pan(pair[1].at) < 0.0)
            .map(|pair| pair[1].epoch)
            .collect();
        let crossings: Vec<u64> = sides.crossings(run, 0).map(|(epoch, _)| epoch).collect();
        assert_eq!(flips, crossings, "{share}");
    }
}

#[test]
fn crossings_are_counted_too_where_only_some_epochs_are_kept() {
    let mut session = cars(1.0 - 1e-7, 0);
    session.set_epochs(5_000.0.try_into().expect("a limit"));
    session.advance(5_000);
    let run = session.run();
    let sides = Sides::of(run).expect("there is a bottom");
    assert_eq!(sides.crossings(run, 0).count(), 5_000);
    assert_eq!(sides.crossings(run, 4_990).count(), 10);
    let steady = cars(0.4, 5_000);
    let sides = Sides::of(steady.run()).expect("there is a bottom");
    assert_eq!(sides.crossings(steady.run(), 0).count(), 0);
}

#[test]
fn a_moment_clicks_only_where_the_bottom_was_crossed_since_the_moment_before() {
    let session = cars(0.95, 7);
    assert_eq!(Score::of_moment(&session, 6).strokes.len(), 1);
    assert_eq!(Score::of_moment(&session, 7).strokes.len(), 0);
    // However many there were.
    assert_eq!(Score::of_moment(&session, 0).strokes.len(), 2);
    let [sound] = Score::of_moment(&session, 6).tones[0].sounds[..] else { panic!("one sound") };
    assert_eq!(
        sound.pan > 0.0,
        session.run().state().line.slope > session.run().minimum().expect("a bottom").slope
    );
}

#[test]
fn each_run_of_a_race_has_its_own_timbre_and_one_that_has_ended_is_silent_beside_the_others() {
    let mut session = cars(0.5, 0);
    session.start_preset(Preset::ThreeRates);
    session.advance(20);
    let score = Score::of_descent(&session);
    assert_playable(&score);
    assert_eq!(score.tones.len(), 3);
    assert_ne!(score.tones[0].harmonics, score.tones[1].harmonics);
    assert_ne!(score.tones[1].harmonics, score.tones[2].harmonics);
    // The third one goes up until it has blown up.
    session.advance(5_000);
    let moment = Score::of_moment(&session, 5_000);
    assert!(moment.tones[0].sounds[0].loudness > 0.0);
    assert_eq!(moment.tones[2].sounds[0].loudness, 0.0);
}

#[test]
fn a_run_without_a_bottom_is_heard_in_the_middle() {
    let data = Dataset::from_columns(&[2.0, 2.0], &[1.0, 3.0]).expect("sound data");
    assert_eq!(Sides::of(&Trainer::new(&data, Settings::default())), None);
}

#[test]
fn everything_of_every_built_in_set_can_be_played() {
    for set in builtin::all() {
        let mut session = Session::on_builtin(set);
        for epochs in [0, 1, 3_000] {
            session.advance(epochs);
            for subject in Subject::ALL {
                assert_playable(&Score::of(subject, &session));
            }
            assert_playable(&Score::of_moment(&session, 0));
        }
    }
}

#[test]
fn points_are_heard_from_left_to_right_higher_where_y_is_higher_beside_the_line() {
    let session = cars(0.5, 10);
    let score = Score::of_data(&session);
    let points = session.dataset().points();
    assert_eq!(score.strokes.len(), points.len());
    assert!(score.strokes.is_sorted_by(|one, next| one.sound.at <= next.sound.at));
    let highest = points.iter().max_by(|one, other| one.1.total_cmp(&other.1)).expect("a point");
    let strokes = || score.strokes.iter().map(|stroke| stroke.sound);
    let top = strokes().max_by(|one, other| one.frequency.total_cmp(&other.frequency));
    let xs = session.dataset().summary().range_x();
    let share = (highest.0 - xs.min) / xs.span();
    assert!((top.expect("a stroke").at - 5.0 * share).abs() < 1e-9);
    let [line] = &score.tones[..] else { panic!("one tone") };
    assert!(line.sounds.iter().all(|sound| sound.pan < 0.0));
    assert!(strokes().all(|sound| sound.pan > 0.0));
}

#[test]
fn of_many_points_the_means_of_fifty_parts_are_heard() {
    let mut page = Page::open("");
    page.choose_dataset("faithful").expect("built in");
    let score = Score::of_data(page.session());
    assert!((30..=50).contains(&score.strokes.len()), "{}", score.strokes.len());
}

#[test]
fn the_sweep_rises_and_is_noise_from_the_limit_on() {
    let session = cars(0.5, 0);
    let score = Score::of_sweep(&session);
    assert_playable(&score);
    assert!(frequencies(&score).is_sorted());
    // Rates go from a ten thousandth of the limit to ten times it: the limit is at four fifths.
    for noise in &score.noise {
        let beyond = noise.at > 4.0 - 1e-9 && noise.at < score.seconds;
        assert_eq!(noise.loudness > 0.0, beyond, "{noise:?}");
    }
    for sound in &score.tones[0].sounds {
        assert_eq!(sound.loudness == 0.0, sound.at > 4.0 - 1e-9, "{sound:?}");
    }
}

#[test]
fn noise_is_the_same_each_time_and_as_loud_as_it_may_be() {
    let heard = noise(48_000);
    assert_eq!(heard, noise(48_000));
    assert!(heard.iter().all(|sample| sample.abs() <= 1.0));
    let mean = heard.iter().sum::<f32>() / 48_000.0;
    assert!(mean.abs() < 0.02, "{mean}");
    assert_eq!(noise(usize::MAX).len(), 192_000);
}

#[test]
fn a_line_at_the_bottom_is_in_the_middle() {
    let session = cars(0.5, 0);
    let sides = Sides::of(session.run()).expect("there is a bottom");
    let bottom = session.run().minimum().expect("there is a bottom");
    assert_eq!(sides.pan(bottom), 0.0);
    assert_eq!(sides.pan(session.run().start()), -1.0);
    assert_eq!(sides.pan(Line::new(f64::NAN, 0.0)), 0.0);
}

#[test]
fn sound_is_in_a_link_only_where_it_is_on_and_stays_on_in_a_chapter() {
    let mut page = Page::open("");
    let fragment = page.link(Default::default()).fragment;
    assert!(!fragment.contains("sound"), "{fragment}");
    page.session_mut().view.sound = true;
    let fragment = page.link(Default::default()).fragment;
    assert!(fragment.contains("&sound=1"), "{fragment}");
    assert!(Page::open(&fragment).session().view.sound);
    page.set_up("data=faithful&rate=0~0.01").expect("fields of a link");
    assert!(page.session().view.sound);
}
