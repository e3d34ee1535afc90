//! The numbers of a column in few bytes, exactly.

use super::packed::{Packer, Unpacker};

/// The most decimal places; numbers with more are written bit by bit.
const MOST_PLACES: u32 = 15;
/// Stands in the place of the decimal places where numbers are written bit by bit.
const BITS: u64 = 255;
/// Whole numbers below this are exact in f64, and so is their quotient by a power of ten the nearest one.
const EXACT: u64 = 1 << 53;

/// Writes numbers. Decimals are written as multiples of a power of ten, each by its difference from the one before.
pub(super) fn write(values: &[f64], to: &mut Packer) {
    match (0..=MOST_PLACES).find_map(|places| decimals(values, places).zip(Some(places))) {
        Some((decimals, places)) => {
            to.whole(u64::from(places));
            let mut before = 0;
            for value in decimals {
                to.signed(value - before);
                before = value;
            }
        }
        None => {
            to.whole(BITS);
            values.iter().for_each(|&value| to.number(value));
        }
    }
}

/// Reads `count` numbers.
pub(super) fn read(count: usize, from: &mut Unpacker) -> Option<Vec<f64>> {
    let places = from.whole()?;
    if places == BITS {
        return (0..count).map(|_| from.number()).collect();
    }
    let places = u32::try_from(places).ok().filter(|&places| places <= MOST_PLACES)?;
    let mut before = 0_i64;
    let next = |_| {
        before = before.checked_add(from.signed()?)?;
        Some(before as f64 / power(places))
    };
    (0..count).map(next).collect()
}

/// The values times ten to `places`, where those are whole and give the same bits back.
fn decimals(values: &[f64], places: u32) -> Option<Vec<i64>> {
    let ten = power(places);
    let decimal = |&value: &f64| {
        let whole = (value * ten).round() as i64;
        let same =
            whole.unsigned_abs() < EXACT && (whole as f64 / ten).to_bits() == value.to_bits();
        same.then_some(whole)
    };
    values.iter().map(decimal).collect()
}

fn power(places: u32) -> f64 {
    10_u64.pow(places) as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn there_and_back(values: &[f64]) -> (usize, Vec<f64>) {
        let mut to = Packer::default();
        write(values, &mut to);
        let text = to.finish();
        let mut from = Unpacker::open(&text).expect("intact");
        (text.len(), read(values.len(), &mut from).expect("as many as were written"))
    }

    fn bits(values: &[f64]) -> Vec<u64> {
        values.iter().map(|value| value.to_bits()).collect()
    }

    proptest! {
        #[test]
        fn any_numbers_come_back_to_the_last_bit(values in prop::collection::vec(any::<f64>(), 0..20)) {
            prop_assert_eq!(bits(&there_and_back(&values).1), bits(&values));
        }

        #[test]
        fn decimals_come_back_and_are_short(
            whole in prop::collection::vec(-9_999_i32..9_999, 1..50), places in 0..6,
        ) {
            let values: Vec<f64> = whole.iter().map(|&w| f64::from(w) / 10_f64.powi(places)).collect();
            let (length, back) = there_and_back(&values);
            prop_assert_eq!(bits(&back), bits(&values));
            prop_assert!(length <= 4 * (5 + 3 * values.len()) / 3 + 2, "{} for {}", length, values.len());
        }
    }

    #[test]
    fn whole_numbers_are_written_as_such_up_to_the_last_one_that_is_told_from_its_neighbours() {
        // 14 bytes: the places, the number, no difference and the checksum; bit by bit it is 22.
        let exact = 9_007_199_254_740_992.0;
        for (value, bytes) in [(exact - 1.0, 14_usize), (exact, 22)] {
            let (letters, back) = there_and_back(&[value, value]);
            assert_eq!((letters, back), ((4 * bytes).div_ceil(3), vec![value, value]));
        }
    }

    #[test]
    fn a_negative_zero_stays_one() {
        assert_eq!(bits(&there_and_back(&[1.5, -0.0]).1), bits(&[1.5, -0.0]));
    }
}
