//! Rows that are left out and inputs that are refused, with the report and the messages.

use downhill::import::{Choices, Foreign, ImportError};
use downhill::text::en;

use super::{guessed, read, select};

fn refusal(input: impl AsRef<[u8]>) -> String {
    select(input, 0, 1).expect_err("no table").to_string()
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
        en::import::report(&report),
        [
            "8 rows read, 1 used.",
            "7 left out: 3 with an empty cell, 2 with a value marked as missing, 2 with a cell that is not a number; the first: line 3: nothing in a."
        ]
    );
}

#[test]
fn line_numbers_hold_for_every_line_end_and_behind_a_declaration() {
    for end in ["\n", "\r\n", "\r"] {
        let input = "\u{feff}sep=;\na;b\n\n1;2\n\n3;q\n".replace('\n', end);
        let report = guessed(input).report;
        assert_eq!(report.not_numbers.first[0].line, 6, "{end:?}");
    }
}

#[test]
fn blank_lines_behind_a_declaration_are_lines() {
    let report = guessed("sep=;\n\n\na;b\n1;2\n3;q\n").report;
    assert_eq!(report.not_numbers.first[0].line, 6);
}

#[test]
fn only_the_first_five_of_a_kind_are_kept() {
    let input = format!("a,b\n1,2\n{}", "q,2\n".repeat(1_000));
    let left_out = select(input, 0, 1).expect("one row").report.not_numbers;
    assert_eq!((left_out.rows, left_out.first.len()), (1_000, 5));
    assert_eq!(left_out.first[4].line, 7);
}

#[test]
fn what_is_no_csv_is_told_what_to_do() {
    for (input, kind) in [
        (&b"PK\x03\x04rest"[..], Foreign::Spreadsheet),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", Foreign::Spreadsheet),
        (b"PAR1\x15\x04\x15\x00PAR1", Foreign::Parquet),
        (b"ARROW1\0\0\xff\xff\xff\xff", Foreign::Arrow),
        (b"FEA1\0\0\0\0", Foreign::Arrow),
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
    // A heading may be called so.
    assert_eq!(guessed("PAR1,FEA1\n1,2\n3,4\n").outline.headings(), ["PAR1", "FEA1"]);
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
fn too_few_columns_with_numbers_are_named() {
    let error =
        |input: &str| read(input, Choices::default(), None).expect_err("no pair").to_string();
    assert!(
        error("name,town\np,q\n").starts_with("This file has no column with numbers, and a line")
    );
    assert!(
        error("name,height\np,1.8\nq,1.7\n")
            .starts_with("This file has one column with numbers, 'height', and a line needs two.")
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
         columns, or how the file is written under Columns and format. Numbers are written like \
         3.5: in a spreadsheet, format the column as Number and save the file again."
    );
    assert_eq!(select(table, 0, 0).expect("a column against itself").dataset.summary().n(), 2);
}
