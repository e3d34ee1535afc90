//! What the page shows of data, settings and view: `Setup` of types.d.ts.

use serde::Serialize;

use super::sent;
use super::session::{DIGITS, EDITED, OWN, Own};
use crate::data::editing::Editing;
use crate::descent::objective::Held;
use crate::descent::settings::Start;
use crate::descent::trainer::Trainer;
use crate::insight::diagnosis::Forecast;
use crate::numeric::line::Line;
use crate::numeric::notation::{count, exact, floor, rounded, significant};
use crate::session::view::{Camera, DataView};
use crate::session::{Session, Source, Speed};
use crate::stage::rate_slider::{self, RateSlider};
use crate::text::en;
#[cfg(feature = "more")]
use crate::text::en::doctor::extras;

/// `Setup` of types.d.ts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Setup {
    dataset: DatasetSetup,
    best: Best,
    learning_rate: Rate,
    largest_stable: Option<Rate>,
    forecast: String,
    zones: Option<Zones>,
    extras: String,
    epochs: u64,
    tolerance: f64,
    speed: SpeedSetup,
    start: StartSetup,
    held: bool,
    residuals: bool,
    squares: bool,
    editing: EditingSetup,
    cost_view: &'static str,
    along: &'static str,
    equal_axes: bool,
    /// Whether the surface is seen from elsewhere than at first.
    turned: bool,
    log_history: bool,
    answer: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DatasetSetup {
    id: String,
    name: String,
    rows: u64,
    rows_text: String,
    columns: Vec<String>,
    x: usize,
    y: usize,
    x_label: String,
    y_label: String,
    about: Vec<String>,
    /// What a link will carry of data that only the reader has; empty where that is not known yet.
    link_note: String,
}

#[derive(Serialize)]
struct Best {
    slope: Option<f64>,
    intercept: Option<f64>,
    cost: f64,
    /// The best line of another cost, in a sentence; empty where the cost is squared error.
    note: String,
    texts: BestTexts,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BestTexts {
    slope: String,
    intercept: String,
    cost: String,
    r_squared: String,
}

#[derive(Serialize)]
struct Rate {
    value: f64,
    text: String,
    slider: f64,
}

/// The package that the page opens with has none.
#[cfg(not(feature = "more"))]
fn extras(_: &Session) -> String {
    String::new()
}

/// Where the zones of the rate begin and which rates are best, on the slider; none where they are
/// not known.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Zones {
    steady: f64,
    zigzag: f64,
    diverging: f64,
    best_for_any: f64,
    best_from_here: Option<f64>,
}

impl Zones {
    fn of(run: &Trainer, slider: RateSlider) -> Option<Self> {
        let forecast = Forecast::of(run)?;
        let place = |rate| slider.position(rate);
        Some(Self {
            // Where every rate is too small there is no steady zone.
            steady: forecast.least_quick_rate().map_or(rate_slider::STEPS, place),
            zigzag: place(forecast.largest_steady_rate()),
            diverging: place(forecast.largest_stable_rate()),
            best_for_any: place(forecast.best_worst_case_rate()),
            best_from_here: forecast.fewest_epochs().map(|(rate, _)| place(rate)),
        })
    }
}

#[derive(Serialize)]
struct SpeedSetup {
    level: usize,
    levels: usize,
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EditingSetup {
    can_undo: bool,
    can_redo: bool,
}

#[derive(Serialize)]
struct StartSetup {
    kind: &'static str,
    slope: f64,
    intercept: f64,
}

impl Setup {
    /// Of a session, and of the reader's file, if there is one.
    pub fn of(session: &Session, own: Option<&Own>) -> Self {
        let run = session.run();
        let settings = run.settings();
        let limit = run.largest_stable_rate();
        let slider = RateSlider::for_limit(run.landmark_rate());
        let rate = |value: f64, text: String| Rate { value, text, slider: slider.position(value) };
        Self {
            dataset: DatasetSetup::of(session, own),
            best: Best::of(session),
            learning_rate: rate(run.learning_rate().get(), exact(run.learning_rate().get())),
            largest_stable: limit.map(|limit| rate(limit, rounded(floor(limit, 3), 3))),
            forecast: en::forecast(run),
            zones: Zones::of(run, slider),
            extras: extras(session),
            epochs: settings.epochs.get(),
            tolerance: settings.tolerance.get(),
            speed: SpeedSetup {
                level: session.speed.level(),
                levels: Speed::LEVELS,
                text: en::speed(session.speed),
            },
            start: StartSetup::of(settings.start, run.start_line()),
            held: settings.problem.held != Held::Neither,
            residuals: session.view.data != DataView::Points,
            squares: session.view.squares,
            editing: EditingSetup {
                can_undo: session.editing().is_some_and(Editing::can_undo),
                can_redo: session.editing().is_some_and(Editing::can_redo),
            },
            along: session.view.along.name(),
            equal_axes: session.view.equal_axes,
            turned: session.view.camera != Camera::default(),
            cost_view: session.view.cost.name(),
            log_history: session.view.log_history,
            answer: session.view.answer,
        }
    }
}

impl StartSetup {
    fn of(start: Start, Line { slope, intercept }: Line) -> Self {
        let kind = match start {
            Start::Zero => "zero",
            Start::At(_) => "typed",
            Start::Random { .. } => "random",
        };
        Self { kind, slope, intercept }
    }
}

impl DatasetSetup {
    fn of(session: &Session, own: Option<&Own>) -> Self {
        let dataset = session.dataset();
        let labels = [dataset.x().label(), dataset.y().label()];
        let about = en::about(session.source(), dataset);
        let (id, name, columns, (x, y), about) = match (session.source(), own) {
            (Source::Builtin { builtin, swapped: false }, _) => {
                (builtin.id, builtin.name, labels.to_vec(), (0, 1), about)
            }
            (Source::Builtin { builtin, swapped: true }, _) => {
                let columns = labels.iter().rev().cloned().collect();
                (builtin.id, builtin.name, columns, (1, 0), about)
            }
            (Source::Own { name, .. }, Some(own)) => {
                let about = own.report.iter().cloned().chain(about).collect();
                (OWN, name.as_str(), own.headings.clone(), own.columns, about)
            }
            (source @ Source::Edited { .. }, _) => {
                (EDITED, source.name(), labels.to_vec(), (0, 1), about)
            }
            (Source::Own { name, .. }, None) => {
                (OWN, name.as_str(), labels.to_vec(), (0, 1), about)
            }
        };
        let rows = dataset.summary().n();
        let [x_label, y_label] = labels;
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            rows,
            rows_text: count(rows),
            columns,
            x,
            y,
            x_label,
            y_label,
            about,
            link_note: sent::link_note(session),
        }
    }
}

impl Best {
    fn of(session: &Session) -> Self {
        let dataset = session.dataset();
        let line = dataset.least_squares();
        let (slope, intercept) = (line.map(|line| line.slope), line.map(|line| line.intercept));
        let text = |value: Option<f64>, digits: usize| {
            value.map_or_else(|| en::NONE.to_owned(), |value| significant(value, digits))
        };
        Self {
            slope,
            intercept,
            cost: dataset.least_cost(),
            note: en::best_of_other_cost(session.run()),
            texts: BestTexts {
                slope: text(slope, DIGITS),
                intercept: text(intercept, DIGITS),
                cost: significant(dataset.least_cost(), DIGITS),
                r_squared: text(dataset.r_squared(), 4),
            },
        }
    }
}
