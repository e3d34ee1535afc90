use super::alien::{binary, declared};
use super::heading_rows::{are_years, heading_rows, preamble};
use super::rows::{Row, common_width};
use super::*;
use crate::import::Foreign;
use crate::import::dialect::Quote;

fn whole(text: &str) -> Text<'_> {
    Text { text: text.as_bytes(), whole: true, line: 1 }
}

fn table(rows: &[&str]) -> Vec<Row> {
    rows.iter().map(|row| row.split(',').map(|cell| cell.as_bytes().to_vec()).collect()).collect()
}

fn commas() -> Dialect {
    Dialect::default()
}

#[test]
fn as_many_records_are_cut_as_are_asked_for() {
    let text = whole("a,b\n1,2\n3,4\n");
    assert_eq!(text.rows(&commas(), 2), table(&["a,b", "1,2"]));
    assert_eq!(text.rows(&commas(), 9).len(), 3);
}

#[test]
fn the_records_that_share_the_common_width_agree() {
    for (text, expected) in [
        ("a,b\n1,2\n3,4\n", (1_000, 3)),
        ("a,b\n1,2\n3\n4,5\n", (750, 3)),
        ("a\nb\nc\n", (0, 0)),
        // R leaves out the heading of the rows' names; a title is no such heading.
        ("a,b\n1,2,3\n4,5,6\n", (1_000, 3)),
        ("title\n1,2\n3,4\n", (666, 2)),
        // A quote that is never closed speaks against the dialect.
        ("a,b\n1,2\n\"3,4\n", (666, 2)),
    ] {
        assert_eq!(whole(text).agreement(&commas()), expected, "{text:?}");
    }
}

#[test]
fn the_delimiter_is_the_one_that_most_records_agree_on() {
    let spaced = |ragged: usize| ["1, 2\n".repeat(10 - ragged), "3, 4,\n".repeat(ragged)].concat();
    for (text, expected) in [
        // Of two that all records agree on, the likelier one.
        ("1,5;2,5\n3,5;4,5\n".to_owned(), Delimiter::Semicolon),
        ("a,b|c\n1,2|3\n4,5|6\n".to_owned(), Delimiter::Pipe),
        // Spaces only where nothing else splits four fifths of the records alike.
        (spaced(1), Delimiter::Comma),
        (spaced(2), Delimiter::Comma),
        (spaced(3), Delimiter::Spaces),
        // Commas that are decimal ones.
        ("1,5 12,1\n".repeat(6), Delimiter::Spaces),
        // Where they are, every record has a second cell.
        (["1,5 12,1\n".repeat(12), "3,5\n".to_owned()].concat(), Delimiter::Comma),
        ("a\nb\nc\n".to_owned(), Delimiter::Comma),
    ] {
        assert_eq!(whole(&text).delimiter(&commas()), expected, "{text:?}");
    }
}

#[test]
fn single_quotes_are_told_where_several_cells_stand_between_them() {
    for (text, expected) in [
        ("'a','b'\n'1','2'\n'3','4'\n", Quote::Single),
        ("'a,b',c\n'd',1\n'e,f,g',2\n", Quote::Single),
        // One alone may be part of a name.
        ("name,a\n'x',1\ny,2\n", Quote::Double),
        ("name,a\n'tis,1\ny,2\n", Quote::Double),
        ("a,b\n1,2\n", Quote::Double),
        // Cells between double quotes tell that those are the quotes.
        ("\"a\",'b'\n\"c\",'d'\n", Quote::Double),
    ] {
        assert_eq!(whole(text).quote(&commas()), expected, "{text:?}");
    }
}

#[test]
fn the_common_width_is_that_of_a_table_even_where_lines_of_text_are_more() {
    for (rows, expected) in [
        (&["a,b,c", "1,2,3", "4,5"][..], 3),
        (&["a", "b", "c", "1,2", "3,4"], 2),
        (&["1,2", "3,4,5", "6,7,8", "9,10"], 2),
        (&["a", "b"], 1),
        (&[], 0),
    ] {
        assert_eq!(common_width(&table(rows)), expected, "{rows:?}");
    }
}

#[test]
fn what_is_narrower_than_the_table_stands_before_it() {
    for (rows, width, expected) in [
        (&["a,b", "1,2"][..], 2, 0),
        (&["Weather", "a,b,c", "1,2,3"], 3, 1),
        // A spreadsheet fills a title up with empty cells.
        (&["Weather,,", "a,b,c", "1,2,3"], 3, 1),
        (&["source,2020,,,", "a,b,c,d,e", "1,2,3,4,5"], 5, 1),
        (&["Weather,2020", "a,b,c,d", "1,2,3,4"], 4, 1),
        // Half of the headings are enough for a row of headings.
        (&["a,,c,", "1,2,3,4"], 4, 0),
        (&["a,,c,,e,", "1,2,3,4,5,6"], 6, 0),
        // R leaves out one.
        (&["a,b", "1,2,3"], 3, 0),
        (&["a", "1", "2"], 1, 0),
    ] {
        assert_eq!(preamble(&table(rows), width), expected, "{rows:?}");
    }
}

#[test]
fn the_decimal_sign_is_told_by_the_numbers_that_need_one() {
    use Decimal::{Comma, Point};
    for (cells, delimiter, expected) in [
        (&["1.5", "2"][..], Delimiter::Semicolon, Point),
        (&["1,5", "2"], Delimiter::Semicolon, Comma),
        // The sign that more numbers need.
        (&["1.5", "2.5", "3,5"], Delimiter::Semicolon, Point),
        (&["1,5", "2,5", "3.5"], Delimiter::Semicolon, Comma),
        (&["1.5", "2,5"], Delimiter::Semicolon, Point),
        // 1,500 may be both; 1.500 is a point unless another number says otherwise.
        (&["1,500"], Delimiter::Semicolon, Comma),
        (&["1,500"], Delimiter::Tab, Point),
        (&["1,500", "2.25"], Delimiter::Semicolon, Point),
        (&["1.500"], Delimiter::Semicolon, Point),
        (&["1", "2"], Delimiter::Semicolon, Point),
        (&["a.b", "1"], Delimiter::Semicolon, Point),
    ] {
        let bytes = cells.iter().map(|cell| cell.as_bytes());
        assert_eq!(decimal(bytes, Some(delimiter)), expected, "{cells:?} {delimiter:?}");
    }
}

#[test]
fn words_above_numbers_are_headings() {
    for (rows, expected) in [
        (&["a,b", "1,2"][..], 1),
        (&["1,2", "3,4"], 0),
        // One word among numbers is no heading.
        (&["1,x", "2,y", "3,z", "4,w", ",v", ",u", ",t"], 0),
        // Of nothing but words, the first row.
        (&["name,town", "Ann,Rome", "Bob,Oslo", "Cid,Bonn"], 1),
        (&["1,x", "a,y", "b,z"], 1),
        (&["1,", "a,y", "b,z"], 0),
        // A column is one of numbers where more than half of its cells are.
        (&["name,town", "Ann,Rome", "Bob,Oslo", "Cid,Bonn", "Dan,7"], 1),
        (&["name,town", "Ann,Rome", "Bob,Oslo", "Cid,Bonn", "Dan,7", "Eve,Nice", "Flo,Lyon"], 1),
        // Units, but not among so few rows that a fault is as likely.
        (&["t,wind", "C,m/s", "1,2", "3,4", "5,6"], 2),
        (&["t,wind", "x,y", "1,2", "3,4"], 1),
        (&["a,b", "c,d", "e,f", "g,h", "1,2", "3,4", "5,6"], 3),
        // A note or a number in it makes it a row.
        (&["a,b,c", ",,x", "1,2,y", "3,4,z", "5,6,w"], 1),
        (&["a,b,c", "x,y,7", "1,2,p", "3,4,q", "5,6,r"], 1),
        (&["a,b,c", "x,2,p", "1,2,p", "3,4,q", "5,6,r"], 1),
        (&["a,b", "NA,NA", "1,2", "3,4", "5,6"], 1),
    ] {
        assert_eq!(heading_rows(&table(rows)), expected, "{rows:?}");
    }
}

#[test]
fn three_consecutive_years_beside_a_word_are_headings() {
    for (row, expected) in [
        ("country,1990,1991,1992", true),
        ("1990,1991,1992", false),
        ("country,1990,1991", false),
        ("country,1990,1992,1994", false),
        ("country,1,2,3", false),
        ("country,1990.5,1991.5,1992.5", false),
    ] {
        assert_eq!(are_years(&table(&[row])[0]), expected, "{row}");
    }
}

#[test]
fn a_text_may_have_a_twentieth_of_control_characters() {
    let text = |controls: usize| [vec![1; controls], vec![b'a'; 20 - controls]].concat();
    assert_eq!(binary(&text(0)), None);
    assert_eq!(binary(&text(1)), None);
    assert_eq!(binary(&text(2)), Some(Foreign::Binary));
    assert_eq!(binary(b"\0\t\n\r\x0c\x1a"), None);
}

#[test]
fn the_first_line_may_declare_the_delimiter() {
    for (text, expected) in [
        ("sep=;\n1;2", Some((Delimiter::Semicolon, 6))),
        ("sep=\t\r\n1\t2", Some((Delimiter::Tab, 7))),
        ("sep=,\r1,2", Some((Delimiter::Comma, 6))),
        // Blank lines behind it are lines of the text.
        ("sep=;\n\n\n1;2", Some((Delimiter::Semicolon, 6))),
        ("sep=;", None),
        ("sep=;x\n", None),
        ("sep=x\n", None),
        ("a;b\n", None),
    ] {
        assert_eq!(declared(text.as_bytes()), expected, "{text:?}");
    }
}
