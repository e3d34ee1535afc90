//! The data from left to right, with the line as a steady tone beside them.

use super::pitch::ValuePitch;
use super::{Score, Sound, Stroke, Tone, timbre};
use crate::numeric::range::Range;
use crate::session::Session;

/// Seconds from the least x to the greatest.
const SECONDS: f64 = 5.0;
/// The most points that are heard one by one; of more, the mean of each part of the x axis is heard.
const MOST: usize = 100;
/// The parts of the axis then.
const PARTS: usize = 50;
/// Seconds of a stroke.
const STROKE: f64 = 0.18;
/// Changes of the line's tone.
const CHANGES: usize = 60;
/// Loudness of the line, beneath the points.
const LINE: f64 = 0.35;

/// A point to be heard, or the mean of several.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Heard {
    x: f64,
    y: f64,
    /// From 0 to 1.
    weight: f64,
}

impl Score {
    /// The data of a session, and the line of the chosen run: points on the right, the line on the left.
    pub fn of_data(session: &Session) -> Self {
        let dataset = session.dataset();
        let summary = dataset.summary();
        let (xs, ys) = (summary.range_x(), summary.range_y());
        let pitch = ValuePitch::new(ys);
        let share = |x: f64| if xs.span() > 0.0 { (x - xs.min) / xs.span() } else { 0.5 };
        let strokes = heard(dataset.points().iter(), dataset.points().len(), xs)
            .into_iter()
            .map(|Heard { x, y, weight }| {
                let (at, frequency) = (SECONDS * share(x), pitch.frequency(y));
                let sound = Sound { at, frequency, pan: 0.5, loudness: 0.3 + 0.5 * weight };
                Stroke { sound, seconds: STROKE }
            })
            .collect();
        let line = session.run().state().line;
        let sounds = (0..=CHANGES).map(|change| {
            let share = change as f64 / CHANGES as f64;
            let frequency = pitch.frequency(line.predict(xs.min + share * xs.span()));
            let loudness = if change == CHANGES { 0.0 } else { LINE };
            Sound { at: SECONDS * share, frequency, pan: -0.5, loudness }
        });
        let tone = Tone { harmonics: timbre(0), sounds: sounds.collect() };
        Self { seconds: SECONDS + STROKE, tones: vec![tone], strokes, noise: Vec::new() }
    }
}

/// The points to be heard, in the order of x.
fn heard(points: impl Iterator<Item = (f64, f64)>, count: usize, xs: Range) -> Vec<Heard> {
    let mut heard: Vec<Heard> = if count <= MOST {
        points.map(|(x, y)| Heard { x, y, weight: 1.0 }).collect()
    } else {
        let mut parts = [(0.0, 0.0, 0.0); PARTS];
        for (x, y) in points {
            let part = (x - xs.min) / xs.span() * PARTS as f64;
            let (n, sum_x, sum_y) = &mut parts[(part as usize).min(PARTS - 1)];
            (*n, *sum_x, *sum_y) = (*n + 1.0, *sum_x + x, *sum_y + y);
        }
        let most = parts.iter().map(|part| part.0).fold(1.0, f64::max);
        let mean = |(n, x, y): (f64, f64, f64)| {
            (n > 0.0).then(|| Heard { x: x / n, y: y / n, weight: (n / most).sqrt() })
        };
        parts.into_iter().filter_map(mean).collect()
    };
    heard.sort_by(|one, other| one.x.total_cmp(&other.x));
    heard
}
