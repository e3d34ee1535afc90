use super::*;
use downhill::descent::objective::Gradient;
use downhill::numeric::line::Line;
use downhill::session::Preset;
use downhill::text::en::table as text;

#[test]
fn captions_headings_and_notes_read_as_sentences_about_these_data() {
    let table = points(&page("anscombe-1"), None, Order::AS_THEY_ARE);
    assert_eq!(table.caption, "The 11 points, with ŷ and the error e of the line at epoch 0");
    let weather = points(&page("weather"), None, Order::AS_THEY_ARE);
    assert!(weather.caption.starts_with("The 119,040 points in "), "{}", weather.caption);
    let titles: Vec<&str> = weather.columns.iter().map(|column| column.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "group",
            "points",
            "x: MinTemp (°C), from",
            "x to (°C)",
            "mean y: MaxTemp (°C)",
            "mean ŷ (°C)",
            "mean e (°C)",
            "mean e² (°C)²"
        ]
    );
    assert!(weather.notes[0].contains("table of counts"));
    let mut race = page("cars");
    race.session_mut().start_preset(Preset::FourRules);
    let table = points(&race, None, Order::AS_THEY_ARE);
    assert!(table.caption.contains("of the line of run 1 ("), "{}", table.caption);
}

#[test]
fn numbers_of_a_column_have_as_many_decimals_each() {
    assert_eq!(text::as_given(&[1.0, 2.5, -3.0]), ["1.0", "2.5", "−3.0"]);
    assert_eq!(text::as_given(&[1.0, 20.0]), ["1", "20"]);
    assert_eq!(text::aligned(&[123.456_789, -1.0, 0.000_01], 6), ["123.457", "−1.000", "0.000"]);
    assert_eq!(text::aligned(&[0.5, 0.25], 6), ["0.500000", "0.250000"]);
    assert_eq!(text::aligned(&[0.0, 0.0], 3), ["0.000", "0.000"]);
    assert_eq!(text::aligned(&[1e9, 1.0], 3), ["1.00×10⁹", "1.00"]);
    assert_eq!(text::aligned(&[f64::INFINITY, 1.0], 3), ["∞", "1.00"]);
}

#[test]
fn the_way_in_which_the_cost_falls_is_told_in_words() {
    let fall = |slope, intercept| text::fall(Line::new(0.5, 2.0), Gradient { slope, intercept });
    assert_eq!(
        fall(-11.7, 2.0),
        "At a = 0.5, b = 2 the cost falls fastest towards a larger a and a smaller b. Its slope is −11.7 along a and \
         2 along b."
    );
    assert!(fall(0.0, 0.0).contains("level"));
    let said: std::collections::BTreeSet<String> =
        [-1.0, 0.0, 1.0].into_iter().flat_map(|a| [-1.0, 0.0, 1.0].map(|b| fall(a, b))).collect();
    assert_eq!(said.len(), 9);
}

#[test]
fn what_is_copied_has_tabs_between_cells_and_all_digits() {
    let mut page = page("anscombe-1");
    page.session_mut().advance(3);
    let table = points(&page, None, by(SortKey::X, false));
    let text = table.tab_separated();
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 12);
    assert_eq!(lines[0][0], "point");
    for (line, row) in lines[1..].iter().zip(&table.rows) {
        let numbers: Vec<f64> = line.iter().map(|cell| cell.parse().expect("a number")).collect();
        let cells = [&row.heading].into_iter().chain(&row.cells).map(|cell| cell.value);
        assert!(cells.eq(numbers.into_iter().map(Some)));
    }
    let costs = Table::of_costs(page.session()).tab_separated();
    assert!(costs.lines().next().expect("headings").starts_with("intercept b\t"));
}

#[test]
fn the_history_tells_where_the_run_is_and_what_happened() {
    let mut page = page("anscombe-1");
    page.set_learning_rate("0.03").expect("a rate");
    page.session_mut().advance(1_000);
    let table = Table::of_epochs(page.session());
    let told = |row: &downhill::stage::tables::Row| row.cells[3].text.clone();
    assert_eq!(told(&table.rows[0]), "start");
    assert!(told(&table.rows[1]).starts_with("the cost rises, and at every step until epoch "));
    let last = table.rows.last().expect("rows");
    assert!(last.is_now && told(last).ends_with("stopped: diverged; now"), "{}", told(last));
    assert_eq!(table.rows.iter().filter(|row| row.is_now).count(), 1);
}
