//! The controls of the panel.

use super::threshold;
use crate::descent::batch::{Batch, BatchSize};
use crate::descent::error::SettingError;
use crate::descent::objective::{Cost, Problem};
use crate::descent::optimizer::{Optimizer, Rule};
use crate::descent::scaling::{Scaling, VariableScaling};
use crate::descent::schedule::Schedule;
use crate::descent::settings::{OnDivergence, Settings, typed};
use crate::stage::name::Named;
use crate::stage::page::Page;

/// A control of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// The cost.
    Cost,
    /// The threshold of the Huber cost.
    Threshold,
    /// Whether a run stops when it diverges.
    StopOnDivergence,
    /// The scale of x and y.
    Scale,
    /// The scale of x.
    ScaleX,
    /// The scale of y.
    ScaleY,
    /// After how many epochs the sweep compares the rates.
    SweepEpochs,
    /// The update rule.
    Rule,
    /// Number of rows that an update reads.
    Batch,
    /// Rows of a mini-batch.
    BatchSize,
    /// The seed of the order of mini-batches.
    Seed,
    /// The schedule.
    Schedule,
}

impl Control {
    /// All controls with the names that the page gives them.
    pub const NAMES: [(Self, &str); 12] = [
        (Self::Cost, "cost"),
        (Self::Threshold, "threshold"),
        (Self::StopOnDivergence, "stop-on-divergence"),
        (Self::Scale, "scale"),
        (Self::ScaleX, "scale-x"),
        (Self::ScaleY, "scale-y"),
        (Self::SweepEpochs, "sweep-epochs"),
        (Self::Rule, "rule"),
        (Self::Batch, "batch"),
        (Self::BatchSize, "batch-size"),
        (Self::Seed, "seed"),
        (Self::Schedule, "schedule"),
    ];
}

impl Named for Control {
    const KIND: &'static str = "control";

    fn find(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|&(control, _)| control)
    }
}

impl Page {
    /// Changes what is minimised, or in which coordinates.
    ///
    /// # Errors
    /// When the cost is made of points, and only sums are at hand.
    pub fn set_problem(&mut self, problem: Problem) -> Result<(), SettingError> {
        self.session_mut().set_problem(problem)?;
        self.renew();
        Ok(())
    }

    /// Sets a control of the panel, as typed or chosen.
    ///
    /// # Errors
    /// When the text is no value of the control. The old one stays in force then.
    pub fn choose(&mut self, control: Control, text: &str) -> Result<(), SettingError> {
        let problem = self.session().problem();
        let scale = || VariableScaling::from_name(text).ok_or(SettingError::NoChoice);
        let scaled = |scaling| Problem { scaling, ..problem };
        let mut settings = self.session().ruled_run().settings();
        match control {
            Control::Cost => {
                let threshold = || Some(threshold(self.session()));
                let cost = Cost::from_name(text, threshold).ok_or(SettingError::NoChoice)?;
                return self.set_problem(Problem { cost, ..problem });
            }
            Control::Threshold => {
                let cost = Cost::Huber(typed(text)?.try_into()?);
                return self.set_problem(Problem { cost, ..problem });
            }
            Control::Scale => {
                return self.set_problem(scaled(Scaling::both(scale()?)));
            }
            Control::ScaleX => {
                return self.set_problem(scaled(Scaling { x: scale()?, ..problem.scaling }));
            }
            Control::ScaleY => {
                return self.set_problem(scaled(Scaling { y: scale()?, ..problem.scaling }));
            }
            Control::StopOnDivergence => {
                let chosen = OnDivergence::from_name(text).ok_or(SettingError::NoChoice)?;
                self.session_mut().set_on_divergence(chosen);
                return Ok(());
            }
            Control::SweepEpochs => {
                self.session_mut().view.sweep = typed(text)?.try_into()?;
                return Ok(());
            }
            Control::Rule => {
                let rule = Rule::from_name(text).ok_or(SettingError::NoChoice)?;
                settings.optimizer = Optimizer::new(rule);
            }
            Control::Batch => {
                settings.batch = Batch::from_name(text).ok_or(SettingError::NoChoice)?;
            }
            Control::BatchSize => {
                let wanted = BatchSize::try_from(typed(text)?)?;
                if let Batch::Rows { size, .. } = &mut settings.batch {
                    *size = wanted;
                }
            }
            Control::Seed => {
                let wanted = text.trim().parse().map_err(|_| SettingError::Seed)?;
                if let Batch::Rows { seed, .. } = &mut settings.batch {
                    *seed = wanted;
                }
            }
            Control::Schedule => {
                settings.schedule = Schedule::from_name(text).ok_or(SettingError::NoChoice)?;
            }
        }
        self.session_mut().set_method(|_| settings)
    }

    /// Sets the parameter of the rule that has this index, as typed.
    ///
    /// # Errors
    /// When it is no value of the parameter.
    pub fn set_rule_parameter(&mut self, index: usize, text: &str) -> Result<(), SettingError> {
        let settings = self.session().ruled_run().settings();
        let optimizer = settings.optimizer.with(index, typed(text)?)?;
        self.session_mut().set_method(|_| Settings { optimizer, ..settings })
    }

    /// Sets the parameter of the schedule that has this index, as typed.
    ///
    /// # Errors
    /// When it is no value of the parameter.
    pub fn set_schedule_parameter(&mut self, index: usize, text: &str) -> Result<(), SettingError> {
        let settings = self.session().ruled_run().settings();
        let schedule = settings.schedule.with(index, typed(text)?)?;
        self.session_mut().set_method(|_| Settings { schedule, ..settings })
    }
}
