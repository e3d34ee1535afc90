//! What the figures of one package hand over to those of another.

use wasm_bindgen::prelude::*;

use super::figures::Figures;
use crate::figure::window::Window;
#[cfg(feature = "more")]
use crate::numeric::line::Line;

#[wasm_bindgen]
impl Figures {
    /// What is to be handed over to the figures of another package: the window that is kept, and the
    /// point that is kept in sight.
    pub fn keep(&self) -> Vec<f64> {
        let selected = self.selected.map_or(f64::NAN, |index| index as f64);
        let kept = self.kept.map(|(start, Window { slope, intercept, cost })| {
            let ranges = [slope, intercept, cost].map(|range| [range.min, range.max]);
            [[start.slope, start.intercept], ranges[0], ranges[1], ranges[2]]
        });
        [selected].into_iter().chain(kept.into_iter().flatten().flatten()).collect()
    }

    /// Goes on from what other figures kept.
    #[cfg(feature = "more")]
    pub fn restore(&mut self, kept: &[f64]) {
        let [selected, kept @ ..] = kept else { return };
        self.selected = selected.is_finite().then_some(*selected as usize);
        if let &[slope, intercept, a, b, c, d, e, f] = kept {
            let range = crate::numeric::range::Range::new;
            let window = Window { slope: range(a, b), intercept: range(c, d), cost: range(e, f) };
            self.kept = Some((Line::new(slope, intercept), window));
        }
        self.restored = true;
    }
}
