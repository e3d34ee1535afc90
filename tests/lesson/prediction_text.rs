//! The sentences about a prediction and its interval.

use downhill::data::builtin;
use downhill::data::dataset::Variable;
use downhill::insight::prediction::Interval;
use downhill::text::en::prediction::{no_interval, with_interval};

use super::columns;

#[test]
fn a_prediction_is_told_with_its_units_its_limits_and_what_they_hold() {
    let data = builtin::first().dataset();
    let found = Interval::at(&data, 10.0).expect("enough rows");
    let covered = 100.0 * found.covered(&data);
    let text = with_interval(&data, &found);
    let start = "At 10 °C the best line predicts 19.89 °C. 95 % of new points should lie within \
                 8.17 °C of that: between 11.72 and 28.06 °C. Of the points drawn, ";
    let rest = text.strip_prefix(start).expect(&text);
    let share = rest.strip_suffix(" % lie within their limits.").expect(&text);
    let share: f64 = share.parse().expect("a number");
    assert!((share - covered).abs() <= 0.05, "{share} instead of {covered}");
}

#[test]
fn without_units_none_is_told_and_rows_are_called_rows() {
    let data = columns(&[1.0, 2.0, 3.0, 4.0, 5.0], &[2.0, 3.0, 5.0, 4.0, 6.0]);
    let found = Interval::at(&data, 3.0).expect("enough points");
    assert_eq!(
        with_interval(&data, &found),
        "At 3 the best line predicts 4.000. 95 % of new points should lie within 2.77 of that: \
         between 1.226 and 6.774. Of all rows, 100 % lie within their limits."
    );
    let named = data.named(Variable::from_heading("dose (mg)"), Variable::from_heading("answer"));
    let text = with_interval(&named, &found);
    assert!(text.starts_with("At 3 mg the best line predicts 4.000. "), "{text}");
}

#[test]
fn an_x_beyond_the_data_is_said_to_be_one_at_either_end() {
    let data = columns(&[1.0, 2.0, 3.0, 4.0, 5.0], &[2.0, 3.0, 5.0, 4.0, 6.0])
        .named(Variable::from_heading("dose (mg)"), Variable::from_heading("answer (s)"));
    let text = |x| with_interval(&data, &Interval::at(&data, x).expect("enough points"));
    for inside in [1.0, 1.5, 5.0] {
        assert!(!text(inside).contains("no row"), "{}", text(inside));
    }
    for outside in [0.999, 5.001, -40.0, 1e6] {
        let told = "But no row has such an x: they go from 1 to 5 mg.";
        assert!(text(outside).contains(told), "{}", text(outside));
    }
    assert!(text(6.0).contains("predicts 6.700 s"), "{}", text(6.0));
    assert!(text(6.0).contains("between 3.030 and 10.37 s"), "{}", text(6.0));
}

#[test]
fn where_there_is_no_interval_the_reader_is_told_what_it_takes() {
    let text = no_interval(&columns(&[1.0, 2.0], &[1.0, 5.0]));
    assert!(text.contains("at least three points") && text.contains("not all equal"), "{text}");
    // Three are enough: the sentence is true.
    let data = columns(&[1.0, 2.0, 4.0], &[1.0, 5.0, 2.0]);
    assert!(Interval::at(&data, 2.0).is_some());
}

#[test]
fn of_rows_that_lie_on_a_line_all_lie_within_their_limits() {
    let xs: Vec<f64> = (0..50).map(|row| 0.1 * f64::from(row)).collect();
    let ys: Vec<f64> = xs.iter().map(|x| 0.1 * x + 0.3).collect();
    let data = columns(&xs, &ys);
    let text = with_interval(&data, &Interval::at(&data, 2.0).expect("enough points"));
    assert!(text.ends_with("Of all rows, 100 % lie within their limits."), "{text}");
}

#[test]
fn no_prediction_is_told_in_infinities() {
    let data = columns(&[1.0, 2.0, 3.0, 4.0, 5.0], &[2.0, 3.0, 5.0, 4.0, 6.0]);
    for typed in ["1e154", "1e155", "1e300", "1e999"] {
        // An error is as good.
        if let Ok(x) = downhill::descent::settings::typed(typed) {
            let text = match Interval::at(&data, x) {
                Some(interval) => with_interval(&data, &interval),
                None => no_interval(&data).to_owned(),
            };
            assert!(!text.contains('∞') && !text.contains("not a number"), "{text}");
        }
    }
}
