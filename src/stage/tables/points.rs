//! The table of the points, or of their tenths.

use super::{Cell, Column, Row, Table, TablePage, transposed};
use crate::data::dataset::MOST_TOLD;
use crate::insight::table::points::{self, Order, PointRow, SortKey, Tenth, Tenths};
use crate::session::Session;
use crate::stage::page::Page;
use crate::text::en::number::count;
use crate::text::en::table::{self as text, DIGITS};

/// The rows of a page.
pub const PAGE: usize = 100;

/// Request for a part of the points, in an order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointsRequest {
    /// The group whose points are shown. `None` for all points, or where they are many, for the groups.
    pub group: Option<usize>,
    /// The order of the rows.
    pub order: Order,
    /// The first row of a page. `None` for all rows.
    pub first: Option<usize>,
}

/// The tables of the points. They keep the groups until the data change.
#[derive(Clone, Debug, Default)]
pub struct PointsTables {
    tenths: Option<(u32, Tenths)>,
}

impl PointsTables {
    /// The groups of a page's points. Returns `None` where all points are shown.
    pub fn tenths(&mut self, page: &Page) -> Option<&Tenths> {
        let points = page.session().dataset().points();
        if !points.are_many() {
            return None;
        }
        let version = page.version();
        if self.tenths.as_ref().is_none_or(|(of, _)| *of != version) {
            self.tenths = Some((version, Tenths::of(points)));
        }
        self.tenths.as_ref().map(|(_, tenths)| tenths)
    }

    /// The table that is asked for.
    pub fn table(&mut self, page: &Page, request: PointsRequest) -> Table {
        let session = page.session();
        let line = session.run().state().line;
        let (dataset, order) = (session.dataset(), request.order);
        let Some(tenths) = self.tenths(page) else {
            let rows = points::rows(dataset, line, None, order);
            return points_table(session, text::points_caption(session), &rows, request);
        };
        let means = tenths.means(dataset.points(), line, order);
        let open = request.group.and_then(|group| means.iter().find(|tenth| tenth.group == group));
        match open {
            Some(tenth) => {
                let rows = points::rows(dataset, line, Some((tenths, tenth.group)), order);
                points_table(session, text::group_caption(session, tenth), &rows, request)
            }
            None => tenths_table(session, tenths, &means, order),
        }
    }
}

fn points_table(
    session: &Session,
    caption: String,
    rows: &[PointRow],
    request: PointsRequest,
) -> Table {
    let dataset = session.dataset();
    let shown = match request.first.filter(|_| rows.len() > MOST_TOLD || request.group.is_some()) {
        Some(first) => {
            // The page that was open may be beyond the rows that are left.
            let first = if first < rows.len() { first } else { 0 };
            first..(first + PAGE).min(rows.len())
        }
        None => 0..rows.len(),
    };
    let page = (shown.len() < rows.len()).then(|| TablePage {
        text: text::page(shown.start, shown.len(), rows.len()),
        previous: (shown.start > 0).then(|| shown.start.saturating_sub(PAGE)),
        next: (shown.end < rows.len()).then_some(shown.end),
    });
    let rows = &rows[shown];
    let values = |of: fn(&PointRow) -> f64| rows.iter().map(of).collect::<Vec<f64>>();
    let given = |values: Vec<f64>| Cell::column(&values, text::as_given(&values));
    let made = |values: Vec<f64>| Cell::column(&values, text::aligned(&values, DIGITS));
    let cells = transposed(vec![
        given(values(|row| row.x)),
        given(values(|row| row.y)),
        made(values(|row| row.prediction)),
        made(values(|row| row.error)),
        made(values(PointRow::square)),
    ]);
    let rows = rows.iter().zip(cells).map(|(row, cells)| {
        let place = row.index as u64 + 1;
        Row { heading: Cell::number(place as f64, count(place)), cells, ..Row::default() }
    });
    Table {
        caption,
        notes: text::origin(dataset).into_iter().collect(),
        columns: sortable(text::point_headings(dataset), SortKey::ALL.map(Some), request.order),
        rows: rows.collect(),
        page,
    }
}

fn tenths_table(session: &Session, tenths: &Tenths, means: &[Tenth], order: Order) -> Table {
    let dataset = session.dataset();
    let values = |of: fn(&Tenth) -> f64| means.iter().map(of).collect::<Vec<f64>>();
    let given = |values: Vec<f64>| Cell::column(&values, text::as_given(&values));
    let made = |values: Vec<f64>| Cell::column(&values, text::aligned(&values, DIGITS));
    let n = means.iter().map(|tenth| Cell::number(tenth.n as f64, count(tenth.n)));
    let cells = transposed(vec![
        n.collect(),
        given(values(|tenth| tenth.x.min)),
        given(values(|tenth| tenth.x.max)),
        made(values(|tenth| tenth.mean_y)),
        made(values(|tenth| tenth.mean_prediction)),
        made(values(|tenth| tenth.mean_error)),
        made(values(|tenth| tenth.mean_square)),
    ]);
    let rows = means.iter().zip(cells).map(|(tenth, cells)| Row {
        heading: Cell::text(text::group(tenths, tenth)),
        cells,
        opens: Some(tenth.group),
        is_now: false,
    });
    use SortKey::{Error, Place, Prediction, Square, X, Y};
    let keys =
        [Some(Place), None, Some(X), None, Some(Y), Some(Prediction), Some(Error), Some(Square)];
    Table {
        caption: text::tenths_caption(session, tenths),
        notes: text::origin(dataset).into_iter().collect(),
        columns: sortable(text::tenth_headings(dataset), keys, order),
        rows: rows.collect(),
        page: None,
    }
}

/// Columns with these headings, which can be sorted by these keys.
fn sortable<const N: usize>(
    titles: [String; N],
    keys: [Option<SortKey>; N],
    order: Order,
) -> Vec<Column> {
    let column = |(title, key): (String, Option<SortKey>)| Column {
        sort_key: key.map(SortKey::name),
        sorted: match (key == Some(order.key), order.descending) {
            (true, true) => "descending",
            (true, false) => "ascending",
            (false, _) => "none",
        },
        ..Column::new(title)
    };
    titles.into_iter().zip(keys).map(column).collect()
}
