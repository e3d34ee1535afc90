//! Whether a line suits the data: the answer in a sentence, and each number with what it means.

use super::run::apart;
use crate::data::dataset::{Dataset, Origin};
use crate::insight::suitability::{
    Bend, CLEAR_BEND, Extent, FAR, FEWEST, Finding, Influence, Picture, SLIGHT_BEND, SLIGHT_SPREAD,
    Spread, Suitability, Verdict,
};
use crate::numeric::notation::rounded;

/// Where a difference is large, but so are those of well-behaved points.
const CHANCE: &str = "Among so few points that can be chance.";

/// One measured number with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The sentences.
    pub text: String,
    /// The picture that shows it, where it speaks against the line.
    pub picture: Option<Picture>,
}

/// The answer.
pub fn headline(suitability: &Suitability, dataset: &Dataset) -> String {
    let most = suitability.influences.first();
    match suitability.verdict {
        Verdict::EqualX => "No slope is best: all x are equal. Choose another X column.".to_owned(),
        Verdict::TooFew => too_few(dataset.points().len()),
        Verdict::EqualY => "A flat line meets every point: all y are equal, so that there is \
             nothing for x to explain."
            .to_owned(),
        Verdict::Exact => "A line suits these data perfectly: every point lies on it.".to_owned(),
        Verdict::Curved => {
            let side = suitability.bend.map_or("", |bend| bend_side(&bend));
            format!("A line misses the bend: {side}.")
        }
        Verdict::OnePoint => {
            let change = most.map_or(String::new(), |most| without(&point(most), most, dataset));
            format!("One point decides the line: {change}.")
        }
        Verdict::Spreading => {
            let compared = suitability.spread.map_or(String::new(), compared);
            format!(
                "A line has the right shape, but its errors are not alike: they are {compared}."
            )
        }
        Verdict::Weak => format!(
            "A line has the right shape, but predicts weakly: x explains only {} of the variance \
             of y.",
            percent(suitability.r_squared.unwrap_or_default())
        ),
        Verdict::Nearly => format!("A line nearly suits these data: {}.", but(suitability)),
        Verdict::Suits => {
            "A line suits these data: its errors show no bend and no trend in size, and \
             no single point decides it."
                .to_owned()
        }
    }
}

fn too_few(points: usize) -> String {
    match points {
        0 => "Only sums are at hand, and no points, so that nothing can be told.".to_owned(),
        1 => "One point says nothing of a line: any slope will do.".to_owned(),
        2 => "Two points always have a line through both, so that nothing can be told of others."
            .to_owned(),
        points => format!(
            "{points} points are too few to tell whether a line suits them: with fewer than \
             {FEWEST}, chance looks like a bend."
        ),
    }
}

/// The slight findings of a line that nearly suits.
fn but(suitability: &Suitability) -> String {
    let what = |finding| match finding {
        Finding::Bend => "a slight bend is left in its errors".to_owned(),
        Finding::OnePoint => "it leans on one point".to_owned(),
        Finding::Spread => {
            format!("its errors are {}", suitability.spread.map_or(String::new(), compared))
        }
        Finding::Weak => "it predicts weakly".to_owned(),
    };
    let found: Vec<_> = suitability.reasons.iter().map(|reason| what(reason.finding)).collect();
    found.join(", and ")
}

/// Each measured number, those that speak against the line first.
pub fn notes(suitability: &Suitability, dataset: &Dataset) -> Vec<Note> {
    let note = |text: Option<String>, finding: Option<Finding>| {
        let reason = suitability.reasons.iter().position(|reason| Some(reason.finding) == finding);
        let picture = reason.map(|place| suitability.reasons[place].picture.clone());
        text.map(|text| (reason.unwrap_or(usize::MAX), Note { text, picture }))
    };
    let most = suitability.influences.first();
    let aside = suitability.aside.is_some();
    let is_bent = suitability.bend.is_some_and(|bend| bend.extent().is_some());
    let is_weak = suitability.reasons.iter().any(|reason| reason.finding == Finding::Weak);
    let mut notes: Vec<_> = [
        note(suitability.r.map(correlation), None),
        note(
            suitability.r_squared.map(|r_squared| explained(r_squared, is_weak)),
            Some(Finding::Weak),
        ),
        note(suitability.bend.map(|measured| bend(&measured, aside)), Some(Finding::Bend)),
        note(
            suitability.spread.map(|measured| spread(measured, aside, is_bent)),
            Some(Finding::Spread),
        ),
        note(most.map(|most| influence(most, dataset)), Some(Finding::OnePoint)),
    ]
    .into_iter()
    .flatten()
    .collect();
    notes.sort_by_key(|&(place, _)| place);
    notes.into_iter().map(|(_, note)| note).collect()
}

fn correlation(r: f64) -> String {
    let trend = if r > 0.0 {
        "the greater x, the greater y tends to be"
    } else if r < 0.0 {
        "the greater x, the smaller y tends to be"
    } else {
        "y tends neither up nor down"
    };
    format!(
        "Correlation r = {}: {trend}. It is 1 or −1 when all points lie on a sloping line, and 0 \
         when the best line is flat.",
        below(r, 1.0)
    )
}

fn explained(r_squared: f64, is_weak: bool) -> String {
    let (value, share) = (below(r_squared, 1.0), percent(r_squared));
    let weak = match is_weak {
        true => {
            " That is little. It does not make a line the wrong shape; it makes predictions \
             uncertain."
        }
        false => "",
    };
    format!(
        "r² = {value}: the line explains {share} of the variance of y. Its mean squared error is \
         {share} less than that of guessing the mean of y every time.{weak}"
    )
}

fn bend(bend: &Bend, aside: bool) -> String {
    let side = bend_side(bend);
    let meaning = match bend.extent() {
        None if bend.share < SLIGHT_BEND => "That is too little to speak of a bend.".to_owned(),
        None => CHANCE.to_owned(),
        Some(Extent::Slight) if bend.share >= CLEAR_BEND => {
            format!("The errors follow a bend, small beside all that y varies: {side}.")
        }
        Some(Extent::Slight) => format!("That is a slight bend: {side}."),
        Some(Extent::Clear) => format!("That is a clear bend: {side}."),
    };
    format!(
        "Bend: {}a curve with x² would explain {} more of the variance of y, and take away {} of \
         the squared error that the line leaves. {meaning}",
        without_it(aside),
        percent(bend.gain),
        percent(bend.share)
    )
}

/// Where the points are, seen from the line.
fn bend_side(bend: &Bend) -> &'static str {
    match bend.opens_up {
        true => "the points lie below it in the middle and above it at both ends",
        false => "the points lie above it in the middle and below it at both ends",
    }
}

fn spread(spread: Spread, aside: bool, is_bent: bool) -> String {
    let meaning = match spread.extent() {
        None if spread.times() < SLIGHT_SPREAD => {
            format!("Up to {SLIGHT_SPREAD} times they count as alike.")
        }
        None => CHANCE.to_owned(),
        Some(_) => "One typical error does not hold for all x: predictions are surer where the \
             errors are small."
            .to_owned(),
    };
    let about = if is_bent { " about that curve" } else { "" };
    format!("Spread: {}the errors{about} are {}. {meaning}", without_it(aside), compared(spread))
}

/// The errors at one end against those at the other.
fn compared(spread: Spread) -> String {
    let (large, small) = if spread.grows() { ("upper", "lower") } else { ("lower", "upper") };
    let times = match rounded(spread.times(), 3).as_str() {
        "1" => "about".to_owned(),
        times => format!("{times} times"),
    };
    format!("{times} as large in the {large} third of x as in the {small} third")
}

fn influence(most: &Influence, dataset: &Dataset) -> String {
    let (point, without) = (point(most), without("it", most, dataset));
    let drawn = match dataset.points().origin() {
        Origin::Rows => "",
        Origin::Sample | Origin::Counts => " of those drawn",
    };
    if most.is_alone() {
        return format!(
            "Most influential point{drawn}: {point}. Its leverage is 1, so that the line goes through it \
             wherever it is: {without}."
        );
    }
    let meaning = match most.extent() {
        Some(Extent::Clear) => "The line goes where this point says.",
        Some(Extent::Slight) => "The line leans on this point: look whether it is right.",
        None => "No point decides the line alone.",
    };
    format!(
        "Most influential point{drawn}: {point}, with a Cook's distance of {} (more than {FAR} is far) \
         and a leverage of {}: {without}. {meaning}",
        distance(most.distance),
        rounded(most.leverage, 2)
    )
}

/// A distance, as far as its size matters.
fn distance(distance: f64) -> String {
    if distance < 1_000.0 { rounded(distance, 3) } else { "more than 1000".to_owned() }
}

/// What the line would be without a point: turned, or higher or lower, whichever moves it more.
fn without(point: &str, influence: &Influence, dataset: &Dataset) -> String {
    let summary = dataset.summary();
    let slope = dataset.least_squares().map_or(0.0, |line| line.slope);
    match influence.turn {
        None => format!("without {point} all x would be equal, and no slope best"),
        Some(turn) if turn.abs() * summary.variance_x().sqrt() < influence.lift.abs() => {
            let (now, then) = apart(summary.mean_y(), summary.mean_y() + influence.lift);
            let middle = rounded(summary.mean_x(), 4);
            format!("without {point} the line would pass x = {middle} at {then} instead of {now}")
        }
        Some(turn) => {
            let (now, then) = apart(slope, slope + turn);
            format!("without {point} the slope would be {then} instead of {now}")
        }
    }
}

fn point(influence: &Influence) -> String {
    format!("({}, {})", rounded(influence.x, 4), rounded(influence.y, 4))
}

/// Where a point was left aside.
fn without_it(aside: bool) -> &'static str {
    if aside { "without the point that decides the line, " } else { "" }
}

/// A share of something.
fn percent(share: f64) -> String {
    match 100.0 * share {
        tiny if tiny > 0.0 && tiny < 0.01 => "less than 0.01 %".to_owned(),
        hundredths => format!("{} %", below(hundredths, 100.0)),
    }
}

/// `value` to three digits, or to as many as it takes to tell it from `limit`.
fn below(value: f64, limit: f64) -> String {
    let reaches = |text: &String| *text == rounded(limit.copysign(value), 3);
    let digits = if value.abs() < limit { 3..=12 } else { 3..=3 };
    digits
        .map(|digits| rounded(value, digits))
        .find(|text| !reaches(text))
        .unwrap_or_else(|| rounded(value, 3))
}
