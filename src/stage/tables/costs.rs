//! The table of the costs round the ball.

use super::{Cell, Column, Row, Table};
use crate::insight::table::costs::{CostGrid, SIDE};
use crate::session::Session;
use crate::text::en::number::number;
use crate::text::en::table::{self as text, DIGITS};

impl Table {
    /// The costs of lines round the ball of the chosen run.
    pub fn of_costs(session: &Session) -> Self {
        let (run, dataset) = (session.run(), session.dataset());
        let grid = CostGrid::round(run, dataset.summary());
        let slopes = grid
            .slopes
            .map(|slope| Column { value: Some(slope), ..Column::new(text::slope(&number(slope))) });
        let corner = Column::new(text::INTERCEPTS);
        let texts = text::aligned(grid.costs.as_flattened(), DIGITS);
        let rows = grid.intercepts.iter().zip(&grid.costs).zip(texts.chunks(SIDE));
        let rows = rows.enumerate().map(|(index, ((&intercept, costs), texts))| Row {
            heading: Cell::number(intercept, text::intercept(&number(intercept))),
            cells: Cell::column(costs, texts.to_vec()),
            opens: None,
            is_now: index == SIDE / 2,
        });
        Self {
            caption: text::costs_caption(session),
            notes: vec![text::fall(run.state().line, grid.gradient)],
            columns: [corner].into_iter().chain(slopes).collect(),
            rows: rows.collect(),
            page: None,
        }
    }
}
