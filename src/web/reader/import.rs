//! `Import`: a file on its way in, and the columns that come of it.

use js_sys::Float64Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::data::dataset::Dataset;
use crate::data::grid::Grid;
use crate::data::summary::Summary;
use crate::import::{self, Choices, Finished, Kind, Occurrence, Part, Profile, Reason};
use crate::link::CarriedData;
use crate::text::en;
use crate::text::en::number::number;
use crate::web::convert::{error, object};

/// A file on its way in.
#[wasm_bindgen(js_name = Import)]
pub struct JsImport(import::Import);

/// Two columns, of a file or of a table that is elsewhere.
#[wasm_bindgen(js_name = Columns)]
pub struct JsColumns {
    summary: Summary,
    rest: Part,
    grid: Option<Grid>,
    whole: bool,
    /// All points that were kept.
    points: usize,
    labels: Vec<String>,
    indices: (usize, usize),
    report: Vec<String>,
    left_out: Vec<LeftOut>,
    question: Option<Question>,
}

/// `Outline` of import-messages.js.
#[derive(Serialize)]
struct TableOutline {
    columns: Vec<ColumnOutline>,
    rows: Vec<Vec<String>>,
    dialect: DialectOutline,
    guess: Option<(usize, usize)>,
}

#[derive(Serialize)]
struct ColumnOutline {
    name: String,
    kind: &'static str,
    /// Whether its numbers are written as other programs read them: without units, with the decimal sign of the table.
    plain: bool,
    /// The share of its first rows that have a number.
    share: String,
    /// The least number, the mean and the greatest; none of words.
    numbers: Vec<String>,
    bars: Vec<u32>,
    /// Description of the histogram, in a sentence.
    spread: String,
}

#[derive(Serialize)]
struct DialectOutline {
    encoding: &'static str,
    delimiter: &'static str,
    quote: &'static str,
    decimal: &'static str,
    skip: usize,
    headings: usize,
    /// The order of the dates; empty where it is not to be told.
    dates: &'static str,
}

/// `LeftOut` of import-messages.js.
#[derive(Serialize)]
struct LeftOut {
    rows: u64,
    reason: &'static str,
    first: Vec<String>,
}

/// `Question` of protocol.js.
#[derive(Serialize)]
struct Question {
    button: String,
    choice: String,
}

#[wasm_bindgen(js_class = Import)]
impl JsImport {
    /// A file to come, with what was chosen of how it is written, each as `name=value`, and its columns
    /// where they were chosen.
    #[wasm_bindgen(constructor)]
    pub fn new(chosen: Vec<String>, x: Option<usize>, y: Option<usize>) -> JsImport {
        let mut choices = Choices::default();
        for (name, value) in chosen.iter().filter_map(|choice| choice.split_once('=')) {
            choices.choose(name, value);
        }
        Self(import::Import::new(choices, x.zip(y)))
    }

    /// Takes the next slice. Throws, with a sentence, as soon as it is clear that the file is of no use.
    pub fn feed(&mut self, slice: &[u8]) -> Result<(), JsValue> {
        self.0.feed(slice).map_err(error)
    }

    /// Ends the input.
    pub fn end(&mut self) -> Result<(), JsValue> {
        self.0.end().map_err(error)
    }

    /// Rows that were read so far.
    #[wasm_bindgen(getter)]
    pub fn rows(&self) -> f64 {
        self.0.rows() as f64
    }

    /// Facts about the table; null while none is known.
    pub fn outline(&self) -> Result<JsValue, JsValue> {
        object(&self.0.outline().map(TableOutline::of))
    }

    /// Some of the points so far, which it then forgets, as [x, y]; nothing while they are few.
    #[wasm_bindgen(js_name = takePoints, unchecked_return_type = "[Float64Array, Float64Array] | undefined")]
    pub fn take_points(&mut self) -> Option<Vec<Float64Array>> {
        let part = self.0.take_points()?;
        Some(vec![part.xs.as_slice().into(), part.ys.as_slice().into()])
    }

    /// Whether it needs the points back that were taken, because they are more than are kept.
    #[wasm_bindgen(getter, js_name = awaitsPoints)]
    pub fn awaits_points(&self) -> bool {
        self.0.awaits_points()
    }

    /// Takes back points that were taken, the oldest first, after the end.
    #[wasm_bindgen(js_name = returnPoints)]
    pub fn return_points(&mut self, xs: Vec<f64>, ys: Vec<f64>) {
        self.0.return_points(&Part { xs, ys });
    }

    /// Result of the import, without the points that were taken.
    pub fn finish(self) -> Result<JsColumns, JsValue> {
        self.0.finish_apart().map(JsColumns::of).map_err(error)
    }
}

#[wasm_bindgen(js_class = Columns)]
impl JsColumns {
    /// The x of the points that were not taken on the way, or of the sample.
    #[wasm_bindgen(getter)]
    pub fn xs(&self) -> Float64Array {
        self.rest.xs.as_slice().into()
    }

    /// The y of those points.
    #[wasm_bindgen(getter)]
    pub fn ys(&self) -> Float64Array {
        self.rest.ys.as_slice().into()
    }

    /// Whether the points, with those that were taken on the way, are all rows; else they are a sample.
    #[wasm_bindgen(getter)]
    pub fn whole(&self) -> bool {
        self.whole
    }

    /// Places of all rows, if the points are a sample and the places are known: where the cells begin and how
    /// wide they are, for x and for y.
    #[wasm_bindgen(getter)]
    pub fn axes(&self) -> Option<Vec<f64>> {
        let grid = self.grid.as_ref()?;
        Some(vec![grid.x().from, grid.x().cell, grid.y().from, grid.y().cell])
    }

    /// Number of rows in each cell, row by row from the least y.
    #[wasm_bindgen(getter)]
    pub fn counts(&self) -> Option<Vec<u32>> {
        Some(self.grid.as_ref()?.counts().to_vec())
    }

    /// The exact sums over all rows: n, x̄, ȳ, Sxx, Sxy, Syy, the least and the greatest x, the least and the
    /// greatest y, and the rests of means and sums.
    #[wasm_bindgen(getter)]
    pub fn sums(&self) -> Vec<f64> {
        self.summary.numbers().into_iter().chain(self.summary.rests()).collect()
    }

    /// Titles of the axes.
    #[wasm_bindgen(getter)]
    pub fn labels(&self) -> Vec<String> {
        self.labels.clone()
    }

    /// Indices of the columns.
    #[wasm_bindgen(getter, unchecked_return_type = "[number, number]")]
    pub fn indices(&self) -> Vec<usize> {
        vec![self.indices.0, self.indices.1]
    }

    /// Report on the rows, in sentences.
    #[wasm_bindgen(getter)]
    pub fn report(&self) -> Vec<String> {
        self.report.clone()
    }

    /// Sentence about the share of them that a link will carry.
    #[wasm_bindgen(getter, js_name = linkNote)]
    pub fn link_note(&self) -> String {
        let carried = CarriedData::of_rows(self.summary.n(), self.points, self.whole);
        en::link::to_come(carried)
    }

    /// The number that may be read otherwise, if there is one, with the choice that reads it so.
    pub fn question(&self) -> Result<JsValue, JsValue> {
        object(&self.question)
    }

    /// The rows that were left out, by reason, with the first ones.
    #[wasm_bindgen(js_name = leftOut)]
    pub fn left_out(&self) -> Result<JsValue, JsValue> {
        object(&self.left_out)
    }
}

impl JsColumns {
    fn of(finished: Finished) -> Self {
        let Finished { summary, parts, grid, x, y, report, columns, .. } = finished;
        let some = report.left_out().into_iter().filter(|(_, left_out)| left_out.rows > 0);
        let left_out = some.map(|(reason, left_out)| LeftOut {
            rows: left_out.rows,
            reason: match reason {
                Reason::Empty => "empty",
                Reason::Missing => "missing",
                Reason::NotNumber => "not a number",
                Reason::Ragged => "ragged",
                Reason::Torn => "torn",
            },
            first: left_out.first.iter().map(Occurrence::to_string).collect(),
        });
        let question = report.open.as_ref().map(|open| Question {
            button: en::import::read_otherwise(open),
            choice: format!("decimal={}", open.decimal.name()),
        });
        let (rest, whole) = (Part::join(parts), grid.is_none());
        Self {
            summary,
            points: if whole { summary.n() as usize } else { rest.len() },
            rest,
            whole,
            grid,
            labels: vec![x.label(), y.label()],
            indices: columns,
            left_out: left_out.collect(),
            question,
            report: en::import::report(&report),
        }
    }

    /// Those of a table that is elsewhere, with a sample of its points: nothing is known of what was left
    /// out there.
    pub(super) fn elsewhere(
        dataset: &Dataset,
        indices: (usize, usize),
        report: Vec<String>,
    ) -> Self {
        let points = dataset.points();
        Self {
            summary: *dataset.summary(),
            rest: Part { xs: points.xs().to_vec(), ys: points.ys().to_vec() },
            grid: None,
            whole: false,
            points: points.len(),
            labels: vec![dataset.x().label(), dataset.y().label()],
            indices,
            report,
            left_out: Vec::new(),
            question: None,
        }
    }
}

impl TableOutline {
    fn of(outline: &import::Outline) -> Self {
        let dialect = &outline.dialect;
        let columns = outline.headings().iter().zip(&outline.profiles);
        Self {
            columns: columns
                .map(|(name, profile)| {
                    ColumnOutline::of(name, profile, profile.is_plain(dialect.decimal))
                })
                .collect(),
            rows: outline.rows.clone(),
            dialect: DialectOutline {
                encoding: dialect.encoding.name(),
                delimiter: dialect.delimiter.name(),
                quote: dialect.quote.name(),
                decimal: dialect.decimal.name(),
                skip: dialect.skip,
                headings: dialect.headings,
                dates: outline.dates().map_or("", import::Dates::name),
            },
            guess: outline.guess.clone().ok(),
        }
    }
}

impl ColumnOutline {
    fn of(name: &str, profile: &Profile, plain: bool) -> Self {
        Self {
            name: name.to_owned(),
            kind: match profile.kind {
                Kind::Number => "number",
                Kind::Date => "date",
                Kind::Text => "text",
                Kind::Empty => "empty",
            },
            plain,
            share: format!("{} %", (100.0 * profile.share).round()),
            numbers: [profile.least, profile.mean, profile.greatest]
                .into_iter()
                .filter(|_| profile.is_numeric())
                .map(number)
                .collect(),
            bars: profile.histogram.to_vec(),
            spread: en::import::spread(profile),
        }
    }
}
