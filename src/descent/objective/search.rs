//! The two one-dimensional searches of [`super::exact`]: for the minimum of a convex cost, and for the
//! root of a decreasing force. Each takes the function that it searches; an evaluation is a pass over
//! the points.

/// Relative precision of a sum, as a share of the sum of absolute values.
const ROUNDING: f64 = 64.0 * f64::EPSILON;

/// The most iterations of a search: twice the bits of a number. One that has not ended by then has
/// reached the precision of f64.
const ROUNDS: usize = 128;

/// The sum of absolute errors far out, where it is a straight line on either side.
pub(super) struct Far {
    /// Slope at which the two lines meet, at a cost of 0: Wald's slope (1940), through the means of the
    /// points left and right of the median.
    pub slope: f64,
    /// Rate at which the cost rises: Σ|x − median|.
    pub rise: f64,
    /// The number of points.
    pub count: f64,
}

impl Far {
    /// The greatest distance of the best slope of Huber's cost from this slope, at which the absolute
    /// errors add up to `sum`.
    ///
    /// The cost at its slope is at most 2δ·sum, and at a distance d from it at least
    /// 2δ·rise·d − n·δ².
    pub fn reach(&self, sum: f64, threshold: f64) -> f64 {
        (sum + 0.5 * self.count * threshold) / self.rise
    }
}

/// The sum of absolute errors at one slope, and a straight line that touches it there and is
/// nowhere above it.
#[derive(Clone, Copy)]
pub(super) struct Tangent {
    pub at: f64,
    pub height: f64,
    pub slope: f64,
    /// The best intercept, above the centre.
    pub middle: f64,
}

impl Tangent {
    fn height_at(self, slope: f64) -> f64 {
        self.height + self.slope * (slope - self.at)
    }

    /// The slope at which it meets a rising tangent, between the two points where they touch the cost.
    fn meets(self, rising: Self) -> f64 {
        let apart = rising.at - self.at;
        let step =
            (self.height - rising.height + rising.slope * apart) / (rising.slope - self.slope);
        self.at + if apart > 0.0 { step.clamp(0.0, apart) } else { step }
    }
}

/// The tangent at the slope of the least sum of absolute errors: Kelley's cutting planes (1960),
/// with halving where they close in slowly.
pub(super) fn lowest(far: &Far, tangent: &mut dyn FnMut(f64) -> Tangent) -> Tangent {
    let edge = |slope| Tangent { at: far.slope, height: 0.0, slope, middle: 0.0 };
    let (mut falling, mut rising) = (edge(-far.rise), edge(far.rise));
    let mut best = tangent(far.slope);
    let (mut latest, mut gap) = (best, f64::INFINITY);
    for _ in 0..ROUNDS {
        if latest.slope < 0.0 {
            falling = latest;
        } else {
            rising = latest;
        }
        let mut next = falling.meets(rising);
        let last_gap = gap;
        gap = best.height - falling.height_at(next);
        let noise = f64::EPSILON * (next.abs() * far.rise + far.count * best.middle.abs());
        if gap <= f64::EPSILON * best.height + noise {
            break;
        }
        // Bisection, where the tangents converge slowly.
        if gap > 0.5 * last_gap && falling.at < rising.at {
            next = 0.5 * (falling.at + rising.at);
        }
        if next == falling.at || next == rising.at {
            break;
        }
        latest = tangent(next);
        if latest.height < best.height {
            best = latest;
        }
    }
    best
}

/// The pull of the errors, cut off at the threshold, on one parameter.
#[derive(Clone, Copy)]
pub(super) struct Force {
    /// Positive where the parameter is too small.
    pub value: f64,
    /// Rate at which it falls.
    pub stiffness: f64,
    /// The sum of the absolute values of its terms.
    pub size: f64,
}

/// The root of a decreasing force, at most `reach` from `start`: Newton's method within a
/// bracket, with halving where its steps do not shrink.
pub(super) fn root(start: f64, reach: f64, force: &mut dyn FnMut(f64) -> Force) -> f64 {
    // Room on either side, for the root may lie at the very end.
    let (mut low, mut high) = (start - 2.0 * reach, start + 2.0 * reach);
    let (mut at, mut last_step) = (start, high - low);
    for _ in 0..ROUNDS {
        let Force { value, stiffness, size } = force(at);
        let newton = at + value / stiffness;
        if value.abs() <= ROUNDING * size || newton == at {
            break;
        }
        if value > 0.0 {
            low = at;
        } else {
            high = at;
        }
        // Bisection, where steps do not shrink by half.
        let is_good = low < newton && newton < high && (newton - at).abs() <= 0.5 * last_step;
        let next = if is_good { newton } else { 0.5 * (low + high) };
        // No number is left between the two ends, of which one is `at`.
        if next <= low || next >= high {
            break;
        }
        last_step = (next - at).abs();
        at = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A convex function by its tangents: (height, slope) at a slope.
    fn search(far: &Far, middle: f64, of: impl Fn(f64) -> (f64, f64)) -> (Tangent, Vec<f64>) {
        let mut looks = Vec::new();
        let best = lowest(far, &mut |at| {
            looks.push(at);
            let (height, slope) = of(at);
            Tangent { at, height, slope, middle }
        });
        (best, looks)
    }

    /// The highest of some straight lines, (height at 0, slope) each.
    fn highest(lines: &[(f64, f64)], at: f64) -> (f64, f64) {
        let heights = lines.iter().map(|&(height, slope)| (height + slope * at, slope));
        heights.max_by(|a, b| a.0.total_cmp(&b.0)).expect("there are lines")
    }

    /// The parabola 1 + (a − `bottom`)².
    fn parabola(bottom: f64) -> impl Fn(f64) -> (f64, f64) {
        move |at| (1.0 + (at - bottom) * (at - bottom), 2.0 * (at - bottom))
    }

    fn zero(start: f64, reach: f64, of: impl Fn(f64) -> (f64, f64)) -> (f64, Vec<f64>) {
        let mut looks = Vec::new();
        let root = root(start, reach, &mut |at| {
            looks.push(at);
            let (value, stiffness) = of(at);
            Force { value, stiffness, size: value.abs() }
        });
        (root, looks)
    }

    #[test]
    fn hubers_best_slope_is_within_what_its_bounds_leave() {
        // (7 + ½·5·2) / 3.
        assert_eq!(Far { slope: 0.0, rise: 3.0, count: 5.0 }.reach(7.0, 2.0), 4.0);
    }

    #[test]
    fn tangents_that_close_in_by_half_are_followed() {
        // 8 − a meets the far line 7·a at 1, 1 below the 8 at 0; it meets 5.75 + 2·a at 0.75, and
        // 7.25 there is ½ below the 7.75 at 1.
        let far = Far { slope: 0.0, rise: 7.0, count: 4.0 };
        let (best, looks) = search(&far, 0.0, |at| highest(&[(8.0, -1.0), (5.75, 2.0)], at));
        assert_eq!((best.at, best.height), (0.75, 7.25));
        assert_eq!(looks, [0.0, 1.0, 0.75]);
    }

    #[test]
    fn tangents_that_close_in_by_more_than_half_are_followed() {
        // As above with 6.5 + a: 7.25 at 0.75 is ¼ below the 7.5 at 1.
        let far = Far { slope: 0.0, rise: 7.0, count: 4.0 };
        let (best, looks) = search(&far, 0.0, |at| highest(&[(8.0, -1.0), (6.5, 1.0)], at));
        assert_eq!((best.at, best.height), (0.75, 7.25));
        assert_eq!(looks, [0.0, 1.0, 0.75]);
    }

    #[test]
    fn where_tangents_close_in_slowly_the_slopes_are_halved() {
        // Flat on the left, and on the right so steep that tangents alone take 22 looks.
        let far = Far { slope: 0.5, rise: 0.5, count: 8.0 };
        let flat = 0.5_f64.powi(30);
        let cost = |at: f64| {
            if at > 0.0 { (1.0 + at.powi(8), 8.0 * at.powi(7)) } else { (1.0 - flat * at, -flat) }
        };
        let (best, looks) = search(&far, 0.0, cost);
        assert!(best.height - 1.0 < 1e-15, "{}", best.height);
        assert!(looks.len() <= 12, "{}", looks.len());
    }

    #[test]
    fn of_equally_good_slopes_the_first_is_kept() {
        // The far line −8·a meets the 6 + a at 0 at −⅔, where the cost is 6 as well.
        let far = Far { slope: 0.0, rise: 8.0, count: 4.0 };
        let (best, looks) = search(&far, 0.0, |at| (6.0 + at.max(0.0), f64::from(at >= 0.0)));
        assert_eq!((best.at, looks.len()), (0.0, 2));
    }

    /// The most tangents of a parabola that are needed until the gap below them is `within`.
    /// From the start 0.5 right of the bottom they go to 0.125 left of it, and from then on halve
    /// the width w between them, with a gap of ¼·w² at most.
    fn looks_until(within: f64) -> usize {
        let halvings = (0.625 / (2.0 * within.sqrt())).log2().ceil();
        2 + halvings as usize
    }

    #[test]
    fn the_search_ends_when_the_gap_is_lost_in_the_rounding_of_the_cost() {
        let far = Far { slope: 0.5, rise: 1.0, count: 0.0 };
        let (best, looks) = search(&far, 0.0, parabola(0.0));
        assert!(best.at.abs() < 1e-7, "{}", best.at);
        assert!(looks.len() <= looks_until(f64::EPSILON), "{}", looks.len());
        // With 2²⁰ below, and far lines as much steeper.
        let large = f64::from(1 << 20);
        let far = Far { slope: 0.5, rise: 1.6 * large, count: 0.0 };
        let (best, looks) = search(&far, 0.0, |at| (large + at * at, 2.0 * at));
        assert!(best.at.abs() < 2e-5, "{}", best.at);
        assert!(looks.len() <= looks_until(f64::EPSILON * large), "{}", looks.len());
    }

    #[test]
    fn the_search_ends_when_the_gap_is_lost_in_the_rounding_of_the_slope() {
        let bottom = f64::from(1 << 20);
        let far = Far { slope: bottom + 0.5, rise: 1.0, count: 8.0 };
        let (best, looks) = search(&far, 0.0, parabola(bottom));
        assert!((best.at - bottom).abs() < 2e-5, "{}", best.at - bottom);
        assert!(looks.len() <= looks_until(f64::EPSILON * bottom), "{}", looks.len());
        // An error of the slope counts by the rate at which the cost rises with it.
        let far = Far { slope: bottom + 0.5, rise: 0.5_f64.powi(20), count: 8.0 };
        let (best, looks) = search(&far, 0.0, parabola(bottom));
        assert!((best.at - bottom).abs() < 1e-7, "{}", best.at - bottom);
        assert!(looks.len() > 20, "{}", looks.len());
    }

    #[test]
    fn the_search_ends_when_the_gap_is_lost_in_the_rounding_of_the_intercept() {
        let far = Far { slope: 0.5, rise: 1.0, count: 1024.0 };
        let (best, looks) = search(&far, 1024.0, parabola(0.0));
        assert!(best.at.abs() < 2e-5, "{}", best.at);
        let noise = f64::EPSILON * 1024.0 * 1024.0;
        assert!(looks.len() <= looks_until(noise), "{}", looks.len());
    }

    #[test]
    fn the_search_ends_where_no_slope_is_left_between_two_tangents() {
        // The bottom lies in the middle of two neighbours, 1 and 2 times 2⁻¹² farther right, and is
        // rounded to the second.
        let far_out = 2.0_f64.powi(40);
        let far = Far { slope: far_out + 0.5, rise: 0.5_f64.powi(30), count: 8.0 };
        let (best, looks) = search(&far, 0.0, |at| parabola(3.0 * 0.5_f64.powi(13))(at - far_out));
        assert!([1.0, 2.0].contains(&(4096.0 * (best.at - far_out))), "{}", best.at - far_out);
        assert!(looks.len() <= 20, "{}", looks.len());
    }

    #[test]
    fn a_straight_force_is_met_in_one_step_at_either_end_of_the_reach() {
        for end in [1e20, -1e20, 1.0, -1.0] {
            let (root, looks) = zero(0.0, f64::abs(end), |at| (end - at, 1.0));
            assert_eq!((root, looks.len()), (end, 2));
        }
    }

    #[test]
    fn a_step_onto_the_end_of_the_bracket_is_halved() {
        // With half the stiffness Newton's step goes to the end at 2, and half of it to the root.
        for side in [1.0, -1.0] {
            let bent = |at: f64| {
                if side * at > 0.0 { (side - at, 1.0) } else { (side - 0.5 * at, 0.5) }
            };
            let (root, looks) = zero(0.0, 1.0, bent);
            assert_eq!((root, looks), (side, vec![0.0, side]));
        }
    }

    #[test]
    fn a_step_that_leaves_the_bracket_is_halved() {
        // Flat but for a steep piece about the root.
        for side in [1.0, -1.0] {
            let cut = |at: f64| {
                let force = 10.0 * (0.5 * side - at);
                if force.abs() < 1.0 { (force, 10.0) } else { (force.signum(), 1e-9) }
            };
            let (root, looks) = zero(0.0, 1.0, cut);
            assert_eq!((root, looks), (0.5 * side, vec![0.0, side, 0.5 * side]));
        }
    }

    #[test]
    fn where_steps_do_not_shrink_by_half_the_bracket_is_halved() {
        // ±|a|^0.51 about the root, where Newton's steps alone shrink by a twenty-fifth each.
        let (middle, width) = (f64::from(1 << 20), 0.125);
        let steep = |at: f64| {
            let off = (middle - at) / width;
            let size = off.abs();
            (size.powf(0.51).copysign(off), 0.51 * size.powf(-0.49) / width)
        };
        let (root, looks) = zero(middle + 0.7 * width, 4.0 * width, steep);
        assert!((root - middle).abs() < 1e-9, "{}", root - middle);
        assert!(looks.len() <= 20, "{}", looks.len());
    }

    #[test]
    fn a_force_that_leaps_over_0_is_bracketed_by_two_neighbours() {
        // The bracket of 4 is halved until its ends are 2⁻⁵⁴ apart.
        let (root, looks) = zero(0.0, 1.0, |at| (if at < 1.0 / 3.0 { 1.0 } else { -1.0 }, 0.0));
        assert!((root - 1.0 / 3.0).abs() < f64::EPSILON, "{root}");
        assert!(looks.len() <= 57, "{}", looks.len());
    }
}
