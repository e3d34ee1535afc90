//! What is pointed at, in words.

use serde::Serialize;

use super::Figures;
use crate::stage::layers::ResizableBackend;
use crate::stage::page::Page;
use crate::text::en;

/// What is pointed at, in words: `Tip` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tip {
    /// The name of the figure: `data` or `cost`.
    pub figure: &'static str,
    /// Where it is, in CSS pixels from the upper left corner of the figure.
    pub place: Option<[f64; 2]>,
    /// Lines of text.
    pub lines: Vec<String>,
    /// Rows of cells, headings first.
    pub table: Vec<[String; 3]>,
}

impl<B: ResizableBackend> Figures<B> {
    /// What is pointed at, in words. Returns `None` if nothing is.
    pub fn tip(&self, page: &Page) -> Option<Tip> {
        let session = page.session();
        let (text, figure, place) = match self.pointer.ghost {
            Some(line) => {
                let text = en::ghost_tip(session.run(), line);
                (text, "cost", Some(self.pointer.place))
            }
            None => {
                let point = self.pointer.looked_at(session)?;
                let line = session.run().state().line;
                let place = self.data.plot().map(|plot| plot.place(point, line));
                (en::point_tip(session, point), "data", place)
            }
        };
        let en::Tip { lines, table } = text;
        Some(Tip { figure, place: place.map(|(x, y)| [x, y]), lines, table })
    }
}
