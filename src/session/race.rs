//! Races: up to four runs on the same data and surface, under one clock.

use super::Session;
use super::pace::Clock;
use crate::descent::objective::Problem;
use crate::descent::optimizer::{Optimizer, Rule};
use crate::descent::scaling::{Scaling, VariableScaling};
use crate::descent::settings::{LearningRate, Settings};
use crate::edition::FullPackage;
use crate::numeric::notation;

/// A race that the page offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Plain descent at a rate that is too small, one that suits and one that is too large.
    ThreeRates,
    /// Plain descent, momentum, Nesterov and Adam, each at a rate that suits it.
    FourRules,
    /// Plain descent in the coordinates of the data and in standardised ones, each at a rate that suits it.
    Coordinates(FullPackage),
}

impl Preset {
    /// Returns the race of this name; `None` if there is none in this package.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "rates" => Some(Self::ThreeRates),
            "rules" => Some(Self::FourRules),
            "coordinates" => FullPackage::get().map(Self::Coordinates),
            _ => None,
        }
    }

    /// The name on the page. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::ThreeRates => "rates",
            Self::FourRules => "rules",
            Self::Coordinates(_) => "coordinates",
        }
    }
}

impl Session {
    /// The greatest number of runs.
    pub const MOST_RUNS: usize = 4;

    /// Adds a run like the chosen one, and chooses it. All of them go back to epoch 0: what begins amid the way of another
    /// shows its past as its own. Does nothing where there are four.
    pub fn add_run(&mut self) {
        let end = self.ruled_runs().len();
        if end < Self::MOST_RUNS {
            self.runs.insert(end, self.ruled_run().clone());
            self.chosen = end;
            self.reset();
        }
    }

    /// Removes a run, unless it is the only one of the page's.
    pub fn remove_run(&mut self, index: usize) {
        let ruled = self.ruled_runs().len();
        if index < self.runs.len() && (index >= ruled || ruled > 1) {
            self.runs.remove(index);
            self.chosen = match self.chosen {
                chosen if chosen > index => chosen - 1,
                chosen => chosen.min(self.runs.len() - 1),
            };
        }
    }

    /// Chooses the run that the controls act on.
    pub fn choose_run(&mut self, index: usize) {
        self.chosen = index.min(self.runs.len() - 1);
    }

    /// The index of the run that the controls act on.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Puts runs with these settings in the place of the runs. All begin at epoch 0.
    pub fn race(&mut self, settings: &[Settings]) {
        let runs = settings.iter().take(Self::MOST_RUNS);
        let runs: Vec<_> =
            runs.map(|&other| self.run().anew(&self.dataset, self.fitting(other))).collect();
        if !runs.is_empty() {
            self.runs = runs;
            self.chosen = 0;
            self.clock = Clock::default();
        }
    }

    /// Sets up a race that the page offers.
    pub fn start_preset(&mut self, preset: Preset) {
        let settings = self.ruled_run().settings();
        let scaled = |scaling: Scaling, rule: &str, rate: Option<f64>| {
            let optimizer = Rule::from_name(rule).map_or_else(Optimizer::default, Optimizer::new);
            let problem = Problem { scaling, ..settings.problem };
            let mut settings = Settings { optimizer, problem, ..settings };
            let run = self.run().anew(&self.dataset, settings);
            let rate = rate.map_or_else(|| self.suggested_rate(&run), as_rate);
            settings.learning_rate = rate;
            settings
        };
        let with = |rule: &str, rate: Option<f64>| scaled(settings.problem.scaling, rule, rate);
        let runs = match preset {
            Preset::ThreeRates => {
                let plain = self.run().anew(&self.dataset, with("gradient-descent", None));
                let landmark = plain.landmark_rate();
                let right = self.suggested_rate(&plain).get();
                let (small, big) = (notation::floor(0.03 * landmark, 1), 1.05 * landmark);
                [small, right, notation::floor(big, 3)]
                    .map(|rate| with("gradient-descent", Some(rate)))
                    .to_vec()
            }
            Preset::FourRules => ["gradient-descent", "momentum", "nesterov", "adam"]
                .map(|rule| with(rule, None))
                .to_vec(),
            Preset::Coordinates(full) => {
                let standardised = Scaling::both(VariableScaling::Standardised(full));
                [Scaling::RAW, standardised]
                    .map(|scaling| scaled(scaling, "gradient-descent", None))
                    .to_vec()
            }
        };
        self.race(&runs);
    }
}

fn as_rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).unwrap_or_default()
}
