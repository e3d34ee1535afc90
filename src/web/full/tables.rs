//! The tables beside the figures.

use wasm_bindgen::prelude::*;

use crate::insight::table::points::{Order, SortKey};
use crate::numeric::line::Line;
use crate::stage::name::Named;
use crate::stage::tables::{PointsRequest, PointsTables, Table};
use crate::web::convert::{error, object};
use crate::web::core::session::JsSession;

/// The tables of the points.
#[wasm_bindgen(js_name = PointsTables)]
#[derive(Default)]
pub struct JsPointsTables(PointsTables);

fn request(
    group: Option<usize>,
    key: &str,
    descending: bool,
    first: Option<usize>,
) -> Result<PointsRequest, JsValue> {
    let key = SortKey::named(key).map_err(error)?;
    Ok(PointsRequest { group, order: Order { key, descending }, first })
}

#[wasm_bindgen(js_class = PointsTables)]
impl JsPointsTables {
    /// Tables of no data yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> JsPointsTables {
        Self::default()
    }

    /// The points, or where they are many, their tenths or the points of one of them; sorted by a key, and from a row on
    /// where they are shown by pages.
    #[wasm_bindgen(unchecked_return_type = "Table")]
    pub fn table(
        &mut self,
        session: &JsSession,
        group: Option<usize>,
        key: &str,
        descending: bool,
        first: usize,
    ) -> Result<JsValue, JsValue> {
        let request = request(group, key, descending, Some(first))?;
        object(&self.0.table(&session.0, request))
    }

    /// All rows of the same table, with tabs between cells.
    pub fn copied(
        &mut self,
        session: &JsSession,
        group: Option<usize>,
        key: &str,
        descending: bool,
    ) -> Result<String, JsValue> {
        let request = request(group, key, descending, None)?;
        Ok(self.0.table(&session.0, request).tab_separated())
    }
}

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// The chosen run by epoch.
    #[wasm_bindgen(js_name = epochsTable, unchecked_return_type = "Table")]
    pub fn epochs_table(&self) -> Result<JsValue, JsValue> {
        object(&Table::of_epochs(self.0.session()))
    }

    /// The same, with tabs between cells.
    #[wasm_bindgen(js_name = copiedEpochs)]
    pub fn copied_epochs(&self) -> String {
        Table::of_epochs(self.0.session()).tab_separated()
    }

    /// The costs round the ball.
    #[wasm_bindgen(js_name = costsTable, unchecked_return_type = "Table")]
    pub fn costs_table(&self) -> Result<JsValue, JsValue> {
        object(&Table::of_costs(self.0.session()))
    }

    /// The same, with tabs between cells.
    #[wasm_bindgen(js_name = copiedCosts)]
    pub fn copied_costs(&self) -> String {
        Table::of_costs(self.0.session()).tab_separated()
    }

    /// The name of the file of all rows with their residuals.
    #[wasm_bindgen(getter, js_name = residualsName)]
    pub fn residuals_name(&self) -> String {
        self.0.residuals_name()
    }

    /// The part of that file that begins with the row of this index, the headings before the first one; the line is told,
    /// since a run may go on between two parts.
    #[wasm_bindgen(js_name = residualsFrom)]
    pub fn residuals_from(&self, first: usize, slope: f64, intercept: f64) -> String {
        self.0.residuals_from(first, Line::new(slope, intercept))
    }

    /// The index of the row after that part; nothing where it is the last one.
    #[wasm_bindgen(js_name = residualsAfter)]
    pub fn residuals_after(&self, first: usize) -> Option<usize> {
        self.0.residuals_after(first)
    }
}
