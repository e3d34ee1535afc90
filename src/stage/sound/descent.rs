//! The descent: as it is at a moment, and from its start to where it is.

use super::pitch::CostPitch;
use super::{Score, Sides, Sound, Stroke, Tone, timbre};
use crate::descent::trainer::State;
use crate::session::Session;

/// Seconds that a whole descent is heard for.
const SECONDS: f64 = 4.0;
/// Up to so many epochs, each is a beat. Beyond, time goes with the logarithm of the epoch, as it does in the history.
const BEATS: u64 = 48;
/// Changes of a tone, and clicks, are at least so many seconds apart.
const APART: f64 = 0.03;
/// Clicks that are heard of one moment.
const CLICKS: usize = 2;

impl Score {
    /// The moment at which a session is, `from` being the epoch of the moment before: a sound of each run, and clicks.
    pub fn of_moment(session: &Session, from: u64) -> Self {
        let runs = session.runs();
        let pitch = CostPitch::of(runs);
        let mut score = Self::default();
        for (index, run) in runs.iter().enumerate() {
            let sides = Sides::of(run);
            // A run that has ended would drone on beside the others.
            let is_over = run.status().is_end() && run.state().epoch < session.clock_epoch();
            let is_over = is_over || session.hides(run);
            let sound = sound(&pitch, sides.as_ref(), run.state(), 0.0, runs.len());
            let loudness = if is_over { 0.0 } else { sound.loudness };
            let sounds = vec![Sound { loudness, ..sound }];
            score.tones.push(Tone { harmonics: timbre(index), sounds });
            let crossings = sides.iter().flat_map(|sides| sides.crossings(run, from));
            let clicks = crossings.take(CLICKS).enumerate();
            let click = |(place, (_, pan))| Stroke::click(place as f64 * APART, pan);
            score.strokes.extend(clicks.map(click));
        }
        score
    }

    /// The whole descent of a session up to where it is.
    pub fn of_descent(session: &Session) -> Self {
        let runs = session.runs();
        let last = session.clock_epoch();
        let time = |epoch: u64| SECONDS * share(epoch, last);
        let pitch = CostPitch::of(runs);
        let mut score = Self { seconds: SECONDS + SECONDS / BEATS as f64, ..Self::default() };
        for (index, run) in runs.iter().enumerate().filter(|(_, run)| !session.hides(run)) {
            let sides = Sides::of(run);
            let mut sounds: Vec<Sound> = Vec::new();
            for state in run.trace() {
                let at = time(state.epoch);
                if sounds.last().is_none_or(|last| at - last.at >= APART) {
                    sounds.push(sound(&pitch, sides.as_ref(), &state, at, runs.len()));
                }
            }
            let end = time(run.state().epoch) + SECONDS / BEATS as f64;
            let silent = sounds.last().map(|&last| Sound { at: end, loudness: 0.0, ..last });
            sounds.extend(silent);
            score.tones.push(Tone { harmonics: timbre(index), sounds });
            let mut clicked = f64::NEG_INFINITY;
            for (epoch, pan) in sides.iter().flat_map(|sides| sides.crossings(run, 0)) {
                let at = time(epoch);
                if at - clicked >= APART {
                    score.strokes.push(Stroke::click(at, pan));
                    clicked = at;
                }
            }
        }
        score
    }
}

/// The share of the time at which an epoch is heard.
fn share(epoch: u64, last: u64) -> f64 {
    match last {
        0 => 0.0,
        1..=BEATS => epoch as f64 / last as f64,
        _ => (epoch as f64).ln_1p() / (last as f64).ln_1p(),
    }
}

/// The sound of a run at one of its states.
fn sound(pitch: &CostPitch, sides: Option<&Sides>, state: &State, at: f64, runs: usize) -> Sound {
    Sound {
        at,
        frequency: pitch.frequency(state.cost),
        pan: sides.map_or(0.0, |sides| sides.pan(state.at)),
        loudness: 1.0 / (runs.max(1) as f64).sqrt(),
    }
}
