//! The form of a table: line ends, delimiter, quotes, headings, and the columns that are guessed.

use downhill::data::dataset::Variable;
use downhill::import::{Delimiter, Encoding, ImportError};

use super::{TWO, check, guessed, select};

#[test]
fn any_line_end_will_do() {
    for input in ["a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r"] {
        check(input, &["a", "b"], TWO);
        check(input.trim_end(), &["a", "b"], TWO);
    }
}

#[test]
fn blank_lines_are_no_rows() {
    check("\n\na,b\n\n1,2\n\n3,4\n\n", &["a", "b"], TWO);
    assert_eq!(guessed("\r\na,b\r\n\r\n1,2\r\n3,4\r\n\r\n").report.read, 2);
}

#[test]
fn a_bom_is_no_part_of_the_first_heading() {
    check("\u{feff}a,b\n1,2\n3,4\n", &["a", "b"], TWO);
    check("\u{feff}\"a\",b\n1,2\n3,4\n", &["a", "b"], TWO);
}

#[test]
fn the_delimiter_is_found() {
    for delimiter in [",", ";", "\t", "|"] {
        check("a,b\n1,2\n3,4\n".replace(',', delimiter), &["a", "b"], TWO);
    }
    check("sep=;\r\na;b\r\n1;2\r\n3;4\r\n", &["a", "b"], TWO);
    let report = guessed("a\tb\n1\t2\n").report;
    assert_eq!(report.dialect.delimiter, Delimiter::Tab);
    assert!(report.to_string().contains("separated by tabs"), "{report}");
}

#[test]
fn quoted_cells_may_hold_anything() {
    check("\"a, or so\",b\n\"1\",2\n3,\" 4 \"\n", &["a, or so", "b"], TWO);
    check("\"say \"\"a\"\"\",b\n1,2\n3,4\n", &["say \"a\"", "b"], TWO);
    check("a,b,c\n1,2,\"one\ntwo\"\n3,4,\"one, \"\"two\"\"\"\n", &["a", "b", "c"], TWO);
}

#[test]
fn rows_that_are_short_or_long_are_left_out() {
    check("a,b,c\n1,2,5\n9,9,5,6,7\n3,4,5\n", &["a", "b", "c"], TWO);
    let report = guessed("a,b,c\n1,2,3\n4,5,6\n7,\n").report;
    assert_eq!((report.read, report.used, report.ragged.rows), (3, 2, 1));
}

#[test]
fn headings_are_trimmed_filled_in_and_told_apart() {
    check(" a , b ,,a,\n1,2,,5,\n3,4,,6,\n", &["a", "b", "column 3", "a (2)", "column 5"], TWO);
}

#[test]
fn a_heading_in_windows_1252_is_read() {
    check(b"a,t (\xb0C)\n1,2\n3,4\n", &["a", "t (°C)"], TWO);
    assert_eq!(guessed(b"a,t (\xb0C)\n1,2\n").report.dialect.encoding, Encoding::Windows1252);
}

#[test]
fn units_are_taken_from_headings() {
    let data = guessed("MinTemp (°C),length [cm]\n1,2\n3,4\n").dataset;
    assert_eq!(data.x(), &Variable { name: "MinTemp".into(), unit: Some("°C".into()) });
    assert_eq!(data.y(), &Variable { name: "length".into(), unit: Some("cm".into()) });
}

#[test]
fn the_title_of_an_axis_leads_back_to_its_name_and_unit() {
    for (heading, name, unit) in [
        ("MinTemp (°C)", "MinTemp", Some("°C")),
        ("length [cm]", "length", Some("cm")),
        // The number that distinguishes two columns of the same name is no unit.
        ("height (2)", "height (2)", None),
        ("power [W (rms)]", "power", Some("W (rms)")),
        ("power (W (rms))", "power", Some("W (rms)")),
        ("share (of all) (%)", "share (of all)", Some("%")),
        ("odd [a)]", "odd [a)]", None),
        ("odd )", "odd )", None),
        ("(cm)", "(cm)", None),
    ] {
        let variable = Variable::from_heading(heading);
        let expected = Variable { name: name.into(), unit: unit.map(str::to_owned) };
        assert_eq!(variable, expected, "{heading}");
        assert_eq!(Variable::from_heading(&variable.label()), variable, "{heading}");
    }
    // The page shows the titles.
    let twice = guessed("height,height\n1,2\n3,4\n").dataset;
    for variable in [twice.x(), twice.y()] {
        assert_eq!(&Variable::from_heading(&variable.label()), variable);
    }
}

#[test]
fn a_first_row_of_numbers_is_data() {
    check("1,2\n3,4\n", &["column 1", "column 2"], TWO);
    check("1,2\n", &["column 1", "column 2"], &TWO[..1]);
    let report = guessed("1,2\n3,4\n").report;
    assert_eq!(report.dialect.headings, 0);
    assert!(report.to_string().contains("The first row holds numbers"), "{report}");
}

#[test]
fn numbers_are_read_as_rust_reads_them() {
    let text = "0.1,-1e-300\n5e-324,1.7976931348623157e308\n.5,+5.\n";
    let sums = select(format!("a,b\n{text}"), 0, 1);
    assert!(matches!(sums, Err(ImportError::Data(_))), "1.8e308 has no finite square");
    check("a,b\n0.1,-1e-30\n.5,+5.\n", &["a", "b"], &[(0.1, -1e-30), (0.5, 5.0)]);
}

#[test]
fn a_declared_delimiter_is_taken_at_its_word() {
    let imported = guessed("sep=,\nk;m,a,b\n1;2,1,2\n5;6,3,4\n");
    assert_eq!(imported.outline.headings(), ["k;m", "a", "b"]);
    assert_eq!(imported.dataset.points().iter().collect::<Vec<_>>(), TWO);
}

#[test]
fn the_guess_is_worth_a_look() {
    for (input, expected) in [
        ("b,y,a,X\n1,2,3,4\n2,5,6,7\n", (3, 1)),
        ("b,y (cm),a,x (m)\n1,2,3,4\n2,5,6,7\n", (3, 1)),
        ("name,a,b\np,1,2\nq,5,4\n", (1, 2)),
        ("id,a,b\n7,1,2\n3,5,4\n", (1, 2)),
        ("n,a,b\n1,1,2\n2,5,4\n3,9,1\n", (1, 2)),
        ("k,a,b\n5,1,2\n5,5,4\n", (1, 2)),
        ("a,b,c\n,1,2\n,5,4\n3,9,1\n", (1, 2)),
        ("a,b,c\n1,T,2\n2,1,4\n4,2,1\n8,3,1\n9,4,3\n", (0, 2)),
        // Columns that were set aside are guessed where no better ones are left.
        ("hours,score\n1,50\n2,55\n3,61\n", (0, 1)),
        ("a,k,b\np,5,2\nq,5,4\n", (1, 2)),
        ("x,a,b\np,1,2\nq,5,4\n", (1, 2)),
    ] {
        assert_eq!(guessed(input).outline.guess, Ok(expected), "{input:?}");
    }
}

#[test]
fn the_mark_of_a_group_is_not_guessed() {
    let rows: String =
        (0..20).map(|row| format!("{},{},{}\n", row / 10, row % 7, row % 5)).collect();
    assert_eq!(guessed(format!("group,a,b\n{rows}")).outline.guess, Ok((1, 2)));
}
