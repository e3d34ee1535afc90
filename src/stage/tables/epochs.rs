//! The table of the run by epoch.

use super::{Cell, Column, Row, Table, transposed};
use crate::insight::table::events::RunEvents;
use crate::session::Session;
use crate::text::en::number::count;
use crate::text::en::table::{self as text, DIGITS};

impl Table {
    /// The chosen run at powers of 2 and at all its events, as far as it is known.
    pub fn of_epochs(session: &Session) -> Self {
        let run = session.run();
        let (now, furthest) = (run.state().epoch, run.furthest().epoch);
        let found = RunEvents::of(run).with_milestones(run);
        let made = |values: Vec<f64>| Cell::column(&values, text::aligned(&values, DIGITS));
        let values = |of: fn(&crate::insight::table::events::EventEpoch) -> f64| {
            made(found.epochs.values().map(of).collect())
        };
        let costs: Vec<f64> = found.epochs.values().map(|at| at.cost).collect();
        let happened = found.epochs.iter().map(|(&epoch, at)| {
            let mut texts: Vec<String> =
                at.events.iter().map(|event| text::event(event, epoch)).collect();
            if epoch == 0 {
                texts.insert(0, text::START.to_owned());
            }
            if epoch == now {
                texts.push(text::NOW.to_owned());
            }
            Cell::text(texts.join("; "))
        });
        let cells = transposed(vec![
            values(|at| at.line.slope),
            values(|at| at.line.intercept),
            Cell::column(&costs, costs.iter().map(|&cost| text::cost(cost)).collect()),
            happened.collect(),
        ]);
        let rows = found.epochs.keys().zip(cells).map(|(&epoch, cells)| Row {
            heading: Cell::number(epoch as f64, count(epoch)),
            cells,
            opens: None,
            is_now: epoch == now,
        });
        let mut columns = text::EPOCH_HEADINGS.map(Column::new);
        columns[4].is_text = true;
        Self {
            caption: text::epochs_caption(session),
            rows: rows.collect(),
            notes: text::not_told(&found, furthest),
            columns: columns.into(),
            page: None,
        }
    }
}
