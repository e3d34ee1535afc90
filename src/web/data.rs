//! Which data the page's session is on, and what is changed about them.

use wasm_bindgen::prelude::*;

use super::convert::error;
use super::session::{EDITED, OWN, Own, Session, Waiting};
use crate::data::builtin;
use crate::data::dataset::{Dataset, Variable};
use crate::data::editing::Editing;
use crate::data::summary::Summary;
use crate::link;
use crate::session::Source;

#[wasm_bindgen]
impl Session {
    /// Changes the data to others than the reader's file, which is taken by `takeColumns`.
    #[wasm_bindgen(js_name = chooseDataset)]
    pub fn choose_dataset(&mut self, id: &str) -> Result<(), JsValue> {
        if id == EDITED {
            self.core_mut().choose_edited();
            self.renew();
            return Ok(());
        }
        if id == OWN {
            self.choose_sent();
            return Ok(());
        }
        let builtin = builtin::find(id).ok_or_else(|| error(link::LinkError::UnknownData))?;
        self.core_mut().choose_builtin(builtin, false);
        self.renew();
        Ok(())
    }

    /// Which columns of the reader's file were taken last; nothing where there is no file, be it that the data
    /// came with a link.
    #[wasm_bindgen(js_name = ownColumns, unchecked_return_type = "[number, number] | undefined")]
    pub fn own_columns(&self) -> Option<Vec<usize>> {
        let file = self.own.as_ref().filter(|own| !own.is_sent());
        file.map(|own| vec![own.columns.0, own.columns.1])
    }

    /// Exchanges x and y of data that have two columns.
    #[wasm_bindgen(js_name = swapColumns)]
    pub fn swap_columns(&mut self) -> Result<(), JsValue> {
        match self.core().source() {
            Source::Builtin { builtin, swapped } => {
                let (builtin, swapped) = (*builtin, *swapped);
                self.core_mut().choose_builtin(builtin, !swapped);
            }
            Source::Edited { .. } => self.core_mut().swap_edited().map_err(error)?,
            Source::Own { .. } => self.swap_sent(),
        }
        self.renew();
        Ok(())
    }

    /// Takes the last change of the points back.
    pub fn undo(&mut self) -> Result<(), JsValue> {
        self.core_mut().undo_points(false).map_err(error)?;
        self.renew();
        Ok(())
    }

    /// Makes the change of the points that was last taken back.
    pub fn redo(&mut self) -> Result<(), JsValue> {
        self.core_mut().undo_points(true).map_err(error)?;
        self.renew();
        Ok(())
    }

    /// Goes on with a sample of the points, small enough to be edited.
    #[wasm_bindgen(js_name = editSample)]
    pub fn edit_sample(&mut self) -> Result<(), JsValue> {
        self.core_mut().edit_sample().map_err(error)?;
        self.renew();
        Ok(())
    }

    /// Why the points cannot be edited; nothing where they can.
    #[wasm_bindgen(js_name = editingRefused)]
    pub fn editing_refused(&self) -> Option<String> {
        Editing::of(self.core().dataset()).err().map(|refused| refused.to_string())
    }

    /// Makes room for so many points of the reader's file, and forgets those that waited.
    #[wasm_bindgen(js_name = makeRoom)]
    pub fn make_room(&mut self, count: usize) {
        self.waiting =
            Waiting { xs: Vec::with_capacity(count), ys: Vec::with_capacity(count), grid: None };
    }

    /// Adds points that wait for `takeColumns`: some at a time, because all at once would hold the page up.
    #[wasm_bindgen(js_name = addPoints)]
    pub fn add_points(&mut self, xs: &[f64], ys: &[f64]) {
        self.waiting.xs.extend_from_slice(xs);
        self.waiting.ys.extend_from_slice(ys);
    }

    /// Takes two columns of the reader's file called `name`: which of its `headings` they are, what the
    /// axes are called, the exact sums as the reader of files gives them, whether the points that wait are all
    /// rows, what became of the rows, and what a link says of the file where it lies beside the page. Where
    /// they cannot be used, the data stay as they were.
    #[allow(clippy::too_many_arguments, reason = "JavaScript has no tuples")]
    #[wasm_bindgen(js_name = takeColumns)]
    pub fn take_columns(
        &mut self,
        name: String,
        headings: Vec<String>,
        columns: &[usize],
        labels: Vec<String>,
        sums: &[f64],
        whole: bool,
        report: Vec<String>,
        beside: Option<String>,
    ) -> Result<(), JsValue> {
        let (&[x, y], [x_label, y_label], Ok(sums)) =
            (columns, labels.as_slice(), <[f64; 10]>::try_from(sums))
        else {
            return Err(error(link::LinkError::UnknownData));
        };
        let summary = Summary::from_numbers(sums).map_err(error)?;
        let Waiting { xs, ys, grid } = std::mem::take(&mut self.waiting);
        let dataset = match whole {
            true => Dataset::of_rows(summary, xs, ys),
            false => Dataset::of_sample(summary, xs, ys),
        };
        let dataset = dataset.map_err(error)?;
        let mut dataset =
            dataset.named(Variable::from_heading(x_label), Variable::from_heading(y_label));
        if let Some(grid) = grid {
            dataset = dataset.with_grid(grid);
        }
        self.core_mut().choose(Source::Own { name: name.clone(), beside }, dataset);
        self.own = Some(Own::of_file(name, headings, (x, y), report));
        self.renew();
        Ok(())
    }
}
