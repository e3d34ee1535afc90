//! Random numbers by seed, so that a link can repeat them.

/// SplitMix64 (Steele, Lea and Flood 2014). Its numbers never change between releases, because
/// links carry seeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Random(u64);

impl Random {
    /// The sequence of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The next number in [0, 1).
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// The next whole number below `count`, which is positive and small enough for f64 to tell it from its
    /// neighbours. No clamp is needed: the greatest unit is 1 − 2⁻⁵³, and its product with `count` rounds
    /// to less than `count`.
    pub fn below(&mut self, count: usize) -> usize {
        (self.unit() * count as f64) as usize
    }

    /// Shuffles items, every order being equally likely (Fisher and Yates 1938).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// The next number in [low, high).
    pub fn within(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_is_the_published_one() {
        // The first outputs for seed 1234567, as the reference implementation prints them.
        let mut random = Random::new(1_234_567);
        let bits: Vec<u64> = (0..3).map(|_| random.bits()).collect();
        assert_eq!(bits, [6457827717110365317, 3203168211198807973, 9817491932198370423]);
    }

    #[test]
    fn unit_numbers_stay_below_one() {
        let mut random = Random::new(7);
        assert!((0..10_000).map(|_| random.unit()).all(|u| (0.0..1.0).contains(&u)));
    }

    #[test]
    fn the_greatest_unit_times_any_count_is_below_the_count() {
        let greatest = 1.0 - f64::EPSILON / 2.0;
        for power in 0..53 {
            let two = 1_u64 << power;
            for count in [two, two + 1, two + two / 2, 2 * two - 1] {
                assert!(greatest * (count as f64) < count as f64, "{count}");
            }
        }
    }

    #[test]
    fn whole_numbers_below_a_count_are_all_there_and_nothing_else() {
        let mut random = Random::new(5);
        let mut met = [0; 7];
        (0..700).for_each(|_| met[random.below(7)] += 1);
        assert!(met.iter().all(|times| (60..140).contains(times)), "{met:?}");
        assert!((0..100).all(|_| random.below(1) == 0));
    }

    #[test]
    fn shuffling_keeps_every_item() {
        let mut items: Vec<u32> = (0..1_000).collect();
        Random::new(3).shuffle(&mut items);
        assert_ne!(items, (0..1_000).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..1_000).collect::<Vec<_>>());
    }
}
