//! The settings of a run as constants, and what changes from epoch to epoch.

use super::Program;
use super::chance::batch_constants;
use super::literal::float;
use crate::descent::objective::Cost;
use crate::descent::optimizer::Stride;
use crate::descent::schedule::Schedule;
use crate::descent::trainer::{Convergence, Status};
use crate::text::en::number::count;

impl Program<'_> {
    /// Whether the program has to stop below the tolerance, as the run did.
    pub(super) fn tests_tolerance(&self) -> bool {
        let tolerance = self.settings.tolerance.get();
        let now = self.run.state().epoch;
        // A tolerance that was set when the run was below it stopped nothing.
        self.run.status() == Status::Converged(Convergence::BelowTolerance)
            && self.run.trace().all(|state| state.epoch == now || state.cost >= tolerance)
    }

    /// Whether the rule has a learning rate.
    pub(super) fn has_rate(&self) -> bool {
        !matches!(self.settings.optimizer.stride(), Stride::Curvature)
    }

    /// Whether the reader changed the rate on the way.
    pub(in crate::export) fn has_rates(&self) -> bool {
        self.has_rate() && self.run.rates().len() > 1
    }

    /// Whether a schedule changes the rate.
    pub(in crate::export) fn has_schedule(&self) -> bool {
        self.has_rate() && !self.settings.schedule.is_constant()
    }

    /// The name of the rate of an update.
    pub(super) fn rate_name(&self) -> &'static str {
        if self.has_schedule() { "rate" } else { "L" }
    }

    /// The path keeps every k-th epoch; this is k.
    pub(super) fn every(&self) -> u64 {
        /// The greatest number of points of a path.
        const PATH: u64 = 10_000;
        self.run.state().epoch.div_ceil(PATH).max(1)
    }

    /// The code of the constants.
    pub(in crate::export) fn constants(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut constant = |name: &str, value: String, what: &str| {
            lines.push(format!("{name} = {value}  # {what}"));
        };
        let start = self.run.start_line();
        let line = format!("({}, {})", float(start.slope), float(start.intercept));
        constant("START", line, "a and b at epoch 0");
        let rates = self.run.rates();
        if self.has_rates() {
            let each = |(epoch, rate): &(u64, crate::descent::settings::LearningRate)| {
                format!("{epoch}: {}", float(rate.get()))
            };
            let all = rates.iter().map(each).collect::<Vec<_>>().join(", ");
            constant("RATES", format!("{{{all}}}"), "the learning rate, and from which epoch on");
        } else if self.has_rate() {
            let rate = rates.first().map_or(self.settings.learning_rate, |&(_, rate)| rate);
            constant("L", float(rate.get()), "the learning rate");
        }
        constant("EPOCHS", self.run.state().epoch.to_string(), &self.stood());
        if self.tests_tolerance() {
            let tolerance = float(self.settings.tolerance.get());
            constant("TOLERANCE", tolerance, "the descent stops below this cost");
        }
        if let Cost::Huber(threshold) = self.cost() {
            constant("DELTA", float(threshold.get()), "beyond this error the cost is straight");
        }
        let schedule = self.settings.schedule;
        let parameters = if self.has_schedule() { schedule.parameters() } else { Vec::new() };
        for (name, value) in parameters {
            let (value, what) = match name {
                "step_size" => (format!("{value}"), "epochs from one drop of the rate to the next"),
                "gamma" => (float(value), "what each drop multiplies the rate by"),
                "decay" => (float(value), "how fast the rate falls"),
                _ => (format!("{value}"), "epochs until the rate is 0"),
            };
            constant(&name.to_ascii_uppercase(), value, what);
        }
        let rule = self.rule_code();
        for (name, value, what) in rule.constants.iter().chain(&batch_constants(self.run.batch())) {
            constant(name, value.clone(), what);
        }
        if self.keeps_path && self.every() > 1 {
            constant(
                "EVERY",
                self.every().to_string(),
                "epochs from one place of the path to the next",
            );
        }
        lines
    }

    /// The epoch that the run was at, and its limits.
    fn stood(&self) -> String {
        let limit = count(self.settings.epochs.get());
        let where_to = match self.run.status() {
            _ if self.went_on => "what the page comes to from its start",
            Status::Diverged => "where the page stopped, because it diverged",
            Status::Converged(_) => "where the page stopped, because it converged",
            _ => "where the page stood",
        };
        format!("{where_to}; its limit was {limit}")
    }

    /// The code of the schedule: how the rate changes from epoch to epoch.
    pub(super) fn schedule(&self) -> Vec<String> {
        let factor = match self.settings.schedule {
            _ if !self.has_schedule() => return Vec::new(),
            Schedule::Constant => return Vec::new(),
            Schedule::Step { .. } => "GAMMA ** (epoch // STEP_SIZE)",
            Schedule::Inverse { .. } => "1 / (1 + DECAY * epoch)",
            Schedule::Cosine { .. } => {
                "0.5 * (1 + math.cos(math.pi * epoch / T_MAX)) if epoch < T_MAX else 0.0"
            }
        };
        vec![
            "def schedule(epoch):".to_owned(),
            "    \"\"\"What L is multiplied by for the update that follows an epoch.\"\"\""
                .to_owned(),
            format!("    return {factor}"),
        ]
    }
}
