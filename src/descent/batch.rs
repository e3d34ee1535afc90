//! Batches: how many rows an update uses, and in which order they come.

use crate::descent::error::SettingError;
use crate::edition::FullPackage;
use crate::numeric::random::Random;

/// How many rows an update uses. An epoch uses each of them once, whatever the batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Batch {
    /// All rows: one update an epoch.
    #[default]
    Full,
    /// So many at a time, in an order that changes with the epoch; the last batch of an epoch may be
    /// smaller (PyTorch's `DataLoader` with `shuffle=True, drop_last=False`).
    Rows {
        /// Rows of a batch.
        size: BatchSize,
        /// The seed of the orders.
        seed: u64,
    },
}

impl Batch {
    /// The name of the kind in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Rows { size, .. } if size.get() == 1 => "one",
            Self::Rows { .. } => "rows",
        }
    }

    /// Returns the batch of a kind, at its default size and seed; `None` if there is no such kind in this
    /// package.
    pub fn from_name(name: &str) -> Option<Self> {
        let rows = |size: f64| Some(Self::Rows { size: BatchSize::try_from(size).ok()?, seed: 1 });
        match name {
            "full" => Some(Self::Full),
            "one" => rows(1.0),
            "rows" => rows(f64::from(BatchSize::DEFAULT)),
            _ => None,
        }
    }

    /// Whether an update uses all rows.
    pub fn is_full(self) -> bool {
        matches!(self, Self::Full)
    }
}

/// Rows of a mini-batch: a whole number from 1 to 4,294,967,295, by default 32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatchSize(u32, FullPackage);

#[cfg(feature = "more")]
impl BatchSize {
    /// One row at a time: stochastic gradient descent.
    pub const ONE: Self = Self(1, FullPackage::PROOF);
}

impl BatchSize {
    const DEFAULT: u32 = 32;

    /// The size as a number.
    pub fn get(self) -> usize {
        self.0 as usize
    }
}

#[cfg(feature = "more")]
impl Default for BatchSize {
    fn default() -> Self {
        Self(Self::DEFAULT, FullPackage::PROOF)
    }
}

impl TryFrom<f64> for BatchSize {
    type Error = SettingError;

    fn try_from(size: f64) -> Result<Self, SettingError> {
        let full = FullPackage::get().ok_or(SettingError::NoChoice)?;
        let fits = size.fract() == 0.0 && (1.0..=f64::from(u32::MAX)).contains(&size);
        if fits { Ok(Self(size as u32, full)) } else { Err(SettingError::BatchSize) }
    }
}

/// The rows in the order of an epoch, which follows from the seed and the epoch alone.
pub fn order(rows: usize, seed: u64, epoch: u64) -> Vec<u32> {
    let mut order: Vec<u32> = (0..rows as u32).collect();
    // Two rounds of the generator mix seed and epoch, so that neighbours have nothing in common.
    let mixed = Random::new(seed).bits() ^ epoch;
    Random::new(Random::new(mixed).bits()).shuffle(&mut order);
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_batch_is_found_by_its_name() {
        for name in ["full", "one", "rows"] {
            assert_eq!(Batch::from_name(name).map(Batch::name), Some(name));
        }
        assert_eq!(Batch::from_name("some"), None);
    }

    #[test]
    fn a_batch_is_a_whole_number_of_rows() {
        for bad in [0.0, -1.0, 1.5, 4_294_967_296.0, f64::NAN] {
            assert_eq!(BatchSize::try_from(bad), Err(SettingError::BatchSize), "{bad}");
        }
    }
}
