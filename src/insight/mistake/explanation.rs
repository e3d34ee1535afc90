//! The order in which explanations are tried, from the surest to the vaguest.

use super::asked::Asked;
use super::batches;
use super::definition::Mistake;
use super::finding::Finding;
use super::path::Path;
use super::rates::{self, Rates};
use super::rows::Rows;
use super::rules;
use super::search::{Search, plain_factor};
use super::shown_every;
use super::trail::Trail;

/// Share of the cost that can be saved that counts as nothing, once a least-squares line is reached.
const REACHED: f64 = 1e-15;

/// Finding that explains a path whose move `different` is not the right one.
pub(super) fn explain(
    rows: &Rows,
    path: &Path,
    asked: Asked,
    rate: f64,
    different: usize,
) -> Option<Finding> {
    let found = Search::new(rows, path, asked, rate, different).explanations();
    if !found.is_empty() {
        return named(found, asked, rows.count(), rate);
    }
    if reaches_least_squares(rows, path) {
        return Some(Finding::LeastSquares);
    }
    if let Some(every) = shown_every::recognise(rows, path, asked, rate) {
        return Some(Finding::ShownEvery(every));
    }
    let trail = Trail::new(rows, path, asked, rate);
    if let Some((optimizer, rate)) = rules::recognise(&trail) {
        return Some(Finding::Rule(optimizer, rate));
    }
    let rates = rates::recognise(&trail).map(|rates| match rates {
        Rates::Other(other) => other_rate(rows.count(), rate, other),
        Rates::Scheduled(schedule) => Finding::Scheduled(schedule),
        Rates::Changing(first, last) => Finding::ChangingRate { first, last },
        Rates::Penalty { strength, of_both } => Finding::Penalty { strength, of_both },
    });
    let of_some_rows = || {
        let is_asked = asked.cost().is_squared() && asked.optimizer().is_plain();
        let single = || batches::single_rows(rows, path, rate).map(|_| Finding::SingleRows);
        is_asked
            .then(|| batches::in_order(rows, path, rate).map(Finding::Batches).or_else(single))
            .flatten()
    };
    let downhill = || {
        let cost = |line| rows.objective.excess(line);
        (asked == Asked::MiniBatches && cost(path.end()) < cost(path.start()))
            .then_some(Finding::SomeRows)
    };
    rates.or_else(of_some_rows).or_else(downhill)
}

/// Steps at another rate than the one that was given: it may have been typed, or the sums were divided by another
/// number of rows, which makes a rate that few would type.
fn other_rate(n: f64, rate: f64, other: f64) -> Finding {
    let rows = n * rate / other;
    let is_count = rows >= 1.5 && (rows - rows.round()).abs() < 1e-9 * rows;
    match is_count && !has_two_digits(other) {
        true => Finding::OtherRows { rows: rows.round() as u64, rate: other },
        false => Finding::OtherRate(other),
    }
}

/// Whether a number has two digits at most.
fn has_two_digits(value: f64) -> bool {
    let tens = value / 10f64.powf(value.abs().log10().floor() - 1.0);
    (tens - tens.round()).abs() < 1e-9 * tens.abs()
}

/// Sets of mistakes that all explain the same. Returns `None` if there are too many of them to be told.
fn named(mut found: Vec<Vec<Mistake>>, asked: Asked, n: f64, rate: f64) -> Option<Finding> {
    /// More explanations than these are none.
    const MOST: usize = 3;
    if found.len() > 1 {
        return (found.len() <= MOST).then_some(Finding::Ambiguous(found));
    }
    let mistakes = found.pop()?;
    // A rate that was typed as another round number does the same.
    let factor = plain_factor(asked, &mistakes, n, rate).filter(|factor| is_round(*factor));
    Some(factor.map_or(Finding::Mistakes(mistakes), |factor| Finding::OtherRate(factor * rate)))
}

/// Whether a rate may well have been mistyped by this factor: by its zeros, or by a digit or two.
fn is_round(factor: f64) -> bool {
    let power = factor.log10();
    let hundredths = factor * 100.0;
    let is_whole = |value: f64| (value - value.round()).abs() < 1e-9;
    is_whole(power) || (1.0..2.0).contains(&factor) && is_whole(hundredths)
}

/// Whether the first move ends at the least-squares line, from a line that is not it.
fn reaches_least_squares(rows: &Rows, path: &Path) -> bool {
    let way = path.get(0);
    let (before, after) = (rows.objective.excess(way.from), rows.objective.excess(way.to));
    rows.objective.best_line().is_some() && before > 0.0 && after <= REACHED * before
}
