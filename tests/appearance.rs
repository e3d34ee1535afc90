//! Descriptions of the data for those who cannot see their figure.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::text::en::description_data::scatter;
use proptest::prelude::*;

type Row = (f64, f64);

fn described(rows: &[Row]) -> String {
    let (xs, ys): (Vec<f64>, Vec<f64>) = rows.iter().copied().unzip();
    scatter(&Dataset::from_columns(&xs, &ys).expect("sound columns"))
}

fn described_set(id: &str) -> String {
    scatter(&builtin::find(id).expect("a known id").dataset())
}

fn check(rows: &[Row], expected: &str) {
    assert_eq!(described(rows), expected);
}

fn check_set(id: &str, expected: &str) {
    assert_eq!(described_set(id), expected, "{id}");
}

#[test]
fn anscombes_sets_are_told_apart_by_ear() {
    check_set(
        "anscombe-1",
        "11 points. x: from 4 to 14; y: from 4.26 to 10.84. From left to right the points rise. The median y is 5.68 \
         in the left third of the points, 7.495 in the middle third and 9.145 in the right third. They scatter about \
         that course, typically by 1.1, much the same on the left and on the right.",
    );
    check_set(
        "anscombe-2",
        "11 points. x: from 4 to 14; y: from 3.1 to 9.26. From left to right the points rise up to about x = 11 and \
         fall from there, along one smooth curve. The median y is 4.74 in the left third of the points, 8.455 in the \
         middle third and 8.935 in the right third.",
    );
    check_set(
        "anscombe-3",
        "11 points. x: from 4 to 14; y: from 5.39 to 12.74. From left to right all points but one rise, in one \
         straight row. The median y is 5.73 in the left third of the points, 6.77 in the middle third and 7.98 in the \
         right third. One point lies apart, at (13, 12.74), above the course of the others.",
    );
    check_set(
        "anscombe-4",
        "11 points. x: from 8 to 19; y: from 5.25 to 12.5. 10 of them stand above one another at x = 8, with y from \
         5.25 to 8.84. The other one is at (19, 12.5).",
    );
}

#[test]
fn no_description_says_what_the_reader_is_to_find_out() {
    let mut all: Vec<String> = builtin::all().iter().map(|set| scatter(&set.dataset())).collect();
    for text in &all {
        for word in ["suit", "r²", "fit", "line", "correlat", "slope", "best"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
    }
    all.sort();
    all.dedup();
    assert_eq!(all.len(), builtin::all().len(), "no two are described alike");
}

#[test]
fn groups_and_bends_of_the_builtin_sets_are_told() {
    let faithful = described_set("faithful");
    assert!(
        faithful.contains(
            "They fall into 2 groups: 93 with x from 1.6 to 2.617 and y from 43 to 71; 179"
        ),
        "{faithful}"
    );
    let curve = described_set("curve");
    assert!(curve.contains("the points fall, less and less steeply."), "{curve}");
    assert!(!curve.contains("groups"), "{curve}");
    let cars = described_set("cars");
    assert!(cars.contains("the points fall, less and less steeply."), "{cars}");
    assert!(cars.contains("No point has x between 4.07 and 5.25."), "{cars}");
    let outlier = described_set("outlier");
    assert!(
        outlier.contains("One point lies apart, at (20, 40), above the course of the others."),
        "{outlier}"
    );
    assert!(!described_set("weather").contains("groups"));
}

#[test]
fn few_points_are_told_one_by_one() {
    check(
        &[(2.0, 4.0), (1.0, 3.0)],
        "2 points. x: from 1 to 2; y: from 3 to 4. From left to right: (1, 3), (2, 4).",
    );
    check(&[(1.0, 3.0)], "1 point. x: 1 throughout; y: 3 throughout. From left to right: (1, 3).");
}

#[test]
fn points_without_spread_are_told_as_such() {
    let level: Vec<Row> = (1..=4).map(|x| (f64::from(x), 5.0)).collect();
    check(&level, "4 points. x: from 1 to 4; y: 5 throughout. All points lie at one height.");
    let upright: Vec<Row> = (1..=4).map(|y| (2.0, f64::from(y))).collect();
    check(
        &upright,
        "4 points. x: 2 throughout; y: from 1 to 4. All points stand above one another.",
    );
}

#[test]
fn groups_are_told_with_their_places() {
    let group =
        |at: f64| (0..6).map(move |row| (at + 0.2 * f64::from(row), f64::from(2 * row % 5)));
    let rows: Vec<Row> = group(0.0).chain(group(10.0)).collect();
    let text = described(&rows);
    let expected = "They fall into 2 groups: 6 with x from 0 to 1 and y from 0 to 4; 6 with x from 10 to 11 and y from 0 to 4.";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_scatter_that_widens_is_told_with_its_end() {
    // Errors whose size grows with x, up and down in turn.
    let row = |x: i32| (f64::from(x), f64::from(x) * if x % 2 == 0 { 1.2 } else { 0.8 });
    let rows: Vec<Row> = (1..=60).map(row).collect();
    let text = described(&rows);
    assert!(text.contains("times as far on the right as on the left"), "{text}");
    let mirrored: Vec<Row> = rows.iter().map(|&(x, y)| (-x, y)).collect();
    let text = described(&mirrored);
    assert!(text.contains("times as far on the left as on the right"), "{text}");
}

proptest! {
    #[test]
    fn any_points_are_described_without_what_is_no_number(
        rows in prop::collection::vec((-1e6..1e6_f64, -1e6..1e6_f64), 1..40),
        whole in any::<bool>(),
    ) {
        let rounded = |value: f64| if whole { (value / 2e5).round() } else { value };
        let rows: Vec<Row> = rows.iter().map(|&(x, y)| (rounded(x), rounded(y))).collect();
        let text = described(&rows);
        prop_assert!(!text.contains("NaN") && !text.contains('∞') && !text.contains("not a number"), "{}", text);
        prop_assert!(text.ends_with('.') && !text.contains("..") && !text.contains("  "), "{}", text);
    }

    #[test]
    fn a_description_does_not_depend_on_the_order_of_the_rows(
        rows in prop::collection::vec((-10..10_i32, -10..10_i32), 1..40),
    ) {
        let mut rows: Vec<Row> = rows.iter().map(|&(x, y)| (f64::from(x), f64::from(y))).collect();
        let text = described(&rows);
        rows.reverse();
        prop_assert_eq!(described(&rows), text);
    }
}
