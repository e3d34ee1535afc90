//! The setup: values that change only with the data, the settings or the view.

use serde::Serialize;

use super::page::{EDITED, OWN, OwnData, Page};
use super::rate_slider::RateSlider;
use super::readings::DIGITS;
use crate::data::editing::Editing;
use crate::descent::objective::Held;
use crate::descent::settings::Start;
use crate::descent::trainer::Trainer;
use crate::edition::FullPackage;
use crate::insight::advice::Advice;
use crate::insight::diagnosis::{Forecast, without_rounding};
use crate::link::{Carried, Scope};
use crate::numeric::line::Line;
use crate::numeric::notation::{exact, floor};
use crate::session::view::{Camera, DataView};
use crate::session::{Session, Source, Speed};
use crate::text::en::number::{count, rounded, significant};
use crate::text::en::{self, choice};

/// Values that change only with the data, the settings or the view: `Setup` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Setup {
    /// The data.
    pub dataset: DatasetSetup,
    /// The least-squares line.
    pub best: Best,
    /// The learning rate.
    pub learning_rate: Rate,
    /// The largest stable learning rate, where one is known.
    pub largest_stable: Option<Rate>,
    /// Effect of the learning rate on these data, in a sentence.
    pub forecast: String,
    /// The name of the next thing that the page offers to do; empty if there is none.
    pub advice: String,
    /// Whether that is about the learning rate, beside which it is offered too.
    pub advises_rate: bool,
    /// The zones of the learning rate, where they are known.
    pub zones: Option<Zones>,
    /// The choices of the full package that are not the defaults, in few words.
    pub extras: String,
    /// The epoch limit.
    pub epochs: u64,
    /// The cost to stop below.
    pub tolerance: f64,
    /// Speed of the epochs.
    pub speed: SpeedSetup,
    /// Start of the run.
    pub start: StartSetup,
    /// Whether a parameter is held.
    pub held: bool,
    /// Whether the errors of the points are drawn instead of the points.
    pub residuals: bool,
    /// Whether errors are drawn as squares.
    pub squares: bool,
    /// Availability of undo and redo.
    pub editing: EditingSetup,
    /// The name of the view of the cost.
    pub cost_view: &'static str,
    /// Whether that view shows the cost along one parameter.
    pub one_parameter: bool,
    /// Whether that view is seen from a camera, which can be turned.
    pub turnable: bool,
    /// The name of the parameter that the bowl is cut along.
    pub along: &'static str,
    /// Whether a unit of the slope is as long as one of the intercept.
    pub equal_axes: bool,
    /// Whether the surface is seen from elsewhere than at first.
    pub turned: bool,
    /// Whether the history has logarithmic axes.
    pub log_history: bool,
    /// Whether the least-squares answer is shown.
    pub answer: bool,
}

/// The data in use.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DatasetSetup {
    /// The id that they are chosen by.
    pub id: String,
    /// Their name for people.
    pub name: String,
    /// Rows used.
    pub rows: u64,
    /// The same, for reading.
    pub rows_text: String,
    /// Whether tables have tenths of x, and keys walk through them, because the points are many.
    pub in_tenths: bool,
    /// The names of all columns.
    pub columns: Vec<String>,
    /// The index of the x column.
    pub x: usize,
    /// The index of the y column.
    pub y: usize,
    /// The title of the x axis.
    pub x_label: String,
    /// The title of the y axis.
    pub y_label: String,
    /// Sentences about the data.
    pub about: Vec<String>,
    /// Note on the part of the data that a link will carry; empty where that is not known yet.
    pub link_note: String,
}

/// The least-squares line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Best {
    /// The slope; none where x has no spread.
    pub slope: Option<f64>,
    /// The intercept; none where x has no spread.
    pub intercept: Option<f64>,
    /// The least cost.
    pub cost: f64,
    /// The best line of another cost, in a sentence; empty where the cost is squared error.
    pub note: String,
    /// The same numbers, rounded for reading.
    pub texts: BestTexts,
}

/// The least-squares line, rounded for reading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BestTexts {
    /// The slope.
    pub slope: String,
    /// The intercept.
    pub intercept: String,
    /// The least cost.
    pub cost: String,
    /// r².
    pub r_squared: String,
}

/// A learning rate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rate {
    /// The rate.
    pub value: f64,
    /// The same, for reading.
    pub text: String,
    /// Its position on the slider, 0 to 1,000.
    pub slider: f64,
}

/// Zones of the rate and the best rates, as positions on the slider.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Zones {
    /// The least rate that is not too small.
    pub steady: f64,
    /// The least rate at which the descent zigzags.
    pub zigzag: f64,
    /// The least rate at which it diverges.
    pub diverging: f64,
    /// The best rate for any start.
    pub best_for_any: f64,
    /// The best rate from the start that is set.
    pub best_from_here: Option<f64>,
}

impl Zones {
    fn of(run: &Trainer, slider: RateSlider) -> Option<Self> {
        let forecast = Forecast::of(run)?;
        let place = |rate| slider.position(rate);
        let limit = forecast.largest_stable_rate();
        // Where the valley is too narrow for every rate, the first zone is all there is below the limit.
        let quick = forecast.least_quick_rate().unwrap_or(limit);
        Some(Self {
            steady: place(quick),
            zigzag: place(forecast.largest_steady_rate().max(quick)),
            diverging: place(limit),
            best_for_any: place(forecast.best_worst_case_rate()),
            best_from_here: forecast.fewest_epochs().map(|(rate, _)| place(rate)),
        })
    }
}

/// Speed of the epochs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SpeedSetup {
    /// The level, 0 the slowest.
    pub level: usize,
    /// Number of levels.
    pub levels: usize,
    /// The same, for reading.
    pub text: String,
}

/// Availability of undo and redo.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EditingSetup {
    /// Whether a change can be undone.
    pub can_undo: bool,
    /// Whether a change can be redone.
    pub can_redo: bool,
}

/// Start of the run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StartSetup {
    /// `zero`, `typed` or `random`.
    pub kind: &'static str,
    /// The slope.
    pub slope: f64,
    /// The intercept.
    pub intercept: f64,
}

impl Setup {
    /// The setup of a page as it stands.
    pub fn of(page: &Page) -> Self {
        let session = page.session();
        let run = session.ruled_run();
        let settings = run.settings();
        let limit = run.largest_stable_rate();
        let slider = RateSlider::for_limit(run.landmark_rate());
        let advice = session.advice();
        let rate = |value: f64, text: String| Rate { value, text, slider: slider.position(value) };
        Self {
            dataset: DatasetSetup::of(session, page.own_data()),
            best: Best::of(session),
            learning_rate: rate(run.learning_rate().get(), exact(run.learning_rate().get())),
            largest_stable: limit.map(|limit| rate(limit, rounded(floor(limit, 3), 3))),
            forecast: en::rate::forecast(run),
            advises_rate: !matches!(advice, None | Some(Advice::OnTheWay { .. })),
            advice: advice.map_or_else(String::new, en::advice::name),
            zones: Zones::of(run, slider),
            extras: FullPackage::get()
                .map(|full| choice::extras(session, full))
                .unwrap_or_default(),
            epochs: settings.epochs.get(),
            tolerance: settings.tolerance.get(),
            speed: SpeedSetup {
                level: session.speed.level(),
                levels: Speed::LEVELS,
                text: en::choice::speed(session.speed),
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
            one_parameter: session.view.cost.shows_one_parameter(),
            turnable: session.view.cost.has_camera(),
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
    fn of(session: &Session, own_data: Option<&OwnData>) -> Self {
        let dataset = session.dataset();
        let labels = [dataset.x().label(), dataset.y().label()];
        let about = en::data::about(session.source(), dataset);
        let (id, name, columns, (x, y), about) = match (session.source(), own_data) {
            (Source::Builtin { builtin, swapped: false }, _) => {
                (builtin.id, builtin.name, labels.to_vec(), (0, 1), about)
            }
            (Source::Builtin { builtin, swapped: true }, _) => {
                let columns = labels.iter().rev().cloned().collect();
                (builtin.id, builtin.name, columns, (1, 0), about)
            }
            (Source::Own { name, .. }, Some(own_data)) => {
                let about = own_data.report.iter().cloned().chain(about).collect();
                (OWN, name.as_str(), own_data.headings.clone(), own_data.columns, about)
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
            in_tenths: dataset.points().are_many(),
            columns,
            x,
            y,
            x_label,
            y_label,
            about,
            link_note: link_note(session),
        }
    }
}

impl Best {
    fn of(session: &Session) -> Self {
        let dataset = session.dataset();
        let line = dataset.least_squares();
        let (slope, intercept) = (line.map(|line| line.slope), line.map(|line| line.intercept));
        let shown = line.map(|line| without_rounding(line, dataset.summary()));
        let cost = en::status::without_rounding(session.run(), dataset.least_cost());
        let text = |value: Option<f64>, digits: usize| {
            value.map_or_else(|| en::NONE.to_owned(), |value| significant(value, digits))
        };
        Self {
            slope,
            intercept,
            cost: dataset.least_cost(),
            note: en::answer::best_of_other_cost(session.run()),
            texts: BestTexts {
                slope: text(shown.map(|line| line.slope), DIGITS),
                intercept: text(shown.map(|line| line.intercept), DIGITS),
                cost: significant(cost, DIGITS),
                r_squared: text(dataset.r_squared(), 4),
            },
        }
    }
}

/// Sentence about the data of the reader that a link will carry. Empty if a link has no need to, or if only the
/// full package could write one that does.
fn link_note(session: &Session) -> String {
    match Carried::of(session, Scope::default()) {
        Carried::Name | Carried::Nothing => String::new(),
        Carried::Data(data, _) => en::link::to_come(data),
    }
}
