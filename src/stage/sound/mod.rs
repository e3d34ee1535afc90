//! Sound of the descent, the data and the sweep of learning rates: tones, strokes and noise.
//!
//! All of it is plain data, times and frequencies, that any instrument can play; `www/sound/` plays it in a browser.
//!
//! | what is heard | what it tells |
//! |---|---|
//! | pitch | log J, between the least cost and that of the start; above the start's it rises on, and ends at [`HIGHEST`](pitch::HIGHEST) |
//! | left or right | the side of the bottom along the steepest direction; right where the slope is too great |
//! | click | the bottom was crossed |
//! | timbre | the run, by its index |
//!
//! So a steady descent falls on one side without a click, a zigzag falls with a click at each step from side to side, and
//! a divergence rises with them.

mod data;
mod descent;
pub mod pitch;
mod side;
mod sweep;

pub use side::Sides;

use serde::Serialize;

use super::name::Named;
use crate::numeric::random::Random;
use crate::session::Session;

/// A tone at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Sound {
    /// Seconds from the beginning of the score; 0 for a moment of its own.
    pub at: f64,
    /// Hertz.
    pub frequency: f64,
    /// −1 is left, 1 is right.
    pub pan: f64,
    /// From 0, silence, to 1.
    pub loudness: f64,
}

/// A tone that goes on, as it changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tone {
    /// Amplitudes of its harmonics, the fundamental first.
    pub harmonics: &'static [f64],
    /// The sounds in the order of their times. Each lasts until the next one.
    pub sounds: Vec<Sound>,
}

/// A short tone that dies away.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Stroke {
    /// The sound with which it begins.
    #[serde(flatten)]
    pub sound: Sound,
    /// Seconds after which it is gone.
    pub seconds: f64,
}

/// Loudness of the noise from a moment on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Noise {
    /// Seconds from the beginning.
    pub at: f64,
    /// From 0, silence, to 1.
    pub loudness: f64,
}

/// Tones, strokes and noise to be played: `Score` of `types.d.ts`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Score {
    /// The length in seconds.
    pub seconds: f64,
    /// The tones that go on.
    pub tones: Vec<Tone>,
    /// Short tones, clicks among them.
    pub strokes: Vec<Stroke>,
    /// The noise; none at all where this is empty.
    pub noise: Vec<Noise>,
}

/// Subject that can be played as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The descent, from the start to where it is.
    Descent,
    /// The data from left to right, and the line.
    Data,
    /// The sweep of learning rates.
    Sweep,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Descent, Self::Data, Self::Sweep];

    /// The name that the page gives it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Descent => "descent",
            Self::Data => "data",
            Self::Sweep => "sweep",
        }
    }
}

impl Named for Subject {
    const KIND: &'static str = "sound";

    fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.name() == name)
    }
}

impl Score {
    /// Score of a session.
    pub fn of(subject: Subject, session: &Session) -> Self {
        match subject {
            Subject::Descent => Self::of_descent(session),
            Subject::Data => Self::of_data(session),
            Subject::Sweep => Self::of_sweep(session),
        }
    }
}

/// Harmonics of each run's tone, in the order of the runs: soft, hollow, bright, and as of a bell.
pub const TIMBRES: [&[f64]; 5] = [
    &[1.0, 0.2],
    &[0.8, 0.0, 0.5, 0.0, 0.3],
    &[0.7, 0.4, 0.3, 0.25, 0.2],
    &[0.6, 0.8, 0.0, 0.4],
    &[0.9, 0.0, 0.0, 0.4],
];

/// The harmonics of the tone of a run.
pub fn timbre(index: usize) -> &'static [f64] {
    TIMBRES[index % TIMBRES.len()]
}

/// Frequency of a click, above all tones.
pub const CLICK: f64 = 4_000.0;

impl Stroke {
    /// The click of a crossing to this side.
    fn click(at: f64, pan: f64) -> Self {
        Self { sound: Sound { at, frequency: CLICK, pan, loudness: 0.7 }, seconds: 0.03 }
    }
}

/// A second of white noise at so many samples a second, the same each time.
pub fn noise(samples: usize) -> Vec<f32> {
    /// The most that a browser plays in a second.
    const MOST: usize = 192_000;
    let mut random = Random::new(7);
    (0..samples.min(MOST)).map(|_| (2.0 * random.unit() - 1.0) as f32).collect()
}
