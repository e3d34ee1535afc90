//! Lines that a program of the reader showed, as a run.

use std::sync::Arc;

use crate::descent::settings::EpochLimit;
use crate::edition::ProgramPackage;
use crate::numeric::line::Line;

/// Lines that a program showed, one an epoch. Of a long program only every k-th line is kept: in the epochs
/// between them the line stands still.
#[derive(Clone, Debug, PartialEq)]
pub struct Recording {
    /// Lines in data units: at epoch 1, 1 + k, 1 + 2k, …, and at the last one.
    lines: Arc<[Line]>,
    /// k, at least 1.
    stride: u64,
    /// The last epoch.
    epochs: u64,
    /// Only a package with programs replays them.
    full: ProgramPackage,
}

impl Recording {
    /// A recording of `epochs` lines, of which every `stride`-th and the last one are kept. Returns `None` without
    /// lines, if they are not as many as that makes, and in a package without programs.
    pub fn new(lines: &[Line], stride: u64, epochs: u64) -> Option<Self> {
        let full = ProgramPackage::get()?;
        EpochLimit::try_from(epochs as f64).ok().filter(|_| stride > 0)?;
        // The first line of all, those a stride apart, and the last one unless it is among them.
        let kept = epochs.checked_sub(1)?.div_ceil(stride) + 1;
        (lines.len() as u64 == kept).then(|| Self { lines: lines.into(), stride, epochs, full })
    }

    /// The last epoch.
    pub fn epochs(&self) -> u64 {
        self.epochs
    }

    /// The line at an epoch. Returns `None` at the start.
    pub fn line(&self, epoch: u64) -> Option<Line> {
        let last = self.lines.len() - 1;
        let index = match epoch.checked_sub(1)? {
            _ if epoch >= self.epochs => last,
            behind => usize::try_from(behind / self.stride).map_or(last, |index| index.min(last)),
        };
        Some(self.lines[index])
    }
}
