//! The tables beside the figures, against plain loops over points and epochs.

mod costs;
mod events;
mod points;
mod steps;
mod texts;
mod walks;

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::settings::LearningRate;
use downhill::insight::table::points::{Order, SortKey};
use downhill::stage::page::Page;
use downhill::stage::tables::{PointsRequest, PointsTables, Table};

/// The page on built-in data.
fn page(id: &str) -> Page {
    let mut page = Page::open("");
    page.choose_dataset(id).expect("built in");
    page
}

fn dataset(id: &str) -> Dataset {
    builtin::find(id).expect("built in").dataset()
}

fn rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).expect("a good rate")
}

fn by(key: SortKey, descending: bool) -> Order {
    Order { key, descending }
}

/// The first page of all points, or of a group.
fn points(page: &Page, group: Option<usize>, order: Order) -> Table {
    PointsTables::default().table(page, PointsRequest { group, order, first: Some(0) })
}

/// The numbers of a column of a table, that of the headings being 0.
fn column(table: &Table, index: usize) -> Vec<f64> {
    let cell = |row: &downhill::stage::tables::Row| match index {
        0 => row.heading.value,
        _ => row.cells[index - 1].value,
    };
    table.rows.iter().map(|row| cell(row).expect("a number")).collect()
}

fn assert_near(found: f64, expected: f64, what: &str) {
    let off = (found - expected).abs();
    assert!(off <= 1e-12 * expected.abs().max(1.0), "{what}: {found} is not {expected}");
}
