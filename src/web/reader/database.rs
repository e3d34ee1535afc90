//! A table in a database: the statements to run there, and their answers.

use std::str::FromStr;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::import::JsColumns;
use crate::data::dataset::Variable;
use crate::export::sql::{Engine, Table};
use crate::import::{pairs, sums, unboxed};
use crate::text::en;
use crate::web::convert::{error, object};

/// Rows of a sample: enough to see how points lie, few enough to be copied from a terminal.
const SAMPLE: u32 = 2_000;

/// `Engine` of import-messages.js.
#[derive(Serialize)]
struct EngineChoice {
    id: &'static str,
    name: String,
}

/// `Statements` of import-messages.js.
#[derive(Serialize)]
struct Statements {
    sums: String,
    sample: String,
    x: String,
    y: String,
}

/// `Pasted` of import-messages.js.
#[derive(Serialize)]
struct Pasted {
    sums: bool,
    table: Option<String>,
}

/// The databases whose SQL can be written.
#[wasm_bindgen]
pub fn engines() -> Result<JsValue, JsValue> {
    let choice = |engine: Engine| EngineChoice { id: engine.name(), name: engine.to_string() };
    object(&Vec::from(Engine::ALL.map(choice)))
}

/// SQL to run in a database: the sums of two columns of a table, and a sample of its rows. Throws, with a
/// sentence, where there can be no such names.
#[wasm_bindgen]
pub fn statements(engine: &str, table: &str, x: &str, y: &str) -> Result<JsValue, JsValue> {
    let engine = Engine::from_str(engine).map_err(error)?;
    let table = Table::new(table, x, y).map_err(error)?;
    let (x, y) = table.columns();
    object(&Statements {
        sums: engine.sums(&table),
        sample: engine.sample(&table, SAMPLE),
        x: x.to_owned(),
        y: y.to_owned(),
    })
}

/// Kind of a pasted text: `sums` where it is the answer of a database with sums, be they of use or not; else, where
/// a tool printed it in a box or in HTML, the table in it.
#[wasm_bindgen]
pub fn pasted(text: &str) -> Result<JsValue, JsValue> {
    let named = text.to_ascii_lowercase().contains("sxx");
    let has_sums = || sums::sums(text).err().is_none_or(|error| error.is_of_sums());
    object(&Pasted { sums: named && has_sums(), table: unboxed(text) })
}

/// The rows that a database summed, from what it answered; `x` and `y` are what the columns are called.
/// Throws, with a sentence, where these are the sums of no rows.
#[wasm_bindgen]
pub fn summed(
    answer: &str,
    sample: &str,
    x: &str,
    y: &str,
    swapped: bool,
) -> Result<JsColumns, JsValue> {
    let answer = sums::sums(answer).map_err(error)?;
    let sample = pairs(sample).map_err(error)?;
    let (drawn, left_out) = (sample.xs.len(), sample.left_out);
    let (x, y) = (Variable::from_heading(x), Variable::from_heading(y));
    let dataset = answer.dataset(sample, x, y).map_err(error)?;
    let report = en::sums::summed(&answer, drawn, left_out);
    Ok(match swapped {
        false => JsColumns::elsewhere(&dataset, (0, 1), report),
        true => JsColumns::elsewhere(&dataset.swapped(), (1, 0), report),
    })
}
