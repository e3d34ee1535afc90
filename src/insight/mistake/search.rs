//! The search for one mistake, or two, that explain every move.

use super::asked::Asked;
use super::definition::{Mistake, Part, Place};
use super::follow::{Agreement, Follower, Observed, pair};
use super::path::{FirstLine, Path};
use super::rows::Rows;
use super::variant::{Prediction, Variant};

/// The most moves that every mistake is compared with.
const MOST_MOVES: usize = 64;

/// The fewest, however many rows there are.
const FEWEST_MOVES: usize = 8;

/// Rows of all these moves together, each of which is looked at nine times.
const MOST_ROWS: usize = 250_000;

/// How much closer than the right program a mistake has to come, once at least.
const CLOSER: f64 = 1e-3;

/// The moves of a program, with what each source and moment makes of them.
pub(super) struct Search<'a> {
    rows: &'a Rows,
    asked: Asked,
    rate: f64,
    observed: Vec<Observed>,
    /// Where the right program would have gone.
    right: Vec<[Prediction; 2]>,
    /// Whether the moves are enough to tell two mistakes.
    tells_two: bool,
}

impl<'a> Search<'a> {
    /// A search in a path whose move `different` is not the right one.
    pub fn new(rows: &'a Rows, path: &Path, asked: Asked, rate: f64, different: usize) -> Self {
        let moves = chosen(rows, path.moves(), different, asked.optimizer().is_plain());
        let at_start = Observed::all(rows, path.start());
        let observed: Vec<_> = moves
            .into_iter()
            .map(|index| Observed::new(rows, path.get(index), &at_start))
            .collect();
        // From a start that is not known, too much can be explained.
        let tells_two = observed.len() > 1 && path.first != FirstLine::Unexplained;
        let mut search = Self { rows, asked, rate, observed, right: Vec::new(), tells_two };
        search.right = search.predictions(&Variant::right(asked)).collect();
        search
    }

    fn predictions(&self, variant: &Variant) -> impl Iterator<Item = [Prediction; 2]> {
        let mut follower = Follower::new(self.rows, self.asked.optimizer(), self.rate);
        let mean_x = self.rows.mean_x();
        self.observed.iter().map(move |observed| {
            let reading = variant.gradient(mean_x, |moment, source| observed.read(moment, source));
            let (to, tolerance) = follower.step(&observed.way, reading);
            variant.predict(&observed.way, to, tolerance)
        })
    }

    /// The sets of mistakes that agree with all moves, each with as few as any; empty if none does, or none is
    /// beyond doubt.
    pub fn explanations(&self) -> Vec<Vec<Mistake>> {
        let single = self.agreeing(Mistake::ALL.into_iter().map(|mistake| vec![mistake]));
        // Two factors can make the same number as one, such as half the sum over four rows.
        let only_factors = single.iter().all(|(mistakes, _)| mistakes[0].is_factor());
        let pairs = match (self.tells_two, single.is_empty(), only_factors) {
            (true, true, _) => self.agreeing(pairs(|_| true)),
            (true, false, true) => self.agreeing(pairs(Mistake::is_factor)),
            (false, ..) | (true, false, false) => Vec::new(),
        };
        let all = || single.iter().chain(&pairs);
        match all().any(|(_, trust)| *trust == Trust::BeyondDoubt) {
            true => all().map(|(mistakes, _)| mistakes.clone()).collect(),
            false => Vec::new(),
        }
    }

    fn agreeing(&self, sets: impl Iterator<Item = Vec<Mistake>>) -> Vec<(Vec<Mistake>, Trust)> {
        sets.filter_map(|mistakes| self.trust(&mistakes).map(|trust| (mistakes, trust))).collect()
    }

    /// How far the moves speak for some mistakes. Returns `None` if they do not agree with them.
    fn trust(&self, mistakes: &[Mistake]) -> Option<Trust> {
        let variant = Variant::with(self.asked, mistakes, self.rows.count(), self.rate)?;
        let (mut evidence, mut is_told) = (Agreement::default(), false);
        for (index, predicted) in self.predictions(&variant).enumerate() {
            let (way, right) = (&self.observed[index].way, &self.right[index]);
            if !evidence.take(way, &predicted, variant.is_whole()) {
                return None;
            }
            let to = pair(way.to);
            is_told |= (0..2).any(|i| {
                let away = (to[i] - right[i].value()).abs();
                !right[i].allows(to[i]) && predicted[i].tolerance() <= CLOSER * away
            });
        }
        let is_enough = is_told && evidence.is_enough(variant.is_whole(), mistakes.len());
        Some(if is_enough { Trust::BeyondDoubt } else { Trust::Possible })
    }
}

/// How far moves speak for some mistakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trust {
    /// They agree, and rounding alone could have made them agree.
    Possible,
    /// They agree beyond doubt.
    BeyondDoubt,
}

/// The pairs of mistakes that can be made at once.
fn pairs(suits: impl Fn(Mistake) -> bool) -> impl Iterator<Item = Vec<Mistake>> {
    let all: Vec<Mistake> = Mistake::ALL.into_iter().filter(|mistake| suits(*mistake)).collect();
    let count = all.len();
    (0..count)
        .flat_map(move |first| (first + 1..count).map(move |second| (first, second)))
        .map(move |(first, second)| [all[first], all[second]])
        .filter(|[first, second]| first.goes_with(*second))
        .map(|pair| pair.to_vec())
}

/// The factor between all steps and the right ones, where mistakes are no more than that, and it does not come of
/// the learning rate.
pub(super) fn plain_factor(asked: Asked, mistakes: &[Mistake], n: f64, rate: f64) -> Option<f64> {
    let is_plain = |mistake: &Mistake| {
        let elsewhere = !matches!(mistake.place(), None | Some(Place::Both));
        mistake.is_factor() && mistake.part() != Part::Rate && !elsewhere
    };
    let variant = Variant::with(asked, mistakes, n, rate)?;
    mistakes.iter().all(is_plain).then_some(variant.factors[0])
}

/// The moves to compare with: the first ones, those where the program began to differ, and some of the rest. A rule
/// with a memory is followed from the start on.
fn chosen(rows: &Rows, moves: usize, different: usize, memoryless: bool) -> Vec<usize> {
    let most = (MOST_ROWS / rows.objective.points().len().max(1)).clamp(FEWEST_MOVES, MOST_MOVES);
    if moves <= most || !memoryless {
        return (0..moves.min(most)).collect();
    }
    let half = most / 2;
    let spread = (0..half - 2).map(|index| half + index * (moves - half) / (half - 2));
    let mut chosen: Vec<usize> =
        (0..half).chain([different, (different + 1).min(moves - 1)]).chain(spread).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}
