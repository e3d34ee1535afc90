//! Lines that a program of the reader showed, as a run.

use std::sync::Arc;

use super::run::Trainer;
use crate::data::dataset::Dataset;
use crate::descent::settings::{EpochLimit, Settings};
use crate::edition::FullPackage;
use crate::numeric::line::Line;

/// Lines that a program showed, one an epoch. Of a long program only every k-th line is kept: in the epochs
/// between them the line stands still.
#[derive(Clone, Debug, PartialEq)]
pub struct Recording {
    /// Lines in data units: at epoch k, 2k, 3k, …
    lines: Arc<[Line]>,
    /// k, at least 1.
    stride: u64,
    /// Only the full package replays programs.
    full: FullPackage,
}

impl Recording {
    /// A recording of every `stride`-th line. Returns `None` without lines, for a stride of 0, and in a package
    /// that replays no programs.
    pub fn new(lines: &[Line], stride: u64) -> Option<Self> {
        let full = FullPackage::get()?;
        let sound = !lines.is_empty()
            && stride > 0
            && EpochLimit::try_from(lines.len() as f64 * stride as f64).is_ok();
        sound.then(|| Self { lines: lines.into(), stride, full })
    }

    /// The last epoch, at which the last line that was kept was shown.
    pub fn epochs(&self) -> u64 {
        self.lines.len() as u64 * self.stride
    }

    /// The line at an epoch; `None` at the start, and before the first line that was kept.
    pub fn line(&self, epoch: u64) -> Option<Line> {
        let kept = (epoch / self.stride).min(self.lines.len() as u64);
        usize::try_from(kept).ok()?.checked_sub(1).map(|index| self.lines[index])
    }
}

impl Trainer {
    /// A run that takes its lines from a recording in place of a rule. It has the start, the problem and the rate
    /// of `settings`, and ends with the recording.
    pub fn replaying(&self, dataset: &Dataset, settings: Settings, recording: Recording) -> Self {
        let mut run = self.anew(dataset, settings);
        run.recording = Some(recording);
        run
    }

    /// The recording that the run takes its lines from. Returns `None` for a run of a rule.
    pub fn recording(&self) -> Option<&Recording> {
        self.recording.as_ref()
    }
}
