//! Lines through many places in dashes: curves of several runs are told apart by more than their colours.

use super::geometry::Place;

/// Lengths of a dash and of the gap behind it, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dashes {
    /// Of a dash.
    pub on: f64,
    /// Of a gap.
    pub off: f64,
}

impl Dashes {
    /// The straight pieces of a line through all places. A place that is not finite begins the pattern anew.
    pub fn pieces(self, places: impl Iterator<Item = Place>) -> Vec<(Place, Place)> {
        let mut pieces = Vec::new();
        let mut last: Option<Place> = None;
        let mut along = 0.0;
        for place in places {
            match last {
                _ if !(place.0.is_finite() && place.1.is_finite()) => {
                    (last, along) = (None, 0.0);
                    continue;
                }
                None => last = Some(place),
                Some(from) => {
                    let length = (place.0 - from.0).hypot(place.1 - from.1);
                    // Steps of less than a pixel are not looked at one by one.
                    if length >= 1.0 {
                        self.cut(from, place, length, along, &mut pieces);
                        along = (along + length) % self.period();
                        last = Some(place);
                    }
                }
            }
        }
        pieces
    }

    fn period(self) -> f64 {
        self.on + self.off
    }

    /// Cuts one straight piece, which begins so far along the pattern, into its dashes.
    fn cut(
        self,
        from: Place,
        to: Place,
        length: f64,
        along: f64,
        pieces: &mut Vec<(Place, Place)>,
    ) {
        let at = |distance: f64| {
            let share = (distance / length).clamp(0.0, 1.0);
            (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
        };
        // Far out of sight a piece can be longer than there are dashes to draw.
        let dashes = ((along + length) / self.period()).ceil().min(MOST) as usize;
        for dash in 0..dashes {
            let start = dash as f64 * self.period() - along;
            let end = start + self.on;
            if end > 0.0 && start < length {
                pieces.push((at(start), at(end)));
            }
        }
    }
}

/// The most dashes of one straight piece.
const MOST: f64 = 1_000.0;

#[cfg(test)]
mod tests {
    use super::*;

    const DASHES: Dashes = Dashes { on: 6.0, off: 4.0 };

    #[test]
    fn dashes_go_on_around_corners() {
        let pieces = DASHES.pieces([(0.0, 0.0), (13.0, 0.0), (13.0, 20.0)].into_iter());
        let expected = [
            ((0.0, 0.0), (6.0, 0.0)),
            ((10.0, 0.0), (13.0, 0.0)),
            ((13.0, 0.0), (13.0, 3.0)),
            ((13.0, 7.0), (13.0, 13.0)),
            ((13.0, 17.0), (13.0, 20.0)),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn a_gap_in_the_places_is_none_of_the_pattern() {
        let places = [(0.0, 0.0), (3.0, 0.0), (f64::NAN, 0.0), (10.0, 0.0), (14.0, 0.0)];
        let pieces = DASHES.pieces(places.into_iter());
        assert_eq!(pieces, [((0.0, 0.0), (3.0, 0.0)), ((10.0, 0.0), (14.0, 0.0))]);
    }

    #[test]
    fn many_short_steps_make_the_dashes_of_one_long_one() {
        let pieces = DASHES.pieces((0..=400).map(|step| (f64::from(step) * 0.1, 0.0)));
        let drawn: f64 = pieces.iter().map(|(from, to)| to.0 - from.0).sum();
        assert!((drawn - 24.0).abs() < 1e-9, "{drawn}");
    }

    #[test]
    fn a_line_to_beyond_all_sight_ends() {
        assert!(DASHES.pieces([(0.0, 0.0), (1e300, 0.0)].into_iter()).len() <= 1_000);
    }
}
