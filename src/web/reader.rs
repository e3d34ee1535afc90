//! The reader of files: a package of its own, so that the first view need not download it.

use js_sys::Float64Array;
use wasm_bindgen::prelude::*;

use super::convert::error;
use crate::import;

/// A file whose columns can be chosen again and again.
#[wasm_bindgen]
pub struct Table(import::Table);

/// Two columns of a file, and what became of its rows.
#[wasm_bindgen]
pub struct Columns(import::Imported);

#[wasm_bindgen]
impl Table {
    /// Takes the bytes of a CSV file. Throws where it cannot be used, with a sentence why.
    pub fn read(bytes: Vec<u8>) -> Result<Table, JsValue> {
        import::Table::read(bytes).map(Table).map_err(error)
    }

    /// The names of the columns.
    pub fn headings(&self) -> Vec<String> {
        self.0.headings().to_vec()
    }

    /// A pair of columns worth a first look.
    #[wasm_bindgen(unchecked_return_type = "[number, number]")]
    pub fn guess(&self) -> Result<Vec<usize>, JsValue> {
        self.0.guess().map(|(x, y)| vec![x, y]).map_err(error)
    }

    /// Reads two columns, counted from 0.
    pub fn select(&self, x: usize, y: usize) -> Result<Columns, JsValue> {
        self.0.select(x, y).map(Columns).map_err(error)
    }
}

#[wasm_bindgen]
impl Columns {
    /// The x of every row that was used.
    #[wasm_bindgen(getter)]
    pub fn xs(&self) -> Float64Array {
        self.0.dataset.points().xs().into()
    }

    /// The y of every row that was used.
    #[wasm_bindgen(getter)]
    pub fn ys(&self) -> Float64Array {
        self.0.dataset.points().ys().into()
    }

    /// What became of the rows, in sentences.
    #[wasm_bindgen(getter)]
    pub fn report(&self) -> Vec<String> {
        self.0.report.sentences()
    }
}
