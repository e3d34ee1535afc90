//! Choice of the data, and changes of the points.

use wasm_bindgen::prelude::*;

use super::session::JsSession;
use crate::data::dataset::Variable;
use crate::data::summary::Summary;
use crate::link::LinkError;
use crate::stage::page::AdoptedColumns;
use crate::web::convert::error;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Changes the data to others than the reader's file, which is taken by `adoptColumns`.
    #[wasm_bindgen(js_name = chooseDataset)]
    pub fn choose_dataset(&mut self, id: &str) -> Result<(), JsValue> {
        self.0.choose_dataset(id).map_err(error)
    }

    /// Columns of the reader's file that were taken last; nothing where there is no file, be it
    /// that the data came with a link.
    #[wasm_bindgen(js_name = ownColumns, unchecked_return_type = "[number, number] | undefined")]
    pub fn own_columns(&self) -> Option<Vec<usize>> {
        self.0.file_columns().map(|(x, y)| vec![x, y])
    }

    /// Exchanges x and y of data that have two columns.
    #[wasm_bindgen(js_name = swapColumns)]
    pub fn swap_columns(&mut self) -> Result<(), JsValue> {
        self.0.swap_columns().map_err(error)
    }

    /// Takes the last change of the points back.
    pub fn undo(&mut self) -> Result<(), JsValue> {
        self.0.undo().map_err(error)
    }

    /// Redoes the change of the points that was undone last.
    pub fn redo(&mut self) -> Result<(), JsValue> {
        self.0.redo().map_err(error)
    }

    /// Goes on with a sample of the points, small enough to be edited.
    #[wasm_bindgen(js_name = editSample)]
    pub fn edit_sample(&mut self) -> Result<(), JsValue> {
        self.0.edit_sample().map_err(error)
    }

    /// Why the points cannot be edited; nothing where they can.
    #[wasm_bindgen(js_name = editingRefused)]
    pub fn editing_refused(&self) -> Option<String> {
        self.0.editing_refused().map(|refused| refused.to_string())
    }

    /// Allocates room for a number of points of the reader's file, and forgets those that waited.
    #[wasm_bindgen(js_name = makeRoom)]
    pub fn make_room(&mut self, count: usize) {
        self.0.make_room(count);
    }

    /// Adds points that wait for `adoptColumns`: some at a time, because all at once would hold the
    /// page up.
    #[wasm_bindgen(js_name = addPoints)]
    pub fn add_points(&mut self, xs: &[f64], ys: &[f64]) {
        self.0.add_points(xs, ys);
    }

    /// Takes two columns of the reader's file called `name`: which of its `headings` they are, what
    /// the axes are called, the exact sums as the reader of files gives them, whether the points
    /// that wait are all rows, what became of the rows, and what a link says of the file where it
    /// lies beside the page. Where they cannot be used, the data stay as they were.
    #[allow(clippy::too_many_arguments, reason = "JavaScript has no tuples")]
    #[wasm_bindgen(js_name = adoptColumns)]
    pub fn adopt_columns(
        &mut self,
        name: String,
        headings: Vec<String>,
        columns: &[usize],
        labels: Vec<String>,
        sums: &[f64],
        whole: bool,
        report: Vec<String>,
        address: Option<String>,
    ) -> Result<(), JsValue> {
        let parts = sums.split_first_chunk().map(|(&numbers, rests)| (numbers, rests.try_into()));
        let (&[x_index, y_index], [x, y], Some((numbers, Ok(rests)))) =
            (columns, labels.as_slice(), parts)
        else {
            return Err(error(LinkError::UnknownData));
        };
        let summary = Summary::from_numbers(numbers).and_then(|sums| sums.with_rests(rests));
        let taken = AdoptedColumns {
            name,
            headings,
            columns: (x_index, y_index),
            x: Variable::from_heading(x),
            y: Variable::from_heading(y),
            summary: summary.map_err(error)?,
            whole,
            report,
            address,
        };
        self.0.adopt_columns(taken).map_err(error)
    }
}
