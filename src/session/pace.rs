//! The speed of the epochs.

/// The speed of the epochs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pace {
    /// This many epochs a second.
    Steady(f64),
    /// Three epochs a second at first, then ever more: each second about triples the epochs, so that the first steps
    /// and the hundred-thousandth are both seen within ten seconds.
    Gathering,
    /// As many as the machine can do.
    Unlimited,
}

/// One of the paces that the page offers, slowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed(usize);

impl Speed {
    const PACES: [Pace; 9] = [
        Pace::Steady(1.0),
        Pace::Steady(3.0),
        Pace::Steady(10.0),
        Pace::Steady(30.0),
        Pace::Gathering,
        Pace::Steady(100.0),
        Pace::Steady(1_000.0),
        Pace::Steady(10_000.0),
        Pace::Unlimited,
    ];

    /// The number of speeds.
    pub const LEVELS: usize = Self::PACES.len();

    /// The speed of this level, or `None` where there is none.
    pub fn from_level(level: usize) -> Option<Self> {
        (level < Self::LEVELS).then_some(Self(level))
    }

    /// The level, 0 the slowest.
    pub fn level(self) -> usize {
        self.0
    }

    /// The pace of this speed.
    pub fn pace(self) -> Pace {
        Self::PACES[self.0]
    }
}

impl Default for Speed {
    fn default() -> Self {
        Self(4)
    }
}

/// The epochs that a tick of the clock is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// This many.
    Epochs(u64),
    /// As many as fit into the tick.
    AsManyAsFit,
}

/// The epochs a second at which a gathering run begins.
const GATHERING_START: f64 = 3.0;
/// Increase of the epochs a second with each epoch.
const GATHERING_GAIN: f64 = 1.05;

/// Turns time into whole epochs; fractions are carried to the next tick.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Clock {
    /// Epochs since Run was pressed, fractions included.
    pub elapsed: f64,
}

impl Clock {
    /// The epochs that `seconds` at this pace are worth.
    pub fn tick(&mut self, pace: Pace, seconds: f64) -> Due {
        let before = self.elapsed.floor();
        match pace {
            Pace::Steady(rate) => self.elapsed += rate * seconds,
            Pace::Gathering => {
                // The solution of k' = 3 + 1.05·k.
                let offset = GATHERING_START / GATHERING_GAIN;
                let growth = (GATHERING_GAIN * seconds).exp();
                self.elapsed = (self.elapsed + offset) * growth - offset;
            }
            Pace::Unlimited => return Due::AsManyAsFit,
        }
        Due::Epochs((self.elapsed.floor() - before) as u64)
    }
}
