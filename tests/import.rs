//! Files as people have them, and what is made of them.

use crate::common::{is_close, weather};
use downhill::data::dataset::Origin;
use downhill::data::dataset::Variable;
use downhill::import::{
    Choices, Delimiter, Encoding, Foreign, Import, ImportError, Imported, KEPT, SAMPLE,
};
use proptest::prelude::*;

/// The points of two columns.
type Points<'a> = &'a [(f64, f64)];

/// Reads a whole input.
fn read(
    input: impl AsRef<[u8]>,
    choices: Choices,
    columns: Option<(usize, usize)>,
) -> Result<Imported, ImportError> {
    let mut import = Import::new(choices, columns);
    import.feed(input.as_ref())?;
    import.finish()
}

fn select(input: impl AsRef<[u8]>, x: usize, y: usize) -> Result<Imported, ImportError> {
    read(input, Choices::default(), Some((x, y)))
}

fn guessed(input: impl AsRef<[u8]>) -> Imported {
    read(input, Choices::default(), None).expect("rows with numbers in two columns")
}

/// What the first two columns of `input` are called, and the points in them.
fn check(input: impl AsRef<[u8]>, headings: &[&str], points: Points) {
    let input = input.as_ref();
    let shown = String::from_utf8_lossy(input);
    let imported = select(input, 0, 1).expect("rows with numbers");
    assert_eq!(imported.outline.headings(), headings, "{shown:?}");
    assert_eq!(imported.dataset.points().iter().collect::<Vec<_>>(), points, "{shown:?}");
    assert_eq!(imported.report.used, points.len() as u64, "{shown:?}");
}

fn refusal(input: impl AsRef<[u8]>) -> String {
    select(input, 0, 1).expect_err("no table").to_string()
}

const TWO: Points = &[(1.0, 2.0), (3.0, 4.0)];

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
fn rows_may_be_short_or_long() {
    check("a,b,c\n1,2\n3,4,5,6,7\n", &["a", "b", "c"], TWO);
    let report = guessed("a,b,c\n1,2,3\n4,5,6\n7\n").report;
    assert_eq!((report.read, report.used, report.empty.rows), (3, 2, 1));
}

#[test]
fn headings_are_trimmed_filled_in_and_told_apart() {
    check(" a , b ,,a,\n1,2\n3,4\n", &["a", "b", "column 3", "a (2)", "column 5"], TWO);
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
        // What tells a second column of one name apart is no unit.
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
    // The page is told the titles.
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
fn what_is_left_out_is_counted_and_shown() {
    let input =
        "name,a,b\nx,1,2\nx,,3\nx,4,T\nx,5,nan\nx,6,inf\nx, ,y\n\nx,\"7\",\"two\nlines\"\nx,8,\n";
    let report = select(input, 1, 2).expect("one row").report;
    assert_eq!((report.read, report.used), (8, 1));
    assert_eq!((report.empty.rows, report.missing.rows, report.not_numbers.rows), (3, 2, 2));
    let shown = |first: &[downhill::import::Occurrence]| -> Vec<String> {
        first.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        shown(&report.empty.first),
        ["line 3: nothing in a", "line 7: nothing in a", "line 11: nothing in b"]
    );
    assert_eq!(shown(&report.missing.first), ["line 4: 'T' in b", "line 5: 'nan' in b"]);
    assert_eq!(
        shown(&report.not_numbers.first),
        ["line 6: 'inf' in b", "line 9: 'two lines' in b"]
    );
    assert_eq!(
        report.sentences(),
        [
            "8 rows read, 1 used.",
            "7 left out: 3 with an empty cell, 2 with a value marked as missing, 2 with a cell that \
             is no number; the first: line 3: nothing in a."
        ]
    );
}

#[test]
fn line_numbers_hold_for_every_line_end_and_behind_a_declaration() {
    for end in ["\n", "\r\n", "\r"] {
        let input = "\u{feff}sep=;\na;b\n\n1;2\n\n3;x\n".replace('\n', end);
        let report = guessed(input).report;
        assert_eq!(report.not_numbers.first[0].line, 6, "{end:?}");
    }
}

#[test]
fn blank_lines_behind_a_declaration_are_lines() {
    let report = guessed("sep=;\n\n\na;b\n1;2\n3;x\n").report;
    assert_eq!(report.not_numbers.first[0].line, 6);
}

#[test]
fn a_declared_delimiter_is_taken_at_its_word() {
    let imported = guessed("sep=,\nk;m,a,b\n1;2,1,2\n5;6,3,4\n");
    assert_eq!(imported.outline.headings(), ["k;m", "a", "b"]);
    assert_eq!(imported.dataset.points().iter().collect::<Vec<_>>(), TWO);
}

#[test]
fn only_the_first_five_of_a_kind_are_kept() {
    let input = format!("a,b\n1,2\n{}", "x,2\n".repeat(1_000));
    let left_out = select(input, 0, 1).expect("one row").report.not_numbers;
    assert_eq!((left_out.rows, left_out.first.len()), (1_000, 5));
    assert_eq!(left_out.first[4].line, 7);
}

#[test]
fn what_is_no_csv_is_told_what_to_do() {
    for (input, kind) in [
        (&b"PK\x03\x04rest"[..], Foreign::Spreadsheet),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", Foreign::Spreadsheet),
        (b"\x1f\x8b\x08", Foreign::Compressed),
        (b"%PDF-1.7", Foreign::Pdf),
        (b"\x89PNG\r\n", Foreign::Image),
        (b"\xff\xd8\xff\xe0", Foreign::Image),
        (b"GIF89a", Foreign::Image),
        (b"\x7fELF\x02\x01\x01\x03\x04", Foreign::Binary),
        (b" {\"a\": 1}", Foreign::Json),
        (b"[[1, 2], [3, 4]]", Foreign::Json),
        (b"\n<!doctype html>", Foreign::Html),
        (b"<table>", Foreign::Html),
        (b"\xef\xbb\xbf<?xml", Foreign::Html),
    ] {
        let error = select(input, 0, 1).expect_err("no table");
        assert_eq!(error, ImportError::Foreign(kind));
        assert!(error.to_string().ends_with('.'), "{error}");
    }
}

#[test]
fn an_empty_file_is_told_apart_from_one_without_rows() {
    for input in ["", "\n\n", " \t\r\n", "\u{feff}"] {
        assert_eq!(select(input, 0, 1).expect_err("no table"), ImportError::Empty);
    }
    for input in ["a,b", "a,b\n", "\u{feff}a,b\r\n\r\n"] {
        assert_eq!(select(input, 0, 1).expect_err("no table"), ImportError::OnlyHeading);
    }
    assert!(refusal("").contains("empty") && refusal("a,b").contains("no rows"));
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
        // What is set aside serves where nothing better is left.
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

#[test]
fn too_few_columns_with_numbers_are_named() {
    let error =
        |input: &str| read(input, Choices::default(), None).expect_err("no pair").to_string();
    assert!(error("name,town\np,q\n").starts_with("This file has no column with numbers."));
    assert!(
        error("name,height\np,1.8\nq,1.7\n")
            .starts_with("This file has one column with numbers, 'height'. A line needs two")
    );
    assert!(error("a\n1\n2\n").contains("'a'"));
}

#[test]
fn a_choice_that_cannot_be_used_is_explained() {
    let table = "a,b\n1,p\n2,\n";
    assert_eq!(
        select(table, 0, 2).expect_err("no third column").to_string(),
        "There is no column 3: this file has 2. Choose one of those."
    );
    assert_eq!(
        select(table, 0, 1).expect_err("no numbers in b").to_string(),
        "None of the 2 rows has a number in both 'a' and 'b' (line 2: 'p' in b). Choose other \
         columns; numbers are written like 3.5, with a point and no unit."
    );
    assert_eq!(select(table, 0, 0).expect("a column against itself").dataset.summary().n(), 2);
}

#[test]
fn the_weather_file_gives_the_known_line() {
    let (bytes, is_real) = weather::weather_csv();
    let outline = guessed(&bytes).outline;
    let (first, second) = outline.guess.clone().expect("two columns");
    assert_eq!(
        [first, second].map(|column| outline.headings()[column].as_str()),
        ["MinTemp", "MaxTemp"]
    );

    let imported = select(&bytes, first, second).expect("rows with numbers");
    assert_eq!(imported.report.to_string(), "119,040 rows read, 119,040 used.");
    let data = imported.dataset;
    assert_eq!((data.x().name.as_str(), data.y().name.as_str()), ("MinTemp", "MaxTemp"));
    let line = data.least_squares().expect("x has spread");
    if is_real {
        assert!(is_close(line.slope, 0.918_774_230_654_279_8, 1e-12), "{line:?}");
        assert!(is_close(line.intercept, 10.700_567_037_461_554, 1e-12), "{line:?}");
        assert!(is_close(data.least_cost(), 17.361_499_126_583_33, 1e-12), "{}", data.least_cost());
    } else {
        assert!((line.slope - 0.92).abs() < 0.02, "{line:?}");
    }

    let (xs, ys, _) = weather::weather_columns();
    assert_eq!((data.points().xs(), data.points().ys()), (&xs[..], &ys[..]));
}

/// Reads `bytes` and does everything with them that a page might.
fn exercise(bytes: Vec<u8>) {
    for columns in [None, Some((0, 0)), Some((0, 1)), Some((1, 0)), Some((1_000, 0))] {
        if let Ok(Imported { dataset, report, outline, .. }) =
            read(&bytes, Choices::default(), columns)
        {
            let left_out = report.empty.rows + report.missing.rows + report.not_numbers.rows;
            assert_eq!(dataset.summary().n(), report.used);
            assert_eq!(report.read, report.used + left_out);
            assert_eq!(outline.profiles.len(), outline.headings().len());
        }
    }
}

/// What is read of bytes in one piece, and of the same bytes cut at some places.
fn cut_anywhere(bytes: &[u8], cuts: &[usize], columns: Option<(usize, usize)>) {
    let whole = read(bytes, Choices::default(), columns);
    let mut import = Import::new(Choices::default(), columns);
    let mut places: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
    places.extend([0, bytes.len()]);
    places.sort_unstable();
    let fed = places.windows(2).try_for_each(|pair| import.feed(&bytes[pair[0]..pair[1]]));
    let cut = fed.and_then(|()| import.finish());
    assert_eq!(cut, whole, "{:?}", String::from_utf8_lossy(bytes));
}

proptest! {
    #[test]
    fn any_bytes_at_all_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        exercise(bytes);
    }

    #[test]
    fn anything_like_csv_is_read_or_refused(
        text in r#"(\x{feff})?([0-9]{1,3}|[ab]|"|,|;|\t|-|\.|e|\n|\r|\r\n| |é|nan){0,80}"#,
    ) {
        exercise(text.into_bytes());
    }

    #[test]
    fn slices_change_nothing(
        text in r#"(\x{feff}|sep=;\n|# note\n)?([0-9]{1,3}|[ab]|"|'|,|;|\t|-|\.|e|\n|\r|\r\n| |\\|é|nan|#){0,120}"#,
        cuts in prop::collection::vec(any::<usize>(), 0..12),
    ) {
        cut_anywhere(text.as_bytes(), &cuts, None);
        cut_anywhere(text.as_bytes(), &cuts, Some((0, 1)));
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        cut_anywhere(&wide, &cuts, Some((0, 1)));
    }

    #[test]
    fn a_written_table_reads_back(
        rows in prop::collection::vec((-1e100..1e100, -1e100..1e100), 1..60),
        delimiter in prop::sample::select(vec![",", ";", "\t", "|"]),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        quote in prop::sample::select(vec!["", "\""]),
    ) {
        let written: String = rows
            .iter()
            .map(|(x, y)| format!("{quote}{x}{quote}{delimiter}{quote}{y:e}{quote}{end}"))
            .collect();
        let input = format!("first{delimiter}second{end}{written}");
        let imported = select(input, 0, 1).expect("rows with numbers");
        prop_assert_eq!(imported.dataset.points().iter().collect::<Vec<_>>(), rows);
    }
}

#[test]
fn of_more_rows_than_are_kept_the_sums_are_exact_and_the_grid_has_them_all() {
    let rows = KEPT + 100_000;
    let mut import = Import::new(Choices::default(), None);
    import.feed(b"x,y\n").expect("a heading");
    let block = "1,2\n2,4.5\n3,6\n".repeat(1_000);
    (0..rows / 3_000).for_each(|_| import.feed(block.as_bytes()).expect("rows"));
    import.feed(b"1000,-1000\n").expect("one far away");
    let Imported { dataset, report, .. } = import.finish().expect("two columns");

    let n = (rows / 3_000 * 3_000 + 1) as u64;
    assert_eq!((dataset.summary().n(), report.used), (n, n));
    let thirds = (n - 1) as f64 / 3.0;
    let mean = (6.0 * thirds + 1_000.0) / n as f64;
    assert!((dataset.summary().mean_x() / mean - 1.0).abs() < 1e-12);
    assert_eq!(dataset.points().len(), SAMPLE);
    assert_eq!(dataset.points().origin(), Origin::Sample);
    let grid = dataset.grid().expect("where they lie");
    assert_eq!(grid.cells().map(|(.., count)| u64::from(count)).sum::<u64>(), n);
    assert!(grid.cells().any(|(.., count)| count == 1), "the one far away is in sight");
    assert!(report.sentences().concat().contains("a random sample of 300,000"));
}
