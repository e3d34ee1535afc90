//! The field of a link that carries the reader's data: a few hundred rows whole, more as exact sums and points to draw.

use super::column;
use super::packed::{Packer, Unpacker};
use crate::data::dataset::{Dataset, Origin, Variable};
use crate::data::summary::{RESTS, Summary};
use crate::edition::{FullPackage, SampledData};
use crate::numeric::random::Random;
use crate::numeric::range::Range;
use crate::session::Source;

/// The greatest number of rows that a link carries whole.
pub const MOST_ROWS: usize = 500;
/// The greatest number of points that a link carries with sums.
pub const MOST_POINTS: usize = 300;
/// The letters of a name that a link carries.
const NAME: usize = 60;
/// The steps from the least to the greatest value of a sample: more than a figure has pixels.
const STEPS: f64 = 4095.0;
/// The seed of the points that are carried, which are always the same.
const SEED: u64 = 7;

/// Whether a link carries the rows of this dataset whole.
pub(super) fn are_whole(dataset: &Dataset) -> bool {
    let points = dataset.points();
    points.origin() == Origin::Rows && points.len() <= MOST_ROWS
}

/// Contents of the field.
mod kind {
    /// Rows.
    pub const ROWS: u64 = 0;
    /// Sums to the digits of f64, and points: all sums of releases before kind 4, and those of databases since.
    pub const SUMS: u64 = 1;
    /// Rows that the reader changed.
    pub const EDITED: u64 = 2;
    /// Rows of a sample that the reader changed.
    pub const SAMPLED: u64 = 3;
    /// Sums with what their nearest f64 leave, and points.
    pub const PRECISE_SUMS: u64 = 4;
}

/// The value of the field: whole rows, or exact sums with at most `most` points.
pub(super) fn encode(source: &Source, dataset: &Dataset, most: usize) -> String {
    let mut to = Packer::default();
    let whole = are_whole(dataset);
    let rests = dataset.summary().rests();
    let are_precise = rests != [0.0; RESTS];
    to.whole(match source {
        _ if !whole && are_precise => kind::PRECISE_SUMS,
        _ if !whole => kind::SUMS,
        Source::Edited { sample: false, .. } => kind::EDITED,
        Source::Edited { sample: true, .. } => kind::SAMPLED,
        Source::Own { .. } | Source::Builtin { .. } => kind::ROWS,
    });
    to.text(clipped(source.name()));
    for Variable { name, unit } in [dataset.x(), dataset.y()] {
        to.text(clipped(name));
        // A unit is never empty.
        to.text(clipped(unit.as_deref().unwrap_or_default()));
    }
    let points = dataset.points();
    if whole {
        to.whole(points.len() as u64);
        column::write(points.xs(), &mut to);
        column::write(points.ys(), &mut to);
    } else {
        let summary = dataset.summary();
        summary.numbers().into_iter().chain([dataset.rss()]).for_each(|sum| to.number(sum));
        if are_precise {
            rests.into_iter().for_each(|rest| to.number(rest));
        }
        let chosen = spread(points.len(), most);
        to.whole(chosen.len() as u64);
        for (x, y) in chosen.into_iter().filter_map(|index| points.get(index)) {
            to.twelve((step(x, summary.range_x()), step(y, summary.range_y())));
        }
    }
    to.finish()
}

/// The data in the value of the field, and their source. Returns `None` where it is damaged.
pub(super) fn decode(text: &str, _: FullPackage) -> Option<(Source, Dataset)> {
    let mut from = Unpacker::open(text)?;
    let kind = from.whole()?;
    let name = printable(from.text()?);
    let mut variable = || {
        let (name, unit) = (printable(from.text()?), printable(from.text()?));
        Some(Variable { name, unit: Some(unit).filter(|unit| !unit.is_empty()) })
    };
    let (x, y) = (variable()?, variable()?);
    let dataset = match kind {
        kind::ROWS | kind::EDITED | kind::SAMPLED => read_rows(&mut from)?,
        kind::SUMS | kind::PRECISE_SUMS => read_sums(kind == kind::PRECISE_SUMS, &mut from)?,
        _ => return None,
    };
    let source = match kind {
        kind::EDITED | kind::SAMPLED => Source::Edited { name, sample: kind == kind::SAMPLED },
        _ => Source::Own { name, address: None },
    };
    from.is_at_end().then(|| (source, dataset.named(x, y)))
}

fn read_rows(from: &mut Unpacker) -> Option<Dataset> {
    let count = usize::try_from(from.whole()?).ok().filter(|&count| count <= MOST_ROWS)?;
    let (xs, ys) = (column::read(count, from)?, column::read(count, from)?);
    Dataset::from_columns(&xs, &ys).ok()
}

fn read_sums(are_precise: bool, from: &mut Unpacker) -> Option<Dataset> {
    let mut sums = [0.0; 10];
    for sum in &mut sums {
        *sum = from.number()?;
    }
    let (mut summary, rss) = (Summary::from_numbers(sums).ok()?, from.number()?);
    if are_precise {
        let mut rests = [0.0; RESTS];
        for rest in &mut rests {
            *rest = from.number()?;
        }
        summary = summary.with_rests(rests).ok()?;
    }
    // A number of rows that is not exact is not one of rows.
    if summary.n() as f64 != sums[0] || sums[0] > 9e15 {
        return None;
    }
    let count = usize::try_from(from.whole()?).ok().filter(|&count| count <= MOST_POINTS)?;
    let (mut xs, mut ys) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for _ in 0..count {
        let (x, y) = from.twelve()?;
        xs.push(value(x, summary.range_x()));
        ys.push(value(y, summary.range_y()));
    }
    Dataset::from_sums(summary, rss, xs, ys, Origin::Sample(SampledData::get()?)).ok()
}

/// At most `most` indices below `count`: one at random in each of as many equal parts, so that sorted rows are sampled
/// from everywhere.
fn spread(count: usize, most: usize) -> Vec<usize> {
    if count <= most {
        return (0..count).collect();
    }
    let (mut random, part) = (Random::new(SEED), count as f64 / most as f64);
    let place = |index: usize| ((index as f64 + random.unit()) * part) as usize;
    (0..most).map(place).map(|place| place.min(count - 1)).collect()
}

/// The step of a range that a value is nearest to.
fn step(value: f64, range: Range) -> u32 {
    let share = (value - range.min) / range.span();
    if share.is_finite() { (share.clamp(0.0, 1.0) * STEPS).round() as u32 } else { 0 }
}

/// The value at a step of a range.
fn value(step: u32, range: Range) -> f64 {
    (range.min + f64::from(step) / STEPS * range.span()).clamp(range.min, range.max)
}

/// The first letters of a name.
fn clipped(name: &str) -> &str {
    name.char_indices().nth(NAME).map_or(name, |(end, _)| &name[..end])
}

/// A name from a link, shortened and without control characters.
fn printable(name: String) -> String {
    let letter = |letter: char| if letter.is_control() { ' ' } else { letter };
    name.chars().take(NAME).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn many(count: usize) -> Dataset {
        let xs: Vec<f64> = (0..count).map(|i| (i as f64 * 0.37).sin() * 40.0).collect();
        let ys: Vec<f64> = xs.iter().map(|x| 2.0 * x + x.cos()).collect();
        let named = |name: &str| Variable::from_heading(name);
        Dataset::from_columns(&xs, &ys).expect("finite").named(named("t (°C)"), named("y"))
    }

    fn own(name: &str) -> Source {
        Source::Own { name: name.to_owned(), address: None }
    }

    #[test]
    fn few_rows_come_back_whole() {
        let edited = |sample| Source::Edited { name: "name".to_owned(), sample };
        for (count, source) in [(1, own("name")), (7, edited(false)), (MOST_ROWS, edited(true))] {
            let dataset = many(count);
            let text = encode(&source, &dataset, MOST_POINTS);
            assert_eq!(decode(&text, FullPackage::PROOF), Some((source, dataset)));
        }
    }

    #[test]
    fn sums_come_back_to_the_last_bit_and_points_nearly() {
        let dataset = many(10_001);
        let text = encode(&own(&"a long name ".repeat(99)), &dataset, MOST_POINTS);
        assert!(text.len() < 1_600, "{}", text.len());
        let (source, back) = decode(&text, FullPackage::PROOF).expect("intact");
        assert_eq!(source.name().chars().count(), NAME);
        assert_eq!((back.summary(), back.rss()), (dataset.summary(), dataset.rss()));
        let sample = Origin::Sample(SampledData::PROOF);
        assert_eq!((back.points().len(), back.points().origin()), (MOST_POINTS, sample));
        assert_eq!((back.x(), back.y()), (dataset.x(), dataset.y()));
        let spans = [dataset.summary().range_x().span(), dataset.summary().range_y().span()];
        for ((x, y), index) in back.points().iter().zip(spread(10_001, MOST_POINTS)) {
            let (own_x, own_y) = dataset.points().get(index).expect("chosen among them");
            assert!(
                (x - own_x).abs() < spans[0] / 8_000.0 && (y - own_y).abs() < spans[1] / 8_000.0
            );
        }
        assert_eq!(encode(&source, &back, MOST_POINTS), text, "handed on, it stays the same");
    }

    #[test]
    fn what_no_rows_can_be_is_refused() {
        let dataset = many(501);
        let forge = |place: usize, number: f64| {
            let mut to = Packer::default();
            to.whole(1);
            (0..5).for_each(|_| to.text("x"));
            let sums = dataset.summary().numbers().into_iter().chain([dataset.rss()]);
            sums.enumerate()
                .for_each(|(index, sum)| to.number(if index == place { number } else { sum }));
            to.whole(0);
            decode(&to.finish(), FullPackage::PROOF)
        };
        assert!(forge(99, 0.0).is_some());
        for number in [f64::NAN, f64::INFINITY, -1.0] {
            (0..11)
                .filter(|&place| number != -1.0 || ![1, 2, 4, 6, 7, 8, 9].contains(&place))
                .for_each(|place| assert_eq!(forge(place, number), None, "{place} as {number}"));
        }
    }

    #[test]
    fn a_number_of_rows_is_whole_and_can_be_counted() {
        let dataset = many(501);
        let of = |n: f64, more: bool| {
            let mut to = Packer::default();
            to.whole(1);
            (0..5).for_each(|_| to.text("x"));
            let sums = dataset.summary().numbers().into_iter().skip(1).chain([dataset.rss()]);
            [n].into_iter().chain(sums).for_each(|sum| to.number(sum));
            to.whole(0);
            if more {
                to.whole(0);
            }
            decode(&to.finish(), FullPackage::PROOF)
        };
        assert!(of(501.0, false).is_some() && of(9e15, false).is_some());
        assert!(of(501.5, false).is_none() && of(9.1e15, false).is_none());
        assert!(of(501.0, true).is_none(), "something follows");
    }

    #[test]
    fn the_points_that_are_carried_come_from_equal_parts() {
        let chosen = spread(10_001, 300);
        assert_eq!(chosen.len(), 300);
        for (part, &place) in chosen.iter().enumerate() {
            let (from, to) = (part as f64 * 10_001.0 / 300.0, (part + 1) as f64 * 10_001.0 / 300.0);
            assert!((from.floor()..to).contains(&(place as f64)), "{place} in part {part}");
        }
        let fourths: Vec<usize> =
            (0..4).map(|q| chosen.iter().filter(|&&c| (c % 33) / 9 == q).count()).collect();
        assert!(fourths.iter().all(|&count| count > 30), "at any place of their part: {fourths:?}");
        assert_eq!(spread(300, 300), (0..300).collect::<Vec<_>>());
    }

    #[test]
    fn a_count_beyond_what_is_there_costs_nothing() {
        let mut to = Packer::default();
        to.whole(0);
        (0..5).for_each(|_| to.text("x"));
        to.whole(u64::MAX);
        assert_eq!(decode(&to.finish(), FullPackage::PROOF), None);
    }
}
