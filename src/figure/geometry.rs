//! Places and rectangles of a figure, and the clipping of lines: plotters clamps coordinates
//! where it should clip, which bends lines.

/// A point of a figure, in CSS pixels from its upper left corner.
pub type Place = (f64, f64);

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The lower edge.
    pub bottom: f64,
}

impl Rect {
    /// The width.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// The height.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Whether the two rectangles intersect.
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The intersection with another rectangle. Returns `None` if they are apart or a side is NaN.
    pub fn common(self, other: Self) -> Option<Self> {
        let part = Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (part.left < part.right && part.top < part.bottom).then_some(part)
    }

    /// Whether a place lies in the rectangle, edges included.
    pub fn contains(self, (x, y): Place) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// The place of the rectangle nearest to a place.
    pub fn nearest(self, (x, y): Place) -> Place {
        (x.max(self.left).min(self.right), y.max(self.top).min(self.bottom))
    }

    /// The middle.
    pub fn middle(self) -> Place {
        (0.5 * (self.left + self.right), 0.5 * (self.top + self.bottom))
    }
}

/// The part of the line between two places that lies within the rectangle (Liang and Barsky 1984).
/// Returns `None` if there is no such part or a place is not finite.
pub fn clip(from: Place, to: Place, within: Rect) -> Option<(Place, Place)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    if !(from.0.is_finite() && from.1.is_finite() && dx.is_finite() && dy.is_finite()) {
        return None;
    }
    let edges = [
        (-dx, from.0 - within.left),
        (dx, within.right - from.0),
        (-dy, from.1 - within.top),
        (dy, within.bottom - from.1),
    ];
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (outward, room) in edges {
        if outward == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if outward < 0.0 {
            enters = enters.max(room / outward);
        } else {
            leaves = leaves.min(room / outward);
        }
    }
    // Far ends lose digits in from + d·t, so both stay within by force.
    let at = |t: f64| {
        (
            (from.0 + dx * t).clamp(within.left, within.right),
            (from.1 + dy * t).clamp(within.top, within.bottom),
        )
    };
    (enters <= leaves).then(|| (at(enters), at(leaves)))
}

/// The end of an arrow from one place to another, moved farther away where the arrow would be too short to
/// be seen. Returns `None` if the two are one place or a place is not finite.
pub(super) fn lengthened(from: Place, to: Place) -> Option<Place> {
    const SHORTEST: f64 = 34.0;
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy);
    let shown = length.max(SHORTEST) / length;
    (length > 0.0 && length.is_finite()).then_some((from.0 + dx * shown, from.1 + dy * shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Rect = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };

    #[test]
    fn a_line_that_leaves_the_plot_keeps_its_slope() {
        let steep = clip((0.0, 0.0), (10.0, 50.0), UNIT);
        assert_eq!(steep, Some(((0.0, 0.0), (2.0, 10.0))));
    }

    #[test]
    fn what_is_outside_or_not_finite_is_not_drawn() {
        assert_eq!(clip((0.0, 11.0), (10.0, 12.0), UNIT), None);
        assert_eq!(clip((0.0, f64::NAN), (10.0, 5.0), UNIT), None);
        assert_eq!(clip((0.0, 5.0), (f64::INFINITY, 5.0), UNIT), None);
    }

    #[test]
    fn astronomic_lines_stay_within() {
        let (from, to) = clip((5.0, -1e300), (5.0, 1e300), UNIT).expect("it crosses the plot");
        assert!(UNIT.contains(from) && UNIT.contains(to));
    }
}
