//! What stands in the panel `More`: cost, rule, batch, schedule, scaling, the race and the doctor.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::convert::{error, object};
use super::session::{DIGITS, Own, Session};
use crate::data::grid::{Axis, Grid};
use crate::descent::batch::{Batch, BatchSize};
use crate::descent::error::SettingError;
use crate::descent::objective::{Cost, Problem, Threshold};
use crate::descent::optimizer::{Optimizer, Rule};
use crate::descent::scaling::{Scaling, VariableScaling};
use crate::descent::schedule::Schedule;
use crate::descent::settings::{LearningRate, OnDivergence, Settings, typed};
use crate::descent::trainer::{Status, Trainer};
use crate::insight::diagnosis::{Explosion, Forecast, Mend};
use crate::insight::suitability::{self, Picture};
use crate::link;
use crate::numeric::bytes::Reader;
use crate::numeric::notation::{count, exact, significant};
use crate::session::Preset;
use crate::session::view::DataView;
use crate::text::en::{self, doctor, suitability as said};

/// `More` of types.d.ts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct More {
    cost: &'static str,
    threshold: String,
    scale_x: &'static str,
    scale_y: &'static str,
    rule: &'static str,
    explains: &'static str,
    parameters: Vec<Value>,
    batch: &'static str,
    batch_size: String,
    seed: String,
    schedule: &'static str,
    schedule_parameters: Vec<Value>,
    condition: String,
    best_rates: String,
    sweep_epochs: String,
    check: bool,
}

/// `RuleParameter` of types.d.ts.
#[derive(Serialize)]
struct Value {
    name: &'static str,
    value: String,
    explains: &'static str,
}

/// `Racer` of types.d.ts.
#[derive(Serialize)]
struct Racer {
    name: String,
    epoch: String,
    slope: String,
    intercept: String,
    cost: String,
    distance: String,
    /// The first epoch that is within 1 % of the least cost; empty where there is none yet.
    arrived: String,
    /// How it ended; empty while it can go on.
    ended: &'static str,
}

/// `Suitability` of types.d.ts.
#[derive(Serialize)]
struct Suitability {
    headline: String,
    notes: Vec<Note>,
}

/// A number of a suitability, in a sentence, and the picture that shows what speaks against a line.
#[derive(Serialize)]
struct Note {
    text: String,
    picture: Option<&'static str>,
    point: Option<usize>,
}

/// `Explosion` of types.d.ts.
#[derive(Serialize)]
struct Told {
    sentences: Vec<String>,
    mends: Vec<String>,
}

#[wasm_bindgen]
impl Session {
    /// What another package of the same build packed; nothing where it did not.
    pub fn unpack(bytes: &[u8]) -> Option<Session> {
        let mut from = Reader::new(bytes);
        let core = link::unpack(&mut from)?;
        let own = match from.whole()? {
            0 => None,
            _ => Some(Own::read(&mut from)?),
        };
        Some(Session::of(core, own))
    }

    /// Sets up what a chapter of the lesson shows; the reader's file stays in the list.
    #[wasm_bindgen(js_name = setUp)]
    pub fn set_up(&mut self, fields: &str) -> Result<(), JsValue> {
        *self.core_mut() = link::set_up(fields).map_err(error)?;
        self.renew();
        Ok(())
    }

    /// Says where all rows are, of which the points that wait are a sample: where cells begin and how wide
    /// they are, for x and for y, and how many rows are in each, row by row from the least y.
    #[wasm_bindgen(js_name = addGrid)]
    pub fn add_grid(&mut self, axes: &[f64], counts: Vec<u32>) {
        if let &[x, x_cell, y, y_cell] = axes {
            let axis = |from, cell| Axis { from, cell };
            self.waiting.grid = Grid::from_parts(axis(x, x_cell), axis(y, y_cell), counts);
        }
    }

    /// Sets the session up on its data as fields of a link say.
    pub fn apply(&mut self, fields: &str) -> Result<(), JsValue> {
        *self.core_mut() = link::apply(self.core().clone(), fields).map_err(error)?;
        self.renew();
        Ok(())
    }

    /// What the panel shows of the settings.
    #[wasm_bindgen(unchecked_return_type = "More")]
    pub fn more(&self) -> Result<JsValue, JsValue> {
        let core = self.core();
        let settings = core.run().settings();
        let Settings { problem, optimizer, batch, schedule, .. } = settings;
        let rule = optimizer.rule().definition();
        let value = |(name, value, explains)| Value { name, value: exact(value), explains };
        let parameters = rule.parameters.iter().zip(optimizer.parameters());
        let (size, seed) = match batch {
            Batch::Full => (BatchSize::default(), 0),
            Batch::Rows { size, seed } => (size, seed),
        };
        let forecast = Forecast::of(core.run());
        object(&More {
            cost: problem.cost.name(),
            threshold: exact(self.threshold().get()),
            scale_x: problem.scaling.x.name(),
            scale_y: problem.scaling.y.name(),
            rule: rule.name,
            explains: rule.explains,
            parameters: parameters
                .map(|(parameter, &number)| value((parameter.name, number, parameter.explains)))
                .collect(),
            batch: batch.name(),
            batch_size: size.get().to_string(),
            seed: seed.to_string(),
            schedule: schedule.name(),
            schedule_parameters: schedule
                .parameters()
                .into_iter()
                .map(|(name, number)| value((name, number, "")))
                .collect(),
            sweep_epochs: core.view.sweep.get().to_string(),
            check: settings.on_divergence.stops(),
            condition: doctor::condition(core),
            best_rates: forecast.as_ref().map_or_else(String::new, doctor::best_rates),
        })
    }

    /// The names of the rules by their ids.
    #[wasm_bindgen(unchecked_return_type = "DatasetChoice[]")]
    pub fn rules(&self) -> Result<JsValue, JsValue> {
        let choice = |rule: &Rule| {
            let definition = rule.definition();
            super::session::Choice { id: definition.name, name: definition.title }
        };
        object(&Rule::ALL.iter().map(choice).collect::<Vec<_>>())
    }

    /// Sets what the panel's control of this name says, as typed or chosen.
    pub fn choose(&mut self, control: &str, text: &str) -> Result<(), JsValue> {
        self.set_control(control, text).map_err(error)
    }

    /// Sets the rule's parameter of this index, as typed.
    #[wasm_bindgen(js_name = setRuleParameter)]
    pub fn set_rule_parameter(&mut self, index: usize, text: &str) -> Result<(), JsValue> {
        let optimizer = self.core().run().settings().optimizer;
        let changed = typed(text).and_then(|value| optimizer.with(index, value)).map_err(error)?;
        let change = |settings| Settings { optimizer: changed, ..settings };
        self.core_mut().set_method(change).map_err(error)
    }

    /// Sets the schedule's parameter of this index, as typed.
    #[wasm_bindgen(js_name = setScheduleParameter)]
    pub fn set_schedule_parameter(&mut self, index: usize, text: &str) -> Result<(), JsValue> {
        let schedule = self.core().run().settings().schedule;
        let changed = typed(text).and_then(|value| schedule.with(index, value)).map_err(error)?;
        let change = |settings| Settings { schedule: changed, ..settings };
        self.core_mut().set_method(change).map_err(error)
    }

    /// The runs of the race as they stand.
    #[wasm_bindgen(unchecked_return_type = "Racer[]")]
    pub fn racers(&self) -> Result<JsValue, JsValue> {
        object(&self.core().runs().iter().map(racer).collect::<Vec<_>>())
    }

    /// The index of the run that the controls act on.
    #[wasm_bindgen(getter)]
    pub fn chosen(&self) -> usize {
        self.core().chosen()
    }

    /// Draws what speaks against a line at its best: the errors of the least-squares line, or that line
    /// over the points.
    #[wasm_bindgen(js_name = showAgainst)]
    pub fn show_against(&mut self, picture: &str) {
        let view = &mut self.core_mut().view;
        view.answer = true;
        view.data = match picture {
            "residuals" => DataView::BestResiduals,
            _ => DataView::Points,
        };
    }

    /// Adds a run like the chosen one.
    #[wasm_bindgen(js_name = addRun)]
    pub fn add_run(&mut self) {
        self.core_mut().add_run();
    }

    /// Takes a run out of the race.
    #[wasm_bindgen(js_name = removeRun)]
    pub fn remove_run(&mut self, index: usize) {
        self.core_mut().remove_run(index);
    }

    /// Chooses the run that the controls act on.
    #[wasm_bindgen(js_name = chooseRun)]
    pub fn choose_run(&mut self, index: usize) {
        self.core_mut().choose_run(index);
    }

    /// Sets up a race: `rates` or `rules`.
    #[wasm_bindgen(js_name = startPreset)]
    pub fn start_preset(&mut self, preset: &str) {
        let preset = if preset == "rates" { Preset::ThreeRates } else { Preset::FourRules };
        self.core_mut().start_preset(preset);
    }

    /// Whether a line is suitable for the data.
    #[wasm_bindgen(unchecked_return_type = "Suitability")]
    pub fn suitability(&self) -> Result<JsValue, JsValue> {
        let dataset = self.core().dataset();
        let found = suitability::Suitability::of(dataset);
        let note = |note: said::Note| {
            let (picture, point) = match note.picture {
                Some(Picture::Residuals) => (Some("residuals"), None),
                Some(Picture::Points { ring }) => (Some("points"), ring.first().copied()),
                None => (None, None),
            };
            Note { text: note.text, picture, point }
        };
        object(&Suitability {
            headline: said::headline(&found, dataset),
            notes: said::notes(&found, dataset).into_iter().map(note).collect(),
        })
    }

    /// Changes whenever the data, or what is minimised, do.
    #[wasm_bindgen(getter, js_name = dataVersion)]
    pub fn data_version(&self) -> u32 {
        self.version()
    }

    /// Why the run blew up, and the names of what would mend it; null where it did not.
    #[wasm_bindgen(unchecked_return_type = "Explosion | null")]
    pub fn explosion(&self) -> Result<JsValue, JsValue> {
        let run = self.core().run();
        object(&Explosion::of(run).map(|explosion| Told {
            sentences: doctor::explosion(run, &explosion),
            mends: explosion.mends.iter().copied().map(doctor::mend).collect(),
        }))
    }

    /// Does what mends it, and goes back to the start.
    pub fn mend(&mut self, index: usize) -> Result<(), JsValue> {
        let explosion = Explosion::of(self.core().run());
        let Some(&mend) = explosion.as_ref().and_then(|explosion| explosion.mends.get(index))
        else {
            return Ok(());
        };
        let problem = self.core().problem();
        match mend {
            Mend::LargestSafeRate(rate) | Mend::BestRate(rate) | Mend::SuggestedRate(rate) => {
                let rate = LearningRate::try_from(rate).map_err(error)?;
                self.core_mut().reset();
                self.core_mut().set_learning_rate(rate);
            }
            Mend::Standardise => {
                let problem = Problem { scaling: Scaling::STANDARDISED, ..problem };
                self.set_problem(problem).map_err(error)?;
            }
            Mend::SquaredCost => {
                self.set_problem(Problem { cost: Cost::Squared, ..problem }).map_err(error)?;
            }
        }
        Ok(())
    }
}

impl Session {
    fn set_problem(&mut self, problem: Problem) -> Result<(), SettingError> {
        self.core_mut().set_problem(problem)?;
        self.renew();
        Ok(())
    }

    /// The threshold of the Huber cost: the one that is set, or about the errors of the best line.
    fn threshold(&self) -> Threshold {
        if let Cost::Huber(threshold) = self.core().problem().cost {
            return threshold;
        }
        let typical = self.core().dataset().least_cost().sqrt();
        let typical = crate::numeric::notation::floor(typical, 1);
        Threshold::try_from(typical).unwrap_or_default()
    }

    fn set_control(&mut self, control: &str, text: &str) -> Result<(), SettingError> {
        let mut problem = self.core().problem();
        let scale = |name: &str| VariableScaling::from_name(name).ok_or(SettingError::NoChoice);
        let change: Box<dyn FnOnce(&mut Settings)> = match control {
            "cost" => {
                let threshold = || Some(self.threshold());
                problem.cost = Cost::from_name(text, threshold).ok_or(SettingError::NoChoice)?;
                return self.set_problem(problem);
            }
            "threshold" => {
                problem.cost = Cost::Huber(typed(text)?.try_into()?);
                return self.set_problem(problem);
            }
            "check" => {
                let chosen = OnDivergence::from_name(text).ok_or(SettingError::NoChoice)?;
                self.core_mut().set_on_divergence(chosen);
                return Ok(());
            }
            "scale" => {
                problem.scaling = Scaling::both(scale(text)?);
                return self.set_problem(problem);
            }
            "scale-x" | "scale-y" => {
                let part = match control {
                    "scale-x" => &mut problem.scaling.x,
                    _ => &mut problem.scaling.y,
                };
                *part = scale(text)?;
                return self.set_problem(problem);
            }
            "sweep-epochs" => {
                self.core_mut().view.sweep = typed(text)?.try_into()?;
                return Ok(());
            }
            "rule" => {
                let rule = Rule::from_name(text).ok_or(SettingError::NoChoice)?;
                Box::new(move |settings| settings.optimizer = Optimizer::new(rule))
            }
            "batch" => {
                let batch = Batch::from_name(text).ok_or(SettingError::NoChoice)?;
                Box::new(move |settings| settings.batch = batch)
            }
            "batch-size" => {
                let wanted = BatchSize::try_from(typed(text)?)?;
                Box::new(move |settings| {
                    if let Batch::Rows { size, .. } = &mut settings.batch {
                        *size = wanted;
                    }
                })
            }
            "seed" => {
                let wanted = text.trim().parse().map_err(|_| SettingError::Seed)?;
                Box::new(move |settings| {
                    if let Batch::Rows { seed, .. } = &mut settings.batch {
                        *seed = wanted;
                    }
                })
            }
            "schedule" => {
                let schedule = Schedule::from_name(text).ok_or(SettingError::NoChoice)?;
                Box::new(move |settings| settings.schedule = schedule)
            }
            _ => return Err(SettingError::NoChoice),
        };
        self.core_mut().set_method(|mut settings| {
            change(&mut settings);
            settings
        })
    }
}

fn racer(run: &Trainer) -> Racer {
    let state = run.state();
    let text = |value: f64| significant(value, DIGITS);
    Racer {
        name: doctor::run_name(run),
        epoch: count(state.epoch),
        arrived: run.arrival().map_or_else(String::new, count),
        slope: text(state.line.slope),
        intercept: text(state.line.intercept),
        cost: text(state.cost),
        distance: run.distance().map_or_else(|| en::NONE.to_owned(), |d| significant(d, 3)),
        ended: match run.status() {
            Status::Diverged => doctor::DIVERGED,
            Status::Converged(_) => doctor::CONVERGED,
            Status::EpochLimit | Status::Ready | Status::Paused => "",
        },
    }
}
