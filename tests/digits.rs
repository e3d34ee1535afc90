//! The digits of the sums, of the line and of RSS, against exact rational arithmetic.
//!
//! Every f64 is a whole number times a power of two, so that all sums are whole numbers once the columns are
//! multiplied by one.

use downhill::data::dataset::Dataset;
use downhill::data::summary::{Accumulator, Summary};
use downhill::numeric::random::Random;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// Columns are multiplied by two to this power: no value of the tests has digits beyond.
const SHIFT: i32 = 120;

fn whole(value: f64) -> BigInt {
    let (mantissa, exponent) = parts(value);
    BigInt::from(mantissa) << u32::try_from(exponent + SHIFT).expect("no digits beyond")
}

/// The value as a whole number times two to a power.
fn parts(value: f64) -> (i64, i32) {
    let mut exponent = 0;
    let mut mantissa = value;
    while mantissa.fract() != 0.0 {
        mantissa *= 2.0;
        exponent -= 1;
    }
    (mantissa as i64, exponent)
}

fn ratio(over: BigInt, under: BigInt) -> BigRational {
    BigRational::new(over, under)
}

/// The line and RSS, and Syy, without any rounding.
struct Exact {
    slope: BigRational,
    intercept: BigRational,
    rss: BigRational,
    syy: BigRational,
}

impl Exact {
    fn of(xs: &[f64], ys: &[f64]) -> Self {
        // From an origin the whole numbers are short. It takes nothing away from what is exact.
        let (x0, y0) = (whole(xs[0]), whole(ys[0]));
        let mut sums: [BigInt; 5] = std::array::from_fn(|_| BigInt::zero());
        for (&x, &y) in xs.iter().zip(ys) {
            let (u, v) = (whole(x) - &x0, whole(y) - &y0);
            sums[2] += &u * &u;
            sums[3] += &u * &v;
            sums[4] += &v * &v;
            sums[0] += u;
            sums[1] += v;
        }
        let n = BigInt::from(xs.len());
        let [u, v, uu, uv, vv] = sums;
        let (sxx, sxy, syy) = (&n * uu - &u * &u, &n * uv - &u * &v, &n * vv - &v * &v);
        let slope = ratio(sxy.clone(), sxx.clone());
        let unit = BigInt::from(1) << (SHIFT as u32);
        let mean = |origin: BigInt, sum: BigInt| ratio(origin * &n + sum, &n * &unit);
        let intercept = mean(y0, v) - &slope * mean(x0, u);
        let in_units = &n * &unit * &unit;
        let rss = ratio(&syy * &sxx - &sxy * &sxy, sxx * &in_units);
        Self { slope, intercept, rss, syy: ratio(syy, in_units) }
    }

    /// r² = 1 − RSS/Syy falls short of 1 by this.
    fn unexplained(&self) -> f64 {
        (&self.rss / &self.syy).to_f64().expect("a number")
    }
}

/// The digits that a number has in common with the exact one, 17 at most.
fn digits(found: f64, exact: &BigRational) -> f64 {
    let found = BigRational::from_float(found).expect("a finite number");
    let error = (found - exact).abs();
    if error.is_zero() {
        return 17.0;
    }
    if exact.is_zero() {
        return 0.0;
    }
    (-(error / exact.abs()).to_f64().expect("a number").log10()).min(17.0)
}

/// Some data: `offset` and a number from 0 to 1, and of that a straight line and `noise`.
#[derive(Clone, Copy, Debug)]
struct Case {
    rows: usize,
    offset: f64,
    noise: f64,
    /// Whether y lies as far away as x: then its intercept is what two great numbers leave.
    steep: bool,
}

impl Case {
    fn sorted(self) -> (Vec<f64>, Vec<f64>) {
        let Self { rows, offset, noise, steep } = self;
        let mut random = Random::new(rows as u64);
        let mut xs: Vec<f64> = (0..rows).map(|_| offset + random.unit()).collect();
        xs.sort_by(f64::total_cmp);
        let ys = xs.iter().map(|x| {
            let line = if steep { 2.0 * x + 3.0 } else { 0.5 * (x - offset) + 3.0 };
            line + noise * (random.unit() - 0.5)
        });
        let ys = ys.collect();
        (xs, ys)
    }
}

fn shuffled((xs, ys): (&[f64], &[f64])) -> (Vec<f64>, Vec<f64>) {
    let mut random = Random::new(5);
    let mut order: Vec<usize> = (0..xs.len()).collect();
    for place in 0..order.len() {
        let other = place + random.below(order.len() - place);
        order.swap(place, other);
    }
    order.iter().map(|&row| (xs[row], ys[row])).unzip()
}

/// The digits of slope, intercept and RSS as the page finds them; the last from the rows, and from the sums alone.
fn found(xs: &[f64], ys: &[f64], exact: &Exact) -> [f64; 4] {
    let data = Dataset::from_columns(xs, ys).expect("finite rows");
    let line = data.least_squares().expect("x has spread");
    let rss = [data.rss(), data.summary().residual_sum()].map(|rss| digits(rss, &exact.rss));
    [digits(line.slope, &exact.slope), digits(line.intercept, &exact.intercept), rss[0], rss[1]]
}

fn check(case: Case) {
    let (xs, ys) = case.sorted();
    let exact = Exact::of(&xs, &ys);
    let apart = shuffled((&xs, &ys));
    for (order, (xs, ys)) in [("sorted", (&xs, &ys)), ("shuffled", (&apart.0, &apart.1))] {
        let [slope, intercept, rss, rss_of_sums] = found(xs, ys, &exact);
        assert!(slope >= 15.0 && intercept >= 15.0, "{case:?} {order}: {slope} {intercept}");
        if exact.unexplained() > 1e-6 {
            assert!(rss >= 12.0 && rss_of_sums >= 12.0, "{case:?} {order}: {rss} {rss_of_sums}");
        }
    }
}

fn cases(rows: usize, offsets: &[f64]) {
    for &offset in offsets {
        for steep in [false, true] {
            for noise in [0.2, 0.002] {
                check(Case { rows, offset, noise, steep });
            }
        }
    }
}

const OFFSETS: [f64; 8] = [0.0, 1e3, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12];

#[test]
fn ten_rows_have_all_digits_however_far_away() {
    cases(10, &OFFSETS);
}

#[test]
fn a_block_of_rows_has_all_digits_however_far_away() {
    cases(4_096, &OFFSETS);
}

#[test]
fn several_blocks_have_all_digits_however_far_away() {
    cases(20_000, &OFFSETS);
}

#[test]
fn a_million_rows_have_all_digits_however_far_away() {
    for (offset, steep) in [(1e6, true), (1e9, false), (1e12, true)] {
        check(Case { rows: 1_000_000, offset, noise: 0.2, steep });
    }
}

#[test]
fn a_first_row_far_from_all_others_costs_no_digits() {
    let (mut xs, mut ys) = Case { rows: 9_000, offset: 7.0, noise: 0.3, steep: false }.sorted();
    (xs[0], ys[0]) = (-3e9, 4e5);
    let [slope, intercept, rss, _] = found(&xs, &ys, &Exact::of(&xs, &ys));
    assert!(slope >= 14.0 && intercept >= 14.0 && rss >= 12.0, "{slope} {intercept} {rss}");
}

#[test]
fn sums_of_slices_are_the_sums_of_the_whole_to_the_last_bit_of_both_parts() {
    let (xs, ys) = Case { rows: 20_000, offset: 1e9, noise: 0.2, steep: true }.sorted();
    let whole = Summary::of_columns(&xs, &ys);
    for slice in [1, 7, 4_095, 4_096, 4_097, 20_000] {
        let mut sums = Accumulator::default();
        xs.chunks(slice).zip(ys.chunks(slice)).for_each(|(xs, ys)| sums.extend(xs, ys));
        assert_eq!(sums.finish(), whole, "{slice}");
    }
    let again =
        Summary::from_numbers(whole.numbers()).and_then(|sums| sums.with_rests(whole.rests()));
    assert_eq!(again, Ok(whole), "what is handed on comes back");
}

#[test]
fn rests_that_are_more_than_rounding_leaves_are_refused() {
    let sums = Summary::of_columns(&[1.0, 2.0, 4.0], &[2.0, 3.5, 8.1]);
    let rests = sums.rests();
    assert!(sums.with_rests(rests).is_ok());
    for place in 0..rests.len() {
        for rest in [1e-3, -1.0, f64::NAN, f64::INFINITY] {
            let mut forged = rests;
            forged[place] = rest;
            assert!(sums.with_rests(forged).is_err(), "{place} as {rest}");
        }
    }
}
