//! Writes bits down in as little as their guesses allow: each one narrows a range of numbers, the less the more
//! probable it was, and what the ends of the range have in common is written.

use crate::model::{Kind, Model, Tables};

/// The numbers that are still possible.
struct Range {
    low: u32,
    high: u32,
}

impl Range {
    const ALL: Self = Self { low: 0, high: u32::MAX };

    /// The last number that means a one, which has so many chances of 4,096.
    fn middle(&self, chances: u32) -> u32 {
        let size = u64::from(self.high - self.low);
        self.low + ((size * u64::from(chances)) >> 12) as u32
    }

    fn narrow(&mut self, middle: u32, bit: bool) {
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
    }

    /// The first byte of the number, once it is certain.
    fn certain(&mut self) -> Option<u8> {
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        let byte = (self.high >> 24) as u8;
        self.low <<= 8;
        self.high = self.high << 8 | 255;
        Some(byte)
    }
}

/// Compresses bytes.
#[cfg(not(target_arch = "wasm32"))]
pub struct Compressor<'m> {
    model: Model<'m>,
    range: Range,
    pressed: Vec<u8>,
}

#[cfg(not(target_arch = "wasm32"))]
impl<'m> Compressor<'m> {
    /// A compressor with room for all bytes.
    pub fn new(tables: &'m mut Tables, room: &'m mut [u8]) -> Self {
        Self { model: Model::new(tables, room), range: Range::ALL, pressed: Vec::new() }
    }

    /// Compresses these bytes, behind those before.
    pub fn compress(&mut self, kind: Kind, bytes: &[u8]) {
        self.model.expect(kind);
        for byte in bytes {
            for at in (0..8).rev() {
                let bit = byte >> at & 1 == 1;
                let middle = self.range.middle(self.model.guess());
                self.range.narrow(middle, bit);
                self.model.learn(bit);
                self.pressed.extend(std::iter::from_fn(|| self.range.certain()));
            }
        }
    }

    /// The compressed bytes.
    pub fn finish(mut self) -> Vec<u8> {
        self.pressed.extend(self.range.high.to_be_bytes());
        self.pressed
    }
}

/// Decompresses bytes.
pub struct Decompressor<'m> {
    model: Model<'m>,
    range: Range,
    number: u32,
    pressed: &'m [u8],
}

impl<'m> Decompressor<'m> {
    /// A decompressor that writes into `room`, which holds all bytes.
    pub fn new(tables: &'m mut Tables, pressed: &'m [u8], room: &'m mut [u8]) -> Self {
        let model = Model::new(tables, room);
        let mut decompressor = Self { model, range: Range::ALL, number: 0, pressed };
        for _ in 0..4 {
            decompressor.read();
        }
        decompressor
    }

    /// Decompresses this many bytes, behind those before.
    pub fn decompress(&mut self, kind: Kind, count: usize) {
        self.model.expect(kind);
        for _ in 0..8 * count {
            let middle = self.range.middle(self.model.guess());
            let bit = self.number <= middle;
            self.range.narrow(middle, bit);
            self.model.learn(bit);
            while self.range.certain().is_some() {
                self.read();
            }
        }
    }

    fn read(&mut self) {
        let next = self.pressed.split_first();
        let byte = next.map_or(0, |(byte, rest)| {
            self.pressed = rest;
            *byte
        });
        self.number = self.number << 8 | u32::from(byte);
    }
}
