//! The ball from epoch to epoch. Times are in milliseconds of any steady clock.

use super::flight::eased;
use crate::descent::trainer::Trainer;
use crate::figure::actor::Actor;
use crate::numeric::line::Line;

fn between(from: Line, to: Line, share: f64) -> Line {
    Line::new(
        from.slope + (to.slope - from.slope) * share,
        from.intercept + (to.intercept - from.intercept) * share,
    )
}

/// The ball on its way from one epoch to the next. Where epochs follow one another too fast to be
/// seen one by one, it is where they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Glide(Option<Leg>);

#[derive(Clone, Copy, Debug)]
struct Leg {
    /// The start of the run: another start is another run.
    start: Line,
    epoch: u64,
    from: Line,
    to: Line,
    /// Epochs before this one lie behind the ball.
    behind: u64,
    began: f64,
    lasts: f64,
}

/// The longest that a ball takes from one epoch to the next.
const LONGEST: f64 = 420.0;
/// Epochs that follow one another faster than this are not shown one by one.
const SHORTEST: f64 = 45.0;

impl Glide {
    /// The run as it is shown at `now`, and whether it is still on its way.
    pub fn follow<'a>(
        &mut self,
        (index, run): (usize, &'a Trainer),
        now: f64,
        still: bool,
    ) -> (Actor<'a>, bool) {
        let (state, start) = (run.state(), run.start());
        let standing = Leg {
            start,
            epoch: state.epoch,
            from: state.at,
            to: state.at,
            behind: state.epoch,
            began: now,
            lasts: 0.0,
        };
        let leg = match self.0 {
            Some(leg) if leg.start == start && leg.epoch == state.epoch && leg.to == state.at => {
                leg
            }
            // One epoch on or back: from where the ball is shown.
            Some(leg) if leg.start == start && leg.epoch.abs_diff(state.epoch) == 1 && !still => {
                let lasts = (0.9 * (now - leg.began)).min(LONGEST);
                if lasts < SHORTEST || !state.at.is_finite() {
                    standing
                } else {
                    let behind = state.epoch.max(leg.epoch);
                    Leg { from: leg.at(now), behind, lasts, ..standing }
                }
            }
            _ => standing,
        };
        self.0 = Some(leg);
        let moves = now < leg.began + leg.lasts;
        if moves {
            (Actor::moving(run, index, leg.at(now), leg.behind), true)
        } else {
            (Actor::standing(run, index), false)
        }
    }
}

impl Leg {
    fn at(&self, now: f64) -> Line {
        if self.lasts > 0.0 && now < self.began + self.lasts {
            between(self.from, self.to, eased((now - self.began) / self.lasts))
        } else {
            self.to
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::dataset::Dataset;
    use crate::descent::settings::Settings;

    fn run() -> Trainer {
        let data = Dataset::from_columns(&[1.0, 2.0, 3.0], &[2.0, 4.0, 5.0]).expect("sound data");
        Trainer::new(&data, Settings::default())
    }

    #[test]
    fn a_single_step_is_seen_and_ends_where_the_run_is() {
        let (mut run, mut glide) = (run(), Glide::default());
        assert!(!glide.follow((0, &run), 0.0, false).1);
        run.step(1);
        let (start, end) = (run.start(), run.state().line);
        assert_eq!(glide.follow((0, &run), 1_000.0, false).0.at(), start);
        let (half, moves) = glide.follow((0, &run), 1_000.0 + 0.5 * LONGEST, false);
        assert!(moves && half.at().slope > 0.0 && half.at().slope < end.slope);
        let (there, moves) = glide.follow((0, &run), 1_000.0 + LONGEST, false);
        assert!(!moves && there.at() == end);
    }

    #[test]
    fn many_steps_at_once_and_reduced_motion_are_shown_at_once() {
        let (mut run, mut glide) = (run(), Glide::default());
        glide.follow((0, &run), 0.0, false);
        run.step(3);
        assert!(!glide.follow((0, &run), 1_000.0, false).1);
        run.step(1);
        assert!(!glide.follow((0, &run), 2_000.0, true).1);
        run.step(1);
        assert!(!glide.follow((0, &run), 2_010.0, false).1, "too fast to be seen");
    }

    #[test]
    fn the_way_back_keeps_the_path_up_to_where_the_ball_goes() {
        let (mut run, mut glide) = (run(), Glide::default());
        run.step(5);
        glide.follow((0, &run), 0.0, false);
        run.step_back();
        let (actor, moves) = glide.follow((0, &run), 500.0, false);
        assert!(moves);
        assert_eq!(actor.path().count(), 6, "epochs 0 to 4, and the ball");
    }
}
