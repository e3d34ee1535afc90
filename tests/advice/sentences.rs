//! Sentences and offers of the page, at opening and where a run has come to.

use super::{alternating, opened};
use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::settings::{EpochLimit, LearningRate, Tolerance};
use downhill::insight::advice::{Action, Advice};
use downhill::insight::diagnosis::{Forecast, Nearness, Zone};
use downhill::link::Scope;
use downhill::stage::page::Page;
use downhill::stage::setup::Setup;

/// Forty years and prices.
fn years() -> Page {
    let xs: Vec<f64> = (1980..2020).map(f64::from).collect();
    alternating(&xs, 1_500.0, -2_900_000.0, 4_000.0)
}

/// Square metres and prices in thousands: the raw valley is deep, but not without end.
fn flats() -> Page {
    let xs: Vec<f64> = (0..40).map(|row| 1.0 + 0.1 * f64::from(row)).collect();
    alternating(&xs, 3.0, 7.0, 1.0)
}

fn offered(page: &Page) -> Option<String> {
    Some(Setup::of(page).advice).filter(|name| !name.is_empty())
}

fn run_to(page: &mut Page, epochs: f64) {
    page.session_mut().set_epochs(EpochLimit::try_from(epochs).expect("a good limit"));
    page.session_mut().advance(epochs as u64);
}

fn set_rate(page: &mut Page, share_of_limit: f64) {
    let limit = page.session().run().largest_stable_rate().expect("it has one");
    page.set_learning_rate(&(share_of_limit * limit).to_string()).expect("a rate");
}

#[test]
fn years_are_to_be_centered_before_a_run_and_after_it() {
    let mut page = years();
    let says = "so narrow that it is 120 billion times steeper across than along.";
    assert!(page.sentence(false).contains(says), "{}", page.sentence(false));
    assert!(
        page.sentence(false).starts_with("Press Center x first, then Run"),
        "what to do comes first"
    );
    assert!(!page.sentence(false).contains("or Run to watch"));
    assert_eq!(offered(&page).as_deref(), Some("Center x"));
    run_to(&mut page, 1_000.0);
    let sentence = page.sentence(false);
    assert!(sentence.contains(says) && !sentence.contains("Raise Epochs"), "{sentence}");
    assert_eq!(offered(&page).as_deref(), Some("Center x"));
    page.follow_advice().expect("the data bear it");
    assert!(page.link(Scope::default()).fragment.contains("scale=centered~raw"));
    assert!(
        page.sentence(false).contains("on scaled values (x centered, y raw)"),
        "it says what it did"
    );
    assert_eq!(offered(&page), None);
    run_to(&mut page, 10_000.0);
    assert!(page.sentence(false).starts_with("Converged at epoch"), "{}", page.sentence(false));
}

#[test]
fn what_lies_far_apart_as_well_is_to_be_standardised() {
    let xs: Vec<f64> = (0..40).map(|row| 1_500.0 + 12.0 * f64::from(row)).collect();
    let mut page = alternating(&xs, 2.0, 100.0, 30.0);
    assert_eq!(offered(&page).as_deref(), Some("Standardise"));
    page.follow_advice().expect("the data bear it");
    assert!(page.link(Scope::default()).fragment.contains("scale=standardised~standardised"));
    assert_eq!(offered(&page), None);
}

#[test]
fn where_some_rate_leads_down_no_coordinates_are_offered() {
    assert_eq!(offered(&flats()), None);
    assert!(flats().sentence(false).contains("Press Step for one step downhill, or Run to watch."));
}

#[test]
fn above_the_limit_nobody_is_told_to_go_on() {
    let mut page = flats();
    set_rate(&mut page, 1.01);
    assert!(page.sentence(false).contains("is above the largest stable rate"));
    run_to(&mut page, 20.0);
    let sentence = page.sentence(false);
    assert!(sentence.contains("Stopped at epoch 20, the limit, on the way up."), "{sentence}");
    let says = "is above the largest stable rate for these data";
    assert!(sentence.contains(says) && !sentence.contains("Raise Epochs"), "{sentence}");
    assert!(matches!(page.session().advice(), Some(Advice::TooBig { .. })));
    page.follow_advice().expect("a rate");
    assert_eq!((page.session().clock_epoch(), offered(&page)), (0, None));
    assert!(!page.session().rate_is_by_hand(), "other data get a rate of their own");
}

#[test]
fn a_run_on_its_way_is_to_go_on_to_where_it_is_near_the_best() {
    let mut page = flats();
    run_to(&mut page, 10.0);
    let sentence = page.sentence(false);
    assert!(sentence.contains("while the cost was still falling"), "{sentence}");
    assert!(sentence.contains("Raise Epochs to go on"), "{sentence}");
    let Some(Action::RaiseEpochs(epochs)) = page.session().advice().map(Advice::action) else {
        panic!("{:?}", page.session().advice());
    };
    assert!(page.follow_advice().expect("an epoch limit"), "it goes on from where it is");
    assert_eq!(page.session().clock_epoch(), 10);
    page.session_mut().advance(epochs);
    let sentence = page.sentence(false);
    assert!(sentence.contains("the limit, close to the bottom."), "{sentence}");
    assert_eq!(offered(&page), None);
}

#[test]
fn a_run_that_crawls_gets_a_larger_rate() {
    let mut page = flats();
    set_rate(&mut page, 1e-6);
    assert_eq!(
        page.session().advice().map(|advice| matches!(advice, Advice::TooSmall { .. })),
        Some(true)
    );
    run_to(&mut page, 1_000.0);
    let sentence = page.sentence(false);
    assert!(sentence.contains("hardly falls any more"), "{sentence}");
    assert!(sentence.contains("is too small for these data") && !sentence.contains("Raise Epochs"));
}

#[test]
fn a_run_that_is_done_has_nothing_left_to_gain() {
    let mut page = flats();
    run_to(&mut page, 5_000.0);
    let sentence = page.sentence(false);
    let done = ["with nothing left to gain", "Converged at epoch"];
    assert!(done.iter().any(|says| sentence.contains(says)), "{sentence}");
    assert!(!sentence.contains("Raise Epochs"));
}

#[test]
fn a_tolerance_stops_a_run_and_nothing_has_converged() {
    let mut page = flats();
    page.session_mut().set_tolerance(Tolerance::try_from(2.0).expect("a good tolerance"));
    run_to(&mut page, 5_000.0);
    let sentence = page.sentence(false);
    assert!(sentence.starts_with("Stopped at epoch"), "{sentence}");
    assert!(sentence.contains(": below the tolerance, 2."), "{sentence}");
    assert!(sentence.contains("% above the least possible."), "{sentence}");
}

#[test]
fn the_scale_under_the_slider_and_the_sentence_agree_at_every_rate() {
    for builtin in builtin::all() {
        let mut page = Page::open("");
        page.session_mut().choose_builtin(builtin, false);
        for position in (0..=1_000).step_by(5) {
            page.slide_learning_rate(f64::from(position)).expect("a rate");
            let setup = Setup::of(&page);
            let zones = setup.zones.expect("plain descent");
            let zone = Forecast::of(page.session().run())
                .map(|forecast| forecast.zone(page.session().run().learning_rate().get()));
            let (said, starts) = match zone.expect("plain descent") {
                Zone::TooNarrow => ("Too narrow", (0.0, zones.steady)),
                Zone::TooSmall => ("Too small", (0.0, zones.steady)),
                Zone::Steady => ("Steady", (zones.steady, zones.zigzag)),
                Zone::Zigzag => ("Zigzag", (zones.zigzag, zones.diverging)),
                Zone::Diverging => ("Too big", (zones.diverging, 1_000.0)),
            };
            assert!(setup.forecast.starts_with(said), "{}: {}", builtin.id, setup.forecast);
            // Places on the slider are whole.
            let at = f64::from(position);
            assert!((starts.0 - 1.0..=starts.1 + 1.0).contains(&at), "{} {at}: {said}", builtin.id);
            assert!(
                setup.forecast.contains("more than 100,000")
                    == setup.forecast.contains("Too small")
                    || at > zones.zigzag - 1.0,
                "{}",
                setup.forecast
            );
        }
    }
}

#[test]
fn the_race_counts_as_near_what_the_forecast_counts_as_near() {
    for data in [
        Dataset::from_columns(&[1.0, 2.0, 3.0, 5.0], &[2.0, 3.0, 7.0, 8.0]),
        Dataset::from_columns(&[1.0, 2.0, 3.0, 5.0], &[3.0, 5.0, 7.0, 11.0]),
        Dataset::from_columns(&[-1.0, 1.0, 4.0], &[6.0, 6.0, 6.0]),
    ] {
        let mut page = opened(&data.expect("sound data"));
        let run = page.session().run();
        let rate = run.learning_rate().get();
        let foretold = Forecast::of(run).and_then(|forecast| forecast.epochs(rate)).expect("soon");
        page.session_mut().advance(1_000);
        let arrival = Nearness::arrival(page.session().run()).expect("it is there");
        assert!(arrival.abs_diff(foretold) <= 1, "{arrival}, foretold {foretold}");
    }
}

#[test]
fn of_points_on_a_line_rounding_counts_as_0() {
    let xs: Vec<f64> = (1..=7).map(|x| 0.1 * f64::from(x)).collect();
    let mut page = alternating(&xs, 1.0 / 3.0, 0.7, 0.0);
    page.session_mut().advance(10_000);
    let texts = [page.sentence(false), Setup::of(&page).best.texts.cost];
    for text in texts {
        assert!(!text.contains("×10⁻"), "{text}");
    }
    // The least normal number, and one that has lost digits.
    assert_eq!(downhill::text::en::number::number(-4.941e-324), "0");
}

#[test]
fn of_level_points_the_slope_is_0_and_its_rounding_is_not_shown() {
    let xs: Vec<f64> = (0..9).map(|x| 0.37 * f64::from(x)).collect();
    let mut page = alternating(&xs, 0.0, 0.1, 0.0);
    page.session_mut().advance(10_000);
    let texts = Setup::of(&page).best.texts;
    assert_eq!((texts.slope.as_str(), texts.cost.as_str()), ("0", "0"));
}

#[test]
fn a_cost_that_is_many_times_the_least_is_told_in_times() {
    let mut page = years();
    run_to(&mut page, 10.0);
    let sentence = page.sentence(false);
    assert!(sentence.contains("18.2 times the least possible."), "{sentence}");
    assert!(sentence.contains("takes 559 billion more epochs"), "{sentence}");
}

#[test]
fn a_prediction_beyond_the_data_says_so_and_names_its_units() {
    let mut page = years();
    let near = page.predict("2000").expect("a number");
    assert_eq!(near.value, page.session().run().state().line.predict(2_000.0));
    assert!(!near.text.contains("beyond"), "{}", near.text);
    let far = page.predict("2050").expect("a number");
    assert!(far.text.contains("beyond the data, whose x go from 1980 to 2019"), "{}", far.text);
    page.follow_advice().expect("the data bear it");
    page.session_mut().advance(10_000);
    let scaled = page.predict("2000").expect("a number");
    assert!((scaled.value - 100_000.0).abs() < 500.0, "{}", scaled.value);
    assert!(scaled.text.contains("units of the data"), "{}", scaled.text);
}

#[test]
fn advice_is_not_given_where_the_start_is_near_the_best() {
    let mut page = flats();
    page.start_at("3", "7").expect("a start");
    page.session_mut().set_learning_rate(LearningRate::try_from(1e-9).expect("a rate"));
    assert_eq!(page.session().advice(), None);
}

#[test]
fn of_mini_batches_no_epoch_is_promised() {
    // At epoch 200 the cost happens to have fallen; at a constant rate that says nothing about the next epoch.
    let fields = "data=faithful&start=zero&rate=0~0.02&batch=1~1&epochs=200";
    let mut session = downhill::link::set_up(fields).expect("fields of a link");
    session.seek(200);
    let reason = downhill::text::en::status::reason(session.run()).expect("it has stopped");
    assert!(!reason.contains("more epoch"), "{reason}");
    assert!(!matches!(session.advice(), Some(Advice::OnTheWay { .. })), "{:?}", session.advice());
}

#[test]
fn one_epoch_more_is_told_as_one() {
    let told = downhill::text::en::plural::more_epochs_bring;
    assert_eq!(
        (told(1), told(2_315)),
        ("1 more epoch brings".to_owned(), "2,315 more epochs bring".to_owned())
    );
}
