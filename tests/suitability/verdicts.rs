//! The verdicts on data whose answer is known.

use downhill::data::builtin;
use downhill::data::dataset::{Dataset, Origin};
use downhill::insight::suitability::{
    EvidencePicture, Extent, LineVerdict, Objection, Suitability,
};
use downhill::numeric::random::Random;
use downhill::text::en::suitability::{headline, notes};

use super::{Row, check_text, dataset, found, judge};
use crate::common::is_close;

fn builtin(id: &str) -> Suitability {
    Suitability::of(&builtin::find(id).expect("a known id").dataset())
}

/// Rows whose y is some function of x and of normal chance, x evenly from 0 to 1.
fn rows(n: usize, seed: u64, y: impl Fn(f64, f64) -> f64) -> Vec<Row> {
    let mut random = Random::new(seed);
    let mut normal = || (0..12).map(|_| random.unit()).sum::<f64>() - 6.0;
    (0..n).map(|row| row as f64 / (n - 1) as f64).map(|x| (x, y(x, normal()))).collect()
}

#[test]
fn each_builtin_set_gets_the_verdict_that_it_is_there_to_show() {
    use Extent::{Clear, Slight};
    use Objection::{Bend, OnePoint, Spread};
    for (id, verdict, reasons) in [
        ("weather", LineVerdict::Nearly, vec![(Spread, Slight)]),
        ("anscombe-1", LineVerdict::Suits, vec![]),
        ("anscombe-2", LineVerdict::Curved, vec![(Bend, Clear)]),
        ("anscombe-3", LineVerdict::OnePoint, vec![(OnePoint, Clear)]),
        ("anscombe-4", LineVerdict::OnePoint, vec![(OnePoint, Clear)]),
        ("faithful", LineVerdict::Suits, vec![]),
        ("cars", LineVerdict::Curved, vec![(Bend, Clear)]),
        ("curve", LineVerdict::Curved, vec![(Bend, Clear)]),
        ("outlier", LineVerdict::OnePoint, vec![(OnePoint, Clear)]),
        ("years", LineVerdict::Nearly, vec![(Bend, Slight)]),
    ] {
        let suitability = builtin(id);
        assert_eq!((suitability.verdict, found(&suitability)), (verdict, reasons), "{id}");
    }
    assert_eq!(builtin::all().len(), 10, "a new set needs a verdict here");
}

#[test]
fn the_numbers_of_anscombe_are_the_known_ones() {
    let third = builtin("anscombe-3");
    let outlier = third.influences[0];
    assert_eq!((outlier.x, outlier.y), (13.0, 12.74));
    assert!(is_close(outlier.distance, 1.392_849, 1e-6), "{}", outlier.distance);
    assert_eq!(third.reasons[0].picture, EvidencePicture::Points { ring: vec![2] });

    let fourth = builtin("anscombe-4");
    let lever = fourth.influences[0];
    assert_eq!((lever.x, lever.leverage, lever.turn), (19.0, 1.0, None));
    assert_eq!((fourth.bend, fourth.spread), (None, None), "nothing is left to measure");

    let bend = builtin("anscombe-2").bend.expect("x takes many values");
    assert!(bend.share > 0.999_99 && !bend.opens_up, "{bend:?}");
}

#[test]
fn a_clear_bend_in_cars_has_the_numbers_of_r() {
    // R: summary(lm(mpg ~ wt)) and summary(lm(mpg ~ wt + I(wt^2))) on mtcars.
    let cars = builtin("cars");
    let r_squared = cars.r_squared.expect("both have spread");
    let bend = cars.bend.expect("x takes many values");
    assert!(is_close(r_squared, 0.752_8, 1e-4), "{r_squared}");
    assert!(is_close(r_squared + bend.gain, 0.819_1, 1e-4), "{bend:?}");
    assert!(bend.opens_up);
}

#[test]
fn what_cannot_be_told_is_said() {
    for (rows, verdict) in [
        (vec![(1.0, 2.0)], LineVerdict::TooFew),
        (vec![(1.0, 2.0), (3.0, 5.0)], LineVerdict::TooFew),
        (vec![(1.0, 2.0), (3.0, 2.0)], LineVerdict::TooFew),
        (vec![(1.0, 2.0), (1.0, 5.0)], LineVerdict::EqualX),
        (vec![(1.0, 2.0), (1.0, 2.0), (1.0, 2.0)], LineVerdict::EqualX),
        (vec![(1.0, 2.0), (2.0, 2.0), (3.0, 2.0)], LineVerdict::EqualY),
        (vec![(0.1, 0.3), (0.2, 0.6), (0.3, 0.9)], LineVerdict::Exact),
        (vec![(1.0, 2.0), (2.0, 3.0), (3.0, 7.0), (4.0, 6.0)], LineVerdict::TooFew),
        (vec![(1.0, 2.0), (1.0, 3.0), (3.0, 7.0)], LineVerdict::OnePoint),
    ] {
        let suitability = judge(&rows);
        assert_eq!(suitability.verdict, verdict, "{rows:?}");
        assert!(suitability.reasons.len() <= 1, "{rows:?}");
    }
}

#[test]
fn sums_without_points_have_only_r() {
    let whole = builtin::first().dataset();
    let bare = Dataset::from_sums(*whole.summary(), whole.rss(), vec![], vec![], Origin::Rows);
    let suitability = Suitability::of(&bare.expect("sound sums"));
    assert_eq!(suitability.r_squared, whole.r_squared());
    assert_eq!((suitability.bend, suitability.spread), (None, None));
    assert_eq!(suitability.verdict, LineVerdict::TooFew);
}

#[test]
fn a_small_r_squared_makes_a_line_weak_but_not_wrong() {
    let suitability = judge(&rows(500, 1, |x, chance| x + chance));
    assert_eq!(suitability.verdict, LineVerdict::Weak);
    assert_eq!(found(&suitability), [(Objection::Weak, Extent::Clear)]);
}

#[test]
fn a_parabola_without_any_slope_is_curved_and_not_weak() {
    let suitability = judge(&rows(60, 2, |x, chance| (x - 0.5).powi(2) + 0.01 * chance));
    assert_eq!(found(&suitability), [(Objection::Bend, Extent::Clear)]);
    let seven: Vec<Row> = (0..7).map(f64::from).map(|x| (x, x * x)).collect();
    assert_eq!(judge(&seven).verdict, LineVerdict::Curved);
}

#[test]
fn an_all_but_perfect_line_with_a_bend_nearly_suits() {
    let suitability = judge(&rows(200, 3, |x, chance| x + 0.1 * x * x + 1e-3 * chance));
    assert_eq!(found(&suitability), [(Objection::Bend, Extent::Slight)]);
    let bend = suitability.bend.expect("x takes many values");
    assert!(bend.share > 0.9 && bend.gain < 0.01, "{bend:?}");
}

#[test]
fn a_bend_and_a_growing_spread_hold_at_once() {
    let suitability = judge(&rows(300, 4, |x, chance| 2.0 * x * x + (0.02 + 0.1 * x) * chance));
    let expected = [(Objection::Bend, Extent::Clear), (Objection::Spread, Extent::Clear)];
    assert_eq!(found(&suitability), expected);
    assert_eq!(suitability.reasons[1].picture, EvidencePicture::Residuals);
}

#[test]
fn a_spread_has_a_direction_and_its_size() {
    let growing = rows(3_000, 5, |x, chance| x + (0.1 + 0.3 * x) * chance);
    let spread = judge(&growing).spread.expect("x has thirds");
    // The mean of 0.1 + 0.3·x is 0.35 in the upper third, 0.15 in the lower one.
    assert!(spread.grows() && is_close(spread.ratio, 7.0 / 3.0, 0.06), "{spread:?}");
    let shrinking: Vec<Row> = growing.iter().map(|&(x, y)| (-x, y)).collect();
    let mirrored = judge(&shrinking).spread.expect("x has thirds");
    assert!(!mirrored.grows() && is_close(mirrored.times(), spread.times(), 1e-9));
}

#[test]
fn one_outlier_is_neither_a_bend_nor_a_spread() {
    for place in [0, 3, 15, 29] {
        let mut rows = rows(30, 6, |x, chance| x + 0.05 * chance);
        rows[place].1 += 5.0;
        let suitability = judge(&rows);
        assert_eq!(found(&suitability), [(Objection::OnePoint, Extent::Clear)], "{place}");
        assert_eq!(suitability.aside, Some(place));
    }
}

#[test]
fn a_point_that_only_lifts_the_line_is_told_by_the_height() {
    let mut rows: Vec<Row> = (0..21).map(f64::from).map(|x| (x, x + (x * 7.0) % 2.0)).collect();
    rows[10].1 += 42.0;
    let data = dataset(&rows);
    let text = headline(&Suitability::of(&data), &data);
    assert!(text.starts_with("One point decides the line: without (10, "), "{text}");
    assert!(text.contains("the line would pass x = 10 at"), "{text}");
}

#[test]
fn a_wild_row_among_very_many_decides_nothing() {
    let mut rows = rows(20_000, 7, |x, chance| x + 0.1 * chance);
    rows[0].1 += 3.0;
    let suitability = judge(&rows);
    let most = suitability.influences[0];
    assert_eq!((most.index, suitability.verdict), (0, LineVerdict::Suits));
    assert!(most.off > 25.0, "{most:?}");
}

#[test]
fn more_of_the_same_rows_do_not_exaggerate() {
    for id in ["anscombe-1", "faithful"] {
        let once = builtin::find(id).expect("a known id").dataset();
        let rows: Vec<Row> = (0..400).flat_map(|_| once.points().iter()).collect();
        let (once, often) = (Suitability::of(&once), judge(&rows));
        assert_eq!(often.verdict, LineVerdict::Suits, "{id}");
        let (once, often) = (once.bend.expect("a bend"), often.bend.expect("a bend"));
        assert!(is_close(often.gain, once.gain, 1e-9), "{id}");
    }
}

#[test]
fn points_about_a_line_seldom_raise_an_alarm() {
    for (n, least) in [(10, 80), (30, 94), (1_000, 98)] {
        let suits = (0..100)
            .filter(|&seed| {
                judge(&rows(n, seed, |x, c| 3.0 * x + c / 2.0)).verdict == LineVerdict::Suits
            })
            .count();
        assert!(suits >= least, "{suits} of 100 at n = {n}");
    }
}

#[test]
fn every_answer_reads_as_sentences() {
    for set in builtin::all() {
        let data = set.dataset();
        check_text(&Suitability::of(&data), &data);
    }
    let data = builtin::find("anscombe-4").expect("a known id").dataset();
    let suitability = Suitability::of(&data);
    assert_eq!(
        headline(&suitability, &data),
        "One point decides the line: without (19, 12.5) all x would be equal, and no slope would be best."
    );
    let notes = notes(&suitability, &data);
    assert_eq!(notes[0].picture, Some(EvidencePicture::Points { ring: vec![7] }));
    assert!(notes[1..].iter().all(|note| note.picture.is_none()));
}
