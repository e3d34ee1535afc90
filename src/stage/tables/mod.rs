//! The tables beside the figures: `Table` of `types.d.ts`.

mod costs;
mod epochs;
mod points;
mod residuals;

use serde::Serialize;

pub use points::{PAGE, PointsRequest, PointsTables};

use super::name::Named;
use crate::insight::table::points::SortKey;
use crate::numeric::notation::exact;

/// A table for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// The caption.
    pub caption: String,
    /// Sentences about what is in it.
    pub notes: Vec<String>,
    /// The columns, that of the rows' headings first.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The rows that are shown of many. `None` where all are.
    pub page: Option<TablePage>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// The heading.
    pub title: String,
    /// The number that the heading stands for, where it does.
    pub value: Option<f64>,
    /// The name that rows are sorted by. `None` where they cannot be sorted by this column.
    pub sort_key: Option<&'static str>,
    /// `ascending` or `descending` where rows are sorted by it, and else `none`.
    pub sorted: &'static str,
    /// Whether there are texts in it, and no numbers.
    pub is_text: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The first cell, which is a heading.
    pub heading: Cell,
    /// The other ones.
    pub cells: Vec<Cell>,
    /// The group that it opens.
    pub opens: Option<usize>,
    /// Whether this is where the run stands.
    pub is_now: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// The text, rounded for reading.
    pub text: String,
    /// The number. `None` for texts.
    pub value: Option<f64>,
}

/// The rows that are shown of many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TablePage {
    /// Rows that are shown, in words.
    pub text: String,
    /// The first row of the page before. `None` if there is none.
    pub previous: Option<usize>,
    /// The first row of the page after it. `None` if there is none.
    pub next: Option<usize>,
}

impl Cell {
    /// A number.
    fn number(value: f64, text: String) -> Self {
        Self { text, value: Some(value) }
    }

    /// A text.
    fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), value: None }
    }

    /// The cells of a column.
    fn column(values: &[f64], texts: Vec<String>) -> Vec<Self> {
        values.iter().zip(texts).map(|(&value, text)| Self::number(value, text)).collect()
    }

    /// The number with all its digits, or the text.
    fn in_full(&self) -> String {
        self.value.map_or_else(|| self.text.clone(), exact)
    }
}

impl Column {
    /// A column of numbers.
    fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), sorted: "none", ..Self::default() }
    }
}

/// The rows of columns of cells.
fn transposed(columns: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let rows = columns.first().map_or(0, Vec::len);
    let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
    (0..rows).map(|_| columns.iter_mut().filter_map(Iterator::next).collect()).collect()
}

impl Table {
    /// The table with tabs between cells and with all digits, as spreadsheets take it.
    pub fn tab_separated(&self) -> String {
        let mut text = String::new();
        let mut line = |cells: Vec<String>| {
            text.push_str(&cells.join("\t"));
            text.push('\n');
        };
        let heading = |column: &Column| match column.value {
            Some(value) => exact(value),
            None => column.title.replace('\t', " "),
        };
        line(self.columns.iter().map(heading).collect());
        for row in &self.rows {
            line([&row.heading].into_iter().chain(&row.cells).map(Cell::in_full).collect());
        }
        text
    }
}

impl Named for SortKey {
    const KIND: &'static str = "order of rows";

    fn find(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}
