//! Texts that cells become, in each of the formats.

use downhill::spreadsheet::open;

use super::{ODS, SINCE_1904, UNSAVED, XLS, XLSX, columns, read};

/// The rows that have both temperatures, with all their digits.
const TEMPERATURES: [(f64, f64); 5] =
    [(0.125, 10.5), (-1.5, 9.25), (1.0 / 3.0, 11.0), (1234.567, 1250.125), (3.25, 12.75)];

#[test]
fn numbers_keep_all_digits_and_errors_are_missing_values() {
    for (bytes, low, high, row) in [
        (XLSX, "Temperature (low)", "Temperature (high)", 8),
        (XLS, "Temperatur (tief)", "Temperatur (hoch)", 7),
        (ODS, "Temperature (low)", "Temperature (high)", 7),
    ] {
        let opened = open(bytes, None).expect("a spreadsheet");
        let (points, report) = columns(&opened, low, high);
        assert_eq!(points, TEMPERATURES);
        let fault = format!(
            "6 rows read, 5 used. 1 left out: 1 with a value marked as missing; the first: row {row}: '#N/A' in {high}."
        );
        assert!(report.starts_with(&fault), "{report}");
    }
}

#[test]
fn dates_are_dates_whatever_they_look_like() {
    for (bytes, day, low) in [
        (XLSX, "Day", "Temperature (low)"),
        (XLS, "Tag", "Temperatur (tief)"),
        (ODS, "Day", "Temperature (low)"),
    ] {
        let opened = open(bytes, None).expect("a spreadsheet");
        let (points, _) = columns(&opened, day, low);
        let days: Vec<f64> = points.iter().map(|point| point.0).collect();
        assert_eq!(days, [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    }
}

#[test]
fn percentages_and_money_are_their_values() {
    for (bytes, share, low) in [
        (XLSX, "Share", "Temperature (low)"),
        (XLS, "Anteil", "Temperatur (tief)"),
        (ODS, "Share", "Temperature (low)"),
    ] {
        let (points, _) = columns(&open(bytes, None).expect("a spreadsheet"), share, low);
        assert_eq!(points[..3], [(0.5, 0.125), (0.25, -1.5), (0.125, 2.0)]);
    }
    let (points, _) = columns(&open(XLSX, None).expect("a spreadsheet"), "Price", "Share");
    assert_eq!(points[1], (1350.5, 0.25));
}

#[test]
fn formulas_are_the_values_that_were_saved() {
    let (points, report) =
        columns(&open(XLSX, None).expect("a spreadsheet"), "Temperature (low)", "Spread");
    assert_eq!(points[1], (-1.5, 10.75));
    assert!(report.contains("row 8: '#N/A' in Spread"), "{report}");
}

#[test]
fn formulas_without_saved_values_are_told() {
    let opened = open(UNSAVED, None).expect("a spreadsheet");
    assert!(opened.lacks_values);
    assert!(read(&opened, None).is_err());
    assert!(!open(XLSX, None).expect("a spreadsheet").lacks_values);
}

#[test]
fn days_count_from_1904_where_the_file_says_so() {
    let opened = open(SINCE_1904, None).expect("a spreadsheet");
    let imported = read(&opened, Some((0, 3))).expect("two columns");
    assert_eq!(imported.dataset.x().label(), "day (days since 2024-01-05)");
    let points: Vec<_> = imported.dataset.points().iter().collect();
    assert_eq!(points, [(0.0, 10.5), (1.0, 21.0), (2.0, 31.5), (3.0, 42.0)]);
}

#[test]
fn times_of_the_day_and_longer_ones_are_hours() {
    let opened = open(SINCE_1904, None).expect("a spreadsheet");
    let imported = read(&opened, Some((1, 2))).expect("two columns");
    assert_eq!(imported.dataset.x().label(), "start (hours)");
    let points: Vec<_> = imported.dataset.points().iter().collect();
    assert_eq!(points, [(6.5, 20.0), (7.5, 22.0), (8.5, 24.0), (9.5, 26.0)]);
}

#[test]
fn true_and_false_are_words() {
    for bytes in [XLSX, ODS] {
        let opened = open(bytes, None).expect("a spreadsheet");
        let outline = read(&opened, None).expect("two columns").outline;
        let rain = outline.headings().iter().position(|heading| heading == "Rain").expect("Rain");
        let refusal = read(&opened, Some((rain, 1))).expect_err("words").to_string();
        assert!(refusal.contains("'TRUE' in Rain"), "{refusal}");
    }
}
