//! Files of every day: currencies, units, marks of the statistical offices, dates as people write them, odd delimiters,
//! notes above and below; and refusals that say what to do.

use downhill::import::{Choices, Delimiter, Imported};

use super::{guessed, read};

fn points(imported: &Imported) -> Vec<(f64, f64)> {
    imported.dataset.points().iter().collect()
}

fn check(input: impl AsRef<[u8]>, expected: &[(f64, f64)]) -> Imported {
    let shown = String::from_utf8_lossy(input.as_ref()).into_owned();
    let imported =
        read(input, Choices::default(), None).unwrap_or_else(|error| panic!("{shown:?}: {error}"));
    assert_eq!(points(&imported), expected, "{shown:?}: {}", imported.report);
    imported
}

fn refused(input: &str) -> String {
    read(input, Choices::default(), None).expect_err("no two columns").to_string()
}

#[test]
fn currencies_shares_and_factors_are_numbers() {
    check(
        "a,b\n$1,-5%\n$2,(6%)\n$-3,7%\n".replace("1,-", "10,-").as_str(),
        &[(10.0, -5.0), (2.0, -6.0), (-3.0, 7.0)],
    );
    check(
        "a;b\n1.234,50 €;1,2k\n999,00 €;950\n2.000,00 €;2k\n",
        &[(1234.5, 1200.0), (999.0, 950.0), (2000.0, 2000.0)],
    );
    check("a;b\n1,5 Mio.;2\n2,5 Mio.;3\n", &[(1.5e6, 2.0), (2.5e6, 3.0)]);
    check("a,b\n1'200,2\n12'500,3\n", &[(1200.0, 2.0), (12500.0, 3.0)]);
    let read = check("len,w\n12 cm,3\n15.5 cm,4\n", &[(12.0, 3.0), (15.5, 4.0)]);
    assert_eq!(read.dataset.x().label(), "len (cm)");
    // A number without the unit of the others may have another one.
    let read = check(
        "len,w\n12 cm,3\n15.5 cm,4\n20 cm,5\n16,4\n",
        &[(12.0, 3.0), (15.5, 4.0), (20.0, 5.0)],
    );
    assert_eq!(read.report.not_numbers.first[0].line, 5);
}

#[test]
fn marks_of_the_offices_are_missing_values() {
    let read = check("a;b\n1;2\n:;3\n4;..\n5;/\n6;x\n7;: c\n8;9\n", &[(1.0, 2.0), (8.0, 9.0)]);
    assert_eq!((read.report.missing.rows, read.report.not_numbers.rows), (5, 0));
}

#[test]
fn dates_are_read_as_people_write_them() {
    for (dates, label) in [
        (["05.01.2024", "07.01.2024", "10.01.2024"], "when (days since 2024-01-05)"),
        (["5/1/2024", "7/1/2024", "31/1/2024"], "when (days since 2024-01-05)"),
        (["1/5/24", "1/7/24", "1/31/24"], "when (days since 2024-01-05)"),
        (["2024/01/05", "2024/01/07", "2024/01/10"], "when (days since 2024-01-05)"),
        (["2024-01", "2024-02", "2024-03"], "when (days since 2024-01-01)"),
        (["Jan-24", "Feb-24", "Mar-24"], "when (days since 2024-01-01)"),
        (["5 Jan 2024", "7 Jan 2024", "10 Jan 2024"], "when (days since 2024-01-05)"),
        (
            ["1/15/2024 1:30 PM", "1/15/2024 2:30 PM", "1/15/2024 3:30 PM"],
            "when (days since 2024-01-15)",
        ),
        (["12:30", "13:00", "14:00"], "when (hours)"),
    ] {
        let text = format!("when;v\n{};1.5\n{};2\n{};3\n", dates[0], dates[1], dates[2]);
        let imported = read(&text, Choices::default(), Some((0, 1))).expect("dates");
        assert_eq!(imported.report.used, 3, "{text:?}: {}", imported.report);
        assert_eq!(imported.dataset.x().label(), label, "{text:?}");
        let xs = imported.dataset.points().xs().to_vec();
        assert!(xs.is_sorted(), "{xs:?}");
    }
    let read =
        read("when,v\n12:30,1\n1:00 PM,2\n", Choices::default(), Some((0, 1))).expect("times");
    assert_eq!(read.dataset.points().xs(), [12.5, 13.0]);
}

#[test]
fn one_order_of_day_and_month_holds_for_a_column_or_is_asked_for() {
    let unclear = "when,v\n01/02/2024,1\n01/03/2024,2\n";
    let sentence = refused(unclear);
    assert!(sentence.contains("'when', line 2 has '01/02/2024'"), "{sentence}");
    assert!(sentence.contains("Columns and format, Dates") && !sentence.contains("other columns"));
    let chosen = |name: &str| {
        let mut choices = Choices::default();
        assert!(choices.choose("dates", name));
        read(unclear, choices, Some((0, 1))).expect("dates").dataset.points().xs().to_vec()
    };
    assert_eq!((chosen("day-first"), chosen("month-first")), (vec![0.0, 29.0], vec![0.0, 1.0]));
    let sentence = refused("when,v\n31/12/2024,1\n12/31/2024,2\n01/02/2024,3\n");
    assert!(sentence.contains("line 3 has '12/31/2024'"), "{sentence}");
    // A date in another order is no date of the column.
    let mut rows = "when,v\n31/12/2023,1\n30/12/2023,2\n".to_owned();
    rows += &"29/12/2023,3\n".repeat(30_000);
    rows += "12/31/2024,4\n";
    let read = read(&rows, Choices::default(), Some((0, 1))).expect("dates");
    assert_eq!(
        (read.report.not_numbers.rows, read.report.not_numbers.first[0].line.number),
        (1, 30_004)
    );
}

#[test]
fn seldom_delimiters_are_told_where_they_make_columns_of_numbers() {
    for (sign, delimiter) in
        [(':', Delimiter::Colon), ('^', Delimiter::Caret), ('#', Delimiter::Hash)]
    {
        let text = "a:b:c\n1:2.5:x\n3:4.5:y\n5:6.5:z\n".replace(':', &sign.to_string());
        let read = check(&text, &[(1.0, 2.5), (3.0, 4.5), (5.0, 6.5)]);
        assert_eq!(read.report.dialect.delimiter, delimiter);
    }
    assert_eq!(guessed("t,v\n12:30,1\n12:45,2\n").report.dialect.delimiter, Delimiter::Comma);
    let quoted = "name,a,b\n\"x; y\",1,2\n\"z; w\",3,4\n\"p; q\",5,6\n";
    check(quoted, &[(1.0, 2.0), (3.0, 4.0), (5.0, 6.0)]);
    let quoted = "a,name,b\n1,\"x; y\",2\n3,\"z; w\",4\n5,\"p; q\",6\n";
    check(quoted, &[(1.0, 2.0), (3.0, 4.0), (5.0, 6.0)]);
}

#[test]
fn prose_may_stand_above_a_table() {
    let prose = "NIST/ITL StRD\nDataset Name:  Norris (Norris.dat)\n\nFile Format:   ASCII\n               Certified Values  (lines 31 to 46)\n               Data              (lines 61 to 96)\n\nProcedure:     Linear Least Squares Regression\n\nReference:     Norris, J., NIST.\n               Calibration of Ozone Monitors.\n\n\nData:          1 Response Variable (y)\n               1 Predictor Variable (x)\n              36 Observations\n\n\n     B0        -0.262323073774029     0.232818234301152\n     B1         1.00211681802045      0.429796848199937E-03\n\n\n";
    let rows = "       0.1        0.2\n     338.8      337.4\n     118.1      118.2\n     888.0      884.6\n       9.2       10.1\n";
    let expected = [(0.1, 0.2), (338.8, 337.4), (118.1, 118.2), (888.0, 884.6), (9.2, 10.1)];
    let read =
        read(format!("{prose}Data:       y          x\n{rows}"), Choices::default(), Some((0, 1)))
            .expect("a table");
    assert_eq!(read.outline.headings(), ["y", "x"]);
    assert_eq!(points(&read), expected);
    check(format!("{prose}{rows}").as_str(), &expected);
    // More than ten lines above a table of commas.
    let lines: String =
        (1..=14).map(|line| format!("Line {line} of the licence, and more.\n")).collect();
    check(
        format!("{lines}a,b,c\n1,2,x\n3,4,y\n5,6,z\n7,8,w\n").as_str(),
        &[(1.0, 2.0), (3.0, 4.0), (5.0, 6.0), (7.0, 8.0)],
    );
}

#[test]
fn headings_above_aligned_columns_may_have_spaces() {
    let text = "Station Name   Mean Temp   Rain\nOslo             5.7        763\nRome            15.7        800\nBonn            10.5        720\n";
    let read = check(text, &[(5.7, 763.0), (15.7, 800.0), (10.5, 720.0)]);
    assert_eq!(read.outline.headings(), ["Station Name", "Mean Temp", "Rain"]);
}

#[test]
fn headings_may_look_like_amounts_and_dates_above_bare_numbers() {
    for (text, headings) in [
        ("name,5 km,10 km\nAnn,20.5,43.1\nBob,22,45\n", ["name", "5 km", "10 km"]),
        ("land,Jan 2024,Feb 2024\nA,20.5,43.1\nB,22,45\n", ["land", "Jan 2024", "Feb 2024"]),
        ("land,2024Q1,2024Q2\nA,20.5,43.1\nB,22,45\n", ["land", "2024Q1", "2024Q2"]),
    ] {
        assert_eq!(check(text, &[(20.5, 43.1), (22.0, 45.0)]).outline.headings(), headings);
    }
    let amounts = "5 km,1.5\n10 km,2\n12 km,3\n";
    assert_eq!(check(amounts, &[(5.0, 1.5), (10.0, 2.0), (12.0, 3.0)]).report.dialect.headings, 0);
}

#[test]
fn one_broken_byte_does_not_make_another_encoding() {
    let bytes = ["Größe,Höhe\n".as_bytes(), b"1,2\n3,4\n\xff,5\n"].concat();
    let read = check(bytes, &[(1.0, 2.0), (3.0, 4.0)]);
    assert_eq!(read.outline.headings(), ["Größe", "Höhe"]);
}

#[test]
fn a_refusal_names_the_column_the_cell_and_its_line() {
    let sentence = refused("name,len\nAnn,12 cm\nBob,5 in\n");
    assert!(
        sentence.contains(
            "In 'len', line 3 has '5 in', in 'in', but the numbers before it are in 'cm'"
        ),
        "{sentence}"
    );
    let sentence = refused("name,height\nAnn,1.8\nBob,1.7\n");
    assert!(sentence.contains("In 'name', line 2 has 'Ann', which is not a number."), "{sentence}");
}

#[test]
fn columns_in_use_are_kept_where_the_format_is_mended() {
    let mut choices = Choices::default();
    for (name, value) in [("kept-x", "c"), ("kept-y", "a"), ("decimal", "comma")] {
        assert!(choices.choose(name, value));
    }
    let kept = |input: &str| read(input, choices.clone(), None).expect("columns").columns;
    assert_eq!(kept("a;b;c\n1;2;3\n4;6;5\n"), (2, 0));
    assert_eq!(kept("a;b;d\n1;2;3\n4;6;5\n"), (0, 1));
}
