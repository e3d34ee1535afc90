//! The handover from the figures of one package to those of another.

use super::Figures;
use crate::figure::window::Window;
use crate::numeric::line::Line;
use crate::numeric::range::Range;
use crate::stage::layers::ResizableBackend;

impl<B: ResizableBackend> Figures<B> {
    /// The index of the point that is kept in sight, NaN for none; and where a window is pinned, the
    /// start that it is pinned for and its ranges.
    pub fn hand_over(&self) -> Vec<f64> {
        let selected = self.pointer.selected.map_or(f64::NAN, |index| index as f64);
        let pinned = self.window.pinned().map(|(start, Window { slope, intercept, cost })| {
            let ranges = [slope, intercept, cost].map(|range| [range.min, range.max]);
            [[start.slope, start.intercept], ranges[0], ranges[1], ranges[2]]
        });
        [selected].into_iter().chain(pinned.into_iter().flatten().flatten()).collect()
    }

    /// Goes on from what other figures handed over.
    pub fn take_over(&mut self, handed: &[f64]) {
        let [selected, pinned @ ..] = handed else { return };
        self.pointer.selected = selected.is_finite().then_some(*selected as usize);
        if let &[slope, intercept, a, b, c, d, e, f] = pinned {
            let window = Window {
                slope: Range::new(a, b),
                intercept: Range::new(c, d),
                cost: Range::new(e, f),
            };
            self.window.set_pinned((Line::new(slope, intercept), window));
        }
        self.taken_over = true;
    }
}
