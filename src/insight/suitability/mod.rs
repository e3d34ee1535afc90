//! Suitability of a line for some data: evidence against it, and the picture that shows it best.
//!
//! Everything is judged by its size, never by a test of significance: with 119,040 rows every test
//! finds everything. Chance is asked about only so that a few points do not raise false alarms.
//!
//! ```
//! use downhill::data::builtin;
//! use downhill::insight::suitability::{Suitability, LineVerdict};
//!
//! let verdict = |id| builtin::find(id).map(|set| Suitability::of(&set.dataset()).verdict);
//! assert_eq!(verdict("anscombe-1"), Some(LineVerdict::Suits));
//! assert_eq!(verdict("anscombe-2"), Some(LineVerdict::Curved));
//! ```
//!
//! Not detected: waves, whose halves no parabola tells apart; several outliers that hide one
//! another; rows that depend on one another, as in time.

mod extent;
mod influence;
mod shape;
mod standard;

pub use extent::Extent;
pub use influence::{FAR, GREAT_MOVE, Influence, LEAST_MOVE, LEVER, WILD, cook_distances};
pub use shape::{Bend, CLEAR_BEND, CLEAR_SPREAD, LEAST_GAIN, SLIGHT_BEND, SLIGHT_SPREAD, Spread};

use crate::data::dataset::Dataset;
use influence::influences;
use shape::Curve;
use standard::Standard;

/// With fewer points than this nothing is judged: a line and a bend already take up three.
pub const FEWEST: usize = 5;
/// Below this r² a line predicts weakly: at 0.25 its typical error is still √(1 − 0.25) = 87 % of
/// that of guessing ȳ every time.
pub const WEAK: f64 = 0.25;

/// Evidence against a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objection {
    /// The points follow a curve.
    Bend,
    /// One point turns or lifts the line.
    OnePoint,
    /// The errors are larger at one end of x than at the other.
    Spread,
    /// The line explains little. Its shape may be right nevertheless.
    Weak,
}

/// Verdict in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineVerdict {
    /// All x are equal, so that no slope is best.
    EqualX,
    /// Fewer than [`FEWEST`] points, too few to tell.
    TooFew,
    /// All y are equal: the best line is flat and meets every point.
    EqualY,
    /// Every point lies on the line, but for rounding.
    Exact,
    /// The points follow a curve.
    Curved,
    /// One point decides where the line goes.
    OnePoint,
    /// The shape is right, but not all errors are of one size.
    Spreading,
    /// The shape is right, but x tells little about y.
    Weak,
    /// A line suits, but for something slight.
    Nearly,
    /// A line suits.
    Suits,
}

/// The picture that shows a finding best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidencePicture {
    /// y against x, with a ring around some points.
    Points {
        /// The indices of these points.
        ring: Vec<usize>,
    },
    /// The errors against x.
    Residuals,
}

/// A finding and the picture that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Findings.
    pub finding: Objection,
    /// Its importance.
    pub extent: Extent,
    /// The picture that shows it.
    pub picture: EvidencePicture,
}

/// Whether a line suits some data, and all that was measured to tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Suitability {
    /// The answer.
    pub verdict: LineVerdict,
    /// Evidence against a line, the most important first.
    pub reasons: Vec<Reason>,
    /// The correlation of x and y; none where one of them has no spread.
    pub r: Option<f64>,
    /// The share of the variance of y that the line explains; none where x or y has no spread.
    pub r_squared: Option<f64>,
    /// The gain by a curve; none where it is unknown.
    pub bend: Option<Bend>,
    /// Change of the size of the errors with x, about the curve if there is a bend; none where it is
    /// unknown.
    pub spread: Option<Spread>,
    /// The points that move the line most, at most three, the greatest distance first.
    pub influences: Vec<Influence>,
    /// The point without which bend and spread were measured, because it decides the line.
    pub aside: Option<usize>,
}

impl Suitability {
    /// Judges a dataset in a few passes over its points.
    pub fn of(dataset: &Dataset) -> Self {
        let summary = dataset.summary();
        let both_spread = summary.has_spread() && summary.syy() > 0.0;
        let r = summary.sxy() / summary.sxx().sqrt() / summary.syy().sqrt();
        let mut answer = Self {
            verdict: LineVerdict::TooFew,
            reasons: Vec::new(),
            r: both_spread.then(|| r.clamp(-1.0, 1.0)),
            r_squared: dataset.r_squared().filter(|_| both_spread).map(|r2| r2.clamp(0.0, 1.0)),
            bend: None,
            spread: None,
            influences: Vec::new(),
            aside: None,
        };
        let standard = Standard::of(dataset.points());
        let is_exact = standard.as_ref().is_some_and(Standard::is_exact);
        if let Some(standard) = standard.filter(|standard| !standard.is_exact()) {
            answer.influences = influences(&standard);
            answer.measure_shape(standard);
            answer.reasons = answer.find(dataset.points().len());
        }
        answer.verdict = match answer.reasons.first() {
            _ if summary.n() > 1 && !summary.has_spread() => LineVerdict::EqualX,
            _ if summary.n() > 2 && summary.syy() == 0.0 => LineVerdict::EqualY,
            _ if is_exact => LineVerdict::Exact,
            Some(reason) => LineVerdict::because(reason),
            None if dataset.points().len() < FEWEST => LineVerdict::TooFew,
            None => LineVerdict::Suits,
        };
        answer
    }

    /// The most influential point, where it decides the line.
    fn decisive(&self) -> Option<&Influence> {
        self.influences.first().filter(|most| most.extent() == Some(Extent::Clear))
    }

    /// Measures bend and spread, without the point that decides the line: one wild point looks
    /// like a bend and like a growing spread, and is neither.
    fn measure_shape(&mut self, standard: Standard) {
        self.aside = self.decisive().map(|most| most.index);
        let rest = match self.aside {
            Some(index) => standard.without(index).filter(|rest| !rest.is_exact()),
            None => Some(standard),
        };
        let Some(rest) = rest else { return };
        let curve = Curve::fit(&rest);
        self.bend = curve.map(|curve| curve.bend);
        // About the curve where there is one, so that a bend is not taken for a spread.
        self.spread = Spread::measure(&rest, curve.filter(|curve| curve.bend.extent().is_some()));
    }

    /// All that was found among so many points, the most important first.
    fn find(&self, points: usize) -> Vec<Reason> {
        let most = self.influences.first();
        let bend = self.bend.and_then(|bend| bend.extent());
        // Where a curve is the answer, or one point decides, a small r² tells nothing of the rest.
        let is_told_of = self.decisive().is_none() && bend != Some(Extent::Clear);
        let weak = self.r_squared.filter(|&r_squared| is_told_of && r_squared < WEAK);
        let found = [
            (Objection::Bend, bend),
            (Objection::OnePoint, most.and_then(Influence::extent)),
            (Objection::Spread, self.spread.and_then(Spread::extent)),
            (Objection::Weak, weak.map(|_| Extent::Clear)),
        ];
        let is_told = |finding| match finding {
            Objection::OnePoint => most.is_some_and(Influence::is_alone) || points >= FEWEST,
            _ => points >= FEWEST,
        };
        let of = |extent| {
            found
                .iter()
                .filter(move |&&(finding, found)| found == Some(extent) && is_told(finding))
                .map(move |&(finding, _)| Reason { finding, extent, picture: self.show(finding) })
        };
        of(Extent::Clear).chain(of(Extent::Slight)).collect()
    }

    /// The picture that shows a finding best.
    fn show(&self, finding: Objection) -> EvidencePicture {
        match finding {
            Objection::Bend | Objection::Spread => EvidencePicture::Residuals,
            Objection::OnePoint => EvidencePicture::Points {
                ring: self.influences.iter().take(1).map(|p| p.index).collect(),
            },
            Objection::Weak => EvidencePicture::Points { ring: Vec::new() },
        }
    }
}

impl LineVerdict {
    fn because(reason: &Reason) -> Self {
        match (reason.finding, reason.extent) {
            (_, Extent::Slight) => Self::Nearly,
            (Objection::Bend, _) => Self::Curved,
            (Objection::OnePoint, _) => Self::OnePoint,
            (Objection::Spread, _) => Self::Spreading,
            (Objection::Weak, _) => Self::Weak,
        }
    }
}
