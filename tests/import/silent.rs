//! Files that were once read wrongly without a word, with their neighbours.

use downhill::import::{Choices, Decimal, ImportError, Imported};

use super::{guessed, read, select};

type Points<'a> = &'a [(f64, f64)];

fn points(imported: &Imported) -> Vec<(f64, f64)> {
    imported.dataset.points().iter().collect()
}

/// Checks the points of two columns, and the lines of the rows that the report names.
fn check(input: &str, columns: (usize, usize), expected: Points, lines: &[u64]) -> Imported {
    let imported = select(input, columns.0, columns.1).expect("rows with numbers");
    assert_eq!(points(&imported), expected, "{input:?}: {}", imported.report);
    let report = &imported.report;
    let all = report.left_out().into_iter().map(|(_, left_out)| left_out);
    let all = all.chain([&report.kept, &report.quotes]).flat_map(|rows| &rows.first);
    let mut named: Vec<u64> = all.map(|row| row.line.number).collect();
    named.sort_unstable();
    named.dedup();
    assert_eq!(named, lines, "{input:?}: {report}");
    imported
}

#[test]
fn a_quote_behind_a_space_is_a_quote() {
    let input = "time, temp, note\n1.234, 20.125, \"start, cold\"\n2.345, 21.250, \"warm, wind\"\n3.456, 22.375, \"end\"\n";
    check(input, (0, 1), &[(1.234, 20.125), (2.345, 21.25), (3.456, 22.375)], &[]);
    check("a;\tb\n1;\t\"2\"\n3;\t\"4\"\n", (0, 1), &[(1.0, 2.0), (3.0, 4.0)], &[]);
    check("a,b,c\n \"1\" , \"2\" ,x\n3,4,y\n", (0, 1), &[(1.0, 2.0), (3.0, 4.0)], &[]);
}

#[test]
fn rows_of_another_width_are_left_out_and_named() {
    let rest = "\n7,8,9\n10,11,12\n";
    let all: Points = &[(1.0, 3.0), (7.0, 9.0), (10.0, 12.0)];
    check(&format!("a,b,c\n1,2,3\n4,,5,6{rest}"), (0, 2), all, &[3]);
    check(&format!("a,b,c\n1,2,3\n45,6{rest}"), (0, 2), all, &[3]);
    let read = check(
        &format!("a,b,c\n1,2,3\n45,6{rest}"),
        (0, 1),
        &[(1.0, 2.0), (7.0, 8.0), (10.0, 11.0)],
        &[3],
    );
    assert!(
        read.report.to_string().contains("line 3: 2 cells in place of 3, '45,6'"),
        "{}",
        read.report
    );
    check(
        "day,sales,staff\n1,950,3\n2,1,050,4\n3,975,3\n",
        (0, 1),
        &[(1.0, 950.0), (3.0, 975.0)],
        &[3],
    );
    check(
        "day,sales\n1,1,050\n2,1,100\n3,950\n4,960\n",
        (0, 1),
        &[(3.0, 950.0), (4.0, 960.0)],
        &[2, 3],
    );
    // With spaces and with quotes as well.
    check(
        "a b c\n1 2 3\n4 5\n7 8 9\n10 11 12\n",
        (0, 1),
        &[(1.0, 2.0), (7.0, 8.0), (10.0, 11.0)],
        &[3],
    );
    check(
        "a,b,c\n\"1\",\"2\",\"3\"\n\"4\",\"5\",\"6\",\"7\"\n\"7\",\"8\",\"9\"\n",
        (0, 1),
        &[(1.0, 2.0), (7.0, 8.0)],
        &[3],
    );
}

#[test]
fn rows_of_another_width_are_kept_where_it_does_not_matter() {
    // A delimiter too many at the end.
    check("a,b,c\n1,2,3\n4,5,6,\n7,8,9\n", (0, 2), &[(1.0, 3.0), (4.0, 6.0), (7.0, 9.0)], &[3]);
    // A note that is not there: what is there are numbers, in their places.
    check("a,b,note\n1,2,x\n4,5\n7,8,y\n", (0, 1), &[(1.0, 2.0), (4.0, 5.0), (7.0, 8.0)], &[3]);
    // A blank end of all rows.
    check("a,b\n1,2,\n3,4,\n", (0, 1), &[(1.0, 2.0), (3.0, 4.0)], &[]);
    // An empty cell may be one too many.
    check("a,b,c\n1,2,3\n4,,6,\n7,8,9\n", (0, 2), &[(1.0, 3.0), (7.0, 9.0)], &[3]);
}

#[test]
fn a_stray_quote_swallows_no_rows() {
    let input = "name,x,y\nAnn,1,2\n\"Bob,3,4\nCid,5,6\n\"Dan\",7,8\nEve,9,10\n";
    check(input, (1, 2), &[(1.0, 2.0), (3.0, 4.0), (5.0, 6.0), (7.0, 8.0), (9.0, 10.0)], &[3]);
    check("a,b\n\"1\"5,2\n3,4\n5,6\n", (0, 1), &[(3.0, 4.0), (5.0, 6.0)], &[2]);
    check("a,b\n1,2\n\"\"3,4\n5,6\n", (0, 1), &[(1.0, 2.0), (5.0, 6.0)], &[3]);
    // The next quote closes a cell, but the lines between are rows.
    let input = "x,y,name\n1,2,\"Ann\n3,4,Bob\n5,6,Cid\n7,8,Dan\"\n9,10,Eve\n";
    check(input, (0, 1), &[(1.0, 2.0), (3.0, 4.0), (5.0, 6.0), (7.0, 8.0), (9.0, 10.0)], &[2]);
    // A text of several lines is one.
    let input = "x,y,note\n1,2,\"one\ntwo, three\"\n3,4,\"four\"\n";
    check(input, (0, 1), &[(1.0, 2.0), (3.0, 4.0)], &[]);
}

#[test]
fn an_apostrophe_is_no_quote_because_others_are() {
    let input = "name,x,y\n'Ann',1,3\n't Hart,2,5\nBob,3,7\n'Cid',4,9\nEve,5,11\n";
    check(input, (1, 2), &[(1.0, 3.0), (2.0, 5.0), (3.0, 7.0), (4.0, 9.0), (5.0, 11.0)], &[]);
    let input = "name,x,y\n'Ann, Bea',1,3\n't Hart,2,5\nBob,3,7\n'Cid, Dan',4,9\nEve,5,11\n";
    let all: Points = &[(1.0, 3.0), (2.0, 5.0), (3.0, 7.0), (4.0, 9.0), (5.0, 11.0)];
    check(input, (1, 2), all, &[3]);
}

#[test]
fn rows_one_cell_wider_than_the_headings_have_names_or_are_asked_about() {
    for input in [
        "a,b\n1,5,2\n2,5,4\n3,5,6\n4,5,8\n",
        "a,b\n5,1,2\n4,5,4\n",
        "a;b\n5;1;2\n4;5;4\n",
        "a,b,c\n1,2\n3,4\n",
    ] {
        let error = select(input, 0, 1).expect_err("unclear headings");
        assert!(matches!(error, ImportError::HeadingsDoNotFit { .. }), "{input:?}: {error}");
        assert!(error.to_string().contains("line 2: '"), "{error}");
    }
    // Names of rows, as R writes them.
    let read = guessed("x,y\nAnn,1,2\nBob,3,4\n");
    assert_eq!((read.columns, points(&read)), ((1, 2), vec![(1.0, 2.0), (3.0, 4.0)]));
    let read = guessed("x y\n1 1.5 2\n2 3.5 4\n7 5 6\n");
    assert_eq!((read.columns, points(&read).len()), ((1, 2), 3));
    // Without headings the columns are numbered.
    let choices = Choices { headings: Some(0), skip: Some(1), ..Choices::default() };
    let read = super::read("a,b\n1,5,2\n2,5,4\n3,5,6\n", choices, Some((0, 2))).expect("columns");
    assert_eq!(read.report.used, 3);
}

#[test]
fn a_second_table_is_not_read_on() {
    let rows: Points = &[(1.0, 2.0), (3.0, 4.0), (5.0, 6.0)];
    for (below, line) in [
        ("\nu,v\n100,7\n200,9\n", 6),
        ("\n\nTable 2\nu,v\n100,7\n", 7),
        (",\nu,v\n100,7\n", 6),
        ("\nu,v,w\n100,7,8\n", 6),
        ("\nSource: a book\n", 6),
        ("\nSource: a book\nLast updated 2024\n", 6),
    ] {
        let read = check(&format!("x,y\n1,2\n3,4\n5,6\n{below}"), (0, 1), rows, &[]);
        assert_eq!(read.report.read, 3, "{below:?}");
        let told = read.report.below.expect("something below");
        assert_eq!(told.line, line, "{below:?}");
    }
    // Blank lines and the headings once more are within a table; so are notes, which are named.
    check("x,y\n1,2\n\n3,4\n\n\n5,6\n", (0, 1), rows, &[]);
    check("x,y\n1,2\n\nx,y\n3,4\n5,6\n", (0, 1), rows, &[4]);
    check("x,y\n1,2\n\nmoved to the roof\n\n3,4\n5,6\n", (0, 1), rows, &[4]);
    check("x,y\n1,2\n\nNA,NA\n3,4\n5,6\n", (0, 1), rows, &[4]);
}

#[test]
fn three_digits_behind_a_sign_are_thousands_where_that_is_proved() {
    let input = "x\ty\n0,125\t3\n0,500\t4\n0,875\t5\n0,250\t2\n";
    check(input, (0, 1), &[(0.125, 3.0), (0.5, 4.0), (0.875, 5.0), (0.25, 2.0)], &[]);
    let input = "0,125\t3\n0,500\t4\n0,875\t5\n0,250\t2\n";
    check(input, (0, 1), &[(0.125, 3.0), (0.5, 4.0), (0.875, 5.0), (0.25, 2.0)], &[]);
    let input = "m2;preis\n50;1.500\n60;1.620\n70;1.690\n80;1.810\n40;950\n";
    let rows: Points =
        &[(50.0, 1500.0), (60.0, 1620.0), (70.0, 1690.0), (80.0, 1810.0), (40.0, 950.0)];
    assert_eq!(check(input, (0, 1), rows, &[]).report.open, None);
    // One column proves the sign of the other.
    let input = "a;b\n1.500;2,5\n1.750;3,5\n";
    check(input, (0, 1), &[(1500.0, 2.5), (1750.0, 3.5)], &[]);
    // Each column has its own where each proves one.
    let input = "lat;preis\n45.0703;1,899\n44.1234;1,2\n43.123;1,345\n";
    check(input, (0, 1), &[(45.0703, 1.899), (44.1234, 1.2), (43.123, 1.345)], &[]);
}

#[test]
fn where_nothing_proves_it_both_readings_are_told() {
    let input = "Jahr;Einwohner\n2001;1.234\n2002;1.345\n2003;1.456\n";
    let read_as = |decimal: Option<Decimal>| {
        let choices = Choices { decimal, ..Choices::default() };
        let imported = read(input, choices, Some((0, 1))).expect("two columns");
        let open = imported.report.open.clone().expect("a question");
        (points(&imported)[0].1, open.otherwise, open.decimal, open.first.line.number)
    };
    assert_eq!(read_as(None), (1.234, 1234.0, Decimal::Comma, 2));
    assert_eq!(read_as(Some(Decimal::Comma)), (1234.0, 1.234, Decimal::Point, 2));
    // Proved.
    assert_eq!(guessed("a;b\n1.5;1.234\n2.5;1.345\n").report.open, None);
    assert_eq!(guessed("a;b\n15;0.234\n25;1.345\n").report.open, None);
}

#[test]
fn eight_digits_are_a_date_and_a_list_of_a_program_is_no_table() {
    let read = guessed("day,v\n20240105,1\n20240107,2\n20240110,4\n");
    assert_eq!(points(&read), [(0.0, 1.0), (2.0, 2.0), (5.0, 4.0)]);
    assert_eq!(read.dataset.x().label(), "day (days since 2024-01-05)");
    for list in [
        "x = [1, 2, 3]\n",
        "x = [1, 2, 3]\ny = [2, 4, 6]\n",
        "x <- c(1, 2, 3)\n",
        "x = np.array([1.5, 2])\n",
        "np.array([1.5, 2])\n",
        "data = {\"a\": [1, 2]}\n",
        "x = [\n1, 2,\n]\n",
    ] {
        let error = super::read(list, Choices::default(), None).expect_err("no table");
        assert!(error.to_string().contains("two columns"), "{list:?}: {error}");
    }
    for table in ["f(1),g\n1,2\n3,4\n", "t (s),x\n1,2\n3,4\n", "a=b,c\n1,2\n3,4\n"] {
        assert_eq!(points(&guessed(table)), [(1.0, 2.0), (3.0, 4.0)], "{table:?}");
    }
}

#[test]
fn no_identifier_is_guessed() {
    for input in [
        "idImpianto,a,b\n10041,1,2\n10077,5,4\n10112,3,3\n",
        "PassengerId,a,b\n3,1,2\n7,5,4\n9,3,3\n",
        "ZIP code,a,b\n10041,1,2\n10077,5,4\n10112,3,3\n",
        "cap,a,b\n00165,1,2\n20151,5,4\n16126,3,3\n",
    ] {
        assert_eq!(guessed(input).columns, (1, 2), "{input:?}");
    }
}
