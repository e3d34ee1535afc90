//! Makes one guess of several: by what each was worth so far, under circumstances like these.

use crate::numbers::{ONE, squash};

/// How many guesses are mixed.
pub const GUESSES: usize = 10;

/// A mixer that knows so many circumstances.
pub struct Mixer<const SETS: usize> {
    /// What each guess is worth, under each of them.
    weights: [[i32; GUESSES]; SETS],
    /// The circumstances of this guess.
    set: usize,
    /// The guess, stretched.
    place: i32,
}

impl<const SETS: usize> Mixer<SETS> {
    /// A mixer that is still to be cleared.
    pub const EMPTY: Self = Self { weights: [[0; GUESSES]; SETS], set: 0, place: 0 };

    /// Forgets all that was learned.
    pub fn clear(&mut self) {
        self.weights.fill([10_000; GUESSES]);
    }

    /// Mixes guesses, stretched as what comes of them.
    pub fn mix(&mut self, set: usize, guesses: &[i32; GUESSES]) -> i32 {
        self.set = set % SETS;
        let both = guesses.iter().zip(&self.weights[self.set]);
        let products = both.map(|(guess, weight)| guess.wrapping_mul(*weight) >> 6);
        self.place = (products.fold(0, i32::wrapping_add) >> 10).clamp(-2047, 2047);
        self.place
    }

    /// Learns what the bit was for which these were mixed.
    pub fn learn(&mut self, bit: bool, guesses: &[i32; GUESSES]) {
        let target = if bit { ONE - 1 } else { 0 };
        let fault = (target - squash(self.place)) * 9;
        for (weight, guess) in self.weights[self.set % SETS].iter_mut().zip(guesses) {
            *weight = weight.wrapping_add((guess * fault + 0x2000) >> 14);
        }
    }
}
