//! The decimal sign of a column: what its numbers prove.
//!
//! `1.5` needs a decimal point and `1,5` a decimal comma; `1,234.5` tells as well. Only a sign with exactly three digits
//! behind it may be either: 1.234 is one and a bit, or more than a thousand. A number that begins with 0 is no number
//! of thousands. Bare numbers beside it tell as well: where 950 stands beside 1.500, the latter is 1500; where 1250
//! stands beside 1.500, thousands are not separated, and it is one and a half.

use super::amount::Amount;
use super::dialect::{Decimal, Delimiter};
use super::number::{number, trimmed};

/// What the numbers of a column tell of their decimal sign.
#[derive(Clone, Debug, Default)]
pub(super) struct Signs {
    numbers: usize,
    /// The numbers with a sign.
    signed: usize,
    points: usize,
    commas: usize,
    /// The place of the first cell that may be read either way.
    first: Option<usize>,
    /// The sign in it.
    sign: Option<Decimal>,
    /// Whether such cells have different signs.
    mixed: bool,
    /// The least and the greatest of those cells, with their sign as the decimal sign.
    range: Option<(f64, f64)>,
    /// The least and the greatest number without a sign.
    bare: Option<(f64, f64)>,
}

/// The decimal sign of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// Its numbers can only be read so.
    Proved(Decimal),
    /// Most of its numbers need this sign, but some need the other one.
    Mostly(Decimal),
    /// Its numbers may be read either way; the first such cell is here, with this sign.
    Open(usize, Decimal),
    /// None of its numbers has such a sign.
    Unneeded,
}

impl Signs {
    /// What the numbers of some cells tell.
    pub(super) fn of<'t>(cells: impl Iterator<Item = Option<&'t [u8]>>) -> Self {
        let mut signs = Self::default();
        for (place, cell) in cells.enumerate() {
            let text = cell.map(trimmed).and_then(|cell| std::str::from_utf8(cell).ok());
            let read =
                |text| Decimal::ALL.into_iter().find_map(|decimal| Amount::read(text, decimal));
            if let Some(amount) = text.and_then(read) {
                signs.add(place, amount.digits);
            }
        }
        signs
    }

    /// Whether most numbers have such a sign.
    pub(super) fn is_sure(&self) -> bool {
        2 * self.signed > self.numbers
    }

    /// Takes the digits of the cell at this place, without unit and minus.
    fn add(&mut self, place: usize, digits: &str) {
        self.numbers += 1;
        let Some(sign) = digits.bytes().find(|byte| matches!(byte, b'.' | b',')) else {
            if let Some(value) = number(digits.as_bytes(), Decimal::Point) {
                widen(&mut self.bare, value);
            }
            return;
        };
        self.signed += 1;
        let [point, comma] = Decimal::ALL.map(|decimal| number(digits.as_bytes(), decimal));
        match (point, comma) {
            (Some(_), None) => self.points += 1,
            (None, Some(_)) => self.commas += 1,
            (Some(point), Some(comma)) => {
                let sign = if sign == b'.' { Decimal::Point } else { Decimal::Comma };
                self.first.get_or_insert(place);
                self.mixed |= self.sign.is_some_and(|before| before != sign);
                self.sign.get_or_insert(sign);
                widen(&mut self.range, point.min(comma));
            }
            (None, None) => {}
        }
    }

    /// What all of them prove.
    pub(super) fn proof(&self) -> Proof {
        match (self.points, self.commas) {
            (0, 0) => self.proof_of_bare_numbers(),
            (_, 0) => Proof::Proved(Decimal::Point),
            (0, _) => Proof::Proved(Decimal::Comma),
            (points, commas) if points >= commas => Proof::Mostly(Decimal::Point),
            _ => Proof::Mostly(Decimal::Comma),
        }
    }

    fn proof_of_bare_numbers(&self) -> Proof {
        /// Where thousands are separated, the numbers without a sign are below this one; and they are seldom few enough
        /// to be below the other one.
        const THOUSAND: f64 = 1_000.0;
        const HUNDRED: f64 = 100.0;
        let (Some(first), Some(sign), Some((_, most))) = (self.first, self.sign, self.range) else {
            return Proof::Unneeded;
        };
        let other = if sign == Decimal::Point { Decimal::Comma } else { Decimal::Point };
        match self.bare {
            _ if self.mixed => Proof::Open(first, sign),
            Some((_, greatest)) if greatest >= THOUSAND => Proof::Proved(sign),
            Some((least, _)) if least >= HUNDRED && least > most => Proof::Proved(other),
            _ => Proof::Open(first, sign),
        }
    }
}

fn widen(range: &mut Option<(f64, f64)>, value: f64) {
    let (least, most) = range.unwrap_or((value, value));
    *range = Some((least.min(value), most.max(value)));
}

/// The decimal sign of a table, from those of its columns: the one that is proved more often. Where nothing is proved,
/// semicolons between columns tell a decimal comma, because that is what they are for; otherwise it is a point.
pub(super) fn of_table(proofs: &[Proof], delimiter: Delimiter) -> Decimal {
    let count = |wanted: Decimal| {
        let proves = |proof: &&Proof| matches!(proof, Proof::Proved(sign) | Proof::Mostly(sign) if *sign == wanted);
        proofs.iter().filter(proves).count()
    };
    let (points, commas) = (count(Decimal::Point), count(Decimal::Comma));
    let open = proofs.iter().any(|proof| matches!(proof, Proof::Open(_, Decimal::Comma)));
    let unsure = points == 0 && open && delimiter == Delimiter::Semicolon;
    if commas > points || unsure { Decimal::Comma } else { Decimal::Point }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proof(cells: &[&str]) -> Proof {
        let mut signs = Signs::default();
        cells.iter().enumerate().for_each(|(place, digits)| signs.add(place, digits));
        signs.proof()
    }

    #[test]
    fn a_number_that_reads_in_one_way_alone_proves_it() {
        use Decimal::{Comma, Point};
        for (cells, expected) in [
            (&["1.5", "1.234"][..], Proof::Proved(Point)),
            (&["1,5"], Proof::Proved(Comma)),
            (&["1.234.567"], Proof::Proved(Comma)),
            (&["1,234.5"], Proof::Proved(Point)),
            (&["0,125", "3,500"], Proof::Proved(Comma)),
            (&["0.125"], Proof::Proved(Point)),
            (&["1,5", "2.5", "3,5"], Proof::Mostly(Comma)),
            (&["1", "20"], Proof::Unneeded),
            (&["7", "1.234"], Proof::Open(1, Point)),
            (&["1,234", "1.234"], Proof::Open(0, Comma)),
        ] {
            assert_eq!(proof(cells), expected, "{cells:?}");
        }
    }

    #[test]
    fn bare_numbers_prove_what_the_sign_beside_them_is() {
        use Decimal::{Comma, Point};
        for (cells, expected) in [
            (&["1.500", "950"][..], Proof::Proved(Comma)),
            (&["1,500", "950"], Proof::Proved(Point)),
            (&["1.500", "1250"], Proof::Proved(Point)),
            (&["1,500", "1250"], Proof::Proved(Comma)),
            (&["1.500", "5"], Proof::Open(0, Point)),
            (&["1.500", "950", "5"], Proof::Open(0, Point)),
            (&["950.125", "120"], Proof::Open(0, Point)),
        ] {
            assert_eq!(proof(cells), expected, "{cells:?}");
        }
    }
}
