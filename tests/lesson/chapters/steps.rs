//! Chapters 1 to 8: slopes and their units, the border of the learning rate, the valley and its remedies.

use crate::common::is_close;
use crate::lesson::built_in;
use downhill::data::dataset::Dataset;
use downhill::descent::scaling::{Coordinates, Scaling};
use downhill::descent::trainer::Status;
use downhill::stage::lesson::LessonReadings;
use downhill::text::en::advice;
use downhill::text::en::number::{count, rounded};

use super::{Chapter, costs, first_near, set_up};

/// The mean of x², by a plain loop.
fn mean_square(data: &Dataset) -> f64 {
    let xs = data.points().xs();
    xs.iter().map(|x| x * x).sum::<f64>() / xs.len() as f64
}

#[test]
fn the_first_chapter_reads_the_slope_of_the_cars_in_its_units() {
    let best = built_in("cars").least_squares().expect("a line");
    let chapter = Chapter::new(1);
    chapter.says(&format!("the best slope is −{:.2}.", -best.slope));
    chapter.says(&format!("for every 1,000 lb more, {:.1} miles a gallon less", -best.slope));
    chapter.says(&format!("The intercept, {:.1}, is what", best.intercept));
    let shown = chapter.pressed("Show the cars");
    assert_eq!(shown.dataset().points().len(), 32);
    let line = shown.run().state().line;
    assert!(
        is_close(line.slope, best.slope, 0.01) && is_close(line.intercept, best.intercept, 0.001)
    );
    let geyser = built_in("faithful").least_squares().expect("a line");
    chapter.says(&format!("the best line says {:.0} minutes", geyser.predict(3.0)));
}

#[test]
fn the_third_chapter_adds_up_the_squares_of_a_flat_line() {
    let run = set_up("data=anscombe-1&start=at_0_7.5");
    let cost = run.run().state().cost;
    Chapter::new(3).says(&format!(
        "add up to {:.4}, so J = {:.4}/11 ≈ {cost:.4}.",
        11.0 * cost,
        11.0 * cost
    ));
}

#[test]
fn the_fourth_chapter_s_steps_shrink_as_it_says() {
    let mut session = Chapter::new(4).session();
    let slopes: Vec<f64> = (0..4)
        .map(|epoch| {
            session.seek(epoch);
            session.run().state().line.slope
        })
        .collect();
    let steps: Vec<f64> = slopes.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    Chapter::new(4).says(&format!(
        "Here each step is {:.2} times the one before: {:.2}, then {:.2}, then {:.2}.",
        steps[1] / steps[0],
        steps[0],
        steps[1],
        steps[2]
    ));
}

#[test]
fn the_fifth_chapter_s_race_and_its_border_are_as_it_says() {
    let chapter = Chapter::new(5);
    let session = chapter.session();
    let after: Vec<f64> = session.runs().iter().map(|run| costs(run, 100)[100]).collect();
    chapter.says(&format!("Its cost is {:.0} by then, and it takes about 7,500 epochs", after[0]));
    chapter
        .says(&format!("Its cost is {:.0} by then, and within 1 % of the least after", after[1]));
    assert!(after[2] > 7e11 && after[2] < 8e11, "{}", after[2]);
    let near = |rate: &str| {
        let fields = format!("data=faithful&start=zero&rate=0~{rate}&epochs=200000");
        first_near(set_up(&fields).run(), 200_000).expect("it comes near")
    };
    assert_eq!((near("0.002") + 50) / 100, 75);
    chapter.says(&format!("of the least after {} epochs", near("0.05")));
    assert_eq!((near("0.0001") + 5_000) / 10_000, 15);
    let limit = session.run().largest_stable_rate().expect("it is known");
    let jump = 0.073 * session.run().objective().max_curvature() - 1.0;
    assert!(is_close(jump, 1.1, 0.005), "{jump}");
    // The greatest curvature of x within ±99 is that of x = 99 alone.
    assert!(
        2.0 / (2.0 * (99.0_f64.powi(2) + 1.0)) > 0.0001
            && 2.0 / (2.0 * (100.0_f64.powi(2) + 1.0)) < 0.0001
    );
    assert!(limit > 0.05 && limit < 0.073);
}

#[test]
fn just_below_the_border_a_swing_takes_as_many_epochs_to_halve_as_the_fifth_chapter_says() {
    let halving = |share: f64| (0.5_f64.ln() / (2.0 * share - 1.0).ln()).round();
    Chapter::new(5).says(&format!(
        "at 99 % of the border the factor is −0.98, and it takes {} epochs to halve the swing; at 99.9 % it takes {}.",
        halving(0.99),
        halving(0.999)
    ));
}

#[test]
fn years_make_the_valley_steep_and_counting_from_their_mean_makes_it_mild() {
    let chapter = Chapter::new(5);
    let (geyser, years) = (mean_square(&built_in("faithful")), mean_square(&built_in("years")));
    chapter.says(&format!(
        "For the geyser it is {geyser:.1}; for the years it is {}, so",
        count(years.round() as u64)
    ));
    let session = chapter.pressed("Try 0.0001 there");
    let hessian = session.run().objective().hessian();
    assert!(is_close(hessian.slope, 2.0 * years, 1e-12) && hessian.intercept == 2.0);
    let limit = session.run().largest_stable_rate().expect("it is known");
    chapter.says(&format!("is only about {limit:.8}."));
    let blown = costs(session.run(), 3);
    assert!(blown[3] > 1e12 * blown[0] && blown[2] < 1e12 * blown[0]);
    let centered = chapter.pressed("Count from 1978");
    let run = centered.run();
    chapter.says(&format!(
        "count the years from their mean, {}. Then the mean of x² is {:.1} and the largest stable rate {:.4}.",
        centered.dataset().summary().mean_x(),
        0.5 * run.objective().hessian().slope,
        run.largest_stable_rate().expect("it is known")
    ));
    chapter.says(&format!(
        "within 1 % of the least cost after {} epochs",
        first_near(run, 1_000).expect("near")
    ));
}

#[test]
fn the_other_costs_of_the_sixth_chapter_have_the_rates_that_it_says() {
    let limit = Chapter::new(6).session().run().largest_stable_rate().expect("it is known");
    Chapter::new(6).says(&format!(
        "it is {limit:.4} here, {:.4} with the ½, and {} with the sum.",
        2.0 * limit,
        rounded(limit / 11.0, 2)
    ));
}

#[test]
fn the_eighth_chapter_s_run_blows_up_and_the_page_s_advice_leads_on() {
    let chapter = Chapter::new(8);
    let mut session = chapter.pressed("Blow it up again");
    assert_eq!((session.status(), session.run().state().epoch), (Status::Diverged, 7));
    let offered = session.advice().expect("something is offered");
    chapter.says(&format!("Press “{}” next to the message", advice::name(offered)));
    let curvature = session.run().objective().hessian();
    let factor = 1.0 - 0.3 * curvature.max_eigenvalue();
    chapter.says(&format!("the curvature is {:.2}, so", curvature.max_eigenvalue()));
    chapter.says(&format!(
        "≈ −{:.2}, and the cost by about the square of that, {:.0}.",
        -factor,
        factor * factor
    ));
    chapter.says(&format!(
        "the curvature is only {:.2}, {:.0} times less than across",
        curvature.min_eigenvalue(),
        curvature.max_eigenvalue() / curvature.min_eigenvalue()
    ));
    session = set_up("data=faithful&view=map&equal=1&start=zero&rate=0~0.03&epochs=1000");
    chapter.says(&format!(
        "it takes {} epochs to get within 1 %",
        first_near(session.run(), 1_000).expect("near")
    ));
}

#[test]
fn the_check_of_the_eighth_chapter_is_needed_when_it_says() {
    let mut session = set_up("data=faithful&start=zero&rate=0~0.3&epochs=400&check=off");
    let mut at = |epoch| {
        session.seek(epoch);
        session.run().state().cost
    };
    assert!(
        at(165).is_finite() && at(175).is_infinite() && at(340).is_infinite() && at(360).is_nan()
    );
}

#[test]
fn slope_and_intercept_come_back_from_standardised_ones_by_the_two_formulas() {
    for id in ["faithful", "cars", "years"] {
        let mut session =
            set_up(&format!("data={id}&scale=standardised~standardised&start=zero&rate=0~0.1"));
        session.seek(9);
        let readings = LessonReadings::of(&session, 0);
        let live = |name: &str| {
            let number = readings.live.iter().find(|number| number.name == name);
            number.and_then(|number| number.value).expect(name)
        };
        let (line, at) = (session.run().state().line, session.run().state().at);
        assert!(is_close(live("standard-slope"), at.slope, 1e-9), "{id}");
        assert!(is_close(live("standard-intercept"), at.intercept, 1e-9), "{id}");
        let slope = live("standard-slope") * live("sd-y") / live("sd-x");
        let intercept =
            live("mean-y") + live("sd-y") * live("standard-intercept") - slope * live("mean-x");
        assert!(is_close(slope, line.slope, 1e-12), "{id}: {slope} {line:?}");
        assert!(is_close(intercept, line.intercept, 1e-9), "{id}: {intercept} {line:?}");
        // Raw, the same line is the same standardised line.
        let raw =
            Coordinates::of(Scaling::STANDARDISED, session.dataset().summary()).from_data(line);
        assert!(
            is_close(raw.slope, at.slope, 1e-9) && is_close(live("mean-xx"), 1.0, 1e-12),
            "{id}"
        );
    }
}
