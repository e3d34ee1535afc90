//! The handles by which the line is moved and turned.

use super::backend::{Backend, Drawn};
use super::frame::Frame;
use super::geometry::Place;
use super::geometry::clip;
use super::pen::Pen;
use crate::numeric::line::Line;
use crate::numeric::range::Range;

/// A handle of the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Handle {
    /// Its middle, at x̄: the line moves up and down.
    Middle,
    /// An end: the line turns about its middle.
    End,
}

/// Radius of a handle in CSS pixels.
const RADIUS: f64 = 5.5;
/// The distance of a handle from the end of the visible line, as a share of that line.
const INSET: f64 = 0.07;
/// The least distance, in CSS pixels, of a dragged end from the middle: closer, the line would be
/// upright.
const NEAREST: f64 = 14.0;

/// The handles of a line in a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handles {
    /// x̄, about which the line turns.
    pivot: f64,
    middle: Place,
    ends: Option<[Place; 2]>,
}

impl Handles {
    /// The handles of a line over data with the mean `pivot`. A line out of sight can still be
    /// dragged by its middle, which then is at the edge of the plot.
    pub fn of(frame: &Frame, line: Line, pivot: f64) -> Self {
        let plot = frame.plot;
        let inside = |value: f64, from: f64, to: f64| value.max(from).min(to);
        let (x, y) = frame.place(pivot, line.predict(pivot));
        let middle = (
            inside(x, plot.left + RADIUS, plot.right - RADIUS),
            inside(y, plot.top + RADIUS, plot.bottom - RADIUS),
        );
        let Range { min, max } = frame.x.range();
        let seen =
            clip(frame.place(min, line.predict(min)), frame.place(max, line.predict(max)), plot);
        let ends = seen.map(|(from, to)| {
            let at =
                |share: f64| (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            [at(INSET), at(1.0 - INSET)]
        });
        // An end that lies on the middle is none.
        let apart = |end: &Place| (end.0 - middle.0).abs() > NEAREST;
        Self { pivot, middle, ends: ends.filter(|ends| ends.iter().any(apart)) }
    }

    /// The handle within `reach` CSS pixels of a place. Returns `None` if there is none.
    pub fn at(&self, place: Place, reach: f64) -> Option<Handle> {
        let away = |handle: Place| (handle.0 - place.0).hypot(handle.1 - place.1);
        let end = self.ends.iter().flatten().map(|&end| away(end)).fold(f64::INFINITY, f64::min);
        let middle = away(self.middle);
        if middle.min(end) > reach {
            None
        } else if middle <= end {
            Some(Handle::Middle)
        } else {
            Some(Handle::End)
        }
    }

    /// The way from a place to the middle of a handle: of the nearer end, where that is meant.
    pub fn offset(&self, handle: Handle, (x, y): Place) -> (f64, f64) {
        let away = |&(to_x, to_y): &Place| (to_x - x, to_y - y);
        let length = |(x, y): (f64, f64)| x.hypot(y);
        match handle {
            Handle::Middle => away(&self.middle),
            Handle::End => {
                let ends = self.ends.iter().flatten().map(away);
                let nearer = ends.min_by(|&one, &other| length(one).total_cmp(&length(other)));
                nearer.unwrap_or_default()
            }
        }
    }

    /// The line after its handle was dragged to a place.
    pub fn dragged(&self, handle: Handle, frame: &Frame, line: Line, to: Place) -> Line {
        match handle {
            Handle::Middle => {
                let height = frame.y.value(to.1);
                Line::new(line.slope, height - line.slope * self.pivot)
            }
            Handle::End => {
                let height = line.predict(self.pivot);
                let away = to.0 - frame.x.pixel(self.pivot);
                let away = if away < 0.0 { away.min(-NEAREST) } else { away.max(NEAREST) };
                let x = frame.x.value(frame.x.pixel(self.pivot) + away);
                let slope = (frame.y.value(to.1) - height) / (x - self.pivot);
                Line::new(slope, height - slope * self.pivot)
            }
        }
    }

    /// Draws the handles.
    pub fn draw<B: Backend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        let theme = pen.theme;
        let ends = self.ends.iter().flatten();
        for &place in ends.chain([&self.middle]) {
            pen.disc(place, RADIUS, theme.line)?;
            pen.disc(place, RADIUS - 2.0, theme.panel)?;
        }
        Ok(())
    }
}
