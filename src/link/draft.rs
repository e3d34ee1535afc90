//! A session as the fields of a link describe it, before its runs are computed.

use super::error::LinkError;
use crate::descent::objective::Problem;
use crate::descent::scaling::Scaling;
use crate::descent::settings::{EpochLimit, LearningRate, OnDivergence, Settings, Tolerance};
use crate::session::view::View;
use crate::session::{Session, Speed};

/// The rows that opening a link may look at: seconds of work. A link that needs more opens at an earlier epoch.
const MOST_ROWS: u64 = if cfg!(feature = "fuzzing") { 10_000 } else { 1_000_000_000 };

/// A session as the fields of a link describe it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub view: View,
    pub speed: Speed,
    pub problem: Problem,
    pub on_divergence: OnDivergence,
    pub epochs: EpochLimit,
    pub tolerance: Tolerance,
    /// The epoch that all runs go to.
    pub epoch: u64,
    /// The number of the run that the controls act on, counted from 1.
    pub chosen: u64,
    pub runs: Vec<RunDraft>,
}

/// A run as the fields of a link describe it.
#[derive(Clone, Debug, Default)]
pub(super) struct RunDraft {
    /// The start and the method. All else is what the runs of the session share.
    pub settings: Settings,
    /// The scaling; where there is none, that of the first run, and of the session for the first.
    pub scaling: Option<Scaling>,
    /// Each learning rate with the epoch from which on it was in force.
    pub rates: Vec<(u64, LearningRate)>,
}

/// Outcome of a draft.
pub(super) struct Restored {
    pub session: Session,
    /// The epoch of the link, where coming there would take too long and the session is at an earlier one.
    pub cut_from: Option<u64>,
}

impl Draft {
    /// Sets `session` up as the draft says, on the data that it has.
    pub fn restore(self, mut session: Session) -> Result<Restored, LinkError> {
        session.view = self.view;
        session.speed = self.speed;
        let scaling = self.runs.first().and_then(|run| run.scaling);
        let problem = Problem { scaling: scaling.unwrap_or(self.problem.scaling), ..self.problem };
        session.hold(problem.held);
        session.set_problem(problem)?;
        // The limits are set last, so that they stop no run on its way.
        session.set_epochs(EpochLimit::try_from(EpochLimit::MOST as f64)?);
        let shared = session.run().settings();
        let settings = |run: &RunDraft| {
            let Settings { start, optimizer, batch, schedule, .. } = run.settings;
            let scaling = run.scaling.unwrap_or(problem.scaling);
            let problem = Problem { scaling, ..shared.problem };
            Settings { start, problem, optimizer, batch, schedule, ..shared }
        };
        session.race(&self.runs.iter().map(settings).collect::<Vec<_>>());
        session.set_on_divergence(self.on_divergence);
        let affordable = self.epoch.min((MOST_ROWS / session.effort()).max(1));
        self.replay(&mut session, affordable)?;
        let chosen = usize::try_from(self.chosen.wrapping_sub(1)).ok();
        let chosen = chosen.filter(|&index| index < session.runs().len());
        session.choose_run(chosen.ok_or(LinkError::Field("chosen"))?);
        session.set_epochs(self.epochs);
        session.set_tolerance(self.tolerance);
        Ok(Restored { session, cut_from: (affordable < self.epoch).then_some(self.epoch) })
    }

    /// Takes all runs to `epoch` the way the sender came, with each rate from its epoch on.
    fn replay(&self, session: &mut Session, epoch: u64) -> Result<(), LinkError> {
        for (index, run) in self.runs.iter().enumerate() {
            session.choose_run(index);
            for &(since, rate) in &run.rates {
                if since > self.epoch {
                    return Err(LinkError::Field("rate"));
                }
                if since <= epoch {
                    session.run_mut().seek(since);
                    session.set_learning_rate(rate);
                }
            }
            session.run_mut().seek(epoch);
        }
        session.choose_run(0);
        Ok(())
    }
}
