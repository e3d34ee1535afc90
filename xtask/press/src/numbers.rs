//! Whole numbers only, so that every machine comes to the same.

/// Probabilities are whole numbers below this.
pub const ONE: i32 = 1 << 12;

/// A probability of sixteen bits that has seen one more.
pub fn nearer(probability: u16, bit: bool) -> u16 {
    let target = if bit { 65_535 } else { 0 };
    (i32::from(probability) + ((target - i32::from(probability)) >> 6)) as u16
}

/// ln(p / (1 − p)) of a probability, in 256ths.
pub fn stretch(probability: i32) -> i16 {
    let (mut low, mut high) = (-2047, 2047);
    while low < high {
        let middle = (low + high) >> 1;
        if squash(middle) < probability { low = middle + 1 } else { high = middle }
    }
    low as i16
}

/// The probability whose `stretch` this is.
pub fn squash(place: i32) -> i32 {
    const AT: [i32; 33] = [
        1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994,
        3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
    ];
    let along = (place + 2048).clamp(0, 4095);
    let (step, part) = ((along >> 7) as usize & 31, along & 127);
    (AT[step] * (128 - part) + AT[step + 1] * part + 64) >> 7
}

/// Mixes two numbers into one that spreads.
pub fn hash(a: u32, b: u32) -> u32 {
    let mut x = a.wrapping_mul(0x2c1b_3c6d) ^ b.wrapping_mul(0x9e37_79b1).rotate_left(13);
    x = (x ^ x >> 15).wrapping_mul(0x85eb_ca6b);
    x ^ x >> 13
}
