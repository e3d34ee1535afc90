//! Verdict on whether a line suits the data: the answer in a sentence, and each number with its meaning.

use std::cmp::Ordering;

use super::influence::{influence, one_point_decides};
use super::number::{below, percent, rounded};
use super::sentences;
use crate::data::dataset::Dataset;
use crate::insight::suitability::{
    Bend, CLEAR_BEND, EvidencePicture, Extent, FEWEST, LineVerdict, Objection, Reason, SLIGHT_BEND,
    SLIGHT_SPREAD, Spread, Suitability,
};
use crate::numeric::notation::joined;

/// The remark where a point was left aside.
const SET_ASIDE: &str = "The point that decides the line is left out here.";
/// The remark where a difference is large, but so are those of well-behaved points.
const CHANCE: &str = "With so few points, that may be chance.";

/// One measured number with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The sentences.
    pub text: String,
    /// The picture that shows it, where it speaks against the line.
    pub picture: Option<EvidencePicture>,
}

/// The answer.
pub fn headline(suitability: &Suitability, dataset: &Dataset) -> String {
    match suitability.verdict {
        LineVerdict::EqualX => {
            "No slope is best: all x are equal. Choose another X column.".to_owned()
        }
        LineVerdict::TooFew => too_few(dataset.points().len()),
        LineVerdict::EqualY => {
            "A flat line goes through every point: all y are equal, so there is nothing for x to explain."
                .to_owned()
        }
        LineVerdict::Exact => {
            "A line suits these data perfectly: every point lies on it.".to_owned()
        }
        LineVerdict::Curved => {
            sentences("A line misses the bend.", &[suitability.bend.map(bend_side)])
        }
        LineVerdict::OnePoint => match suitability.influences.first() {
            Some(most) => one_point_decides(most, dataset),
            None => "One point decides the line.".to_owned(),
        },
        LineVerdict::Spreading => sentences(
            "A line has the right shape, but its errors are not all the same size.",
            &[suitability.spread.map(compared).as_deref()],
        ),
        LineVerdict::Weak => format!(
            "A line has the right shape, but predicts weakly: x explains only {} of the \
             variance of y.",
            percent(suitability.r_squared.unwrap_or_default())
        ),
        LineVerdict::Nearly => {
            let slight = suitability.reasons.iter().map(|reason| slight(reason, suitability));
            joined(["A line nearly suits these data.".to_owned()].into_iter().chain(slight), " ")
        }
        LineVerdict::Suits => {
            "A line suits these data: its errors show no bend and no trend in size, and no \
             single point decides it."
                .to_owned()
        }
    }
}

fn too_few(points: usize) -> String {
    match points {
        0 => "There are only sums and no points, so there is nothing to go by.".to_owned(),
        1 => "One point says nothing about a line: any slope will do.".to_owned(),
        2 => "Two points always have a line through both, which says nothing about others."
            .to_owned(),
        points => format!(
            "{points} points are too few to tell whether a line suits them: with fewer than \
             {FEWEST}, chance looks like a bend."
        ),
    }
}

/// The slight finding of a line that nearly suits.
fn slight(reason: &Reason, suitability: &Suitability) -> String {
    match (reason.finding, suitability.spread) {
        (Objection::Bend, _) => "Its errors show a slight bend.".to_owned(),
        (Objection::OnePoint, _) => "It leans on one point.".to_owned(),
        (Objection::Weak, _) => "It predicts weakly.".to_owned(),
        (Objection::Spread, Some(spread)) => compared(spread),
        (Objection::Spread, None) => "Its errors are not all the same size.".to_owned(),
    }
}

/// Each measured number, those that speak against the line first.
pub fn notes(suitability: &Suitability, dataset: &Dataset) -> Vec<Note> {
    let note = |text: Option<String>, finding: Option<Objection>| {
        let reason = suitability.reasons.iter().position(|reason| Some(reason.finding) == finding);
        let picture = reason.map(|place| suitability.reasons[place].picture.clone());
        text.map(|text| (reason.unwrap_or(usize::MAX), Note { text, picture }))
    };
    let most = suitability.influences.first();
    let aside = suitability.aside.is_some();
    let is_bent = suitability.bend.is_some_and(|bend| bend.extent().is_some());
    let is_weak = suitability.reasons.iter().any(|reason| reason.finding == Objection::Weak);
    let mut notes: Vec<_> = [
        note(suitability.r.map(correlation), None),
        note(
            suitability.r_squared.map(|r_squared| explained(r_squared, is_weak)),
            Some(Objection::Weak),
        ),
        note(suitability.bend.map(|measured| bend(measured, aside)), Some(Objection::Bend)),
        note(
            suitability.spread.map(|measured| spread(measured, aside, is_bent)),
            Some(Objection::Spread),
        ),
        note(most.map(|most| influence(most, dataset)), Some(Objection::OnePoint)),
    ]
    .into_iter()
    .flatten()
    .collect();
    notes.sort_by_key(|&(place, _)| place);
    notes.into_iter().map(|(_, note)| note).collect()
}

fn correlation(r: f64) -> String {
    let value = below(r, 1.0);
    let trend = match r.partial_cmp(&0.0) {
        Some(Ordering::Greater) => {
            format!("Correlation r = {value}: the larger x, the larger y tends to be.")
        }
        Some(Ordering::Less) => {
            format!("Correlation r = {value}: the larger x, the smaller y tends to be.")
        }
        Some(Ordering::Equal) | None => {
            format!("Correlation r = {value}: y tends neither up nor down.")
        }
    };
    sentences(
        &trend,
        &[Some(
            "It is 1 or −1 when all points lie on a sloping line, and 0 when the best line is flat.",
        )],
    )
}

fn explained(r_squared: f64, is_weak: bool) -> String {
    let (value, share) = (below(r_squared, 1.0), percent(r_squared));
    let text = format!(
        "r² = {value}: the line explains {share} of the variance of y. Its mean squared error \
         is {share} less than that of guessing the mean of y every time."
    );
    let weak =
        "That is little. It does not make a line the wrong shape; it makes predictions uncertain.";
    sentences(&text, &[is_weak.then_some(weak)])
}

fn bend(bend: Bend, aside: bool) -> String {
    let text = format!(
        "Bend: a curve with x² would explain {} more of the variance of y, and take away {} of \
         the squared error that the line leaves.",
        percent(bend.gain),
        percent(bend.share)
    );
    let meaning = match bend.extent() {
        None if bend.share < SLIGHT_BEND => "That is too little to call a bend.",
        None => CHANCE,
        Some(Extent::Slight) if bend.share >= CLEAR_BEND => {
            "The errors follow a bend that is small next to the variation of y."
        }
        Some(Extent::Slight) => "That is a slight bend.",
        Some(Extent::Clear) => "That is a clear bend.",
    };
    let side = bend.extent().map(|_| bend_side(bend));
    let set_aside = aside.then_some(SET_ASIDE);
    sentences(&text, &[set_aside, Some(meaning), side])
}

/// Position of the points as seen from the line.
fn bend_side(bend: Bend) -> &'static str {
    match bend.opens_up {
        true => "The points lie below the line in the middle and above it at both ends.",
        false => "The points lie above the line in the middle and below it at both ends.",
    }
}

fn spread(spread: Spread, aside: bool, is_bent: bool) -> String {
    let meaning = match spread.extent() {
        None if spread.times() < SLIGHT_SPREAD => {
            format!("Up to {SLIGHT_SPREAD} times counts as the same.")
        }
        None => CHANCE.to_owned(),
        Some(_) => {
            "One typical error does not hold for all x: predictions are more certain where the \
             errors are small."
                .to_owned()
        }
    };
    let curve = is_bent.then_some("Errors are measured from the curve here.");
    let set_aside = aside.then_some(SET_ASIDE);
    sentences("Spread:", &[Some(&compared(spread)), curve, set_aside, Some(&meaning)])
}

/// The errors at one end of x against those at the other.
fn compared(spread: Spread) -> String {
    let times = rounded(spread.times(), 3);
    match (times.as_str(), spread.grows()) {
        ("1", _) => "The errors are about as large in the upper third of x as in the lower third."
            .to_owned(),
        (_, true) => {
            format!(
                "The errors are {times} times as large in the upper third of x as in the lower \
                 third."
            )
        }
        (_, false) => {
            format!(
                "The errors are {times} times as large in the lower third of x as in the upper \
                 third."
            )
        }
    }
}
