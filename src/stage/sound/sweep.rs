//! The sweep of learning rates: one rising sound that breaks into noise beyond the limit.

use super::pitch::{self, CostPitch};
use super::{Noise, Score, Sound, Tone, timbre};
use crate::insight::diagnosis::Sweep;
use crate::session::Session;

/// Seconds from the least rate to the greatest.
const SECONDS: f64 = 5.0;
/// Changes of the sound.
const CHANGES: usize = 100;
/// Loudness of a rate that leaves the cost at that of the start.
const FAINT: f64 = 0.15;
/// Loudness of the noise.
const NOISE: f64 = 0.4;

impl Score {
    /// The sweep of the chosen run. The pitch rises with the rate; the lower the cost, the louder it is. Rates beyond the
    /// largest stable one, and those that lead above the cost of the start, are noise.
    pub fn of_sweep(session: &Session) -> Self {
        let run = session.ruled_run();
        let sweep = Sweep::of(run, session.dataset(), session.view.sweep.get());
        let costs = CostPitch::of(std::slice::from_ref(run));
        let (limit, start) = (run.largest_stable_rate(), run.start_cost());
        let is_beyond = |rate: f64, cost: f64| {
            !cost.is_finite() || cost > start || limit.is_some_and(|limit| rate >= limit)
        };
        let every = sweep.costs.len().div_ceil(CHANGES).max(1);
        let last = sweep.costs.len().saturating_sub(1);
        let (mut sounds, mut noise) = (Vec::new(), vec![Noise { at: 0.0, loudness: 0.0 }]);
        for (index, &(rate, cost)) in sweep.costs[..last].iter().enumerate().step_by(every) {
            let share = index as f64 / last as f64;
            let at = SECONDS * share;
            let frequency = pitch::frequency(share);
            let beyond = is_beyond(rate, cost);
            let clear = FAINT + (1.0 - FAINT) * (1.0 - costs.height(cost).clamp(0.0, 1.0));
            let loudness = if beyond { 0.0 } else { clear };
            sounds.push(Sound { at, frequency, pan: 0.0, loudness });
            noise.push(Noise { at, loudness: if beyond { NOISE } else { 0.0 } });
        }
        sounds.extend(sounds.last().map(|&last| Sound { at: SECONDS, loudness: 0.0, ..last }));
        noise.push(Noise { at: SECONDS, loudness: 0.0 });
        let tone = Tone { harmonics: timbre(0), sounds };
        Self { seconds: SECONDS, tones: vec![tone], strokes: Vec::new(), noise }
    }
}
