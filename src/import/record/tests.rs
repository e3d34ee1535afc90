use super::*;
use Delimiter::{Comma, Spaces};

/// How the record that begins at `at` is cut, how many cells are noted, and whether its quotes are characters.
fn cut(
    delimiter: Delimiter,
    text: &str,
    at: usize,
    whole: bool,
    wanted: usize,
) -> (Cut, usize, bool) {
    let (dialect, mut cells) = (Dialect { delimiter, ..Dialect::default() }, Cells::default());
    let cut = Cutter::new(&dialect, 0).cut(text.as_bytes(), at, whole, wanted, &mut cells);
    (cut, cells.len(), cells.stray)
}

#[test]
fn only_the_cells_that_are_wanted_are_noted() {
    assert_eq!(cut(Comma, "a,b,c,d\ne\n", 0, true, 2), (Cut::Until(8), 2, false));
    assert_eq!(cut(Spaces, "a b  c d\ne\n", 0, true, 2), (Cut::Until(9), 4, false));
    assert_eq!(cut(Comma, "a,b\ne\n", 0, true, 9), (Cut::Until(4), 2, false));
}

#[test]
fn a_record_whose_end_may_follow_is_unfinished() {
    for text in
        ["", "a,b", "a,b\r", "a,\"b", "a,\"b\nc", "a,\"b\"", "\"a\"", "a,b,\"c\nd", "a,b,\"c\""]
    {
        let (found, ..) = cut(Comma, text, 0, false, 2);
        assert_eq!(found, Cut::Unfinished, "{text:?}");
        let (found, ..) = cut(Comma, &format!("1,2\n{text}"), 4, false, 2);
        assert_eq!(found, Cut::Unfinished, "{text:?} in the second line");
    }
    assert_eq!(cut(Comma, "a,\"b\nc", 0, true, 2), (Cut::Until(5), 2, true));
    assert_eq!(cut(Comma, "a,\"b\nc\"", 0, true, 2), (Cut::Until(7), 2, false));
}

#[test]
fn a_quote_that_swallows_rows_is_a_character() {
    let cut = |width: usize, text: &str| {
        let (dialect, mut cells) = (Dialect::default(), Cells::default());
        let cutter = Cutter::new(&dialect, width);
        let cut = cutter.cut(text.as_bytes(), 0, true, 9, &mut cells);
        (cut, cells.width, cells.stray)
    };
    // It is closed amid a cell.
    assert_eq!(cut(0, "\"Bob,3\nCid,5\n\"Dan\",7\n"), (Cut::Until(7), 2, true));
    // Each of its lines is a row, or all of them make none.
    assert_eq!(cut(3, "\"Bob,3,4\nCid,5,6\nDan\",7,8\n"), (Cut::Until(9), 3, true));
    assert_eq!(cut(3, "Bob,\"3,4\nCid\",5,6\n"), (Cut::Until(9), 3, true));
    // A text of several lines.
    assert_eq!(cut(3, "\"one, two\nthree\",3,4\n"), (Cut::Until(21), 3, false));
    assert_eq!(cut(2, "5,\"one\ntwo\"\n"), (Cut::Until(12), 2, false));
}

#[test]
fn a_quote_behind_spaces_is_one_and_what_follows_a_closed_one_makes_it_none() {
    let cells = |text: &str| {
        let (dialect, mut cells) = (Dialect::default(), Cells::default());
        let cutter = Cutter::new(&dialect, 0);
        cutter.cut(text.as_bytes(), 0, true, 9, &mut cells);
        let cell = |place| cells.get(text.as_bytes(), place, &cutter).map(|cell| lossy(&cell));
        let found: Vec<String> = (0..cells.len()).filter_map(cell).collect();
        (found, cells.stray)
    };
    let owned = |cells: &[&str]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(cells("1, \"a, b\" ,2\n"), (owned(&["1", "a, b ", "2"]), false));
    assert_eq!(cells("\"1\"5,2\n"), (owned(&["\"1\"5", "2"]), true));
    assert_eq!(cells("\"a, b\"c,2\n"), (owned(&["\"a, b\"c", "2"]), true));
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_quote_among_cells_that_are_not_wanted_opens_at_the_beginning_of_a_cell() {
    for (delimiter, text, end) in [
        (Comma, "1,\"x\ny\",z\n2\n", 10),
        (Comma, "1,\"x\ny,\",z\n2\n", 11),
        (Comma, "1,2,\"x\ny\"\n3\n", 10),
        (Comma, "1,5\" pipe\n2\"\n", 10),
        (Comma, "1, \"x\n2\"\n", 9),
        (Comma, "1,\t\"x\n2\"\n", 9),
        (Spaces, "1 \"x\ny\" z\n2\n", 10),
        (Spaces, "1 2\t\"x\ny\" z\n2\n", 12),
        (Spaces, "1 5\" pipe\n2\"\n", 10),
    ] {
        let (cut, _, stray) = cut(delimiter, text, 0, true, 1);
        assert_eq!((cut, stray), (Cut::Until(end), false), "{text:?}");
    }
}

#[test]
fn a_record_is_as_long_as_it_is_and_no_longer_than_a_limit() {
    let long = "x".repeat(LONGEST);
    let line = "1,2\n".repeat(LONGEST / 8 * 3 / 2);
    let at = line.len();
    for (text, at, whole, expected) in [
        // So many bytes may still have their end in the next slice.
        (long.clone(), 0, false, (Cut::Unfinished, 1, false)),
        (format!("{long}x"), 0, false, (Cut::TooLong, 1, true)),
        (format!("{long}x\n"), 0, true, (Cut::TooLong, 1, true)),
        // A quote that is open for longer is given up.
        (format!("\"a\n{long}"), 0, false, (Cut::Until(3), 1, true)),
        // What stood before does not count.
        (
            format!("{line}a,\"b\n{}", "x".repeat(LONGEST / 2)),
            at,
            false,
            (Cut::Unfinished, 1, false),
        ),
        (format!("{line}{}\n", &long[1..]), at, true, (Cut::Until(at + LONGEST), 1, false)),
        (format!("{line}\"a\n1,2\n"), at, true, (Cut::Until(at + 3), 1, true)),
    ] {
        let start = &text[at..at + 3];
        assert_eq!(cut(Comma, &text, at, whole, 2), expected, "{start:?} at {at}");
    }
}

#[test]
fn what_stands_between_quotes_is_said_without_them() {
    for (backslash, raw, expected) in [
        (false, r#""a""#, "a"),
        (false, r#""a""b""#, r#"a"b"#),
        // A backslash is a character where it is none that takes the meaning from quotes.
        (false, r#""C:\\ ""x""""#, r#"C:\\ "x""#),
        (true, r#""C:\\ \"x\"""#, r#"C:\ "x""#),
        (true, r#""\n""#, r"\n"),
        (true, r#""a"\\b"#, r"a\\b"),
    ] {
        assert_eq!(unquoted(raw.as_bytes(), b'"', backslash), expected.as_bytes(), "{raw}");
    }
}
