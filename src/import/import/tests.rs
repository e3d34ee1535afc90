use super::*;
use crate::import::collect::Collector;
use crate::import::dialect::Decimal;

fn reading(import: &mut Import) -> &mut Reading {
    match &mut import.state {
        ImportState::Reading(reading) => reading,
        ImportState::Waiting | ImportState::Failed(_) => panic!("not reading"),
    }
}

#[test]
fn a_full_window_is_waited_for_and_no_more() {
    // Of the last row the window has only the beginning.
    let row = format!("1,5,{}\n", "x".repeat(250));
    let mut text = "a,b,note\n".to_owned();
    while text.len() + row.len() + 8 < WINDOW {
        text += &row;
    }
    text += &format!("1,5,{}\n", "x".repeat(WINDOW - 3 - 5 - text.len()));
    text += "1,9";
    assert_eq!(text.len(), WINDOW);

    let mut import = Import::new(Choices::default(), None);
    let (start, last) = text.as_bytes().split_at(WINDOW - 1);
    import.feed(start).expect("a table");
    assert_eq!(import.outline(), None);
    assert_eq!(import.rows(), 0);
    import.feed(last).expect("a table");
    let outline = import.outline().expect("a full window").clone();
    assert_eq!((outline.profiles[1].greatest, outline.guess), (5.0, Ok((0, 1))));
    import.feed(b"99,z\n").expect("a row");
    let imported = import.finish().expect("two columns");
    assert_eq!(imported.dataset.summary().range_y().max, 999.0);
}

#[test]
fn what_is_told_beyond_the_first_slices_holds_for_them_too() {
    // Only rows behind the first 64 KB show that the comma is the decimal sign.
    let row = |number: &str| format!("{number};{number};{}\n", "x".repeat(180));
    let text = ["a;b;note\n".to_owned(), row("1").repeat(500), row("1,5").repeat(500)].concat();
    let mut import = Import::new(Choices::default(), Some((0, 1)));
    text.as_bytes().chunks(10_000).for_each(|slice| import.feed(slice).expect("a table"));
    let report = import.finish().expect("two columns").report;
    assert_eq!((report.read, report.used, report.dialect.decimal), (1_000, 1_000, Decimal::Comma));
}

#[test]
fn points_can_be_taken_on_the_way_and_given_back() {
    let collector = Collector::keeping(2, 3, 4);
    let rows: Vec<String> = (2..9).map(|row| format!("{row},{}\n", row * row)).collect();
    let begun = || {
        let mut import = Import::new(Choices::default(), None);
        import.feed(b"x,y\n1,1\n").and_then(|()| import.end()).expect("a row");
        reading(&mut import).collector = collector.clone();
        assert_eq!(import.rows(), 1);
        import
    };

    // As many as are kept. The last one may still be taken back, so that a part is full once another one follows.
    let mut import = begun();
    import.feed(rows[..3].concat().as_bytes()).expect("rows");
    assert_eq!((import.rows(), import.take_points()), (4, None));
    import.feed(rows[3].as_bytes()).expect("a row");
    let taken = import.take_points().expect("the first three");
    assert_eq!((&taken.xs[..], &taken.ys[..]), (&[2.0, 3.0, 4.0][..], &[4.0, 9.0, 16.0][..]));
    assert_eq!(import.take_points(), None);
    assert!(!import.awaits_points());
    let rest = import.finish_apart().expect("one more");
    assert_eq!((rest.summary.n(), rest.grid), (4, None));

    // More than are kept: the same comes of it as where none were taken.
    let (mut import, mut whole) = (begun(), begun());
    let mut taken = Vec::new();
    for row in &rows {
        import.feed(row.as_bytes()).expect("a row");
        whole.feed(row.as_bytes()).expect("a row");
        taken.extend(import.take_points());
    }
    assert!(import.awaits_points() && taken.len() == 2);
    taken.iter().for_each(|part| import.return_points(part));
    let (apart, whole) =
        (import.finish_apart().expect("rows"), whole.finish_apart().expect("rows"));
    assert_eq!(apart.grid.as_ref().map(|grid| grid.counts().iter().sum::<u32>()), Some(7));
    assert_eq!(apart, whole);
}

#[test]
fn the_column_that_was_not_chosen_is_the_other_one_of_the_guess() {
    for (x, y, expected) in [
        ("", "", (0, 1)),
        ("b", "", (1, 0)),
        ("a", "", (0, 1)),
        ("", "a", (1, 0)),
        ("c", "", (2, 0)),
        ("", "c", (0, 2)),
        ("c", "b", (2, 1)),
    ] {
        let mut choices = Choices::default();
        assert!(choices.choose("x", x) && choices.choose("y", y));
        let mut import = Import::new(choices, None);
        import.feed(b"a,b,c\n1,2,5\n2,5,4\n4,3,9\n").expect("a table");
        assert_eq!(import.finish().expect("columns").columns, expected, "{x:?} {y:?}");
    }
}

#[test]
fn dates_that_span_two_years_are_counted_in_days() {
    for (last, title) in
        [("1942-01-01", "day (days since 1940-01-01)"), ("1942-01-02", "day (year)")]
    {
        let text = format!("day,b\n1940-01-01,1\n1941-05-01,2\n{last},3\n");
        let mut import = Import::new(Choices::default(), Some((0, 1)));
        import.feed(text.as_bytes()).expect("a table");
        assert_eq!(import.finish().expect("columns").dataset.x().label(), title);
    }
}
