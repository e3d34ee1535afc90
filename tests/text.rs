//! The sentences: one thing is never told as several, and each variant is a whole sentence.

use downhill::data::builtin;
use downhill::data::dataset::{Dataset, DatasetError, Origin, Variable};
use downhill::edition::SampledData;
use downhill::export::python::Program;
use downhill::export::report;
use downhill::import::{Choices, Import, ImportError, sums};
use downhill::link::{self, CarriedData};
use downhill::session::{Session, Source};
use downhill::text::en;

/// A session on rows of the reader's own.
fn session(dataset: Dataset) -> Session {
    let mut session = Session::on_builtin(builtin::first());
    session.choose(Source::Own { name: "heights.csv".to_owned(), address: None }, dataset);
    session
}

/// As many rows as asked for.
fn rows(count: usize) -> Dataset {
    let (xs, ys): (Vec<f64>, Vec<f64>) = (0..count).map(|row| (row as f64, 2.0)).unzip();
    Dataset::from_columns(&xs, &ys).expect("sound data")
}

/// Three rows of which so many points are known.
fn sums_of_three(points: usize) -> Dataset {
    let whole = rows(3);
    let points: (Vec<f64>, Vec<f64>) = whole.points().iter().take(points).unzip();
    Dataset::from_sums(
        *whole.summary(),
        0.0,
        points.0,
        points.1,
        Origin::Sample(SampledData::PROOF),
    )
    .expect("sums")
}

/// Sentences about a file, as one text.
fn report_of(file: &str) -> Result<String, ImportError> {
    let mut import = Import::new(Choices::default(), None);
    import.feed(file.as_bytes())?;
    Ok(import.finish()?.report.to_string())
}

#[test]
fn one_row_of_a_file_is_told_as_one() {
    assert_eq!(report_of("a,b\n1,2\n").expect("one row"), "1 row read, 1 used.");
}

#[test]
fn one_line_above_a_table_is_told_as_one() {
    let table = "a,b,c\n1.5,10,x\n2.25,-20,y\n3,30.5,z\n";
    for (above, told) in [
        ("A year\n", "The first line is not part of the table."),
        ("A year\nof weather\n", "The first 2 lines are not part of the table."),
    ] {
        let report = report_of(&format!("{above}{table}")).expect("a table");
        assert!(report.contains(told), "{report}");
    }
}

#[test]
fn one_row_or_column_that_cannot_be_used_is_told_as_one() {
    let nothing = |rows| {
        let (x, y) = ("a".to_owned(), "b".to_owned());
        ImportError::NothingUsable { rows, x, y, first: None, obstacle: None }.to_string()
    };
    assert!(nothing(1).starts_with("The only row does not have a number in both 'a' and 'b'."));
    assert!(nothing(2).starts_with("None of the 2 rows has a number in both 'a' and 'b'."));
    let no_column = |columns| ImportError::NoSuchColumn { column: 3, columns }.to_string();
    assert!(no_column(1).starts_with("There is no column 3: this file has only one."));
    assert_eq!(no_column(2), "There is no column 3: this file has 2. Choose one of those.");
    let lengths = |x, y| DatasetError::Lengths { x, y }.to_string();
    assert!(
        lengths(1, 2).starts_with("The columns differ in length: x has 1 number, y has 2 numbers.")
    );
}

#[test]
fn one_row_of_a_pasted_answer_is_told_as_one() {
    let refused = sums::sums("5\n").expect_err("one number is no answer").to_string();
    assert!(!refused.contains("1 values"), "{refused}");
    let answer = sums::sums("4,2.5,6,5,10,20,1,4,3,9").expect("sums");
    let summed = |drawn, left_out| en::sums::summed(&answer, drawn, left_out);
    assert!(summed(2, 1).contains(
        &"1 row of the sample has no number in one of the columns, and was left out.".to_owned()
    ));
    assert!(summed(2, 2).contains(
        &"2 rows of the sample have no number in one of the columns, and were left out.".to_owned()
    ));
    let one = summed(1, 0).join(" ");
    assert!(one.contains("The point is one of them, chosen at random;"), "{one}");
}

#[test]
fn one_row_in_a_link_is_told_as_one() {
    for (carried, told) in [
        (CarriedData::Rows(1), "A link carries your 1 row, the settings, the epoch and the view."),
        (CarriedData::Rows(3), "A link carries your 3 rows, the settings, the epoch and the view."),
        (
            CarriedData::Sums { rows: 1, points: 0 },
            "A link carries the exact sums of your 1 row, the settings, the epoch and the view.",
        ),
    ] {
        assert_eq!(en::link::to_come(carried), told);
    }
    assert_eq!(en::link::sent(1, 1, true), ["This row came with the link."]);
    assert_eq!(en::link::sent(2, 2, true), ["These 2 rows came with the link."]);
    let sums = en::link::sent(3, 1, false).join(" ");
    assert!(sums.contains("The point is one of them, chosen at random,"), "{sums}");
}

#[test]
fn one_point_is_described_as_one() {
    for (dataset, told) in [
        (rows(1), ": 1 point, and the line ŷ = "),
        (rows(2), ": 2 points, and the line ŷ = "),
        (sums_of_three(1), ": a sample of 1 of 3 points, and the line ŷ = "),
        (
            sums_of_three(0),
            ": no points, but ellipses for the spread of 3 rows whose sums are known, and the line ŷ = ",
        ),
    ] {
        let described = en::description::data(&session(dataset));
        assert!(described.contains(told), "{described}");
    }
    let tip = en::tip::point(&session(rows(1)), (0.0, 2.0));
    assert_eq!(tip.table[2][0], "mean of one point");
    let tip = en::tip::point(&session(rows(2)), (0.0, 2.0));
    assert_eq!(tip.table[2][0], "mean of all 2");
}

#[test]
fn one_row_in_an_export_is_told_as_one_and_two_as_both() {
    let program = |rows_: usize| {
        let mut session = session(rows(rows_));
        session.seek(1);
        Program::of(&session, None).expect("a program").sentence()
    };
    assert!(program(1).contains("The only row is included."), "{}", program(1));
    assert!(program(2).contains("Both rows are included."), "{}", program(2));
    for (size, told) in [(1, "1 row each"), (2, "2 rows each")] {
        let session = link::set_up(&format!("data=faithful&batch={size}~7")).expect("a link");
        let report = report::report(&session, &[]);
        assert!(report.contains(told), "{report}");
    }
}

#[test]
fn a_variable_without_a_unit_is_named_alone() {
    let session = session(rows(2).named(
        Variable { name: "dose".to_owned(), unit: Some("mg".to_owned()) },
        Variable { name: "height".to_owned(), unit: None },
    ));
    assert_eq!(en::prediction::at(session.dataset(), session.run(), 1.0), "ŷ = 0 at x = 1 mg");
}
