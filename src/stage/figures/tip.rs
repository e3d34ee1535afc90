//! The tooltip: a description of what is pointed at.

use serde::Serialize;

use super::Figures;
use crate::stage::layers::ResizableBackend;
use crate::stage::page::Page;
use crate::text::en;

/// Description of what is pointed at: `Tip` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tip {
    /// The name of the figure: `data` or `cost`.
    pub figure: &'static str,
    /// The number of the point that it is about, and how many there are.
    pub point: Option<[usize; 2]>,
    /// Its place, in CSS pixels from the upper left corner of the figure.
    pub place: Option<[f64; 2]>,
    /// Lines of text.
    pub lines: Vec<String>,
    /// Rows of cells, headings first.
    pub table: Vec<[String; 3]>,
}

impl<B: ResizableBackend> Figures<B> {
    /// The description of what is pointed at. Returns `None` if nothing is.
    pub fn tip(&self, page: &Page) -> Option<Tip> {
        let session = page.session();
        let (text, figure, place, point) = match self.pointer.ghost {
            Some(line) => {
                let coordinates = session.run().objective().coordinates();
                let of_program = self.program_cost_at(session, coordinates.from_data(line));
                let text = en::tip::line(session.run(), line, of_program);
                (text, "cost", Some(self.pointer.place), None)
            }
            None => {
                let point = self.pointer.looked_at(session)?;
                let index = self.pointer.point.or(self.pointer.selected);
                let number = index.map(|index| [index + 1, session.dataset().points().len()]);
                let line = session.run().state().line;
                let place = self.data.layout().map(|plot| plot.place(point, line));
                (en::tip::point(session, point), "data", place, number)
            }
        };
        let en::tip::TipText { lines, table } = text;
        Some(Tip { figure, point, place: place.map(|(x, y)| [x, y]), lines, table })
    }
}
